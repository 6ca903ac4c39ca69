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
        // How often something did not stand for itself; where the last section began, and its text.
        let (mut marks, mut start, mut section) = (0_usize, None, None);
        loop {
            self.skip(Class::Special.position(self.rest.as_bytes()));
            let bytes = self.rest.as_bytes();
            let len = match bytes {
                [] => return self.cut_short(),
                [b'<', ..] if start.is_none() => {
                    if !self.is_at(CDATA_OPEN) {
                        break;
                    }
                    self.skip(CDATA_OPEN.len());
                    marks = marks.wrapping_add(1);
                    start = Some(self.rest);
                    0
                }
                [b'&', ..] if start.is_none() => {
                    marks = marks.wrapping_add(1);
                    match markup::reference(self.rest) {
                        Ok((_, len)) => len,
                        Err(Flaw::CutShort) => return self.cut_short(),
                        Err(Flaw::Undefined) => return self.refuse(ErrorKind::Reference),
                    }
                }
                [b']', ..] if self.is_at(CDATA_CLOSE) => {
                    let Some(start) = start.take() else {
                        return self.refuse(ErrorKind::Malformed);
                    };
                    section = Some(self.since(start));
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
        Ok(match (marks, section) {
            (0, _) => Value::new(raw),
            (1, Some(text)) if text.len().wrapping_add(BRACKETS) == raw.len() => Value::new(text),
            _ => Value::from_markup(raw),
        })
    }
}

/// How long a section is without its text.
const BRACKETS: usize = CDATA_OPEN.len().wrapping_add(CDATA_CLOSE.len());
