//! A document in which some elements hold fields of their own.
//!
//! ```text
//! document     as a flat one, but with (field | record | list) where that has a field
//! list         <name> (blank* record)+ blank* </name>
//! record       <name> (blank* field)+ blank* </name>
//! ```
//!
//! An element is a group, which is to say a record or a list, when a start tag comes first in it,
//! and a field otherwise. Everything but the start and the end of a group is left to the flat
//! [`Reader`], so that a document without groups is the same to both.

use core::iter;

use super::cursor::{Cursor, Refused};
use super::{Reader, fill, offset, settle};
use crate::error::{Error, ErrorKind};
use crate::field::{Field, find, lookup};
use crate::value::Value;

/// Reads the fields of a nested document that are not in a group, and whether it has groups.
///
/// The fields are sorted by name. Groups are checked like everything else and passed over;
/// [`records`] reads them. A document without groups is read as [`read_into`](super::read_into)
/// reads it.
///
/// A nested answer is not signed, so trust it only as far as the connection.
///
/// # Errors
///
/// As [`read_into`](super::read_into); [`ErrorKind::Nested`] only where groups would be nested more
/// than two deep, or a group would hold both fields and groups. A group that is called like one of
/// the fields is an [`ErrorKind::Duplicate`].
///
/// ```
/// use wxp_core::{Field, xml};
///
/// let document = b"<xml><record_num>1</record_num>\
///     <setteinfo_0><fbatchno>1001000001</fbatchno></setteinfo_0></xml>";
/// let mut slots = [Field::EMPTY; 64];
/// let (fields, has_groups) = xml::read_nested_into(document, &mut slots)?;
/// assert_eq!((fields.len(), fields[0].name(), has_groups), (1, "record_num", true));
/// # Ok::<(), wxp_core::Error>(())
/// ```
pub fn read_nested_into<'s, 'a>(
    document: &'a [u8],
    slots: &'s mut [Field<'a>],
) -> Result<(&'s [Field<'a>], bool), Error> {
    nested_into(document, "", slots)
}

/// As [`read_nested_into`], of a document whose root has this name; empty for any.
pub(crate) fn nested_into<'s, 'a>(
    document: &'a [u8],
    root: &'static str,
    slots: &'s mut [Field<'a>],
) -> Result<(&'s [Field<'a>], bool), Error> {
    let mut has_groups = false;
    let mut walk = Walk::over(document);
    walk.reader = walk.reader.with_root(root);
    let steps = iter::from_fn(|| walk.below_root().transpose());
    let fields = steps.filter_map(|step| match step {
        Ok(Step::Field(field)) => Some(Ok(field)),
        Ok(Step::Group(_) | Step::End) => {
            has_groups = true;
            None
        }
        Err(error) => Some(Err(error)),
    });
    let count = fill(document, fields, slots).and_then(|count| {
        let fields = slots.get(..count).filter(|_| has_groups);
        match fields.and_then(|fields| group_called_like(fields, document)) {
            Some(position) => Err(Error::new(ErrorKind::Duplicate, position)),
            None => Ok(count),
        }
    });
    settle(count, slots).map(|fields| (fields, has_groups))
}

/// Where a name comes the second time that a group and a field have in common.
fn group_called_like(fields: &[Field<'_>], document: &[u8]) -> Option<usize> {
    let mut walk = Walk::over(document);
    let steps = iter::from_fn(|| walk.below_root().ok().flatten());
    let twice = steps.filter_map(|step| match step {
        Step::Group(name) => lookup(fields, name).map(|field| (field.name(), name)),
        Step::Field(_) | Step::End => None,
    });
    twice.map(|(field, group)| offset(document, field).max(offset(document, group))).min()
}

/// Reads the records of a nested document one by one, in its own order.
///
/// A record is a group of fields: each `hbinfo` in the `hblist` of a red packet's answer, each
/// `setteinfo_0` of a settlement query's. The fields outside of groups are passed over;
/// [`read_nested_into`] reads them.
///
/// A nested answer is not signed, so trust it only as far as the connection.
///
/// ```
/// use wxp_core::{Field, xml};
///
/// let document = b"<xml><hblist><hbinfo><amount>100</amount></hbinfo></hblist></xml>";
/// let mut records = xml::records(document);
/// let mut slots = [Field::EMPTY; 16];
/// let mut total = 0;
/// while let Some(record) = records.next_into(&mut slots)? {
///     assert_eq!(record.name(), "hbinfo");
///     total += record.get("amount").and_then(|fen| fen.parse_u64()).unwrap_or(0);
/// }
/// assert_eq!(total, 100);
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[must_use]
pub const fn records(document: &[u8]) -> Records<'_> {
    Records { document, walk: Walk::over(document) }
}

/// The records of a nested document, in document order; made by [`records`], which has an example.
///
/// A document is good only when the end has been reached: what has been yielded before an error is
/// part of a refused document, and worth nothing.
#[derive(Clone, Debug)]
pub struct Records<'a> {
    document: &'a [u8],
    walk: Walk<'a>,
}

impl<'a> Records<'a> {
    /// Reads the next record into the caller's slots; `None` once the whole document has been
    /// checked, and after an error.
    ///
    /// # Errors
    ///
    /// Every kind from 40 to 59 with a byte offset, where [`ErrorKind::Duplicate`] is a field that
    /// comes twice in the record; and [`ErrorKind::Space`] with the number of fields in the record
    /// if there are fewer slots, after which the same record can be asked for again.
    pub fn next_into<'s>(
        &mut self,
        slots: &'s mut [Field<'a>],
    ) -> Result<Option<Record<'s, 'a>>, Error> {
        let before = self.walk.clone();
        let record = self.record(slots);
        match record.as_ref().map_err(Error::kind) {
            Ok(_) => {}
            Err(ErrorKind::Space { .. }) => self.walk = before,
            Err(_) => self.walk.reader.stop(),
        }
        record
    }

    fn record<'s>(&mut self, slots: &'s mut [Field<'a>]) -> Result<Option<Record<'s, 'a>>, Error> {
        let walk = &mut self.walk;
        let name = loop {
            match walk.step()? {
                Some(Step::Group(name)) if walk.record.is_some() => break name,
                Some(_) => {}
                None => return Ok(None),
            }
        };
        let fields = iter::from_fn(|| match walk.step() {
            Ok(Some(Step::Field(field))) => Some(Ok(field)),
            Ok(_) => None,
            Err(error) => Some(Err(error)),
        });
        let fields = settle(fill(self.document, fields, slots), slots)?;
        Ok(Some(Record { name, fields }))
    }
}

/// A group of fields in a nested document; see [`records`] for an example.
#[derive(Clone, Copy, Debug)]
pub struct Record<'s, 'a> {
    name: &'a str,
    /// Sorted by name, no name twice.
    fields: &'s [Field<'a>],
}

impl<'s, 'a> Record<'s, 'a> {
    /// The name of the element, such as `hbinfo`.
    #[must_use]
    pub const fn name(&self) -> &'a str {
        self.name
    }

    /// The value of the field called `name`, if there is one and it is not empty.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Value<'a>> {
        find(self.fields, name)
    }

    /// All fields, sorted by name.
    #[must_use]
    pub const fn fields(&self) -> &'s [Field<'a>] {
        self.fields
    }
}

/// A nested document, step by step.
#[derive(Clone, Debug)]
struct Walk<'a> {
    reader: Reader<'a>,
    /// The list that is open.
    list: Option<&'a str>,
    /// The record that is open, in the list if one is open.
    record: Option<&'a str>,
}

enum Step<'a> {
    Field(Field<'a>),
    /// The start of a group of this name.
    Group(&'a str),
    /// The end of the innermost group.
    End,
}

impl<'a> Walk<'a> {
    const fn over(document: &'a [u8]) -> Self {
        Self { reader: Reader::new(document), list: None, record: None }
    }

    /// The next step; nothing more after an error.
    fn step(&mut self) -> Result<Option<Step<'a>>, Error> {
        let step = self.next_step();
        if step.is_err() {
            self.reader.stop();
        }
        step
    }

    fn next_step(&mut self) -> Result<Option<Step<'a>>, Error> {
        if !self.reader.is_inside().map_err(|Refused| self.reader.cursor.error())? {
            return Ok(None);
        }
        let cursor = &mut self.reader.cursor;
        cursor.blanks();
        if cursor.rest.starts_with("</")
            && let Some(name) = self.record.take().or_else(|| self.list.take())
        {
            cursor.end_tag(name).map_err(|Refused| cursor.error())?;
            return Ok(Some(Step::End));
        }
        if self.record.is_none()
            && let Some((name, inside)) = group(cursor)
        {
            let is_list = self.list.is_none() && group(&inside).is_some();
            let open = if is_list { &mut self.list } else { &mut self.record };
            *open = Some(name);
            *cursor = inside;
            return Ok(Some(Step::Group(name)));
        }
        // In a list there are no fields; but first it is known whether this is one.
        let nested = Error::new(ErrorKind::Nested, cursor.offset());
        match self.reader.next().transpose()? {
            Some(_) if self.list.is_some() && self.record.is_none() => Err(nested),
            field => Ok(field.map(Step::Field)),
        }
    }

    /// The next field or group below the root. The content and the end of a group are skipped.
    fn below_root(&mut self) -> Result<Option<Step<'a>>, Error> {
        loop {
            let is_below_root = self.list.is_none() && self.record.is_none();
            let step = self.step()?;
            if is_below_root || step.is_none() {
                return Ok(step);
            }
        }
    }
}

/// The name of the group whose start tag is next, and what follows the tag; `None` for a field.
fn group<'a>(cursor: &Cursor<'a>) -> Option<(&'a str, Cursor<'a>)> {
    let mut inside = cursor.clone();
    let name = inside.start_tag().ok()?;
    let has_content = inside.tag_end().ok()?;
    inside.blanks();
    (has_content && inside.is_at_start_tag()).then_some((name, inside))
}
