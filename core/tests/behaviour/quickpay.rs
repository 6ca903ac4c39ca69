//! Quick Pay against a gateway that loses, delays, doubles and reorders messages, and takes the
//! money at any moment.

use proptest::prelude::*;
use wxp_core::Outcome;
use wxp_core::quickpay::{Ending, Event, QuickPay, Request, Step, Timing};

use crate::random::Random;

mod gateway;

use gateway::{Gateway, Order};

/// A message under way, and when it arrives.
#[derive(Clone, Copy)]
enum Message {
    Request(Request),
    Answer(Request, Option<Outcome>),
}

/// How a payment ended, for the counts.
#[derive(Debug)]
struct Report {
    ending: Ending,
    holds_money: bool,
    charges: u32,
    orders: u32,
    was_cancelled: bool,
}

/// One payment. `skip_reverse` is the mistake that the properties have to notice.
fn pay(seed: u64, skip_reverse: bool) -> Report {
    let mut random = Random(seed);
    let loss = random.one_of([0, 5, 30, 60, 95]);
    let mut gateway = Gateway { order: Order::Unknown, charges: 0, holds_money: false, loss };
    let timing = Timing { total: if random.chance(50) { 30 } else { 45 }, ..Timing::default() };
    let (cancels, power_cuts) = (random.chance(25), random.chance(30));
    let mut payment = QuickPay::new(timing);
    let mut saved = payment.to_bytes();
    let mut wire: Vec<(u64, Message)> = Vec::new();
    let (mut now, mut last, mut orders, mut was_cancelled) = (0_u64, 0_u64, 0, false);
    // The request in hand and when it is given up, or when the wait ends.
    let mut hand: Option<Request> = None;
    let mut until = 0_u64;
    let mut step = payment.step();
    let mut is_new = true;
    let ending = loop {
        assert!(now < 4_000, "seed {seed}: {payment:?} does not end");
        if is_new {
            is_new = false;
            match step {
                Step::Finished(ending) => break ending,
                Step::Wait(seconds) => (hand, until) = (None, now + u64::from(seconds)),
                Step::Send(request) => {
                    orders += u32::from(request == Request::Order);
                    (hand, until) = (Some(request), now + 10);
                    let is_sent = !(skip_reverse && request == Request::Reverse);
                    for _ in 0..=u64::from(random.chance(5)) {
                        if is_sent && !random.chance(gateway.loss) {
                            let delay = random.one_of([0, 1, 3, 12]);
                            wire.push((now + delay, Message::Request(request)));
                        }
                    }
                    if !is_sent {
                        wire.push((now, Message::Answer(request, Some(Outcome::Succeeded))));
                    }
                }
            }
        }
        gateway.live(&mut random);
        // What arrives now, in any order.
        let mut events = Vec::new();
        while let Some(at) = wire.iter().position(|(time, _)| *time <= now) {
            match wire.swap_remove(at).1 {
                Message::Request(request) => {
                    let outcome = gateway.handle(request, &mut random);
                    for _ in 0..=u64::from(random.chance(5)) {
                        if !random.chance(gateway.loss) {
                            let delay = random.one_of([1, 1, 2, 20]);
                            wire.push((now + delay, Message::Answer(request, outcome)));
                        }
                    }
                }
                Message::Answer(request, Some(outcome)) => {
                    events.push(Event::Answer(request, outcome));
                }
                Message::Answer(request, None) if hand == Some(request) => {
                    events.push(Event::NoAnswer);
                }
                Message::Answer(..) => {}
            }
        }
        if power_cuts && random.chance(3) {
            payment = QuickPay::resume(&saved, timing).unwrap();
            // Often nobody knows how long it was off.
            let off = random.below(60);
            now += off;
            last = if random.chance(50) { now } else { last };
            events = vec![Event::Resumed];
        } else if cancels && !was_cancelled && random.chance(4) {
            events.push(Event::Cancelled);
        } else if events.is_empty() && now >= until {
            events.push(if hand.is_some() { Event::NoAnswer } else { Event::Waited });
        }
        for event in events {
            let seconds = u16::try_from(now - last).unwrap();
            last = now;
            let before = step;
            step = payment.next(event, seconds);
            saved = payment.to_bytes();
            let is_finished = matches!(before, Step::Finished(_));
            was_cancelled |= event == Event::Cancelled && !is_finished;
            // A wait that goes on is no new one.
            let goes_on = matches!((before, step), (Step::Wait(_), Step::Wait(_)));
            is_new |= step != before && !goes_on || event == Event::Resumed;
            if goes_on && let Step::Wait(left) = step {
                until = now + u64::from(left);
            }
            // The answer to the request in hand leads to the same request: it is sent again.
            is_new |= step == before
                && matches!((event, hand), (Event::Answer(of, _), Some(hand)) if of == hand);
            is_new |= step == before && event == Event::NoAnswer;
        }
        now += 1;
    };
    // What is still under way arrives.
    for _ in 0..100 {
        gateway.live(&mut random);
        while let Some(at) = wire.iter().position(|(time, _)| *time <= now) {
            if let Message::Request(request) = wire.swap_remove(at).1 {
                gateway.handle(request, &mut random);
            }
        }
        now += 1;
    }
    let Gateway { holds_money, charges, .. } = gateway;
    Report { ending, holds_money, charges, orders, was_cancelled }
}

/// What has to hold of every payment.
fn check(seed: u64, report: &Report) -> Result<(), String> {
    let holds = match report.ending {
        Ending::Paid => report.holds_money && !report.was_cancelled,
        Ending::NotPaid | Ending::Reversed => !report.holds_money,
        Ending::NotAnswered | Ending::NotReversible => true,
    };
    if holds && report.charges <= 1 && report.orders <= 1 {
        Ok(())
    } else {
        Err(format!("seed {seed}: {report:?}"))
    }
}

#[test]
fn money_and_goods_change_hands_together() {
    let mut endings = std::collections::BTreeMap::new();
    for seed in 0..20_000 {
        let report = pay(seed, false);
        check(seed, &report).unwrap();
        *endings.entry(format!("{:?}", report.ending)).or_insert(0) += 1;
    }
    // Every ending is reached, so that every rule was tried.
    assert_eq!(endings.len(), 5, "{endings:?}");
}

#[test]
fn a_reverse_that_is_skipped_is_noticed() {
    assert!((0..20_000).any(|seed| check(seed, &pay(seed, true)).is_err()));
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
        check(seed, &pay(seed, false)).unwrap();
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
