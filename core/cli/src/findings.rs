//! A request held against its operation: what the gateway will refuse, and what it may.

use serde_json::{Value as Json, json};
use wxp_core::{Algorithm, Endpoint, Field, check_request};

use crate::language::Language;
use crate::{style, texts};

/// One thing that is wrong with a request, or may be.
pub(crate) struct Finding {
    kind: &'static str,
    /// The library's permanent number; what it cannot see has none.
    code: Option<i32>,
    /// Whether the gateway will refuse the request for it.
    pub(crate) is_certain: bool,
    field: Option<String>,
    text: String,
}

impl Finding {
    fn of(finding: &wxp_core::Finding<'_>, language: Language) -> Self {
        Self {
            kind: finding.kind.name(),
            code: Some(finding.kind.code()),
            is_certain: finding.certain,
            field: Some(finding.field.to_owned()),
            text: style::shown(&finding.in_language(language).to_string()),
        }
    }

    pub(crate) fn to_json(&self) -> Json {
        json!({
            "kind": self.kind,
            "code": self.code,
            "certain": self.is_certain,
            "field": self.field,
            "text": self.text,
        })
    }

    pub(crate) fn text(&self, language: Language) -> String {
        let label = if self.is_certain {
            style::bad(texts::certain(language))
        } else {
            style::open(texts::doubtful(language))
        };
        format!("{label}{}", self.text)
    }
}

/// All that is found about a request to this operation: first its root if it has a wrong one, which
/// is no matter of fields.
pub(crate) fn of(
    fields: &[Field<'_>],
    root: Option<String>,
    algorithm: Algorithm,
    endpoint: Endpoint,
    language: Language,
) -> Vec<Finding> {
    let root = root.map(|root| Finding {
        kind: "Root",
        code: None,
        is_certain: true,
        field: None,
        text: texts::other_root(language, style::shown(&root)),
    });
    let found = check_request(endpoint, algorithm, fields);
    root.into_iter().chain(found.map(|finding| Finding::of(&finding, language))).collect()
}
