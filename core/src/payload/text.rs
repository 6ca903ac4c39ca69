//! The texts that are made of second signatures: flat JSON and addresses, measured before the first
//! byte is written.

use crate::base::Writer;
use crate::base::bytes::hex;
use crate::error::{Error, ErrorKind};
use crate::value::Value;

/// Writes what `text` puts down to the beginning of `out`. `text` is asked twice, first to measure,
/// and puts down the same both times.
///
/// # Errors
///
/// [`ErrorKind::Space`] with the exact length needed, in bytes; `out` is then as it was.
pub(super) fn write(out: &mut [u8], text: impl Fn(&mut Writer<'_>)) -> Result<&str, Error> {
    let needed = len(&text);
    let out = out.get_mut(..needed).ok_or(ErrorKind::Space { needed })?;
    text(&mut Writer::new(out));
    core::str::from_utf8(out).map_err(|e| Error::new(ErrorKind::NotUtf8, e.valid_up_to()))
}

/// The length of what `text` puts down, in bytes.
pub(super) fn len(text: impl Fn(&mut Writer<'_>)) -> usize {
    let mut ruler = Writer::default();
    text(&mut ruler);
    ruler.written()
}

impl Writer<'_> {
    /// Puts down one member of a flat JSON object, whose text is `constant` and then `text`; the
    /// first one opens the object.
    pub(super) fn member(&mut self, name: &str, constant: &str, text: &str) {
        self.put(if self.written() == 0 { "{\"" } else { ",\"" });
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
                b'<' | ..b' ' => self.put_all([b"\\u00", &hex(byte)]),
                _ => self.byte(byte),
            }
        }
        self.put("\"");
    }

    /// Puts down a value as part of a query (RFC 3986): all but unreserved characters as `%XX`,
    /// with capital digits.
    pub(super) fn percent(&mut self, value: Value<'_>) {
        value.visit(|text| {
            for byte in text.bytes() {
                if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
                    self.byte(byte);
                } else {
                    self.put_all([b"%", &hex(byte)]);
                }
            }
        });
    }

    // One call for all places, which is smaller.
    #[inline(never)]
    fn byte(&mut self, byte: u8) {
        self.append(&[byte]);
    }
}
