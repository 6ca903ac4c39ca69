//! What an operation does, as far as its answers' meaning depends on it.

/// The family of an operation: those whose answers are judged alike and fail alike.
///
/// ```
/// use wxp_core::{Endpoint, Family};
///
/// let refund = Endpoint::find("/secapi/pay/refund").unwrap();
/// assert_eq!(refund.family, Family::Refund);
/// assert!(refund.family.moves_money());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
#[repr(u8)]
pub enum Family {
    /// Takes money at once, or reports that it was taken: Quick Pay, face payment, and the notices
    /// of payments. Success means paid.
    Payment,
    /// Places an order that the customer has yet to pay. Success means accepted.
    Order,
    /// Asks for money under a contract or from a deposit. Success means accepted.
    Deduction,
    /// Asks what became of an order. `trade_state` decides.
    OrderQuery,
    /// Asks what became of a combined order. The states of the orders within it are JSON, which is not
    /// read here; a `trade_state` of the whole decides, if there is one.
    CombinedQuery,
    /// Closes an unpaid order.
    Close,
    /// Takes a payment back or closes its order. `recall` tells whether to call again.
    Reverse,
    /// Asks for money to be given back. Success means accepted.
    Refund,
    /// Asks what became of refunds. All of the `refund_status_$n` together decide.
    RefundQuery,
    /// Sends a red packet. Success means sent, not received.
    RedPacket,
    /// Asks what became of a red packet. `status` decides.
    RedPacketQuery,
    /// Pays a user's wallet.
    Transfer,
    /// Asks what became of such a payment. `status` decides.
    TransferQuery,
    /// Pays a bank account. Success means accepted.
    BankTransfer,
    /// Asks what became of such a payment. `status` decides.
    BankTransferQuery,
    /// Splits a payment between receivers, or takes a share back. Success means accepted.
    ProfitSharing,
    /// Asks what became of a split. `status` decides.
    ProfitSharingQuery,
    /// Asks for the state of a deduction contract. `contract_state` decides.
    ContractQuery,
    /// Sends coupons and asks about them.
    Coupon,
    /// Downloads a bill, which is text; only a failure is XML, with its reason in `return_msg`.
    Bill,
    /// Turns a payment code into the payer's `openid`.
    OpenId,
    /// Reports that a contract about deductions was signed or has ended.
    Contract,
    /// Reports something that has happened, with no protocol or service field: a code was scanned, a
    /// vehicle drove in.
    Event,
    /// Reports something in a sealed part, which has to be opened to learn what.
    Sealed,
    /// Anything else. Success means done.
    Other,
}

impl Family {
    /// Whether money can move, so that an outcome that is not known must be found out by a query
    /// before anything is tried anew.
    #[must_use]
    pub const fn moves_money(self) -> bool {
        matches!(
            self,
            Self::Payment
                | Self::Deduction
                | Self::Reverse
                | Self::Refund
                | Self::RedPacket
                | Self::Transfer
                | Self::BankTransfer
                | Self::ProfitSharing
        )
    }

    /// Whether this only asks for the status of something else, which a failure to ask leaves open.
    #[must_use]
    pub const fn asks_for_status(self) -> bool {
        matches!(
            self,
            Self::OrderQuery
                | Self::CombinedQuery
                | Self::RefundQuery
                | Self::RedPacketQuery
                | Self::TransferQuery
                | Self::BankTransferQuery
                | Self::ProfitSharingQuery
                | Self::ContractQuery
        )
    }

    /// Whether a customer pays, now or later.
    pub(crate) const fn takes_payment(self) -> bool {
        matches!(self, Self::Payment | Self::Order | Self::Deduction)
    }

    /// Whether success only means that the gateway has taken the operation on.
    pub(crate) const fn is_accepted_first(self) -> bool {
        matches!(
            self,
            Self::Order
                | Self::Deduction
                | Self::Refund
                | Self::RedPacket
                | Self::BankTransfer
                | Self::ProfitSharing
        )
    }

    /// Whether messages need no `result_code`, because not all of them have one.
    pub(crate) const fn lacks_service_field(self) -> bool {
        matches!(self, Self::Other | Self::Event | Self::Sealed)
    }

    /// The set of this family alone, as bits.
    #[allow(clippy::as_conversions, reason = "the discriminant of an enum, in a const fn")]
    pub(crate) const fn bit(self) -> u32 {
        1_u32.wrapping_shl(self as u32)
    }
}
