//! The Quick Pay procedure.

use wxp_core::Outcome;
use wxp_core::quickpay::{Event, QuickPay, Request, Step, Timing};

/// Takes in any event at any point of a payment, which is saved before and after.
#[unsafe(no_mangle)]
pub extern "C" fn quickpay(saved: &mut [u8; QuickPay::LEN], event: u8, seconds: u16) -> i32 {
    let timing = Timing { total: seconds, ..Timing::default() };
    let mut payment = QuickPay::resume(saved, timing).unwrap_or(QuickPay::new(timing));
    let outcome = if event & 1 == 0 { Outcome::Succeeded } else { Outcome::Unsettled };
    let event = match event >> 1 {
        0 => Event::NoAnswer,
        1 => Event::Waited,
        2 => Event::Cancelled,
        3 => Event::Resumed,
        4 => Event::Answer(Request::Order, outcome),
        5 => Event::Answer(Request::Query, outcome),
        _ => Event::Answer(Request::Reverse, Outcome::Failed),
    };
    let step = payment.next(event, seconds);
    *saved = payment.to_bytes();
    match step {
        Step::Send(_) => -1,
        Step::Wait(seconds) => seconds.into(),
        Step::Finished(_) => -2,
    }
}
