//! Decisions that the fuzzer takes: what the core's tests draw from a generator comes from its
//! bytes here, and from a generator once they are used up.

/// The decisions in these bytes.
pub struct Random<'a> {
    bytes: &'a [u8],
    state: u64,
}

impl<'a> Random<'a> {
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        let state = bytes.iter().fold(0, |sum: u64, byte| sum.rotate_left(5) ^ u64::from(*byte));
        Self { bytes, state }
    }

    /// So many bytes.
    #[must_use]
    pub fn bytes(&mut self, len: usize) -> Vec<u8> {
        (0..len).map(|_| self.below(256) as u8).collect()
    }

    pub(crate) fn below(&mut self, end: u64) -> u64 {
        if let Some((byte, rest)) = self.bytes.split_first() {
            self.bytes = rest;
            return u64::from(*byte) % end;
        }
        // The high half of a linear congruence.
        self.state = self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.state >> 33) % end
    }

    pub(crate) fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    pub(crate) fn one_of<T: Copy, const N: usize>(&mut self, items: [T; N]) -> T {
        items[self.below(N as u64) as usize]
    }
}
