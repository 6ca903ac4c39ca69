//! Opening the sealed part of refund notices, whose inside is a document: time tells where one stops
//! being a document, and is not meant to tell the key.

use std::hint::black_box;

use aes::Aes256Enc;
use aes::cipher::{Array, BlockCipherEncrypt, KeyInit};
use data_encoding::{BASE64, HEXLOWER};
use dudect_bencher::{BenchRng, CtRunner};
use md5::{Digest, Md5};
use wxp_core::{Key, UnconfirmedRefund, Value};

use crate::{Case, MD5, measure, of_class, secret};

pub(crate) const CASES: &[Case] =
    &[("open a refund notice: fixed or random secret", |r, g| run(r, g))];

/// A notice with this number, sealed. There is something of the number in each of its blocks: they
/// are sealed alone, and what seals to the same takes the time of what has been decoded before.
fn seal(secret: &[u8; 32], number: &[u8]) -> String {
    let mut blocks = [b"<root><i>", number, b"</i></root>", &[1]].concat();
    let key = HEXLOWER.encode(&Md5::digest(secret));
    let cipher = Aes256Enc::new(key.as_bytes().try_into().unwrap());
    for block in blocks.chunks_exact_mut(16) {
        cipher.encrypt_block(<&mut Array<u8, _>>::try_from(block).unwrap());
    }
    BASE64.encode(&blocks)
}

fn run(runner: &mut CtRunner, rng: &mut BenchRng) {
    measure(
        runner,
        rng,
        |class, rng| {
            let secret = of_class(class, [secret::FIXED, secret::random(rng)]);
            (Key::new(MD5, &secret).unwrap(), seal(&secret, &secret::random(rng)[..27]))
        },
        |runner, class, (key, sealed)| {
            runner.run_one(class, || {
                let mut out = [0; 128];
                let value = Value::new(black_box(&sealed));
                let refund = UnconfirmedRefund::open(black_box(&key), value, &mut out);
                assert!(black_box(refund).is_ok());
            });
        },
    );
}
