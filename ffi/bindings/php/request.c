/* Wxp\Finding and Wxp\WrongRequest: the fields of a request, checked before it is sent. */
#include "php_wxp.h"

#include <Zend/zend_exceptions.h>
#include <Zend/zend_smart_str.h>

/* More than most requests have. */
#define USUAL_FINDINGS 16
/* Enough for most; the library says if it is not. */
#define USUAL_TEXT 160

/* The numbers in wxp_finding that only the library reads. */
#define DETAILS (sizeof ((wxp_finding *)0)->details / sizeof *((wxp_finding *)0)->details)

/* The properties of a Finding, in the order of the stub. */
enum {
    KIND, CERTAIN, FIELD, INDEX, OFFSET, LIMIT, MEANT, ALTERNATIVES, BECAUSE, BECAUSE_VALUE, TEXT,
    DETAILS_LIST
};

static zend_string *text_of(const wxp_finding *finding, int32_t language)
{
    wxp_room room = wxp_room_of(USUAL_TEXT);
    wxp_status status;

    do {
        status = wxp_finding_text(finding, language, WXP_ROOM(room));
    } while (wxp_room_grown(&room, status));
    if (status != WXP_OK) {
        wxp_room_free(&room);
        wxp_throw(status, NULL, WXP_NOWHERE);
        return ZSTR_EMPTY_ALLOC();
    }
    return wxp_room_text(&room);
}

/* A text, or null for none. */
static void set_name(zval *value, wxp_text text)
{
    if (text.len > 0) {
        ZVAL_STRINGL(value, text.text, text.len);
    } else {
        ZVAL_NULL(value);
    }
}

static void set_texts(zval *value, const wxp_text *texts, size_t count)
{
    array_init(value);
    for (size_t i = 0; i < count && texts[i].len > 0; i++) {
        add_next_index_stringl(value, texts[i].text, texts[i].len);
    }
}

static void make(zval *value, const wxp_finding *finding)
{
    zval *properties;

    object_init_ex(value, wxp_ce_finding);
    properties = OBJ_PROP_NUM(Z_OBJ_P(value), 0);
    wxp_set_case(&properties[KIND], wxp_ce_finding_kind, finding->kind);
    ZVAL_BOOL(&properties[CERTAIN], finding->certain);
    ZVAL_STRINGL(&properties[FIELD], finding->field.text, finding->field.len);
    if (finding->index != SIZE_MAX) {
        ZVAL_LONG(&properties[INDEX], (zend_long)finding->index);
    } else {
        ZVAL_NULL(&properties[INDEX]);
    }
    ZVAL_LONG(&properties[OFFSET], (zend_long)finding->offset);
    if (finding->limit != 0) {
        ZVAL_LONG(&properties[LIMIT], (zend_long)finding->limit);
    } else {
        ZVAL_NULL(&properties[LIMIT]);
    }
    set_name(&properties[MEANT], finding->meant);
    set_texts(&properties[ALTERNATIVES], finding->others,
        sizeof finding->others / sizeof *finding->others);
    set_name(&properties[BECAUSE], finding->because);
    set_name(&properties[BECAUSE_VALUE], finding->because_value);
    ZVAL_STR(&properties[TEXT], text_of(finding, WXP_LANGUAGE));
    array_init_size(&properties[DETAILS_LIST], DETAILS);
    for (size_t i = 0; i < DETAILS; i++) {
        add_next_index_long(&properties[DETAILS_LIST], finding->details[i]);
    }
}

static zend_array *list_of(const wxp_finding *findings, size_t count, bool *certain)
{
    zend_array *list = zend_new_array((uint32_t)count);

    *certain = false;
    for (size_t i = 0; i < count; i++) {
        zval finding;
        make(&finding, &findings[i]);
        zend_hash_next_index_insert_new(list, &finding);
        *certain |= findings[i].certain != 0;
    }
    return list;
}

zend_array *wxp_findings_of(
    HashTable *array, const zend_string *operation, uint32_t algorithm, bool *certain)
{
    wxp_finding room[USUAL_FINDINGS], *findings = room;
    size_t capacity = USUAL_FINDINGS, count;
    zend_array *list = NULL;
    wxp_table table;
    wxp_status status;
    int32_t source;

    status = wxp_source_find(ZSTR_VAL(operation), ZSTR_LEN(operation), &source);
    if (status != WXP_OK) {
        wxp_throw(status, NULL, WXP_NOWHERE);
        return NULL;
    }
    if (!wxp_table_in_order(&table, array)) {
        return NULL;
    }
    do {
        status = wxp_check_request(
            source, algorithm, table.fields, table.count, findings, capacity, &count);
        if (status != WXP_E_SPACE) {
            break;
        }
        if (findings != room) {
            efree(findings);
        }
        capacity = count;
        findings = safe_emalloc(capacity, sizeof(wxp_finding), 0);
    } while (true);
    if (status == WXP_OK) {
        /* Names point into the table. */
        list = list_of(findings, count, certain);
    } else {
        wxp_table_throw(&table, status);
    }
    if (findings != room) {
        efree(findings);
    }
    wxp_table_free(&table);
    return list;
}

ZEND_METHOD(Wxp_Finding, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

static zend_string *text_in(zend_object *object, int32_t language)
{
    const zval *properties = OBJ_PROP_NUM(object, 0);
    const zend_string *field = Z_STR(properties[FIELD]);
    wxp_finding finding = {
        .kind = (int32_t)wxp_number_of(Z_OBJ(properties[KIND])),
        .offset = (size_t)Z_LVAL(properties[OFFSET]),
        .field = { ZSTR_VAL(field), ZSTR_LEN(field) },
    };

    for (size_t i = 0; i < DETAILS; i++) {
        const zval *detail = zend_hash_index_find(Z_ARRVAL(properties[DETAILS_LIST]), i);
        finding.details[i] = (uint16_t)Z_LVAL_P(detail);
    }
    return text_of(&finding, language);
}

ZEND_METHOD(Wxp_Finding, textIn)
{
    int32_t language;

    if (!wxp_language_of(execute_data, &language)) {
        RETURN_THROWS();
    }
    RETURN_STR(text_in(Z_OBJ_P(ZEND_THIS), language));
}

/* The property that Wxp\WrongRequest adds to those of its parents. */
static zval *findings_in(zend_object *error)
{
    return OBJ_PROP_NUM(error, error->ce->default_properties_count - 1);
}

/* One that a program makes by itself has no findings. */
static zend_object *wrong_create(zend_class_entry *ce)
{
    zend_object *error = ce->parent->create_object(ce);
    ZVAL_EMPTY_ARRAY(findings_in(error));
    return error;
}

void wxp_request_startup(void)
{
    wxp_ce_wrong_request->create_object = wrong_create;
}

/* What is certain, a line each. */
static zend_string *message_in(HashTable *findings, int32_t language)
{
    smart_str message = { 0 };
    zval *finding;

    ZEND_HASH_FOREACH_VAL(findings, finding) {
        if (Z_TYPE_P(OBJ_PROP_NUM(Z_OBJ_P(finding), CERTAIN)) == IS_TRUE) {
            zend_string *text = text_in(Z_OBJ_P(finding), language);
            if (message.s != NULL) {
                smart_str_appendc(&message, '\n');
            }
            smart_str_append(&message, text);
            zend_string_release(text);
        }
    } ZEND_HASH_FOREACH_END();
    return smart_str_extract(&message);
}

ZEND_COLD void wxp_throw_wrong(zend_array *findings)
{
    zval error, text;

    object_init_ex(&error, wxp_ce_wrong_request);
    ZVAL_ARR(findings_in(Z_OBJ(error)), findings);
    ZVAL_STR(&text, message_in(findings, WXP_LANGUAGE));
    zend_update_property(zend_ce_exception, Z_OBJ(error), ZEND_STRL("message"), &text);
    zval_ptr_dtor(&text);
    zend_throw_exception_object(&error);
}

ZEND_METHOD(Wxp_WrongRequest, messageIn)
{
    int32_t language;

    if (!wxp_language_of(execute_data, &language)) {
        RETURN_THROWS();
    }
    RETURN_STR(message_in(Z_ARRVAL_P(findings_in(Z_OBJ_P(ZEND_THIS))), language));
}
