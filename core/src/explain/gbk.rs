//! Values in GBK, the encoding that Chinese systems had before UTF-8.

use super::sink::Sink;
use crate::base::gbk;
use crate::value::Value;

/// Hands the value over in GBK, with `?` for each character that it lacks.
///
/// Returns whether that differs from UTF-8.
pub(super) fn encode(value: Value<'_>, sink: &mut Sink<'_>) -> bool {
    pieces(value, |bytes| sink.put(bytes))
}

/// The same, if GBK is the UTF-8 of another text: then that one's UTF-8 was read as GBK. Otherwise
/// the value is handed over as it is.
pub(super) fn encode_to_utf8(value: Value<'_>, sink: &mut Sink<'_>) -> bool {
    let mut check = Check::default();
    let differs = pieces(value, |bytes| bytes.iter().for_each(|byte| check.pass(*byte)));
    if differs && check.is_utf8() {
        return encode(value, sink);
    }
    value.visit(|text| sink.put(text.as_bytes()));
    false
}

/// Calls with the value in GBK, piece by piece.
fn pieces(value: Value<'_>, mut put: impl FnMut(&[u8])) -> bool {
    let mut differs = false;
    value.visit(|text| {
        differs |= !text.is_ascii();
        for c in text.chars() {
            if c.is_ascii() {
                put(c.encode_utf8(&mut [0; 4]).as_bytes());
            } else if c == '€' {
                // As code page 936 of Windows.
                put(b"\x80");
            } else if let Some(bytes) = gbk::encode(c) {
                put(&bytes);
            } else {
                put(b"?");
            }
        }
    });
    differs
}

/// Whether bytes are UTF-8, one after the other.
#[derive(Default)]
struct Check {
    /// The beginning of a character.
    begun: heapless::Vec<u8, 4, u8>,
    failed: bool,
}

impl Check {
    fn pass(&mut self, byte: u8) {
        self.failed |= self.begun.push(byte).is_err();
        match core::str::from_utf8(&self.begun) {
            Ok(_) => self.begun.clear(),
            Err(error) => self.failed |= error.error_len().is_some(),
        }
    }

    fn is_utf8(&self) -> bool {
        self.begun.is_empty() && !self.failed
    }
}
