//! What hostile documents cost: nanoseconds per byte to refuse one of 1 KB and one of 10 MB.
//!
//! `cargo run --release --example hostile`

#![allow(clippy::arithmetic_side_effects, clippy::expect_used)]

use core::hint::black_box;
use std::time::Instant;

use wxp_core::{Bill, Error, ErrorKind, Field, xml};

/// An attack: its name, and how it begins, goes on and on, and ends.
type Attack = (&'static str, &'static str, &'static str, &'static str);

const ATTACKS: [Attack; 17] = [
    ("entity declarations", "<!DOCTYPE x [", "<!ENTITY a \"aaaaaaaa\">", "]><xml>&a;</xml>"),
    ("DOCTYPE after blanks", "", " \n", "<!DOCTYPE x><xml/>"),
    ("comment", "<xml><a>1<!--", " - - ", "--></a></xml>"),
    ("processing instruction", "<xml><?x ", "y ", "?></xml>"),
    ("nesting", "<xml>", "<a>", ""),
    ("open brackets", "", "<", ""),
    ("ampersands", "<xml><a>", "&", "</a></xml>"),
    ("references, then a bad one", "<xml><a>", "&#x4e2d;&amp;", "&x;</a></xml>"),
    ("one endless reference", "<xml><a>&#", "0", "</a></xml>"),
    ("section never closed", "<xml><a><![CDATA[", "]]", ""),
    ("sections, then ]]>", "<xml><a>", "<![CDATA[]]>", "]]></a></xml>"),
    ("brackets in text, then ]]>", "<xml><a>", "] ", "]]></a></xml>"),
    ("endless name", "<xml><", "a", "/></xml>"),
    ("attributes", "<xml><a ", "b='1' ", "/></xml>"),
    ("text, then NUL", "<xml><a>", "text ", "\0</a></xml>"),
    ("carriage returns, cut short", "<xml><a>", "\r", ""),
    ("one field twice, far apart", "<xml><a/><b>", "x", "</b><a/></xml>"),
];

/// Attacks on those who read nested documents.
const NESTED_ATTACKS: [Attack; 6] = [
    ("nesting", "<xml>", "<a>", ""),
    ("blanks in a record", "<xml><a><b>", " \n", "</b></a></xml>x"),
    ("blanks in a group's tag", "<xml><a", " \n", "><b/></a></xml>x"),
    ("records, cut short", "<xml><l>", "<r><a/></r>", ""),
    ("lists, then a comment", "<xml>", "<l><r><a>1</a></r></l>", "<!-- --></xml>"),
    ("groups called like a field", "<xml><l/>", "<l><r><a/></r></l>", "</xml>"),
];

/// Attacks on those who read bills.
const BILL_ATTACKS: [Attack; 6] = [
    ("names", "", "a,", "b\n"),
    ("one endless name", "", "a", "`\n"),
    ("rows, cut short", "a,b\n", "`1,`2\n", ""),
    ("one endless row", "a\n`", "1,`", "\n"),
    ("commas", "a\n`", ",", "`\n"),
    ("line ends", "a\n`1\nb\n`1\n", "\n", ""),
];

/// What fields are ordered by, of the number in their names.
type Order = fn(usize) -> u64;

/// Orders of many fields. A shuffled one is the most work: each comparison surprises the processor.
const ORDERS: [(&str, Order); 2] = [
    ("fields in descending order", |number| u64::MAX - widened(number)),
    ("fields in shuffled order", |number| shuffled(widened(number))),
];

fn widened(number: usize) -> u64 {
    u64::try_from(number).expect("no machine has larger addresses")
}

/// The mixing of `SplitMix64`: another number for each, in no order.
fn shuffled(number: u64) -> u64 {
    let mixed = (number ^ number >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ mixed >> 31
}

/// One way to read a document, into slots if it needs any.
type Read = for<'a> fn(&'a [u8], &mut [Field<'a>]) -> Result<(), Error>;

fn read_flat<'a>(document: &'a [u8], slots: &mut [Field<'a>]) -> Result<(), Error> {
    xml::read_into(document, slots).map(drop)
}

fn read_nested<'a>(document: &'a [u8], slots: &mut [Field<'a>]) -> Result<(), Error> {
    let mut records = xml::records(document);
    while records.next_into(slots)?.is_some() {}
    xml::read_nested_into(document, slots).map(drop)
}

fn read_bill<'a>(document: &'a [u8], _: &mut [Field<'a>]) -> Result<(), Error> {
    Bill::read(document).map(drop)
}

fn main() {
    println!("{:30} {:>10} {:>10}   refused as", "attack", "1 KB", "10 MB");
    print_costs(&ATTACKS, read_flat);
    for (name, order) in ORDERS {
        let (small, kind) = many_fields(20, order);
        let (large, _) = many_fields(200_000, order);
        println!("{name:30} {small:7.3} ns {large:7.3} ns   {}", kind.name());
    }
    println!("\nnested documents");
    print_costs(&NESTED_ATTACKS, read_nested);
    println!("\nbills");
    print_costs(&BILL_ATTACKS, read_bill);
}

fn print_costs(attacks: &[Attack], read: Read) {
    for attack in attacks {
        let (small, kind) = cost(attack, 1_000, read);
        let (large, _) = cost(attack, 10_000_000, read);
        println!("{:30} {small:7.3} ns {large:7.3} ns   {}", attack.0, kind.name());
    }
}

/// The best of several rounds, in nanoseconds per byte.
fn cost((_, head, body, tail): &Attack, len: usize, read: Read) -> (f64, ErrorKind) {
    let document = format!("{head}{}{tail}", body.repeat(len / body.len()));
    time(document.as_bytes(), 64, read)
}

/// More and more fields in an order that makes work for sorting, the last one a duplicate, and as
/// many slots.
fn many_fields(count: usize, order: Order) -> (f64, ErrorKind) {
    let mut numbers: Vec<usize> = (0..count).collect();
    numbers.sort_by_cached_key(|number| order(*number));
    let field = |i: &usize| format!("<f{i:07}>0123456789012345678</f{i:07}>");
    let fields: String = numbers.iter().map(field).collect();
    time(format!("<xml>{fields}<f0000000/></xml>").as_bytes(), count + 1, read_flat)
}

fn time(document: &[u8], slots: usize, read: Read) -> (f64, ErrorKind) {
    let mut slots = vec![Field::EMPTY; slots];
    let rounds = 3 + 2_000_000 / document.len();
    let mut best = f64::INFINITY;
    let mut kind = ErrorKind::NotXml;
    for _ in 0..rounds {
        let start = Instant::now();
        let result = read(black_box(document), &mut slots);
        best = best.min(start.elapsed().as_secs_f64());
        kind = result.expect_err("no attack is accepted").kind();
    }
    #[expect(clippy::cast_precision_loss, clippy::as_conversions)]
    let bytes = document.len() as f64;
    (best * 1e9 / bytes, kind)
}
