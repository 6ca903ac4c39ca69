//! The documents of the protocol: one root element, and fields of text in it.

use crate::error::{Error, ErrorKind};
use crate::field::{Field, sort_by_name};

mod content;
mod cursor;
mod declaration;
mod nested;
mod reader;
mod shape;
mod writer;

pub(crate) use nested::nested_into;
pub use nested::{Record, Records, read_nested_into, records};
pub use reader::Reader;
pub(crate) use writer::write_into;
pub use writer::{len, write};

/// Reads a document field by field, in its own order.
///
/// The rules are strict and the same for everybody. A document is UTF-8, with an optional byte
/// order mark and XML declaration; its root may have any name; values are text, CDATA sections,
/// the five entities and character references, decoded as XML 1.0 says and never trimmed.
/// Refused, each with its own [`ErrorKind`] and byte offset, are declarations (DOCTYPE), comments,
/// processing instructions, attributes, prefixed names, elements inside a field, and text between
/// fields. Only [`read_into`] notices a field that comes twice.
///
/// Reading takes time in proportion to the document's length and no memory, whatever it holds.
///
/// ```
/// use wxp_core::xml;
///
/// for field in xml::read(b"<xml><body><![CDATA[tea & rice]]></body></xml>") {
///     let field = field?;
///     assert_eq!((field.name(), field.value().as_str()), ("body", Some("tea & rice")));
/// }
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[must_use]
pub const fn read(document: &[u8]) -> Reader<'_> {
    Reader::new(document)
}

/// The same, of what is text already.
pub(crate) const fn read_text(document: &str) -> Reader<'_> {
    Reader::over(document)
}

/// Reads a whole document into a table, sorted by name, and refuses a field that comes twice.
///
/// The rules are those of [`read`]. Nothing of a refused document is left in the table.
///
/// # Errors
///
/// Every kind from 40 to 59 with a byte offset, and [`ErrorKind::Space`] with the number of fields
/// in the document if there are fewer slots.
///
/// ```
/// use wxp_core::{Field, xml};
///
/// let mut slots = [Field::EMPTY; 64];
/// let fields = xml::read_into(b"<xml><b>2</b><a>1</a></xml>", &mut slots)?;
/// assert_eq!(fields.iter().map(Field::name).collect::<String>(), "ab");
/// # Ok::<(), wxp_core::Error>(())
/// ```
pub fn read_into<'s, 'a>(
    document: &'a [u8],
    slots: &'s mut [Field<'a>],
) -> Result<&'s [Field<'a>], Error> {
    settle(fill(document, read(document), slots), slots)
}

/// As [`read_into`], of a document whose root has this name: `xml` for messages, `root` for the
/// sealed part of a refund notice.
///
/// # Errors
///
/// As [`read_into`], and [`ErrorKind::Root`] with the offset of the root's name.
pub fn read_rooted_into<'s, 'a>(
    document: &'a [u8],
    root: &'static str,
    slots: &'s mut [Field<'a>],
) -> Result<&'s [Field<'a>], Error> {
    settle(fill(document, read(document).with_root(root), slots), slots)
}

/// The slots that were filled; all are emptied if the document was refused.
fn settle<'s, 'a>(
    count: Result<usize, Error>,
    slots: &'s mut [Field<'a>],
) -> Result<&'s [Field<'a>], Error> {
    if count.is_err() {
        slots.fill(Field::EMPTY);
    }
    slots.get(..count?).ok_or(ErrorKind::Space { needed: 0 }.into())
}

/// Fills the slots with fields of the document, in order; the number of fields. The fields end
/// with the first error.
fn fill<'a>(
    document: &'a [u8],
    fields: impl Iterator<Item = Result<Field<'a>, Error>>,
    slots: &mut [Field<'a>],
) -> Result<usize, Error> {
    let (mut count, mut fault) = (0_usize, None);
    fields.for_each(|field| match field {
        Ok(field) => {
            if let Some(slot) = slots.get_mut(count) {
                *slot = field;
            }
            count = count.saturating_add(1);
        }
        Err(error) => fault = Some(error),
    });
    if let Some(error) = fault {
        return Err(error);
    }
    let fields = slots.get_mut(..count).ok_or(ErrorKind::Space { needed: count })?;

    match sort_by_name(fields, Field::name) {
        Ok(()) => Ok(count),
        Err(second) => Err(Error::new(ErrorKind::Duplicate, offset(document, second))),
    }
}

/// The offset of a name that is a slice of the document.
fn offset(document: &[u8], name: &str) -> usize {
    name.as_ptr().addr().saturating_sub(document.as_ptr().addr())
}
