//! What is sealed in refund notices, and what happens to it on its way.

use super::*;

/// WeChat's form, sealed with a key that the published notice is not: that of the field cases.
fn notice() -> String {
    data("field_cases/20-refund-notice.xml")
}

fn req_info() -> String {
    let notice = notice();
    let (_, rest) = notice.split_once("<req_info><![CDATA[").unwrap();
    rest.split_once("]]>").unwrap().0.to_owned()
}

fn open(input: &str) -> (i32, String, String) {
    wxp(Some(KEY), &["open"], input)
}

#[test]
fn a_notice_and_its_req_info_alone_are_opened_and_called_unconfirmed() {
    let sealed = req_info();
    for input in [&notice(), &sealed, &format!("req_info={sealed}\n"), &format!("\n {sealed}\n")] {
        let (status, out, err) = open(input);
        assert_eq!((status, &*err), (0, ""));
        assert!(out.starts_with("unconfirmed: ") && out.contains("/pay/refundquery"), "{out}");
        assert!(out.contains("\n  refund_status          SUCCESS\n"), "{out}");
    }
}

#[test]
fn what_happens_to_base64_on_its_way_is_undone_and_said() {
    let sealed = req_info();
    assert!(sealed.contains('+') && sealed.contains('/'));
    let percent: String = sealed.replace('+', "%2B").replace('/', "%2f");
    let wrapped = sealed.as_bytes().chunks(76).map(|line| str::from_utf8(line).unwrap());
    let wrapped: Vec<_> = wrapped.collect();
    for (kind, changed) in [
        ("plus", sealed.replace('+', " ")),
        ("percent-escapes", percent.clone()),
        ("percent-escapes", percent.replace('%', "%25")),
        ("json-escapes", sealed.replace('/', "\\/")),
        ("json-escapes", sealed.replace('+', "\\u002b")),
        ("json-escapes", format!("req_info={}", sealed.replace('/', "\\/"))),
        ("JsonString", format!("\"{sealed}\"")),
        ("quotes", format!("'{sealed}'")),
        ("line-breaks", wrapped.join("\r\n")),
        ("line-breaks", wrapped.join("\n  ")),
        ("url-safe", sealed.replace('+', "-").replace('/', "_")),
        ("line-breaks", wrapped.join("\\n")),
    ] {
        let (status, out, err) = wxp(Some(KEY), &["open", "--json"], &changed);
        assert_eq!((status, &*err), (0, ""), "{kind}: {out}");
        let report: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!(report["unconfirmed"]["refund_fee"], "3960");
        let undone = report["undone"].as_array().unwrap();
        assert!(undone.iter().any(|one| one["kind"] == kind), "{kind}: {out}");
        let (_, _, err) = open(&changed);
        assert!(err.starts_with("wxp: note: "), "{err}");
    }
}

#[test]
fn what_is_not_certain_is_refused_with_its_place() {
    let sealed = req_info();
    let (head, tail) = sealed.split_at(40);
    let cut = sealed.split_at(sealed.len() - 4).0;
    for (input, kind, text) in [
        (format!("{head}!{tail}"), "NotBase64", "`!` at byte 40"),
        (format!("{head}é{tail}"), "NotBase64", "`é` at byte 40"),
        (format!("{head}={tail}"), "NotBase64", "`=` at byte 40"),
        (format!("{head}%zz{tail}"), "NotBase64", "`%` at byte 40"),
        (cut.to_owned(), "Length", "no multiple of 16"),
        (format!("{cut}A"), "Length", "no multiple of 4"),
        (format!("{head} {tail} {cut}"), "Blank", "a blank at byte 40"),
        ("<xml><a>1</a></xml>".to_owned(), "NoRefund", "no req_info"),
        ("<xml><req_info/></xml>".to_owned(), "Empty", "req_info is empty"),
        (String::new(), "Empty", "req_info is empty"),
        // The form is right, and so it is the content or the key.
        (format!("{tail}{head}"), "Sealed", "API key"),
        ("A".repeat(64), "Sealed", "(3 blocks)"),
    ] {
        let (status, out, err) = wxp(Some(KEY), &["open", "--json"], &input);
        assert_eq!((status, &*err), (1, ""), "{kind}: {out}");
        let report: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!(report["error"]["kind"], kind, "{out}");
        assert!(report["error"]["message"].as_str().unwrap().contains(text), "{out}");
    }
    // Another key opens nothing, and is not shown.
    let other = "00000000000000000000000000000000";
    let (status, out, err) = wxp(Some(other), &["open"], &sealed);
    assert_eq!((status, &*out), (1, ""));
    assert!(err.contains("APIv3") && !err.contains(other), "{err}");
}
