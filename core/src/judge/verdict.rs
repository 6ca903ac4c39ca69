//! What a message means once it has been checked.

use crate::error::Error;
use crate::judge::{Advice, Message, Unvouched, Verified};
use crate::value::Value;

/// What a message means. Exhaustive on purpose: every program that asks must say what it does in
/// each case.
///
/// ```
/// # use wxp_core::{Algorithm, Key};
/// use wxp_core::{Endpoint, Field, Reply, Verdict};
///
/// # let key = Key::new(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
/// const MICROPAY: Endpoint = Endpoint::find("/pay/micropay").unwrap();
///
/// let body = b"<xml><return_code>FAIL</return_code><return_msg>bad sign</return_msg></xml>";
/// let mut slots = [Field::EMPTY; 64];
/// let next = match Reply::read(body, &mut slots)?.judge(&key, MICROPAY) {
///     Verdict::Succeeded(_) => "deliver, if the amount is right",
///     Verdict::Accepted(_) => "wait for the notice",
///     Verdict::Failed(_) => "tell the customer",
///     Verdict::Unsettled(_) => "query the order",
///     Verdict::Refused { .. } => "query the order, and mend the request",
///     Verdict::Unvouched(_) => "trust it only as far as the connection",
///     Verdict::Untrusted(_) => "raise an alarm",
/// };
/// assert_eq!(next, "query the order, and mend the request");
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Debug)]
pub enum Verdict<'s, 'a> {
    /// Authentic, and the operation was done: for a payment, and for a query or a notice of one,
    /// it is paid. Before delivering, compare order number, amount, currency, `appid` and `mch_id`
    /// with your own records: [`expect`](crate::Message::expect).
    Succeeded(Verified<Message<'s, 'a>>),
    /// Authentic, and the operation was taken on, but it is not done: an order is not paid, a
    /// refund is not given back, a deduction has not taken place. A query or a notice will tell.
    Accepted(Verified<Message<'s, 'a>>),
    /// Authentic, and the operation was not done; `err_code`, `err_code_des` or the status say
    /// why, and [`advice`](crate::Message::advice) what to do. Before a Quick Pay order is given
    /// up, query it once (WeChat Pay Global, interface rules).
    Failed(Verified<Message<'s, 'a>>),
    /// Authentic, but the outcome is not known or not final: query, and never pay again under
    /// another number.
    Unsettled(Verified<Message<'s, 'a>>),
    /// The gateway did not take the call (`return_code` is not `SUCCESS`). Such an answer is not
    /// signed, so it decides nothing: where money may have moved, query all the same.
    Refused {
        /// The text of `return_msg`, or of `retmsg`, which some gateway errors have instead: for a
        /// log.
        message: Option<Value<'a>>,
        /// What to do next.
        advice: Advice,
    },
    /// Not signed, because this endpoint's answers never are, or are not always. What it says
    /// ([`outcome`](crate::Message::outcome)) is worth as much as the connection it came through.
    Unvouched(Unvouched<Message<'s, 'a>>),
    /// The signature is missing or wrong, this is no answer of the protocol, or it is authentic but
    /// of another kind, or ambiguous: treat it as if no answer had come.
    Untrusted(Error),
}
