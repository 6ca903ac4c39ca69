//! A small sort: the standard one costs 5 KB of flash.

/// Distances that keep Shell's method below n^(4/3) comparisons whatever the input (Sedgewick,
/// 1986), so that a hostile document buys no quadratic work. Up to 8 items it is plain insertion.
const GAPS: [usize; 10] = [262_913, 65_921, 16_577, 4_193, 1_073, 281, 77, 23, 8, 1];

/// Sorts in place; the order of equal items is not kept.
pub(crate) fn sort<T: Copy>(items: &mut [T], precedes: impl Fn(&T, &T) -> bool) {
    // Up to 32 items one distance is enough.
    let gaps = if items.len() > 32 { &GAPS[..] } else { &[1] };
    for gap in gaps.iter().copied() {
        for start in gap..items.len() {
            let Some(&moving) = items.get(start) else { break };
            let mut hole = start;
            while let Some(before) = hole.checked_sub(gap) {
                let Some(&other) = items.get(before) else { break };
                if !precedes(&moving, &other) {
                    break;
                }
                place(items, hole, other);
                hole = before;
            }
            place(items, hole, moving);
        }
    }
}

/// Puts an item where there is one.
pub(crate) fn place<T>(items: &mut [T], index: usize, item: T) {
    if let Some(slot) = items.get_mut(index) {
        *slot = item;
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
