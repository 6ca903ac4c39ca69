//! Quick Pay with a gateway that may take the money at any moment, and a network that loses,
//! delays, doubles and reorders messages.

use proptest::prelude::*;
use wxp_core::quickpay::{Ending, Event, QuickPay, Request, Step, Timing};
use wxp_core::{Algorithm, Canonical, Endpoint, Judgment, OrderState, Outcome, Trust};

use crate::data::{API_KEY, key, table};
use crate::random::Random;

mod gateway;
mod network;
mod scripts;
mod terminal;

use terminal::{Mistake, Report, pay};

/// One payment, which has to end as it should.
fn run(seed: u64) -> Report {
    let report = pay(Random(seed), Mistake::None);
    assert!(report.is_right(), "seed {seed}: {report:?}");
    report
}

/// How many of some payments do not end as they should.
fn violations(mistake: Mistake) -> usize {
    (0..20_000).filter(|seed| !pay(Random(*seed), mistake).is_right()).count()
}

#[test]
fn goods_are_delivered_exactly_if_the_order_is_paid() {
    let (mut endings, mut woken) = (std::collections::BTreeMap::new(), 0);
    for seed in 0..20_000 {
        let report = run(seed);
        *endings.entry(format!("{:?}", report.ending)).or_insert(0) += 1;
        woken += u32::from(report.was_woken);
    }
    // Every ending is reached, so that every rule was tried.
    assert!(endings.len() == 6 && woken > 0, "{endings:?}, {woken} woken");
}

/// No answer reached the terminal, and every look found the order paid and began the reverses anew:
/// the simulated payment went on until somebody stopped looking.
#[test]
fn a_payment_that_somebody_looks_at_ends() {
    run(1_808_612);
}

#[test]
fn the_simulation_detects_a_skipped_reverse() {
    assert!(violations(Mistake::SkipReverse) > 0);
}

#[test]
fn the_simulation_detects_a_failure_that_any_answer_confirms() {
    assert!(violations(Mistake::AnyAnswerConfirms) > 0);
}

/// `make soak`: as many payments as `WXP_PAYMENTS` says, from the seed `WXP_SEED`.
#[test]
#[ignore = "takes minutes: make soak"]
fn soak() {
    let number = |name: &str, default: u64| {
        std::env::var(name).map_or(default, |text| text.parse().unwrap())
    };
    let (payments, first) = (number("WXP_PAYMENTS", 10_000_000), number("WXP_SEED", 1 << 32));
    eprintln!("{payments} payments from seed {first}");
    for seed in first..first + payments {
        run(seed);
        if (seed - first + 1) % 1_000_000 == 0 {
            eprintln!("{} payments", seed - first + 1);
        }
    }
}

const OUTCOMES: [Outcome; 4] =
    [Outcome::Succeeded, Outcome::Accepted, Outcome::Failed, Outcome::Unsettled];

const STATES: [OrderState; 8] = [
    OrderState::Unknown,
    OrderState::Paid,
    OrderState::Refunded,
    OrderState::Unpaid,
    OrderState::Paying,
    OrderState::PayError,
    OrderState::Closed,
    OrderState::Absent,
];

/// Every event there is.
fn events() -> Vec<Event> {
    use Event::{Cancelled, NoAnswer, NotSent, Ordered, Queried, Resumed, Reversed, Waited};
    let mut all = vec![NoAnswer, NotSent, Waited, Cancelled, Resumed];
    all.extend(OUTCOMES.map(Ordered));
    all.extend(STATES.map(Queried));
    all.extend(OUTCOMES.map(Reversed));
    all
}

proptest! {
    #[test]
    fn a_saved_payment_comes_back(
        happened in proptest::collection::vec((0..21_usize, 0..20_u16), 0..30)
    ) {
        let (timing, all) = (Timing::default(), events());
        let mut payment = QuickPay::new(timing);
        for (event, seconds) in happened {
            payment.next(all[event], seconds);
            if seconds == 0 {
                let _ = payment.now();
            }
            let bytes = payment.to_bytes();
            prop_assert_eq!(QuickPay::from_bytes(&bytes, timing), Some(payment));
            for index in 0..bytes.len() * 8 {
                let mut damaged = bytes;
                damaged[index / 8] ^= 1 << (index % 8);
                prop_assert_eq!(QuickPay::from_bytes(&damaged, timing), None);
                prop_assert_eq!(QuickPay::resume(&damaged, timing), None);
            }
        }
    }
}

#[test]
fn a_restored_payment_never_asks_for_its_order_again() {
    let timing = Timing::default();
    let saved = QuickPay::new(timing).to_bytes();
    let mut asked = QuickPay::new(timing);
    assert_eq!(asked.now(), Step::Send(Request::Order));
    let asked = asked.to_bytes();
    for event in events() {
        let mut payment = QuickPay::resume(&saved, timing).unwrap();
        assert_eq!(payment.step(), Step::Send(Request::Query));
        let step = payment.next(event, 0);
        assert!(!matches!(step, Step::Send(Request::Order)), "{event:?}");
        assert_ne!(step, Step::Finished(Ending::NotSent));
        // Who keeps nothing but the bytes is asked for the order once.
        let mut payment = QuickPay::from_bytes(&asked, timing).unwrap();
        assert_eq!(payment.now(), Step::Send(Request::Query));
        let mut payment = QuickPay::from_bytes(&asked, timing).unwrap();
        payment.next(event, 0);
        assert_ne!(payment.now(), Step::Send(Request::Order), "{event:?}");
    }
}

#[test]
fn a_terminal_that_may_not_reverse_says_that_somebody_has_to_look() {
    let timing = Timing { reverses: 0, reverse_from: 0, ..Timing::default() };
    let mut payment = QuickPay::new(timing);
    let step = payment.next(Event::Cancelled, 0);
    assert_eq!(step, Step::Finished(Ending::NotAnswered));
}

#[test]
fn a_wait_is_as_long_as_it_says_whatever_the_clock_says() {
    let timing = Timing::default();
    for seconds in [0, 3, u16::MAX] {
        let mut payment = QuickPay::new(timing);
        payment.next(Event::Ordered(Outcome::Failed), seconds);
        payment.next(Event::Queried(OrderState::Unpaid), seconds);
        assert_eq!(payment.step(), Step::Wait(5));
        // An answer of before, which comes again.
        let step = payment.next(Event::Queried(OrderState::Unpaid), seconds);
        assert_eq!(step, Step::Wait(5), "{seconds}");
    }
    // A clock that stands still ends no payment late.
    let mut payment = QuickPay::new(timing);
    let mut steps = 0;
    while !matches!(payment.step(), Step::Finished(_)) {
        let is_wait = matches!(payment.step(), Step::Wait(_));
        payment.next(if is_wait { Event::Waited } else { Event::NoAnswer }, 0);
        steps += 1;
    }
    assert!(steps < 60, "{steps}");
}

#[test]
fn an_answer_that_is_not_authentic_counts_as_no_answer() {
    let query = Endpoint::find("/pay/orderquery").unwrap();
    let fields = table(&[("return_code", "SUCCESS"), ("trade_state", "SUCCESS")]);
    let judgment = key(Algorithm::Md5, API_KEY).judge(&Canonical::of(&fields).unwrap(), query);
    assert_eq!(Event::judged(Request::Query, &judgment), Some(Event::NoAnswer));
}

/// An authentic answer, judged as one of this operation.
fn judged(path: &str) -> Judgment {
    let key = key(Algorithm::Md5, API_KEY);
    let mut fields =
        vec![("err_code", "ORDERNOTEXIST"), ("result_code", "FAIL"), ("return_code", "SUCCESS")];
    let signature = key.sign(&Canonical::of(&table(&fields)).unwrap()).unwrap();
    fields.push(("sign", signature.as_str()));
    let endpoint = Endpoint::find(path).unwrap();
    let judgment = key.judge(&Canonical::of(&table(&fields)).unwrap(), endpoint);
    assert_eq!(judgment.trust, Trust::Verified, "{path}");
    judgment
}

#[test]
fn an_event_takes_only_a_judgment_of_its_own_operation() {
    let orders = [
        "/pay/micropay",
        "/sandboxnew/pay/micropay",
        "/xdc/apiv2sandbox/pay/micropay",
        "/pay/facepay",
        "/deposit/micropay",
        "/deposit/facepay",
    ];
    let queries = [
        "/pay/orderquery",
        "/sandbox/pay/orderquery",
        "/xdc/apiv2sandbox/pay/orderquery",
        "/pay/facepayquery",
        "/deposit/orderquery",
    ];
    let reverses = ["/secapi/pay/reverse", "/secapi/pay/facepayreverse", "/deposit/reverse"];
    let others = ["/pay/unifiedorder", "/pay/closeorder", "/pay/paporderquery"];
    assert_eq!(
        Event::judged(Request::Query, &judged("/pay/orderquery")),
        Some(Event::Queried(OrderState::Absent))
    );
    for path in orders.iter().chain(&queries).chain(&reverses).chain(&others) {
        let judgment = judged(path);
        let requests = [
            (Request::Order, &orders[..]),
            (Request::Query, &queries),
            (Request::Reverse, &reverses),
        ];
        for (request, paths) in requests {
            let answered = request.answered(judgment.outcome.unwrap(), judgment.order);
            let expected = paths.contains(path).then_some(answered);
            assert_eq!(Event::judged(request, &judgment), expected, "{request:?}, {path}");
        }
    }
}
