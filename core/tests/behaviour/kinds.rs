//! A message is trusted only as the kind that its source sends. Every kind of notice and answer is
//! tested with everything else that the same key signs.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use wxp_core::{
    Algorithm, Endpoint, ErrorKind, Field, Notice, OrderState, Outcome, Reply, Signed, Source,
    Verdict, abi,
};

use crate::data::{self, API_KEY, key};
use crate::judging::signed;

/// The fields without which no message of this source exists, and those that none has.
struct Marks {
    needs: Vec<String>,
    never: Vec<String>,
}

fn marks() -> BTreeMap<String, Marks> {
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect();
    let rows = data::tsv("facts/kinds.tsv").into_iter();
    rows.map(|row| {
        let marks = Marks { needs: words(&row["needs"]), never: words(&row["never"]) };
        (row["source"].clone(), marks)
    })
    .collect()
}

fn source(name: &str) -> Source {
    let notice = Notice::find(name).map(Source::from);
    notice.unwrap_or_else(|| Endpoint::find(name).unwrap_or_else(|| panic!("{name}")).into())
}

fn sources() -> impl Iterator<Item = Source> {
    Endpoint::all().map(Source::from).chain(Notice::ALL.into_iter().map(Source::from))
}

/// Adds the fields that a positive message of this source cannot be without.
pub(crate) fn complete(source: Source, pairs: &mut Vec<(&str, &str)>) {
    for row in data::tsv("facts/kinds.tsv") {
        if row["source"] == source.name() {
            for name in row["needs"].split_whitespace() {
                if pairs.iter().all(|(other, _)| *other != name) {
                    pairs.push((name.to_owned().leak(), "1"));
                }
            }
        }
    }
}

/// What comes of a message: the error's kind and field, or the outcome.
fn judged(source: Source, pairs: &[(&str, &str)]) -> Result<Outcome, ErrorKind> {
    let document = signed(Algorithm::Md5, pairs);
    let mut slots = [Field::EMPTY; 128];
    let reply = Reply::read(document.as_bytes(), &mut slots).unwrap();
    match reply.judge(&key(Algorithm::Md5, API_KEY), source) {
        Verdict::Succeeded(message)
        | Verdict::Accepted(message)
        | Verdict::Failed(message)
        | Verdict::Unsettled(message) => {
            assert_eq!((message.source(), message.judgment().source), (source, source));
            Ok(message.outcome())
        }
        Verdict::Unvouched(message) => Ok(message.outcome()),
        Verdict::Untrusted(why) => Err(why.kind()),
        Verdict::Refused { .. } => panic!("refused: {document}"),
    }
}

/// What makes an answer or a notice positive, whatever its operation is judged by.
const POSITIVE: &[(&str, &str)] = &[
    ("return_code", "SUCCESS"),
    ("result_code", "SUCCESS"),
    ("trade_state", "SUCCESS"),
    ("refund_status_0", "SUCCESS"),
    ("contract_state", "0"),
    ("recall", "N"),
    ("status", "SUCCESS"),
    ("state", "SUCCESS"),
    ("result", "SUCCESS"),
    ("ret_code", "SUCCESS"),
    ("success_count", "1"),
];

/// A positive message of a source: its marks, and the status fields of its documented answer.
fn positive(source: Source) -> Vec<(&'static str, &'static str)> {
    let documented = documented(source.name(), "answer", true);
    let is_stated = |name: &str| {
        documented.iter().any(|(other, _)| *other == name) || source.notice().is_some()
    };
    let mut pairs: Vec<_> = POSITIVE[..2].to_vec();
    pairs.extend(
        POSITIVE[2..].iter().filter(|(name, _)| source.notice().is_none() && is_stated(name)),
    );
    complete(source, &mut pairs);
    pairs
}

/// The fields of a documented message, all of them or only those that the definitions call required.
fn documented(path: &str, direction: &str, all: bool) -> Vec<(&'static str, &'static str)> {
    static ROWS: LazyLock<Vec<HashMap<String, String>>> =
        LazyLock::new(|| data::tsv("message_fields.tsv"));
    let rows = ROWS.iter().filter(|row| row["path"] == path && row["direction"] == direction);
    let rows = rows.filter(|row| all || row["required_in_api_definitions"] == "yes");
    let names = rows.map(|row| row["name"].replace("_$n", "_0").replace("_$m", "_0"));
    let names = names.filter(|name| !name.contains(['$', '>']) && name != "sign");
    let value = |name: &str| {
        let positive = POSITIVE.iter().find(|(other, _)| *other == name);
        positive.map_or("1", |(_, value)| *value)
    };
    let mut pairs: Vec<(&str, &str)> = Vec::new();
    for name in names.filter(|name| Field::new(name, "").is_ok() && name != "sign_type") {
        if pairs.iter().all(|(other, _)| *other != name) {
            pairs.push((name.clone().leak(), value(&name)));
        }
    }
    pairs
}

#[test]
fn a_positive_message_that_lacks_a_field_of_its_kind_or_has_a_foreign_one_is_untrusted() {
    for (name, Marks { needs, never }) in marks() {
        let source = source(&name);
        let whole = positive(source);
        assert!(judged(source, &whole).is_ok(), "{name}: {:?}", judged(source, &whole));
        for mark in &needs {
            let without: Vec<_> =
                whole.iter().copied().filter(|(other, _)| other != mark).collect();
            match judged(source, &without) {
                Err(ErrorKind::Lacks { field }) => assert_eq!(field, mark, "{name}"),
                // Without what it is judged by it is not positive.
                Ok(Outcome::Unsettled) if mark == "recall" => {}
                other => panic!("{name} without {mark}: {other:?}"),
            }
        }
        for mark in &never {
            let mut with = whole.clone();
            with.push((mark, "1"));
            match judged(source, &with) {
                Err(ErrorKind::Foreign { field }) => assert_eq!(field, mark, "{name}"),
                other => panic!("{name} with {mark}: {other:?}"),
            }
        }
    }
}

#[test]
fn every_documented_answer_keeps_its_verdict() {
    let mut judged_answers = 0;
    for endpoint in Endpoint::all() {
        for all in [false, true] {
            let answer = documented(endpoint.path, "answer", all);
            if answer.iter().any(|(name, _)| *name == "return_code") {
                let verdict = judged(endpoint.into(), &answer);
                assert!(verdict.is_ok(), "{}: {verdict:?}", endpoint.path);
                judged_answers += 1;
            }
        }
    }
    assert!(judged_answers > 240, "{judged_answers}");
}

/// What the merchant signs for other ends, and a customer may get to see: name and fields.
const SECOND: &[(&str, &[(&str, &str)])] = &[
    (
        "JSAPI paySign",
        &[
            ("appId", "wx8888888888888888"),
            ("nonceStr", "5K8264ILTKCH16CQ2502SI8ZNMTM67VS"),
            ("package", "prepay_id=wx201410272009395522657a690389285100"),
            ("signType", "MD5"),
            ("timeStamp", "1414561699"),
        ],
    ),
    (
        "APP sign",
        &[
            ("appid", "wxd930ea5d5a258f4f"),
            ("noncestr", "1101000000140429eb40476f8896f4c9"),
            ("package", "Sign=WXPay"),
            ("partnerid", "1900000109"),
            ("prepayid", "1101000000140415649af9fc314aa427"),
            ("timestamp", "1398746574"),
        ],
    ),
    (
        "mini-program red packet",
        &[
            ("appId", "wx8888888888888888"),
            ("nonceStr", "5K8264ILTKCH16CQ2502SI8ZNMTM67VS"),
            ("package", "sendid=242e8abd163d300019b2cae74ba8e8c06e3f0e51ab84d16b3c80decd22a5b672"),
            ("timeStamp", "1414561699"),
        ],
    ),
    (
        "Native code",
        &[
            ("appid", "wx2421b1c4370ec43b"),
            ("mch_id", "10000100"),
            ("nonce_str", "f6808210402125e30663234f94c87a8c"),
            ("product_id", "1"),
            ("time_stamp", "1415949957"),
        ],
    ),
    (
        "Native order",
        &[
            ("appid", "wx2421b1c4370ec43b"),
            ("mch_id", "10000100"),
            ("nonce_str", "f6808210402125e30663234f94c87a8c"),
            ("prepay_id", "wx201410272009395522657a690389285100"),
            ("result_code", "SUCCESS"),
            ("return_code", "SUCCESS"),
        ],
    ),
    (
        "contract page",
        &[
            ("appid", "wxd930ea5d5a258f4f"),
            ("contract_code", "100001256"),
            ("contract_display_account", "Zhang San"),
            ("mch_id", "10000100"),
            ("notify_url", "https://shop.example/contract"),
            ("plan_id", "106"),
            ("request_serial", "1000"),
            ("timestamp", "1414488825"),
            ("version", "1.0"),
        ],
    ),
];

/// Whether a program acts on it: paid, taken on, or not done for good.
fn is_believed(verdict: Result<Outcome, ErrorKind>) -> bool {
    matches!(verdict, Ok(Outcome::Succeeded | Outcome::Accepted | Outcome::Failed))
}

#[test]
fn requests_and_second_signatures_are_not_trusted_as_notices_or_answers() {
    let requests = Endpoint::all().flat_map(|endpoint| {
        [true, false].map(|all| (endpoint.path, documented(endpoint.path, "request", all)))
    });
    let second = SECOND.iter().map(|(name, pairs)| (*name, pairs.to_vec()));
    let (mut tried, mut believed) = (0, Vec::new());
    for (shape, pairs) in second.chain(requests).filter(|(_, pairs)| !pairs.is_empty()) {
        for source in sources().filter(|source| source.signed() == Signed::Always) {
            tried += 1;
            if is_believed(judged(source, &pairs)) {
                believed.push(format!("{shape} as {}", source.name()));
            }
        }
    }
    assert_eq!(believed, Vec::<String>::new());
    assert!(tried > 25_000, "{tried}");
}

#[test]
fn an_answer_is_not_trusted_as_a_notice() {
    let mut tried = 0;
    for endpoint in Endpoint::all() {
        let answer = documented(endpoint.path, "answer", true);
        for notice in Notice::ALL.into_iter().filter(|notice| *notice != Notice::Refund) {
            tried += 1;
            // An answer that says that an order is paid says the same as a notice would.
            let is_paid = wxp_core::Family::Payment == endpoint.family
                || wxp_core::Family::OrderQuery == endpoint.family;
            let says_the_same = is_paid && notice == Notice::Payment;
            let verdict = match answer.iter().any(|(name, _)| *name == "return_code") {
                true => judged(notice.into(), &answer),
                false => continue,
            };
            assert!(
                !is_believed(verdict) || says_the_same,
                "{} as {}: {verdict:?}",
                endpoint.path,
                notice.name()
            );
        }
    }
    assert!(tried > 1000, "{tried}");
}

/// Whether an answer has a field by which its kind is known.
fn has_a_mark(answer: &[(&str, &str)]) -> bool {
    let marks = marks();
    let mut needed = marks.values().flat_map(|marks| &marks.needs).map(String::as_str);
    let plain = ["nonce_str", "openid", "out_trade_no", "contract_id", "transaction_id"];
    needed.any(|mark| !plain.contains(&mark) && answer.iter().any(|(name, _)| *name == mark))
}

#[test]
fn an_answer_of_one_operation_is_not_trusted_as_that_of_another() {
    let answers: Vec<_> = Endpoint::all()
        .map(|endpoint| (endpoint, documented(endpoint.path, "answer", true)))
        .filter(|(_, answer)| answer.iter().any(|(name, _)| *name == "return_code"))
        .filter(|(endpoint, answer)| endpoint.signed != Signed::Never && has_a_mark(answer))
        .collect();
    let (mut tried, mut believed) = (0, Vec::new());
    for (of, answer) in &answers {
        for path in [
            "/pay/micropay",
            "/pay/orderquery",
            "/pay/unifiedorder",
            "/pay/closeorder",
            "/pay/pappayapply",
            "/secapi/pay/refund",
            "/secapi/pay/reverse",
            "/secapi/pay/profitsharing",
            "/papay/querycontract",
        ] {
            let to = Endpoint::find(path).unwrap();
            use wxp_core::Family::{Deduction, OrderQuery, Payment};
            let alike = of.family == to.family
                || matches!((of.family, to.family), (Payment | OrderQuery, Payment | OrderQuery))
                // An amount taken from a deposit has the form of a payment.
                || (of.family, to.family) == (Deduction, Payment);
            tried += 1;
            if !alike && is_believed(judged(to.into(), answer)) {
                believed.push(format!("{} as {path}", of.path));
            }
        }
    }
    assert_eq!(believed, Vec::<String>::new());
    assert!(tried > 250, "{tried}");
}

#[test]
fn the_error_names_the_field() {
    let text = |name: &str, value| {
        let mut pairs = positive(Notice::Payment.into());
        pairs.retain(|(other, _)| *other != name);
        pairs.extend(value);
        let document = signed(Algorithm::Md5, &pairs);
        let mut slots = [Field::EMPTY; 16];
        let reply = Reply::read(document.as_bytes(), &mut slots).unwrap();
        match reply.judge(&key(Algorithm::Md5, API_KEY), Notice::Payment) {
            Verdict::Untrusted(error) => error.to_string(),
            other => panic!("{other:?}"),
        }
    };
    let lacks = "authentic, but of another kind: it lacks a field, total_fee";
    assert_eq!(text("total_fee", None), lacks);
    let foreign = "authentic, but of another kind: it has a foreign field, prepay_id";
    assert_eq!(text("", Some(("prepay_id", "1"))), foreign);
}

#[test]
fn sources_have_permanent_numbers() {
    let rows = data::tsv("facts/sources.tsv");
    let listed: Vec<_> = rows.iter().map(|row| (&*row["number"], &*row["source"])).collect();
    let numbers: Vec<_> = sources().map(|source| source.number().to_string()).collect();
    let found: Vec<_> = numbers.iter().map(|n| &**n).zip(sources().map(Source::name)).collect();
    assert_eq!(found, listed);
    for source in sources() {
        let name = abi::source_name(source.number()).unwrap();
        assert_eq!(name.to_str(), Ok(source.name()));
    }
    for number in [0, 999, 1000, 1010, u16::MAX] {
        assert_eq!(abi::source_name(number), None, "{number}");
    }
}

#[test]
fn an_order_has_a_state_of_its_own() {
    let query = Endpoint::find("/pay/orderquery").unwrap();
    for (state, order) in [
        ("SUCCESS", OrderState::Paid),
        ("REFUND", OrderState::Refunded),
        ("NOTPAY", OrderState::Unpaid),
        ("USERPAYING", OrderState::Paying),
        ("ACCEPT", OrderState::Paying),
        ("PAYERROR", OrderState::PayError),
        ("CLOSED", OrderState::Closed),
        ("REVOKED", OrderState::Closed),
        ("NEW", OrderState::Unknown),
    ] {
        let mut pairs = vec![POSITIVE[0], POSITIVE[1], ("trade_state", state)];
        complete(query.into(), &mut pairs);
        let document = signed(Algorithm::Md5, &pairs);
        let mut slots = [Field::EMPTY; 16];
        let reply = Reply::read(document.as_bytes(), &mut slots).unwrap();
        match reply.judge(&key(Algorithm::Md5, API_KEY), query) {
            Verdict::Succeeded(message)
            | Verdict::Failed(message)
            | Verdict::Unsettled(message) => assert_eq!(message.order(), order, "{state}"),
            other => panic!("{other:?}"),
        }
    }
}
