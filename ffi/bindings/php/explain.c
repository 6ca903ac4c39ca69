/* Wxp\Explanation: why a signature does not match. */
#include "php_wxp.h"

/* The most fields that the library marks. */
#define MARKED_MAX 256

/* The properties of an Explanation, in the order of the stub. */
enum { CAUSE, TEXT, FIELD, FIELDS, SECOND, FINDINGS };

/* What the library found. */
typedef struct {
    int32_t second; /* 0 if it was not asked for one */
    int32_t cause;
    size_t marked[MARKED_MAX], count;
} found;

/* Findings are taken. */
static void make(zval *value, const wxp_table *table, const found *found, zend_array *findings)
{
    zval *properties;

    object_init_ex(value, wxp_ce_explanation);
    properties = OBJ_PROP_NUM(Z_OBJ_P(value), 0);
    wxp_set_case(&properties[CAUSE], wxp_ce_cause, found->cause);
    ZVAL_STRING(&properties[TEXT], wxp_cause_text(found->cause, WXP_LANGUAGE));
    array_init_size(&properties[FIELDS], (uint32_t)found->count);
    for (size_t i = 0; i < found->count; i++) {
        const wxp_field *field = &table->fields[found->marked[i]];
        add_next_index_stringl(&properties[FIELDS], field->name, field->name_len);
    }
    if (found->count > 0) {
        ZVAL_COPY(&properties[FIELD], zend_hash_index_find(Z_ARRVAL(properties[FIELDS]), 0));
    } else {
        ZVAL_NULL(&properties[FIELD]);
    }
    if (found->second != 0) {
        wxp_set_case(&properties[SECOND], wxp_ce_second, found->second);
    } else {
        ZVAL_NULL(&properties[SECOND]);
    }
    ZVAL_ARR(&properties[FINDINGS], findings);
}

ZEND_METHOD(Wxp_Key, explain)
{
    const wxp_key_object *key = wxp_key_of(Z_OBJ_P(ZEND_THIS));
    zend_string *offered = ZSTR_EMPTY_ALLOC(), *operation = NULL;
    zend_array *findings;
    HashTable *array;
    wxp_table table;
    wxp_status status;
    found found = { 0 };
    bool certain;

    ZEND_PARSE_PARAMETERS_START(1, 3)
        Z_PARAM_ARRAY_HT(array)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR(offered)
        Z_PARAM_STR_OR_NULL(operation)
    ZEND_PARSE_PARAMETERS_END();
    findings = operation != NULL
        ? wxp_findings_of(array, operation, key->algorithm, &certain) : zend_new_array(0);
    if (findings == NULL) {
        RETURN_THROWS();
    }
    if (!wxp_table_of(&table, array)) {
        zend_array_release(findings);
        RETURN_THROWS();
    }
    status = wxp_explain(&key->key, table.fields, table.count, ZSTR_VAL(offered), ZSTR_LEN(offered),
        &found.cause, found.marked, MARKED_MAX, &found.count);
    if (EXPECTED(status == WXP_OK)) {
        make(return_value, &table, &found, findings);
    } else {
        zend_array_release(findings);
        wxp_table_throw(&table, status);
    }
    wxp_table_free(&table);
}

ZEND_METHOD(Wxp_Key, explainSecond)
{
    zend_string *offered = ZSTR_EMPTY_ALLOC();
    HashTable *array;
    wxp_table table;
    wxp_status status;
    found found = { 0 };

    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_ARRAY_HT(array)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR(offered)
    ZEND_PARSE_PARAMETERS_END();
    if (!wxp_table_of(&table, array)) {
        RETURN_THROWS();
    }
    status = wxp_explain_second(&wxp_key_of(Z_OBJ_P(ZEND_THIS))->key, table.fields, table.count,
        ZSTR_VAL(offered), ZSTR_LEN(offered), &found.second, &found.cause, found.marked, MARKED_MAX,
        &found.count);
    if (EXPECTED(status == WXP_OK)) {
        make(return_value, &table, &found, zend_new_array(0));
    } else {
        wxp_table_throw(&table, status);
    }
    wxp_table_free(&table);
}

ZEND_METHOD(Wxp_Explanation, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(Wxp_Explanation, textIn)
{
    zend_object *cause = Z_OBJ_P(OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), CAUSE));
    int32_t language;

    if (!wxp_language_of(execute_data, &language)) {
        RETURN_THROWS();
    }
    RETURN_STRING(wxp_cause_text((int32_t)wxp_number_of(cause), language));
}

ZEND_METHOD(Wxp_Explanation, secondIn)
{
    const zval *second = OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), SECOND);
    int32_t language;

    if (!wxp_language_of(execute_data, &language)) {
        RETURN_THROWS();
    }
    if (Z_TYPE_P(second) == IS_OBJECT) {
        RETURN_STRING(wxp_second_text((int32_t)wxp_number_of(Z_OBJ_P(second)), language));
    }
}

/* The texts of a ranking's hints, by their numbers. */
static void add_hint(zval *hints, int32_t hint, zend_object *chosen)
{
    int32_t language = chosen != NULL ? (int32_t)wxp_number_of(chosen) : WXP_LANGUAGE;
    add_index_string(hints, (zend_ulong)hint, wxp_hint_text(hint, language));
}

ZEND_METHOD(Wxp_Explanation, hints)
{
    int32_t cause = (int32_t)wxp_number_of(Z_OBJ_P(OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), CAUSE))), hint;
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
