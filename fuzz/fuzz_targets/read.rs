//! Reading: never panics, yields only what lies in the document, and says the same item by item, at
//! once, into a table, and as the naive reader does.

#![no_main]

use libfuzzer_sys::fuzz_target;
use wxp_core::{Body, ErrorKind, Field, xml};
use wxp_fuzz::{input, oracle, pairs};

fuzz_target!(|data: &[u8]| {
    let document = input::document(data);
    let _ = Body::of(&document);
    let inside = document.as_ptr_range();
    let is_inside = |text: &str| {
        let text = text.as_bytes().as_ptr_range();
        inside.start <= text.start && text.end <= inside.end
    };

    let (mut one_by_one, mut fields, mut fault) = (Vec::new(), Vec::new(), None);
    let mut reader = xml::read(&document);
    while let Some(item) = reader.next() {
        one_by_one.push(format!("{item:?}"));
        assert!(is_inside(reader.root()) || reader.root().is_empty());
        match item {
            Ok(field) => {
                assert!(Field::is_name(field.name().as_bytes()) && is_inside(field.name()));
                let value = field.value();
                assert!(value.as_str().is_none_or(|text| text.is_empty() || is_inside(text)));
                // No piece is empty, so that there are never more of them than bytes.
                assert!(value.chunks().all(|piece| !piece.is_empty()));
                let text = value.to_string();
                assert!(value == *text && value.len() == text.len());
                assert_eq!(value.is_empty(), text.is_empty());
                let number = text.parse().ok().filter(|number: &u64| number.to_string() == text);
                assert_eq!(value.parse_u64(), number);
                let mut copy = vec![0; text.len()];
                assert_eq!(value.copy_to(&mut copy), Ok(&*text));
                fields.push(field);
            }
            Err(error) => {
                assert!((40..60).contains(&error.kind().code()), "{error:?}");
                assert_ne!(error.kind(), ErrorKind::Duplicate);
                assert!(error.position() <= document.len(), "{error:?}");
                fault = Some(error);
            }
        }
    }
    assert!(reader.next().is_none());
    let at_once = xml::read(&document).fold(Vec::new(), |mut all, item| {
        all.push(format!("{item:?}"));
        all
    });
    assert_eq!(one_by_one, at_once);

    // As many slots as the first byte says.
    let mut slots = vec![Field::EMPTY; usize::from(data.first().copied().unwrap_or(0) >> 1)];
    let capacity = slots.len();
    let result = xml::read_into(&document, &mut slots).map(pairs);
    let mut expected = pairs(&fields);
    expected.sort();
    let repeats = expected.windows(2).any(|pair| pair[0].0 == pair[1].0);
    let accepted = (fault.is_none() && !repeats).then_some(&expected);
    assert_eq!(oracle::read(&document).as_ref(), accepted);
    match (result, fault) {
        (Ok(found), None) => assert!(!repeats && found == expected),
        (Err(error), Some(fault)) => assert_eq!(error, fault),
        (Err(error), None) if error.kind() == ErrorKind::Duplicate => assert!(repeats),
        (Err(error), None) => {
            assert_eq!(error.kind(), ErrorKind::Space { needed: expected.len() });
            assert!(capacity < expected.len());
        }
        (Ok(found), Some(fault)) => panic!("{found:?} {fault:?}"),
    }
    if xml::read_into(&document, &mut slots).is_err() {
        assert!(slots.iter().all(|slot| slot.name().is_empty() && slot.value().is_empty()));
    }
});
