//! A prepared secret in memory of the caller's.

use core::ffi::c_char;
use core::fmt;
use core::mem::MaybeUninit;
use core::sync::atomic::{Ordering, fence};

use wxp_core::abi::stack::{DEPTH, wiped};
use wxp_core::{Algorithm, Key};
use zeroize::Zeroize;

use crate::memory::{Inputs, Outputs, check, objects, status};
use crate::registers;
use crate::status::{self, WXP_E_ARGUMENT, WXP_E_KEY, wxp_status};

/// The default of the protocol.
pub const WXP_MD5: u32 = 1;
/// Prefer it where the operation allows it.
pub const WXP_HMAC_SHA256: u32 = 2;

/// The size of a wxp_key, in bytes.
pub const WXP_KEY_SIZE: usize = 256;

/// A secret that is prepared for one algorithm. It can be copied with memcpy. Wipe every copy that
/// is no longer needed.
#[repr(C)]
pub struct wxp_key {
    /// Private.
    pub opaque: [u64; 32],
}

/// Prepares an API key of exactly 32 ASCII letters and digits, the one set on the merchant
/// platform. This is not the APIv3 key, the app secret or the private key of a certificate. Fails
/// with WXP_E_SECRET_LENGTH, WXP_E_SECRET_CHARACTER, or WXP_E_ARGUMENT for the algorithm.
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

/// As wxp_key_init, for any other secret of 1 to 64 bytes, such as a simulator's.
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
        let secret = unsafe { objects(secret.cast::<u8>(), secret_len)? };
        // SAFETY: the contract.
        let place = unsafe { Outputs::apart_from(secret).out(key.cast::<Slot>())? };
        let algorithm = match algorithm {
            WXP_MD5 => Algorithm::Md5,
            WXP_HMAC_SHA256 => Algorithm::HmacSha256,
            _ => return Err(WXP_E_ARGUMENT),
        };
        // Preparing HMAC takes more than signing, and a key that is moved leaves copies behind.
        let mut made = Ok(());
        wiped::<{ DEPTH + 448 }, _>(|| match make(algorithm, secret) {
            Ok(key) => place.put(Slot { tag: TAG, key }),
            Err(error) => made = Err(status::of(error)),
        });
        registers::clear();
        made
    })
}

/// Wipes a key. Any later use of it returns WXP_E_KEY. NULL and wiped keys are allowed. Do not wipe
/// a key that another thread uses. If it happens, on the processors that are tested, that call
/// works with the whole key, or returns WXP_E_KEY and writes nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_key_wipe(key: *mut wxp_key) {
    if check(key, 1).is_ok() {
        // The tag goes first, which calls of other threads look for: see `SharedKey::with`.
        // SAFETY: not null, aligned, and the contract; any bytes are integers.
        unsafe { key.cast::<u64>().write_volatile(0) };
        fence(Ordering::SeqCst);
        // SAFETY: as before.
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

const WORDS: usize = size_of::<Slot>() / size_of::<usize>();

/// The memory of a slot, word by word.
#[repr(C)]
struct KeyCopy {
    /// Aligned like one.
    aligned: [Slot; 0],
    words: [MaybeUninit<usize>; WORDS],
}

const _: () =
    assert!(size_of::<Slot>() <= WXP_KEY_SIZE && size_of::<Slot>() == size_of::<KeyCopy>());
const _: () = assert!(align_of::<Slot>() <= align_of::<u64>());
const _: () = assert!(size_of::<wxp_key>() == WXP_KEY_SIZE);

impl wxp_key {
    /// # Safety
    ///
    /// The contract.
    pub(crate) unsafe fn at(key: *const Self) -> Result<SharedKey, wxp_status> {
        check(key, 1)?;
        let key = SharedKey(key);
        if key.has_tag() { Ok(key) } else { Err(WXP_E_KEY) }
    }
}

/// A key in memory of the caller's, which another thread may be wiping. Only made of a pointer to a
/// `wxp_key` that can be read as long as the call lasts.
pub(crate) struct SharedKey(*const wxp_key);

impl SharedKey {
    /// What comes of a call with the key. The only way to it: whatever a call computes with a key,
    /// it computes with a whole one.
    ///
    /// The call works with a copy, which is wiped; what else it leaves of the secret, the core has
    /// wiped. The tag is looked for again once everything is copied; as wiping begins with the tag,
    /// nothing was wiped yet if it is still there. So a call either came before the wipe, or it is
    /// `WXP_E_KEY` and writes nothing.
    pub(crate) fn with<R>(
        &self,
        call: impl FnOnce(&Key) -> Result<R, wxp_status>,
    ) -> Result<R, wxp_status> {
        let words = [const { MaybeUninit::uninit() }; WORDS];
        let mut copy = KeyCopy { aligned: [], words };
        // Apart: the half of a `Result` that is not used is whatever the call left in a register.
        let (mut result, mut status) = (None, WXP_E_KEY);
        match self.copy_to(&mut copy).and_then(call) {
            Ok(value) => result = Some(value),
            Err(error) => status = error,
        }
        copy.words.zeroize();
        registers::clear();
        result.ok_or(status)
    }

    // Once, and not for each call.
    #[inline(never)]
    fn copy_to<'c>(&self, copy: &'c mut KeyCopy) -> Result<&'c Key, wxp_status> {
        for (index, word) in copy.words.iter_mut().enumerate() {
            // SAFETY: a `wxp_key` has at least as many words. Volatile, so that each is read once,
            // here. Some bytes of a key are nobody's, and are copied as such.
            *word = unsafe { self.0.cast::<MaybeUninit<usize>>().add(index).read_volatile() };
        }
        fence(Ordering::SeqCst);
        if !self.has_tag() {
            return Err(WXP_E_KEY);
        }
        // SAFETY: with this tag, `wxp_key_init` wrote it, or it is a copy of what that wrote.
        let key = unsafe { &(*core::ptr::from_ref(copy).cast::<Slot>()).key };
        // What is written over a key by mistake may spare the tag.
        if key.has_secret() { Ok(key) } else { Err(WXP_E_KEY) }
    }

    fn has_tag(&self) -> bool {
        // SAFETY: it can be read, is aligned, and begins with an integer, whatever it is.
        unsafe { self.0.cast::<u64>().read_volatile() == TAG }
    }
}

impl Inputs for SharedKey {
    fn note<'i>(&'i self, outputs: &mut Outputs<'i>) {
        // SAFETY: it can be read.
        outputs.note(unsafe { core::slice::from_raw_parts(self.0, 1) });
    }
}

impl fmt::Debug for wxp_key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("wxp_key").finish_non_exhaustive()
    }
}
