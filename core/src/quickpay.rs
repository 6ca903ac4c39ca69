//! The Quick Pay procedure: how a terminal comes to know whether it was paid, without ever charging
//! twice, and without handing over goods that nobody paid for.
//!
//! ```text
//! stage       answer to the request in hand   what follows
//! ----------  ------------------------------  ------------------------------------------------
//! Paying      paid                            Paid
//!             failed                          Confirming: query
//!             unsettled, or none              Querying: wait, and query
//! Querying    paid, failed                    Paid, NotPaid
//!             unsettled, or none              again, until time is up: Reversing
//! Confirming  paid, any other                 Paid, NotPaid
//!             none                            again, a few times: Reversing
//! Reversing   done, failed                    Settling: query
//!             unsettled, or none              again, up to the limit: NotAnswered
//! Settling    paid                            Reversing; NotReversible, if the reverse failed
//!             failed                          Reversed
//!             unsettled, or none              again, a few times: Reversed; or NotReversible
//! ```
//!
//! Cancelled, the first three stages become Reversing, and so does an order that is then paid.
//!
//! Nothing here knows the time or the network: the caller says what happened, and is told what to
//! do. Sources: the Quick Pay pages (China and Global), and the pages of reversing and querying.

use crate::judgment::{Judgment, Trust};
use crate::outcome::Outcome;

mod saved;

/// One payment by Quick Pay, from the moment its order is sent until it is known what became of
/// it.
///
/// Save [`to_bytes`](Self::to_bytes) before carrying an action out: a terminal that loses power
/// then goes on with [`resume`](Self::resume) and [`Event::Resumed`]. The order is sent once and
/// never again; everything else is repeated with the same order number, which does no harm.
///
/// ```
/// use wxp_core::Outcome;
/// use wxp_core::quickpay::{Ending, Event, QuickPay, Request, Step, Timing};
///
/// let mut payment = QuickPay::new(Timing::default());
/// assert_eq!(payment.step(), Step::Send(Request::Order));
/// // The customer has to enter a password.
/// let step = payment.next(Event::Answer(Request::Order, Outcome::Unsettled), 1);
/// assert_eq!(step, Step::Wait(5));
/// assert_eq!(payment.next(Event::Waited, 5), Step::Send(Request::Query));
/// let step = payment.next(Event::Answer(Request::Query, Outcome::Succeeded), 1);
/// assert_eq!(step, Step::Finished(Ending::Paid));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuickPay {
    timing: Timing,
    stage: Stage,
    task: Task,
    /// Seconds since the order was first to be sent.
    elapsed: u16,
    /// When the wait is over, in the same seconds.
    due: u16,
    /// Queries in this stage that have not settled it.
    queries: u8,
    reverses: u8,
    is_cancelled: bool,
    /// The gateway has said that it cannot be reversed.
    is_irreversible: bool,
}

/// Where the procedure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Paying,
    Querying,
    Confirming,
    Reversing,
    Settling,
    Finished(Ending),
}

/// What the caller is busy with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Task {
    Send(Request),
    Wait,
}

/// A request about the order, always with the same number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Request {
    /// `/pay/micropay`, with the customer's code: takes the money.
    Order,
    /// `/pay/orderquery`.
    Query,
    /// `/secapi/pay/reverse`, which needs the merchant's client certificate.
    Reverse,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// An authentic answer to a request, also one that came late or twice.
    Answer(Request, Outcome),
    /// No answer to the request in hand, or none that can be believed or read.
    NoAnswer,
    /// The wait is over.
    Waited,
    /// The cashier gives the payment up. If it was paid all the same, it is reversed.
    Cancelled,
    /// The terminal was off, and has the payment back from its bytes.
    Resumed,
}

impl Event {
    /// What a judged answer to a request is: only an authentic one is an answer.
    #[must_use]
    pub const fn judged(request: Request, judgment: &Judgment) -> Self {
        match (judgment.trust, judgment.outcome) {
            (Trust::Verified, Some(outcome)) => Self::Answer(request, outcome),
            _ => Self::NoAnswer,
        }
    }
}

/// What to do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Send this request.
    Send(Request),
    /// Wait so many seconds.
    Wait(u16),
    /// Nothing more: this is what became of the payment.
    Finished(Ending),
}

/// What became of a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Paid: hand the goods over.
    Paid,
    /// Not paid, and it will not be. Another attempt needs another order number.
    NotPaid,
    /// Reversed: what was paid, if anything, has gone back.
    Reversed,
    /// Not known, because no reverse was answered within the limit: somebody has to look, with a
    /// query of this order, before the customer pays anew.
    NotAnswered,
    /// Not known, or paid after all: the gateway will not reverse it. Somebody has to look, and
    /// refund it if it is paid.
    NotReversible,
}

/// How long to wait and how often to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timing {
    /// Seconds before the first query: 5.
    pub first_query: u16,
    /// Seconds between queries: 10, as the Chinese page has it; the Global guide has 3 to 5.
    pub spacing: u16,
    /// Seconds after which an order that is not paid is given up: 45, as the Chinese page has it;
    /// the Global guide has 30.
    pub total: u16,
    /// Seconds after the order before which it cannot be reversed: 15.
    pub reverse_from: u16,
    /// Seconds between reverses: 5.
    pub reverse_spacing: u16,
    /// Reverses before somebody has to look: 10.
    pub reverses: u8,
    /// Queries that confirm a failed order, and that settle a reversed one: 5.
    pub queries: u8,
}

impl Default for Timing {
    fn default() -> Self {
        Self {
            first_query: 5,
            spacing: 10,
            total: 45,
            reverse_from: 15,
            reverse_spacing: 5,
            reverses: 10,
            queries: 5,
        }
    }
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
            due: 0,
            queries: 0,
            reverses: 0,
            is_cancelled: false,
            is_irreversible: false,
        }
    }

    /// What to do now.
    #[must_use]
    pub const fn step(&self) -> Step {
        match (self.stage, self.task) {
            (Stage::Finished(ending), _) => Step::Finished(ending),
            (_, Task::Send(request)) => Step::Send(request),
            (_, Task::Wait) => Step::Wait(self.due.saturating_sub(self.elapsed)),
        }
    }

    /// Takes in what happened, so many seconds after the last call, and says what to do now. What
    /// makes no sense at this point changes nothing.
    pub fn next(&mut self, event: Event, seconds: u16) -> Step {
        self.elapsed = self.elapsed.saturating_add(seconds);
        if !matches!(self.stage, Stage::Finished(_)) {
            match event {
                Event::Answer(request, outcome) => self.answer(request, outcome),
                Event::NoAnswer => self.no_answer(),
                Event::Waited => self.waited(),
                Event::Cancelled => self.cancel(),
                Event::Resumed => self.resumed(),
            }
        }
        self.step()
    }

    fn answer(&mut self, request: Request, outcome: Outcome) {
        match (request, outcome) {
            (Request::Order | Request::Query, Outcome::Succeeded) => self.paid(request),
            // Closed, reversed, failed, refunded: such an order stays as it is.
            (Request::Query, Outcome::Failed) => self.finish(match self.reverses {
                0 => Ending::NotPaid,
                _ => Ending::Reversed,
            }),
            (Request::Order, Outcome::Failed) => {
                if matches!(self.stage, Stage::Paying | Stage::Querying) {
                    // A failure counts only once a query has not denied it.
                    self.stage = Stage::Confirming;
                    self.queries = 0;
                    self.task = Task::Send(Request::Query);
                }
            }
            (Request::Reverse, Outcome::Succeeded | Outcome::Failed) => {
                if self.reverses > 0 {
                    self.is_irreversible = outcome == Outcome::Failed;
                    self.settle();
                }
            }
            (_, Outcome::Accepted | Outcome::Unsettled) => {
                if self.task == Task::Send(request) {
                    self.unsettled();
                }
            }
        }
    }

    /// The order is paid, or was when this answer was made.
    fn paid(&mut self, request: Request) {
        if self.reverses > 0 {
            // Reversed since, or not: only a query that was made after the reverse can tell.
            if request == Request::Query && self.stage == Stage::Settling {
                self.reverse();
            }
        } else if self.is_cancelled {
            self.reverse();
        } else {
            self.finish(Ending::Paid);
        }
    }

    /// The request in hand was answered, but nothing is known.
    fn unsettled(&mut self) {
        match self.stage {
            Stage::Paying => {
                self.stage = Stage::Querying;
                self.wait(self.timing.first_query);
            }
            Stage::Querying => self.query_again(),
            // The order failed, and the query does not deny it.
            Stage::Confirming => self.finish(Ending::NotPaid),
            Stage::Reversing => self.wait(self.timing.reverse_spacing),
            Stage::Settling => self.settled_less(),
            Stage::Finished(_) => {}
        }
    }

    fn no_answer(&mut self) {
        match (self.stage, self.task) {
            (_, Task::Wait) => {}
            (Stage::Confirming, _) => {
                self.queries = self.queries.saturating_add(1);
                if self.queries < self.timing.queries {
                    self.wait(self.timing.spacing);
                } else {
                    self.reverse();
                }
            }
            _ => self.unsettled(),
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

    /// A reversed order was queried in vain.
    fn settled_less(&mut self) {
        self.queries = self.queries.saturating_add(1);
        if self.queries < self.timing.queries {
            self.wait(self.timing.spacing);
        } else if self.is_irreversible {
            self.finish(Ending::NotReversible);
        } else {
            // The gateway said that it is reversed, and nothing denies it.
            self.finish(Ending::Reversed);
        }
    }

    fn waited(&mut self) {
        if self.task != Task::Wait {
            return;
        }
        self.elapsed = self.elapsed.max(self.due);
        match self.stage {
            Stage::Reversing => self.reverse(),
            _ => self.task = Task::Send(Request::Query),
        }
    }

    fn cancel(&mut self) {
        if !self.is_cancelled {
            self.is_cancelled = true;
            if matches!(self.stage, Stage::Paying | Stage::Querying | Stage::Confirming) {
                self.reverse();
            }
        }
    }

    fn resumed(&mut self) {
        // Whether the order was sent nobody knows: it is not sent again.
        if self.task == Task::Send(Request::Order) {
            self.stage = Stage::Querying;
            self.task = Task::Send(Request::Query);
        }
    }

    /// Reverses the order, as soon as that is allowed.
    fn reverse(&mut self) {
        self.stage = Stage::Reversing;
        let early = self.timing.reverse_from.saturating_sub(self.elapsed);
        if self.is_irreversible {
            self.finish(Ending::NotReversible);
        } else if early > 0 {
            self.wait(early);
        } else if self.reverses < self.timing.reverses {
            self.reverses = self.reverses.saturating_add(1);
            self.task = Task::Send(Request::Reverse);
        } else {
            self.finish(Ending::NotAnswered);
        }
    }

    /// Queries a reversed order until its state is final.
    const fn settle(&mut self) {
        self.stage = Stage::Settling;
        self.queries = 0;
        self.task = Task::Send(Request::Query);
    }

    fn wait(&mut self, seconds: u16) {
        self.due = self.elapsed.saturating_add(seconds);
        self.task = Task::Wait;
    }

    const fn finish(&mut self, ending: Ending) {
        self.stage = Stage::Finished(ending);
    }
}
