//! Verification of a message.
//!
//! Whether a signature is right is what `verify` is asked, and `Ok` is not made in the time of
//! `Err`: t was up to 93. So `verify` has only wrong signatures here, and right ones are compared
//! with wrong ones in all that it does before.

use std::hint::black_box;

use dudect_bencher::{BenchRng, CtRunner};
use wxp_core::{Algorithm, Canonical, Key, Signature};

use crate::forgery::Forgery::{self, First, Last, None, Random};
use crate::{Case, HMAC, MD5, compare, measure, message, of_class, secret};

pub(crate) const CASES: &[Case] = &[
    ("sign and compare, MD5: right or last digit", |r, g| forged(r, g, MD5, [None, Last], sign)),
    ("sign and compare, MD5: right or random", |r, g| forged(r, g, MD5, [None, Random], sign)),
    ("sign and compare, HMAC: right or last digit", |r, g| forged(r, g, HMAC, [None, Last], sign)),
    ("sign and compare, HMAC: right or random", |r, g| forged(r, g, HMAC, [None, Random], sign)),
    ("verify, MD5: first or last digit wrong", |r, g| forged(r, g, MD5, [First, Last], verify)),
    ("verify, MD5: last digit wrong or random", |r, g| forged(r, g, MD5, [Last, Random], verify)),
    ("verify, MD5: fixed or random secret", |r, g| secrets(r, g, MD5)),
    ("verify, HMAC: first or last digit wrong", |r, g| forged(r, g, HMAC, [First, Last], verify)),
    ("verify, HMAC: last digit wrong or random", |r, g| forged(r, g, HMAC, [Last, Random], verify)),
    ("verify, HMAC: fixed or random secret", |r, g| secrets(r, g, HMAC)),
    ("control, sign and ==, MD5: first or last", |r, g| forged(r, g, MD5, [First, Last], leaky)),
    ("control, sign and ==, HMAC: first or last", |r, g| forged(r, g, HMAC, [First, Last], leaky)),
];

/// Over the ticks of the clock.
const ROUNDS: usize = 4;

fn verify(key: &Key, fields: &Canonical<'_>) -> bool {
    key.verify(fields).is_ok()
}

fn sign(key: &Key, fields: &Canonical<'_>) -> bool {
    key.sign(fields).unwrap().matches(&claimed(fields))
}

/// As not to do it.
fn leaky(key: &Key, fields: &Canonical<'_>) -> bool {
    compare::leaky(&key.sign(fields).unwrap(), &claimed(fields))
}

fn claimed(fields: &Canonical<'_>) -> Signature {
    Signature::parse(fields.get("sign").unwrap().as_str().unwrap()).unwrap()
}

/// A message of its own each time, under one key; its signature is forged in one way or the other.
fn forged(
    runner: &mut CtRunner,
    rng: &mut BenchRng,
    algorithm: Algorithm,
    forgeries: [Forgery; 2],
    is_right: fn(&Key, &Canonical<'_>) -> bool,
) {
    let key = Key::new(algorithm, &secret::random(rng)).unwrap();
    measure(
        runner,
        rng,
        |class, rng| {
            let nonce = text(&secret::random(rng));
            let mut digits = message::sign(&key, &nonce);
            of_class(class, forgeries).forge(&mut digits, rng);
            (nonce, text(&digits))
        },
        |runner, class, (nonce, sign)| {
            let fields = message::answer(&nonce, &sign);
            let fields = Canonical::of(&fields).unwrap();
            runner.run_one(class, || {
                for _ in 0..ROUNDS {
                    black_box(black_box(is_right)(black_box(&key), black_box(&fields)));
                }
            });
        },
    );
}

/// Authentic messages, under one secret or under a secret of their own.
fn secrets(runner: &mut CtRunner, rng: &mut BenchRng, algorithm: Algorithm) {
    measure(
        runner,
        rng,
        |class, rng| {
            let nonce = text(&secret::random(rng));
            // Made here, so that nothing of its making is left in the processor.
            let key = Key::new(algorithm, &of_class(class, [secret::FIXED, secret::random(rng)]));
            let key = key.unwrap();
            let digits = text(&message::sign(&key, &nonce));
            (key, nonce, digits)
        },
        |runner, class, (key, nonce, sign)| {
            let fields = message::answer(&nonce, &sign);
            let fields = Canonical::of(&fields).unwrap();
            runner.run_one(class, || {
                for _ in 0..ROUNDS {
                    black_box(black_box(&key).verify(black_box(&fields)).is_ok());
                }
            });
        },
    );
}

fn text(ascii: &[u8]) -> String {
    str::from_utf8(ascii).unwrap().to_owned()
}
