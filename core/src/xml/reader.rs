//! A flat document, read once from front to back.
//!
//! ```text
//! document     BOM? declaration? blank* ( <root/> | <root> (blank* field)* blank* </root> ) blank*
//! declaration  <?xml version="1.0" encoding="UTF-8" standalone="yes"?>    the last two optional
//! field        <name/> | <name> content </name>            blank* before every > and />
//! content      ( text | <![CDATA[ … ]]> | &amp; &lt; &gt; &apos; &quot; &#65; &#x41; )*
//! ```
//!
//! Nothing else is accepted, and there is no way to ask for more. No byte is looked at more than a
//! constant number of times.

use core::iter::FusedIterator;

use super::cursor::{Cursor, Refused};
use super::shape;
use crate::base::ROOMY;
use crate::error::{Error, ErrorKind};
use crate::field::Field;
use crate::value::{Value, markup};

/// The fields of a flat document, in document order; made by [`read`](super::read).
///
/// The iterator ends after the first error. A document is good only when the iterator has ended
/// without one: what has been yielded before an error is part of a refused document.
///
/// ```
/// let mut reader = wxp_core::xml::read(b"<root><refund_fee>1</refund_fee></root>");
/// let fee = reader.next().unwrap()?;
/// assert_eq!((reader.root(), fee.name()), ("root", "refund_fee"));
/// assert!(reader.next().is_none());
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Reader<'a> {
    pub(super) cursor: Cursor<'a>,
    root: &'a str,
    /// The name that the root has to have; empty for any.
    expected: &'static str,
    state: State,
}

#[derive(Clone, Copy, Debug)]
enum State {
    Prolog,
    /// It is no text, or its prolog was refused, which is still to be said.
    Refused,
    Fields,
    End,
}

impl<'a> Iterator for Reader<'a> {
    type Item = Result<Field<'a>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if ROOMY
            && matches!(self.is_inside(), Ok(true))
            && let Some((field, end)) = shape::field(self.cursor.rest, 0)
        {
            self.cursor.skip(end);
            return Some(Ok(field));
        }
        self.by_grammar()
    }

    // What reads a whole document; fields of the common shape take no step of the iterator each.
    fn fold<B, F: FnMut(B, Self::Item) -> B>(mut self, init: B, mut take: F) -> B {
        let mut result = init;
        if ROOMY {
            self.enter_by_shape();
        }
        loop {
            if ROOMY && matches!(self.is_inside(), Ok(true)) {
                let (text, mut at) = (self.cursor.rest, 0);
                while let Some((field, end)) = shape::field(text, at) {
                    result = take(result, Ok(field));
                    at = end;
                }
                self.cursor.skip(at);
                if shape::is_end(self.cursor.rest, self.root) {
                    return result;
                }
            }
            match self.by_grammar() {
                Some(item) => result = take(result, item),
                None => return result,
            }
        }
    }
}

impl FusedIterator for Reader<'_> {}

impl<'a> Reader<'a> {
    pub(super) const fn new(document: &'a [u8]) -> Self {
        match markup::text(document) {
            Ok(document) => Self::over(document),
            Err(error) => Self::with(Cursor::refused(error), State::Refused),
        }
    }

    pub(super) const fn over(document: &'a str) -> Self {
        Self::with(Cursor::over(document), State::Prolog)
    }

    const fn with(cursor: Cursor<'a>, state: State) -> Self {
        Self { cursor, root: "", expected: "", state }
    }

    /// The same, but a document whose root has another name is refused with [`ErrorKind::Root`].
    ///
    /// ```
    /// use wxp_core::{ErrorKind, xml};
    ///
    /// let mut reader = xml::read(b"<root><refund_fee>1</refund_fee></root>").with_root("xml");
    /// let error = reader.next().unwrap().unwrap_err();
    /// assert_eq!((error.kind(), error.position()), (ErrorKind::Root, 1));
    /// ```
    #[must_use]
    pub const fn with_root(self, expected: &'static str) -> Self {
        Self { expected, ..self }
    }

    /// The name of the root element, once the first item has been asked for; empty before. The
    /// protocol's messages have `xml`, the sealed part of a refund notification has `root`.
    #[must_use]
    pub const fn root(&self) -> &'a str {
        self.root
    }

    /// Nothing is read any more.
    pub(super) const fn stop(&mut self) {
        self.state = State::End;
    }

    /// Whether the root element is open, which it is until an item is `None` or an error.
    pub(super) fn is_inside(&mut self) -> Result<bool, Refused> {
        match self.state {
            State::Prolog => {
                self.state = State::Refused;
                self.state = if self.prolog()? { State::Fields } else { State::End };
            }
            State::Refused => return Err(Refused),
            State::Fields | State::End => {}
        }
        Ok(matches!(self.state, State::Fields))
    }

    /// Passes over the start of the usual documents.
    fn enter_by_shape(&mut self) {
        if matches!(self.state, State::Prolog)
            && let Some(root) = shape::root(self.cursor.rest)
            && (self.expected.is_empty() || root == self.expected)
        {
            self.cursor.skip(root.len().saturating_add("<>".len()));
            (self.root, self.state) = (root, State::Fields);
        }
    }

    /// The next item, whatever it looks like.
    fn by_grammar(&mut self) -> Option<Result<Field<'a>, Error>> {
        let item = self.field().map_err(|Refused| self.cursor.error()).transpose();
        if !matches!(item, Some(Ok(_))) {
            self.stop();
        }
        item
    }

    fn field(&mut self) -> Result<Option<Field<'a>>, Refused> {
        if !self.is_inside()? {
            return Ok(None);
        }
        self.cursor.blanks();
        if self.cursor.end_tag(self.root)? {
            self.cursor.nothing_more()?;
            return Ok(None);
        }
        let name = self.cursor.start_tag()?;
        let value = match self.cursor.tag_end()? {
            true => self.cursor.content(name)?,
            false => Value::new(""),
        };
        Ok(Some(Field::checked(name, value)))
    }

    /// Everything up to the fields; whether there can be any.
    fn prolog(&mut self) -> Result<bool, Refused> {
        self.cursor.declaration()?;
        self.cursor.blanks();
        let start = self.cursor.rest;
        let root = self.cursor.start_tag();
        self.root = root.or_else(|Refused| self.cursor.refuse_text(ErrorKind::NotXml))?;
        if !self.expected.is_empty() && self.root != self.expected {
            self.cursor.rest = start;
            self.cursor.skip(1);
            return self.cursor.refuse(ErrorKind::Root);
        }
        if self.cursor.tag_end()? {
            return Ok(true);
        }
        self.cursor.nothing_more()?;
        Ok(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every item of a document and what is left behind it, taken one by one.
    fn items<'a>(
        document: &'a str,
        next: fn(&mut Reader<'a>) -> Option<Result<Field<'a>, Error>>,
    ) -> Vec<String> {
        let mut reader = Reader::new(document.as_bytes());
        let item = || next(&mut reader).map(|item| (shown(&item), reader.cursor.offset()));
        core::iter::from_fn(item)
            .map(
                |(item, left)| if item.starts_with("Ok") { format!("{item} {left}") } else { item },
            )
            .collect()
    }

    fn shown(item: &Result<Field<'_>, Error>) -> String {
        format!("{:?}", item.as_ref().map(|field| (field, field.value().as_str())))
    }

    /// Every document of four pieces, within a field and without.
    #[test]
    fn the_common_shape_is_read_as_the_grammar_reads_it() {
        const PIECES: [&str; 16] = [
            "<a>",
            "</a>",
            "<![CDATA[",
            "]]>",
            "]",
            "&amp;",
            "&",
            "x",
            "\r",
            "\n",
            "\u{e9}",
            "\u{ffff}",
            ">",
            "<",
            "/",
            "\0",
        ];
        let mut common = 0;
        for number in 0..PIECES.len().pow(4) {
            let pieces = (0..4).map(|place| PIECES[number >> (4 * place) & 15]);
            let pieces: String = pieces.collect();
            for document in [format!("<r><a>{pieces}</r>"), format!("<r>{pieces}")] {
                let whole = items(&document, Reader::by_grammar);
                assert_eq!(items(&document, Reader::next), whole, "{document:?}");
                let folded = Reader::new(document.as_bytes()).map(|item| shown(&item));
                let folded = folded.fold(Vec::new(), |mut all, item| {
                    all.push(item);
                    all
                });
                let same = folded.iter().zip(&whole).all(|(item, other)| other.starts_with(item));
                assert!(same && folded.len() == whole.len(), "{document:?}");
                common += usize::from(shape::field(&document, "<r>".len()).is_some());
            }
        }
        assert!(common > 100, "{common}");
    }
}
