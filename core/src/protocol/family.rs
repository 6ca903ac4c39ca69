//! What an operation does, as far as its answers' meaning depends on it.

/// Who signs the messages of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum Signed {
    /// Always signed, but for refused calls (`return_code` other than `SUCCESS`).
    Always,
    /// Signed in some answers and not in others. A signature that is there must be right.
    Sometimes,
    /// Never signed: only the TLS connection vouches for it.
    Never,
}

/// The family of an operation: those whose answers are judged alike and fail alike.
///
/// ```
/// use wxp_core::{Endpoint, Family};
///
/// let refund = Endpoint::find("/secapi/pay/refund").unwrap();
/// assert_eq!(refund.family, Family::Refund);
/// assert!(refund.family.moves_money() && !refund.family.is_payout());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
#[repr(u8)]
pub enum Family {
    /// Takes money at once, or reports that it was taken: Quick Pay, face payment, and the notices
    /// of payments. Success means paid.
    Payment,
    /// Places an order that the customer has yet to pay. Success means accepted; a contract that is
    /// signed with it has a result of its own, `contract_result_code`.
    Order,
    /// Places a rental or a hotel order that the customer has yet to confirm. Success means
    /// accepted.
    Rental,
    /// Asks for money under a contract or from a deposit. Success means accepted.
    Deduction,
    /// Reports what became of a deduction. No customer is present. Success means paid.
    DeductionNotice,
    /// Asks what became of an order. `trade_state` decides.
    OrderQuery,
    /// Asks what became of a combined order. The states of the orders within it are JSON, which is
    /// not read here; a `trade_state` of the whole decides, if there is one.
    CombinedQuery,
    /// Asks what became of a rental. `state` decides.
    RentalQuery,
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
    /// Pays the merchant's balance to its own bank account. Success means accepted.
    Withdrawal,
    /// Asks what became of such a payment. The values of `withdraw_status` are not published, so
    /// nothing settles it.
    WithdrawalQuery,
    /// Splits a payment between receivers. Success means accepted.
    ProfitSharing,
    /// Asks what became of a split. `status` decides.
    ProfitSharingQuery,
    /// Takes a share back from a receiver. `result` decides; without it, success means accepted.
    ShareReturn,
    /// Asks what became of that. `result` decides.
    ShareReturnQuery,
    /// Asks for the state of a deduction contract. `contract_state` decides.
    ContractQuery,
    /// Asks whether a driver or passenger can be charged. `user_state` decides.
    UserQuery,
    /// Sends a coupon. `ret_code` and `success_count` decide.
    Coupon,
    /// Asks what became of a coupon. `coupon_state` decides.
    CouponQuery,
    /// Describes a batch of coupons.
    CouponStock,
    /// Declares an order to the customs. `state` decides.
    Customs,
    /// Asks what became of declarations. All of the `state_$n` together decide.
    CustomsQuery,
    /// Downloads a bill, which is text; only a failure is XML, with its reason in `return_msg`.
    Bill,
    /// Turns a payment code into the payer's `openid`.
    OpenId,
    /// Reports that a contract about deductions was signed or has ended.
    Contract,
    /// Reports something that has happened, with no protocol or service field: a code was scanned,
    /// a vehicle drove in.
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
        self.is_payout()
            || matches!(
                self,
                Self::Payment
                    | Self::Deduction
                    | Self::DeductionNotice
                    | Self::Reverse
                    | Self::Refund
                    | Self::ProfitSharing
                    | Self::ShareReturn
            )
    }

    /// Whether the merchant pays somebody. Any failure of these may hide a payment, whatever its
    /// code: only the status that a query finds settles it (pages of transfers and red packets).
    #[must_use]
    pub const fn is_payout(self) -> bool {
        matches!(self, Self::RedPacket | Self::Transfer | Self::BankTransfer | Self::Withdrawal)
    }

    /// Whether this only asks for the status of something else, which a failure to ask leaves open.
    #[must_use]
    pub const fn asks_for_status(self) -> bool {
        matches!(
            self,
            Self::OrderQuery
                | Self::CombinedQuery
                | Self::RentalQuery
                | Self::RefundQuery
                | Self::RedPacketQuery
                | Self::TransferQuery
                | Self::BankTransferQuery
                | Self::WithdrawalQuery
                | Self::ProfitSharingQuery
                | Self::ShareReturnQuery
                | Self::ContractQuery
                | Self::UserQuery
                | Self::CouponQuery
                | Self::CustomsQuery
        )
    }

    /// Whether a failure can be final; of a payout or a query none is.
    pub(crate) const fn can_fail(self) -> bool {
        !self.is_payout() && !self.asks_for_status()
    }

    /// Whether a positive service field says nothing without a status.
    pub(crate) const fn needs_status(self) -> bool {
        self.asks_for_status() || matches!(self, Self::Reverse | Self::Coupon | Self::Customs)
    }

    /// Whether a customer pays, now or later.
    pub(crate) const fn takes_payment(self) -> bool {
        matches!(self, Self::Payment | Self::Order | Self::Deduction | Self::DeductionNotice)
    }

    /// Whether success only means that the gateway has taken the operation on.
    pub(crate) const fn is_accepted_first(self) -> bool {
        matches!(
            self,
            Self::Order
                | Self::Rental
                | Self::Deduction
                | Self::Refund
                | Self::RedPacket
                | Self::BankTransfer
                | Self::Withdrawal
                | Self::ProfitSharing
                | Self::ShareReturn
        )
    }

    /// Whether messages need no `result_code`, because not all of them have one.
    pub(crate) const fn lacks_service_field(self) -> bool {
        matches!(self, Self::Other | Self::Event | Self::Sealed)
    }

    /// The number of families.
    #[allow(clippy::as_conversions, reason = "from u8, in a const")]
    pub(crate) const COUNT: usize = 1 + Self::Other.number() as usize;

    /// Its number, from 0 on; not the same in another version.
    #[allow(clippy::as_conversions, reason = "the discriminant of an enum, in a const fn")]
    pub(crate) const fn number(self) -> u8 {
        self as u8
    }

    /// The set of this family alone, as bits.
    #[allow(clippy::as_conversions, reason = "from u8, in a const fn")]
    pub(crate) const fn bit(self) -> u64 {
        1_u64.wrapping_shl(self.number() as u32)
    }
}
