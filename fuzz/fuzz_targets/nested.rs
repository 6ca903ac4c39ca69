//! Nested documents: fields and records are those that roxmltree finds, and without groups they are
//! what the flat reader reads.

#![no_main]

use libfuzzer_sys::fuzz_target;
use wxp_core::xml::{self, Records};
use wxp_core::{Error, ErrorKind, Field, Reply};
use wxp_fuzz::peers::nested_by_roxmltree;
use wxp_fuzz::{Pair, input, pairs};

/// A record: its name, and its fields.
type Record = (String, Vec<Pair>);

fuzz_target!(|data: &[u8]| {
    let document = input::document(data);
    let mut slots = vec![Field::EMPTY; document.len() / 4 + 1];
    let flat = xml::read_into(&document, &mut slots).map(pairs);
    let outline = xml::read_nested_into(&document, &mut slots)
        .map(|(fields, groups)| (pairs(fields), groups));

    let mut records = Vec::new();
    let mut reader = xml::records(&document);
    let fault = loop {
        let mut answer = next(&mut reader, &mut slots[..1]);
        // A record that did not fit can be asked for again.
        if answer.as_ref().is_err_and(|error| matches!(error.kind(), ErrorKind::Space { .. })) {
            answer = next(&mut reader, &mut slots);
        }
        match answer {
            Ok(Some(record)) => records.push(record),
            Ok(None) => break None,
            Err(error) => break Some(error),
        }
    };
    assert_eq!(next(&mut reader, &mut slots), Ok(None));

    match (&outline, &fault) {
        (Ok((fields, has_groups)), None) => {
            let (mut other, mut groups) = nested_by_roxmltree(&document).unwrap();
            other.sort();
            groups.iter_mut().for_each(|(_, fields)| fields.sort());
            assert_eq!((fields, &records), (&other, &groups));
            assert_eq!(*has_groups, !groups.is_empty());
        }
        (Ok(_), Some(error)) | (Err(error), None) if error.kind() == ErrorKind::Duplicate => {}
        (Err(one), Some(other)) => {
            let is_duplicate = |kind| kind == ErrorKind::Duplicate;
            assert!(one == other || is_duplicate(one.kind()) || is_duplicate(other.kind()));
            assert!(one.position() <= document.len() && other.position() <= document.len());
        }
        (outline, fault) => panic!("{outline:?} {fault:?}"),
    }
    match &flat {
        Ok(flat) => assert_eq!(outline.as_ref(), Ok(&(flat.clone(), false))),
        Err(error) if error.kind() == ErrorKind::Nested => {
            assert!(outline.is_err() || outline.is_ok_and(|(_, has_groups)| has_groups));
        }
        Err(error) => assert_eq!(outline.unwrap_err(), *error),
    }
    // No signature covers groups.
    let has_sign = |reply: &Reply<'_, '_>| reply.unverified().iter().any(|f| f.name() == "sign");
    if let (Ok(reply), Err(_)) = (Reply::read_nested(&document, &mut slots), flat) {
        assert!(!has_sign(&reply));
    }
});

fn next<'a>(records: &mut Records<'a>, slots: &mut [Field<'a>]) -> Result<Option<Record>, Error> {
    let record = records.next_into(slots)?;
    Ok(record.map(|record| (record.name().to_owned(), pairs(record.fields()))))
}
