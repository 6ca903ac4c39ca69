//! From a document to a verdict.

use wxp_core::{Algorithm, Canonical, ErrorKind, Field, Reply, Verdict, xml};

use crate::data::{API_KEY, key, table};

/// A verdict in one word, with what it carries.
pub(crate) fn summary(document: &[u8], algorithm: Algorithm) -> String {
    let mut slots = [Field::EMPTY; 128];
    match Reply::read(document, &mut slots).map(|reply| reply.judge(&key(algorithm, API_KEY))) {
        Ok(Verdict::Succeeded(_)) => "Succeeded".into(),
        Ok(Verdict::Failed(_)) => "Failed".into(),
        Ok(Verdict::Unsettled(_)) => "Unsettled".into(),
        Ok(Verdict::Refused { message }) => {
            format!("Refused {}", message.map_or("-".into(), |text| text.to_string()))
        }
        Ok(Verdict::Untrusted(why)) => format!("Untrusted {}", why.kind().name()),
        Err(why) => format!("unread {}", why.kind().name()),
    }
}

/// The document of these fields, signed.
pub(crate) fn signed(algorithm: Algorithm, pairs: &[(&str, &str)]) -> String {
    let fields = table(pairs);
    let order = Canonical::of(&fields).unwrap();
    let mut out = [0; 4096];
    xml::write(&order, &key(algorithm, API_KEY).sign(&order), &mut out).unwrap().to_owned()
}

fn judged(pairs: &[(&str, &str)]) -> String {
    let algorithm = Algorithm::HmacSha256;
    summary(signed(algorithm, pairs).as_bytes(), algorithm)
}

const TAKEN: (&str, &str) = ("return_code", "SUCCESS");
const DONE: (&str, &str) = ("result_code", "SUCCESS");

#[test]
fn the_service_field_decides() {
    assert_eq!(judged(&[TAKEN, DONE]), "Succeeded");
    assert_eq!(judged(&[TAKEN, DONE, ("err_code", "SYSTEMERROR")]), "Succeeded");
    assert_eq!(judged(&[TAKEN, ("result_code", "FAIL")]), "Failed");
    assert_eq!(judged(&[TAKEN, ("result_code", "FAIL"), ("err_code", "NOTENOUGH")]), "Failed");
    assert_eq!(judged(&[TAKEN, ("result_code", "success")]), "Unsettled");
}

#[test]
fn errors_after_which_money_may_have_moved_are_unsettled() {
    for code in ["SYSTEMERROR", "BANKERROR", "USERPAYING"] {
        let pairs = [TAKEN, ("result_code", "FAIL"), ("err_code", code)];
        assert_eq!(judged(&pairs), "Unsettled", "{code}");
    }
}

#[test]
fn the_status_of_a_transaction_decides_over_a_positive_service_field() {
    for (state, verdict) in [
        ("SUCCESS", "Succeeded"),
        ("REFUND", "Failed"),
        ("CLOSED", "Failed"),
        ("REVOKED", "Failed"),
        ("PAYERROR", "Failed"),
        ("NOTPAY", "Unsettled"),
        ("USERPAYING", "Unsettled"),
        ("ACCEPT", "Unsettled"),
        ("success", "Unsettled"),
    ] {
        assert_eq!(judged(&[TAKEN, DONE, ("trade_state", state)]), verdict, "{state}");
        assert_eq!(judged(&[TAKEN, ("trade_state", state)]), verdict, "{state}");
        assert_eq!(
            judged(&[TAKEN, ("result_code", "FAIL"), ("trade_state", state)]),
            "Failed",
            "{state}"
        );
    }
    assert_eq!(judged(&[TAKEN]), "Unsettled");
}

#[test]
fn a_refused_call_is_not_signed_and_says_only_why() {
    let refused = |body: &str| summary(format!("<xml>{body}</xml>").as_bytes(), Algorithm::Md5);
    assert_eq!(refused("<return_code>FAIL</return_code>"), "Refused -");
    assert_eq!(refused("<return_code>FAIL</return_code><return_msg>no</return_msg>"), "Refused no");
    assert_eq!(refused("<return_code>FAIL</return_code><retmsg>no</retmsg>"), "Refused no");
    assert_eq!(refused("<return_code>PARAM_ERROR</return_code>"), "Refused -");
    assert_eq!(refused("<return_code>success</return_code>"), "Refused -");
    assert_eq!(refused("<return_code> SUCCESS</return_code>"), "Refused -");
}

#[test]
fn a_message_without_return_code_is_never_trusted() {
    assert_eq!(judged(&[DONE]), "Untrusted NoReturnCode");
    let empty = b"<xml><return_code></return_code></xml>";
    assert_eq!(summary(empty, Algorithm::Md5), "Untrusted NoReturnCode");
}

#[test]
fn a_stripped_signature_is_untrusted() {
    let document = signed(Algorithm::Md5, &[TAKEN, DONE]);
    let start = document.find("<sign>").unwrap();
    let stripped = format!("{}</xml>", &document[..start]);
    assert_eq!(summary(stripped.as_bytes(), Algorithm::Md5), "Untrusted Unsigned");
    let emptied = format!("{}<sign/></xml>", &document[..start]);
    assert_eq!(summary(emptied.as_bytes(), Algorithm::Md5), "Untrusted Unsigned");
}

#[test]
fn an_unknown_unsigned_field_breaks_the_signature() {
    let document = signed(Algorithm::Md5, &[TAKEN, DONE]);
    let forged = document.replace("<sign>", "<new_field>1</new_field><sign>");
    assert_eq!(summary(forged.as_bytes(), Algorithm::Md5), "Untrusted SignatureMismatch");
}

#[test]
fn the_weaker_algorithm_is_not_taken_for_the_stronger() {
    let document = signed(Algorithm::Md5, &[TAKEN, DONE]);
    assert_eq!(summary(document.as_bytes(), Algorithm::Md5), "Succeeded");
    assert_eq!(summary(document.as_bytes(), Algorithm::HmacSha256), "Untrusted AlgorithmMismatch");
}

#[test]
fn every_flipped_bit_of_a_notice_is_noticed() {
    let document = signed(Algorithm::Md5, &[TAKEN, DONE, ("total_fee", "100")]).into_bytes();
    for (index, bit) in (0..document.len()).flat_map(|index| (0..8).map(move |bit| (index, bit))) {
        let mut flipped = document.clone();
        flipped[index] ^= 1 << bit;
        let verdict = summary(&flipped, Algorithm::Md5);
        let case_of_a_digit = document[index].is_ascii_alphabetic() && bit == 5;
        assert!(verdict != "Succeeded" || case_of_a_digit, "byte {index}, bit {bit}");
    }
}

#[test]
fn authentic_fields_are_found_and_empty_ones_are_absent() {
    let key = key(Algorithm::Md5, API_KEY);
    let document =
        signed(Algorithm::Md5, &[TAKEN, DONE, ("attach", "a&total_fee=1"), ("total_fee", "7")]);
    let document = document.replace("</xml>", "<coupon/></xml>");
    let mut slots = [Field::EMPTY; 8];
    let reply = Reply::read(document.as_bytes(), &mut slots).unwrap();
    assert_eq!(reply.unverified().len(), 6);
    assert!(!format!("{reply:?}").contains("total_fee"));
    let Verdict::Succeeded(notice) = reply.judge(&key) else { panic!() };
    assert_eq!(notice.get("total_fee").unwrap().parse_u64(), Some(7));
    assert!(notice.get("coupon").is_none() && notice.get("other").is_none());
    assert!(notice.is_ambiguous());
    assert_eq!(notice.fields().len(), 6);
}

#[test]
fn fields_from_elsewhere_are_sorted_and_judged() {
    let key = key(Algorithm::Md5, API_KEY);
    let sign = crate::oracle::sign(Algorithm::Md5, API_KEY, &[TAKEN, DONE]);
    let pairs = [("sign", &*sign), TAKEN, DONE];
    let mut fields = table(&pairs);
    let Verdict::Succeeded(answer) = Reply::of(&mut fields).unwrap().judge(&key) else { panic!() };
    assert_eq!(answer.fields().first().unwrap().name(), "result_code");
    assert!(answer.get("return_code").is_some());

    let twice = [TAKEN, DONE, TAKEN];
    let error = Reply::of(&mut table(&twice)).unwrap_err();
    assert_eq!((error.kind(), error.position()), (ErrorKind::DuplicateField, 2));
}

#[test]
fn error_texts_say_what_and_where() {
    let texts = [
        (
            Reply::read(b"<xml><a>", &mut []).unwrap_err().to_string(),
            "the document is cut short, at byte 8",
        ),
        (
            Reply::read(b"<xml><a/></xml>", &mut []).unwrap_err().to_string(),
            "too little room: 1 needed",
        ),
    ];
    for (text, expected) in texts {
        assert_eq!(text, expected);
    }
    assert_eq!(ErrorKind::Unsigned.code(), 60);
}
