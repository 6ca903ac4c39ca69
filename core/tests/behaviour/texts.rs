//! The texts of values and errors, for people, for logs and for programs in C.

use std::ffi::CStr;

use wxp_core::{
    Advice, Algorithm, Amount, Canonical, Cause, Currency, Endpoint, ErrorKind, Explanation,
    Family, Field, Hint, Language, Marked, Nonce, Notice, Reply, Signature, Source, Value, Verdict,
    abi, xml,
};

use crate::data::{API_KEY, field, key};

#[test]
fn errors_name_the_field_and_the_place_in_it() {
    let fields = [field("body", "tea"), field("attach", "a\u{1}b")];
    let order = Canonical::of(&fields).unwrap();
    let signature = key(Algorithm::Md5, API_KEY).sign(&order).unwrap();
    let refused = xml::write(&order, &signature, &mut [0; 512]).unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Character { field: 1 });
    let clause = refused.kind().text(Language::English);
    assert_eq!(refused.to_string(), format!("{clause}, in the field at index 1, at byte 1"));
}

#[test]
fn c_has_the_texts_that_rust_has() {
    for language in Language::ALL {
        let texts = |of: fn(i32, Language) -> Option<&'static CStr>| -> Vec<_> {
            let text = |code| Some((code, of(code, language)?.to_str().unwrap()));
            (-1..200).filter_map(text).collect()
        };
        let causes = Cause::ALL.iter().map(|cause| (cause.code(), cause.text(language)));
        assert_eq!(texts(abi::cause_text), causes.collect::<Vec<_>>());
        let hints = Hint::ALL.iter().map(|hint| (hint.code(), hint.text(language)));
        assert_eq!(texts(abi::hint_text), hints.collect::<Vec<_>>());
        let kinds = ErrorKind::ALL.iter().map(|kind| (kind.code(), kind.text(language)));
        assert_eq!(texts(abi::error_text), kinds.collect::<Vec<_>>());
    }
}

#[test]
fn explanations_are_one_clause() {
    let mistake = Explanation::Mistake { cause: Cause::LowerCase, fields: Marked::NONE };
    assert_eq!(mistake.to_string(), Cause::LowerCase.text(Language::English));
    assert_eq!(Explanation::Right.to_string(), "the signature is right");
    assert_eq!(
        Explanation::Unknown.text(Language::English),
        "no known mistake leads to this signature"
    );
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
    assert_eq!(
        format!("{advice:?}"),
        format!("Advice(Query, {:?})", advice.text(Language::English))
    );
}

#[test]
fn texts_name_algorithms_signatures_and_nonces() {
    for algorithm in [Algorithm::Md5, Algorithm::HmacSha256] {
        assert_eq!(algorithm.to_string().parse(), Ok(algorithm));
    }
    for text in ["", "md5", "MD5 ", "HMAC-SHA-256"] {
        let error = text.parse::<Algorithm>().unwrap_err();
        assert_eq!(error.to_string(), "the algorithm is MD5 or HMAC-SHA256");
    }
    let digits = "9A0A8659F005D6984697E2CA0A9CF3B7";
    assert_eq!(digits.parse::<Signature>().unwrap().to_string(), digits);
    assert!(digits[1..].parse::<Signature>().is_err());
    assert_eq!(Nonce::from_entropy([0xA5; 16]).to_string(), "a5".repeat(16));
}

#[test]
fn c_finds_advices_and_sources_by_number() {
    for code in ["SYSTEMERROR", "NOTENOUGH", "NEW_CODE"] {
        let advice = Advice::of(Family::Payment, Value::new(code));
        for language in Language::ALL {
            let text = abi::advice_text(abi::advice_number(&advice), language).unwrap();
            assert_eq!(text.to_str(), Ok(advice.text(language)));
        }
    }
    for language in Language::ALL {
        assert_eq!([0, u16::MAX].map(|number| abi::advice_text(number, language)), [None; 2]);
    }
    for endpoint in Endpoint::all() {
        assert_eq!(Source::of(endpoint.number), Some(Source::from(endpoint)));
    }
    for notice in Notice::ALL {
        assert_eq!(Source::of(notice.number()), Some(Source::from(notice)));
    }
    assert_eq!([0, 999, u16::MAX].map(Source::of), [None; 3]);
}
