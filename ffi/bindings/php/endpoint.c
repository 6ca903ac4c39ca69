/* Wxp\Endpoint and Wxp\Advice: what is known about the operations. */
#include "php_wxp.h"

static void set_text(zval *value, wxp_text text)
{
    ZVAL_STR(value, zend_string_init_fast(text.text, text.len));
}

/* The properties of an Advice and of an Endpoint that their texts come from. */
enum { ADVICE_NUMBER = 2, ENDPOINT_PATH = 0 };

static void set_algorithms(zval *value, uint32_t algorithms)
{
    array_init(value);
    for (uint32_t one = WXP_MD5; one <= WXP_HMAC_SHA256; one++) {
        if (algorithms & one) {
            zval algorithm;
            wxp_set_case(&algorithm, wxp_ce_algorithm, one);
            zend_hash_next_index_insert_new(Z_ARR_P(value), &algorithm);
        }
    }
}

static void make(zval *value, const wxp_endpoint *endpoint)
{
    zval *property;

    object_init_ex(value, wxp_ce_endpoint);
    /* In the order of the stub. */
    property = OBJ_PROP_NUM(Z_OBJ_P(value), 0);
    set_text(property++, endpoint->path);
    set_text(property++, endpoint->host);
    if (endpoint->backup_host.len > 0) {
        set_text(property++, endpoint->backup_host);
    } else {
        ZVAL_NULL(property++);
    }
    wxp_set_text(property++, wxp_endpoint_purpose(endpoint->number, WXP_LANGUAGE));
    ZVAL_BOOL(property++, endpoint->get);
    ZVAL_BOOL(property++, endpoint->certificate);
    set_algorithms(property++, endpoint->algorithms);
    if (endpoint->default_algorithm != 0) {
        wxp_set_case(property++, wxp_ce_algorithm, endpoint->default_algorithm);
    } else {
        ZVAL_NULL(property++);
    }
    wxp_set_case(property++, wxp_ce_sign_type, endpoint->sign_type);
    wxp_set_case(property++, wxp_ce_signed, endpoint->answer_signed);
    wxp_set_case(property++, wxp_ce_format, endpoint->format);
    ZVAL_BOOL(property++, endpoint->nonce);
    ZVAL_BOOL(property++, endpoint->repeatable);
    ZVAL_BOOL(property++, endpoint->moves_money);
    ZVAL_BOOL(property, endpoint->deprecated);
}

ZEND_METHOD(Wxp_Endpoint, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(Wxp_Endpoint, purposeIn)
{
    const zend_string *path = Z_STR_P(OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), ENDPOINT_PATH));
    int32_t language, number;
    wxp_status status;

    if (!wxp_language_of(execute_data, &language)) {
        RETURN_THROWS();
    }
    status = wxp_source_find(ZSTR_VAL(path), ZSTR_LEN(path), &number);
    if (status != WXP_OK) {
        wxp_throw(status, NULL, WXP_NOWHERE);
        RETURN_THROWS();
    }
    RETURN_STRING(wxp_endpoint_purpose(number, language));
}

ZEND_METHOD(Wxp_Endpoint, find)
{
    wxp_endpoint endpoint;
    zend_string *address;
    wxp_status status;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(address)
    ZEND_PARSE_PARAMETERS_END();
    status = wxp_endpoint_find(ZSTR_VAL(address), ZSTR_LEN(address), &endpoint);
    if (status == WXP_OK) {
        make(return_value, &endpoint);
    } else if (status != WXP_E_NOT_FOUND) {
        wxp_throw(status, NULL, WXP_NOWHERE);
    }
}

ZEND_METHOD(Wxp_Endpoint, all)
{
    wxp_endpoint endpoint;

    ZEND_PARSE_PARAMETERS_NONE();
    array_init_size(return_value, wxp_endpoint_count());
    for (size_t i = 0; wxp_endpoint_at(i, &endpoint) == WXP_OK; i++) {
        zval value;
        make(&value, &endpoint);
        zend_hash_next_index_insert_new(Z_ARR_P(return_value), &value);
    }
}

ZEND_METHOD(Wxp_Advice, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(Wxp_Advice, textIn)
{
    const zval *number = OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), ADVICE_NUMBER);
    int32_t language;

    if (!wxp_language_of(execute_data, &language)) {
        RETURN_THROWS();
    }
    RETURN_STRING(wxp_advice_text((int32_t)Z_LVAL_P(number), language));
}

ZEND_FUNCTION(Wxp_advice)
{
    zend_string *endpoint, *code;
    int32_t source, action, advice;
    wxp_status status;

    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_STR(endpoint)
        Z_PARAM_STR(code)
    ZEND_PARSE_PARAMETERS_END();
    status = wxp_source_find(ZSTR_VAL(endpoint), ZSTR_LEN(endpoint), &source);
    if (status == WXP_OK) {
        status = wxp_advice(source, ZSTR_VAL(code), ZSTR_LEN(code), &action, &advice);
    }
    if (status != WXP_OK) {
        wxp_throw(status, NULL, WXP_NOWHERE);
        RETURN_THROWS();
    }
    object_init_ex(return_value, wxp_ce_advice);
    wxp_set_case(OBJ_PROP_NUM(Z_OBJ_P(return_value), 0), wxp_ce_action, action);
    ZVAL_STRING(OBJ_PROP_NUM(Z_OBJ_P(return_value), 1), wxp_advice_text(advice, WXP_LANGUAGE));
    ZVAL_LONG(OBJ_PROP_NUM(Z_OBJ_P(return_value), ADVICE_NUMBER), advice);
}
