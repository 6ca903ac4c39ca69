//! Signing and verifying.

use core::ffi::c_char;

use wxp_core::Key;

use crate::field::{Table, wxp_field};
use crate::key::wxp_key;
use crate::memory::{Outputs, Room, put_field, status};
use crate::status::{self, wxp_status};

/// The longest signature, in bytes: 32 with MD5, 64 with HMAC-SHA256; see wxp_signature_max().
pub const WXP_SIGNATURE_MAX: usize = 64;

/// WXP_SIGNATURE_MAX, for languages that cannot see it.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn wxp_signature_max() -> usize {
    WXP_SIGNATURE_MAX
}

/// Signs a table, in any order, and writes the signature in upper-case hexadecimal digits. Empty
/// values and the field sign take no part. WXP_E_LEAKED_SECRET if a value holds the API key.
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
    status(|| {
        // SAFETY: the contract.
        let (key, table) = unsafe { (wxp_key::at(key)?, Table::at(fields, count)?) };
        // SAFETY: the contract.
        let room = unsafe { Outputs::apart_from(&(&key, &table)).room(out, capacity, len) }?;
        key.with(|key| sign(key, &table, room))
    })
}

pub(crate) fn sign(key: &Key, table: &Table<'_>, room: Room) -> Result<(), wxp_status> {
    table.in_order(|order| match &key.sign(order) {
        Ok(signature) => room.put_bytes(signature.as_bytes()),
        Err(error) => Err(status::of(*error)),
    })
}

/// Verifies the field sign of a table against all the other fields. A message's own sign_type and
/// the length of its signature can confirm the key's algorithm, never choose it.
///
/// WXP_OK, WXP_E_UNSIGNED, WXP_E_ALGORITHM_MISMATCH or WXP_E_SIGNATURE_MISMATCH; what an
/// authentic message means, wxp_judge tells.
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

/// Writes the string that is signed, without the key: to compare by hand, or for a log.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_canonical(
    fields: *const wxp_field,
    count: usize,
    out: *mut c_char,
    capacity: usize,
    len: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let table = unsafe { Table::at(fields, count) }?;
        // SAFETY: the contract.
        let room = unsafe { Outputs::apart_from(&table).room(out, capacity, len) }?;
        canonical(&table, room)
    })
}

pub(crate) fn canonical(table: &Table<'_>, room: Room) -> Result<(), wxp_status> {
    table.in_order(|order| {
        room.write(|writer| {
            for (index, field) in order.iter().enumerate() {
                writer.put(if index > 0 { "&" } else { "" });
                put_field(writer, field, "=", "");
            }
        })
    })
}
