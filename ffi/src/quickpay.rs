//! The Quick Pay procedure.

use wxp_core::Outcome;
use wxp_core::quickpay::{Ending, Event, QuickPay, Request, Step, Timing};

use crate::memory::{Place, object, status};
use crate::status::{WXP_E_ARGUMENT, wxp_status};
use crate::verdict::{WXP_ACCEPTED, WXP_FAILED, WXP_SUCCEEDED, WXP_UNSETTLED, wxp_verdict};

/// Nothing happened: only say what to do now.
pub const WXP_EVENT_NONE: i32 = 0;
/// The order was answered (/pay/micropay), as judged; also late or twice.
pub const WXP_EVENT_ORDER: i32 = 1;
/// A query was answered (/pay/orderquery), as judged; also late or twice.
pub const WXP_EVENT_QUERY: i32 = 2;
/// A reverse was answered (/secapi/pay/reverse), as judged; also late or twice.
pub const WXP_EVENT_REVERSE: i32 = 3;
/// No answer to the request in hand, or none that can be read.
pub const WXP_EVENT_NO_ANSWER: i32 = 4;
/// The wait is over.
pub const WXP_EVENT_WAITED: i32 = 5;
/// The cashier gives the payment up. If it was paid all the same, it is reversed.
pub const WXP_EVENT_CANCELLED: i32 = 6;
/// The terminal was off, and has the payment back.
pub const WXP_EVENT_RESUMED: i32 = 7;

/// Send the order, with the customer's code.
pub const WXP_STEP_ORDER: i32 = 1;
/// Query the order.
pub const WXP_STEP_QUERY: i32 = 2;
/// Reverse the order, with the merchant's client certificate.
pub const WXP_STEP_REVERSE: i32 = 3;
/// Wait so many seconds.
pub const WXP_STEP_WAIT: i32 = 4;
/// Finished: paid. Hand the goods over.
pub const WXP_STEP_PAID: i32 = 5;
/// Finished: not paid, and it will not be. Another attempt needs another order number.
pub const WXP_STEP_NOT_PAID: i32 = 6;
/// Finished: reversed. What was paid, if anything, has gone back.
pub const WXP_STEP_REVERSED: i32 = 7;
/// Finished, but not known: no reverse was answered. Somebody has to look before the customer pays
/// anew.
pub const WXP_STEP_NOT_ANSWERED: i32 = 8;
/// Finished, but not known or paid after all: it cannot be reversed. Somebody has to look, and
/// refund it if it is paid.
pub const WXP_STEP_NOT_REVERSIBLE: i32 = 9;

/// One payment by Quick Pay, which ends in knowing what became of it; it never charges twice. Its
/// bytes can be saved and copied as they are, and bear a checksum: save them after each
/// wxp_quickpay_next, before the step is carried out, and a terminal can lose power at any moment.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct wxp_quickpay {
    /// Not for the caller, but to be saved.
    pub opaque: [u8; 12],
}

/// How long to wait and how often to try.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct wxp_timing {
    /// Seconds before the first query; 5.
    pub first_query: u16,
    /// Seconds between queries; 10 in China, 3 to 5 elsewhere.
    pub spacing: u16,
    /// Seconds after which an order that is not paid is given up; 45 in China, 30 elsewhere.
    pub total: u16,
    /// Seconds after the order before which it cannot be reversed; 15.
    pub reverse_from: u16,
    /// Seconds between reverses; 5.
    pub reverse_spacing: u16,
    /// Reverses before somebody has to look, at most 255; 10.
    pub reverses: u16,
    /// Queries that confirm a failed order, and that settle a reversed one, at most 255; 5.
    pub queries: u16,
    /// Zero, for later.
    pub reserved: u16,
}

/// Begins a payment; wxp_quickpay_next with WXP_EVENT_NONE says what to do first.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_quickpay_new(payment: *mut wxp_quickpay) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let place = unsafe { Place::at(payment) }?;
        place.put(wxp_quickpay { opaque: QuickPay::new(Timing::default()).to_bytes() });
        Ok(())
    })
}

/// Takes in what happened, so many seconds after the last call, and says what to do now: a
/// WXP_STEP_ number, and for WXP_STEP_WAIT how many seconds to wait.
///
/// The verdict is that of wxp_judge on an answer, with "/pay/micropay", "/pay/orderquery" or
/// "/secapi/pay/reverse"; NULL for other events. One that is not authentic counts as no answer.
/// NULL for timing takes the numbers that stand at its members, those of China. WXP_E_ARGUMENT for
/// another event, and for a payment whose bytes are damaged.
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
        let (saved, place, step, wait, timing) = unsafe {
            let timing = if timing.is_null() { None } else { Some(object(timing)?) };
            let (step, wait) = (Place::at(step)?, Place::at(wait)?);
            (object(payment)?.opaque, Place::at(payment)?, step, wait, timing)
        };
        let timing = timing.map_or(Ok(Timing::default()), wxp_timing::read)?;
        let mut payment = QuickPay::resume(&saved, timing).ok_or(WXP_E_ARGUMENT)?;
        let request = match event {
            WXP_EVENT_ORDER => Some(Request::Order),
            WXP_EVENT_QUERY => Some(Request::Query),
            WXP_EVENT_REVERSE => Some(Request::Reverse),
            _ => None,
        };
        let event = match (request, event) {
            // SAFETY: the contract.
            (Some(request), _) => Some(answer(request, unsafe { object(verdict) }?)),
            (None, WXP_EVENT_NONE) => None,
            (None, WXP_EVENT_NO_ANSWER) => Some(Event::NoAnswer),
            (None, WXP_EVENT_WAITED) => Some(Event::Waited),
            (None, WXP_EVENT_CANCELLED) => Some(Event::Cancelled),
            (None, WXP_EVENT_RESUMED) => Some(Event::Resumed),
            (None, _) => return Err(WXP_E_ARGUMENT),
        };
        if let Some(event) = event {
            payment.next(event, seconds);
        }
        let (number, left) = match payment.step() {
            Step::Send(Request::Order) => (WXP_STEP_ORDER, 0),
            Step::Send(Request::Query) => (WXP_STEP_QUERY, 0),
            Step::Send(Request::Reverse) => (WXP_STEP_REVERSE, 0),
            Step::Wait(left) => (WXP_STEP_WAIT, left),
            Step::Finished(Ending::Paid) => (WXP_STEP_PAID, 0),
            Step::Finished(Ending::NotPaid) => (WXP_STEP_NOT_PAID, 0),
            Step::Finished(Ending::Reversed) => (WXP_STEP_REVERSED, 0),
            Step::Finished(Ending::NotAnswered) => (WXP_STEP_NOT_ANSWERED, 0),
            Step::Finished(Ending::NotReversible) => (WXP_STEP_NOT_REVERSIBLE, 0),
        };
        place.put(wxp_quickpay { opaque: payment.to_bytes() });
        step.put(number);
        wait.put(left);
        Ok(())
    })
}

/// Only an authentic answer is one.
const fn answer(request: Request, verdict: &wxp_verdict) -> Event {
    match verdict.verdict {
        WXP_SUCCEEDED => Event::Answer(request, Outcome::Succeeded),
        WXP_ACCEPTED => Event::Answer(request, Outcome::Accepted),
        WXP_FAILED => Event::Answer(request, Outcome::Failed),
        WXP_UNSETTLED => Event::Answer(request, Outcome::Unsettled),
        _ => Event::NoAnswer,
    }
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
