//! The digests alone, from their crates. The cost of signing is compared with them.

use md5::{Digest, Md5};
use sha2::Sha256;

use crate::Buffer;

/// The MD5 digest of the beginning of a text.
#[unsafe(no_mangle)]
pub extern "C" fn md5(len: usize, text: &Buffer, out: &mut [u8; 16]) {
    *out = Md5::digest(text.get(..len).unwrap_or_default()).into();
}

/// The SHA-256 digest of the beginning of a text.
#[unsafe(no_mangle)]
pub extern "C" fn sha(len: usize, text: &Buffer, out: &mut [u8; 32]) {
    *out = Sha256::digest(text.get(..len).unwrap_or_default()).into();
}
