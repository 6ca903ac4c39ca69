//! What messages and signatures are reported as, to people and to programs.

mod explanation;
mod marks;
mod questions;
mod second;
mod steps;
mod verdict;

pub(crate) use explanation::{explanation_json, explanation_text, hints_json, hints_text};
pub(crate) use questions::questions;
pub(crate) use second::{second_json, second_text};
pub(crate) use steps::steps;
pub(crate) use verdict::{verdict_json, verdict_text};

use serde_json::{Value as Json, json};
use wxp_core::xml::Record;
use wxp_core::{Canonical, Field, Key, Signature};

use crate::language::Language;
use crate::{console, secret, style, texts};

/// Fields as one JSON object; its order by name is the canonical order.
pub(crate) fn object(fields: &[Field<'_>]) -> Json {
    fields.iter().map(|field| (field.name().to_owned(), field.value().to_string())).collect()
}

/// A group of fields with its name.
pub(crate) fn record(record: Record<'_, '_>) -> Json {
    json!({ "name": record.name(), "fields": object(record.fields()) })
}

/// The members of an object, one a line.
pub(crate) fn lines(object: &Json) -> String {
    let members = || object.as_object().into_iter().flatten();
    let width = members().map(|(name, _)| name.len()).max().unwrap_or(0);
    let line = |(name, value): (&String, &Json)| {
        let value = value.as_str().unwrap_or_default();
        // Nothing in a column tells that a key stands in it.
        let is_key = name == "key" && secret::is_like_a_key(value);
        let value = if is_key { console::HIDDEN.into() } else { style::shown(value) };
        let name = style::faint(format_args!("{:width$}", style::shown(name)));
        format!("  {name}  {value}").trim_end().to_owned()
    };
    members().map(line).collect::<Vec<_>>().join("\n")
}

/// Records, each under its name.
pub(crate) fn records(records: &Json) -> String {
    let all = records.as_array().into_iter().flatten();
    let text = |record: &Json| {
        let name = record["name"].as_str().unwrap_or_default();
        format!("\n{}:\n{}", style::shown(name), lines(&record["fields"]))
    };
    all.map(text).collect()
}

/// What was expected of the signature and what was found; the right one only if asked for.
pub(crate) struct Expectation<'e> {
    pub(crate) fields: &'e Canonical<'e>,
    pub(crate) key: &'e Key,
    pub(crate) show: bool,
}

impl Expectation<'_> {
    fn made(&self) -> Option<String> {
        let made = self.show.then(|| self.key.sign(self.fields));
        made.map(|made| {
            made.map_or_else(|error| error.kind().name().to_owned(), |sign| sign.to_string())
        })
    }

    fn found(&self) -> Option<String> {
        self.fields.get("sign").map(|sign| sign.to_string()).filter(|sign| !sign.is_empty())
    }

    pub(crate) fn to_json(&self) -> Json {
        let mut report = json!({
            "algorithm": self.key.algorithm().name(),
            "signed_fields": self.fields.iter().count(),
            "found": self.found(),
            "right": self.key.verify(self.fields).is_ok(),
        });
        self.made().into_iter().for_each(|made| report["made"] = made.into());
        report
    }

    pub(crate) fn text(&self, language: Language) -> String {
        let found = match self.found().as_deref().map(Signature::parse) {
            None => texts::no_signature(language),
            Some(Ok(sign)) if self.key.verify(self.fields).is_ok() => {
                texts::right_signature(language, sign)
            }
            Some(Ok(sign)) => texts::form_of(language, &sign, sign.algorithm().name()),
            Some(Err(_)) => texts::no_signature_form(language),
        };
        let (signed, algorithm) = (self.fields.iter().count(), self.key.algorithm().name());
        let mut report = texts::expected(language, signed, algorithm, found);
        if let Some(made) = self.made() {
            report += "\n";
            report += &texts::this_key_makes(language, made);
        }
        report
    }
}
