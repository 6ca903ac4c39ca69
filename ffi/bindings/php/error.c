/* Wxp\Error and Wxp\NotAuthentic. */
#include "php_wxp.h"

#include <Zend/zend_exceptions.h>
#include <Zend/zend_smart_str.h>

/* The two properties that Wxp\Error adds to those of its parents. */
static zval *property(zend_object *error, int number)
{
    return OBJ_PROP_NUM(error, error->ce->default_properties_count - 2 + number);
}

/* One that a program makes by itself is about no field. */
static zend_object *error_create(zend_class_entry *ce)
{
    zend_object *error = ce->parent->create_object(ce);
    ZVAL_NULL(property(error, 0));
    ZVAL_NULL(property(error, 1));
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

static void append_described(smart_str *message, wxp_status status, wxp_text field)
{
    smart_str_appends(message, wxp_status_text(status));
    if (field.len != 0) {
        smart_str_appends(message, ", field ");
        append(message, field);
    }
}

zend_string *wxp_describe(wxp_status status, wxp_text field)
{
    smart_str text = { 0 };

    append_described(&text, status, field);
    return smart_str_extract(&text);
}

/* Throws with a message, which it frees; a field that is NULL is none. */
static ZEND_COLD void throw_message(
    smart_str *message, wxp_status status, wxp_text field, size_t offset)
{
    zval error, code, text;

    object_init_ex(&error, wxp_ce_error);
    ZVAL_STR(&text, smart_str_extract(message));
    zend_update_property(zend_ce_exception, Z_OBJ(error), ZEND_STRL("message"), &text);
    zval_ptr_dtor(&text);
    ZVAL_LONG(&code, status);
    zend_update_property(zend_ce_exception, Z_OBJ(error), ZEND_STRL("code"), &code);
    if (field.text != NULL) {
        ZVAL_STRINGL(property(Z_OBJ(error), 0), field.text, field.len);
    }
    if (offset != WXP_NOWHERE) {
        ZVAL_LONG(property(Z_OBJ(error), 1), offset);
    }
    zend_throw_exception_object(&error);
}

ZEND_COLD void wxp_throw(wxp_status status, const wxp_field *field, size_t offset)
{
    const wxp_text none = { NULL, 0 };
    wxp_text name = field != NULL ? (wxp_text){ field->name, field->name_len } : none;
    smart_str message = { 0 };

    /* What is no name of a field says little about where it stands. */
    append_described(&message, status, status != WXP_E_FIELD_NAME ? name : none);
    if (offset != WXP_NOWHERE) {
        smart_str_appends(&message, ", byte ");
        smart_str_append_unsigned(&message, offset);
    }
    throw_message(&message, status, name, offset);
}

ZEND_COLD void wxp_throw_differs(wxp_text name, wxp_text found, wxp_text expected)
{
    smart_str message = { 0 };

    append(&message, name);
    smart_str_appends(&message, " is ");
    if (found.len != 0) {
        append(&message, found);
    } else {
        smart_str_appends(&message, "missing");
    }
    if (expected.len != 0) {
        smart_str_appends(&message, ", not ");
        append(&message, expected);
    } else {
        smart_str_appends(&message, ", and should be missing");
    }
    throw_message(&message, WXP_E_DIFFERS, name, WXP_NOWHERE);
}

ZEND_COLD void wxp_throw_not_authentic(void)
{
    zend_throw_exception(wxp_ce_not_authentic,
        "this message is not verified: look at the verdict first; unverified() has the fields"
        " all the same", 0);
}
