//! The content of a field: text, CDATA sections and references.

use super::cursor::{Cursor, Refused};
use crate::base::class::Class;
use crate::error::ErrorKind;
use crate::value::Value;
use crate::value::markup::{self, CDATA_CLOSE, CDATA_OPEN};

impl<'a> Cursor<'a> {
    /// The value of a field, and its end tag.
    pub(super) fn content(&mut self, name: &str) -> Result<Value<'a>, Refused> {
        let body = self.rest;
        // Counted: what does not stand for itself.
        let (mut in_section, mut marks) = (false, 0_usize);
        loop {
            self.skip(Class::Special.position(self.rest.as_bytes()));
            let bytes = self.rest.as_bytes();
            let len = match bytes {
                [] => return self.cut_short(),
                [b'<', ..] if !in_section => {
                    if !self.is_at(CDATA_OPEN)? {
                        break;
                    }
                    in_section = true;
                    marks = marks.saturating_add(1);
                    CDATA_OPEN.len()
                }
                [b'&', ..] if !in_section => {
                    marks = marks.saturating_add(1);
                    match markup::reference(self.rest) {
                        Ok((_, len)) => len,
                        Err(ErrorKind::Truncated) => return self.cut_short(),
                        Err(kind) => return self.refuse(kind),
                    }
                }
                [b']', ..] if self.is_at(CDATA_CLOSE)? => {
                    if !in_section {
                        return self.refuse(ErrorKind::Malformed);
                    }
                    in_section = false;
                    CDATA_CLOSE.len()
                }
                [b'\r', ..] => {
                    marks = marks.saturating_add(1);
                    1
                }
                bytes if markup::starts_forbidden(bytes) => {
                    return self.refuse(ErrorKind::Control);
                }
                // It begins a character of three bytes.
                [0xEF, ..] => 3,
                _ => 1,
            };
            self.skip(len);
        }
        let len = body.len().saturating_sub(self.rest.len());
        let raw = body.get(..len).unwrap_or("");
        if !self.has("</")? {
            let before = self.rest;
            self.start_tag(ErrorKind::Malformed)?;
            self.rest = before;
            return self.refuse(ErrorKind::Nested);
        }
        self.end_tag(name)?;

        let section = raw.strip_prefix(CDATA_OPEN).and_then(|raw| raw.strip_suffix(CDATA_CLOSE));
        Ok(match (marks, section) {
            (0, _) => Value::new(raw),
            (1, Some(text)) => Value::new(text),
            _ => Value::from_markup(raw),
        })
    }
}
