//! Every short text and every small change of a message. A naive reader reads each of them as well,
//! and must agree.

mod changes;
mod texts;

use wxp_core::{Error, ErrorKind, Field, xml};

use crate::naive;

/// Reads a document in both ways, and into the slots; what was wrong with it.
fn read<'s, 'a>(document: &'a [u8], slots: &'s mut [Field<'a>]) -> Result<&'s [Field<'a>], Error> {
    let result = xml::read_into(document, slots);
    let one_by_one = xml::read(document).find_map(Result::err);
    let shown = || document.escape_ascii();
    match (&result, naive::read(document)) {
        (Ok(fields), Some(expected)) => {
            let inside = document.as_ptr_range();
            let is_inside = |text: &str| {
                let text = text.as_bytes().as_ptr_range();
                inside.start <= text.start && text.end <= inside.end
            };
            let all = fields.iter().zip(&expected).all(|(field, (name, value))| {
                field.name() == name
                    && field.value() == **value
                    && is_inside(field.name())
                    && field.value().as_str().is_none_or(|text| text.is_empty() || is_inside(text))
            });
            assert!(all && fields.len() == expected.len(), "{fields:?} {expected:?} {}", shown());
            assert_eq!(one_by_one, None, "{}", shown());
        }
        (Err(error), None) => {
            let is_documented = (40..60).contains(&error.kind().code());
            assert!(is_documented && error.position() <= document.len(), "{error:?} {}", shown());
            let same = one_by_one.map_or(error.kind() == ErrorKind::Duplicate, |e| e == *error);
            assert!(same, "{error:?} {one_by_one:?} {}", shown());
        }
        (result, expected) => panic!("{result:?} {expected:?} {}", shown()),
    }
    result
}
