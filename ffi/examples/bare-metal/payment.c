/* A payment, as a terminal carries it out: save first, then act. */
#include "payment.h"

#include "terminal.h"

/* What WXP_STEP_ORDER, WXP_STEP_QUERY and WXP_STEP_REVERSE send. */
static const struct {
    const char *path;
    int32_t number;
} operations[] = {{"/pay/micropay", WXP_PAY_MICROPAY},
                  {"/pay/orderquery", WXP_PAY_ORDERQUERY},
                  {"/secapi/pay/reverse", WXP_SECAPI_PAY_REVERSE}};

static size_t length(const char *text)
{
    size_t len = 0;
    while (text[len] != 0) len++;
    return len;
}

static wxp_field field(const char *name, const char *value)
{
    wxp_field field = {name, 0, value, 0};
    field.name_len = length(name);
    field.value_len = length(value);
    return field;
}

/* Whether an answer is about this order, and all of it, as far as it says. */
static int concerns(const payment_order *order, const wxp_field *answer, size_t count)
{
    const wxp_field expected[] = {field("out_trade_no", order->out_trade_no),
                                  field("total_fee", order->total_fee)};
    size_t i, j;
    for (i = 0; i < 2; i++) {
        const wxp_field *found = wxp_find(answer, count, expected[i].name, expected[i].name_len);
        if (found == NULL) continue;
        if (found->value_len != expected[i].value_len) return 0;
        for (j = 0; j < found->value_len; j++)
            if (found->value[j] != expected[i].value[j]) return 0;
    }
    return 1;
}

/* Sends a request about the order, and judges the answer; 0 if there is none. */
static int exchange(int32_t step, const payment_order *order, wxp_verdict *verdict)
{
    static char message[1024], scratch[64];
    static wxp_field fields[32];
    char seed[16], nonce[32];
    const char *path = operations[step - WXP_STEP_ORDER].path;
    size_t count = 5, len, nonce_len, fault;
    wxp_key key;
    int judged;

    entropy(seed, sizeof(seed));
    if (wxp_nonce(seed, sizeof(seed), nonce, sizeof(nonce), &nonce_len)) return 0;
    fields[0] = field("appid", "wx2421b1c4370ec43b");
    fields[1] = field("mch_id", "1900000109");
    fields[2] = field("out_trade_no", order->out_trade_no);
    fields[3] = field("sign_type", "HMAC-SHA256");
    fields[4] = field("nonce_str", "");
    fields[4].value = nonce;
    fields[4].value_len = nonce_len;
    if (step == WXP_STEP_ORDER) {
        fields[count++] = field("auth_code", order->auth_code);
        fields[count++] = field("body", order->body);
        fields[count++] = field("spbill_create_ip", "203.0.113.24");
        fields[count++] = field("total_fee", order->total_fee);
    }
    /* The key is prepared where it is used, and wiped before the function ends. */
    judged = wxp_key_init(&key, WXP_HMAC_SHA256, order->secret, length(order->secret)) == WXP_OK &&
             wxp_xml_write(&key, fields, count, message, sizeof(message), &len) == WXP_OK &&
             (len = post(path, message, len, message, sizeof(message))) > 0 &&
             wxp_xml_read(message, len, fields, 32, &count, scratch, sizeof(scratch), &fault) ==
                 WXP_OK &&
             wxp_judge(&key, operations[step - WXP_STEP_ORDER].number, fields, count, verdict) == WXP_OK &&
             concerns(order, fields, count);
    wxp_key_wipe(&key);
    return judged;
}

static wxp_status next(payment *payment, int32_t event, const wxp_verdict *verdict,
                       uint16_t seconds)
{
    wxp_status status = wxp_quickpay_next(&payment->state, NULL, event, verdict, seconds,
                                          &payment->step, &payment->wait);
    if (status == WXP_OK) keep(&payment->state, sizeof(payment->state));
    return status;
}

wxp_status payment_begin(payment *payment)
{
    wxp_status status = wxp_quickpay_new(&payment->state);
    return status ? status : next(payment, WXP_EVENT_NONE, NULL, 0);
}

wxp_status payment_resume(payment *payment)
{
    recall(&payment->state, sizeof(payment->state));
    return next(payment, WXP_EVENT_RESUMED, NULL, 0);
}

wxp_status payment_go_on(payment *payment, const payment_order *order)
{
    static const int32_t events[] = {WXP_EVENT_ORDER, WXP_EVENT_QUERY, WXP_EVENT_REVERSE};
    wxp_verdict verdict;
    if (payment->step == WXP_STEP_WAIT) /* Here a real terminal sleeps. */
        return next(payment, WXP_EVENT_WAITED, NULL, payment->wait);
    if (payment->step > WXP_STEP_REVERSE) return WXP_E_ARGUMENT;
    /* Each exchange takes a second; a real terminal looks at its clock. */
    if (!exchange(payment->step, order, &verdict))
        return next(payment, WXP_EVENT_NO_ANSWER, NULL, 1);
    return next(payment, events[payment->step - WXP_STEP_ORDER], &verdict, 1);
}
