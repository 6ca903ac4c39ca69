//! The Quick Pay procedure.

use wxp_core::quickpay::{Event, QuickPay, Request, Step, Timing};
use wxp_core::{OrderState, Outcome};

/// Takes in any event at any point of a payment, which is saved before and after.
#[unsafe(no_mangle)]
pub extern "C" fn quickpay(saved: &mut [u8; QuickPay::LEN], event: u8, seconds: u16) -> i32 {
    let timing = Timing { total: seconds, ..Timing::default() };
    let restored = match event & 1 {
        0 => QuickPay::resume(saved, timing),
        _ => QuickPay::from_bytes(saved, timing),
    };
    let mut payment = restored.unwrap_or(QuickPay::new(timing));
    let (outcome, order) = match event >> 1 & 7 {
        0 => (Outcome::Succeeded, OrderState::Paid),
        1 => (Outcome::Failed, OrderState::Closed),
        2 => (Outcome::Unsettled, OrderState::Refunded),
        3 => (Outcome::Unsettled, OrderState::Paying),
        4 => (Outcome::Unsettled, OrderState::PayError),
        5 => (Outcome::Unsettled, OrderState::Absent),
        _ => (Outcome::Unsettled, OrderState::Unknown),
    };
    let event = match event >> 4 {
        0 => Event::NoAnswer,
        1 => Event::NotSent,
        2 => Event::Waited,
        3 => Event::Cancelled,
        4 => Event::Resumed,
        5 => Request::Order.answered(outcome, order),
        6 => Request::Query.answered(outcome, order),
        _ => Request::Reverse.answered(outcome, order),
    };
    payment.next(event, seconds);
    let step = payment.now();
    *saved = payment.to_bytes();
    match step {
        Step::Send(_) => -1,
        Step::Wait(seconds) => seconds.into(),
        Step::Finished(_) => -2,
    }
}
