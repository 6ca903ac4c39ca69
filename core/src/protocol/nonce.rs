//! The random text that every request carries.

use core::fmt;

use crate::base::bytes::hex;

/// A `nonce_str`: 32 letters and digits, as unpredictable as the entropy it was made from.
///
/// Take the entropy from the operating system or from a hardware generator, anew for each request:
/// never from a clock or a counter. The 128 bits are written as hexadecimal digits, so none is
/// lost and every text is equally likely.
///
/// ```
/// use wxp_core::Nonce;
///
/// let entropy = [0xD3; 16]; // from getrandom() or the like
/// assert_eq!(Nonce::from_entropy(entropy).as_str(), "d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3");
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Nonce {
    digits: [[u8; 2]; 16],
}

impl Nonce {
    /// The nonce of 16 random bytes.
    #[must_use]
    pub fn from_entropy(entropy: [u8; 16]) -> Self {
        let mut digits = [[0; 2]; 16];
        for (digits, byte) in digits.iter_mut().zip(entropy) {
            *digits = hex(byte);
        }
        digits.as_flattened_mut().make_ascii_lowercase();
        Self { digits }
    }

    /// The text, for the field `nonce_str`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(self.digits.as_flattened()).unwrap_or_default()
    }
}

impl fmt::Display for Nonce {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Nonce {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Nonce").field(&self.as_str()).finish()
    }
}
