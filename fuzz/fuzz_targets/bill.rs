//! Bills, against the plain way to split them.

#![no_main]

use libfuzzer_sys::fuzz_target;
use wxp_core::{Bill, ErrorKind};

type Line<'a> = Vec<&'a str>;

fuzz_target!(|document: &[u8]| {
    let expected = std::str::from_utf8(document).ok().and_then(split);
    match Bill::read(document) {
        Ok(bill) => {
            let columns: Line<'_> = bill.columns().collect();
            let rows: Vec<Line<'_>> = bill.rows().map(|row| row.cells().collect()).collect();
            for (row, cells) in bill.rows().zip(&rows) {
                let found = columns.iter().map(|name| row.get(name).unwrap());
                assert!(found.eq(cells.iter().copied()));
            }
            let totals = bill.totals();
            let totals = (totals.columns().collect(), totals.cells().collect());
            assert_eq!(Some((columns, rows, totals)), expected);
        }
        Err(error) => {
            assert!(expected.is_none(), "{error:?}");
            let kinds = [ErrorKind::NotUtf8, ErrorKind::Truncated, ErrorKind::Bill];
            assert!(kinds.contains(&error.kind()) && error.position() <= document.len());
        }
    }
});

/// The names, the rows, and names and values of the totals.
fn split(text: &str) -> Option<(Line<'_>, Vec<Line<'_>>, (Line<'_>, Line<'_>))> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = text.strip_suffix('\n').unwrap_or(text);
    let mut lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).peekable();
    if text.starts_with('<') {
        return None;
    }
    let columns = split_names(lines.next()?)?;
    let mut rows = Vec::new();
    while lines.peek()?.starts_with('`') {
        rows.push(split_row(lines.next()?, columns.len())?);
    }
    let total_names = split_names(lines.next()?)?;
    let totals = split_row(lines.next()?, total_names.len())?;
    lines.next().is_none().then_some((columns, rows, (total_names, totals)))
}

fn split_names(line: &str) -> Option<Line<'_>> {
    let names: Line<'_> = line.split(',').collect();
    let distinct: std::collections::HashSet<_> = names.iter().collect();
    let is_right = distinct.len() == names.len() && names.len() <= 64 && !line.contains('`');
    (is_right && !names.contains(&"")).then_some(names)
}

fn split_row(line: &str, columns: usize) -> Option<Line<'_>> {
    let cells: Line<'_> = line.strip_prefix('`')?.split(",`").collect();
    (cells.len() == columns).then_some(cells)
}
