//! The gateway, as far as one Quick Pay order is concerned.

use wxp_core::Outcome;
use wxp_core::quickpay::Request;

use crate::random::Random;

/// What the gateway knows of the order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Order {
    Unknown,
    /// The customer is entering the password, or the bank is thinking.
    Open,
    Paid,
    Failed,
    /// Reversed: what was paid has gone back.
    Reversed,
}

pub(crate) struct Gateway {
    pub(crate) order: Order,
    /// How often the money was taken.
    pub(crate) charges: u32,
    pub(crate) holds_money: bool,
    /// Percent: losses, and that something happens.
    pub(crate) loss: u64,
}

impl Gateway {
    /// What happens by itself.
    pub(crate) fn live(&mut self, random: &mut Random) {
        if self.order == Order::Open && random.chance(8) {
            if random.chance(70) { self.charge() } else { self.order = Order::Failed }
        }
    }

    fn charge(&mut self) {
        self.order = Order::Paid;
        self.holds_money = true;
        self.charges += 1;
    }

    /// The answer to a request, if the gateway makes one that can be believed.
    pub(crate) fn handle(&mut self, request: Request, random: &mut Random) -> Option<Outcome> {
        let outcome = match (request, self.order) {
            (Request::Order, Order::Unknown) => match random.below(4) {
                0 => {
                    self.charge();
                    Outcome::Succeeded
                }
                1 => {
                    self.order = Order::Failed;
                    Outcome::Failed
                }
                _ => {
                    self.order = Order::Open;
                    Outcome::Unsettled
                }
            },
            // The number was used before; a reversed one stays reversed.
            (Request::Order, Order::Failed | Order::Reversed) => Outcome::Failed,
            (Request::Order, Order::Open | Order::Paid) => Outcome::Unsettled,
            (Request::Query, Order::Paid) => Outcome::Succeeded,
            (Request::Query, Order::Failed | Order::Reversed) => Outcome::Failed,
            (Request::Query, Order::Unknown | Order::Open) => Outcome::Unsettled,
            (Request::Reverse, _) if random.chance(10) => Outcome::Unsettled,
            // Older than a week, say: it is not done, and will not be.
            (Request::Reverse, Order::Paid) if random.chance(5) => Outcome::Failed,
            (Request::Reverse, _) => {
                self.order = Order::Reversed;
                self.holds_money = false;
                Outcome::Succeeded
            }
        };
        // Some answers cannot be read, or are not signed as they should be.
        (!random.chance(5)).then_some(outcome)
    }
}
