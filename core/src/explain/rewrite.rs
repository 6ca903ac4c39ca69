//! What programs do to values before they sign them.

use core::ops::Range;

#[cfg(feature = "gbk")]
use super::gbk;
use super::sink::Sink;
use crate::base::bytes::hex;
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
}

/// A usual way of URL-encoding.
#[derive(Clone, Copy)]
pub(super) enum Encoding {
    /// RFC 3986; PHP's `rawurlencode`.
    Rfc3986,
    Rfc3986Lower,
    /// Go's `QueryEscape`, Python's `quote_plus`.
    Query,
    QueryLower,
    /// HTML forms; Java's `URLEncoder`.
    Form,
    /// PHP's `urlencode`.
    Php,
    /// Python's `quote`.
    Python,
    /// JavaScript's `encodeURIComponent`.
    JavaScript,
    /// `HttpUtility.UrlEncode` of .NET.
    DotNet,
}

impl Rewrite {
    /// Hands the changed value over, piece by piece.
    ///
    /// Returns whether it differs from the value.
    pub(super) fn apply(self, value: Value<'_>, sink: &mut Sink) -> bool {
        #[cfg(feature = "gbk")]
        if let Self::Gbk = self {
            return gbk::encode(value, sink);
        }
        let (open, close) = match self {
            Self::Cdata => (CDATA_OPEN, CDATA_CLOSE),
            _ => ("", ""),
        };
        let kept = self.kept(value);
        let (mut index, mut previous, mut differs) = (0_usize, 0, !open.is_empty());
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
    fn piece(self, byte: u8, buffer: &mut [u8; 3]) -> &[u8] {
        if byte.is_ascii_alphanumeric() || self.safe().contains(&byte) {
            return first(buffer, 1);
        }
        if byte == b' ' && self.makes_plus() {
            return b"+";
        }
        let case = if self.is_lower_case() { 0x20 } else { 0 };
        let [high, low] = hex(byte).map(|digit| digit | case);
        *buffer = [b'%', high, low];
        buffer
    }

    /// What is left as it is, besides letters and digits.
    const fn safe(self) -> &'static [u8] {
        match self {
            Self::Rfc3986 | Self::Rfc3986Lower | Self::Query | Self::QueryLower => b"-_.~",
            Self::Form => b"-_.*",
            Self::Php => b"-_.",
            Self::Python => b"-_.~/",
            Self::JavaScript => b"-_.~!*'()",
            Self::DotNet => b"-_.!*()",
        }
    }

    /// Whether a blank becomes `+`.
    const fn makes_plus(self) -> bool {
        matches!(self, Self::Query | Self::QueryLower | Self::Form | Self::Php | Self::DotNet)
    }

    const fn is_lower_case(self) -> bool {
        matches!(self, Self::Rfc3986Lower | Self::QueryLower | Self::DotNet)
    }
}

fn first(buffer: &[u8; 3], len: usize) -> &[u8] {
    buffer.get(..len).unwrap_or_default()
}
