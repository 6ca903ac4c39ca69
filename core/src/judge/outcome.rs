//! What became of an operation, and of the order it is about.

/// What an answer or a notice says about its operation, or about the transaction it asks for.
///
/// ```
/// use wxp_core::{Outcome, TradeState, Value};
///
/// // The customer is still entering the password: the payment can yet succeed.
/// assert_eq!(TradeState::from(Value::new("USERPAYING")).outcome(), Outcome::Unsettled);
/// assert_eq!(TradeState::from(Value::new("CLOSED")).outcome(), Outcome::Failed);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum Outcome {
    /// Done; for a payment, or a query of one: paid.
    Succeeded,
    /// Taken on by the gateway, and not done yet: an order is not paid, a refund not given back.
    Accepted,
    /// Not done, and it will not be.
    Failed,
    /// Not known, or not final: query, and never try again under another number.
    Unsettled,
}

/// What an answer or a notice says about an order, more closely than [`Outcome`]. Quick Pay goes by
/// it: only [`Closed`](Self::Closed) says that an order is not paid and will not be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum OrderState {
    /// Nothing that is known.
    #[default]
    Unknown,
    /// Paid.
    Paid,
    /// Paid, and all or some of it has been refunded since (`REFUND`).
    Refunded,
    /// Not paid so far; it can still be paid (`NOTPAY`).
    Unpaid,
    /// The customer is entering the password, or a deduction is to come (`USERPAYING`, `ACCEPT`).
    Paying,
    /// The payment failed, which is not final: reverse or close the order (`PAYERROR`).
    PayError,
    /// Closed or reversed: not paid, and it will not be (`CLOSED`, `REVOKED`).
    Closed,
    /// No such order is known (yet) (`ORDERNOTEXIST`).
    Absent,
}
