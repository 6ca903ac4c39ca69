//! What an authentic answer says about its operation, family by family.

use wxp_core::{
    Action, Advice, Algorithm, BankTransferStatus, Canonical, ContractResult, ContractState,
    CouponCount, CouponResult, CouponState, CustomsState, Endpoint, Family, Field, Language,
    Notice, OrderState, Outcome, ProfitSharingStatus, Recall, RedPacketStatus, RefundStatus,
    RentalState, Reply, ShareReturnStatus, Source, TradeState, TransferStatus, UserState, Value,
    Verdict,
};

use crate::data::{self, API_KEY, key};
use crate::judging::signed;
use crate::kinds;

mod advice;

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
fn success_means_done_or_only_accepted_depending_on_the_operation() {
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
        ("/secapi/pay/profitsharingreturn", Outcome::Accepted),
        ("/wxv/createrentbill", Outcome::Accepted),
        ("/pay/contractorder", Outcome::Accepted),
        ("/mmpaymkttransfers/hbpreorder", Outcome::Accepted),
        ("/pay/closeorder", Outcome::Succeeded),
        ("/tools/shorturl", Outcome::Succeeded),
        // A query whose answer states no status has told nothing.
        ("/pay/orderquery", Outcome::Unsettled),
        ("/pay/refundquery", Outcome::Unsettled),
        ("/mmpaymkttransfers/gettransferinfo", Outcome::Unsettled),
        ("/papay/querycontract", Outcome::Unsettled),
        ("/pay/profitsharingreturnquery", Outcome::Unsettled),
        ("/wxv/queryrentbill", Outcome::Unsettled),
        ("/vehicle/pay/querystate", Outcome::Unsettled),
        ("/transit/pay/querystate", Outcome::Unsettled),
        ("/mmpaymkttransfers/querycouponsinfo", Outcome::Unsettled),
        ("/cgi-bin/mch/customs/customdeclarequery", Outcome::Unsettled),
        ("/fund/queryautowithdrawbydate", Outcome::Unsettled),
        // Nor have these.
        ("/secapi/pay/reverse", Outcome::Unsettled),
        ("/mmpaymkttransfers/send_coupon", Outcome::Unsettled),
        ("/cgi-bin/mch/customs/customdeclareorder", Outcome::Unsettled),
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
fn a_missing_or_unknown_service_field_settles_nothing_where_one_is_required() {
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
fn a_failed_query_settles_nothing() {
    for endpoint in Endpoint::all().filter(|e| e.family.asks_for_status()) {
        for code in ["SYSTEMERROR", "PARAM_ERROR", "ORDERNOTEXIST", "NOT_FOUND", "X", ""] {
            let (outcome, advice) = outcome(endpoint, &[FAILED, ("err_code", code)]);
            assert_eq!(outcome, Outcome::Unsettled, "{}: {code}", endpoint.path);
            assert!(advice.is_some());
        }
    }
}

/// The source that an operation's path or a notice's name stands for.
fn source(name: &str) -> Source {
    Notice::find(name).map_or_else(|| at(name).into(), Source::from)
}

/// What the type of a status field says of a text, and whether the text is not documented.
fn typed(source: Source, field: &str, text: &str) -> (Outcome, bool) {
    macro_rules! read {
        ($type:ident) => {{
            let status = $type::from(Value::new(text));
            (status.outcome(), matches!(status, $type::Other(_)))
        }};
    }
    match (field, source.family()) {
        ("trade_state", _) => read!(TradeState),
        ("refund_status_0", _) => read!(RefundStatus),
        ("status", Family::Transfer | Family::TransferQuery) => read!(TransferStatus),
        ("status", Family::RedPacketQuery) => read!(RedPacketStatus),
        ("status", Family::BankTransferQuery) => read!(BankTransferStatus),
        ("status", Family::ProfitSharingQuery) => read!(ProfitSharingStatus),
        ("result", _) => read!(ShareReturnStatus),
        ("contract_state", _) => read!(ContractState),
        ("contract_result_code", _) => read!(ContractResult),
        ("state", Family::RentalQuery) => read!(RentalState),
        ("state" | "state_0", _) => read!(CustomsState),
        ("user_state", _) => read!(UserState),
        ("ret_code", _) => read!(CouponResult),
        ("success_count", _) => read!(CouponCount),
        ("coupon_state", _) => read!(CouponState),
        ("recall", _) => read!(Recall),
        (other, family) => panic!("{other} {family:?}"),
    }
}

#[test]
fn every_documented_status_is_typed_and_decides() {
    let rows = data::tsv("facts/statuses.tsv");
    assert_eq!(rows.len(), 142);
    for row in rows {
        let source = source(&row["operation"]);
        let (name, value) = (&*row["field"], &*row["value"]);
        let expected = match &*row["outcome"] {
            "succeeded" => Outcome::Succeeded,
            "accepted" => Outcome::Accepted,
            "failed" => Outcome::Failed,
            "unsettled" => Outcome::Unsettled,
            other => panic!("{other}"),
        };
        let (by_type, is_other) = typed(source, name, value);
        // Only the answer to a query settles a payout.
        assert!(!is_other && (by_type == expected || source.family().is_payout()), "{row:?}");
        let (found, advice) = outcome(source, &[DONE, (name, value)]);
        assert_eq!(found, expected, "{row:?}");
        let open = matches!(found, Outcome::Failed | Outcome::Unsettled);
        assert_eq!(advice.is_some(), open, "{row:?}");
        if let Some(advice) = advice {
            assert_eq!(advice.action().leaves_open(), found == Outcome::Unsettled, "{row:?}");
            let family = source.family();
            let unknown = Advice::of_status(family, Value::new("NEW_STATE"));
            assert_ne!(advice, unknown, "{row:?}: {advice}");
        }
    }
}

#[test]
fn statuses_that_are_not_documented_are_kept_as_text_and_unsettled() {
    for row in data::tsv("facts/statuses.tsv") {
        let (source, name) = (source(&row["operation"]), &*row["field"]);
        for text in ["NEW_STATE", "success", "SUCCESS ", "\u{5904}\u{7406}\u{4e2d}"] {
            assert_eq!(typed(source, name, text), (Outcome::Unsettled, true), "{row:?} {text}");
            let (found, advice) = outcome(source, &[DONE, (name, text)]);
            assert_eq!(found, Outcome::Unsettled, "{row:?} {text}");
            assert!(advice.unwrap().action().leaves_open(), "{row:?} {text}");
        }
    }
    let TradeState::Other(kept) = TradeState::from(Value::new("NEW")) else { panic!() };
    assert_eq!(kept, "NEW");
    // No value of this field is published.
    let withdrawal = at("/fund/queryautowithdrawbydate");
    let (found, _) = outcome(withdrawal, &[DONE, ("withdraw_status", "SUCCESS")]);
    assert_eq!(found, Outcome::Unsettled);
}

#[test]
fn a_coupon_is_sent_only_if_all_its_fields_say_so() {
    let sent = |pairs: &[(&str, &str)]| {
        let all: Vec<_> = [DONE].iter().chain(pairs).copied().collect();
        outcome(at("/mmpaymkttransfers/send_coupon"), &all).0
    };
    let (result, one, none) = (("ret_code", "SUCCESS"), ("success_count", "1"), "success_count");
    assert_eq!(sent(&[result, one]), Outcome::Succeeded);
    assert_eq!(sent(&[result, (none, "0")]), Outcome::Failed);
    assert_eq!(sent(&[("ret_code", "FAILED"), one]), Outcome::Failed);
    assert_eq!(sent(&[result, (none, "2")]), Outcome::Unsettled);
}

#[test]
fn an_order_that_was_refunded_was_paid() {
    let order = |source: Source, state| {
        let table = [("return_code", "SUCCESS"), DONE, ("trade_state", state)];
        let table = data::table(&table);
        let key = key(Algorithm::Md5, API_KEY);
        let signature = key.sign(&Canonical::of(&table).unwrap()).unwrap();
        let sign = Field::new("sign", signature.as_str()).unwrap();
        let table: Vec<_> = table.iter().copied().chain([sign]).collect();
        let judgment = key.judge(&Canonical::of(&table).unwrap(), source);
        (judgment.order, judgment.advice.unwrap())
    };
    for name in ["/pay/orderquery", "/pay/paporderquery", "deduction"] {
        let (state, advice) = order(source(name), "REFUND");
        assert_eq!((state, advice.action()), (OrderState::Refunded, Action::Query));
        assert!(advice.text(Language::English).contains("was paid"), "{advice}");
        let (state, advice) = order(source(name), "PAYERROR");
        assert_eq!((state, advice.action()), (OrderState::PayError, Action::Query));
        assert!(advice.text(Language::English).contains("reverse or close"), "{advice}");
        let (state, advice) = order(source(name), "PAY_FAIL");
        assert_eq!((state, advice.action()), (OrderState::Closed, Action::NewNumber));
    }
}

#[test]
fn several_refunds_are_settled_only_when_each_of_them_is() {
    let judged = |statuses: &[&str]| {
        let names: Vec<String> =
            (0..statuses.len()).map(|n| format!("refund_status_{n}")).collect();
        let mut pairs = vec![DONE];
        pairs.extend(names.iter().map(String::as_str).zip(statuses.iter().copied()));
        outcome(at("/pay/refundquery"), &pairs).0
    };
    assert_eq!(judged(&["SUCCESS", "SUCCESS"]), Outcome::Succeeded);
    assert_eq!(judged(&["SUCCESS", "REFUNDCLOSE"]), Outcome::Failed);
    assert_eq!(judged(&["REFUNDCLOSE", "SUCCESS"]), Outcome::Failed);
    assert_eq!(judged(&["CHANGE", "SUCCESS"]), Outcome::Unsettled);
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
        outcome(at("/secapi/pay/refund"), &[FAILED, ("recall", "Y"), ("err_code", "NOAUTH")]);
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
