/* Reads hostile documents of one size and of twice that size, for callgrind to
 * count. Each call makes a dump, named after its row and its number of bytes.
 * The tables have as many slots as the document has bytes. */
#include "wxp_packed.h"
#include "wxp_protocol.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <valgrind/callgrind.h>

enum { SIZE = 8192, MOST = 2 * SIZE + 64 };

static char document[MOST], scratch[MOST];
static size_t document_len;
static wxp_field fields[MOST];
static wxp_record records[MOST];
static wxp_text cells[MOST];
static size_t count, record_count, rows, columns, fault;

static wxp_status read_flat(void) {
    return wxp_xml_read(document, document_len, fields, document_len, &count, scratch, document_len,
                        &fault);
}

static wxp_status read_packed(void) {
    return wxp_xml_read_packed(document, document_len, scratch, document_len, &count, &fault);
}

static wxp_status read_nested(void) {
    return wxp_xml_read_nested(document, document_len, fields, document_len, &count, scratch,
                               document_len, &fault);
}

static wxp_status read_records(void) {
    return wxp_xml_records(document, document_len, records, document_len, &record_count, fields,
                           document_len, &count, scratch, document_len, &fault);
}

static wxp_status read_bill(void) {
    return wxp_bill_read(document, document_len, cells, document_len, &rows, &columns, &fault);
}

/* How a document begins, goes on and on, and ends; # is a number that becomes smaller. */
static const struct {
    const char *row, *head, *body, *tail;
    wxp_status (*read)(void);
    wxp_status expected;
} ROWS[] = {
    {"fields", "<xml>", "<f#>1</f#>", "</xml>", read_flat, WXP_OK},
    {"references", "<xml><a>", "&amp;", "</a></xml>", read_flat, WXP_OK},
    {"packed-references", "<xml><a>", "&amp;", "</a></xml>", read_packed, WXP_OK},
    {"groups", "<xml><l/>", "<g><a/></g>", "</xml>", read_nested, WXP_OK},
    {"groups-like-a-field", "<xml><g/>", "<g><a/></g>", "</xml>", read_nested, WXP_E_DUPLICATE},
    {"records", "<xml>", "<g><a/></g>", "</xml>", read_records, WXP_OK},
    {"records-in-a-list", "<xml><l>", "<r><b>&lt;</b><a/></r>", "</l></xml>", read_records, WXP_OK},
    {"records-in-lists", "<xml>", "<l><r><f#/><a/></r></l>", "</xml>", read_records, WXP_OK},
    {"records-cut-short", "<xml>", "<g><a/></g>", "", read_records, WXP_E_TRUNCATED},
    {"bill", "a,b\n", "`1,`2\n", "c\n`1\n", read_bill, WXP_OK},
};

static void append(const char *text, size_t number) {
    for (; *text; text++)
        if (*text == '#')
            document_len += (size_t)sprintf(document + document_len, "%05lu", (unsigned long)number);
        else
            document[document_len++] = *text;
}

int main(void) {
    size_t i, size, number;
    char name[64];
    for (i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        for (size = SIZE; size <= 2 * SIZE; size += SIZE) {
            wxp_status status;
            document_len = 0;
            append(ROWS[i].head, 0);
            for (number = 99999; document_len < size; number--)
                append(ROWS[i].body, number);
            append(ROWS[i].tail, 0);
            CALLGRIND_ZERO_STATS;
            CALLGRIND_TOGGLE_COLLECT;
            status = ROWS[i].read();
            CALLGRIND_TOGGLE_COLLECT;
            if (status != ROWS[i].expected) {
                fprintf(stderr, "%s: %ld\n", ROWS[i].row, (long)status);
                return 1;
            }
            sprintf(name, "%s %lu", ROWS[i].row, (unsigned long)document_len);
            CALLGRIND_DUMP_STATS_AT(name);
        }
    }
    return 0;
}
