//! Requests: signing fields, and building the signed document.

use wxp_core::{Algorithm, Canonical, xml};

use crate::libwxp::Libwxp;
use crate::race::{Case, Race, Section};
use crate::races::{digest_case, keep};
use crate::workload::{ALGORITHMS, Message, key, short_name};
use crate::yardstick::digest::Digest;
use crate::yardstick::{good, naive};

/// Signing W1 and W2 with both algorithms: in the caller's order, sorted by name already, and 256
/// messages of the same names in turns, in random order and of random lengths, which no branch
/// predictor can learn.
pub(super) fn sign(libwxp: &'static Libwxp) -> Section {
    let mut races = Vec::new();
    for name in ["W1", "W2"] {
        let message = Message::load(name);
        let presorted = keep([message.presorted()]);
        let varied = keep(message.varied());
        let message = keep([message]);
        for algorithm in ALGORITHMS {
            for (way, messages) in [("", message), (" presorted", presorted), (" varied", varied)] {
                let name = format!("{name} {}{way}", short_name(algorithm));
                let cases = sign_cases(libwxp, messages, algorithm);
                races.push(Race::new(name, messages, |message| message.canonical.len(), cases));
            }
        }
    }
    Section { name: "sign", races }
}

fn sign_cases(
    libwxp: &'static Libwxp,
    messages: &'static [Message],
    algorithm: Algorithm,
) -> Vec<Case> {
    let right = move |message: &Message, made: &str| made == message.sign(algorithm);
    let (key, c_key, digest) = (key(algorithm), libwxp.key(algorithm), Digest::new(algorithm));
    vec![
        Case::new(
            "wxp",
            messages,
            move |message| key.sign(&Canonical::of(&message.fields).unwrap()).unwrap(),
            |message, made| right(message, made.as_str()),
        ),
        digest_case(messages, algorithm, |message| message),
        Case::new(
            "good",
            messages,
            move |message| good::sign(&digest, &message.pairs),
            |message, made| right(message, made.as_str()),
        ),
        Case::new(
            "naive",
            messages,
            move |message| naive::sign(algorithm, &message.pairs),
            |message, made| right(message, &made),
        ),
        Case::writing(
            "libwxp",
            messages,
            move |message, out| libwxp.sign(&c_key, &message.records, out),
            right,
        ),
    ]
}

/// Building the signed document of W1 and W2, in the caller's order.
pub(super) fn build(libwxp: &'static Libwxp) -> Section {
    let mut races = Vec::new();
    for name in ["W1", "W2"] {
        let messages = keep([Message::load(name)]);
        for algorithm in ALGORITHMS {
            let name = format!("{name} {}", short_name(algorithm));
            let cases = build_cases(libwxp, messages, algorithm);
            races.push(Race::new(name, messages, |message| message.canonical.len(), cases));
        }
    }
    Section { name: "build XML", races }
}

fn build_cases(
    libwxp: &'static Libwxp,
    messages: &'static [Message],
    algorithm: Algorithm,
) -> Vec<Case> {
    // They escape differently; what counts is that a reader finds the same fields.
    let right = move |message: &Message, made: &str| {
        let fields = naive::read(made);
        let same = |(name, value): &(&str, &str)| fields.get(*name).is_some_and(|v| v == value);
        fields.len() == message.pairs.len() + 1
            && fields["sign"] == message.sign(algorithm)
            && message.pairs.iter().all(same)
    };
    let (key, c_key, digest) = (key(algorithm), libwxp.key(algorithm), Digest::new(algorithm));
    vec![
        Case::writing(
            "wxp",
            messages,
            move |message, out| {
                let fields = Canonical::of(&message.fields).unwrap();
                xml::write(&fields, &key.sign(&fields).unwrap(), out).unwrap()
            },
            right,
        ),
        digest_case(messages, algorithm, |message| message),
        Case::new(
            "good",
            messages,
            move |message| good::build(&digest, &message.pairs),
            |message, made| right(message, &made),
        ),
        Case::new(
            "naive",
            messages,
            move |message| naive::build(algorithm, &message.pairs),
            |message, made| right(message, &made),
        ),
        Case::writing(
            "libwxp",
            messages,
            move |message, out| libwxp.xml_write(&c_key, &message.records, out),
            right,
        ),
    ]
}
