//! What hostile documents cost: nanoseconds per byte to refuse one of 1 KB and one of 10 MB.
//!
//! `cargo run --release --example hostile`

#![allow(clippy::arithmetic_side_effects, clippy::expect_used)]

use core::hint::black_box;
use std::time::Instant;

use wxp_core::{ErrorKind, Field, xml};

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

fn main() {
    println!("{:30} {:>10} {:>10}   refused as", "attack", "1 KB", "10 MB");
    for attack in ATTACKS {
        let (small, kind) = cost(&attack, 1_000);
        let (large, _) = cost(&attack, 10_000_000);
        println!("{:30} {small:7.3} ns {large:7.3} ns   {}", attack.0, kind.name());
    }
    let (small, kind) = many_fields(20);
    let (large, _) = many_fields(200_000);
    println!("{:30} {small:7.3} ns {large:7.3} ns   {}", "fields in descending order", kind.name());
}

/// The best of several rounds, in nanoseconds per byte.
fn cost((_, head, body, tail): &Attack, len: usize) -> (f64, ErrorKind) {
    let document = format!("{head}{}{tail}", body.repeat(len / body.len()));
    time(document.as_bytes(), 64)
}

/// More and more fields in the worst order for sorting, the last one a duplicate, and as many
/// slots.
fn many_fields(count: usize) -> (f64, ErrorKind) {
    let fields: String =
        (0..count).rev().map(|i| format!("<f{i:07}>0123456789012345678</f{i:07}>")).collect();
    time(format!("<xml>{fields}<f0000000/></xml>").as_bytes(), count + 1)
}

fn time(document: &[u8], slots: usize) -> (f64, ErrorKind) {
    let mut slots = vec![Field::EMPTY; slots];
    let rounds = 3 + 2_000_000 / document.len();
    let mut best = f64::INFINITY;
    let mut kind = ErrorKind::NotXml;
    for _ in 0..rounds {
        let start = Instant::now();
        let result = xml::read_into(black_box(document), &mut slots).map(<[_]>::len);
        best = best.min(start.elapsed().as_secs_f64());
        kind = result.expect_err("no attack is accepted").kind();
    }
    #[expect(clippy::cast_precision_loss, clippy::as_conversions)]
    let bytes = document.len() as f64;
    (best * 1e9 / bytes, kind)
}
