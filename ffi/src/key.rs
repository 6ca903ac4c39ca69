//! A prepared secret in memory of the caller's.

use core::ffi::c_char;
use core::fmt;

use wxp_core::stack::{DEPTH, wiped};
use wxp_core::{Algorithm, Key};
use zeroize::Zeroize;

use crate::memory::{Place, object, objects, status};
use crate::status::{self, WXP_E_ARGUMENT, WXP_E_KEY, wxp_status};

/// MD5, the protocol's default.
pub const WXP_MD5: u32 = 1;
/// HMAC-SHA256; prefer it wherever the operation allows it.
pub const WXP_HMAC_SHA256: u32 = 2;

/// The size of a wxp_key, in bytes; see wxp_key_size().
pub const WXP_KEY_SIZE: usize = 256;

/// A secret prepared for one algorithm, in memory of the caller's. It can be copied with memcpy
/// and shared between threads as long as nobody writes to it. Nothing needs to be released, but
/// wipe it when it is no longer needed, and every copy.
#[repr(C)]
pub struct wxp_key {
    /// Not for the caller.
    pub opaque: [u64; 32],
}

/// WXP_KEY_SIZE, for languages that cannot see it.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn wxp_key_size() -> usize {
    WXP_KEY_SIZE
}

/// Prepares an API key, of exactly 32 ASCII letters and digits, for WXP_MD5 or WXP_HMAC_SHA256. It
/// is the one that is set on the merchant platform; not the APIv3 key, the app secret or the
/// certificate's private key.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_key_init(
    key: *mut wxp_key,
    algorithm: u32,
    secret: *const c_char,
    secret_len: usize,
) -> wxp_status {
    // SAFETY: the contract.
    unsafe { init(key, algorithm, secret, secret_len, Key::new) }
}

/// As wxp_key_init, for another secret of 1 to 64 bytes, such as a simulator's.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_key_init_nonstandard(
    key: *mut wxp_key,
    algorithm: u32,
    secret: *const c_char,
    secret_len: usize,
) -> wxp_status {
    // SAFETY: the contract.
    unsafe { init(key, algorithm, secret, secret_len, Key::nonstandard) }
}

/// # Safety
///
/// The contract.
unsafe fn init(
    key: *mut wxp_key,
    algorithm: u32,
    secret: *const c_char,
    secret_len: usize,
    make: impl FnOnce(Algorithm, &[u8]) -> Result<Key, wxp_core::Error>,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (place, secret) =
            unsafe { (Place::at(key.cast::<Slot>())?, objects(secret.cast::<u8>(), secret_len)?) };
        let algorithm = match algorithm {
            WXP_MD5 => Algorithm::Md5,
            WXP_HMAC_SHA256 => Algorithm::HmacSha256,
            _ => return Err(WXP_E_ARGUMENT),
        };
        // Preparing HMAC takes more than signing, and a key that is moved leaves copies behind.
        wiped::<{ DEPTH + 448 }, _>(|| {
            let key = make(algorithm, secret).map_err(status::of)?;
            place.put(Slot { tag: TAG, key });
            Ok(())
        })
    })
}

/// Wipes a key, so that it is none any more. NULL, and a key that is none, do no harm.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_key_wipe(key: *mut wxp_key) {
    if !key.is_null() && key.is_aligned() {
        // SAFETY: not null, aligned, and the contract; any bytes are integers.
        unsafe { &mut (*key).opaque }.zeroize();
    }
}

/// What lies in a `wxp_key`.
#[repr(C)]
pub(crate) struct Slot {
    tag: u64,
    key: Key,
}

/// What a key begins with, so that zeroed or foreign memory is none.
const TAG: u64 = u64::from_le_bytes(*b"wxp key\x01");

const _: () = assert!(size_of::<Slot>() <= WXP_KEY_SIZE && align_of::<Slot>() <= 8);
const _: () = assert!(size_of::<wxp_key>() == WXP_KEY_SIZE);

impl wxp_key {
    /// # Safety
    ///
    /// The contract.
    pub(crate) unsafe fn at<'a>(key: *const Self) -> Result<&'a Key, wxp_status> {
        // SAFETY: the contract; the tag alone is looked at before it is known to be a key.
        if unsafe { object(key) }?.opaque.first() != Some(&TAG) {
            return Err(WXP_E_KEY);
        }
        // SAFETY: with this tag, `wxp_key_init` wrote it, or it is a copy of what that wrote.
        unsafe { object(key.cast::<Slot>()) }.map(|slot| &slot.key)
    }
}

impl fmt::Debug for wxp_key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("wxp_key").finish_non_exhaustive()
    }
}
