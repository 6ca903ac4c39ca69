#include "settle.h"
#include "records.h"

#include <stdio.h>
#include <string.h>

static answer result;

void tell(const char *what, const answer *it)
{
    static const char *const reasons[] = {"err_code", "trade_state", "refund_status_0"};
    char reason[40] = "";
    size_t i;
    if (!authentic(it)) {
        fprintf(stderr, "%s: %s\n", what, it->why);
        return;
    }
    for (i = 0; i < 3 && reason[0] == '\0'; i++) get(it, reasons[i], reason, sizeof(reason));
    fprintf(stderr, "%s: %s: %s\n", what, reason,
            it->verdict.advice != NULL ? it->verdict.advice : "nothing to do");
}

int settle_payment(const answer *it)
{
    char number[40], fen[16];
    int first;
    get(it, "out_trade_no", number, sizeof(number));
    if (!find_order(number, fen)) {
        fprintf(stderr, "order %s: authentic, but no order of ours\n", number);
        return NOT_KNOWN;
    }
    /* An authentic message about 1 fen would do for any order if nobody compared. */
    if (!is(it, "total_fee", fen)
        || (wxp_find(it->fields, it->count, "fee_type", 8) != NULL && !is(it, "fee_type", "CNY"))) {
        fprintf(stderr, "order %s: authentic, but not over %s fen\n", number, fen);
        return NOT_KNOWN;
    }
    /* Notices come twice, also at the same moment, and queries find what they told: deliver in
       the transaction that marks the order. */
    first = mark(number, "paid");
    if (first < 0) {
        fprintf(stderr, "order %s: it is paid, and cannot be recorded\n", number);
        return NOT_KNOWN;
    }
    fprintf(stderr, "order %s: paid, %s fen%s\n", number, fen, first ? ": deliver" : ", known");
    return DONE;
}

int query_order(const merchant *shop, const char *number)
{
    request message = {.count = 0};
    set(&message, "out_trade_no", number);
    if (!call(shop, "/pay/orderquery", &message, &result)) {
        tell("query", &result);
        return NOT_SENT;
    }
    if (authentic(&result) && wxp_find(result.fields, result.count, "out_trade_no", 12) != NULL
        && !is(&result, "out_trade_no", number)) {
        fputs("query: authentic, but about another order\n", stderr);
        return NOT_KNOWN;
    }
    if (result.verdict.verdict == WXP_SUCCEEDED) return settle_payment(&result);
    tell("query", &result);
    return result.verdict.verdict == WXP_FAILED ? FAILED : NOT_KNOWN;
}

int query_refund(const merchant *shop, const char *refund)
{
    request message = {.count = 0};
    char number[40], fen[16];
    if (!find_refund(refund, number, fen)) {
        fprintf(stderr, "refund %s: not one of ours\n", refund);
        return NOT_SENT;
    }
    set(&message, "out_refund_no", refund);
    if (!call(shop, "/pay/refundquery", &message, &result)) {
        tell("refund query", &result);
        return NOT_SENT;
    }
    if (result.verdict.verdict != WXP_SUCCEEDED) {
        tell("refund query", &result);
        return result.verdict.verdict == WXP_FAILED ? FAILED : NOT_KNOWN;
    }
    if (!is(&result, "out_refund_no_0", refund) || !is(&result, "out_trade_no", number)
        || !is(&result, "refund_fee_0", fen)) {
        fprintf(stderr, "refund %s: authentic, but not what was asked for\n", refund);
        return NOT_KNOWN;
    }
    if (mark(refund, "refunded") < 0) {
        fprintf(stderr, "refund %s: given back, and cannot be recorded\n", refund);
        return NOT_KNOWN;
    }
    fprintf(stderr, "refund %s: given back, %s fen of order %s\n", refund, fen, number);
    return DONE;
}
