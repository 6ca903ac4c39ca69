//! What characters and references mean inside an element: the layer that reading, decoding and
//! writing share.

use crate::base::class::Class;
use crate::base::texts::apart;
use crate::base::utf8::{self, NotUtf8};
use crate::error::{Error, ErrorKind};

/// The text that a document is.
pub(crate) const fn text(document: &[u8]) -> Result<&str, Error> {
    match utf8::text(document) {
        Ok(text) => Ok(text),
        Err(fault) => Err(refused(document, fault)),
    }
}

/// Whether a document is text.
pub(crate) fn check(document: &[u8]) -> Result<(), Error> {
    utf8::check(document).map_err(|fault| refused(document, fault))
}

const fn refused(document: &[u8], fault: NotUtf8) -> Error {
    if fault.is_cut {
        Error::new(ErrorKind::Truncated, document.len())
    } else {
        Error::new(ErrorKind::NotUtf8, fault.valid)
    }
}

/// A document's text behind its byte order mark, if it has one.
pub(crate) const fn behind_mark(document: &str) -> &str {
    match (document.as_bytes(), document.split_at_checked("\u{FEFF}".len())) {
        ([0xEF, 0xBB, 0xBF, ..], Some((_, text))) => text,
        _ => document,
    }
}

/// What begins a section in which nothing is markup.
pub(crate) const CDATA_OPEN: &str = "<![CDATA[";
/// What ends it.
pub(crate) const CDATA_CLOSE: &str = "]]>";

/// The entities that exist without a document type declaration (XML 1.0 section 4.6).
const ENTITIES: [(&str, char); 5] =
    [(LESS, '<'), (GREATER, '>'), (AMPERSAND, '&'), ("&apos;", '\''), ("&quot;", '"')];
const LESS: &str = apart("&lt;.");
const GREATER: &str = apart("&gt;.");
const AMPERSAND: &str = "&amp;";

/// How many bytes two texts have in common at their beginnings.
// One copy, without the calls that comparing slices takes.
#[inline(never)]
pub(crate) fn common_len(one: &str, other: &str) -> usize {
    one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count()
}

/// Why a text does not begin with a reference.
pub(crate) enum Flaw {
    /// It ends before the reference does.
    CutShort,
    /// What is there stands for no character that XML allows.
    Undefined,
}

/// The character that the reference at the start of `text` stands for, and the length of the
/// reference in bytes.
pub(crate) fn reference(text: &str) -> Result<(char, usize), Flaw> {
    for (entity, character) in &ENTITIES {
        match common_len(text, entity) {
            len if len == entity.len() => return Ok((*character, len)),
            len if len == text.len() => return Err(Flaw::CutShort),
            _ => {}
        }
    }
    let (mut digits, radix) = match text.as_bytes() {
        [b'&', b'#', b'x', digits @ ..] => (digits, 16),
        [b'&', b'#', digits @ ..] => (digits, 10),
        _ => return Err(Flaw::Undefined),
    };
    let (mut code, mut is_number) = (0_u32, false);
    loop {
        let [byte, rest @ ..] = digits else { return Err(Flaw::CutShort) };
        digits = rest;
        match char::from(*byte).to_digit(radix) {
            // No wrapping: 2^32 + 65 is no way to spell `A`.
            Some(digit) => code = code.wrapping_mul(radix).wrapping_add(digit).min(NO_CHARACTER),
            None if *byte == b';' && is_number => break,
            None => return Err(Flaw::Undefined),
        }
        is_number = true;
    }
    match char::from_u32(code) {
        Some(character) if is_char(character) => {
            Ok((character, text.len().wrapping_sub(digits.len())))
        }
        _ => Err(Flaw::Undefined),
    }
}

/// The first number that is no character's, nor are those above it.
const NO_CHARACTER: u32 = 0x11_0000;

/// The reference that `character` is written as inside an element, if it cannot stand for itself.
///
/// A raw carriage return would be read as a line feed (XML 1.0 section 2.11) and break the
/// signature; `>` is escaped so that no value can hold the end of a CDATA section.
pub(crate) const fn escape(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some(AMPERSAND),
        b'<' => Some(LESS),
        b'>' => Some(GREATER),
        b'\r' => Some("&#13;"),
        _ => None,
    }
}

/// Whether XML 1.0 allows the character (section 2.2).
const fn is_char(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => true,
        '\u{FFFE}' | '\u{FFFF}' => false,
        _ => character >= ' ',
    }
}

/// Whether a character that XML 1.0 forbids begins the given UTF-8 text: [`is_char`], for bytes.
pub(crate) fn starts_forbidden(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0x00..=0x08 | 0x0B | 0x0C | 0x0E..=0x1F, ..] | [0xEF, 0xBF, 0xBE | 0xBF, ..]
    )
}

/// Whether the byte is white space to XML (section 2.3).
pub(crate) const fn is_blank(byte: u8) -> bool {
    Class::Blank.contains(byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forbidden_characters_are_the_same_in_both_forms() {
        for character in '\0'..=char::MAX {
            let mut buffer = [0; 4];
            let bytes = character.encode_utf8(&mut buffer).as_bytes();
            assert_eq!(starts_forbidden(bytes), !is_char(character), "{character:?}");
        }
    }
}
