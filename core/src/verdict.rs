//! What a message means once it has been checked: protocol field, signature, service field,
//! transaction status, in this order.

use crate::canonical::Canonical;
use crate::error::{Error, ErrorKind};
use crate::field::Field;
use crate::key::Key;
use crate::names::{
    ERR_CODE, FAIL, RESULT_CODE, RETMSG, RETURN_CODE, RETURN_MSG, SUCCESS, TRADE_STATE,
};
use crate::value::Value;

/// What a message means. Exhaustive on purpose: every program that asks must say what it does in
/// each case.
///
/// The example of the [crate] matches on all of them.
#[derive(Debug)]
pub enum Verdict<'s, 'a> {
    /// Authentic, and the operation was done. For a query or a notice that states a transaction's
    /// status: it is paid. What "done" means is the operation's: an order is accepted, not paid.
    /// Before delivering, compare order number, amount, currency, `appid` and `mch_id` with your
    /// own records.
    Succeeded(Verified<'s, 'a>),
    /// Authentic, and the operation was not done; `err_code`, `err_code_des` or `trade_state` say
    /// why.
    Failed(Verified<'s, 'a>),
    /// Authentic, but the outcome is not known: query, and never pay again under another number.
    Unsettled(Verified<'s, 'a>),
    /// The gateway did not take the call (`return_code` is not `SUCCESS`). Such an answer is not
    /// signed, so this message, if there is one, is for a log and decides nothing.
    Refused {
        /// The text of `return_msg`, or of `retmsg`, which some gateway errors have instead.
        message: Option<Value<'a>>,
    },
    /// The signature is missing or wrong, or this is no answer of the protocol: believe nothing
    /// in it.
    Untrusted(Error),
}

/// An authentic message: its fields are those the holder of the key signed.
///
/// ```
/// use wxp_core::{Algorithm, Field, Key, Reply, Verdict};
///
/// let key = Key::new(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
/// let body = b"<xml><return_code>SUCCESS</return_code><result_code>SUCCESS</result_code>\
///     <total_fee>100</total_fee><sign>916DE0C9D2B168FB0FA5FE354E518401</sign></xml>";
/// let mut slots = [Field::EMPTY; 64];
/// let Verdict::Succeeded(notice) = Reply::read(body, &mut slots)?.judge(&key) else { panic!() };
/// assert_eq!(notice.get("total_fee").and_then(|fee| fee.parse_u64()), Some(100));
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Verified<'s, 'a> {
    /// Sorted by name, no name twice.
    fields: &'s [Field<'a>],
    ambiguous: bool,
}

impl<'s, 'a> Verified<'s, 'a> {
    /// The value of the field called `name`, if there is one and it is not empty.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Value<'a>> {
        get(self.fields, name)
    }

    /// All fields, sorted by name, with `sign` among them.
    #[must_use]
    pub const fn fields(&self) -> &'s [Field<'a>] {
        self.fields
    }

    /// Whether the signature also fits another set of fields; see [`Canonical::is_ambiguous`].
    #[must_use]
    pub const fn is_ambiguous(&self) -> bool {
        self.ambiguous
    }
}

/// An empty value is an absent one throughout the protocol.
fn get<'a>(fields: &[Field<'a>], name: &str) -> Option<Value<'a>> {
    let index = fields.binary_search_by(|field| field.name().cmp(name)).ok()?;
    fields.get(index).map(Field::value).filter(|value| !value.is_empty())
}

/// Judges sorted fields.
pub(crate) fn judge<'s, 'a>(fields: &'s [Field<'a>], key: &Key) -> Verdict<'s, 'a> {
    match get(fields, RETURN_CODE) {
        None => return Verdict::Untrusted(ErrorKind::NoReturnCode.into()),
        Some(code) if code != SUCCESS => {
            let message = get(fields, RETURN_MSG).or_else(|| get(fields, RETMSG));
            return Verdict::Refused { message };
        }
        Some(_) => {}
    }
    let order = match Canonical::of(fields).and_then(|order| key.verify(&order).map(|()| order)) {
        Ok(order) => order,
        Err(error) => return Verdict::Untrusted(error),
    };
    let message = Verified { fields, ambiguous: order.is_ambiguous() };
    match outcome(&message) {
        Outcome::Done => Verdict::Succeeded(message),
        Outcome::NotDone => Verdict::Failed(message),
        Outcome::Unknown => Verdict::Unsettled(message),
    }
}

enum Outcome {
    Done,
    NotDone,
    Unknown,
}

/// Errors after which the money may have moved all the same.
const OPEN_ERRORS: [&str; 3] = ["BANKERROR", "SYSTEMERROR", "USERPAYING"];

/// What an authentic message says: the service field first, then, if it is positive or absent, the
/// transaction's status, which queries and notices have. Neither of them: nothing is known.
fn outcome(message: &Verified<'_, '_>) -> Outcome {
    let result = message.get(RESULT_CODE);
    if result.is_some_and(|code| code == FAIL) {
        let open = message.get(ERR_CODE).is_some_and(|code| OPEN_ERRORS.iter().any(|e| code == *e));
        return if open { Outcome::Unknown } else { Outcome::NotDone };
    }
    if result.is_some_and(|code| code != SUCCESS) {
        return Outcome::Unknown;
    }
    match message.get(TRADE_STATE) {
        Some(state) if state == SUCCESS => Outcome::Done,
        Some(state) if CLOSED_STATES.iter().any(|closed| state == *closed) => Outcome::NotDone,
        Some(_) => Outcome::Unknown,
        None if result.is_some() => Outcome::Done,
        None => Outcome::Unknown,
    }
}

/// The values of `trade_state` for a payment that does not stand, now or later.
const CLOSED_STATES: [&str; 4] = ["CLOSED", "PAYERROR", "REFUND", "REVOKED"];
