//! A digest that absorbs every piece at once, for machines with little stack and flash.

use hmac::digest::block_api::Buffer;
use md5::block_api::Md5Core;

use super::engine::{Absorb, Engine};
use crate::sign::Signature;

/// A running digest; wiped when dropped, since the last block ends with the secret.
pub(crate) struct Digest {
    engine: Engine,
    /// The part of a block that has not been absorbed yet; of both algorithms the same kind.
    rest: Buffer<Md5Core>,
}

impl Absorb for Digest {
    fn new(start: &Engine) -> Self {
        Self { engine: start.clone(), rest: Buffer::<Md5Core>::default() }
    }

    fn update(&mut self, bytes: &[u8]) {
        let Self { engine, rest } = self;
        rest.digest_blocks(bytes, |blocks| engine.update(blocks));
    }

    fn update_all<const N: usize>(&mut self, texts: [&[u8]; N]) {
        texts.iter().for_each(|text| self.update(text));
    }

    fn finish(&mut self) -> Signature {
        self.engine.finish(&mut self.rest)
    }
}
