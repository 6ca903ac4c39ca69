//! The Quick Pay procedure: how a terminal comes to know whether it was paid, without ever charging
//! twice, and without handing over goods that are not paid.
//!
//! ```text
//! stage       what happened                what follows
//! ----------  ---------------------------  ------------------------------------------------------
//! Paying      paid                         Paid
//!             failed                       Confirming: query
//!             unsettled, or no answer      Querying: wait, and query
//!             not sent                     NotSent
//! Querying    paid, closed                 Paid, NotPaid
//!             refunded, pay error          Reversing
//!             any other, or no answer      again, until time is up: Reversing
//! Confirming  paid, closed                 Paid, NotPaid
//!             refunded, pay error          Reversing
//!             paying                       Querying
//!             unpaid, absent               Rechecking: wait, and query
//!             unknown, or no answer        again, a few times: Reversing
//! Rechecking  unpaid, absent               NotPaid
//!             any other                    as in Confirming
//! Reversing   done, failed                 Settling: query
//!             unsettled, or no answer      again, up to the limit: NotAnswered
//! Settling    paid                         Reversing: wait; NotReversible, if the reverse failed
//!             unpaid, paying, pay error    Reversing: wait; again, if the reverse failed
//!             one of these, at the limit   NotAnswered
//!             closed                       Reversed
//!             refunded                     Reversed; NotReversible, if the reverse failed
//!             any other, or no answer      again, a few times: Reversed; or NotReversible
//! ```
//!
//! Cancelled, the stages before Reversing become Reversing, and so does an order that is then paid.
//! A query or a reverse that was not sent is sent again after a wait, and costs no try.
//!
//! An order can reach the gateway twice, and the copy is refused ("code used") while the customer
//! pays the first. So a failure is not believed before two queries, with a wait between them, have
//! said that the order is not paid or does not exist. The wait is for queries that lag behind.
//!
//! A finished payment that is paid after all, or is being paid, goes on with Reversing, since the
//! till has told the customer something else. Its reverses are counted anew. Only Paid stays, and
//! `NotReversible`, where somebody looks.
//!
//! Nothing here knows the time or the network: the caller says what happened, and is told what to
//! do. Waits are as long as they say, also for a caller whose clock jumps. Sources: the Quick Pay
//! pages (China and Global), and the pages of reversing and querying.

use crate::judge::{OrderState, Outcome};

mod event;
mod saved;
mod step;

pub use event::{Event, Request};
pub use step::{Ending, Step, Timing};

/// One payment by Quick Pay, from the moment its order is sent until it is known what became of
/// it.
///
/// Save [`to_bytes`](Self::to_bytes) before carrying a step out: a terminal that loses power then
/// goes on with [`resume`](Self::resume). The order is sent once and never again; everything else
/// is repeated with the same order number, which does no harm.
///
/// ```
/// use wxp_core::{OrderState, Outcome};
/// use wxp_core::quickpay::{Ending, Event, QuickPay, Request, Step, Timing};
///
/// let mut payment = QuickPay::new(Timing::default());
/// assert_eq!(payment.step(), Step::Send(Request::Order));
/// // The customer has to enter a password.
/// let step = payment.next(Event::Ordered(Outcome::Unsettled), 1);
/// assert_eq!(step, Step::Wait(5));
/// assert_eq!(payment.next(Event::Waited, 5), Step::Send(Request::Query));
/// let step = payment.next(Event::Queried(OrderState::Paid), 1);
/// assert_eq!(step, Step::Finished(Ending::Paid));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct QuickPay {
    timing: Timing,
    stage: Stage,
    task: Task,
    /// Seconds since the order was first to be sent.
    elapsed: u16,
    /// Seconds of the wait in hand.
    wait: u16,
    /// Queries in this stage that have not settled it.
    queries: u8,
    /// Reverses that have not settled it.
    reverses: u8,
    /// The order has been asked for, by [`now`](Self::now).
    is_asked: bool,
    /// If it is paid, it has to go back.
    is_given_up: bool,
    /// The gateway may have got a reverse.
    may_be_reversed: bool,
    /// The gateway has said that it cannot be reversed.
    is_irreversible: bool,
}

/// Where the procedure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Stage {
    Paying,
    Querying,
    Confirming,
    Rechecking,
    Reversing,
    Settling,
    Finished(Ending),
}

/// What the caller is busy with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Task {
    Send(Request),
    Wait,
}

impl QuickPay {
    /// A payment whose order is to be sent.
    #[must_use]
    pub const fn new(timing: Timing) -> Self {
        Self {
            timing,
            stage: Stage::Paying,
            task: Task::Send(Request::Order),
            elapsed: 0,
            wait: 0,
            queries: 0,
            reverses: 0,
            is_asked: false,
            is_given_up: false,
            may_be_reversed: false,
            is_irreversible: false,
        }
    }

    /// What to do now.
    #[must_use]
    pub const fn step(&self) -> Step {
        match (self.stage, self.task) {
            (Stage::Finished(ending), _) => Step::Finished(ending),
            (_, Task::Send(request)) => Step::Send(request),
            (_, Task::Wait) => Step::Wait(self.wait),
        }
    }

    /// What to do now, for callers that keep nothing but [bytes](Self::from_bytes), and may have
    /// them from before a power cut: asks for the order once, and then for a query instead.
    #[must_use]
    pub fn now(&mut self) -> Step {
        if self.is_asked {
            self.resumed();
        }
        self.is_asked = true;
        self.step()
    }

    /// Takes in what happened, and the seconds since the last call, and says what to do now. What
    /// makes no sense at this point changes nothing; a wait then begins anew.
    pub fn next(&mut self, event: Event, seconds: u16) -> Step {
        // A wait that is over was as long as it had to be, whatever the clock says.
        let is_over = event == Event::Waited && self.task == Task::Wait;
        let least = if is_over { self.wait } else { 0 };
        self.elapsed = self.elapsed.saturating_add(seconds.max(least));
        match event {
            Event::Ordered(outcome) => self.ordered(outcome),
            Event::Queried(order) => self.queried(order),
            Event::Reversed(outcome) => self.reversed(outcome),
            _ if matches!(self.stage, Stage::Finished(_)) => {}
            Event::NoAnswer => self.no_answer(),
            Event::NotSent => self.not_sent(),
            Event::Waited => self.waited(),
            Event::Cancelled => self.give_up(),
            Event::Resumed => self.resumed(),
        }
        self.step()
    }

    fn ordered(&mut self, outcome: Outcome) {
        match (outcome, self.stage) {
            (Outcome::Succeeded, _) => self.paid(Request::Order),
            (Outcome::Failed, Stage::Paying | Stage::Querying) => {
                self.stage = Stage::Confirming;
                self.query();
            }
            (Outcome::Accepted | Outcome::Unsettled, Stage::Paying) => self.unsettled(),
            // One copy of the order failed, and another is under way.
            (Outcome::Accepted | Outcome::Unsettled, Stage::Confirming | Stage::Rechecking) => {
                self.stage = Stage::Querying;
            }
            _ => {}
        }
    }

    fn queried(&mut self, order: OrderState) {
        let is_in_hand = self.task == Task::Send(Request::Query);
        match (order, self.stage) {
            (OrderState::Paid, _) => self.paid(Request::Query),
            (OrderState::Refunded, _) => self.refunded(),
            (OrderState::Closed, _) => self.closed(),
            (OrderState::Paying | OrderState::PayError, Stage::Finished(_)) => self.wake(),
            // The other states can change, so that an old answer says nothing.
            _ if !is_in_hand => {}
            (OrderState::PayError, Stage::Querying | Stage::Confirming | Stage::Rechecking) => {
                self.reverse();
            }
            (OrderState::Paying, Stage::Confirming | Stage::Rechecking) => {
                self.stage = Stage::Querying;
                self.query_again();
            }
            (OrderState::Unpaid | OrderState::Paying | OrderState::PayError, Stage::Settling)
                if !self.is_irreversible =>
            {
                self.not_reversed();
            }
            (OrderState::Unpaid | OrderState::Absent, Stage::Confirming) => {
                self.stage = Stage::Rechecking;
                self.wait(self.timing.first_query);
            }
            (OrderState::Unpaid | OrderState::Absent, Stage::Rechecking) => {
                self.finish(Ending::NotPaid);
            }
            _ => self.unsettled(),
        }
    }

    fn reversed(&mut self, outcome: Outcome) {
        match (outcome, self.stage) {
            (_, Stage::Finished(ending)) if ending != Ending::NotAnswered => {}
            (Outcome::Succeeded | Outcome::Failed, _) => {
                // No reverse was sent yet: the answer is of another payment.
                if self.may_be_reversed {
                    self.is_irreversible = outcome == Outcome::Failed;
                    self.stage = Stage::Settling;
                    self.query();
                }
            }
            (Outcome::Accepted | Outcome::Unsettled, _) => {
                if self.task == Task::Send(Request::Reverse) {
                    self.unsettled();
                }
            }
        }
    }

    /// The order is paid, or was when this answer was made.
    fn paid(&mut self, request: Request) {
        match self.stage {
            Stage::Finished(_) => self.wake(),
            // Only a query that was made after the reverse can tell.
            Stage::Settling if request == Request::Query => self.not_reversed(),
            _ if self.may_be_reversed || self.is_given_up => {}
            _ => self.finish(Ending::Paid),
        }
    }

    /// The order was paid, and somebody has refunded it, perhaps in part.
    fn refunded(&mut self) {
        match self.stage {
            Stage::Settling if self.is_irreversible => self.finish(Ending::NotReversible),
            Stage::Settling => self.finish(Ending::Reversed),
            Stage::Finished(ending) => {
                if matches!(ending, Ending::NotPaid | Ending::NotSent) {
                    self.wake();
                }
            }
            _ => self.give_up(),
        }
    }

    /// The order is not paid, or not any more, and stays so.
    fn closed(&mut self) {
        if self.stage != Stage::Finished(Ending::Paid) {
            self.finish(if self.may_be_reversed { Ending::Reversed } else { Ending::NotPaid });
        }
    }

    /// The payment had ended, and the order is paid after all, or can be: the till has told the
    /// customer something else.
    fn wake(&mut self) {
        if !matches!(self.stage, Stage::Finished(Ending::Paid | Ending::NotReversible)) {
            self.is_irreversible = false;
            self.reverses = 0;
            self.give_up();
        }
    }

    /// The reverse was answered, and the order is as if it had not been.
    fn not_reversed(&mut self) {
        if self.is_irreversible {
            self.finish(Ending::NotReversible);
        } else {
            self.stage = Stage::Reversing;
            self.unsettled();
        }
    }

    fn no_answer(&mut self) {
        if self.task != Task::Wait {
            self.unsettled();
        }
    }

    /// The request in hand was not answered, or the answer settles nothing.
    fn unsettled(&mut self) {
        match self.stage {
            Stage::Paying => {
                self.stage = Stage::Querying;
                self.wait(self.timing.first_query);
            }
            Stage::Querying => self.query_again(),
            Stage::Confirming | Stage::Rechecking | Stage::Settling => {
                self.queries = self.queries.saturating_add(1);
                if self.queries < self.timing.queries {
                    self.wait(self.timing.spacing);
                } else {
                    self.stop_querying();
                }
            }
            Stage::Reversing => {
                self.reverses = self.reverses.saturating_add(1);
                if self.reverses < self.timing.reverses {
                    self.wait(self.timing.reverse_spacing);
                } else {
                    self.finish(Ending::NotAnswered);
                }
            }
            Stage::Finished(_) => {}
        }
    }

    fn query_again(&mut self) {
        if self.elapsed < self.timing.total {
            let left = self.timing.total.saturating_sub(self.elapsed);
            self.wait(self.timing.spacing.min(left));
        } else {
            self.reverse();
        }
    }

    /// The queries of this stage have settled nothing.
    fn stop_querying(&mut self) {
        if self.stage != Stage::Settling {
            self.reverse();
        } else if self.is_irreversible {
            self.finish(Ending::NotReversible);
        } else {
            // The gateway said that it is reversed, and nothing denies it.
            self.finish(Ending::Reversed);
        }
    }

    /// The gateway has not got the request in hand, so that nothing was tried.
    fn not_sent(&mut self) {
        match (self.task, self.stage) {
            (Task::Wait, _) => {}
            (Task::Send(Request::Order), _) => self.finish(Ending::NotSent),
            (Task::Send(Request::Query), Stage::Querying) => self.query_again(),
            (Task::Send(Request::Query), _) => self.wait(self.timing.spacing),
            (Task::Send(Request::Reverse), _) => self.wait(self.timing.reverse_spacing),
        }
    }

    fn waited(&mut self) {
        match (self.task, self.stage) {
            (Task::Send(_), _) => {}
            (Task::Wait, Stage::Reversing) => self.reverse(),
            (Task::Wait, _) => self.task = Task::Send(Request::Query),
        }
    }

    /// From now on the order is to be reversed, also if it turns out to be paid.
    fn give_up(&mut self) {
        self.is_given_up = true;
        if !matches!(self.stage, Stage::Reversing | Stage::Settling) {
            self.reverse();
        }
    }

    fn resumed(&mut self) {
        // It is not known whether the order was sent: it is not sent again.
        if self.task == Task::Send(Request::Order) {
            self.stage = Stage::Querying;
            self.task = Task::Send(Request::Query);
        }
    }

    /// Reverses the order, as soon as that is allowed.
    // One copy for all callers.
    #[inline(never)]
    fn reverse(&mut self) {
        self.stage = Stage::Reversing;
        let early = self.timing.reverse_from.saturating_sub(self.elapsed);
        if early > 0 {
            self.wait(early);
        } else if self.reverses < self.timing.reverses {
            self.may_be_reversed = true;
            self.task = Task::Send(Request::Reverse);
        } else {
            self.finish(Ending::NotAnswered);
        }
    }

    /// Queries at once, for the first time in this stage.
    const fn query(&mut self) {
        self.queries = 0;
        self.task = Task::Send(Request::Query);
    }

    const fn wait(&mut self, seconds: u16) {
        self.wait = seconds;
        self.task = Task::Wait;
    }

    const fn finish(&mut self, ending: Ending) {
        self.stage = Stage::Finished(ending);
        self.task = Task::Wait;
    }
}
