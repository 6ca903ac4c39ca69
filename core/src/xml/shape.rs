//! The shape that nearly every document has, read in one go: no declaration, and fields that are
//! `<name>text</name>`, or with the text in one CDATA section. Only to be faster: small machines
//! leave it out.

use crate::base::bytes;
use crate::base::class::Class;
use crate::field::{Field, name_len};
use crate::value::{Value, markup};

/// The name of the root, if the document begins with `<name>`.
pub(super) fn root(document: &str) -> Option<&str> {
    let tag = document.as_bytes().strip_prefix(b"<")?;
    let len = name_len(tag);
    let is_whole = len > 0 && tag.get(len) == Some(&b'>');
    if is_whole { document.get(1..len.wrapping_add(1)) } else { None }
}

/// Whether the document ends here: `</name>`, and blanks.
pub(super) fn is_end(rest: &str, root: &str) -> bool {
    fn without_blanks(text: &[u8]) -> &[u8] {
        text.get(Class::Blank.leading(text)..).unwrap_or_default()
    }
    let tag = without_blanks(rest.as_bytes()).strip_prefix(b"</");
    let end = tag.and_then(|tag| tag.strip_prefix(root.as_bytes())?.strip_prefix(b">"));
    end.is_some_and(|rest| without_blanks(rest).is_empty())
}

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
    if name.is_empty() || !bytes::same(end, name) {
        return None;
    }
    let start = |rest: &[u8]| document.len().wrapping_sub(rest.len());
    let (name_start, text_start) = (start(tag), start(body));
    let name = document.get(name_start..name_start.wrapping_add(name.len()))?;
    let text = document.get(text_start..text_start.wrapping_add(text.len()))?;
    Some((Field::checked(name, Value::new(text)), start(rest)))
}

#[cfg(test)]
mod tests {
    use super::super::cursor::Cursor;
    use super::*;

    /// Every text of six pieces: what is taken for the start or the end of a document is one.
    #[test]
    fn roots_begin_and_end_as_the_grammar_says() {
        const PIECES: [&str; 8] = ["<", "</", "a", ">", " ", "/", "\u{b}\u{c}", "1"];
        let (mut starts, mut ends) = (0, 0);
        for number in 0..PIECES.len().pow(6) {
            let text: String = (0..6).map(|place| PIECES[number >> (3 * place) & 7]).collect();
            let at_start = || Cursor::over(&text);
            if let Some(root) = root(&text) {
                let mut cursor = at_start();
                assert_eq!(cursor.start_tag().ok(), Some(root), "{text:?}");
                assert_eq!(cursor.tag_end().ok(), Some(true), "{text:?}");
                assert_eq!(cursor.offset(), root.len() + "<>".len());
                starts += 1;
            }
            if is_end(&text, "a") {
                let mut cursor = at_start();
                cursor.blanks();
                assert_eq!(cursor.end_tag("a").ok(), Some(true), "{text:?}");
                assert!(cursor.nothing_more().is_ok(), "{text:?}");
                ends += 1;
            }
        }
        assert!(starts > 100 && ends > 5, "{starts} {ends}");
    }
}
