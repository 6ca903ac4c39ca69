/*
 * What WeChat posts to notify_url, as a CGI program: .../notice/payment and .../notice/refund.
 *
 *   cc -std=c99 notice.c settle.c records.c merchant.c \
 *       $(pkg-config --cflags --libs wxp libcurl) -o notice
 *
 * A notice that is not acknowledged within 5 seconds comes again, about 15 times in a day.
 */
#include "merchant.h"
#include "records.h"
#include "settle.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static answer notice, inner;

/* Whether the shop knows now what the notice told; else it is to be sent again. */
static int take_payment(void)
{
    if (notice.verdict.verdict == WXP_SUCCEEDED) return take_in(&notice);
    tell("payment notice", &notice);
    return notice.verdict.verdict == WXP_FAILED;
}

/* Nobody signs a notice of a refund: it is only the occasion to ask. */
static int take_refund(const merchant *shop)
{
    const wxp_field *sealed = wxp_find(notice.fields, notice.count, "req_info", 8);
    char refund[REFUND_SIZE];
    size_t fault;
    if (notice.verdict.verdict != WXP_UNVOUCHED || sealed == NULL
        || wxp_unconfirmed_refund(&shop->key, sealed->value, sealed->value_len, inner.document,
                                  sizeof(inner.document), &inner.len) != WXP_OK
        || wxp_refund_read(inner.document, inner.len, inner.fields, 512, &inner.count,
                           inner.scratch, sizeof(inner.scratch), &fault) != WXP_OK
        || !get(&inner, "out_refund_no", refund, sizeof(refund))) {
        fprintf(stderr, "refund notice: not from WeChat Pay, or damaged: %s\n", notice.why);
        return 0;
    }
    return query_refund(shop, refund) == DONE;
}

/* The bytes that are announced; 0 if that is no number, or more than there is room for. */
static size_t announced(void)
{
    const char *text = getenv("CONTENT_LENGTH");
    size_t len;
    if (text == NULL || strlen(text) > 5 || strspn(text, "0123456789") != strlen(text)) return 0;
    len = strtoul(text, NULL, 10);
    return len <= sizeof(notice.document) ? len : 0;
}

int main(void)
{
    const char *path = getenv("PATH_INFO");
    int32_t kind = path != NULL && strcmp(path, "/refund") == 0 ? WXP_NOTICE_REFUND
                                                                : WXP_NOTICE_PAYMENT;
    char reply[256];
    size_t len;
    merchant shop;
    int taken;

    if (!records_open() || !merchant_open(&shop)) return NOT_SENT;
    notice.len = fread(notice.document, 1, announced(), stdin);
    judge(&shop, kind, &notice);
    taken = kind == WXP_NOTICE_REFUND ? take_refund(&shop) : take_payment();
    merchant_close(&shop);
    if (wxp_acknowledge(kind, taken, reply, sizeof(reply), &len) != WXP_OK)
        return NOT_SENT;
    printf("Content-Type: text/xml\r\n\r\n%.*s", (int)len, reply);
    return DONE;
}
