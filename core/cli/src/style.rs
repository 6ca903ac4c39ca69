//! How results look on a terminal: colours, and characters that may be shown there.

use core::fmt::Display;

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

/// What is as it should be.
pub(crate) fn good(text: impl Display) -> String {
    styled(AnsiColor::Green.on_default().bold(), text)
}

/// What is wrong.
pub(crate) fn bad(text: impl Display) -> String {
    styled(AnsiColor::Red.on_default().bold(), text)
}

/// What is not known, or in doubt.
pub(crate) fn open(text: impl Display) -> String {
    styled(AnsiColor::Yellow.on_default().bold(), text)
}

/// What stands beside the matter, such as the names of fields.
pub(crate) fn faint(text: impl Display) -> String {
    styled(Style::new().dimmed(), text)
}

fn styled(style: Style, text: impl Display) -> String {
    format!("{style}{text}{style:#}")
}

/// A text from outside: what moves the cursor, changes the terminal or cannot be seen is escaped.
pub(crate) fn shown(text: &str) -> String {
    let escape = |c: char| match c {
        '"' | '\'' | '\\' => c.to_string(),
        _ => c.escape_debug().to_string(),
    };
    text.chars().map(escape).collect()
}

/// A table with aligned columns, two blanks apart. Its texts have no style, which would count.
pub(crate) fn table<const N: usize>(rows: &[[String; N]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
    let widths: [usize; N] = core::array::from_fn(width);
    aligned(rows.iter().map(|row| &row[..]), &widths)
}

/// Rows whose columns are that wide.
pub(crate) fn aligned<'r>(rows: impl Iterator<Item = &'r [String]>, widths: &[usize]) -> String {
    let pad = |(cell, width): (&String, &usize)| {
        format!("{cell}{}", " ".repeat(width.saturating_sub(cell.width())))
    };
    let line = |row: &[String]| {
        let cells: Vec<_> = row.iter().zip(widths).map(pad).collect();
        cells.join("  ").trim_end().to_owned()
    };
    rows.map(line).collect::<Vec<_>>().join("\n")
}
