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
    seen: Choice,
}

impl<'k> Watch<'k> {
    pub(crate) fn of(secret: &'k [u8]) -> Self {
        Self { secret: secret.try_into().ok(), seen: Choice::from(0) }
    }

    #[inline]
    pub(crate) fn pass(&mut self, value: Value<'_>) {
        if is_long(value) {
            // Piece by piece: nothing that is pasted has a reference within the secret.
            value.visit(|text| self.look(text));
        }
    }

    #[cold] // So that the registers are left to those that do not come here.
    #[inline(never)]
    fn look(&mut self, text: &str) {
        let Some(secret) = self.secret else { return };
        let mut rest = text.as_bytes();
        while let Some(place) = rest.first_chunk() {
            self.seen |= same(place, secret);
            rest = next_place(rest);
        }
    }

    /// Refuses the values, which come with their indices, if one of them holds the secret. This
    /// decision alone depends on the secret.
    #[inline]
    pub(crate) fn end<'v, V: Iterator<Item = (usize, Value<'v>)>>(
        self,
        values: impl FnOnce() -> V,
    ) -> Result<(), Error> {
        if bool::from(self.seen) { Err(self.find(values())) } else { Ok(()) }
    }

    #[cold]
    #[inline(never)]
    fn find<'v>(&self, mut values: impl Iterator<Item = (usize, Value<'v>)>) -> Error {
        let place = values.find_map(|(field, value)| Some((field, self.position(value)?)));
        let (field, position) = place.unwrap_or_default();
        Error::new(ErrorKind::LeakedSecret { field }, position)
    }

    #[inline(always)] // So that decoding stays out of programs whose values are all plain.
    fn position(&self, value: Value<'_>) -> Option<usize> {
        let (mut passed, mut found) = (0_usize, None);
        value.visit(|text| {
            let mut places = text.as_bytes().windows(API_KEY_LEN);
            let place = places.position(|place| self.secret.is_some_and(|secret| place == secret));
            found = found.or(place.map(|place| place.saturating_add(passed)));
            passed = passed.saturating_add(text.len());
        });
        found
    }
}

/// Whether a value can hold an API key. Almost none can, so this test is nearly the whole cost.
#[inline]
pub(crate) fn is_long(value: Value<'_>) -> bool {
    value.as_str().is_none_or(|text| text.len() >= API_KEY_LEN)
}

/// The text from the next place on where an API key can be. It has only letters and digits: places
/// with anything else in them are passed over.
fn next_place(text: &[u8]) -> &[u8] {
    let mut rest = text.get(1..).unwrap_or_default();
    while let Some(place) = rest.first_chunk::<API_KEY_LEN>() {
        let Some(other) = place.iter().rposition(|byte| !byte.is_ascii_alphanumeric()) else {
            break;
        };
        rest = rest.get(other.saturating_add(1)..).unwrap_or_default();
    }
    rest
}

/// Compares every byte, and looks at the sum of the differences alone.
fn same(place: &ApiKey, secret: &ApiKey) -> Choice {
    place.iter().zip(secret).fold(0, |all, (a, b)| all | (a ^ b)).ct_eq(&0)
}
