//! Nonces.

use core::ffi::{c_char, c_void};

use wxp_core::Nonce;

use crate::memory::{Outputs, objects, status};
use crate::status::{WXP_E_ARGUMENT, wxp_status};

/// The random bytes that make a nonce.
pub const WXP_ENTROPY_SIZE: usize = 16;

/// Writes a nonce_str of 32 letters and digits, from WXP_ENTROPY_SIZE random bytes. Take new ones
/// for each request from the operating system or a hardware generator, never from a clock or
/// rand(). Fails with WXP_E_ARGUMENT for another number of bytes.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_nonce(
    entropy: *const c_void,
    entropy_len: usize,
    out: *mut c_char,
    capacity: usize,
    len: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let entropy = unsafe { objects(entropy.cast::<u8>(), entropy_len) }?;
        // SAFETY: the contract.
        let room = unsafe { Outputs::apart_from(entropy).buffer(out, capacity, len) }?;
        let entropy = <&[u8; WXP_ENTROPY_SIZE]>::try_from(entropy).map_err(|_| WXP_E_ARGUMENT)?;
        room.put(Nonce::from_entropy(*entropy).as_str())
    })
}
