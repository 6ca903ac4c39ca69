//! A digest that absorbs every piece at once, for machines with little stack and flash.

use hmac::digest::block_api::Buffer;
use md5::block_api::Md5Core;

use super::Engine;
use crate::signature::Signature;

/// A running digest; wiped when dropped, since the last block ends with the secret.
pub(crate) struct Digest {
    engine: Engine,
    /// The part of a block that has not been absorbed yet; of both algorithms the same kind.
    rest: Buffer<Md5Core>,
}

impl Digest {
    pub(crate) fn new(start: &Engine) -> Self {
        Self { engine: start.clone(), rest: Buffer::<Md5Core>::default() }
    }

    pub(crate) fn update(&mut self, bytes: &[u8]) {
        let Self { engine, rest } = self;
        rest.digest_blocks(bytes, |blocks| engine.update(blocks));
    }

    /// Absorbs texts one behind the other.
    pub(crate) fn update_all<const N: usize>(&mut self, texts: [&[u8]; N]) {
        texts.iter().for_each(|text| self.update(text));
    }

    /// The signature of all that was absorbed, after which nothing more can be.
    pub(crate) fn finish(&mut self) -> Signature {
        self.engine.finish(&mut self.rest)
    }
}
