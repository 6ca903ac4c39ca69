//! What the tool shows, in which no API key shows.

use std::fmt;
use std::io::{self, Write};

use wxp_core::{Algorithm, Key};

use crate::Failure;
use crate::secret::{Secret, places};

/// What stands for an API key.
const HIDDEN: &[u8] = b"***";

/// Where texts go; it knows the API key, so that it can hide it.
pub(crate) struct Output {
    pub(crate) secret: Option<Secret>,
}

impl Output {
    pub(crate) fn key(&self, algorithm: Algorithm) -> Result<Key, Failure> {
        let none = || Failure::Usage("no API key: give --key-file or set WXP_KEY".into());
        self.secret.as_ref().ok_or_else(none)?.key(algorithm).map_err(Failure::Usage)
    }

    /// Prints a line on standard output. A reader that has seen enough, as `head` has, is no
    /// failure.
    pub(crate) fn print(&self, line: impl fmt::Display) -> Result<(), Failure> {
        match writeln!(io::stdout(), "{}", self.hidden(&line.to_string())) {
            Err(e) if e.kind() != io::ErrorKind::BrokenPipe => Err(Failure::Usage(e.to_string())),
            _ => Ok(()),
        }
    }

    /// Prints a line on standard error.
    pub(crate) fn complain(&self, line: impl fmt::Display) {
        eprintln!("{}", self.hidden(&line.to_string()));
    }

    /// The text with `***` in place of an API key.
    fn hidden(&self, text: &str) -> String {
        let text = text.as_bytes();
        let (mut shown, mut end) = (Vec::new(), 0);
        for place in places(self.secret.as_ref(), text) {
            shown.extend_from_slice(&text[end..place.start]);
            shown.extend_from_slice(HIDDEN);
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
