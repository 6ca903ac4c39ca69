/*
 * A shop's side of WeChat Pay: order, Quick Pay, query, refund, reverse, over HTTPS with libcurl.
 *
 *   cc -std=c99 shop.c settle.c records.c merchant.c \
 *       $(pkg-config --cflags --libs wxp libcurl) -o shop
 *   ./shop order 20150806125346 100 "Tea & rice"
 *
 * Ends with 0 if it is done, 1 if it is not done, 2 if nothing was sent, and 3 if it is not known:
 * then ask again with the same number, and never pay again under another one.
 */
#define _POSIX_C_SOURCE 200809L
#include "merchant.h"
#include "records.h"
#include "settle.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static answer result;

static const char *notify(const merchant *shop, const char *kind)
{
    static char url[300];
    snprintf(url, sizeof(url), "%s/%s", shop->notify_url, kind);
    return url;
}

static int taken(const char *number)
{
    fprintf(stderr, "%s: no number of ours, or taken by something else\n", number);
    return NOT_SENT;
}

/* Native: the customer scans what comes back. A notice tells when it is paid. */
static int order(const merchant *shop, const char *number, const char *fen, const char *body)
{
    request message = {.count = 0};
    char code_url[512];
    if (!note_order(number, fen)) return taken(number);
    set(&message, "out_trade_no", number);
    set(&message, "total_fee", fen);
    set(&message, "body", body);
    set(&message, "trade_type", "NATIVE");
    set(&message, "product_id", number);
    set(&message, "spbill_create_ip", "127.0.0.1");
    set(&message, "notify_url", notify(shop, "payment"));
    if (!call(shop, "/pay/unifiedorder", &message, &result)) {
        tell("order", &result);
        return NOT_SENT;
    }
    if (result.verdict.verdict == WXP_ACCEPTED) {
        puts(get(&result, "code_url", code_url, sizeof(code_url)));
        return DONE;
    }
    tell("order", &result);
    if (result.verdict.verdict == WXP_FAILED && result.verdict.action != WXP_ACTION_QUERY)
        return FAILED;
    /* In doubt: ask. The same order can be sent again under the same number. */
    return query_order(shop, number) == DONE ? DONE : NOT_KNOWN;
}

/* Gives the money back. The answer says that it was taken on; a notice or a query, that it came. */
static int refund(const merchant *shop, const char *number, const char *name, const char *fen)
{
    request message = {.count = 0};
    char total[16];
    if (!find_order(number, total) || !note_refund(name, number, fen))
        return taken(name);
    set(&message, "out_trade_no", number);
    set(&message, "out_refund_no", name);
    set(&message, "total_fee", total);
    set(&message, "refund_fee", fen);
    set(&message, "notify_url", notify(shop, "refund"));
    if (!call(shop, "/secapi/pay/refund", &message, &result)) {
        tell("refund", &result);
        return NOT_SENT;
    }
    if (result.verdict.verdict != WXP_ACCEPTED) {
        tell("refund", &result);
    } else if (!is(&result, "out_refund_no", name) || !is(&result, "refund_fee", fen)) {
        fprintf(stderr, "refund %s: authentic, but not what was asked for\n", name);
    } else {
        fprintf(stderr, "refund %s: taken on\n", name);
        return DONE;
    }
    if (result.verdict.verdict == WXP_FAILED) return FAILED;
    /* In doubt: ask. Under another number the money could be given back twice. */
    return query_refund(shop, name) == DONE ? DONE : NOT_KNOWN;
}

static long seconds_now(void)
{
    struct timespec now = {0, 0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long)now.tv_sec;
}

static void rest(unsigned seconds)
{
    const struct timespec time = {seconds, 0};
    nanosleep(&time, NULL);
}

/* Revokes an order: closes it, or gives back what was paid. Repeated until it is known. */
static int reverse(const merchant *shop, const char *number)
{
    int attempt;
    for (attempt = 0; attempt < 10; attempt++) {
        request message = {.count = 0};
        if (attempt > 0) rest(5);
        set(&message, "out_trade_no", number);
        if (!call(shop, "/secapi/pay/reverse", &message, &result)) {
            tell("reverse", &result);
            return NOT_SENT;
        }
        if (result.verdict.verdict == WXP_SUCCEEDED) {
            fprintf(stderr, "order %s: reversed\n", number);
            return DONE;
        }
        tell("reverse", &result);
        if (result.verdict.verdict == WXP_FAILED) return FAILED;
    }
    return NOT_KNOWN;
}

/*
 * Quick Pay: takes money by the customer's code, and does not end before it is known whether it
 * was taken. After a power cut it goes on where it was: the order is never sent twice.
 */
static int pay(const merchant *shop, const char *number, const char *fen, const char *code,
               const char *body)
{
    static const char *const paths[] = {"", "/pay/micropay", "/pay/orderquery",
                                        "/secapi/pay/reverse"};
    wxp_quickpay payment;
    wxp_status status = WXP_OK;
    int32_t step, event = WXP_EVENT_NONE;
    uint16_t wait = 0;
    long elapsed = 0;
    long last = seconds_now();

    if (!note_order(number, fen)) return taken(number);
    if (load(number, "quickpay", &payment, sizeof(payment), &elapsed))
        event = WXP_EVENT_RESUMED;
    else
        status = wxp_quickpay_new(&payment);
    for (;;) {
        const wxp_verdict *verdict = event >= WXP_EVENT_ORDER && event <= WXP_EVENT_REVERSE
                                   ? &result.verdict : NULL;
        if (status == WXP_OK)
            status = wxp_quickpay_next(&payment, NULL, event, verdict, (uint16_t)elapsed,
                                       &step, &wait);
        /* Saved before it is carried out. */
        if (status != WXP_OK || !save(number, "quickpay", &payment, sizeof(payment))) {
            fprintf(stderr, "pay: its state is damaged or cannot be saved\n");
            return NOT_KNOWN;
        }
        if (step == WXP_STEP_WAIT) {
            rest(wait);
            event = WXP_EVENT_WAITED;
        } else if (step <= WXP_STEP_REVERSE) {
            request message = {.count = 0};
            set(&message, "out_trade_no", number);
            if (step == WXP_STEP_ORDER) {
                set(&message, "total_fee", fen);
                set(&message, "body", body);
                set(&message, "auth_code", code);
                set(&message, "spbill_create_ip", "127.0.0.1");
            }
            /* An answer that is not authentic counts as none. */
            call(shop, paths[step], &message, &result);
            event = step; /* the numbers of events and of their requests are the same */
            if (result.verdict.verdict != WXP_SUCCEEDED) tell(paths[step], &result);
            /* Paid, but not what was to be paid: no answer to go by. */
            if (step != WXP_STEP_REVERSE && result.verdict.verdict == WXP_SUCCEEDED
                && settle_payment(&result) != DONE)
                event = WXP_EVENT_NO_ANSWER;
        } else {
            break;
        }
        elapsed = seconds_now() - last;
        last += elapsed;
    }
    /* If it was finished before, it may have been reversed or refunded since. */
    if (step == WXP_STEP_PAID)
        return event == WXP_EVENT_RESUMED ? query_order(shop, number) : DONE;
    fprintf(stderr, "order %s: %s\n", number,
            step == WXP_STEP_NOT_PAID ? "not paid"
            : step == WXP_STEP_REVERSED ? "reversed"
            : "not known: somebody has to look before the customer pays anew");
    return step == WXP_STEP_NOT_PAID || step == WXP_STEP_REVERSED ? FAILED : NOT_KNOWN;
}

int main(int argc, char **argv)
{
    const char *command = argc > 2 ? argv[1] : "";
    merchant shop;
    int done = NOT_SENT;

    if (!merchant_open(&shop)) return NOT_SENT;
    if (strcmp(command, "order") == 0 && argc == 5)
        done = order(&shop, argv[2], argv[3], argv[4]);
    else if (strcmp(command, "pay") == 0 && argc == 6)
        done = pay(&shop, argv[2], argv[3], argv[4], argv[5]);
    else if (strcmp(command, "query") == 0 && argc == 3)
        done = query_order(&shop, argv[2]);
    else if (strcmp(command, "refund") == 0 && argc == 5)
        done = refund(&shop, argv[2], argv[3], argv[4]);
    else if (strcmp(command, "refunded") == 0 && argc == 3)
        done = query_refund(&shop, argv[2]);
    else if (strcmp(command, "reverse") == 0 && argc == 3)
        done = reverse(&shop, argv[2]);
    else
        fputs("shop order NUMBER FEN BODY | pay NUMBER FEN CODE BODY | query NUMBER\n"
              "     refund NUMBER REFUND FEN | refunded REFUND | reverse NUMBER\n", stderr);
    merchant_close(&shop);
    return done;
}
