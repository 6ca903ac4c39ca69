//! What a message means, and what to do about it.

use core::ffi::c_char;

use wxp_core::{Action, Error, ErrorKind, Fields, Key, OrderState, Outcome, Source, Trust, abi};

use crate::field::{Table, wxp_field, wxp_text};
use crate::key::wxp_key;
use crate::memory::{Outputs, status};
use crate::source::of_number;
use crate::status::{self, WXP_E_NOT_FOUND, WXP_OK, wxp_status};

/// The signature is missing or wrong, or the message is of another kind, ambiguous, or no message
/// of the protocol. Treat it as if no answer had come.
pub const WXP_UNTRUSTED: i32 = 0;
/// Authentic and done: a payment is paid. Call wxp_expect before you deliver.
pub const WXP_SUCCEEDED: i32 = 1;
/// Authentic and accepted, but not done: an order is not paid yet, a refund not given back yet.
pub const WXP_ACCEPTED: i32 = 2;
/// Authentic and not done.
pub const WXP_FAILED: i32 = 3;
/// Authentic, but the outcome is unknown or not final. Query it, and never pay again under another
/// number.
pub const WXP_UNSETTLED: i32 = 4;
/// The gateway did not take the call. It does not sign that, so it proves nothing: where money can
/// move, query all the same.
pub const WXP_REFUSED: i32 = 5;
/// Not signed, by an operation that does not always sign. Trust it only as far as the connection;
/// `outcome` is what the answer says.
pub const WXP_UNVOUCHED: i32 = 6;

/// Nothing.
pub const WXP_ACTION_NONE: i32 = 0;
/// Query the outcome under the same number. If a payout failed, mend what the advice names only
/// after the query, and keep the number.
pub const WXP_ACTION_QUERY: i32 = 1;
/// Send the same request again, with the same number and parameters. If a query says so, this means
/// the payment or refund that it asks about.
pub const WXP_ACTION_REPEAT: i32 = 2;
/// It failed for good: start again under a new number.
pub const WXP_ACTION_NEW_NUMBER: i32 = 3;
/// It failed for good: the customer must act first.
pub const WXP_ACTION_CUSTOMER: i32 = 4;
/// It failed for good: the merchant must change a setting.
pub const WXP_ACTION_SETUP: i32 = 5;
/// It failed for good: the program sends a wrong request.
pub const WXP_ACTION_PROGRAM: i32 = 6;
/// What was asked for is done already.
pub const WXP_ACTION_DONE: i32 = 7;

/// Nothing known about an order.
pub const WXP_ORDER_UNKNOWN: i32 = 0;
/// Paid.
pub const WXP_ORDER_PAID: i32 = 1;
/// Paid, and refunded since, all or in part.
pub const WXP_ORDER_REFUNDED: i32 = 2;
/// Not paid so far; it can still be paid.
pub const WXP_ORDER_UNPAID: i32 = 3;
/// The customer enters the password, or a deduction follows.
pub const WXP_ORDER_PAYING: i32 = 4;
/// It failed, but not for good: reverse or close the order.
pub const WXP_ORDER_PAY_ERROR: i32 = 5;
/// Closed or reversed: not paid, and it will not be.
pub const WXP_ORDER_CLOSED: i32 = 6;
/// No such order is known, or not yet.
pub const WXP_ORDER_ABSENT: i32 = 7;

/// What a message means. All zeros is WXP_UNTRUSTED.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct wxp_verdict {
    /// The field that `fault` is about, if it is WXP_E_LACKS, WXP_E_FOREIGN or WXP_E_AMBIGUOUS;
    /// else empty.
    pub fault_field: wxp_text,
    /// WXP_UNTRUSTED to WXP_UNVOUCHED.
    pub verdict: i32,
    /// WXP_SUCCEEDED to WXP_UNSETTLED, also for WXP_UNVOUCHED; else 0.
    pub outcome: i32,
    /// A WXP_ACTION_ number.
    pub action: i32,
    /// Why, as a number for wxp_advice_text; 0 if there is nothing to do.
    pub advice: i32,
    /// Why it is WXP_UNTRUSTED; else WXP_OK.
    pub fault: wxp_status,
    /// 1 if a value contains "&name=", so that the signature fits other fields as well. Such a
    /// value is believed only in free text.
    pub ambiguous: i32,
    /// The number of the operation or notice that it was judged as.
    pub source: i32,
    /// A WXP_ORDER_ number.
    pub order: i32,
    /// Zeros.
    pub reserved: [i32; 4],
}

/// Says what a message means. `source` is what sent it: the number of the operation that answered,
/// such as WXP_PAY_ORDERQUERY, or of a notice, such as WXP_NOTICE_PAYMENT. The key is the one that
/// signed the request.
///
/// WXP_OK means only that the message was judged: look at verdict->verdict before its fields. Fails
/// with WXP_E_NOT_FOUND.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_judge(
    key: *const wxp_key,
    source: i32,
    fields: *const wxp_field,
    count: usize,
    verdict: *mut wxp_verdict,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (key, table) = unsafe { (wxp_key::at(key)?, Table::at(fields, count)?) };
        let inputs = (&key, &table);
        // SAFETY: the contract.
        let verdict = unsafe { Outputs::apart_from(&inputs).out(verdict) }?;
        let source = of_number(source)?;
        verdict.put(key.with(|key| judge(key, source, &table))?);
        Ok(())
    })
}

pub(crate) fn judge(
    key: &Key,
    source: Source,
    table: &Table<'_>,
) -> Result<wxp_verdict, wxp_status> {
    table.in_order(|order| {
        let judgment = key.judge(order, source);
        let outcome = judgment.outcome.map_or(0, number);
        let (verdict, fault) = match judgment.trust {
            Trust::Verified => (outcome, None),
            Trust::Unvouched => (WXP_UNVOUCHED, None),
            Trust::Refused => (WXP_REFUSED, None),
            Trust::Untrusted(error) => (WXP_UNTRUSTED, Some(error)),
        };
        let advice = judgment.advice;
        Ok(wxp_verdict {
            fault_field: fault.map_or(wxp_text::of(""), |error| field_of(error, table)),
            verdict,
            outcome,
            action: advice.map_or(WXP_ACTION_NONE, |advice| action(advice.action())),
            advice: advice.map_or(0, |advice| i32::from(abi::advice_number(&advice))),
            fault: fault.map_or(WXP_OK, status::of),
            ambiguous: i32::from(judgment.is_ambiguous),
            source: i32::from(judgment.source.number()),
            order: order_state(judgment.order),
            reserved: [0; 4],
        })
    })
}

const fn number(outcome: Outcome) -> i32 {
    match outcome {
        Outcome::Succeeded => WXP_SUCCEEDED,
        Outcome::Accepted => WXP_ACCEPTED,
        Outcome::Failed => WXP_FAILED,
        Outcome::Unsettled => WXP_UNSETTLED,
    }
}

const fn order_state(state: OrderState) -> i32 {
    match state {
        OrderState::Paid => WXP_ORDER_PAID,
        OrderState::Refunded => WXP_ORDER_REFUNDED,
        OrderState::Unpaid => WXP_ORDER_UNPAID,
        OrderState::Paying => WXP_ORDER_PAYING,
        OrderState::PayError => WXP_ORDER_PAY_ERROR,
        OrderState::Closed => WXP_ORDER_CLOSED,
        OrderState::Absent => WXP_ORDER_ABSENT,
        _ => WXP_ORDER_UNKNOWN,
    }
}

/// The name of the field that an error is about.
fn field_of(error: Error, table: &Table<'_>) -> wxp_text {
    match error.kind() {
        ErrorKind::Lacks { field } | ErrorKind::Foreign { field } => wxp_text::of(field),
        ErrorKind::Ambiguous => {
            table.at(error.position()).map_or(wxp_text::of(""), |field| wxp_text::of(field.name()))
        }
        _ => wxp_text::of(""),
    }
}

pub(crate) const fn action(action: Action) -> i32 {
    match action {
        Action::Repeat => WXP_ACTION_REPEAT,
        Action::NewNumber => WXP_ACTION_NEW_NUMBER,
        Action::Customer => WXP_ACTION_CUSTOMER,
        Action::Setup => WXP_ACTION_SETUP,
        Action::Program => WXP_ACTION_PROGRAM,
        Action::Done => WXP_ACTION_DONE,
        // To ask is right whatever happened.
        _ => WXP_ACTION_QUERY,
    }
}

/// Writes the reply to a notice, to send with HTTP status 200: `taken` is 1 if it was taken, and 0
/// to get it again. Fails with WXP_E_NOT_FOUND for "risk", and for "native-scan", whose reply is a
/// WXP_PAYLOAD_.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_acknowledge(
    notice: i32,
    taken: i32,
    out: *mut c_char,
    capacity: usize,
    len: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let room = unsafe { Outputs::apart_from(&()).buffer(out, capacity, len) }?;
        let notice = of_number(notice)?.notice().ok_or(WXP_E_NOT_FOUND)?;
        room.put(notice.acknowledgement(taken != 0).ok_or(WXP_E_NOT_FOUND)?)
    })
}
