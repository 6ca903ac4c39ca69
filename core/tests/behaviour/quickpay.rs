//! Quick Pay against a gateway that loses, delays, doubles and reorders messages, and takes the
//! money at any moment.

use proptest::prelude::*;
use wxp_core::quickpay::{Ending, Event, QuickPay, Request, Step, Timing};
use wxp_core::{Algorithm, Canonical, Endpoint, Outcome};

use crate::data::{API_KEY, key, table};
use crate::random::Random;

mod gateway;
mod terminal;

use terminal::{Report, pay};

/// One payment, which has to end as it should.
fn run(seed: u64) -> Report {
    let report = pay(Random(seed), false);
    assert!(report.is_right(), "seed {seed}: {report:?}");
    report
}

#[test]
fn money_and_goods_change_hands_together() {
    let mut endings = std::collections::BTreeMap::new();
    for seed in 0..20_000 {
        let report = run(seed);
        *endings.entry(format!("{:?}", report.ending)).or_insert(0) += 1;
    }
    // Every ending is reached, so that every rule was tried.
    assert_eq!(endings.len(), 5, "{endings:?}");
}

#[test]
fn a_reverse_that_is_skipped_is_noticed() {
    assert!((0..20_000).any(|seed| !pay(Random(seed), true).is_right()));
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

proptest! {
    #[test]
    fn a_saved_payment_comes_back(events in proptest::collection::vec((0..9_u8, 0..20_u16), 0..30)) {
        let timing = Timing::default();
        let mut payment = QuickPay::new(timing);
        for (event, seconds) in events {
            let outcomes = [Outcome::Succeeded, Outcome::Failed, Outcome::Unsettled];
            let outcome = outcomes[usize::from(seconds) % 3];
            let event = match event {
                0 => Event::Cancelled,
                1 => Event::Resumed,
                2 => Event::Waited,
                3 | 4 => Event::NoAnswer,
                5 | 6 => Event::Answer(Request::Query, outcome),
                7 => Event::Answer(Request::Reverse, outcome),
                _ => Event::Answer(Request::Order, outcome),
            };
            payment.next(event, seconds);
            let bytes = payment.to_bytes();
            prop_assert_eq!(QuickPay::resume(&bytes, timing), Some(payment));
            for index in 0..bytes.len() * 8 {
                let mut damaged = bytes;
                damaged[index / 8] ^= 1 << (index % 8);
                prop_assert_eq!(QuickPay::resume(&damaged, timing), None);
            }
        }
    }
}

#[test]
fn only_an_authentic_answer_is_one() {
    let query = Endpoint::find("/pay/orderquery").unwrap();
    let fields = table(&[("return_code", "SUCCESS"), ("trade_state", "SUCCESS")]);
    let judgment = key(Algorithm::Md5, API_KEY).judge(&Canonical::of(&fields).unwrap(), query);
    assert_eq!(Event::judged(Request::Query, &judgment), Event::NoAnswer);
}

#[test]
fn the_procedure_goes_step_by_step() {
    use Event::{Answer, Cancelled, NoAnswer, Resumed, Waited};
    use Outcome::{Failed, Succeeded, Unsettled};
    use Request::{Order, Query, Reverse};
    use Step::{Finished, Send, Wait};
    let run = |script: &[(Event, u16, Step)]| {
        let mut payment = QuickPay::new(Timing::default());
        assert_eq!(payment.step(), Send(Order));
        for (event, seconds, expected) in script {
            assert_eq!(payment.next(*event, *seconds), *expected, "{event:?} in {script:?}");
        }
    };
    run(&[(Answer(Order, Succeeded), 1, Finished(Ending::Paid))]);
    // A failure is confirmed by a query, which can deny it.
    run(&[
        (Answer(Order, Failed), 1, Send(Query)),
        (Answer(Query, Unsettled), 1, Finished(Ending::NotPaid)),
    ]);
    run(&[
        (Answer(Order, Failed), 1, Send(Query)),
        (Answer(Query, Succeeded), 1, Finished(Ending::Paid)),
    ]);
    // Nobody answers: queried after 5 seconds, then every 10, reversed after 45.
    run(&[
        (NoAnswer, 10, Wait(5)),
        (Waited, 5, Send(Query)),
        (NoAnswer, 5, Wait(10)),
        (Waited, 10, Send(Query)),
        (Answer(Query, Unsettled), 1, Wait(10)),
        (Waited, 10, Send(Query)),
        (Answer(Query, Unsettled), 5, Send(Reverse)),
        (Answer(Reverse, Unsettled), 1, Wait(5)),
        (Waited, 5, Send(Reverse)),
        (Answer(Reverse, Succeeded), 1, Send(Query)),
        (Answer(Query, Failed), 1, Finished(Ending::Reversed)),
    ]);
    // Nor is it queried once more when the time is just over.
    run(&[
        (NoAnswer, 10, Wait(5)),
        (Waited, 5, Send(Query)),
        (Answer(Query, Unsettled), 29, Wait(1)),
        (Waited, 1, Send(Query)),
        (Answer(Query, Unsettled), 0, Send(Reverse)),
    ]);
    // Cancelled, but not before it can be reversed; it was paid meanwhile, and goes back.
    run(&[
        (Answer(Order, Unsettled), 1, Wait(5)),
        (Cancelled, 2, Wait(12)),
        (Answer(Query, Succeeded), 1, Wait(11)),
        (Waited, 11, Send(Reverse)),
        (Answer(Reverse, Succeeded), 1, Send(Query)),
        (Answer(Query, Succeeded), 1, Send(Reverse)),
        (Answer(Reverse, Failed), 1, Send(Query)),
        (Answer(Query, Succeeded), 1, Finished(Ending::NotReversible)),
    ]);
    // A failure that no query confirms is reversed, once that is allowed.
    run(&[
        (Answer(Order, Failed), 1, Send(Query)),
        (NoAnswer, 1, Wait(10)),
        (NoAnswer, 1, Wait(9)),
        (Waited, 9, Send(Query)),
        (NoAnswer, 1, Wait(10)),
        (Waited, 10, Send(Query)),
        (NoAnswer, 1, Wait(10)),
        (Waited, 10, Send(Query)),
        (NoAnswer, 1, Wait(10)),
        (Waited, 10, Send(Query)),
        (NoAnswer, 1, Send(Reverse)),
        // What was so before the reverse does not count any more.
        (Answer(Query, Succeeded), 1, Send(Reverse)),
        (Answer(Order, Succeeded), 1, Send(Reverse)),
        (Answer(Reverse, Succeeded), 1, Send(Query)),
        (Answer(Order, Succeeded), 1, Send(Query)),
        (Answer(Query, Unsettled), 1, Wait(10)),
        (Answer(Query, Succeeded), 1, Send(Reverse)),
    ]);
    // What was reversed is queried a few times; what could not be, somebody has to look at.
    for (outcome, ending) in [(Succeeded, Ending::Reversed), (Failed, Ending::NotReversible)] {
        let mut script = vec![
            (Answer(Order, Unsettled), 15, Wait(5)),
            (Cancelled, 0, Send(Reverse)),
            (Answer(Reverse, outcome), 1, Send(Query)),
        ];
        for _ in 0..4 {
            script.extend([(NoAnswer, 10, Wait(10)), (Waited, 10, Send(Query))]);
        }
        script.push((Answer(Query, Unsettled), 1, Finished(ending)));
        run(&script);
    }
    // Ten reverses without an answer, and somebody has to look.
    let mut script = vec![(Answer(Order, Unsettled), 15, Wait(5)), (Cancelled, 0, Send(Reverse))];
    for _ in 0..9 {
        script.extend([(NoAnswer, 10, Wait(5)), (Waited, 5, Send(Reverse))]);
    }
    script.extend([(NoAnswer, 10, Wait(5)), (Waited, 5, Finished(Ending::NotAnswered))]);
    run(&script);
    // Nobody has reversed anything yet.
    run(&[
        (Answer(Reverse, Succeeded), 1, Send(Order)),
        (Answer(Reverse, Failed), 1, Send(Order)),
        (Answer(Order, Unsettled), 1, Wait(5)),
        (Answer(Order, Unsettled), 1, Wait(4)),
        (Waited, 0, Send(Query)),
        (Waited, 1, Send(Query)),
    ]);
    // Whether the order was sent before the power went, nobody knows.
    run(&[(Resumed, 0, Send(Query)), (Answer(Query, Succeeded), 1, Finished(Ending::Paid))]);
    // A late answer to the order settles a wait; nothing changes what is finished.
    run(&[
        (NoAnswer, 10, Wait(5)),
        (Answer(Order, Succeeded), 1, Finished(Ending::Paid)),
        (Cancelled, 1, Finished(Ending::Paid)),
        (Answer(Query, Failed), 1, Finished(Ending::Paid)),
    ]);
}
