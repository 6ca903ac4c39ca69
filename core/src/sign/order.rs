//! The order of a table's fields by their names.

use core::cmp::Ordering;

use crate::base::sort::sort;
use crate::base::{ROOMY, bytes};
use crate::error::{Error, ErrorKind};
use crate::field::{Fields, by_name};

/// The most fields a table may have that is not in signing order yet.
pub(crate) const UNORDERED_MAX: usize = 255;

/// The indices of a table's fields, sorted by name.
pub(crate) type Order = heapless::Vec<u8, UNORDERED_MAX, u8>;

/// Finds the order of a table; `None` is kept if it is the table's own.
///
/// # Errors
///
/// [`ErrorKind::DuplicateField`] and [`ErrorKind::TooManyFields`], as
/// [`Canonical::over`](super::Canonical::over) says.
#[inline(never)]
pub(super) fn find(order: &mut Option<Order>, table: &(impl Fields + ?Sized)) -> Result<(), Error> {
    let in_order = |index: usize| by_index(table, index.wrapping_sub(1), index).is_lt();
    if (1..table.len()).all(in_order) {
        return Ok(());
    }
    if table.len() > UNORDERED_MAX {
        return Err(Error::new(ErrorKind::TooManyFields, UNORDERED_MAX));
    }
    let order = order.insert(Order::new());
    if ROOMY { by_start(order, table) } else { by_insertion(order, table) }
}

fn by_index(table: &(impl Fields + ?Sized), a: usize, b: usize) -> Ordering {
    let name = |index| table.at(index).map_or("", |field| field.name());
    by_name(name(a), name(b))
}

/// Puts each field among those before it, for small devices. Few are far from their place: tables are
/// short there, and longer ones are lists that are in order for the most part.
fn by_insertion(order: &mut Order, table: &(impl Fields + ?Sized)) -> Result<(), Error> {
    for index in 0..table.len() {
        let _ = order.push(u8::try_from(index).unwrap_or_default());
        let mut rest = order.as_mut_slice();
        while let Some((moving, head)) = rest.split_last_mut()
            && let Some(before) = head.last_mut()
        {
            match by_index(table, usize::from(*before), index) {
                Ordering::Less => break,
                Ordering::Equal => return Err(Error::new(ErrorKind::DuplicateField, index)),
                Ordering::Greater => core::mem::swap(before, moving),
            }
            rest = head;
        }
    }
    Ok(())
}

/// Sorts one number for each field: the first seven bytes of its name, then its index. Most names
/// differ in these bytes.
fn by_start(order: &mut Order, table: &(impl Fields + ?Sized)) -> Result<(), Error> {
    let mut keys = Keys::new();
    for at in 0..table.len() {
        let name = table.at(at).map_or("", |field| field.name());
        let start = bytes::load(name.as_bytes()).swap_bytes() & !0xFF;
        let _ = keys.push(start | bytes::Word::try_from(at).unwrap_or_default());
    }
    if keys.len() <= FEW {
        rank(&mut keys);
    } else {
        sort(&mut keys, |a, b| a < b);
    }
    let index = |key: &bytes::Word| key.to_le_bytes()[0];
    if keys.iter().zip(keys.iter().skip(1)).any(|(a, b)| (a ^ b) >> 8 == 0) {
        let by_name = |a: &_, b: &_| by_index(table, index(a).into(), index(b).into());
        // Equal names stay in the table's order, so that the second one is reported.
        sort(&mut keys, |a, b| by_name(a, b).then(a.cmp(b)).is_lt());
        let twice = keys.iter().zip(keys.iter().skip(1)).filter(|(a, b)| by_name(a, b).is_eq());
        if let Some(second) = twice.map(|(_, second)| index(second)).min() {
            return Err(Error::new(ErrorKind::DuplicateField, second.into()));
        }
    }
    // `extend` has a panic that the linker sees.
    for key in &keys {
        let _ = order.push(index(key));
    }
    Ok(())
}

type Keys = heapless::Vec<bytes::Word, UNORDERED_MAX, u8>;

/// The most numbers that are sorted faster by comparing each with all others.
const FEW: usize = 32;

/// Sorts numbers of which no two are equal, without a branch that depends on them: the processor
/// could not foresee half of them.
fn rank(keys: &mut Keys) {
    let unsorted = keys.clone();
    for key in &unsorted {
        let rank: usize = unsorted.iter().map(|other| usize::from(other < key)).sum();
        if let Some(place) = keys.get_mut(rank) {
            *place = *key;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::field::Field;

    proptest! {
        /// Names of few letters, so that many begin alike and some are the same.
        #[test]
        fn both_ways_find_the_same_order(
            names in proptest::collection::vec("[ab]{1,12}|[a-c]", 0..60),
        ) {
            let table: Vec<_> = names.iter().map(|name| Field::prechecked(name, "1")).collect();
            let (mut one, mut other) = (Order::new(), Order::new());
            let one = by_start(&mut one, &table[..]).map(|()| one);
            let other = by_insertion(&mut other, &table[..]).map(|()| other);
            let second = (0..names.len()).find(|index| names[..*index].contains(&names[*index]));
            let mut sorted: Vec<u8> = (0..).take(names.len()).collect();
            sorted.sort_by_key(|index| &names[usize::from(*index)]);
            for order in [one, other] {
                match (order, second) {
                    (Ok(order), None) => prop_assert_eq!(&order[..], &sorted[..]),
                    (order, second) => prop_assert_eq!(
                        order.map_err(|error| (error.kind(), error.position())).err(),
                        second.map(|index| (ErrorKind::DuplicateField, index))
                    ),
                }
            }
        }
    }
}
