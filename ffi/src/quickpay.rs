//! The Quick Pay procedure.

use wxp_core::quickpay::{Ending, Event, QuickPay, Request, Step, Timing};
use wxp_core::{OrderState, Outcome};

use crate::memory::{Outputs, object, optional, status};
use crate::status::{WXP_E_ARGUMENT, WXP_E_NULL, wxp_status};
use crate::verdict::{
    WXP_ACCEPTED, WXP_FAILED, WXP_ORDER_ABSENT, WXP_ORDER_CLOSED, WXP_ORDER_PAID,
    WXP_ORDER_PAY_ERROR, WXP_ORDER_PAYING, WXP_ORDER_REFUNDED, WXP_ORDER_UNKNOWN, WXP_ORDER_UNPAID,
    WXP_SUCCEEDED, WXP_UNSETTLED, wxp_verdict,
};

/// Nothing: only ask for the next step.
pub const WXP_EVENT_NONE: i32 = 0;
/// /pay/micropay answered, also late or twice.
pub const WXP_EVENT_ORDER: i32 = 1;
/// /pay/orderquery answered; each answer counts once.
pub const WXP_EVENT_QUERY: i32 = 2;
/// /secapi/pay/reverse answered, also late or twice.
pub const WXP_EVENT_REVERSE: i32 = 3;
/// The request got no answer, or none that can be read.
pub const WXP_EVENT_NO_ANSWER: i32 = 4;
/// The wait is over.
pub const WXP_EVENT_WAITED: i32 = 5;
/// The cashier gives up. A payment that was made is reversed.
pub const WXP_EVENT_CANCELLED: i32 = 6;
/// The terminal was off. Then this is the first event.
pub const WXP_EVENT_RESUMED: i32 = 7;
/// No connection was made, so the gateway cannot have the request. If it may have left the
/// terminal, this is WXP_EVENT_NO_ANSWER.
pub const WXP_EVENT_NOT_SENT: i32 = 8;

/// Send the order, with the customer's code.
pub const WXP_STEP_ORDER: i32 = 1;
/// Query the order.
pub const WXP_STEP_QUERY: i32 = 2;
/// Reverse the order, with the merchant's client certificate.
pub const WXP_STEP_REVERSE: i32 = 3;
/// Wait this many seconds.
pub const WXP_STEP_WAIT: i32 = 4;
/// Finished: paid. Hand the goods over.
pub const WXP_STEP_PAID: i32 = 5;
/// Finished: not paid, and it will not be. Another attempt needs another order number.
pub const WXP_STEP_NOT_PAID: i32 = 6;
/// Finished: reversed. Any payment has gone back.
pub const WXP_STEP_REVERSED: i32 = 7;
/// Finished, but unknown: no reverse is confirmed. Somebody must look before the customer pays
/// again.
pub const WXP_STEP_NOT_ANSWERED: i32 = 8;
/// Finished, but unknown or paid after all: it cannot be reversed. Somebody must look, and refund a
/// payment.
pub const WXP_STEP_NOT_REVERSIBLE: i32 = 9;
/// Finished: not sent, because no connection was made. Nothing is paid. The order number can be
/// used again.
pub const WXP_STEP_NOT_SENT: i32 = 10;

/// One payment of a customer's code. It ends in a known outcome, and never charges twice. Its bytes
/// can be copied and saved, and have a checksum. Save them after each wxp_quickpay_next, before you
/// carry the step out; then the terminal can lose power at any moment.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct wxp_quickpay {
    /// Private.
    pub opaque: [u8; 12],
}

/// Seconds to wait, and how often to try. The defaults, for China, are in parentheses.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct wxp_timing {
    /// Until the first query, and until a failure counts (5).
    pub first_query: u16,
    /// Between queries (10; outside of China 3 to 5).
    pub spacing: u16,
    /// Until an unpaid order is given up (45; outside of China 30).
    pub total: u16,
    /// From the order to the first reverse (15).
    pub reverse_from: u16,
    /// Between reverses (5).
    pub reverse_spacing: u16,
    /// The most reverses before somebody must look, up to 255 (10).
    pub reverses: u16,
    /// Queries to confirm a failed order or settle a reversed one, up to 255 (5).
    pub queries: u16,
    /// Zero.
    pub reserved: u16,
}

/// Begins a payment. Then call wxp_quickpay_next with WXP_EVENT_NONE.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_quickpay_new(payment: *mut wxp_quickpay) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let place = unsafe { Outputs::apart_from(&()).out(payment) }?;
        place.put(wxp_quickpay { opaque: const { QuickPay::new(Timing::CHINA).to_bytes() } });
        Ok(())
    })
}

/// Takes an event, `seconds` after the last call, and says the next step. *wait is the seconds of
/// WXP_STEP_WAIT, else 0. WXP_STEP_ORDER comes once in the life of a payment. A finished payment
/// takes late answers: if it was paid after all, the next step is WXP_STEP_REVERSE.
///
/// The verdict is that of the answer, as wxp_judge made it; NULL for other events. The operations
/// for face payments, deposits and sandboxes count as well. A verdict that is not authentic counts
/// as no answer. If timing is NULL, the defaults are used.
///
/// Fails with WXP_E_ARGUMENT for an unknown event, a verdict of another operation than the event's,
/// or damaged bytes of the payment. Nothing changes then.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_quickpay_next(
    payment: *mut wxp_quickpay,
    timing: *const wxp_timing,
    event: i32,
    verdict: *const wxp_verdict,
    seconds: u16,
    step: *mut i32,
    wait: *mut u16,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (saved, timing, verdict) =
            unsafe { (object(payment)?.opaque, optional(timing)?, optional(verdict)?) };
        let inputs = (&timing, &verdict);
        let mut outputs = Outputs::apart_from(&inputs);
        // SAFETY: the contract; the payment has been read.
        let (place, step, wait) =
            unsafe { (outputs.out(payment)?, outputs.out(step)?, outputs.out(wait)?) };
        let timing = timing.map_or(Ok(Timing::CHINA), wxp_timing::read)?;
        let mut payment = QuickPay::from_bytes(&saved, timing).ok_or(WXP_E_ARGUMENT)?;
        let request = match event {
            WXP_EVENT_ORDER => Some(Request::Order),
            WXP_EVENT_QUERY => Some(Request::Query),
            WXP_EVENT_REVERSE => Some(Request::Reverse),
            _ => None,
        };
        let event = match (request, event) {
            (Some(request), _) => {
                let answer = answer(request, verdict.ok_or(WXP_E_NULL)?);
                Some(answer.ok_or(WXP_E_ARGUMENT)?)
            }
            (None, WXP_EVENT_NONE) => None,
            (None, WXP_EVENT_NO_ANSWER) => Some(Event::NoAnswer),
            (None, WXP_EVENT_WAITED) => Some(Event::Waited),
            (None, WXP_EVENT_CANCELLED) => Some(Event::Cancelled),
            (None, WXP_EVENT_RESUMED) => Some(Event::Resumed),
            (None, WXP_EVENT_NOT_SENT) => Some(Event::NotSent),
            (None, _) => return Err(WXP_E_ARGUMENT),
        };
        if let Some(event) = event {
            payment.next(event, seconds);
        }
        let (number, left) = match payment.now() {
            Step::Send(Request::Order) => (WXP_STEP_ORDER, 0),
            Step::Send(Request::Query) => (WXP_STEP_QUERY, 0),
            Step::Send(Request::Reverse) => (WXP_STEP_REVERSE, 0),
            Step::Wait(left) => (WXP_STEP_WAIT, left),
            Step::Finished(Ending::Paid) => (WXP_STEP_PAID, 0),
            Step::Finished(Ending::NotPaid) => (WXP_STEP_NOT_PAID, 0),
            Step::Finished(Ending::Reversed) => (WXP_STEP_REVERSED, 0),
            Step::Finished(Ending::NotReversible) => (WXP_STEP_NOT_REVERSIBLE, 0),
            Step::Finished(Ending::NotSent) => (WXP_STEP_NOT_SENT, 0),
            // Somebody has to look.
            Step::Finished(_) => (WXP_STEP_NOT_ANSWERED, 0),
        };
        place.put(wxp_quickpay { opaque: payment.to_bytes() });
        step.put(number);
        wait.put(left);
        Ok(())
    })
}

/// Only an authentic answer is one, and only that of the request's own operation.
fn answer(request: Request, verdict: &wxp_verdict) -> Option<Event> {
    let source = u16::try_from(verdict.source).ok().and_then(Request::answered_by);
    if source != Some(request) {
        return None;
    }
    let outcome = match verdict.verdict {
        WXP_SUCCEEDED => Outcome::Succeeded,
        WXP_ACCEPTED => Outcome::Accepted,
        WXP_FAILED => Outcome::Failed,
        WXP_UNSETTLED => Outcome::Unsettled,
        _ => return Some(Event::NoAnswer),
    };
    let order = match verdict.order {
        WXP_ORDER_UNKNOWN => OrderState::Unknown,
        WXP_ORDER_PAID => OrderState::Paid,
        WXP_ORDER_REFUNDED => OrderState::Refunded,
        WXP_ORDER_UNPAID => OrderState::Unpaid,
        WXP_ORDER_PAYING => OrderState::Paying,
        WXP_ORDER_PAY_ERROR => OrderState::PayError,
        WXP_ORDER_CLOSED => OrderState::Closed,
        WXP_ORDER_ABSENT => OrderState::Absent,
        _ => return None,
    };
    Some(request.answered(outcome, order))
}

impl wxp_timing {
    fn read(&self) -> Result<Timing, wxp_status> {
        let small = |number: u16| u8::try_from(number).map_err(|_| WXP_E_ARGUMENT);
        Ok(Timing {
            first_query: self.first_query,
            spacing: self.spacing,
            total: self.total,
            reverse_from: self.reverse_from,
            reverse_spacing: self.reverse_spacing,
            reverses: small(self.reverses)?,
            queries: small(self.queries)?,
        })
    }
}
