//! Second signatures: which one it is, and its fields as they should be signed.

use serde_json::{Value as Json, json};
use wxp_core::{Explanation, Field, Marked, SecondSignature};

use super::explanation::{clause, names};
use crate::language::Language;
use crate::{style, texts};

pub(crate) fn second_json(
    second: SecondSignature,
    explanation: Explanation,
    fields: &[Field<'_>],
    language: Language,
) -> Json {
    let pair = |name: &&str| {
        let (_, field) = second.part(fields, name)?;
        Some(format!("{name}={}", field.value()))
    };
    let signed: Vec<_> = second.signed().iter().filter_map(pair).collect();
    let mut report = json!({
        "second": {
            "kind": second.name(), "code": second.code(), "text": second.text(language),
        },
        "text": explanation.text(language),
        "right": matches!(explanation, Explanation::Right),
        "signed": signed.join("&"),
        "steps": steps(second, fields, language),
    });
    if let Explanation::Mistake { cause, fields: marked } = explanation {
        report["cause"] = json!({ "kind": cause.name(), "code": cause.code() });
        report["fields"] = names(&marked, fields).collect();
        report["marks"] = super::marks::json(cause, &marked, fields);
    }
    report
}

/// The fields in signing order under the names that are signed, and then those that are not.
fn steps(second: SecondSignature, fields: &[Field<'_>], language: Language) -> Json {
    let signed = second.signed().iter().map(|name| match second.part(fields, name) {
        Some((_, field)) => json!({
            "name": name,
            "value": field.value().to_string(),
            "left_out": null,
            "called": (field.name() != *name).then(|| field.name()),
        }),
        None => json!({ "name": name, "value": "", "left_out": texts::is_missing(language, name) }),
    });
    let is_part = |index| {
        let mut parts = second.signed().iter().filter_map(|name| second.part(fields, name));
        parts.any(|(part, _)| part == index)
    };
    let others = fields.iter().enumerate().filter(|(index, _)| !is_part(*index));
    let others = others.map(|(_, field)| {
        let (name, value) = (field.name(), field.value().to_string());
        json!({ "name": name, "value": value, "left_out": texts::not_signed(language, name) })
    });
    signed.chain(others).collect()
}

/// The fields one a line under the names that are signed, those at fault marked. A field that is
/// called otherwise in the input has that name behind it.
pub(crate) fn second_text(
    second: SecondSignature,
    explanation: Explanation,
    fields: &[Field<'_>],
    language: Language,
) -> String {
    let marked = match explanation {
        Explanation::Mistake { fields, .. } => fields,
        _ => Marked::NONE,
    };
    let mut report = texts::this_is(language, second.text(language));
    report += &format!("\n{}", clause(explanation, fields, language));
    let mut separator = ' ';
    for name in second.signed() {
        let Some((index, field)) = second.part(fields, name) else {
            report += &format!("\n{}  {}", style::bad('>'), texts::is_missing(language, name));
            continue;
        };
        let is_marked = marked.iter().any(|one| one == index);
        let mark = if is_marked { style::bad('>') } else { " ".to_owned() };
        let value = style::shown(&field.value().to_string());
        report += &format!("\n{mark} {separator}{name}={value}");
        if field.name() != *name {
            let other = style::shown(field.name());
            report += &format!("  {}", style::faint(texts::here_called(language, other)));
        }
        separator = '&';
    }
    report + &format!("\n  {separator}key={}", texts::the_key(language))
}
