//! What the tool says: JSON, verdicts, and refusals with the place marked.

use std::fmt;

use serde_json::{Value as Json, json};
use wxp_core::xml::Record;
use wxp_core::{
    Advice, Canonical, ErrorKind, Explanation, Field, Key, Language, Marked, Message, Outcome,
    Signature, Source, Value, Verdict,
};

/// Fields as one JSON object; its order by name is the canonical order.
pub(crate) fn object(fields: &[Field<'_>]) -> Json {
    fields.iter().map(|field| (field.name().to_owned(), field.value().to_string())).collect()
}

/// A group of fields with its name.
pub(crate) fn record(record: Record<'_, '_>) -> Json {
    json!({ "name": record.name(), "fields": object(record.fields()) })
}

/// Why some input is refused, and where in it.
pub(crate) struct Refusal<'i> {
    kind: ErrorKind,
    message: String,
    input: &'i [u8],
    offset: usize,
}

/// How much of a line is shown on either side of the place, in bytes.
const AROUND: usize = 36;

impl<'i> Refusal<'i> {
    pub(crate) fn new(kind: ErrorKind, message: String, input: &'i [u8], offset: usize) -> Self {
        Self { kind, message, input, offset: offset.min(input.len()) }
    }

    pub(crate) fn to_json(&self) -> Json {
        json!({
            "kind": self.kind.name(),
            "code": self.kind.code(),
            "message": self.message,
            "offset": self.offset,
        })
    }
}

impl fmt::Display for Refusal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, after) = self.input.split_at(self.offset);
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let before = before.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
        let after = after.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let column = before.len() + 1;
        let before = &before[before.len().saturating_sub(AROUND)..];
        let after = &after[..after.len().min(AROUND)];
        // Escaped, so that no character of the input moves the mark or the cursor.
        let (before, after) = (before.escape_ascii().to_string(), after.escape_ascii().to_string());
        writeln!(f, "refused: {}", self.message)?;
        writeln!(
            f,
            "  {} ({}), line {line}, byte {column} of the line:",
            self.kind.name(),
            self.kind.code()
        )?;
        writeln!(f, "  {before}{after}")?;
        write!(f, "  {}^", " ".repeat(before.len()))
    }
}

/// The verdict in one word and one sentence.
fn explain(verdict: &Verdict<'_, '_>) -> (&'static str, String) {
    match verdict {
        Verdict::Succeeded(_) => ("Succeeded", "authentic, and the operation was done".into()),
        Verdict::Accepted(_) => {
            ("Accepted", "authentic, and the operation was taken on, but is not done yet".into())
        }
        Verdict::Failed(_) => ("Failed", "authentic, and the operation was not done".into()),
        Verdict::Unsettled(_) => {
            ("Unsettled", "authentic, but the outcome is not known: query, never pay again".into())
        }
        Verdict::Refused { message, .. } => {
            let message = message.map_or("no reason".into(), |text| format!("{text:?}"));
            ("Refused", format!("the gateway refused the call, unsigned: {message}"))
        }
        Verdict::Unvouched(message) => {
            let account = match message.outcome() {
                Outcome::Succeeded => "done",
                Outcome::Accepted => "taken on, but not done yet",
                Outcome::Failed => "not done",
                Outcome::Unsettled => "not known to be done",
            };
            let text =
                format!("unsigned, so worth no more than the connection; it says: {account}");
            ("Unvouched", text)
        }
        Verdict::Untrusted(error) => ("Untrusted", format!("believe nothing: {error}")),
    }
}

/// The fields that may be shown, and who vouches for them.
fn message<'v, 's, 'a>(verdict: &'v Verdict<'s, 'a>) -> Option<&'v Message<'s, 'a>> {
    match verdict {
        Verdict::Succeeded(message)
        | Verdict::Accepted(message)
        | Verdict::Failed(message)
        | Verdict::Unsettled(message) => Some(message),
        Verdict::Unvouched(message) => Some(message),
        Verdict::Refused { .. } | Verdict::Untrusted(_) => None,
    }
}

fn advice(verdict: &Verdict<'_, '_>, source: Source) -> Option<Advice> {
    match verdict {
        Verdict::Refused { advice, .. } => Some(*advice),
        // As if no answer had come.
        Verdict::Untrusted(_) if source.family().moves_money() => {
            Some(Advice::of(source.family(), Value::new("")))
        }
        _ => message(verdict)?.advice(),
    }
}

/// The records of a nested answer come after the other fields.
pub(crate) fn verdict_json(
    verdict: &Verdict<'_, '_>,
    source: Source,
    records: Option<Json>,
) -> Json {
    let (word, text) = explain(verdict);
    let mut report = json!({ "verdict": word, "text": text });
    if let Some(message) = message(verdict) {
        report["outcome"] = format!("{:?}", message.outcome()).into();
        report["ambiguous"] = message.is_ambiguous().into();
        report["fields"] = object(message.fields());
        records.into_iter().for_each(|records| report["records"] = records);
    }
    if let Some(advice) = advice(verdict, source) {
        let action = format!("{:?}", advice.action());
        report["advice"] = json!({ "action": action, "text": advice.text(Language::English) });
    }
    if let Verdict::Untrusted(error) = verdict {
        report["error"] = json!({ "kind": error.kind().name(), "code": error.kind().code() });
    }
    report
}

pub(crate) fn verdict_text(
    verdict: &Verdict<'_, '_>,
    source: Source,
    records: Option<Json>,
) -> String {
    let (word, text) = explain(verdict);
    let mut report = format!("{word}: {text}");
    if let Some(advice) = advice(verdict, source) {
        report += &format!("\nadvice: {advice} ({:?})", advice.action());
    }
    if let Some(message) = message(verdict) {
        if message.is_ambiguous() {
            report += "\nwarning: a value holds `&name=`; this signature fits other fields as well";
        }
        report += &format!("\n{:#}", object(message.fields()));
        records.iter().for_each(|records| report += &format!("\nrecords: {records:#}"));
    }
    report
}

pub(crate) fn explanation_json(
    explanation: Explanation,
    fields: &[Field<'_>],
    order: &Canonical<'_>,
) -> Json {
    let mut report =
        json!({ "text": explanation.text(Language::English), "signed": order.to_string() });
    if let Explanation::Mistake { cause, fields: marked } = explanation {
        report["cause"] = json!({ "kind": cause.name(), "code": cause.code() });
        let names: Vec<_> =
            marked.iter().filter_map(|index| fields.get(index)?.name().into()).collect();
        report["field"] = names.first().copied().into();
        report["fields"] = names.into();
    }
    report
}

/// The fields one a line, as they should be signed; what cannot be seen is escaped.
pub(crate) fn explanation_text(
    explanation: Explanation,
    fields: &[Field<'_>],
    order: &Canonical<'_>,
) -> String {
    let (mut report, marked) = match explanation {
        Explanation::Mistake { cause, fields } => {
            (format!("{} ({}): {explanation}", cause.name(), cause.code()), fields)
        }
        _ => (explanation.to_string(), Marked::NONE),
    };
    let faults = || marked.iter().filter_map(|index| fields.get(index)).map(Field::name);
    let mut separator = ' ';
    for field in order.iter() {
        let mark = if faults().any(|name| name == field.name()) { '>' } else { ' ' };
        let value = format!("{:?}", field.value());
        report += &format!("\n{mark} {separator}{}={}", field.name(), value.trim_matches('"'));
        separator = '&';
    }
    report += &format!("\n  {separator}key=(the API key)");
    for name in faults().filter(|name| order.iter().all(|field| field.name() != *name)) {
        report += &format!("\n>  {name} is not signed");
    }
    report
}

/// What was expected of the signature and what was found; the right one only if asked for.
pub(crate) fn expectation(fields: &Canonical<'_>, key: &Key, show: bool) -> String {
    let signed = fields.iter().count();
    let found = fields.get("sign").map(|sign| sign.to_string());
    let form = match found.as_deref().filter(|sign| !sign.is_empty()).map(Signature::parse) {
        None => "none".into(),
        Some(Ok(sign)) if key.verify(fields).is_ok() => format!("{sign}, which is right"),
        Some(Ok(sign)) => format!("{sign}, in the form of {}", sign.algorithm().name()),
        Some(Err(_)) => "something that is no signature".into(),
    };
    let algorithm = key.algorithm().name();
    let expected = format!("a signature of {signed} fields with {algorithm} and this API key");
    let mut report = format!("  expected        {expected}\n  found           {form}");
    if show {
        let made = key.sign(fields).map_or_else(|e| format!("none: {e}"), |sign| sign.to_string());
        report += &format!("\n  this key makes  {made}");
    }
    report
}
