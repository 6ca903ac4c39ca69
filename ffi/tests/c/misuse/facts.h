/* Facts, Quick Pay and bills. */

static void facts(void) {
    static const char *const no_fen[] = {"", "+1", "-1", " 1", "1 ", "01", "00", "1.0", "1e2", "0x1", "8,888",
                                         "18446744073709551616"};
    size_t i;
    char dirty[17] = "sixteen of bytes";
    CASE(WXP_OK, BIT(ENDPOINT), wxp_endpoint_at(0, endpoint));
    CASE(WXP_E_NOT_FOUND, 0, wxp_endpoint_at(wxp_endpoint_count(), endpoint));
    CASE(WXP_E_NOT_FOUND, 0, wxp_endpoint_at(SIZE_MAX, endpoint));
    EACH(places, wxp_endpoint_at(0, P));
    CASE(WXP_OK, BIT(ENDPOINT), wxp_endpoint_find(WXP_TEXT("/pay/micropay"), endpoint));
    CASE(WXP_E_NOT_FOUND, 0, wxp_endpoint_find(NULL, 0, endpoint));
    EACH(utf8, wxp_endpoint_find(P, N, endpoint));
    EACH(places, wxp_endpoint_find(WXP_TEXT("/pay/micropay"), P));
    EACH(over_texts, wxp_endpoint_find(texts, SIZE(TEXTS), P));

    EACH(bytes, wxp_nonce(P, N, out, SIZE(OUT), len));
    CASE(WXP_E_ARGUMENT, 0, wxp_nonce(NULL, 0, out, SIZE(OUT), len));
    CASE(WXP_E_ARGUMENT, 0, wxp_nonce(dirty, 15, out, SIZE(OUT), len));
    CASE(WXP_E_ARGUMENT, 0, wxp_nonce(dirty, 17, out, SIZE(OUT), len));
    ROOM(wxp_nonce(dirty, 16, P, N, len));
    EACH(places, wxp_nonce(dirty, 16, out, SIZE(OUT), P));
    EACH(over_texts, wxp_nonce(texts, 16, P, N, len));
    EACH(over_texts, wxp_nonce(texts, 16, out, SIZE(OUT), P));
    EACH(over_out, wxp_nonce(dirty, 16, out, SIZE(OUT), P));

    ROOM(wxp_time_format(0, WXP_TIME_PLAIN, P, N, len));
    ROOM(wxp_time_format(0, WXP_TIME_SPACED, P, N, len));
    EACH(places, wxp_time_format(0, WXP_TIME_PLAIN, out, SIZE(OUT), P));
    EACH(over_out, wxp_time_format(0, WXP_TIME_PLAIN, out, SIZE(OUT), P));
    CASE(WXP_E_ARGUMENT, 0, wxp_time_format(0, 2, out, SIZE(OUT), len));
    CASE(WXP_E_ARGUMENT, 0, wxp_time_format(0, -1, out, SIZE(OUT), len));
    CASE(WXP_E_ARGUMENT, 0, wxp_time_format(UINT64_MAX, WXP_TIME_PLAIN, out, SIZE(OUT), len));
    CASE(WXP_OK, BIT(SECONDS), wxp_time_parse("19700101080000", 14, seconds));
    EACH(utf8, wxp_time_parse(P, N, seconds));
    EACH(utf8, wxp_fen_parse(P, N, seconds));
    EACH(places, wxp_fen_parse("888", 3, P));
    EACH(over_texts, wxp_fen_parse(texts, SIZE(TEXTS), P));
    for (i = 0; i < COUNT(no_fen); i++)
        CASE(WXP_E_ARGUMENT, 0, wxp_fen_parse(no_fen[i], strlen(no_fen[i]), seconds));
    CASE(WXP_OK, BIT(SECONDS), wxp_fen_parse("888", 3, seconds));
    SAME(*seconds, 888);
    CASE(WXP_OK, BIT(SECONDS), wxp_fen_parse("18446744073709551615", 20, seconds));
    SAME(*seconds + 1, 0);
    CASE(WXP_OK, BIT(SECONDS), wxp_fen_parse("0", 1, seconds));
    SAME(*seconds, 0);
    EACH(places, wxp_time_parse("19700101080000", 14, P));
    EACH(over_texts, wxp_time_parse(texts, SIZE(TEXTS), P));
    CASE(WXP_E_ARGUMENT, 0, wxp_time_parse(NULL, 0, seconds));
    CASE(WXP_E_ARGUMENT, 0, wxp_time_parse("19700230080000", 14, seconds));

    EACH(utf8, wxp_amount_format(1, P, N, out, SIZE(OUT), len));
    ROOM(wxp_amount_format(INT64_MIN, "CNY", 3, P, N, len));
    ROOM(wxp_amount_format(INT64_MAX, "JPY", 3, P, N, len));
    EACH(places, wxp_amount_format(1, "CNY", 3, out, SIZE(OUT), P));
    EACH(over_texts, wxp_amount_format(1, texts, SIZE(TEXTS), P, N, len));
    CASE(WXP_E_NOT_FOUND, 0, wxp_amount_format(1, NULL, 0, out, SIZE(OUT), len));
    CASE(WXP_OK, BIT(UNITS), wxp_amount_parse("1.00", 4, "CNY", 3, units));
    EACH(utf8, wxp_amount_parse(P, N, "CNY", 3, units));
    EACH(utf8, wxp_amount_parse("1.00", 4, P, N, units));
    EACH(places, wxp_amount_parse("1.00", 4, "CNY", 3, P));
    EACH(over_texts, wxp_amount_parse(texts, SIZE(TEXTS), "CNY", 3, P));
    EACH(over_texts, wxp_amount_parse("1.00", 4, texts, SIZE(TEXTS), P));
    CASE(WXP_E_NOT_FOUND, 0, wxp_amount_parse("1.00", 4, "RMB", 3, units));
    CASE(WXP_E_ARGUMENT, 0, wxp_amount_parse(NULL, 0, "CNY", 3, units));
    CASE(WXP_E_ARGUMENT, 0, wxp_amount_parse("1.001", 5, "CNY", 3, units));
    CASE(WXP_E_ARGUMENT, 0, wxp_amount_parse("99999999999999999999", 20, "CNY", 3, units));

    CASE(WXP_OK, BIT(PLAIN), wxp_check_notify_url("https://a.cn/b", 14, plain, fault));
    EACH(utf8, wxp_check_notify_url(P, N, plain, fault));
    EACH(places, wxp_check_notify_url("https://a.cn/b", 14, P, fault));
    EACH(places, wxp_check_notify_url("https://a.cn/b", 14, plain, P));
    EACH(over_texts, wxp_check_notify_url(texts, SIZE(TEXTS), P, fault));
    EACH(over_texts, wxp_check_notify_url(texts, SIZE(TEXTS), plain, P));
    CASE(WXP_E_OVERLAP, 0, wxp_check_notify_url("https://a.cn/b", 14, (int32_t *)fault, fault));
    CASE(WXP_E_NOTIFY_URL, BIT(FAULT), wxp_check_notify_url(NULL, 0, plain, fault));
    CASE(WXP_E_NOTIFY_URL_QUERY, BIT(FAULT), wxp_check_notify_url("http://a.cn/?b", 14, plain, fault));
    SAME(*fault, 12);

    CASE(32, 0, wxp_field_limit(WXP_PAY_MICROPAY, WXP_TEXT("nonce_str")));
    CASE(100, 0, wxp_field_limit(WXP_MMPAYMKTTRANSFERS_PROMOTION_TRANSFERS, WXP_TEXT("desc")));
    CASE(512, 0, wxp_field_limit(WXP_MMPAYSPTRANS_PAY_BANK, WXP_TEXT("desc")));
    CASE(0, 0, wxp_field_limit(WXP_NOTICE_PAYMENT, WXP_TEXT("nonce_str")));
    CASE(0, 0, wxp_field_limit(0, NULL, 0));
    CASE(0, 0, wxp_field_limit(INT32_MIN, WXP_TEXT("nonce_str")));
    CASE(0, 0, wxp_field_limit(WXP_PAY_MICROPAY, NULL, 1));
    CASE(0, 0, wxp_field_limit(WXP_PAY_MICROPAY, texts, SIZE_MAX));
    CASE(0, 0, wxp_field_limit(WXP_PAY_MICROPAY, "\xff", 1));

    CASE(1, 0, strcmp(wxp_category_name(485, WXP_ENGLISH), "Food") == 0);
    CASE(1, 0, strcmp(wxp_category_name(485, WXP_CHINESE), "食品") == 0);
    CASE(1, 0, wxp_category_name(0, WXP_ENGLISH) == NULL);
    CASE(1, 0, wxp_category_name(65536 + 485, WXP_CHINESE) == NULL);
    CASE(1, 0, wxp_category_name(INT32_MIN, WXP_ENGLISH) == NULL);
}

#define GRID (BIT(ROWS) | BIT(COLUMNS))
#define BILLS(count_of_rows, CALL) do { \
        EACH(bytes, CALL(P, N, cells, CELLS_MAX, rows_, columns, fault)); \
        EACH(cell_rows, CALL(bill, SIZE(BILL), P, N, rows_, columns, fault)); \
        EACH(places, CALL(bill, SIZE(BILL), cells, CELLS_MAX, P, columns, fault)); \
        EACH(places, CALL(bill, SIZE(BILL), cells, CELLS_MAX, rows_, P, fault)); \
        EACH(places, CALL(bill, SIZE(BILL), cells, CELLS_MAX, rows_, columns, P)); \
        CASE(WXP_E_OVERLAP, 0, CALL(bill, SIZE(BILL), (wxp_text *)bill, 1, rows_, columns, fault)); \
        EACH(over_bill, CALL(bill, SIZE(BILL), cells, CELLS_MAX, P, columns, fault)); \
        EACH(over_bill, CALL(bill, SIZE(BILL), cells, CELLS_MAX, rows_, P, fault)); \
        EACH(over_bill, CALL(bill, SIZE(BILL), cells, CELLS_MAX, rows_, columns, P)); \
        CASE(WXP_E_OVERLAP, 0, CALL(bill, SIZE(BILL), cells, CELLS_MAX, (size_t *)cells, columns, fault)); \
        CASE(WXP_E_OVERLAP, 0, CALL(bill, SIZE(BILL), cells, CELLS_MAX, rows_, rows_, fault)); \
        CASE(WXP_E_OVERLAP, 0, CALL(bill, SIZE(BILL), cells, CELLS_MAX, rows_, columns, rows_)); \
        CASE(WXP_E_SPACE, GRID, CALL(bill, SIZE(BILL), NULL, 0, rows_, columns, fault)); \
        SAME(*rows_, count_of_rows); \
        SAME(*columns, 2); \
        CASE(WXP_E_SPACE, GRID, CALL(bill, SIZE(BILL), cells, 2 * (count_of_rows) + 1, rows_, columns, fault)); \
        SAME(*rows_, count_of_rows); \
        CASE(WXP_OK, GRID | BIT(CELLS), \
             CALL(bill, SIZE(BILL), cells, 2 * (count_of_rows) + 2, rows_, columns, fault)); \
        SAME(*rows_, count_of_rows); \
        CASE(WXP_E_TRUNCATED, BIT(FAULT), CALL(NULL, 0, cells, CELLS_MAX, rows_, columns, fault)); \
        CASE(WXP_E_TRUNCATED, BIT(FAULT), CALL(bill, 10, cells, CELLS_MAX, rows_, columns, fault)); \
        CASE(WXP_E_NOT_UTF8, BIT(FAULT), CALL("\xff", 1, cells, CELLS_MAX, rows_, columns, fault)); \
        CASE(WXP_E_BILL, BIT(FAULT), CALL("<xml>", 5, cells, CELLS_MAX, rows_, columns, fault)); \
        CASE(WXP_E_CELLS, GRID | BIT(FAULT), CALL("a,b\n`1\nc\n`1\n", 12, cells, CELLS_MAX, rows_, columns, fault)); \
        SAME(*fault, 4); \
        SAME(10 * *columns + *rows_, 21); \
    } while (0)

/* A payment that was begun, for calls that change it. */
static wxp_quickpay begun(void) {
    wxp_quickpay fresh;
    SAME(wxp_quickpay_new(&fresh), WXP_OK);
    return fresh;
}

static wxp_status next(wxp_quickpay *at, const wxp_timing *timing, int32_t event,
                       const wxp_verdict *with, int32_t *to, uint16_t *left) {
    if (at == payment)
        *payment = begun();
    return wxp_quickpay_next(at, timing, event, with, 1, to, left);
}

static void paying(void) {
    static const wxp_timing slow = {5, 10, 45, 15, 5, 256, 5, 0};
    static wxp_verdict paid, forged, other, wrong;
    wxp_quickpay damaged = begun(), blank, before;
    unsigned long touched = BIT(PAYMENT) | BIT(STEP) | BIT(WAIT);
    while (wxp_source_name(++forged.source) == NULL || strcmp(wxp_source_name(forged.source), "/pay/micropay") != 0) {
    }
    paid = wrong = forged;
    paid.verdict = wrong.verdict = other.verdict = WXP_SUCCEEDED;
    wrong.order = 8;
    other.source = paid.source + 1;
    damaged.opaque[4] ^= 1;
    memset(&blank, 0, sizeof blank);

    CASE(WXP_OK, BIT(PAYMENT), wxp_quickpay_new(payment));
    CASE(WXP_E_NULL, 0, wxp_quickpay_new(NULL));
    CASE(WXP_OK, touched, next(payment, NULL, WXP_EVENT_NONE, NULL, step, wait_));
    SAME(*step, WXP_STEP_ORDER);
    CASE(WXP_OK, touched, next(payment, NULL, WXP_EVENT_ORDER, &paid, step, wait_));
    SAME(*step, WXP_STEP_PAID);
    CASE(WXP_OK, touched, next(payment, NULL, WXP_EVENT_ORDER, &forged, step, wait_));
    SAME(*step, WXP_STEP_WAIT);
    SAME(*wait_, 5);
    CASE(WXP_OK, touched, next(payment, NULL, WXP_EVENT_CANCELLED, NULL, step, wait_));
    SAME(*wait_, 14);
    CASE(WXP_OK, touched, next(payment, NULL, WXP_EVENT_RESUMED, NULL, step, wait_));
    SAME(*step, WXP_STEP_QUERY);
    CASE(WXP_OK, touched, next(payment, NULL, WXP_EVENT_NO_ANSWER, NULL, step, wait_));
    CASE(WXP_OK, touched, next(payment, NULL, WXP_EVENT_WAITED, NULL, step, wait_));
    SAME(*step, WXP_STEP_ORDER);
    CASE(WXP_OK, touched, next(payment, NULL, WXP_EVENT_NOT_SENT, NULL, step, wait_));
    SAME(*step, WXP_STEP_NOT_SENT);
    CASE(WXP_E_ARGUMENT, BIT(PAYMENT), next(payment, NULL, 9, NULL, step, wait_));
    /* A verdict is that of the event's own operation. */
    CASE(WXP_E_ARGUMENT, BIT(PAYMENT), next(payment, NULL, WXP_EVENT_QUERY, &paid, step, wait_));
    CASE(WXP_E_ARGUMENT, BIT(PAYMENT), next(payment, NULL, WXP_EVENT_ORDER, &other, step, wait_));
    CASE(WXP_E_ARGUMENT, BIT(PAYMENT), next(payment, NULL, WXP_EVENT_ORDER, &wrong, step, wait_));
    for (other.source = -1; other.source <= 0; other.source++)
        CASE(WXP_E_ARGUMENT, BIT(PAYMENT), next(payment, NULL, WXP_EVENT_ORDER, &other, step, wait_));
    other.source = 65536 + paid.source;
    CASE(WXP_E_ARGUMENT, BIT(PAYMENT), next(payment, NULL, WXP_EVENT_ORDER, &other, step, wait_));
    CASE(WXP_E_ARGUMENT, BIT(PAYMENT), next(payment, NULL, -1, NULL, step, wait_));
    CASE(WXP_E_ARGUMENT, BIT(PAYMENT), next(payment, &slow, WXP_EVENT_NONE, NULL, step, wait_));
    before = damaged;
    CASE(WXP_E_ARGUMENT, 0, next(&damaged, NULL, WXP_EVENT_NONE, NULL, step, wait_));
    SAME(memcmp(&damaged, &before, sizeof before), 0);
    CASE(WXP_E_ARGUMENT, 0, next(&blank, NULL, WXP_EVENT_NONE, NULL, step, wait_));
    CASE(WXP_E_NULL, 0, next(NULL, NULL, WXP_EVENT_NONE, NULL, step, wait_));
    EACH_TOUCHING(places, BIT(PAYMENT), next(payment, NULL, WXP_EVENT_NONE, NULL, P, wait_));
    EACH_TOUCHING(places, BIT(PAYMENT), next(payment, NULL, WXP_EVENT_NONE, NULL, step, P));
    EACH_TOUCHING(places, BIT(PAYMENT), next(payment, NULL, WXP_EVENT_ORDER, P, step, wait_));
    CASE(WXP_E_OVERLAP, BIT(PAYMENT), next(payment, NULL, WXP_EVENT_ORDER, verdict, (int32_t *)verdict, wait_));
    CASE(WXP_E_OVERLAP, BIT(PAYMENT), next(payment, NULL, WXP_EVENT_NONE, NULL, (int32_t *)payment, wait_));
    CASE(WXP_E_OVERLAP, BIT(PAYMENT), next(payment, NULL, WXP_EVENT_NONE, NULL, step, (uint16_t *)step));
    CASE(WXP_E_ALIGNMENT, BIT(PAYMENT),
         next(payment, (const wxp_timing *)((const char *)&slow + 1), 0, NULL, step, wait_));
}

static void bills(void) {
    BILLS(2, wxp_bill_read);
    BILLS(1, wxp_bill_totals);
}
