//! Requests before they are sent: what is found in those that people had in hand, in published ones
//! and in such as the field tables describe.

mod forms;
mod tables;

use wxp_core::{
    Algorithm, Endpoint, Field, Finding, FindingKind, Language, check_request, limit_of, xml,
};

use crate::data::{self, field, pairs, table};

pub(crate) fn endpoint(path: &str) -> Endpoint {
    Endpoint::find(path).unwrap_or_else(|| panic!("{path}"))
}

/// A finding as one line: `!` if it is certain, kind, field, and whatever it names.
pub(crate) fn line(finding: &Finding<'_>) -> String {
    let mut line = format!(
        "{}{} {}",
        if finding.certain { "!" } else { "?" },
        finding.kind.name(),
        finding.field
    );
    if let Some(meant) = finding.meant() {
        line += &format!(" -> {meant}");
    }
    for other in finding.alternatives() {
        line += &format!(" | {other}");
    }
    if let Some((field, value)) = finding.condition() {
        line += &format!(" if {field}={value}");
    }
    if finding.offset > 0 {
        line += &format!(" @{}", finding.offset);
    }
    line
}

pub(crate) fn lines(path: &str, algorithm: Algorithm, fields: &[Field<'_>]) -> Vec<String> {
    check_request(endpoint(path), algorithm, fields).map(|finding| line(&finding)).collect()
}

/// The fields of a document, or of lines with `=`.
fn read(file: &str) -> Vec<(String, String)> {
    // Copied from web pages that indent with U+00A0, which is no white space to XML.
    let text = data::text(file).replace('\u{a0}', " ");
    if !text.starts_with('<') {
        let lines = text.lines().filter_map(|line| line.split_once('='));
        return lines.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    }
    let mut slots = [Field::EMPTY; 64];
    pairs(xml::read_into(text.as_bytes(), &mut slots).unwrap())
}

#[test]
fn requests_that_people_had_in_hand_are_found_out_in_full() {
    const TRANSFERS: &str = "/mmpaymkttransfers/promotion/transfers";
    const RED_PACKET: &str = "/mmpaymkttransfers/sendredpack";
    for (file, path, algorithm, expected) in [
        (
            "05-doubled-underscores.xml",
            "/pay/unifiedorder",
            Algorithm::Md5,
            &[
                "!NotAField mch__id -> mch_id",
                "!NotAField nonce__str -> nonce_str",
                "!NotAField notify__url -> notify_url",
                "!NotAField out__trade__no -> out_trade_no",
                "!NotAField spbill__create__ip -> spbill_create_ip",
                "!NotAField total__fee -> total_fee",
                "!NotAField trade__type -> trade_type",
                "!Missing mch_id",
                "!Missing notify_url",
                "!Missing out_trade_no",
                "!Missing spbill_create_ip",
                "!Missing total_fee",
                "!Missing trade_type",
                "!Missing nonce_str",
            ][..],
        ),
        (
            "05b-names-wrong-case.txt",
            "/pay/unifiedorder",
            Algorithm::Md5,
            &[
                "!NotAField appId -> appid",
                "!NotAField mchId -> mch_id",
                "!Missing appid",
                "!Missing mch_id",
            ],
        ),
        (
            "08-profitsharingquery-with-appid.txt",
            "/pay/profitsharingquery",
            Algorithm::HmacSha256,
            &["!NotAField appid"],
        ),
        (
            "10-sandbox-placeholders.txt",
            "/pay/unifiedorder",
            Algorithm::Md5,
            &["!Ip spbill_create_ip", "!NotifyUrl notify_url", "!Value trade_type"],
        ),
        ("11-float-amount.txt", TRANSFERS, Algorithm::Md5, &["!Amount amount @3"]),
        (
            "12-transfers-mch_id.txt",
            TRANSFERS,
            Algorithm::Md5,
            &[
                "!NotAField mch_id -> mchid",
                "!NotAField appid -> mch_appid",
                "!Missing mch_appid",
                "!Missing mchid",
            ],
        ),
        ("27-right-but-refused.xml", RED_PACKET, Algorithm::Md5, &[]),
        (
            "28-hmac-without-sign_type.xml",
            "/pay/unifiedorder",
            Algorithm::HmacSha256,
            &["!SignTypeMissing sign_type", "?MissingFor product_id if trade_type=NATIVE"],
        ),
        (
            "34-request-many-mistakes.txt",
            "/pay/unifiedorder",
            Algorithm::Md5,
            &[
                "!Characters out_trade_no @1",
                "!Amount total_fee @1",
                "!Ip spbill_create_ip",
                "!NotifyUrlQuery notify_url @23",
                "!Time time_expire @13",
                "!Currency fee_type",
                "!MissingFor openid | sub_openid if trade_type=JSAPI",
            ],
        ),
        ("43-redpack-trade_type.txt", RED_PACKET, Algorithm::Md5, &["!NotAField trade_type"]),
    ] {
        let fields = read(&format!("field_cases/{file}"));
        assert_eq!(lines(path, algorithm, &table(&fields)), expected, "{file}");
    }
}

#[test]
fn nothing_is_certainly_wrong_with_published_requests() {
    let index = data::json("samples/index.json");
    let mut count = 0;
    for entry in index.as_array().unwrap() {
        let path = entry["endpoint"].as_str().unwrap();
        let is_request = entry["direction"] == "request" && path.starts_with('/');
        if !is_request {
            continue;
        }
        let file = format!("samples/{}", entry["file"].as_str().unwrap());
        let fields = read(&file);
        assert_eq!(lines(path, Algorithm::Md5, &table(&fields)), [""; 0], "{file}");
        count += 1;
    }
    for (file, path) in [("W1", "/pay/micropay"), ("W2", "/pay/unifiedorder")] {
        let text = data::text(&format!("workloads/{file}.fields.tsv"));
        let fields: Vec<_> = text.lines().map(|line| line.split_once('\t').unwrap()).collect();
        let fields = table(&fields);
        let stated = fields.iter().find(|field| field.name() == "sign_type");
        let algorithm = stated.map_or(Algorithm::Md5, |_| Algorithm::HmacSha256);
        assert_eq!(lines(path, algorithm, &fields), [""; 0], "{file}");
        count += 1;
    }
    assert_eq!(count, 10);
}

/// A query that is as it should be.
const QUERY: [(&str, &str); 4] =
    [("appid", "wx1"), ("mch_id", "1"), ("nonce_str", "a"), ("transaction_id", "1")];

/// What is found in the query with other fields behind it.
fn with(path: &str, algorithm: Algorithm, more: &[(&str, &str)]) -> Vec<String> {
    let fields = [&QUERY[..], more].concat();
    lines(path, algorithm, &table(&fields))
}

#[test]
fn the_algorithm_is_one_that_the_operation_takes_and_sign_type_says_so() {
    use Algorithm::{HmacSha256, Md5};
    const EITHER: &str = "/pay/orderquery";
    const HMAC_SHA256: &[(&str, &str)] = &[("sign_type", "HMAC-SHA256")];
    assert_eq!(with(EITHER, Md5, &[]), [""; 0]);
    assert_eq!(with(EITHER, Md5, &[("sign_type", "MD5")]), [""; 0]);
    assert_eq!(with(EITHER, HmacSha256, HMAC_SHA256), [""; 0]);
    assert_eq!(with(EITHER, HmacSha256, &[]), ["!SignTypeMissing sign_type"]);
    assert_eq!(with(EITHER, Md5, HMAC_SHA256), ["!SignTypeDiffers sign_type"]);
    assert_eq!(with(EITHER, Md5, &[("sign_type", "md5")]), ["?SignTypeDiffers sign_type"]);
    assert_eq!(with(EITHER, Md5, &[("sign_type", "RSA")]), ["!SignTypeDiffers sign_type"]);
    let misspelt = with(EITHER, HmacSha256, &[("signType", "HMAC-SHA256")]);
    assert_eq!(misspelt, ["!NotAField signType -> sign_type", "!SignTypeMissing sign_type"]);
    let misspelt = with(EITHER, Md5, &[("signType", "MD5")]);
    assert_eq!(misspelt, ["?NotAField signType -> sign_type"]);
    // Deductions: the pages name neither algorithm.
    const MD5: &str = "/pay/paporderquery";
    assert_eq!(with(MD5, Md5, &[("sign_type", "MD5")]), ["?NotAField sign_type"]);
    assert_eq!(with(MD5, HmacSha256, &[]), ["?AlgorithmNotTaken sign_type"]);
    // Profit sharing takes HMAC-SHA256 alone.
    const HMAC: &str = "/pay/profitsharingorderamountquery";
    let query = table(&QUERY[1..]);
    let missing = ["!AlgorithmNotTaken sign_type", "?SignTypeMissing sign_type"];
    assert_eq!(lines(HMAC, Md5, &query), missing);
    assert_eq!(lines(HMAC, HmacSha256, &query), ["!SignTypeMissing sign_type"]);
    // Red packets and payouts take MD5 alone, and refuse the field.
    let query = [field("mch_id", "1"), field("nonce_str", "a"), field("partner_trade_no", "1")];
    let other = lines("/mmpaysptrans/query_bank", HmacSha256, &query);
    assert_eq!(other, ["!AlgorithmNotTaken sign_type"]);
    let stated = [&query[..], &[field("sign_type", "MD5")]].concat();
    let stated = lines("/mmpaysptrans/query_bank", Md5, &stated);
    assert_eq!(stated, ["!NotAField sign_type"]);
}

#[test]
fn pages_in_the_browser_have_rules_of_their_own() {
    let page = [("appid", "wx1"), ("mch_id", "1"), ("redirect_uri", "https://a.example/")];
    let rest = [("response_type", "code"), ("scope", "pay_identity"), ("state", "1")];
    let fields = [page, rest].concat();
    let found = lines("/appauth/authindex", Algorithm::Md5, &table(&fields));
    assert_eq!(found, ["?NotSigned sign"]);
    // HMAC-SHA256 is its default.
    let found = lines("/papay/h5entrustweb", Algorithm::HmacSha256, &[]);
    assert!(found.contains(&"?SignTypeMissing sign_type".to_owned()), "{found:?}");
    assert!(!found.iter().any(|line| line.contains("nonce_str")), "{found:?}");
}

#[test]
fn an_empty_value_is_an_absent_one_and_sign_may_be_there_or_not() {
    let more = [("sign", "0"), ("out_trade_no", ""), ("foreign", ""), ("sub_appid", "")];
    assert_eq!(with("/pay/orderquery", Algorithm::Md5, &more), [""; 0]);
    let mut fields = QUERY;
    fields[1].1 = "";
    let found = lines("/pay/orderquery", Algorithm::Md5, &table(&fields));
    assert_eq!(found, ["!Missing mch_id"]);
}

#[test]
fn one_of_several_fields_is_enough() {
    let common = table(&QUERY[..3]);
    for (path, names) in [
        ("/pay/orderquery", &["transaction_id", "out_trade_no"][..]),
        ("/secapi/pay/reverse", &["transaction_id", "out_trade_no"]),
        ("/pay/refundquery", &["refund_id", "out_refund_no", "transaction_id", "out_trade_no"]),
    ] {
        let missing = format!("!Missing {}", names.join(" | "));
        assert_eq!(lines(path, Algorithm::Md5, &common), [missing], "{path}");
        for name in names {
            let fields = [&common[..], &[field(name, "1")]].concat();
            assert_eq!(lines(path, Algorithm::Md5, &fields), [""; 0], "{path} {name}");
        }
        let all: Vec<_> = names.iter().map(|name| field(name, "1")).collect();
        let fields = [&common[..], &all].concat();
        assert_eq!(lines(path, Algorithm::Md5, &fields), [""; 0], "{path}");
    }
    // A contract is found by its number, or by a plan and the merchant's own number.
    let contract = |more: &[(&str, &str)]| {
        let fields = [&[("appid", "wx1"), ("mch_id", "1"), ("version", "1.0")], more].concat();
        lines("/papay/querycontract", Algorithm::Md5, &table(&fields))
    };
    let (plan, code) = (("plan_id", "1"), ("contract_code", "1"));
    assert_eq!(contract(&[("contract_id", "1")]), [""; 0]);
    assert_eq!(contract(&[plan, code]), [""; 0]);
    assert_eq!(contract(&[plan]), ["!Missing contract_id | contract_code"]);
    assert_eq!(
        contract(&[]),
        ["!Missing contract_id | plan_id", "!Missing contract_id | contract_code"]
    );
    // The near miss of one of them is a certain mistake, unless another one is there.
    let near = contract(&[("contractId", "1"), plan, code]);
    assert_eq!(near, ["?NotAField contractId -> contract_id"]);
    let near = contract(&[("contractId", "1")]);
    assert_eq!(near[0], "!NotAField contractId -> contract_id");
}

#[test]
fn some_values_make_other_fields_necessary() {
    for (path, (name, value), expected) in [
        (
            "/pay/unifiedorder",
            ("trade_type", "JSAPI"),
            "!MissingFor openid | sub_openid if trade_type=JSAPI",
        ),
        ("/pay/unifiedorder", ("trade_type", "MWEB"), "!MissingFor scene_info if trade_type=MWEB"),
        (
            "/pay/combinedorder",
            ("trade_type", "JSAPI"),
            "!MissingFor combine_openid if trade_type=JSAPI",
        ),
        (
            "/mmpaymkttransfers/promotion/transfers",
            ("check_name", "FORCE_CHECK"),
            "!MissingFor re_user_name if check_name=FORCE_CHECK",
        ),
        (
            "/cgi-bin/mch/customs/customdeclareorder",
            ("sub_order_no", "1"),
            "?MissingFor order_fee if sub_order_no=",
        ),
        ("/pay/unifiedorder", ("sub_openid", "1"), "?MissingFor sub_appid if sub_openid="),
    ] {
        let of_it = |fields: &[Field<'_>]| {
            let found = lines(path, Algorithm::HmacSha256, fields);
            found.contains(&expected.to_owned())
        };
        let cause = field(name, value);
        assert!(of_it(&[cause]), "{path}: {expected}");
        assert!(!of_it(&[field(name, "APP")]) || expected.ends_with('='), "{path}: {expected}");
        let needed = expected.split(' ').nth(1).unwrap();
        assert!(!of_it(&[cause, field(needed, "1")]), "{path}: {expected}");
        assert!(of_it(&[cause, field(needed, "")]), "{path}: {expected}");
    }
    // A field that the operation does not have makes nothing necessary.
    let found = lines("/secapi/pay/refund", Algorithm::Md5, &[field("trade_type", "JSAPI")]);
    assert!(!found.iter().any(|line| line.contains("MissingFor")), "{found:?}");
    let payout = [field("trade_type", "JSAPI")];
    let found = lines("/mmpaymkttransfers/promotion/transfers", Algorithm::Md5, &payout);
    assert!(!found.iter().any(|line| line.contains("MissingFor")), "{found:?}");
    let partner =
        [field("trade_type", "JSAPI"), field("sub_openid", "1"), field("sub_appid", "wx1")];
    let found = lines("/pay/unifiedorder", Algorithm::Md5, &partner);
    assert!(!found.iter().any(|line| line.contains("MissingFor")), "{found:?}");
}

#[test]
fn names_that_are_none_are_told_which_one_is_meant() {
    for (path, name, expected) in [
        ("/pay/unifiedorder", "outTradeNo", "!NotAField outTradeNo -> out_trade_no"),
        ("/pay/unifiedorder", "out_trade_on", "!NotAField out_trade_on -> out_trade_no"),
        ("/pay/unifiedorder", "total_free", "!NotAField total_free -> total_fee"),
        ("/pay/unifiedorder", "totalfee", "!NotAField totalfee -> total_fee"),
        ("/pay/unifiedorder", "amount", "!NotAField amount -> total_fee"),
        ("/pay/unifiedorder", "noncestr", "!NotAField noncestr -> nonce_str"),
        ("/pay/unifiedorder", "partnerid", "!NotAField partnerid -> mch_id"),
        ("/pay/unifiedorder", "client_ip", "!NotAField client_ip -> spbill_create_ip"),
        // Not needed: what was meant is likely, and that the request is refused is not known.
        ("/pay/unifiedorder", "timeExpire", "?NotAField timeExpire -> time_expire"),
        ("/pay/unifiedorder", "goods_tags", "?NotAField goods_tags -> goods_tag"),
        ("/pay/unifiedorder", "something", "?NotAField something"),
        ("/pay/unifiedorder", "coupon_id_0", "?NotAField coupon_id_0"),
        // Refused whatever it is.
        ("/secapi/pay/profitsharingfinish", "sub_appid", "!NotAField sub_appid"),
        ("/secapi/pay/profitsharingfinish", "something", "!NotAField something"),
        ("/mmpaymkttransfers/sendredpack", "sign_type", "!NotAField sign_type"),
        ("/pay/combinedorder", "appid", "!NotAField appid -> combine_appid"),
        ("/pay/settlementquery", "mch_id", "!NotAField mch_id -> mchid"),
    ] {
        let found = lines(path, Algorithm::Md5, &[field(name, "1")]);
        assert_eq!(found[0], expected, "{path}");
    }
    // What is there is not missing.
    let both = [field("mch_id", "1"), field("mchId", "1"), field("partner", "1")];
    let found = lines("/pay/orderquery", Algorithm::Md5, &both);
    assert_eq!(found[..2], ["?NotAField mchId -> mch_id", "?NotAField partner"]);
}

#[test]
fn a_field_that_is_in_the_table_twice_is_found() {
    let fields = [field("mch_id", "1"), field("appid", ""), field("mch_id", "1")];
    let findings: Vec<_> =
        check_request(endpoint("/pay/orderquery"), Algorithm::Md5, &fields[..]).collect();
    assert_eq!((findings[0].kind, findings[0].index), (FindingKind::Twice, Some(2)));
    assert!(findings[0].certain);
}

#[test]
fn the_whole_request_is_looked_at_whatever_is_in_it() {
    // As many fields as can be signed, each as far from every name as can be, and as long.
    let names: Vec<String> = (0..255).map(|i| format!("{:_<60}{i:03}", "out_trade_n")).collect();
    let value = "\u{4ed8}{".repeat(5_000);
    let fields: Vec<_> = names.iter().map(|name| field(name, &value)).collect();
    for endpoint in Endpoint::all() {
        let findings = check_request(endpoint, Algorithm::Md5, &fields[..]);
        let strangers = findings.filter(|finding| finding.kind == FindingKind::NotAField).count();
        let is_published = endpoint.path != "/applyment/micro/signcontract";
        assert_eq!(strangers, if is_published { 255 } else { 0 }, "{}", endpoint.path);
    }
}

#[test]
fn every_kind_has_a_sentence_in_both_languages() {
    let fields = [
        field("appId", "1"),
        field("trade_type", "X"),
        field("total_fee", "1.0"),
        field("nonce_str", "123456789012345678901234567890123"),
    ];
    let findings = check_request(endpoint("/pay/unifiedorder"), Algorithm::Md5, &fields[..]);
    let said: Vec<_> = findings
        .take(4)
        .map(|finding| (finding.to_string(), finding.in_language(Language::Chinese).to_string()))
        .collect();
    let said: Vec<_> = said.iter().map(|(english, chinese)| (&**english, &**chinese)).collect();
    assert_eq!(
        said,
        [
            (
                "appId: not a field of this operation; is appid meant?",
                "appId：该接口没有这个参数，是否应为appid？"
            ),
            (
                "trade_type: not one of the listed values: APP, JSAPI, MWEB, NATIVE",
                "trade_type：取值不在文档列出的范围内：APP、JSAPI、MWEB、NATIVE"
            ),
            (
                "total_fee: not an amount in whole fen, at byte 1",
                "total_fee：金额应为整数，单位为分，不能带小数，第2个字节"
            ),
            (
                "nonce_str: too long, at most 32 characters, at byte 32",
                "nonce_str：长度超过限制，最多32个字符，第33个字节"
            ),
        ]
    );
    let codes: Vec<_> = FindingKind::ALL.iter().map(|kind| kind.code()).collect();
    assert!(codes.is_sorted_by(|a, b| a < b) && codes.iter().all(|code| (101..140).contains(code)));
}

#[test]
fn a_limit_is_that_of_the_operation() {
    assert_eq!(limit_of(endpoint("/pay/unifiedorder"), "nonce_str"), Some(32));
    assert_eq!(limit_of(endpoint("/papay/querycontract"), "nonce_str"), None);
    assert_eq!(limit_of(endpoint("/pay/unifiedorder"), "mch_billno"), None);
}
