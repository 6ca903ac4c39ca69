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
    /// The signature with this digest, of which the first `len` bytes count.
    pub(crate) fn of_digest(digest: &[u8; LEN_MAX / 2], len: usize) -> Self {
        // All of them are written: with a length that is known, that takes less time, and nothing
        // that lay there before is carried along.
        let mut digits = heapless::Vec::from_array([0; LEN_MAX]);
        for (pair, byte) in digits.as_chunks_mut().0.iter_mut().zip(digest) {
            *pair = hex(*byte);
        }
        digits.truncate(len.saturating_mul(2));
        Self { digits }
    }

    /// The signature written in `text`, in either letter case.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::SignatureMismatch`] if this is no signature at all: something else than
    /// hexadecimal digits, with the offset of the first one, or another length than 32 or 64.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let wrong = |at| Error::new(ErrorKind::SignatureMismatch, at);
        Self::algorithm_of(Value::new(text)).map_err(wrong)?;
        // As long as one of the two.
        let mut digits = heapless::Vec::from_slice(text.as_bytes()).unwrap_or_default();
        digits.make_ascii_uppercase();
        Ok(Self { digits })
    }

    /// The algorithm that makes signatures of the length of this text; where it is no signature.
    #[inline(always)] // So that decoding stays out of programs whose values are all plain.
    pub(crate) fn algorithm_of(value: Value<'_>) -> Result<Algorithm, usize> {
        let (mut len, mut is_whole) = (0_usize, true);
        value.visit(|text| {
            for byte in text.bytes() {
                is_whole &= byte.is_ascii_hexdigit() && len < LEN_MAX;
                len = len.saturating_add(usize::from(is_whole));
            }
        });
        match len {
            32 if is_whole => Ok(Algorithm::Md5),
            LEN_MAX if is_whole => Ok(Algorithm::HmacSha256),
            _ => Err(len),
        }
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

    /// Whether the text is this signature, in either letter case; takes the same time wherever they
    /// differ.
    #[inline(always)] // As `algorithm_of`.
    pub(crate) fn is_written(&self, value: Value<'_>) -> bool {
        let (mut digits, mut difference) = (self.digits.iter(), 0);
        value.visit(|text| {
            for byte in text.bytes() {
                difference |= digits.next().map_or(1, |digit| digit ^ byte.to_ascii_uppercase());
            }
        });
        bool::from(difference.ct_eq(&0)) && digits.next().is_none()
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
