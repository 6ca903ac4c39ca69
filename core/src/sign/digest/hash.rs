//! The two hash functions, block by block.

use sha2::block_api::compress256;

use super::md5;

/// The block length of both, in bytes.
pub(crate) const BLOCK: usize = 64;

/// The state between two blocks; MD5 takes the first four.
pub(super) type Words = [u32; 8];

/// A hash function. They differ in the compression and in the order of bytes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hash {
    Md5,
    Sha256,
}

impl Hash {
    /// The state before any data: RFC 1321 section 3.3, and FIPS 180-4 section 5.3.3.
    pub(super) const fn start(self) -> Words {
        match self {
            Self::Md5 => [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0, 0, 0, 0],
            Self::Sha256 => [
                0x6A09_E667,
                0xBB67_AE85,
                0x3C6E_F372,
                0xA54F_F53A,
                0x510E_527F,
                0x9B05_688C,
                0x1F83_D9AB,
                0x5BE0_CD19,
            ],
        }
    }

    /// The length of the digest, in bytes.
    pub(super) const fn len(self) -> usize {
        match self {
            Self::Md5 => 16,
            Self::Sha256 => 32,
        }
    }

    pub(super) fn absorb(self, words: &mut Words, blocks: &[[u8; BLOCK]]) {
        match self {
            Self::Md5 => {
                if let Some(words) = words.first_chunk_mut() {
                    md5::compress(words, blocks);
                }
            }
            Self::Sha256 => compress256(words, blocks),
        }
    }

    /// A length in bytes, as it ends the padding: in bits.
    pub(super) const fn spell_length(self, len: u64) -> [u8; 8] {
        let bits = len << 3;
        match self {
            Self::Md5 => bits.to_le_bytes(),
            Self::Sha256 => bits.to_be_bytes(),
        }
    }

    /// Writes the words as the digest has them.
    pub(super) fn spell(self, words: &Words, digest: &mut [u8]) {
        for (bytes, word) in digest.as_chunks_mut().0.iter_mut().zip(words) {
            *bytes = match self {
                Self::Md5 => word.to_le_bytes(),
                Self::Sha256 => word.to_be_bytes(),
            };
        }
    }
}
