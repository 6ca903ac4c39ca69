//! One name with one value, and the rule that names obey.

use core::cmp::Ordering;

use crate::base::ROOMY;
use crate::base::class::Class;
use crate::base::sort::sort;
use crate::error::{Error, ErrorKind};
use crate::names::SIGN;
use crate::value::Value;

/// The longest field name, in bytes. The longest one documented has 31.
pub const NAME_MAX: usize = 64;

/// One field of a message: a name and the text that is signed for it.
///
/// ```
/// use wxp_core::{ErrorKind, Field};
///
/// let fee = Field::new("total_fee", "100")?;
/// assert_eq!(fee.name(), "total_fee");
/// assert_eq!(fee.value().as_str(), Some("100"));
/// assert_eq!(Field::new("total fee", "100").unwrap_err().position(), 5);
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    name: &'a str,
    value: Value<'a>,
}

impl<'a> Field<'a> {
    /// A field without name and value, to fill a table with before reading into it.
    pub const EMPTY: Field<'static> = Field { name: "", value: Value::new("") };

    /// A field of plain text.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::FieldName`] with the offset of the first byte that cannot stand there.
    pub fn new(name: &'a str, value: &'a str) -> Result<Self, Error> {
        match name_len(name.as_bytes()) {
            len if len == name.len() && len > 0 => Ok(Self { name, value: Value::new(value) }),
            len => Err(Error::new(ErrorKind::FieldName, len)),
        }
    }

    /// Whether this is a field name, which is all ASCII.
    ///
    /// ```
    /// assert!(wxp_core::Field::is_name(b"total_fee"));
    /// assert!(!wxp_core::Field::is_name(b"total fee"));
    /// ```
    #[must_use]
    pub fn is_name(name: &[u8]) -> bool {
        !name.is_empty() && name_len(name) == name.len()
    }

    /// A field of plain text whose name [`new`](Self::new) has accepted before: for tables that are
    /// checked once and looked at often. Nothing is checked here; a name that is no field name
    /// makes a document that says something else than was meant.
    #[must_use]
    pub const fn prechecked(name: &'a str, value: &'a str) -> Self {
        Self { name, value: Value::new(value) }
    }

    /// A field whose name a reader has checked.
    pub(crate) const fn checked(name: &'a str, value: Value<'a>) -> Self {
        Self { name, value }
    }

    /// The name, such as `out_trade_no`.
    #[must_use]
    pub const fn name(&self) -> &'a str {
        self.name
    }

    /// The text that is signed for it.
    #[must_use]
    pub const fn value(&self) -> Value<'a> {
        self.value
    }

    /// Whether the field takes part in a signature.
    #[inline]
    pub(crate) fn is_signed(&self) -> bool {
        self.name != SIGN && !self.value.is_empty()
    }

    /// The numbers behind `list` in the name of a field that belongs to a list: one in
    /// `refund_id_0`, two in `coupon_refund_id_0_1`. Numbers go up to 65,535, without leading
    /// zeros.
    ///
    /// ```
    /// use wxp_core::Field;
    ///
    /// let field = Field::new("coupon_refund_id_0_1", "1")?;
    /// assert_eq!(field.numbers("coupon_refund_id"), Some((0, Some(1))));
    /// assert_eq!(field.numbers("coupon_refund_id_0"), Some((1, None)));
    /// assert_eq!(field.numbers("coupon"), None);
    /// # Ok::<(), wxp_core::Error>(())
    /// ```
    #[must_use]
    pub fn numbers(&self, list: &str) -> Option<(u16, Option<u16>)> {
        let (first, rest) = number(self.name.as_bytes().strip_prefix(list.as_bytes())?)?;
        if rest.is_empty() {
            return Some((first, None));
        }
        number(rest).filter(|(_, rest)| rest.is_empty()).map(|(second, _)| (first, Some(second)))
    }
}

/// The number that `_` and its digits spell at the start of `text`, and what is left.
fn number(text: &[u8]) -> Option<(u16, &[u8])> {
    let [b'_', rest @ ..] = text else { return None };
    let (mut number, mut rest) = (None, rest);
    while let [digit @ b'0'..=b'9', tail @ ..] = rest {
        let digit = u16::from(digit.wrapping_sub(b'0'));
        number = match number {
            None => Some(digit),
            Some(0) => return None,
            Some(above) => Some(u16::checked_mul(above, 10)?.checked_add(digit)?),
        };
        rest = tail;
    }
    number.map(|number| (number, rest))
}

/// The value of the field called `name` in a table sorted by name, unless it is empty; see
/// [`Canonical::stated`](crate::Canonical::stated).
pub(crate) fn find<'a>(sorted: &[Field<'a>], name: &str) -> Option<Value<'a>> {
    lookup(sorted, name).map(Field::value).filter(|value| !value.is_empty())
}

/// The field called `name` in a table sorted by name.
pub(crate) fn lookup<'s, 'a>(sorted: &'s [Field<'a>], name: &str) -> Option<&'s Field<'a>> {
    sorted.get(sorted.binary_search_by(|field| by_name(field.name(), name)).ok()?)
}

/// The order of two names, bytewise. Most differ in their first byte, which is compared without a
/// call.
pub(crate) fn by_name(a: &str, b: &str) -> Ordering {
    match a.as_bytes().first().cmp(&b.as_bytes().first()) {
        _ if !ROOMY => a.cmp(b),
        Ordering::Equal => a.cmp(b),
        order => order,
    }
}

/// Sorts records by name, bytewise, in place and in time that no input makes quadratic. Builds for
/// machines without an operating system sort by insertion, for short tables.
///
/// # Errors
///
/// The second one of two equal names. If all names are slices of one text, it is the one that
/// comes second there, and of several the first.
pub fn sort_by_name<'a, T: Copy>(
    records: &mut [T],
    name: impl Fn(&T) -> &'a str,
) -> Result<(), &'a str> {
    let in_order = |a: &T, b: &T| by_name(name(a), name(b)).is_lt();
    // Only to be faster: small machines leave it out.
    if ROOMY && records.is_sorted_by(in_order) {
        return Ok(());
    }
    // By their places, equal names stay in the order of the text. Neighbours in the final order have
    // been compared.
    let mut second: Option<&'a str> = None;
    sort(records, |a, b| {
        let (a, b) = (name(a), name(b));
        let precedes = a.as_ptr() < b.as_ptr();
        match by_name(a, b) {
            Ordering::Equal => {
                let later = if precedes { b } else { a };
                if second.is_none_or(|second| later.as_ptr() < second.as_ptr()) {
                    second = Some(later);
                }
                precedes
            }
            order => order.is_lt(),
        }
    });
    second.map_or(Ok(()), Err)
}

/// The length of the name that `bytes` begin with, at most [`NAME_MAX`]; 0 if there is none.
pub(crate) fn name_len(bytes: &[u8]) -> usize {
    match bytes.first() {
        Some(first) if first.is_ascii_alphabetic() || *first == b'_' => {
            let bytes = bytes.get(..NAME_MAX).unwrap_or(bytes);
            Class::Name.leading(bytes)
        }
        _ => 0,
    }
}

/// A table of fields in any form, so that it can be signed in place: a slice of [`Field`]s,
/// or a caller's own records.
///
/// ```
/// use wxp_core::{Canonical, Field, Fields};
///
/// struct Order {
///     fee: String,
/// }
///
/// impl Fields for Order {
///     fn len(&self) -> usize {
///         2
///     }
///
///     fn at(&self, index: usize) -> Option<Field<'_>> {
///         match index {
///             0 => Field::new("total_fee", &self.fee).ok(),
///             1 => Field::new("body", "tea").ok(),
///             _ => None,
///         }
///     }
/// }
///
/// let order = Order { fee: 100.to_string() };
/// assert_eq!(Canonical::over(&order)?.to_string(), "body=tea&total_fee=100");
/// # Ok::<(), wxp_core::Error>(())
/// ```
pub trait Fields {
    /// The number of fields.
    fn len(&self) -> usize;

    /// The field at `index`; always the same one, and `None` only from [`len`](Self::len) on.
    fn at(&self, index: usize) -> Option<Field<'_>>;

    /// Whether there are no fields.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Fields for [Field<'_>] {
    fn len(&self) -> usize {
        self.len()
    }

    fn at(&self, index: usize) -> Option<Field<'_>> {
        self.get(index).copied()
    }
}

/// Each length is compiled apart: where flash is short, pass the slice, `[..]`.
impl<const N: usize> Fields for [Field<'_>; N] {
    fn len(&self) -> usize {
        N
    }

    fn at(&self, index: usize) -> Option<Field<'_>> {
        self.get(index).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_where_the_rule_ends() {
        for (text, len) in
            [("", 0), ("a", 1), ("_a.b-c9", 7), ("9a", 0), ("-a", 0), ("a b", 1), ("a\u{e9}", 1)]
        {
            assert_eq!(name_len(text.as_bytes()), len, "{text:?}");
        }
        assert_eq!(name_len(&[b'a'; 65]), 64);
    }
}
