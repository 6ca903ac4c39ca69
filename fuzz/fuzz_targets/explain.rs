//! Explaining: the right signature is called right, a mistake names a field of the table, and
//! common mistakes, made the plain way, are found.

#![no_main]

use libfuzzer_sys::arbitrary::{Result, Unstructured};
use libfuzzer_sys::fuzz_target;
use wxp_core::{Algorithm, Canonical, Cause, Explanation, Key, Language, Value, explain};
use wxp_fuzz::{Pair, input, oracle, table};

fuzz_target!(|data: &[u8]| {
    let _ = check(&mut Unstructured::new(data));
});

fn check(u: &mut Unstructured<'_>) -> Result<()> {
    let algorithm = *u.choose(&[Algorithm::Md5, Algorithm::HmacSha256])?;
    let mistake = u.int_in_range(0..=9)?;
    let secret: String =
        u.arbitrary::<[u8; 8]>()?.map(|b| char::from(b'A' + b % 58)).iter().collect();
    let text = u.arbitrary::<&str>()?.to_owned();
    let mut fields = input::fields(u)?;
    // Each of them is tried, and each costs some signatures.
    fields.truncate(40);
    let right = oracle::sign(algorithm, &secret, &fields);
    let other = match algorithm {
        Algorithm::Md5 => Algorithm::HmacSha256,
        Algorithm::HmacSha256 => Algorithm::Md5,
    };
    let all = |change: fn(&str) -> String| -> Vec<Pair> {
        fields.iter().map(|(name, value)| (name.clone(), change(value))).collect()
    };
    let without = |name: &str| -> Vec<Pair> {
        fields.iter().filter(|(other, _)| other != name).cloned().collect()
    };
    // What no mistake of this kind can be told from, is not asked for.
    let offered = match mistake {
        0 => text,
        1 => right.to_lowercase(),
        2 => format!(" {right}\r\n"),
        3 => right[..20].to_owned(),
        4 => oracle::sign(other, &secret, &fields),
        5 => oracle::sign(algorithm, &secret.to_lowercase(), &fields),
        6 => oracle::sign(algorithm, &format!("{secret}\n"), &fields),
        7 => oracle::sign(algorithm, &secret, &without("sign_type")),
        8 => oracle::sign(
            algorithm,
            &secret,
            &all(|value| value.trim_matches([' ', '\t', '\r', '\n']).into()),
        ),
        _ => right.clone(),
    };
    let key = Key::nonstandard(algorithm, secret.as_bytes()).unwrap();
    let table = table(&fields);
    let order = Canonical::of(&table).unwrap();
    let stated = fields.iter().find(|(name, _)| name == "sign_type").map_or("", |(_, v)| v);
    let contradicts = !stated.is_empty() && stated != algorithm.name();
    match explain(&key, &order, Value::new(&offered)) {
        Explanation::Right => assert!(offered == right && !contradicts),
        Explanation::Mistake { cause, fields } => {
            assert!(fields.iter().all(|field| field < table.len()));
            assert!(Language::ALL.iter().all(|one| !cause.text(*one).is_empty()));
            assert_eq!(offered.is_empty(), cause == Cause::Missing);
            if cause == Cause::Contradiction {
                assert!(contradicts && offered.eq_ignore_ascii_case(&right));
            }
            assert!(offered != right || contradicts);
        }
        _ => assert_eq!(mistake, 0, "{offered}"),
    }
    Ok(())
}
