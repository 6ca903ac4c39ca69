//! The text that claims to be a signature.

use subtle::{Choice, ConstantTimeEq};

use crate::sign::signature::{LEN_MAX, Signature};
use crate::value::Value;
use crate::value::markup::is_blank;

/// Fewer digits are not held against the right signature: whoever asked often enough could
/// lengthen a beginning digit by digit, and 16 digits cannot be guessed.
const DIGITS_MIN: usize = 16;

/// Hexadecimal digits, in upper case.
type Digits = heapless::String<LEN_MAX, u8>;

pub(super) struct Claimed {
    digits: Digits,
    /// Whether there were lower-case digits.
    pub(super) lower_case: bool,
    /// Whether there was white space around them.
    pub(super) surrounded: bool,
}

impl Claimed {
    /// `None` if there is anything else than digits, or there are too many.
    pub(super) fn read(value: Value<'_>) -> Option<Self> {
        let mut claimed = Self { digits: Digits::new(), lower_case: false, surrounded: false };
        let (mut ended, mut readable) = (false, true);
        value.visit(|text| {
            for byte in text.bytes() {
                if is_blank(byte) {
                    claimed.surrounded = true;
                    ended = !claimed.digits.is_empty();
                    continue;
                }
                claimed.lower_case |= byte.is_ascii_lowercase();
                let digit = char::from(byte.to_ascii_uppercase());
                readable &=
                    !ended && byte.is_ascii_hexdigit() && claimed.digits.push(digit).is_ok();
            }
        });
        readable.then_some(claimed)
    }

    /// The signature, if there are as many digits as one has.
    pub(super) fn signature(&self) -> Option<Signature> {
        Signature::parse(&self.digits).ok()
    }

    /// Whether this is the beginning of the right signature, and not all of it.
    pub(super) fn begins(&self, right: &Signature) -> bool {
        let beginning = right.as_str().as_bytes().get(..self.digits.len());
        self.may_be_less_than(right)
            && beginning.is_some_and(|right| self.digits.as_bytes().ct_eq(right).into())
    }

    /// Whether this is the right signature without the zeros that lead it, as numbers are
    /// printed, or without those that lead its bytes.
    pub(super) fn lacks_zeros(&self, right: &Signature) -> bool {
        if !self.may_be_less_than(right) {
            return false;
        }
        let (mut whole, mut bytes) = (Digits::new(), Digits::new());
        for pair in right.as_str().as_bytes().chunks(2) {
            for (place, digit) in pair.iter().enumerate() {
                if *digit != b'0' || !whole.is_empty() {
                    drop(whole.push(char::from(*digit)));
                }
                if *digit != b'0' || place > 0 {
                    drop(bytes.push(char::from(*digit)));
                }
            }
        }
        let is = |digits: &Digits| -> Choice { self.digits.as_bytes().ct_eq(digits.as_bytes()) };
        (is(&whole) | is(&bytes)).into()
    }

    fn may_be_less_than(&self, right: &Signature) -> bool {
        (DIGITS_MIN..right.as_str().len()).contains(&self.digits.len())
    }
}
