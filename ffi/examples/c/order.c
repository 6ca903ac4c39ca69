/*
 * A request: fields, signature, document. Send what it prints with an HTTPS
 * client of your own.
 *
 *   cc order.c $(pkg-config --cflags --libs wxp) -o order
 *   WXP_KEY=192006250b4c09247ec02edce69f6a2d ./order
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wxp.h>

int main(void)
{
    const wxp_field fields[] = {
        WXP_FIELD("appid", "wxd930ea5d5a258f4f"),
        WXP_FIELD("mch_id", "10000100"),
        /* A real one is unpredictable, and new each time: see wxp_nonce. */
        WXP_FIELD("nonce_str", "ibuaiVcKdpRxkhJA"),
        WXP_FIELD("sign_type", "HMAC-SHA256"),
        WXP_FIELD("body", "Tea & rice"),
        WXP_FIELD("out_trade_no", "20150806125346"),
        WXP_FIELD("total_fee", "100"), /* fen */
        WXP_FIELD("auth_code", "120061098828009406")
    };
    const char *secret = getenv("WXP_KEY");
    wxp_key key;
    char document[1024];
    size_t len;
    wxp_status status;

    if (secret == NULL) {
        fputs("order: WXP_KEY is not set\n", stderr);
        return 2;
    }
    status = wxp_key_init(&key, WXP_HMAC_SHA256, secret, strlen(secret));
    if (status == WXP_OK) {
        status = wxp_xml_write(&key, fields, sizeof(fields) / sizeof(fields[0]),
                               document, sizeof(document), &len);
        wxp_key_wipe(&key);
    }
    if (status != WXP_OK) {
        fprintf(stderr, "order: %s\n", wxp_status_text(status, WXP_ENGLISH));
        return 1;
    }
    printf("%.*s\n", (int)len, document);
    return 0;
}
