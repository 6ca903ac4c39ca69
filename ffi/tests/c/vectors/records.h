/* All records of a document: what the core found in it, in just enough room,
 * and nothing in less. */
typedef struct {
    wxp_record *records;
    wxp_field *fields;
    char *scratch;
    size_t record_count, count, needed;
} records;

/* Reads with this room; the status, and what was said to be needed. */
static wxp_status read_records(item document, const records *have, records *said) {
    memset(said, 0xa5, sizeof *said);
    return wxp_xml_records(document.text, document.len, have->records, have->record_count,
                           &said->record_count, have->fields, have->count, &said->count, have->scratch,
                           have->needed, &said->needed);
}

static int nothing_left(const records *have) {
    size_t i;
    for (i = 0; i < have->record_count; i++)
        if (have->records[i].name != NULL || have->records[i].fields != NULL || have->records[i].count > 0)
            return 0;
    for (i = 0; i < have->count; i++)
        if (have->fields[i].name != NULL || have->fields[i].value != NULL)
            return 0;
    return 1;
}

static int as_needed(const records *said, const records *needed) {
    return said->record_count == needed->record_count && said->count == needed->count &&
           said->needed == needed->needed;
}

/* The records again, packed; at is behind what was compared. */
static const char *compare_piece(const char *at, const char *text, size_t len) {
    CHECK(memcmp(at, text, len) == 0 && at[len] == '\0');
    return at + len + 1;
}

static void check_packed_records(item document, const wxp_record *all, size_t count) {
    size_t len = 0, found = 0, fault, i, j;
    const char *at;
    char *out;
    CHECK(wxp_xml_records_packed(document.text, document.len, NULL, 0, &len, &fault) ==
          (count ? WXP_E_SPACE : WXP_OK));
    at = out = room(len);
    CHECK(wxp_xml_records_packed(document.text, document.len, out, len, &found, &fault) == WXP_OK);
    CHECK(found == len);
    for (i = 0; i < count; i++) {
        at = compare_piece(at, all[i].name, all[i].name_len);
        for (j = 0; j < all[i].count; j++) {
            at = compare_piece(at, all[i].fields[j].name, all[i].fields[j].name_len);
            at = compare_piece(at, all[i].fields[j].value, all[i].fields[j].value_len);
        }
        CHECK(*at++ == '\0');
    }
    CHECK(at == out + len);
    free(out);
}

static void check_records(void) {
    static const records none = {NULL, NULL, NULL, 0, 0, 0};
    records needed, have, said, untouched;
    item document;
    wxp_status status;
    size_t fault, record_count, i, j, at = 0;

    name = take();
    document = copy(take());
    status = (wxp_status)number();
    fault = (size_t)number();
    record_count = (size_t)number();
    memset(&untouched, 0xa5, sizeof untouched);
    if (status != WXP_OK) {
        /* With more room than can be needed, none of what came before the fault is left in it. */
        have.count = have.record_count = have.needed = document.len;
        have.records = room(have.record_count * sizeof *have.records);
        have.fields = room(have.count * sizeof *have.fields);
        have.scratch = room(have.needed);
        memset(have.records, 0xa5, have.record_count * sizeof *have.records);
        memset(have.fields, 0xa5, have.count * sizeof *have.fields);
        CHECK(read_records(document, &have, &said) == status && nothing_left(&have));
        CHECK(said.record_count == untouched.record_count && said.count == untouched.count);
        CHECK(said.needed == (status == WXP_E_TOO_MANY_FIELDS ? untouched.needed : fault));
        CHECK(read_records(document, &none, &said) == status);
        CHECK(wxp_xml_records_packed(document.text, document.len, NULL, 0, &at, &i) == status);
    } else {
        status = read_records(document, &none, &needed);
        CHECK(status == (record_count ? WXP_E_SPACE : WXP_OK) && needed.record_count == record_count);
        if (record_count == 0)
            CHECK(needed.count == 0), needed.needed = 0;
        have = needed;
        have.records = room(have.record_count * sizeof *have.records);
        have.fields = room(have.count * sizeof *have.fields);
        have.scratch = room(have.needed);
        if (have.record_count > 0) {
            have.record_count--;
            CHECK(read_records(document, &have, &said) == WXP_E_SPACE && as_needed(&said, &needed));
            CHECK(nothing_left(&have)), have.record_count++;
            have.count--;
            CHECK(read_records(document, &have, &said) == WXP_E_SPACE && as_needed(&said, &needed));
            CHECK(nothing_left(&have)), have.count++;
        }
        if (have.needed > 0) {
            have.needed--;
            CHECK(read_records(document, &have, &said) == WXP_E_SPACE && as_needed(&said, &needed));
            CHECK(nothing_left(&have)), have.needed++;
        }
        CHECK(read_records(document, &have, &said) == WXP_OK && said.needed == untouched.needed);
        CHECK(said.record_count == record_count && said.count == needed.count);
        check_packed_records(document, have.records, record_count);
    }
    for (i = 0; i < record_count; i++) {
        const wxp_record *record = have.records + i;
        table t;
        CHECK(same(take(), record->name, record->name_len));
        CHECK(record->name > document.text && record->name < document.text + document.len);
        t = take_table(0);
        CHECK(record->fields == have.fields + at && record->count == t.count);
        for (j = 0; j < t.count; j++) {
            item name, value;
            name.text = t.fields[j].name, name.len = t.fields[j].name_len;
            value.text = t.fields[j].value, value.len = t.fields[j].value_len;
            CHECK(is_field(record->fields + j, name, value));
            CHECK(wxp_find(record->fields, record->count, name.text, name.len) == record->fields + j);
        }
        at += record->count;
        release(t.fields);
    }
    CHECK(record_count == 0 || at == have.count);
    free(have.records);
    free(have.fields);
    free(have.scratch);
    release(document.text);
}
