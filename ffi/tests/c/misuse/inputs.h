/* What is right, and what is wrong with it. */

/* Inputs that are right. */
static const char SECRET[] = "192006250b4c09247ec02edce69f6a2d";
static wxp_key *key;
static wxp_field *table;
static char *texts, *packed, *document, *nested, *opened, *bill;
#define FIELDS (SIZE(TABLE) / sizeof(wxp_field))
#define PAY WXP_PAY_MICROPAY

/* Outputs. */
static char *out, *scratch;
static size_t *len, *count, *fault, *index_, *offset, *rows_, *columns, *recorded;
static wxp_field *slots;
static wxp_record *records;
static wxp_text *cells;
static wxp_verdict *verdict;
static wxp_endpoint *endpoint;
static int32_t *action, *advice, *plain;
static uint64_t *seconds;
static int64_t *units;
static wxp_key *made;
static wxp_quickpay *payment;
static int32_t *step;
static uint16_t *wait_;
#define SLOTS_MAX (SIZE(SLOTS) / sizeof(wxp_field))
#define RECORDS_MAX (SIZE(RECORDS) / sizeof(wxp_record))
#define CELLS_MAX (SIZE(CELLS) / sizeof(wxp_text))

static wxp_key zeroed, wiped, copied, foreign, broken, hollow[2];
static wxp_field bad[16], twice[2], unordered[256], ordered[300], unsendable[2];
static wxp_field leaking[1];
static char names[300][8], crowd[512 * 8], overcrowd[513 * 8], crowded[5 + 513 * 7 + 7],
    crowded_record[6 + 129 * 7 + 8];

static row bytes[4], utf8[5], places[2], keys[8], tables[5], contents[13], rooms[4], overlaps[6],
    packs[11], slot_rows[6], scratch_rows[4], read_overlaps[3], record_rows[6], cell_rows[6], over_key[3],
    over_table[4], over_packed[2], over_document[2], over_nested[2], over_opened[2], over_bill[2], over_texts[2],
    over_out[2], over_len[2];

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
    static const char inside[] = "<root><b>&amp;</b><a>1</a><c><![CDATA[x]]></c></root>";
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
    records = region(RECORDS, 3 * sizeof *records, NULL);
    recorded = region(RECORDED, sizeof *recorded, NULL);
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
    opened = region(OPENED, sizeof inside - 1, inside);
    nested = region(NESTED, sizeof tree - 1, tree);
    bill = region(BILL, sizeof lines - 1, lines);
    key = region(KEY, sizeof *key, NULL);
    CASE(WXP_OK, BIT(KEY), wxp_key_init(key, WXP_HMAC_SHA256, SECRET, 32));
    keep(KEY);
    copied = wiped = broken = *key;
    wxp_key_wipe(&wiped);
    broken.opaque[0] ^= 1;
    memset(&foreign, 'x', sizeof foreign);
    /* Of both algorithms, with the number that keys begin with, and nothing behind it. */
    for (i = 0; i < 2; i++) {
        CASE(WXP_OK, 0, wxp_key_init(hollow + i, i == 0 ? WXP_MD5 : WXP_HMAC_SHA256, SECRET, 32));
        memset(hollow[i].opaque + 1, 0, sizeof *hollow - sizeof *hollow->opaque);
    }

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
    ROW(keys, 6, hollow, 0, WXP_E_KEY);
    ROW(keys, 7, hollow + 1, 0, WXP_E_KEY);

    /* Where no output may lie, aligned for any: over what is read, and over another output. */
    ROW(over_key, 0, key, 1, WXP_E_OVERLAP);
    ROW(over_key, 1, (char *)key + 32, 64, WXP_E_OVERLAP);
    ROW(over_key, 2, (char *)(key + 1) - 8, 1, WXP_E_OVERLAP);
    ROW(over_table, 0, table, 1, WXP_E_OVERLAP);
    ROW(over_table, 1, (char *)(table + FIELDS) - 8, 64, WXP_E_OVERLAP);
    ROW(over_table, 2, texts, 64, WXP_E_OVERLAP);
    ROW(over_table, 3, texts + 16, 1, WXP_E_OVERLAP);
    ROW(over_packed, 0, packed, 64, WXP_E_OVERLAP);
    ROW(over_packed, 1, packed + 8, 1, WXP_E_OVERLAP);
    ROW(over_document, 0, document, 1, WXP_E_OVERLAP);
    ROW(over_document, 1, document + 8, 64, WXP_E_OVERLAP);
    ROW(over_nested, 0, nested, 1, WXP_E_OVERLAP);
    ROW(over_nested, 1, nested + 8, 64, WXP_E_OVERLAP);
    ROW(over_opened, 0, opened, 1, WXP_E_OVERLAP);
    ROW(over_opened, 1, opened + 8, 64, WXP_E_OVERLAP);
    ROW(over_bill, 0, bill, 1, WXP_E_OVERLAP);
    ROW(over_bill, 1, bill + 8, 64, WXP_E_OVERLAP);
    ROW(over_texts, 0, texts, 1, WXP_E_OVERLAP);
    ROW(over_texts, 1, texts + 8, 64, WXP_E_OVERLAP);
    ROW(over_out, 0, out, 1, WXP_E_OVERLAP);
    ROW(over_out, 1, out + SIZE(OUT) - 8, 1, WXP_E_OVERLAP);
    ROW(over_len, 0, len, 1, WXP_E_OVERLAP);
    ROW(over_len, 1, (char *)len - 8, 64, WXP_E_OVERLAP);

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
    leaking[0] = field("a", 1, "x=1&key=192006250b4c09247ec02edce69f6a2d", 40);
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
    memcpy(crowded_record, "<x><g>", 6);
    memcpy(crowded_record + 6, crowded + 5, 129 * 7);
    memcpy(crowded_record + sizeof crowded_record - 8, "</g></x>", 8);
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
    memcpy(record_rows, slot_rows, sizeof slot_rows);
    ROW(record_rows, 2, (char *)records + 1, 2, WXP_E_ALIGNMENT);
    ROW(record_rows, 3, records, SIZE_MAX, WXP_E_LENGTH);
    ROW(record_rows, 4, records, HALF, WXP_E_LENGTH);
    ROW(record_rows, 5, records, HALF / sizeof(wxp_record), WXP_E_LENGTH);
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

/* A text, P and N, and its length, P, over the key, over another input and over each other. */
#define APART(over_input, call, length) do { \
        EACH(over_key, call); \
        EACH(over_input, call); \
        EACH(over_len, call); \
        EACH(over_key, length); \
        EACH(over_input, length); \
        EACH(over_out, length); \
    } while (0)
