//! The escapes of JSON, and those of logs.

use crate::base::Writer;
use crate::error::{Error, ErrorKind};

/// Which escapes there are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::body) enum Escapes {
    /// Those of JSON (RFC 8259 section 7).
    Json,
    /// The same, and `\xNN` for a byte and `\'`, as web servers and Python write them.
    Log,
}

/// Writes a text without its escapes.
pub(in crate::body) fn unescape(
    text: &[u8],
    escapes: Escapes,
    writer: &mut Writer<'_>,
) -> Result<(), Error> {
    let mut rest = text;
    loop {
        let plain = rest.iter().position(|byte| *byte == b'\\').unwrap_or(rest.len());
        writer.append(rest.get(..plain).unwrap_or_default());
        rest = rest.get(plain..).unwrap_or_default();
        if rest.is_empty() {
            return Ok(());
        }
        let offset = text.len().saturating_sub(rest.len());
        let after = one(rest, escapes, writer);
        rest = after.ok_or(Error::new(ErrorKind::Escape, offset))?;
    }
}

/// Writes what the escape at the beginning of a text stands for; what is left of the text.
fn one<'a>(text: &'a [u8], escapes: Escapes, writer: &mut Writer<'_>) -> Option<&'a [u8]> {
    let (byte, rest) = match text {
        [b'\\', byte @ (b'"' | b'\\' | b'/'), rest @ ..] => (*byte, rest),
        [b'\\', b'\'', rest @ ..] if escapes == Escapes::Log => (b'\'', rest),
        [b'\\', b'x', rest @ ..] if escapes == Escapes::Log => {
            let (code, rest) = hexadecimal(rest, 2)?;
            (u8::try_from(code).ok()?, rest)
        }
        [b'\\', b'b', rest @ ..] => (8, rest),
        [b'\\', b'f', rest @ ..] => (12, rest),
        [b'\\', b'n', rest @ ..] => (b'\n', rest),
        [b'\\', b'r', rest @ ..] => (b'\r', rest),
        [b'\\', b't', rest @ ..] => (b'\t', rest),
        [b'\\', b'u', rest @ ..] => {
            let (character, rest) = character(rest)?;
            writer.put(character.encode_utf8(&mut [0; 4]));
            return Some(rest);
        }
        _ => return None,
    };
    writer.append(&[byte]);
    Some(rest)
}

/// The character behind `\u`, which takes a second escape beyond U+FFFF.
fn character(text: &[u8]) -> Option<(char, &[u8])> {
    let (high, rest) = hexadecimal(text, 4)?;
    if !(0xD800..0xDC00).contains(&high) {
        return char::from_u32(high).map(|character| (character, rest));
    }
    let (low, rest) = hexadecimal(rest.strip_prefix(b"\\u")?, 4)?;
    let low = low.checked_sub(0xDC00).filter(|low| *low < 0x400)?;
    let code = 0x1_0000_u32.saturating_add(high.saturating_sub(0xD800) << 10) | low;
    char::from_u32(code).map(|character| (character, rest))
}

fn hexadecimal(text: &[u8], digits: usize) -> Option<(u32, &[u8])> {
    let (head, rest) = text.split_at_checked(digits)?;
    let digit = |code: u32, byte: &u8| Some(code << 4 | char::from(*byte).to_digit(16)?);
    head.iter().try_fold(0, digit).map(|code| (code, rest))
}
