//! What programs do to values before they sign them, and what is done to values after that.

use core::ops::Range;

use super::encoding::Encoding;
#[cfg(feature = "gbk")]
use super::gbk;
use super::number::Form;
use super::sink::Sink;
use super::undo::{self, Undo};
use crate::value::Value;
use crate::value::markup::{self, CDATA_CLOSE, CDATA_OPEN};

/// How a value was changed.
#[derive(Clone, Copy)]
pub(super) enum Rewrite {
    Trimmed,
    Escaped {
        quotes: bool,
    },
    Cdata,
    UrlEncoded(Encoding),
    /// Without any CR.
    ReturnsDropped,
    /// As XML reads it: CR LF and CR become LF.
    LineFeeds,
    ReturnsAdded,
    QuestionMarks,
    EncodedTwice,
    #[cfg(feature = "gbk")]
    Gbk,
    Number(Form),
    /// With this one of [`ENDS`].
    Around(u8),
    Undo(Undo),
    /// Before double quotation marks and backslashes, and perhaps before single marks.
    Backslashes {
        single: bool,
    },
    /// `+` in place of a blank, and the other way round.
    PlusForBlank,
    BlankForPlus,
    /// Characters as the bytes that they were read from.
    Latin1,
    /// The same of GBK, where these bytes are UTF-8.
    #[cfg(feature = "gbk")]
    Utf8OfGbk,
}

/// White space that is cut off from values, before and after them. The last one is that of Chinese
/// texts, as wide as their characters.
pub(super) const ENDS: [(&str, &str); 10] = [
    ("", " "),
    (" ", ""),
    ("", "\n"),
    ("", "\r\n"),
    ("", "\t"),
    ("\n", ""),
    ("\t", ""),
    ("", "  "),
    ("", "\u{3000}"),
    ("\u{3000}", ""),
];

impl Rewrite {
    /// Hands the changed value over, piece by piece.
    ///
    /// Returns whether it differs from the value.
    pub(super) fn apply(self, value: Value<'_>, sink: &mut Sink<'_>) -> bool {
        let (open, close) = match self {
            Self::Cdata => (CDATA_OPEN, CDATA_CLOSE),
            Self::Around(ends) => ENDS.get(usize::from(ends)).copied().unwrap_or_default(),
            Self::Undo(undo) => return undo.apply(value, sink),
            Self::Latin1 => return undo::latin1(value, sink),
            #[cfg(feature = "gbk")]
            Self::Gbk => return gbk::encode(value, sink),
            #[cfg(feature = "gbk")]
            Self::Utf8OfGbk => return gbk::encode_to_utf8(value, sink),
            Self::Number(form) => match form.write(value) {
                Some(number) => {
                    sink.put(number.as_bytes());
                    return value != *number.as_str();
                }
                None => ("", ""),
            },
            _ => ("", ""),
        };
        let kept = self.kept(value);
        let (mut index, mut previous, mut differs) =
            (0_usize, 0, !(open.is_empty() && close.is_empty()));
        sink.put(open.as_bytes());
        value.visit(|text| {
            for byte in text.bytes() {
                let mut buffer = [byte, 0, 0];
                let piece = if kept.contains(&index) {
                    self.piece(previous, byte, &mut buffer)
                } else {
                    b""
                };
                differs |= piece != [byte];
                sink.put(piece);
                index = index.saturating_add(1);
                previous = byte;
            }
        });
        sink.put(close.as_bytes());
        differs
    }

    /// Whether the changed value differs from the value.
    pub(super) fn changes(self, value: Value<'_>) -> bool {
        self.apply(value, &mut Sink::Nowhere)
    }

    /// Whether an empty value becomes one that is signed.
    pub(super) const fn fills(self) -> bool {
        matches!(self, Self::Around(_))
    }

    /// Whether nothing is left of the value.
    pub(super) fn empties(self, value: Value<'_>) -> bool {
        self.kept(value).is_empty()
    }

    /// The part of the value that is not cut off.
    fn kept(self, value: Value<'_>) -> Range<usize> {
        if !matches!(self, Self::Trimmed) {
            return 0..usize::MAX;
        }
        let (mut index, mut start, mut end) = (0_usize, None, 0);
        value.visit(|text| {
            for byte in text.bytes() {
                let next = index.saturating_add(1);
                if !markup::is_blank(byte) {
                    start = start.or(Some(index));
                    end = next;
                }
                index = next;
            }
        });
        start.unwrap_or_default()..end
    }

    /// What becomes of one byte; `buffer` begins with it.
    fn piece(self, previous: u8, byte: u8, buffer: &mut [u8; 3]) -> &[u8] {
        match (self, byte) {
            (Self::Escaped { .. }, b'&' | b'<' | b'>') => {
                markup::escape(byte).unwrap_or_default().as_bytes()
            }
            (Self::Escaped { quotes: true }, b'"') => b"&quot;",
            (Self::Escaped { quotes: true }, b'\'') => b"&apos;",
            (Self::UrlEncoded(encoding), _) => encoding.piece(byte, buffer),
            (Self::ReturnsDropped, b'\r') => b"",
            (Self::LineFeeds, b'\r') => b"\n",
            (Self::LineFeeds, b'\n') if previous == b'\r' => b"",
            (Self::ReturnsAdded, b'\n') if previous != b'\r' => b"\r\n",
            // The bytes that continue a character go with the one that begins it.
            (Self::QuestionMarks, 0x80..=0xBF) => b"",
            (Self::QuestionMarks, 0xC0..) => b"?",
            (Self::Backslashes { .. }, b'"') => b"\\\"",
            (Self::Backslashes { .. }, b'\\') => b"\\\\",
            (Self::Backslashes { single: true }, b'\'') => b"\\'",
            (Self::PlusForBlank, b' ') => b"+",
            (Self::BlankForPlus, b'+') => b" ",
            (Self::EncodedTwice, 0x80..) => {
                *buffer = [0xC0 | (byte >> 6), 0x80 | (byte & 0x3F), 0];
                first(buffer, 2)
            }
            _ => first(buffer, 1),
        }
    }
}

pub(super) fn first(buffer: &[u8; 3], len: usize) -> &[u8] {
    buffer.get(..len).unwrap_or_default()
}
