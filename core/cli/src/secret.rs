//! The API key: where it comes from, and where it is in texts that are shown.

#[cfg(feature = "command")]
mod source;

use core::ops::Range;

use wxp_core::{Algorithm, Key};
use zeroize::Zeroize;

use crate::failure::Failure;
use crate::language::Language;
use crate::texts;

#[cfg(feature = "command")]
pub(crate) use self::source::is_open_to_others;

/// The API key as it was given; wiped when it is dropped.
pub(crate) struct Secret(Vec<u8>);

/// The length of an API key, in bytes.
const API_KEY_LEN: usize = 32;

/// The shortest secret that is looked for in texts: what is shorter is no API key, and can be a
/// part of any word.
const SHORTEST: usize = 8;

/// What stands between the name `key` and the API key in strings that are signed, as they are or
/// percent-encoded, in documents, and in JSON.
const SEPARATORS: [&[u8]; 6] = [b"=", b"%3D", b"%3d", b">", b"\":\"", b"\": \""];

/// How `&` is written where the name `key` follows it directly.
const AMPERSANDS: [&[u8]; 2] = [b"%26", b"\\u0026"];

impl Secret {
    /// Whether there is nothing in it.
    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The secret that a page was given.
    pub(crate) const fn of_page(secret: Vec<u8>) -> Self {
        Self(secret)
    }

    pub(crate) fn key(&self, algorithm: Algorithm, language: Language) -> Result<Key, Failure> {
        let refuse = |error| Failure::Usage(texts::bad_key(language, error));
        Key::new(algorithm, &self.0).map_err(refuse)
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.as_mut_slice().zeroize();
    }
}

/// Where an API key is in a text: the one that is known, percent-encoded or not, and what stands
/// behind `&key=` and looks like one.
pub(crate) fn places(known: Option<&Secret>, text: &[u8]) -> Vec<Range<usize>> {
    let known = known.filter(|secret| secret.0.len() >= SHORTEST);
    let mut places = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let (before, rest) = text.split_at(at);
        let len = known.and_then(|secret| spelled(rest, &secret.0)).or(labelled(before, rest));
        places.extend(len.map(|len| at..at + len));
        at += len.unwrap_or(1);
    }
    places
}

/// How many bytes the secret takes up at the beginning of a text, if it stands there.
fn spelled(text: &[u8], secret: &[u8]) -> Option<usize> {
    let mut rest = text;
    for byte in secret {
        rest = match rest {
            [first, rest @ ..] if first == byte => rest,
            [b'%', high, low, rest @ ..] if digits(*high, *low) == Some(*byte) => rest,
            _ => return None,
        };
    }
    Some(text.len() - rest.len())
}

/// The byte that two hexadecimal digits stand for.
fn digits(high: u8, low: u8) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}

/// The length of what looks like an API key, if the text before it calls it one.
fn labelled(before: &[u8], text: &[u8]) -> Option<usize> {
    let before = SEPARATORS.iter().find_map(|separator| before.strip_suffix(*separator))?;
    let before = before.strip_suffix(b"key")?;
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"_.-".contains(byte);
    let is_part = before.last().is_some_and(is_name)
        && !AMPERSANDS.iter().any(|ampersand| before.ends_with(ampersand));
    let len = text.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    (!is_part && len == API_KEY_LEN).then_some(len)
}

/// Whether a text has the form of an API key.
pub(crate) fn is_like_a_key(text: &str) -> bool {
    text.len() == API_KEY_LEN && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
