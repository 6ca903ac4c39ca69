//! Why a call ends without what it was asked for.

use core::fmt;

use serde_json::{Value as Json, json};
use unicode_width::UnicodeWidthStr;
use wxp_core::{Error, ErrorKind};

use crate::language::{self, Language};
use crate::{style, texts};

/// Why the tool stops early.
pub(crate) enum Failure {
    /// The call itself is wrong.
    Usage(String),
    /// What was given is not as it should be.
    Refused(Refusal),
    /// The same, after a result that said why.
    Reported,
}

impl Failure {
    /// The exit status.
    pub(crate) const fn status(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            Self::Refused(_) | Self::Reported => 1,
        }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// Why some input is refused, and where in it.
pub(crate) struct Refusal {
    kind: &'static str,
    code: Option<i32>,
    message: String,
    place: Option<Box<Place>>,
    report: Json,
}

/// A place in the input, and what is around it.
struct Place {
    offset: usize,
    line: usize,
    column: usize,
    before: String,
    after: String,
}

/// How much of a line is shown on either side of the place, in bytes.
const AROUND: usize = 36;

impl Refusal {
    /// About the input as a whole; `kind` is what programs tell it by.
    pub(crate) const fn new(kind: &'static str, message: String) -> Self {
        Self { kind, code: None, message, place: None, report: Json::Null }
    }

    /// An error of the library about no place in particular.
    pub(crate) fn of(error: Error, language: Language) -> Self {
        Self::numbered(error.kind(), language::error(error, language))
    }

    /// With the number of the library's kind of error.
    pub(crate) fn numbered(kind: ErrorKind, message: String) -> Self {
        Self { code: Some(kind.code()), ..Self::new(kind.name(), message) }
    }

    /// With the place; `input` is as far as it may be shown.
    pub(crate) fn at(self, input: &[u8], offset: usize) -> Self {
        let offset = offset.min(input.len());
        let (before, after) = input.split_at(offset);
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let before = before.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
        let after = after.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let column = before.len() + 1;
        let before = &before[before.len().saturating_sub(AROUND)..];
        let after = &after[..after.len().min(AROUND)];
        // Not with a part of a character at either end.
        let is_inside = |byte: &&u8| **byte & 0xC0 == 0x80;
        let before = &before[before.iter().take_while(is_inside).count()..];
        let after = match str::from_utf8(after) {
            Err(error) if error.error_len().is_none() => &after[..error.valid_up_to()],
            _ => after,
        };
        let (before, after) = (shown(before), shown(after));
        let place = Place { offset, line, column, before, after };
        Self { place: Some(Box::new(place)), ..self }
    }

    /// Whether it is about this kind of error.
    pub(crate) fn is(&self, kind: ErrorKind) -> bool {
        self.code == Some(kind.code())
    }

    /// With members that the report for programs has besides `error`.
    pub(crate) fn within(self, report: Json) -> Self {
        Self { report, ..self }
    }

    pub(crate) fn to_json(&self) -> Json {
        let mut error = json!({ "kind": self.kind, "message": self.message });
        if let Some(code) = self.code {
            error["code"] = code.into();
        }
        if let Some(place) = &self.place {
            error["offset"] = place.offset.into();
            error["line"] = place.line.into();
            error["column"] = place.column.into();
            error["around"] = json!([place.before, place.after]);
        }
        let mut report = if self.report.is_null() { json!({}) } else { self.report.clone() };
        report["error"] = error;
        report
    }

    /// As people read it.
    pub(crate) fn text(&self, language: Language) -> String {
        let mut text = format!("{}{}", style::bad(texts::refused(language)), self.message);
        let code = self.code.map(|code| format!(" ({code})")).unwrap_or_default();
        let name = format_args!("{}{code}", self.kind);
        if let Some(Place { line, column, before, after, .. }) = self.place.as_deref() {
            text += &format!("\n  {}\n", texts::place(language, name, *line, *column));
            text +=
                &format!("  {before}{after}\n  {}{}", " ".repeat(before.width()), style::bad('^'));
        } else if self.code.is_some() {
            text += &format!("\n  {name}");
        }
        text
    }
}

/// Bytes as a text in which nothing moves the mark or the cursor.
fn shown(bytes: &[u8]) -> String {
    let chunk = |chunk: core::str::Utf8Chunk<'_>| {
        format!("{}{}", style::shown(chunk.valid()), chunk.invalid().escape_ascii())
    };
    bytes.utf8_chunks().map(chunk).collect()
}

impl fmt::Debug for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}
