//! What messages are judged as, and how they compare with the caller's records.

use wxp_core::{ErrorKind, Field, Reply, Verdict};

use super::{API_KEY, Feed, data, judge, key, signed, source};

const SUCCESS: [(&str, &str); 2] = [("return_code", "SUCCESS"), ("result_code", "SUCCESS")];

/// A message of every kind, without each of its marks, and with each foreign one; and messages in
/// which a value imitates a field.
pub(super) fn kinds(feed: &mut Feed) {
    let rows = String::from_utf8(data("facts/kinds.tsv")).unwrap();
    for row in rows.lines().skip(1) {
        let columns: Vec<&str> = row.split('\t').collect();
        let [name, needs, never] = columns[..] else { panic!("{row}") };
        let mut whole = SUCCESS.to_vec();
        whole.extend(needs.split(' ').filter(|mark| !mark.is_empty()).map(|mark| (mark, "1")));
        message(feed, name, &whole);
        for mark in 2..whole.len() {
            let mut fewer = whole.clone();
            fewer.remove(mark);
            message(feed, name, &fewer);
        }
        for mark in never.split(' ').filter(|mark| !mark.is_empty()) {
            message(feed, name, &[&whole[..], &[(mark, "1")]].concat());
        }
    }
    let paid = [("out_trade_no", "1"), ("transaction_id", "4"), ("total_fee", "888")];
    for imitation in [
        ("attach", "uid=5&type=vip"),
        ("detail", "1&total_fee=2"),
        ("openid", "1&a=b"),
        ("bank_type", "&1=2"),
    ] {
        message(feed, "payment", &[&SUCCESS[..], &paid[..], &[imitation]].concat());
    }
    let states = "SUCCESS REFUND NOTPAY USERPAYING PAYERROR CLOSED REVOKED ACCEPT other";
    for state in states.split(' ') {
        let state = [("trade_state", state)];
        message(feed, "/pay/orderquery", &[&SUCCESS[..], &paid[..], &state[..]].concat());
    }
    let absent = [SUCCESS[0], ("result_code", "FAIL"), ("err_code", "ORDERNOTEXIST")];
    message(feed, "/pay/orderquery", &absent);
}

fn message(feed: &mut Feed, name: &str, pairs: &[(&str, &str)]) {
    judge(feed, &format!("{name}: {pairs:?}"), name, signed(pairs).as_bytes());
}

/// What is expected of a payment notice, and the field that differs; or the status.
pub(super) fn expectations(feed: &mut Feed) {
    let argument = 6;
    let differs = 69;
    let paid = [
        SUCCESS[0],
        SUCCESS[1],
        ("out_trade_no", "7"),
        ("transaction_id", "4"),
        ("total_fee", "888"),
        ("attach", "a & b"),
    ];
    let foreign = [&paid[..], &[("fee_type", "USD")]].concat();
    for (received, expected) in [
        (&paid[..], &[][..]),
        (&paid, &[("total_fee", "888"), ("out_trade_no", "7")]),
        (&paid, &[("total_fee", "888"), ("fee_type", "CNY"), ("attach", "a & b")]),
        (&paid, &[("out_trade_no", "7"), ("total_fee", "1")]),
        (&paid, &[("total_fee", "0888")]),
        (&paid, &[("sub_mch_id", ""), ("fee_type", "")]),
        (&paid, &[("attach", "")]),
        (&paid, &[("appid", "wx1")]),
        (&foreign, &[("total_fee", "888")]),
        (&foreign, &[("fee_type", "USD"), ("total_fee", "888")]),
        // Of another kind.
        (&SUCCESS, &[("result_code", "SUCCESS")]),
    ] {
        let document = signed(received);
        let expected: Vec<_> = expected.iter().map(|(n, v)| Field::new(n, v).unwrap()).collect();
        let mut slots = [Field::EMPTY; 16];
        let reply = Reply::read(document.as_bytes(), &mut slots).unwrap();
        let (status, name) = match reply.judge(&key(), source("payment")) {
            Verdict::Succeeded(message) => match message.expect(&expected[..]) {
                Ok(()) => (0, ""),
                Err(difference) if difference.name.is_empty() => (argument, ""),
                Err(difference) => (differs, difference.name),
            },
            Verdict::Untrusted(why) => {
                assert!(matches!(why.kind(), ErrorKind::Lacks { .. }), "{why}");
                (argument, "")
            }
            other => panic!("{other:?}"),
        };
        feed.item("expect").item(format!("{expected:?}")).item(API_KEY).item(&document);
        feed.number(status).item(name).fields(&super::pairs(&expected));
    }
}
