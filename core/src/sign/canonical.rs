//! Which fields are signed, and in which order.

use core::cmp::Ordering;
use core::fmt;

use crate::error::Error;
use crate::field::{Field, Fields, by_name};
use crate::sign::imitation::imitates;
use crate::sign::order::{self, Order};
use crate::value::Value;

/// A table of fields in signing order: sorted by name, bytewise, no name twice; `sign` and empty
/// values take no part.
///
/// The fields stay where they are. A table that is already in order costs one pass; any other is
/// given a permutation of up to 255 bytes. Displays as the string that is signed, without the key.
///
/// ```
/// use wxp_core::{Canonical, Field};
///
/// let table = [
///     Field::new("mch_id", "10000100")?,
///     Field::new("attach", "")?,
///     Field::new("appid", "wxd930ea5d5a258f4f")?,
/// ];
/// let order = Canonical::of(&table)?;
/// assert_eq!(order.to_string(), "appid=wxd930ea5d5a258f4f&mch_id=10000100");
/// assert_eq!(order.get("mch_id").unwrap(), "10000100");
/// # Ok::<(), wxp_core::Error>(())
/// ```
pub struct Canonical<'f, F: Fields + ?Sized = [Field<'f>]> {
    table: &'f F,
    /// `None`: the table's own order.
    order: Option<Order>,
}

impl<'f> Canonical<'f> {
    /// The signing order of a slice of fields.
    ///
    /// # Errors
    ///
    /// As [`over`](Self::over).
    #[inline]
    pub fn of(fields: &'f [Field<'f>]) -> Result<Self, Error> {
        Self::over(fields)
    }
}

impl<'f, F: Fields + ?Sized> Canonical<'f, F> {
    /// The signing order of any table.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::DuplicateField`](crate::ErrorKind::DuplicateField) with the index of the second
    /// field of a name, and [`ErrorKind::TooManyFields`](crate::ErrorKind::TooManyFields) for an
    /// unordered table of more than 255 fields.
    // In the caller, so that the order is filled in where it stays.
    #[inline]
    pub fn over(table: &'f F) -> Result<Self, Error> {
        let mut canonical = Self::of_sorted(table);
        order::find(&mut canonical.order, table)?;
        Ok(canonical)
    }

    /// What comes of a table in signing order, which stays where it was made: if it moved, it would
    /// lie on the stack twice.
    pub(crate) fn in_order<R>(table: &'f F, body: impl FnOnce(&Self) -> R) -> Result<R, Error> {
        let mut canonical = Self::of_sorted(table);
        order::find(&mut canonical.order, table)?;
        Ok(body(&canonical))
    }

    /// The signing order of a table that is sorted by name and has no name twice.
    pub(crate) const fn of_sorted(table: &'f F) -> Self {
        Self { table, order: None }
    }

    /// The value of the field called `name`, signed or not.
    #[inline(always)] // So that what is known of a table's values is known of this one.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Value<'_>> {
        self.table.at(self.place(name)?).map(|field| field.value())
    }

    /// The index in the table of the field called `name`.
    #[inline(never)]
    fn place(&self, name: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.table.len());
        while low < high {
            let middle = low.midpoint(high);
            let index = self.ranked(middle)?;
            match by_name(self.table.at(index)?.name(), name) {
                Ordering::Less => low = middle.saturating_add(1),
                Ordering::Equal => return Some(index),
                Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// As [`get`](Self::get), unless the value is empty: an empty value is an absent one
    /// throughout the protocol.
    #[inline(always)]
    pub(crate) fn stated(&self, name: &str) -> Option<Value<'_>> {
        self.get(name).filter(|value| !value.is_empty())
    }

    /// Whether there is such a field, and its value is not empty.
    // One copy for all names.
    #[inline(never)]
    pub(crate) fn states(&self, name: &str) -> bool {
        self.stated(name).is_some()
    }

    /// The fields that are signed, in signing order.
    pub fn iter(&self) -> impl Iterator<Item = Field<'_>> {
        self.indexed().map(|(_, field)| field)
    }

    /// The fields that are signed, in signing order, each with its index in the table.
    pub(crate) fn indexed(&self) -> impl Iterator<Item = (usize, Field<'_>)> {
        self.ordered().filter(|(_, field)| field.is_signed())
    }

    /// All fields, signed or not, in signing order, each with its index in the table.
    #[inline(always)] // So that what is known of a table's values is known of these.
    pub(crate) fn ordered(&self) -> impl Iterator<Item = (usize, Field<'_>)> {
        let mut ranks = 0..self.table.len();
        core::iter::from_fn(move || {
            let index = self.ranked(ranks.next()?)?;
            self.table.at(index).map(|field| (index, field))
        })
    }

    /// Whether the string that is signed also fits another set of fields, because a value holds
    /// `&name=`. Such a message can be authentic, but its signature does not tell the two sets
    /// apart: do not re-split the string, and think twice before relaying the value.
    ///
    /// ```
    /// use wxp_core::{Canonical, Field};
    ///
    /// let honest = [Field::new("attach", "a&b")?];
    /// let forged = [Field::new("attach", "a&total_fee=1")?];
    /// assert!(!Canonical::of(&honest)?.is_ambiguous());
    /// assert!(Canonical::of(&forged)?.is_ambiguous());
    /// # Ok::<(), wxp_core::Error>(())
    /// ```
    #[must_use]
    pub fn is_ambiguous(&self) -> bool {
        self.iter().any(|field| imitates(field.value(), None))
    }

    /// The caller's table.
    pub(crate) const fn table(&self) -> &F {
        self.table
    }

    /// The index in the table of the field that comes `rank`th, signed or not.
    pub(crate) fn ranked(&self, rank: usize) -> Option<usize> {
        match &self.order {
            None => Some(rank),
            Some(order) => order.get(rank).copied().map(usize::from),
        }
    }
}

impl<F: Fields + ?Sized> fmt::Display for Canonical<'_, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.iter().enumerate().try_for_each(|(index, field)| {
            f.write_str(if index > 0 { "&" } else { "" })?;
            write!(f, "{}={}", field.name(), field.value())
        })
    }
}

impl<F: Fields + ?Sized> fmt::Debug for Canonical<'_, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter().map(|field| (field.name(), field.value()))).finish()
    }
}
