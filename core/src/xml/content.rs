//! The content of a field: text, CDATA sections and references.

use super::cursor::Cursor;
use crate::base::class::Class;
use crate::error::{Error, ErrorKind};
use crate::value::Value;
use crate::value::markup::{self, CDATA_CLOSE, CDATA_OPEN};

impl<'a> Cursor<'a> {
    /// The value of a field, and its end tag.
    pub(super) fn content(&mut self, name: &str) -> Result<Value<'a>, Error> {
        let body = self.rest;
        let mut references = false;
        let mut sections = 0_usize;
        let mut line_ends = false;
        loop {
            match self.after_plain_text() {
                [] => return Err(self.cut_short()),
                [b'<', ..] if self.rest.starts_with(CDATA_OPEN) => {
                    sections = sections.saturating_add(1);
                    line_ends |= self.cdata()?;
                }
                [b'<', ..] => break,
                [b'&', ..] => {
                    references = true;
                    let len = match markup::reference(self.rest) {
                        Ok((_, len)) => len,
                        Err(ErrorKind::Truncated) => return Err(self.cut_short()),
                        Err(kind) => return Err(self.refuse(kind)),
                    };
                    self.skip(len);
                }
                [b'\r', ..] => {
                    line_ends = true;
                    self.skip(1);
                }
                [b']', ..] if self.rest.starts_with(CDATA_CLOSE) => {
                    return Err(self.refuse(ErrorKind::Malformed));
                }
                [b']', ..] => {
                    self.skip(1);
                }
                bytes if markup::starts_forbidden(bytes) => {
                    return Err(self.refuse(ErrorKind::Control));
                }
                _ => self.skip_character(),
            }
        }
        let len = body.len().saturating_sub(self.rest.len());
        let raw = body.get(..len).unwrap_or("");
        if !self.is_at_end_tag() {
            let nested = self.refuse(ErrorKind::Nested);
            self.start_tag(ErrorKind::Malformed)?;
            return Err(nested);
        }
        self.end_tag(name)?;

        let section = raw.strip_prefix(CDATA_OPEN).and_then(|raw| raw.strip_suffix(CDATA_CLOSE));
        Ok(match section {
            _ if line_ends => Value::from_markup(raw),
            Some(text) if sections == 1 => Value::new(text),
            _ if references || sections > 0 => Value::from_markup(raw),
            _ => Value::new(raw),
        })
    }

    /// `<![CDATA[ … ]]>`; whether it holds a carriage return.
    fn cdata(&mut self) -> Result<bool, Error> {
        self.skip(CDATA_OPEN.len());
        let mut line_ends = false;
        loop {
            match self.after_plain_text() {
                [] => return Err(self.cut_short()),
                [b']', ..] if self.rest.starts_with(CDATA_CLOSE) => {
                    self.skip(CDATA_CLOSE.len());
                    return Ok(line_ends);
                }
                [byte @ (b']' | b'<' | b'&' | b'\r'), ..] => {
                    line_ends |= *byte == b'\r';
                    self.skip(1);
                }
                bytes if markup::starts_forbidden(bytes) => {
                    return Err(self.refuse(ErrorKind::Control));
                }
                _ => self.skip_character(),
            }
        }
    }

    /// Skips characters that are never markup; returns the bytes after them.
    fn after_plain_text(&mut self) -> &'a [u8] {
        self.skip(Class::Special.position(self.rest.as_bytes()));
        self.rest.as_bytes()
    }
}
