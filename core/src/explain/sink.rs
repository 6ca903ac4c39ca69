//! Where the string goes that a recipe signs, piece by piece.

use crate::sign::Signature;
use crate::sign::digest::Digest;

/// Known while compiling, so that nothing is called through a pointer.
#[allow(clippy::large_enum_variant, reason = "there is one at a time, and no heap")]
pub(super) enum Sink<'e> {
    /// Only what is said about the pieces counts.
    Nowhere,
    Digest(Digest<'e>),
}

impl Sink<'_> {
    pub(super) fn put(&mut self, bytes: &[u8]) {
        match self {
            Self::Nowhere => (),
            Self::Digest(digest) => digest.update(bytes),
        }
    }

    /// The signature, if pieces were kept.
    pub(super) fn finish(self) -> Option<Signature> {
        match self {
            Self::Nowhere => None,
            Self::Digest(mut digest) => Some(digest.finish()),
        }
    }
}
