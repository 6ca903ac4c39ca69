/* The feed: items one after the other, each its length, a colon, its bytes
 * and a line end; see tests/abi/feed.rs. */
#include "wxp_packed.h"
#include "wxp_protocol.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *text;
    size_t len;
} item;

static const char *feed, *feed_end;
static item name; /* of the case */

static void fail(const char *file, int line) {
    fprintf(stderr, "%s:%d: %.*s\n", file, line, (int)name.len, name.text);
    exit(1);
}
#define CHECK(condition) ((condition) ? (void)0 : fail(__FILE__, __LINE__))

static item take(void) {
    char *colon;
    item it;
    it.len = strtoul(feed, &colon, 10);
    CHECK(*colon == ':' && it.len < (size_t)(feed_end - colon));
    it.text = colon + 1;
    feed = it.text + it.len + 1;
    return it;
}

static long number(void) {
    return strtol(take().text, NULL, 10);
}

static int same(item it, const char *text, size_t len) {
    return it.len == len && (len == 0 || memcmp(it.text, text, len) == 0);
}

/* Whether a text of the library that ends with NUL is this one. */
static int says(item it, const char *text) {
    return text != NULL && same(it, text, strlen(text));
}

/* Memory of exactly this size, so that a byte too many is noticed. */
static void *room(size_t size) {
    void *memory = malloc(size ? size : 1);
    CHECK(memory != NULL);
    return memory;
}

static item copy(item it) {
    char *text = room(it.len);
    memcpy(text, it.text, it.len);
    it.text = text;
    return it;
}

static void release(const void *memory) {
    free((void *)memory);
}

typedef struct {
    wxp_field *fields;
    size_t count;
    item packed;
} table;

static void pack(table *table) {
    char *at;
    size_t i;
    table->packed.len = 2 * table->count;
    for (i = 0; i < table->count; i++)
        table->packed.len += table->fields[i].name_len + table->fields[i].value_len;
    table->packed.text = at = room(table->packed.len);
    for (i = 0; i < table->count; i++) {
        const wxp_field *field = table->fields + i;
        memcpy(at, field->name, field->name_len);
        at[field->name_len] = 0;
        at += field->name_len + 1;
        memcpy(at, field->value, field->value_len);
        at[field->value_len] = 0;
        at += field->value_len + 1;
    }
}

static table take_table(size_t more) {
    table table;
    size_t i;
    table.count = (size_t)number();
    table.fields = room((table.count + more) * sizeof(wxp_field));
    for (i = 0; i < table.count; i++) {
        item name = take(), value = take();
        table.fields[i].name = name.text;
        table.fields[i].name_len = name.len;
        table.fields[i].value = value.text;
        table.fields[i].value_len = value.len;
    }
    return table;
}

static void free_table(table *table) {
    release(table->fields);
    release(table->packed.text);
}
