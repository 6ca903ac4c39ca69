/* Second signatures, refund notices and explanations. */

/* One text that is asked for its length, one byte short, and with room. */
#define WRITTEN(result, made, CALL) do { \
        size_t needed = 0, short_len = 0; \
        char *out = NULL; \
        (result) = CALL(out, 0, &needed); \
        (made).text = NULL; \
        (made).len = 0; \
        if ((result) == WXP_E_SPACE) { \
            out = room(needed - 1); \
            CHECK(CALL(out, needed - 1, &short_len) == WXP_E_SPACE && short_len == needed); \
            free(out); \
            out = room(needed); \
            (result) = CALL(out, needed, &(made).len); \
            (made).text = out; \
        } \
    } while (0)

static void check_payload(void) {
    uint32_t algorithm;
    item secret, expected, text, packed;
    int32_t kind;
    wxp_status status, expected_status;
    wxp_text missing = {NULL, 0}, packed_missing = {NULL, 0};
    wxp_key key;
    table t;

    name = take();
    algorithm = (uint32_t)number();
    secret = take();
    kind = (int32_t)number();
    expected_status = (wxp_status)number();
    expected = take();
    t = take_table(0);
    pack(&t);
    CHECK(wxp_key_init(&key, algorithm, secret.text, secret.len) == WXP_OK);
#define PAYLOAD(at, size, n) \
    wxp_payload(&key, kind, t.fields, t.count, at, size, n, &missing)
#define PACKED(at, size, n) \
    wxp_payload_packed(&key, kind, t.packed.text, t.packed.len, at, size, n, &packed_missing)
    WRITTEN(status, text, PAYLOAD);
    CHECK(status == expected_status);
    WRITTEN(status, packed, PACKED);
    CHECK(status == expected_status);
    if (status == WXP_E_MISSING)
        CHECK(same(expected, missing.text, missing.len) &&
              same(expected, packed_missing.text, packed_missing.len));
    else
        CHECK(same(expected, text.text, text.len) && same(expected, packed.text, packed.len) &&
              missing.text == NULL && packed_missing.text == NULL);
    release(text.text);
    release(packed.text);
    free_table(&t);
}

static void check_refund(void) {
    uint32_t algorithm;
    item secret, sealed, expected, text;
    wxp_status status;
    wxp_key key;
    reading r;

    name = take();
    algorithm = (uint32_t)number();
    secret = take();
    sealed = copy(take());
    expected = take();
    CHECK(wxp_key_init_nonstandard(&key, algorithm, secret.text, secret.len) == WXP_OK);
#define OPENED(at, size, n) \
    wxp_unconfirmed_refund(&key, sealed.text, sealed.len, at, size, n)
    WRITTEN(status, text, OPENED);
    if (expected.len == 0) {
        CHECK(status == WXP_E_SEALED && text.len == 0);
    } else {
        CHECK(status == WXP_OK && same(expected, text.text, text.len));
        CHECK(read_with(wxp_refund_read, text, &r) == WXP_OK && r.table.count > 0);
        free_reading(&r);
    }
    release(text.text);
    release(sealed.text);
}

/* The hint that the library gives for this rank is the next of the feed. */
static void check_hint(int32_t hint) {
    CHECK(hint == number());
    CHECK(says(take(), wxp_hint_text(hint, WXP_ENGLISH)));
    CHECK(says(take(), wxp_hint_text(hint, WXP_CHINESE)));
}

static void check_explain(void) {
    uint32_t algorithm;
    item secret, offered;
    int32_t cause = -1, packed_cause = -1, sender;
    size_t marked[8] = {0}, packed_marked[1], count = 9, packed_count = 9, i, hints;
    wxp_key key;
    table t;

    name = take();
    algorithm = (uint32_t)number();
    secret = take();
    offered = copy(take());
    t = take_table(0);
    pack(&t);
    CHECK(wxp_key_init(&key, algorithm, secret.text, secret.len) == WXP_OK);
    CHECK(wxp_explain(&key, t.fields, t.count, offered.text, offered.len, &cause, marked, 8, &count) == WXP_OK);
    CHECK(cause == number());
    CHECK(count == (size_t)number() && count < 8 && marked[count] == 0);
    for (i = 0; i < count; i++)
        CHECK(marked[i] == (size_t)number());
    /* As many as there is capacity for. */
    CHECK(wxp_explain_packed(&key, t.packed.text, t.packed.len, offered.text, offered.len, &packed_cause,
                             packed_marked, 1, &packed_count) == WXP_OK);
    CHECK(packed_cause == cause && packed_count == count && (count == 0 || *packed_marked == *marked));
    CHECK(says(take(), wxp_cause_text(cause, WXP_ENGLISH)));
    CHECK(says(take(), wxp_cause_text(cause, WXP_CHINESE)));
    for (sender = WXP_SENDER_MERCHANT; sender <= WXP_SENDER_GATEWAY; sender++) {
        hints = (size_t)number();
        for (i = 0; i < hints; i++)
            check_hint(wxp_hint(cause, sender, i));
        CHECK(wxp_hint(cause, sender, hints) == 0);
    }
    release(offered.text);
    free_table(&t);
}

static void check_refusal(void) {
    item text;
    size_t i, hints;

    name = text = take();
    hints = (size_t)number();
    for (i = 0; i < hints; i++)
        check_hint(wxp_refusal_hint(text.text, text.len, i));
    CHECK(wxp_refusal_hint(text.text, text.len, hints) == 0);
}
