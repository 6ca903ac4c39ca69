/* Reads messages of WeChat Pay V2 with expat (USE_EXPAT) or yxml (USE_YXML). */
#include "signer.h"
#include <string.h>

struct reader {
    struct field *fields;
    size_t capacity, count, depth;
    char *next, *end; /* the scratch that is left */
    int failed;
    void *parser; /* of expat */
};

static void keep(struct reader *r, const char *bytes, size_t len)
{
    if (len > (size_t)(r->end - r->next)) {
        r->failed = 1;
        return;
    }
    memcpy(r->next, bytes, len);
    r->next += len;
}

/* The three events have the signatures that expat calls. */

static void on_start(void *reader, const char *name, const char **attributes)
{
    struct reader *r = reader;
    (void)attributes;
    r->depth++;
    if (r->depth > 2 || (r->depth == 2 && r->count == r->capacity))
        r->failed = 1; /* nested, or too many fields */
    if (r->depth != 2 || r->failed)
        return;
    struct field *f = &r->fields[r->count];
    f->name = r->next;
    f->name_len = strlen(name);
    keep(r, name, f->name_len);
    f->value = r->next;
    f->value_len = 0;
}

static void on_text(void *reader, const char *text, int len)
{
    struct reader *r = reader;
    if (r->depth != 2 || r->failed)
        return;
    keep(r, text, (size_t)len);
    r->fields[r->count].value_len += (size_t)len;
}

static void on_end(void *reader, const char *name)
{
    struct reader *r = reader;
    (void)name;
    if (r->depth-- == 2 && !r->failed)
        r->count++;
}

#if defined(USE_EXPAT)
#include "expat.h"

/* Entities are declared in a DOCTYPE: without one there is nothing to expand. */
static void on_doctype(void *reader, const char *name, const char *system_id,
                       const char *public_id, int has_internal_subset)
{
    (void)name, (void)system_id, (void)public_id, (void)has_internal_subset;
    struct reader *r = reader;
    XML_StopParser(r->parser, XML_FALSE);
}

static int parse(struct reader *r, const char *doc, size_t len)
{
    XML_Parser parser = XML_ParserCreate("UTF-8");
    if (parser == NULL)
        return 0;
    r->parser = parser;
    XML_SetUserData(parser, r);
    XML_SetElementHandler(parser, on_start, on_end);
    XML_SetCharacterDataHandler(parser, on_text);
    XML_SetStartDoctypeDeclHandler(parser, on_doctype);
    int ok = XML_Parse(parser, doc, (int)len, 1) == XML_STATUS_OK;
    XML_ParserFree(parser);
    return ok;
}

#elif defined(USE_YXML)
#include "yxml.h"

enum { STACK = 128 }; /* holds the names of the open elements */

static int parse(struct reader *r, const char *doc, size_t len)
{
    char stack[STACK];
    yxml_t parser;
    yxml_init(&parser, stack, sizeof stack);
    for (size_t i = 0; i < len; i++) {
        yxml_ret_t event = yxml_parse(&parser, doc[i]);
        if (event < 0)
            return 0;
        if (event == YXML_ELEMSTART)
            on_start(r, parser.elem, NULL);
        else if (event == YXML_CONTENT)
            on_text(r, parser.data, (int)strlen(parser.data));
        else if (event == YXML_ELEMEND)
            on_end(r, NULL);
    }
    return yxml_eof(&parser) == YXML_OK;
}
#endif

int c_read(const char *doc, size_t len, struct field *fields, size_t capacity, size_t *count,
           char *scratch, size_t scratch_len)
{
    struct reader r = {fields, capacity, 0, 0, scratch, scratch + scratch_len, 0, NULL};
    int ok = parse(&r, doc, len) && !r.failed;
    *count = r.count;
    return ok ? 0 : -1;
}
