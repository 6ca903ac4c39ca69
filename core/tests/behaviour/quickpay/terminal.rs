//! A terminal that pays while everything can go wrong, and what must be true at the end.

use wxp_core::quickpay::{Ending, Event, QuickPay, Request, Step, Timing};
use wxp_core::{OrderState, Outcome};

use super::gateway::{Answer, Gateway};
use super::network::{Message, Network};
use crate::random::Random;

/// Seconds within which every payment has to end.
const LONGEST: u64 = 4_000;

/// Seconds for which a terminal listens to what still comes when a payment has ended.
const LISTENS: u64 = 40;

/// What the properties have to notice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Mistake {
    None,
    /// Reverses are not sent, and taken for done.
    SkipReverse,
    /// After a failure, every answer to a query but "paid" is taken for "will not be paid".
    AnyAnswerConfirms,
}

/// How a payment ended.
#[derive(Debug)]
pub(crate) struct Report {
    /// None has come if the procedure does not end.
    pub(crate) ending: Option<Ending>,
    /// It was finished, and went on.
    pub(crate) was_woken: bool,
    holds_money: bool,
    /// The goods were handed over.
    goods: bool,
    charges: u32,
    orders: u32,
    was_cancelled: bool,
}

struct Terminal {
    payment: QuickPay,
    timing: Timing,
    saved: [u8; QuickPay::LEN],
    /// It works as the C ABI does: from the bytes alone.
    keeps_bytes: bool,
    step: Step,
    /// The step has not been carried out yet.
    is_new: bool,
    /// The request in hand, and whether it could be sent.
    hand: Option<(Request, bool)>,
    /// When the request in hand is given up, or the wait ends.
    until: u64,
    /// When the last event was.
    last: u64,
    /// The clock jumps.
    is_wild: bool,
    /// The connections that can still bring an answer, and how many there were.
    open: Vec<u32>,
    connections: u32,
    ended_at: Option<u64>,
    mistake: Mistake,
    has_failed: bool,
    report: Report,
}

/// One payment.
pub(crate) fn pay(mut random: Random, mistake: Mistake) -> Report {
    let random = &mut random;
    let mut terminal = Terminal::new(mistake, random);
    let mut gateway = Gateway::new(!terminal.is_wild, random);
    let mut network = Network::new(random);
    let (cancels, mut power_cuts) = (random.chance(25), if random.chance(30) { 20 } else { 0 });
    let mut looks = random.chance(30);
    let mut now = 0;
    while now < LONGEST && terminal.ended_at.is_none_or(|at| now <= at + LISTENS) {
        terminal.act(now, &mut network, random);
        gateway.live(now, random);
        let mut events = Vec::new();
        while let Some(message) = network.arrived(now) {
            match message {
                Message::Request(request, connection) => {
                    let answer = gateway.handle(request, now, random);
                    network.send(Message::Answer(request, connection, answer), now, random);
                }
                Message::Answer(request, connection, answer) if !network.is_down(now) => {
                    if terminal.hears(request, connection) {
                        events.extend(terminal.heard(request, answer));
                    }
                }
                Message::Answer(..) => {}
            }
        }
        if power_cuts > 0 && random.chance(3) {
            power_cuts -= 1;
            now += random.below(60);
            events = terminal.restart(now, random);
        } else if cancels && !terminal.report.was_cancelled && random.chance(4) {
            events.push(Event::Cancelled);
        } else if events.is_empty() && now >= terminal.until {
            events.push(match terminal.hand {
                Some((_, true)) => Event::NoAnswer,
                Some((_, false)) => Event::NotSent,
                None => Event::Waited,
            });
        }
        // Somebody looks later what became of it. Each look can begin ten reverses anew.
        if looks && terminal.ended_at.is_some_and(|at| now == at + LISTENS) {
            looks = false;
            let answer = gateway.handle(Request::Query, now, random);
            events.extend(terminal.heard(Request::Query, answer));
        }
        for event in events {
            terminal.tell(event, now, random);
        }
        now += 1;
    }
    // What is still under way arrives.
    for now in now..now + 100 {
        gateway.live(now, random);
        while let Some(message) = network.arrived(now) {
            if let Message::Request(request, _) = message {
                gateway.handle(request, now, random);
            }
        }
    }
    let Report { goods, orders, was_cancelled, was_woken, .. } = terminal.report;
    let ending = match terminal.step {
        Step::Finished(ending) => Some(ending),
        _ => None,
    };
    let Gateway { holds_money, charges, .. } = gateway;
    Report { ending, was_woken, holds_money, goods, charges, orders, was_cancelled }
}

impl Terminal {
    fn new(mistake: Mistake, random: &mut Random) -> Self {
        let timing = Timing { total: if random.chance(50) { 30 } else { 45 }, ..Timing::default() };
        let keeps_bytes = random.chance(30);
        let mut payment = QuickPay::new(timing);
        Self {
            step: if keeps_bytes { payment.now() } else { payment.step() },
            saved: payment.to_bytes(),
            payment,
            timing,
            keeps_bytes,
            is_new: true,
            hand: None,
            until: 0,
            last: 0,
            is_wild: random.chance(20),
            open: Vec::new(),
            connections: 0,
            ended_at: None,
            mistake,
            has_failed: false,
            report: Report {
                ending: None,
                was_woken: false,
                holds_money: false,
                goods: false,
                charges: 0,
                orders: 0,
                was_cancelled: false,
            },
        }
    }

    /// Carries the step out, if it is new.
    fn act(&mut self, now: u64, network: &mut Network, random: &mut Random) {
        if !core::mem::take(&mut self.is_new) {
            return;
        }
        match self.step {
            Step::Finished(ending) => {
                (self.hand, self.until, self.ended_at) = (None, u64::MAX, Some(now));
                self.report.goods |= ending == Ending::Paid;
            }
            Step::Wait(seconds) => (self.hand, self.until) = (None, now + u64::from(seconds)),
            Step::Send(request) if network.is_down(now) || random.chance(2) => {
                (self.hand, self.until) = (Some((request, false)), now + random.below(2));
            }
            Step::Send(request) => {
                (self.hand, self.until) = (Some((request, true)), now + 10);
                self.report.orders += u32::from(request == Request::Order);
                self.connections += 1;
                self.open.push(self.connections);
                let message = if self.mistake == Mistake::SkipReverse && request == Request::Reverse
                {
                    let done = (Outcome::Succeeded, OrderState::Unknown);
                    Message::Answer(request, self.connections, Some(done))
                } else {
                    Message::Request(request, self.connections)
                };
                network.send(message, now, random);
            }
        }
    }

    /// Whether an answer on this connection reaches the program.
    fn hears(&mut self, request: Request, connection: u32) -> bool {
        let at = self.open.iter().position(|open| *open == connection);
        if let (Some(at), Request::Query) = (at, request) {
            self.open.swap_remove(at);
        }
        at.is_some()
    }

    /// The event that an answer is.
    fn heard(&mut self, request: Request, answer: Option<Answer>) -> Option<Event> {
        let Some((outcome, mut order)) = answer else {
            let is_in_hand = self.hand.is_some_and(|(hand, _)| hand == request);
            return is_in_hand.then_some(Event::NoAnswer);
        };
        if self.mistake == Mistake::AnyAnswerConfirms {
            self.has_failed |= request == Request::Order && outcome == Outcome::Failed;
            if request == Request::Query && self.has_failed && order != OrderState::Paid {
                order = OrderState::Closed;
            }
        }
        Some(request.answered(outcome, order))
    }

    /// The power was off. What happens first is the end of the break, or anything else.
    fn restart(&mut self, now: u64, random: &mut Random) -> Vec<Event> {
        if self.keeps_bytes {
            self.payment = QuickPay::from_bytes(&self.saved, self.timing).unwrap();
            self.step = self.payment.now();
        } else {
            self.payment = QuickPay::resume(&self.saved, self.timing).unwrap();
            self.step = self.payment.step();
        }
        self.saved = self.payment.to_bytes();
        self.open.clear();
        self.is_new = true;
        // Often nobody knows how long it was off.
        self.last = if random.chance(50) { now } else { self.last };
        if random.chance(50) { vec![Event::Resumed] } else { Vec::new() }
    }

    /// Tells the payment what happened.
    fn tell(&mut self, event: Event, now: u64, random: &mut Random) {
        let mut seconds = u16::try_from(now - self.last).unwrap();
        if self.is_wild && random.chance(10) {
            seconds = random.one_of([0, 3, 90, 1_000, u16::MAX]);
        }
        self.last = now;
        let before = self.step;
        if self.keeps_bytes {
            self.payment = QuickPay::from_bytes(&self.saved, self.timing).unwrap();
        }
        self.step = self.payment.next(event, seconds);
        if self.keeps_bytes {
            self.step = self.payment.now();
        }
        self.saved = self.payment.to_bytes();
        let was_finished = matches!(before, Step::Finished(_));
        self.report.was_cancelled |= event == Event::Cancelled && !was_finished;
        if was_finished && self.step != before {
            self.ended_at = None;
            self.report.was_woken = true;
        }
        let is_answered = match (event, self.hand) {
            (Event::NoAnswer | Event::NotSent, _) => true,
            (Event::Ordered(_), Some((hand, _))) => hand == Request::Order,
            (Event::Queried(_), Some((hand, _))) => hand == Request::Query,
            (Event::Reversed(_), Some((hand, _))) => hand == Request::Reverse,
            _ => false,
        };
        // A wait begins anew, and the same request is sent again once it is answered.
        let is_wait = matches!(self.step, Step::Wait(_));
        self.is_new |= self.step != before || is_wait || is_answered || event == Event::Resumed;
    }
}

impl Report {
    /// What has to hold of every payment.
    pub(crate) fn is_right(&self) -> bool {
        let holds = match self.ending {
            Some(Ending::Paid) => self.holds_money && !self.was_cancelled,
            Some(Ending::NotPaid | Ending::Reversed) => !self.holds_money,
            Some(Ending::NotSent) => self.charges == 0 && self.orders == 0,
            Some(_) => true,
            None => false,
        };
        let goods = !self.goods || self.ending == Some(Ending::Paid);
        holds && goods && self.charges <= 1 && self.orders <= 1
    }
}
