/* Checking requests. */

static void requests(void) {
    static const wxp_finding none;
    static const wxp_field empty = {"mch_id", 6, "", 0};
    wxp_finding findings[64], one;
    wxp_status status;
    CASE(WXP_OK, BIT(COUNTED), wxp_check_request(PAY, WXP_MD5, table, FIELDS, findings, 64, count));
    CASE(WXP_OK, BIT(COUNTED), wxp_check_request_packed(PAY, WXP_MD5, packed, SIZE(PACKED), findings, 64, count));
    CASE(WXP_OK, BIT(COUNTED), wxp_check_request(PAY, WXP_HMAC_SHA256, NULL, 0, findings, 64, count));
    CASE(WXP_E_SPACE, BIT(COUNTED), wxp_check_request(PAY, WXP_MD5, table, FIELDS, NULL, 0, count));
    CASE(WXP_E_SPACE, BIT(COUNTED), wxp_check_request(PAY, WXP_MD5, &empty, 1, findings, 1, count));
    SAME(*count > 1, 1);
    CASE(WXP_E_ARGUMENT, 0, wxp_check_request(PAY, 0, table, FIELDS, findings, 64, count));
    CASE(WXP_E_ARGUMENT, 0, wxp_check_request(PAY, 3, table, FIELDS, findings, 64, count));
    CASE(WXP_E_NOT_FOUND, 0, wxp_check_request(0, WXP_MD5, table, FIELDS, findings, 64, count));
    CASE(WXP_E_NOT_FOUND, 0, wxp_check_request(-1, WXP_MD5, table, FIELDS, findings, 64, count));
    CASE(WXP_E_NOT_FOUND, 0, wxp_check_request(65536 + 1, WXP_MD5, table, FIELDS, findings, 64, count));
    CASE(WXP_E_NOT_FOUND, 0, wxp_check_request(WXP_NOTICE_PAYMENT, WXP_MD5, table, FIELDS, findings, 64, count));
    EACH(tables, wxp_check_request(PAY, WXP_MD5, P, N, findings, 64, count));
    CASE(WXP_E_FIELD_NAME, 0, wxp_check_request(PAY, WXP_MD5, bad + 9, 1, findings, 64, count));
    CASE(WXP_E_FIELD_NAME, 0, wxp_check_request_packed(PAY, WXP_MD5, "a b\0", 5, findings, 64, count));
    CASE(WXP_E_PACKED, 0, wxp_check_request_packed(PAY, WXP_MD5, "a", 1, findings, 64, count));
    CASE(WXP_E_TOO_MANY_FIELDS, 0,
         wxp_check_request_packed(PAY, WXP_MD5, overcrowd, sizeof overcrowd, findings, 64, count));
    EACH(utf8, wxp_check_request_packed(PAY, WXP_MD5, P, N, findings, 64, count));
    /* A name that is there twice is a finding. */
    CASE(WXP_OK, BIT(COUNTED), wxp_check_request(PAY, WXP_MD5, twice, 2, findings, 64, count));
    EACH(places, wxp_check_request(PAY, WXP_MD5, table, FIELDS, findings, 64, P));
    EACH(places, wxp_check_request(PAY, WXP_MD5, table, FIELDS, P, 1, count));
    EACH(places, wxp_check_request_packed(PAY, WXP_MD5, packed, SIZE(PACKED), findings, 64, P));
    EACH(over_table, wxp_check_request(PAY, WXP_MD5, table, FIELDS, P, 1, count));
    EACH(over_table, wxp_check_request(PAY, WXP_MD5, table, FIELDS, findings, 64, P));
    EACH(over_packed, wxp_check_request_packed(PAY, WXP_MD5, packed, SIZE(PACKED), findings, 64, P));
    CASE(WXP_E_LENGTH, 0, wxp_check_request(PAY, WXP_MD5, table, FIELDS, findings, SIZE_MAX, count));
    CASE(WXP_E_OVERLAP, 0, wxp_check_request(PAY, WXP_MD5, table, FIELDS, findings, 64, &findings[63].limit));

    status = wxp_check_request(PAY, WXP_MD5, NULL, 0, findings, 64, count);
    SAME(status, WXP_OK);
    one = findings[0];
    ROOM(wxp_finding_text(&one, WXP_ENGLISH, P, N, len));
    ROOM(wxp_finding_text(&one, WXP_CHINESE, P, N, len));
    EACH(places, wxp_finding_text(P, WXP_ENGLISH, out, SIZE(OUT), len));
    EACH(places, wxp_finding_text(&one, WXP_ENGLISH, out, SIZE(OUT), P));
    CASE(WXP_E_OVERLAP, 0, wxp_finding_text(&one, WXP_ENGLISH, (char *)&one, 8, len));
    CASE(WXP_E_ARGUMENT, 0, wxp_finding_text(&none, WXP_ENGLISH, out, SIZE(OUT), len));
    /* Details that are none name nothing, and do no harm. */
    memset(one.details, 0xff, sizeof one.details);
    CASE(WXP_OK, BIT(OUT) | BIT(LEN), wxp_finding_text(&one, WXP_CHINESE, out, SIZE(OUT), len));
    one.field.len = SIZE_MAX;
    CASE(WXP_E_LENGTH, 0, wxp_finding_text(&one, WXP_ENGLISH, out, SIZE(OUT), len));
}
