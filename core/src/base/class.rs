//! What single bytes are.
//!
//! Looking at more bytes at once was tried for reading, and takes longer or as long: eight with one
//! comparison, sixteen with SSE2 (crate `wide`), sixteen in loops that the compiler makes vectors
//! of. Names and values are short, and where one ends then has to be computed before the next one
//! is looked at, while the branch at each byte is guessed.

use super::ROOMY;

/// A kind of bytes.
#[derive(Clone, Copy)]
pub(crate) enum Class {
    /// Letters, digits, `_`, `.` and `-`: what names consist of.
    Name = 1,
    /// White space to XML (section 2.3).
    Blank = 2,
    /// What can have a meaning of its own inside an element, or is forbidden there.
    Special = 4,
}

impl Class {
    /// Whether a byte is one of these.
    #[inline]
    pub(crate) const fn contains(self, byte: u8) -> bool {
        classes(byte) & self.bit() != 0
    }

    /// How many bytes of this kind a text begins with.
    #[inline]
    pub(crate) fn leading(self, text: &[u8]) -> usize {
        position(text, |byte| !self.contains(byte))
    }

    /// The offset of the first byte of this kind in a text, or the text's length.
    #[inline]
    pub(crate) fn position(self, text: &[u8]) -> usize {
        position(text, |byte| self.contains(byte))
    }

    #[allow(clippy::as_conversions, reason = "the number of a variant")]
    const fn bit(self) -> u8 {
        self as u8
    }

    // With one test for each byte that is looked at, a call would take as long as the test.
    #[inline(always)]
    const fn of(byte: u8) -> u8 {
        let name = byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-');
        let blank = matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
        // 0xEF begins U+FFFE and U+FFFF, among others.
        let special = matches!(byte, b'<' | b'&' | b']' | 0xEF | 0x00..=0x08 | 0x0B..=0x1F);
        bit(name, Self::Name) | bit(blank, Self::Blank) | bit(special, Self::Special)
    }
}

/// How many bytes are looked at before the length of the text is looked at again: where there is
/// flash to spare, documents are read in five sixths of the time.
const AT_ONCE: usize = if ROOMY { 8 } else { 1 };

#[inline]
fn position(text: &[u8], is_wanted: impl Fn(u8) -> bool) -> usize {
    let (chunks, rest) = text.as_chunks::<AT_ONCE>();
    let mut passed = 0_usize;
    for chunk in chunks {
        if let Some(place) = chunk.iter().position(|byte| is_wanted(*byte)) {
            return passed.wrapping_add(place);
        }
        passed = passed.wrapping_add(AT_ONCE);
    }
    let place = rest.iter().position(|byte| is_wanted(*byte)).unwrap_or(rest.len());
    passed.wrapping_add(place)
}

const fn bit(is: bool, class: Class) -> u8 {
    if is { class.bit() } else { 0 }
}

/// The classes of a byte. Looked up where there is room for a table: documents are read in three
/// quarters of the time that working it out takes.
#[inline]
#[allow(clippy::as_conversions, clippy::cast_lossless, clippy::indexing_slicing, reason = "const")]
const fn classes(byte: u8) -> u8 {
    const CLASSES: [u8; 256] = {
        let mut classes = [0; 256];
        let mut byte = 0_u8;
        loop {
            classes[byte as usize] = Class::of(byte);
            match byte.checked_add(1) {
                Some(next) => byte = next,
                None => break classes,
            }
        }
    };
    if ROOMY { CLASSES[byte as usize] } else { Class::of(byte) }
}
