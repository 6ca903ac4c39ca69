//! The Quick Pay procedure, event by event.

use wxp_core::OrderState::{Absent, Closed, Paid, PayError, Paying, Refunded, Unknown, Unpaid};
use wxp_core::Outcome::{Failed, Succeeded, Unsettled};
use wxp_core::quickpay::Event::{
    Cancelled, NoAnswer, NotSent, Ordered, Queried, Resumed, Reversed, Waited,
};
use wxp_core::quickpay::Request::{Order, Query, Reverse};
use wxp_core::quickpay::Step::{Finished, Send, Wait};
use wxp_core::quickpay::{Ending, Event, QuickPay, Step, Timing};

/// What happens, so many seconds after what was before, and what is to be done then.
type Act = (Event, u16, Step);

/// An order that failed, and is not paid so far.
const FAILED: [Act; 2] = [(Ordered(Failed), 1, Send(Query)), (Queried(Unpaid), 1, Wait(5))];

/// An order that failed, and was still not paid after the wait.
const NOT_PAID: [Act; 4] = [
    FAILED[0],
    FAILED[1],
    (Waited, 5, Send(Query)),
    (Queried(Unpaid), 1, Finished(Ending::NotPaid)),
];

/// An order that is given up once it can be reversed.
const GIVEN_UP: [Act; 2] = [(Ordered(Unsettled), 15, Wait(5)), (Cancelled, 0, Send(Reverse))];

fn play(scripts: &[&[Act]]) {
    let mut payment = QuickPay::new(Timing::default());
    assert_eq!(payment.step(), Send(Order));
    for (event, seconds, expected) in scripts.iter().copied().flatten() {
        assert_eq!(payment.next(*event, *seconds), *expected, "{event:?} in {scripts:?}");
        let saved = payment.to_bytes();
        assert_eq!(QuickPay::from_bytes(&saved, Timing::default()), Some(payment));
    }
}

#[test]
fn an_order_is_paid_at_once_or_later() {
    play(&[&[(Ordered(Succeeded), 1, Finished(Ending::Paid))]]);
    // A late answer to the order settles a wait; nothing changes a payment that was made.
    play(&[&[
        (NoAnswer, 10, Wait(5)),
        (Ordered(Succeeded), 1, Finished(Ending::Paid)),
        (Cancelled, 1, Finished(Ending::Paid)),
        (Queried(Closed), 1, Finished(Ending::Paid)),
        (Queried(Refunded), 1, Finished(Ending::Paid)),
        (NotSent, 1, Finished(Ending::Paid)),
        (Waited, 1, Finished(Ending::Paid)),
    ]]);
    // Whether the order was sent before the power went, nobody knows.
    play(&[&[(Resumed, 0, Send(Query)), (Queried(Paid), 1, Finished(Ending::Paid))]]);
}

#[test]
fn an_order_without_result_is_queried_and_then_reversed() {
    // Queried after 5 seconds, then every 10, reversed after 45.
    play(&[&[
        (NoAnswer, 10, Wait(5)),
        (Waited, 5, Send(Query)),
        (NoAnswer, 5, Wait(10)),
        (Waited, 10, Send(Query)),
        (Queried(Paying), 1, Wait(10)),
        (Waited, 10, Send(Query)),
        (Queried(Unpaid), 5, Send(Reverse)),
        (Reversed(Unsettled), 1, Wait(5)),
        (Waited, 5, Send(Reverse)),
        (Reversed(Succeeded), 1, Send(Query)),
        (Queried(Closed), 1, Finished(Ending::Reversed)),
    ]]);
    // Nor is it queried once more when the time is just over.
    play(&[&[
        (NoAnswer, 10, Wait(5)),
        (Waited, 5, Send(Query)),
        (Queried(Absent), 29, Wait(1)),
        (Waited, 1, Send(Query)),
        (Queried(Unknown), 0, Send(Reverse)),
    ]]);
    // It was closed meanwhile.
    play(&[&[
        (Ordered(Unsettled), 1, Wait(5)),
        (Waited, 5, Send(Query)),
        (Queried(Closed), 1, Finished(Ending::NotPaid)),
    ]]);
}

#[test]
fn a_failure_is_believed_once_it_is_confirmed() {
    for state in [Unpaid, Absent] {
        play(&[&[
            (Ordered(Failed), 1, Send(Query)),
            (Queried(state), 1, Wait(5)),
            (Waited, 5, Send(Query)),
            (Queried(state), 1, Finished(Ending::NotPaid)),
        ]]);
    }
    play(&[&[(Ordered(Failed), 1, Send(Query)), (Queried(Closed), 1, Finished(Ending::NotPaid))]]);
    play(&[&[(Ordered(Failed), 1, Send(Query)), (Queried(Paid), 1, Finished(Ending::Paid))]]);
    // An answer of before, which comes again during the wait, confirms nothing.
    play(&[
        &FAILED,
        &[
            (Queried(Unpaid), 1, Wait(5)),
            (Waited, 5, Send(Query)),
            (Queried(Paid), 1, Finished(Ending::Paid)),
        ],
    ]);
}

#[test]
fn only_an_answer_that_says_not_paid_confirms_a_failure() {
    for before in [&FAILED[..1], &[FAILED[0], FAILED[1], (Waited, 5, Send(Query))]] {
        // A copy of the order failed, and the customer is paying the other.
        play(&[
            before,
            &[
                (Queried(Paying), 1, Wait(10)),
                (Waited, 10, Send(Query)),
                (Queried(Unpaid), 1, Wait(10)),
                (Waited, 10, Send(Query)),
                (Queried(Paid), 1, Finished(Ending::Paid)),
            ],
        ]);
        // The same, heard from the gateway's other answer.
        play(&[before, &[(Ordered(Unsettled), 1, Send(Query)), (Queried(Unpaid), 1, Wait(10))]]);
        // Nothing is known: asked again, and reversed at last.
        let mut script = Vec::new();
        for _ in 0..4 {
            script.extend([(Queried(Unknown), 1, Wait(10)), (Waited, 10, Send(Query))]);
        }
        script.push((Queried(Unknown), 1, Send(Reverse)));
        play(&[before, &script]);
    }
}

#[test]
fn a_failure_that_no_query_confirms_is_reversed() {
    play(&[&[
        (Ordered(Failed), 1, Send(Query)),
        (NoAnswer, 1, Wait(10)),
        (NoAnswer, 1, Wait(10)),
        (Waited, 9, Send(Query)),
        (NoAnswer, 1, Wait(10)),
        (Waited, 10, Send(Query)),
        (NoAnswer, 1, Wait(10)),
        (Waited, 10, Send(Query)),
        (NoAnswer, 1, Wait(10)),
        (Waited, 10, Send(Query)),
        (NoAnswer, 1, Send(Reverse)),
        // What was so before the reverse does not count any more.
        (Queried(Paid), 1, Send(Reverse)),
        (Ordered(Succeeded), 1, Send(Reverse)),
        (Reversed(Succeeded), 1, Send(Query)),
        (Ordered(Succeeded), 1, Send(Query)),
        (Queried(Absent), 1, Wait(10)),
        (Queried(Paid), 1, Wait(5)),
        (Waited, 5, Send(Reverse)),
    ]]);
}

#[test]
fn a_pay_error_is_reversed_before_it_counts_as_not_paid() {
    let after =
        [(Reversed(Succeeded), 1, Send(Query)), (Queried(Closed), 1, Finished(Ending::Reversed))];
    for before in [(Ordered(Failed), 1, Send(Query)), (Resumed, 1, Send(Query))] {
        play(&[&[before, (Queried(PayError), 14, Send(Reverse))], &after]);
        play(&[&[before, (Queried(PayError), 1, Wait(13)), (Waited, 13, Send(Reverse))], &after]);
        // It was paid after all, and nothing has been reversed.
        play(&[&[
            before,
            (Queried(PayError), 1, Wait(13)),
            (Ordered(Succeeded), 1, Finished(Ending::Paid)),
        ]]);
    }
}

#[test]
fn a_refunded_order_is_never_paid() {
    for before in [(Ordered(Failed), 1, Send(Query)), (Resumed, 1, Send(Query))] {
        for (outcome, ending) in [(Succeeded, Ending::Reversed), (Failed, Ending::NotReversible)] {
            play(&[&[
                before,
                (Queried(Refunded), 1, Wait(13)),
                // An answer of before it was refunded.
                (Queried(Paid), 1, Wait(13)),
                (Waited, 13, Send(Reverse)),
                (Reversed(outcome), 1, Send(Query)),
                (Queried(Refunded), 1, Finished(ending)),
            ]]);
        }
    }
}

#[test]
fn a_payment_that_is_given_up_is_reversed() {
    // Not before it can be; it was paid meanwhile, and goes back.
    play(&[&[
        (Ordered(Unsettled), 1, Wait(5)),
        (Cancelled, 2, Wait(12)),
        (Queried(Paid), 1, Wait(12)),
        (Waited, 12, Send(Reverse)),
        (Reversed(Succeeded), 1, Send(Query)),
        (Queried(Paid), 1, Wait(5)),
        (Waited, 5, Send(Reverse)),
        (Reversed(Failed), 1, Send(Query)),
        (Queried(Paid), 1, Finished(Ending::NotReversible)),
        (Queried(Paid), 1, Finished(Ending::NotReversible)),
        (Queried(Closed), 1, Finished(Ending::Reversed)),
    ]]);
    // What was reversed is queried a few times; what could not be, somebody has to look at.
    for (outcome, ending) in [(Succeeded, Ending::Reversed), (Failed, Ending::NotReversible)] {
        let mut script = vec![(Reversed(outcome), 1, Send(Query))];
        for _ in 0..4 {
            script.extend([(NoAnswer, 10, Wait(10)), (Waited, 10, Send(Query))]);
        }
        script.push((Queried(Unknown), 1, Finished(ending)));
        play(&[&GIVEN_UP, &script]);
    }
    // Ten reverses without an answer, and somebody has to look.
    let mut script = Vec::new();
    for _ in 0..9 {
        script.extend([(NoAnswer, 10, Wait(5)), (Waited, 5, Send(Reverse))]);
    }
    script.push((NoAnswer, 10, Finished(Ending::NotAnswered)));
    play(&[&GIVEN_UP, &script]);
    // Ten reverses that were done, and it is still as before.
    for state in [Paid, Unpaid, Paying, PayError] {
        let mut script = Vec::new();
        for _ in 0..9 {
            script.extend([
                (Reversed(Succeeded), 1, Send(Query)),
                (Queried(state), 1, Wait(5)),
                (Waited, 5, Send(Reverse)),
            ]);
        }
        script.push((Reversed(Succeeded), 1, Send(Query)));
        script.push((Queried(state), 1, Finished(Ending::NotAnswered)));
        play(&[&GIVEN_UP, &script]);
        if state != Paid {
            let refused = [(Reversed(Failed), 1, Send(Query)), (Queried(state), 1, Wait(10))];
            play(&[&GIVEN_UP, &refused]);
        }
    }
}

#[test]
fn a_finished_payment_that_is_paid_after_all_is_reversed() {
    let reversed =
        [(Reversed(Succeeded), 1, Send(Query)), (Queried(Closed), 1, Finished(Ending::Reversed))];
    for paid in [Ordered(Succeeded), Queried(Paid), Queried(Paying), Queried(PayError)] {
        let waits = [(paid, 1, Wait(6)), (paid, 1, Wait(6)), (Waited, 6, Send(Reverse))];
        play(&[&NOT_PAID, &waits, &reversed]);
        play(&[&NOT_PAID, &[(paid, 7, Send(Reverse))], &reversed]);
        // Once more, with all tries.
        play(&[&GIVEN_UP, &reversed, &[(paid, 1, Send(Reverse))], &reversed]);
        let mut tries = Vec::new();
        for _ in 0..9 {
            tries.extend([(NoAnswer, 10, Wait(5)), (Waited, 5, Send(Reverse))]);
        }
        tries.push((NoAnswer, 10, Finished(Ending::NotAnswered)));
        play(&[&GIVEN_UP, &tries, &[(paid, 1, Send(Reverse))], &tries]);
        // The caller said that nothing was sent, and something was.
        let not_sent = [(NotSent, 1, Finished(Ending::NotSent))];
        play(&[&not_sent, &[(paid, 14, Send(Reverse))], &reversed]);
    }
    play(&[&NOT_PAID, &[(Queried(Refunded), 7, Send(Reverse))], &reversed]);
    // Closed before it could be reversed.
    play(&[
        &NOT_PAID,
        &[(Queried(Paid), 1, Wait(6)), (Queried(Closed), 1, Finished(Ending::NotPaid))],
    ]);
    // A reverse that could not be done was not needed.
    play(&[
        &GIVEN_UP,
        &[
            (Reversed(Failed), 1, Send(Query)),
            (Queried(Closed), 1, Finished(Ending::Reversed)),
            (Ordered(Succeeded), 1, Send(Reverse)),
        ],
        &reversed,
    ]);
    // The answer comes when nobody waits for it any more.
    let mut tries = Vec::new();
    for _ in 0..9 {
        tries.extend([(NoAnswer, 10, Wait(5)), (Waited, 5, Send(Reverse))]);
    }
    tries.push((NoAnswer, 10, Finished(Ending::NotAnswered)));
    play(&[&GIVEN_UP, &tries, &reversed]);
}

#[test]
fn a_terminal_without_network_is_told_so_and_loses_no_try() {
    play(&[&[(NotSent, 1, Finished(Ending::NotSent))]]);
    // The network is lost after the order was sent.
    let mut script = vec![
        (NoAnswer, 10, Wait(5)),
        (Waited, 5, Send(Query)),
        (NotSent, 1, Wait(10)),
        (Waited, 30, Send(Query)),
        (NotSent, 1, Send(Reverse)),
    ];
    for _ in 0..1_000 {
        script.extend([(NotSent, 1, Wait(5)), (Waited, 5, Send(Reverse))]);
    }
    script.push((Reversed(Succeeded), 1, Send(Query)));
    for _ in 0..1_000 {
        script.extend([(NotSent, 1, Wait(10)), (Waited, 10, Send(Query))]);
    }
    script.push((Queried(Closed), 1, Finished(Ending::Reversed)));
    play(&[&script]);
    let mut script = vec![FAILED[0]];
    for _ in 0..1_000 {
        script.extend([(NotSent, 1, Wait(10)), (Waited, 10, Send(Query))]);
    }
    script.push((Queried(Closed), 1, Finished(Ending::NotPaid)));
    play(&[&script]);
    // Nothing is in hand.
    play(&[&[(NoAnswer, 1, Wait(5)), (NotSent, 1, Wait(5))]]);
}

#[test]
fn an_event_that_makes_no_sense_changes_nothing() {
    play(&[&[
        // Nobody has reversed anything yet.
        (Reversed(Succeeded), 1, Send(Order)),
        (Reversed(Failed), 1, Send(Order)),
        (Reversed(Unsettled), 1, Send(Order)),
        (Waited, 1, Send(Order)),
        (Queried(Absent), 1, Send(Order)),
        (Ordered(Unsettled), 1, Wait(5)),
        (Ordered(Unsettled), 1, Wait(5)),
        (NoAnswer, 1, Wait(5)),
        (Resumed, 1, Wait(5)),
        (Waited, 0, Send(Query)),
        (Waited, 1, Send(Query)),
        (Resumed, 1, Send(Query)),
    ]]);
}
