//! Where results go, in which no API key shows.

use core::cell::RefCell;
use core::fmt::Display;
use std::io;
#[cfg(feature = "command")]
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
    listener: Listener,
    pub(crate) secret: Option<Secret>,
    /// What was undone to get at the message, until the result is printed.
    undone: RefCell<Vec<Json>>,
}

/// Who is told.
enum Listener {
    /// People at a terminal.
    #[cfg(feature = "command")]
    People,
    /// A program that reads one line of JSON from a stream.
    #[cfg(feature = "command")]
    Program,
    /// A page, for which the report is kept.
    Page(RefCell<Json>),
}

impl Console {
    #[cfg(feature = "command")]
    pub(crate) fn of_command(language: Language, secret: Option<Secret>) -> Self {
        Self { language, listener: Listener::People, secret, undone: RefCell::default() }
    }

    #[cfg(feature = "command")]
    pub(crate) fn set_json(&mut self, json: bool) {
        self.listener = if json { Listener::Program } else { Listener::People };
    }

    pub(crate) fn of_page(language: Language, secret: Option<Secret>) -> Self {
        let listener = Listener::Page(RefCell::default());
        Self { language, listener, secret, undone: RefCell::default() }
    }

    /// Whether results are JSON.
    #[cfg(feature = "command")]
    pub(crate) const fn json(&self) -> bool {
        !matches!(self.listener, Listener::People)
    }

    /// Whether results are JSON: there is no terminal, and so no code that speaks to one.
    #[cfg(not(feature = "command"))]
    #[allow(clippy::unused_self, reason = "as above")]
    pub(crate) const fn json(&self) -> bool {
        true
    }

    pub(crate) fn key(&self, algorithm: Algorithm) -> Result<Key, Failure> {
        let none = || Failure::Usage(texts::no_key(self.language));
        self.secret.as_ref().ok_or_else(none)?.key(algorithm, self.language)
    }

    /// Prints what other programs are to take as it is.
    pub(crate) fn data(&self, line: impl Display) -> Result<(), Failure> {
        Self::ended(streams::print(&self.hidden(&line.to_string())))
    }

    /// Prints what people are to read; colours stay away where they are not wanted.
    pub(crate) fn show(&self, text: impl Display) -> Result<(), Failure> {
        Self::ended(streams::show(&self.hidden(&text.to_string())))
    }

    /// Prints the result for programs, with what was undone before.
    pub(crate) fn report(&self, mut report: Json) -> Result<(), Failure> {
        let undone = self.undone.take();
        if !undone.is_empty() {
            report["undone"] = undone.into();
        }
        match &self.listener {
            Listener::Page(kept) => {
                kept.replace(report);
                Ok(())
            }
            #[cfg(feature = "command")]
            _ => self.data(report),
        }
    }

    /// The report that was kept for a page, with what is added to it. The API key does not show in it.
    pub(crate) fn kept(&self, add: impl FnOnce(&mut Json)) -> String {
        let mut report = Json::Null;
        #[cfg_attr(not(feature = "command"), allow(irrefutable_let_patterns))]
        if let Listener::Page(kept) = &self.listener {
            report = kept.take();
        }
        add(&mut report);
        self.hidden(&report.to_string())
    }

    /// Says what was undone to get at the message.
    pub(crate) fn undone(&self, kind: &str, text: &str) {
        if self.json() {
            self.undone.borrow_mut().push(json!({ "kind": kind, "text": text }));
        } else {
            let label = style::open(texts::note(self.language));
            self.complain(format_args!("wxp: {label}{text}"));
        }
    }

    /// Prints a line on standard error.
    pub(crate) fn complain(&self, line: impl Display) {
        // Nobody is left to tell if this fails.
        let _ = streams::complain(&self.hidden(&line.to_string()));
    }

    /// Says why a call ends early, and with which status it does.
    #[cfg(feature = "command")]
    pub(crate) fn fail(&self, failure: Failure) -> ExitCode {
        let status = failure.status();
        match failure {
            _ if self.json() => drop(self.report_failure(failure)),
            Failure::Reported => {}
            Failure::Usage(why) => self.complain(format_args!("wxp: {why}")),
            Failure::Refused(refusal) => {
                self.complain(format_args!("wxp: {}", refusal.text(self.language)));
            }
        }
        ExitCode::from(status)
    }

    /// Reports why a call ends early, and returns the status with which it does.
    pub(crate) fn report_failure(&self, failure: Failure) -> u8 {
        let status = failure.status();
        let report = match failure {
            Failure::Reported => return status,
            Failure::Usage(why) => json!({ "error": { "kind": "Usage", "message": why } }),
            Failure::Refused(refusal) => refusal.to_json(),
        };
        // Nobody is left to tell if this fails.
        let _ = self.report(report);
        status
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

#[cfg(feature = "command")]
mod streams {
    use std::io::{self, Write};

    pub(super) fn print(line: &str) -> io::Result<()> {
        writeln!(io::stdout(), "{line}")
    }

    pub(super) fn show(line: &str) -> io::Result<()> {
        writeln!(anstream::stdout(), "{line}")
    }

    pub(super) fn complain(line: &str) -> io::Result<()> {
        writeln!(anstream::stderr(), "{line}")
    }
}

/// A page has none: it is told with a report.
#[cfg(not(feature = "command"))]
#[allow(clippy::unnecessary_wraps, reason = "as the others")]
mod streams {
    use std::io;

    pub(super) const fn print(_: &str) -> io::Result<()> {
        Ok(())
    }

    pub(super) use print as complain;
    pub(super) use print as show;
}
