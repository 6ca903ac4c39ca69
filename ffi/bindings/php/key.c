/* Wxp\Key: signing, verifying, and writing what is sent. */
#include "php_wxp.h"

static zend_object_handlers handlers;

static zend_object *key_create(zend_class_entry *ce)
{
    wxp_key_object *key = zend_object_alloc(sizeof(wxp_key_object), ce);

    zend_object_std_init(&key->std, ce);
    key->std.handlers = &handlers;
    return &key->std;
}

static void key_free(zend_object *object)
{
    wxp_key_wipe(&wxp_key_of(object)->key);
    zend_object_std_dtor(object);
}

/* All that var_dump and the like get to see. */
static HashTable *key_debug(zend_object *object, int *is_temporary)
{
    wxp_key_object *key = wxp_key_of(object);
    zend_array *shown = zend_new_array(1);
    zval algorithm;

    if (key->algorithm != 0) {
        wxp_set_case(&algorithm, wxp_ce_algorithm, key->algorithm);
        zend_hash_str_add_new(shown, ZEND_STRL("algorithm"), &algorithm);
    }
    *is_temporary = 1;
    return shown;
}

void wxp_key_startup(void)
{
    wxp_ce_key->create_object = key_create;
    handlers = std_object_handlers;
    handlers.offset = XtOffsetOf(wxp_key_object, std);
    handlers.free_obj = key_free;
    handlers.clone_obj = NULL;
    handlers.compare = zend_objects_not_comparable;
    handlers.get_debug_info = key_debug;
}

typedef wxp_status key_init(wxp_key *, uint32_t, const char *, size_t);

static void construct(
    zend_object *object, zend_object *algorithm, zend_string *secret, key_init *init)
{
    wxp_key_object *key = wxp_key_of(object);
    uint32_t number = (uint32_t)wxp_number_of(algorithm);
    wxp_status status;

    if (key->algorithm != 0) {
        zend_throw_error(NULL, "A Wxp\\Key cannot be changed");
        return;
    }
    status = init(&key->key, number, ZSTR_VAL(secret), ZSTR_LEN(secret));
    if (status != WXP_OK) {
        wxp_throw(status, NULL, WXP_NOWHERE);
        return;
    }
    key->algorithm = number;
}

ZEND_METHOD(Wxp_Key, __construct)
{
    zend_object *algorithm;
    zend_string *secret;

    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJ_OF_CLASS(algorithm, wxp_ce_algorithm)
        Z_PARAM_STR(secret)
    ZEND_PARSE_PARAMETERS_END();
    construct(Z_OBJ_P(ZEND_THIS), algorithm, secret, wxp_key_init);
}

ZEND_METHOD(Wxp_Key, nonstandard)
{
    zend_object *algorithm;
    zend_string *secret;

    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJ_OF_CLASS(algorithm, wxp_ce_algorithm)
        Z_PARAM_STR(secret)
    ZEND_PARSE_PARAMETERS_END();
    object_init_ex(return_value, wxp_ce_key);
    construct(Z_OBJ_P(return_value), algorithm, secret, wxp_key_init_nonstandard);
}

ZEND_METHOD(Wxp_Key, algorithm)
{
    ZEND_PARSE_PARAMETERS_NONE();
    wxp_set_case(return_value, wxp_ce_algorithm, wxp_key_of(Z_OBJ_P(ZEND_THIS))->algorithm);
}

ZEND_METHOD(Wxp_Key, sign)
{
    wxp_key_object *key = wxp_key_of(Z_OBJ_P(ZEND_THIS));
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
    room = wxp_room_of(key->algorithm == WXP_MD5 ? WXP_SIGNATURE_MAX / 2 : WXP_SIGNATURE_MAX);
    status = wxp_sign(&key->key, table.fields, table.count, WXP_ROOM(room));
    if (EXPECTED(status == WXP_OK)) {
        RETVAL_NEW_STR(wxp_room_text(&room));
    } else {
        wxp_room_free(&room);
        wxp_table_throw(&table, status);
    }
    wxp_table_free(&table);
}

ZEND_METHOD(Wxp_Key, verify)
{
    HashTable *array;
    wxp_table table;
    wxp_status status;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ARRAY_HT(array)
    ZEND_PARSE_PARAMETERS_END();
    if (!wxp_table_of(&table, array)) {
        RETURN_THROWS();
    }
    status = wxp_verify(&wxp_key_of(Z_OBJ_P(ZEND_THIS))->key, table.fields, table.count);
    if (UNEXPECTED(status != WXP_OK)) {
        wxp_table_throw(&table, status);
    }
    wxp_table_free(&table);
}

ZEND_METHOD(Wxp_Key, check)
{
    HashTable *array;
    zend_string *operation;
    zend_array *findings;
    bool certain;

    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_ARRAY_HT(array)
        Z_PARAM_STR(operation)
    ZEND_PARSE_PARAMETERS_END();
    findings = wxp_findings_of(
        array, operation, wxp_key_of(Z_OBJ_P(ZEND_THIS))->algorithm, &certain);
    if (findings != NULL) {
        RETURN_ARR(findings);
    }
}

/* Whether an operation takes the request, for all that is certain; if not, it has thrown. */
static bool is_taken(HashTable *array, const zend_string *operation, uint32_t algorithm)
{
    bool certain;
    zend_array *findings = wxp_findings_of(array, operation, algorithm, &certain);

    if (findings == NULL) {
        return false;
    }
    if (certain) {
        wxp_throw_wrong(findings);
        return false;
    }
    zend_array_release(findings);
    return true;
}

ZEND_METHOD(Wxp_Key, write)
{
    HashTable *array;
    zend_string *operation = NULL;
    wxp_table table;
    wxp_room room;
    wxp_status status;

    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_ARRAY_HT(array)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR_OR_NULL(operation)
    ZEND_PARSE_PARAMETERS_END();
    if (operation != NULL
        && !is_taken(array, operation, wxp_key_of(Z_OBJ_P(ZEND_THIS))->algorithm)) {
        RETURN_THROWS();
    }
    if (!wxp_table_of(&table, array)) {
        RETURN_THROWS();
    }
    room = wxp_room_of(wxp_table_size(&table));
    do {
        status = wxp_xml_write(&wxp_key_of(Z_OBJ_P(ZEND_THIS))->key, table.fields, table.count,
            WXP_ROOM(room));
    } while (wxp_room_grown(&room, status));
    if (EXPECTED(status == WXP_OK)) {
        RETVAL_NEW_STR(wxp_room_text(&room));
    } else {
        wxp_room_free(&room);
        wxp_table_throw(&table, status);
    }
    wxp_table_free(&table);
}
