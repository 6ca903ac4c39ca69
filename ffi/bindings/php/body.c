/* What a text is that came in place of a message, or that somebody has in hand. */
#include "php_wxp.h"

#include <Zend/zend_interfaces.h>

/* The most fields that the library reads of a list. */
#define LIST_MAX 128

/* The properties of an Undone and of a FieldList, in the order of the stub. */
enum { LAYER, BODY };
enum { FIELDS, HELD_KEY, IS_GUESS };

zend_string *wxp_string_of(zend_execute_data *execute_data)
{
    zend_object *object = NULL;
    zend_string *string = NULL;
    zval value;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJ_OF_CLASS_OR_STR(object, zend_ce_stringable, string)
    ZEND_PARSE_PARAMETERS_END_EX(return NULL);
    if (object == NULL) {
        return zend_string_copy(string);
    }
    ZVAL_OBJ(&value, object);
    return zval_try_get_string(&value);
}

ZEND_FUNCTION(Wxp_body)
{
    zend_string *body = wxp_string_of(execute_data);

    if (body == NULL) {
        RETURN_THROWS();
    }
    wxp_set_case(return_value, wxp_ce_body, wxp_body(ZSTR_VAL(body), ZSTR_LEN(body)));
    zend_string_release(body);
}

ZEND_FUNCTION(Wxp_undo)
{
    zend_string *body = wxp_string_of(execute_data);
    int32_t layer;
    size_t fault;
    wxp_status status;
    wxp_room room;

    if (body == NULL) {
        RETURN_THROWS();
    }
    /* This is always enough. */
    room = wxp_room_of(zend_safe_address_guarded(2, ZSTR_LEN(body), 0));
    status = wxp_body_undo(ZSTR_VAL(body), ZSTR_LEN(body), &layer, WXP_ROOM(room), &fault);
    if (status == WXP_OK && layer != 0) {
        object_init_ex(return_value, wxp_ce_undone);
        wxp_set_case(OBJ_PROP_NUM(Z_OBJ_P(return_value), LAYER), wxp_ce_layer, layer);
        ZVAL_STR(OBJ_PROP_NUM(Z_OBJ_P(return_value), BODY), wxp_room_text(&room));
    } else {
        wxp_room_free(&room);
        if (status != WXP_OK) {
            wxp_throw(status, NULL, fault);
        }
    }
    zend_string_release(body);
}

/* Throws and returns NULL if a field comes twice, which an array cannot have. */
static zend_array *array_of(const wxp_field *fields, size_t count)
{
    zend_array *array = zend_new_array((uint32_t)count);

    for (size_t i = 0; i < count; i++) {
        zval value;
        ZVAL_STR(&value, zend_string_init_fast(fields[i].value, fields[i].value_len));
        if (zend_hash_str_add(array, fields[i].name, fields[i].name_len, &value) == NULL) {
            zval_ptr_dtor(&value);
            zend_array_release(array);
            wxp_throw(WXP_E_DUPLICATE_FIELD, &fields[i], WXP_NOWHERE);
            return NULL;
        }
    }
    return array;
}

ZEND_FUNCTION(Wxp_fields)
{
    zend_string *body = wxp_string_of(execute_data);
    zend_array *array = NULL;
    wxp_field fields[LIST_MAX];
    size_t count, fault;
    int32_t traits;
    wxp_status status;
    char *scratch;

    if (body == NULL) {
        RETURN_THROWS();
    }
    scratch = emalloc(MAX(ZSTR_LEN(body), 1));
    status = wxp_body_fields(ZSTR_VAL(body), ZSTR_LEN(body), fields, LIST_MAX, &count, scratch,
        ZSTR_LEN(body), &traits, &fault);
    if (status == WXP_OK) {
        array = array_of(fields, count);
    } else {
        wxp_throw(status, NULL, status == WXP_E_TOO_MANY_FIELDS ? WXP_NOWHERE : fault);
    }
    if (array != NULL) {
        zval *properties;
        object_init_ex(return_value, wxp_ce_field_list);
        properties = OBJ_PROP_NUM(Z_OBJ_P(return_value), 0);
        ZVAL_ARR(&properties[FIELDS], array);
        ZVAL_BOOL(&properties[HELD_KEY], (traits & WXP_FIELDS_HELD_KEY) != 0);
        ZVAL_BOOL(&properties[IS_GUESS], (traits & WXP_FIELDS_GUESSED) != 0);
    }
    efree(scratch);
    zend_string_release(body);
}

ZEND_METHOD(Wxp_Undone, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(Wxp_Undone, textIn)
{
    zend_object *layer = Z_OBJ_P(OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), LAYER));
    int32_t language;

    if (!wxp_language_of(execute_data, &language)) {
        RETURN_THROWS();
    }
    RETURN_STRING(wxp_layer_text((int32_t)wxp_number_of(layer), language));
}

ZEND_METHOD(Wxp_FieldList, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}
