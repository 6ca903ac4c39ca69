//! MD5 or HMAC-SHA256 behind one `update` and `finish`.

use hmac::digest::{FixedOutput, Update};
use hmac::{Hmac, KeyInit};
use md5::Md5;
use sha2::Sha256;
use zeroize::Zeroize;

use crate::algorithm::Algorithm;
use crate::signature::Signature;

/// The block length of both algorithms, in bytes.
pub(crate) const BLOCK: usize = 64;

/// The state of one of the algorithms; wiped when dropped, by the crates' `zeroize` feature.
#[derive(Clone)]
pub(crate) enum Engine {
    Md5(Md5),
    HmacSha256(Hmac<Sha256>),
}

impl Engine {
    /// The state before any data; for HMAC both pads of the secret are absorbed here, once.
    pub(crate) fn new(algorithm: Algorithm, secret: &[u8]) -> Option<Self> {
        match algorithm {
            Algorithm::Md5 => Some(Self::Md5(Md5::default())),
            Algorithm::HmacSha256 => Hmac::new_from_slice(secret).ok().map(Self::HmacSha256),
        }
    }

    pub(crate) const fn algorithm(&self) -> Algorithm {
        match self {
            Self::Md5(_) => Algorithm::Md5,
            Self::HmacSha256(_) => Algorithm::HmacSha256,
        }
    }

    fn update(&mut self, bytes: &[u8]) {
        match self {
            Self::Md5(state) => state.update(bytes),
            Self::HmacSha256(state) => state.update(bytes),
        }
    }
}

/// A running digest.
///
/// Names, values and separators are short. Gathering them into whole blocks here costs less than
/// handing each piece to the algorithm, which would keep the same kind of buffer.
pub(crate) struct Digest {
    engine: Engine,
    block: [u8; BLOCK],
    filled: usize,
}

impl Digest {
    pub(crate) fn new(start: &Engine) -> Self {
        Self { engine: start.clone(), block: [0; BLOCK], filled: 0 }
    }

    pub(crate) fn update(&mut self, mut bytes: &[u8]) {
        loop {
            let free = self.block.get_mut(self.filled..).unwrap_or_default();
            let Some((piece, rest)) = bytes.split_at_checked(free.len()) else {
                copy(free, bytes);
                self.filled = self.filled.saturating_add(bytes.len());
                return;
            };
            copy(free, piece);
            self.engine.update(&self.block);
            self.filled = 0;
            bytes = rest;
        }
    }

    pub(crate) fn finish(self) -> Signature {
        let Self { mut engine, mut block, filled } = self;
        engine.update(block.get(..filled).unwrap_or_default());
        // The last block ends with the secret.
        block.zeroize();
        match engine {
            Engine::Md5(state) => Signature::of_digest(&state.finalize_fixed()),
            Engine::HmacSha256(state) => Signature::of_digest(&state.finalize_fixed()),
        }
    }
}

/// Copies all of `from` to the beginning of `to`, where it fits.
fn copy(to: &mut [u8], from: &[u8]) {
    if let Some(to) = to.get_mut(..from.len()) {
        to.copy_from_slice(from);
    }
}
