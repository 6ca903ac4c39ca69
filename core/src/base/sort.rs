//! A small sort: the standard one costs 5 KB of flash.

/// Distances that, before one, keep Shell's method below n^(4/3) comparisons whatever the input
/// (Sedgewick, 1986), so that a hostile document buys no quadratic work.
const GAPS: [usize; 9] = [262_913, 65_921, 16_577, 4_193, 1_073, 281, 77, 23, 8];

/// Sorts in place; the order of equal items is not kept.
pub(crate) fn sort<T: Copy>(items: &mut [T], mut precedes: impl FnMut(&T, &T) -> bool) {
    // Fewer are sorted faster without. Machines without an operating system have no room for many more.
    if !cfg!(target_os = "none") && items.len() > 32 {
        GAPS.into_iter().for_each(|gap| insert(items, gap, &mut precedes));
    }
    insert(items, 1, &mut precedes);
}

/// Insertion among the items at this distance from each other.
#[inline]
fn insert<T: Copy>(items: &mut [T], gap: usize, precedes: &mut impl FnMut(&T, &T) -> bool) {
    for start in gap..items.len() {
        let mut rest = items.get_mut(..=start).unwrap_or_default();
        while let Some(at) = rest.len().checked_sub(gap.saturating_add(1))
            && let Some([before, .., moving]) = rest.get_mut(at..)
            && precedes(moving, before)
        {
            core::mem::swap(before, moving);
            rest = rest.get_mut(..=at).unwrap_or_default();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_every_length_and_shape() {
        let shapes: [fn(u32) -> u32; 4] =
            [|i| i, |i| u32::MAX - i, |i| i.wrapping_mul(2_654_435_761), |i| i % 7];
        for (len, shape) in (0..600).flat_map(|len| shapes.map(|shape| (len, shape))) {
            let mut items: Vec<u32> = (0..len).map(shape).collect();
            let mut expected = items.clone();
            expected.sort_unstable();
            sort(&mut items, |a, b| a < b);
            assert_eq!(items, expected);
        }
    }

    #[test]
    fn no_input_buys_quadratic_work() {
        let count = core::cell::Cell::new(0_u32);
        let mut items: Vec<u32> = (0..10_000).rev().collect();
        sort(&mut items, |a, b| {
            count.set(count.get().wrapping_add(1));
            a < b
        });
        // Insertion alone compares 50 million times.
        assert!(count.get() < 1_000_000, "{}", count.get());
    }
}
