//! What can happen to a payment.

use crate::judge::{Judgment, OrderState, Outcome, Trust};
use crate::protocol::Endpoint;

/// A request about the order, always with the same number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum Request {
    /// `/pay/micropay`, with the customer's code: takes the money.
    Order,
    /// `/pay/orderquery`.
    Query,
    /// `/secapi/pay/reverse`, which needs the merchant's client certificate.
    Reverse,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum Event {
    /// An authentic answer to the order, also one that came late or twice.
    Ordered(Outcome),
    /// An authentic answer to a query, also one that came late. Each answer counts once.
    Queried(OrderState),
    /// An authentic answer to a reverse, also one that came late or twice.
    Reversed(Outcome),
    /// No answer to the request in hand, or none that can be believed or read.
    NoAnswer,
    /// No connection could be made for the request in hand, so the gateway cannot have got it. A
    /// request that may have left the terminal is [`NoAnswer`](Self::NoAnswer).
    NotSent,
    /// The wait is over.
    Waited,
    /// The cashier gives the payment up. If it was paid all the same, it is reversed.
    Cancelled,
    /// The terminal was off, and has the payment back from its bytes.
    Resumed,
}

impl Event {
    /// What the judged answer to a request is: only an authentic one is an answer. `None` if it was
    /// judged as an answer of another operation, which is a mistake of the program.
    #[must_use]
    pub fn judged(request: Request, judgment: &Judgment) -> Option<Self> {
        if Request::answered_by(judgment.source.number()) != Some(request) {
            return None;
        }
        Some(match (judgment.trust, judgment.outcome) {
            (Trust::Verified, Some(outcome)) => request.answered(outcome, judgment.order),
            _ => Self::NoAnswer,
        })
    }
}

impl Request {
    /// The request that the source with this [number](crate::Source::number) answers: Quick Pay,
    /// payment by face, and their deposits and sandboxes.
    #[must_use]
    pub fn answered_by(source: u16) -> Option<Self> {
        let mut answers = ANSWERS.into_iter().filter(|(number, _)| *number == source);
        answers.next().map(|(_, request)| request)
    }

    /// That this request was answered, authentically, and what the answer says.
    #[must_use]
    pub const fn answered(self, outcome: Outcome, order: OrderState) -> Event {
        match self {
            Self::Order => Event::Ordered(outcome),
            Self::Query => Event::Queried(order),
            Self::Reverse => Event::Reversed(outcome),
        }
    }
}

/// The numbers of the operations, and what they answer.
const ANSWERS: [(u16, Request); 14] = [
    (Endpoint::number_of("/pay/micropay"), Request::Order),
    (Endpoint::number_of("/sandboxnew/pay/micropay"), Request::Order),
    (Endpoint::number_of("/xdc/apiv2sandbox/pay/micropay"), Request::Order),
    (Endpoint::number_of("/pay/facepay"), Request::Order),
    (Endpoint::number_of("/deposit/micropay"), Request::Order),
    (Endpoint::number_of("/deposit/facepay"), Request::Order),
    (Endpoint::number_of("/pay/orderquery"), Request::Query),
    (Endpoint::number_of("/sandboxnew/pay/orderquery"), Request::Query),
    (Endpoint::number_of("/xdc/apiv2sandbox/pay/orderquery"), Request::Query),
    (Endpoint::number_of("/pay/facepayquery"), Request::Query),
    (Endpoint::number_of("/deposit/orderquery"), Request::Query),
    (Endpoint::number_of("/secapi/pay/reverse"), Request::Reverse),
    (Endpoint::number_of("/secapi/pay/facepayreverse"), Request::Reverse),
    (Endpoint::number_of("/deposit/reverse"), Request::Reverse),
];
