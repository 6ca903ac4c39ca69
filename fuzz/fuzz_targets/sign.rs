//! Signatures, the signed string and what is ambiguous, against the naive oracle.

#![no_main]

use libfuzzer_sys::arbitrary::{Result, Unstructured};
use libfuzzer_sys::fuzz_target;
use wxp_core::{Algorithm, Canonical, ErrorKind, Field, Key, Signature};
use wxp_fuzz::{Pair, input, oracle, table};

fuzz_target!(|data: &[u8]| {
    let _ = check(&mut Unstructured::new(data));
});

fn check(u: &mut Unstructured<'_>) -> Result<()> {
    let algorithm = *u.choose(&[Algorithm::Md5, Algorithm::HmacSha256])?;
    let secret = u.arbitrary::<&str>()?.to_owned();
    let fields = input::fields(u)?;
    let Ok(key) = Key::nonstandard(algorithm, secret.as_bytes()) else {
        assert!(!(1..=64).contains(&secret.len()));
        return Ok(());
    };
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
            assert_eq!(fields[field].1.find(&secret), Some(error.position()));
            return Ok(());
        }
    };
    assert_eq!(order.to_string(), oracle::canonical(&fields));
    assert_eq!(signature.as_str(), oracle::sign(algorithm, &secret, &fields));
    assert!(fields.iter().all(|(name, value)| order.get(name).is_some_and(|v| v == **value)));
    let is_signed = |(name, value): &&Pair| name != "sign" && !value.is_empty();
    let is_ambiguous = fields.iter().filter(is_signed).any(|(_, value)| imitates(value));
    assert_eq!(order.is_ambiguous(), is_ambiguous);

    // Any text in place of the signature.
    let offered = fields.iter().find(|(name, _)| name == "sign").map_or("", |(_, value)| value);
    assert_eq!(
        Signature::parse(offered).is_ok_and(|other| other.matches(&signature)),
        offered.eq_ignore_ascii_case(signature.as_str())
    );
    assert_eq!(key.verify(&order).is_ok(), oracle::is_authentic(algorithm, &secret, &fields));
    // The right one.
    let mut fields = fields.clone();
    fields.retain(|(name, _)| name != "sign");
    fields.push(("sign".into(), signature.as_str().to_lowercase()));
    let table = wxp_fuzz::table(&fields);
    if let Ok(order) = Canonical::of(&table) {
        assert_eq!(key.verify(&order).is_ok(), oracle::is_authentic(algorithm, &secret, &fields));
    }
    Ok(())
}

/// Whether a text holds `&name=`.
fn imitates(value: &str) -> bool {
    value.split('&').skip(1).any(|part| {
        // A name may be longer here than a field's.
        let is_name = |name: &str| {
            Field::is_name(&name.as_bytes()[..name.len().min(64)])
                && name.bytes().all(|byte| Field::is_name(&[b'a', byte]))
        };
        part.split_once('=').is_some_and(|(name, _)| is_name(name))
    })
}
