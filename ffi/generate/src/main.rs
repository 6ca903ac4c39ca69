//! `make generate` writes all generated files; with `--check` nothing is written, and a file that is
//! not current is an error.

#![allow(clippy::std_instead_of_core, reason = "a tool of this project")]

use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    let check = env::args().nth(1).as_deref() == Some("--check");
    match run(check) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn run(check: bool) -> Result<(), String> {
    let mut stale = String::new();
    for file in wxp_generate::generate(&wxp_generate::abi()?)? {
        if fs::read_to_string(&file.path).is_ok_and(|text| text == file.text) {
            continue;
        }
        let name = file.path.strip_prefix(wxp_generate::root()).unwrap_or(&file.path);
        if check {
            stale += &format!("{} is not current\n", name.display());
        } else {
            fs::write(&file.path, file.text).map_err(|why| format!("{}: {why}", name.display()))?;
            println!("{}", name.display());
        }
    }
    if stale.is_empty() { Ok(()) } else { Err(stale + "run: make generate") }
}
