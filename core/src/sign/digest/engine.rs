//! The compression of either algorithm, block by block.

use hmac::KeyInit;
use hmac::block_api::HmacCore;
use hmac::digest::Output;
use hmac::digest::block_api::{Block, Buffer, FixedOutputCore, UpdateCore};
use md5::block_api::Md5Core;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::sign::{Algorithm, Signature};

/// The block length of both algorithms, in bytes.
pub(crate) const BLOCK: usize = 64;

/// What a running digest does. It is wiped when dropped.
pub(crate) trait Absorb {
    fn new(start: &Engine) -> Self;

    fn update(&mut self, text: &[u8]);

    /// Absorbs several texts in a row.
    fn update_all<const N: usize>(&mut self, texts: [&[u8]; N]);

    /// The signature of all that was absorbed, after which nothing more can be.
    fn finish(&mut self) -> Signature;
}

/// The state of one of the algorithms between two blocks; wiped when dropped, by the crates'
/// feature `zeroize`.
#[derive(Clone)]
pub(crate) enum Engine {
    Md5(Md5Core),
    HmacSha256(HmacCore<Sha256>),
}

impl Engine {
    /// The state before any data; for HMAC both pads of the secret are absorbed here, once. `None`
    /// for a secret that is longer than a block.
    pub(crate) fn new(algorithm: Algorithm, secret: &[u8]) -> Option<Self> {
        match algorithm {
            Algorithm::Md5 => Some(Self::Md5(Md5Core::default())),
            Algorithm::HmacSha256 => {
                // Padding the secret with zeros changes nothing. With a whole block, the case that
                // a secret is hashed first is not compiled.
                let mut block = Zeroizing::new([0; BLOCK]);
                block.get_mut(..secret.len())?.copy_from_slice(secret);
                Some(Self::HmacSha256(HmacCore::new((&*block).into())))
            }
        }
    }

    pub(crate) const fn algorithm(&self) -> Algorithm {
        match self {
            Self::Md5(_) => Algorithm::Md5,
            Self::HmacSha256(_) => Algorithm::HmacSha256,
        }
    }

    pub(super) fn update(&mut self, blocks: &[Block<Md5Core>]) {
        match self {
            Self::Md5(state) => state.update_blocks(blocks),
            Self::HmacSha256(state) => state.update_blocks(blocks),
        }
    }

    /// The signature of what was absorbed and of the rest, which is less than a block. Nothing more
    /// can be absorbed.
    pub(super) fn finish(&mut self, rest: &mut Buffer<Md5Core>) -> Signature {
        match self {
            Self::Md5(state) => Signature::of_digest(&finish(state, rest)),
            Self::HmacSha256(state) => Signature::of_digest(&finish(state, rest)),
        }
    }
}

fn finish<C: FixedOutputCore>(state: &mut C, rest: &mut Buffer<C>) -> Output<C> {
    let mut digest = Output::<C>::default();
    state.finalize_fixed_core(rest, &mut digest);
    digest
}
