//! An input that is twice as long takes twice as many instructions to read, whatever it contains.
//! Callgrind counts the instructions, so the test does not depend on a clock.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::tools::{FOLDER, library, program, run};

#[test]
fn work_is_linear_in_the_length_of_the_document() {
    let linear = program("linear", "gcc", &[], &library("libwxp.a"));
    let dumps = Path::new(FOLDER).join("linear.callgrind");
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--quiet", "--tool=callgrind", "--collect-atstart=no", "--combine-dumps=yes"]);
    run(valgrind.arg(format!("--callgrind-out-file={}", dumps.display())).arg(linear));

    let counts = counts(&fs::read_to_string(dumps).unwrap());
    println!("instructions a byte, and how many times as many of twice the bytes");
    for pair in counts.chunks(2) {
        let [(row, bytes, count), (_, more_bytes, more)] = pair else { panic!("{pair:?}") };
        let growth = (more / more_bytes) / (count / bytes);
        println!("{row:22} {:7.1} {:5.2}", count / bytes, 2.0 * growth);
        assert!((0.75..1.25).contains(&growth), "{row}: {count} and {more} instructions");
    }
    assert_eq!(counts.len(), 20);
}

/// Row, bytes and instructions of each call, in their order.
fn counts(dumps: &str) -> Vec<(String, f64, f64)> {
    let (mut counts, mut name) = (Vec::new(), None);
    for line in dumps.lines() {
        if let Some(trigger) = line.strip_prefix("desc: Trigger: Client Request: ") {
            name = trigger.split_once(' ');
        } else if let Some(count) = line.strip_prefix("summary: ")
            && let Some((row, bytes)) = name.take()
        {
            counts.push((row.to_owned(), bytes.parse().unwrap(), count.parse().unwrap()));
        }
    }
    counts
}
