//! The XML declaration, which is optional and may say nothing surprising.

use super::cursor::Cursor;
use crate::error::{Error, ErrorKind};
use crate::value::markup;

impl<'a> Cursor<'a> {
    /// `<?xml … ?>`, if it is next.
    pub(super) fn declaration(&mut self) -> Result<(), Error> {
        if self.rest.len() > 1 && "<?xml".starts_with(self.rest) {
            return Err(self.cut_short());
        }
        match self.rest.strip_prefix("<?xml") {
            Some(rest) if rest.bytes().next().is_some_and(markup::is_blank) => self.rest = rest,
            _ => return Ok(()),
        }
        let version = self.pseudo_attribute("version")?;
        if version.is_none() {
            return Err(self.refuse(ErrorKind::Declaration));
        }
        if version != Some("1.0") {
            return Err(self.refuse(ErrorKind::Encoding));
        }
        let encoding = self.pseudo_attribute("encoding")?;
        if encoding.is_some_and(|name| !name.eq_ignore_ascii_case("UTF-8")) {
            return Err(self.refuse(ErrorKind::Encoding));
        }
        if !matches!(self.pseudo_attribute("standalone")?, None | Some("yes" | "no")) {
            return Err(self.refuse(ErrorKind::Declaration));
        }
        self.blanks();
        self.literal("?>", ErrorKind::Declaration)
    }

    /// ` name = "value"`, if it is next.
    fn pseudo_attribute(&mut self, name: &str) -> Result<Option<&'a str>, Error> {
        let before = self.rest;
        if self.blanks() > 0 && name.starts_with(self.rest) {
            return Err(self.cut_short());
        }
        if self.rest.len() == before.len() || !self.rest.starts_with(name) {
            self.rest = before;
            return Ok(None);
        }
        self.skip(name.len());
        self.blanks();
        self.literal("=", ErrorKind::Declaration)?;
        self.blanks();
        let quote = if self.rest.starts_with('\'') { "'" } else { "\"" };
        self.literal(quote, ErrorKind::Declaration)?;
        let value = self.rest.split(['\'', '"', '<', '>', '&']).next().unwrap_or("");
        self.skip(value.len());
        self.literal(quote, ErrorKind::Declaration)?;
        Ok(Some(value))
    }
}
