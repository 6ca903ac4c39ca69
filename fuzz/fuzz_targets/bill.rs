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
            use ErrorKind::{Bill, Cells, NotUtf8, Truncated};
            assert!(matches!(error.kind(), NotUtf8 | Truncated | Bill | Cells { .. }));
            assert!(error.position() <= document.len());
        }
    }
});

/// The names, the rows, and names and values of the totals.
fn split(text: &str) -> Option<(Line<'_>, Vec<Line<'_>>, (Line<'_>, Line<'_>))> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.starts_with('<') {
        return None;
    }
    let ticked = text.split('\n').any(|line| line.starts_with('`'));
    let is_blank = |line: &&str| line.bytes().all(|byte| byte.is_ascii_whitespace());
    let mut lines: Vec<&str> = text.split('\n').filter(|line| !is_blank(line)).collect();
    for line in &mut lines {
        *line = line.strip_suffix('\r').unwrap_or(line);
    }
    let (columns, mut lines) = lines.split_first()?;
    let columns = split_names(columns)?;
    let mut rows = Vec::new();
    while let [line, rest @ ..] = lines
        && (if ticked { line.starts_with('`') } else { lines.len() > 2 })
    {
        rows.push(split_row(line, columns.len(), ticked)?);
        lines = rest;
    }
    let [names, totals] = lines else { return None };
    if !ticked && names.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let names = split_names(names)?;
    let totals = split_row(totals, names.len(), ticked)?;
    Some((columns, rows, (names, totals)))
}

fn split_names(line: &str) -> Option<Line<'_>> {
    let names: Line<'_> = line.split(',').collect();
    let distinct: std::collections::HashSet<_> = names.iter().collect();
    let is_right = distinct.len() == names.len() && names.len() <= 64 && !line.contains('`');
    (is_right && !names.contains(&"")).then_some(names)
}

fn split_row(line: &str, columns: usize, ticked: bool) -> Option<Line<'_>> {
    let cells: Line<'_> = match ticked {
        true => line.strip_prefix('`')?.split(",`").collect(),
        false => line.split(',').collect(),
    };
    (cells.len() == columns).then_some(cells)
}
