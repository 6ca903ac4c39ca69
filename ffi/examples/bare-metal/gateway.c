/* A gateway that follows a script, and what else a terminal has, pretended.
 * It reads and verifies the requests, as WeChat Pay does. */
#include "gateway.h"

#include <wxp.h>

#include "terminal.h"

#define FIELD(name, value) {name, sizeof(name) - 1, value, sizeof(value) - 1}

/* What comes of the requests, one after the other. */
static const struct {
    const char *shown;
    wxp_field outcome[2];
} script[] = {
    {"  the order: the customer has to enter a password\n",
     {FIELD("result_code", "FAIL"), FIELD("err_code", "USERPAYING")}},
    {"  a query: its answer is lost\n", {FIELD("", ""), FIELD("", "")}},
    {"  a query: the customer is still busy\n",
     {FIELD("result_code", "SUCCESS"), FIELD("trade_state", "USERPAYING")}},
    {"  a query: paid\n", {FIELD("result_code", "SUCCESS"), FIELD("trade_state", "SUCCESS")}},
};

static size_t requests;
static unsigned char kept[32];

size_t post(const char *path, const char *request, size_t request_len, char *body, size_t capacity)
{
    static char scratch[64];
    static wxp_field fields[16];
    size_t number = requests++, count, len = 0, fault;
    wxp_key key;
    const wxp_field *trade;

    (void)path;
    if (number >= sizeof(script) / sizeof(*script)) return 0;
    if (wxp_key_init(&key, WXP_HMAC_SHA256, GATEWAY_SECRET, 32) ||
        wxp_xml_read(request, request_len, fields, 16, &count, scratch, sizeof(scratch), &fault) ||
        wxp_verify(&key, fields, count))
        return 0;
    show(script[number].shown);
    trade = wxp_find(fields, count, "out_trade_no", 12);
    if (script[number].outcome[0].name_len > 0 && trade != NULL) {
        /* The request's buffer is the answer's: nothing of it is used any more but this number. */
        char out_trade_no[32];
        wxp_field answer[] = {FIELD("return_code", "SUCCESS"), FIELD("out_trade_no", ""),
                              FIELD("nonce_str", "5d2b6c2a8db53831f7eda20af46e531c"),
                              FIELD("transaction_id", "1217752501201407033233368018"),
                              FIELD("total_fee", "888"),
                              script[number].outcome[0], script[number].outcome[1]};
        for (len = 0; len < trade->value_len && len < sizeof(out_trade_no); len++)
            out_trade_no[len] = trade->value[len];
        answer[1].value = out_trade_no;
        answer[1].value_len = len;
        if (wxp_xml_write(&key, answer, 7, body, capacity, &len)) len = 0;
    }
    wxp_key_wipe(&key);
    return len;
}

size_t gateway_requests(void)
{
    return requests;
}

void keep(const void *bytes, size_t len)
{
    size_t i;
    for (i = 0; i < len && i < sizeof(kept); i++) kept[i] = ((const unsigned char *)bytes)[i];
}

void recall(void *bytes, size_t len)
{
    size_t i;
    for (i = 0; i < len && i < sizeof(kept); i++) ((unsigned char *)bytes)[i] = kept[i];
}

/* Only here: a terminal asks its random number generator. */
void entropy(void *bytes, size_t len)
{
    static unsigned char next = 1;
    while (len-- > 0) ((unsigned char *)bytes)[len] = next = (unsigned char)(next * 5 + 1);
}
