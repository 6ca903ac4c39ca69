//! Text into the caller's buffer, measured before the first byte is written.

use crate::error::{Error, ErrorKind};
use crate::value::Value;

/// Writes what `text` puts down to the beginning of `out`. `text` is asked twice, first to measure,
/// and puts down the same both times.
///
/// # Errors
///
/// [`ErrorKind::Space`] with the exact length needed, in bytes; `out` is then as it was.
pub(crate) fn write(out: &mut [u8], text: impl Fn(&mut Pen<'_>)) -> Result<&str, Error> {
    let needed = len(&text);
    let out = out.get_mut(..needed).ok_or(ErrorKind::Space { needed })?;
    text(&mut Pen { rest: out, len: 0 });
    core::str::from_utf8(out).map_err(|e| Error::new(ErrorKind::NotUtf8, e.valid_up_to()))
}

/// The length of what `text` puts down, in bytes.
pub(crate) fn len(text: impl Fn(&mut Pen<'_>)) -> usize {
    let mut ruler = Pen { rest: &mut [], len: 0 };
    text(&mut ruler);
    ruler.len
}

/// The part of the buffer that is still to be written, and the length of what has been put down.
pub(crate) struct Pen<'o> {
    rest: &'o mut [u8],
    len: usize,
}

impl Pen<'_> {
    /// Puts text down as it is.
    pub(crate) fn put(&mut self, text: &str) {
        text.bytes().for_each(|byte| self.byte(byte));
    }

    /// Puts down one member of a flat JSON object, whose text is `constant` and then `text`; the
    /// first one opens the object.
    pub(crate) fn member(&mut self, name: &str, constant: &str, text: &str) {
        self.put(if self.len == 0 { "{\"" } else { ",\"" });
        self.put(name);
        self.put("\":\"");
        self.put(constant);
        for byte in text.bytes() {
            match byte {
                b'"' | b'\\' => {
                    self.byte(b'\\');
                    self.byte(byte);
                }
                // The object is often set into a page: nothing in it ends the page's script.
                b'<' | ..b' ' => {
                    self.put("\\u00");
                    self.hex(byte);
                }
                _ => self.byte(byte),
            }
        }
        self.put("\"");
    }

    /// Puts down a value as part of a query (RFC 3986): all but unreserved characters as `%XX`,
    /// with capital digits.
    pub(crate) fn percent(&mut self, value: Value<'_>) {
        value.visit(|text| {
            for byte in text.bytes() {
                if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
                    self.byte(byte);
                } else {
                    self.byte(b'%');
                    self.hex(byte);
                }
            }
        });
    }

    fn hex(&mut self, byte: u8) {
        for half in [byte >> 4, byte & 15] {
            self.byte(half.saturating_add(if half < 10 { b'0' } else { b'A' - 10 }));
        }
    }

    fn byte(&mut self, byte: u8) {
        self.len = self.len.saturating_add(1);
        // While measuring there is no room, and afterwards always.
        if let Some((slot, rest)) = core::mem::take(&mut self.rest).split_first_mut() {
            *slot = byte;
            self.rest = rest;
        }
    }
}
