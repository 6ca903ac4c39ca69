//! How a message was judged: one question after the other, until one ends it.

use serde_json::{Value as Json, json};
use wxp_core::{Canonical, Key, OrderState, Outcome, Signed, Source, Trust};

use crate::language::{self, Language};
use crate::texts;

/// How a question was answered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    Yes,
    No,
    /// The outcome is unknown or not final, or the message is not signed.
    Open,
    /// It was not asked, because another question ended it.
    Unasked,
}

/// The questions with their answers, in the order in which they are asked.
pub(crate) fn questions(
    key: &Key,
    fields: &Canonical<'_>,
    source: Source,
    language: Language,
) -> Json {
    let judgment = key.judge(fields, source);
    let said = |name: &str| {
        let value = fields.get(name).filter(|value| !value.is_empty());
        value.map(|value| value.to_string())
    };
    let found = |name: &str| match said(name) {
        Some(value) => format!("{name} = {value}"),
        None => texts::not_there(language, name),
    };
    let is_right = key.verify(fields).is_ok();
    let (mut taken, mut signed, mut kind) = (Answer::Yes, Answer::Unasked, Answer::Unasked);
    let mut because = String::new();
    match judgment.trust {
        Trust::Verified => (signed, kind) = (Answer::Yes, Answer::Yes),
        Trust::Unvouched => signed = Answer::Open,
        Trust::Refused => taken = Answer::No,
        Trust::Untrusted(error) => {
            because = language::error(error, language);
            match error.kind().name() {
                "NoReturnCode" => taken = Answer::No,
                _ if is_right => (signed, kind) = (Answer::Yes, Answer::No),
                _ => signed = Answer::No,
            }
        }
    }
    let who_signs = match source.signed() {
        Signed::Always => found("sign"),
        Signed::Sometimes => texts::signs_sometimes(language),
        Signed::Never => texts::signs_never(language),
    };
    let signature = match signed {
        Answer::Yes => {
            texts::algorithm_and_fields(language, key.algorithm().name(), fields.iter().count())
        }
        Answer::No => because.clone(),
        _ => who_signs,
    };
    let is_believed = judgment.outcome.is_some();
    let done = match said("result_code").as_deref() {
        _ if !is_believed => Answer::Unasked,
        Some("SUCCESS") => Answer::Yes,
        Some("FAIL") => Answer::No,
        Some(_) => Answer::Open,
        None => Answer::Unasked,
    };
    let (outcome, became) = match judgment.outcome {
        None => (Answer::Unasked, String::new()),
        Some(Outcome::Succeeded) => (Answer::Yes, texts::says_done(language)),
        Some(Outcome::Accepted) => (Answer::Open, texts::says_accepted(language)),
        Some(Outcome::Failed) => (Answer::No, texts::says_failed(language)),
        Some(_) => (Answer::Open, texts::says_unsettled(language)),
    };
    let order = match judgment.order {
        OrderState::Unknown => String::new(),
        order => format!(" ({order:?})"),
    };
    let reason = said("err_code").filter(|_| done == Answer::No);
    let reason = reason.map(|code| format!(", err_code = {code}")).unwrap_or_default();
    Json::from_iter([
        question("taken", texts::was_it_taken(language), taken, found("return_code")),
        question("signed", texts::is_it_authentic(language), signed, signature),
        question(
            "kind",
            texts::is_it_of_the_kind(language, source.name()),
            kind,
            match kind {
                Answer::No => because,
                _ => String::new(),
            },
        ),
        question("done", texts::was_it_done(language), done, found("result_code") + &reason),
        question("outcome", texts::what_became(language), outcome, became + &order),
    ])
}

fn question(name: &str, text: String, answer: Answer, because: String) -> Json {
    let (answer, because) = match answer {
        Answer::Yes => ("yes", because),
        Answer::No => ("no", because),
        Answer::Open => ("open", because),
        Answer::Unasked => ("unasked", String::new()),
    };
    json!({ "name": name, "text": text, "answer": answer, "because": because })
}
