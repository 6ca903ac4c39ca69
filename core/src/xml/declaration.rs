//! The XML declaration, which is optional and may say nothing surprising.

use super::cursor::{Cursor, Refused};
use crate::error::ErrorKind;
use crate::value::markup;

impl<'a> Cursor<'a> {
    /// `<?xml … ?>`, if it is next.
    pub(super) fn declaration(&mut self) -> Result<(), Refused> {
        const START: &str = "<?xml";
        if !self.is_at(START)? {
            return Ok(());
        }
        match self.rest.as_bytes().get(START.len()) {
            None => return self.cut_short(),
            Some(byte) if markup::is_blank(*byte) => self.skip(START.len()),
            Some(_) => return Ok(()),
        };
        let version = self.pseudo_attribute("version")?;
        if version.is_none() {
            return self.refuse(ErrorKind::Declaration);
        }
        if version != Some("1.0") {
            return self.refuse(ErrorKind::Encoding);
        }
        let encoding = self.pseudo_attribute("encoding")?;
        if encoding.is_some_and(|name| !name.eq_ignore_ascii_case("UTF-8")) {
            return self.refuse(ErrorKind::Encoding);
        }
        if !matches!(self.pseudo_attribute("standalone")?, None | Some("yes" | "no")) {
            return self.refuse(ErrorKind::Declaration);
        }
        self.blanks();
        self.literal("?>", ErrorKind::Declaration)
    }

    /// ` name = "value"`, if it is next.
    fn pseudo_attribute(&mut self, name: &str) -> Result<Option<&'a str>, Refused> {
        let before = self.rest;
        if self.blanks() == 0 || !self.has(name)? {
            self.rest = before;
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
