/* Documents that have been read. */
#include "php_wxp.h"

/* Fields of the usual answer. */
#define USUAL_FIELDS 64

static ZEND_COLD void throw_refused(const zend_string *text, wxp_status status, size_t fault)
{
    if ((status >= WXP_E_NOT_XML && status <= WXP_E_ENCODING) || status == WXP_E_ROOT) {
        wxp_throw_document(text, status, fault);
    } else {
        wxp_throw(status, NULL, WXP_NOWHERE);
    }
}

bool wxp_document_read(wxp_document *document, zend_string *text, wxp_reader *read)
{
    size_t capacity = USUAL_FIELDS, scratch_len = 0, fault;
    wxp_status status;

    document->nested = read == wxp_xml_read_nested;
    document->scratch = NULL;
    document->fields = safe_emalloc(capacity, sizeof(wxp_field), 0);
    for (;;) {
        status = read(ZSTR_VAL(text), ZSTR_LEN(text), document->fields, capacity,
            &document->count, document->scratch, scratch_len, &fault);
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
        throw_refused(text, status, fault);
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

/* A list of [name, fields]. */
static zend_array *list_of(const wxp_record *records, size_t count)
{
    zend_array *list = zend_new_array(count);

    for (size_t i = 0; i < count; i++) {
        zval record, value;

        array_init_size(&record, 2);
        ZVAL_STRINGL(&value, records[i].name, records[i].name_len);
        zend_hash_next_index_insert_new(Z_ARR(record), &value);
        ZVAL_ARR(&value, wxp_array_of(records[i].fields, records[i].count));
        zend_hash_next_index_insert_new(Z_ARR(record), &value);
        zend_hash_next_index_insert_new(list, &record);
    }
    return list;
}

zend_array *wxp_document_records(const wxp_document *document)
{
    size_t record_count = 0, count = 0, more = 0;
    wxp_record *records = NULL;
    wxp_field *fields = NULL;
    char *scratch = NULL;
    zend_array *list = NULL;
    wxp_status status;

    if (!document->nested) {
        return zend_new_array(0);
    }
    for (;;) {
        status = wxp_xml_records(ZSTR_VAL(document->text), ZSTR_LEN(document->text), records,
            record_count, &record_count, fields, count, &count, scratch, more, &more);
        if (status != WXP_E_SPACE) {
            break;
        }
        /* At first there is no room, and it is said how much is needed. */
        records = safe_erealloc(records, record_count, sizeof(wxp_record), 0);
        fields = safe_erealloc(fields, count, sizeof(wxp_field), 0);
        scratch = erealloc(scratch, MAX(more, 1));
    }
    if (EXPECTED(status == WXP_OK)) {
        list = list_of(records, record_count);
    } else {
        throw_refused(document->text, status, more);
    }
    if (records != NULL) {
        efree(records);
        efree(fields);
        efree(scratch);
    }
    return list;
}
