//! Short texts on the stack.

use core::fmt;
use core::ops::Deref;

/// A time or an amount as it is written: a short text on the stack. Reads as a `str`.
///
/// ```
/// use wxp_core::{Amount, Currency};
///
/// let text = Amount { units: 47, currency: Currency::CNY }.decimal();
/// assert_eq!(&*text, "0.47");
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct ShortText {
    text: heapless::String<24, u8>,
}

impl ShortText {
    /// Appends a text; what no longer fits is left out, which the longest amount does not reach.
    pub(crate) fn push(&mut self, text: &str) {
        let _ = self.text.push_str(text);
    }

    /// Appends a number, in decimal, with zeros before it if it has fewer digits than `digits_min`.
    /// Rust's own formatting is larger, and on 32-bit processors that of 64 bits can panic, as far
    /// as the linker knows.
    // One copy: it is larger than it looks.
    #[inline(never)]
    pub(crate) fn push_number(&mut self, number: u64, digits_min: usize) {
        let mut digits = [b'0'; 20];
        let mut rest = number;
        for digit in digits.iter_mut().rev() {
            *digit = b'0'.saturating_add(u8::try_from(rest % 10).unwrap_or_default());
            rest /= 10;
        }
        let zeros = digits.iter().take_while(|digit| **digit == b'0').count();
        let start = zeros.min(digits.len().saturating_sub(digits_min));
        let digits = digits.get(start..).and_then(|digits| core::str::from_utf8(digits).ok());
        self.push(digits.unwrap_or_default());
    }
}

impl Deref for ShortText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for ShortText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

impl fmt::Debug for ShortText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ShortText").field(&&**self).finish()
    }
}
