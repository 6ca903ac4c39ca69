//! From an error code or a status to what the merchant should do next.

use core::ffi::CStr;
use core::fmt;

use crate::family::Family;
use crate::texts::texts;
use crate::value::Value;

mod codes;

use codes::STATUS;

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Ask what became of it, with a query of the same number.
    Query,
    /// Send the same request again, with the same number and the same parameters.
    Repeat,
    /// It failed for good: start again under a new number.
    NewNumber,
    /// It failed for good, and the customer has to do something else first.
    Customer,
    /// It failed for good, and the merchant has to put something in order first.
    Setup,
    /// It failed for good, because the program sends what it should not.
    Program,
    /// What was asked for is so already: do not ask again, and treat it as done after a query.
    Done,
}

impl Action {
    /// Whether the operation may have been done all the same, or yet be done.
    #[must_use]
    pub const fn leaves_open(self) -> bool {
        matches!(self, Self::Query | Self::Repeat)
    }
}

/// What to do about an error code or a status that is not the desired one. Displays as one clause
/// of English.
///
/// ```
/// use wxp_core::{Action, Advice, Family, Value};
///
/// let advice = Advice::of(Family::Payment, Value::new("AUTHCODEEXPIRE"));
/// assert_eq!(advice.action(), Action::Customer);
/// assert_eq!(
///     advice.text(),
///     "the payment code has expired: let the customer renew it, and scan it for a new order number",
/// );
///
/// // A code that is not documented proves nothing where money can move.
/// assert_eq!(Advice::of(Family::Payment, Value::new("NEW_CODE")).action(), Action::Query);
/// assert_eq!(Advice::of(Family::Other, Value::new("NEW_CODE")).action(), Action::Program);
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Advice {
    row: usize,
}

impl Advice {
    /// The advice for an error code: the text of `err_code`, or for bills of `return_msg`.
    #[must_use]
    pub fn of(family: Family, code: Value<'_>) -> Self {
        Self::find(family, 0, code)
    }

    /// The advice for the value of a status field, such as `trade_state`.
    #[must_use]
    pub fn of_status(family: Family, status: Value<'_>) -> Self {
        Self::find(family, STATUS, status)
    }

    fn find(family: Family, kind: u32, reason: Value<'_>) -> Self {
        let mut unknown = None;
        for (row, (code, facts)) in texts(codes::CODES).zip(codes::ROWS).enumerate() {
            if facts.families & family.bit() == 0 {
                continue;
            }
            let code = code.to_str().unwrap_or_default();
            let is_reason = match family {
                // The texts of bills are spelled in both cases, in documents and by the gateway.
                Family::Bill => reason.eq_ignore_ascii_case(code),
                _ => reason == code,
            };
            if is_reason && facts.families & STATUS == kind {
                return Self { row };
            }
            if code.is_empty() {
                unknown = unknown.or(Some(row));
            }
        }
        Self { row: unknown.unwrap_or_default() }
    }

    /// The advice where there is no reason, or one that is not documented.
    pub(crate) fn unknown(family: Family) -> Self {
        Self::of(family, Value::new(""))
    }

    /// What to do.
    #[must_use]
    pub fn action(&self) -> Action {
        codes::ROWS.get(self.row).map_or(Action::Query, |row| row.action)
    }

    /// Why and what to do, as one clause of English.
    #[must_use]
    pub fn text(&self) -> &'static str {
        self.c_text().to_str().unwrap_or_default()
    }

    /// As [`text`](Self::text), for C.
    #[must_use]
    pub fn c_text(&self) -> &'static CStr {
        texts(codes::TEXTS).nth(self.row).unwrap_or_default()
    }
}

impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

impl fmt::Debug for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Advice").field(&self.action()).field(&self.text()).finish()
    }
}
