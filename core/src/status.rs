//! The values of the status fields.

use crate::outcome::{OrderState, Outcome};
use crate::texts::texts;
use crate::value::Value;

/// Declares the values of a status field: name, text on the wire, outcome.
macro_rules! statuses {
    ($($(#[$doc:meta])+ $name:ident {
        $($(#[$meaning:meta])+ $value:ident = $text:literal is $outcome:ident,)+
    })+) => {$(
        $(#[$doc])+
        #[derive(Clone, Copy, Debug)]
        pub enum $name<'a> {
            $($(#[$meaning])+ $value,)+
            /// A value that is not documented, as it was sent; judged unsettled.
            Other(Value<'a>),
        }

        impl $name<'_> {
            /// The texts, each with a NUL at its end, and their outcomes.
            pub(crate) const OUTCOMES: (&'static [u8], &'static [Outcome]) =
                (concat!($($text, "\0"),+).as_bytes(), &[$(Outcome::$outcome),+]);

            /// What this value says about the transaction.
            #[must_use]
            pub const fn outcome(&self) -> Outcome {
                match self {
                    $(Self::$value => Outcome::$outcome,)+
                    Self::Other(_) => Outcome::Unsettled,
                }
            }
        }

        impl<'a> From<Value<'a>> for $name<'a> {
            fn from(value: Value<'a>) -> Self {
                $(if value == $text {
                    return Self::$value;
                })+
                Self::Other(value)
            }
        }
    )+};
}

/// The outcome of a status, by the `OUTCOMES` of its type: what judging needs of all of them.
pub(crate) fn outcome(
    status: Value<'_>,
    (all, outcomes): (&'static [u8], &'static [Outcome]),
) -> Outcome {
    let mut known = texts(all).zip(outcomes);
    let known = known.find(|(text, _)| text.to_str().is_ok_and(|text| status == text));
    known.map_or(Outcome::Unsettled, |(_, outcome)| *outcome)
}

impl TradeState<'_> {
    /// What this value says about the order.
    #[must_use]
    pub const fn order(&self) -> OrderState {
        match self {
            Self::Success => OrderState::Paid,
            Self::Refund => OrderState::Refunded,
            Self::NotPay => OrderState::Unpaid,
            Self::Closed | Self::Revoked => OrderState::Closed,
            Self::UserPaying | Self::Accept => OrderState::Paying,
            Self::PayError => OrderState::PayError,
            Self::Other(_) => OrderState::Unknown,
        }
    }
}

statuses! {
    /// The value of `trade_state`: what became of an order.
    ///
    /// ```
    /// use wxp_core::{Outcome, TradeState, Value};
    ///
    /// let state = TradeState::from(Value::new("USERPAYING"));
    /// assert!(matches!(state, TradeState::UserPaying));
    /// assert_eq!(state.outcome(), Outcome::Unsettled);
    /// ```
    TradeState {
        /// Paid.
        Success = "SUCCESS" is Succeeded,
        /// Was paid, and all or some of it has been refunded since.
        Refund = "REFUND" is Failed,
        /// Not paid, so far.
        NotPay = "NOTPAY" is Unsettled,
        /// Closed without payment.
        Closed = "CLOSED" is Failed,
        /// Reversed; only of Quick Pay.
        Revoked = "REVOKED" is Failed,
        /// The customer is entering the password.
        UserPaying = "USERPAYING" is Unsettled,
        /// The payment failed, at the bank for instance.
        PayError = "PAYERROR" is Failed,
        /// Accepted and waiting for the deduction; only of contracts.
        Accept = "ACCEPT" is Unsettled,
    }

    /// The value of `refund_status_$n`, and of `refund_status` in a refund notice.
    RefundStatus {
        /// Refunded.
        Success = "SUCCESS" is Succeeded,
        /// Under way.
        Processing = "PROCESSING" is Unsettled,
        /// Closed without a refund.
        Closed = "REFUNDCLOSE" is Failed,
        /// The bank refused it, and the money is back with the merchant: refund by hand.
        Change = "CHANGE" is Failed,
        /// Failed; only on old pages.
        Fail = "FAIL" is Failed,
        /// Not sure: repeat the refund with the same number; only on old pages.
        NotSure = "NOTSURE" is Unsettled,
    }

    /// The value of `status` in the answer to a query of a transfer to a wallet.
    TransferStatus {
        /// Paid.
        Success = "SUCCESS" is Succeeded,
        /// Not paid; `reason` says why.
        Failed = "FAILED" is Failed,
        /// Under way.
        Processing = "PROCESSING" is Unsettled,
    }

    /// The value of `status` in the answer to a query of a red packet.
    RedPacketStatus {
        /// Being sent.
        Sending = "SENDING" is Unsettled,
        /// Sent, and waiting to be opened.
        Sent = "SENT" is Accepted,
        /// Not sent.
        Failed = "FAILED" is Failed,
        /// Opened: the money is the receiver's.
        Received = "RECEIVED" is Succeeded,
        /// Never opened, and on its way back.
        Refunding = "RFUND_ING" is Unsettled,
        /// Never opened, and back with the merchant.
        Refund = "REFUND" is Failed,
    }

    /// The value of `status` in the answer to a query of a transfer to a bank account.
    BankTransferStatus {
        /// Under way.
        Processing = "PROCESSING" is Unsettled,
        /// Paid.
        Success = "SUCCESS" is Succeeded,
        /// Not paid.
        Failed = "FAILED" is Failed,
        /// Refused by the bank, and the money is back with the merchant.
        BankFail = "BANK_FAIL" is Failed,
    }

    /// The value of `status` in answers about profit sharing, and of the single results on older
    /// pages.
    ProfitSharingStatus {
        /// Taken on.
        Accepted = "ACCEPTED" is Accepted,
        /// Under way.
        Processing = "PROCESSING" is Unsettled,
        /// Done, for every receiver one way or the other.
        Finished = "FINISHED" is Succeeded,
        /// Closed without a transfer.
        Closed = "CLOSED" is Failed,
        /// Waiting; a single result.
        Pending = "PENDING" is Unsettled,
        /// Done; a single result.
        Success = "SUCCESS" is Succeeded,
        /// Failed, and waiting to be put right; a single result.
        Adjust = "ADJUST" is Unsettled,
    }

    /// The value of `contract_state`.
    ContractState {
        /// Signed, and in force.
        Signed = "0" is Succeeded,
        /// Ended.
        Ended = "1" is Failed,
    }

    /// The value of `recall` in the answer to a reverse.
    Recall {
        /// Reverse again.
        Again = "Y" is Unsettled,
        /// The reverse is final.
        Finished = "N" is Succeeded,
    }
}
