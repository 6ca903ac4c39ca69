/* The functions of the namespace, but advice(). */
#include "php_wxp.h"

#if PHP_VERSION_ID >= 80200
#include <ext/random/php_random.h>
#else
#include <ext/standard/php_random.h>
#endif

/* More than any reply to a notice has; the library says if it is not enough. */
#define USUAL_REPLY 128

/* The length of a nonce_str. */
#define NONCE_LEN 32

ZEND_FUNCTION(Wxp_canonical)
{
    HashTable *array;
    wxp_table table;
    wxp_room room;
    wxp_status status;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ARRAY_HT(array)
    ZEND_PARSE_PARAMETERS_END();
    if (!wxp_table_of(&table, array)) {
        RETURN_THROWS();
    }
    room = wxp_room_of(wxp_table_size(&table));
    do {
        status = wxp_canonical(table.fields, table.count, WXP_ROOM(room));
    } while (wxp_room_grown(&room, status));
    if (EXPECTED(status == WXP_OK)) {
        RETVAL_NEW_STR(wxp_room_text(&room));
    } else {
        wxp_room_free(&room);
        wxp_table_throw(&table, status);
    }
    wxp_table_free(&table);
}

ZEND_FUNCTION(Wxp_check)
{
    HashTable *array;
    wxp_table table;
    wxp_status status;
    size_t index, offset;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ARRAY_HT(array)
    ZEND_PARSE_PARAMETERS_END();
    if (!wxp_table_of(&table, array)) {
        RETURN_THROWS();
    }
    status = wxp_check(table.fields, table.count, &index, &offset);
    if (status != WXP_OK) {
        wxp_table_throw(&table, status);
    }
    wxp_table_free(&table);
}

ZEND_FUNCTION(Wxp_nonce)
{
    unsigned char entropy[WXP_ENTROPY_SIZE];
    wxp_status status;
    wxp_room room;

    ZEND_PARSE_PARAMETERS_NONE();
    if (php_random_bytes_throw(entropy, sizeof(entropy)) != SUCCESS) {
        RETURN_THROWS();
    }
    room = wxp_room_of(NONCE_LEN);
    do {
        status = wxp_nonce(entropy, sizeof(entropy), WXP_ROOM(room));
    } while (wxp_room_grown(&room, status));
    if (status != WXP_OK) {
        wxp_room_free(&room);
        wxp_throw(status, NULL, WXP_NOWHERE);
        RETURN_THROWS();
    }
    RETURN_NEW_STR(wxp_room_text(&room));
}

ZEND_FUNCTION(Wxp_acknowledge)
{
    zend_string *notice;
    bool taken = true;
    int32_t source;
    wxp_status status;
    wxp_room room;

    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_STR(notice)
        Z_PARAM_OPTIONAL
        Z_PARAM_BOOL(taken)
    ZEND_PARSE_PARAMETERS_END();
    status = wxp_source_find(ZSTR_VAL(notice), ZSTR_LEN(notice), &source);
    if (status != WXP_OK) {
        wxp_throw(status, NULL, WXP_NOWHERE);
        RETURN_THROWS();
    }
    room = wxp_room_of(USUAL_REPLY);
    do {
        status = wxp_acknowledge(source, taken, WXP_ROOM(room));
    } while (wxp_room_grown(&room, status));
    if (status != WXP_OK) {
        wxp_room_free(&room);
        wxp_throw(status, NULL, WXP_NOWHERE);
        RETURN_THROWS();
    }
    RETURN_NEW_STR(wxp_room_text(&room));
}

ZEND_FUNCTION(Wxp_findings)
{
    HashTable *array;
    zend_string *operation;
    zend_object *algorithm;
    zend_array *findings;
    bool certain;

    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_ARRAY_HT(array)
        Z_PARAM_STR(operation)
        Z_PARAM_OBJ_OF_CLASS(algorithm, wxp_ce_algorithm)
    ZEND_PARSE_PARAMETERS_END();
    findings = wxp_findings_of(array, operation, (uint32_t)wxp_number_of(algorithm), &certain);
    if (findings != NULL) {
        RETURN_ARR(findings);
    }
}

ZEND_FUNCTION(Wxp_version)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_STRING(wxp_version());
}

ZEND_FUNCTION(Wxp_language)
{
    zend_object *chosen = NULL;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_OBJ_OF_CLASS_OR_NULL(chosen, wxp_ce_language)
    ZEND_PARSE_PARAMETERS_END();
    if (chosen != NULL) {
        WXP_LANGUAGE = (int32_t)wxp_number_of(chosen);
    }
    wxp_set_case(return_value, wxp_ce_language, WXP_LANGUAGE);
}
