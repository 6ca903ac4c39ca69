//! Signatures made with each known mistake by a naive generator, and what is said about them.

use std::collections::HashSet;

use proptest::prelude::*;
use wxp_core::{Algorithm, Cause, Explanation, Language, Signature};

use crate::data::API_KEY;
use crate::oracle;
use crate::random::Random;

mod cases;
mod choices;
mod messages;
mod numbers;
mod received;
mod second;
mod values;

use messages::{
    Case, MESSAGES, Pairs, digest, every, every_value, hex, join, named, sign_as_is, sorted,
};

#[test]
fn a_right_signature_is_explained_as_right() {
    let mut random = Random(0);
    for _ in 0..MESSAGES {
        let (algorithm, secret) = (random.algorithm(), random.secret());
        let fields = random.message();
        let offered = oracle::sign(algorithm, &secret, &fields);
        let case = Case { algorithm, secret, fields, offered, marked: vec![] };
        assert_eq!(case.explanation(), Explanation::Right);
    }
}

#[test]
fn random_signatures_are_not_explained() {
    let mut random = Random(1);
    for _ in 0..10 * MESSAGES {
        let (algorithm, secret) = (random.algorithm(), random.secret());
        let fields = random.message();
        let len = [32, 64][random.index(2)];
        let offered = random.text("0123456789ABCDEF", len);
        let case = Case { algorithm, secret, fields, offered, marked: vec![] };
        assert_eq!(case.explanation(), Explanation::Unknown);
    }
}

#[test]
fn two_mistakes_at_once_are_not_explained() {
    let mut random = Random(2);
    for _ in 0..MESSAGES {
        let (algorithm, secret) = (random.algorithm(), random.secret());
        let fields = random.message();
        let offered = digest(algorithm, &secret, join(&fields));
        let case = Case { algorithm, secret, fields, offered, marked: vec![] };
        assert_eq!(case.explanation(), Explanation::Unknown);
    }
}

#[test]
fn mistakes_with_the_text_of_the_signature() {
    every(Cause::Missing, |_, _| ());
    every(Cause::Form, |random, case| {
        case.offered = ["SIGN", "01234", "12 34", "\u{7b7e}"][random.index(4)].repeat(8);
    });
    let right = |case: &Case| oracle::sign(case.algorithm, &case.secret, &case.fields);
    every(Cause::Form, |random, case| {
        let right = right(case);
        case.offered = match random.index(2) {
            0 => format!("{right}0"),
            _ => right.replacen(&right[..16], &format!("{} ", &right[..16]), 1),
        };
    });
    every(Cause::LowerCase, |_, case| case.offered = right(case).to_lowercase());
    every(Cause::Surrounded, |random, case| {
        let around = [" ", "\n", "\r\n", "\t"][random.index(4)];
        case.offered = match random.index(2) {
            0 => right(case) + around,
            _ => around.to_owned() + &right(case),
        };
    });
    every(Cause::Truncated, |random, case| {
        case.offered = right(case);
        case.offered.truncate(16 + random.index(case.offered.len() - 16));
    });
}

#[test]
fn fewer_than_16_digits_tell_nothing() {
    let mut random = Random(3);
    let (algorithm, secret) = (Algorithm::HmacSha256, random.secret());
    let fields = random.message();
    let right = oracle::sign(algorithm, &secret, &fields);
    for len in 1..16 {
        let mut case = Case {
            algorithm,
            secret: secret.clone(),
            fields: fields.clone(),
            offered: right[..len].to_owned(),
            marked: vec![],
        };
        let form = named(Cause::Form, &[]);
        assert_eq!(case.explanation(), form);
        case.offered = "0".repeat(len);
        assert_eq!(case.explanation(), form);
    }
}

#[test]
fn mistakes_with_dropped_zeros() {
    every(Cause::ZerosDropped, |random, case| {
        let whole = random.index(2) == 0;
        // As many messages as it takes for a zero that can be dropped.
        case.offered = loop {
            case.fields[0].1 = random.text("abcdefgh", 12);
            let right = oracle::sign(case.algorithm, &case.secret, &case.fields);
            let bytes = (0..right.len()).step_by(2).map(|at| &right[at..at + 2]);
            let dropped = match whole {
                true => right.trim_start_matches('0').to_owned(),
                false => bytes.map(|byte| byte.strip_prefix('0').unwrap_or(byte)).collect(),
            };
            if dropped.len() < right.len() && !right.starts_with(&dropped) {
                break dropped;
            }
        };
    });
}

#[test]
fn mistakes_with_the_algorithm() {
    every(Cause::OtherAlgorithm, |_, case| {
        let other = match case.algorithm {
            Algorithm::Md5 => Algorithm::HmacSha256,
            Algorithm::HmacSha256 => Algorithm::Md5,
        };
        case.offered = oracle::sign(other, &case.secret, &case.fields);
    });
    every(Cause::PlainSha256, |_, case| {
        use sha2::Digest;
        let message = format!("{}&key={}", join(&sorted(&case.fields)), case.secret);
        case.offered = hex(&sha2::Sha256::digest(message));
    });
    every(Cause::Contradiction, |random, case| {
        let other = ["RSA", "md5", "HMACSHA256"][random.index(3)];
        case.fields.push(("sign_type".into(), other.into()));
        case.offered = oracle::sign(case.algorithm, &case.secret, &case.fields);
    });
}

#[test]
fn mistakes_with_the_key() {
    every(Cause::KeyLeftOut, |_, case| {
        case.offered = digest(case.algorithm, &case.secret, join(&sorted(&case.fields)));
    });
    every(Cause::KeyUnnamed, |_, case| {
        let message = join(&sorted(&case.fields)) + &case.secret;
        case.offered = digest(case.algorithm, &case.secret, message);
    });
    let with = |case: &Case, secret: &str| oracle::sign(case.algorithm, secret, &case.fields);
    every(Cause::KeyTrimmed, |random, case| {
        let secret = case.secret.clone();
        case.secret = match random.index(3) {
            0 => format!("{secret}\n"),
            1 => format!(" {secret}"),
            _ => format!("{secret}\r\n"),
        };
        case.offered = with(case, &secret);
    });
    every(Cause::KeyLowerCase, |_, case| {
        case.offered = with(case, &case.secret.to_lowercase());
    });
    every(Cause::KeyUpperCase, |_, case| {
        case.offered = with(case, &case.secret.to_uppercase());
    });
    every(Cause::KeyLineEnd, |random, case| {
        // The longest secret leaves room for a line end, too.
        case.secret = case.secret.repeat(1 + random.index(2));
        let end = ["\n", "\r\n"][random.index(2)];
        case.offered = with(case, &(case.secret.clone() + end));
    });
    // With it, this one fills a block of the digest: longer ones are hashed first.
    every(Cause::KeyLineEnd, |_, case| {
        case.secret = case.secret.repeat(2)[..63].to_owned();
        case.offered = with(case, &format!("{}\n", case.secret));
    });
    every(Cause::KeyBlank, |_, case| case.offered = with(case, &(case.secret.clone() + " ")));
}

#[test]
fn mistakes_with_the_choice_of_fields() {
    every(Cause::FieldLeftOut, |random, case| {
        let at = random.index(case.fields.len());
        let mut wrong = case.fields.clone();
        wrong.remove(at);
        case.offered = oracle::sign(case.algorithm, &case.secret, &wrong);
        case.marked = vec![at];
    });
    every(Cause::EmptySigned, |random, case| {
        let at = random.index(case.fields.len());
        case.fields[at].1.clear();
        case.marked = vec![at];
        case.offered = sign_as_is(case.algorithm, &case.secret, &sorted(&case.fields));
    });
    every(Cause::SignSigned, |random, case| {
        let at = random.index(case.fields.len());
        case.fields.insert(at, ("sign".into(), random.text("0123456789ABCDEF", 32)));
        case.marked = vec![at];
        let mut wrong = case.fields.clone();
        if random.index(2) == 0 {
            wrong[at].1.clear();
            case.marked.clear();
        }
        case.offered = sign_as_is(case.algorithm, &case.secret, &sorted(&wrong));
    });
    every(Cause::SignTypeLeftOut, |random, case| {
        let at = random.index(case.fields.len());
        case.offered = oracle::sign(case.algorithm, &case.secret, &case.fields);
        case.fields.insert(at, ("sign_type".into(), case.algorithm.name().into()));
        case.marked = vec![at];
    });
    every(Cause::SignTypeAdded, |_, case| {
        let mut wrong = case.fields.clone();
        wrong.push(("sign_type".into(), case.algorithm.name().into()));
        case.offered = oracle::sign(case.algorithm, &case.secret, &wrong);
    });
}

#[test]
fn mistakes_with_the_order() {
    every(Cause::OrderIgnoringCase, |random, case| {
        let mut wrong = case.fields.clone();
        match random.index(2) {
            0 => wrong.sort_by_key(|(name, _)| name.to_lowercase()),
            _ => wrong.sort_by_key(|(name, _)| name.to_uppercase()),
        }
        case.offered = sign_as_is(case.algorithm, &case.secret, &wrong);
    });
    every(Cause::OrderOfPairs, |random, case| {
        let mut wrong = case.fields.clone();
        match random.index(2) {
            0 => wrong.sort_by_key(|(name, value)| format!("{name}={value}")),
            _ => wrong.sort_by_key(|(name, value)| format!("{name}={value}").to_lowercase()),
        }
        case.offered = sign_as_is(case.algorithm, &case.secret, &wrong);
    });
    every(Cause::Unsorted, |_, case| {
        case.offered = sign_as_is(case.algorithm, &case.secret, &case.fields);
    });
}

#[test]
fn numbers_names_and_texts_are_distinct() {
    let codes: HashSet<_> = Cause::ALL.iter().map(|cause| cause.code()).collect();
    let names: HashSet<_> = Cause::ALL.iter().map(|cause| cause.name()).collect();
    assert!([codes.len(), names.len()] == [Cause::ALL.len(); 2]);
    for language in Language::ALL {
        let texts: HashSet<_> = Cause::ALL.iter().map(|cause| cause.text(language)).collect();
        assert_eq!(texts.len(), Cause::ALL.len());
    }
    assert!(Cause::ALL.is_sorted_by_key(|cause| cause.code()));
    for cause in Cause::ALL {
        assert_eq!(format!("{cause:?}"), cause.name());
    }
}

#[test]
fn hundreds_of_fields_cost_no_more_than_a_few_digests() {
    let fields: Pairs = (0..300).map(|n| (format!("f{n:03}"), "x".to_owned())).collect();
    let (algorithm, secret) = (Algorithm::Md5, API_KEY.to_owned());
    let offered = oracle::sign(algorithm, &secret, &fields[1..]);
    let mut case = Case { algorithm, secret, fields, offered, marked: vec![] };
    assert_eq!(case.explanation(), Explanation::Unknown);
    case.fields.truncate(255);
    case.offered = oracle::sign(algorithm, &case.secret, &case.fields[1..]);
    let first = named(Cause::FieldLeftOut, &[0]);
    assert_eq!(case.explanation(), first);
}

proptest! {
    /// Whatever is offered: nothing is named that does not lead to it.
    #[test]
    fn only_what_leads_to_the_signature_is_named(
        values in prop::collection::vec("[ -~\r\n\u{4e2d}]{0,8}", 1..6),
        offered in "[0-9A-Fa-f]{32}|[0-9A-F]{64}|\\PC{0,70}",
        hmac in any::<bool>(),
    ) {
        let algorithm = if hmac { Algorithm::HmacSha256 } else { Algorithm::Md5 };
        let fields = values.into_iter().enumerate().map(|(n, value)| (format!("f{n}"), value)).collect();
        let case = Case { algorithm, secret: API_KEY.into(), fields, offered, marked: vec![] };
        // No string has been found that has a signature chosen beforehand.
        let expected = match Signature::parse(&case.offered) {
            Ok(_) => Explanation::Unknown,
            Err(_) if case.offered.is_empty() => named(Cause::Missing, &[]),
            Err(_) => named(Cause::Form, &[]),
        };
        let surrounded = case.offered.trim().len() < case.offered.len();
        prop_assume!(!surrounded);
        prop_assert_eq!(case.explanation(), expected);
    }
}
