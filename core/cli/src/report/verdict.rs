//! What a message means, by whom it is vouched for, and what to do.

use serde_json::{Value as Json, json};
use wxp_core::{Advice, Message, Outcome, Source, Value, Verdict};

use crate::language::{self, Language};
use crate::{report, style, texts};

/// The verdict in one word and one sentence.
fn explain(verdict: &Verdict<'_, '_>, language: Language) -> (&'static str, String) {
    match verdict {
        Verdict::Succeeded(_) => ("Succeeded", texts::succeeded(language)),
        Verdict::Accepted(_) => ("Accepted", texts::accepted(language)),
        Verdict::Failed(_) => ("Failed", texts::failed(language)),
        Verdict::Unsettled(_) => ("Unsettled", texts::unsettled(language)),
        Verdict::Refused { message, .. } => {
            let reason = message.map(|text| style::shown(&text.to_string()));
            let reason = reason.unwrap_or_else(|| texts::no_reason(language));
            ("Refused", texts::gateway_refused(language, reason))
        }
        Verdict::Unvouched(message) => {
            let account = match message.outcome() {
                Outcome::Succeeded => texts::says_done(language),
                Outcome::Accepted => texts::says_accepted(language),
                Outcome::Failed => texts::says_failed(language),
                Outcome::Unsettled => texts::says_unsettled(language),
            };
            ("Unvouched", texts::unvouched(language, account))
        }
        Verdict::Untrusted(error) => {
            ("Untrusted", texts::untrusted(language, language::error(*error, language)))
        }
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
    language: Language,
) -> Json {
    let (word, text) = explain(verdict, language);
    let mut report = json!({ "verdict": word, "text": text });
    if let Some(message) = message(verdict) {
        report["outcome"] = format!("{:?}", message.outcome()).into();
        report["ambiguous"] = message.is_ambiguous().into();
        report["fields"] = report::object(message.fields());
        records.into_iter().for_each(|records| report["records"] = records);
    }
    if let Some(advice) = advice(verdict, source) {
        let action = format!("{:?}", advice.action());
        report["advice"] = json!({ "action": action, "text": advice.text(language) });
    }
    if let Verdict::Untrusted(error) = verdict {
        let kind = error.kind();
        report["error"] = json!({ "kind": kind.name(), "code": kind.code(), "message": language::error(*error, language) });
    }
    report
}

pub(crate) fn verdict_text(
    verdict: &Verdict<'_, '_>,
    source: Source,
    records: Option<Json>,
    language: Language,
) -> String {
    let (word, text) = explain(verdict, language);
    let word = match verdict {
        Verdict::Succeeded(_) => style::good(word),
        Verdict::Accepted(_) | Verdict::Unsettled(_) | Verdict::Unvouched(_) => style::open(word),
        _ => style::bad(word),
    };
    let mut report = format!("{word}: {text}");
    if let Some(advice) = advice(verdict, source) {
        let action = format!("{:?}", advice.action());
        report += &format!("\n{}", texts::advice(language, advice.text(language), action));
    }
    if let Some(message) = message(verdict) {
        if message.is_ambiguous() {
            let warning = style::open(texts::warning(language));
            report += &format!("\n{warning}{}", texts::ambiguous(language));
        }
        report += &format!("\n{}", report::lines(&report::object(message.fields())));
        records.iter().for_each(|records| report += &report::records(records));
    }
    report
}
