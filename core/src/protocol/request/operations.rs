//! The fields of each operation, a few bytes each.

mod rows;

use super::known::Known;
use crate::protocol::Endpoint;

/// What a request needs of a field.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    May,
    Needs,
    Should,
    /// The first one of some of which one is needed.
    One,
    /// Another one of these.
    Or,
}

/// Whether the gateway refuses fields that an operation does not have.
#[derive(Clone, Copy)]
enum Manner {
    Open,
    Strict,
}

/// A row of the table, which exists while compiling only.
struct Row {
    manner: Manner,
    paths: &'static [&'static str],
    rules: &'static [(Rule, &'static [Known])],
}

macro_rules! operations {
    ($($manner:ident $($path:literal)+ { $($rule:ident $($known:ident)+;)+ })+) => {
        const ROWS: &[Row] = &[$(Row {
            manner: Manner::$manner,
            paths: &[$($path),+],
            rules: &[$((Rule::$rule, &[$(Known::$known),+])),+],
        }),+];
    };
}

rows::rows!(operations);

/// A field of an operation: the number of its row, above it what the operation needs of it, and in
/// the highest bit whether it is the last one of the operation.
#[derive(Clone, Copy)]
pub(super) struct Entry(u16);

const RULE: u32 = 12;
const LAST: u16 = 0x8000;

impl Entry {
    #[allow(clippy::as_conversions, reason = "the number of a variant")]
    pub(super) const fn new(rule: Rule, known: Known) -> Self {
        Self((rule as u16) << RULE | known.number())
    }

    pub(super) fn known(self) -> Known {
        // What is no entry is the row of `sign`, which all operations have.
        Known::of(self.0 & ((1 << RULE) - 1)).unwrap_or(Known::sign)
    }

    pub(super) const fn rule(self) -> Rule {
        match (self.0 & !LAST) >> RULE {
            0 => Rule::May,
            1 => Rule::Needs,
            2 => Rule::Should,
            3 => Rule::One,
            _ => Rule::Or,
        }
    }
}

/// The entries of all rows, one behind the other.
static ENTRIES: [Entry; count()] = entries();

/// The row of each operation, by the operation's number, and whether it is strict.
static ROW_OF: [u8; Endpoint::COUNT + 1] = row_of();

/// The bit of a strict one; the bits below it are the row, from 1.
const STRICT: u8 = 0x80;

/// The fields of the operation with this number, and whether it takes no others; `None` for an
/// operation whose fields are not published.
pub(super) fn entries_of(number: u16) -> Option<(&'static [Entry], bool)> {
    let found = *ROW_OF.get(usize::from(number))?;
    let row = usize::from(found & !STRICT).checked_sub(1)?;
    let entries = ENTRIES.split_inclusive(|entry| entry.0 & LAST != 0).nth(row)?;
    Some((entries, found & STRICT != 0))
}

#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "while compiling")]
const fn count() -> usize {
    let (mut count, mut row) = (0, 0);
    while row < ROWS.len() {
        let mut rule = 0;
        while rule < ROWS[row].rules.len() {
            count += ROWS[row].rules[rule].1.len();
            rule += 1;
        }
        row += 1;
    }
    count
}

#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "while compiling")]
const fn entries() -> [Entry; count()] {
    let (mut entries, mut end, mut row) = ([Entry(0); count()], 0, 0);
    while row < ROWS.len() {
        let mut number = 0;
        while number < ROWS[row].rules.len() {
            let (mut rule, known) = ROWS[row].rules[number];
            let mut place = 0;
            while place < known.len() {
                entries[end] = Entry::new(rule, known[place]);
                if matches!(rule, Rule::One) {
                    rule = Rule::Or;
                }
                (place, end) = (place + 1, end + 1);
            }
            number += 1;
        }
        entries[end - 1].0 |= LAST;
        row += 1;
    }
    entries
}

#[allow(clippy::as_conversions, clippy::cast_possible_truncation, reason = "in a const fn")]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "while compiling")]
const fn row_of() -> [u8; Endpoint::COUNT + 1] {
    let (mut row_of, mut row) = ([0; Endpoint::COUNT + 1], 0);
    assert!(ROWS.len() < STRICT as usize, "too few bits");
    while row < ROWS.len() {
        let strict = if matches!(ROWS[row].manner, Manner::Strict) { STRICT } else { 0 };
        let mut path = 0;
        while path < ROWS[row].paths.len() {
            let number = Endpoint::number_of(ROWS[row].paths[path]);
            row_of[number as usize] = (row as u8 + 1) | strict;
            path += 1;
        }
        row += 1;
    }
    row_of
}
