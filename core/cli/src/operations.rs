//! The operations and notices that `--endpoint` names.

use wxp_core::{Algorithm, Endpoint, Format, Notice, Source};

use crate::failure::Failure;
use crate::language::Language;
use crate::texts;

/// What `--endpoint` means: an operation that answers, or a kind of notice.
#[derive(Clone, Copy)]
pub(crate) enum Origin {
    Answer(Endpoint),
    Notice(Notice),
}

impl Origin {
    pub(crate) fn find(text: &str, language: Language) -> Result<Self, Failure> {
        let answer = Endpoint::find(text).map(Self::Answer);
        let origin = answer.or_else(|| Notice::find(text).map(Self::Notice));
        origin.ok_or_else(|| {
            let notices = Notice::ALL.map(Notice::name);
            let similar = similar(text, Endpoint::all().map(|e| e.path).chain(notices), language);
            let why = texts::no_such_origin(language, text, notices.join(", "), similar);
            Failure::Usage(why)
        })
    }

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

pub(crate) fn endpoint(text: &str, language: Language) -> Result<Endpoint, Failure> {
    Endpoint::find(text).ok_or_else(|| {
        let similar = similar(text, Endpoint::all().map(|endpoint| endpoint.path), language);
        Failure::Usage(texts::no_such_operation(language, text, similar))
    })
}

/// The algorithm that the gateway will check a request with: what the message says, or else what
/// goes without saying with the operation.
pub(crate) fn algorithm(
    asked: Option<Algorithm>,
    stated: Option<&str>,
    endpoint: Option<Endpoint>,
) -> Algorithm {
    let stated = stated.and_then(Algorithm::from_name);
    let usual = endpoint.and_then(|endpoint| endpoint.default_algorithm());
    asked.or(stated).or(usual).unwrap_or(Algorithm::Md5)
}

/// The most names that are suggested.
const SUGGESTIONS: usize = 4;

/// Names like one that does not exist, as a clause; nothing if there is none.
fn similar<'n>(text: &str, names: impl Iterator<Item = &'n str>, language: Language) -> String {
    let wanted = last(text).to_lowercase();
    let is_like = |name: &&str| {
        let name = last(name);
        wanted.len() > 2 && (name.contains(&wanted) || wanted.contains(name))
    };
    let found: Vec<_> = names.filter(is_like).take(SUGGESTIONS).collect();
    if found.is_empty() { String::new() } else { texts::did_you_mean(language, found.join(", ")) }
}

/// What stands behind the last slash.
fn last(path: &str) -> &str {
    path.trim_end_matches('/').rsplit('/').next().unwrap_or(path)
}
