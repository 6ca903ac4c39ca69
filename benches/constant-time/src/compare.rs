//! Comparison of two signatures.

use std::hint::black_box;
use std::iter::repeat_with;

use dudect_bencher::{BenchRng, CtRunner};
use wxp_core::{Algorithm, Signature};

use crate::forgery::Forgery::{self, First, Last, None, Random};
use crate::forgery::digit;
use crate::{Case, HMAC, MD5, measure, of_class};

pub(crate) const CASES: &[Case] = &[
    ("compare, MD5: right or last digit wrong", |r, g| run(r, g, MD5, [None, Last], matches)),
    ("compare, MD5: right or random", |r, g| run(r, g, MD5, [None, Random], matches)),
    ("compare, MD5: first or last digit wrong", |r, g| run(r, g, MD5, [First, Last], matches)),
    ("compare, HMAC: right or last digit wrong", |r, g| run(r, g, HMAC, [None, Last], matches)),
    ("compare, HMAC: right or random", |r, g| run(r, g, HMAC, [None, Random], matches)),
    ("compare, HMAC: first or last digit wrong", |r, g| run(r, g, HMAC, [First, Last], matches)),
    ("control, == on MD5: first or last digit", |r, g| run(r, g, MD5, [First, Last], leaky)),
    ("control, == on HMAC: first or last digit", |r, g| run(r, g, HMAC, [First, Last], leaky)),
];

/// A clock does not see a single comparison.
const ROUNDS: usize = 100;

fn matches(ours: &Signature, claimed: &Signature) -> bool {
    ours.matches(claimed)
}

/// As not to do it: done at the first digit that is wrong.
pub(crate) fn leaky(ours: &Signature, claimed: &Signature) -> bool {
    ours.as_str().bytes().eq(claimed.as_str().bytes())
}

fn run(
    runner: &mut CtRunner,
    rng: &mut BenchRng,
    algorithm: Algorithm,
    forgeries: [Forgery; 2],
    equal: fn(&Signature, &Signature) -> bool,
) {
    let len = if algorithm == MD5 { 32 } else { 64 };
    let parse = |digits: &[u8]| Signature::parse(str::from_utf8(digits).unwrap()).unwrap();
    measure(
        runner,
        rng,
        |class, rng| {
            let mut digits: Vec<u8> = repeat_with(|| digit(rng)).take(len).collect();
            let ours = parse(&digits);
            of_class(class, forgeries).forge(&mut digits, rng);
            (ours, parse(&digits))
        },
        |runner, class, (ours, claimed)| {
            runner.run_one(class, || {
                for _ in 0..ROUNDS {
                    black_box(black_box(equal)(black_box(&ours), black_box(&claimed)));
                }
            });
        },
    );
}
