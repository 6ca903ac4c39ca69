//! Words that values are looked up in, packed into one constant.
//!
//! Each word is a byte and some letters: how many letters it has in common with the word before, how
//! many more there are, and these. Error codes take half of what texts with their addresses do.

use crate::field::Fields;
use crate::sign::Canonical;
use crate::value::Value;

/// Some words. Their numbers begin with 1; 0 is any text that is none of them.
pub(crate) struct Lexicon {
    packed: &'static [u8],
}

/// When a value is a word.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Match {
    /// It is the same text.
    Exact,
    /// It is the same text but for the case of ASCII letters.
    IgnoringCase,
    /// It begins with the word.
    Beginning,
}

/// The bits of a word's first byte that count its own letters; the others count common ones.
const OWN_BITS: u32 = 5;
const OWN_MAX: u8 = (1 << OWN_BITS) - 1;
const COMMON_MAX: u8 = u8::MAX >> OWN_BITS;
/// The longest word, in bytes.
const WORD_MAX: usize = 31;

impl Lexicon {
    /// What [`Words::packed`] made of some words.
    pub(crate) const fn new(packed: &'static [u8]) -> Self {
        Self { packed }
    }

    /// The number of what a field states, if it states anything.
    // One copy for all fields.
    #[inline(never)]
    pub(crate) fn stated(
        &self,
        fields: &Canonical<'_, impl Fields + ?Sized>,
        name: &str,
        how: Match,
    ) -> Option<u8> {
        fields.stated(name).map(|value| self.number_of(value, how))
    }

    /// The number of the first word that the value is.
    #[inline(always)] // So that decoding is not linked where all values are known to be plain.
    pub(crate) fn number_of(&self, value: Value<'_>, how: Match) -> u8 {
        match value.as_str() {
            Some(text) => self.number_of_text(text.as_bytes(), how),
            None => self.number_of_decoded(value, how),
        }
    }

    #[inline(never)]
    fn number_of_decoded(&self, value: Value<'_>, how: Match) -> u8 {
        // One byte more than any word has, so that longer texts are seen to be longer.
        let mut text = heapless::Vec::<u8, { WORD_MAX + 1 }, u8>::new();
        let _ = value.bytes().try_for_each(|byte| text.push(byte));
        self.number_of_text(&text, how)
    }

    #[inline(never)]
    fn number_of_text(&self, text: &[u8], how: Match) -> u8 {
        let is_same =
            |a: &u8, b: &u8| a == b || (how == Match::IgnoringCase && a.eq_ignore_ascii_case(b));
        let (mut rest, mut number) = (self.packed, 1_u8);
        // How many letters of the text the word before begins with.
        let mut same = 0_usize;
        while let [counts, tail @ ..] = rest {
            let common = usize::from(counts >> OWN_BITS);
            let (own, others) =
                tail.split_at_checked(usize::from(counts & OWN_MAX)).unwrap_or_default();
            if let Some(text) = text.get(common..)
                && common <= same
            {
                let more = own.iter().zip(text).take_while(|(a, b)| is_same(a, b)).count();
                if more == own.len() && (how == Match::Beginning || more == text.len()) {
                    return number;
                }
                same = common.wrapping_add(more);
            }
            (rest, number) = (others, number.wrapping_add(1));
        }
        0
    }
}

/// The words of a lexicon as they are spelled, before they are packed. Some can come again.
pub(crate) struct Words<const COUNT: usize> {
    pub(crate) words: [&'static str; COUNT],
    pub(crate) numbers: [u8; COUNT],
}

#[allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::indexing_slicing,
    reason = "while compiling"
)]
impl<const COUNT: usize> Words<COUNT> {
    /// Numbers them, as they come for the first time.
    pub(crate) const fn new(words: [&'static str; COUNT]) -> Self {
        let (mut numbers, mut last) = ([0; COUNT], 0);
        let mut at = 0;
        while at < COUNT {
            let first = place(&words, words[at]);
            if first < at {
                numbers[at] = numbers[first];
            } else if !words[at].is_empty() {
                last += 1;
                numbers[at] = last;
            }
            at += 1;
        }
        Self { words, numbers }
    }

    /// The number of one of them.
    pub(crate) const fn number(&self, word: &str) -> u8 {
        if word.is_empty() { 0 } else { self.numbers[place(&self.words, word)] }
    }

    /// Them in `LEN` bytes, which is [`packed_len`](Self::packed_len).
    pub(crate) const fn packed<const LEN: usize>(&self) -> [u8; LEN] {
        let mut packed = [0; LEN];
        let (mut len, mut last, mut before, mut at) = (0, 0, "", 0);
        while at < COUNT {
            if self.numbers[at] > last {
                let word = self.words[at];
                let common = common(before, word);
                assert!(word.len() <= WORD_MAX);
                packed[len] = ((common << OWN_BITS) | (word.len() - common)) as u8;
                len += 1;
                let mut letter = common;
                while letter < word.len() {
                    packed[len] = word.as_bytes()[letter];
                    (letter, len) = (letter + 1, len + 1);
                }
                (last, before) = (self.numbers[at], word);
            }
            at += 1;
        }
        packed
    }

    pub(crate) const fn packed_len(&self) -> usize {
        let (mut len, mut last, mut before, mut at) = (0, 0, "", 0);
        while at < COUNT {
            if self.numbers[at] > last {
                let word = self.words[at];
                len += 1 + word.len() - common(before, word);
                (last, before) = (self.numbers[at], word);
            }
            at += 1;
        }
        len
    }
}

/// Where a word comes first.
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "while compiling")]
const fn place(words: &[&str], word: &str) -> usize {
    let mut place = 0;
    while leading(words[place], word) < word.len() || words[place].len() > word.len() {
        place += 1;
    }
    place
}

/// How many letters of a word are not written again.
#[allow(clippy::as_conversions, reason = "while compiling")]
const fn common(before: &str, word: &str) -> usize {
    let (leading, max) = (leading(before, word), COMMON_MAX as usize);
    if leading < max { leading } else { max }
}

/// How many letters two words both begin with.
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "while compiling")]
const fn leading(a: &str, b: &str) -> usize {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut leading = 0;
    while leading < a.len() && leading < b.len() && a[leading] == b[leading] {
        leading += 1;
    }
    leading
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: Words<7> =
        Words::new(["AB", "ABC", "AB", "", "ABD_LONGER_1", "ABD_LONGER_2", "b"]);
    const LEXICON: Lexicon = Lexicon::new(&WORDS.packed::<{ WORDS.packed_len() }>());

    #[test]
    fn words_have_numbers_in_the_order_in_which_they_come() {
        assert_eq!(WORDS.numbers, [1, 2, 1, 0, 3, 4, 5]);
        assert_eq!(WORDS.packed_len(), 3 + 2 + 11 + 6 + 2);
    }

    #[test]
    fn a_value_is_the_word_that_it_spells() {
        let find = |text: &str, how| LEXICON.number_of(Value::new(text), how);
        for word in WORDS.words {
            assert_eq!(find(word, Match::Exact), WORDS.number(word), "{word}");
            assert_eq!(find(&word.to_lowercase(), Match::IgnoringCase), WORDS.number(word));
            assert_eq!(find(&format!("{word}\u{0}"), Match::Exact), 0);
        }
        for none in ["A", "B", "ABE", "ABD_LONGER_", "ABD_LONGER_3", "ABD_LONGER_12", "ab", "c"] {
            assert_eq!(find(none, Match::Exact), 0, "{none}");
        }
        assert_eq!(find(&"ABD_LONGER_1".repeat(9), Match::Exact), 0);
        assert_eq!(find("ABD_LONGER_1", Match::Beginning), 1);
        assert_eq!(find("b\u{e9}", Match::Beginning), 5);
        assert_eq!(find("a", Match::Beginning), 0);
        let markup = Value::from_markup("A<![CDATA[B]]>&#67;");
        assert_eq!(LEXICON.number_of(markup, Match::Exact), 2);
    }
}
