//! Bytes as text.

use crate::error::{Error, ErrorKind};

/// A document's text, behind its byte order mark if it has one.
pub(crate) fn decode(document: &[u8]) -> Result<&str, Error> {
    match core::str::from_utf8(document) {
        Ok(text) => Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text)),
        Err(e) if e.error_len().is_some() => Err(Error::new(ErrorKind::NotUtf8, e.valid_up_to())),
        Err(_) => Err(Error::new(ErrorKind::Truncated, document.len())),
    }
}
