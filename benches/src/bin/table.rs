//! Prints the short table: `make bench`, or
//! `cargo run --release -p wxp-benches --bin table -- --quick`.

#![allow(clippy::arithmetic_side_effects)]

use std::env;

use wxp_benches::measure::measure;
use wxp_benches::races;
use wxp_benches::table::{LEGEND, Part, Row};

/// Enough for a look.
const QUICK: usize = 60;
const USUAL: usize = 300;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let rounds = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => USUAL,
        ["--quick"] => QUICK,
        _ => return eprintln!("usage: table [--quick]"),
    };
    eprintln!("building libwxp, and checking every case");
    let mut sections = races::all();
    let mut all: Vec<_> = sections.iter_mut().flat_map(|section| &mut section.races).collect();
    let tell = |round| eprint!("\rround {} of {rounds}", round + 1);
    let mut times = measure(&mut all, rounds, tell).into_iter();
    eprintln!();
    let parts: Vec<Part> = sections
        .into_iter()
        .map(|section| {
            let rows = section.races.into_iter().zip(&mut times);
            let rows = rows.map(|(race, times)| Row { name: race.name, times }).collect();
            Part { name: section.name, rows }
        })
        .collect();
    parts.iter().for_each(|part| println!("{part}"));
    print!("{LEGEND}");
}
