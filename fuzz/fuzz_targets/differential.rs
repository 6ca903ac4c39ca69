//! Whatever is accepted, roxmltree and quick-xml report alike; and what is refused as malformed,
//! roxmltree refuses as well.

#![no_main]

use libfuzzer_sys::fuzz_target;
use wxp_core::{Error, ErrorKind, xml};
use wxp_fuzz::peers::{by_quick_xml, by_roxmltree};
use wxp_fuzz::{Pair, input};

fuzz_target!(|data: &[u8]| {
    let document = input::document(data);
    let fields = xml::read(&document)
        .map(|field| field.map(|field| (field.name().to_owned(), field.value().to_string())));
    let fields: Result<Vec<Pair>, Error> = fields.collect();
    match fields {
        Ok(fields) => {
            assert_eq!(by_roxmltree(&document).as_ref(), Ok(&fields));
            assert_eq!(by_quick_xml(&document).as_ref(), Ok(&fields));
        }
        Err(error) if is_our_own(error.kind()) => {}
        Err(error) => {
            let other = by_roxmltree(&document);
            assert!(other.is_err() || is_its_own(&document, error, &other), "{error:?} {other:?}");
        }
    }
});

/// What is refused on purpose although XML allows it; what stands behind it has not been read, and
/// may be malformed as well.
const fn is_our_own(kind: ErrorKind) -> bool {
    use ErrorKind::{
        Attribute, Comment, Doctype, Encoding, Name, Nested, Prefix, ProcessingInstruction, Stray,
    };
    matches!(
        kind,
        Attribute
            | Comment
            | Doctype
            | Encoding
            | Name
            | Nested
            | Prefix
            | ProcessingInstruction
            | Stray
    )
}

/// What roxmltree 0.21 accepts although XML forbids it.
fn is_its_own(document: &[u8], error: Error, other: &Result<Vec<Pair>, String>) -> bool {
    let holds = |text| other.iter().flatten().any(|(_, value)| value.contains(text));
    match error.kind() {
        // A reference to what is no character is read as U+FFFD (XML 1.0, section 4.1).
        ErrorKind::Reference => holds('\u{fffd}'),
        // `</:a>` ends `<a>` (sections 2.3 and 3.1; expat refuses it, too).
        ErrorKind::EndTag => document.get(error.position()) == Some(&b':'),
        // Of a declaration only its beginning and its end count (section 2.8).
        ErrorKind::Declaration => true,
        _ => false,
    }
}
