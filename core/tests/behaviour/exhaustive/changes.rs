//! Every small change of a signed message. A changed message is trusted only if it still says the
//! same.
//!
//! In a notice of 1 KB (W3) every byte takes every value, and in an answer of 6.7 KB (W4) every bit
//! is flipped. Each message is signed with MD5 and with HMAC-SHA256.

use std::collections::BTreeMap;

use wxp_core::{
    Algorithm, Canonical, Endpoint, ErrorKind, Field, Key, Notice, Reply, Source, Verdict,
};

use super::read;
use crate::data::{self, API_KEY, key};
use crate::naive;

struct Message {
    document: Vec<u8>,
    fields: BTreeMap<String, String>,
    key: Key,
    source: Source,
}

fn messages(workload: &str, source: impl Into<Source>) -> [Message; 2] {
    let source = source.into();
    [("MD5", Algorithm::Md5), ("HMAC", Algorithm::HmacSha256)].map(|(suffix, algorithm)| {
        let document = data::bytes(&format!("workloads/{workload}.{suffix}.xml"));
        let fields = naive::read(&document).unwrap();
        Message { document, fields, key: key(algorithm, API_KEY), source }
    })
}

fn notices() -> [Message; 2] {
    messages("W3", Notice::Payment)
}

fn answers() -> [Message; 2] {
    messages("W4", Endpoint::find("/pay/refundquery").unwrap())
}

fn all() -> [Message; 4] {
    let ([a, b], [c, d]) = (notices(), answers());
    [a, b, c, d]
}

impl Message {
    /// Whether a document is accepted, verifies and is believed: it does all of it or nothing, and
    /// only with the same fields.
    fn is_believed(&self, document: &[u8]) -> bool {
        let mut slots = [Field::EMPTY; 128];
        let Ok(fields) = read(document, &mut slots) else { return false };
        let is_same = |(field, (name, value)): (&Field<'_>, (&String, &String))| {
            // A signature may be written in small letters.
            let in_either_case =
                name == "sign" && field.value().to_string().eq_ignore_ascii_case(value);
            field.name() == name && (in_either_case || field.value() == **value)
        };
        let same =
            fields.len() == self.fields.len() && fields.iter().zip(&self.fields).all(is_same);
        let why = self.key.verify(&Canonical::of(fields).unwrap()).map_err(|error| error.kind());
        assert_eq!(why.is_ok(), same, "{why:?} {}", document.escape_ascii());
        assert!(why.is_ok_and(|()| true) || why.is_err_and(|kind| (60..63).contains(&kind.code())));

        let mut slots = [Field::EMPTY; 128];
        let is_believed =
            match Reply::read(document, &mut slots).unwrap().judge(&self.key, self.source) {
                Verdict::Untrusted(_) | Verdict::Refused { .. } => false,
                Verdict::Unvouched(_) => panic!("{}", document.escape_ascii()),
                _ => true,
            };
        assert_eq!(is_believed, same, "{}", document.escape_ascii());
        same
    }

    /// Makes a change at each place where it can be made; how many documents that gave, and how
    /// many of them were believed.
    fn changed(&self, change: impl Fn(&mut Vec<u8>, usize) -> Option<()>) -> (u32, u32) {
        let (mut documents, mut believed) = (0, 0);
        let mut changed = Vec::with_capacity(self.document.len() + 1);
        for at in 0..self.document.len() {
            changed.clone_from(&self.document);
            if change(&mut changed, at).is_some() {
                documents += 1;
                believed += u32::from(self.is_believed(&changed));
            }
        }
        (documents, believed)
    }
}

fn sum(tallies: impl Iterator<Item = (u32, u32)>) -> (u32, u32) {
    tallies.fold((0, 0), |(documents, believed), tally| (documents + tally.0, believed + tally.1))
}

/// Flips the bits of a mask in every byte.
fn masked(message: &Message, mask: u8) -> (u32, u32) {
    message.changed(|text, at| text.get_mut(at).map(|byte| *byte ^= mask))
}

/// Three other blanks for each of 23 line ends, and the letters of the signature in small.
#[test]
fn every_byte_replaced_by_every_other() {
    let tallies = notices().map(|notice| sum((1..=255).map(|mask| masked(&notice, mask))));
    assert_eq!(tallies, [(270_555, 3 * 23 + 17), (278_715, 3 * 23 + 25)]);
}

/// The letters of the signature in small.
#[test]
fn every_bit_flipped() {
    let tallies = answers().map(|answer| sum((0..8).map(|bit| masked(&answer, 1 << bit))));
    assert_eq!(tallies, [(53_568, 14), (53_824, 23)]);
}

/// Four blanks, on either side of 23 line ends, and before the `>` of a tag.
#[test]
fn every_byte_inserted() {
    let inserted = |message: &Message, byte| {
        message.changed(|text, at| {
            text.insert(at, byte);
            Some(())
        })
    };
    let tallies = notices().map(|notice| sum((0..=255).map(|byte| inserted(&notice, byte))));
    assert_eq!(tallies, [(271_616, 4 * 96), (279_808, 4 * 96)]);
}

/// Line ends.
#[test]
fn every_byte_left_out() {
    let tallies = all().map(|message| {
        message.changed(|text, at| {
            text.remove(at);
            Some(())
        })
    });
    assert_eq!(tallies, [(1_061, 23), (1_093, 23), (6_696, 100), (6_728, 100)]);
}

/// Line ends.
#[test]
fn every_byte_doubled() {
    let tallies = all().map(|message| {
        message.changed(|text, at| {
            text.insert(at, text[at]);
            Some(())
        })
    });
    assert_eq!(tallies, [(1_061, 23), (1_093, 23), (6_696, 100), (6_728, 100)]);
}

/// Line ends, and the `>` before them.
#[test]
fn all_neighbours_swapped() {
    let tallies = all().map(|message| {
        message.changed(|text, at| {
            text.get(at + 1).filter(|next| **next != text[at])?;
            text.swap(at, at + 1);
            Some(())
        })
    });
    assert_eq!(tallies, [(1_002, 23), (1_032, 23), (6_353, 100), (6_382, 100)]);
}

#[test]
fn every_end_left_out() {
    for message in all() {
        for len in 0..message.document.len() {
            let error = read(&message.document[..len], &mut [Field::EMPTY; 128]).unwrap_err();
            assert_eq!((error.kind(), error.position()), (ErrorKind::Truncated, len));
        }
    }
}

/// From every place to every place behind it.
#[test]
fn every_piece_left_out() {
    let notices = notices();
    let left_out = |len| {
        notices[0].changed(|text, at| {
            (at + len <= text.len()).then(|| text.drain(at..at + len))?;
            Some(())
        })
    };
    let tally = sum((2..notices[0].document.len()).map(left_out));
    assert_eq!(tally, (562_329, 0));
}

/// A document of these fields.
fn document(fields: &[(&String, &String)]) -> Vec<u8> {
    let mut document = String::from("<xml>");
    for (name, value) in fields {
        document.extend(["<", name, ">", value, "</", name, ">"]);
    }
    (document + "</xml>").into_bytes()
}

#[test]
fn every_field_left_out_doubled_renamed_and_emptied() {
    for message in all() {
        let fields: Vec<_> = message.fields.iter().collect();
        assert!(message.is_believed(&document(&fields)));
        let (name, empty) = ("_".to_owned(), String::new());
        for at in 0..fields.len() {
            let mut changed = [(); 4].map(|()| fields.clone());
            changed[0].remove(at);
            changed[1].push(fields[at]);
            changed[2][at].0 = &name;
            changed[3][at].1 = &empty;
            assert!(changed.iter().all(|fields| !message.is_believed(&document(fields))));
        }
    }
}

/// The order of the fields is nothing, which value belongs to which is all.
#[test]
fn all_fields_exchanged_with_one_another() {
    for message in all() {
        let fields: Vec<_> = message.fields.iter().collect();
        for (at, other) in (0..fields.len()).flat_map(|at| (0..at).map(move |other| (at, other))) {
            let mut places = fields.clone();
            places.swap(at, other);
            assert!(message.is_believed(&document(&places)));
            let mut values = places;
            (values[at].0, values[other].0) = (values[other].0, values[at].0);
            let same = values[at].1 == values[other].1;
            assert_eq!(message.is_believed(&document(&values)), same);
        }
    }
}
