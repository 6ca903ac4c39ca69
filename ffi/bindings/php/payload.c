/* What else a Wxp\Key does: second signatures, sealed refunds, and why a signature differs. */
#include "php_wxp.h"

/* Enough for most; the library says if it is not. */
#define USUAL_PAYLOAD 512

ZEND_METHOD(Wxp_Key, payload)
{
    zend_object *kind;
    HashTable *array;
    wxp_table table;
    wxp_room room;
    wxp_status status;
    wxp_text missing;

    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJ_OF_CLASS(kind, wxp_ce_payload)
        Z_PARAM_ARRAY_HT(array)
    ZEND_PARSE_PARAMETERS_END();
    if (!wxp_table_of(&table, array)) {
        RETURN_THROWS();
    }
    room = wxp_room_of(USUAL_PAYLOAD);
    do {
        status = wxp_payload(&wxp_key_of(Z_OBJ_P(ZEND_THIS))->key, (int32_t)wxp_number_of(kind),
            table.fields, table.count, WXP_ROOM(room), &missing);
    } while (wxp_room_grown(&room, status));
    if (EXPECTED(status == WXP_OK)) {
        RETVAL_NEW_STR(wxp_room_text(&room));
    } else {
        wxp_room_free(&room);
        if (status == WXP_E_MISSING) {
            wxp_field field = { .name = missing.text, .name_len = missing.len };
            wxp_throw(status, &field, WXP_NOWHERE);
        } else {
            wxp_table_throw(&table, status);
        }
    }
    wxp_table_free(&table);
}

ZEND_METHOD(Wxp_Key, explain)
{
    HashTable *array;
    zend_string *offered = ZSTR_EMPTY_ALLOC();
    wxp_table table;
    wxp_status status;
    int32_t cause;
    /* As many as the library marks. */
    size_t marked[256], count, i;
    zval fields;

    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_ARRAY_HT(array)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR(offered)
    ZEND_PARSE_PARAMETERS_END();
    if (!wxp_table_of(&table, array)) {
        RETURN_THROWS();
    }
    status = wxp_explain(&wxp_key_of(Z_OBJ_P(ZEND_THIS))->key, table.fields, table.count,
        ZSTR_VAL(offered), ZSTR_LEN(offered), &cause, marked, sizeof marked / sizeof *marked, &count);
    if (EXPECTED(status == WXP_OK)) {
        object_init_ex(return_value, wxp_ce_explanation);
        wxp_set_case(OBJ_PROP_NUM(Z_OBJ_P(return_value), 0), wxp_ce_cause, cause);
        ZVAL_STRING(OBJ_PROP_NUM(Z_OBJ_P(return_value), 1), wxp_cause_text(cause, WXP_LANGUAGE));
        array_init_size(&fields, (uint32_t)count);
        for (i = 0; i < count; i++) {
            const wxp_field *field = &table.fields[marked[i]];
            add_next_index_stringl(&fields, field->name, field->name_len);
        }
        if (count > 0) {
            ZVAL_COPY(OBJ_PROP_NUM(Z_OBJ_P(return_value), 2), zend_hash_index_find(Z_ARRVAL(fields), 0));
        } else {
            ZVAL_NULL(OBJ_PROP_NUM(Z_OBJ_P(return_value), 2));
        }
        ZVAL_COPY_VALUE(OBJ_PROP_NUM(Z_OBJ_P(return_value), 3), &fields);
    } else {
        wxp_table_throw(&table, status);
    }
    wxp_table_free(&table);
}

ZEND_METHOD(Wxp_Key, unconfirmedRefund)
{
    zend_string *sealed;
    wxp_document document;
    wxp_room room;
    wxp_status status;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(sealed)
    ZEND_PARSE_PARAMETERS_END();
    room = wxp_room_of(ZSTR_LEN(sealed));
    do {
        status = wxp_unconfirmed_refund(&wxp_key_of(Z_OBJ_P(ZEND_THIS))->key, ZSTR_VAL(sealed),
            ZSTR_LEN(sealed), WXP_ROOM(room));
    } while (wxp_room_grown(&room, status));
    if (status != WXP_OK) {
        wxp_room_free(&room);
        wxp_throw(status, NULL, WXP_NOWHERE);
        RETURN_THROWS();
    }
    if (wxp_document_read(&document, wxp_room_text(&room), wxp_refund_read)) {
        RETVAL_ARR(wxp_array_of(document.fields, document.count));
        wxp_document_free(&document);
    }
    zend_string_release(room.text);
}

ZEND_METHOD(Wxp_Explanation, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(Wxp_Explanation, textIn)
{
    zend_object *cause = Z_OBJ_P(OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), 0));
    int32_t language;

    if (!wxp_language_of(execute_data, &language)) {
        RETURN_THROWS();
    }
    RETURN_STRING(wxp_cause_text((int32_t)wxp_number_of(cause), language));
}

/* The texts of a ranking's hints, by their numbers. */
static void add_hint(zval *hints, int32_t hint, zend_object *chosen)
{
    int32_t language = chosen != NULL ? (int32_t)wxp_number_of(chosen) : WXP_LANGUAGE;
    add_index_string(hints, (zend_ulong)hint, wxp_hint_text(hint, language));
}

ZEND_METHOD(Wxp_Explanation, hints)
{
    int32_t cause = (int32_t)wxp_number_of(Z_OBJ_P(OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), 0))), hint;
    zend_object *sender, *chosen = NULL;
    size_t rank = 0;

    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_OBJ_OF_CLASS(sender, wxp_ce_sender)
        Z_PARAM_OPTIONAL
        Z_PARAM_OBJ_OF_CLASS_OR_NULL(chosen, wxp_ce_language)
    ZEND_PARSE_PARAMETERS_END();
    array_init(return_value);
    while ((hint = wxp_hint(cause, (int32_t)wxp_number_of(sender), rank++)) != 0) {
        add_hint(return_value, hint, chosen);
    }
}

ZEND_METHOD(Wxp_Explanation, refusalHints)
{
    zend_string *message;
    zend_object *chosen = NULL;
    int32_t hint;
    size_t rank = 0;

    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_STR(message)
        Z_PARAM_OPTIONAL
        Z_PARAM_OBJ_OF_CLASS_OR_NULL(chosen, wxp_ce_language)
    ZEND_PARSE_PARAMETERS_END();
    array_init(return_value);
    while ((hint = wxp_refusal_hint(ZSTR_VAL(message), ZSTR_LEN(message), rank++)) != 0) {
        add_hint(return_value, hint, chosen);
    }
}
