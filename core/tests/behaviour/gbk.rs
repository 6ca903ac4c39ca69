//! GBK, compared with `encoding_rs`.

use std::{env, fs};

use encoding_rs::GBK;
use wxp_core::abi::{decode_gbk, encode_gbk};

/// Characters of users that have had places of their own in Unicode since: nothing is read as these.
const MOVED: [char; 18] = [
    '\u{E78D}', '\u{E78E}', '\u{E78F}', '\u{E790}', '\u{E791}', '\u{E792}', '\u{E793}', '\u{E794}',
    '\u{E795}', '\u{E796}', '\u{E81E}', '\u{E826}', '\u{E82B}', '\u{E82C}', '\u{E832}', '\u{E843}',
    '\u{E854}', '\u{E864}',
];

fn theirs(lead: u8, trail: u8) -> Option<char> {
    let bytes = [lead, trail];
    let text = GBK.decode_without_bom_handling_and_without_replacement(&bytes)?;
    let mut characters = text.chars();
    let first = characters.next();
    if characters.next().is_some() { None } else { first }
}

fn columns() -> impl Iterator<Item = u8> {
    (0x40..=0xFE).filter(|column| *column != 0x7F)
}

/// What `core/src/base/gbk.table` has to be.
fn table() -> Vec<u8> {
    let symbols = (0xA1..=0xA9).flat_map(|row| columns().map(move |column| (row, column)));
    let gb_2312 = (0xB0..=0xF7).flat_map(|row| (0xA1..=0xFE).map(move |column| (row, column)));
    let rest = (0xFD..=0xFE).flat_map(|row| columns().take(96).map(move |column| (row, column)));
    // In row FD, the columns before 9C have Han characters in order.
    let code = |(row, column)| match theirs(row, column) {
        Some(_) if row == 0xFD && column < 0x9C => 0,
        Some(c) => u16::try_from(u32::from(c)).unwrap(),
        None => 0,
    };
    let codes: Vec<u16> = gb_2312.clone().map(code).collect();
    let word = |word: u32| {
        let is_in = |bit: u32| codes.contains(&u16::try_from(0x4E00 + 64 * word + bit).unwrap());
        (0..64).fold(0_u64, |bits, bit| bits | u64::from(is_in(bit)) << bit)
    };
    let all = symbols.map(code).chain(codes.iter().copied()).chain(rest.map(code));
    let bits = (0..327).map(word).flat_map(u64::to_le_bytes);
    all.flat_map(u16::to_le_bytes).chain(bits).collect()
}

#[test]
fn the_table_is_that_of_the_standard() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/base/gbk.table");
    let table = table();
    if env::var_os("WXP_WRITE").is_some() {
        fs::write(path, &table).unwrap();
    }
    assert!(fs::read(path).unwrap() == table, "WXP_WRITE=1 writes it anew");
}

#[test]
fn all_pairs_of_bytes_are_read_as_others_read_them() {
    let mut read = 0;
    for lead in 0x80..=0xFF {
        for trail in 0..=0xFF {
            let expected =
                if trail < 0x40 { None } else { theirs(lead, trail).filter(|_| lead > 0x80) };
            assert_eq!(decode_gbk(lead, trail), expected, "{lead:X} {trail:X}");
            read += usize::from(expected.is_some());
        }
    }
    assert_eq!(read, 23_940);
}

#[test]
fn all_characters_are_written_as_others_write_them() {
    for c in ('\u{80}'..='\u{10FFFF}').filter(|c| *c != '€' && !MOVED.contains(c)) {
        let mut text = [0; 4];
        let (bytes, _, failed) = GBK.encode(c.encode_utf8(&mut text));
        let expected = if failed { None } else { Some(bytes.to_vec()) };
        assert_eq!(encode_gbk(c).map(Vec::from), expected, "{:X}", u32::from(c));
    }
}
