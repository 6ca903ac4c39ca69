/*
 * A shop's side of WeChat Pay: order, Quick Pay, query, close, refund, reverse, over HTTPS with
 * libcurl.
 *
 *   cc -std=c99 shop.c settle.c records.c merchant.c \
 *       $(pkg-config --cflags --libs wxp libcurl) -o shop
 *   ./shop order 20150806125346 100 "Tea & rice"
 *
 * Ends with 0 if it is done, 1 if it is not done, 2 if this call sent nothing, and 3 if it is not
 * known: then ask again with the same number, and never pay again under another one.
 */
#define _POSIX_C_SOURCE 200809L
#include "merchant.h"
#include "records.h"
#include "settle.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Without a network so long, a payment that is under way is left for later. */
enum { OFFLINE_SECONDS = 30 };

static answer result;

static const char *notify(const merchant *shop, const char *kind)
{
    static char url[300];
    snprintf(url, sizeof(url), "%s/%s", shop->notify_url, kind);
    return url;
}

/* Native: the customer scans what comes back. A notice tells when it is paid. */
static int order(const merchant *shop, const char *number, const char *fen, const char *body)
{
    request message = {.count = 0};
    char code_url[512];
    int outcome = note_order(number, fen);
    if (outcome != DONE) return outcome;
    set(&message, "out_trade_no", number);
    set(&message, "total_fee", fen);
    set(&message, "body", body);
    set(&message, "trade_type", "NATIVE");
    set(&message, "product_id", number);
    set(&message, "spbill_create_ip", shop->ip);
    set(&message, "notify_url", notify(shop, "payment"));
    outcome = unfinished(&result, call(shop, "/pay/unifiedorder", &message, &result));
    if (result.verdict.verdict == WXP_ACCEPTED) {
        get(&result, "code_url", code_url, sizeof(code_url));
        return puts(code_url) != EOF && fflush(stdout) != EOF ? DONE : NOT_KNOWN;
    }
    tell("order", &result);
    if (outcome == FAILED && result.verdict.action == WXP_ACTION_QUERY) outcome = NOT_KNOWN;
    if (outcome == NOT_KNOWN && query_order(shop, number) == DONE) return DONE;
    return outcome; /* the same order can be sent again under the same number */
}

/* The amount of an order of ours, in fen; else what the command comes to. */
static int known(const char *number, char fen[FEN_SIZE])
{
    const int found = find_order(number, fen);
    if (found == 0) fprintf(stderr, "%s: no order of ours\n", number);
    return found > 0 ? DONE : found == 0 ? NOT_SENT : NOT_KNOWN;
}

/* Closes an order that nobody has paid; one by Quick Pay is reversed instead. */
static int close_order(const merchant *shop, const char *number)
{
    request message = {.count = 0};
    wxp_quickpay payment;
    char fen[FEN_SIZE];
    long seconds;
    int outcome = known(number, fen), sent;
    if (outcome != DONE) return outcome;
    if (load_payment(number, &payment, &seconds) != 0) {
        fprintf(stderr, "%s: an order of Quick Pay: reverse it\n", number);
        return NOT_SENT;
    }
    outcome = query_order(shop, number);
    if (outcome == NOT_SENT) return outcome;
    if (outcome == DONE) return FAILED;
    set(&message, "out_trade_no", number);
    sent = call(shop, "/pay/closeorder", &message, &result);
    if (result.verdict.verdict == WXP_SUCCEEDED
        || (authentic(&result) && (is(&result, "err_code", "ORDERCLOSED")
                                   || is(&result, "err_code", "ORDERNOTEXIST")))) {
        fprintf(stderr, "order %s: closed\n", number);
        return DONE;
    }
    tell("close", &result);
    if (unfinished(&result, sent) == FAILED && !is(&result, "err_code", "ORDERPAID"))
        return FAILED;
    /* Paid in the meantime, or in doubt: ask. It can be closed again. */
    return query_order(shop, number) == DONE ? FAILED : NOT_KNOWN;
}

/* Gives the money back. The answer says that it was taken on; a notice or a query, that it came. */
static int refund(const merchant *shop, const char *number, const char *name, const char *fen)
{
    request message = {.count = 0}, ours = {.count = 0};
    char total[FEN_SIZE];
    const char *wrong;
    int outcome = known(number, total);
    if (outcome == DONE) outcome = note_refund(name, number, fen);
    if (outcome != DONE) return outcome;
    set(&message, "out_trade_no", number);
    set(&message, "out_refund_no", name);
    set(&message, "total_fee", total);
    set(&message, "refund_fee", fen);
    set(&message, "notify_url", notify(shop, "refund"));
    outcome = unfinished(&result, call(shop, "/secapi/pay/refund", &message, &result));
    if (result.verdict.verdict == WXP_ACCEPTED) {
        set(&ours, "out_trade_no", number);
        set(&ours, "out_refund_no", name);
        set(&ours, "refund_fee", fen);
        wrong = differs(&result, &ours);
        if (wrong == NULL) {
            fprintf(stderr, "refund %s: taken on\n", name);
            return DONE;
        }
        fprintf(stderr, "refund %s: authentic, but of another %s\n", name, wrong);
    } else {
        tell("refund", &result);
    }
    if (outcome == NOT_KNOWN && query_refund(shop, name) == DONE) return DONE;
    return outcome; /* under another number the money could be given back twice */
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
    int attempt, outcome;
    if (mark(number, "back") < 0) return NOT_KNOWN; /* and never delivered after that */
    for (attempt = 0; attempt < 10; attempt++) {
        request message = {.count = 0};
        if (attempt > 0) rest(5);
        set(&message, "out_trade_no", number);
        outcome = unfinished(&result, call(shop, "/secapi/pay/reverse", &message, &result));
        if (result.verdict.verdict == WXP_SUCCEEDED) {
            fprintf(stderr, "order %s: reversed\n", number);
            return DONE;
        }
        tell("reverse", &result);
        if (outcome == FAILED || (outcome == NOT_SENT && attempt == 0)) return outcome;
    }
    return NOT_KNOWN;
}

/* A sale by Quick Pay, of which the gateway gets to know. */
typedef struct {
    const char *number, *fen, *code, *body;
} sale;

/* Sends a request of Quick Pay, and says what came of it, as an event. */
static int32_t carry_out(const merchant *shop, int32_t step, const sale *it)
{
    static const char *const paths[] = {"", "/pay/micropay", "/pay/orderquery",
                                        "/secapi/pay/reverse"};
    request message = {.count = 0};
    int sent;
    set(&message, "out_trade_no", it->number);
    if (step == WXP_STEP_ORDER) {
        set(&message, "total_fee", it->fen);
        set(&message, "body", it->body);
        set(&message, "auth_code", it->code);
        set(&message, "spbill_create_ip", shop->ip);
    }
    sent = call(shop, paths[step], &message, &result);
    if (result.verdict.verdict != WXP_SUCCEEDED) tell(paths[step], &result);
    if (!sent) return WXP_EVENT_NOT_SENT;
    /* Paid, but not what was to be paid: no answer to go by. */
    if (!authentic(&result) || (result.verdict.order == WXP_ORDER_PAID && !is_ours(&result)))
        return WXP_EVENT_NO_ANSWER;
    return step; /* the numbers of events and of their requests are the same */
}

/* What a payment has come to that has ended. */
static int ended(const merchant *shop, const char *number, int32_t step, int32_t event)
{
    int outcome;
    if (step == WXP_STEP_PAID && event != WXP_EVENT_RESUMED) return settle_payment(&result);
    if (step == WXP_STEP_PAID) {
        /* It was finished before, and may have been reversed or refunded since. */
        outcome = query_order(shop, number);
        return outcome == NOT_SENT ? NOT_KNOWN : outcome;
    }
    if (step == WXP_STEP_NOT_SENT) forget_payment(number);
    fprintf(stderr, "order %s: %s\n", number,
            step == WXP_STEP_NOT_PAID ? "not paid"
            : step == WXP_STEP_REVERSED ? "reversed"
            : step == WXP_STEP_NOT_SENT ? "not paid, and nothing was sent"
            : "not known: somebody has to look before the customer pays anew");
    return step == WXP_STEP_NOT_PAID || step == WXP_STEP_REVERSED ? FAILED
         : step == WXP_STEP_NOT_SENT ? NOT_SENT : NOT_KNOWN;
}

/*
 * Quick Pay: takes money by the customer's code, and does not end before it is known whether it
 * was taken, unless the network is lost. After that, and after a power cut, it goes on where it
 * was: the order is never sent twice. Delivers when the payment has ended, and not before: one that
 * is being reversed can turn out to be paid.
 */
static int pay(const merchant *shop, const sale *it)
{
    wxp_quickpay payment;
    wxp_status status;
    int32_t step, event = WXP_EVENT_NONE;
    uint16_t wait = 0;
    long elapsed = 0, last = seconds_now(), online = last;
    int kept, outcome = note_order(it->number, it->fen);

    if (outcome == DONE) outcome = take_up_payment(it->number);
    if (outcome != DONE) return outcome;
    kept = load_payment(it->number, &payment, &elapsed);
    if (kept < 0) return NOT_KNOWN;
    if (kept > 0) event = WXP_EVENT_RESUMED;
    status = kept > 0 ? WXP_OK : wxp_quickpay_new(&payment);
    for (;;) {
        const wxp_verdict *verdict = event >= WXP_EVENT_ORDER && event <= WXP_EVENT_REVERSE
                                   ? &result.verdict : NULL;
        if (status == WXP_OK)
            status = wxp_quickpay_next(&payment, NULL, event, verdict,
                                       (uint16_t)(elapsed < UINT16_MAX ? elapsed : UINT16_MAX),
                                       &step, &wait);
        if (status != WXP_OK) damaged(it->number, "quickpay");
        /* Saved before it is carried out. */
        if (status != WXP_OK || save_payment(it->number, &payment) < 0
            || (step == WXP_STEP_REVERSE && mark(it->number, "back") < 0))
            return NOT_KNOWN;
        if (step == WXP_STEP_WAIT) {
            rest(wait);
            event = WXP_EVENT_WAITED;
        } else if (step <= WXP_STEP_REVERSE) {
            event = carry_out(shop, step, it);
            if (event != WXP_EVENT_NOT_SENT) online = seconds_now();
        } else {
            return ended(shop, it->number, step, event);
        }
        elapsed = seconds_now() - last;
        last += elapsed;
        if (event == WXP_EVENT_NOT_SENT && step != WXP_STEP_ORDER
            && last - online >= OFFLINE_SECONDS) {
            fprintf(stderr, "order %s: not known: pay again with this number, which asks, once "
                    "there is a network\n", it->number);
            return NOT_KNOWN;
        }
    }
}

/* What a command takes: a number of an order or a refund, an amount in fen, or any text. */
static const struct {
    const char *name, *forms, *usage;
} commands[] = {
    {"order", "nft", "NUMBER FEN BODY"}, {"pay", "nftt", "NUMBER FEN CODE BODY"},
    {"query", "n", "NUMBER"},            {"close", "n", "NUMBER"},
    {"refund", "nrf", "NUMBER REFUND FEN"}, {"refunded", "r", "REFUND"},
    {"reverse", "n", "NUMBER"},
};

/* Whether the command is one, and its arguments are what WeChat takes; else says what is wrong. */
static int is_command(int argc, char **argv)
{
    size_t i;
    int k;
    for (i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
        const char *forms = commands[i].forms;
        if (argc < 2 || strcmp(argv[1], commands[i].name) != 0 || strlen(forms) + 2 != (size_t)argc)
            continue;
        for (k = 2; k < argc; k++) {
            const char form = forms[k - 2];
            if ((form == 'n' && !is_order_number(argv[k]))
                || (form == 'r' && !is_refund_number(argv[k]))
                || (form == 'f' && !is_amount(argv[k]))) {
                fprintf(stderr, "%s %s: cannot be: %s\n", argv[1], commands[i].usage, argv[k]);
                return 0;
            }
        }
        return 1;
    }
    for (i = 0; i < sizeof(commands) / sizeof(commands[0]); i++)
        fprintf(stderr, "shop %s %s\n", commands[i].name, commands[i].usage);
    return 0;
}

int main(int argc, char **argv)
{
    merchant shop;
    const char *command;
    int done;

    if (!is_command(argc, argv) || !records_open() || !merchant_open(&shop)) return NOT_SENT;
    command = argv[1];
    if (strcmp(command, "order") == 0)
        done = order(&shop, argv[2], argv[3], argv[4]);
    else if (strcmp(command, "pay") == 0)
        done = pay(&shop, &(sale){argv[2], argv[3], argv[4], argv[5]});
    else if (strcmp(command, "query") == 0)
        done = query_order(&shop, argv[2]);
    else if (strcmp(command, "close") == 0)
        done = close_order(&shop, argv[2]);
    else if (strcmp(command, "refund") == 0)
        done = refund(&shop, argv[2], argv[3], argv[4]);
    else if (strcmp(command, "refunded") == 0)
        done = query_refund(&shop, argv[2]);
    else
        done = reverse(&shop, argv[2]);
    merchant_close(&shop);
    return done;
}
