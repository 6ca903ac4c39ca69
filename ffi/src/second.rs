//! Second signatures that are not taken.

use core::ffi::{CStr, c_char};

use wxp_core::{Explanation, SecondSignature, Value, abi, explain_second};

use crate::body::unlisted;
use crate::explain::Explained;
use crate::field::{Table, wxp_field};
use crate::key::{SharedKey, wxp_key};
use crate::memory::{Outputs, status, text};
use crate::status::{self, WXP_E_NOT_FOUND, wxp_status};

/// As wxp_explain, for what a page, an app or a QR code takes: *second is its WXP_SECOND_ number,
/// recognized by the fields. Their names may have any letter case, and underscores or none. With an
/// empty offer, the field paySign of the table is explained, or else sign. The sender for wxp_hint
/// is WXP_SENDER_CUSTOMER. wxp_body_fields reads such a table from JSON or from an address.
///
/// Fails with WXP_E_NOT_FOUND if the fields are no second signature.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_explain_second(
    key: *const wxp_key,
    fields: *const wxp_field,
    count: usize,
    offered: *const c_char,
    offered_len: usize,
    second: *mut i32,
    cause: *mut i32,
    marked: *mut usize,
    capacity: usize,
    marked_count: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (key, table, offered) =
            unsafe { (wxp_key::at(key)?, Table::at(fields, count)?, text(offered, offered_len)?) };
        let inputs = (&key, &(&table, offered));
        let mut outputs = Outputs::apart_from(&inputs);
        // SAFETY: the contract.
        let (second, explained) = unsafe {
            let second = outputs.out(second)?;
            (second, Explained::at(&mut outputs, cause, marked, capacity, marked_count)?)
        };
        let (recognized, explanation) = explain(&key, &table, offered)?;
        second.put(recognized.code());
        explained.put(explanation);
        Ok(())
    })
}

// One copy, as of `explain`.
#[inline(never)]
pub(crate) fn explain(
    key: &SharedKey,
    table: &Table<'_>,
    offered: &str,
) -> Result<(SecondSignature, Explanation), wxp_status> {
    // A name that comes twice is refused, as everywhere.
    table.in_order(|_| Ok(()))?;
    let second = SecondSignature::of(table).ok_or(WXP_E_NOT_FOUND)?;
    let own = || second.offered(table).unwrap_or(Value::new(""));
    let offered = if offered.is_empty() { own() } else { Value::new(offered) };
    let explanation = key.with(|key| Ok(explain_second(key, second, table, offered)))?;
    Ok((second, explanation))
}

/// A second signature as one clause, in English or in Chinese: static, never NULL.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn wxp_second_text(second: i32, language: i32) -> *const c_char {
    let language = status::language(language);
    abi::second_text(second, language).map_or(unlisted(language), CStr::as_ptr)
}
