//! Fields -> document, into the caller's buffer.

use crate::base::{ROOMY, Writer, bytes};
use crate::error::{Error, ErrorKind};
use crate::field::Fields;
use crate::names::{ROOT, SIGN};
use crate::sign::{Canonical, Signature};
use crate::value::{Value, markup};

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

/// The length of the document, and whether all values are written as they are.
#[inline(always)] // It is smaller than a call.
fn measure(
    fields: &Canonical<'_, impl Fields + ?Sized>,
    signature: &Signature,
) -> Result<(usize, bool), Error> {
    if ROOMY {
        let mut len = Length(0);
        let is_plain = len.document(fields, signature, false)?;
        return Ok((len.0, is_plain));
    }
    let mut writer = Writer::default();
    let is_plain = writer.document(fields, signature, false)?;
    Ok((writer.written(), is_plain))
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
    let len = write_into(fields, signature, out)?;
    let document = core::str::from_utf8(out.get(..len).unwrap_or_default());
    document.map_err(|e| Error::new(ErrorKind::NotUtf8, e.valid_up_to()))
}

/// As [`write()`]; the document's length, in bytes.
pub(crate) fn write_into(
    fields: &Canonical<'_, impl Fields + ?Sized>,
    signature: &Signature,
    out: &mut [u8],
) -> Result<usize, Error> {
    // Everything is measured and checked before the first byte is written.
    let (needed, is_plain) = measure(fields, signature)?;
    let out = out.get_mut(..needed).ok_or(ErrorKind::Space { needed })?;
    Writer::new(out).document(fields, signature, ROOMY && is_plain).map(|_| needed)
}

/// Where a document goes, piece by piece.
trait Pieces {
    fn piece(&mut self, piece: &[u8]);

    /// Puts the document down; whether all values were written as they are, which need not be found
    /// out again.
    // One copy on devices, which measures and writes.
    #[cfg_attr(target_os = "none", inline(never))]
    fn document(
        &mut self,
        fields: &Canonical<'_, impl Fields + ?Sized>,
        signature: &Signature,
        is_plain: bool,
    ) -> Result<bool, Error> {
        let mut all_plain = ROOMY;
        self.tag("<", ROOT);
        fields.indexed().try_for_each(|(index, field)| {
            self.tag("<", field.name());
            match field.value().as_str() {
                Some(text) if ROOMY && (is_plain || plain_len(text.as_bytes()) == text.len()) => {
                    self.piece(text.as_bytes());
                }
                _ => {
                    all_plain = false;
                    let wrong = |at| Error::new(ErrorKind::Character { field: index }, at);
                    self.value(field.value()).map_err(wrong)?;
                }
            }
            self.tag("</", field.name());
            Ok::<_, Error>(())
        })?;
        self.tag("<", SIGN);
        self.piece(signature.as_bytes());
        self.tag("</", SIGN);
        self.tag("</", ROOT);
        Ok(all_plain)
    }

    fn tag(&mut self, start: &str, name: &str) {
        self.piece(start.as_bytes());
        self.piece(name.as_bytes());
        self.piece(b">");
    }

    /// A value, escaped, or the offset in it of a character that cannot be sent.
    #[inline(always)] // So that decoding stays out of programs whose values are all plain.
    fn value(&mut self, value: Value<'_>) -> Result<(), usize> {
        let (mut result, mut passed) = (Ok(()), 0_usize);
        value.visit(|text| {
            if result.is_ok() {
                result = self.text(text).map_err(|at| at.saturating_add(passed));
                passed = passed.saturating_add(text.len());
            }
        });
        result
    }

    #[inline(never)]
    fn text(&mut self, text: &str) -> Result<(), usize> {
        let mut rest = text.as_bytes();
        loop {
            let (plain, tail) = rest.split_at_checked(plain_len(rest)).unwrap_or_default();
            self.piece(plain);
            let [byte, after @ ..] = tail else { return Ok(()) };
            // Lead bytes from 0xF0 on begin four bytes, which the gateway does not take.
            if *byte >= 0xF0 || markup::starts_forbidden(tail) {
                return Err(text.len().saturating_sub(tail.len()));
            }
            self.piece(markup::escape(*byte).map_or(core::slice::from_ref(byte), str::as_bytes));
            rest = after;
        }
    }
}

impl Pieces for Writer<'_> {
    /// As [`append`](Writer::append), which is inlined only where there is room for it.
    #[inline(always)]
    fn piece(&mut self, piece: &[u8]) {
        if ROOMY { self.append(piece) } else { self.append_apart(piece) }
    }
}

impl Writer<'_> {
    #[inline(never)]
    fn append_apart(&mut self, piece: &[u8]) {
        self.append(piece);
    }
}

/// A document's length, in bytes. A [`Writer`] into nothing finds the same in less code and more time.
struct Length(usize);

impl Pieces for Length {
    #[inline(always)]
    fn piece(&mut self, piece: &[u8]) {
        self.0 = self.0.saturating_add(piece.len());
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
