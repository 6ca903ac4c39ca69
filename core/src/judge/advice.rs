//! From an error code or a status to what the merchant should do next.

use core::ffi::CStr;
use core::fmt;

use crate::base::Language;
use crate::base::texts::c_text;
use crate::field::Fields;
use crate::judge::lexicon::Match;
use crate::judge::status;
use crate::names::RETURN_MSG;
use crate::protocol::Family;
use crate::sign::Canonical;
use crate::value::Value;

mod codes;
mod reasons;

pub(crate) use reasons::ORDER_NOT_EXIST;
use reasons::{ERROR_WORDS, ERRORS, REFUSAL_WORDS, REFUSALS, Reasons, STATUSES};

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum Action {
    /// Ask what became of it, with a query of the same number. Of a payout: put right what the text
    /// names only after that, and keep the number.
    Query,
    /// Send the same request again, with the same number and the same parameters; of a query that
    /// says so, the payment or refund that it asks about.
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
/// use wxp_core::{Action, Advice, Family, Language, Value};
///
/// let advice = Advice::of(Family::Payment, Value::new("AUTHCODEEXPIRE"));
/// assert_eq!(advice.action(), Action::Customer);
/// assert_eq!(
///     advice.text(Language::English),
///     "the payment code has expired: let the customer renew it, and scan it for a new order number",
/// );
/// assert_eq!(
///     advice.text(Language::Chinese),
///     "付款码已过期：请用户刷新付款码，并用新的商户订单号重新扫码",
/// );
///
/// // A code that is not documented proves nothing where money can move.
/// assert_eq!(Advice::of(Family::Payment, Value::new("NEW_CODE")).action(), Action::Query);
/// assert_eq!(Advice::of(Family::Other, Value::new("NEW_CODE")).action(), Action::Program);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Advice {
    row: u16,
    action: Action,
}

impl Advice {
    /// The advice for an error code: the text of `err_code`, or for bills of `return_msg`.
    #[must_use]
    pub fn of(family: Family, code: Value<'_>) -> Self {
        Self::of_error(family, ERROR_WORDS.number_of(code, spelling(family)))
    }

    /// The documented error codes of a family's operations, sorted, each with the advice for it.
    ///
    /// ```
    /// use wxp_core::{Action, Advice, Family};
    ///
    /// let (_, advice) =
    ///     Advice::documented(Family::Payment).find(|(code, _)| *code == "AUTHCODEEXPIRE").unwrap();
    /// assert_eq!(advice.action(), Action::Customer);
    /// ```
    pub fn documented(family: Family) -> impl Iterator<Item = (&'static str, Self)> {
        let rows = (ERRORS.start..).zip(codes::ERRORS);
        rows.filter(|(_, (code, _, _))| !code.is_empty()).filter_map(move |(row, (code, _, _))| {
            let advice = Self::of(family, Value::new(code));
            // Of several rows with one code, the one that counts for this family; none has an
            // advice for codes that are not documented.
            (advice.row == row).then_some((*code, advice))
        })
    }

    /// The number of the error code that a field states, if it states anything.
    pub(crate) fn stated_error(
        fields: &Canonical<'_, impl Fields + ?Sized>,
        name: &str,
        family: Family,
    ) -> Option<u8> {
        ERROR_WORDS.stated(fields, name, spelling(family))
    }

    /// As [`of`](Self::of), for the number of an error code; 0 is any that is not documented, or
    /// none.
    pub(crate) fn of_error(family: Family, word: u8) -> Self {
        let advice = Self::find(&ERRORS, family, word);
        if family.can_fail() || advice.action.leaves_open() {
            return advice;
        }
        Self { action: Action::Query, ..advice }
    }

    /// The advice for the value of a status field, such as `trade_state`.
    #[must_use]
    pub fn of_status(family: Family, status: Value<'_>) -> Self {
        Self::of_known_status(family, status::WORDS.number_of(status, spelling(family)))
    }

    /// As [`of_status`](Self::of_status), for the number of a value; 0 is any that is not documented,
    /// or none.
    pub(crate) fn of_known_status(family: Family, word: u8) -> Self {
        Self::find(&STATUSES, family, word)
    }

    /// The advice for the `return_msg` of a call that was not taken. Nothing signs it, so where
    /// money can move it settles nothing.
    pub(crate) fn of_refusal(fields: &Canonical<'_, impl Fields + ?Sized>, family: Family) -> Self {
        if family == Family::Bill {
            let text = Self::stated_error(fields, RETURN_MSG, family);
            return Self::of_error(family, text.unwrap_or(0));
        }
        match REFUSAL_WORDS.stated(fields, RETURN_MSG, Match::Beginning) {
            // What is not known about a refused call is advised about as an error.
            None | Some(0) => Self::unknown(family),
            Some(word) => Self::find(&REFUSALS, family, word),
        }
    }

    #[inline(never)]
    fn find(reasons: &Reasons, family: Family, word: u8) -> Self {
        let mut unknown = None;
        for (row, reason) in (reasons.start..).zip(reasons.rows) {
            if (reason.word == word || reason.word == 0) && reason.is_known_to(family) {
                let advice = Self { row, action: reason.action };
                if reason.word == word {
                    return advice;
                }
                unknown = unknown.or(Some(advice));
            }
        }
        unknown.unwrap_or(Self { row: 0, action: Action::Query })
    }

    /// The advice where there is no reason, or one that is not documented.
    pub(crate) fn unknown(family: Family) -> Self {
        Self::of_error(family, 0)
    }

    /// What to do.
    #[must_use]
    pub const fn action(&self) -> Action {
        self.action
    }

    /// Why and what to do, as one clause.
    #[inline]
    #[must_use]
    pub fn text(&self, language: Language) -> &'static str {
        let text = Self::c_text_of(self.number(), language);
        text.and_then(|text| text.to_str().ok()).unwrap_or_default()
    }

    /// The number of the text, for C: at least 1, and not the same in another version.
    pub(crate) const fn number(&self) -> u16 {
        self.row.saturating_add(1)
    }

    /// The text with this number, for C.
    // Inlined, so that a language that a program never names is not linked.
    #[inline]
    pub(crate) fn c_text_of(number: u16, language: Language) -> Option<&'static CStr> {
        let all = match language {
            Language::English => codes::ENGLISH,
            Language::Chinese => codes::CHINESE,
        };
        c_text(all, usize::from(number.checked_sub(1)?))
    }
}

impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text(Language::English))
    }
}

/// By its number: the text stays out of programs that only log it.
#[cfg(feature = "defmt")]
impl defmt::Format for Advice {
    fn format(&self, f: defmt::Formatter<'_>) {
        defmt::write!(f, "Advice({}, {})", self.action, self.number());
    }
}

impl fmt::Debug for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Advice").field(&self.action()).field(&self.text(Language::English)).finish()
    }
}

/// How the reasons of a family are spelled: the texts of bills in both cases, in documents and by the
/// gateway.
fn spelling(family: Family) -> Match {
    if family == Family::Bill { Match::IgnoringCase } else { Match::Exact }
}
