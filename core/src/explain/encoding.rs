//! The usual ways of URL-encoding.

use super::rewrite::first;
use crate::base::bytes::hex;

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

impl Encoding {
    /// What becomes of one byte.
    pub(super) fn piece(self, byte: u8, buffer: &mut [u8; 3]) -> &[u8] {
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
