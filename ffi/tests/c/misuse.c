/* Calls every export with one wrong parameter at a time, and some with right
 * parameters at their limits. Each call must return the documented status and
 * write nothing else. Ends with random calls. */
#include "tsan.h"
#include "misuse/regions.h"
#include "misuse/inputs.h"

static void numbers(void) {
    CASE(WXP_ABI_VERSION, 0, wxp_abi_version());
    CASE('0', 0, wxp_version()[0]);
    CASE(WXP_OK, 0, wxp_self_test());
    CASE('n', 0, wxp_status_text(INT32_MIN, WXP_ENGLISH)[0]);
    CASE('n', 0, wxp_status_text(INT32_MAX, WXP_ENGLISH)[0]);
    CASE('n', 0, wxp_cause_text(INT32_MIN, WXP_ENGLISH)[0]);
    CASE('n', 0, wxp_cause_text(INT32_MAX, WXP_ENGLISH)[0]);
    CASE(1, 0, strcmp(wxp_status_text(INT32_MIN, WXP_CHINESE), "不是状态码") == 0);
    CASE(1, 0, strcmp(wxp_cause_text(INT32_MAX, WXP_CHINESE), "不是原因编号") == 0);
    /* A number that is no language means English. */
    CASE('d', 0, wxp_status_text(WXP_OK, -1)[0]);
    CASE('t', 0, wxp_cause_text(WXP_CAUSE_NONE, INT32_MIN)[0]);
    CASE('c', 0, wxp_endpoint_purpose(WXP_PAY_CLOSEORDER, 2)[0]);
    CASE('F', 0, wxp_category_name(485, INT32_MAX)[0]);
    CASE(1, 0, strcmp(wxp_endpoint_purpose(WXP_PAY_CLOSEORDER, WXP_CHINESE), "关闭订单") == 0);
    CASE(1, 0, wxp_endpoint_purpose(0, WXP_ENGLISH) == NULL);
    CASE(1, 0, wxp_endpoint_purpose(WXP_NOTICE_PAYMENT, WXP_CHINESE) == NULL);
    CASE(1, 0, wxp_endpoint_purpose(65536 + 1, WXP_ENGLISH) == NULL);
    CASE(1, 0, wxp_endpoint_purpose(INT32_MIN, WXP_ENGLISH) == NULL);
    CASE('/', 0, wxp_source_name(1)[0]);
    CASE('p', 0, wxp_source_name(1001)[0]);
    CASE(1, 0, wxp_source_name(0) == NULL);
    CASE(1, 0, wxp_source_name(65536 + 1) == NULL);
    CASE(1, 0, wxp_source_name(INT32_MIN) == NULL);
    CASE(1, 0, wxp_source_name(INT32_MAX) == NULL);
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
    CASE(1, 0, wxp_field_is(table, FIELDS, WXP_TEXT("mch_id"), WXP_TEXT("10000100")));
    CASE(0, 0, wxp_field_is(table, FIELDS, WXP_TEXT("mch_id"), WXP_TEXT("1000010")));
    CASE(0, 0, wxp_field_is(table, FIELDS, WXP_TEXT("mch_id"), NULL, 0));
    CASE(1, 0, wxp_field_is(table, FIELDS, WXP_TEXT("mch_i"), NULL, 0));
    CASE(1, 0, wxp_field_is(NULL, 0, NULL, 0, NULL, 0));
    CASE(0, 0, wxp_field_is(NULL, 1, WXP_TEXT("a"), NULL, 0));
    CASE(0, 0, wxp_field_is(table, FIELDS, WXP_TEXT("mch_id"), texts, SIZE_MAX));
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
    EACH(over_table, wxp_check(table, FIELDS, P, offset));
    EACH(over_table, wxp_check(table, FIELDS, index_, P));
    CASE(WXP_E_OVERLAP, 0, wxp_check(table, FIELDS, index_, index_));
    CASE(WXP_OK, 0, wxp_check_packed(packed, SIZE(PACKED), index_, offset));
    CASE(WXP_OK, 0, wxp_check_packed(NULL, 0, index_, offset));
    CASE(WXP_OK, 0, wxp_check_packed(crowd, sizeof crowd, index_, offset));
    EACH_TOUCHING(packs, BIT(INDEX) | BIT(OFFSET), wxp_check_packed(P, N, index_, offset));
    EACH(places, wxp_check_packed(packed, SIZE(PACKED), P, offset));
    EACH(places, wxp_check_packed(packed, SIZE(PACKED), index_, P));
    EACH(over_packed, wxp_check_packed(packed, SIZE(PACKED), P, offset));
    EACH(over_packed, wxp_check_packed(packed, SIZE(PACKED), index_, P));
    CASE(WXP_E_OVERLAP, 0, wxp_check_packed(packed, SIZE(PACKED), index_, index_));
    CASE(WXP_E_CHARACTER, BIT(INDEX) | BIT(OFFSET), wxp_check_packed("b\0" "1\0a\0" "12\n\1", 11, index_, offset));
    SAME(*index_, 1);
    SAME(*offset, 3);
    CASE(WXP_E_NOT_UTF8, BIT(INDEX) | BIT(OFFSET), wxp_check_packed("b\0" "1\0a\0\xff", 8, index_, offset));
    SAME(*index_, 1);
    CASE(WXP_E_FIELD_NAME, BIT(INDEX) | BIT(OFFSET), wxp_check_packed("b\0" "1\0a b\0", 9, index_, offset));
    SAME(*index_, 1);
    SAME(*offset, 1);
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
    CASE(WXP_E_OVERLAP, 0, wxp_key_init(made, WXP_MD5, (char *)made, 32));
    CASE(WXP_E_OVERLAP, 0, wxp_key_init(made, WXP_MD5, (char *)made - 31, 32));
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
    CASE(WXP_E_OVERLAP, 0, wxp_key_init_nonstandard(made, WXP_MD5, (char *)made + 8, 1));
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
    APART(over_table, wxp_sign(key, table, FIELDS, P, N, len),
          wxp_sign(key, table, FIELDS, out, SIZE(OUT), P));
    CASE(WXP_OK, BIT(OUT) | BIT(LEN), wxp_sign(&copied, table, FIELDS, out, 64, len));
    CASE(WXP_OK, BIT(OUT) | BIT(LEN), wxp_sign(key, NULL, 0, out, 64, len));
    CASE(WXP_OK, BIT(OUT) | BIT(LEN), wxp_sign(key, ordered, COUNT(ordered), out, 64, len));
    CASE(WXP_OK, BIT(OUT) | BIT(LEN), wxp_sign(key, unordered, 255, out, 64, len));
    CASE(WXP_OK, BIT(OUT) | BIT(LEN), wxp_sign(key, unsendable, 1, out, 64, len));
    CASE(WXP_E_LEAKED_SECRET, 0, wxp_sign(key, leaking, 1, out, SIZE(OUT), len));

    EACH(keys, wxp_sign_packed(P, packed, SIZE(PACKED), out, SIZE(OUT), len));
    EACH(packs, wxp_sign_packed(key, P, N, out, SIZE(OUT), len));
    ROOM(wxp_sign_packed(key, packed, SIZE(PACKED), P, N, len));
    EACH(places, wxp_sign_packed(key, packed, SIZE(PACKED), out, SIZE(OUT), P));
    APART(over_packed, wxp_sign_packed(key, packed, SIZE(PACKED), P, N, len),
          wxp_sign_packed(key, packed, SIZE(PACKED), out, SIZE(OUT), P));
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
    EACH(over_len, wxp_canonical(table, FIELDS, P, N, len));
    EACH(over_table, wxp_canonical(table, FIELDS, out, SIZE(OUT), P));
    EACH(over_out, wxp_canonical(table, FIELDS, out, SIZE(OUT), P));
    CASE(WXP_OK, BIT(LEN), wxp_canonical(NULL, 0, NULL, 0, len));
    SAME(*len, 0);

    EACH(packs, wxp_canonical_packed(P, N, out, SIZE(OUT), len));
    ROOM(wxp_canonical_packed(packed, SIZE(PACKED), P, N, len));
    EACH(places, wxp_canonical_packed(packed, SIZE(PACKED), out, SIZE(OUT), P));
    EACH(over_packed, wxp_canonical_packed(packed, SIZE(PACKED), P, N, len));
    EACH(over_packed, wxp_canonical_packed(packed, SIZE(PACKED), out, SIZE(OUT), P));
    CASE(WXP_OK, BIT(LEN), wxp_canonical_packed(NULL, 0, NULL, 0, len));

    EACH(keys, wxp_xml_write(P, table, FIELDS, out, SIZE(OUT), len));
    EACH(tables, wxp_xml_write(key, P, N, out, SIZE(OUT), len));
    EACH(contents, wxp_xml_write(key, P, N, out, SIZE(OUT), len));
    ROOM(wxp_xml_write(key, table, FIELDS, P, N, len));
    EACH(places, wxp_xml_write(key, table, FIELDS, out, SIZE(OUT), P));
    EACH(overlaps, wxp_xml_write(key, table, FIELDS, P, N, len));
    APART(over_table, wxp_xml_write(key, table, FIELDS, P, N, len),
          wxp_xml_write(key, table, FIELDS, out, SIZE(OUT), P));
    CASE(WXP_E_CHARACTER, 0, wxp_xml_write(key, unsendable, 1, out, SIZE(OUT), len));
    CASE(WXP_E_CHARACTER, 0, wxp_xml_write(key, unsendable + 1, 1, out, SIZE(OUT), len));
    CASE(WXP_E_LEAKED_SECRET, 0, wxp_xml_write(key, leaking, 1, out, SIZE(OUT), len));
    CASE(WXP_OK, BIT(OUT) | BIT(LEN), wxp_xml_write(&copied, table, FIELDS, out, SIZE(OUT), len));

    EACH(keys, wxp_xml_write_packed(P, packed, SIZE(PACKED), out, SIZE(OUT), len));
    EACH(packs, wxp_xml_write_packed(key, P, N, out, SIZE(OUT), len));
    ROOM(wxp_xml_write_packed(key, packed, SIZE(PACKED), P, N, len));
    EACH(places, wxp_xml_write_packed(key, packed, SIZE(PACKED), out, SIZE(OUT), P));
    APART(over_packed, wxp_xml_write_packed(key, packed, SIZE(PACKED), P, N, len),
          wxp_xml_write_packed(key, packed, SIZE(PACKED), out, SIZE(OUT), P));
    CASE(WXP_E_CHARACTER, 0, wxp_xml_write_packed(key, "a\0\1", 4, out, SIZE(OUT), len));
}

#define READ (BIT(SLOTS) | BIT(SCRATCH) | BIT(COUNTED) | BIT(FAULT))
#define READ_WELL (BIT(SLOTS) | BIT(SCRATCH) | BIT(COUNTED))
#define REFUSED (BIT(SLOTS) | BIT(SCRATCH) | BIT(FAULT))

/* A reader of documents, and one that reads `have` fields with one reference, where no output may
 * lie. What else it writes: `extra`, and of that `cleared` when it refuses a document. */
#define READER(have, over_right, extra, cleared, CALL) do { \
        EACH(bytes, CALL(P, N, slots, SLOTS_MAX, count, scratch, SIZE(SCRATCH), fault)); \
        EACH(slot_rows, CALL(RIGHT, P, N, count, scratch, SIZE(SCRATCH), fault)); \
        EACH(scratch_rows, CALL(RIGHT, slots, SLOTS_MAX, count, P, N, fault)); \
        EACH(places, CALL(RIGHT, slots, SLOTS_MAX, P, scratch, SIZE(SCRATCH), fault)); \
        EACH(places, CALL(RIGHT, slots, SLOTS_MAX, count, scratch, SIZE(SCRATCH), P)); \
        CASE(WXP_E_OVERLAP, 0, CALL(RIGHT, slots, SLOTS_MAX, count, (char *)slots, 1, fault)); \
        CASE(WXP_E_OVERLAP, 0, CALL(RIGHT, (wxp_field *)RIGHT_AT, 1, count, scratch, 64, fault)); \
        CASE(WXP_E_OVERLAP, 0, CALL(RIGHT, slots, SLOTS_MAX, count, RIGHT_AT, 1, fault)); \
        EACH(over_right, CALL(RIGHT, slots, SLOTS_MAX, P, scratch, SIZE(SCRATCH), fault)); \
        EACH(over_right, CALL(RIGHT, slots, SLOTS_MAX, count, scratch, SIZE(SCRATCH), P)); \
        CASE(WXP_E_OVERLAP, 0, CALL(RIGHT, slots, SLOTS_MAX, (size_t *)slots, scratch, 1, fault)); \
        CASE(WXP_E_OVERLAP, 0, CALL(RIGHT, slots, SLOTS_MAX, (size_t *)scratch, scratch, 1, fault)); \
        CASE(WXP_E_OVERLAP, 0, CALL(RIGHT, slots, SLOTS_MAX, count, scratch, 1, (size_t *)slots)); \
        CASE(WXP_E_OVERLAP, 0, CALL(RIGHT, slots, SLOTS_MAX, count, scratch, 1, (size_t *)scratch)); \
        CASE(WXP_E_OVERLAP, 0, CALL(RIGHT, slots, SLOTS_MAX, count, scratch, 1, count)); \
        CASE(WXP_E_SPACE, BIT(COUNTED) | BIT(FAULT) | (extra), CALL(RIGHT, NULL, 0, count, NULL, 0, fault)); \
        SAME(*count, have); \
        SAME(*fault, 1); \
        CASE(WXP_E_SPACE, READ | (extra), CALL(RIGHT, slots, (have) - 1, count, scratch, 1, fault)); \
        SAME(*count, have); \
        CASE(WXP_E_SPACE, READ | (extra), CALL(RIGHT, slots, have, count, NULL, 0, fault)); \
        SAME(*fault, 1); \
        SAME(slots[0].name, NULL); \
        CASE(WXP_OK, READ_WELL | (extra), \
             CALL(RIGHT, slots, have, count, scratch, 1, fault)); \
        SAME(*count, have); \
        SAME((unsigned char)scratch[1], PATTERN); \
        CASE(WXP_E_TRUNCATED, REFUSED | (cleared), CALL("", 0, slots, SLOTS_MAX, count, scratch, 1, fault)); \
        CASE(WXP_E_TRUNCATED, REFUSED | (cleared), CALL(NULL, 0, slots, SLOTS_MAX, count, scratch, 1, fault)); \
        CASE(WXP_E_NOT_UTF8, REFUSED | (cleared), CALL("<xml>\xff", 6, slots, 1, count, scratch, 1, fault)); \
        SAME(*fault, 5); \
        SAME(slots[0].name, NULL); \
    } while (0)

/* A call that reads the nested document into a packed table. */
#define PACKING(call) do { \
        EACH(bytes, call(P, N, out, SIZE(OUT), len, fault)); \
        ROOM(call(nested, SIZE(NESTED), P, N, len, fault)); \
        EACH(places, call(nested, SIZE(NESTED), out, SIZE(OUT), P, fault)); \
        EACH(places, call(nested, SIZE(NESTED), out, SIZE(OUT), len, P)); \
        EACH(over_nested, call(nested, SIZE(NESTED), out, SIZE(OUT), P, fault)); \
        EACH(over_nested, call(nested, SIZE(NESTED), out, SIZE(OUT), len, P)); \
        EACH(over_out, call(nested, SIZE(NESTED), out, SIZE(OUT), len, P)); \
        EACH(over_len, call(nested, SIZE(NESTED), P, N, len, fault)); \
        CASE(WXP_E_OVERLAP, 0, call(nested, SIZE(NESTED), nested, 1, len, fault)); \
        CASE(WXP_E_TRUNCATED, BIT(FAULT), call(NULL, 0, out, SIZE(OUT), len, fault)); \
    } while (0)

static void reading(void) {
#define RIGHT document, SIZE(DOCUMENT)
#define RIGHT_AT document
    READER(3, over_document, 0, 0, wxp_xml_read);
    EACH(read_overlaps, wxp_xml_read(RIGHT, slots, SLOTS_MAX, count, P, N, fault));
    CASE(WXP_E_DUPLICATE, REFUSED, wxp_xml_read("<xml><a/><a/></xml>", 19, slots, 2, count, scratch, 1, fault));
    SAME(*fault, 10);
    SAME(slots[0].name, NULL);
    READER(3, over_document, 0, 0, wxp_xml_read_nested);
    CASE(WXP_E_ROOT, REFUSED, wxp_refund_read(RIGHT, slots, 3, count, scratch, 1, fault));
    SAME(*fault, 1);
#undef RIGHT
#undef RIGHT_AT
#define RIGHT opened, SIZE(OPENED)
#define RIGHT_AT opened
    READER(3, over_opened, 0, 0, wxp_refund_read);
    CASE(WXP_E_ROOT, REFUSED, wxp_xml_read(RIGHT, slots, 3, count, scratch, 1, fault));
    SAME(*fault, 1);
    SAME(slots[0].name, NULL);
    CASE(WXP_E_ROOT, BIT(SLOTS) | BIT(FAULT), wxp_xml_read_nested(RIGHT, slots, 3, count, NULL, 0, fault));

    EACH(bytes, wxp_refund_read_packed(P, N, out, SIZE(OUT), len, fault));
    ROOM(wxp_refund_read_packed(RIGHT, P, N, len, fault));
    EACH(places, wxp_refund_read_packed(RIGHT, out, SIZE(OUT), P, fault));
    EACH(places, wxp_refund_read_packed(RIGHT, out, SIZE(OUT), len, P));
    CASE(WXP_E_OVERLAP, 0, wxp_refund_read_packed(RIGHT, opened, 1, len, fault));
    CASE(WXP_E_ROOT, BIT(FAULT), wxp_refund_read_packed(document, SIZE(DOCUMENT), out, SIZE(OUT), len, fault));
    CASE(WXP_E_ROOT, BIT(FAULT), wxp_xml_read_packed(RIGHT, out, SIZE(OUT), len, fault));
    SAME(*fault, 1);
#undef RIGHT
#undef RIGHT_AT
#define RIGHT nested, SIZE(NESTED)
#define RIGHT_AT nested
    CASE(WXP_E_NESTED, REFUSED, wxp_xml_read(RIGHT, slots, 1, count, scratch, 1, fault));

    EACH(bytes, wxp_xml_read_packed(P, N, out, SIZE(OUT), len, fault));
    ROOM(wxp_xml_read_packed(document, SIZE(DOCUMENT), P, N, len, fault));
    EACH(places, wxp_xml_read_packed(document, SIZE(DOCUMENT), out, SIZE(OUT), P, fault));
    EACH(places, wxp_xml_read_packed(document, SIZE(DOCUMENT), out, SIZE(OUT), len, P));
    EACH(read_overlaps, wxp_xml_read_packed(document, SIZE(DOCUMENT), P, N, len, fault));
    EACH(over_document, wxp_xml_read_packed(document, SIZE(DOCUMENT), out, SIZE(OUT), P, fault));
    EACH(over_document, wxp_xml_read_packed(document, SIZE(DOCUMENT), out, SIZE(OUT), len, P));
    EACH(over_out, wxp_xml_read_packed(document, SIZE(DOCUMENT), out, SIZE(OUT), len, P));
    EACH(over_len, wxp_xml_read_packed(document, SIZE(DOCUMENT), P, N, len, fault));
    CASE(WXP_E_TRUNCATED, BIT(FAULT), wxp_xml_read_packed(NULL, 0, out, SIZE(OUT), len, fault));
    CASE(WXP_E_NESTED, BIT(FAULT), wxp_xml_read_packed(RIGHT, out, SIZE(OUT), len, fault));

#define CROWDED crowded, sizeof crowded - 1
    CASE(WXP_E_SPACE, READ, wxp_xml_read(CROWDED, slots, SLOTS_MAX, count, NULL, 0, fault));
    SAME(*count, 513);
    CASE(WXP_E_TOO_MANY_FIELDS, BIT(SLOTS),
         wxp_xml_read_nested(CROWDED, slots, SLOTS_MAX, count, NULL, 0, fault));
    CASE(WXP_E_TOO_MANY_FIELDS, 0, wxp_xml_read_nested_packed(CROWDED, out, SIZE(OUT), len, fault));
    CASE(WXP_E_TOO_MANY_FIELDS, 0,
         wxp_xml_records_packed(crowded_record, sizeof crowded_record, out, SIZE(OUT), len, fault));
    PACKING(wxp_xml_read_nested_packed);
    PACKING(wxp_xml_records_packed);
    CASE(WXP_E_TOO_MANY_FIELDS, 0, wxp_xml_read_packed(CROWDED, out, SIZE(OUT), len, fault));

    CASE(WXP_BODY_XML, 0, wxp_body(RIGHT));
    CASE(WXP_BODY_EMPTY, 0, wxp_body(NULL, 0));
    CASE(WXP_BODY_EMPTY, 0, wxp_body(NULL, 1));
    CASE(WXP_BODY_EMPTY, 0, wxp_body(nested, SIZE_MAX));
    CASE(WXP_BODY_EMPTY, 0, wxp_body(nested, HALF));
}

static void sources(void) {
    EACH(utf8, wxp_source_find(P, N, action));
    EACH(places, wxp_source_find(WXP_TEXT("/pay/micropay"), P));
    EACH(over_texts, wxp_source_find(texts, SIZE(TEXTS), P));
    CASE(WXP_OK, BIT(ACTION), wxp_source_find(WXP_TEXT("https://x/pay/micropay?y"), action));
    SAME(*action, WXP_PAY_MICROPAY);
    CASE(WXP_OK, BIT(ACTION), wxp_source_find(WXP_TEXT("native-scan"), action));
    SAME(*action, WXP_NOTICE_NATIVE_SCAN);
    CASE(WXP_E_NOT_FOUND, 0, wxp_source_find(NULL, 0, action));
    CASE(WXP_E_NOT_FOUND, 0, wxp_source_find(WXP_TEXT("/pay/unknown"), action));
}

static void judging(void) {
    int32_t found;
    static const int32_t none[] = {0, 999, 1010, 65536 + WXP_PAY_MICROPAY, -1, INT32_MAX, INT32_MIN};
    size_t i;
    EACH(keys, wxp_judge(P, PAY, table, FIELDS, verdict));
    EACH(tables, wxp_judge(key, PAY, P, N, verdict));
    EACH(contents, wxp_judge(key, PAY, P, N, verdict));
    EACH(places, wxp_judge(key, PAY, table, FIELDS, P));
    EACH(over_key, wxp_judge(key, PAY, table, FIELDS, P));
    EACH(over_table, wxp_judge(key, PAY, table, FIELDS, P));
    for (i = 0; i < COUNT(none); i++) {
        CASE(WXP_E_NOT_FOUND, 0, wxp_judge(key, none[i], table, FIELDS, verdict));
        CASE(WXP_E_NOT_FOUND, 0, wxp_judge_packed(key, none[i], packed, SIZE(PACKED), verdict));
        CASE(WXP_E_NOT_FOUND, 0, wxp_advice(none[i], "BANKERROR", 9, action, advice));
        CASE(WXP_E_NOT_FOUND, 0, wxp_acknowledge(none[i], 1, out, SIZE(OUT), len));
    }
    CASE(WXP_OK, BIT(VERDICT), wxp_judge(&copied, PAY, table, FIELDS, verdict));
    SAME(verdict->fault, WXP_E_UNSIGNED);
    CASE(WXP_OK, BIT(VERDICT), wxp_judge(key, WXP_NOTICE_PAYMENT, NULL, 0, verdict));
    SAME(verdict->fault, WXP_E_NO_RETURN_CODE);

    EACH(keys, wxp_judge_packed(P, PAY, packed, SIZE(PACKED), verdict));
    EACH(packs, wxp_judge_packed(key, PAY, P, N, verdict));
    EACH(places, wxp_judge_packed(key, PAY, packed, SIZE(PACKED), P));
    EACH(over_key, wxp_judge_packed(key, PAY, packed, SIZE(PACKED), P));
    EACH(over_packed, wxp_judge_packed(key, PAY, packed, SIZE(PACKED), P));
    CASE(WXP_OK, BIT(VERDICT), wxp_judge_packed(&copied, PAY, packed, SIZE(PACKED), verdict));

    EACH(utf8, wxp_advice(PAY, P, N, action, advice));
    EACH(places, wxp_advice(PAY, "BANKERROR", 9, P, advice));
    EACH(places, wxp_advice(PAY, "BANKERROR", 9, action, P));
    EACH(over_texts, wxp_advice(PAY, texts, SIZE(TEXTS), P, advice));
    EACH(over_texts, wxp_advice(PAY, texts, SIZE(TEXTS), action, P));
    CASE(WXP_E_OVERLAP, 0, wxp_advice(PAY, "BANKERROR", 9, advice, advice));
    CASE(WXP_OK, BIT(ACTION) | BIT(ADVICE), wxp_advice(PAY, NULL, 0, action, advice));
    SAME(*action, WXP_ACTION_QUERY);

    found = *advice;
    CASE(1, 0, strlen(wxp_advice_text(found, WXP_ENGLISH)) > 9);
    CASE(1, 0, strcmp(wxp_advice_text(found, 7), wxp_advice_text(found, WXP_ENGLISH)) == 0);
    CASE(1, 0, strcmp(wxp_advice_text(found, WXP_CHINESE), wxp_advice_text(found, WXP_ENGLISH)) != 0);
    CASE(1, 0, wxp_advice_text(0, WXP_ENGLISH) == NULL && wxp_advice_text(-1, WXP_CHINESE) == NULL);
    CASE(1, 0, wxp_advice_text(INT32_MAX, WXP_CHINESE) == NULL);
    CASE(1, 0, wxp_advice_text(65536 + 1, WXP_ENGLISH) == NULL);

    ROOM(wxp_acknowledge(WXP_NOTICE_PAYMENT, -1, P, N, len));
    EACH(places, wxp_acknowledge(WXP_NOTICE_PAYMENT, 0, out, SIZE(OUT), P));
    EACH(over_len, wxp_acknowledge(WXP_NOTICE_PAYMENT, 0, P, N, len));
    CASE(WXP_E_NOT_FOUND, 0, wxp_acknowledge(WXP_NOTICE_RISK, 1, out, SIZE(OUT), len));
    CASE(WXP_E_NOT_FOUND, 0, wxp_acknowledge(WXP_NOTICE_NATIVE_SCAN, 1, out, SIZE(OUT), len));
    CASE(WXP_E_NOT_FOUND, 0, wxp_acknowledge(PAY, 1, out, SIZE(OUT), len));
}

static void expecting(void) {
    static const wxp_field same[] = {{"mch_id", 6, "10000100", 8}, {"body", 4, "a<b]]>", 6}};
    static const wxp_field other[] = {{"mch_id", 6, "10000100", 8}, {"body", 4, "a", 1}};
    static const wxp_field amount[] = {{"total_fee", 9, "", 0}, {"fee_type", 8, "USD", 3}};
    static const char one[] = "mch_id\0" "1", two[] = "mch_id\0" "2";
    wxp_verdict paid;
#define SAME_FIELDS same, COUNT(same)
    memset(&paid, 0, sizeof paid);
    CASE(WXP_E_ARGUMENT, 0, wxp_expect(&paid, table, FIELDS, SAME_FIELDS, cells));
    paid.verdict = WXP_REFUSED;
    CASE(WXP_E_ARGUMENT, 0, wxp_expect(&paid, table, FIELDS, SAME_FIELDS, cells));
    CASE(WXP_E_ARGUMENT, 0, wxp_expect_packed(&paid, packed, SIZE(PACKED), one, sizeof one, cells));
    paid.verdict = WXP_SUCCEEDED;
    paid.fault = WXP_E_LACKS;
    CASE(WXP_E_ARGUMENT, 0, wxp_expect(&paid, table, FIELDS, SAME_FIELDS, cells));
    paid.fault = WXP_OK;
    CASE(WXP_OK, 0, wxp_expect(&paid, table, FIELDS, SAME_FIELDS, cells));
    CASE(WXP_E_ARGUMENT, 0, wxp_expect(&paid, table, FIELDS, NULL, 0, cells));
    CASE(WXP_E_DIFFERS, BIT(CELLS), wxp_expect(&paid, table, FIELDS, other, 2, cells));
    SAME(cells[0].text, other[1].name);
    SAME(cells[0].len, 4);
    CASE(WXP_E_DIFFERS, BIT(CELLS), wxp_expect(&paid, NULL, 0, SAME_FIELDS, cells));
    SAME(cells[0].text, same[0].name);
    CASE(WXP_E_DIFFERS, BIT(CELLS), wxp_expect(&paid, amount + 1, 1, amount, 1, cells));
    SAME(cells[0].len, 8);
    EACH(places, wxp_expect(P, table, FIELDS, SAME_FIELDS, cells));
    EACH(over_table, wxp_expect(&paid, table, FIELDS, SAME_FIELDS, P));
    EACH(over_packed, wxp_expect_packed(&paid, packed, SIZE(PACKED), one, sizeof one, P));
    EACH(over_packed, wxp_expect_packed(&paid, one, sizeof one, packed, SIZE(PACKED), P));
    CASE(WXP_E_OVERLAP, 0, wxp_expect(&paid, table, FIELDS, SAME_FIELDS, (wxp_text *)&paid));
    EACH(tables, wxp_expect(&paid, P, N, SAME_FIELDS, cells));
    EACH(contents, wxp_expect(&paid, P, N, SAME_FIELDS, cells));
    EACH(tables, wxp_expect(&paid, table, FIELDS, P, N, cells));
    EACH(places, wxp_expect(&paid, table, FIELDS, SAME_FIELDS, P));

#define ONE one, sizeof one
    CASE(WXP_OK, 0, wxp_expect_packed(&paid, packed, SIZE(PACKED), ONE, cells));
    CASE(WXP_E_ARGUMENT, 0, wxp_expect_packed(&paid, packed, SIZE(PACKED), NULL, 0, cells));
    CASE(WXP_E_DIFFERS, BIT(CELLS), wxp_expect_packed(&paid, packed, SIZE(PACKED), two, sizeof two, cells));
    SAME(cells[0].text, two);
    SAME(cells[0].len, 6);
    EACH(places, wxp_expect_packed(P, packed, SIZE(PACKED), ONE, cells));
    EACH(packs, wxp_expect_packed(&paid, P, N, ONE, cells));
    EACH(packs, wxp_expect_packed(&paid, packed, SIZE(PACKED), P, N, cells));
    EACH(places, wxp_expect_packed(&paid, packed, SIZE(PACKED), ONE, P));
}

#include "misuse/facts.h"
#include "misuse/records.h"
#include "misuse/payload.h"
#include "misuse/body.h"
#include "misuse/request.h"
#include "misuse/random.h"

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
    reading_records();
    sources();
    judging();
    expecting();
    facts();
    paying();
    payloads();
    refunds();
    explaining();
    texts_in_hand();
    second_signatures();
    requests();
    bills();
    random_calls(40000);
    release();
    printf("%lu cases, 40000 random calls\n", cases);
    return 0;
}
