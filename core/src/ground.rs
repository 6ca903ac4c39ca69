//! What a message says: from its service field, its status field and its error code to an outcome.

use crate::advice::{Action, Advice};
use crate::canonical::Canonical;
use crate::family::Family;
use crate::field::Fields;
use crate::names::{
    CONTRACT_STATE, ERR_CODE, ERROR_CODE, FAIL, RECALL, REFUND_STATUS, RESULT_CODE, RETURN_CODE,
    STATUS, SUCCESS, TRADE_STATE,
};
use crate::outcome::{OrderState, Outcome};
use crate::status::{
    self, BankTransferStatus, ContractState, ProfitSharingStatus, Recall, RedPacketStatus,
    RefundStatus, TradeState, TransferStatus,
};
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
            None if family.asks_for_status() || family == Family::Reverse => Self::Unclear,
            None if result.is_some() || family.lacks_service_field() => Self::Positive,
            None => Self::Unclear,
        }
    }

    pub(crate) fn outcome(&self, family: Family) -> Outcome {
        match self {
            Self::Status(_, outcome) => *outcome,
            Self::Unclear => Outcome::Unsettled,
            // A query that failed says nothing about the transaction.
            Self::Failure(_) if family.asks_for_status() => Outcome::Unsettled,
            Self::Failure(reason) => {
                let advice =
                    reason.map_or(Advice::unknown(family), |code| Advice::of(family, code));
                match advice.action() {
                    action if action.leaves_open() => Outcome::Unsettled,
                    // Paid already is the opposite of a failure to pay.
                    Action::Done if family.takes_payment() => Outcome::Unsettled,
                    _ => Outcome::Failed,
                }
            }
            Self::Positive if family == Family::Sealed => Outcome::Unsettled,
            Self::Positive if family.is_accepted_first() => Outcome::Accepted,
            Self::Positive => Outcome::Succeeded,
        }
    }

    /// What to do about an operation that was not done, or not yet.
    pub(crate) fn advice(&self, family: Family) -> Advice {
        match self {
            Self::Failure(Some(code)) => Advice::of(family, *code),
            Self::Status(status, _) => Advice::of_status(family, *status),
            Self::Failure(None) | Self::Unclear | Self::Positive => Advice::unknown(family),
        }
    }

    /// What it says about an order, where the operation is about one.
    pub(crate) fn order(&self, family: Family) -> OrderState {
        match (family, self) {
            (Family::Payment | Family::OrderQuery, Self::Status(status, _)) => {
                TradeState::from(*status).order()
            }
            (Family::Payment, Self::Positive) => OrderState::Paid,
            (Family::OrderQuery, Self::Failure(Some(code))) if *code == "ORDERNOTEXIST" => {
                OrderState::Absent
            }
            _ => OrderState::Unknown,
        }
    }
}

/// The status of the transaction, where the family's answers state one.
fn stated_status<'v>(
    fields: &'v Canonical<'_, impl Fields + ?Sized>,
    family: Family,
) -> Option<(Value<'v>, Outcome)> {
    let (name, outcomes) = match family {
        Family::Payment | Family::OrderQuery | Family::CombinedQuery => {
            (TRADE_STATE, TradeState::OUTCOMES)
        }
        Family::RefundQuery => return refunds(fields),
        Family::Transfer | Family::TransferQuery => (STATUS, TransferStatus::OUTCOMES),
        Family::RedPacketQuery => (STATUS, RedPacketStatus::OUTCOMES),
        Family::BankTransferQuery => (STATUS, BankTransferStatus::OUTCOMES),
        Family::ProfitSharingQuery => (STATUS, ProfitSharingStatus::OUTCOMES),
        Family::ContractQuery => (CONTRACT_STATE, ContractState::OUTCOMES),
        Family::Reverse => (RECALL, Recall::OUTCOMES),
        _ => return None,
    };
    fields.stated(name).map(|text| (text, status::outcome(text, outcomes)))
}

/// The status of several refunds together: unsettled as long as one is, and else failed if one is.
fn refunds<'v>(fields: &'v Canonical<'_, impl Fields + ?Sized>) -> Option<(Value<'v>, Outcome)> {
    let mut all: Option<(Value<'v>, Outcome)> = None;
    for field in fields.iter() {
        if !matches!(field.numbers(REFUND_STATUS), Some((_, None))) {
            continue;
        }
        let one = (field.value(), status::outcome(field.value(), RefundStatus::OUTCOMES));
        all = match (all, one) {
            (Some(all @ (_, Outcome::Unsettled)), _) => Some(all),
            (Some(all @ (_, Outcome::Failed)), (_, Outcome::Succeeded)) => Some(all),
            (_, one) => Some(one),
        };
    }
    all
}
