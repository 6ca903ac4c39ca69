//! From GBK to UTF-8.

use crate::base::{Writer, gbk};
use crate::error::{Error, ErrorKind};

/// Writes the text in UTF-8.
pub(super) fn decode(text: &[u8], writer: &mut Writer<'_>) -> Result<(), Error> {
    let mut rest = text;
    loop {
        let (decoded, after) = match rest {
            [] => return Ok(()),
            [ascii @ 0..=0x7F, after @ ..] => (Some(char::from(*ascii)), after),
            // As code page 936 of Windows.
            [0x80, after @ ..] => (Some('€'), after),
            [lead, trail, after @ ..] => (gbk::decode(*lead, *trail), after),
            [_] => (None, rest),
        };
        let Some(decoded) = decoded else {
            let offset = text.len().saturating_sub(rest.len());
            return Err(Error::new(ErrorKind::NotUtf8, offset));
        };
        writer.put(decoded.encode_utf8(&mut [0; 4]));
        rest = after;
    }
}
