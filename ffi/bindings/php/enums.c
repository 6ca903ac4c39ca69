/* Cases of the enums, all of which are backed by the numbers of wxp.h, and texts in a language. */
#include "php_wxp.h"

void wxp_set_case(zval *value, zend_class_entry *ce, zend_long number)
{
    zend_object *found = NULL;
#if PHP_VERSION_ID >= 80200
    if (zend_enum_get_case_by_value(&found, ce, number, NULL, false) != SUCCESS) {
        found = NULL; /* it has thrown a ValueError */
    }
#else
    zval *name = zend_hash_index_find(ce->backed_enum_table, number);
    if (name != NULL) {
        found = zend_enum_get_case(ce, Z_STR_P(name));
    } else {
        zend_value_error(ZEND_LONG_FMT " is not in %s", number, ZSTR_VAL(ce->name));
    }
#endif
    if (found != NULL) {
        ZVAL_OBJ_COPY(value, found);
    } else {
        ZVAL_NULL(value);
    }
}

bool wxp_language_of(zend_execute_data *execute_data, int32_t *language)
{
    zend_object *chosen;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJ_OF_CLASS(chosen, wxp_ce_language)
    ZEND_PARSE_PARAMETERS_END_EX(return false);
    *language = (int32_t)wxp_number_of(chosen);
    return true;
}

void wxp_set_text(zval *value, const char *text)
{
    if (text != NULL) {
        ZVAL_STRING(value, text);
    } else {
        ZVAL_NULL(value);
    }
}
