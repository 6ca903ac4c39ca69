//! What is written is read back, by us and by roxmltree, and verifies; what cannot be sent is
//! refused, and the buffer is then as it was.

#![no_main]

use libfuzzer_sys::arbitrary::{Result, Unstructured};
use libfuzzer_sys::fuzz_target;
use wxp_core::{Algorithm, Canonical, ErrorKind, Field, Key, xml};
use wxp_fuzz::peers::by_roxmltree;
use wxp_fuzz::{Pair, SECRET, input, oracle, pairs, table};

fn can_be_sent(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}')
}

fuzz_target!(|data: &[u8]| {
    let _ = check(&mut Unstructured::new(data));
});

fn check(u: &mut Unstructured<'_>) -> Result<()> {
    let algorithm = *u.choose(&[Algorithm::Md5, Algorithm::HmacSha256])?;
    let room: u16 = u.arbitrary()?;
    let fields = input::fields(u)?;
    let key = Key::new(algorithm, SECRET.as_bytes()).unwrap();
    let table = table(&fields);
    let order = match Canonical::of(&table) {
        Ok(order) => order,
        Err(error) => {
            assert!(error.kind() == ErrorKind::TooManyFields && fields.len() > 255);
            return Ok(());
        }
    };
    let signature = match key.sign(&order) {
        Ok(signature) => signature,
        Err(error) => {
            let ErrorKind::LeakedSecret { field } = error.kind() else { panic!("{error:?}") };
            assert_eq!(fields[field].1.find(SECRET), Some(error.position()));
            return Ok(());
        }
    };
    let mut signed: Vec<Pair> = fields
        .iter()
        .filter(|(name, value)| name != "sign" && !value.is_empty())
        .cloned()
        .collect();
    let is_sendable = signed.iter().all(|(_, value)| value.chars().all(can_be_sent));
    let needed = match xml::len(&order, &signature) {
        Ok(needed) => needed,
        Err(error) => {
            let ErrorKind::Character { field } = error.kind() else { panic!("{error:?}") };
            let value = &fields[field].1;
            let (head, tail) = value.split_at(error.position());
            assert!(head.chars().all(can_be_sent) && !tail.starts_with(can_be_sent));
            0
        }
    };
    assert_eq!(needed > 0, is_sendable);

    let mut out = vec![0xAA; usize::from(room)];
    let document = match xml::write(&order, &signature, &mut out) {
        Ok(document) => document.to_owned(),
        Err(error) => {
            assert!(!is_sendable || error.kind() == ErrorKind::Space { needed });
            assert!(out.iter().all(|byte| *byte == 0xAA));
            return Ok(());
        }
    };
    assert!(document.len() == needed && out[needed..].iter().all(|byte| *byte == 0xAA));
    signed.push(("sign".into(), oracle::sign(algorithm, SECRET, &fields)));
    signed.sort();
    let mut slots = vec![Field::EMPTY; 301];
    let read = xml::read_into(document.as_bytes(), &mut slots).unwrap();
    assert_eq!(pairs(read), signed);
    let mut other = by_roxmltree(document.as_bytes()).unwrap();
    other.sort();
    assert_eq!(other, signed);
    let verified = key.verify(&Canonical::of(read).unwrap()).is_ok();
    assert_eq!(verified, oracle::is_authentic(algorithm, SECRET, &signed));
    Ok(())
}
