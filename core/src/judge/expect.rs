//! What a shop's own records say about a message: the comparison without which an authentic message
//! over one fen pays for anything.

use core::fmt;

use crate::base::Language;
use crate::base::language::{Assembled, InLanguage};
use crate::field::Fields;
use crate::names::{FEE_TYPE, TOTAL_FEE};
use crate::sign::Canonical;
use crate::value::Value;

/// The currency of a message that states none.
const DEFAULT_CURRENCY: &str = "CNY";

/// A field whose value is not the one that was expected.
///
/// ```
/// use wxp_core::{Canonical, Field, Language};
///
/// let message = [Field::new("out_trade_no", "20260101001")?, Field::new("total_fee", "1")?];
/// let records = [Field::new("out_trade_no", "20260101001")?, Field::new("total_fee", "100")?];
/// let message = Canonical::of(&message)?;
/// let difference = message.expect(&records[..]).unwrap_err();
/// assert_eq!(difference.name, "total_fee");
/// assert_eq!(difference.to_string(), "total_fee is 1, not 100");
/// let chinese = difference.in_language(Language::Chinese);
/// assert_eq!(chinese.to_string(), "total_fee的值是1，应为100");
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Difference<'e, 'f> {
    /// The field's name; empty if nothing was expected at all.
    pub name: &'e str,
    /// What was expected; empty if the field should not be there.
    pub expected: Value<'e>,
    /// What the message has; empty if it has no such field.
    pub found: Value<'f>,
}

impl<'e, 'f> Difference<'e, 'f> {
    /// What differs, in words; it displays in English by itself.
    #[must_use]
    pub fn in_language(self, language: Language) -> impl fmt::Display {
        InLanguage(self, language)
    }

    fn english(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, expected, found } = self;
        match (name.is_empty(), found.is_empty()) {
            (true, _) => f.write_str("nothing was expected, so nothing was compared"),
            (_, true) => write!(f, "{name} is missing, not {expected}"),
            _ if expected.is_empty() => write!(f, "{name} is {found}, and should be missing"),
            _ => write!(f, "{name} is {found}, not {expected}"),
        }
    }

    fn chinese(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, expected, found } = self;
        match (name.is_empty(), found.is_empty()) {
            (true, _) => f.write_str("没有给出应有的值，因此没有比较"),
            (_, true) => write!(f, "缺少{name}，应为{expected}"),
            _ if expected.is_empty() => write!(f, "{name}的值是{found}，但不应有此字段"),
            _ => write!(f, "{name}的值是{found}，应为{expected}"),
        }
    }
}

impl Assembled for Difference<'_, '_> {
    #[inline]
    fn assemble(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match language {
            Language::English => self.english(f),
            Language::Chinese => self.chinese(f),
        }
    }
}

impl fmt::Display for Difference<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.english(f)
    }
}

impl core::error::Error for Difference<'_, '_> {}

impl<F: Fields + ?Sized> Canonical<'_, F> {
    /// Compares a message with what the caller's own records say: the number of the order, `appid`,
    /// `mch_id`, the amount and whatever else was sent. An empty value expects that the message has
    /// no such field. With `total_fee`, the currency is compared even if it is not named:
    /// `fee_type` is `CNY` unless another one is expected, and a message without it is about `CNY`.
    ///
    /// # Errors
    ///
    /// The first expected field that differs. To expect nothing is an error as well.
    pub fn expect<'e>(
        &self,
        expected: &'e (impl Fields + ?Sized),
    ) -> Result<(), Difference<'e, '_>> {
        compare(|name| self.get(name), expected)
    }
}

/// See [`Canonical::expect`]; `get` finds a field of the message.
pub(crate) fn compare<'e, 'f>(
    get: impl Fn(&str) -> Option<Value<'f>>,
    expected: &'e (impl Fields + ?Sized),
) -> Result<(), Difference<'e, 'f>> {
    let check = |name: &'e str, expected: Value<'e>| {
        let found = get(name).unwrap_or(Value::new(""));
        let is_same = match name {
            FEE_TYPE if found.is_empty() => expected.is_empty() || expected == DEFAULT_CURRENCY,
            _ => found == expected,
        };
        if is_same { Ok(()) } else { Err(Difference { name, expected, found }) }
    };
    if expected.is_empty() {
        return Err(Difference { name: "", expected: Value::new(""), found: Value::new("") });
    }
    let (mut has_amount, mut has_currency) = (false, false);
    for field in (0..expected.len()).filter_map(|index| expected.at(index)) {
        has_amount |= field.name() == TOTAL_FEE;
        has_currency |= field.name() == FEE_TYPE;
        check(field.name(), field.value())?;
    }
    match has_amount && !has_currency {
        true => check(FEE_TYPE, Value::new(DEFAULT_CURRENCY)),
        false => Ok(()),
    }
}
