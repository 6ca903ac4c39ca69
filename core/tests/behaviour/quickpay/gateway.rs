//! The gateway, as far as one Quick Pay order is concerned.
//!
//! It behaves as badly as the procedure can handle. The procedure relies only on this:
//!
//! - The answers to a query come on its own connection, of which the terminal hears the first. Those
//!   to an order and a reverse may come twice, one for each copy.
//! - A query lags behind by less than the wait before the first query.
//! - A copy of the order is refused as "code used" only while the first is shown as being paid
//!   (`USERPAYING`), or is paid. While the bank thinks (`NOTPAY`), the copy has no result either.
//! - An order that failed is not paid later, unless it is shown as `PAYERROR`.
//! - An order that comes after its own reverse is refused if the terminal's clock jumps, since such
//!   a terminal may reverse too early. Else it may also be taken.

use wxp_core::quickpay::Request;
use wxp_core::{OrderState, Outcome};

use crate::random::Random;

/// What an answer says: of the operation, and of the order.
pub(crate) type Answer = (Outcome, OrderState);

/// What became of the order.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Order {
    Unknown,
    /// The customer is entering the password.
    Asked,
    /// The bank is thinking.
    Thinking,
    Paid,
    /// Somebody has given the money back by hand.
    Refunded,
    /// Failed for good, and shown like this.
    Failed(OrderState),
    /// Failed, and not for good.
    PayError,
    /// Closed or reversed: what was paid has gone back.
    Closed,
}

pub(crate) struct Gateway {
    order: Order,
    /// What it was before, and until when.
    past: Vec<(u64, Order)>,
    ordered_at: Option<u64>,
    /// Whether an order is refused that comes after its own reverse.
    keeps_reverses: bool,
    /// Whether anybody has been told that it is paid.
    is_told: bool,
    /// How often the money was taken.
    pub(crate) charges: u32,
    pub(crate) holds_money: bool,
}

impl Gateway {
    pub(crate) fn new(is_clock_right: bool, random: &mut Random) -> Self {
        Self {
            order: Order::Unknown,
            past: Vec::new(),
            ordered_at: None,
            keeps_reverses: !is_clock_right || random.chance(70),
            is_told: false,
            charges: 0,
            holds_money: false,
        }
    }

    /// What happens by itself.
    pub(crate) fn live(&mut self, now: u64, random: &mut Random) {
        match self.order {
            Order::Asked | Order::Thinking if random.chance(8) => {
                if random.chance(70) {
                    self.charge(now);
                } else {
                    let failed = Order::Failed(OrderState::Unpaid);
                    self.turn(random.one_of([failed, Order::PayError, Order::Closed]), now);
                }
            }
            Order::PayError if random.chance(5) => {
                if random.chance(30) {
                    self.charge(now);
                } else {
                    self.turn(Order::Closed, now);
                }
            }
            Order::Paid if !self.is_told && random.chance(1) => {
                self.holds_money = false;
                self.turn(Order::Refunded, now);
            }
            _ => {}
        }
    }

    /// The answer to a request, if the gateway makes one that can be believed.
    pub(crate) fn handle(
        &mut self,
        request: Request,
        now: u64,
        random: &mut Random,
    ) -> Option<Answer> {
        let answer = match request {
            Request::Order => self.take(now, random),
            Request::Query => (Outcome::Unsettled, self.show(now, random)),
            Request::Reverse => (self.reverse(now, random), OrderState::Unknown),
        };
        self.is_told |= answer.1 == OrderState::Paid;
        // Some answers cannot be read, or are not signed as they should be.
        (!random.chance(5)).then_some(answer)
    }

    fn take(&mut self, now: u64, random: &mut Random) -> Answer {
        let outcome = match self.order {
            Order::Unknown => {
                self.ordered_at = Some(now);
                match random.below(4) {
                    0 => {
                        self.charge(now);
                        return (Outcome::Succeeded, OrderState::Paid);
                    }
                    1 => {
                        let failed = [OrderState::Unpaid, OrderState::Absent].map(Order::Failed);
                        let [unpaid, absent] = failed;
                        self.turn(random.one_of([unpaid, absent, Order::PayError]), now);
                        Outcome::Failed
                    }
                    2 => {
                        self.turn(Order::Asked, now);
                        Outcome::Unsettled
                    }
                    _ => {
                        self.turn(Order::Thinking, now);
                        Outcome::Unsettled
                    }
                }
            }
            // It came twice. The code is used, the number is paid, or the customer is still busy.
            Order::Asked | Order::Paid => random.one_of([Outcome::Failed, Outcome::Unsettled]),
            Order::Thinking | Order::Refunded => Outcome::Unsettled,
            Order::Failed(_) | Order::PayError | Order::Closed => Outcome::Failed,
        };
        (outcome, OrderState::Unknown)
    }

    /// What a query is answered: perhaps nothing, perhaps what was so a moment ago.
    fn show(&self, now: u64, random: &mut Random) -> OrderState {
        if random.chance(10) {
            return OrderState::Unknown;
        }
        let at = now.saturating_sub(random.one_of([0, 0, 1, 2, 4]));
        let before = self.past.iter().find(|(until, _)| at < *until);
        // Who gives the money back by hand sees to it that everybody knows.
        let is_old = self.order != Order::Refunded;
        match before.filter(|_| is_old).map_or(self.order, |(_, order)| *order) {
            Order::Unknown => OrderState::Absent,
            Order::Asked => OrderState::Paying,
            Order::Thinking => OrderState::Unpaid,
            Order::Paid => OrderState::Paid,
            Order::Refunded => OrderState::Refunded,
            Order::Failed(state) => state,
            Order::PayError => OrderState::PayError,
            Order::Closed => OrderState::Closed,
        }
    }

    fn reverse(&mut self, now: u64, random: &mut Random) -> Outcome {
        let is_early = self.ordered_at.is_some_and(|at| now < at + 15);
        match self.order {
            _ if random.chance(10) || is_early && random.chance(50) => Outcome::Unsettled,
            // Older than a week, say: it is not done, and will not be.
            Order::Paid if random.chance(5) => Outcome::Failed,
            Order::Refunded => random.one_of([Outcome::Failed, Outcome::Succeeded]),
            Order::Closed if random.chance(20) => Outcome::Failed,
            Order::Unknown if !self.keeps_reverses => Outcome::Succeeded,
            _ => {
                self.holds_money = false;
                self.turn(Order::Closed, now);
                Outcome::Succeeded
            }
        }
    }

    fn charge(&mut self, now: u64) {
        self.turn(Order::Paid, now);
        self.holds_money = true;
        self.charges += 1;
    }

    fn turn(&mut self, order: Order, now: u64) {
        self.past.push((now, self.order));
        self.order = order;
    }
}
