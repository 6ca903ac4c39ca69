//! What an authentic answer says about its operation, family by family.

use wxp_core::{
    Action, Advice, Algorithm, BankTransferStatus, ContractState, Endpoint, Family, Field, Notice,
    Outcome, ProfitSharingStatus, Recall, RedPacketStatus, RefundStatus, Reply, Source, TradeState,
    TransferStatus, Value, Verdict,
};

use crate::data::{self, API_KEY, key};
use crate::judging::signed;
use crate::kinds;

/// The outcome of a signed answer with these fields besides `return_code` `SUCCESS`.
fn outcome(source: impl Into<Source>, pairs: &[(&str, &str)]) -> (Outcome, Option<Advice>) {
    let source = source.into();
    let mut all = vec![("return_code", "SUCCESS")];
    all.extend(pairs);
    kinds::complete(source, &mut all);
    let document = signed(Algorithm::Md5, &all);
    let mut slots = [Field::EMPTY; 32];
    let reply = Reply::read(document.as_bytes(), &mut slots).unwrap();
    match reply.judge(&key(Algorithm::Md5, API_KEY), source) {
        Verdict::Succeeded(message)
        | Verdict::Accepted(message)
        | Verdict::Failed(message)
        | Verdict::Unsettled(message) => (message.outcome(), message.advice()),
        Verdict::Unvouched(message) => (message.outcome(), message.advice()),
        other => panic!("{other:?}"),
    }
}

fn at(path: &str) -> Endpoint {
    Endpoint::find(path).unwrap_or_else(|| panic!("{path}"))
}

const DONE: (&str, &str) = ("result_code", "SUCCESS");
const FAILED: (&str, &str) = ("result_code", "FAIL");

#[test]
fn success_is_paid_where_money_is_taken_and_accepted_where_it_is_promised() {
    for (path, expected) in [
        ("/pay/micropay", Outcome::Succeeded),
        ("/pay/facepay", Outcome::Succeeded),
        ("/pay/unifiedorder", Outcome::Accepted),
        ("/pay/combinedorder", Outcome::Accepted),
        ("/secapi/pay/refund", Outcome::Accepted),
        ("/pay/pappayapply", Outcome::Accepted),
        ("/pay/partner/pappayapply", Outcome::Accepted),
        ("/mmpaysptrans/pay_bank", Outcome::Accepted),
        ("/mmpaymkttransfers/sendredpack", Outcome::Accepted),
        ("/mmpaymkttransfers/promotion/transfers", Outcome::Succeeded),
        ("/secapi/pay/profitsharing", Outcome::Accepted),
        ("/pay/closeorder", Outcome::Succeeded),
        ("/tools/shorturl", Outcome::Succeeded),
        // A query whose answer states no status has told nothing.
        ("/pay/orderquery", Outcome::Unsettled),
        ("/pay/refundquery", Outcome::Unsettled),
        ("/mmpaymkttransfers/gettransferinfo", Outcome::Unsettled),
        ("/papay/querycontract", Outcome::Unsettled),
        ("/secapi/pay/reverse", Outcome::Unsettled),
    ] {
        assert_eq!(outcome(at(path), &[DONE]).0, expected, "{path}");
        // An error code alone proves nothing.
        for code in ["0", "SUCCESS", "SYSTEMERROR"] {
            assert_eq!(outcome(at(path), &[DONE, ("err_code", code)]).0, expected, "{path}");
        }
    }
    for (notice, expected) in [
        (Notice::Payment, Outcome::Succeeded),
        (Notice::CombinedPayment, Outcome::Succeeded),
        (Notice::Deduction, Outcome::Succeeded),
        (Notice::Contract, Outcome::Succeeded),
        (Notice::Vehicle, Outcome::Succeeded),
        (Notice::Refund, Outcome::Unsettled),
        (Notice::Rental, Outcome::Unsettled),
    ] {
        assert_eq!(outcome(notice, &[DONE]).0, expected, "{notice:?}");
    }
}

#[test]
fn a_service_field_that_is_missing_or_unknown_settles_nothing_where_one_is_due() {
    for (path, missing) in [
        ("/pay/micropay", Outcome::Unsettled),
        ("/pay/unifiedorder", Outcome::Unsettled),
        ("/secapi/pay/refund", Outcome::Unsettled),
        ("/pay/orderquery", Outcome::Unsettled),
        ("/sandboxnew/pay/getsignkey", Outcome::Succeeded),
    ] {
        assert_eq!(outcome(at(path), &[]).0, missing, "{path}");
        assert_eq!(outcome(at(path), &[("result_code", "success")]).0, Outcome::Unsettled);
    }
    assert_eq!(outcome(Notice::Payment, &[]).0, Outcome::Unsettled);
    assert_eq!(outcome(Notice::Vehicle, &[]).0, Outcome::Succeeded);
}

#[test]
fn who_could_not_ask_has_learnt_nothing() {
    for endpoint in Endpoint::all().filter(|e| e.family.asks_for_status()) {
        for code in ["SYSTEMERROR", "PARAM_ERROR", "ORDERNOTEXIST", "NOT_FOUND", "X", ""] {
            let (outcome, advice) = outcome(endpoint, &[FAILED, ("err_code", code)]);
            assert_eq!(outcome, Outcome::Unsettled, "{}: {code}", endpoint.path);
            assert!(advice.is_some());
        }
    }
}

/// The status fields: name, path of an operation that is judged by it, and how its text is read.
type Judge = fn(&str) -> (Outcome, bool);
const FIELDS: &[(&str, &str, &str, Judge)] = &[
    ("trade_state", "trade_state", "/pay/orderquery", |text| {
        let status = TradeState::from(Value::new(text));
        (status.outcome(), matches!(status, TradeState::Other(_)))
    }),
    ("refund_status", "refund_status_0", "/pay/refundquery", |text| {
        let status = RefundStatus::from(Value::new(text));
        (status.outcome(), matches!(status, RefundStatus::Other(_)))
    }),
    ("transfer", "status", "/mmpaymkttransfers/gettransferinfo", |text| {
        let status = TransferStatus::from(Value::new(text));
        (status.outcome(), matches!(status, TransferStatus::Other(_)))
    }),
    ("red packet", "status", "/mmpaymkttransfers/gethbinfo", |text| {
        let status = RedPacketStatus::from(Value::new(text));
        (status.outcome(), matches!(status, RedPacketStatus::Other(_)))
    }),
    ("bank transfer", "status", "/mmpaysptrans/query_bank", |text| {
        let status = BankTransferStatus::from(Value::new(text));
        (status.outcome(), matches!(status, BankTransferStatus::Other(_)))
    }),
    ("profit sharing", "status", "/pay/profitsharingquery", |text| {
        let status = ProfitSharingStatus::from(Value::new(text));
        (status.outcome(), matches!(status, ProfitSharingStatus::Other(_)))
    }),
    ("contract_state", "contract_state", "/papay/querycontract", |text| {
        let status = ContractState::from(Value::new(text));
        (status.outcome(), matches!(status, ContractState::Other(_)))
    }),
    ("recall", "recall", "/secapi/pay/reverse", |text| {
        let status = Recall::from(Value::new(text));
        (status.outcome(), matches!(status, Recall::Other(_)))
    }),
];

#[test]
fn every_documented_status_is_typed_and_decides() {
    let rows = data::tsv("facts/statuses.tsv");
    assert_eq!(rows.len(), 38);
    for row in rows {
        let (_, name, path, judge) =
            FIELDS.iter().find(|(field, ..)| *field == row["field"]).unwrap();
        let expected = match &*row["outcome"] {
            "succeeded" => Outcome::Succeeded,
            "accepted" => Outcome::Accepted,
            "failed" => Outcome::Failed,
            "unsettled" => Outcome::Unsettled,
            other => panic!("{other}"),
        };
        let value = &*row["value"];
        assert_eq!(judge(value), (expected, false), "{name} {value}");
        let (found, advice) = outcome(at(path), &[DONE, (name, value)]);
        assert_eq!(found, expected, "{path} {value}");
        let open = matches!(found, Outcome::Failed | Outcome::Unsettled);
        assert_eq!(advice.is_some(), open, "{path} {value}");
        if let Some(advice) = advice {
            let unknown = Advice::of_status(at(path).family, Value::new("NEW_STATE"));
            assert_ne!(advice, unknown, "{path} {value}: {advice}");
            // No error code is called so.
            let error = Advice::of(at(path).family, Value::new(value));
            assert_eq!(error, unknown, "{path} {value}");
        }
    }
}

#[test]
fn statuses_that_are_not_documented_are_kept_as_text_and_unsettled() {
    for (_, name, path, judge) in FIELDS {
        for text in ["NEW_STATE", "success", "SUCCESS ", "\u{5904}\u{7406}\u{4e2d}"] {
            assert_eq!(judge(text), (Outcome::Unsettled, true), "{name} {text}");
            assert_eq!(outcome(at(path), &[DONE, (name, text)]).0, Outcome::Unsettled);
        }
    }
    let TradeState::Other(kept) = TradeState::from(Value::new("NEW")) else { panic!() };
    assert_eq!(kept, "NEW");
}

#[test]
fn refunds_are_settled_only_together() {
    let judged = |statuses: &[&str]| {
        let names: Vec<String> =
            (0..statuses.len()).map(|n| format!("refund_status_{n}")).collect();
        let mut pairs = vec![DONE];
        pairs.extend(names.iter().map(String::as_str).zip(statuses.iter().copied()));
        outcome(at("/pay/refundquery"), &pairs).0
    };
    assert_eq!(judged(&["SUCCESS", "SUCCESS"]), Outcome::Succeeded);
    assert_eq!(judged(&["SUCCESS", "CHANGE"]), Outcome::Failed);
    assert_eq!(judged(&["CHANGE", "SUCCESS"]), Outcome::Failed);
    assert_eq!(judged(&["REFUNDCLOSE", "PROCESSING", "SUCCESS"]), Outcome::Unsettled);
    assert_eq!(judged(&["PROCESSING", "SUCCESS", "REFUNDCLOSE"]), Outcome::Unsettled);
    let mut eleven = ["SUCCESS"; 11];
    assert_eq!(judged(&eleven), Outcome::Succeeded);
    eleven[10] = "PROCESSING";
    assert_eq!(judged(&eleven), Outcome::Unsettled);
    // Other fields that begin alike are other fields.
    for name in ["refund_status_0_0", "refund_status", "refund_status_x", "refund_status_00"] {
        let pairs = [DONE, ("refund_status_0", "SUCCESS"), (name, "PROCESSING")];
        assert_eq!(outcome(at("/pay/refundquery"), &pairs).0, Outcome::Succeeded, "{name}");
    }
}

#[test]
fn a_reverse_is_repeated_as_long_as_it_says_so() {
    let reverse = at("/secapi/pay/reverse");
    for result in [DONE, FAILED] {
        // Whatever else it says.
        for code in ["", "REVERSE_EXPIRE"] {
            let fields = [result, ("recall", "Y"), ("err_code", code)];
            let (outcome, advice) = outcome(reverse, &fields);
            assert_eq!((outcome, advice.unwrap().action()), (Outcome::Unsettled, Action::Repeat));
        }
    }
    // Only a reverse is repeated for it.
    let refund =
        outcome(at("/secapi/pay/refund"), &[FAILED, ("recall", "Y"), ("err_code", "ERROR")]);
    assert_eq!(refund.0, Outcome::Failed);
    let fields = [FAILED, ("trade_state", "USERPAYING"), ("err_code", "NOTENOUGH")];
    let (payment, advice) = outcome(at("/pay/micropay"), &fields);
    assert_eq!((payment, advice.unwrap().action()), (Outcome::Failed, Action::Customer));
    let failed = |code| {
        let (outcome, advice) = outcome(reverse, &[FAILED, ("recall", "N"), ("err_code", code)]);
        (outcome, advice.unwrap().action())
    };
    assert_eq!(failed("REVERSE_EXPIRE"), (Outcome::Failed, Action::Program));
    assert_eq!(failed("SYSTEMERROR"), (Outcome::Unsettled, Action::Repeat));
    assert_eq!(failed("NEW_CODE"), (Outcome::Unsettled, Action::Repeat));
    assert_eq!(failed(""), (Outcome::Unsettled, Action::Repeat));
}

/// The family whose pages a row of the error tables comes from.
fn family(name: &str) -> Family {
    match name {
        "micropay" => Family::Payment,
        "unifiedorder" => Family::Order,
        "orderquery" => Family::OrderQuery,
        "closeorder" => Family::Close,
        "reverse" => Family::Reverse,
        "refund" => Family::Refund,
        "refundquery" => Family::RefundQuery,
        "red packet" => Family::RedPacket,
        "gethbinfo" => Family::RedPacketQuery,
        "transfers" => Family::Transfer,
        "gettransferinfo" => Family::TransferQuery,
        "coupon" => Family::Coupon,
        "bill" => Family::Bill,
        "authcodetoopenid" => Family::OpenId,
        "shorturl" => Family::Other,
        other => panic!("{other}"),
    }
}

#[test]
fn every_documented_error_has_its_action() {
    let rows = data::tsv("facts/error_codes.tsv");
    assert_eq!(rows.len(), 178);
    for row in rows {
        let advice = |code| Advice::of(family(&row["operation"]), Value::new(code));
        let action = advice(&row["code"]).action();
        let fits = match &*row["action"] {
            "query" => action == Action::Query,
            "repeat" => action == Action::Repeat,
            "query or repeat" => matches!(action, Action::Query | Action::Repeat),
            "done" => action == Action::Done,
            "set-up" => action == Action::Setup,
            "program" => action == Action::Program,
            "definite" => !action.leaves_open(),
            other => panic!("{other}"),
        };
        assert!(fits, "{row:?}: {action:?}");
        assert_ne!(advice(&row["code"]), advice("NEW_CODE"), "{row:?}");
    }
}

#[test]
fn one_idea_in_several_spellings_is_one_idea() {
    for family in [Family::Payment, Family::Refund, Family::Transfer, Family::Coupon] {
        for spellings in [
            &["SIGNERROR", "SIGN_ERROR"][..],
            &["NOAUTH", "NO_AUTH"],
            &["SYSTEMERROR", "SYSTEM_ERROR"],
            &["CERT_ERROR", "CA_ERROR"],
            &["XML_FORMAT_ERROR", "XML_ERROR", "REQ_PARAM_XML_ERR"],
        ] {
            let action = |code: &&str| Advice::of(family, Value::new(code)).action();
            assert!(spellings.windows(2).all(|pair| action(&pair[0]) == action(&pair[1])));
        }
    }
    let bill = |text| Advice::of(Family::Bill, Value::new(text));
    assert_eq!(bill("No Bill Exist"), bill("NO Bill Exist"));
    assert_eq!(bill("no bill exist").action(), Action::Done);
    assert_ne!(Advice::of(Family::Payment, Value::new("orderpaid")).action(), Action::Done);
}

#[test]
fn errors_that_are_not_documented_are_open_where_money_can_move() {
    for endpoint in Endpoint::all() {
        for code in ["NEW_CODE", "268456007", "SYSTEMERRORS", ""] {
            let (outcome, advice) = outcome(endpoint, &[FAILED, ("err_code", code)]);
            let open = endpoint.family.moves_money() || endpoint.family.asks_for_status();
            let expected = if open { Outcome::Unsettled } else { Outcome::Failed };
            assert_eq!(outcome, expected, "{}: {code}", endpoint.path);
            assert_eq!(advice.unwrap().action().leaves_open(), open, "{}", endpoint.path);
        }
    }
    assert_eq!(outcome(Notice::Payment, &[FAILED]).0, Outcome::Unsettled);
}

#[test]
fn every_advice_is_a_sentence_of_its_own() {
    let text = |family, reason| Advice::of(family, Value::new(reason)).to_string();
    assert!(text(Family::Payment, "NOTENOUGH").contains("another card"));
    assert!(text(Family::Refund, "NOTENOUGH").contains("balance"));
    assert!(text(Family::Payment, "?").contains("query it before anything else"));
    assert!(text(Family::Reverse, "?").contains("repeat it, then query"));
    assert!(text(Family::Other, "?").contains("mend the request"));
}

#[test]
fn paid_already_is_not_failed() {
    for (path, expected) in [
        ("/pay/micropay", Outcome::Unsettled),
        ("/pay/unifiedorder", Outcome::Unsettled),
        // To close it did fail.
        ("/pay/closeorder", Outcome::Failed),
    ] {
        let (outcome, advice) = outcome(at(path), &[FAILED, ("err_code", "ORDERPAID")]);
        assert_eq!((outcome, advice.unwrap().action()), (expected, Action::Done), "{path}");
    }
}

#[test]
fn refused_calls_come_with_advice() {
    let advice = |source: Source, message: &str| {
        let body = format!("<return_code>FAIL</return_code><return_msg>{message}</return_msg>");
        let document = format!("<xml>{body}</xml>");
        let mut slots = [Field::EMPTY; 4];
        let reply = Reply::read(document.as_bytes(), &mut slots).unwrap();
        match reply.judge(&key(Algorithm::Md5, API_KEY), source) {
            Verdict::Refused { advice, .. } => advice.action(),
            other => panic!("{other:?}"),
        }
    };
    // Nothing signs a refusal: where money can move, it is no proof that none has.
    assert_eq!(advice(at("/pay/micropay").into(), "NO Bill Exist"), Action::Query);
    assert_eq!(advice(at("/pay/micropay").into(), "ORDERPAID"), Action::Query);
    assert_eq!(advice(at("/pay/micropay").into(), "NOTENOUGH"), Action::Query);
    assert_eq!(advice(at("/secapi/pay/reverse").into(), ""), Action::Repeat);
    assert_eq!(advice(at("/pay/unifiedorder").into(), "bad"), Action::Program);
    assert_eq!(advice(at("/pay/downloadbill").into(), "No Bill Exist"), Action::Done);
    assert_eq!(advice(at("/pay/downloadbill").into(), "Bill Creating"), Action::Repeat);
    assert_eq!(advice(at("/pay/downloadbill").into(), "?"), Action::Program);
}
