//! 266 judged documents: accepted with the right values, or refused.

use data_encoding::BASE64;
use serde_json::Value as Json;
use wxp_core::{Field, xml};

use crate::data::{self, pairs};

pub(crate) fn cases() -> Vec<(Json, Vec<u8>)> {
    let Json::Array(cases) = data::json("attacks.json")["cases"].take() else { panic!() };
    let document = |case: &Json| match (&case["input"], &case["input_b64"]) {
        (Json::String(text), _) => text.clone().into_bytes(),
        (_, Json::String(text)) => BASE64.decode(text.as_bytes()).unwrap(),
        _ => panic!("{case}"),
    };
    cases.into_iter().map(|case| (document(&case), case)).map(|(d, c)| (c, d)).collect()
}

#[test]
fn every_document_is_judged_as_the_profile_says() {
    let cases = cases();
    assert_eq!(cases.len(), 266);
    for (case, document) in &cases {
        let name = &case["name"];
        let mut slots = [Field::EMPTY; 64];
        let mut reader = xml::read(document);
        reader.next();
        let result = xml::read_into(document, &mut slots);
        if let Err(error) = result {
            assert!((40..60).contains(&error.kind().code()) || error.kind().code() == 30, "{name}");
            assert!(error.position() <= document.len(), "{name}: {error}");
        }
        // The profile fixes the root, which this reader leaves to its caller.
        let accepted = result.ok().filter(|_| reader.root() == "xml");
        assert_eq!(accepted.is_some(), case["expect"] == "accept", "{name}: {result:?}");
        let Some(fields) = accepted else { continue };
        let Some(expected) = case["value"].as_object() else { continue };
        let expected: Vec<(String, String)> = expected
            .iter()
            .map(|(name, value)| (name.clone(), value.as_str().unwrap().to_owned()))
            .collect();
        assert_eq!(pairs(fields), expected, "{name}");
    }
}

#[test]
fn a_refused_document_leaves_the_slots_empty() {
    for (case, document) in cases().iter().filter(|(case, _)| case["expect"] == "reject") {
        let mut slots = [Field::EMPTY; 64];
        if xml::read_into(document, &mut slots).is_err() {
            assert!(slots.iter().all(|slot| slot.name().is_empty()), "{}", case["name"]);
        }
    }
}
