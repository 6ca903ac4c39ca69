/* Wxp\Error and Wxp\NotAuthentic. */
#include "php_wxp.h"

#include <Zend/zend_exceptions.h>
#include <Zend/zend_smart_str.h>

/* The properties that Wxp\Error adds to those of its parents, in the order of the stub. */
enum { FIELD, OFFSET, FOUND, EXPECTATION, BODY, PAGE, PROPERTIES };

static zval *property(zend_object *error, int number)
{
    return OBJ_PROP_NUM(error, error->ce->default_properties_count - PROPERTIES + number);
}

/* One that a program makes by itself is about no field. */
static zend_object *error_create(zend_class_entry *ce)
{
    zend_object *error = ce->parent->create_object(ce);
    for (int number = 0; number < PROPERTIES; number++) {
        ZVAL_NULL(property(error, number));
    }
    return error;
}

void wxp_error_startup(void)
{
    wxp_ce_error->create_object = error_create;
}

static void append(smart_str *message, wxp_text text)
{
    smart_str_appendl(message, text.text, text.len);
}

static void append_described(
    smart_str *message, int32_t language, wxp_status status, wxp_text field)
{
    smart_str_appends(message, wxp_status_text(status, language));
    if (field.len != 0) {
        smart_str_appends(message, language == WXP_CHINESE ? "，字段" : ", field ");
        append(message, field);
    }
}

zend_string *wxp_describe(int32_t language, wxp_status status, wxp_text field)
{
    smart_str text = { 0 };

    append_described(&text, language, status, field);
    return smart_str_extract(&text);
}

static void append_offset(smart_str *message, int32_t language, size_t offset)
{
    if (offset != WXP_NOWHERE) {
        smart_str_appends(message, language == WXP_CHINESE ? "，字节偏移" : ", byte ");
        smart_str_append_unsigned(message, offset);
    }
}

static zend_string *refusal(int32_t language, wxp_status status, wxp_text field, size_t offset)
{
    const wxp_text none = { NULL, 0 };
    smart_str message = { 0 };

    /* What is no name of a field says little about where it stands. */
    append_described(&message, language, status, status != WXP_E_FIELD_NAME ? field : none);
    append_offset(&message, language, offset);
    return smart_str_extract(&message);
}

/* What a document is instead, and what it says if that is a web page. */
static zend_string *other(int32_t language, int32_t body, int32_t page, size_t offset)
{
    const bool chinese = language == WXP_CHINESE;
    smart_str message = { 0 };

    smart_str_appends(&message,
        chinese ? "不是本协议的报文，而是" : "not a message of the protocol, but ");
    smart_str_appends(&message, wxp_body_text(body, language));
    if (page != 0) {
        smart_str_appends(&message, chinese ? "：" : ": ");
        smart_str_appends(&message, wxp_page_text(page, language));
    }
    append_offset(&message, language, offset);
    return smart_str_extract(&message);
}

static zend_string *difference(
    int32_t language, wxp_text name, wxp_text found, wxp_text expected)
{
    const bool chinese = language == WXP_CHINESE;
    smart_str message = { 0 };

    if (found.len == 0) {
        smart_str_appends(&message, chinese ? "缺少" : "");
        append(&message, name);
        smart_str_appends(&message, chinese ? "" : " is missing");
    } else {
        append(&message, name);
        smart_str_appends(&message, chinese ? "的值是" : " is ");
        append(&message, found);
    }
    if (expected.len != 0) {
        smart_str_appends(&message, chinese ? "，应为" : ", not ");
        append(&message, expected);
    } else {
        smart_str_appends(&message, chinese ? "，但不应有此字段" : ", and should be missing");
    }
    return smart_str_extract(&message);
}

/* A new error with a message, which it takes; a field that is NULL is none. */
static ZEND_COLD zend_object *error_of(
    zend_string *message, wxp_status status, wxp_text field, size_t offset)
{
    zval error, code, text;

    object_init_ex(&error, wxp_ce_error);
    ZVAL_STR(&text, message);
    zend_update_property(zend_ce_exception, Z_OBJ(error), ZEND_STRL("message"), &text);
    zval_ptr_dtor(&text);
    ZVAL_LONG(&code, status);
    zend_update_property(zend_ce_exception, Z_OBJ(error), ZEND_STRL("code"), &code);
    if (field.text != NULL) {
        ZVAL_STRINGL(property(Z_OBJ(error), FIELD), field.text, field.len);
    }
    if (offset != WXP_NOWHERE) {
        ZVAL_LONG(property(Z_OBJ(error), OFFSET), offset);
    }
    return Z_OBJ(error);
}

static ZEND_COLD void throw_error(zend_object *error)
{
    zval thrown;

    ZVAL_OBJ(&thrown, error);
    zend_throw_exception_object(&thrown);
}

ZEND_COLD void wxp_throw(wxp_status status, const wxp_field *field, size_t offset)
{
    const wxp_text none = { NULL, 0 };
    wxp_text name = field != NULL ? (wxp_text){ field->name, field->name_len } : none;

    throw_error(error_of(refusal(WXP_LANGUAGE, status, name, offset), status, name, offset));
}

ZEND_COLD void wxp_throw_document(const zend_string *document, wxp_status status, size_t offset)
{
    const char *text = ZSTR_VAL(document);
    const wxp_text none = { NULL, 0 };
    int32_t body = wxp_body(text, ZSTR_LEN(document)), page;
    zend_object *error;

    if (body == WXP_BODY_EMPTY || body == WXP_BODY_XML) {
        wxp_throw(status, NULL, offset);
        return;
    }
    page = body == WXP_BODY_HTML ? wxp_page(text, ZSTR_LEN(document)) : 0;
    error = error_of(other(WXP_LANGUAGE, body, page, offset), status, none, offset);
    ZVAL_LONG(property(error, BODY), body);
    ZVAL_LONG(property(error, PAGE), page);
    throw_error(error);
}

ZEND_COLD void wxp_throw_differs(wxp_text name, wxp_text found, wxp_text expected)
{
    zend_string *message = difference(WXP_LANGUAGE, name, found, expected);
    zend_object *error = error_of(message, WXP_E_DIFFERS, name, WXP_NOWHERE);

    ZVAL_STRINGL(property(error, FOUND), found.text, found.len);
    ZVAL_STRINGL(property(error, EXPECTATION), expected.text, expected.len);
    throw_error(error);
}

/* A property as a text; of one that is null, none. */
static wxp_text text_of(zend_object *error, int number)
{
    const zval *value = property(error, number);

    return Z_TYPE_P(value) == IS_STRING ? (wxp_text){ Z_STRVAL_P(value), Z_STRLEN_P(value) }
                                        : (wxp_text){ NULL, 0 };
}

ZEND_METHOD(Wxp_Error, messageIn)
{
    zend_object *error = Z_OBJ_P(ZEND_THIS);
    zval *place = property(error, OFFSET), *body = property(error, BODY);
    size_t offset = Z_TYPE_P(place) == IS_LONG ? (size_t)Z_LVAL_P(place) : WXP_NOWHERE;
    wxp_text field = text_of(error, FIELD), expected = text_of(error, EXPECTATION);
    wxp_status status;
    int32_t language;
    zval room;

    if (!wxp_language_of(execute_data, &language)) {
        RETURN_THROWS();
    }
    if (expected.text != NULL) {
        RETURN_STR(difference(language, field, text_of(error, FOUND), expected));
    }
    if (Z_TYPE_P(body) == IS_LONG) {
        RETURN_STR(other(language, (int32_t)Z_LVAL_P(body),
            (int32_t)Z_LVAL_P(property(error, PAGE)), offset));
    }
    status = (wxp_status)zval_get_long(zend_read_property(
        zend_ce_exception, error, ZEND_STRL("code"), false, &room));
    RETURN_STR(refusal(language, status, field, offset));
}

ZEND_COLD void wxp_throw_not_authentic(void)
{
    zend_throw_exception(wxp_ce_not_authentic,
        "this message is not verified: look at the verdict first; unverified() has the fields"
        " all the same", 0);
}
