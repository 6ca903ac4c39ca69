//! The values of the status fields.

use crate::judge::lexicon::Words;
use crate::judge::{OrderState, Outcome};
use crate::value::Value;

mod known;

pub(crate) use known::{FAIL, SUCCESS, Status, WORDS, stated};

/// Declares status fields: the name of the type, that of the field, and its values, each with its
/// text on the wire and its outcome. What judging needs of all of them is declared beside the types.
macro_rules! statuses {
    ($($(#[$doc:meta])+ $name:ident of $field:literal {
        $($(#[$meaning:meta])+ $value:ident = $text:literal is $outcome:ident,)+
    })+) => {
        $(
            $(#[$doc])+
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            #[non_exhaustive]
            pub enum $name<'a> {
                $($(#[$meaning])+ $value,)+
                /// A value that is not documented, as it was sent; judged unsettled.
                Other(Value<'a>),
            }

            impl $name<'static> {
                /// The documented values.
                const KNOWN: &'static [Self] = &[$(Self::$value),+];
            }

            impl $name<'_> {
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
        )+

        /// A status field, by the type of its values.
        #[derive(Clone, Copy)]
        pub(crate) enum StatusField {
            $($name,)+
            /// Its values are not published.
            Withdrawal,
        }

        const FIELDS: &str = concat!($($field, "\0",)+ "withdraw_status\0");

        /// The texts of all values, field by field.
        pub(crate) const SPELLINGS: Words<{ OUTCOMES.len() }> = Words::new([$($($text,)+)+]);
        /// Their numbers, field by field.
        const NUMBERS: [u8; OUTCOMES.len()] = SPELLINGS.numbers;
        const OUTCOMES: &[Outcome] = &[$($(Outcome::$outcome,)+)+];
        /// How many values each field has.
        #[allow(clippy::as_conversions, clippy::cast_possible_truncation, reason = "while compiling")]
        const COUNTS: &[u8] = &[$($name::KNOWN.len() as u8,)+];
    };
}

impl TradeState<'_> {
    /// What this value says about the order.
    #[must_use]
    pub const fn order(&self) -> OrderState {
        match self {
            Self::Success => OrderState::Paid,
            Self::Refund => OrderState::Refunded,
            Self::NotPay => OrderState::Unpaid,
            Self::Closed | Self::Revoked | Self::PayFail => OrderState::Closed,
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
    TradeState of "trade_state" {
        /// Paid.
        Success = "SUCCESS" is Succeeded,
        /// Was paid, and all or some of it has been refunded since.
        Refund = "REFUND" is Unsettled,
        /// Not paid, so far.
        NotPay = "NOTPAY" is Unsettled,
        /// Closed without payment.
        Closed = "CLOSED" is Failed,
        /// Reversed; only of Quick Pay.
        Revoked = "REVOKED" is Failed,
        /// The customer is entering the password.
        UserPaying = "USERPAYING" is Unsettled,
        /// The payment failed, at the bank for instance. Not final: reverse or close the order.
        PayError = "PAYERROR" is Unsettled,
        /// The payment failed for good; only of contracts.
        PayFail = "PAY_FAIL" is Failed,
        /// Accepted and waiting for the deduction; only of contracts.
        Accept = "ACCEPT" is Unsettled,
    }

    /// The value of `refund_status_$n`, and of `refund_status` in a refund notice.
    RefundStatus of "refund_status" {
        /// Refunded.
        Success = "SUCCESS" is Succeeded,
        /// Under way.
        Processing = "PROCESSING" is Unsettled,
        /// Closed without a refund.
        Closed = "REFUNDCLOSE" is Failed,
        /// The bank refused it. Not final: the merchant platform finishes it, and it can still
        /// succeed.
        Change = "CHANGE" is Unsettled,
        /// Failed so far: repeat the refund with the same number; only on old pages.
        Fail = "FAIL" is Unsettled,
        /// Not sure: repeat the refund with the same number; only on old pages.
        NotSure = "NOTSURE" is Unsettled,
    }

    /// The value of `status` in the answer to a query of a transfer to a wallet.
    TransferStatus of "status" {
        /// Paid.
        Success = "SUCCESS" is Succeeded,
        /// Not paid; `reason` says why.
        Failed = "FAILED" is Failed,
        /// Under way.
        Processing = "PROCESSING" is Unsettled,
    }

    /// The value of `status` in the answer to a query of a red packet.
    RedPacketStatus of "status" {
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
    BankTransferStatus of "status" {
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
    ProfitSharingStatus of "status" {
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

    /// The value of `result` in answers about a share that is taken back.
    ShareReturnStatus of "result" {
        /// Taken back.
        Success = "SUCCESS" is Succeeded,
        /// Under way.
        Processing = "PROCESSING" is Unsettled,
        /// Not taken back; `fail_reason` says why.
        Failed = "FAILED" is Failed,
    }

    /// The value of `contract_state`.
    ContractState of "contract_state" {
        /// Signed, and in force.
        Signed = "0" is Succeeded,
        /// Not signed, or ended.
        Ended = "1" is Failed,
        /// Being signed.
        Signing = "9" is Unsettled,
    }

    /// The value of `contract_result_code`.
    ContractResult of "contract_result_code" {
        /// Taken on.
        Accepted = "SUCCESS" is Accepted,
        /// Refused; `contract_err_code` says why.
        Failed = "FAIL" is Failed,
    }

    /// The value of `state` in the answer to a query of a rental.
    RentalState of "state" {
        /// Placed, and not confirmed by the customer.
        Created = "CREATED" is Unsettled,
        /// Confirmed: the rental runs.
        Confirmed = "USER_ACCEPTED" is Accepted,
        /// Finished by the merchant, and not paid.
        Finished = "FINISHED" is Unsettled,
        /// Paid.
        Paid = "USER_PAID" is Succeeded,
        /// Cancelled.
        Revoked = "REVOKED" is Failed,
        /// Never confirmed, or never finished.
        Expired = "EXPIRED" is Failed,
    }

    /// The value of `user_state` in the answer to a query of a driver or passenger.
    UserState of "user_state" {
        /// Can be charged.
        Normal = "NORMAL" is Succeeded,
        /// Blocked; of passengers.
        Blocked = "BLOCKED" is Failed,
        /// Paused by the user; of drivers.
        Paused = "PAUSED" is Failed,
        /// Owes money for earlier journeys.
        Overdue = "OVERDUE" is Failed,
        /// Has agreed to nothing; of drivers.
        Unauthorized = "UNAUTHORIZED" is Failed,
    }

    /// The value of `ret_code` in the answer to sending a coupon.
    CouponResult of "ret_code" {
        /// Sent.
        Sent = "SUCCESS" is Succeeded,
        /// Not sent; `ret_msg` says why.
        Failed = "FAILED" is Failed,
        /// As [`Failed`](Self::Failed), in the published example.
        Fail = "FAIL" is Failed,
    }

    /// The value of `success_count` in the answer to sending a coupon.
    CouponCount of "success_count" {
        /// Sent.
        One = "1" is Succeeded,
        /// Not sent.
        Zero = "0" is Failed,
    }

    /// The value of `coupon_state`.
    CouponState of "coupon_state" {
        /// Sent, and not used.
        Sent = "SENDED" is Succeeded,
        /// Used.
        Used = "USED" is Succeeded,
        /// Expired.
        Expired = "EXPIRED" is Failed,
    }

    /// The value of `state`, or `state_$n`, in answers about declarations to the customs.
    CustomsState of "state" {
        /// Not declared.
        Undeclared = "UNDECLARED" is Unsettled,
        /// Sent to the customs again, after a change.
        Submitted = "SUBMITTED" is Unsettled,
        /// Under way.
        Processing = "PROCESSING" is Unsettled,
        /// Declared.
        Success = "SUCCESS" is Succeeded,
        /// Refused by the customs.
        Failed = "FAIL" is Failed,
        /// The customs' system failed.
        Exception = "EXCEPT" is Unsettled,
    }

    /// The value of `recall` in the answer to a reverse.
    Recall of "recall" {
        /// Reverse again.
        Again = "Y" is Unsettled,
        /// The reverse is final.
        Finished = "N" is Succeeded,
    }
}
