//! Fields that are no document: lines, a string that was signed, form data, JSON, a PHP array.

use wxp_core::{Body, Error, ErrorKind, Field, body};

use super::map::{self, Map};
use crate::console::Console;
use crate::texts;

/// The fields, kept by themselves because what was decoded lies nowhere in the input.
pub(crate) struct List {
    pairs: Vec<(String, String)>,
    pub(crate) held_key: bool,
    is_guess: bool,
    /// Which program printed it, if it is a map.
    map: Option<Map>,
}

impl List {
    pub(crate) fn read(text: &[u8]) -> Result<Self, Error> {
        Self::of_library(text).or_else(|error| Self::of_map(text).ok_or(error))
    }

    /// A map as Java or Go prints it. A `key` in it is the API key, as in a string that was signed.
    fn of_map(text: &[u8]) -> Option<Self> {
        let (map, mut pairs) = map::read(text)?;
        let count = pairs.len();
        pairs.retain(|(name, _)| !name.eq_ignore_ascii_case("key"));
        Some(Self { held_key: pairs.len() < count, pairs, is_guess: true, map: Some(map) })
    }

    fn of_library(text: &[u8]) -> Result<Self, Error> {
        let mut count = 0;
        loop {
            let mut scratch = vec![0; text.len()];
            let mut slots = vec![Field::EMPTY; count];
            match body::read_list(text, &mut scratch, &mut slots) {
                Ok(list) => {
                    let pair =
                        |field: &Field<'_>| (field.name().to_owned(), field.value().to_string());
                    let pairs = list.fields.iter().map(pair).collect();
                    let (held_key, is_guess) = (list.held_key, list.is_guess);
                    return Ok(Self { pairs, held_key, is_guess, map: None });
                }
                Err(error) => match error.kind() {
                    ErrorKind::Space { needed } if needed > count => count = needed,
                    _ => return Err(error),
                },
            }
        }
    }

    /// Whether one of the fields is a signature, of a message or for the customer's side.
    pub(super) fn has_signature(&self) -> bool {
        self.pairs.iter().any(|(name, _)| name == "sign" || name.eq_ignore_ascii_case("paySign"))
    }

    pub(crate) fn fields(&self) -> Result<Vec<Field<'_>>, Error> {
        self.pairs.iter().map(|(name, value)| Field::new(name, value)).collect()
    }

    /// Says what the fields were taken from, where that is not plain.
    pub(crate) fn remark(&self, body: Body, console: &Console) {
        let language = console.language;
        if let Some(map) = self.map {
            console.undone(map.name(), &texts::map_taken_apart(language));
        } else if body != Body::Lines {
            let text = texts::taken_apart(language, body.text(language));
            console.undone(body.name(), &text);
        }
        if self.is_guess && self.map.is_none() {
            console.undone("Guess", &texts::parted_by_guess(language));
        }
        if self.held_key {
            console.undone("Key", &texts::held_key(language));
        }
    }
}

/// Where in the text an error is that is about one of its fields. Only lines have their fields where
/// they can be found again.
pub(crate) fn place_of(text: &[u8], body: Body, error: Error) -> Option<usize> {
    if body != Body::Lines {
        return None;
    }
    let lines: Vec<(usize, &[u8])> = lines(text).collect();
    let value_at = |index: usize| {
        let (offset, line) = lines.get(index)?;
        Some(offset + line.iter().position(|byte| *byte == b'=')? + 1)
    };
    match error.kind() {
        ErrorKind::DuplicateField => lines.get(error.position()).map(|(offset, _)| *offset),
        ErrorKind::Character { field } | ErrorKind::LeakedSecret { field } => {
            value_at(field).map(|start| start + error.position())
        }
        _ => None,
    }
}

/// Where the first line is that has no name and value.
pub(crate) fn no_pair(text: &[u8]) -> usize {
    lines(text).find(|(_, line)| !line.contains(&b'=')).map_or(0, |(offset, _)| offset)
}

/// The lines that are not blank, each with the offset of its first character.
fn lines(text: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    // Some editors begin a text with a byte order mark.
    let rest = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text);
    let mut offset = text.len() - rest.len();
    let lines = rest.split_inclusive(|byte| *byte == b'\n').map(move |line| {
        offset += line.len();
        (offset - line.len(), line)
    });
    let placed = lines.map(|(at, line)| {
        let trimmed = line.trim_ascii_start();
        (at + line.len() - trimmed.len(), trimmed)
    });
    placed.filter(|(_, line)| !line.is_empty())
}
