//! Fields -> document, into the caller's buffer.

use super::markup;
use crate::canonical::Canonical;
use crate::error::{Error, ErrorKind};
use crate::field::Fields;
use crate::names::SIGN;
use crate::signature::Signature;
use crate::value::Value;

const OPEN: &str = "<xml>";
const CLOSE: &str = "</xml>";

/// The exact length of the document that [`write()`] would write, in bytes.
///
/// # Errors
///
/// [`ErrorKind::Character`] with the index of the field and the offset in its value.
pub fn len(
    fields: &Canonical<'_, impl Fields + ?Sized>,
    signature: &Signature,
) -> Result<usize, Error> {
    let mut sum = OPEN.len().saturating_add(CLOSE.len());
    for (index, field) in fields.indexed() {
        let value = escaped_len(field.value())
            .map_err(|position| Error::new(ErrorKind::Character { field: index }, position))?;
        sum = sum.saturating_add(element_len(field.name(), value));
    }
    Ok(sum.saturating_add(element_len(SIGN, signature.as_str().len())))
}

const fn element_len(name: &str, value_len: usize) -> usize {
    "<></>".len().saturating_add(name.len().saturating_mul(2)).saturating_add(value_len)
}

/// The length of a value once escaped, or the offset of a character that cannot be sent.
fn escaped_len(value: Value<'_>) -> Result<usize, usize> {
    let mut escaped = 0_usize;
    let mut offset = 0_usize;
    for chunk in value.chunks() {
        let mut rest = chunk.as_bytes();
        while let [byte, tail @ ..] = rest {
            // Lead bytes from 0xF0 on begin four bytes, which the gateway does not take.
            if *byte >= 0xF0 || markup::starts_forbidden(rest) {
                return Err(offset);
            }
            escaped = escaped.saturating_add(markup::escape(*byte).map_or(1, str::len));
            offset = offset.saturating_add(1);
            rest = tail;
        }
    }
    Ok(escaped)
}

/// Writes a signed document to the beginning of `out`: `<xml>`, the signed fields in canonical
/// order, and `sign` last.
///
/// `& < >` and carriage returns are escaped, so that every conforming reader gets back the text
/// that was signed.
///
/// # Errors
///
/// [`ErrorKind::Space`] with the exact length needed, in bytes, and [`ErrorKind::Character`] for a
/// value that cannot be sent; `out` is then as it was.
///
/// ```
/// use wxp_core::{Algorithm, Canonical, Field, Key, xml};
///
/// let key = Key::new(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
/// let table = [Field::new("body", "salt & pepper")?];
/// let order = Canonical::of(&table)?;
/// let mut out = [0; 128];
/// let document = xml::write(&order, &key.sign(&order), &mut out)?;
/// assert!(document.starts_with("<xml><body>salt &amp; pepper</body><sign>"));
/// # Ok::<(), wxp_core::Error>(())
/// ```
pub fn write<'o>(
    fields: &Canonical<'_, impl Fields + ?Sized>,
    signature: &Signature,
    out: &'o mut [u8],
) -> Result<&'o str, Error> {
    // Everything is measured and checked before the first byte is written.
    let needed = len(fields, signature)?;
    let out = out.get_mut(..needed).ok_or(ErrorKind::Space { needed })?;
    let mut pen = Pen { rest: out };
    pen.put(OPEN);
    for field in fields.iter() {
        pen.element(field.name(), field.value());
    }
    pen.element(SIGN, Value::new(signature.as_str()));
    pen.put(CLOSE);
    core::str::from_utf8(out).map_err(|e| Error::new(ErrorKind::NotUtf8, e.valid_up_to()))
}

/// The part of the buffer that is still to be written.
struct Pen<'o> {
    rest: &'o mut [u8],
}

impl Pen<'_> {
    fn element(&mut self, name: &str, value: Value<'_>) {
        self.put("<");
        self.put(name);
        self.put(">");
        value.visit(|text| self.text(text));
        self.put("</");
        self.put(name);
        self.put(">");
    }

    fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.bytes().position(|byte| markup::escape(byte).is_some()) {
            let (plain, special) = rest.split_at_checked(at).unwrap_or((rest, ""));
            self.put(plain);
            self.put(special.bytes().next().and_then(markup::escape).unwrap_or(""));
            rest = special.get(1..).unwrap_or("");
        }
        self.put(rest);
    }

    fn put(&mut self, text: &str) {
        // The length was measured: there is always room.
        let rest = core::mem::take(&mut self.rest);
        let Some((head, tail)) = rest.split_at_mut_checked(text.len()) else { return };
        head.iter_mut().zip(text.bytes()).for_each(|(slot, byte)| *slot = byte);
        self.rest = tail;
    }
}
