/* Texts that are no documents, and second signatures that are not taken. */

static void texts_in_hand(void) {
    static const char quoted[] = "\"<xml>\\n</xml>\"", wrong[] = "\"\\x\"";
    static const char object[] = "{\"a\":\"\\u0031\",\"b\":2}", nested_object[] = "{\"a\":[]}";
    static const int32_t none[] = {-1, 99, INT32_MAX, INT32_MIN};
    static char many[129 * 6];
    unsigned long told = BIT(ACTION) | BIT(LEN), read = BIT(SLOTS) | BIT(COUNTED) | BIT(FAULT);
    size_t i;
#define QUOTED quoted, sizeof quoted - 1
#define OBJECT object, sizeof object - 1
    EACH(bytes, wxp_body_undo(P, N, action, out, SIZE(OUT), len, fault));
    EACH(places, wxp_body_undo(QUOTED, P, out, SIZE(OUT), len, fault));
    EACH(rooms, wxp_body_undo(QUOTED, action, P, N, len, fault));
    EACH(places, wxp_body_undo(QUOTED, action, out, SIZE(OUT), P, fault));
    EACH(places, wxp_body_undo(QUOTED, action, out, SIZE(OUT), len, P));
    EACH(over_texts, wxp_body_undo(texts, SIZE(TEXTS), P, out, SIZE(OUT), len, fault));
    EACH(over_texts, wxp_body_undo(texts, SIZE(TEXTS), action, P, N, len, fault));
    EACH(over_texts, wxp_body_undo(texts, SIZE(TEXTS), action, out, SIZE(OUT), P, fault));
    EACH(over_texts, wxp_body_undo(texts, SIZE(TEXTS), action, out, SIZE(OUT), len, P));
    EACH(over_out, wxp_body_undo(QUOTED, action, out, SIZE(OUT), len, P));
    CASE(WXP_OK, told, wxp_body_undo(texts, SIZE(TEXTS), action, NULL, 0, len, fault));
    SAME(*action + (int32_t)*len, 0);
    CASE(WXP_OK, told | BIT(OUT), wxp_body_undo(QUOTED, action, out, 12, len, fault));
    SAME(*action, WXP_LAYER_JSON_STRING);
    SAME(*len, 12);
    CASE(WXP_E_SPACE, BIT(LEN), wxp_body_undo(QUOTED, action, out, 11, len, fault));
    SAME(*len, 12);
    CASE(WXP_E_ESCAPE, BIT(FAULT), wxp_body_undo(wrong, 4, action, out, SIZE(OUT), len, fault));
    SAME(*fault, 1);

    EACH(bytes, wxp_body_fields(P, N, slots, SLOTS_MAX, count, scratch, SIZE(SCRATCH), action, fault));
    EACH(slot_rows, wxp_body_fields(OBJECT, P, N, count, scratch, SIZE(SCRATCH), action, fault));
    EACH(places, wxp_body_fields(OBJECT, slots, SLOTS_MAX, P, scratch, SIZE(SCRATCH), action, fault));
    EACH(scratch_rows, wxp_body_fields(OBJECT, slots, SLOTS_MAX, count, P, N, action, fault));
    EACH(places, wxp_body_fields(OBJECT, slots, SLOTS_MAX, count, scratch, SIZE(SCRATCH), P, fault));
    EACH(places, wxp_body_fields(OBJECT, slots, SLOTS_MAX, count, scratch, SIZE(SCRATCH), action, P));
    EACH(over_texts, wxp_body_fields(texts, SIZE(TEXTS), slots, SLOTS_MAX, count, P, N, action, fault));
    EACH(over_texts, wxp_body_fields(texts, SIZE(TEXTS), slots, SLOTS_MAX, P, scratch, SIZE(SCRATCH), action, fault));
    CASE(WXP_E_OVERLAP, 0, wxp_body_fields(OBJECT, slots, SLOTS_MAX, count, (char *)slots, 32, action, fault));
    CASE(WXP_OK, BIT(SLOTS) | BIT(COUNTED) | BIT(SCRATCH) | BIT(ACTION),
         wxp_body_fields(OBJECT, slots, 2, count, scratch, sizeof object, action, fault));
    SAME(*count, 2);
    SAME(slots[0].value[0], '1');
    CASE(WXP_E_SPACE, read, wxp_body_fields(OBJECT, slots, 2, count, scratch, sizeof object - 2, action, fault));
    SAME(*count, 0);
    SAME(*fault, sizeof object - 1);
    CASE(WXP_E_SPACE, read | BIT(SCRATCH) | BIT(ACTION),
         wxp_body_fields(OBJECT, slots, 1, count, scratch, sizeof object, action, fault));
    SAME(*count, 2);
    CASE(WXP_E_LIST, BIT(SLOTS) | BIT(FAULT),
         wxp_body_fields(nested_object, 8, slots, 2, count, scratch, SIZE(SCRATCH), action, fault));
    SAME(*fault, 5);
    for (i = 0; i < 129; i++)
        memcpy(many + 6 * i, "abc=1\n", 6);
    CASE(WXP_E_TOO_MANY_FIELDS, BIT(SLOTS),
         wxp_body_fields(many, sizeof many, slots, 2, count, crowd, sizeof crowd, action, fault));

    EACH(bytes, wxp_body_fields_packed(P, N, scratch, SIZE(SCRATCH), out, SIZE(OUT), len, action, fault));
    EACH(scratch_rows, wxp_body_fields_packed(OBJECT, P, N, out, SIZE(OUT), len, action, fault));
    EACH(rooms, wxp_body_fields_packed(OBJECT, scratch, SIZE(SCRATCH), P, N, len, action, fault));
    EACH(places, wxp_body_fields_packed(OBJECT, scratch, SIZE(SCRATCH), out, SIZE(OUT), P, action, fault));
    EACH(places, wxp_body_fields_packed(OBJECT, scratch, SIZE(SCRATCH), out, SIZE(OUT), len, P, fault));
    EACH(places, wxp_body_fields_packed(OBJECT, scratch, SIZE(SCRATCH), out, SIZE(OUT), len, action, P));
    EACH(over_texts, wxp_body_fields_packed(texts, SIZE(TEXTS), P, N, out, SIZE(OUT), len, action, fault));
    EACH(over_out, wxp_body_fields_packed(OBJECT, scratch, SIZE(SCRATCH), out, SIZE(OUT), len, action, P));
    CASE(WXP_E_LENGTH, 0, wxp_body_fields_packed(OBJECT, scratch, 3, out, SIZE(OUT), len, action, fault));
    CASE(WXP_E_SPACE, told | BIT(SCRATCH),
         wxp_body_fields_packed(OBJECT, scratch, SIZE(SCRATCH), out, 7, len, action, fault));
    SAME(*len, 8);
    CASE(WXP_OK, told | BIT(SCRATCH) | BIT(OUT),
         wxp_body_fields_packed(OBJECT, scratch, SIZE(SCRATCH), out, 8, len, action, fault));
    SAME(memcmp(out, "a\0" "1\0b\0" "2", 8), 0);
    CASE(WXP_E_LIST, BIT(FAULT),
         wxp_body_fields_packed(nested_object, 8, scratch, SIZE(SCRATCH), out, SIZE(OUT), len, action, fault));
    CASE(WXP_E_TOO_MANY_FIELDS, 0,
         wxp_body_fields_packed(many, sizeof many, crowd, sizeof crowd, out, SIZE(OUT), len, action, fault));

    CASE(0, 0, wxp_page(NULL, 1));
    CASE(0, 0, wxp_page("<html>", HALF));
    CASE(0, 0, wxp_page("<html>", 6));
    for (i = 0; i < COUNT(none); i++) {
        CASE('n', 0, wxp_body_text(none[i], WXP_ENGLISH)[0]);
        CASE('n', 0, wxp_page_text(none[i], WXP_ENGLISH)[0]);
        CASE('n', 0, wxp_layer_text(none[i], 7)[0]);
        CASE('n', 0, wxp_second_text(none[i], WXP_ENGLISH)[0]);
    }
    CASE(1, 0, strcmp(wxp_layer_text(0, WXP_CHINESE), "不是此类编号") == 0);
}

static void second_signatures(void) {
    static const wxp_field sent[] = {{"package", 7, "prepay_id=1", 11}, {"timeStamp", 9, "1", 1},
                                     {"paySign", 7, "00000000000000000000000000000000", 32}};
    static const char pack[] = "package\0prepay_id=1\0timeStamp\0" "1";
    unsigned long said = BIT(ACTION) | BIT(ADVICE) | BIT(INDEX);
#define SENT sent, COUNT(sent)
#define SECOND_PACK pack, sizeof pack
    EACH(keys, wxp_explain_second(P, SENT, NULL, 0, advice, action, offset, 1, index_));
    EACH(tables, wxp_explain_second(key, P, N, NULL, 0, advice, action, offset, 1, index_));
    EACH(contents, wxp_explain_second(key, P, N, NULL, 0, advice, action, offset, 1, index_));
    EACH(utf8, wxp_explain_second(key, SENT, P, N, advice, action, offset, 1, index_));
    EACH(places, wxp_explain_second(key, SENT, NULL, 0, P, action, offset, 1, index_));
    EACH(places, wxp_explain_second(key, SENT, NULL, 0, advice, P, offset, 1, index_));
    EACH(places, wxp_explain_second(key, SENT, NULL, 0, advice, action, P, 1, index_));
    EACH(places, wxp_explain_second(key, SENT, NULL, 0, advice, action, offset, 1, P));
    EACH(over_key, wxp_explain_second(key, SENT, NULL, 0, P, action, offset, 1, index_));
    EACH(over_table, wxp_explain_second(key, table, FIELDS, NULL, 0, P, action, offset, 1, index_));
    EACH(over_texts, wxp_explain_second(key, SENT, texts, SIZE(TEXTS), advice, action, offset, 1, P));
    CASE(WXP_E_OVERLAP, 0, wxp_explain_second(key, SENT, NULL, 0, action, action, offset, 1, index_));
    CASE(WXP_E_NOT_FOUND, 0, wxp_explain_second(key, table, FIELDS, NULL, 0, advice, action, offset, 1, index_));
    CASE(WXP_OK, said, wxp_explain_second(key, SENT, NULL, 0, advice, action, offset, 1, index_));
    SAME(*advice, WXP_SECOND_JSAPI);
    SAME(*action, WXP_CAUSE_SECOND_LACKS);
    SAME(*index_, 0);

    EACH(keys, wxp_explain_second_packed(P, SECOND_PACK, NULL, 0, advice, action, offset, 1, index_));
    EACH(packs, wxp_explain_second_packed(key, P, N, NULL, 0, advice, action, offset, 1, index_));
    EACH(utf8, wxp_explain_second_packed(key, SECOND_PACK, P, N, advice, action, offset, 1, index_));
    EACH(places, wxp_explain_second_packed(key, SECOND_PACK, NULL, 0, P, action, offset, 1, index_));
    EACH(places, wxp_explain_second_packed(key, SECOND_PACK, NULL, 0, advice, action, offset, 1, P));
    EACH(over_packed, wxp_explain_second_packed(key, packed, SIZE(PACKED), NULL, 0, P, action, offset, 1, index_));
    CASE(WXP_E_NOT_FOUND, 0,
         wxp_explain_second_packed(key, packed, SIZE(PACKED), NULL, 0, advice, action, offset, 1, index_));
    CASE(WXP_OK, said, wxp_explain_second_packed(key, SECOND_PACK, NULL, 0, advice, action, offset, 1, index_));
    SAME(*action, WXP_CAUSE_SECOND_LACKS);
}
