//! Bytes, eight at a time, for machines with room.
//!
//! Most texts here are shorter than what a call of `memchr` or `memcpy` costs. On small machines it
//! is one byte at a time: that takes less flash.

use super::ROOMY;

/// Some bytes, the first one lowest.
pub(crate) type Word = u64;

const LEN: usize = size_of::<Word>();

/// A word of ones, and of the highest bits.
const ONES: Word = Word::MAX / 255;
const HIGHEST: Word = ONES << 7;

/// A word of one byte.
#[allow(clippy::as_conversions, clippy::cast_lossless, reason = "from is not const")]
pub(crate) const fn all(byte: u8) -> Word {
    ONES.wrapping_mul(byte as Word)
}

/// Marks the bytes of a word that are below a limit of at most 128, in their highest bits. Marks
/// above the lowest one can be wrong.
pub(crate) const fn below(word: Word, limit: u8) -> Word {
    word.wrapping_sub(all(limit)) & !word & HIGHEST
}

/// Marks the bytes of a word that are this one, as [`below`] does.
pub(crate) const fn equal(word: Word, byte: u8) -> Word {
    below(word ^ all(byte), 1)
}

/// Marks the bytes of a word that are at least a limit of more than 128; all marks are right.
pub(crate) const fn at_least(word: Word, limit: u8) -> Word {
    let sum = (word & !HIGHEST).wrapping_add(all(0x80_u8.wrapping_sub(limit) & 0x7F));
    sum & word & HIGHEST
}

/// The offset of the first byte that is marked, or the length of the text if none is. `b'a'` has to
/// be one that is not.
#[inline]
pub(crate) fn position(text: &[u8], marks: impl Fn(Word) -> Word) -> usize {
    let found = |marks: Word, at: usize| {
        let place = usize::try_from(marks.trailing_zeros() / 8).unwrap_or_default();
        (marks != 0).then_some(at.wrapping_add(place))
    };
    let Some(last) = text.last_chunk() else {
        let padded = load(text) | all(b'a') << (text.len() % LEN).wrapping_mul(8);
        return found(marks(padded), 0).unwrap_or(text.len());
    };
    let mut at = 0_usize;
    for word in text.as_chunks().0 {
        if let Some(place) = found(marks(Word::from_le_bytes(*word)), at) {
            return place;
        }
        at = at.wrapping_add(LEN);
    }
    // The last word overlaps the one before, which has no mark.
    let at = text.len().wrapping_sub(LEN);
    found(marks(Word::from_le_bytes(*last)), at).unwrap_or(text.len())
}

/// The first bytes of a text, padded with zeros.
#[inline]
pub(crate) fn load(text: &[u8]) -> Word {
    if let Some(word) = text.first_chunk() {
        return Word::from_le_bytes(*word);
    }
    // Both ends, which overlap or meet.
    let bits = |len: usize| text.len().saturating_sub(len).wrapping_mul(8) % 64;
    if let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) {
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return Word::from(first) | Word::from(last) << bits(4);
    }
    if let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) {
        let (first, last) = (u16::from_le_bytes(*first), u16::from_le_bytes(*last));
        return Word::from(first) | Word::from(last) << bits(2);
    }
    text.first().copied().map_or(0, Word::from)
}

/// Whether two texts of the same length are the same: names, for which a call takes longer than the
/// comparison.
#[inline(always)]
pub(crate) fn same(one: &[u8], other: &[u8]) -> bool {
    fn ends<const N: usize>(one: &[u8], other: &[u8]) -> bool {
        one.first_chunk::<N>() == other.first_chunk::<N>()
            && one.last_chunk::<N>() == other.last_chunk::<N>()
    }
    match one.len() {
        // Both ends, which overlap or meet.
        16..=32 => ends::<16>(one, other),
        8..=15 => ends::<8>(one, other),
        4..=7 => ends::<4>(one, other),
        2..=3 => ends::<2>(one, other),
        _ => one == other,
    }
}

/// Copies a text to where there is exactly as much room.
#[inline]
pub(crate) fn copy(to: &mut [u8], from: &[u8]) {
    match from.len() {
        // Both ends, which overlap or meet.
        16..=32 if ROOMY => return ends::<16>(to, from),
        8..=15 if ROOMY => return ends::<8>(to, from),
        4..=7 if ROOMY => return ends::<4>(to, from),
        2..=3 if ROOMY => return ends::<2>(to, from),
        1 if ROOMY => return ends::<1>(to, from),
        _ => {}
    }
    if to.len() == from.len() {
        to.copy_from_slice(from);
    }
}

/// Copies a text to the beginning of a room, and returns the rest of the room; `None` if the room is
/// too small.
#[inline]
pub(crate) fn append<'r>(room: &'r mut [u8], text: &[u8]) -> Option<&'r mut [u8]> {
    let (head, rest) = room.split_at_mut_checked(text.len())?;
    copy(head, text);
    Some(rest)
}

#[inline]
fn ends<const N: usize>(to: &mut [u8], from: &[u8]) {
    if let (Some(first), Some(last)) = (from.first_chunk::<N>(), from.last_chunk::<N>()) {
        if let Some(room) = to.first_chunk_mut() {
            *room = *first;
        }
        if let Some(room) = to.last_chunk_mut() {
            *room = *last;
        }
    }
}

/// The two hexadecimal digits of a byte, in upper case, without a branch or a table: the byte can
/// be a secret.
pub(crate) const fn hex(byte: u8) -> [u8; 2] {
    const fn digit(half: u8) -> u8 {
        // 7 more from ten on, where 9 - half is negative.
        half.wrapping_add(b'0').wrapping_add((9_u8.wrapping_sub(half) >> 5) & 7)
    }
    [digit(byte >> 4), digit(byte & 15)]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What marks the bytes of a word, and what tells whether a byte is to be marked.
    type Set = (fn(Word) -> Word, fn(u8) -> bool);

    #[test]
    fn every_byte_is_found_wherever_it_stands() {
        let sets: [Set; 5] = [
            (|word| below(word, 0x20), |byte| byte < 0x20),
            (|word| equal(word, b'<'), |byte| byte == b'<'),
            (|word| at_least(word, 0xEF), |byte| byte >= 0xEF),
            (|word| at_least(word, 0x81), |byte| byte >= 0x81),
            (|word| at_least(word, 0xFF), |byte| byte == 0xFF),
        ];
        for (marks, contains) in sets {
            for byte in 0..=u8::MAX {
                for len in 0..40 {
                    for place in 0..len {
                        let mut text = vec![b'a'; len];
                        text[place] = byte;
                        let expected = if contains(byte) { place } else { len };
                        assert_eq!(position(&text, marks), expected, "{byte} in {text:?}");
                        // One behind it changes nothing.
                        text.push(byte);
                        let expected = if contains(byte) { place } else { len + 1 };
                        assert_eq!(position(&text, marks), expected);
                    }
                }
            }
        }
    }

    #[test]
    fn texts_of_every_length_are_copied_compared_and_loaded() {
        let text: Vec<u8> = (1..100).collect();
        for len in 0..text.len() {
            let mut room = vec![0; len];
            copy(&mut room, &text[..len]);
            assert_eq!(room, text[..len]);
            assert!(same(&room, &text[..len]));
            for place in 0..len {
                room[place] ^= 1;
                assert!(!same(&room, &text[..len]));
                room[place] ^= 1;
            }
            let mut padded = text[..len.min(LEN)].to_vec();
            padded.resize(LEN, 0);
            assert_eq!(load(&text[..len]), Word::from_le_bytes(padded.try_into().unwrap()));
        }
    }
}
