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
    text: heapless::String<32, u8>,
}

impl Nonce {
    /// The nonce of 16 random bytes.
    #[must_use]
    pub fn from_entropy(entropy: [u8; 16]) -> Self {
        let mut text = heapless::String::new();
        for digit in entropy.into_iter().flat_map(hex) {
            // Cannot fail: 16 bytes are 32 digits.
            let _ = text.push(char::from(digit.to_ascii_lowercase()));
        }
        Self { text }
    }

    /// The text, for the field `nonce_str`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
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
