//! A hash function before any data, or HMAC with its key.

use zeroize::Zeroize;

use super::hash::{BLOCK, Hash, Words};
use crate::sign::Algorithm;

/// What a digest begins with. It is wiped when it is dropped: that of HMAC is as good as the secret.
pub(crate) struct Engine {
    hash: Hash,
    inner: Words,
    /// HMAC (RFC 2104) hashes the digest once more, beginning here.
    outer: Option<Words>,
}

impl Engine {
    /// For HMAC both pads of the secret are absorbed here, once. `None` for a secret that is longer
    /// than a block.
    pub(crate) fn new(algorithm: Algorithm, secret: &[u8]) -> Option<Self> {
        match algorithm {
            Algorithm::Md5 => Some(Self::plain(Hash::Md5)),
            Algorithm::HmacSha256 => Self::keyed(secret),
        }
    }

    /// A hash function alone.
    pub(crate) const fn plain(hash: Hash) -> Self {
        Self { hash, inner: hash.start(), outer: None }
    }

    fn keyed(secret: &[u8]) -> Option<Self> {
        if secret.len() > BLOCK {
            return None;
        }
        let outer = Some(padded(secret, 0x5C));
        Some(Self { hash: Hash::Sha256, inner: padded(secret, 0x36), outer })
    }

    pub(super) const fn hash(&self) -> Hash {
        self.hash
    }

    pub(crate) const fn algorithm(&self) -> Algorithm {
        match self.hash {
            Hash::Md5 => Algorithm::Md5,
            Hash::Sha256 => Algorithm::HmacSha256,
        }
    }

    /// The state before any data.
    pub(super) const fn inner(&self) -> &Words {
        &self.inner
    }

    /// The state before the digest is hashed once more.
    pub(super) const fn outer(&self) -> Option<&Words> {
        self.outer.as_ref()
    }
}

/// The state behind the secret, each byte of it changed in this way.
#[inline(never)]
fn padded(secret: &[u8], change: u8) -> Words {
    let mut pad = [change; BLOCK];
    pad.iter_mut().zip(secret).for_each(|(pad, byte)| *pad ^= byte);
    let mut words = Hash::Sha256.start();
    Hash::Sha256.absorb(&mut words, &[pad]);
    words
}

impl Drop for Engine {
    fn drop(&mut self) {
        self.inner.zeroize();
        self.outer.zeroize();
    }
}
