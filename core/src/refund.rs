//! The sealed part of a refund notice, `req_info`.
//!
//! It is Base64 of AES-256 in ECB mode with PKCS#7 padding. The key is the MD5 of the API key, as
//! 32 lower-case hexadecimal digits; inside is a document whose root is `root` (page of the refund
//! notice).

use core::fmt;

mod aes;

use subtle::{Choice, ConstantTimeEq, ConstantTimeGreater};
use zeroize::{Zeroize, Zeroizing};

use self::aes::{BLOCK, Decryptor};
use crate::base::ROOMY;
use crate::error::{Error, ErrorKind};
use crate::field::Field;
use crate::sign::Key;
use crate::sign::digest::{Digest, Engine, Hash};
use crate::sign::stack::{DEPTH, wiped};
use crate::value::Value;
use crate::xml;

/// How much more of the stack AES takes than signing does, in bytes.
const MORE: usize = if ROOMY { 1664 } else { 1408 };

/// The inside of a refund notice, opened but not authentic: it is not signed.
///
/// Nothing in the notice is signed, and ECB seals each 16 bytes for themselves: who has seen other
/// notices can put their blocks together anew. Look the refund up by its number, and confirm it
/// with `/pay/refundquery` before money or goods depend on it.
///
/// ```
/// use wxp_core::{Algorithm, Field, Key, UnconfirmedRefund, Value};
///
/// let key = Key::nonstandard(Algorithm::Md5, b"leadingzero66")?;
/// let req_info = Value::new(
///     "CS82oX7uIFcUWqUFsYbAq9sYcSQ9pG0xJT3SWbTUsPi3kuk1BTEB2ucxcbPyEDEeujaYe72MDgRs167OCSgSSA==",
/// );
/// let mut out = [0; 1024];
/// let refund = UnconfirmedRefund::open(&key, req_info, &mut out)?;
/// let mut slots = [Field::EMPTY; 32];
/// let fields = refund.read(&mut slots)?;
/// assert_eq!(fields[0].name(), "refund_status");
/// assert_eq!(fields[0].value(), "SUCCESS");
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct UnconfirmedRefund<'o> {
    document: &'o str,
}

impl<'o> UnconfirmedRefund<'o> {
    /// Opens `req_info` in the caller's buffer; 1024 bytes do for a usual one. The key may be for
    /// either algorithm.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Space`] with the exact length needed, in bytes; `out` is then as it was. For
    /// everything else [`ErrorKind::Sealed`]: wrong length, Base64, padding, root or document. They
    /// look alike, and whatever was written to `out` has been wiped. The time it takes does not
    /// depend on the key, but on how long the opened text is, and how far it is a document.
    pub fn open(key: &Key, req_info: Value<'_>, out: &'o mut [u8]) -> Result<Self, Error> {
        let needed = decoded_len(req_info).ok_or(ErrorKind::Sealed)?;
        let out = out.get_mut(..needed).ok_or(ErrorKind::Space { needed })?;
        let text = decode(req_info, out).and_then(|()| {
            wiped::<{ DEPTH + MORE }, _>(|| {
                decrypt(key, out);
                let (len, padded) = unpadded_len(out);
                // Looked at with wrong padding, too: it takes as long.
                let is_document = is_document(out.get(..len).unwrap_or_default());
                bool::from(padded & is_document).then_some(len)
            })
        });
        let Some(len) = text else {
            out.zeroize();
            return Err(ErrorKind::Sealed.into());
        };
        let document = out.get(..len).and_then(|text| core::str::from_utf8(text).ok());
        document.map(|document| Self { document }).ok_or(ErrorKind::Sealed.into())
    }

    /// The document, with `root` as its root.
    #[must_use]
    pub const fn document(&self) -> &'o str {
        self.document
    }

    /// Reads the fields into the caller's slots, sorted by name; 32 do.
    ///
    /// # Errors
    ///
    /// As [`xml::read_into`]; what is left to go wrong is [`ErrorKind::Space`] for too few slots,
    /// and [`ErrorKind::Duplicate`].
    pub fn read<'s>(&self, slots: &'s mut [Field<'o>]) -> Result<&'s [Field<'o>], Error> {
        xml::read_into(self.document.as_bytes(), slots)
    }
}

impl fmt::Debug for UnconfirmedRefund<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnconfirmedRefund").finish_non_exhaustive()
    }
}

/// The length of the bytes that Base64 stands for, if they are whole blocks.
fn decoded_len(base64: Value<'_>) -> Option<usize> {
    let (mut digits, mut pads) = (0_usize, 0_usize);
    base64.visit(|text| {
        digits = digits.saturating_add(text.len());
        pads = pads.saturating_add(text.bytes().filter(|byte| *byte == b'=').count());
    });
    let len = (digits / 4).saturating_mul(3).saturating_sub(pads);
    (len.is_multiple_of(BLOCK) && digits.is_multiple_of(4)).then_some(len)
}

/// Decodes Base64 to all of `out`. Written out because crates that do it keep bounds checks that
/// can panic; and what is decoded is public.
fn decode(base64: Value<'_>, out: &mut [u8]) -> Option<()> {
    let mut rest = out;
    let (mut group, mut digits, mut pads) = (0_u32, 0_usize, 0_usize);
    for chunk in base64.chunks() {
        for digit in chunk.bytes() {
            match digit {
                b'=' => pads = pads.saturating_add(1),
                _ if pads > 0 => return None,
                _ => {}
            }
            group = group << 6 | sextet(digit)?;
            digits = digits.saturating_add(1);
            if digits.is_multiple_of(4) {
                let [_, bytes @ ..] = core::mem::take(&mut group).to_be_bytes();
                // One byte at least, and no bits behind the last one.
                let (bytes, over) = bytes.split_at_checked(*[3, 2, 1].get(pads)?)?;
                let (head, tail) = rest.split_at_mut_checked(bytes.len())?;
                if over.iter().any(|byte| *byte != 0) {
                    return None;
                }
                head.iter_mut().zip(bytes).for_each(|(slot, byte)| *slot = *byte);
                rest = tail;
            }
        }
    }
    rest.is_empty().then_some(())
}

/// The six bits that a digit of Base64 stands for; none for padding.
fn sextet(digit: u8) -> Option<u32> {
    let (first, bits) = match digit {
        b'A'..=b'Z' => (b'A', 0),
        b'a'..=b'z' => (b'a', 26),
        b'0'..=b'9' => (b'0', 52),
        b'+' => (b'+', 62),
        b'/' => (b'/', 63),
        b'=' => (b'=', 0),
        _ => return None,
    };
    Some(u32::from(digit.wrapping_sub(first).wrapping_add(bits)))
}

/// Decrypts whole blocks where they lie.
fn decrypt(key: &Key, blocks: &mut [u8]) {
    let md5 = Engine::plain(Hash::Md5);
    let mut digest = Digest::new(&md5);
    digest.update(key.secret());
    let mut digits = Zeroizing::new([0; 32]);
    // In lower case.
    let hex = digest.finish();
    digits.iter_mut().zip(hex.as_bytes()).for_each(|(slot, digit)| *slot = digit | 0x20);
    let decryptor = Decryptor::new(&digits);
    let (blocks, _) = blocks.as_chunks_mut();
    blocks.iter_mut().for_each(|block| *block = decryptor.decrypt(*block));
}

/// The length without the padding, and whether it is padded at all: by 1 to 16 bytes, each of
/// which is their number. Takes the same time whatever the bytes are.
fn unpadded_len(text: &[u8]) -> (usize, Choice) {
    let pad = text.last().copied().unwrap_or_default();
    let mut padded = pad.ct_gt(&0) & !pad.ct_gt(&16);
    for (index, byte) in (0..16_u8).zip(text.iter().rev()) {
        padded &= !pad.ct_gt(&index) | byte.ct_eq(&pad);
    }
    (text.len().saturating_sub(usize::from(pad)), padded)
}

/// Whether the text is a well-formed document whose root is `root`.
fn is_document(text: &[u8]) -> Choice {
    let mut reader = xml::read(text);
    let is_whole = reader.all(|field| field.is_ok());
    u8::from(is_whole && reader.root() == "root").into()
}
