//! How the string that is signed is built: each field in its order, and what is left out and why.

use serde_json::{Value as Json, json};
use wxp_core::{Canonical, Field};

use crate::language::Language;
use crate::texts;

/// How much of a signature is shown, in characters: a whole one could be a right one of something else.
const BEGINNING: usize = 8;

/// The fields in signing order, those that are not signed among them, with the reason.
pub(crate) fn steps(fields: &[Field<'_>], order: &Canonical<'_>, language: Language) -> Json {
    let mut all: Vec<_> = fields.iter().collect();
    all.sort_by_key(|field| field.name());
    let is_signed = |name: &str| order.iter().any(|field| field.name() == name);
    let step = |field: &&Field<'_>| {
        let (name, mut value) = (field.name(), field.value().to_string());
        if name == "sign" && value.chars().count() > BEGINNING {
            value = value.chars().take(BEGINNING).chain(['…']).collect();
        }
        let left_out = match name {
            _ if is_signed(name) => Json::Null,
            "sign" => texts::left_out_as_sign(language).into(),
            _ => texts::left_out_as_empty(language).into(),
        };
        json!({ "name": name, "value": value, "left_out": left_out })
    };
    all.iter().map(step).collect()
}
