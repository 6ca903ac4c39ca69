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
        self.append(text.as_bytes());
    }

    /// As [`put`](Self::put), several parts of a text in a row.
    pub(crate) fn put_all<const N: usize>(&mut self, parts: [&[u8]; N]) {
        parts.into_iter().for_each(|part| self.append(part));
    }

    /// As [`put`](Self::put), one part of a text.
    // Inlined, a literal is copied without a loop.
    #[inline(always)]
    pub fn append(&mut self, part: &[u8]) {
        self.len = self.len.saturating_add(part.len());
        self.rest = bytes::append(core::mem::take(&mut self.rest), part).unwrap_or_default();
    }
}
