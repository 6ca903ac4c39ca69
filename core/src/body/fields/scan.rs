//! A text that is read from front to back.

use super::Part;
use crate::error::{Error, ErrorKind};

#[derive(Clone)]
pub(super) struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    pub(super) const fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    /// What has not been read yet.
    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn first(&self) -> Option<u8> {
        self.rest().bytes().next()
    }

    /// The next bytes as a part; all that is left if they would end within a character.
    pub(super) fn take(&mut self, len: usize) -> Part<'a> {
        let (rest, offset) = (self.rest(), self.at);
        let text = rest.get(..len).unwrap_or(rest);
        self.at = self.at.saturating_add(text.len());
        Part { text, offset }
    }

    pub(super) fn blanks(&mut self) {
        let blanks = self.rest().bytes().take_while(u8::is_ascii_whitespace).count();
        self.take(blanks);
    }

    /// Passes over a fixed text; whether it is there.
    pub(super) fn eats(&mut self, text: &str) -> bool {
        let is_there = self.rest().starts_with(text);
        if is_there {
            self.take(text.len());
        }
        is_there
    }

    /// Passes over a fixed text that has to be there.
    pub(super) fn expect(&mut self, text: &str) -> Result<(), Error> {
        if self.eats(text) { Ok(()) } else { Err(self.misfit()) }
    }

    /// Passes over white space and one byte that has to be there.
    pub(super) fn sign(&mut self, text: &str) -> Result<(), Error> {
        self.blanks();
        self.expect(text)
    }

    /// The bytes up to the first one that is wanted, or to the end.
    pub(super) fn until(&mut self, is_wanted: impl Fn(u8) -> bool) -> Part<'a> {
        let rest = self.rest();
        self.take(rest.bytes().position(is_wanted).unwrap_or(rest.len()))
    }

    /// A text in these quotation marks, without them; a backslash keeps the byte behind it from
    /// ending the text.
    pub(super) fn quoted(&mut self, mark: u8) -> Result<Part<'a>, Error> {
        self.take(1);
        let mut escaped = false;
        let end = self.rest().bytes().position(|byte| {
            let ends = !escaped && byte == mark;
            escaped = !escaped && byte == b'\\';
            ends
        });
        let part = self.take(end.ok_or(self.misfit())?);
        self.take(1);
        Ok(part)
    }

    /// A number or a word, such as `true`.
    pub(super) fn word(&mut self) -> Result<Part<'a>, Error> {
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"+-._".contains(&byte);
        let part = self.until(|byte| !is_part(byte));
        if part.text.is_empty() { Err(self.misfit()) } else { Ok(part) }
    }

    pub(super) const fn misfit(&self) -> Error {
        Error::new(ErrorKind::List, self.at)
    }
}

/// A word, or nothing if it stands for no value.
pub(super) fn unless_null(part: Part<'_>) -> Part<'_> {
    if part.text.eq_ignore_ascii_case("null") || part.text == "None" {
        Part { text: "", ..part }
    } else {
        part
    }
}
