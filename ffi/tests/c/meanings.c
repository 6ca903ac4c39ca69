/* The meaning of the numbers: the bodies, the advice, the states of an order,
 * and Quick Pay, event by event to each of its endings. Prints how many of each were right. */
#include "wxp_packed.h"
#include "wxp_protocol.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(condition) ((condition) ? (void)0 : fail(__LINE__))
#define COUNT(array) (sizeof(array) / sizeof *(array))

static void fail(int line) {
    fprintf(stderr, "%s:%d\n", __FILE__, line);
    exit(1);
}

#define TEXT(body) (body), strlen(body)

static void bodies(void) {
    static const struct {
        const char *body;
        int32_t kind;
    } all[] = {
        {"", WXP_BODY_EMPTY},
        {"<xml></xml>", WXP_BODY_XML},
        {"`a,`b", WXP_BODY_TEXT},
        {"\x1F\x8B\x08", WXP_BODY_GZIP},
        {"{\"a\":1}", WXP_BODY_JSON},
        {"<!DOCTYPE html>", WXP_BODY_HTML},
        {"\"<xml><\\/xml>\"", WXP_BODY_JSON_STRING},
        {"<xml>\\n<\\/xml>", WXP_BODY_ESCAPED_XML},
        {"notify: <xml></xml>", WXP_BODY_XML_WITHIN},
        {"a=1&b=2", WXP_BODY_CANONICAL},
        {"a=1&b=%41", WXP_BODY_FORM},
        {"Array ( [a] => 1 )", WXP_BODY_PHP_ARRAY},
        {"{\"code\":\"\",\"message\":\"\"}", WXP_BODY_API_V3},
        {"a,b\n`1,`2\n", WXP_BODY_BILL},
        {"<xml>\xBB\xE1\xD4\xB1</xml>", WXP_BODY_GBK},
        {"a=1\nb=2\n", WXP_BODY_LINES},
        {"weixin://wxpay/bizpayurl?a=1", WXP_BODY_ADDRESS},
    };
    static const char page[] = "<html><title>400 No required SSL certificate was sent</title>";
    size_t i;
    for (i = 0; i < COUNT(all); i++) {
        CHECK(wxp_body(TEXT(all[i].body)) == all[i].kind);
        CHECK(strcmp(wxp_body_text(all[i].kind, WXP_ENGLISH), wxp_body_text(all[i].kind, WXP_CHINESE)) != 0);
    }
    CHECK(strcmp(wxp_body_text(-1, WXP_ENGLISH), "not a number of these") == 0);
    CHECK(strcmp(wxp_body_text(WXP_BODY_HTML, WXP_ENGLISH), "a web page") == 0);
    CHECK(wxp_page(page, sizeof page - 1) == WXP_PAGE_NO_CERTIFICATE);
    CHECK(wxp_page(TEXT("<html>")) == 0);
    CHECK(strstr(wxp_page_text(WXP_PAGE_NO_CERTIFICATE, WXP_ENGLISH), "client certificate") != NULL);
    printf("%lu bodies, ", (unsigned long)i);
}

/* A line of a log, down to its fields. */
static void layers(void) {
    static const char line[] = "notify: {\"raw\":\"<xml><a>1<\\/a><\\/xml>\"}";
    static const int32_t expected[] = {WXP_LAYER_SURROUNDINGS, WXP_LAYER_JSON_STRING, 0};
    char text[2][64];
    size_t len = sizeof line - 1, fault = 0, i;
    memcpy(text[0], line, len);
    for (i = 0; i < COUNT(expected); i++) {
        int32_t layer = -1;
        CHECK(wxp_body_undo(text[i % 2], len, &layer, text[(i + 1) % 2], sizeof text[0], &len, &fault) == WXP_OK);
        CHECK(layer == expected[i]);
        CHECK(layer == 0 || *wxp_layer_text(layer, WXP_CHINESE) != '\0');
    }
    CHECK(len == 0 && memcmp(text[0], "<xml><a>1</a></xml>", 19) == 0);
}

static void lists(void) {
    static const char signed_text[] = "appid=wx1&body=a%b&key=192006250b4c09247ec02edce69f6a2d";
    static const char object[] = "{\"appid\":\"wx\\u0031\",\"n\":1}";
    wxp_field fields[4];
    char scratch[64], packed[64];
    size_t count = 0, len = 0, fault = 0;
    int32_t traits = 0;
    CHECK(wxp_body_fields(signed_text, sizeof signed_text - 1, fields, 4, &count, scratch, 64, &traits, &fault) == WXP_OK);
    CHECK(count == 2 && fields[1].value_len == 3);
    CHECK(traits == (WXP_FIELDS_HELD_KEY | WXP_FIELDS_GUESSED));
    CHECK(wxp_body_fields(TEXT(object), fields, 4, &count, scratch, 64, &traits, &fault) == WXP_OK);
    CHECK(count == 2 && traits == 0 && memcmp(fields[0].value, "wx1", 3) == 0);
    CHECK(wxp_body_fields_packed(TEXT(object), scratch, 64, packed, 64, &len, &traits, &fault) == WXP_OK);
    CHECK(len == 14 && memcmp(packed, "appid\0wx1\0n\0" "1", 14) == 0);
    CHECK(wxp_body_fields(TEXT("{\"a\":{}}"), fields, 4, &count, scratch, 64, &traits, &fault) == WXP_E_LIST);
    CHECK(fault == 5);
}

/* An app's signature of nonce_str, and a partner's order. */
static void seconds(void) {
    static const wxp_field sent[] = {
        WXP_FIELD("appid", "wx0000000000000001"),
        WXP_FIELD("noncestr", "SbGxX7ve"),
        WXP_FIELD("package", "Sign=WXPay"),
        WXP_FIELD("partnerid", "1230000109"),
        WXP_FIELD("prepayid", "wx20151209183400d5e4fdbbd60934513842"),
        WXP_FIELD("timestamp", "1449657240"),
        WXP_FIELD("sign", "585d9195182cbf4c66a7b147c67a5fae"),
    };
    static const wxp_field order[] = {
        WXP_FIELD("appid", "wx1"),     WXP_FIELD("mch_id", "11"),    WXP_FIELD("nonce_str", "n"),
        WXP_FIELD("prepay_id", "p"),   WXP_FIELD("timestamp", "5"),  WXP_FIELD("product_id", "7"),
        WXP_FIELD("sub_appid", "wx2"), WXP_FIELD("sub_mch_id", "22"), WXP_FIELD("package", "sendid=1"),
    };
    static const int32_t without[] = {WXP_PAYLOAD_NATIVE_CODE, WXP_PAYLOAD_NATIVE_ORDER};
    wxp_key key;
    wxp_text missing;
    char out[512];
    int32_t second = 0, cause = 0;
    size_t marked = 0, marks = 0, len = 0, i;
    CHECK(wxp_key_init(&key, WXP_MD5, WXP_TEXT("192006250b4c09247ec02edce69f6a2d")) == WXP_OK);
    CHECK(wxp_explain_second(&key, sent, COUNT(sent), NULL, 0, &second, &cause, &marked, 1, &marks) == WXP_OK);
    CHECK(second == WXP_SECOND_APP && cause == WXP_CAUSE_SECOND_NONCE && marks == 1 && marked == 1);
    CHECK(wxp_explain_second(&key, order, 3, NULL, 0, &second, &cause, &marked, 1, &marks) == WXP_E_NOT_FOUND);
    CHECK(*wxp_second_text(WXP_SECOND_APP, WXP_ENGLISH) != '\0');
    CHECK(wxp_hint(WXP_CAUSE_UNKNOWN, WXP_SENDER_CUSTOMER, 1) == WXP_HINT_SUB_APPID);

    CHECK(wxp_payload(&key, WXP_PAYLOAD_JSAPI, order, COUNT(order), out, 511, &len, &missing) == WXP_OK);
    out[len] = '\0';
    CHECK(strstr(out, "\"appId\":\"wx2\"") != NULL);
    CHECK(wxp_payload(&key, WXP_PAYLOAD_RED_PACKET, order, COUNT(order), out, 511, &len, &missing) == WXP_OK);
    out[len] = '\0';
    CHECK(strstr(out, "\"appId\":\"wx2\"") != NULL);
    CHECK(wxp_payload(&key, WXP_PAYLOAD_APP, order, COUNT(order), out, 511, &len, &missing) == WXP_OK);
    out[len] = '\0';
    CHECK(strstr(out, "\"appid\":\"wx2\"") != NULL && strstr(out, "\"partnerid\":\"22\"") != NULL);
    for (i = 0; i < COUNT(without); i++) {
        CHECK(wxp_payload(&key, without[i], order, COUNT(order), out, 511, &len, &missing) == WXP_E_ARGUMENT);
        CHECK(wxp_payload(&key, without[i], order, 6, out, 511, &len, &missing) == WXP_OK);
    }
    wxp_key_wipe(&key);
}

static void advice(void) {
    static const struct {
        int32_t source;
        const char *code;
        int32_t action;
    } all[] = {
        {WXP_PAY_MICROPAY, "SYSTEMERROR", WXP_ACTION_QUERY},
        {WXP_SECAPI_PAY_REVERSE, "SYSTEMERROR", WXP_ACTION_REPEAT},
        {WXP_PAY_MICROPAY, "BUYER_MISMATCH", WXP_ACTION_NEW_NUMBER},
        {WXP_PAY_MICROPAY, "NOTENOUGH", WXP_ACTION_CUSTOMER},
        {WXP_PAY_UNIFIEDORDER, "APPID_NOT_EXIST", WXP_ACTION_SETUP},
        {WXP_PAY_UNIFIEDORDER, "SIGN_ERROR", WXP_ACTION_PROGRAM},
        {WXP_PAY_CLOSEORDER, "ORDERCLOSED", WXP_ACTION_DONE},
    };
    size_t i;
    for (i = 0; i < COUNT(all); i++) {
        int32_t action = WXP_ACTION_NONE, advice = 0;
        CHECK(wxp_advice(all[i].source, all[i].code, strlen(all[i].code), &action, &advice) == WXP_OK);
        CHECK(action == all[i].action);
        CHECK(*wxp_advice_text(advice, WXP_ENGLISH) != '\0');
        CHECK(strcmp(wxp_advice_text(advice, WXP_CHINESE), wxp_advice_text(advice, WXP_ENGLISH)) != 0);
    }
    printf("%lu actions, ", (unsigned long)i);
}

static void orders(void) {
    static const struct {
        const char *name, *value;
        int32_t order;
    } all[] = {
        {"trade_state", "REVERSE", WXP_ORDER_UNKNOWN},     {"trade_state", "SUCCESS", WXP_ORDER_PAID},
        {"trade_state", "REFUND", WXP_ORDER_REFUNDED},     {"trade_state", "NOTPAY", WXP_ORDER_UNPAID},
        {"trade_state", "USERPAYING", WXP_ORDER_PAYING},   {"trade_state", "PAYERROR", WXP_ORDER_PAY_ERROR},
        {"trade_state", "CLOSED", WXP_ORDER_CLOSED},       {"err_code", "ORDERNOTEXIST", WXP_ORDER_ABSENT},
    };
    wxp_field fields[7] = {
        {"return_code", 11, "SUCCESS", 7}, {"result_code", 11, "SUCCESS", 7}, {"out_trade_no", 12, "7", 1},
        {"transaction_id", 14, "4", 1},    {"total_fee", 9, "888", 3},        {"", 0, "", 0},
        {"sign", 4, "", 0},
    };
    char signature[WXP_SIGNATURE_MAX];
    wxp_verdict verdict;
    wxp_key key;
    size_t i;
    CHECK(wxp_key_init(&key, WXP_MD5, "192006250b4c09247ec02edce69f6a2d", 32) == WXP_OK);
    fields[6].value = signature;
    for (i = 0; i < COUNT(all); i++) {
        int failed = all[i].order == WXP_ORDER_ABSENT;
        fields[1].value = failed ? "FAIL" : "SUCCESS";
        fields[1].value_len = failed ? 4 : 7;
        fields[5].name = all[i].name;
        fields[5].name_len = strlen(all[i].name);
        fields[5].value = all[i].value;
        fields[5].value_len = strlen(all[i].value);
        CHECK(wxp_sign(&key, fields, 6, signature, sizeof signature, &fields[6].value_len) == WXP_OK);
        CHECK(wxp_judge(&key, WXP_PAY_ORDERQUERY, fields, 7, &verdict) == WXP_OK);
        CHECK(verdict.fault == WXP_OK && verdict.order == all[i].order);
        CHECK(strcmp(wxp_source_name(verdict.source), "/pay/orderquery") == 0);
    }
    printf("%lu orders, ", (unsigned long)i);
}

/* The number of an operation. */
static int32_t source(const char *path) {
    int32_t number = 1;
    while (wxp_source_name(number) == NULL || strcmp(wxp_source_name(number), path) != 0)
        number++;
    return number;
}

/* What happens, and what is to be done then. A query says what the order is, an order and a reverse
 * what was done. */
typedef struct {
    int32_t event, says;
    uint16_t seconds;
    int32_t step;
    uint16_t wait;
} act;

/* Queries and reverses twice at most. */
static const wxp_timing timing = {5, 10, 45, 15, 5, 2, 2, 0};

static void play(const act *acts, size_t count) {
    const int32_t sources[] = {0, source("/pay/micropay"), source("/pay/orderquery"), source("/secapi/pay/reverse")};
    wxp_quickpay payment;
    wxp_verdict verdict;
    int32_t step;
    uint16_t wait;
    size_t i;
    CHECK(wxp_quickpay_new(&payment) == WXP_OK);
    CHECK(wxp_quickpay_next(&payment, &timing, WXP_EVENT_NONE, NULL, 0, &step, &wait) == WXP_OK);
    CHECK(step == WXP_STEP_ORDER && wait == 0);
    for (i = 0; i < count; i++) {
        memset(&verdict, 0, sizeof verdict);
        verdict.source = acts[i].event < (int32_t)COUNT(sources) ? sources[acts[i].event] : 0;
        verdict.verdict = acts[i].event == WXP_EVENT_QUERY ? WXP_UNSETTLED : acts[i].says;
        verdict.order = acts[i].event == WXP_EVENT_QUERY ? acts[i].says : WXP_ORDER_UNKNOWN;
        CHECK(wxp_quickpay_next(&payment, &timing, acts[i].event, &verdict, acts[i].seconds, &step, &wait) == WXP_OK);
        if (step != acts[i].step || wait != acts[i].wait) {
            fprintf(stderr, "act %lu: step %ld, wait %u\n", (unsigned long)i, (long)step, wait);
            fail(__LINE__);
        }
    }
}

static void quickpay(void) {
    static const act paid[] = {{WXP_EVENT_ORDER, WXP_SUCCEEDED, 1, WXP_STEP_PAID, 0}};
    static const act paid_late[] = {
        {WXP_EVENT_ORDER, WXP_UNSETTLED, 1, WXP_STEP_WAIT, 5},
        {WXP_EVENT_WAITED, 0, 5, WXP_STEP_QUERY, 0},
        {WXP_EVENT_QUERY, WXP_ORDER_PAYING, 1, WXP_STEP_WAIT, 10},
        {WXP_EVENT_RESUMED, 0, 0, WXP_STEP_WAIT, 10},
        {WXP_EVENT_WAITED, 0, 10, WXP_STEP_QUERY, 0},
        {WXP_EVENT_QUERY, WXP_ORDER_PAID, 1, WXP_STEP_PAID, 0},
    };
    /* It is asked for the order once; and paid after all, it is reversed. */
    static const act not_paid[] = {
        {WXP_EVENT_ORDER, WXP_FAILED, 1, WXP_STEP_QUERY, 0},
        {WXP_EVENT_NONE, 0, 0, WXP_STEP_QUERY, 0},
        {WXP_EVENT_QUERY, WXP_ORDER_ABSENT, 1, WXP_STEP_WAIT, 5},
        {WXP_EVENT_WAITED, 0, 5, WXP_STEP_QUERY, 0},
        {WXP_EVENT_QUERY, WXP_ORDER_UNPAID, 1, WXP_STEP_NOT_PAID, 0},
        {WXP_EVENT_QUERY, WXP_ORDER_PAID, 7, WXP_STEP_REVERSE, 0},
        {WXP_EVENT_REVERSE, WXP_SUCCEEDED, 1, WXP_STEP_QUERY, 0},
        {WXP_EVENT_QUERY, WXP_ORDER_CLOSED, 1, WXP_STEP_REVERSED, 0},
    };
    static const act resumed[] = {
        {WXP_EVENT_NONE, 0, 0, WXP_STEP_QUERY, 0},
        {WXP_EVENT_QUERY, WXP_ORDER_CLOSED, 1, WXP_STEP_NOT_PAID, 0},
    };
    static const act not_sent[] = {{WXP_EVENT_NOT_SENT, 0, 1, WXP_STEP_NOT_SENT, 0}};
    static const act refunded[] = {
        {WXP_EVENT_RESUMED, 0, 20, WXP_STEP_QUERY, 0},
        {WXP_EVENT_QUERY, WXP_ORDER_REFUNDED, 1, WXP_STEP_REVERSE, 0},
        {WXP_EVENT_REVERSE, WXP_FAILED, 1, WXP_STEP_QUERY, 0},
        {WXP_EVENT_QUERY, WXP_ORDER_REFUNDED, 1, WXP_STEP_NOT_REVERSIBLE, 0},
    };
    static const act pay_error[] = {
        {WXP_EVENT_ORDER, WXP_ACCEPTED, 20, WXP_STEP_WAIT, 5},
        {WXP_EVENT_WAITED, 0, 5, WXP_STEP_QUERY, 0},
        {WXP_EVENT_QUERY, WXP_ORDER_UNKNOWN, 1, WXP_STEP_WAIT, 10},
        {WXP_EVENT_WAITED, 0, 10, WXP_STEP_QUERY, 0},
        {WXP_EVENT_QUERY, WXP_ORDER_PAY_ERROR, 1, WXP_STEP_REVERSE, 0},
    };
    /* Nothing is believed that is not authentic. */
    static const act reversed[] = {
        {WXP_EVENT_ORDER, WXP_UNTRUSTED, 20, WXP_STEP_WAIT, 5},
        {WXP_EVENT_CANCELLED, 0, 0, WXP_STEP_REVERSE, 0},
        {WXP_EVENT_REVERSE, WXP_SUCCEEDED, 1, WXP_STEP_QUERY, 0},
        {WXP_EVENT_QUERY, WXP_ORDER_CLOSED, 1, WXP_STEP_REVERSED, 0},
    };
    static const act not_answered[] = {
        {WXP_EVENT_CANCELLED, 0, 20, WXP_STEP_REVERSE, 0},
        {WXP_EVENT_NO_ANSWER, 0, 1, WXP_STEP_WAIT, 5},
        {WXP_EVENT_WAITED, 0, 5, WXP_STEP_REVERSE, 0},
        {WXP_EVENT_NOT_SENT, 0, 1, WXP_STEP_WAIT, 5},
        {WXP_EVENT_WAITED, 0, 5, WXP_STEP_REVERSE, 0},
        {WXP_EVENT_NO_ANSWER, 0, 1, WXP_STEP_NOT_ANSWERED, 0},
    };
    static const act not_reversible[] = {
        {WXP_EVENT_CANCELLED, 0, 20, WXP_STEP_REVERSE, 0},
        {WXP_EVENT_REVERSE, WXP_FAILED, 1, WXP_STEP_QUERY, 0},
        {WXP_EVENT_QUERY, WXP_ORDER_PAYING, 1, WXP_STEP_WAIT, 10},
        {WXP_EVENT_WAITED, 0, 10, WXP_STEP_QUERY, 0},
        {WXP_EVENT_QUERY, WXP_ORDER_PAYING, 1, WXP_STEP_NOT_REVERSIBLE, 0},
    };
    wxp_quickpay payment;
    wxp_timing many = timing;
    int32_t step;
    uint16_t wait;
    play(paid, COUNT(paid));
    play(paid_late, COUNT(paid_late));
    play(not_paid, COUNT(not_paid));
    play(resumed, COUNT(resumed));
    play(not_sent, COUNT(not_sent));
    play(refunded, COUNT(refunded));
    play(pay_error, COUNT(pay_error));
    play(reversed, COUNT(reversed));
    play(not_answered, COUNT(not_answered));
    play(not_reversible, COUNT(not_reversible));
    many.queries = 256;
    CHECK(wxp_quickpay_new(&payment) == WXP_OK);
    CHECK(wxp_quickpay_next(&payment, &many, WXP_EVENT_NONE, NULL, 0, &step, &wait) == WXP_E_ARGUMENT);
    printf("10 payments\n");
}

int main(void) {
    bodies();
    layers();
    lists();
    seconds();
    advice();
    orders();
    quickpay();
    return 0;
}
