//! The shape that nearly every field has, read in one go: `<name>text</name>`, or with the text in
//! one CDATA section. Only to be faster: small machines leave it out.

use crate::base::class::Class;
use crate::field::{Field, name_len};
use crate::value::{Value, markup};

/// The field at an offset, or after the blanks there, and the offset of its end. `None` if it has
/// another shape or its text is not plain: the grammar reads it then, and also says what is wrong.
// Left to the compiler, it is a call, and takes a third more time.
#[inline(always)]
pub(super) fn field(document: &str, at: usize) -> Option<(Field<'_>, usize)> {
    let mut rest = document.as_bytes().get(at..)?;
    while let [blank, tail @ ..] = rest
        && markup::is_blank(*blank)
    {
        rest = tail;
    }
    let tag = rest.strip_prefix(b"<")?;
    let (name, rest) = tag.split_at_checked(name_len(tag))?;
    let section = rest.strip_prefix(b"><![CDATA[");
    let body = match section {
        Some(body) => body,
        None => rest.strip_prefix(b">")?,
    };
    let (text, rest) = body.split_at_checked(Class::Special.position(body))?;
    let rest = match section {
        Some(_) => rest.strip_prefix(b"]]></")?,
        None => rest.strip_prefix(b"</")?,
    };
    let (end, rest) = rest.split_at_checked(name.len())?;
    let rest = rest.strip_prefix(b">")?;
    if name.is_empty() || end != name {
        return None;
    }
    let start = |rest: &[u8]| document.len().wrapping_sub(rest.len());
    let (name_start, text_start) = (start(tag), start(body));
    let name = document.get(name_start..name_start.wrapping_add(name.len()))?;
    let text = document.get(text_start..text_start.wrapping_add(text.len()))?;
    Some((Field::checked(name, Value::new(text)), start(rest)))
}
