/* A terminal's program, from the proof that its library computes rightly to
 * a payment that loses an answer and its power. Exits with the number of
 * checks that failed. */
#include <wxp_protocol.h>

#include "gateway.h"
#include "payment.h"
#include "terminal.h"

/* Data files, in flash; see messages.S. */
#define MESSAGE(name) extern const char name[], name##_end[];
MESSAGE(w1_fields) MESSAGE(w1_md5) MESSAGE(w1_hmac)
MESSAGE(w2_fields) MESSAGE(w2_md5) MESSAGE(w2_hmac)
MESSAGE(w3_md5) MESSAGE(w3_hmac) MESSAGE(w4_md5) MESSAGE(w4_hmac)
MESSAGE(entities) MESSAGE(duplicate) MESSAGE(laughs)
#define TEXT(name) name, (size_t)(name##_end - name)

static wxp_field fields[104];
static char out[1280], scratch[256];
static int failures;

static void check(const char *what, int passed)
{
    if (!passed) failures++;
    show(passed ? "PASS " : "FAIL ");
    show(what);
    show("\n");
}

/* Where it is used: a key that is moved leaves a copy. */
static void prepare(wxp_key *key, uint32_t algorithm)
{
    if (wxp_key_init(key, algorithm, GATEWAY_SECRET, 32)) wxp_key_wipe(key);
}

static int same(const char *text, size_t len, const char *expected, size_t expected_len)
{
    size_t i = 0;
    while (i < len && i < expected_len && text[i] == expected[i]) i++;
    return i == len && i == expected_len;
}

/* Lines of name, tab and value as fields. */
static size_t fields_of(const char *text, size_t len)
{
    size_t i, count = 0, start = 0;
    for (i = 0; i < len; i++) {
        if (text[i] == '\t') {
            fields[count].name = text + start;
            fields[count].name_len = i - start;
            start = i + 1;
        } else if (text[i] == '\n') {
            fields[count].value = text + start;
            fields[count++].value_len = i - start;
            start = i + 1;
        }
    }
    return count;
}

/* Signs a request, writes it, and reads it again; how it is then verified, or
 * -1 if something before was not right. */
static wxp_status signs(uint32_t algorithm, const char *text, size_t text_len, const char *sign,
                        size_t sign_len)
{
    wxp_key key;
    size_t count = fields_of(text, text_len), len, fault;
    prepare(&key, algorithm);
    if (wxp_sign(&key, fields, count, out, sizeof(out), &len) || !same(out, len, sign, sign_len) ||
        wxp_xml_write(&key, fields, count, out, sizeof(out), &len) ||
        wxp_xml_read(out, len, fields, 104, &count, scratch, sizeof(scratch), &fault))
        return -1;
    return wxp_verify(&key, fields, count);
}

/* Reads and judges a message; its verdict, or the negated status it is refused with. */
static int32_t judged(uint32_t algorithm, int32_t source, const char *text, size_t len)
{
    wxp_key key;
    wxp_verdict verdict;
    size_t count, fault;
    wxp_status status =
        wxp_xml_read(text, len, fields, 104, &count, scratch, sizeof(scratch), &fault);
    prepare(&key, algorithm);
    if (status == WXP_OK) status = wxp_judge(&key, source, fields, count, &verdict);
    if (status == WXP_OK && verdict.verdict == WXP_UNTRUSTED) status = verdict.fault;
    return status == WXP_OK ? verdict.verdict : -status;
}

#define MD5 WXP_MD5
#define HMAC WXP_HMAC_SHA256
#define NOTICE WXP_NOTICE_PAYMENT
#define REFUNDS WXP_PAY_REFUNDQUERY

/* A notice in which somebody has changed the amount on its way. */
static int refuses_forgery(void)
{
    const char *notice = w3_hmac;
    size_t i, len = (size_t)(w3_hmac_end - w3_hmac);
    if (len > sizeof(out)) return 0;
    for (i = 0; i < len; i++) {
        out[i] = notice[i];
        if (i > 10 && same(out + i - 10, 11, "<total_fee>", 11)) out[++i] = '9';
    }
    return judged(WXP_HMAC_SHA256, NOTICE, out, len) == -WXP_E_SIGNATURE_MISMATCH;
}

static int wipes_keys(void)
{
    wxp_key key;
    size_t i;
    prepare(&key, WXP_HMAC_SHA256);
    wxp_key_wipe(&key);
    for (i = 0; i < sizeof(key); i++)
        if (((const unsigned char *)&key)[i] != 0) return 0;
    return wxp_verify(&key, NULL, 0) == WXP_E_KEY;
}

/* The customer enters a password, an answer is lost, the power fails; and the
 * order is sent once. */
static int pays(void)
{
    static const payment_order order = {GATEWAY_SECRET, "1409811653", "120061098828009406",
                                        "Tea & rice", "888"};
    payment payment;
    int steps;
    if (payment_begin(&payment)) return 0;
    for (steps = 0; steps < 32 && payment.step < WXP_STEP_PAID; steps++) {
        if (payment_go_on(&payment, &order)) return 0;
        if (steps == 4) {
            size_t i;
            show("  the power fails, and comes back\n");
            for (i = 0; i < sizeof(payment); i++) ((unsigned char *)&payment)[i] = 0;
            if (payment_resume(&payment)) return 0;
        }
    }
    return payment.step == WXP_STEP_PAID && gateway_requests() == 4;
}

int main(void)
{
    /* Before anything else: what computes wrongly here must not pay. */
    check("the library proves itself", wxp_self_test() == WXP_OK);
    check("it is the one of the header", wxp_abi_version() == WXP_ABI_VERSION);

    check("signs W1 with MD5", signs(MD5, TEXT(w1_fields), TEXT(w1_md5)) == WXP_OK);
    check("signs W1 with HMAC-SHA256", signs(HMAC, TEXT(w1_fields), TEXT(w1_hmac)) == WXP_OK);
    /* It says itself that it is signed with HMAC-SHA256. */
    check("signs W2 with MD5",
          signs(MD5, TEXT(w2_fields), TEXT(w2_md5)) == WXP_E_ALGORITHM_MISMATCH);
    check("signs W2 with HMAC-SHA256", signs(HMAC, TEXT(w2_fields), TEXT(w2_hmac)) == WXP_OK);

    check("W3 is paid (MD5)", judged(MD5, NOTICE, TEXT(w3_md5)) == WXP_SUCCEEDED);
    check("W3 is paid (HMAC-SHA256)", judged(HMAC, NOTICE, TEXT(w3_hmac)) == WXP_SUCCEEDED);
    check("W4 is refunded (MD5)", judged(MD5, REFUNDS, TEXT(w4_md5)) == WXP_SUCCEEDED);
    check("W4 is refunded (HMAC-SHA256)", judged(HMAC, REFUNDS, TEXT(w4_hmac)) == WXP_SUCCEEDED);

    check("refuses an external entity", judged(MD5, NOTICE, TEXT(entities)) == -WXP_E_DOCTYPE);
    check("refuses a billion laughs", judged(MD5, NOTICE, TEXT(laughs)) == -WXP_E_DOCTYPE);
    check("refuses a field that comes twice",
          judged(MD5, NOTICE, TEXT(duplicate)) == -WXP_E_DUPLICATE);
    check("refuses a forged amount", refuses_forgery());
    check("refuses the weaker algorithm",
          judged(HMAC, NOTICE, TEXT(w3_md5)) == -WXP_E_ALGORITHM_MISMATCH);
    check("wipes keys", wipes_keys());

    show("a payment:\n");
    check("is paid once, in spite of everything", pays());
    return failures;
}
