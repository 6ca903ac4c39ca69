//! The order of questions: was the call taken, is the answer authentic, was the operation done,
//! what became of the transaction.

use crate::advice::{Action, Advice};
use crate::canonical::Canonical;
use crate::error::{Error, ErrorKind};
use crate::family::Family;
use crate::field::Fields;
use crate::key::Key;
use crate::names::{
    CONTRACT_STATE, ERR_CODE, ERROR_CODE, FAIL, RECALL, REFUND_STATUS, RESULT_CODE, RETURN_CODE,
    SIGN, STATUS, SUCCESS, TRADE_STATE,
};
use crate::numbered;
use crate::outcome::Outcome;
use crate::source::{Signed, Source};
use crate::status::{
    BankTransferStatus, ContractState, ProfitSharingStatus, Recall, RedPacketStatus, RefundStatus,
    TradeState, TransferStatus,
};
use crate::value::Value;

/// What a message means, without the message.
pub(crate) enum Judgment {
    Verified(Outcome),
    Unvouched(Outcome),
    Refused,
    Untrusted(Error),
}

/// Judges a table of fields.
pub(crate) fn judge(
    fields: &Canonical<'_, impl Fields + ?Sized>,
    key: &Key,
    source: Source,
) -> Judgment {
    let taken = match fields.stated(RETURN_CODE) {
        Some(code) => code == SUCCESS,
        None if source.family.lacks_protocol_field() => true,
        None => return Judgment::Untrusted(ErrorKind::NoReturnCode.into()),
    };
    // A refused call is not answered with a signature. Where one is not expected anyway, the
    // answer can say in full why the operation failed: red packets and transfers do.
    if !taken && (source.signed == Signed::Always || fields.stated(ERR_CODE).is_none()) {
        return Judgment::Refused;
    }
    let vouched = match source.signed {
        Signed::Always => true,
        Signed::Sometimes => fields.stated(SIGN).is_some(),
        Signed::Never => false,
    };
    if !vouched {
        return Judgment::Unvouched(outcome(fields, source.family));
    }
    match key.verify(fields) {
        Ok(()) => Judgment::Verified(outcome(fields, source.family)),
        Err(error) => Judgment::Untrusted(error),
    }
}

/// What to do about a message that failed or is unsettled.
pub(crate) fn advice(fields: &Canonical<'_, impl Fields + ?Sized>, family: Family) -> Advice {
    match ground(fields, family) {
        Ground::Failure(Some(code)) => Advice::of(family, code),
        Ground::Status(status, _) => Advice::of_status(family, status),
        Ground::Failure(None) | Ground::Unclear | Ground::Positive => Advice::unknown(family),
    }
}

/// What decides over the meaning of a message.
enum Ground<'v> {
    /// The operation was not done, for this reason.
    Failure(Option<Value<'v>>),
    /// The status of the transaction, as sent and as understood.
    Status(Value<'v>, Outcome),
    /// The service field alone, or for want of one the protocol field.
    Positive,
    /// A service field that is neither positive nor negative, or missing where one is due.
    Unclear,
}

fn ground<'v>(fields: &'v Canonical<'_, impl Fields + ?Sized>, family: Family) -> Ground<'v> {
    let refused = fields.stated(RETURN_CODE).is_some_and(|code| code != SUCCESS);
    let result = fields.stated(RESULT_CODE);
    let status = status(fields, family);
    if refused || result.is_some_and(|code| code == FAIL) {
        return match status {
            // A reverse that failed for now says so.
            Some((recall, outcome @ Outcome::Unsettled)) if family == Family::Reverse => {
                Ground::Status(recall, outcome)
            }
            _ => Ground::Failure(fields.stated(ERR_CODE).or_else(|| fields.stated(ERROR_CODE))),
        };
    }
    if result.is_some_and(|code| code != SUCCESS) {
        return Ground::Unclear;
    }
    // An error code alone proves nothing: some successful answers carry one.
    match status {
        Some((value, outcome)) => Ground::Status(value, outcome),
        None if family.asks_for_status() || family == Family::Reverse => Ground::Unclear,
        None if result.is_some() || family.lacks_service_field() => Ground::Positive,
        None => Ground::Unclear,
    }
}

fn outcome(fields: &Canonical<'_, impl Fields + ?Sized>, family: Family) -> Outcome {
    match ground(fields, family) {
        Ground::Status(_, outcome) => outcome,
        Ground::Unclear => Outcome::Unsettled,
        // Who could not ask has learnt nothing.
        Ground::Failure(_) if family.asks_for_status() => Outcome::Unsettled,
        Ground::Failure(reason) => {
            let advice = reason.map_or(Advice::unknown(family), |code| Advice::of(family, code));
            match advice.action() {
                action if action.leaves_open() => Outcome::Unsettled,
                // Paid already is the opposite of a failure to pay.
                Action::Done if family.takes_payment() => Outcome::Unsettled,
                _ => Outcome::Failed,
            }
        }
        Ground::Positive if family == Family::Sealed => Outcome::Unsettled,
        Ground::Positive if family.is_accepted_first() => Outcome::Accepted,
        Ground::Positive => Outcome::Succeeded,
    }
}

/// The status of the transaction, where the family's answers state one.
fn status<'v>(
    fields: &'v Canonical<'_, impl Fields + ?Sized>,
    family: Family,
) -> Option<(Value<'v>, Outcome)> {
    let stated = |name: &str| fields.stated(name);
    match family {
        Family::Payment | Family::OrderQuery => {
            stated(TRADE_STATE).map(|text| (text, TradeState::from(text).outcome()))
        }
        Family::RefundQuery => refunds(fields),
        Family::Transfer | Family::TransferQuery => {
            stated(STATUS).map(|text| (text, TransferStatus::from(text).outcome()))
        }
        Family::RedPacketQuery => {
            stated(STATUS).map(|text| (text, RedPacketStatus::from(text).outcome()))
        }
        Family::BankTransferQuery => {
            stated(STATUS).map(|text| (text, BankTransferStatus::from(text).outcome()))
        }
        Family::ProfitSharingQuery => {
            stated(STATUS).map(|text| (text, ProfitSharingStatus::from(text).outcome()))
        }
        Family::ContractQuery => {
            stated(CONTRACT_STATE).map(|text| (text, ContractState::from(text).outcome()))
        }
        Family::Reverse => stated(RECALL).map(|text| (text, Recall::from(text).outcome())),
        _ => None,
    }
}

/// The status of several refunds together: unsettled as long as one is, and else failed if one is.
fn refunds<'v>(fields: &'v Canonical<'_, impl Fields + ?Sized>) -> Option<(Value<'v>, Outcome)> {
    let mut all: Option<(Value<'v>, Outcome)> = None;
    for field in fields.iter() {
        let suffix = field.name().strip_prefix(REFUND_STATUS).and_then(numbered::number);
        if !matches!(suffix, Some((_, ""))) {
            continue;
        }
        let one = (field.value(), RefundStatus::from(field.value()).outcome());
        all = match (all, one) {
            (Some(all @ (_, Outcome::Unsettled)), _) => Some(all),
            (Some(all @ (_, Outcome::Failed)), (_, Outcome::Succeeded)) => Some(all),
            (_, one) => Some(one),
        };
    }
    all
}
