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
    static const int32_t sources[] = {WXP_NOTICE_PAYMENT, WXP_PAY_MICROPAY, WXP_SECAPI_PAY_REFUND, 0,
                                      WXP_NOTICE_REFUND};
    unsigned long statuses[128] = {0}, i;
    wxp_verdict judged;
    size_t different = 0;
    memset(&judged, 0, sizeof judged);
    for (i = 0; i < calls; i++) {
        int32_t from = sources[draw(COUNT(sources))];
        size_t faults = draw(4);
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
        judged.verdict = (int32_t)draw(7);
        switch (draw(30)) {
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
        case 10: draw_text(NESTED); touched = read | BIT(RECORDS) | BIT(RECORDED);
            status = wxp_xml_records(P, N, records, draw_capacity(RECORDS_MAX), recorded,
                                     slots, slots_max, count, scratch, room_max, fault); break;
        case 11: draw_text(DOCUMENT); touched = texted | BIT(FAULT);
            status = wxp_xml_read_packed(P, N, out, room, into, fault); break;
        case 12: touched = BIT(VERDICT);
            status = wxp_judge(signer, from, table, had, verdict); break;
        case 13: draw_text(PACKED); touched = BIT(VERDICT);
            status = wxp_judge_packed(signer, from, P, N, verdict); break;
        case 14: draw_text(BILL); touched = grid;
            status = wxp_bill_read(P, N, cells, cells_max, rows_, columns, fault); break;
        case 15: draw_text(BILL); touched = grid;
            status = wxp_bill_totals(P, N, cells, cells_max, rows_, columns, fault); break;
        case 16: touched = BIT(INDEX) | BIT(OFFSET);
            status = wxp_check(table, had, index_, offset); break;
        case 17: touched = BIT(SECONDS); status = wxp_time_parse(P, N, seconds); break;
        case 18: touched = BIT(PLAIN) | BIT(FAULT); status = wxp_check_notify_url(P, N, plain, fault); break;
        case 19: status = wxp_payload(signer, draw(14), table, had, to, room, into, cells);
            touched = status == WXP_E_MISSING ? BIT(CELLS) : texted; break;
        case 20: draw_text(PACKED);
            status = wxp_payload_packed(signer, draw(14), P, N, to, room, into, cells);
            touched = status == WXP_E_MISSING ? BIT(CELLS) : texted; break;
        case 21: status = wxp_unconfirmed_refund(signer, P, N, out, room, into);
            touched = status == WXP_E_SEALED ? BIT(OUT) : texted; break;
        case 22: touched = BIT(ACTION) | BIT(INDEX) | BIT(OFFSET);
            status = wxp_explain(signer, table, had, P, N, action, offset, draw(2), index_); break;
        case 23: status = wxp_expect(&judged, table, had, table + 1, draw(FIELDS), cells);
            touched = status == WXP_E_DIFFERS ? BIT(CELLS) : 0; break;
        case 24: draw_text(PACKED);
            status = wxp_expect_packed(&judged, packed, SIZE(PACKED), P, N, cells);
            touched = status == WXP_E_DIFFERS ? BIT(CELLS) : 0; break;
        case 25: draw_text(OPENED); touched = read;
            status = wxp_refund_read(P, N, slots, slots_max, count, scratch, room_max, fault); break;
        case 26: draw_text(draw(2) ? BILL : PACKED); touched = read | BIT(ACTION);
            status = wxp_body_fields(P, N, slots, slots_max, count, scratch, room_max, action, fault); break;
        case 27: draw_text(draw(2) ? BILL : DOCUMENT); touched = BIT(ACTION) | BIT(OUT) | BIT(LEN) | BIT(FAULT);
            status = wxp_body_undo(P, N, action, out, room, into, fault); break;
        case 28: touched = BIT(ACTION) | BIT(ADVICE) | BIT(INDEX) | BIT(OFFSET);
            status = wxp_explain_second(signer, table, had, P, N, advice, action, offset, draw(2), index_); break;
        default: draw_text(BILL); status = wxp_nonce(P, N < 17 ? N : 16, out, room, into); break;
        }
        /* A text is written all or not at all. */
        if (touched == texted && status != WXP_OK)
            touched = status == WXP_E_SPACE ? BIT(LEN) : 0;
        if (status < 0 || status > WXP_E_ESCAPE)
            fail(HERE, "random call", "returned", status, WXP_OK);
        untouched(HERE, "random call", touched);
        different += statuses[status]++ == 0;
    }
    if (different < 20)
        fail(HERE, "random calls", "different statuses", (long)different, 20);
}
