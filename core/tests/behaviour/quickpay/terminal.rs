//! A terminal that pays through a network on which everything can go wrong, and what has to hold in
//! the end.

use wxp_core::Outcome;
use wxp_core::quickpay::{Ending, Event, QuickPay, Request, Step, Timing};

use super::gateway::{Gateway, Order};
use crate::random::Random;

/// A message under way, and when it arrives.
#[derive(Clone, Copy)]
enum Message {
    Request(Request),
    Answer(Request, Option<Outcome>),
}

/// How a payment ended.
#[derive(Debug)]
pub(crate) struct Report {
    /// None has come if the procedure does not end.
    pub(crate) ending: Option<Ending>,
    holds_money: bool,
    charges: u32,
    orders: u32,
    was_cancelled: bool,
}

/// One payment. `skip_reverse` is the mistake that the properties have to notice.
pub(crate) fn pay(mut random: Random, skip_reverse: bool) -> Report {
    let loss = random.one_of([0, 5, 30, 60, 95]);
    let mut gateway = Gateway { order: Order::Unknown, charges: 0, holds_money: false, loss };
    let timing = Timing { total: if random.chance(50) { 30 } else { 45 }, ..Timing::default() };
    let (cancels, mut power_cuts) = (random.chance(25), if random.chance(30) { 20 } else { 0 });
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
        if now >= 4_000 {
            break None;
        }
        if is_new {
            is_new = false;
            match step {
                Step::Finished(ending) => break Some(ending),
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
        if power_cuts > 0 && random.chance(3) {
            power_cuts -= 1;
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

impl Report {
    /// What has to hold of every payment.
    pub(crate) fn is_right(&self) -> bool {
        let holds = match self.ending {
            Some(Ending::Paid) => self.holds_money && !self.was_cancelled,
            Some(Ending::NotPaid | Ending::Reversed) => !self.holds_money,
            Some(Ending::NotAnswered | Ending::NotReversible) => true,
            None => false,
        };
        holds && self.charges <= 1 && self.orders <= 1
    }
}
