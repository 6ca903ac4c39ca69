//! The text of a bill as the library reads it, and what printing and spreadsheets did to it.

use wxp_core::{Bill, Error, ErrorKind};

use crate::console::Console;
use crate::failure::Refusal;
use crate::{language, style, texts};

/// The text of a bill, without the empty cells that a spreadsheet fills short lines up with.
pub(crate) struct Readable(String);

impl Readable {
    pub(crate) fn of(bytes: &[u8], console: &Console) -> Result<Self, Refusal> {
        let language = console.language;
        let text = str::from_utf8(bytes).map_err(|e| {
            let message = texts::bill_not_utf8(language, e.valid_up_to());
            Refusal::numbered(ErrorKind::NotUtf8, message)
        })?;
        let is_blank = |line: &&str| line.trim_matches('\u{feff}').trim().is_empty();
        let blank = text.lines().filter(is_blank).count();
        let is_bare = !text.contains('`') && !text.trim_start().starts_with('<');
        let totals = text.lines().filter(|line| !is_blank(line)).count().saturating_sub(2);
        let mut filled = 0;
        let mut count = 0;
        let line = |line: &str| {
            let at = count;
            count += usize::from(!is_blank(&line));
            let short = line.trim_end_matches(',');
            if !is_bare || at < totals.max(1) || is_blank(&line) {
                return line.to_owned();
            }
            filled += usize::from(short != line);
            short.to_owned()
        };
        let lines: Vec<_> = text.lines().map(line).collect();
        if blank > 0 && !text.trim().is_empty() {
            console.undone("blank-lines", &texts::undone_blank_lines(language, blank));
        }
        if is_bare && totals > 0 {
            console.undone("back-ticks", &texts::undone_back_ticks(language));
        }
        if filled == 0 { Ok(Self(text.to_owned())) } else { Ok(Self(lines.join("\n") + "\n")) }
    }

    pub(crate) fn bill(&self, console: &Console) -> Result<Bill<'_>, Refusal> {
        Bill::read(self.0.as_bytes()).map_err(|error| self.refuse(error, console))
    }

    /// What the library found, with the line and how it begins.
    fn refuse(&self, error: Error, console: &Console) -> Refusal {
        let before = self.0.get(..error.position().min(self.0.len())).unwrap_or_default();
        let number = before.matches('\n').count() + 1;
        let line = self.0.lines().nth(number - 1).unwrap_or_default();
        let begins: String = line.chars().take(40).collect();
        let begins = style::shown(&begins);
        let message = match error.kind() {
            ErrorKind::Cells { due, found } => {
                texts::bill_cells(console.language, number, due, found, begins)
            }
            _ => {
                let text = language::error(error, console.language);
                texts::bill_line(console.language, number, text, begins)
            }
        };
        Refusal::numbered(error.kind(), message)
    }
}
