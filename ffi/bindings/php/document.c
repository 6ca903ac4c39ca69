/* Documents that have been read. */
#include "php_wxp.h"

/* Fields of the usual answer; and the most of one record, which the library sets. */
#define USUAL_FIELDS 64
#define RECORD_FIELDS 128

static ZEND_COLD void throw_refused(wxp_status status, size_t fault)
{
    bool placed = status >= WXP_E_NOT_XML && status <= WXP_E_ENCODING;

    wxp_throw(status, NULL, placed ? fault : WXP_NOWHERE);
}

bool wxp_document_read(wxp_document *document, zend_string *text, bool nested)
{
    size_t capacity = USUAL_FIELDS, scratch_len = 0, fault;
    wxp_status status;

    document->nested = nested;
    document->scratch = NULL;
    document->fields = safe_emalloc(capacity, sizeof(wxp_field), 0);
    for (;;) {
        status = (nested ? wxp_xml_read_nested : wxp_xml_read)(ZSTR_VAL(text), ZSTR_LEN(text),
            document->fields, capacity, &document->count, document->scratch, scratch_len, &fault);
        if (EXPECTED(status != WXP_E_SPACE)) {
            break;
        }
        if (document->count > WXP_PHP_FIELDS_MAX) {
            status = WXP_E_TOO_MANY_FIELDS;
            break;
        }
        /* Values that are not written in one piece, or more fields than usual. */
        capacity = MAX(capacity, document->count);
        document->fields = safe_erealloc(document->fields, capacity, sizeof(wxp_field), 0);
        scratch_len = fault;
        document->scratch = emalloc(MAX(scratch_len, 1));
    }
    if (UNEXPECTED(status != WXP_OK)) {
        efree(document->fields);
        if (document->scratch != NULL) {
            efree(document->scratch);
        }
        throw_refused(status, fault);
        return false;
    }
    document->text = zend_string_copy(text);
    return true;
}

void wxp_document_free(wxp_document *document)
{
    zend_string_release(document->text);
    efree(document->fields);
    if (document->scratch != NULL) {
        efree(document->scratch);
    }
}

zend_array *wxp_document_records(const wxp_document *document)
{
    zend_array *records = zend_new_array(0);
    size_t count, fault, scratch_len = ZSTR_LEN(document->text);
    wxp_field fields[RECORD_FIELDS];
    wxp_status status = WXP_OK;
    wxp_text name;
    char *scratch;

    if (!document->nested) {
        return records;
    }
    scratch = emalloc(MAX(scratch_len, 1));
    for (size_t index = 0;; index++) {
        zval record, value;

        status = wxp_xml_record(ZSTR_VAL(document->text), ZSTR_LEN(document->text), index, &name,
            fields, RECORD_FIELDS, &count, scratch, scratch_len, &fault);
        if (status != WXP_OK) {
            break;
        }
        array_init_size(&record, 2);
        ZVAL_STRINGL(&value, name.text, name.len);
        zend_hash_next_index_insert_new(Z_ARR(record), &value);
        ZVAL_ARR(&value, wxp_array_of(fields, count));
        zend_hash_next_index_insert_new(Z_ARR(record), &value);
        zend_hash_next_index_insert_new(records, &record);
    }
    efree(scratch);
    if (status != WXP_E_NOT_FOUND) {
        zend_array_release(records);
        throw_refused(status, fault);
        return NULL;
    }
    return records;
}
