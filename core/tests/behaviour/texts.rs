//! The texts of values and errors, for people, for logs and for programs in C.

use std::ffi::CStr;

use wxp_core::{
    Algorithm, Amount, Canonical, Cause, Currency, Endpoint, ErrorKind, Explanation, Field, Nonce,
    Reply, Signature, Verdict, abi, xml,
};

use crate::data::{API_KEY, field, key};

#[test]
fn errors_name_the_field_and_the_place_in_it() {
    let fields = [field("body", "tea"), field("attach", "a\u{1}b")];
    let order = Canonical::of(&fields).unwrap();
    let signature = key(Algorithm::Md5, API_KEY).sign(&order).unwrap();
    let refused = xml::write(&order, &signature, &mut [0; 512]).unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Character { field: 1 });
    let clause = refused.kind().text();
    assert_eq!(refused.to_string(), format!("{clause}, in the field at index 1, at byte 1"));
}

#[test]
fn c_has_the_texts_that_rust_has() {
    let texts = |of: fn(i32) -> Option<&'static CStr>| {
        (-1..200).filter_map(move |code| Some((code, of(code)?.to_str().unwrap())))
    };
    let causes: Vec<_> = Cause::ALL.iter().map(|cause| (cause.code(), cause.text())).collect();
    assert_eq!(texts(abi::cause_text).collect::<Vec<_>>(), causes);
    let kinds: Vec<_> = ErrorKind::ALL.iter().map(|kind| (kind.code(), kind.text())).collect();
    assert_eq!(texts(abi::error_text).collect::<Vec<_>>(), kinds);
}

#[test]
fn explanations_are_one_clause() {
    let mistake = Explanation::Mistake { cause: Cause::LowerCase, field: None };
    assert_eq!(mistake.to_string(), Cause::LowerCase.text());
    assert_eq!(Explanation::Right.to_string(), "the signature is right");
    assert_eq!(Explanation::Unknown.text(), "no known mistake leads to this signature");
}

#[test]
fn debug_output_is_readable_and_shows_no_secret() {
    let text = Amount { units: 47, currency: Currency::CNY }.decimal();
    assert_eq!(format!("{text} {text:?}"), "0.47 ShortText(\"0.47\")");
    let nonce = Nonce::from_entropy([0xA5; 16]);
    assert_eq!(format!("{nonce:?}"), format!("Nonce(\"{}\")", "a5".repeat(16)));
    let digits = "9A0A8659F005D6984697E2CA0A9CF3B7";
    assert_eq!(
        format!("{:?}", Signature::parse(digits).unwrap()),
        format!("Signature({digits:?})")
    );

    let fields = [field("body", "tea"), field("attach", "")];
    assert_eq!(format!("{:?}", Canonical::of(&fields).unwrap()), "{\"body\": \"tea\"}");
    let key = key(Algorithm::Md5, API_KEY);
    assert_eq!(format!("{key:?}"), "Key { algorithm: Md5, .. }");
    // What to do comes before why.
    let endpoint = Endpoint::find("/pay/micropay").unwrap();
    let body = b"<xml><return_code>FAIL</return_code></xml>";
    let mut slots = [Field::EMPTY; 4];
    let reply = Reply::read(body, &mut slots).unwrap();
    let Verdict::Refused { advice, .. } = reply.judge(&key, endpoint) else {
        panic!();
    };
    assert_eq!(format!("{advice:?}"), format!("Advice(Query, {:?})", advice.text()));
}
