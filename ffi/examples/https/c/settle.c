#include "settle.h"
#include "records.h"

#include <stdio.h>
#include <string.h>

static answer result;

void tell(const char *what, const answer *it)
{
    static const char *const reasons[] = {"err_code", "trade_state", "refund_status_0"};
    char reason[64] = "";
    size_t i;
    if (!authentic(it)) {
        fprintf(stderr, "%s: %s\n", what, it->why);
        return;
    }
    for (i = 0; i < 3 && !get(it, reasons[i], reason, sizeof(reason)); i++) {}
    fprintf(stderr, "%s: %s: %s\n", what, reason,
            it->verdict.advice != 0 ? wxp_advice_text(it->verdict.advice, WXP_ENGLISH) : "nothing to do");
}

int unfinished(const answer *it, int sent)
{
    return !sent ? NOT_SENT : it->verdict.verdict == WXP_FAILED ? FAILED : NOT_KNOWN;
}

/* Finds the order of a message that says that it was paid, and compares: 1 if it is so. */
static int find_ours(const answer *it, char number[NUMBER_SIZE], char fen[FEN_SIZE])
{
    request ours = {.count = 0};
    const char *wrong;
    int found;
    if (!get(it, "out_trade_no", number, NUMBER_SIZE) || (found = find_order(number, fen)) == 0) {
        fprintf(stderr, "order %s: authentic, but no order of ours\n", number);
        return 0;
    }
    if (found < 0) return 0;
    /* An authentic message about 1 fen would do for any order if nobody compared. */
    set(&ours, "out_trade_no", number);
    set(&ours, "total_fee", fen);
    set(&ours, "fee_type", "CNY");
    wrong = differs(it, &ours);
    if (wrong != NULL) fprintf(stderr, "order %s: authentic, but of another %s\n", number, wrong);
    return wrong == NULL;
}

int is_ours(const answer *it)
{
    char number[NUMBER_SIZE], fen[FEN_SIZE];
    return find_ours(it, number, fen);
}

int take_in(const answer *it)
{
    const int refunded = it->verdict.order == WXP_ORDER_REFUNDED;
    char number[NUMBER_SIZE], fen[FEN_SIZE];
    int delivered, back, first;
    if (!find_ours(it, number, fen)) return 0;
    delivered = marked(number, "paid");
    back = refunded ? 1 : marked(number, "back");
    /* Notices come twice, also at the same moment, and queries find what they told: deliver in
       the transaction that marks the order. */
    first = delivered < 0 || back < 0 ? -1 : delivered || back ? 0 : mark(number, "paid");
    if (first < 0) {
        fprintf(stderr, "order %s: it is paid, and cannot be recorded\n", number);
        return 0;
    }
    if (back && !delivered)
        fprintf(stderr, "order %s: paid, and %s, but never delivered: somebody has to look\n",
                number, refunded ? "refunded since" : "we give it back");
    else if (refunded)
        fprintf(stderr, "order %s: paid, and refunded since\n", number);
    else
        fprintf(stderr, "order %s: paid, %s fen%s\n", number, fen, first ? ": deliver" : ", known");
    return 1;
}

int settle_payment(const answer *it)
{
    char number[NUMBER_SIZE];
    return take_in(it) && get(it, "out_trade_no", number, sizeof(number))
        && marked(number, "paid") == 1 ? DONE : NOT_KNOWN;
}

int query_order(const merchant *shop, const char *number)
{
    request message = {.count = 0};
    int sent;
    set(&message, "out_trade_no", number);
    sent = call(shop, "/pay/orderquery", &message, &result);
    if (result.verdict.verdict == WXP_SUCCEEDED || result.verdict.order == WXP_ORDER_REFUNDED)
        return settle_payment(&result);
    tell("query", &result);
    return unfinished(&result, sent);
}

int query_refund(const merchant *shop, const char *refund)
{
    request message = {.count = 0}, ours = {.count = 0};
    char number[NUMBER_SIZE], fen[FEN_SIZE];
    const char *wrong;
    int sent, found = find_refund(refund, number, fen);
    if (found < 0) return NOT_KNOWN;
    if (found == 0) {
        fprintf(stderr, "refund %s: not one of ours\n", refund);
        return NOT_SENT;
    }
    set(&ours, "out_refund_no_0", refund);
    set(&ours, "out_trade_no", number);
    set(&ours, "refund_fee_0", fen);
    set(&message, "out_refund_no", refund);
    sent = call(shop, "/pay/refundquery", &message, &result);
    if (result.verdict.verdict != WXP_SUCCEEDED) {
        tell("refund query", &result);
        return contradicts(&result, &ours, "out_refund_no_0") ? NOT_KNOWN
             : unfinished(&result, sent);
    }
    wrong = differs(&result, &ours);
    if (wrong != NULL) {
        fprintf(stderr, "refund %s: authentic, but of another %s\n", refund, wrong);
        return NOT_KNOWN;
    }
    if (mark(refund, "refunded") < 0) {
        fprintf(stderr, "refund %s: given back, and cannot be recorded\n", refund);
        return NOT_KNOWN;
    }
    fprintf(stderr, "refund %s: given back, %s fen of order %s\n", refund, fen, number);
    return DONE;
}
