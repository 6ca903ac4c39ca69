//! What a message says: from its service field, its status field and its error code to an outcome.

use crate::field::Fields;
use crate::judge::status::{Status, StatusField};
use crate::judge::{Action, Advice, OrderState, Outcome};
use crate::names::{ERR_CODE, ERROR_CODE, FAIL, RESULT_CODE, SUCCESS};
use crate::protocol::Family;
use crate::sign::Canonical;
use crate::value::Value;

/// What decides over the meaning of a message.
#[derive(Clone, Copy)]
pub(crate) enum Ground<'v> {
    /// The operation was not done, for this reason.
    Failure(Option<Value<'v>>),
    /// The status of the transaction.
    Status(Status),
    /// The service field alone, or for want of one the protocol field.
    Positive,
    /// A service field that is neither positive nor negative, or missing where one is due.
    Unclear,
}

impl<'v> Ground<'v> {
    /// `is_taken` is what the protocol field says, if there is one.
    pub(crate) fn of(
        fields: &'v Canonical<'_, impl Fields + ?Sized>,
        family: Family,
        is_taken: Option<bool>,
    ) -> Self {
        let result = fields.stated(RESULT_CODE);
        let status = stated_status(fields, family);
        if is_taken == Some(false) || result.is_some_and(|code| code == FAIL) {
            return match status {
                // A reverse that failed for now says so.
                Some(recall) if family == Family::Reverse && !recall.is_settled() => {
                    Self::Status(recall)
                }
                _ => Self::Failure(fields.stated(ERR_CODE).or_else(|| fields.stated(ERROR_CODE))),
            };
        }
        if result.is_some_and(|code| code != SUCCESS) {
            return Self::Unclear;
        }
        // An error code alone proves nothing: some successful answers carry one.
        match status {
            Some(status) => Self::Status(status),
            None if family.needs_status() => Self::Unclear,
            None if result.is_some() || family.lacks_service_field() => Self::Positive,
            None => Self::Unclear,
        }
    }

    /// What the message says about its operation, and what to do about one that was not done, or
    /// not yet.
    pub(crate) fn outcome(self, family: Family) -> (Outcome, Option<Advice>) {
        let outcome = match self {
            // Only a query settles a payout.
            Self::Status(Status { outcome: Outcome::Failed, .. }) if family.is_payout() => {
                Outcome::Unsettled
            }
            Self::Status(status) => status.outcome,
            Self::Failure(_) => Outcome::Failed,
            Self::Positive if family == Family::Sealed => Outcome::Unsettled,
            Self::Positive if family.is_accepted_first() => Outcome::Accepted,
            Self::Positive => Outcome::Succeeded,
            Self::Unclear => Outcome::Unsettled,
        };
        if matches!(outcome, Outcome::Succeeded | Outcome::Accepted) {
            return (outcome, None);
        }
        let advice = match self {
            Self::Failure(Some(code)) => Advice::of(family, code),
            Self::Failure(None) => Advice::unknown(family),
            Self::Status(status) => Advice::of_status_word(family, status.word),
            Self::Unclear | Self::Positive => Advice::of_status_word(family, 0),
        };
        let outcome = match (self, advice.action()) {
            (Self::Failure(_), action) if action.leaves_open() => Outcome::Unsettled,
            // Paid already is the opposite of a failure to pay.
            (Self::Failure(_), Action::Done) if family.takes_payment() => Outcome::Unsettled,
            _ => outcome,
        };
        (outcome, Some(advice))
    }

    /// What it says about an order, where the operation is about one.
    pub(crate) fn order(self, family: Family) -> OrderState {
        match (family, self) {
            (
                Family::Payment | Family::DeductionNotice | Family::OrderQuery,
                Self::Status(status),
            ) => status.order(),
            (Family::Payment | Family::DeductionNotice, Self::Positive) => OrderState::Paid,
            (Family::OrderQuery, Self::Failure(Some(code))) if code == "ORDERNOTEXIST" => {
                OrderState::Absent
            }
            _ => OrderState::Unknown,
        }
    }
}

/// The status of the transaction, where the family's answers state one.
fn stated_status(fields: &Canonical<'_, impl Fields + ?Sized>, family: Family) -> Option<Status> {
    let field = match family {
        Family::Payment | Family::DeductionNotice | Family::OrderQuery | Family::CombinedQuery => {
            StatusField::TradeState
        }
        Family::Order => StatusField::ContractResult,
        Family::RentalQuery => StatusField::RentalState,
        Family::RefundQuery => StatusField::RefundStatus,
        Family::Transfer | Family::TransferQuery => StatusField::TransferStatus,
        Family::RedPacketQuery => StatusField::RedPacketStatus,
        Family::BankTransferQuery => StatusField::BankTransferStatus,
        Family::WithdrawalQuery => StatusField::Withdrawal,
        Family::ProfitSharingQuery => StatusField::ProfitSharingStatus,
        Family::ShareReturn | Family::ShareReturnQuery => StatusField::ShareReturnStatus,
        Family::ContractQuery => StatusField::ContractState,
        Family::UserQuery => StatusField::UserState,
        Family::Coupon => StatusField::CouponResult,
        Family::CouponQuery => StatusField::CouponState,
        Family::Customs | Family::CustomsQuery => StatusField::CustomsState,
        Family::Reverse => StatusField::Recall,
        _ => return None,
    };
    match family {
        Family::RefundQuery | Family::CustomsQuery => numbered(fields, field),
        Family::Coupon => together(one(fields, field), one(fields, StatusField::CouponCount)),
        _ => one(fields, field),
    }
}

fn one(fields: &Canonical<'_, impl Fields + ?Sized>, field: StatusField) -> Option<Status> {
    fields.stated(field.name()).map(|value| field.read(value))
}

/// The status of all of `name_$n` together.
fn numbered(fields: &Canonical<'_, impl Fields + ?Sized>, field: StatusField) -> Option<Status> {
    let name = field.name();
    let all = fields.iter().filter(|field| matches!(field.numbers(name), Some((_, None))));
    all.fold(None, |all, one| together(all, Some(field.read(one.value()))))
}

/// Several statuses in one: unsettled as long as one is, and else failed if one is.
fn together(all: Option<Status>, one: Option<Status>) -> Option<Status> {
    let outcome = |status: &Status| status.outcome;
    match (all.as_ref().map(outcome), one.as_ref().map(outcome)) {
        (Some(Outcome::Failed), Some(Outcome::Succeeded))
        | (Some(Outcome::Unsettled), _)
        | (_, None) => all,
        _ => one,
    }
}
