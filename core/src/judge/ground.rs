//! What a message says: from its service field, its status field and its error code to an outcome.

use crate::field::Fields;
use crate::judge::advice::ORDER_NOT_EXIST;
use crate::judge::lexicon::Match;
use crate::judge::status::{self, Status, StatusField};
use crate::judge::{Action, Advice, OrderState, Outcome};
use crate::names::{ERR_CODE, ERROR_CODE, RESULT_CODE};
use crate::protocol::Family;
use crate::sign::Canonical;

/// What decides over the meaning of a message.
#[derive(Clone, Copy)]
pub(crate) enum Ground {
    /// The operation was not done, for the reason with this number; 0 if it is not known.
    Failure(u8),
    /// The status of the transaction.
    Status(Status),
    /// The service field alone, or for want of one the protocol field.
    Positive,
    /// A service field that is neither positive nor negative, or missing where one is due.
    Unclear,
}

impl Ground {
    /// `is_taken` is what the protocol field says, if there is one.
    pub(crate) fn of(
        fields: &Canonical<'_, impl Fields + ?Sized>,
        family: Family,
        is_taken: Option<bool>,
    ) -> Self {
        let result = status::stated(fields, RESULT_CODE);
        let status = stated_status(fields, family);
        if is_taken == Some(false) || result == Some(status::FAIL) {
            return match status {
                // A reverse that failed for now says so.
                Some(recall) if family == Family::Reverse && !recall.is_settled() => {
                    Self::Status(recall)
                }
                _ => {
                    let reason = |name| Advice::stated_error(fields, name, family);
                    let code = reason(ERR_CODE).or_else(|| reason(ERROR_CODE));
                    Self::Failure(code.unwrap_or(0))
                }
            };
        }
        if result.is_some_and(|code| code != status::SUCCESS) {
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
            Self::Failure(code) => Advice::of_error(family, code),
            Self::Status(status) => Advice::of_known_status(family, status.word),
            Self::Unclear | Self::Positive => Advice::of_known_status(family, 0),
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
            (Family::OrderQuery, Self::Failure(ORDER_NOT_EXIST)) => OrderState::Absent,
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
    status::stated(fields, field.name()).map(|word| field.says(word))
}

/// The status of all of `name_$n` together.
fn numbered(fields: &Canonical<'_, impl Fields + ?Sized>, field: StatusField) -> Option<Status> {
    let (name, mut all) = (field.name(), None);
    for (_, one) in fields.ordered() {
        if matches!(one.numbers(name), Some((_, None))) && !one.value().is_empty() {
            let word = status::WORDS.number_of(one.value(), Match::Exact);
            all = together(all, Some(field.says(word)));
        }
    }
    all
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
