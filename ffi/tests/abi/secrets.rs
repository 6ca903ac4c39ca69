//! What calls leave of a secret in memory, and how often they branch on it, in each build. On
//! x86-64 the memory is also checked without the processor's SHA-256 instructions, which valgrind
//! hides.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use crate::tools::{BUILDS, fast_library, for_32_bits, library, program, run};

/// When functions are bound: at the start, or at their first call, when the dynamic linker puts the
/// registers on the stack.
const BOUND: &str = "-Wl,-z,now";
const LAZY: &str = "-Wl,-z,lazy";

/// How often the program makes each call, with messages of other lengths.
const LENGTHS: usize = 9;

fn without_sha_instructions(program: &Path) -> Command {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--quiet", "--tool=none"]).arg(program);
    valgrind
}

#[test]
fn calls_leave_nothing_of_a_secret() {
    let secrets = program("secrets", "gcc", &[BOUND], &library("libwxp.a"));
    nothing_is_left("small library", Command::new(&secrets));
    nothing_is_left("small library, SHA-256 by software", without_sha_instructions(&secrets));
}

#[test]
fn calls_of_the_fast_library_leave_nothing_of_a_secret() {
    let secrets = program("secrets", "gcc", &[BOUND], &fast_library());
    nothing_is_left("fast library", Command::new(&secrets));
    nothing_is_left("fast library, SHA-256 by software", without_sha_instructions(&secrets));
}

#[test]
fn calls_on_32_bit_machines_leave_nothing_of_a_secret() {
    let secrets = program("secrets", "gcc", &["-m32", BOUND], &for_32_bits());
    nothing_is_left("32 bits", Command::new(secrets));
}

/// What is wiped has a margin for compilers that need more of the stack, and so far nothing of it is
/// used.
#[test]
fn calls_leave_nothing_of_a_secret_without_the_margin() {
    for build in BUILDS {
        let flags = [build.program, &[BOUND]].concat();
        let secrets = program("secrets", "gcc", &flags, &build.without_margin());
        let name = format!("{}, no margin", build.name);
        nothing_is_left(&name, Command::new(&secrets));
        if build.program.is_empty() {
            let name = format!("{name}, SHA-256 by software");
            nothing_is_left(&name, without_sha_instructions(&secrets));
        }
    }
}

/// Runs a program, shows its figures as a table, and holds them to what is promised: nothing of the
/// secret anywhere, and all of it where the control left it.
fn nothing_is_left(build: &str, mut command: Command) {
    let mut most = BTreeMap::<String, Vec<(usize, usize)>>::new();
    let mut rows = 0;
    for line in run(&mut command).lines() {
        match line.split('\t').collect::<Vec<_>>()[..] {
            [_, "wiped key", left] => assert_eq!(left, "0", "{build}: of a wiped key"),
            [algorithm, call, bytes, run] => {
                let (bytes, run): (usize, usize) = (bytes.parse().unwrap(), run.parse().unwrap());
                let of_call = most.entry(call.to_owned()).or_insert_with(|| vec![(0, 0); 2]);
                let (most_bytes, longest) = &mut of_call[usize::from(algorithm != "MD5")];
                (*most_bytes, *longest) = (bytes.max(*most_bytes), run.max(*longest));
                rows += 1;
            }
            _ => panic!("{line}"),
        }
    }
    assert_eq!((most.len(), rows), (13, 13 * 2 * LENGTHS));
    println!("{build}: bytes on the stack that depend on the secret, and its longest run there");
    println!("{:28}{:>12}{:>12}", "", "MD5", "HMAC-SHA256");
    for (call, figures) in &most {
        let cell = |(bytes, run): &(usize, usize)| format!("{:>12}", format!("{bytes} ({run})"));
        println!("{call:28}{}", figures.iter().map(cell).collect::<String>());
    }
    for (call, figures) in most {
        for (bytes, run) in figures {
            if call == "control" {
                assert!(bytes >= 24 && run >= 24, "the control left {bytes} bytes, a run of {run}");
            } else {
                // Two or three bytes of other data look like the secret by chance.
                assert!(bytes == 0 && run < 4, "{build}, {call}: {bytes} bytes, a run of {run}");
            }
        }
    }
}

#[test]
fn calls_leave_nothing_of_a_secret_in_registers() {
    for (build, flags, library) in [
        ("small library, linked lazily", &[LAZY][..], library("libwxp.a")),
        ("fast library, linked lazily", &[LAZY], fast_library()),
        ("32 bits, linked lazily", &["-m32", LAZY], for_32_bits()),
    ] {
        nothing_is_left(build, Command::new(program("secrets", "gcc", flags, &library)));
    }
}

#[test]
fn calls_branch_on_no_secret() {
    let flags = [BOUND, "-static"];
    branches("small library", &program("branches", "gcc", &flags, &library("libwxp.a")));
    branches("fast library", &program("branches", "gcc", &flags, &fast_library()));
    let flags = ["-m32", BOUND, "-static"];
    branches("32 bits", &program("branches", "gcc", &flags, &for_32_bits()));
}

/// Runs a program under valgrind, shows its figures, and holds them to what is promised: a call
/// decides once, whether an API key has a wrong character, a value holds the key, or a signature is
/// right. The control decides at each byte until one differs.
fn branches(build: &str, program: &Path) {
    let mut valgrind = Command::new("valgrind");
    let shown = run(valgrind.arg("--quiet").arg(program));
    println!("{build}: branches and places in memory that depend on the secret\n{shown}");
    let calls = [
        ("wxp_key_init", 1),
        ("wxp_sign", 1),
        ("wxp_verify", 1),
        ("wxp_judge", 1),
        ("wxp_verify, wrong", 1),
        ("control", 32),
    ];
    let calls = calls.map(|(call, count)| format!("{call}\t{count}\n")).concat();
    assert_eq!(shown, calls.repeat(2), "{build}");
}
