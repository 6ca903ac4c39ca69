//! The compression of MD5 (RFC 1321 section 3.4): ours where it is faster or smaller than that of the
//! crate `md-5`, which is on x86-64 and on small devices.
//!
//! Each step waits for the one before it, so that the time is the length of this chain. What waits
//! for nothing is added first: the word, and the constant. The compiler would move the constant to
//! the end of the sum, onto the chain, unless it does not know that it is one. In the second round
//! the two halves of the choice have no bit in common: they are added one by one, and only the second
//! waits for the step before.

use core::hint::black_box;

use super::hash::BLOCK;
use crate::base::ROOMY;

/// Absorbs whole blocks.
pub(super) fn compress(state: &mut [u32; 4], blocks: &[[u8; BLOCK]]) {
    if !ROOMY {
        absorb::<false>(state, blocks);
    } else if cfg!(target_arch = "x86_64") {
        absorb::<true>(state, blocks);
    } else {
        ::md5::block_api::compress(state, blocks);
    }
}

/// Ours, with the steps of a round written out or in a loop.
#[inline(never)]
fn absorb<const WRITTEN_OUT: bool>(state: &mut [u32; 4], blocks: &[[u8; BLOCK]]) {
    for block in blocks {
        let mut words = [0; 16];
        words.iter_mut().zip(block.as_chunks().0).for_each(|(w, b)| *w = u32::from_le_bytes(*b));
        let sines = black_box(&SINES);
        let [one, two, three, four] = ROUNDS;
        let new = one.of::<WRITTEN_OUT>(*state, &words, sines, |sum, b, c, d| {
            sum.wrapping_add(d ^ (b & (c ^ d)))
        });
        let new = two.of::<WRITTEN_OUT>(new, &words, sines, |sum, b, c, d| {
            sum.wrapping_add(c & !d).wrapping_add(b & d)
        });
        let new = three
            .of::<WRITTEN_OUT>(new, &words, sines, |sum, b, c, d| sum.wrapping_add(b ^ (c ^ d)));
        let new = four
            .of::<WRITTEN_OUT>(new, &words, sines, |sum, b, c, d| sum.wrapping_add(c ^ (b | !d)));
        for (word, new) in state.iter_mut().zip(new) {
            *word = word.wrapping_add(new);
        }
    }
}

/// Sixteen steps in a row.
#[derive(Clone, Copy)]
struct Round {
    number: usize,
    /// The word of the block for the first step, and how much further that for the next one is.
    words: (usize, usize),
    /// How far each step rotates; every fourth one the same.
    rotations: [u8; 4],
}

const ROUNDS: [Round; 4] = [
    Round { number: 0, words: (0, 1), rotations: [7, 12, 17, 22] },
    Round { number: 1, words: (1, 5), rotations: [5, 9, 14, 20] },
    Round { number: 2, words: (5, 3), rotations: [4, 11, 16, 23] },
    Round { number: 3, words: (0, 7), rotations: [6, 10, 15, 21] },
];

impl Round {
    #[inline(always)]
    fn of<const WRITTEN_OUT: bool>(
        self,
        mut state: [u32; 4],
        words: &[u32; 16],
        sines: &[[u32; 16]; 4],
        mix: impl Fn(u32, u32, u32, u32) -> u32,
    ) -> [u32; 4] {
        if !WRITTEN_OUT {
            return (0..16).fold(state, |state, at| self.step(state, at, words, sines, &mix));
        }
        // Not a loop, which the compiler writes out as well, but with sums in an order that takes a
        // fifth more time.
        macro_rules! steps {
            ($($at:literal)*) => { $(state = self.step(state, $at, words, sines, &mix);)* };
        }
        steps!(0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15);
        state
    }

    #[inline(always)]
    #[allow(clippy::indexing_slicing, reason = "the indices are masked")]
    fn step(
        self,
        [a, b, c, d]: [u32; 4],
        at: usize,
        words: &[u32; 16],
        sines: &[[u32; 16]; 4],
        mix: impl Fn(u32, u32, u32, u32) -> u32,
    ) -> [u32; 4] {
        let word = words[self.words.0.wrapping_add(self.words.1.wrapping_mul(at)) & 15];
        let sine = sines[self.number & 3][at & 15];
        let sum = mix(a.wrapping_add(word).wrapping_add(sine), b, c, d);
        [d, sum.rotate_left(self.rotations[at & 3].into()).wrapping_add(b), b, c]
    }
}

/// The constant of each step: `abs(sin(step + 1)) * 2^32`.
const SINES: [[u32; 16]; 4] = [
    [
        0xD76A_A478,
        0xE8C7_B756,
        0x2420_70DB,
        0xC1BD_CEEE,
        0xF57C_0FAF,
        0x4787_C62A,
        0xA830_4613,
        0xFD46_9501,
        0x6980_98D8,
        0x8B44_F7AF,
        0xFFFF_5BB1,
        0x895C_D7BE,
        0x6B90_1122,
        0xFD98_7193,
        0xA679_438E,
        0x49B4_0821,
    ],
    [
        0xF61E_2562,
        0xC040_B340,
        0x265E_5A51,
        0xE9B6_C7AA,
        0xD62F_105D,
        0x0244_1453,
        0xD8A1_E681,
        0xE7D3_FBC8,
        0x21E1_CDE6,
        0xC337_07D6,
        0xF4D5_0D87,
        0x455A_14ED,
        0xA9E3_E905,
        0xFCEF_A3F8,
        0x676F_02D9,
        0x8D2A_4C8A,
    ],
    [
        0xFFFA_3942,
        0x8771_F681,
        0x6D9D_6122,
        0xFDE5_380C,
        0xA4BE_EA44,
        0x4BDE_CFA9,
        0xF6BB_4B60,
        0xBEBF_BC70,
        0x289B_7EC6,
        0xEAA1_27FA,
        0xD4EF_3085,
        0x0488_1D05,
        0xD9D4_D039,
        0xE6DB_99E5,
        0x1FA2_7CF8,
        0xC4AC_5665,
    ],
    [
        0xF429_2244,
        0x432A_FF97,
        0xAB94_23A7,
        0xFC93_A039,
        0x655B_59C3,
        0x8F0C_CC92,
        0xFFEF_F47D,
        0x8584_5DD1,
        0x6FA8_7E4F,
        0xFE2C_E6E0,
        0xA301_4314,
        0x4E08_11A1,
        0xF753_7E82,
        0xBD3A_F235,
        0x2AD7_D2BB,
        0xEB86_D391,
    ],
];

/// What each of the three ways makes of a state and a block: with the steps written out, in a loop,
/// and by the crate.
#[cfg(any(test, fuzzing))]
#[cfg_attr(not(fuzzing), allow(unreachable_pub, reason = "public for fuzzing alone"))]
pub fn all_ways(state: [u32; 4], blocks: &[[u8; BLOCK]]) -> [[u32; 4]; 3] {
    let ways = [absorb::<true>, absorb::<false>, ::md5::block_api::compress];
    ways.map(|absorb| {
        let mut state = state;
        absorb(&mut state, blocks);
        state
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn all_ways_give_the_same_state(
            state in any::<[u32; 4]>(),
            halves in proptest::collection::vec(any::<[[u8; 32]; 2]>(), 0..5),
        ) {
            let blocks: Vec<[u8; BLOCK]> =
                halves.iter().map(|halves| halves.concat().try_into().unwrap()).collect();
            let [written_out, looped, crates] = all_ways(state, &blocks);
            prop_assert_eq!(written_out, crates);
            prop_assert_eq!(looped, crates);
        }
    }
}
