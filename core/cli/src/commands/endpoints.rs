//! What is known about operations: the catalogue as a table or JSON.

use core::fmt::Debug;

use serde_json::{Value as Json, json};
use wxp_core::{Algorithm, Algorithms, Endpoint, Repeat, Signed};

use crate::console::Console;
use crate::failure::{Failure, Refusal};
use crate::language::Language;
use crate::{style, texts};

/// The catalogue's columns.
const COLUMNS: [&str; 11] = [
    "method",
    "path",
    "host",
    "certificate",
    "algorithms",
    "sign_type",
    "answer",
    "format",
    "nonce",
    "repeat",
    "purpose",
];

pub(crate) fn run(words: &[String], console: &Console) -> Result<(), Failure> {
    let found: Vec<_> = matching(words).collect();
    if console.json() {
        return console.report(found.iter().map(|one| object(one, console.language)).collect());
    }
    if found.is_empty() {
        return Err(Refusal::new("NothingFound", texts::no_row(console.language)).into());
    }
    let mut rows = vec![COLUMNS.map(str::to_owned)];
    rows.extend(found.iter().map(|one| cells(one, console.language)));
    console.show(style::table(&rows))
}

fn cells(endpoint: &Endpoint, language: Language) -> [String; COLUMNS.len()] {
    let text = |value: &dyn Debug| format!("{value:?}").to_lowercase();
    let yes = |value| if value { "yes" } else { "no" }.to_owned();
    let algorithms = match endpoint.algorithms {
        Algorithms::None => "none",
        Algorithms::Md5 => "MD5",
        Algorithms::HmacSha256 => "HMAC-SHA256",
        Algorithms::Either => "either",
    };
    let answer = match endpoint.signed {
        Signed::Always => "signed",
        Signed::Sometimes => "maybe signed",
        Signed::Never => "unsigned",
    };
    let repeat = match endpoint.repeat {
        Repeat::Safe => "safe",
        Repeat::Identical => "identical only",
    };
    let old = if endpoint.deprecated { " (deprecated)" } else { "" };
    [
        text(&endpoint.method).to_uppercase(),
        endpoint.path.to_owned(),
        endpoint.host.name().to_owned(),
        yes(endpoint.certificate),
        algorithms.to_owned(),
        text(&endpoint.sign_type),
        answer.to_owned(),
        text(&endpoint.format),
        yes(endpoint.nonce),
        repeat.to_owned(),
        format!("{}{old}", endpoint.purpose(language)),
    ]
}

/// The operations that have every one of these words in some column, in either language.
fn matching(words: &[String]) -> impl Iterator<Item = Endpoint> {
    let words: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    Endpoint::all().filter(move |endpoint| {
        let rows = Language::ALL.map(|language| cells(endpoint, language));
        let row = rows.concat().join("\t").to_lowercase();
        words.iter().all(|word| row.contains(word))
    })
}

/// What is known about an operation.
pub(crate) fn object(e: &Endpoint, language: Language) -> Json {
    json!({
        "method": format!("{:?}", e.method).to_uppercase(),
        "path": e.path,
        "host": e.host.name(),
        "backup_host": e.host.backup(),
        "regional_hosts": e.host.regional(),
        "certificate": e.certificate,
        "md5": e.allows(Algorithm::Md5),
        "hmac_sha256": e.allows(Algorithm::HmacSha256),
        "default": e.default_algorithm().map(Algorithm::name),
        "sign_type": format!("{:?}", e.sign_type).to_lowercase(),
        "signed": format!("{:?}", e.signed).to_lowercase(),
        "format": format!("{:?}", e.format).to_lowercase(),
        "nonce": e.nonce,
        "safe_to_repeat": e.repeat == Repeat::Safe,
        "moves_money": e.family.moves_money(),
        "family": format!("{:?}", e.family),
        "deprecated": e.deprecated,
        "purpose": e.purpose(language),
    })
}
