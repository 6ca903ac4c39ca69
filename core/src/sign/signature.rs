//! A signature as it travels: upper-case hexadecimal text.

use core::fmt;
use core::str::FromStr;

use subtle::ConstantTimeEq;

use crate::base::bytes::hex;
use crate::error::{Error, ErrorKind};
use crate::sign::Algorithm;
use crate::value::Value;

/// A signature: 32 (MD5) or 64 (HMAC-SHA256) upper-case hexadecimal digits.
///
/// There is no `==`, because ordinary comparison tells by its duration how many digits were
/// right; [`matches`](Self::matches) does not.
///
/// ```
/// use wxp_core::{Algorithm, Signature};
///
/// let sign = Signature::parse("9a0a8659f005d6984697e2ca0a9cf3b7")?;
/// assert_eq!(sign.algorithm(), Algorithm::Md5);
/// assert_eq!(sign.as_str(), "9A0A8659F005D6984697E2CA0A9CF3B7");
/// assert_eq!(sign.as_bytes(), sign.as_str().as_bytes());
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone)]
pub struct Signature {
    /// ASCII.
    digits: heapless::Vec<u8, LEN_MAX, u8>,
}

/// The length of the longer signature, in characters.
pub(crate) const LEN_MAX: usize = 64;

impl Signature {
    /// The signature with this digest, of 16 or 32 bytes.
    pub(crate) fn of_digest(digest: &[u8]) -> Self {
        // Filled up: what lay there before would be carried along.
        let mut digits = heapless::Vec::from_array([0; LEN_MAX]);
        digits.truncate(digest.len().saturating_mul(2));
        for (pair, byte) in digits.as_chunks_mut().0.iter_mut().zip(digest) {
            *pair = hex(*byte);
        }
        Self { digits }
    }

    /// The signature written in `text`, in either letter case.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::SignatureMismatch`] if this is no signature at all: something else than
    /// hexadecimal digits, with the offset of the first one, or another length than 32 or 64.
    pub fn parse(text: &str) -> Result<Self, Error> {
        Self::read(Value::new(text)).map_err(|at| Error::new(ErrorKind::SignatureMismatch, at))
    }

    /// As [`parse`](Self::parse), from the value of a field; where it is no signature.
    #[inline(always)] // So that decoding stays out of programs whose values are all plain.
    pub(crate) fn read(value: Value<'_>) -> Result<Self, usize> {
        let (mut signature, mut is_whole) = (Self { digits: heapless::Vec::new() }, true);
        value.visit(|text| is_whole = is_whole && signature.take(text));
        match signature.digits.len() {
            32 | LEN_MAX if is_whole => Ok(signature),
            len => Err(len),
        }
    }

    /// Takes more digits; whether the text has nothing else, and there was room for them.
    fn take(&mut self, text: &str) -> bool {
        text.bytes().all(|byte| {
            byte.is_ascii_hexdigit() && self.digits.push(byte.to_ascii_uppercase()).is_ok()
        })
    }

    /// The algorithm that makes signatures of this length.
    #[must_use]
    pub fn algorithm(&self) -> Algorithm {
        if self.digits.len() == LEN_MAX { Algorithm::HmacSha256 } else { Algorithm::Md5 }
    }

    /// The text, as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }

    /// The same as bytes, all of which are ASCII; for those who copy them, this costs nothing.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.digits
    }

    /// Whether both are the same signature; takes the same time wherever they differ.
    #[must_use]
    pub fn matches(&self, other: &Self) -> bool {
        self.digits.ct_eq(&other.digits[..]).into()
    }
}

impl FromStr for Signature {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::parse(text)
    }
}

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Signature").field(&self.as_str()).finish()
    }
}
