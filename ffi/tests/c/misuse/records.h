/* Calls wxp_xml_records wrongly, and rightly to its limits. */
static wxp_status read_records(const char *document, size_t document_len, wxp_field *fields,
                               size_t capacity, size_t *count, char *room, size_t size, size_t *fault) {
    return wxp_xml_records(document, document_len, records, RECORDS_MAX, recorded, fields, capacity,
                           count, room, size, fault);
}

/* `text` is a pointer and a length. */
#define RECORDS_OF(text, rows, max, number) \
    wxp_xml_records(text, rows, max, number, slots, SLOTS_MAX, count, scratch, SIZE(SCRATCH), fault)
#define ROWS_READ (BIT(RECORDS) | BIT(RECORDED))

static void reading_records(void) {
    static const char two[] = "<x><g><b/><a/></g><h><c>&lt;</c></h></x>";
    static const char late[] = "<x><g><a/></g><g><b/><b/></g></x>";
#define TWO two, sizeof two - 1
#define LATE late, sizeof late - 1
#define CROWDED_RECORD crowded_record, sizeof crowded_record
    READER(1, over_nested, ROWS_READ, BIT(RECORDS), read_records);
    EACH(record_rows, RECORDS_OF(RIGHT, P, N, recorded));
    EACH(places, RECORDS_OF(RIGHT, records, RECORDS_MAX, P));
    EACH(over_nested, RECORDS_OF(RIGHT, records, RECORDS_MAX, P));
    CASE(WXP_E_OVERLAP, 0, RECORDS_OF(RIGHT, records, RECORDS_MAX, (size_t *)records));
    CASE(WXP_E_OVERLAP, 0, RECORDS_OF(RIGHT, records, RECORDS_MAX, count));
    CASE(WXP_E_OVERLAP, 0, RECORDS_OF(RIGHT, (wxp_record *)fault, 1, recorded));
    CASE(WXP_E_OVERLAP, 0, RECORDS_OF(RIGHT, (wxp_record *)slots, 1, recorded));
    CASE(WXP_E_OVERLAP, 0, RECORDS_OF(RIGHT, (wxp_record *)scratch, 1, recorded));
    CASE(WXP_E_OVERLAP, 0, RECORDS_OF(RIGHT, (wxp_record *)nested, 1, recorded));

    CASE(WXP_OK, READ_WELL | ROWS_READ, RECORDS_OF(TWO, records, RECORDS_MAX, recorded));
    SAME(*recorded, 2);
    SAME(*count, 3);
    SAME(records[0].name, two + 4);
    SAME(records[0].name_len, 1);
    SAME(records[0].fields, slots);
    SAME(records[0].count, 2);
    SAME(records[1].fields, slots + 2);
    SAME(records[1].count, 1);
    SAME(*slots[0].name, 'a');
    SAME(*slots[2].value, '<');
    CASE(WXP_E_SPACE, READ | ROWS_READ, RECORDS_OF(TWO, records, 1, recorded));
    SAME(*recorded, 2);
    SAME(*count, 3);
    SAME(*fault, 1);
    SAME(records[0].name, NULL);
    SAME(records[0].count, 0);
    SAME(slots[0].name, NULL);
    CASE(WXP_E_DUPLICATE, REFUSED | BIT(RECORDS), RECORDS_OF(LATE, records, 2, recorded));
    SAME(*fault, 22);
    SAME(records[0].name, NULL);
    SAME(slots[0].name, NULL);
    CASE(WXP_OK, BIT(COUNTED) | BIT(RECORDED),
         wxp_xml_records("<x><a/></x>", 11, NULL, 0, recorded, NULL, 0, count, NULL, 0, fault));
    SAME(*recorded, 0);
    SAME(*count, 0);
    CASE(WXP_E_TOO_MANY_FIELDS, BIT(SLOTS) | BIT(SCRATCH) | BIT(RECORDS),
         RECORDS_OF(CROWDED_RECORD, records, RECORDS_MAX, recorded));
    SAME(records[0].name, NULL);
}
