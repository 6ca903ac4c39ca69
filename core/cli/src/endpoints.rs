//! What the tool knows about operations: the catalogue as a table or JSON, and requests held
//! against it.

use core::fmt::Debug;
use core::str::FromStr;

use serde_json::{Value as Json, json};
use wxp_core::{
    Canonical, Endpoint, Format, Key, Language, Notice, Repeat, SignType, Signed, Source, limit_of,
};

/// What `--endpoint` means: an operation that answers, or a kind of notice.
#[derive(Clone, Copy)]
pub(crate) enum Origin {
    Answer(Endpoint),
    Notice(Notice),
}

impl Origin {
    /// Whether its messages can have groups of fields.
    pub(crate) fn nests(self) -> bool {
        matches!(self, Self::Answer(endpoint) if endpoint.format == Format::Nested)
    }

    pub(crate) fn source(self) -> Source {
        match self {
            Self::Answer(endpoint) => endpoint.into(),
            Self::Notice(notice) => notice.into(),
        }
    }
}

impl FromStr for Origin {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let answer = Endpoint::find(text).map(Self::Answer);
        answer.or_else(|| Notice::find(text).map(Self::Notice)).ok_or_else(|| {
            let notices = Notice::ALL.map(Notice::name).join(", ");
            format!("no such operation (see `wxp endpoints`) or notice ({notices})")
        })
    }
}

pub(crate) fn endpoint(text: &str) -> Result<Endpoint, String> {
    Endpoint::find(text).ok_or_else(|| "no such operation (see `wxp endpoints`)".into())
}

/// What the gateway would refuse about a request, and what it might.
pub(crate) fn objections(
    fields: &Canonical<'_>,
    key: &Key,
    endpoint: &Endpoint,
) -> Result<Option<String>, String> {
    let path = endpoint.path;
    let states = |name| fields.get(name).is_some_and(|value| !value.is_empty());
    if !endpoint.allows(key.algorithm()) {
        return Err(match endpoint.default_algorithm() {
            Some(allowed) => format!("{path} takes only {}", allowed.name()),
            None => format!("{path} takes requests without a signature"),
        });
    }
    let states_type = states("sign_type");
    let must_state = endpoint.sign_type == SignType::Required
        || Some(key.algorithm()) != endpoint.default_algorithm();
    if must_state && !states_type {
        return Err(format!("{path} needs the field sign_type={}", key.algorithm().name()));
    }
    if endpoint.sign_type == SignType::Absent && states_type {
        return Err(format!("{path} has no field sign_type"));
    }
    if endpoint.nonce && !states("nonce_str") {
        return Err(format!("{path} needs the field nonce_str, unpredictable and new each time"));
    }
    Ok(fields.iter().find_map(|field| {
        let (name, limit) = (field.name(), limit_of(*endpoint, field.name())?);
        let len = field.value().to_string().chars().count();
        let text = format!("the field {name} has {len} characters; at most {limit} are taken");
        (len > limit).then_some(text)
    }))
}

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

fn cells(endpoint: &Endpoint) -> [String; COLUMNS.len()] {
    let text = |value: &dyn Debug| format!("{value:?}").to_lowercase();
    let yes = |value| if value { "yes" } else { "no" }.to_owned();
    let algorithms = match endpoint.algorithms {
        wxp_core::Algorithms::None => "none",
        wxp_core::Algorithms::Md5 => "MD5",
        wxp_core::Algorithms::HmacSha256 => "HMAC-SHA256",
        wxp_core::Algorithms::Either => "either",
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
        format!("{}{old}", endpoint.purpose(Language::English)),
    ]
}

/// The operations that have every one of these words in some column.
fn matching(words: &[String]) -> impl Iterator<Item = Endpoint> {
    let words: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    Endpoint::all().filter(move |endpoint| {
        let row = cells(endpoint).join("\t").to_lowercase();
        words.iter().all(|word| row.contains(word))
    })
}

pub(crate) fn json(words: &[String]) -> Json {
    let object = |e: Endpoint| {
        json!({
            "method": format!("{:?}", e.method).to_uppercase(),
            "path": e.path,
            "host": e.host.name(),
            "backup_host": e.host.backup(),
            "regional_hosts": e.host.regional(),
            "certificate": e.certificate,
            "md5": e.allows(wxp_core::Algorithm::Md5),
            "hmac_sha256": e.allows(wxp_core::Algorithm::HmacSha256),
            "default": e.default_algorithm().map(wxp_core::Algorithm::name),
            "sign_type": format!("{:?}", e.sign_type).to_lowercase(),
            "signed": format!("{:?}", e.signed).to_lowercase(),
            "format": format!("{:?}", e.format).to_lowercase(),
            "nonce": e.nonce,
            "safe_to_repeat": e.repeat == Repeat::Safe,
            "moves_money": e.family.moves_money(),
            "family": format!("{:?}", e.family),
            "deprecated": e.deprecated,
            "purpose": e.purpose(Language::English),
        })
    };
    matching(words).map(object).collect()
}

/// The operations as aligned columns under a head; nothing if none matches.
pub(crate) fn table(words: &[String]) -> Option<String> {
    let mut rows: Vec<_> = matching(words).map(|endpoint| cells(&endpoint)).collect();
    if rows.is_empty() {
        return None;
    }
    rows.insert(0, COLUMNS.map(str::to_owned));
    let width = |column: usize| rows.iter().map(|row| row[column].len()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..COLUMNS.len()).map(width).collect();
    let line = |row: &[String; COLUMNS.len()]| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    Some(rows.iter().map(line).collect::<Vec<_>>().join("\n"))
}
