//! Quick Pay: a payment on a network and with a terminal that do their worst, and events that no
//! network would bring about. Nobody is charged twice, goods go with money, and a saved payment
//! comes back as it was.

#![no_main]

use libfuzzer_sys::arbitrary::{Result, Unstructured};
use libfuzzer_sys::fuzz_target;
use wxp_core::quickpay::{Ending, Event, QuickPay, Request, Step, Timing};
use wxp_core::{OrderState, Outcome};
use wxp_fuzz::Random;

fuzz_target!(|data: &[u8]| {
    match data.split_first() {
        Some((kind, rest)) if kind % 2 == 0 => wxp_fuzz::quickpay::pay(Random::new(rest)),
        Some((_, rest)) => {
            let _ = events(&mut Unstructured::new(rest));
        }
        None => {}
    }
});

fn events(u: &mut Unstructured<'_>) -> Result<()> {
    let timing = match u.arbitrary()? {
        false => Timing::default(),
        true => Timing {
            first_query: u.arbitrary()?,
            spacing: u.arbitrary()?,
            total: u.arbitrary()?,
            reverse_from: u.arbitrary()?,
            reverse_spacing: u.arbitrary()?,
            reverses: u.arbitrary()?,
            queries: u.arbitrary()?,
        },
    };
    // Bytes from anywhere: damaged, or a payment that is saved as it was.
    if u.arbitrary()? {
        let bytes = u.arbitrary()?;
        if let Some(mut payment) = QuickPay::from_bytes(&bytes, timing) {
            assert_eq!(payment.to_bytes(), bytes);
            payment.next(event(u)?, u.arbitrary()?);
        }
        if let Some(mut payment) = QuickPay::resume(&bytes, timing) {
            assert_ne!(payment.step(), Step::Send(Request::Order));
            assert_ne!(payment.next(event(u)?, u.arbitrary()?), Step::Send(Request::Order));
        }
        return Ok(());
    }
    let mut payment = QuickPay::new(timing);
    let (mut was_paid, mut was_cancelled, mut was_reversed) = (false, false, false);
    while !u.is_empty() {
        let (before, event) = (payment.step(), event(u)?);
        let step = payment.next(event, u.arbitrary()?);
        assert_eq!(step, payment.step());
        assert_eq!(QuickPay::from_bytes(&payment.to_bytes(), timing), Some(payment));
        let says_paid =
            matches!(event, Event::Ordered(Outcome::Succeeded) | Event::Queried(OrderState::Paid));
        was_paid |= says_paid;
        was_cancelled |= event == Event::Cancelled;
        was_reversed |= step == Step::Send(Request::Reverse);
        // The order is sent first and never again.
        assert!(step != Step::Send(Request::Order) || before == step);
        // What was paid stays so, and nothing else becomes it, nor hears in silence that it is paid.
        if let Step::Finished(ending) = before {
            assert_eq!(step == Step::Finished(Ending::Paid), ending == Ending::Paid);
            let is_loud = matches!(ending, Ending::Paid | Ending::NotReversible)
                || matches!(step, Step::Finished(Ending::NotAnswered))
                || !matches!(step, Step::Finished(_));
            assert!(!says_paid || is_loud);
            continue;
        }
        match step {
            Step::Finished(Ending::Paid) => assert!(was_paid && !was_cancelled && !was_reversed),
            Step::Finished(Ending::NotPaid) => assert!(!was_reversed),
            Step::Finished(Ending::Reversed) => assert!(was_reversed),
            Step::Finished(Ending::NotSent) => {
                assert!(before == Step::Send(Request::Order) && event == Event::NotSent);
            }
            _ => {}
        }
    }
    Ok(())
}

fn event(u: &mut Unstructured<'_>) -> Result<Event> {
    let outcomes = [Outcome::Succeeded, Outcome::Accepted, Outcome::Failed, Outcome::Unsettled];
    let outcome = *u.choose(&outcomes)?;
    let orders = [
        OrderState::Unknown,
        OrderState::Paid,
        OrderState::Refunded,
        OrderState::Unpaid,
        OrderState::Paying,
        OrderState::PayError,
        OrderState::Closed,
        OrderState::Absent,
    ];
    let order = *u.choose(&orders)?;
    Ok(*u.choose(&[
        Event::Ordered(outcome),
        Event::Queried(order),
        Event::Reversed(outcome),
        Event::NoAnswer,
        Event::NotSent,
        Event::Waited,
        Event::Cancelled,
        Event::Resumed,
    ])?)
}
