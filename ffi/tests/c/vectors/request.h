/* What is found in requests, in a table and in a packed one. */

static int says_text(item it, wxp_text text) {
    return same(it, text.text, text.len);
}

static void check_sentence(const wxp_finding *finding, int32_t language) {
    item sentence = take();
    size_t len = 0;
    char *out = room(sentence.len);
    CHECK(wxp_finding_text(finding, language, NULL, 0, &len) == WXP_E_SPACE && len == sentence.len);
    CHECK(wxp_finding_text(finding, language, out, sentence.len, &len) == WXP_OK && len == sentence.len);
    CHECK(same(sentence, out, len));
    free(out);
}

static void check_request(void) {
    int32_t source;
    uint32_t algorithm;
    size_t found = 0, count, i, j;
    wxp_finding *findings, *packed;
    table t;

    name = take();
    source = (int32_t)number();
    algorithm = (uint32_t)number();
    t = take_table(0);
    pack(&t);
    count = (size_t)number();
    findings = room(count * sizeof *findings);
    packed = room(count * sizeof *packed);
    if (count > 0)
        CHECK(wxp_check_request(source, algorithm, t.fields, t.count, findings, count - 1, &found) == WXP_E_SPACE
              && found == count);
    CHECK(wxp_check_request(source, algorithm, t.fields, t.count, findings, count, &found) == WXP_OK);
    CHECK(found == count);
    CHECK(wxp_check_request_packed(source, algorithm, t.packed.text, t.packed.len, packed, count, &found) == WXP_OK);
    CHECK(found == count);
    for (i = 0; i < count; i++) {
        const wxp_finding *finding = findings + i;
        item field;
        CHECK(finding->kind == number() && packed[i].kind == finding->kind);
        CHECK(finding->certain == number() && packed[i].certain == finding->certain);
        CHECK(finding->index == (size_t)number() && packed[i].index == finding->index);
        CHECK(finding->offset == (size_t)number() && packed[i].offset == finding->offset);
        CHECK(finding->limit == (size_t)number() && packed[i].limit == finding->limit);
        field = take();
        CHECK(says_text(field, finding->field) && says_text(field, packed[i].field));
        CHECK(says_text(take(), finding->meant));
        for (j = 0; j < 3; j++)
            CHECK(says_text(take(), finding->others[j]));
        CHECK(says_text(take(), finding->because));
        CHECK(says_text(take(), finding->because_value));
        check_sentence(finding, WXP_ENGLISH);
        check_sentence(packed + i, WXP_CHINESE);
    }
    release(findings);
    release(packed);
    free_table(&t);
}
