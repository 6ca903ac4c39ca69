//! What a payment asks for, how it can end, and how long it takes.

use super::Request;

/// What to do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum Step {
    /// Send this request.
    Send(Request),
    /// Wait, in seconds.
    Wait(u16),
    /// Nothing more: this is what became of the payment.
    Finished(Ending),
}

/// What became of a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum Ending {
    /// Paid: hand the goods over.
    Paid,
    /// Not paid, and it will not be: the order is closed, or it failed and is still not paid after
    /// a wait. Another attempt needs another order number.
    NotPaid,
    /// Reversed: what was paid, if anything, has gone back.
    Reversed,
    /// Not known, because no reverse within the limit was answered, or none that was done is
    /// confirmed: somebody has to look, with a query of this order, before the customer pays anew.
    NotAnswered,
    /// Not known, or paid after all: the gateway will not reverse it. Somebody has to look, and
    /// refund it if it is paid.
    NotReversible,
    /// The order was not sent, because no connection could be made: nothing is paid. Another
    /// attempt can use the same order number.
    NotSent,
}

/// How long to wait and how often to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Timing {
    /// Seconds before the first query, and before a failure is believed: 5.
    pub first_query: u16,
    /// Seconds between queries: 10, as the Chinese page has it; the Global guide has 3 to 5.
    pub spacing: u16,
    /// Seconds after which an order that is not paid is given up: 45, as the Chinese page has it;
    /// the Global guide has 30.
    pub total: u16,
    /// Seconds after the order before which it cannot be reversed: 15.
    pub reverse_from: u16,
    /// Seconds between reverses: 5.
    pub reverse_spacing: u16,
    /// Reverses before somebody has to look: 10.
    pub reverses: u8,
    /// Queries that confirm a failed order, and that settle a reversed one: 5.
    pub queries: u8,
}

impl Timing {
    /// As the Chinese page has it.
    pub const CHINA: Self = Self {
        first_query: 5,
        spacing: 10,
        total: 45,
        reverse_from: 15,
        reverse_spacing: 5,
        reverses: 10,
        queries: 5,
    };
}

impl Default for Timing {
    fn default() -> Self {
        Self::CHINA
    }
}
