/* Wxp\Judgment: what a message means, and its fields if somebody vouches for them. */
#include "php_wxp.h"

static zend_object_handlers handlers;

static zend_object *judgment_create(zend_class_entry *ce)
{
    wxp_judgment_object *judgment = zend_object_alloc(sizeof(wxp_judgment_object), ce);

    zend_object_std_init(&judgment->std, ce);
    object_properties_init(&judgment->std, ce);
    judgment->std.handlers = &handlers;
    return &judgment->std;
}

static void judgment_free(zend_object *object)
{
    zend_object *reply = wxp_judgment_of(object)->reply;

    if (reply != NULL) {
        OBJ_RELEASE(reply);
    }
    zend_object_std_dtor(object);
}

void wxp_judgment_startup(void)
{
    wxp_ce_judgment->create_object = judgment_create;
    handlers = std_object_handlers;
    handlers.offset = XtOffsetOf(wxp_judgment_object, std);
    handlers.free_obj = judgment_free;
    handlers.clone_obj = NULL;
    handlers.compare = zend_objects_not_comparable;
}

static void set_reason(zval *value, int32_t language, const wxp_verdict *verdict, wxp_text field)
{
    if (verdict->fault != WXP_OK) {
        ZVAL_STR(value, wxp_describe(language, verdict->fault, field));
    } else {
        ZVAL_NULL(value);
    }
}

void wxp_judgment_make(zval *value, zend_object *reply, const wxp_verdict *verdict)
{
    wxp_judgment_object *judgment;
    zval *property;

    object_init_ex(value, wxp_ce_judgment);
    judgment = wxp_judgment_of(Z_OBJ_P(value));
    judgment->verdict = *verdict;
    judgment->reply = reply;
    GC_ADDREF(reply);

    /* In the order of the stub. */
    property = OBJ_PROP_NUM(&judgment->std, 0);
    wxp_set_case(property++, wxp_ce_verdict, verdict->verdict);
    if (verdict->outcome != 0) {
        wxp_set_case(property++, wxp_ce_verdict, verdict->outcome);
    } else {
        ZVAL_NULL(property++);
    }
    wxp_set_case(property++, wxp_ce_action, verdict->action);
    wxp_set_text(property++, wxp_advice_text(verdict->advice, WXP_LANGUAGE));
    ZVAL_LONG(property++, verdict->fault);
    if (verdict->fault_field.len != 0) {
        ZVAL_STRINGL(property++, verdict->fault_field.text, verdict->fault_field.len);
    } else {
        ZVAL_NULL(property++);
    }
    set_reason(property++, WXP_LANGUAGE, verdict, verdict->fault_field);
    ZVAL_BOOL(property++, verdict->ambiguous);
    wxp_set_text(property++, wxp_source_name(verdict->source));
    wxp_set_case(property, wxp_ce_order, verdict->order);
}

ZEND_METHOD(Wxp_Judgment, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(Wxp_Judgment, adviceIn)
{
    int32_t language;

    if (!wxp_language_of(execute_data, &language)) {
        RETURN_THROWS();
    }
    wxp_set_text(return_value,
        wxp_advice_text(wxp_judgment_of(Z_OBJ_P(ZEND_THIS))->verdict.advice, language));
}

ZEND_METHOD(Wxp_Judgment, reasonIn)
{
    const wxp_verdict *verdict = &wxp_judgment_of(Z_OBJ_P(ZEND_THIS))->verdict;
    int32_t language;

    if (!wxp_language_of(execute_data, &language)) {
        RETURN_THROWS();
    }
    set_reason(return_value, language, verdict, verdict->fault_field);
}

static bool is_authentic(const wxp_judgment_object *judgment)
{
    switch (judgment->verdict.verdict) {
    case WXP_SUCCEEDED:
    case WXP_ACCEPTED:
    case WXP_FAILED:
    case WXP_UNSETTLED:
        return true;
    default:
        return false;
    }
}

/* The document; throws and returns NULL if it is not verified. */
static const wxp_document *vouched(zval *self)
{
    const wxp_judgment_object *judgment = wxp_judgment_of(Z_OBJ_P(self));

    if (!is_authentic(judgment)) {
        wxp_throw_not_authentic();
        return NULL;
    }
    return &wxp_reply_of(judgment->reply)->document;
}

ZEND_METHOD(Wxp_Judgment, isAuthentic)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_BOOL(is_authentic(wxp_judgment_of(Z_OBJ_P(ZEND_THIS))));
}

/* The value of a field; of one that is not there, the text that is given. */
static wxp_text value_of(const wxp_field *fields, size_t count, wxp_text name, const char *other)
{
    const wxp_field *field = wxp_find(fields, count, name.text, name.len);

    return field != NULL ? (wxp_text){ field->value, field->value_len }
                         : (wxp_text){ other, strlen(other) };
}

ZEND_METHOD(Wxp_Judgment, expect)
{
    const wxp_judgment_object *judgment = wxp_judgment_of(Z_OBJ_P(ZEND_THIS));
    const wxp_document *document = &wxp_reply_of(judgment->reply)->document;
    HashTable *array;
    wxp_table table;
    wxp_text differs;
    wxp_status status;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ARRAY_HT(array)
    ZEND_PARSE_PARAMETERS_END();
    if (!wxp_table_of(&table, array)) {
        RETURN_THROWS();
    }
    status = wxp_expect(&judgment->verdict, document->fields, document->count, table.fields,
        table.count, &differs);
    if (status == WXP_E_DIFFERS) {
        /* Nothing else than the currency is compared without having been named. */
        wxp_throw_differs(differs, value_of(document->fields, document->count, differs, ""),
            value_of(table.fields, table.count, differs, "CNY"));
    } else if (UNEXPECTED(status != WXP_OK)) {
        wxp_table_throw(&table, status);
    }
    wxp_table_free(&table);
}

ZEND_METHOD(Wxp_Judgment, get)
{
    const wxp_document *document;
    const wxp_field *field;
    zend_string *name;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(name)
    ZEND_PARSE_PARAMETERS_END();
    document = vouched(ZEND_THIS);
    if (document == NULL) {
        RETURN_THROWS();
    }
    field = wxp_find(document->fields, document->count, ZSTR_VAL(name), ZSTR_LEN(name));
    if (field != NULL) {
        RETURN_STR(zend_string_init_fast(field->value, field->value_len));
    }
}

ZEND_METHOD(Wxp_Judgment, fields)
{
    const wxp_document *document;

    ZEND_PARSE_PARAMETERS_NONE();
    document = vouched(ZEND_THIS);
    if (document == NULL) {
        RETURN_THROWS();
    }
    RETURN_ARR(wxp_array_of(document->fields, document->count));
}

ZEND_METHOD(Wxp_Judgment, unverified)
{
    const wxp_document *document;

    ZEND_PARSE_PARAMETERS_NONE();
    document = &wxp_reply_of(wxp_judgment_of(Z_OBJ_P(ZEND_THIS))->reply)->document;
    RETURN_ARR(wxp_array_of(document->fields, document->count));
}
