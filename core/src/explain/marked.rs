//! Some fields of a table.

use core::fmt;

/// Fields of a table, by their indices in it. A table of more than 256 fields can have only the
/// first 256 of them marked.
///
/// ```
/// use wxp_core::{Algorithm, Canonical, Explanation, Field, Key, Value, explain};
///
/// let key = Key::new(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
/// let table = [
///     Field::new("appid", "wxd930ea5d5a258f4f")?,
///     Field::new("attach", "shop 1")?,
///     Field::new("body", "test")?,
///     Field::new("goods_tag", "tea")?,
/// ];
/// // Made of "appid=wxd930ea5d5a258f4f&body=test".
/// let offered = Value::new("93F77CEEAD317F1392B6CFB14DC14AA8");
/// let explained = explain(&key, &Canonical::of(&table)?, offered);
/// let Explanation::Mistake { fields, .. } = explained else { panic!() };
/// assert_eq!(fields.iter().collect::<Vec<_>>(), [1, 3]);
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Marked([u8; 32]);

impl Marked {
    /// None of them.
    pub const NONE: Self = Self([0; 32]);

    pub(super) fn insert(&mut self, index: usize) {
        if let Some(byte) = self.0.get_mut(index / 8) {
            *byte |= mask(index);
        }
    }

    /// The fields that are marked, by their indices.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        (0..=usize::from(u8::MAX)).filter(|index| self.contains(*index))
    }

    /// The first of them.
    #[must_use]
    pub fn first(&self) -> Option<usize> {
        self.iter().next()
    }

    /// Whether the field at this index is marked.
    #[must_use]
    pub fn contains(&self, index: usize) -> bool {
        self.0.get(index / 8).is_some_and(|byte| byte & mask(index) != 0)
    }

    /// How many fields are marked.
    #[must_use]
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Whether no field is marked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::NONE
    }
}

const fn mask(index: usize) -> u8 {
    match index % 8 {
        0 => 1,
        1 => 2,
        2 => 4,
        3 => 8,
        4 => 16,
        5 => 32,
        6 => 64,
        _ => 128,
    }
}

impl FromIterator<usize> for Marked {
    fn from_iter<I: IntoIterator<Item = usize>>(indices: I) -> Self {
        let mut marked = Self::NONE;
        indices.into_iter().for_each(|index| marked.insert(index));
        marked
    }
}

impl fmt::Debug for Marked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
