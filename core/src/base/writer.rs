//! Text into the caller's buffer, piece by piece.

use super::bytes;

/// Writes to the beginning of a buffer as far as it goes, and measures what it would take.
#[derive(Debug, Default)]
pub struct Writer<'o> {
    rest: &'o mut [u8],
    len: usize,
}

impl<'o> Writer<'o> {
    /// A writer into this buffer. Into an empty one, it only measures.
    #[must_use]
    pub const fn new(out: &'o mut [u8]) -> Self {
        Self { rest: out, len: 0 }
    }

    /// The length of everything that was put down, in bytes, whether there was room or not.
    #[must_use]
    pub const fn written(&self) -> usize {
        self.len
    }

    /// Puts a text down: all of it, or nothing if there is too little room.
    pub fn put(&mut self, text: &str) {
        self.put_all([text.as_bytes()]);
    }

    /// As [`put`](Self::put), several texts in a row, which are UTF-8 together.
    #[inline]
    pub fn put_all<const N: usize>(&mut self, texts: [&[u8]; N]) {
        let mut rest = core::mem::take(&mut self.rest);
        for text in texts {
            self.len = self.len.saturating_add(text.len());
            rest = bytes::append(rest, text);
        }
        self.rest = rest;
    }
}
