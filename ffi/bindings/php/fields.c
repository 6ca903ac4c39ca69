/* Tables of the library out of arrays of PHP, and back. */
#include "php_wxp.h"

/* Above this the library wants a table sorted. */
#define UNSORTED_MAX 255

/* The longest integer, and the NUL that zend_print_long_to_buf puts behind it. */
#define DIGITS (MAX_LENGTH_OF_LONG + 1)

/* The digits of an integer, kept with the table; there are at most two a field, name and value. */
static const char *keep_digits(wxp_table *table, size_t most, zend_long number, size_t *len)
{
    char *end, *start;

    if (table->digits == NULL) {
        table->digits = safe_emalloc(most, 2 * DIGITS, 0);
    }
    end = table->digits + ++table->integers * DIGITS - 1;
    start = zend_print_long_to_buf(end, number);
    *len = end - start;
    return start;
}

static ZEND_COLD void throw_type(const wxp_field *field, const zval *value)
{
    zend_type_error("Field %.*s must be string, int or null, %s given%s", (int)field->name_len,
        field->name, zend_zval_type_name(value),
        Z_TYPE_P(value) == IS_DOUBLE ? ": amounts are whole fen" : "");
}

static int by_name(const void *left, const void *right)
{
    const wxp_field *a = left, *b = right;

    return zend_binary_strcmp(a->name, a->name_len, b->name, b->name_len);
}

/* As the library wants many fields to be, for most calls. */
static void sort_many(const wxp_table *table)
{
    if (UNEXPECTED(table->count > UNSORTED_MAX)) {
        qsort(table->fields, table->count, sizeof(wxp_field), by_name);
    }
}

bool wxp_table_of(wxp_table *table, HashTable *array)
{
    if (!wxp_table_in_order(table, array)) {
        return false;
    }
    sort_many(table);
    return true;
}

bool wxp_table_in_order(wxp_table *table, HashTable *array)
{
    size_t most = zend_hash_num_elements(array);
    const wxp_field *with_nul = NULL;
    const char *nul = NULL;
    zend_ulong number;
    zend_string *name;
    zval *value;

    if (UNEXPECTED(most > WXP_PHP_FIELDS_MAX)) {
        wxp_throw(WXP_E_TOO_MANY_FIELDS, NULL, WXP_NOWHERE);
        return false;
    }
    table->fields = EXPECTED(most <= WXP_TABLE_ROOM)
        ? table->room : safe_emalloc(most, sizeof(wxp_field), 0);
    table->count = 0;
    table->digits = NULL;
    table->integers = 0;

    ZEND_HASH_FOREACH_KEY_VAL(array, number, name, value) {
        wxp_field *field = &table->fields[table->count++];

        if (EXPECTED(name != NULL)) {
            field->name = ZSTR_VAL(name);
            field->name_len = ZSTR_LEN(name);
        } else {
            field->name = keep_digits(table, most, (zend_long)number, &field->name_len);
        }
        ZVAL_DEREF(value);
        if (EXPECTED(Z_TYPE_P(value) == IS_STRING)) {
            field->value = Z_STRVAL_P(value);
            field->value_len = Z_STRLEN_P(value);
            /* Signing alone does not look for what cannot be sent; NUL cannot even be packed. */
            if (UNEXPECTED(memchr(field->value, '\0', field->value_len)) && with_nul == NULL) {
                with_nul = field;
                nul = memchr(field->value, '\0', field->value_len);
            }
        } else if (Z_TYPE_P(value) == IS_LONG) {
            field->value = keep_digits(table, most, Z_LVAL_P(value), &field->value_len);
        } else if (EXPECTED(Z_TYPE_P(value) == IS_NULL)) {
            field->value = NULL;
            field->value_len = 0;
        } else {
            throw_type(field, value);
            wxp_table_free(table);
            return false;
        }
    } ZEND_HASH_FOREACH_END();

    if (UNEXPECTED(with_nul != NULL)) {
        wxp_throw(WXP_E_CHARACTER, with_nul, nul - with_nul->value);
        wxp_table_free(table);
        return false;
    }
    return true;
}

size_t wxp_table_size(const wxp_table *table)
{
    size_t size = sizeof("<xml><sign></sign></xml>") + WXP_SIGNATURE_MAX;

    for (size_t i = 0; i < table->count; i++) {
        const wxp_field *field = &table->fields[i];
        size += sizeof("<></>") - 1 + 2 * field->name_len + field->value_len;
    }
    return size;
}

ZEND_COLD void wxp_table_throw(const wxp_table *table, wxp_status status)
{
    const wxp_field *field = NULL;
    size_t index, offset = WXP_NOWHERE;

    sort_many(table);
    switch (status) {
    case WXP_E_FIELD_NAME:
    case WXP_E_DUPLICATE_FIELD:
    case WXP_E_CHARACTER:
    case WXP_E_NOT_UTF8:
        /* Another fault than the call's is not what stopped it. */
        if (wxp_check(table->fields, table->count, &index, &offset) == status) {
            field = &table->fields[index];
        }
        /* For the others wxp_check knows no place. */
        if (field == NULL || status == WXP_E_DUPLICATE_FIELD || status == WXP_E_NOT_UTF8) {
            offset = WXP_NOWHERE;
        }
    }
    wxp_throw(status, field, offset);
}

zend_array *wxp_array_of(const wxp_field *fields, size_t count)
{
    zend_array *array = zend_new_array(count);

    for (size_t i = 0; i < count; i++) {
        zval value;
        ZVAL_STR(&value, zend_string_init_fast(fields[i].value, fields[i].value_len));
        /* Names are checked and differ, and none is a number. */
        zend_hash_str_add_new(array, fields[i].name, fields[i].name_len, &value);
    }
    return array;
}
