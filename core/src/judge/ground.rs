//! What a message says: from its service field, its status field and its error code to an outcome.

use crate::field::Fields;
use crate::judge::status::{
    self, BankTransferStatus, ContractResult, ContractState, CouponCount, CouponResult,
    CouponState, CustomsState, ProfitSharingStatus, Recall, RedPacketStatus, RefundStatus,
    RentalState, ShareReturnStatus, TradeState, TransferStatus, UserState,
};
use crate::judge::{Action, Advice, OrderState, Outcome};
use crate::names::{
    CONTRACT_RESULT_CODE, CONTRACT_STATE, COUPON_STATE, ERR_CODE, ERROR_CODE, FAIL, RECALL,
    REFUND_STATUS, RESULT, RESULT_CODE, RET_CODE, RETURN_CODE, STATE, STATUS, SUCCESS,
    SUCCESS_COUNT, TRADE_STATE, USER_STATE, WITHDRAW_STATUS,
};
use crate::protocol::Family;
use crate::sign::Canonical;
use crate::value::Value;

/// What decides over the meaning of a message.
pub(crate) enum Ground<'v> {
    /// The operation was not done, for this reason.
    Failure(Option<Value<'v>>),
    /// The status of the transaction, as sent and as understood.
    Status(Value<'v>, Outcome),
    /// The service field alone, or for want of one the protocol field.
    Positive,
    /// A service field that is neither positive nor negative, or missing where one is due.
    Unclear,
}

impl<'v> Ground<'v> {
    pub(crate) fn of(fields: &'v Canonical<'_, impl Fields + ?Sized>, family: Family) -> Self {
        let refused = fields.stated(RETURN_CODE).is_some_and(|code| code != SUCCESS);
        let result = fields.stated(RESULT_CODE);
        let status = stated_status(fields, family);
        if refused || result.is_some_and(|code| code == FAIL) {
            return match status {
                // A reverse that failed for now says so.
                Some((recall, outcome @ Outcome::Unsettled)) if family == Family::Reverse => {
                    Self::Status(recall, outcome)
                }
                _ => Self::Failure(fields.stated(ERR_CODE).or_else(|| fields.stated(ERROR_CODE))),
            };
        }
        if result.is_some_and(|code| code != SUCCESS) {
            return Self::Unclear;
        }
        // An error code alone proves nothing: some successful answers carry one.
        match status {
            Some((value, outcome)) => Self::Status(value, outcome),
            None if family.needs_status() => Self::Unclear,
            None if result.is_some() || family.lacks_service_field() => Self::Positive,
            None => Self::Unclear,
        }
    }

    pub(crate) fn outcome(&self, family: Family) -> Outcome {
        match self {
            // Only a query settles a payout.
            Self::Status(_, Outcome::Failed) if family.is_payout() => Outcome::Unsettled,
            Self::Status(_, outcome) => *outcome,
            Self::Unclear => Outcome::Unsettled,
            Self::Failure(_) => match self.advice(family).action() {
                action if action.leaves_open() => Outcome::Unsettled,
                // Paid already is the opposite of a failure to pay.
                Action::Done if family.takes_payment() => Outcome::Unsettled,
                _ => Outcome::Failed,
            },
            Self::Positive if family == Family::Sealed => Outcome::Unsettled,
            Self::Positive if family.is_accepted_first() => Outcome::Accepted,
            Self::Positive => Outcome::Succeeded,
        }
    }

    /// What to do about an operation that was not done, or not yet.
    pub(crate) fn advice(&self, family: Family) -> Advice {
        match self {
            Self::Failure(Some(code)) => Advice::of(family, *code),
            Self::Failure(None) => Advice::unknown(family),
            Self::Status(status, _) => Advice::of_status(family, *status),
            Self::Unclear | Self::Positive => Advice::of_status(family, Value::new("")),
        }
    }

    /// What it says about an order, where the operation is about one.
    pub(crate) fn order(&self, family: Family) -> OrderState {
        match (family, self) {
            (
                Family::Payment | Family::DeductionNotice | Family::OrderQuery,
                Self::Status(status, _),
            ) => TradeState::from(*status).order(),
            (Family::Payment | Family::DeductionNotice, Self::Positive) => OrderState::Paid,
            (Family::OrderQuery, Self::Failure(Some(code))) if *code == "ORDERNOTEXIST" => {
                OrderState::Absent
            }
            _ => OrderState::Unknown,
        }
    }
}

/// The texts of a status field and their outcomes.
type Outcomes = (&'static [u8], &'static [Outcome]);

/// The status of the transaction, where the family's answers state one.
fn stated_status<'v>(
    fields: &'v Canonical<'_, impl Fields + ?Sized>,
    family: Family,
) -> Option<(Value<'v>, Outcome)> {
    let (name, outcomes): (&str, Outcomes) = match family {
        Family::Payment | Family::DeductionNotice | Family::OrderQuery | Family::CombinedQuery => {
            (TRADE_STATE, TradeState::OUTCOMES)
        }
        Family::Order => (CONTRACT_RESULT_CODE, ContractResult::OUTCOMES),
        Family::RentalQuery => (STATE, RentalState::OUTCOMES),
        Family::RefundQuery => return numbered(fields, REFUND_STATUS, RefundStatus::OUTCOMES),
        Family::Transfer | Family::TransferQuery => (STATUS, TransferStatus::OUTCOMES),
        Family::RedPacketQuery => (STATUS, RedPacketStatus::OUTCOMES),
        Family::BankTransferQuery => (STATUS, BankTransferStatus::OUTCOMES),
        Family::WithdrawalQuery => (WITHDRAW_STATUS, (&[], &[])),
        Family::ProfitSharingQuery => (STATUS, ProfitSharingStatus::OUTCOMES),
        Family::ShareReturn | Family::ShareReturnQuery => (RESULT, ShareReturnStatus::OUTCOMES),
        Family::ContractQuery => (CONTRACT_STATE, ContractState::OUTCOMES),
        Family::UserQuery => (USER_STATE, UserState::OUTCOMES),
        Family::Coupon => {
            let result = one(fields, RET_CODE, CouponResult::OUTCOMES);
            return together(result, one(fields, SUCCESS_COUNT, CouponCount::OUTCOMES));
        }
        Family::CouponQuery => (COUPON_STATE, CouponState::OUTCOMES),
        Family::Customs => (STATE, CustomsState::OUTCOMES),
        Family::CustomsQuery => return numbered(fields, STATE, CustomsState::OUTCOMES),
        Family::Reverse => (RECALL, Recall::OUTCOMES),
        _ => return None,
    };
    one(fields, name, outcomes)
}

fn one<'v>(
    fields: &'v Canonical<'_, impl Fields + ?Sized>,
    name: &str,
    outcomes: Outcomes,
) -> Option<(Value<'v>, Outcome)> {
    fields.stated(name).map(|text| (text, status::outcome(text, outcomes)))
}

/// The status of all of `name_$n` together.
fn numbered<'v>(
    fields: &'v Canonical<'_, impl Fields + ?Sized>,
    name: &str,
    outcomes: Outcomes,
) -> Option<(Value<'v>, Outcome)> {
    let all = fields.iter().filter(|field| matches!(field.numbers(name), Some((_, None))));
    let all = all.map(|field| (field.value(), status::outcome(field.value(), outcomes)));
    all.fold(None, |all, one| together(all, Some(one)))
}

/// Several statuses in one: unsettled as long as one is, and else failed if one is.
fn together<'v>(
    all: Option<(Value<'v>, Outcome)>,
    one: Option<(Value<'v>, Outcome)>,
) -> Option<(Value<'v>, Outcome)> {
    match (all, one) {
        (all @ Some(_), None) | (all @ Some((_, Outcome::Unsettled)), _) => all,
        (all @ Some((_, Outcome::Failed)), Some((_, Outcome::Succeeded))) => all,
        (_, one) => one,
    }
}
