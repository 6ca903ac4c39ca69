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

ZEND_COLD void wxp_throw(wxp_status status, const wxp_field *field, size_t offset)
{
    zval error, code, text;
    smart_str message = { 0 };

    smart_str_appends(&message, wxp_status_text(status));
    /* What is no name of a field says little about where it stands. */
    if (field != NULL && status != WXP_E_FIELD_NAME) {
        smart_str_appends(&message, ", field ");
        smart_str_appendl(&message, field->name, field->name_len);
    }
    if (offset != WXP_NOWHERE) {
        smart_str_appends(&message, ", byte ");
        smart_str_append_unsigned(&message, offset);
    }
    smart_str_0(&message);

    object_init_ex(&error, wxp_ce_error);
    ZVAL_STR(&text, message.s);
    zend_update_property(zend_ce_exception, Z_OBJ(error), ZEND_STRL("message"), &text);
    smart_str_free(&message);
    ZVAL_LONG(&code, status);
    zend_update_property(zend_ce_exception, Z_OBJ(error), ZEND_STRL("code"), &code);
    if (field != NULL) {
        ZVAL_STRINGL(property(Z_OBJ(error), 0), field->name, field->name_len);
    }
    if (offset != WXP_NOWHERE) {
        ZVAL_LONG(property(Z_OBJ(error), 1), offset);
    }
    zend_throw_exception_object(&error);
}

ZEND_COLD void wxp_throw_not_authentic(void)
{
    zend_throw_exception(wxp_ce_not_authentic,
        "nobody vouches for this message: look at the verdict first; unverified() has the fields"
        " all the same", 0);
}
