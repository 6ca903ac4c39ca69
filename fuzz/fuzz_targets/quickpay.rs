//! Quick Pay: a payment on a network and with a terminal that do their worst, and events that no
//! network would bring about. Nobody is charged twice, goods go with money, and a saved payment
//! comes back as it was.

#![no_main]

use libfuzzer_sys::arbitrary::{Result, Unstructured};
use libfuzzer_sys::fuzz_target;
use wxp_core::Outcome;
use wxp_core::quickpay::{Ending, Event, QuickPay, Request, Step, Timing};
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
        if let Some(mut payment) = QuickPay::resume(&bytes, timing) {
            assert_eq!(payment.to_bytes(), bytes);
            payment.next(event(u)?, u.arbitrary()?);
        }
        return Ok(());
    }
    let mut payment = QuickPay::new(timing);
    let (mut was_paid, mut was_cancelled, mut was_reversed) = (false, false, false);
    while !u.is_empty() {
        let (before, event) = (payment.step(), event(u)?);
        let step = payment.next(event, u.arbitrary()?);
        assert_eq!(step, payment.step());
        assert_eq!(QuickPay::resume(&payment.to_bytes(), timing), Some(payment));
        was_paid |=
            matches!(event, Event::Answer(Request::Order | Request::Query, Outcome::Succeeded));
        was_cancelled |= event == Event::Cancelled;
        was_reversed |= step == Step::Send(Request::Reverse);
        // The order is sent first and never again.
        assert!(step != Step::Send(Request::Order) || before == step);
        match before {
            Step::Finished(_) => assert_eq!(step, before),
            _ => match step {
                Step::Finished(Ending::Paid) => {
                    assert!(was_paid && !was_cancelled && !was_reversed);
                }
                Step::Finished(Ending::NotPaid) => assert!(!was_reversed),
                Step::Finished(Ending::Reversed) => assert!(was_reversed),
                _ => {}
            },
        }
    }
    Ok(())
}

fn event(u: &mut Unstructured<'_>) -> Result<Event> {
    let outcomes = [Outcome::Succeeded, Outcome::Accepted, Outcome::Failed, Outcome::Unsettled];
    let outcome = *u.choose(&outcomes)?;
    Ok(*u.choose(&[
        Event::Answer(Request::Order, outcome),
        Event::Answer(Request::Query, outcome),
        Event::Answer(Request::Reverse, outcome),
        Event::NoAnswer,
        Event::Waited,
        Event::Cancelled,
        Event::Resumed,
    ])?)
}
