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
    RETURN_MSG, SIGN, STATUS, SUCCESS, TRADE_STATE,
};
use crate::outcome::Outcome;
use crate::source::{Signed, Source};
use crate::status::{
    self, BankTransferStatus, ContractState, ProfitSharingStatus, Recall, RedPacketStatus,
    RefundStatus, TradeState, TransferStatus,
};
use crate::value::Value;

/// What a table of fields means: the [`Verdict`](crate::Verdict) for messages that lie in a form of
/// the caller's own, such as records of C.
///
/// ```
/// use wxp_core::{Algorithm, Canonical, Field, Judgment, Key, Notice, Outcome};
///
/// let key = Key::new(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
/// let table = [
///     Field::new("return_code", "SUCCESS")?,
///     Field::new("result_code", "SUCCESS")?,
///     Field::new("sign", "2CBB1D62F4B9D1B8B3D6E4F22BD1D36E")?,
/// ];
/// let judgment = key.judge(&Canonical::of(&table)?, Notice::Payment);
/// assert!(matches!(judgment, Judgment::Untrusted(_)));
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judgment {
    /// Authentic.
    Verified(Outcome),
    /// Not signed, by a source that does not sign, or not always.
    Unvouched(Outcome),
    /// The gateway did not take the call.
    Refused,
    /// The signature is missing or wrong, or this is no answer of the protocol.
    Untrusted(Error),
}

impl Key {
    /// What the fields mean, if they come from `source`; see [`Reply::judge`](crate::Reply::judge).
    #[must_use]
    pub fn judge(
        &self,
        fields: &Canonical<'_, impl Fields + ?Sized>,
        source: impl Into<Source>,
    ) -> Judgment {
        let Source { signed, family } = source.into();
        let taken = match fields.stated(RETURN_CODE) {
            Some(code) => code == SUCCESS,
            None if family.lacks_protocol_field() => true,
            None => return Judgment::Untrusted(ErrorKind::NoReturnCode.into()),
        };
        // A refused call is not answered with a signature. Where one is not expected anyway, the
        // answer can say in full why the operation failed: red packets and transfers do.
        if !taken && (signed == Signed::Always || fields.stated(ERR_CODE).is_none()) {
            return Judgment::Refused;
        }
        let vouched = match signed {
            Signed::Always => true,
            Signed::Sometimes => fields.stated(SIGN).is_some(),
            Signed::Never => false,
        };
        if !vouched {
            return Judgment::Unvouched(outcome(fields, family));
        }
        match self.verify(fields) {
            Ok(()) => Judgment::Verified(outcome(fields, family)),
            Err(error) => Judgment::Untrusted(error),
        }
    }
}

impl Judgment {
    /// What to do next about these fields from this source; `None` if the operation was done or
    /// taken on, and if the message is untrusted where no money can move.
    #[must_use]
    pub fn advice(
        &self,
        fields: &Canonical<'_, impl Fields + ?Sized>,
        source: impl Into<Source>,
    ) -> Option<Advice> {
        let family = source.into().family;
        match self {
            Self::Verified(outcome) | Self::Unvouched(outcome) => match outcome {
                Outcome::Succeeded | Outcome::Accepted => None,
                Outcome::Failed | Outcome::Unsettled => Some(shortfall(fields, family)),
            },
            Self::Refused => Some(refusal(fields, family)),
            // As if no answer had come.
            Self::Untrusted(_) => family.moves_money().then(|| Advice::unknown(family)),
        }
    }
}

/// What to do about an operation that was not done, or not yet.
fn shortfall(fields: &Canonical<'_, impl Fields + ?Sized>, family: Family) -> Advice {
    match ground(fields, family) {
        Ground::Failure(Some(code)) => Advice::of(family, code),
        Ground::Status(status, _) => Advice::of_status(family, status),
        Ground::Failure(None) | Ground::Unclear | Ground::Positive => Advice::unknown(family),
    }
}

/// What to do about a call that was not taken.
pub(crate) fn refusal(fields: &Canonical<'_, impl Fields + ?Sized>, family: Family) -> Advice {
    // Only for bills is the text of the message documented.
    match fields.stated(RETURN_MSG) {
        Some(text) if family == Family::Bill => Advice::of(family, text),
        _ => Advice::unknown(family),
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
    let status = stated_status(fields, family);
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
fn stated_status<'v>(
    fields: &'v Canonical<'_, impl Fields + ?Sized>,
    family: Family,
) -> Option<(Value<'v>, Outcome)> {
    let (name, outcomes) = match family {
        Family::Payment | Family::OrderQuery => (TRADE_STATE, TradeState::OUTCOMES),
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
