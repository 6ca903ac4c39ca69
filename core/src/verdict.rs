//! What a message means once it has been checked: protocol field, signature, service field,
//! transaction status, in this order.

use crate::canonical::Canonical;
use crate::error::{Error, ErrorKind};
use crate::field::{Field, Fields, find};
use crate::key::Key;
use crate::names::{ERR_CODE, FAIL, RESULT_CODE, RETURN_CODE, SUCCESS, TRADE_STATE};
use crate::value::Value;

/// What a message means. Exhaustive on purpose: every program that asks must say what it does in
/// each case.
///
/// ```
/// # use wxp_core::{Algorithm, Key};
/// use wxp_core::{Field, Reply, Verdict};
///
/// # let key = Key::new(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
/// let body = b"<xml><return_code>FAIL</return_code><return_msg>bad sign</return_msg></xml>";
/// let mut slots = [Field::EMPTY; 64];
/// let next = match Reply::read(body, &mut slots)?.judge(&key) {
///     Verdict::Succeeded(_) => "deliver, if the amount is right",
///     Verdict::Failed(_) => "tell the customer",
///     Verdict::Unsettled(_) => "query the order",
///     Verdict::Refused { .. } => "mend the request",
///     Verdict::Untrusted(_) => "raise an alarm",
/// };
/// assert_eq!(next, "mend the request");
/// # Ok::<(), wxp_core::Error>(())
/// ```
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
    pub(crate) fields: &'s [Field<'a>],
}

impl<'s, 'a> Verified<'s, 'a> {
    /// The value of the field called `name`, if there is one and it is not empty.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Value<'a>> {
        find(self.fields, name)
    }

    /// All fields, sorted by name, with `sign` among them.
    #[must_use]
    pub const fn fields(&self) -> &'s [Field<'a>] {
        self.fields
    }

    /// Whether the signature also fits another set of fields; see [`Canonical::is_ambiguous`].
    #[must_use]
    pub fn is_ambiguous(&self) -> bool {
        Canonical::of(self.fields).is_ok_and(|fields| fields.is_ambiguous())
    }
}

/// What a message means, without the message.
pub(crate) enum Judgment {
    Succeeded,
    Failed,
    Unsettled,
    Refused,
    Untrusted(Error),
}

/// Judges a table of fields: protocol field, signature, service field, transaction status.
pub(crate) fn judge(fields: &Canonical<'_, impl Fields + ?Sized>, key: &Key) -> Judgment {
    match fields.stated(RETURN_CODE) {
        None => return Judgment::Untrusted(ErrorKind::NoReturnCode.into()),
        Some(code) if code != SUCCESS => return Judgment::Refused,
        Some(_) => {}
    }
    if let Err(error) = key.verify(fields) {
        return Judgment::Untrusted(error);
    }
    // An error code alone proves nothing: some successful answers carry one.
    let result = fields.stated(RESULT_CODE);
    if result.is_some_and(|code| code == FAIL) {
        let open = fields.stated(ERR_CODE).is_some_and(|code| is_one_of(code, &OPEN_ERRORS));
        return if open { Judgment::Unsettled } else { Judgment::Failed };
    }
    if result.is_some_and(|code| code != SUCCESS) {
        return Judgment::Unsettled;
    }
    match fields.stated(TRADE_STATE) {
        Some(state) if state == SUCCESS => Judgment::Succeeded,
        Some(state) if is_one_of(state, &CLOSED_STATES) => Judgment::Failed,
        Some(_) => Judgment::Unsettled,
        None if result.is_some() => Judgment::Succeeded,
        // Neither service field nor status: authentic, but it says nothing about an outcome.
        None => Judgment::Unsettled,
    }
}

/// Errors after which the money may have moved all the same.
const OPEN_ERRORS: [&str; 3] = ["BANKERROR", "SYSTEMERROR", "USERPAYING"];

/// The values of `trade_state` for a payment that does not stand, now or later.
const CLOSED_STATES: [&str; 4] = ["CLOSED", "PAYERROR", "REFUND", "REVOKED"];

fn is_one_of(value: Value<'_>, texts: &[&str]) -> bool {
    texts.iter().any(|text| value == *text)
}
