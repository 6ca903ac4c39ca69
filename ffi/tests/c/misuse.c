/* Calls every export wrongly, one parameter at a time, and some rightly to
 * their limits: the documented status comes back each time, and nothing is
 * written that should not be. Ends with calls that are drawn at random. */
#include "wxp.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HALF (SIZE_MAX / 2 + 1) /* one more than PTRDIFF_MAX */
#define COUNT(array) (sizeof(array) / sizeof *(array))

/* All memory that a call can reach. Outputs hold a pattern before each call,
 * and every region has a margin on both sides that is never written to. */
enum {
    OUT, LEN, SLOTS, COUNTED, SCRATCH, FAULT, INDEX, OFFSET, CELLS, ROWS, COLUMNS, VERDICT,
    ENDPOINT, NAME, ACTION, ADVICE, SECONDS, UNITS, PLAIN, MADE, PAYMENT, STEP, WAIT, /* outputs */
    TEXTS, TABLE, PACKED, DOCUMENT, NESTED, BILL, KEY, /* inputs */
    REGIONS
};
#define MARGIN 64
#define PATTERN 0xa5

static struct {
    size_t size;
    unsigned char *start, *before;
} regions[REGIONS];

#define BIT(region) (1ul << (region))
#define AT(region) ((void *)regions[region].start)
#define SIZE(region) regions[region].size

static void *region(int number, size_t size, const void *content) {
    unsigned char *memory = malloc(size + 2 * MARGIN);
    regions[number].before = malloc(size);
    if (memory == NULL || regions[number].before == NULL)
        exit(2);
    memset(memory, PATTERN, size + 2 * MARGIN);
    regions[number].size = size;
    regions[number].start = memory + MARGIN;
    if (content != NULL)
        memcpy(AT(number), content, size);
    memcpy(regions[number].before, AT(number), size);
    return AT(number);
}

/* Takes the inputs as they are now for what they are to be. */
static void keep(int number) {
    memcpy(regions[number].before, AT(number), SIZE(number));
}

static void reset(void) {
    int number;
    for (number = 0; number < REGIONS; number++)
        memcpy(AT(number), regions[number].before, SIZE(number));
}

static unsigned long cases;

static void fail(int line, const char *call, const char *what, long got, long expected) {
    fprintf(stderr, "misuse.c:%d: %s: %s: %ld instead of %ld\n", line, call, what, got, expected);
    exit(1);
}

/* Nothing but these regions has been written to. */
static void untouched(int line, const char *call, unsigned long touched) {
    int number, i;
    for (number = 0; number < REGIONS; number++) {
        const unsigned char *start = AT(number), *end = start + SIZE(number);
        if (!(touched & BIT(number)) && memcmp(start, regions[number].before, SIZE(number)) != 0)
            fail(line, call, "written to region", number, -1);
        for (i = 1; i <= MARGIN; i++)
            if (start[-i] != PATTERN || end[i - 1] != PATTERN)
                fail(line, call, "written beside region", number, -1);
    }
}

static void check(int line, const char *call, long got, long expected, unsigned long touched) {
    cases++;
    if (got != expected)
        fail(line, call, "returned", got, expected);
    untouched(line, call, touched);
}

#define CASE(expected, touched, call) \
    (reset(), check(__LINE__, #call, (long)(call), (long)(expected), (touched)))
#define SAME(got, expected) \
    ((got) == (expected) ? (void)0 : fail(__LINE__, #got, "is", (long)(got), (long)(expected)))

/* Rows: what is wrong with one parameter, a pointer P with or without a
 * length N, and the status for it. */
typedef struct {
    const void *pointer;
    size_t len;
    wxp_status status;
} row;

static void *P;
static size_t N;

#define EACH_TOUCHING(rows, touched, call) do { \
        size_t each; \
        for (each = 0; each < COUNT(rows); each++) { \
            P = (void *)(rows)[each].pointer; \
            N = (rows)[each].len; \
            CASE((rows)[each].status, touched, call); \
        } \
    } while (0)
#define EACH(rows, call) EACH_TOUCHING(rows, 0, call)

/* Inputs that are right. */
static const char SECRET[] = "192006250b4c09247ec02edce69f6a2d";
static wxp_key *key;
static wxp_field *table;
static char *texts, *packed, *document, *nested, *bill;
#define FIELDS (SIZE(TABLE) / sizeof(wxp_field))
static const char pay[] = "/pay/micropay";
#define PAY pay, sizeof pay - 1

/* Outputs. */
static char *out, *scratch;
static size_t *len, *count, *fault, *index_, *offset, *rows_, *columns;
static wxp_field *slots;
static wxp_text *cells, *name;
static wxp_verdict *verdict;
static wxp_endpoint *endpoint;
static int32_t *action, *plain;
static const char **advice;
static uint64_t *seconds;
static int64_t *units;
static wxp_key *made;
static wxp_quickpay *payment;
static int32_t *step;
static uint16_t *wait_;
#define SLOTS_MAX (SIZE(SLOTS) / sizeof(wxp_field))
#define CELLS_MAX (SIZE(CELLS) / sizeof(wxp_text))

static wxp_key zeroed, wiped, copied, foreign, broken;
static wxp_field bad[16], twice[2], unordered[256], ordered[300], unsendable[2];
static char names[300][8], crowd[512 * 8], overcrowd[513 * 8], crowded[5 + 513 * 7 + 7];

static row bytes[4], utf8[5], places[2], keys[6], tables[5], contents[13], rooms[4], overlaps[6],
    packs[11], slot_rows[6], scratch_rows[4], read_overlaps[3], cell_rows[6];

#define ROW(array, i, p, n, s) (array[i].pointer = (p), array[i].len = (n), array[i].status = (s))

static wxp_field field(const char *name, size_t name_len, const char *value, size_t value_len) {
    wxp_field field;
    field.name = name;
    field.name_len = name_len;
    field.value = value;
    field.value_len = value_len;
    return field;
}

static const char *word(const char *text) {
    return strstr(texts, text);
}

#define F(name, value) field(word(name), sizeof name - 1, word(value), sizeof value - 1)

static void prepare(void) {
    static const char all[] = "return_code=SUCCESS&mch_id=10000100&body=a<b]]>&attach=\xe8\x8c\xb6";
    static const char xml[] = "<xml><b>&amp;</b><a>1</a><c><![CDATA[x]]></c></xml>";
    static const char tree[] = "<xml><a>&lt;</a><g><b>&gt;</b></g></xml>";
    static const char lines[] = "n,m\n`1,`2\n`3,`4\ntotal,sum\n`5,`6\n";
    static const char pack[] = "mch_id\0" "1\0body\0x";
    static const char long_name[] = "a2345678901234567890123456789012345678901234567890123456789012345";
    wxp_field right[4];
    size_t i;

    out = region(OUT, 512, NULL);
    len = region(LEN, sizeof *len, NULL);
    slots = region(SLOTS, 4 * sizeof *slots, NULL);
    count = region(COUNTED, sizeof *count, NULL);
    scratch = region(SCRATCH, 64, NULL);
    fault = region(FAULT, sizeof *fault, NULL);
    index_ = region(INDEX, sizeof *index_, NULL);
    offset = region(OFFSET, sizeof *offset, NULL);
    cells = region(CELLS, 8 * sizeof *cells, NULL);
    rows_ = region(ROWS, sizeof *rows_, NULL);
    columns = region(COLUMNS, sizeof *columns, NULL);
    verdict = region(VERDICT, sizeof *verdict, NULL);
    endpoint = region(ENDPOINT, sizeof *endpoint, NULL);
    name = region(NAME, sizeof *name, NULL);
    action = region(ACTION, sizeof *action, NULL);
    advice = region(ADVICE, sizeof *advice, NULL);
    seconds = region(SECONDS, sizeof *seconds, NULL);
    units = region(UNITS, sizeof *units, NULL);
    plain = region(PLAIN, sizeof *plain, NULL);
    made = region(MADE, sizeof *made, NULL);
    payment = region(PAYMENT, sizeof *payment, NULL);
    step = region(STEP, sizeof *step, NULL);
    wait_ = region(WAIT, sizeof *wait_, NULL);

    texts = region(TEXTS, sizeof all, all);
    right[0] = F("return_code", "SUCCESS");
    right[1] = F("mch_id", "10000100");
    right[2] = F("body", "a<b]]>");
    right[3] = F("attach", "\xe8\x8c\xb6");
    table = region(TABLE, sizeof right, right);
    packed = region(PACKED, sizeof pack, pack);
    document = region(DOCUMENT, sizeof xml - 1, xml);
    nested = region(NESTED, sizeof tree - 1, tree);
    bill = region(BILL, sizeof lines - 1, lines);
    key = region(KEY, sizeof *key, NULL);
    CASE(WXP_OK, BIT(KEY), wxp_key_init(key, WXP_HMAC_SHA256, SECRET, 32));
    keep(KEY);
    copied = wiped = broken = *key;
    wxp_key_wipe(&wiped);
    broken.opaque[0] ^= 1;
    memset(&foreign, 'x', sizeof foreign);

    ROW(bytes, 0, NULL, 1, WXP_E_NULL);
    ROW(bytes, 1, NULL, SIZE_MAX, WXP_E_NULL);
    ROW(bytes, 2, texts, SIZE_MAX, WXP_E_LENGTH);
    ROW(bytes, 3, texts, HALF, WXP_E_LENGTH);
    memcpy(utf8, bytes, sizeof bytes);
    ROW(utf8, 4, "ab\xff", 3, WXP_E_NOT_UTF8);

    /* Every output is larger than a byte, so that none begins one behind. */
    ROW(places, 0, NULL, 0, WXP_E_NULL);
    ROW(places, 1, out + 1, 0, WXP_E_ALIGNMENT);

    ROW(keys, 0, NULL, 0, WXP_E_NULL);
    ROW(keys, 1, (char *)key + 1, 0, WXP_E_ALIGNMENT);
    ROW(keys, 2, &zeroed, 0, WXP_E_KEY);
    ROW(keys, 3, &wiped, 0, WXP_E_KEY);
    ROW(keys, 4, &foreign, 0, WXP_E_KEY);
    ROW(keys, 5, &broken, 0, WXP_E_KEY);

    ROW(tables, 0, NULL, 1, WXP_E_NULL);
    ROW(tables, 1, (char *)table + 1, 1, WXP_E_ALIGNMENT);
    ROW(tables, 2, table, SIZE_MAX, WXP_E_LENGTH);
    ROW(tables, 3, table, HALF, WXP_E_LENGTH);
    ROW(tables, 4, table, HALF / sizeof(wxp_field), WXP_E_LENGTH);

    bad[0] = field(NULL, 1, "1", 1);
    bad[1] = field("a", 1, NULL, 1);
    bad[2] = field("a", SIZE_MAX, "1", 1);
    bad[3] = field("a", 1, "1", HALF);
    bad[4] = field("\xff", 1, "1", 1);
    bad[5] = field("a", 1, "\xc3", 1);
    bad[6] = field(NULL, 0, "1", 1);
    bad[7] = field("", 0, "1", 1);
    bad[8] = field("1a", 2, "1", 1);
    bad[9] = field("a b", 3, "1", 1);
    bad[10] = field(long_name, 65, "1", 1);
    for (i = 0; i < 11; i++)
        ROW(contents, i, bad + i, 1,
            i < 2 ? WXP_E_NULL : i < 4 ? WXP_E_LENGTH : i < 6 ? WXP_E_NOT_UTF8 : WXP_E_FIELD_NAME);
    twice[0] = field("a", 1, "1", 1);
    twice[1] = field("a", 1, NULL, 0);
    ROW(contents, 11, twice, 2, WXP_E_DUPLICATE_FIELD);
    for (i = 0; i < 300; i++) {
        sprintf(names[i], "n%03u", (unsigned)i);
        ordered[i] = field(names[i], 4, "1", 1);
        if (i < 256)
            unordered[255 - i] = ordered[i];
    }
    ROW(contents, 12, unordered, 256, WXP_E_TOO_MANY_FIELDS);
    unsendable[0] = field("a", 1, "1\1", 2);
    unsendable[1] = field("a", 1, "\xf0\x9f\x8d\xb5", 4);

    for (i = 0; i < 513; i++) {
        char one[9];
        sprintf(one, "n%03u", (unsigned)(512 - i) % 1000);
        memcpy(one + 5, "12", 3);
        memcpy(overcrowd + 8 * i, one, 8);
        if (i < 512)
            memcpy(crowd + 8 * i, one, 8);
        sprintf(crowded + 5 + 7 * i, "<n%03u/>", (unsigned)i);
    }
    memcpy(crowded, "<xml>", 5);
    memcpy(crowded + sizeof crowded - 7, "</xml>", 7);
    ROW(packs, 0, NULL, 1, WXP_E_NULL);
    ROW(packs, 1, NULL, SIZE_MAX, WXP_E_NULL);
    ROW(packs, 2, packed, SIZE_MAX, WXP_E_LENGTH);
    ROW(packs, 3, packed, HALF, WXP_E_LENGTH);
    ROW(packs, 4, "a\0\xff", 4, WXP_E_NOT_UTF8);
    ROW(packs, 5, "a", 1, WXP_E_PACKED);
    ROW(packs, 6, "a\0", 2, WXP_E_PACKED);
    ROW(packs, 7, "a\0" "1", 3, WXP_E_PACKED);
    ROW(packs, 8, "\0\0", 2, WXP_E_FIELD_NAME);
    ROW(packs, 9, "a\0" "1\0a\0" "2", 8, WXP_E_DUPLICATE_FIELD);
    ROW(packs, 10, overcrowd, sizeof overcrowd, WXP_E_TOO_MANY_FIELDS);

    ROW(rooms, 0, NULL, 1, WXP_E_NULL);
    ROW(rooms, 1, NULL, SIZE_MAX, WXP_E_NULL);
    ROW(rooms, 2, out, SIZE_MAX, WXP_E_LENGTH);
    ROW(rooms, 3, out, HALF, WXP_E_LENGTH);

    ROW(overlaps, 0, table, SIZE(TABLE), WXP_E_OVERLAP);
    ROW(overlaps, 1, (char *)table - 1, 2, WXP_E_OVERLAP);
    ROW(overlaps, 2, (char *)(table + FIELDS) - 1, 64, WXP_E_OVERLAP);
    ROW(overlaps, 3, word("SUCCESS"), 1, WXP_E_OVERLAP);
    ROW(overlaps, 4, word("body") + 3, 1, WXP_E_OVERLAP);
    ROW(overlaps, 5, texts, SIZE(TEXTS), WXP_E_OVERLAP);

    ROW(slot_rows, 0, NULL, 1, WXP_E_NULL);
    ROW(slot_rows, 1, NULL, SIZE_MAX, WXP_E_NULL);
    ROW(slot_rows, 2, (char *)slots + 1, 3, WXP_E_ALIGNMENT);
    ROW(slot_rows, 3, slots, SIZE_MAX, WXP_E_LENGTH);
    ROW(slot_rows, 4, slots, HALF, WXP_E_LENGTH);
    ROW(slot_rows, 5, slots, HALF / sizeof(wxp_field), WXP_E_LENGTH);
    ROW(scratch_rows, 0, NULL, 1, WXP_E_NULL);
    ROW(scratch_rows, 1, NULL, SIZE_MAX, WXP_E_NULL);
    ROW(scratch_rows, 2, scratch, SIZE_MAX, WXP_E_LENGTH);
    ROW(scratch_rows, 3, scratch, HALF, WXP_E_LENGTH);
    memcpy(cell_rows, slot_rows, sizeof slot_rows);
    ROW(cell_rows, 2, (char *)cells + 1, 3, WXP_E_ALIGNMENT);
    ROW(cell_rows, 3, cells, SIZE_MAX, WXP_E_LENGTH);
    ROW(cell_rows, 4, cells, HALF, WXP_E_LENGTH);
    ROW(cell_rows, 5, cells, HALF / sizeof(wxp_text), WXP_E_LENGTH);
    ROW(read_overlaps, 0, document, 1, WXP_E_OVERLAP);
    ROW(read_overlaps, 1, document - MARGIN, MARGIN + 1, WXP_E_OVERLAP);
    ROW(read_overlaps, 2, document + SIZE(DOCUMENT) - 1, 8, WXP_E_OVERLAP);
}

/* Room for a text, P and N: wrong, too small, and just enough. */
#define ROOM(call) do { \
        size_t needed, short_of; \
        EACH(rooms, call); \
        P = NULL, N = 0; \
        CASE(WXP_E_SPACE, BIT(LEN), call); \
        needed = *len; \
        P = out; \
        for (short_of = 1; short_of <= needed; short_of += short_of < needed - 1 ? needed - 2 : 1) { \
            N = needed - short_of; \
            CASE(WXP_E_SPACE, BIT(LEN), call); \
            SAME(*len, needed); \
        } \
        N = needed; \
        CASE(WXP_OK, BIT(OUT) | BIT(LEN), call); \
        SAME(*len, needed); \
        for (; needed < SIZE(OUT); needed++) \
            SAME((unsigned char)out[needed], PATTERN); \
    } while (0)

static void numbers(void) {
    CASE(WXP_ABI_VERSION, 0, wxp_abi_version());
    CASE('0', 0, wxp_version()[0]);
    CASE(WXP_OK, 0, wxp_self_test());
    CASE('n', 0, wxp_status_text(INT32_MIN)[0]);
    CASE('n', 0, wxp_status_text(INT32_MAX)[0]);
    CASE(WXP_KEY_SIZE, 0, wxp_key_size());
    CASE(WXP_SIGNATURE_MAX, 0, wxp_signature_max());
    CASE(WXP_ENTROPY_SIZE, 0, wxp_entropy_size());
    CASE(WXP_PACKED_MAX, 0, wxp_packed_max());
    CASE(1, 0, wxp_endpoint_count() > 100);
}

/* The place of what was found. */
static long place(const wxp_field *found, const wxp_field *table) {
    return found == NULL ? -1 : (long)(found - table);
}

static void finding(void) {
    static const wxp_field lists[] = {{"a_0", 3, "", 0}, {"a_1_2", 5, "", 0}, {NULL, 3, "", 0}};
    size_t i;
    CASE(1, 0, place(wxp_find(table, FIELDS, "mch_id", 6), table));
    CASE(-1, 0, place(wxp_find(table, FIELDS, "mch_i", 5), table));
    CASE(-1, 0, place(wxp_find(table, FIELDS, NULL, 0), table));
    CASE(0, 0, place(wxp_find_numbered(lists, COUNT(lists), "a", 1, 0), lists));
    CASE(-1, 0, place(wxp_find_numbered(lists, COUNT(lists), "a", 1, 1), lists));
    CASE(1, 0, place(wxp_find_numbered_in(lists, COUNT(lists), "a", 1, 1, 2), lists));
    CASE(-1, 0, place(wxp_find_numbered_in(lists, COUNT(lists), "a", 1, 65535, 65535), lists));
    CASE(-1, 0, place(wxp_find_numbered(lists, COUNT(lists), "", 0, 0), lists));
    for (i = 0; i < COUNT(utf8); i++) {
        const char *text = utf8[i].pointer;
        size_t text_len = utf8[i].len;
        CASE(-1, 0, place(wxp_find(table, FIELDS, text, text_len), table));
        CASE(-1, 0, place(wxp_find_numbered(lists, COUNT(lists), text, text_len, 0), lists));
        CASE(-1, 0, place(wxp_find_numbered_in(lists, COUNT(lists), text, text_len, 1, 2), lists));
    }
    for (i = 0; i < COUNT(tables); i++) {
        const wxp_field *fields = tables[i].pointer;
        CASE(-1, 0, place(wxp_find(fields, tables[i].len, "mch_id", 6), fields));
        CASE(-1, 0, place(wxp_find_numbered(fields, tables[i].len, "a", 1, 0), fields));
        CASE(-1, 0, place(wxp_find_numbered_in(fields, tables[i].len, "a", 1, 1, 2), fields));
    }
    for (i = 0; i < 6; i++) {
        CASE(-1, 0, place(wxp_find(bad + i, 1, "b", 1), bad));
        CASE(-1, 0, place(wxp_find_numbered(bad + i, 1, "b", 1, 0), bad));
        CASE(-1, 0, place(wxp_find_numbered_in(bad + i, 1, "b", 1, 0, 0), bad));
    }
}

static void checking(void) {
    CASE(WXP_OK, 0, wxp_check(table, FIELDS, index_, offset));
    CASE(WXP_OK, 0, wxp_check(NULL, 0, index_, offset));
    CASE(WXP_OK, 0, wxp_check(ordered, COUNT(ordered), index_, offset));
    EACH(tables, wxp_check(P, N, index_, offset));
    EACH_TOUCHING(contents, BIT(INDEX) | BIT(OFFSET), wxp_check(P, N, index_, offset));
    EACH(places, wxp_check(table, FIELDS, P, offset));
    EACH(places, wxp_check(table, FIELDS, index_, P));
    CASE(WXP_E_CHARACTER, BIT(INDEX) | BIT(OFFSET), wxp_check(unsendable, 1, index_, offset));
    SAME(*index_, 0);
    SAME(*offset, 1);
    CASE(WXP_E_FIELD_NAME, BIT(INDEX) | BIT(OFFSET), wxp_check(bad + 9, 1, index_, offset));
    SAME(*offset, 1);
    CASE(WXP_E_DUPLICATE_FIELD, BIT(INDEX) | BIT(OFFSET), wxp_check(twice, 2, index_, offset));
    SAME(*index_, 1);
    SAME(*offset, 0);
}

static void making_keys(void) {
    static const char long_secret[] = "12345678901234567890123456789012345678901234567890123456789012345";
    CASE(WXP_OK, BIT(MADE), wxp_key_init(made, WXP_MD5, SECRET, 32));
    EACH(places, wxp_key_init(P, WXP_MD5, SECRET, 32));
    EACH(bytes, wxp_key_init(made, WXP_MD5, P, N));
    CASE(WXP_E_SECRET_LENGTH, 0, wxp_key_init(made, WXP_MD5, NULL, 0));
    CASE(WXP_E_SECRET_LENGTH, 0, wxp_key_init(made, WXP_MD5, SECRET, 31));
    CASE(WXP_E_SECRET_LENGTH, 0, wxp_key_init(made, WXP_MD5, SECRET, 33));
    CASE(WXP_E_SECRET_CHARACTER, 0, wxp_key_init(made, WXP_MD5, "192006250b4c09247ec02edce69f6a2\n", 32));
    CASE(WXP_E_ARGUMENT, 0, wxp_key_init(made, 0, SECRET, 32));
    CASE(WXP_E_ARGUMENT, 0, wxp_key_init(made, WXP_MD5 | WXP_HMAC_SHA256, SECRET, 32));
    CASE(WXP_E_ARGUMENT, 0, wxp_key_init(made, UINT32_MAX, SECRET, 32));
    CASE(WXP_OK, BIT(MADE), wxp_key_init_nonstandard(made, WXP_HMAC_SHA256, "\xff", 1));
    CASE(WXP_OK, BIT(MADE), wxp_key_init_nonstandard(made, WXP_HMAC_SHA256, long_secret, 64));
    EACH(places, wxp_key_init_nonstandard(P, WXP_MD5, SECRET, 32));
    EACH(bytes, wxp_key_init_nonstandard(made, WXP_MD5, P, N));
    CASE(WXP_E_SECRET_LENGTH, 0, wxp_key_init_nonstandard(made, WXP_MD5, NULL, 0));
    CASE(WXP_E_SECRET_LENGTH, 0, wxp_key_init_nonstandard(made, WXP_MD5, long_secret, 65));
    CASE(WXP_E_ARGUMENT, 0, wxp_key_init_nonstandard(made, 3, SECRET, 32));
    CASE(0, 0, (wxp_key_wipe(NULL), 0));
    CASE(0, 0, (wxp_key_wipe((wxp_key *)(out + 1)), 0));
    CASE(0, BIT(MADE), (wxp_key_wipe(made), 0));
    CASE(0, BIT(MADE), (wxp_key_wipe(made), wxp_key_wipe(made), 0));
    CASE(0, BIT(KEY), (wxp_key_wipe(key), memcmp(key, &zeroed, sizeof zeroed)));
}

static void signing(void) {
    EACH(keys, wxp_sign(P, table, FIELDS, out, SIZE(OUT), len));
    EACH(tables, wxp_sign(key, P, N, out, SIZE(OUT), len));
    EACH(contents, wxp_sign(key, P, N, out, SIZE(OUT), len));
    ROOM(wxp_sign(key, table, FIELDS, P, N, len));
    EACH(places, wxp_sign(key, table, FIELDS, out, SIZE(OUT), P));
    EACH(overlaps, wxp_sign(key, table, FIELDS, P, N, len));
    CASE(WXP_OK, BIT(OUT) | BIT(LEN), wxp_sign(&copied, table, FIELDS, out, 64, len));
    CASE(WXP_OK, BIT(OUT) | BIT(LEN), wxp_sign(key, NULL, 0, out, 64, len));
    CASE(WXP_OK, BIT(OUT) | BIT(LEN), wxp_sign(key, ordered, COUNT(ordered), out, 64, len));
    CASE(WXP_OK, BIT(OUT) | BIT(LEN), wxp_sign(key, unordered, 255, out, 64, len));
    CASE(WXP_OK, BIT(OUT) | BIT(LEN), wxp_sign(key, unsendable, 1, out, 64, len));

    EACH(keys, wxp_sign_packed(P, packed, SIZE(PACKED), out, SIZE(OUT), len));
    EACH(packs, wxp_sign_packed(key, P, N, out, SIZE(OUT), len));
    ROOM(wxp_sign_packed(key, packed, SIZE(PACKED), P, N, len));
    EACH(places, wxp_sign_packed(key, packed, SIZE(PACKED), out, SIZE(OUT), P));
    CASE(WXP_E_OVERLAP, 0, wxp_sign_packed(key, packed, SIZE(PACKED), packed, SIZE(PACKED), len));
    CASE(WXP_OK, BIT(OUT) | BIT(LEN), wxp_sign_packed(&copied, packed, SIZE(PACKED), out, 64, len));
    CASE(WXP_OK, BIT(OUT) | BIT(LEN), wxp_sign_packed(key, NULL, 0, out, 64, len));
    CASE(WXP_OK, BIT(OUT) | BIT(LEN), wxp_sign_packed(key, crowd, sizeof crowd, out, 64, len));
}

static void verifying(void) {
    static const wxp_field wrong[] = {{"sign", 4, "00000000000000000000000000000000", 32}};
    EACH(keys, wxp_verify(P, table, FIELDS));
    EACH(tables, wxp_verify(key, P, N));
    EACH(contents, wxp_verify(key, P, N));
    CASE(WXP_E_UNSIGNED, 0, wxp_verify(key, table, FIELDS));
    CASE(WXP_E_UNSIGNED, 0, wxp_verify(&copied, NULL, 0));
    CASE(WXP_E_ALGORITHM_MISMATCH, 0, wxp_verify(key, wrong, 1));
    EACH(keys, wxp_verify_packed(P, packed, SIZE(PACKED)));
    EACH(packs, wxp_verify_packed(key, P, N));
    CASE(WXP_E_UNSIGNED, 0, wxp_verify_packed(key, packed, SIZE(PACKED)));
    CASE(WXP_E_UNSIGNED, 0, wxp_verify_packed(&copied, NULL, 0));
    CASE(WXP_E_SIGNATURE_MISMATCH, 0, wxp_verify_packed(key, "sign\0x", 7));
}

static void writing(void) {
    EACH(tables, wxp_canonical(P, N, out, SIZE(OUT), len));
    EACH(contents, wxp_canonical(P, N, out, SIZE(OUT), len));
    ROOM(wxp_canonical(table, FIELDS, P, N, len));
    EACH(places, wxp_canonical(table, FIELDS, out, SIZE(OUT), P));
    EACH(overlaps, wxp_canonical(table, FIELDS, P, N, len));
    CASE(WXP_OK, BIT(LEN), wxp_canonical(NULL, 0, NULL, 0, len));
    SAME(*len, 0);

    EACH(packs, wxp_canonical_packed(P, N, out, SIZE(OUT), len));
    ROOM(wxp_canonical_packed(packed, SIZE(PACKED), P, N, len));
    EACH(places, wxp_canonical_packed(packed, SIZE(PACKED), out, SIZE(OUT), P));
    CASE(WXP_E_OVERLAP, 0, wxp_canonical_packed(packed, SIZE(PACKED), packed + 1, 64, len));
    CASE(WXP_OK, BIT(LEN), wxp_canonical_packed(NULL, 0, NULL, 0, len));

    EACH(keys, wxp_xml_write(P, table, FIELDS, out, SIZE(OUT), len));
    EACH(tables, wxp_xml_write(key, P, N, out, SIZE(OUT), len));
    EACH(contents, wxp_xml_write(key, P, N, out, SIZE(OUT), len));
    ROOM(wxp_xml_write(key, table, FIELDS, P, N, len));
    EACH(places, wxp_xml_write(key, table, FIELDS, out, SIZE(OUT), P));
    EACH(overlaps, wxp_xml_write(key, table, FIELDS, P, N, len));
    CASE(WXP_E_CHARACTER, 0, wxp_xml_write(key, unsendable, 1, out, SIZE(OUT), len));
    CASE(WXP_E_CHARACTER, 0, wxp_xml_write(key, unsendable + 1, 1, out, SIZE(OUT), len));
    CASE(WXP_OK, BIT(OUT) | BIT(LEN), wxp_xml_write(&copied, table, FIELDS, out, SIZE(OUT), len));

    EACH(keys, wxp_xml_write_packed(P, packed, SIZE(PACKED), out, SIZE(OUT), len));
    EACH(packs, wxp_xml_write_packed(key, P, N, out, SIZE(OUT), len));
    ROOM(wxp_xml_write_packed(key, packed, SIZE(PACKED), P, N, len));
    EACH(places, wxp_xml_write_packed(key, packed, SIZE(PACKED), out, SIZE(OUT), P));
    CASE(WXP_E_OVERLAP, 0, wxp_xml_write_packed(key, packed, SIZE(PACKED), packed, 1, len));
    CASE(WXP_E_CHARACTER, 0, wxp_xml_write_packed(key, "a\0\1", 4, out, SIZE(OUT), len));
}

#define READ (BIT(SLOTS) | BIT(SCRATCH) | BIT(COUNTED) | BIT(FAULT))
#define REFUSED (BIT(SLOTS) | BIT(SCRATCH) | BIT(FAULT))

/* A reader of documents, and one that reads `have` fields with one reference. */
#define READER(have, extra, CALL) do { \
        EACH(bytes, CALL(P, N, slots, SLOTS_MAX, count, scratch, SIZE(SCRATCH), fault)); \
        EACH(slot_rows, CALL(RIGHT, P, N, count, scratch, SIZE(SCRATCH), fault)); \
        EACH(scratch_rows, CALL(RIGHT, slots, SLOTS_MAX, count, P, N, fault)); \
        EACH(places, CALL(RIGHT, slots, SLOTS_MAX, P, scratch, SIZE(SCRATCH), fault)); \
        EACH(places, CALL(RIGHT, slots, SLOTS_MAX, count, scratch, SIZE(SCRATCH), P)); \
        CASE(WXP_E_OVERLAP, 0, CALL(RIGHT, slots, SLOTS_MAX, count, (char *)slots, 1, fault)); \
        CASE(WXP_E_OVERLAP, 0, CALL(RIGHT, (wxp_field *)RIGHT_AT, 1, count, scratch, 64, fault)); \
        CASE(WXP_E_OVERLAP, 0, CALL(RIGHT, slots, SLOTS_MAX, count, RIGHT_AT, 1, fault)); \
        CASE(WXP_E_SPACE, BIT(COUNTED) | BIT(FAULT), CALL(RIGHT, NULL, 0, count, NULL, 0, fault)); \
        SAME(*count, have); \
        SAME(*fault, 1); \
        CASE(WXP_E_SPACE, READ, CALL(RIGHT, slots, (have) - 1, count, scratch, 1, fault)); \
        SAME(*count, have); \
        CASE(WXP_E_SPACE, READ, CALL(RIGHT, slots, have, count, NULL, 0, fault)); \
        SAME(*fault, 1); \
        SAME(slots[0].name, NULL); \
        CASE(WXP_OK, BIT(SLOTS) | BIT(SCRATCH) | BIT(COUNTED) | (extra), \
             CALL(RIGHT, slots, have, count, scratch, 1, fault)); \
        SAME(*count, have); \
        SAME((unsigned char)scratch[1], PATTERN); \
        CASE(WXP_E_TRUNCATED, REFUSED, CALL("", 0, slots, SLOTS_MAX, count, scratch, 1, fault)); \
        CASE(WXP_E_TRUNCATED, REFUSED, CALL(NULL, 0, slots, SLOTS_MAX, count, scratch, 1, fault)); \
        CASE(WXP_E_NOT_UTF8, REFUSED, CALL("<xml>\xff", 6, slots, 1, count, scratch, 1, fault)); \
        SAME(*fault, 5); \
        SAME(slots[0].name, NULL); \
    } while (0)

static wxp_status first_record(const char *document, size_t document_len, wxp_field *fields,
                               size_t capacity, size_t *count, char *room, size_t size, size_t *fault) {
    return wxp_xml_record(document, document_len, 0, name, fields, capacity, count, room, size, fault);
}

static void reading(void) {
#define RIGHT document, SIZE(DOCUMENT)
#define RIGHT_AT document
    READER(3, 0, wxp_xml_read);
    EACH(read_overlaps, wxp_xml_read(RIGHT, slots, SLOTS_MAX, count, P, N, fault));
    CASE(WXP_E_DUPLICATE, REFUSED, wxp_xml_read("<x><a/><a/></x>", 15, slots, 2, count, scratch, 1, fault));
    SAME(*fault, 8);
    SAME(slots[0].name, NULL);
    READER(3, 0, wxp_xml_read_nested);
#undef RIGHT
#undef RIGHT_AT
#define RIGHT nested, SIZE(NESTED)
#define RIGHT_AT nested
    READER(1, BIT(NAME), first_record);
    EACH(places, wxp_xml_record(RIGHT, 0, P, slots, 1, count, scratch, 1, fault));
    CASE(WXP_E_NOT_FOUND, 0, wxp_xml_record(RIGHT, 1, name, slots, 1, count, scratch, 1, fault));
    CASE(WXP_E_NOT_FOUND, 0, wxp_xml_record(RIGHT, SIZE_MAX, name, slots, 1, count, scratch, 1, fault));
    CASE(WXP_E_NESTED, REFUSED, wxp_xml_read(RIGHT, slots, 1, count, scratch, 1, fault));

    EACH(bytes, wxp_xml_read_packed(P, N, out, SIZE(OUT), len, fault));
    ROOM(wxp_xml_read_packed(document, SIZE(DOCUMENT), P, N, len, fault));
    EACH(places, wxp_xml_read_packed(document, SIZE(DOCUMENT), out, SIZE(OUT), P, fault));
    EACH(places, wxp_xml_read_packed(document, SIZE(DOCUMENT), out, SIZE(OUT), len, P));
    EACH(read_overlaps, wxp_xml_read_packed(document, SIZE(DOCUMENT), P, N, len, fault));
    CASE(WXP_E_TRUNCATED, BIT(FAULT), wxp_xml_read_packed(NULL, 0, out, SIZE(OUT), len, fault));
    CASE(WXP_E_NESTED, BIT(FAULT), wxp_xml_read_packed(RIGHT, out, SIZE(OUT), len, fault));

#define CROWDED crowded, sizeof crowded - 1
    CASE(WXP_E_SPACE, READ, wxp_xml_read(CROWDED, slots, SLOTS_MAX, count, NULL, 0, fault));
    SAME(*count, 513);
    CASE(WXP_E_TOO_MANY_FIELDS, BIT(SLOTS),
         wxp_xml_read_nested(CROWDED, slots, SLOTS_MAX, count, NULL, 0, fault));
    CASE(WXP_E_TOO_MANY_FIELDS, 0, wxp_xml_read_packed(CROWDED, out, SIZE(OUT), len, fault));

    CASE(WXP_BODY_XML, 0, wxp_body(RIGHT));
    CASE(WXP_BODY_EMPTY, 0, wxp_body(NULL, 0));
    CASE(WXP_BODY_EMPTY, 0, wxp_body(NULL, 1));
    CASE(WXP_BODY_EMPTY, 0, wxp_body(nested, SIZE_MAX));
    CASE(WXP_BODY_EMPTY, 0, wxp_body(nested, HALF));
}

static void judging(void) {
    EACH(keys, wxp_judge(P, PAY, table, FIELDS, verdict));
    EACH(utf8, wxp_judge(key, P, N, table, FIELDS, verdict));
    EACH(tables, wxp_judge(key, PAY, P, N, verdict));
    EACH(contents, wxp_judge(key, PAY, P, N, verdict));
    EACH(places, wxp_judge(key, PAY, table, FIELDS, P));
    CASE(WXP_E_NOT_FOUND, 0, wxp_judge(key, NULL, 0, table, FIELDS, verdict));
    CASE(WXP_E_NOT_FOUND, 0, wxp_judge(key, "/pay/unknown", 12, table, FIELDS, verdict));
    CASE(WXP_OK, BIT(VERDICT), wxp_judge(&copied, PAY, table, FIELDS, verdict));
    SAME(verdict->fault, WXP_E_UNSIGNED);
    CASE(WXP_OK, BIT(VERDICT), wxp_judge(key, "payment", 7, NULL, 0, verdict));
    SAME(verdict->fault, WXP_E_NO_RETURN_CODE);

    EACH(keys, wxp_judge_packed(P, PAY, packed, SIZE(PACKED), verdict));
    EACH(utf8, wxp_judge_packed(key, P, N, packed, SIZE(PACKED), verdict));
    EACH(packs, wxp_judge_packed(key, PAY, P, N, verdict));
    EACH(places, wxp_judge_packed(key, PAY, packed, SIZE(PACKED), P));
    CASE(WXP_E_NOT_FOUND, 0, wxp_judge_packed(key, "x", 1, packed, SIZE(PACKED), verdict));
    CASE(WXP_OK, BIT(VERDICT), wxp_judge_packed(&copied, PAY, packed, SIZE(PACKED), verdict));

    EACH(utf8, wxp_advice(P, N, "BANKERROR", 9, action, advice));
    EACH(utf8, wxp_advice(PAY, P, N, action, advice));
    EACH(places, wxp_advice(PAY, "BANKERROR", 9, P, advice));
    EACH(places, wxp_advice(PAY, "BANKERROR", 9, action, P));
    CASE(WXP_E_NOT_FOUND, 0, wxp_advice(NULL, 0, "BANKERROR", 9, action, advice));
    CASE(WXP_OK, BIT(ACTION) | BIT(ADVICE), wxp_advice(PAY, NULL, 0, action, advice));
    SAME(*action, WXP_ACTION_QUERY);

    EACH(utf8, wxp_acknowledge(P, N, 1, out, SIZE(OUT), len));
    ROOM(wxp_acknowledge("payment", 7, -1, P, N, len));
    EACH(places, wxp_acknowledge("payment", 7, 0, out, SIZE(OUT), P));
    CASE(WXP_E_NOT_FOUND, 0, wxp_acknowledge("risk", 4, 1, out, SIZE(OUT), len));
    CASE(WXP_E_NOT_FOUND, 0, wxp_acknowledge("native-scan", 11, 1, out, SIZE(OUT), len));
    CASE(WXP_E_NOT_FOUND, 0, wxp_acknowledge(PAY, 1, out, SIZE(OUT), len));
}

static void facts(void) {
    char dirty[17] = "sixteen of bytes";
    CASE(WXP_OK, BIT(ENDPOINT), wxp_endpoint_at(0, endpoint));
    CASE(WXP_E_NOT_FOUND, 0, wxp_endpoint_at(wxp_endpoint_count(), endpoint));
    CASE(WXP_E_NOT_FOUND, 0, wxp_endpoint_at(SIZE_MAX, endpoint));
    EACH(places, wxp_endpoint_at(0, P));
    CASE(WXP_OK, BIT(ENDPOINT), wxp_endpoint_find(PAY, endpoint));
    CASE(WXP_E_NOT_FOUND, 0, wxp_endpoint_find(NULL, 0, endpoint));
    EACH(utf8, wxp_endpoint_find(P, N, endpoint));
    EACH(places, wxp_endpoint_find(PAY, P));

    EACH(bytes, wxp_nonce(P, N, out, SIZE(OUT), len));
    CASE(WXP_E_ARGUMENT, 0, wxp_nonce(NULL, 0, out, SIZE(OUT), len));
    CASE(WXP_E_ARGUMENT, 0, wxp_nonce(dirty, 15, out, SIZE(OUT), len));
    CASE(WXP_E_ARGUMENT, 0, wxp_nonce(dirty, 17, out, SIZE(OUT), len));
    ROOM(wxp_nonce(dirty, 16, P, N, len));
    EACH(places, wxp_nonce(dirty, 16, out, SIZE(OUT), P));

    ROOM(wxp_time_format(0, WXP_TIME_PLAIN, P, N, len));
    ROOM(wxp_time_format(0, WXP_TIME_SPACED, P, N, len));
    EACH(places, wxp_time_format(0, WXP_TIME_PLAIN, out, SIZE(OUT), P));
    CASE(WXP_E_ARGUMENT, 0, wxp_time_format(0, 2, out, SIZE(OUT), len));
    CASE(WXP_E_ARGUMENT, 0, wxp_time_format(0, -1, out, SIZE(OUT), len));
    CASE(WXP_E_ARGUMENT, 0, wxp_time_format(UINT64_MAX, WXP_TIME_PLAIN, out, SIZE(OUT), len));
    CASE(WXP_OK, BIT(SECONDS), wxp_time_parse("19700101080000", 14, seconds));
    EACH(utf8, wxp_time_parse(P, N, seconds));
    EACH(places, wxp_time_parse("19700101080000", 14, P));
    CASE(WXP_E_ARGUMENT, 0, wxp_time_parse(NULL, 0, seconds));
    CASE(WXP_E_ARGUMENT, 0, wxp_time_parse("19700230080000", 14, seconds));

    EACH(utf8, wxp_amount_format(1, P, N, out, SIZE(OUT), len));
    ROOM(wxp_amount_format(INT64_MIN, "CNY", 3, P, N, len));
    ROOM(wxp_amount_format(INT64_MAX, "JPY", 3, P, N, len));
    EACH(places, wxp_amount_format(1, "CNY", 3, out, SIZE(OUT), P));
    CASE(WXP_E_NOT_FOUND, 0, wxp_amount_format(1, NULL, 0, out, SIZE(OUT), len));
    CASE(WXP_OK, BIT(UNITS), wxp_amount_parse("1.00", 4, "CNY", 3, units));
    EACH(utf8, wxp_amount_parse(P, N, "CNY", 3, units));
    EACH(utf8, wxp_amount_parse("1.00", 4, P, N, units));
    EACH(places, wxp_amount_parse("1.00", 4, "CNY", 3, P));
    CASE(WXP_E_NOT_FOUND, 0, wxp_amount_parse("1.00", 4, "RMB", 3, units));
    CASE(WXP_E_ARGUMENT, 0, wxp_amount_parse(NULL, 0, "CNY", 3, units));
    CASE(WXP_E_ARGUMENT, 0, wxp_amount_parse("1.001", 5, "CNY", 3, units));
    CASE(WXP_E_ARGUMENT, 0, wxp_amount_parse("99999999999999999999", 20, "CNY", 3, units));

    CASE(WXP_OK, BIT(PLAIN), wxp_check_notify_url("https://a.cn/b", 14, plain, fault));
    EACH(utf8, wxp_check_notify_url(P, N, plain, fault));
    EACH(places, wxp_check_notify_url("https://a.cn/b", 14, P, fault));
    EACH(places, wxp_check_notify_url("https://a.cn/b", 14, plain, P));
    CASE(WXP_E_NOTIFY_URL, BIT(FAULT), wxp_check_notify_url(NULL, 0, plain, fault));
    CASE(WXP_E_NOTIFY_URL_QUERY, BIT(FAULT), wxp_check_notify_url("http://a.cn/?b", 14, plain, fault));
    SAME(*fault, 12);

    CASE(32, 0, wxp_field_limit("nonce_str", 9));
    CASE(0, 0, wxp_field_limit(NULL, 0));
    CASE(0, 0, wxp_field_limit(NULL, 1));
    CASE(0, 0, wxp_field_limit(texts, SIZE_MAX));
    CASE(0, 0, wxp_field_limit(texts, HALF));
    CASE(0, 0, wxp_field_limit("\xff", 1));

    ROOM(wxp_category_name(343, P, N, len));
    EACH(places, wxp_category_name(343, out, SIZE(OUT), P));
    CASE(WXP_E_NOT_FOUND, 0, wxp_category_name(0, out, SIZE(OUT), len));
    CASE(WXP_E_NOT_FOUND, 0, wxp_category_name(65535, out, SIZE(OUT), len));
}

#define GRID (BIT(ROWS) | BIT(COLUMNS))
#define BILLS(count_of_rows, CALL) do { \
        EACH(bytes, CALL(P, N, cells, CELLS_MAX, rows_, columns, fault)); \
        EACH(cell_rows, CALL(bill, SIZE(BILL), P, N, rows_, columns, fault)); \
        EACH(places, CALL(bill, SIZE(BILL), cells, CELLS_MAX, P, columns, fault)); \
        EACH(places, CALL(bill, SIZE(BILL), cells, CELLS_MAX, rows_, P, fault)); \
        EACH(places, CALL(bill, SIZE(BILL), cells, CELLS_MAX, rows_, columns, P)); \
        CASE(WXP_E_OVERLAP, 0, CALL(bill, SIZE(BILL), (wxp_text *)bill, 1, rows_, columns, fault)); \
        CASE(WXP_E_SPACE, GRID, CALL(bill, SIZE(BILL), NULL, 0, rows_, columns, fault)); \
        SAME(*rows_, count_of_rows); \
        SAME(*columns, 2); \
        CASE(WXP_E_SPACE, GRID, CALL(bill, SIZE(BILL), cells, 2 * (count_of_rows) + 1, rows_, columns, fault)); \
        SAME(*rows_, count_of_rows); \
        CASE(WXP_OK, GRID | BIT(CELLS), \
             CALL(bill, SIZE(BILL), cells, 2 * (count_of_rows) + 2, rows_, columns, fault)); \
        SAME(*rows_, count_of_rows); \
        CASE(WXP_E_TRUNCATED, BIT(FAULT), CALL(NULL, 0, cells, CELLS_MAX, rows_, columns, fault)); \
        CASE(WXP_E_TRUNCATED, BIT(FAULT), CALL(bill, 10, cells, CELLS_MAX, rows_, columns, fault)); \
        CASE(WXP_E_NOT_UTF8, BIT(FAULT), CALL("\xff", 1, cells, CELLS_MAX, rows_, columns, fault)); \
        CASE(WXP_E_BILL, BIT(FAULT), CALL("<xml>", 5, cells, CELLS_MAX, rows_, columns, fault)); \
    } while (0)

/* A payment that was begun, for calls that change it. */
static wxp_quickpay begun(void) {
    wxp_quickpay fresh;
    SAME(wxp_quickpay_new(&fresh), WXP_OK);
    return fresh;
}

static wxp_status next(wxp_quickpay *at, const wxp_timing *timing, int32_t event,
                       const wxp_verdict *with, int32_t *to, uint16_t *left) {
    if (at == payment)
        *payment = begun();
    return wxp_quickpay_next(at, timing, event, with, 1, to, left);
}

static void paying(void) {
    static const wxp_timing slow = {5, 10, 45, 15, 5, 256, 5, 0};
    static wxp_verdict paid, forged;
    wxp_quickpay damaged = begun(), blank, before;
    unsigned long touched = BIT(PAYMENT) | BIT(STEP) | BIT(WAIT);
    paid.verdict = WXP_SUCCEEDED;
    damaged.opaque[4] ^= 1;
    memset(&blank, 0, sizeof blank);

    CASE(WXP_OK, BIT(PAYMENT), wxp_quickpay_new(payment));
    CASE(WXP_E_NULL, 0, wxp_quickpay_new(NULL));
    CASE(WXP_OK, touched, next(payment, NULL, WXP_EVENT_NONE, NULL, step, wait_));
    SAME(*step, WXP_STEP_ORDER);
    CASE(WXP_OK, touched, next(payment, NULL, WXP_EVENT_ORDER, &paid, step, wait_));
    SAME(*step, WXP_STEP_PAID);
    CASE(WXP_OK, touched, next(payment, NULL, WXP_EVENT_ORDER, &forged, step, wait_));
    SAME(*step, WXP_STEP_WAIT);
    SAME(*wait_, 5);
    CASE(WXP_OK, touched, next(payment, NULL, WXP_EVENT_CANCELLED, NULL, step, wait_));
    SAME(*wait_, 14);
    CASE(WXP_OK, touched, next(payment, NULL, WXP_EVENT_RESUMED, NULL, step, wait_));
    SAME(*step, WXP_STEP_QUERY);
    CASE(WXP_OK, touched, next(payment, NULL, WXP_EVENT_NO_ANSWER, NULL, step, wait_));
    CASE(WXP_OK, touched, next(payment, NULL, WXP_EVENT_WAITED, NULL, step, wait_));
    SAME(*step, WXP_STEP_ORDER);
    CASE(WXP_E_ARGUMENT, BIT(PAYMENT), next(payment, NULL, 8, NULL, step, wait_));
    CASE(WXP_E_ARGUMENT, BIT(PAYMENT), next(payment, NULL, -1, NULL, step, wait_));
    CASE(WXP_E_ARGUMENT, BIT(PAYMENT), next(payment, &slow, WXP_EVENT_NONE, NULL, step, wait_));
    before = damaged;
    CASE(WXP_E_ARGUMENT, 0, next(&damaged, NULL, WXP_EVENT_NONE, NULL, step, wait_));
    SAME(memcmp(&damaged, &before, sizeof before), 0);
    CASE(WXP_E_ARGUMENT, 0, next(&blank, NULL, WXP_EVENT_NONE, NULL, step, wait_));
    CASE(WXP_E_NULL, 0, next(NULL, NULL, WXP_EVENT_NONE, NULL, step, wait_));
    EACH_TOUCHING(places, BIT(PAYMENT), next(payment, NULL, WXP_EVENT_NONE, NULL, P, wait_));
    EACH_TOUCHING(places, BIT(PAYMENT), next(payment, NULL, WXP_EVENT_NONE, NULL, step, P));
    EACH_TOUCHING(places, BIT(PAYMENT), next(payment, NULL, WXP_EVENT_ORDER, P, step, wait_));
    CASE(WXP_E_ALIGNMENT, BIT(PAYMENT),
         next(payment, (const wxp_timing *)((const char *)&slow + 1), 0, NULL, step, wait_));
}

static void bills(void) {
    BILLS(2, wxp_bill_read);
    BILLS(1, wxp_bill_totals);
}

/* Calls with parameters drawn from right and wrong ones: none crashes, reads
 * or writes beside its memory, or returns what is no status. */
static uint32_t state = 20140401;

static uint32_t draw(uint32_t below) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state % below;
}

static void draw_input(void) {
    static const char words[] = "<xml>a</b>&amp;<![CDATA[]]>`1,\n=\xe8\x8c\xb6\xff\1?:/_0";
    int number = TEXTS + (int)draw(BILL - TEXTS + 1);
    unsigned char *byte;
    if (number == TABLE) {
        wxp_field *field = table + draw(FIELDS);
        size_t *length = draw(2) ? &field->name_len : &field->value_len;
        *length = draw(8) ? draw(8) : HALF + draw(9);
        return;
    }
    byte = (unsigned char *)AT(number) + draw((uint32_t)SIZE(number));
    *byte = (unsigned char)words[draw(sizeof words)];
}

static void draw_text(int input) {
    P = draw(16) ? AT(input) : NULL;
    N = draw(8) ? SIZE(input) : draw(8) ? draw((uint32_t)SIZE(input) + 1) : SIZE_MAX - draw(9);
}

static size_t draw_capacity(size_t most) {
    return draw(8) ? most : draw(8) ? draw((uint32_t)most + 1) : HALF + draw(9);
}

static void random_calls(unsigned long calls) {
    static const char *const endpoints[] = {"payment", "/pay/micropay", "/secapi/pay/refund", "x", "refund"};
    unsigned long statuses[128] = {0}, i;
    size_t different = 0;
    for (i = 0; i < calls; i++) {
        const char *from = endpoints[draw(COUNT(endpoints))];
        size_t from_len = strlen(from), faults = draw(4);
        wxp_key *signer = draw(16) ? key : draw(2) ? &foreign : NULL;
        size_t *into = draw(32) ? len : draw(2) ? NULL : (size_t *)((char *)len + 1);
        char *to = draw(16) ? out : draw(2) ? NULL : texts;
        size_t room = to == texts ? draw((uint32_t)SIZE(TEXTS)) : draw_capacity(SIZE(OUT));
        size_t slots_max = draw_capacity(SLOTS_MAX), room_max = draw_capacity(SIZE(SCRATCH));
        size_t cells_max = draw_capacity(CELLS_MAX), had = FIELDS - draw(2);
        unsigned long read = READ | BIT(OUT), grid = GRID | BIT(CELLS) | BIT(FAULT);
        unsigned long texted = BIT(OUT) | BIT(LEN), touched = texted;
        wxp_status status;
        reset();
        while (faults--)
            draw_input();
        for (faults = TEXTS; faults <= BILL; faults++)
            keep((int)faults);
        draw_text(TEXTS);
        switch (draw(20)) {
        case 0: status = wxp_sign(signer, table, had, to, room, into); break;
        case 1: status = wxp_verify(signer, table, had); break;
        case 2: status = wxp_canonical(table, had, to, room, into); break;
        case 3: status = wxp_xml_write(signer, table, had, to, room, into); break;
        case 4: draw_text(PACKED); status = wxp_sign_packed(signer, P, N, to, room, into); break;
        case 5: draw_text(PACKED); status = wxp_verify_packed(signer, P, N); break;
        case 6: draw_text(PACKED); status = wxp_canonical_packed(P, N, to, room, into); break;
        case 7: draw_text(PACKED); status = wxp_xml_write_packed(signer, P, N, to, room, into); break;
        case 8: draw_text(DOCUMENT); touched = read;
            status = wxp_xml_read(P, N, slots, slots_max, count, scratch, room_max, fault); break;
        case 9: draw_text(NESTED); touched = read;
            status = wxp_xml_read_nested(P, N, slots, slots_max, count, scratch, room_max, fault); break;
        case 10: draw_text(NESTED); touched = read | BIT(NAME);
            status = wxp_xml_record(P, N, draw(3), name, slots, slots_max, count, scratch, room_max, fault); break;
        case 11: draw_text(DOCUMENT); touched = texted | BIT(FAULT);
            status = wxp_xml_read_packed(P, N, out, room, into, fault); break;
        case 12: touched = BIT(VERDICT);
            status = wxp_judge(signer, from, from_len, table, had, verdict); break;
        case 13: draw_text(PACKED); touched = BIT(VERDICT);
            status = wxp_judge_packed(signer, from, from_len, P, N, verdict); break;
        case 14: draw_text(BILL); touched = grid;
            status = wxp_bill_read(P, N, cells, cells_max, rows_, columns, fault); break;
        case 15: draw_text(BILL); touched = grid;
            status = wxp_bill_totals(P, N, cells, cells_max, rows_, columns, fault); break;
        case 16: touched = BIT(INDEX) | BIT(OFFSET);
            status = wxp_check(table, had, index_, offset); break;
        case 17: touched = BIT(SECONDS); status = wxp_time_parse(P, N, seconds); break;
        case 18: touched = BIT(PLAIN) | BIT(FAULT); status = wxp_check_notify_url(P, N, plain, fault); break;
        default: draw_text(BILL); status = wxp_nonce(P, N < 17 ? N : 16, out, room, into); break;
        }
        /* A text is written all or not at all. */
        if (touched == texted && status != WXP_OK)
            touched = status == WXP_E_SPACE ? BIT(LEN) : 0;
        if (status < 0 || status > WXP_E_BILL)
            fail(__LINE__, "random call", "returned", status, WXP_OK);
        untouched(__LINE__, "random call", touched);
        different += statuses[status]++ == 0;
    }
    if (different < 20)
        fail(__LINE__, "random calls", "different statuses", (long)different, 20);
}

int main(void) {
    prepare();
    numbers();
    finding();
    checking();
    making_keys();
    signing();
    verifying();
    writing();
    reading();
    judging();
    facts();
    paying();
    bills();
    random_calls(40000);
    printf("%lu cases, 40000 random calls\n", cases);
    return 0;
}
