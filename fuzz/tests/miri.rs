//! The calls of a program in C, for Miri: it sees what no sanitizer does, such as a pointer that is
//! used beyond what it was made for.

use std::env;

use wxp_fuzz::{Random, caller};

#[test]
fn calls_are_sound() {
    // So many make every kind of call.
    let runs = env::var("RUNS").map_or(30, |runs| runs.parse().unwrap());
    for run in 0..runs {
        let seed = u64::to_le_bytes(run);
        caller::run(&Random::new(&seed).bytes(300));
    }
}
