//! Signing and verifying.

use core::ffi::c_char;

use wxp_core::abi::sign_then;
use wxp_core::{Canonical, Key, Signature};

use crate::field::{Table, wxp_field};
use crate::key::wxp_key;
use crate::memory::{OutBuffer, Outputs, status};
use crate::status::{self, wxp_status};

/// The longest signature, in bytes: 32 with MD5, 64 with HMAC-SHA256.
pub const WXP_SIGNATURE_MAX: usize = 64;

/// Writes the signature of a table, in upper-case hexadecimal digits. Empty values and the field
/// sign are not signed. Fails with WXP_E_LEAKED_SECRET.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_sign(
    key: *const wxp_key,
    fields: *const wxp_field,
    count: usize,
    out: *mut c_char,
    capacity: usize,
    len: *mut usize,
) -> wxp_status {
    // SAFETY: the contract.
    unsafe { signed(key, fields, count, out, capacity, len, put_signature) }
}

/// What is written of a table in signing order and its signature.
pub(crate) type Put =
    fn(&Canonical<'_, Table<'_>>, &Signature, OutBuffer) -> Result<(), wxp_status>;

/// Signs a table, and writes what comes of it.
///
/// # Safety
///
/// The contract.
// One copy on devices, whatever is written.
#[cfg_attr(target_os = "none", inline(never))]
pub(crate) unsafe fn signed(
    key: *const wxp_key,
    fields: *const wxp_field,
    count: usize,
    out: *mut c_char,
    capacity: usize,
    len: *mut usize,
    put: Put,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (key, table) = unsafe { (wxp_key::at(key)?, Table::at(fields, count)?) };
        // SAFETY: the contract.
        let room = unsafe { Outputs::only_buffer(&(&key, &table), out, capacity, len) }?;
        key.with(|key| sign(key, &table, room, put))
    })
}

pub(crate) fn sign(
    key: &Key,
    table: &Table<'_>,
    room: OutBuffer,
    put: Put,
) -> Result<(), wxp_status> {
    table.in_order(|order| {
        sign_then(key, order, |signature| put(order, &signature, room)).map_err(status::of)?
    })
}

pub(crate) fn put_signature(
    _: &Canonical<'_, Table<'_>>,
    signature: &Signature,
    room: OutBuffer,
) -> Result<(), wxp_status> {
    room.put_bytes(signature.as_bytes())
}

/// Checks the field sign of a table against all other fields. The key decides the algorithm, not
/// the message. This does not say what the message means; wxp_judge does. Fails with
/// WXP_E_UNSIGNED, WXP_E_ALGORITHM_MISMATCH or WXP_E_SIGNATURE_MISMATCH.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_verify(
    key: *const wxp_key,
    fields: *const wxp_field,
    count: usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (key, table) = unsafe { (wxp_key::at(key)?, Table::at(fields, count)?) };
        key.with(|key| verify(key, &table))
    })
}

pub(crate) fn verify(key: &Key, table: &Table<'_>) -> Result<(), wxp_status> {
    table.in_order(|order| key.verify(order).map_err(status::of))
}
