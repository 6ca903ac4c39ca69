//! What became of an operation.

/// What an answer or a notice says about its operation, or about the transaction it asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
