//! What is wrong with a signature, the fields as they should be signed, and what is left to check.

use serde_json::{Value as Json, json};
use wxp_core::{Canonical, Explanation, Field, Hint, Marked};

use crate::language::Language;
use crate::{report, style, texts};

pub(crate) fn explanation_json(
    explanation: Explanation,
    fields: &[Field<'_>],
    order: &Canonical<'_>,
    language: Language,
) -> Json {
    let mut report = json!({
        "text": explanation.text(language),
        "right": matches!(explanation, Explanation::Right),
        "signed": order.to_string(),
        "steps": report::steps(fields, order, language),
    });
    if let Explanation::Mistake { cause, fields: marked } = explanation {
        report["cause"] = json!({ "kind": cause.name(), "code": cause.code() });
        report["fields"] = names(&marked, fields).collect();
        report["marks"] = super::marks::json(cause, &marked, fields);
    }
    report
}

/// The names of the fields at fault.
pub(super) fn names<'f>(marked: &Marked, fields: &'f [Field<'_>]) -> impl Iterator<Item = &'f str> {
    marked.iter().filter_map(|index| fields.get(index)).map(Field::name)
}

/// What is known about the signature, with the names of the fields at fault.
pub(super) fn clause(explanation: Explanation, fields: &[Field<'_>], language: Language) -> String {
    match explanation {
        Explanation::Mistake { cause, fields: marked } => {
            let name = style::bad(format_args!("{} ({})", cause.name(), cause.code()));
            let faults: Vec<_> = names(&marked, fields).map(style::shown).collect();
            let text = format!("{name}: {}", cause.text(language));
            if faults.is_empty() { text } else { format!("{text} ({})", faults.join(", ")) }
        }
        Explanation::Right => style::good(explanation.text(language)),
        _ => style::open(explanation.text(language)),
    }
}

/// The fields one a line, as they should be signed; what cannot be seen is escaped.
pub(crate) fn explanation_text(
    explanation: Explanation,
    fields: &[Field<'_>],
    order: &Canonical<'_>,
    language: Language,
) -> String {
    let mut report = clause(explanation, fields, language);
    let marked = match explanation {
        Explanation::Mistake { fields, .. } => fields,
        _ => Marked::NONE,
    };
    let faults: Vec<_> = names(&marked, fields).collect();
    let mut separator = ' ';
    for field in order.iter() {
        let mark = if faults.contains(&field.name()) { style::bad('>') } else { " ".to_owned() };
        let value = style::shown(&field.value().to_string());
        report += &format!("\n{mark} {separator}{}={value}", field.name());
        separator = '&';
    }
    report += &format!("\n  {separator}key={}", texts::the_key(language));
    let is_signed = |name: &str| order.iter().any(|field| field.name() == name);
    for name in faults.iter().filter(|name| !is_signed(name)) {
        report += &format!("\n{}  {}", style::bad('>'), texts::not_signed(language, name));
    }
    report
}

pub(crate) fn hints_json(hints: &[Hint], language: Language) -> Json {
    let hint = |hint: &Hint| json!({ "kind": hint.name(), "code": hint.code(), "text": hint.text(language) });
    hints.iter().map(hint).collect()
}

/// What is left to check, the likeliest first; nothing if nothing is.
pub(crate) fn hints_text(hints: &[Hint], language: Language) -> String {
    if hints.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{}", style::open(texts::left_to_check(language)));
    for (hint, number) in hints.iter().zip(1..) {
        text += &format!("\n  {number}. {}", hint.text(language));
    }
    text
}
