//! Where the string goes that a recipe signs, piece by piece.

use hmac::digest::{FixedOutput, Update};
use sha2::Sha256;

use crate::sign::Signature;
use crate::sign::digest::{Absorb, Digest};

/// Known while compiling, so that nothing is called through a pointer.
#[allow(clippy::large_enum_variant, reason = "there is one at a time, and no heap")]
pub(super) enum Sink {
    /// Only what is said about the pieces counts.
    Nowhere,
    Sha256(Sha256),
    Digest(Digest),
}

impl Sink {
    pub(super) fn put(&mut self, bytes: &[u8]) {
        match self {
            Self::Nowhere => (),
            Self::Sha256(state) => state.update(bytes),
            Self::Digest(digest) => digest.update(bytes),
        }
    }

    /// The signature, if pieces were kept.
    pub(super) fn finish(self) -> Option<Signature> {
        match self {
            Self::Nowhere => None,
            Self::Sha256(state) => Some(Signature::of_digest(&state.finalize_fixed())),
            Self::Digest(mut digest) => Some(digest.finish()),
        }
    }
}
