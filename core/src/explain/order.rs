//! The orders in which programs sign, right or wrong.

use super::naming::Naming;
use crate::base::sort::sort;
use crate::field::Fields;
use crate::sign::Canonical;
use crate::sign::order::UNORDERED_MAX;

#[derive(Clone, Copy)]
pub(super) enum Order {
    Canonical,
    /// That of the caller's table.
    Caller,
    /// Sorted by name in another way.
    Sorted {
        fold: Fold,
        /// Whether the `=` after the name counts. A value never does: no name holds `=`, so that
        /// two pairs differ there at the latest.
        pairs: bool,
    },
}

/// What letters count as.
#[derive(Clone, Copy)]
pub(super) enum Fold {
    None,
    Lower,
    Upper,
}

impl Fold {
    const fn of(self, byte: u8) -> u8 {
        match self {
            Self::None => byte,
            Self::Lower => byte.to_ascii_lowercase(),
            Self::Upper => byte.to_ascii_uppercase(),
        }
    }
}

/// An order, worked out for one table.
pub(super) struct Sequence {
    order: Order,
    /// The indices of the fields, if they are sorted in another way.
    permutation: heapless::Vec<u8, UNORDERED_MAX, u8>,
}

impl Order {
    /// The order of these fields, with their names written in these ways, if there are not too many
    /// to be sorted.
    pub(super) fn of(
        self,
        fields: &Canonical<'_, impl Fields + ?Sized>,
        naming: impl Fn(u8) -> Naming,
    ) -> Option<Sequence> {
        let table = fields.table();
        let mut permutation = heapless::Vec::new();
        if let Self::Sorted { fold, pairs } = self {
            for index in 0..table.len() {
                permutation.push(u8::try_from(index).ok()?).ok()?;
            }
            let key = |index: &u8| {
                let name = table.at(usize::from(*index)).map_or("", |field| field.name());
                let name = naming(*index).spell(name);
                name.map(|byte| fold.of(byte)).chain(pairs.then_some(b'='))
            };
            sort(&mut permutation, |a, b| key(a).cmp(key(b)).then(a.cmp(b)).is_lt());
        }
        Some(Sequence { order: self, permutation })
    }
}

impl Sequence {
    /// The index in the table of the field that comes `rank`th.
    pub(super) fn index(
        &self,
        fields: &Canonical<'_, impl Fields + ?Sized>,
        rank: usize,
    ) -> Option<usize> {
        match self.order {
            Order::Canonical => fields.ranked(rank),
            Order::Caller => Some(rank),
            Order::Sorted { .. } => self.permutation.get(rank).copied().map(usize::from),
        }
    }
}
