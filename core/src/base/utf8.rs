//! Bytes that are text in UTF-8, or where they are not.
//!
//! Only the standard library makes a `str` of bytes, or unsafe code does. So on devices, where the
//! standard library's check takes four times the flash of [`check`], the C ABI checks with this, and
//! hands the core a `str`.

use super::ROOMY;
use super::bytes::{Word, all, load};

/// Bytes that are not UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotUtf8 {
    /// How many of them are.
    pub(crate) valid: usize,
    /// Whether what is behind those begins a character, and ends too early.
    pub(crate) is_cut: bool,
}

/// The text that bytes are.
pub(crate) const fn text(bytes: &[u8]) -> Result<&str, NotUtf8> {
    match core::str::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) => {
            let is_cut = error.error_len().is_none();
            Err(NotUtf8 { valid: error.valid_up_to(), is_cut })
        }
    }
}

/// Whether bytes are text: the same, but smaller on devices.
pub(crate) fn check(bytes: &[u8]) -> Result<(), NotUtf8> {
    match ROOMY {
        true if bytes.len() < SHORT && is_ascii(bytes) => Ok(()),
        true => text(bytes).map(drop),
        false => by_bytes(bytes),
    }
}

/// Below this, the standard library looks at more bytes one by one than [`is_ascii`] does.
const SHORT: usize = 64;

/// By words from the first byte to the last one.
#[inline]
fn is_ascii(bytes: &[u8]) -> bool {
    let last = bytes.last_chunk().map_or_else(|| load(bytes), |last| Word::from_le_bytes(*last));
    let (words, _) = bytes.as_chunks();
    let any = words.iter().fold(last, |any, word| any | Word::from_le_bytes(*word));
    any & all(0x80) == 0
}

/// By the table of well-formed characters in Unicode 17.0, table 3-7.
#[inline(never)]
fn by_bytes(bytes: &[u8]) -> Result<(), NotUtf8> {
    let mut at = 0_usize;
    while let Some(&lead) = bytes.get(at) {
        let refused = |is_cut| Err(NotUtf8 { valid: at, is_cut });
        let mut next = at.wrapping_add(1);
        if !lead.is_ascii() {
            // What may come second; more than that may come third and fourth.
            let (mut lowest, mut highest) = match lead {
                0xE0 => (0xA0, 0xBF),
                0xED => (0x80, 0x9F),
                0xF0 => (0x90, 0xBF),
                0xF4 => (0x80, 0x8F),
                0xC2..=0xF3 => (0x80, 0xBF),
                _ => return refused(false),
            };
            // The lead byte begins with as many ones as the character has bytes.
            let mut ones = lead << 1;
            while ones >= 0x80 {
                let Some(byte) = bytes.get(next) else { return refused(true) };
                if *byte < lowest || *byte > highest {
                    return refused(false);
                }
                (lowest, highest) = (0x80, 0xBF);
                next = next.wrapping_add(1);
                ones <<= 1;
            }
        }
        at = next;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::Index;

    use super::*;

    fn all_agree(bytes: &[u8]) {
        let expected = text(bytes).map(drop);
        assert_eq!(by_bytes(bytes), expected, "{bytes:02X?}");
        assert_eq!(check(bytes), expected, "{bytes:02X?}");
        assert_eq!(is_ascii(bytes), bytes.is_ascii(), "{bytes:02X?}");
    }

    /// Calls it with all texts of this length that consist of these bytes.
    fn every(len: usize, bytes: &[u8], call: &mut impl FnMut(&[u8])) {
        fn more(text: &mut Vec<u8>, len: usize, bytes: &[u8], call: &mut impl FnMut(&[u8])) {
            if text.len() == len {
                return call(text);
            }
            for byte in bytes {
                text.push(*byte);
                more(text, len, bytes, call);
                text.pop();
            }
        }
        more(&mut Vec::new(), len, bytes, call);
    }

    #[test]
    fn all_of_up_to_three_bytes() {
        let bytes: Vec<u8> = (0..=u8::MAX).collect();
        (0..=3).for_each(|len| every(len, &bytes, &mut all_agree));
    }

    /// Of each range of bytes that are treated alike, the first one and the last one.
    #[test]
    fn what_differs_up_to_five_bytes() {
        let bytes = [
            0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1,
            0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
        ];
        (4..=5).for_each(|len| every(len, &bytes, &mut all_agree));
    }

    /// All four bytes of what can be a character, or nearly.
    #[test]
    fn all_leads_and_second_bytes_before_two_more() {
        for lead in 0xC0..=0xFF {
            for second in 0..=u8::MAX {
                every(2, &[0x7F, 0x80, 0xBF, 0xC0], &mut |end| {
                    all_agree(&[&[lead, second], end].concat());
                });
            }
        }
    }

    #[test]
    fn one_byte_anywhere_in_a_text() {
        for len in 0..80 {
            all_agree(&vec![b'a'; len]);
            for (place, byte) in (0..len).flat_map(|place| [(place, 0x80), (place, 0xC3)]) {
                let mut bytes = vec![b'a'; len];
                bytes[place] = byte;
                all_agree(&bytes);
            }
        }
    }

    proptest! {
        #[test]
        fn texts_in_which_bytes_were_changed(
            text in ".{0,40}",
            changes in vec((any::<Index>(), any::<u8>()), 0..3),
            end in any::<Index>(),
        ) {
            let mut bytes = text.into_bytes();
            for (place, byte) in changes {
                if !bytes.is_empty() {
                    let place = place.index(bytes.len());
                    bytes[place] = byte;
                }
            }
            bytes.truncate(end.index(bytes.len().saturating_add(1)));
            all_agree(&bytes);
        }
    }
}
