/* Shows how much stack each part of the library takes, and how long some of
 * them take, on the messages of the tests. */
#include <stdint.h>
#include <wxp_protocol.h>

#include "terminal.h"

#define MESSAGE(name) extern const char name[], name##_end[];
MESSAGE(w1_fields) MESSAGE(w3_md5) MESSAGE(w3_hmac) MESSAGE(w4_hmac)

/* The digests alone; see core/tests/no_panic/src/digest.rs. */
void md5(size_t len, const char *text, char *digest);
void sha(size_t len, const char *text, char *digest);

extern uint32_t bss_end[];

static wxp_field fields[104];
static char out[1280], scratch[256], text[4096];
static wxp_key key;
static size_t count, len;

static void require(int condition)
{
    if (!condition) {
        show("FAIL\n");
        __asm__ volatile("udf #0");
    }
}

static void prepare(uint32_t algorithm)
{
    require(wxp_key_init(&key, algorithm, "192006250b4c09247ec02edce69f6a2d", 32) == WXP_OK);
}

static void w1(uint32_t algorithm)
{
    const char *at = w1_fields, *start = at;
    prepare(algorithm);
    for (count = 0; at < w1_fields_end; at++) {
        if (*at == '\t') {
            fields[count].name = start;
            fields[count].name_len = (size_t)(at - start);
            start = at + 1;
        } else if (*at == '\n') {
            fields[count].value = start;
            fields[count++].value_len = (size_t)(at - start);
            start = at + 1;
        }
    }
}

static void read(const char *text, const char *end)
{
    size_t fault;
    require(wxp_xml_read(text, (size_t)(end - text), fields, 104, &count, scratch, sizeof(scratch),
                         &fault) == WXP_OK);
}

static void w3_read(void) { read(w3_hmac, w3_hmac_end); }
static void w4_read(void) { read(w4_hmac, w4_hmac_end); }

/* Before each measurement. */
static void nothing(void) {}
static void w1_as_md5(void) { w1(WXP_MD5); }
static void w1_as_hmac(void) { w1(WXP_HMAC_SHA256); }
static void w3_as_md5(void) { prepare(WXP_MD5); read(w3_md5, w3_md5_end); }
static void w3_as_hmac(void) { prepare(WXP_HMAC_SHA256); w3_read(); }
static void w4_as_hmac(void) { prepare(WXP_HMAC_SHA256); w4_read(); }

/* What is measured. */
static void sign(void) { require(wxp_sign(&key, fields, count, out, sizeof(out), &len) == WXP_OK); }
static void verify(void) { require(wxp_verify(&key, fields, count) == WXP_OK); }

static void write(void)
{
    require(wxp_xml_write(&key, fields, count, out, sizeof(out), &len) == WXP_OK);
}

static void make_key(void) { prepare(WXP_HMAC_SHA256); }
static void prove(void) { require(wxp_self_test() == WXP_OK); }

static void judge(void)
{
    wxp_verdict verdict;
    require(wxp_judge(&key, WXP_PAY_REFUNDQUERY, fields, count, &verdict) == WXP_OK);
}

static void pay(void)
{
    wxp_quickpay payment;
    int32_t step;
    uint16_t wait;
    require(wxp_quickpay_new(&payment) == WXP_OK);
    require(wxp_quickpay_next(&payment, NULL, WXP_EVENT_NONE, NULL, 0, &step, &wait) == WXP_OK);
    require(wxp_quickpay_next(&payment, NULL, WXP_EVENT_WAITED, NULL, 9, &step, &wait) == WXP_OK);
}

static void make_payload(void)
{
    static const wxp_field order[] = {{"appid", 5, "wx2421b1c4370ec43b", 18},
                                      {"nonce_str", 9, "5K8264ILTKCH16CQ", 16},
                                      {"prepay_id", 9, "wx201410272009395522657a69038", 29},
                                      {"timestamp", 9, "1414561699", 10}};
    wxp_text missing;
    require(wxp_payload(&key, WXP_PAYLOAD_JSAPI, order, 4, out, sizeof(out), &len, &missing) ==
            WXP_OK);
}

static void open_refund(void)
{
    /* <root><a>&amp;</a></root> */
    static const char sealed[] = "sj5ueJhLCWOxi2UEvl4YrIzVi2bqWa81pSKxtIo1osU=";
    require(wxp_unconfirmed_refund(&key, sealed, sizeof(sealed) - 1, out, sizeof(out), &len) ==
            WXP_OK);
}

static void why(void)
{
    int32_t cause;
    size_t marked;
    require(wxp_explain(&key, fields, count, "00000000000000000000000000000000", 32, &cause, NULL,
                        0, &marked) == WXP_OK);
    require(cause == WXP_CAUSE_UNKNOWN);
}

/* The digest of the string that was signed, with the key behind it. */
static void string_of(void (*before)(void))
{
    static const char end[] = "&key=192006250b4c09247ec02edce69f6a2d";
    size_t i;
    before();
    require(wxp_canonical(fields, count, text, sizeof(text), &len) == WXP_OK);
    for (i = 0; end[i] != 0; i++) text[len++] = end[i];
}

static void w1_string(void) { string_of(w1_as_md5); }
static void w3_string(void) { string_of(w3_as_md5); }
static void md5_alone(void) { md5(len, text, out); }
static void sha_alone(void) { sha(len, text, out); }

static const struct {
    const char *name;
    void (*before)(void), (*measured)(void);
} parts[] = {
    {"key", nothing, make_key},
    {"sign-md5", w1_as_md5, sign},
    {"sign-hmac", w1_as_hmac, sign},
    {"verify-md5", w3_as_md5, verify},
    {"verify-hmac", w3_as_hmac, verify},
    {"read", nothing, w3_read},
    {"read-w4", nothing, w4_read},
    {"write", w1_as_hmac, write},
    {"self-test", nothing, prove},
    {"judge", w4_as_hmac, judge},
    {"quickpay", nothing, pay},
    {"payload", w1_as_hmac, make_payload},
    {"refund", w1_as_hmac, open_refund},
    {"explain", w1_as_md5, why},
    {"w1-md5", w1_string, md5_alone},
    {"w1-sha", w1_string, sha_alone},
    {"w3-md5", w3_string, md5_alone},
    {"w3-sha", w3_string, sha_alone},
};

static void show_number(uint32_t number)
{
    char digits[12];
    size_t at = sizeof(digits) - 1;
    digits[at] = 0;
    do digits[--at] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    show(digits + at);
}

/* The stack that a call takes, by what has been written to below it. */
static uint32_t stack_of(void (*call)(void))
{
    uint32_t *volatile here = __builtin_frame_address(0);
    uint32_t *at, *end = here - 32;
    for (at = bss_end; at < end; at++) *at = 0xa5a5a5a5;
    call();
    for (at = bss_end; *at == 0xa5a5a5a5;) at++;
    return (uint32_t)((char *)here - (char *)at);
}

static void idle(void)
{
    __asm__ volatile("");
}

/* Ticks of the processor's timer, which counts down, in ten calls. */
static uint32_t ticks_of(void (*call)(void))
{
    volatile uint32_t *const timer = (volatile uint32_t *)0xe000e010;
    uint32_t start, calls;
    timer[1] = 0xffffff;
    timer[2] = 0;
    timer[0] = 5;
    start = timer[2];
    for (calls = 0; calls < 10; calls++) call();
    return (start - timer[2]) & 0xffffff;
}

int main(void)
{
    size_t i;
    uint32_t none = stack_of(idle), empty = ticks_of(idle);
    for (i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
        uint32_t stack, ticks;
        parts[i].before();
        stack = stack_of(parts[i].measured) - none;
        parts[i].before();
        ticks = ticks_of(parts[i].measured) - empty;
        show(parts[i].name);
        show(" ");
        show_number(stack);
        show(" ");
        show_number(ticks);
        show("\n");
    }
    return 0;
}
