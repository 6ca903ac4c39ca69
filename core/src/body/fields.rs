//! Lists of fields in other forms than XML.

mod json;
mod pairs;
pub(super) mod php;
mod scan;

use super::layer::{Escapes, unescape};
use super::{BYTE_ORDER_MARK, Body};
use crate::base::Writer;
use crate::error::{Error, ErrorKind};
use crate::field::Field;
use crate::value::Value;
use json::Json;
use pairs::{Lines, Pairs};
use php::Php;
use scan::Scan;

/// The fields of a text that is no document, in the order of the text.
#[derive(Clone, Copy, Debug)]
pub struct FieldList<'s, 'a> {
    /// The fields. What a string that was signed has as `key` is none of them: it is the API key.
    pub fields: &'s [Field<'a>],
    /// Whether the API key was in the text, as `&key=`.
    pub held_key: bool,
    /// Whether the parting is a guess: a string that was signed has no escapes, so that a value
    /// which holds `&name=` cannot be told from two fields.
    pub is_guess: bool,
}

/// Reads a text that is a list of fields: a string that was signed, form data, lines of
/// `name=value`, an address, a flat object in JSON, or an array as PHP shows it.
///
/// Decoded values lie in the scratch memory; as much as the text is long always suffices. Numbers
/// and truth values stay as they are written; `null` is an empty value. A name may come twice.
///
/// # Errors
///
/// [`ErrorKind::List`] with the offset of what fits no such list, as a list within a list, and 0
/// for a text of another kind; [`ErrorKind::FieldName`], [`ErrorKind::Escape`] and
/// [`ErrorKind::NotUtf8`] with an offset; and [`ErrorKind::Space`] with the length of the text if
/// the scratch memory is shorter than needed, or else with the number of fields. Nothing of a
/// refused text is left in the slots.
///
/// ```
/// use wxp_core::{Field, body};
///
/// let (mut scratch, mut slots) = ([0; 64], [Field::EMPTY; 16]);
/// let text = b"appid=wx1&total_fee=1&key=192006250b4c09247ec02edce69f6a2d";
/// let list = body::read_list(text, &mut scratch, &mut slots)?;
/// assert_eq!(list.fields.len(), 2);
/// assert!(list.held_key && list.is_guess);
/// # Ok::<(), wxp_core::Error>(())
/// ```
pub fn read_list<'s, 'a>(
    text: &'a [u8],
    scratch: &'a mut [u8],
    slots: &'s mut [Field<'a>],
) -> Result<FieldList<'s, 'a>, Error> {
    match fill(text, scratch, slots) {
        Ok((count, held_key, is_guess)) => {
            let fields = slots.get(..count).unwrap_or_default();
            Ok(FieldList { fields, held_key, is_guess })
        }
        Err(error) => {
            slots.fill(Field::EMPTY);
            Err(error)
        }
    }
}

/// One item of a list, as it is written.
struct Item<'a> {
    name: Part<'a>,
    value: Part<'a>,
    form: Form,
}

/// A part of the text, and its offset.
#[derive(Clone, Copy)]
struct Part<'a> {
    text: &'a str,
    offset: usize,
}

/// How a value is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Plain,
    /// Percent-encoded.
    Percent,
    /// With the escapes of JSON.
    Json,
    /// With the escapes of single quotation marks in PHP.
    Single,
}

enum Source<'a> {
    Pairs(Pairs<'a>),
    Lines(Lines<'a>),
    Json(Json<'a>),
    Php(Php<'a>),
}

impl<'a> Source<'a> {
    /// The list in the text from `start` on. Line ends behind it are none of its own; white space
    /// can be.
    fn of(body: Body, text: &'a str, start: usize) -> Option<Self> {
        let text = match body {
            Body::Lines => text,
            Body::Address => {
                let end = text.bytes().position(|byte| byte == b'#').unwrap_or(text.len());
                text.get(..end).unwrap_or_default().trim_ascii_end()
            }
            Body::Canonical | Body::Form => text.trim_end_matches(['\r', '\n']),
            _ => text.trim_ascii_end(),
        };
        let text = Scan::new(text, start);
        Some(match body {
            Body::Canonical => Self::Pairs(Pairs::of(text, Form::Plain)),
            Body::Form => Self::Pairs(Pairs::of(text, Form::Percent)),
            Body::Address => Self::Pairs(Pairs::of_address(text)),
            Body::Lines => Self::Lines(Lines::of(text)),
            Body::Json => Self::Json(Json::of(text)),
            Body::PhpArray => Self::Php(Php::of(text)),
            _ => return None,
        })
    }

    fn next(&mut self) -> Result<Option<Item<'a>>, Error> {
        match self {
            Self::Pairs(pairs) => pairs.next(),
            Self::Lines(lines) => lines.next(),
            Self::Json(object) => object.next(),
            Self::Php(array) => array.next(),
        }
    }
}

/// Fills the slots; the number of fields, whether the key was among them, and whether it is a guess.
fn fill<'a>(
    bytes: &'a [u8],
    mut scratch: &'a mut [u8],
    slots: &mut [Field<'a>],
) -> Result<(usize, bool, bool), Error> {
    let body = Body::of(bytes);
    let text = core::str::from_utf8(bytes)
        .map_err(|error| Error::new(ErrorKind::NotUtf8, error.valid_up_to()))?;
    let mark = if bytes.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
    let mut source = Source::of(body, text, mark).ok_or(Error::new(ErrorKind::List, 0))?;
    let (mut count, mut held_key) = (0_usize, false);
    while let Some(item) = source.next()? {
        if !Field::is_name(item.name.text.as_bytes()) {
            return Err(Error::new(ErrorKind::FieldName, item.name.offset));
        }
        if matches!(body, Body::Canonical | Body::Form)
            && item.name.text.eq_ignore_ascii_case("key")
        {
            held_key = true;
            continue;
        }
        let (value, rest) = item.value.decode(item.form, scratch, bytes.len())?;
        scratch = rest;
        if let Some(slot) = slots.get_mut(count) {
            *slot = Field::checked(item.name.text, Value::new(value));
        }
        count = count.saturating_add(1);
    }
    if count > slots.len() {
        return Err(ErrorKind::Space { needed: count }.into());
    }
    Ok((count, held_key, body == Body::Canonical))
}

impl<'a> Part<'a> {
    /// The text that was written, and what is left of the scratch memory.
    fn decode(
        self,
        form: Form,
        scratch: &'a mut [u8],
        enough: usize,
    ) -> Result<(&'a str, &'a mut [u8]), Error> {
        let is_plain = match form {
            Form::Plain => true,
            Form::Percent => !self.text.bytes().any(|byte| matches!(byte, b'%' | b'+')),
            Form::Json | Form::Single => !self.text.bytes().any(|byte| byte == b'\\'),
        };
        if is_plain {
            return Ok((self.text, scratch));
        }
        let placed =
            |error: Error| Error::new(error.kind(), self.offset.saturating_add(error.position()));
        let write = |writer: &mut Writer<'_>| match form {
            Form::Percent => pairs::percent_decode(self.text.as_bytes(), writer),
            Form::Single => php::unescape(self.text.as_bytes(), writer),
            _ => unescape(self.text.as_bytes(), Escapes::Log, writer),
        };
        let mut ruler = Writer::default();
        write(&mut ruler).map_err(placed)?;
        let space = Error::from(ErrorKind::Space { needed: enough });
        let (room, rest) = scratch.split_at_mut_checked(ruler.written()).ok_or(space)?;
        write(&mut Writer::new(room)).map_err(placed)?;
        let value = core::str::from_utf8(room);
        Ok((value.map_err(|_| Error::new(ErrorKind::NotUtf8, self.offset))?, rest))
    }
}
