//! The XML declaration, which is optional and may say nothing surprising.

use super::cursor::{Cursor, Refused};
use crate::base::texts::apart;
use crate::error::ErrorKind;
use crate::value::markup;

/// What a declaration says, in this order, and how; a capital stands for either case. Only the
/// version has to be there.
const DECLARED: [(&str, &[&str]); 3] =
    [("version", &["1.0"]), (apart("encoding."), &["UTF-8"]), ("standalone", &["yes", "no"])];

impl<'a> Cursor<'a> {
    /// `<?xml … ?>`, if it is next.
    pub(super) fn declaration(&mut self) -> Result<(), Refused> {
        const START: &str = "<?xml";
        if !self.is_at(START) {
            return Ok(());
        }
        match self.rest.as_bytes().get(START.len()) {
            None => return self.cut_short(),
            Some(byte) if markup::is_blank(*byte) => self.skip(START.len()),
            Some(_) => return Ok(()),
        };
        for (place, (name, values)) in DECLARED.iter().enumerate() {
            match self.pseudo_attribute(name)? {
                Some(said) if values.iter().any(|value| is_spelling(said, value)) => {}
                Some(_) if place < 2 => return self.refuse_at_end(ErrorKind::Encoding),
                Some(_) => return self.refuse_at_end(ErrorKind::Declaration),
                None if place > 0 => {}
                None => return self.refuse(ErrorKind::Declaration),
            }
        }
        self.blanks();
        self.literal("?>", ErrorKind::Declaration)
    }

    /// ` name = "value"`, if it is next.
    fn pseudo_attribute(&mut self, name: &str) -> Result<Option<&'a str>, Refused> {
        let before = self.rest;
        if self.blanks() == 0 || !self.has(name) {
            if !self.rest.is_empty() {
                self.rest = before;
            }
            return Ok(None);
        }
        self.blanks();
        self.literal("=", ErrorKind::Declaration)?;
        self.blanks();
        let quote = if self.rest.as_bytes().first() == Some(&b'\'') { "'" } else { "\"" };
        self.literal(quote, ErrorKind::Declaration)?;
        let ends = |byte| matches!(byte, b'\'' | b'"' | b'<' | b'>' | b'&');
        let len = self.rest.bytes().position(ends).unwrap_or(self.rest.len());
        let value = self.skip(len);
        self.literal(quote, ErrorKind::Declaration)?;
        Ok(Some(value))
    }
}

fn is_spelling(text: &str, value: &str) -> bool {
    let same = |(a, b): (u8, u8)| a == b || a == b.to_ascii_lowercase();
    text.len() == value.len() && text.bytes().zip(value.bytes()).all(same)
}
