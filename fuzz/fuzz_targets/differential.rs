//! Whatever is accepted, roxmltree and quick-xml report alike; and what is refused as malformed,
//! roxmltree refuses as well.

#![no_main]

use libfuzzer_sys::fuzz_target;
use wxp_core::{Error, ErrorKind, xml};
use wxp_fuzz::peers::{by_quick_xml, by_roxmltree};
use wxp_fuzz::{Pair, input};

fuzz_target!(|data: &[u8]| {
    let document = input::document(data);
    let fields = xml::read(&document).map(|field| {
        field.map(|field| (field.name().to_owned(), field.value().to_string()))
    });
    let fields: Result<Vec<Pair>, Error> = fields.collect();
    match fields {
        Ok(fields) => {
            assert_eq!(by_roxmltree(&document).as_ref(), Ok(&fields));
            assert_eq!(by_quick_xml(&document).as_ref(), Ok(&fields));
        }
        Err(error) if is_our_own(error.kind()) => {}
        Err(error) => {
            let other = by_roxmltree(&document);
            assert!(other.is_err(), "{error:?} {other:?}");
        }
    }
});

/// What is refused although XML allows it.
const fn is_our_own(kind: ErrorKind) -> bool {
    use ErrorKind::*;
    match kind {
        // On purpose; nothing behind it has been read, so that it may be malformed as well.
        Doctype | Comment | ProcessingInstruction | Attribute | Prefix | Name | Nested | Stray
        | Encoding => true,
        _ => false,
    }
}
