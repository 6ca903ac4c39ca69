/* What else a Wxp\Key does: second signatures and sealed refunds. */
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
