//! From a document to a verdict.

use wxp_core::{
    Action, Algorithm, Canonical, Endpoint, Error, ErrorKind, Field, Notice, Outcome, Reply,
    Signed, Source, Trust, Verdict, xml,
};

use crate::data::{API_KEY, key, table};
use crate::kinds;

/// A verdict in one word, with what it carries.
pub(crate) fn summary(document: &[u8], algorithm: Algorithm, source: impl Into<Source>) -> String {
    word(Reply::read(document, &mut [Field::EMPTY; 128]), algorithm, source)
}

/// As [`summary`], for the answer of an endpoint that nests.
pub(crate) fn nested(document: &[u8], algorithm: Algorithm, source: impl Into<Source>) -> String {
    word(Reply::read_nested(document, &mut [Field::EMPTY; 128]), algorithm, source)
}

fn word(
    reply: Result<Reply<'_, '_>, Error>,
    algorithm: Algorithm,
    source: impl Into<Source>,
) -> String {
    match reply.map(|reply| reply.judge(&key(algorithm, API_KEY), source)) {
        Ok(Verdict::Succeeded(_)) => "Succeeded".into(),
        Ok(Verdict::Accepted(_)) => "Accepted".into(),
        Ok(Verdict::Failed(_)) => "Failed".into(),
        Ok(Verdict::Unsettled(_)) => "Unsettled".into(),
        Ok(Verdict::Refused { message, .. }) => {
            format!("Refused {}", message.map_or("-".into(), |text| text.to_string()))
        }
        Ok(Verdict::Unvouched(message)) => format!("Unvouched {:?}", message.outcome()),
        Ok(Verdict::Untrusted(why)) => format!("Untrusted {}", why.kind().name()),
        Err(why) => format!("unread {}", why.kind().name()),
    }
}

/// The document of these fields, signed.
pub(crate) fn signed(algorithm: Algorithm, pairs: &[(&str, &str)]) -> String {
    let fields = table(pairs);
    let order = Canonical::of(&fields).unwrap();
    let mut out = [0; 4096];
    xml::write(&order, &key(algorithm, API_KEY).sign(&order).unwrap(), &mut out).unwrap().to_owned()
}

fn judged(source: impl Into<Source>, pairs: &[(&str, &str)]) -> String {
    let algorithm = Algorithm::HmacSha256;
    summary(signed(algorithm, pairs).as_bytes(), algorithm, source)
}

const TAKEN: (&str, &str) = ("return_code", "SUCCESS");
const DONE: (&str, &str) = ("result_code", "SUCCESS");

/// What a message about a paid order has.
const PAID: [(&str, &str); 5] =
    [TAKEN, DONE, ("out_trade_no", "1"), ("total_fee", "100"), ("transaction_id", "1")];

#[test]
fn a_refused_call_is_not_signed_and_says_only_why() {
    let refused = |body: &str| {
        summary(format!("<xml>{body}</xml>").as_bytes(), Algorithm::Md5, Notice::Payment)
    };
    assert_eq!(refused("<return_code>FAIL</return_code>"), "Refused -");
    assert_eq!(refused("<return_code>FAIL</return_code><return_msg>no</return_msg>"), "Refused no");
    assert_eq!(refused("<return_code>FAIL</return_code><retmsg>no</retmsg>"), "Refused no");
    assert_eq!(refused("<return_code>PARAM_ERROR</return_code>"), "Refused -");
    assert_eq!(refused("<return_code>success</return_code>"), "Refused -");
    assert_eq!(refused("<return_code> SUCCESS</return_code>"), "Refused -");
}

#[test]
fn a_message_without_return_code_is_never_trusted_where_one_is_required() {
    assert_eq!(judged(Notice::Payment, &[DONE]), "Untrusted NoReturnCode");
    let empty = b"<xml><return_code></return_code></xml>";
    assert_eq!(summary(empty, Algorithm::Md5, Notice::Payment), "Untrusted NoReturnCode");
}

#[test]
fn notices_that_have_no_return_code_are_trusted_once_verified() {
    let scan = [("product_id", "88888"), ("openid", "o8GeHuLAsgefS"), ("nonce_str", "5K82")];
    assert_eq!(judged(Notice::NativeScan, &scan), "Succeeded");
    assert_eq!(judged(Notice::Rental, &scan), "Untrusted Lacks");
    assert_eq!(judged(Notice::Rental, &[("event_ciphertext", "0")]), "Unsettled");
    // Contracts, refunds and risks are notified with one.
    for notice in [Notice::Contract, Notice::Refund, Notice::Risk] {
        assert_eq!(judged(notice, &scan), "Untrusted NoReturnCode", "{notice:?}");
    }
    assert_eq!(judged(Notice::Payment, &scan), "Untrusted NoReturnCode");
    let forged = signed(Algorithm::Md5, &scan).replace("88888", "88889");
    let verdict = summary(forged.as_bytes(), Algorithm::Md5, Notice::NativeScan);
    assert_eq!(verdict, "Untrusted SignatureMismatch");
}

/// One endpoint for each of who signs.
const ALWAYS: &str = "/secapi/pay/refund";
const SOMETIMES: &str = "/mmpaymkttransfers/sendworkwxredpack";
const NEVER: &str = "/mmpaymkttransfers/sendredpack";

fn endpoint(path: &str) -> Endpoint {
    Endpoint::find(path).unwrap()
}

#[test]
fn messages_of_sources_that_do_not_sign_are_at_best_unvouched() {
    let bare = "<xml><return_code>SUCCESS</return_code><result_code>SUCCESS</result_code></xml>";
    let unsigned = |path| summary(bare.as_bytes(), Algorithm::Md5, endpoint(path));
    assert_eq!(unsigned(ALWAYS), "Untrusted Unsigned");
    assert_eq!(unsigned(SOMETIMES), "Unvouched Accepted");
    assert_eq!(unsigned(NEVER), "Unvouched Accepted");

    let right = signed(Algorithm::Md5, &[TAKEN, DONE, ("refund_id", "1"), ("out_refund_no", "1")]);
    let signed = |path| summary(right.as_bytes(), Algorithm::Md5, endpoint(path));
    assert_eq!(signed(ALWAYS), "Accepted");
    assert_eq!(signed(SOMETIMES), "Untrusted Foreign");
    assert_eq!(signed(NEVER), "Unvouched Accepted");

    let wrong = right.replace("<sign>", "<more>1</more><sign>");
    let forged = |path| summary(wrong.as_bytes(), Algorithm::Md5, endpoint(path));
    assert_eq!(forged(ALWAYS), "Untrusted SignatureMismatch");
    assert_eq!(forged(SOMETIMES), "Untrusted SignatureMismatch");
    assert_eq!(forged(NEVER), "Unvouched Accepted");
}

#[test]
fn a_refused_call_can_give_its_error_code_where_no_signature_is_expected() {
    let refused = |path, body: &str| {
        let document = format!("<xml><return_code>FAIL</return_code>{body}</xml>");
        summary(document.as_bytes(), Algorithm::Md5, endpoint(path))
    };
    let unknown = "<err_code>SYSTEMERROR</err_code>";
    assert_eq!(refused(ALWAYS, unknown), "Refused -");
    assert_eq!(refused(SOMETIMES, unknown), "Unvouched Unsettled");
    assert_eq!(refused(NEVER, unknown), "Unvouched Unsettled");
    // A payout can have been made all the same.
    assert_eq!(refused(NEVER, "<err_code>NO_AUTH</err_code>"), "Unvouched Unsettled");
    assert_eq!(refused(NEVER, "<err_code>268458547</err_code>"), "Unvouched Unsettled");
    // Not even an answer that contradicts itself counts as done.
    let contrary = "<result_code>SUCCESS</result_code><err_code>0</err_code>";
    assert_eq!(refused(NEVER, contrary), "Unvouched Unsettled");
    assert_eq!(refused(NEVER, ""), "Refused -");
    let forged = format!("{unknown}<sign>{:032}</sign>", 0);
    assert_eq!(refused(SOMETIMES, &forged), "Untrusted SignatureMismatch");
}

#[test]
fn an_answer_with_groups_is_at_best_unvouched() {
    let right = signed(Algorithm::Md5, &[TAKEN, DONE, ("record_num", "1")]);
    let group = "<setteinfo_0><pay_fee>1</pay_fee></setteinfo_0></xml>";
    let grouped = right.replace("</xml>", group);
    let unsigned = grouped.replace("sign>", "other>");
    let bare = right.replace("sign>", "other>");
    let query = endpoint("/pay/settlementquery");
    for (document, verdict) in [
        (&right, "Succeeded"),
        (&grouped, "Unvouched Succeeded"),
        (&unsigned, "Unvouched Succeeded"),
        (&bare, "Unvouched Succeeded"),
    ] {
        assert_eq!(nested(document.as_bytes(), Algorithm::Md5, query), verdict, "{document}");
    }
    // Where every answer is signed, and where none is.
    let grouped = grouped.as_bytes();
    assert_eq!(nested(grouped, Algorithm::Md5, endpoint("/pay/micropay")), "Untrusted Unsigned");
    assert_eq!(nested(grouped, Algorithm::Md5, Notice::Payment), "Untrusted Unsigned");
    let packet = endpoint("/mmpaymkttransfers/gethbinfo");
    assert_eq!(nested(grouped, Algorithm::Md5, packet), "Unvouched Unsettled");
    assert_eq!(summary(grouped, Algorithm::Md5, packet), "unread Nested");
}

#[test]
fn a_second_signature_is_not_trusted_as_the_signature_of_a_notice() {
    // What a client gets to see of an order: `paySign` over other names, with the same key.
    let pay = [
        ("appId", "wx8888888888888888"),
        ("nonceStr", "5K8264ILTKCH16CQ2502SI8ZNMTM67VS"),
        ("package", "prepay_id=wx201410272009395522657a690389285100"),
        ("signType", "MD5"),
        ("timeStamp", "1414561699"),
    ];
    let pay_sign = crate::oracle::sign(Algorithm::Md5, API_KEY, &pay);
    let fields = pay.map(|(name, value)| format!("<{name}>{value}</{name}>")).concat();
    let paid = "<return_code>SUCCESS</return_code><result_code>SUCCESS</result_code>";
    for (document, verdict) in [
        (format!("<xml>{fields}<paySign>{pay_sign}</paySign></xml>"), "Untrusted NoReturnCode"),
        (format!("<xml>{paid}{fields}<paySign>{pay_sign}</paySign></xml>"), "Untrusted Unsigned"),
        (
            format!("<xml>{paid}{fields}<sign>{pay_sign}</sign></xml>"),
            "Untrusted SignatureMismatch",
        ),
        (format!("<xml>{paid}<sign>{pay_sign}</sign></xml>"), "Untrusted SignatureMismatch"),
        (format!("<xml>{fields}<sign>{pay_sign}</sign></xml>"), "Untrusted NoReturnCode"),
    ] {
        assert_eq!(summary(document.as_bytes(), Algorithm::Md5, Notice::Payment), verdict);
    }
}

#[test]
fn every_attack_stays_refused_at_every_signing_endpoint() {
    let mut judged = 0;
    for endpoint in Endpoint::all().filter(|e| e.signed == Signed::Always) {
        let mut fields = vec![TAKEN, DONE, ("cash_fee", "100")];
        kinds::complete(endpoint.into(), &mut fields);
        let right = signed(Algorithm::Md5, &fields);
        let replaced = |from: &str, to: &str| {
            assert!(right.contains(from), "{from}");
            right.replace(from, to)
        };
        let sign_at = right.find("<sign>").unwrap();
        let attacks = [
            ("missing sign", format!("{}</xml>", &right[..sign_at])),
            ("lower-case return_code", replaced("<return_code>SUCCESS", "<return_code>success")),
            ("nested field", replaced("<cash_fee>100", "<cash_fee><b>100</b>")),
            ("duplicate field", replaced("<sign>", "<cash_fee>1</cash_fee><sign>")),
            ("duplicate group", replaced("<sign>", "<x><cash_fee>1</cash_fee></x><sign>")),
            ("unknown unsigned field", replaced("<sign>", "<new_field>1</new_field><sign>")),
            ("another amount", replaced(">100<", ">1<")),
            ("another root", right.replace("xml>", "root>")),
        ];
        for (name, document) in &attacks {
            for algorithm in [Algorithm::Md5, Algorithm::HmacSha256] {
                let verdict = summary(document.as_bytes(), algorithm, endpoint);
                let refused = ["Untrusted", "Refused", "unread"];
                let fits = refused.iter().any(|word| verdict.starts_with(word));
                assert!(fits, "{name} at {}: {verdict}", endpoint.path);
                judged += 1;
            }
        }
        let weaker = summary(right.as_bytes(), Algorithm::HmacSha256, endpoint);
        assert_eq!(weaker, "Untrusted AlgorithmMismatch", "{}", endpoint.path);
        let agreed = summary(right.as_bytes(), Algorithm::Md5, endpoint);
        assert!(!agreed.starts_with("Untrusted"), "{}: {agreed}", endpoint.path);
    }
    assert_eq!(judged, 96 * 8 * 2);
}

#[test]
fn a_stripped_signature_is_untrusted() {
    let document = signed(Algorithm::Md5, &[TAKEN, DONE]);
    let start = document.find("<sign>").unwrap();
    let stripped = format!("{}</xml>", &document[..start]);
    assert_eq!(summary(stripped.as_bytes(), Algorithm::Md5, Notice::Payment), "Untrusted Unsigned");
    let emptied = format!("{}<sign/></xml>", &document[..start]);
    assert_eq!(summary(emptied.as_bytes(), Algorithm::Md5, Notice::Payment), "Untrusted Unsigned");
}

#[test]
fn an_unknown_unsigned_field_breaks_the_signature() {
    let document = signed(Algorithm::Md5, &[TAKEN, DONE]);
    let forged = document.replace("<sign>", "<new_field>1</new_field><sign>");
    assert_eq!(
        summary(forged.as_bytes(), Algorithm::Md5, Notice::Payment),
        "Untrusted SignatureMismatch"
    );
}

#[test]
fn a_signature_with_the_weaker_algorithm_is_refused() {
    let document = signed(Algorithm::Md5, &PAID);
    assert_eq!(summary(document.as_bytes(), Algorithm::Md5, Notice::Payment), "Succeeded");
    let hmac = summary(document.as_bytes(), Algorithm::HmacSha256, Notice::Payment);
    assert_eq!(hmac, "Untrusted AlgorithmMismatch");
}

#[test]
fn every_flipped_bit_of_a_notice_is_detected() {
    let document = signed(Algorithm::Md5, &PAID).into_bytes();
    for (index, bit) in (0..document.len()).flat_map(|index| (0..8).map(move |bit| (index, bit))) {
        let mut flipped = document.clone();
        flipped[index] ^= 1 << bit;
        let verdict = summary(&flipped, Algorithm::Md5, Notice::Payment);
        let case_of_a_digit = document[index].is_ascii_alphabetic() && bit == 5;
        assert!(verdict != "Succeeded" || case_of_a_digit, "byte {index}, bit {bit}");
    }
    assert_eq!(summary(&document, Algorithm::Md5, Notice::Payment), "Succeeded");
}

#[test]
fn authentic_fields_are_found_and_empty_ones_are_absent() {
    let key = key(Algorithm::Md5, API_KEY);
    let mut fields = PAID.to_vec();
    fields.push(("attach", "a&total_fee=1"));
    let document = signed(Algorithm::Md5, &fields);
    let document = document.replace("</xml>", "<coupon/></xml>");
    let mut slots = [Field::EMPTY; 8];
    let reply = Reply::read(document.as_bytes(), &mut slots).unwrap();
    assert_eq!(reply.unverified().len(), 8);
    let shown = format!("{reply:?}");
    assert!(shown.contains("fields: 8") && !shown.contains("total_fee"), "{shown}");
    let Verdict::Succeeded(notice) = reply.judge(&key, Notice::Payment) else { panic!() };
    assert_eq!(notice.get("total_fee").unwrap().parse_u64(), Some(100));
    assert!(notice.get("coupon").is_none() && notice.get("other").is_none());
    assert!(notice.is_ambiguous());
    assert_eq!(notice.fields().len(), 8);
}

#[test]
fn fields_from_elsewhere_are_sorted_and_judged() {
    let key = key(Algorithm::Md5, API_KEY);
    let sign = crate::oracle::sign(Algorithm::Md5, API_KEY, &PAID);
    let [taken, done, number, fee, transaction] = PAID;
    let pairs = [("sign", &*sign), transaction, taken, done, number, fee];
    let mut fields = table(&pairs);
    let reply = Reply::of(&mut fields).unwrap();
    let Verdict::Succeeded(answer) = reply.judge(&key, Notice::Payment) else { panic!() };
    assert!(!answer.is_ambiguous());
    assert_eq!(answer.fields().first().unwrap().name(), "out_trade_no");
    assert!(answer.get("return_code").is_some());

    let twice = [TAKEN, DONE, TAKEN];
    let error = Reply::of(&mut table(&twice)).unwrap_err();
    assert_eq!((error.kind(), error.position()), (ErrorKind::DuplicateField, 2));
}

#[test]
fn a_table_is_judged_in_place() {
    let key = key(Algorithm::Md5, API_KEY);
    let failed = [TAKEN, ("result_code", "FAIL"), ("err_code", "NOTENOUGH")];
    let sign = crate::oracle::sign(Algorithm::Md5, API_KEY, &failed);
    let pairs = [("sign", &*sign), failed[2], failed[0], failed[1]];
    let table = table(&pairs);
    let fields = Canonical::of(&table).unwrap();
    let micropay = endpoint("/pay/micropay");
    let judgment = key.judge(&fields, micropay);
    assert_eq!((judgment.trust, judgment.outcome), (Trust::Verified, Some(Outcome::Failed)));
    assert_eq!(judgment.source, Source::from(micropay));
    assert_eq!(judgment.advice.unwrap().action(), Action::Customer);
    let judgment = key.judge(&fields, endpoint(NEVER));
    assert_eq!((judgment.trust, judgment.outcome), (Trust::Unvouched, Some(Outcome::Unsettled)));

    let forged = [("sign", &*sign), TAKEN, DONE];
    let table = crate::data::table(&forged);
    let fields = Canonical::of(&table).unwrap();
    let judgment = key.judge(&fields, micropay);
    assert!(matches!(judgment.trust, Trust::Untrusted(_)));
    assert_eq!((judgment.outcome, judgment.advice.unwrap().action()), (None, Action::Query));
    assert_eq!(key.judge(&fields, endpoint("/tools/shorturl")).advice, None);

    let table = crate::data::table(&[("return_code", "FAIL"), ("return_msg", "No Bill Exist")]);
    let fields = Canonical::of(&table).unwrap();
    let judgment = key.judge(&fields, Source::from(&micropay));
    assert_eq!((judgment.trust, judgment.outcome), (Trust::Refused, None));
    assert_eq!(judgment.advice.unwrap().action(), Action::Query);
    let bill = key.judge(&fields, endpoint("/pay/downloadbill"));
    assert_eq!(bill.advice.unwrap().action(), Action::Done);
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
            "too little room; needed: 1",
        ),
        (
            wxp_core::Key::new(Algorithm::Md5, b"short").unwrap_err().to_string(),
            "an API key has exactly 32 characters (any other secret 1 to 64 bytes); this one has 5",
        ),
    ];
    for (text, expected) in texts {
        assert_eq!(text, expected);
    }
    assert_eq!(ErrorKind::Unsigned.code(), 60);
}
