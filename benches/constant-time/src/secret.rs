//! Secrets, and the making of keys from them.

use std::hint::black_box;

use dudect_bencher::rand::RngExt;
use dudect_bencher::{BenchRng, CtRunner};
use wxp_core::{Algorithm, Key};

use crate::{Case, HMAC, MD5, measure, of_class};

pub(crate) const CASES: &[Case] = &[
    ("make a key, MD5: fixed or random secret", |r, g| run(r, g, MD5)),
    ("make a key, HMAC: fixed or random secret", |r, g| run(r, g, HMAC)),
];

/// The secret of the class that has always the same: of one kind of characters, unlike random ones.
pub(crate) const FIXED: [u8; 32] = *b"19200625094009247502326960620245";

/// Over the ticks of the clock.
const ROUNDS: usize = 8;

/// A secret as the merchant platform takes it, of 32 letters and digits.
pub(crate) fn random(rng: &mut BenchRng) -> [u8; 32] {
    const CHARACTERS: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    [(); 32].map(|()| CHARACTERS[rng.random_range(0..CHARACTERS.len())])
}

fn run(runner: &mut CtRunner, rng: &mut BenchRng, algorithm: Algorithm) {
    measure(
        runner,
        rng,
        |class, rng| of_class(class, [FIXED, random(rng)]),
        |runner, class, secret| {
            runner.run_one(class, || {
                for _ in 0..ROUNDS {
                    let _ = black_box(Key::new(algorithm, black_box(&secret)));
                }
            });
        },
    );
}
