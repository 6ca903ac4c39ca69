//! The advice about an answer that is not the desired one.

use super::*;

#[test]
fn every_documented_error_has_its_action() {
    let rows = data::tsv("facts/error_codes.tsv");
    assert_eq!(rows.len(), 270);
    for row in rows {
        let family = source(&row["operation"]).family();
        let advice = |code| Advice::of(family, Value::new(code));
        let action = advice(&row["code"]).action();
        let fits = match &*row["action"] {
            "query" => action == Action::Query,
            "repeat" => action == Action::Repeat,
            "done" => action == Action::Done,
            "customer" => action == Action::Customer,
            "set-up" => action == Action::Setup,
            "program" => action == Action::Program,
            "definite" => !action.leaves_open(),
            other => panic!("{other}"),
        };
        assert!(fits, "{row:?}: {action:?}");
        assert_ne!(advice(&row["code"]), advice("NEW_CODE"), "{row:?}");
    }
}

/// Every operation and notice.
fn sources() -> impl Iterator<Item = Source> {
    Endpoint::all().map(Source::from).chain(Notice::ALL.map(Source::from))
}

/// Every reason that any page lists, and some that none does.
fn reasons() -> Vec<String> {
    let listed = |file, column| data::tsv(file).into_iter().map(move |row| row[column].clone());
    let codes = listed("facts/error_codes.tsv", "code");
    let mut all: Vec<_> = codes.chain(listed("facts/statuses.tsv", "value")).collect();
    all.extend(["NEW_CODE", "268456007", ""].map(str::to_owned));
    all.sort();
    all.dedup();
    all
}

#[test]
fn the_action_decides_the_verdict() {
    for source in sources().filter(|source| source.family() != Family::Event) {
        for code in reasons() {
            let (outcome, advice) = outcome(source, &[FAILED, ("err_code", &code)]);
            let action = advice.unwrap().action();
            let is_paid = action == Action::Done
                && (outcome == Outcome::Unsettled && source.family() != Family::Close);
            let expected =
                if action.leaves_open() || is_paid { Outcome::Unsettled } else { Outcome::Failed };
            assert_eq!(outcome, expected, "{}: {code}: {action:?}", source.name());
        }
        // What says nothing leaves all open.
        if let (Outcome::Unsettled, advice) = outcome(source, &[("result_code", "?")]) {
            assert!(advice.unwrap().action().leaves_open(), "{}", source.name());
        }
    }
}

#[test]
fn no_failure_of_a_payout_or_a_query_settles_anything() {
    let mut payouts = 0;
    for source in sources() {
        let family = source.family();
        if !family.is_payout() && !family.asks_for_status() {
            continue;
        }
        payouts += usize::from(family.is_payout());
        for code in reasons() {
            let (outcome, advice) = outcome(source, &[FAILED, ("err_code", &code)]);
            assert_eq!(outcome, Outcome::Unsettled, "{}: {code}", source.name());
            assert!(advice.unwrap().action().leaves_open(), "{}: {code}", source.name());
        }
    }
    assert_eq!(payouts, 9);
}

#[test]
fn no_failure_of_a_payout_or_a_refund_asks_for_a_new_number() {
    for source in sources() {
        let family = source.family();
        if !family.is_payout() && family != Family::Refund {
            continue;
        }
        for code in reasons() {
            let advice = Advice::of(family, Value::new(&code));
            assert_ne!(advice.action(), Action::NewNumber, "{}: {code}", source.name());
            for wrong in ["new number", "new refund number", "another number", "again under"] {
                assert!(!advice.text(Language::English).contains(wrong), "{code}: {advice}");
            }
        }
    }
}

#[test]
fn spellings_of_one_error_have_the_same_action() {
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
fn undocumented_errors_are_unsettled_where_money_can_move() {
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
    assert!(text(Family::Refund, "NOTENOUGH").contains("same refund number"));
    assert!(text(Family::Deduction, "NOTENOUGH").contains("tell them"));
    assert!(text(Family::Transfer, "NAME_MISMATCH").contains("same number"));
    assert!(text(Family::BankTransfer, "?").contains("same number"));
    assert!(text(Family::Payment, "?").contains("query it before anything else"));
    assert!(text(Family::Reverse, "?").contains("repeat it, then query"));
    assert!(text(Family::Other, "?").contains("mend the request"));
}

#[test]
fn an_order_that_is_already_paid_has_not_failed() {
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
    // A signature that was refused.
    for text in ["签名错误", "签名错误，请检查后再试", "<![CDATA[签名错误]]>", "签名失败"]
    {
        assert_eq!(advice(at("/pay/unifiedorder").into(), text), Action::Program, "{text}");
        assert_eq!(advice(at("/pay/orderquery").into(), text), Action::Query, "{text}");
        for source in sources().filter(|source| source.family().moves_money()) {
            assert_eq!(advice(source, text), Action::Query, "{}: {text}", source.name());
        }
    }
    let text = |source: Source, message: &str| {
        let document =
            format!("<xml><return_code>FAIL</return_code><return_msg>{message}</return_msg></xml>");
        let mut slots = [Field::EMPTY; 4];
        let reply = Reply::read(document.as_bytes(), &mut slots).unwrap();
        let verdict = reply.judge(&key(Algorithm::Md5, API_KEY), source);
        let Verdict::Refused { advice, .. } = verdict else { panic!("{verdict:?}") };
        advice.text(Language::English)
    };
    assert!(text(at("/pay/unifiedorder").into(), "签名错误").contains("nothing was done"));
    assert!(text(at("/pay/micropay").into(), "签名错误").contains("signature"));
    let sandbox = "沙箱验证签名失败，请确认沙箱签名key是否正确（通过getsignkey调用生成）";
    for path in ["/sandboxnew/pay/micropay", "/sandboxnew/pay/unifiedorder"] {
        assert!(text(at(path).into(), sandbox).contains("getsignkey"), "{path}");
    }
    assert!(!text(at("/pay/micropay").into(), "签名").contains("signature"));
}
