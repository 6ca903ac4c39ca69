//! Fields -> document, into the caller's buffer.

use crate::base::{ROOMY, Writer, bytes};
use crate::error::{Error, ErrorKind};
use crate::field::Fields;
use crate::names::SIGN;
use crate::sign::{Canonical, Signature};
use crate::value::{Value, markup};

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
    measure(fields, signature).map(|(len, _)| len)
}

/// The length of the document, and whether all values are known to be written as they are.
fn measure(
    fields: &Canonical<'_, impl Fields + ?Sized>,
    signature: &Signature,
) -> Result<(usize, bool), Error> {
    let mut sum = OPEN.len().saturating_add(CLOSE.len());
    let mut is_plain = true;
    fields.indexed().try_for_each(|(index, field)| {
        let is_common = field.value().as_str().is_some_and(|text| {
            // Only to be faster: small machines leave it out.
            ROOMY && plain_len(text.as_bytes()) == text.len()
        });
        let value = if is_common { Ok(field.value().len()) } else { escaped_len(field.value()) };
        let value = value
            .map_err(|position| Error::new(ErrorKind::Character { field: index }, position))?;
        sum = sum.saturating_add(element_len(field.name(), value));
        is_plain &= is_common;
        Ok::<_, Error>(())
    })?;
    Ok((sum.saturating_add(element_len(SIGN, signature.as_str().len())), is_plain))
}

const fn element_len(name: &str, value_len: usize) -> usize {
    "<></>".len().saturating_add(name.len().saturating_mul(2)).saturating_add(value_len)
}

/// The length of a value once escaped, or the offset of a character that cannot be sent.
fn escaped_len(value: Value<'_>) -> Result<usize, usize> {
    let (mut escaped, mut offset) = (0_usize, 0_usize);
    for chunk in value.chunks() {
        let mut rest = chunk.as_bytes();
        loop {
            let plain = plain_len(rest);
            escaped = escaped.saturating_add(plain);
            offset = offset.saturating_add(plain);
            rest = rest.get(plain..).unwrap_or_default();
            let [byte, tail @ ..] = rest else { break };
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

/// How many bytes the text begins with that are always written as they are.
fn plain_len(text: &[u8]) -> usize {
    if ROOMY {
        return bytes::position(text, uncommon);
    }
    text.iter().position(|byte| is_uncommon(*byte)).unwrap_or(text.len())
}

/// Whether a byte is not always written as it is.
const fn is_uncommon(byte: u8) -> bool {
    matches!(byte, ..b' ' | b'&' | b'<' | b'>' | 0xEF..)
}

/// Marks the bytes of a word that are [uncommon](is_uncommon).
const fn uncommon(word: bytes::Word) -> bytes::Word {
    bytes::below(word, b' ')
        | bytes::equal(word, b'&')
        // 0x02 apart, and nothing else is.
        | bytes::equal(word & bytes::all(0xFD), b'<')
        | bytes::at_least(word, 0xEF)
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
/// let document = xml::write(&order, &key.sign(&order)?, &mut out)?;
/// assert!(document.starts_with("<xml><body>salt &amp; pepper</body><sign>"));
/// # Ok::<(), wxp_core::Error>(())
/// ```
pub fn write<'o>(
    fields: &Canonical<'_, impl Fields + ?Sized>,
    signature: &Signature,
    out: &'o mut [u8],
) -> Result<&'o str, Error> {
    // Everything is measured and checked before the first byte is written.
    let (needed, is_plain) = measure(fields, signature)?;
    let out = out.get_mut(..needed).ok_or(ErrorKind::Space { needed })?;
    let mut writer = Writer::new(out);
    writer.put(OPEN);
    fields.iter().for_each(|field| writer.element(field.name(), field.value(), is_plain));
    writer.element(SIGN, Value::new(signature.as_str()), true);
    writer.put(CLOSE);
    core::str::from_utf8(out).map_err(|e| Error::new(ErrorKind::NotUtf8, e.valid_up_to()))
}

impl Writer<'_> {
    fn element(&mut self, name: &str, value: Value<'_>, is_plain: bool) {
        let name = name.as_bytes();
        match value.as_str() {
            Some(text) if is_plain && ROOMY => {
                self.append(b"<");
                self.append(name);
                self.append(b">");
                self.append(text.as_bytes());
                self.append(b"</");
                self.append(name);
                self.append(b">");
            }
            _ => {
                self.put_all([b"<", name, b">"]);
                value.visit(|text| self.text(text));
                self.put_all([b"</", name, b">"]);
            }
        }
    }

    #[inline(never)]
    fn text(&mut self, text: &str) {
        let mut rest = text.as_bytes();
        loop {
            let (head, tail) = rest.split_at_checked(plain_len(rest)).unwrap_or_default();
            self.append(head);
            let Some((byte, tail)) = tail.split_first() else { return };
            self.append(markup::escape(*byte).map_or(core::slice::from_ref(byte), str::as_bytes));
            rest = tail;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_bytes_are_uncommon_alone_and_in_a_word() {
        for byte in 0..=u8::MAX {
            let expected = if is_uncommon(byte) { 3 } else { 9 };
            assert_eq!(
                bytes::position(&[b'a', b'a', b'a', byte, b'a', b'a', b'a', b'a', b'a'], uncommon),
                expected
            );
        }
    }
}
