//! Where results go, in which no API key shows.

use core::cell::RefCell;
use core::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

use serde_json::{Value as Json, json};
use wxp_core::{Algorithm, Key};

use crate::failure::Failure;
use crate::language::Language;
use crate::secret::{Secret, places};
use crate::{style, texts};

/// What stands for an API key.
pub(crate) const HIDDEN: &str = "***";

/// How this call speaks: the language, and whether to people or to programs. It knows the API key,
/// so that it can hide it.
pub(crate) struct Console {
    pub(crate) language: Language,
    /// Whether results are one line of JSON.
    pub(crate) json: bool,
    pub(crate) secret: Option<Secret>,
    /// What was undone to get at the message, until the result is printed.
    undone: RefCell<Vec<Json>>,
}

impl Console {
    pub(crate) fn new(language: Language, json: bool, secret: Option<Secret>) -> Self {
        Self { language, json, secret, undone: RefCell::default() }
    }

    pub(crate) fn key(&self, algorithm: Algorithm) -> Result<Key, Failure> {
        let none = || Failure::Usage(texts::no_key(self.language));
        self.secret.as_ref().ok_or_else(none)?.key(algorithm, self.language)
    }

    /// Prints what other programs are to take as it is.
    pub(crate) fn data(&self, line: impl Display) -> Result<(), Failure> {
        Self::ended(writeln!(io::stdout(), "{}", self.hidden(&line.to_string())))
    }

    /// Prints what people are to read; colours stay away where they are not wanted.
    pub(crate) fn show(&self, text: impl Display) -> Result<(), Failure> {
        Self::ended(writeln!(anstream::stdout(), "{}", self.hidden(&text.to_string())))
    }

    /// Prints the result for programs, with what was undone before.
    pub(crate) fn report(&self, mut report: Json) -> Result<(), Failure> {
        let undone = self.undone.take();
        if !undone.is_empty() {
            report["undone"] = undone.into();
        }
        self.data(report)
    }

    /// Says what was undone to get at the message.
    pub(crate) fn undone(&self, kind: &str, text: &str) {
        if self.json {
            self.undone.borrow_mut().push(json!({ "kind": kind, "text": text }));
        } else {
            let label = style::open(texts::note(self.language));
            self.complain(format_args!("wxp: {label}{text}"));
        }
    }

    /// Prints a line on standard error.
    pub(crate) fn complain(&self, line: impl Display) {
        // Nobody is left to tell if this fails.
        let _ = writeln!(anstream::stderr(), "{}", self.hidden(&line.to_string()));
    }

    /// Says why a call ends early, and with which status it does.
    pub(crate) fn fail(&self, failure: Failure) -> ExitCode {
        let status = match &failure {
            Failure::Usage(_) => 2,
            Failure::Refused(_) | Failure::Reported => 1,
        };
        match failure {
            Failure::Reported => {}
            Failure::Usage(why) if self.json => {
                let _ = self.report(json!({ "error": { "kind": "Usage", "message": why } }));
            }
            Failure::Refused(refusal) if self.json => drop(self.report(refusal.to_json())),
            Failure::Usage(why) => self.complain(format_args!("wxp: {why}")),
            Failure::Refused(refusal) => {
                self.complain(format_args!("wxp: {}", refusal.text(self.language)));
            }
        }
        ExitCode::from(status)
    }

    /// A reader that has seen enough, as `head` has, is no failure.
    fn ended(written: io::Result<()>) -> Result<(), Failure> {
        match written {
            Err(e) if e.kind() != io::ErrorKind::BrokenPipe => Err(Failure::Usage(e.to_string())),
            _ => Ok(()),
        }
    }

    /// The text with `***` in place of an API key.
    fn hidden(&self, text: &str) -> String {
        let text = text.as_bytes();
        let (mut shown, mut end) = (Vec::new(), 0);
        for place in places(self.secret.as_ref(), text) {
            shown.extend_from_slice(&text[end..place.start]);
            shown.extend_from_slice(HIDDEN.as_bytes());
            end = place.end;
        }
        shown.extend_from_slice(&text[end..]);
        String::from_utf8_lossy(&shown).into_owned()
    }

    /// A copy of the bytes with an asterisk in place of each of an API key's, so that what stands
    /// behind it stays where it is.
    pub(crate) fn starred(&self, bytes: &[u8]) -> Vec<u8> {
        let mut shown = bytes.to_vec();
        places(self.secret.as_ref(), bytes).into_iter().for_each(|place| shown[place].fill(b'*'));
        shown
    }
}
