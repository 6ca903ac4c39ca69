//! The header is made of the source; set `WXP_WRITE_HEADER` to make it anew.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used
)]

use std::path::Path;
use std::{env, fs};

#[test]
fn the_header_is_that_of_the_source() {
    let ffi = Path::new(env!("CARGO_MANIFEST_DIR"));
    let config = cbindgen::Config::from_file(ffi.join("cbindgen.toml")).expect("cbindgen.toml");
    let bindings = cbindgen::generate_with_config(ffi, config).expect("the source is parsed");
    let mut made = Vec::new();
    bindings.write(&mut made);
    let made = compact(&String::from_utf8(made).unwrap());
    let path = ffi.join("../include/wxp.h");
    if env::var_os("WXP_WRITE_HEADER").is_some() {
        fs::write(&path, &made).unwrap();
    }
    let header = fs::read_to_string(&path).unwrap();
    assert!(
        header == made,
        "include/wxp.h is not that of ffi/src; run this with WXP_WRITE_HEADER=1"
    );
    assert!(header.lines().all(|line| line.len() <= 100));
}

/// Puts comments of one line on one line, and constants one below the other.
fn compact(header: &str) -> String {
    let lines: Vec<&str> = header.lines().collect();
    let mut compact: Vec<String> = Vec::new();
    let mut rest = &lines[..];
    loop {
        match rest {
            [open, text, close, tail @ ..]
                if open.trim() == "/**" && close.trim() == "*/" && text.len() <= 92 =>
            {
                let indent = &open[..open.len() - open.trim_start().len()];
                compact
                    .push(format!("{indent}/** {} */", text.trim_start().trim_start_matches("* ")));
                rest = tail;
            }
            // Between constants, and between the members of a struct.
            [line, "", tail @ ..] if line.starts_with("#define WXP_") && tail.len() > 2 => {
                compact.push((*line).to_owned());
                let next =
                    tail.iter().find(|line| !line.starts_with("/**") && !line.starts_with(" *"));
                if !next.is_some_and(|line| line.starts_with("#define WXP_")) {
                    compact.push(String::new());
                }
                rest = tail;
            }
            [line, tail @ ..] => {
                compact.push((*line).to_owned());
                rest = tail;
            }
            [] => return compact.join("\n") + "\n",
        }
    }
}
