/* Wxp\Reply: a document that has been read and not verified yet. */
#include "php_wxp.h"

static zend_object_handlers handlers;

static zend_object *reply_create(zend_class_entry *ce)
{
    wxp_reply_object *reply = zend_object_alloc(sizeof(wxp_reply_object), ce);

    zend_object_std_init(&reply->std, ce);
    reply->std.handlers = &handlers;
    return &reply->std;
}

static void reply_free(zend_object *object)
{
    wxp_document *document = &wxp_reply_of(object)->document;

    /* One that could not be read has none. */
    if (document->text != NULL) {
        wxp_document_free(document);
    }
    zend_object_std_dtor(object);
}

void wxp_reply_startup(void)
{
    wxp_ce_reply->create_object = reply_create;
    handlers = std_object_handlers;
    handlers.offset = XtOffsetOf(wxp_reply_object, std);
    handlers.free_obj = reply_free;
    handlers.clone_obj = NULL;
    handlers.compare = zend_objects_not_comparable;
}

ZEND_METHOD(Wxp_Reply, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

static void read_reply(zval *return_value, zend_execute_data *execute_data, wxp_reader *read)
{
    zend_string *text = wxp_string_of(execute_data);

    if (text == NULL) {
        RETURN_THROWS();
    }
    object_init_ex(return_value, wxp_ce_reply);
    /* What it throws outweighs what is returned. */
    wxp_document_read(&wxp_reply_of(Z_OBJ_P(return_value))->document, text, read);
    zend_string_release(text);
}

ZEND_METHOD(Wxp_Reply, read)
{
    read_reply(return_value, execute_data, wxp_xml_read);
}

ZEND_METHOD(Wxp_Reply, readNested)
{
    read_reply(return_value, execute_data, wxp_xml_read_nested);
}

ZEND_METHOD(Wxp_Reply, judge)
{
    zend_object *self = Z_OBJ_P(ZEND_THIS), *key;
    const wxp_document *document = &wxp_reply_of(self)->document;
    zend_string *endpoint;
    wxp_verdict verdict;
    wxp_status status;
    int32_t source;

    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJ_OF_CLASS(key, wxp_ce_key)
        Z_PARAM_STR(endpoint)
    ZEND_PARSE_PARAMETERS_END();
    status = wxp_source_find(ZSTR_VAL(endpoint), ZSTR_LEN(endpoint), &source);
    if (EXPECTED(status == WXP_OK)) {
        status = wxp_judge(&wxp_key_of(key)->key, source, document->fields, document->count,
            &verdict);
    }
    if (UNEXPECTED(status != WXP_OK)) {
        wxp_throw(status, NULL, WXP_NOWHERE);
        RETURN_THROWS();
    }
    wxp_judgment_make(return_value, self, &verdict);
}

ZEND_METHOD(Wxp_Reply, unverified)
{
    const wxp_document *document = &wxp_reply_of(Z_OBJ_P(ZEND_THIS))->document;

    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_ARR(wxp_array_of(document->fields, document->count));
}

ZEND_METHOD(Wxp_Reply, unverifiedRecords)
{
    zend_array *records;

    ZEND_PARSE_PARAMETERS_NONE();
    records = wxp_document_records(&wxp_reply_of(Z_OBJ_P(ZEND_THIS))->document);
    if (records == NULL) {
        RETURN_THROWS();
    }
    RETURN_ARR(records);
}
