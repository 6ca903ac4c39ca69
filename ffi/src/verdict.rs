//! What a message means, and what to do about it.

use core::ffi::{CStr, c_char};

use wxp_core::{
    Action, Advice, Endpoint, Error, ErrorKind, Fields, Key, Notice, OrderState, Outcome, Source,
    Trust, Value, abi,
};

use crate::field::{Table, wxp_field, wxp_text};
use crate::key::wxp_key;
use crate::memory::{Outputs, status, text};
use crate::status::{self, WXP_E_NOT_FOUND, WXP_OK, wxp_status};

/// Treat it as if no answer had come: the signature is missing or wrong, this is no answer of the
/// protocol, or it is authentic but of another kind, or ambiguous.
pub const WXP_UNTRUSTED: i32 = 0;
/// Authentic, and done; for a payment, and a query or a notice of one: paid. Before delivering,
/// compare order number, amount, currency, appid and mch_id with your own records: wxp_expect.
pub const WXP_SUCCEEDED: i32 = 1;
/// Authentic, and taken on, but not done: an order is not paid, a refund not given back.
pub const WXP_ACCEPTED: i32 = 2;
/// Authentic, and not done.
pub const WXP_FAILED: i32 = 3;
/// Authentic, but the outcome is not known or not final: query, and never pay again under another
/// number.
pub const WXP_UNSETTLED: i32 = 4;
/// The gateway did not take the call. Nothing signs that, so it decides nothing: where money can
/// move, query all the same.
pub const WXP_REFUSED: i32 = 5;
/// Not signed, by an operation that does not sign, or not always: worth as much as the connection.
/// The outcome is what the answer says.
pub const WXP_UNVOUCHED: i32 = 6;

/// No action is needed.
pub const WXP_ACTION_NONE: i32 = 0;
/// Ask what became of it, with a query of the same number. Of a payout: put right what the advice
/// names only after that, and keep the number.
pub const WXP_ACTION_QUERY: i32 = 1;
/// Send the same request again, with the same number and the same parameters; of a query that says
/// so, the payment or refund that it asks about.
pub const WXP_ACTION_REPEAT: i32 = 2;
/// It failed for good: start again under a new number.
pub const WXP_ACTION_NEW_NUMBER: i32 = 3;
/// It failed for good, and the customer has to do something else first.
pub const WXP_ACTION_CUSTOMER: i32 = 4;
/// It failed for good, and the merchant has to put something in order first.
pub const WXP_ACTION_SETUP: i32 = 5;
/// It failed for good, because the program sends what it should not.
pub const WXP_ACTION_PROGRAM: i32 = 6;
/// What was asked for is so already.
pub const WXP_ACTION_DONE: i32 = 7;

/// Nothing that is known about an order.
pub const WXP_ORDER_UNKNOWN: i32 = 0;
/// The order is paid.
pub const WXP_ORDER_PAID: i32 = 1;
/// The order was paid, and all or some of it has been refunded since.
pub const WXP_ORDER_REFUNDED: i32 = 2;
/// The order is not paid so far; it can still be paid.
pub const WXP_ORDER_UNPAID: i32 = 3;
/// The customer is entering the password, or a deduction is to come.
pub const WXP_ORDER_PAYING: i32 = 4;
/// The payment failed, which is not final: reverse or close the order.
pub const WXP_ORDER_PAY_ERROR: i32 = 5;
/// The order is closed or reversed: it is not paid, and will not be.
pub const WXP_ORDER_CLOSED: i32 = 6;
/// No such order is known, or not yet.
pub const WXP_ORDER_ABSENT: i32 = 7;

/// What a message means. All zeros is WXP_UNTRUSTED.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct wxp_verdict {
    /// What to do and why, as one clause of English: static, ending with NUL; NULL if nothing.
    pub advice: *const c_char,
    /// The field that makes it untrusted: the one it lacks (WXP_E_LACKS), the foreign one
    /// (WXP_E_FOREIGN), or the one whose value imitates a field (WXP_E_AMBIGUOUS); else empty.
    pub fault_field: wxp_text,
    /// WXP_UNTRUSTED to WXP_UNVOUCHED.
    pub verdict: i32,
    /// WXP_SUCCEEDED to WXP_UNSETTLED, for WXP_UNVOUCHED too; else 0.
    pub outcome: i32,
    /// WXP_ACTION_NONE to WXP_ACTION_DONE.
    pub action: i32,
    /// Why it is untrusted, as a status; else WXP_OK.
    pub fault: wxp_status,
    /// 1 if the signature also fits other fields, because a value holds "&name="; else 0. Such a
    /// message is only believed where the value is one that holds free text.
    pub ambiguous: i32,
    /// The number of the operation or notice that the message was judged as; see wxp_source_name.
    pub source: i32,
    /// What it says about an order, a WXP_ORDER_ number.
    pub order: i32,
    /// Zeros, for later.
    pub reserved: [i32; 5],
}

/// Judges a message: was the call taken, is it authentic, was the operation done, what became of
/// the transaction.
///
/// The endpoint is the operation that answered, by its path or address, or a notice, by its name:
/// "payment", "combined-payment", "deduction", "contract", "refund", "vehicle", "rental", "risk" or
/// "native-scan". The key is the one that the request was signed with.
///
/// WXP_OK means that the message was judged, not that it is good: look at verdict->verdict, and at
/// the fields only after.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_judge(
    key: *const wxp_key,
    endpoint: *const c_char,
    endpoint_len: usize,
    fields: *const wxp_field,
    count: usize,
    verdict: *mut wxp_verdict,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (key, endpoint, table) = unsafe {
            (wxp_key::at(key)?, text(endpoint, endpoint_len)?, Table::at(fields, count)?)
        };
        let inputs = (&key, &(endpoint, &table));
        // SAFETY: the contract.
        let verdict = unsafe { Outputs::apart_from(&inputs).place(verdict) }?;
        let source = source(endpoint)?;
        verdict.put(key.with(|key| judge(key, source, &table))?);
        Ok(())
    })
}

/// The operation's path or the notice's name that has this number (see wxp_verdict): static, ending
/// with NUL; NULL if there is none.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn wxp_source_name(source: i32) -> *const c_char {
    let name = u16::try_from(source).ok().and_then(abi::source_name);
    name.map_or(core::ptr::null(), CStr::as_ptr)
}

/// Where a message comes from.
pub(crate) fn source(endpoint: &str) -> Result<Source, wxp_status> {
    let answer = Endpoint::find(endpoint).map(Source::from);
    answer.or_else(|| Notice::find(endpoint).map(Source::from)).ok_or(WXP_E_NOT_FOUND)
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
            advice: advice
                .map_or(core::ptr::null(), |advice| CStr::as_ptr(abi::advice_text(&advice))),
            fault_field: fault.map_or(wxp_text::of(""), |error| field_of(error, table)),
            verdict,
            outcome,
            action: advice.map_or(WXP_ACTION_NONE, |advice| action(advice.action())),
            fault: fault.map_or(WXP_OK, status::of),
            ambiguous: i32::from(judgment.trust == Trust::Verified && order.is_ambiguous()),
            source: i32::from(judgment.source.number()),
            order: order_state(judgment.order),
            reserved: [0; 5],
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

const fn action(action: Action) -> i32 {
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

/// What to do about an error code of an operation or notice (see wxp_judge): an action and one
/// clause of English, static and ending with NUL. An unknown code where money can move is
/// WXP_ACTION_QUERY. On WXP_OK both are written.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_advice(
    endpoint: *const c_char,
    endpoint_len: usize,
    code: *const c_char,
    code_len: usize,
    action_number: *mut i32,
    advice: *mut *const c_char,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (endpoint, code) = unsafe { (text(endpoint, endpoint_len)?, text(code, code_len)?) };
        let inputs = (endpoint, code);
        let mut outputs = Outputs::apart_from(&inputs);
        // SAFETY: the contract.
        let (action_place, place) =
            unsafe { (outputs.place(action_number)?, outputs.place(advice)?) };
        let source = source(endpoint)?;
        let advice = Advice::of(source.family(), Value::new(code));
        action_place.put(action(advice.action()));
        place.put(CStr::as_ptr(abi::advice_text(&advice)));
        Ok(())
    })
}

/// Writes the reply to a notice (see wxp_judge), to send with HTTP status 200 and nothing around
/// it: whether the notice was taken (not 0), or is to be sent again (0). WXP_E_NOT_FOUND for
/// "native-scan", whose reply is an order and signed, and for "risk".
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_acknowledge(
    notice: *const c_char,
    notice_len: usize,
    taken: i32,
    out: *mut c_char,
    capacity: usize,
    len: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let notice = unsafe { text(notice, notice_len) }?;
        // SAFETY: the contract.
        let room = unsafe { Outputs::apart_from(notice).room(out, capacity, len) }?;
        let notice = Notice::find(notice).ok_or(WXP_E_NOT_FOUND)?;
        room.put(notice.acknowledgement(taken != 0).ok_or(WXP_E_NOT_FOUND)?)
    })
}
