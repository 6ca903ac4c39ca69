//! Answers and notices: verifying, judging and reading documents.

use wxp_core::{Algorithm, Canonical, Endpoint, Field, Notice, Reply, Source, Verdict, xml};

use crate::libwxp::{Libwxp, Slots};
use crate::race::{Case, Race, Section};
use crate::races::{digest_case, keep};
use crate::workload::{ALGORITHMS, Document, key, short_name};
use crate::yardstick::digest::Digest;
use crate::yardstick::{good, naive, readers};

/// Room for more fields than W4 has.
const SLOTS: usize = 128;

/// Verifying a payment notice and the answer to a query of refunds, from their bytes: sorted by
/// name as the gateway sends them, and shuffled.
pub(super) fn verify(libwxp: &'static Libwxp) -> Section {
    let mut races = Vec::new();
    for name in ["W3", "W4", "W3s", "W4s"] {
        for algorithm in ALGORITHMS {
            let title = match name.strip_suffix('s') {
                Some(name) => format!("{name} {} shuffled", short_name(algorithm)),
                None => format!("{name} {}", short_name(algorithm)),
            };
            let documents = keep([Document::load(name, algorithm)]);
            let cases = verify_cases(libwxp, documents, algorithm);
            races.push(Race::new(title, documents, |document| document.text.len(), cases));
        }
    }
    Section { name: "verify XML", races }
}

fn verify_cases(
    libwxp: &'static Libwxp,
    documents: &'static [Document],
    algorithm: Algorithm,
) -> Vec<Case> {
    let right = |_: &Document, is_right: bool| is_right;
    let (key, c_key, digest) = (key(algorithm), libwxp.key(algorithm), Digest::new(algorithm));
    let mut slots = [Field::EMPTY; SLOTS];
    let mut c_slots = Slots::default();
    let mut good_slots = Vec::new();
    vec![
        Case::new(
            "wxp",
            documents,
            move |document| {
                let fields = xml::read_into(document.text.as_bytes(), &mut slots).unwrap();
                key.verify(&Canonical::of(fields).unwrap()).is_ok()
            },
            right,
        ),
        digest_case(documents, algorithm, |document| &document.message),
        Case::new(
            "good",
            documents,
            move |document| good::verify(&digest, &document.text, &mut good_slots),
            right,
        ),
        Case::new(
            "naive",
            documents,
            move |document| naive::verify(algorithm, &document.text),
            right,
        ),
        Case::new(
            "libwxp",
            documents,
            move |document| {
                libwxp.xml_read(&document.text, &mut c_slots);
                libwxp.verify(&c_key, &c_slots)
            },
            right,
        ),
    ]
}

/// Judging the same, from their bytes: what verifying leaves to be done is to look at a few fields.
pub(super) fn judge(libwxp: &'static Libwxp) -> Section {
    let refunds = Endpoint::find("/pay/refundquery").unwrap();
    let kinds = [("W3", Source::from(Notice::Payment)), ("W4", Source::from(refunds))];
    let races = kinds.map(|(name, source)| {
        let algorithm = Algorithm::Md5;
        let documents = keep([Document::load(name, algorithm)]);
        let (rust_key, c_key) = (key(algorithm), libwxp.key(algorithm));
        let mut slots = [Field::EMPTY; SLOTS];
        let mut c_slots = Slots::default();
        let cases = vec![
            Case::new(
                "wxp",
                documents,
                move |document| {
                    let reply = Reply::read(document.text.as_bytes(), &mut slots).unwrap();
                    matches!(reply.judge(&rust_key, source), Verdict::Succeeded(_))
                },
                |_, is_right| is_right,
            ),
            digest_case(documents, algorithm, |document| &document.message),
            Case::new(
                "libwxp",
                documents,
                move |document| {
                    libwxp.xml_read(&document.text, &mut c_slots);
                    libwxp.judge(&c_key, source, &c_slots)
                },
                |_, verdict| verdict == Libwxp::SUCCEEDED,
            ),
        ];
        let name = format!("{name} {}", short_name(algorithm));
        Race::new(name, documents, |document| document.text.len(), cases)
    });
    Section { name: "judge XML", races: races.into() }
}

/// Reading the same into a table of names and values.
pub(super) fn read(libwxp: &'static Libwxp) -> Section {
    let races = ["W3", "W4"].map(|name| {
        let documents = keep([Document::load(name, Algorithm::Md5)]);
        Race::new(name, documents, |document| document.text.len(), read_cases(libwxp, documents))
    });
    Section { name: "read XML", races: races.into() }
}

fn read_cases(libwxp: &'static Libwxp, documents: &'static [Document]) -> Vec<Case> {
    let right = |document: &Document, fields: usize| fields == document.fields();
    let mut slots = [Field::EMPTY; SLOTS];
    let mut c_slots = Slots::default();
    let mut quick_slots = Vec::new();
    let mut token_slots = Vec::new();
    vec![
        Case::new(
            "wxp",
            documents,
            move |document| xml::read_into(document.text.as_bytes(), &mut slots).unwrap().len(),
            right,
        ),
        Case::new(
            "xmlparser",
            documents,
            move |document| {
                readers::xmlparser(&document.text, &mut token_slots);
                token_slots.len()
            },
            right,
        ),
        Case::new(
            "quick-xml",
            documents,
            move |document| {
                good::read(&document.text, &mut quick_slots);
                quick_slots.len()
            },
            right,
        ),
        Case::new("roxmltree", documents, |document| readers::roxmltree(&document.text), right),
        Case::new(
            "libwxp",
            documents,
            move |document| libwxp.xml_read(&document.text, &mut c_slots),
            right,
        ),
    ]
}
