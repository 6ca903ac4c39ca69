//! Judging: authentic is only what the oracle finds authentic in what another reader read, and all
//! of that is, where a signature is expected.

#![no_main]

use libfuzzer_sys::arbitrary::{Result, Unstructured};
use libfuzzer_sys::fuzz_target;
use wxp_core::{
    Algorithm, Canonical, Endpoint, ErrorKind, Field, Key, Language, Notice, Reply, Signed, Source,
    Verdict, xml,
};
use wxp_fuzz::peers::by_roxmltree;
use wxp_fuzz::{Pair, SECRET, input, oracle, table};

fuzz_target!(|data: &[u8]| {
    let _ = check(data);
});

fn check(data: &[u8]) -> Result<()> {
    let mut u = Unstructured::new(data);
    let source = source(u.arbitrary()?);
    let algorithm = *u.choose(&[Algorithm::Md5, Algorithm::HmacSha256])?;
    let key = Key::new(algorithm, SECRET.as_bytes()).unwrap();
    let document =
        if u.arbitrary()? { signed(&mut u, &key)? } else { input::document(u.take_rest()) };
    let mut slots = vec![Field::EMPTY; 400];
    let Ok(reply) = Reply::read(&document, &mut slots) else { return Ok(()) };

    let fields = by_roxmltree(&document).unwrap();
    let value = |name: &str| {
        fields.iter().find(|(other, _)| other == name).map_or("", |(_, value)| &**value)
    };
    let is_authentic = oracle::is_authentic(algorithm, SECRET, &fields);
    let message = match reply.judge(&key, source) {
        Verdict::Succeeded(message)
        | Verdict::Accepted(message)
        | Verdict::Failed(message)
        | Verdict::Unsettled(message) => {
            assert!(is_authentic && source.signed() != Signed::Never);
            *message
        }
        Verdict::Unvouched(message) => {
            assert!(match source.signed() {
                Signed::Always => false,
                Signed::Sometimes => value("sign").is_empty(),
                Signed::Never => true,
            });
            *message
        }
        Verdict::Refused { message, advice } => {
            assert_ne!(value("return_code"), "SUCCESS");
            let text = message.map(|text| text.to_string()).unwrap_or_default();
            assert!(text == value("return_msg") || text == value("retmsg"));
            assert!(Language::ALL.iter().all(|one| !advice.text(*one).is_empty()));
            return Ok(());
        }
        Verdict::Untrusted(error) => {
            match error.kind() {
                ErrorKind::Lacks { field } => assert!(is_authentic && value(field).is_empty()),
                ErrorKind::Foreign { field } => assert!(is_authentic && !value(field).is_empty()),
                ErrorKind::Ambiguous => assert!(is_authentic),
                ErrorKind::NoReturnCode => assert_eq!(value("return_code"), ""),
                _ => assert!(!is_authentic && (60..=62).contains(&error.kind().code())),
            }
            return Ok(());
        }
    };
    // Nothing is added and nothing lost.
    let mut expected = fields.clone();
    expected.sort();
    assert_eq!(wxp_fuzz::pairs(message.fields()), expected);
    for (name, value) in &expected {
        assert_eq!(message.get(name).map(|v| v.to_string()).unwrap_or_default(), *value);
    }
    let _ = (message.advice(), message.is_ambiguous());
    let _ = message.numbered("refund_status").chain(message.numbered_in("a", 0)).count();
    Ok(())
}

/// One of all operations and notices.
fn source(number: u8) -> Source {
    let number = usize::from(number) % (Endpoint::COUNT + Notice::ALL.len());
    match Endpoint::all().nth(number) {
        Some(endpoint) => endpoint.into(),
        None => Notice::ALL[number - Endpoint::COUNT].into(),
    }
}

/// A message that is signed, and perhaps changed in one byte afterwards.
fn signed(u: &mut Unstructured<'_>, key: &Key) -> Result<Vec<u8>> {
    let (place, byte) = (u.arbitrary::<u16>()?, u.arbitrary::<u8>()?);
    let mut fields: Vec<Pair> = input::fields(u)?;
    for (name, value) in [("return_code", "SUCCESS"), ("result_code", "SUCCESS")] {
        if fields.iter().all(|(other, _)| other != name) {
            fields.push((name.into(), value.into()));
        }
    }
    let table = table(&fields);
    let mut out = vec![0; 1 << 16];
    let Ok(order) = Canonical::of(&table) else { return Ok(Vec::new()) };
    let Ok(signature) = key.sign(&order) else { return Ok(Vec::new()) };
    let document = xml::write(&order, &signature, &mut out).map_or("", |document| document);
    let mut document = document.as_bytes().to_vec();
    if let Some(slot) = document.get_mut(usize::from(place)) {
        *slot = byte;
    }
    Ok(document)
}
