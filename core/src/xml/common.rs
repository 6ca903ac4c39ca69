//! The shape that nearly every field has, read in one go: `<name>text</name>`, or with the text in
//! one CDATA section. Only to be faster: small machines leave it out.

use super::cursor::Cursor;
use super::markup::{CDATA_CLOSE, CDATA_OPEN};
use crate::class::Class;
use crate::field::{Field, name_len};
use crate::value::Value;

impl<'a> Cursor<'a> {
    /// The field that stands here, if it has this shape and its text is plain. Anything else is left
    /// for the grammar, which also says what is wrong with it.
    #[inline]
    pub(super) fn common_field(&mut self) -> Option<Field<'a>> {
        let tag = self.rest.strip_prefix('<')?;
        let (name, rest) = tag.split_at_checked(name_len(tag.as_bytes()))?;
        let rest = rest.strip_prefix('>')?;
        let section = rest.strip_prefix(CDATA_OPEN);
        let body = section.unwrap_or(rest);
        let len = body.bytes().position(|byte| Class::Special.contains(byte))?;
        let (text, rest) = body.split_at_checked(len)?;
        let rest = if section.is_some() { rest.strip_prefix(CDATA_CLOSE)? } else { rest };
        let rest = rest.strip_prefix("</")?.strip_prefix(name)?.strip_prefix('>')?;
        if name.is_empty() {
            return None;
        }
        self.rest = rest;
        Some(Field::checked(name, Value::new(text)))
    }
}
