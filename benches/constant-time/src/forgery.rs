//! Signatures, right and wrong.

use dudect_bencher::BenchRng;
use dudect_bencher::rand::RngExt;

/// What is done to a signature.
#[derive(Clone, Copy)]
pub(crate) enum Forgery {
    /// Nothing: it is right.
    None,
    /// Only its first digit is made wrong.
    First,
    /// Only its last digit is made wrong.
    Last,
    /// Every digit is drawn anew.
    Random,
}

impl Forgery {
    /// Forges the digits of a signature.
    pub(crate) fn forge(self, digits: &mut [u8], rng: &mut BenchRng) {
        match self {
            Self::None => {}
            Self::First => digits.first_mut().into_iter().for_each(|digit| change(digit, rng)),
            Self::Last => digits.last_mut().into_iter().for_each(|digit| change(digit, rng)),
            Self::Random => digits.fill_with(|| digit(rng)),
        }
    }
}

/// Another digit in the place of this one.
fn change(old: &mut u8, rng: &mut BenchRng) {
    let before = *old;
    while *old == before {
        *old = digit(rng);
    }
}

/// A digit of a signature.
pub(crate) fn digit(rng: &mut BenchRng) -> u8 {
    b"0123456789ABCDEF"[rng.random_range(0..16_usize)]
}
