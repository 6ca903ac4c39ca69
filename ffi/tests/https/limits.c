/*
 * That merchant.c of the shop in C refuses a request of more fields than it has room for, rather
 * than to send it without some of them. Takes the shop's settings; ends with 0 if it is so.
 */
#include "merchant.h"

#include <stdio.h>
#include <string.h>

static answer result;

int main(void)
{
    static const char names[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static char name[sizeof(names)][2];
    merchant shop;
    size_t fields, i;
    int wrong = 0;

    if (!merchant_open(&shop)) return 1;
    for (fields = 0; fields < sizeof(names) - 1; fields++) {
        request message = {.count = 0};
        /* Four are added: appid, mch_id, nonce_str and sign_type. */
        const int fits = fields + 4 <= sizeof(message.fields) / sizeof(message.fields[0]);
        for (i = 0; i < fields; i++) {
            name[i][0] = names[i];
            set(&message, name[i], "1");
        }
        if (call(&shop, "/pay/closeorder", &message, &result) != fits
            || (strstr(result.why, "nothing was sent") == NULL) != fits) {
            fprintf(stderr, "%zu fields: %s\n", fields, result.why);
            wrong = 1;
        }
    }
    merchant_close(&shop);
    return wrong;
}
