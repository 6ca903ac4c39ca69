/* Second signatures, refund notices and explanations. */

/* A kind of payload, right but for P and N in one place. */
#define KIND(kind) \
    do { \
        ROOM(wxp_payload(key, kind, ORDER, P, N, len, cells)); \
        EACH(keys, wxp_payload(P, kind, ORDER, out, SIZE(OUT), len, cells)); \
        EACH(tables, wxp_payload(key, kind, P, N, out, SIZE(OUT), len, cells)); \
        EACH(contents, wxp_payload(key, kind, P, N, out, SIZE(OUT), len, cells)); \
        EACH(places, wxp_payload(key, kind, ORDER, out, SIZE(OUT), P, cells)); \
        EACH(places, wxp_payload(key, kind, ORDER, out, SIZE(OUT), len, P)); \
        EACH(overlaps, wxp_payload(key, kind, table, FIELDS, P, N, len, cells)); \
        APART(over_table, wxp_payload(key, kind, table, FIELDS, P, N, len, cells), \
              wxp_payload(key, kind, table, FIELDS, out, SIZE(OUT), P, cells)); \
        EACH(over_key, wxp_payload(key, kind, table, FIELDS, out, SIZE(OUT), len, P)); \
        EACH(over_table, wxp_payload(key, kind, table, FIELDS, out, SIZE(OUT), len, P)); \
        EACH(over_out, wxp_payload(key, kind, table, FIELDS, out, SIZE(OUT), len, P)); \
        CASE(WXP_E_OVERLAP, 0, wxp_payload(key, kind, table, FIELDS, out, SIZE(OUT), len, (wxp_text *)len)); \
    } while (0)

static void payloads(void) {
    static const wxp_field order[] = {{"timestamp", 9, "1414561699", 10}, {"appid", 5, "a", 1},
                                      {"prepay_id", 9, "p", 1}, {"nonce_str", 9, "n", 1}};
    static const wxp_field late[] = {{"timestamp", 9, "1414561699.5", 12}, {"appid", 5, "a", 1},
                                     {"prepay_id", 9, "p", 1}, {"nonce_str", 9, "n", 1}};
    static const char pack[] = "timestamp\0" "1414561699\0appid\0a\0prepay_id\0p\0nonce_str\0n";
    static const int32_t none[] = {0, 13, -1, INT32_MAX, INT32_MIN};
    size_t i;
#define ORDER order, COUNT(order)
    KIND(WXP_PAYLOAD_JSAPI);
    KIND(WXP_PAYLOAD_CONTRACT_H5);
    for (i = 0; i < COUNT(none); i++)
        CASE(WXP_E_ARGUMENT, 0, wxp_payload(key, none[i], ORDER, out, SIZE(OUT), len, cells));
    CASE(WXP_E_ARGUMENT, 0, wxp_payload(key, WXP_PAYLOAD_JSAPI, late, 4, out, SIZE(OUT), len, cells));
    CASE(WXP_E_MISSING, BIT(CELLS), wxp_payload(key, WXP_PAYLOAD_JSAPI, NULL, 0, NULL, 0, len, cells));
    SAME(memcmp(cells->text, "appid", 5), 0);
    CASE(WXP_E_MISSING, BIT(CELLS), wxp_payload(key, WXP_PAYLOAD_APP, ORDER, NULL, 0, len, cells));
    SAME(cells->len, 6);
    SAME(memcmp(cells->text, "mch_id", 6), 0);
    CASE(WXP_E_LEAKED_SECRET, 0,
         wxp_payload(key, WXP_PAYLOAD_CONTRACT_H5, leaking, 1, out, SIZE(OUT), len, cells));
    CASE(WXP_E_ALGORITHM_MISMATCH, 0,
         wxp_payload(key, WXP_PAYLOAD_CONTRACT, ORDER, out, SIZE(OUT), len, cells));

#define PACK pack, sizeof pack
    ROOM(wxp_payload_packed(key, WXP_PAYLOAD_JSAPI, PACK, P, N, len, cells));
    EACH(keys, wxp_payload_packed(P, WXP_PAYLOAD_JSAPI, PACK, out, SIZE(OUT), len, cells));
    EACH(packs, wxp_payload_packed(key, WXP_PAYLOAD_JSAPI, P, N, out, SIZE(OUT), len, cells));
    EACH(places, wxp_payload_packed(key, WXP_PAYLOAD_JSAPI, PACK, out, SIZE(OUT), P, cells));
    EACH(places, wxp_payload_packed(key, WXP_PAYLOAD_JSAPI, PACK, out, SIZE(OUT), len, P));
    APART(over_packed, wxp_payload_packed(key, 1, packed, SIZE(PACKED), P, N, len, cells),
          wxp_payload_packed(key, 1, packed, SIZE(PACKED), out, SIZE(OUT), P, cells));
    EACH(over_key, wxp_payload_packed(key, 1, packed, SIZE(PACKED), out, SIZE(OUT), len, P));
    EACH(over_packed, wxp_payload_packed(key, 1, packed, SIZE(PACKED), out, SIZE(OUT), len, P));
    CASE(WXP_E_ARGUMENT, 0, wxp_payload_packed(key, 0, PACK, out, SIZE(OUT), len, cells));
    CASE(WXP_E_MISSING, BIT(CELLS), wxp_payload_packed(key, 2, PACK, out, SIZE(OUT), len, cells));
}

static void refunds(void) {
    /* <root><a>&amp;</a></root>, sealed under SECRET. */
    static const char sealed[] = "sj5ueJhLCWOxi2UEvl4YrIzVi2bqWa81pSKxtIo1osU=";
    static const char wrong[] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
#define REFUND sealed, sizeof sealed - 1
    size_t i;
    CASE(WXP_OK, BIT(OUT) | BIT(LEN), wxp_unconfirmed_refund(key, REFUND, out, 32, len));
    SAME(*len, 25);
    for (i = 32; i < SIZE(OUT); i++)
        SAME((unsigned char)out[i], PATTERN);
    CASE(WXP_E_SPACE, BIT(LEN), wxp_unconfirmed_refund(key, REFUND, out, 31, len));
    SAME(*len, 32);
    CASE(WXP_E_SPACE, BIT(LEN), wxp_unconfirmed_refund(key, REFUND, NULL, 0, len));
    SAME(*len, 32);
    EACH(keys, wxp_unconfirmed_refund(P, REFUND, out, SIZE(OUT), len));
    EACH(utf8, wxp_unconfirmed_refund(key, P, N, out, SIZE(OUT), len));
    EACH(rooms, wxp_unconfirmed_refund(key, REFUND, P, N, len));
    EACH(places, wxp_unconfirmed_refund(key, REFUND, out, SIZE(OUT), P));
    CASE(WXP_E_OVERLAP, 0, wxp_unconfirmed_refund(key, texts, 32, texts + 31, 24, len));
    APART(over_texts, wxp_unconfirmed_refund(key, texts, SIZE(TEXTS), P, N, len),
          wxp_unconfirmed_refund(key, texts, SIZE(TEXTS), out, SIZE(OUT), P));
    CASE(WXP_E_SEALED, 0, wxp_unconfirmed_refund(key, NULL, 0, out, SIZE(OUT), len));
    CASE(WXP_E_SEALED, 0, wxp_unconfirmed_refund(key, REFUND - 1, out, SIZE(OUT), len));
    CASE(WXP_E_SEALED, BIT(OUT), wxp_unconfirmed_refund(key, wrong, sizeof wrong - 1, out, 32, len));
    for (i = 0; i < SIZE(OUT); i++)
        SAME((unsigned char)out[i], i < 32 ? 0 : PATTERN);
}

static void explaining(void) {
    static const char other[] = "00000000000000000000000000000000";
    unsigned long said = BIT(ACTION) | BIT(INDEX);
    size_t rank;
    EACH(keys, wxp_explain(P, table, FIELDS, NULL, 0, action, offset, 1, index_));
    EACH(tables, wxp_explain(key, P, N, NULL, 0, action, offset, 1, index_));
    EACH(contents, wxp_explain(key, P, N, NULL, 0, action, offset, 1, index_));
    EACH(utf8, wxp_explain(key, table, FIELDS, P, N, action, offset, 1, index_));
    EACH(places, wxp_explain(key, table, FIELDS, NULL, 0, P, offset, 1, index_));
    EACH(places, wxp_explain(key, table, FIELDS, NULL, 0, action, offset, 1, P));
    EACH(places, wxp_explain(key, table, FIELDS, NULL, 0, action, P, 1, index_));
    EACH(over_key, wxp_explain(key, table, FIELDS, NULL, 0, P, offset, 1, index_));
    EACH(over_key, wxp_explain(key, table, FIELDS, NULL, 0, action, offset, 1, P));
    EACH(over_key, wxp_explain(key, table, FIELDS, NULL, 0, action, P, 1, index_));
    EACH(over_table, wxp_explain(key, table, FIELDS, NULL, 0, P, offset, 1, index_));
    EACH(over_table, wxp_explain(key, table, FIELDS, NULL, 0, action, offset, 1, P));
    EACH(over_table, wxp_explain(key, table, FIELDS, NULL, 0, action, P, 1, index_));
    EACH(over_texts, wxp_explain(key, NULL, 0, texts, SIZE(TEXTS), P, offset, 1, index_));
    EACH(over_texts, wxp_explain(key, NULL, 0, texts, SIZE(TEXTS), action, offset, 1, P));
    EACH(over_texts, wxp_explain(key, NULL, 0, texts, SIZE(TEXTS), action, P, 1, index_));
    CASE(WXP_E_OVERLAP, 0, wxp_explain(key, NULL, 0, NULL, 0, (int32_t *)index_, offset, 1, index_));
    CASE(WXP_OK, said, wxp_explain(key, table, FIELDS, NULL, 0, action, offset, 1, index_));
    SAME(*action, WXP_CAUSE_MISSING);
    SAME(*index_, 0);
    CASE(WXP_OK, said, wxp_explain(&copied, NULL, 0, other, 32, action, offset, 1, index_));
    SAME(*action, WXP_CAUSE_UNKNOWN);
    CASE(WXP_E_OVERLAP, 0, wxp_explain(key, NULL, 0, NULL, 0, action, index_, 1, index_));
    CASE(WXP_OK, said, wxp_explain(key, table, FIELDS, NULL, 0, action, NULL, 0, index_));
    SAME(*action, WXP_CAUSE_MISSING);
    EACH(keys, wxp_explain_packed(P, packed, SIZE(PACKED), NULL, 0, action, offset, 1, index_));
    EACH(packs, wxp_explain_packed(key, P, N, NULL, 0, action, offset, 1, index_));
    EACH(utf8, wxp_explain_packed(key, packed, SIZE(PACKED), P, N, action, offset, 1, index_));
    EACH(places, wxp_explain_packed(key, packed, SIZE(PACKED), NULL, 0, P, offset, 1, index_));
    EACH(places, wxp_explain_packed(key, packed, SIZE(PACKED), NULL, 0, action, offset, 1, P));
    EACH(places, wxp_explain_packed(key, packed, SIZE(PACKED), NULL, 0, action, P, 1, index_));
    EACH(over_key, wxp_explain_packed(key, packed, SIZE(PACKED), NULL, 0, P, offset, 1, index_));
    EACH(over_packed, wxp_explain_packed(key, packed, SIZE(PACKED), NULL, 0, action, offset, 1, P));
    EACH(over_packed, wxp_explain_packed(key, packed, SIZE(PACKED), NULL, 0, action, P, 1, index_));
    EACH(over_texts, wxp_explain_packed(key, NULL, 0, texts, SIZE(TEXTS), action, offset, 1, P));
    EACH(over_texts, wxp_explain_packed(key, NULL, 0, texts, SIZE(TEXTS), action, P, 1, index_));
    CASE(WXP_OK, said, wxp_explain_packed(key, packed, SIZE(PACKED), NULL, 0, action, offset, 1, index_));
    SAME(*action, WXP_CAUSE_MISSING);
    SAME(*index_, 0);
    CASE(WXP_OK, said, wxp_explain(key, unordered, 255, other, 32, action, offset, 1, index_));
    SAME(*action, WXP_CAUSE_UNKNOWN);
    for (rank = 0; rank < 32; rank++) {
        SAME(wxp_hint(WXP_CAUSE_NONE - 1, WXP_SENDER_MERCHANT, rank), 0);
        SAME(wxp_hint(WXP_CAUSE_NONE, WXP_SENDER_CUSTOMER + 1, rank), 0);
        SAME(wxp_refusal_hint(NULL, 0, rank), 0);
        SAME(wxp_refusal_hint(NULL, 1, rank), 0);
        SAME(wxp_refusal_hint("signature\xff", 10, rank), 0);
    }
    SAME(wxp_hint(WXP_CAUSE_UNKNOWN, WXP_SENDER_MERCHANT, 0), WXP_HINT_OTHER_KEY);
    SAME(wxp_hint(WXP_CAUSE_UNKNOWN, WXP_SENDER_MERCHANT, SIZE_MAX), 0);
    SAME(wxp_refusal_hint("Sign Error", 10, 0), WXP_HINT_OTHER_KEY);
    CASE(0, 0, strcmp(wxp_hint_text(0, WXP_ENGLISH), "not a hint"));
    CASE(0, 0, strcmp(wxp_hint_text(INT32_MAX, WXP_CHINESE), "不是提示编号"));
}
