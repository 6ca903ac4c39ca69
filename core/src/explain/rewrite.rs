//! What programs do to values before they sign them.

use core::ops::Range;

use crate::value::Value;
use crate::xml::markup::{self, CDATA_CLOSE, CDATA_OPEN};

/// How a value was changed.
///
/// GBK in place of UTF-8 is not among these: its table takes some 48 KB.
#[derive(Clone, Copy)]
pub(super) enum Rewrite {
    Trimmed,
    Escaped {
        quotes: bool,
    },
    Cdata,
    UrlEncoded(&'static Encoding),
    /// Without any CR.
    ReturnsDropped,
    /// As XML reads it: CR LF and CR become LF.
    LineFeeds,
    ReturnsAdded,
    QuestionMarks,
    EncodedTwice,
}

/// A way of URL-encoding.
pub(super) struct Encoding {
    /// What is left as it is, besides letters and digits.
    safe: &'static [u8],
    /// Whether a blank becomes `+`.
    plus: bool,
    digits: &'static [u8; 16],
}

const UPPER: &[u8; 16] = b"0123456789ABCDEF";
const LOWER: &[u8; 16] = b"0123456789abcdef";

const fn encoding(safe: &'static [u8], plus: bool, digits: &'static [u8; 16]) -> Encoding {
    Encoding { safe, plus, digits }
}

/// RFC 3986; PHP's `rawurlencode`.
pub(super) const RFC_3986: &Encoding = &encoding(b"-_.~", false, UPPER);
pub(super) const RFC_3986_LOWER: &Encoding = &encoding(b"-_.~", false, LOWER);
/// Go's `QueryEscape`, Python's `quote_plus`.
pub(super) const QUERY: &Encoding = &encoding(b"-_.~", true, UPPER);
pub(super) const QUERY_LOWER: &Encoding = &encoding(b"-_.~", true, LOWER);
/// HTML forms; Java's `URLEncoder`.
pub(super) const FORM: &Encoding = &encoding(b"-_.*", true, UPPER);
/// PHP's `urlencode`.
pub(super) const PHP: &Encoding = &encoding(b"-_.", true, UPPER);
/// Python's `quote`.
pub(super) const PYTHON: &Encoding = &encoding(b"-_.~/", false, UPPER);
/// JavaScript's `encodeURIComponent`.
pub(super) const JAVASCRIPT: &Encoding = &encoding(b"-_.~!*'()", false, UPPER);
/// `HttpUtility.UrlEncode` of .NET.
pub(super) const DOT_NET: &Encoding = &encoding(b"-_.!*()", true, LOWER);

impl Rewrite {
    /// Hands the changed value over, piece by piece.
    ///
    /// Returns whether it differs from the value.
    pub(super) fn apply(self, value: Value<'_>, put: &mut dyn FnMut(&[u8])) -> bool {
        let (open, close) = match self {
            Self::Cdata => (CDATA_OPEN, CDATA_CLOSE),
            _ => ("", ""),
        };
        let kept = self.kept(value);
        let (mut index, mut previous, mut differs) = (0_usize, 0, !open.is_empty());
        put(open.as_bytes());
        value.visit(|text| {
            for byte in text.bytes() {
                let mut buffer = [byte, 0, 0];
                let piece = if kept.contains(&index) {
                    self.piece(previous, byte, &mut buffer)
                } else {
                    b""
                };
                differs |= piece != [byte];
                put(piece);
                index = index.saturating_add(1);
                previous = byte;
            }
        });
        put(close.as_bytes());
        differs
    }

    /// Whether the changed value differs from the value.
    pub(super) fn changes(self, value: Value<'_>) -> bool {
        self.apply(value, &mut |_| ())
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
            (Self::EncodedTwice, 0x80..) => {
                *buffer = [0xC0 | (byte >> 6), 0x80 | (byte & 0x3F), 0];
                first(buffer, 2)
            }
            _ => first(buffer, 1),
        }
    }
}

impl Encoding {
    fn piece<'b>(&self, byte: u8, buffer: &'b mut [u8; 3]) -> &'b [u8] {
        if byte.is_ascii_alphanumeric() || self.safe.contains(&byte) {
            return first(buffer, 1);
        }
        if byte == b' ' && self.plus {
            return b"+";
        }
        let digit = |half: u8| self.digits.get(usize::from(half)).copied().unwrap_or_default();
        *buffer = [b'%', digit(byte >> 4), digit(byte & 0x0F)];
        buffer
    }
}

fn first(buffer: &[u8; 3], len: usize) -> &[u8] {
    buffer.get(..len).unwrap_or_default()
}
