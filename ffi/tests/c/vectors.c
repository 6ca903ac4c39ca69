/* Reads a file of vectors, documents and messages with their expected results,
 * and compares the library with them; see tests/abi/feed.rs. */
#include "tsan.h"
#include "vectors/feed.h"

/* The forms in which the same text is written. */
enum { SIGN, SIGN_PACKED, CANONICAL, CANONICAL_PACKED, WRITE, WRITE_PACKED, FORMS };

static wxp_status write_form(int form, const wxp_key *key, const table *t, char *out, size_t capacity,
                             size_t *len) {
    const wxp_field *fields = t->fields;
    const char *packed = t->packed.text;
    switch (form) {
    case SIGN: return wxp_sign(key, fields, t->count, out, capacity, len);
    case SIGN_PACKED: return wxp_sign_packed(key, packed, t->packed.len, out, capacity, len);
    case CANONICAL: return wxp_canonical(fields, t->count, out, capacity, len);
    case CANONICAL_PACKED: return wxp_canonical_packed(packed, t->packed.len, out, capacity, len);
    case WRITE: return wxp_xml_write(key, fields, t->count, out, capacity, len);
    default: return wxp_xml_write_packed(key, packed, t->packed.len, out, capacity, len);
    }
}

/* The text of a form: asked for its length, one byte short, and with room. */
static wxp_status written(int form, const wxp_key *key, const table *t, item *text) {
    size_t len = 0, needed = 0;
    char *out;
    wxp_status status = write_form(form, key, t, NULL, 0, &needed);
    if (status != WXP_E_SPACE && needed == 0) {
        text->text = room(0);
        text->len = 0;
        return status;
    }
    CHECK(status == WXP_E_SPACE && needed > 0);
    out = room(needed - 1);
    CHECK(write_form(form, key, t, out, needed - 1, &len) == WXP_E_SPACE && len == needed);
    free(out);
    out = room(needed);
    CHECK(write_form(form, key, t, out, needed, &len) == WXP_OK && len == needed);
    text->text = out;
    text->len = len;
    return WXP_OK;
}

/* A document, read: the fields point into it and into the scratch. */
typedef struct {
    table table;
    char *scratch;
    size_t fault;
} reading;

typedef wxp_status reader(const char *, size_t, wxp_field *, size_t, size_t *, char *, size_t, size_t *);

static wxp_status read_with(reader *read, item document, reading *r) {
    size_t needed = 0, count = 0, again;
    wxp_status status = read(document.text, document.len, NULL, 0, &count, NULL, 0, &needed);
    memset(r, 0, sizeof *r);
    if (status != WXP_OK && status != WXP_E_SPACE) {
        CHECK(count == 0);
        r->fault = needed;
        return status;
    }
    CHECK(needed <= document.len && (status == WXP_OK) == (count == 0));
    r->table.fields = room(count * sizeof(wxp_field));
    r->scratch = room(needed);
    if (count > 0) {
        again = 0;
        status = read(document.text, document.len, r->table.fields, count - 1, &again, r->scratch, needed, &r->fault);
        CHECK(status == WXP_E_SPACE && again == count && r->fault == needed);
    }
    if (needed > 0) {
        again = 0;
        status = read(document.text, document.len, r->table.fields, count, &again, r->scratch, needed - 1, &r->fault);
        CHECK(status == WXP_E_SPACE && again == count && r->fault == needed);
    }
    r->fault = 0;
    status = read(document.text, document.len, r->table.fields, count, &r->table.count, r->scratch, needed, &r->fault);
    CHECK(status != WXP_E_SPACE);
    if (status != WXP_OK)
        for (again = 0; again < count; again++)
            CHECK(r->table.fields[again].name == NULL && r->table.fields[again].value_len == 0);
    return status;
}

static void free_reading(reading *r) {
    free_table(&r->table);
    free(r->scratch);
}

static int is_field(const wxp_field *field, item name, item value) {
    return same(name, field->name, field->name_len) && same(value, field->value, field->value_len);
}

static void check_sign(void) {
    uint32_t algorithm;
    item secret, canonical, signature, text, packed;
    wxp_status status;
    wxp_key key;
    table t;
    size_t i, count;
    int form;

    name = take();
    algorithm = (uint32_t)number();
    secret = copy(take());
    status = (wxp_status)number();
    canonical = take();
    signature = take();
    t = take_table(1);
    pack(&t);
    CHECK(wxp_key_init_nonstandard(&key, algorithm, secret.text, secret.len) == status);
    for (form = status == WXP_OK ? SIGN : CANONICAL; form < WRITE; form += 2) {
        CHECK(written(form, &key, &t, &text) == WXP_OK);
        CHECK(written(form + 1, &key, &t, &packed) == WXP_OK);
        CHECK(same(text, packed.text, packed.len));
        CHECK(same(form == SIGN ? signature : canonical, text.text, text.len));
        release(text.text);
        release(packed.text);
    }
    release(secret.text);
    if (status != WXP_OK) {
        free_table(&t);
        return;
    }

    /* As received: without the sign of the vector, if any, and with the right one. */
    release(t.packed.text);
    for (i = count = 0; i < t.count; i++)
        if (t.fields[i].name_len != 4 || memcmp(t.fields[i].name, "sign", 4) != 0)
            t.fields[count++] = t.fields[i];
    t.fields[count].name = "sign";
    t.fields[count].name_len = 4;
    t.fields[count].value = signature.text;
    t.fields[count].value_len = signature.len;
    t.count = count + 1;
    pack(&t);
    CHECK(wxp_verify(&key, t.fields, t.count) == WXP_OK);
    CHECK(wxp_verify_packed(&key, t.packed.text, t.packed.len) == WXP_OK);

    /* Written, where every character can be sent, and read, it verifies again. */
    status = written(WRITE, &key, &t, &text);
    CHECK(written(WRITE_PACKED, &key, &t, &packed) == status && same(text, packed.text, packed.len));
    if (status == WXP_OK) {
        reading r;
        CHECK(read_with(wxp_xml_read, text, &r) == WXP_OK);
        CHECK(wxp_verify(&key, r.table.fields, r.table.count) == WXP_OK);
        free_reading(&r);
    } else {
        CHECK(status == WXP_E_CHARACTER);
    }
    release(text.text);
    release(packed.text);
    free_table(&t);

    wxp_key_wipe(&key);
    CHECK(wxp_verify(&key, NULL, 0) == WXP_E_KEY);
}

static void check_read(void) {
    item document;
    wxp_status status, packed_status;
    size_t fault, len = 0, found = 0, i;
    table t;
    reading r;
    char *out;

    name = take();
    document = copy(take());
    status = (wxp_status)number();
    fault = (size_t)number();
    t = take_table(0);
    pack(&t);
    CHECK(read_with(wxp_xml_read, document, &r) == status);
    CHECK(r.fault == fault && r.table.count == t.count);
    for (i = 0; i < t.count; i++) {
        const wxp_field *field = t.fields + i;
        item name, value;
        name.text = field->name;
        name.len = field->name_len;
        value.text = field->value;
        value.len = field->value_len;
        CHECK(is_field(r.table.fields + i, name, value));
        CHECK(wxp_find(r.table.fields, t.count, name.text, name.len) == r.table.fields + i);
    }
    free_reading(&r);

    packed_status = wxp_xml_read_packed(document.text, document.len, NULL, 0, &len, &found);
    if (t.count > WXP_PACKED_MAX) {
        CHECK(packed_status == WXP_E_TOO_MANY_FIELDS);
    } else if (status != WXP_OK) {
        CHECK(packed_status == status && found == fault && len == 0);
    } else {
        CHECK(packed_status == (len ? WXP_E_SPACE : WXP_OK) && len == t.packed.len && len <= document.len);
        out = room(len);
        packed_status = wxp_xml_read_packed(document.text, document.len, out, len, &found, &fault);
        CHECK(packed_status == WXP_OK && found == len && same(t.packed, out, len));
        free(out);
    }
    free_table(&t);
    release(document.text);
}

/* A nested document, read into a packed table. */
static void check_nested_packed(item document, item expected) {
    size_t len = 0, found = 0, fault;
    char *out;
    CHECK(wxp_xml_read_nested_packed(document.text, document.len, NULL, 0, &len, &fault) ==
          (expected.len ? WXP_E_SPACE : WXP_OK));
    CHECK(len == expected.len);
    out = room(len);
    CHECK(wxp_xml_read_nested_packed(document.text, document.len, out, len, &found, &fault) == WXP_OK);
    CHECK(found == len && same(expected, out, len));
    free(out);
}

static void check_judge(void) {
    uint32_t algorithm;
    item secret, endpoint, document, advice, chinese, field, source;
    wxp_status status;
    wxp_key key;
    wxp_verdict verdict, packed;
    reading r;
    int32_t from;
    int nests, i;

    name = take();
    algorithm = (uint32_t)number();
    secret = take();
    endpoint = copy(take());
    nests = (int)number();
    document = copy(take());
    status = (wxp_status)number();
    CHECK(wxp_key_init(&key, algorithm, secret.text, secret.len) == WXP_OK);
    CHECK(read_with(nests ? wxp_xml_read_nested : wxp_xml_read, document, &r) == status);
    if (status == WXP_OK) {
        pack(&r.table);
        if (nests)
            check_nested_packed(document, r.table.packed);
        CHECK(wxp_source_find(endpoint.text, endpoint.len, &from) == WXP_OK);
        memset(&verdict, 0xa5, sizeof verdict);
        memset(&packed, 0x5a, sizeof packed);
        CHECK(wxp_judge(&key, from, r.table.fields, r.table.count, &verdict) == WXP_OK);
        CHECK(wxp_judge_packed(&key, from, r.table.packed.text, r.table.packed.len,
                               &packed) == WXP_OK);
        CHECK(verdict.verdict == number());
        CHECK(verdict.outcome == number());
        CHECK(verdict.fault == number());
        CHECK(verdict.ambiguous == number());
        CHECK(verdict.action == number());
        advice = take();
        chinese = take();
        if (advice.len == 0) {
            CHECK(verdict.advice == 0 && chinese.len == 0);
        } else {
            CHECK(says(advice, wxp_advice_text(verdict.advice, WXP_ENGLISH)));
            CHECK(says(chinese, wxp_advice_text(verdict.advice, WXP_CHINESE)));
        }
        CHECK(packed.verdict == verdict.verdict && packed.outcome == verdict.outcome);
        CHECK(packed.fault == verdict.fault && packed.ambiguous == verdict.ambiguous);
        CHECK(packed.action == verdict.action && packed.advice == verdict.advice);
        field = take();
        CHECK(same(field, verdict.fault_field.text, verdict.fault_field.len));
        CHECK(same(field, packed.fault_field.text, packed.fault_field.len));
        source = take();
        CHECK(says(source, wxp_source_name(verdict.source)));
        CHECK(verdict.order == number());
        CHECK(packed.source == verdict.source && packed.order == verdict.order);
        for (i = 0; i < 4; i++)
            CHECK(verdict.reserved[i] == 0 && packed.reserved[i] == 0);
    }
    free_reading(&r);
    release(endpoint.text);
    release(document.text);
}

static void check_expect(void) {
    item secret, document, field;
    wxp_status status;
    wxp_key key;
    wxp_verdict verdict;
    wxp_text differs, packed;
    reading r;
    table t;

    name = take();
    secret = take();
    document = copy(take());
    status = (wxp_status)number();
    field = take();
    t = take_table(0);
    pack(&t);
    differs.text = packed.text = NULL;
    differs.len = packed.len = 0;
    CHECK(wxp_key_init(&key, WXP_MD5, secret.text, secret.len) == WXP_OK);
    CHECK(read_with(wxp_xml_read, document, &r) == WXP_OK);
    pack(&r.table);
    CHECK(wxp_judge(&key, WXP_NOTICE_PAYMENT, r.table.fields, r.table.count, &verdict) == WXP_OK);
    CHECK(wxp_expect(&verdict, r.table.fields, r.table.count, t.fields, t.count, &differs) == status);
    CHECK(wxp_expect_packed(&verdict, r.table.packed.text, r.table.packed.len, t.packed.text,
                            t.packed.len, &packed) == status);
    CHECK(same(field, differs.text, differs.len) && same(field, packed.text, packed.len));
    free_reading(&r);
    release(document.text);
    free_table(&t);
}

static void check_endpoint(size_t index) {
    wxp_endpoint at, found;
    int32_t from;
    long i, codes;

    name = take();
    CHECK(wxp_endpoint_at(index, &at) == WXP_OK);
    CHECK(wxp_endpoint_find(name.text, name.len, &found) == WXP_OK);
    CHECK(wxp_source_find(name.text, name.len, &from) == WXP_OK && at.number == from);
    CHECK(same(name, at.path.text, at.path.len));
    CHECK(same(name, found.path.text, found.path.len));
    CHECK(same(take(), at.host.text, at.host.len));
    CHECK(same(take(), at.backup_host.text, at.backup_host.len));
    CHECK(says(take(), wxp_endpoint_purpose(from, WXP_ENGLISH)));
    CHECK(says(take(), wxp_endpoint_purpose(from, WXP_CHINESE)));
    CHECK(at.get == number());
    CHECK(at.certificate == number());
    CHECK(at.algorithms == (uint32_t)number());
    CHECK(at.default_algorithm == (uint32_t)number());
    CHECK(at.sign_type == number());
    CHECK(at.answer_signed == number());
    CHECK(at.format == number());
    CHECK(at.nonce == number());
    CHECK(at.repeatable == number());
    CHECK(at.moves_money == number());
    CHECK(at.deprecated == number());
    codes = number();
    for (i = 0; i < codes; i++) {
        item code = take();
        int32_t action, advice;
        CHECK(wxp_advice(from, code.text, code.len, &action, &advice) == WXP_OK);
        CHECK(action == number());
        CHECK(says(take(), wxp_advice_text(advice, WXP_ENGLISH)));
        CHECK(says(take(), wxp_advice_text(advice, WXP_CHINESE)));
    }
}

#include "vectors/payload.h"
#include "vectors/records.h"
#include "vectors/request.h"

int main(int argc, char **argv) {
    unsigned long signs = 0, reads = 0, nested = 0, judges = 0, endpoints = 0, payloads = 0, refunds = 0;
    unsigned long explained = 0, refused = 0, expected = 0, requests = 0;
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    char *bytes;
    long len = 0;

    CHECK(file != NULL && fseek(file, 0, SEEK_END) == 0 && (len = ftell(file)) > 0);
    rewind(file);
    bytes = room((size_t)len + 1);
    CHECK(fread(bytes, 1, (size_t)len, file) == (size_t)len);
    fclose(file);
    bytes[len] = 0;
    feed = bytes;
    feed_end = bytes + len + 1;

    while (*feed) {
        item kind = take();
        if (same(kind, "sign", 4))
            check_sign(), signs++;
        else if (same(kind, "read", 4))
            check_read(), reads++;
        else if (same(kind, "records", 7))
            check_records(), nested++;
        else if (same(kind, "judge", 5))
            check_judge(), judges++;
        else if (same(kind, "expect", 6))
            check_expect(), expected++;
        else if (same(kind, "endpoint", 8))
            check_endpoint(endpoints++);
        else if (same(kind, "payload", 7))
            check_payload(), payloads++;
        else if (same(kind, "refund", 6))
            check_refund(), refunds++;
        else if (same(kind, "explain", 7))
            check_explain(), explained++;
        else if (same(kind, "refusal", 7))
            check_refusal(), refused++;
        else if (same(kind, "request", 7))
            check_request(), requests++;
        else
            fail(__FILE__, __LINE__);
    }
    CHECK(endpoints == wxp_endpoint_count());
    printf("%lu signed, %lu read, %lu nested, %lu judged, %lu expected, ", signs, reads, nested, judges, expected);
    printf("%lu endpoints, %lu payloads, %lu refunds, ", endpoints, payloads, refunds);
    printf("%lu explained, %lu refused, %lu requests\n", explained, refused, requests);
    free(bytes);
    return 0;
}
