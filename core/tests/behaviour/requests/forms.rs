//! The forms of values.

use proptest::prelude::*;
use serde_json::Value as Json;
use wxp_core::{Algorithm, Field, FindingKind, check_request, xml};

use super::endpoint;
use crate::data::field;

/// What is found in a value but its length: certain or not, kind, offset.
fn found(path: &str, name: &str, value: &str) -> Option<(bool, FindingKind, usize)> {
    let fields = [field(name, value)];
    let findings = check_request(endpoint(path), Algorithm::Md5, &fields[..]);
    let mut findings = findings.filter(|finding| finding.kind != FindingKind::TooLong);
    let finding = findings.find(|finding| finding.index == Some(0))?;
    Some((finding.certain, finding.kind, finding.offset))
}

#[test]
fn each_form_has_its_rule() {
    use FindingKind::*;
    const ORDER: &str = "/pay/unifiedorder";
    const RENTAL: &str = "/wxv/finishrentbill";
    const COMMENTS: &str = "/billcommentsp/batchquerycomment";
    const PAYOUT: &str = "/mmpaymkttransfers/promotion/transfers";
    for (path, name, value, expected) in [
        (ORDER, "total_fee", "1", None),
        (ORDER, "total_fee", "100000000", None),
        (ORDER, "total_fee", "0", Some((true, Amount, 0))),
        (ORDER, "total_fee", "-1", Some((true, Amount, 0))),
        (ORDER, "total_fee", "+1", Some((true, Amount, 0))),
        (ORDER, "total_fee", "1.00", Some((true, Amount, 1))),
        (ORDER, "total_fee", "1e2", Some((true, Amount, 1))),
        (ORDER, "total_fee", "100 ", Some((true, Amount, 3))),
        (ORDER, "total_fee", "\u{ff11}", Some((true, Amount, 0))),
        (ORDER, "total_fee", "0100", Some((false, Amount, 0))),
        (RENTAL, "rent_fee", "0", None),
        (RENTAL, "total_amount", "0", None),
        (RENTAL, "rent_fee", "0.00", Some((true, Amount, 1))),
        ("/mmpaymkttransfers/sendredpack", "total_amount", "0", Some((true, Amount, 0))),
        ("/mmpaymkttransfers/sendredpack", "total_num", "one", Some((true, Number, 0))),
        (ORDER, "time_expire", "20260101120000", None),
        (ORDER, "time_expire", "2026010112000", Some((true, Time, 13))),
        (ORDER, "time_expire", "202601011200000", Some((true, Time, 14))),
        (ORDER, "time_expire", "20260230120000", Some((true, Time, 0))),
        (ORDER, "time_expire", "2026-01-01 12:00:00", Some((true, Time, 4))),
        (ORDER, "time_start", "20260101 12000", Some((true, Time, 8))),
        (COMMENTS, "begin_time", "2026-01-01 12:00:00", None),
        (COMMENTS, "begin_time", "20260101120000", None),
        (COMMENTS, "begin_time", "20260101", Some((false, Time, 8))),
        ("/pay/downloadbill", "bill_date", "20260228", None),
        ("/pay/downloadbill", "bill_date", "20260229", Some((true, Date, 0))),
        ("/pay/downloadbill", "bill_date", "2026022", Some((true, Date, 7))),
        ("/pay/downloadbill", "bill_date", "2026-2-2", Some((true, Date, 4))),
        ("/pay/downloadbill", "bill_type", "ALL", None),
        ("/pay/downloadbill", "bill_type", "all", Some((false, Value, 0))),
        ("/pay/downloadbill", "tar_type", "gzip", Some((true, Value, 0))),
        (ORDER, "fee_type", "CNY", None),
        (ORDER, "fee_type", "KHR", None),
        (ORDER, "fee_type", "RMB", Some((true, Currency, 0))),
        (ORDER, "fee_type", "cny", Some((true, Currency, 0))),
        (ORDER, "fee_type", "INR", Some((false, Currency, 0))),
        (ORDER, "spbill_create_ip", "203.0.113.24", None),
        (ORDER, "spbill_create_ip", "2001:db8::1", None),
        (ORDER, "spbill_create_ip", "::ffff:203.0.113.24", None),
        (ORDER, "spbill_create_ip", "::", None),
        (ORDER, "spbill_create_ip", "203.0.113", Some((true, Ip, 0))),
        (ORDER, "spbill_create_ip", "203.0.113.256", Some((true, Ip, 0))),
        (ORDER, "spbill_create_ip", "203.0.113.24:80", Some((true, Ip, 0))),
        (ORDER, "spbill_create_ip", "203.0.113.24, 10.0.0.1", Some((true, Ip, 0))),
        (ORDER, "spbill_create_ip", "localhost", Some((true, Ip, 0))),
        (ORDER, "spbill_create_ip", "unknown", Some((true, Ip, 0))),
        (ORDER, "notify_url", "https://shop.example/paid", None),
        (ORDER, "notify_url", "http://203.0.113.24:8080/paid", None),
        (ORDER, "notify_url", "shop.example/paid", Some((true, NotifyUrl, 0))),
        (ORDER, "notify_url", "https://shop.example", Some((false, NotifyUrl, 20))),
        (ORDER, "notify_url", "https://shop.example/a?b", Some((true, NotifyUrlQuery, 22))),
        (ORDER, "notify_url", "https://shop.example/\u{4ed8}", Some((false, NotifyUrl, 21))),
        (ORDER, "out_trade_no", "aZ09_-|*@", None),
        (ORDER, "out_trade_no", "1#", Some((true, Characters, 1))),
        (ORDER, "out_trade_no", "\u{5355}", Some((true, Characters, 0))),
        (PAYOUT, "partner_trade_no", "aZ09", None),
        (PAYOUT, "partner_trade_no", "a_1", Some((true, Characters, 1))),
        (PAYOUT, "check_name", "NO_CHECK", None),
        (PAYOUT, "check_name", "YES", Some((true, Value, 0))),
        (ORDER, "trade_type", "WAP", Some((true, Value, 0))),
        (ORDER, "trade_type", "JSAPI|NATIVE", Some((true, Value, 0))),
        ("/pay/pappayapply", "trade_type", "PAP", None),
        ("/pay/pappayapply", "trade_type", "JSAPI", Some((true, Value, 0))),
        (ORDER, "limit_pay", "no_debit", Some((false, Value, 0))),
        (ORDER, "scene_info", r#"{"h5_info":{"type":"Wap"}}"#, None),
        (ORDER, "scene_info", "Array", Some((true, Json, 0))),
        (ORDER, "scene_info", "{'h5_info':1}", Some((true, Json, 1))),
        (ORDER, "detail", "apples", Some((false, Json, 0))),
        (ORDER, "body", "{", None),
    ] {
        assert_eq!(found(path, name, value), expected, "{name}={value}");
    }
}

#[test]
fn values_that_come_in_pieces_are_the_same_values() {
    for (name, raw, expected) in [
        ("total_fee", "<![CDATA[1]]><![CDATA[00]]>", None),
        ("total_fee", "1&#48;.5", Some((FindingKind::Amount, 2))),
        ("spbill_create_ip", "10.0.0&#46;1", None),
        ("trade_type", "AP&#80;", None),
        ("scene_info", "{&quot;a&quot;:[1,2]}", None),
        ("scene_info", "{&quot;a&quot;:[1,2}", Some((FindingKind::Json, 9))),
        ("out_trade_no", "a&amp;b", Some((FindingKind::Characters, 1))),
    ] {
        let document = format!("<xml><{name}>{raw}</{name}></xml>");
        let mut slots = [Field::EMPTY; 4];
        let fields = xml::read_into(document.as_bytes(), &mut slots).unwrap();
        let mut findings = check_request(endpoint("/pay/unifiedorder"), Algorithm::Md5, fields);
        let found = findings.find(|finding| finding.index == Some(0));
        assert_eq!(found.map(|finding| (finding.kind, finding.offset)), expected, "{document}");
    }
}

/// Where a value of `scene_info` stops being JSON.
fn json_fault(value: &str) -> Option<usize> {
    let fields = [field("scene_info", value)];
    let findings = check_request(endpoint("/pay/unifiedorder"), Algorithm::Md5, &fields[..]);
    let mut faults = findings.filter(|finding| finding.kind == FindingKind::Json);
    faults.next().map(|finding| finding.offset)
}

fn json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<f32>().prop_filter("finite", |n| n.is_finite()).prop_map(|n| f64::from(n).into()),
        ".{0,8}".prop_map(Json::from),
    ];
    leaf.prop_recursive(6, 40, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Json::from),
            prop::collection::hash_map(".{0,6}", inner, 0..5)
                .prop_map(|members| Json::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn json_is_what_another_reader_takes(value in json(), pretty: bool, cut in any::<prop::sample::Index>()) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
        let text = text.unwrap();
        let is_whole = value.is_object() || value.is_array();
        prop_assert_eq!(json_fault(&text).is_none(), is_whole, "{}", text);
        if is_whole {
            // Every beginning of it ends too early.
            let ends: Vec<_> = text.char_indices().skip(1).map(|(end, _)| end).collect();
            let end = ends[cut.index(ends.len())];
            prop_assert_eq!(json_fault(&text[..end]), Some(end), "{}", &text[..end]);
            prop_assert_eq!(json_fault(&format!("{text}]")), Some(text.len()));
        }
    }

    #[test]
    fn what_is_refused_as_json_is_refused_by_another_reader(text in r#"[\[\]{}:,"\\ a1]{0,12}"#) {
        if json_fault(&text).is_some() {
            let value = serde_json::from_str::<Json>(&text);
            let is_whole = value.is_ok_and(|value| value.is_object() || value.is_array());
            prop_assert!(!is_whole, "{}", text);
        }
    }
}

#[test]
fn deep_json_is_believed_and_never_overflows() {
    for depth in [1, 62, 63, 64, 65, 2_000] {
        let text = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert_eq!(json_fault(&text), None, "{depth}");
    }
    assert_eq!(json_fault(&"{\"a\":".repeat(63)), Some(5 * 63));
}
