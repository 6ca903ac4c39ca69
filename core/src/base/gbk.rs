//! GBK, the encoding that Chinese systems had before UTF-8.
//!
//! GBK is GB 2312 with more: its other 14,139 Han characters are those of U+4E00 to U+9FA5 that
//! GB 2312 does not have, in order. So these need no table, but only a bit each that says which they
//! are. With that, `gbk.table` has 19 KB; tables for general use have 50 KB and more. The tests compare
//! all of it with `encoding_rs`, which also writes the table.

use core::slice::ChunksExact;

/// All parts, one behind the other: code points of two bytes, and then the bits; little-endian.
static TABLE: &[u8; TABLE_SIZE] = include_bytes!("gbk.table");
const TABLE_SIZE: usize = BITS_AT + 8 * 327;

/// Rows A1 to A9 with symbols, all 190 columns.
const SYMBOLS: Area = Area { at: 0, lead: 0xA1, rows: 9, columns: 190 };
/// Rows B0 to F7 of GB 2312: columns from A1, which are 94.
const GB_2312: Area = Area { at: SYMBOLS.end(), lead: 0xB0, rows: 72, columns: 94 };
/// The end of row FD and row FE: columns to A0, which are 96.
const REST: Area = Area { at: GB_2312.end(), lead: 0xFD, rows: 2, columns: 96 };
/// Whether each of U+4E00 to U+9FA5 is in GB 2312.
const BITS_AT: usize = REST.end();
const HAN: core::ops::RangeInclusive<u32> = 0x4E00..=0x9FA5;

/// Rows 81 to A0 with Han characters, all 190 columns.
const HAN_LOW: usize = 32 * 190;
/// What is above: rows AA to FD, 96 columns.
const HAN_HIGH_LEAD: u8 = 0xAA;

/// What users can define themselves: rows AA to AF, and then F8 to FE, columns from A1. UTF-8 that was
/// read as GBK has such characters.
const DEFINED: core::ops::Range<u32> = 0xE000..0xE4C6;
const DEFINED_LOW: usize = 6 * 94;

/// Rows that have code points in the table.
struct Area {
    at: usize,
    lead: u8,
    rows: usize,
    columns: usize,
}

impl Area {
    const fn end(&self) -> usize {
        self.at.saturating_add(self.rows.saturating_mul(self.columns).saturating_mul(2))
    }

    fn codes(&self) -> ChunksExact<'static, u8> {
        TABLE.get(self.at..self.end()).unwrap_or_default().chunks_exact(2)
    }

    fn decode(&self, lead: u8, column: usize) -> Option<char> {
        let column = column.checked_sub(if self.columns == 94 { 96 } else { 0 })?;
        let row = usize::from(lead.checked_sub(self.lead)?);
        if column >= self.columns || row >= self.rows {
            return None;
        }
        let code = self.codes().nth(row.saturating_mul(self.columns).saturating_add(column))?;
        let code = u16::from_le_bytes(code.try_into().ok()?);
        char::from_u32(code.into()).filter(|c| *c != '\0')
    }

    fn encode(&self, code: u16) -> Option<[u8; 2]> {
        let code = code.to_le_bytes();
        let index = self.codes().position(|one| one == code)?;
        let skipped = if self.columns == 94 { 96 } else { 0 };
        place(self.lead, index, self.columns, skipped)
    }
}

/// The bytes at an index of an area.
fn place(lead: u8, index: usize, columns: usize, skipped: usize) -> Option<[u8; 2]> {
    let row = index.checked_div(columns)?;
    let column = index.checked_rem(columns)?.checked_add(skipped)?;
    let trail = column.checked_add(if column < 0x3F { 0x40 } else { 0x41 })?;
    Some([lead.checked_add(u8::try_from(row).ok()?)?, u8::try_from(trail).ok()?])
}

/// The column of a second byte, from 0.
fn column(trail: u8) -> Option<usize> {
    match trail {
        0x40..=0x7E => trail.checked_sub(0x40),
        0x80..=0xFE => trail.checked_sub(0x41),
        _ => None,
    }
    .map(usize::from)
}

/// The bits of Han characters, a word of 64 after the other.
fn words() -> impl Iterator<Item = u64> {
    let bits = TABLE.get(BITS_AT..).unwrap_or_default().chunks_exact(8);
    bits.map(|word| u64::from_le_bytes(word.try_into().unwrap_or_default()))
}

/// The n-th Han character that is not in GB 2312.
fn other_han(mut n: u32) -> Option<char> {
    let mut first = *HAN.start();
    for word in words() {
        let here = word.count_zeros();
        if n < here {
            let offset = (0..64_u32).filter(|bit| word >> bit & 1 == 0).nth(n.try_into().ok()?)?;
            return char::from_u32(first.checked_add(offset)?)
                .filter(|c| HAN.contains(&(*c).into()));
        }
        n = n.saturating_sub(here);
        first = first.saturating_add(64);
    }
    None
}

/// Which of the Han characters that are not in GB 2312 it is.
fn other_han_number(c: char) -> Option<usize> {
    let mut rest = u32::from(c).checked_sub(*HAN.start()).filter(|_| HAN.contains(&c.into()))?;
    let mut before = 0_u32;
    for word in words() {
        let (below, bit) = match 1_u64.checked_shl(rest) {
            Some(bit) => (bit.wrapping_sub(1), bit),
            None => (u64::MAX, 0),
        };
        before = before.saturating_add((!word & below).count_ones());
        if bit != 0 {
            return if word & bit == 0 { before.try_into().ok() } else { None };
        }
        rest = rest.saturating_sub(64);
    }
    None
}

/// The character of users at a place.
fn defined(lead: u8, first: u8, column: usize, before: usize) -> Option<char> {
    let row = usize::from(lead.checked_sub(first)?);
    let index = row.checked_mul(94)?.checked_add(column.checked_sub(96)?)?.checked_add(before)?;
    char::from_u32(DEFINED.start.checked_add(index.try_into().ok()?)?)
}

/// The character that two bytes are.
#[must_use]
pub fn decode(lead: u8, trail: u8) -> Option<char> {
    let column = column(trail)?;
    let other = |lead: u8, first: u8, columns: usize, before: usize| {
        let row = usize::from(lead.checked_sub(first)?);
        let index = row.checked_mul(columns)?.checked_add(column)?.checked_add(before)?;
        other_han(index.try_into().ok()?)
    };
    match lead {
        0x81..=0xA0 => other(lead, 0x81, 190, 0),
        0xA1..=0xA9 => SYMBOLS.decode(lead, column),
        0xAA..=0xFE if column < 96 => other(lead, HAN_HIGH_LEAD, 96, HAN_LOW)
            .filter(|_| lead < 0xFE)
            .or_else(|| REST.decode(lead, column)),
        0xAA..=0xAF => defined(lead, 0xAA, column, 0),
        0xF8..=0xFE => defined(lead, 0xF8, column, DEFINED_LOW),
        _ => GB_2312.decode(lead, column),
    }
}

/// The two bytes of a character that is not ASCII, unless GBK lacks it.
#[must_use]
pub fn encode(c: char) -> Option<[u8; 2]> {
    if let Some(number) = other_han_number(c) {
        return match number.checked_sub(HAN_LOW) {
            None => place(0x81, number, 190, 0),
            Some(number) => place(HAN_HIGH_LEAD, number, 96, 0),
        };
    }
    if DEFINED.contains(&c.into()) {
        let number = usize::try_from(u32::from(c).checked_sub(DEFINED.start)?).ok()?;
        return match number.checked_sub(DEFINED_LOW) {
            None => place(0xAA, number, 94, 96),
            Some(number) => place(0xF8, number, 94, 96),
        };
    }
    let code = u16::try_from(u32::from(c)).ok().filter(|code| *code != 0)?;
    if HAN.contains(&c.into()) {
        return GB_2312.encode(code);
    }
    // The last row of its first level ends with characters that are not Han.
    SYMBOLS.encode(code).or_else(|| REST.encode(code)).or_else(|| GB_2312.encode(code))
}
