//! Whether the time that wxp takes tells where a signature is wrong, or what the secret is.
//!
//! The test of "Dude, is my code constant time?" (Reparaz, Balasch, Verbauwhede, 2016): each case
//! has two classes of inputs, which take turns at random, and Welch's t tells whether their times
//! differ. The cases called `control` leak on purpose; if they were not found, the others would
//! prove nothing.
//!
//! Without an argument it names the cases, else it measures those that are named. See
//! `make constant-time`, which judges them.

mod compare;
mod forgery;
mod message;
mod refund;
mod secret;
mod verify;

use std::{env, io};

use dudect_bencher::ctbench::{BenchFn, BenchMetadata, BenchName, BenchOpts, run_benches_console};
use dudect_bencher::rand::RngExt;
use dudect_bencher::{BenchRng, Class, CtRunner};
use wxp_core::Algorithm;

/// A case: its name, and what measures it.
type Case = (&'static str, BenchFn);

/// How many times are taken for a case. The inputs of all are made before the first is taken.
const SAMPLES: usize = 200_000;

const MD5: Algorithm = Algorithm::Md5;
const HMAC: Algorithm = Algorithm::HmacSha256;

fn main() -> io::Result<()> {
    let cases = [compare::CASES, verify::CASES, secret::CASES, refund::CASES].concat();
    let named: Vec<String> = env::args().skip(1).collect();
    if named.is_empty() {
        cases.iter().for_each(|(name, _)| println!("{name}"));
        return Ok(());
    }
    let chosen = cases.iter().filter(|(name, _)| named.iter().any(|word| word == name));
    // No seed: inputs are new in each run.
    let to_bench = |(name, benchfn): &Case| {
        let (name, benchfn) = (BenchName(name), *benchfn);
        BenchMetadata { name, seed: None, benchfn }
    };
    run_benches_console(BenchOpts::default(), chosen.map(to_bench).collect())
}

/// Takes the time of `call` for inputs that `make` makes, of one class or the other at random.
fn measure<T>(
    runner: &mut CtRunner,
    rng: &mut BenchRng,
    mut make: impl FnMut(Class, &mut BenchRng) -> T,
    mut call: impl FnMut(&mut CtRunner, Class, T),
) {
    let mut input = |rng: &mut BenchRng| {
        let class = if rng.random() { Class::Left } else { Class::Right };
        (class, make(class, rng))
    };
    let inputs: Vec<_> = (0..SAMPLES).map(|_| input(rng)).collect();
    inputs.into_iter().for_each(|(class, input)| call(runner, class, input));
}

/// What belongs to a class.
fn of_class<T: Copy>(class: Class, [left, right]: [T; 2]) -> T {
    match class {
        Class::Left => left,
        Class::Right => right,
    }
}
