/* What the parts of the extension share. */
#ifndef PHP_WXP_H
#define PHP_WXP_H

#include <php.h>
#include <Zend/zend_enum.h>
#include <wxp_packed.h>
#include <wxp_protocol.h>

#define PHP_WXP_VERSION "0.1.0"

/* All bindings take as many fields, whatever form of table they pass to the library. */
#define WXP_PHP_FIELDS_MAX WXP_PACKED_MAX

extern zend_module_entry wxp_module_entry;
#define phpext_wxp_ptr &wxp_module_entry

/* What a request has: the language of its texts, a number of wxp.h. */
ZEND_BEGIN_MODULE_GLOBALS(wxp)
    int32_t language;
ZEND_END_MODULE_GLOBALS(wxp)
ZEND_EXTERN_MODULE_GLOBALS(wxp)
#define WXP_LANGUAGE ZEND_MODULE_GLOBALS_ACCESSOR(wxp, language)
#if defined(ZTS) && defined(COMPILE_DL_WXP)
ZEND_TSRMLS_CACHE_EXTERN()
#endif

/* Class entries; written when the module starts, and only then. */
extern zend_class_entry *wxp_ce_algorithm, *wxp_ce_verdict, *wxp_ce_action, *wxp_ce_order,
    *wxp_ce_sender, *wxp_ce_language, *wxp_ce_body, *wxp_ce_signed, *wxp_ce_sign_type, *wxp_ce_format, *wxp_ce_payload, *wxp_ce_event,
    *wxp_ce_step, *wxp_ce_cause, *wxp_ce_error, *wxp_ce_not_authentic, *wxp_ce_key,
    *wxp_ce_explanation, *wxp_ce_reply, *wxp_ce_judgment, *wxp_ce_advice, *wxp_ce_endpoint,
    *wxp_ce_timing, *wxp_ce_next, *wxp_ce_quickpay, *wxp_ce_finding_kind, *wxp_ce_finding,
    *wxp_ce_wrong_request, *wxp_ce_layer, *wxp_ce_second, *wxp_ce_undone, *wxp_ce_field_list;

/* Called when the module starts, with their classes registered. */
void wxp_error_startup(void);
void wxp_request_startup(void);
void wxp_key_startup(void);
void wxp_reply_startup(void);
void wxp_judgment_startup(void);
void wxp_quickpay_startup(void);

/* enums.c: cases of the enums, all of which are backed by the numbers of wxp.h. */

/* Sets a value to the case of a number that the library gave. */
void wxp_set_case(zval *value, zend_class_entry *ce, zend_long number);

static inline zend_long wxp_number_of(zend_object *enum_case)
{
    return Z_LVAL_P(zend_enum_fetch_case_value(enum_case));
}

/* The only parameter of a method, a Wxp\Language; throws and returns false if it is none. */
bool wxp_language_of(zend_execute_data *execute_data, int32_t *language);
/* Sets a value to a static text of the library, or to null. */
void wxp_set_text(zval *value, const char *text);

/* error.c */

/* No offset in wxp_throw. */
#define WXP_NOWHERE SIZE_MAX

/* Throws Wxp\Error; the field may be NULL. */
ZEND_COLD void wxp_throw(wxp_status status, const wxp_field *field, size_t offset);
/* Throws what is wrong with a document, and where; of what is no XML, what it is. */
ZEND_COLD void wxp_throw_document(const zend_string *document, wxp_status status, size_t offset);
ZEND_COLD void wxp_throw_not_authentic(void);
/* Throws that the field of a message is not what was expected; values may be empty. */
ZEND_COLD void wxp_throw_differs(wxp_text name, wxp_text found, wxp_text expected);
/* A status in a language, with the name of the field that it is about. */
zend_string *wxp_describe(int32_t language, wxp_status status, wxp_text field);

/* fields.c: tables of the library out of arrays of PHP, and back. */

/* How many fields lie on the stack. */
#define WXP_TABLE_ROOM 64

/*
 * A table of fields that lies over an array: texts stay where PHP has them. Nothing that could
 * change the array runs as long as it lives.
 */
typedef struct {
    wxp_field *fields;
    size_t count;
    char *digits; /* of integers; NULL if there are none */
    size_t integers;
    wxp_field room[WXP_TABLE_ROOM];
} wxp_table;

/* Throws and returns false if the array has something else than fields; else wxp_table_free. */
bool wxp_table_of(wxp_table *table, HashTable *array);
/* As wxp_table_of, but many fields are not sorted either. */
bool wxp_table_in_order(wxp_table *table, HashTable *array);

/* The bytes of the signed document if no character needs a reference; the canonical has less. */
size_t wxp_table_size(const wxp_table *table);

/* Throws what a call found wrong with the table, and where. */
ZEND_COLD void wxp_table_throw(const wxp_table *table, wxp_status status);

static inline void wxp_table_free(wxp_table *table)
{
    if (UNEXPECTED(table->fields != table->room)) {
        efree(table->fields);
    }
    if (table->digits != NULL) {
        efree(table->digits);
    }
}

/* A new array of fields, name => value. */
zend_array *wxp_array_of(const wxp_field *fields, size_t count);

/* Room for a text that the library writes, which says how much it needs. */

typedef struct {
    zend_string *text;
    size_t len; /* of what was written, or is needed */
} wxp_room;

/* The three last arguments of a call that writes. */
#define WXP_ROOM(room) ZSTR_VAL((room).text), ZSTR_LEN((room).text), &(room).len

static inline wxp_room wxp_room_of(size_t capacity)
{
    return (wxp_room){ zend_string_alloc(capacity, 0), 0 };
}

/* do { status = a call } while (wxp_room_grown(&room, status)); */
static inline bool wxp_room_grown(wxp_room *room, wxp_status status)
{
    if (EXPECTED(status != WXP_E_SPACE)) {
        return false;
    }
    zend_string_efree(room->text);
    *room = wxp_room_of(room->len);
    return true;
}

/* The text, once written. */
static inline zend_string *wxp_room_text(wxp_room *room)
{
    ZSTR_LEN(room->text) = room->len;
    ZSTR_VAL(room->text)[room->len] = '\0';
    return room->text;
}

static inline void wxp_room_free(wxp_room *room)
{
    zend_string_efree(room->text);
}

/* request.c */

/*
 * The findings of a request of an operation, as a list; throws and returns NULL on a fault. Says
 * whether any of them is certain.
 */
zend_array *wxp_findings_of(
    HashTable *array, const zend_string *operation, uint32_t algorithm, bool *certain);
/* Throws Wxp\WrongRequest with the findings, which it takes. */
ZEND_COLD void wxp_throw_wrong(zend_array *findings);

/* key.c */

typedef struct {
    wxp_key key;
    uint32_t algorithm; /* 0 until constructed */
    zend_object std;
} wxp_key_object;

static inline wxp_key_object *wxp_key_of(zend_object *object)
{
    return (wxp_key_object *)((char *)object - XtOffsetOf(wxp_key_object, std));
}

/* document.c: documents that have been read. */

typedef struct {
    zend_string *text;
    bool nested;
    wxp_field *fields; /* sorted; they point into text and scratch */
    size_t count;
    char *scratch;
} wxp_document;

/* One of the library's readers. */
typedef wxp_status wxp_reader(const char *document, size_t document_len, wxp_field *fields,
    size_t capacity, size_t *count, char *scratch, size_t scratch_capacity, size_t *fault);

/* Reads and keeps the text; throws and returns false if it is refused. */
bool wxp_document_read(wxp_document *document, zend_string *text, wxp_reader *read);
void wxp_document_free(wxp_document *document);
/* The groups of a nested one, as a list of [name, fields]; throws and returns NULL on a fault. */
zend_array *wxp_document_records(const wxp_document *document);

/* body.c */

/*
 * The only parameter of a function: a string, or an object that becomes one, such as the body of a
 * PSR-7 message. To be released; throws and returns NULL if it is neither.
 */
zend_string *wxp_string_of(zend_execute_data *execute_data);

/* reply.c */

typedef struct {
    wxp_document document;
    zend_object std;
} wxp_reply_object;

static inline wxp_reply_object *wxp_reply_of(zend_object *object)
{
    return (wxp_reply_object *)((char *)object - XtOffsetOf(wxp_reply_object, std));
}

/* judgment.c */

typedef struct {
    wxp_verdict verdict;
    zend_object *reply; /* whose fields it judges */
    zend_object std;
} wxp_judgment_object;

static inline wxp_judgment_object *wxp_judgment_of(zend_object *object)
{
    return (wxp_judgment_object *)((char *)object - XtOffsetOf(wxp_judgment_object, std));
}

/* Makes a Wxp\Judgment of a reply. */
void wxp_judgment_make(zval *value, zend_object *reply, const wxp_verdict *verdict);

#endif
