//! Keeping the API key out of what it signs.
//!
//! A key that is pasted into a field, or a pasted string that was signed with it, would be sent to
//! the gateway or to a customer's page. It is looked for in a time that does not depend on it.

use subtle::{Choice, ConstantTimeEq};

use crate::error::{Error, ErrorKind};
use crate::value::Value;

/// The length of an API key, in characters.
pub(crate) const API_KEY_LEN: usize = 32;

type ApiKey = [u8; API_KEY_LEN];

/// Looks for a secret in the values that pass.
pub(crate) struct Watch<'k> {
    /// None if it is shorter or longer than an API key: it can be a part of honest texts.
    secret: Option<&'k ApiKey>,
    /// 1 if the secret was seen, else 0; and where that was first.
    seen: u8,
    field: usize,
    position: usize,
}

impl<'k> Watch<'k> {
    pub(crate) fn of(secret: &'k [u8]) -> Self {
        Self { secret: secret.try_into().ok(), seen: 0, field: 0, position: 0 }
    }

    /// Looks at the value of the field with this index.
    #[inline]
    pub(crate) fn pass(&mut self, field: usize, value: Value<'_>) {
        if is_long(value) {
            let mut passed = 0_usize;
            // Piece by piece: nothing that is pasted has a reference within the secret.
            value.visit(|text| {
                self.look(field, passed, text);
                passed = passed.saturating_add(text.len());
            });
        }
    }

    #[cold] // So that the registers are left to those that do not come here.
    #[inline(never)]
    fn look(&mut self, field: usize, passed: usize, text: &str) {
        let Some(secret) = self.secret else { return };
        let mut rest = text.as_bytes();
        while let Some(place) = rest.first_chunk() {
            let at = text.len().saturating_sub(rest.len()).saturating_add(passed);
            self.note(same(place, secret), field, at);
            // An API key has only letters and digits: places with anything else are passed over.
            let skipped = if is_alphanumeric(place) {
                0
            } else {
                place.iter().rposition(|byte| !byte.is_ascii_alphanumeric()).unwrap_or_default()
            };
            rest = rest.get(skipped.saturating_add(1)..).unwrap_or_default();
        }
    }

    /// Keeps a place, without a branch, if the secret is there and was nowhere before.
    #[inline]
    fn note(&mut self, is_there: Choice, field: usize, position: usize) {
        let is_first = is_there.unwrap_u8() & !self.seen;
        let mask = usize::from(is_first).wrapping_neg();
        self.seen |= is_first;
        self.field |= field & mask;
        self.position |= position & mask;
    }

    /// Refuses the values if one of them holds the secret. This decision alone depends on the secret.
    #[inline]
    pub(crate) fn end(self) -> Result<(), Error> {
        let Self { field, position, .. } = self;
        match self.seen {
            0 => Ok(()),
            _ => Err(Error::new(ErrorKind::LeakedSecret { field }, position)),
        }
    }
}

/// Whether a value can hold an API key. Almost none can, so this test is nearly the whole cost.
#[inline]
pub(crate) fn is_long(value: Value<'_>) -> bool {
    value.as_str().is_none_or(|text| text.len() >= API_KEY_LEN)
}

/// Looks at every byte, which takes less time than to stop at the first other one.
fn is_alphanumeric(place: &ApiKey) -> bool {
    place.iter().fold(true, |all, byte| all & byte.is_ascii_alphanumeric())
}

/// Compares every byte, and looks at the sum of the differences alone.
fn same(place: &ApiKey, secret: &ApiKey) -> Choice {
    place.iter().zip(secret).fold(0, |all, (a, b)| all | (a ^ b)).ct_eq(&0)
}
