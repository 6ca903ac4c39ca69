//! The content of a field: text, CDATA sections and references.

use super::cursor::{Cursor, Refused};
use crate::base::class::Class;
use crate::error::ErrorKind;
use crate::value::Value;
use crate::value::markup::{self, CDATA_CLOSE, CDATA_OPEN, Flaw};

impl<'a> Cursor<'a> {
    /// The value of a field, and its end tag.
    pub(super) fn content(&mut self, name: &str) -> Result<Value<'a>, Refused> {
        let body = self.rest;
        // The marks are counted: whatever does not stand for itself.
        let (mut in_section, mut marks) = (false, 0_usize);
        loop {
            self.skip(Class::Special.position(self.rest.as_bytes()));
            let bytes = self.rest.as_bytes();
            let len = match bytes {
                [] => return self.cut_short(),
                [b'<', ..] if !in_section => {
                    if !self.is_at(CDATA_OPEN) {
                        break;
                    }
                    in_section = true;
                    marks = marks.wrapping_add(1);
                    CDATA_OPEN.len()
                }
                [b'&', ..] if !in_section => {
                    marks = marks.wrapping_add(1);
                    match markup::reference(self.rest) {
                        Ok((_, len)) => len,
                        Err(Flaw::CutShort) => return self.cut_short(),
                        Err(Flaw::Undefined) => return self.refuse(ErrorKind::Reference),
                    }
                }
                [b']', ..] if self.is_at(CDATA_CLOSE) => {
                    if !in_section {
                        return self.refuse(ErrorKind::Malformed);
                    }
                    in_section = false;
                    CDATA_CLOSE.len()
                }
                [b'\r', ..] => {
                    marks = marks.wrapping_add(1);
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
        let raw = self.since(body);
        if !self.end_tag(name)? {
            let before = self.rest;
            self.start_tag()?;
            self.rest = before;
            return self.refuse(ErrorKind::Nested);
        }
        Ok(match (marks, raw.as_bytes()) {
            (0, _) => Value::new(raw),
            // One section and nothing else.
            (1, [b'<', .., b']', b']', b'>']) => Value::new(markup::within_section(raw)),
            _ => Value::from_markup(raw),
        })
    }
}
