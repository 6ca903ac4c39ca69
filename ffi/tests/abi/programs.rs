//! Programs that use the library, alone and under sanitizers and valgrind.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::feed;
use crate::symbols::declared;
use crate::tools::{for_32_bits, library, program, project, run, sanitized};

/// Programs that are sanitized end at the first finding.
const ADDRESS: [&str; 3] =
    ["-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-pthread"];
const THREAD: [&str; 2] = ["-fsanitize=thread", "-pthread"];

const VECTORS: &str = "71 signed, 331 read, 345 nested, 379 judged, \
                       11 expected, 137 endpoints, 104 payloads, 22 refunds, 31 explained, 5 refused, \
                       411 requests\n";
const MISUSE: &str = "1942 cases, 40000 random calls\n";
const MEANINGS: &str = "17 bodies, 7 actions, 8 orders, 10 payments\n";
const THREADS: &str = "8 threads, 0 differences\n";
const RACE: &str = "2000 tries, 0 forged\n";

/// Runs all of them, built with such a compiler, flags and library, in the hands of a tool.
fn all(compiler: &str, flags: &[&str], library: &Path, tool: &[&str]) {
    for (name, out) in [("vectors", VECTORS), ("misuse", MISUSE), ("threads", THREADS)] {
        let program = program(name, compiler, flags, library);
        let mut command = Command::new(tool.first().map_or(program.as_os_str(), AsRef::as_ref));
        command.args(tool.iter().skip(1));
        if !tool.is_empty() {
            command.arg(program);
        }
        if name == "vectors" {
            command.arg(feed::file());
        }
        assert_eq!(run(&mut command), out);
    }
}

#[test]
fn c_signs_reads_and_judges_as_the_core_does() {
    let vectors = program("vectors", "gcc", &[], &library("libwxp.so"));
    let mut vectors = Command::new(vectors);
    assert_eq!(run(vectors.arg(feed::file()).env("LD_LIBRARY_PATH", library(""))), VECTORS);
}

#[test]
fn valgrind_finds_nothing() {
    let padding = format!("--suppressions={}", project("ffi/tests/c/misuse.supp").display());
    let valgrind = ["valgrind", "--quiet", "--error-exitcode=9", "--leak-check=full"];
    let valgrind = [&valgrind[..], &["--errors-for-leak-kinds=all", &padding]].concat();
    all("gcc", &["-pthread"], &library("libwxp.a"), &valgrind);
}

#[test]
fn sanitizers_find_nothing() {
    all("clang", &ADDRESS, &sanitized("address"), &[]);
}

#[test]
fn sanitizers_find_no_race() {
    all("clang", &THREAD, &sanitized("thread"), &[]);
}

#[test]
fn misuse_has_its_status_and_does_no_harm() {
    let misuse = program("misuse", "gcc", &[], &library("libwxp.a"));
    assert_eq!(run(&mut Command::new(misuse)), MISUSE);
}

#[test]
fn programs_behave_the_same_on_32_bit_machines() {
    let library = for_32_bits();
    let vectors = program("vectors", "gcc", &["-m32"], &library);
    assert_eq!(run(Command::new(vectors).arg(feed::file())), VECTORS);
    assert_eq!(run(&mut Command::new(program("misuse", "gcc", &["-m32"], &library))), MISUSE);
}

#[test]
fn numbers_mean_in_c_what_the_header_says() {
    let meanings = program("meanings", "gcc", &[], &library("libwxp.a"));
    assert_eq!(run(&mut Command::new(meanings)), MEANINGS);
}

#[test]
fn every_export_is_misused() {
    let files = [
        "misuse.c",
        "misuse/body.h",
        "misuse/facts.h",
        "misuse/payload.h",
        "misuse/random.h",
        "misuse/records.h",
        "misuse/request.h",
    ];
    let text = |file| fs::read_to_string(project("ffi/tests/c").join(file)).unwrap();
    let source = files.map(text).concat();
    for name in declared() {
        let used = source.contains(&format!("{name}(")) || source.contains(&format!("{name})"));
        assert!(used, "{name}");
    }
}

#[test]
fn threads_share_a_key() {
    let threads = program("threads", "gcc", &["-pthread"], &library("libwxp.a"));
    assert_eq!(run(&mut Command::new(threads)), THREADS);
}

#[test]
fn a_key_that_is_wiped_during_a_call_lets_nothing_forged_through() {
    let race = program("race", "gcc", &["-pthread"], &library("libwxp.a"));
    assert_eq!(run(Command::new(race).arg("2000")), RACE);
}

#[test]
fn python_signs_and_reads_as_the_files_say() {
    let mut python = Command::new("python3");
    python.arg(project("ffi/tests/python/vectors.py")).arg(library("libwxp.so"));
    let out = run(python.arg(project("core/tests/data")));
    assert_eq!(out, "71 signed, 266 read, 65 samples\n");
}
