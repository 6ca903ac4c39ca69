//! The bare digest, below which no signature can be made with the same crates.
//!
//! The crates do not wipe their state here. If they did, HMAC would take some 15 ns more.

use data_encoding::HEXUPPER;
use hmac::digest::Output;
use hmac::{Hmac, KeyInit, Mac};
use md5::{Digest as _, Md5};
use sha2::Sha256;
use wxp_core::Algorithm;

use crate::workload::SECRET;

/// An algorithm before any data; HMAC has absorbed the key, as in a prepared `wxp_core::Key`.
#[derive(Clone)]
pub enum Digest {
    /// MD5.
    Md5(Md5),
    /// HMAC-SHA256.
    Hmac(Hmac<Sha256>),
}

/// The bytes that come out.
pub enum Bytes {
    /// Of MD5.
    Md5(Output<Md5>),
    /// Of HMAC-SHA256.
    Hmac(Output<Sha256>),
}

impl Digest {
    /// Prepares an algorithm with the workloads' key.
    #[must_use]
    pub fn new(algorithm: Algorithm) -> Self {
        match algorithm {
            Algorithm::Md5 => Self::Md5(Md5::new()),
            Algorithm::HmacSha256 => Self::Hmac(Hmac::new_from_slice(SECRET.as_bytes()).unwrap()),
        }
    }

    /// The digest of bytes that lie in one piece.
    #[must_use]
    pub fn of(&self, bytes: &[u8]) -> Bytes {
        match self {
            Self::Md5(_) => Bytes::Md5(Md5::digest(bytes)),
            Self::Hmac(fresh) => {
                Bytes::Hmac(fresh.clone().chain_update(bytes).finalize().into_bytes())
            }
        }
    }

    /// The digest of what is fed piece by piece.
    #[must_use]
    pub fn of_pieces<'a>(&self, pieces: impl Iterator<Item = &'a str>) -> Bytes {
        match self {
            Self::Md5(fresh) => {
                let mut state = fresh.clone();
                pieces.for_each(|piece| state.update(piece));
                Bytes::Md5(state.finalize())
            }
            Self::Hmac(fresh) => {
                let mut state = fresh.clone();
                pieces.for_each(|piece| state.update(piece.as_bytes()));
                Bytes::Hmac(state.finalize().into_bytes())
            }
        }
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        match self {
            Self::Md5(bytes) => bytes,
            Self::Hmac(bytes) => bytes,
        }
    }
}

/// A digest as it is written in a message.
#[must_use]
pub fn hexadecimal(digest: &[u8]) -> String {
    HEXUPPER.encode(digest)
}
