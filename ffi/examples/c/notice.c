/*
 * A payment notice, from a file or standard input: judged, and answered.
 *
 *   cc notice.c $(pkg-config --cflags --libs wxp) -o notice
 *   WXP_KEY=192006250b4c09247ec02edce69f6a2d ./notice W3.HMAC.xml
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wxp.h>

/* The order, as it was stored when it was placed: to be looked up by its number. */
static const wxp_field order[] = {
    WXP_FIELD("out_trade_no", "1409811653"),
    WXP_FIELD("appid", "wx2421b1c4370ec43b"),
    WXP_FIELD("mch_id", "1900000109"),
    WXP_FIELD("total_fee", "100") /* fen */
};

static char body[65536], scratch[sizeof(body)], reply[256];
static wxp_field fields[64];

int main(int argc, char **argv)
{
    const char *secret = getenv("WXP_KEY");
    FILE *file = argc > 1 ? fopen(argv[1], "rb") : stdin;
    size_t count, fault, len = file == NULL ? 0 : fread(body, 1, sizeof(body), file);
    wxp_key key;
    wxp_verdict verdict;
    wxp_text differs;
    wxp_status status;
    int taken = 0;

    if (secret == NULL || file == NULL || !feof(file)) {
        fputs("notice: WXP_KEY is not set, or the file cannot be read\n", stderr);
        return 2;
    }
    /* The algorithm is the one the order was placed with; the notice does not choose it. */
    status = wxp_key_init(&key, WXP_HMAC_SHA256, secret, strlen(secret));
    if (status == WXP_OK)
        status = wxp_xml_read(body, len, fields, 64, &count, scratch, sizeof(scratch), &fault);
    if (status == WXP_OK)
        status = wxp_judge(&key, WXP_NOTICE_PAYMENT, fields, count, &verdict);
    wxp_key_wipe(&key);
    if (status != WXP_OK) {
        fprintf(stderr, "notice: %s\n", wxp_status_text(status, WXP_ENGLISH));
        return 1;
    }
    if (verdict.verdict == WXP_SUCCEEDED) {
        /* Authentic, and paid. Is it about this order? And deliver only once. */
        status = wxp_expect(&verdict, fields, count, order, sizeof(order) / sizeof(order[0]),
                            &differs);
        taken = status == WXP_OK;
        if (taken) printf("order %s is paid: %s fen\n", order[0].value, order[3].value);
        else if (status == WXP_E_DIFFERS) printf("%.*s differs\n", (int)differs.len, differs.text);
    } else if (verdict.verdict == WXP_UNTRUSTED) {
        printf("not from WeChat Pay: %s\n", wxp_status_text(verdict.fault, WXP_ENGLISH));
    } else {
        taken = verdict.verdict == WXP_FAILED;
        puts(taken ? "not paid" : "not known: query the order");
    }
    status = wxp_acknowledge(WXP_NOTICE_PAYMENT, taken, reply, sizeof(reply), &len);
    if (status != WXP_OK) return 1;
    printf("%.*s\n", (int)len, reply);
    return taken ? 0 : 1;
}
