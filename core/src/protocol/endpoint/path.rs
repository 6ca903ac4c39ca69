//! Paths of operations, each a constant of its own, so that a program links only those that it names.

use core::ffi::CStr;

/// A path with something behind it: a NUL, for C, and then [`FILLER`].
///
/// Compilers put texts that end in NUL, and constants of exactly 4, 8, 16 or 32 bytes, into sections
/// with all others of their kind, and linkers keep or drop a section as a whole. So no path is such
/// a constant.
pub(super) struct Path {
    padded: &'static [u8],
}

const FILLER: u8 = b'.';

impl Path {
    /// What [`padded`] made.
    pub(super) const fn new(padded: &'static [u8]) -> Self {
        Self { padded }
    }

    pub(super) const fn as_bytes(&self) -> &'static [u8] {
        match self.padded {
            [path @ .., 0, FILLER] | [path @ .., 0, FILLER, FILLER] => path,
            _ => &[],
        }
    }

    pub(super) const fn as_str(&self) -> &'static str {
        match core::str::from_utf8(self.as_bytes()) {
            Ok(path) => path,
            Err(_) => "",
        }
    }

    /// For C.
    pub(super) fn as_c_str(&self) -> Option<&'static CStr> {
        CStr::from_bytes_until_nul(self.padded).ok()
    }
}

/// The length of a path with what is behind it.
#[allow(clippy::arithmetic_side_effects, reason = "while compiling")]
pub(super) const fn padded_len(path: &str) -> usize {
    match path.len() + 2 {
        len @ (4 | 8 | 16 | 32) => len + 1,
        len => len,
    }
}

/// A path with what is behind it, in [`padded_len`] bytes.
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "while compiling")]
pub(super) const fn padded<const LEN: usize>(path: &str) -> [u8; LEN] {
    let mut padded = [FILLER; LEN];
    let mut at = 0;
    while at < path.len() {
        padded[at] = path.as_bytes()[at];
        at += 1;
    }
    padded[at] = 0;
    padded
}
