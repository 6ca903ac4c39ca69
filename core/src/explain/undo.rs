//! What became of values after they were signed, undone.

use super::sink::Sink;
use crate::value::{Value, markup};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Undo {
    /// `\xNN`, as web servers write bytes.
    Hex,
    /// All escapes of C and of JSON, and `\xNN`.
    EveryEscape,
    /// `&quot;`, `&#39;`.
    Entities,
    /// Backslashes before quotation marks and backslashes.
    Backslashes,
    /// `\/`, `\n`, `\u4e2d`.
    Json,
    /// `%2F`.
    Percents,
    /// `%2F`, and `+` for a blank.
    Form,
}

/// The longest escape: two of `\uNNNN`.
const ESCAPE_MAX: usize = 12;

/// The beginning of what is left of a value.
type Pending = heapless::Vec<u8, ESCAPE_MAX, u8>;

/// What an escape stands for.
type Piece = heapless::Vec<u8, 4, u8>;

impl Undo {
    /// Hands the value over without the escapes, piece by piece.
    ///
    /// Returns whether it has any.
    pub(super) fn apply(self, value: Value<'_>, sink: &mut Sink<'_>) -> bool {
        let mut pending = Pending::new();
        let mut differs = false;
        value.visit(|text| {
            for byte in text.bytes() {
                if pending.is_empty() && !self.begins_with(byte) {
                    sink.put(&[byte]);
                    continue;
                }
                if pending.is_full() {
                    differs |= self.step(&mut pending, sink);
                }
                // There is room.
                let _ = pending.push(byte);
            }
        });
        while !pending.is_empty() {
            differs |= self.step(&mut pending, sink);
        }
        differs
    }

    const fn begins_with(self, byte: u8) -> bool {
        match self {
            Self::Entities => byte == b'&',
            Self::Percents => byte == b'%',
            Self::Form => byte == b'%' || byte == b'+',
            Self::Hex | Self::EveryEscape | Self::Backslashes | Self::Json => byte == b'\\',
        }
    }

    /// Hands over what `pending` begins with, and takes it away. Returns whether it was an escape.
    fn step(self, pending: &mut Pending, sink: &mut Sink<'_>) -> bool {
        let escape = self.read(pending);
        let len = match &escape {
            Some((piece, len)) => {
                sink.put(piece);
                *len
            }
            None => {
                sink.put(pending.get(..1).unwrap_or_default());
                1
            }
        };
        let mut rest = Pending::new();
        let _ = rest.extend_from_slice(pending.get(len..).unwrap_or_default());
        *pending = rest;
        escape.is_some()
    }

    /// What the escape at the beginning stands for, and its length.
    fn read(self, text: &[u8]) -> Option<(Piece, usize)> {
        match (self, text) {
            (Self::Entities, [b'&', ..]) => {
                let end = text.iter().position(|byte| *byte == b';')?;
                let entity = core::str::from_utf8(text.get(..=end)?).ok()?;
                let (character, len) = markup::reference(entity).ok()?;
                Some((encode(character)?, len))
            }
            (Self::Percents | Self::Form, [b'%', high, low, ..])
            | (Self::Hex | Self::EveryEscape, [b'\\', b'x', high, low, ..]) => {
                let byte = number(&[*high, *low])?;
                Some((one(u8::try_from(byte).ok()?), if self.is_url() { 3 } else { 4 }))
            }
            (Self::Form, [b'+', ..]) => Some((one(b' '), 1)),
            (Self::Backslashes | Self::EveryEscape, [b'\\', byte @ (b'"' | b'\'' | b'\\'), ..]) => {
                Some((one(*byte), 2))
            }
            (Self::Json | Self::EveryEscape, [b'\\', rest @ ..]) => json(rest),
            _ => None,
        }
    }

    const fn is_url(self) -> bool {
        matches!(self, Self::Percents | Self::Form)
    }
}

/// An escape of JSON (RFC 8259 section 7), behind its backslash.
fn json(text: &[u8]) -> Option<(Piece, usize)> {
    let byte = match text {
        [byte @ (b'"' | b'\\' | b'/'), ..] => *byte,
        [b'b', ..] => 0x08,
        [b'f', ..] => 0x0C,
        [b'n', ..] => b'\n',
        [b'r', ..] => b'\r',
        [b't', ..] => b'\t',
        [b'u', rest @ ..] => {
            let unit = number(rest.first_chunk::<4>()?)?;
            if let Some(character) = char::from_u32(unit) {
                return Some((encode(character)?, 6));
            }
            let second = number(rest.get(4..)?.strip_prefix(b"\\u")?.first_chunk::<4>()?)?;
            let (high, low) = (unit.checked_sub(0xD800)?, second.checked_sub(0xDC00)?);
            if high >= 0x400 || low >= 0x400 {
                return None;
            }
            let character = char::from_u32((high << 10 | low).checked_add(0x1_0000)?)?;
            return Some((encode(character)?, 12));
        }
        _ => return None,
    };
    Some((one(byte), 2))
}

fn number(digits: &[u8]) -> Option<u32> {
    digits
        .iter()
        .try_fold(0_u32, |number, digit| Some(number << 4 | char::from(*digit).to_digit(16)?))
}

fn one(byte: u8) -> Piece {
    let mut piece = Piece::new();
    let _ = piece.push(byte);
    piece
}

fn encode(character: char) -> Option<Piece> {
    Piece::from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()).ok()
}

/// Hands over the bytes that were read as characters of ISO 8859-1 or of Windows-1252, if all of
/// these characters are.
///
/// Returns whether that differs from the value.
pub(super) fn latin1(value: Value<'_>, sink: &mut Sink<'_>) -> bool {
    let mut fits = true;
    value.visit(|text| fits &= text.chars().all(|character| byte_of(character).is_some()));
    let mut differs = false;
    value.visit(|text| {
        if !fits {
            return sink.put(text.as_bytes());
        }
        differs |= !text.is_ascii();
        text.chars().filter_map(byte_of).for_each(|byte| sink.put(&[byte]));
    });
    differs
}

/// Where Windows-1252 has characters from 0x80 on, and ISO 8859-1 has control characters.
const WINDOWS: &str = "\u{20AC}\u{81}\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}\u{2C6}\
    \u{2030}\u{160}\u{2039}\u{152}\u{8D}\u{17D}\u{8F}\u{90}\u{2018}\u{2019}\u{201C}\u{201D}\
    \u{2022}\u{2013}\u{2014}\u{2DC}\u{2122}\u{161}\u{203A}\u{153}\u{9D}\u{17E}\u{178}";

fn byte_of(character: char) -> Option<u8> {
    let windows = |character| {
        let place = WINDOWS.chars().position(|other| other == character)?;
        u8::try_from(place).ok()?.checked_add(0x80)
    };
    u8::try_from(u32::from(character)).ok().or_else(|| windows(character))
}
