//! Why a signature does not match.

use core::ffi::{CStr, c_char};

use wxp_core::{Explanation, Key, Language, Value, abi};

use crate::field::{Table, wxp_field};
use crate::key::{SharedKey, wxp_key};
use crate::memory::{OutBuffer, Outputs, put_field, status, text};
use crate::status::{self, own_texts, wxp_status};

/// The signature is right.
pub const WXP_CAUSE_NONE: i32 = 0;
/// No known mistake explains the signature.
pub const WXP_CAUSE_UNKNOWN: i32 = 1;

/// Writes the string that is signed, without the key: for a log, or to compare by hand.
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
        let room = unsafe { Outputs::apart_from(&table).buffer(out, capacity, len) }?;
        canonical(&table, room)
    })
}

pub(crate) fn canonical(table: &Table<'_>, room: OutBuffer) -> Result<(), wxp_status> {
    table.in_order(|order| {
        room.write(|writer| {
            for (index, field) in order.iter().enumerate() {
                writer.put(if index > 0 { "&" } else { "" });
                put_field(writer, field, "=", "");
            }
        })
    })
}

/// Tries the known mistakes in signing, and says which one leads from this table to the offered
/// signature: *cause is a WXP_CAUSE_ number, and *field is the index of the first field it was made
/// with, or SIZE_MAX. With an empty offer, the field sign of the table is explained.
///
/// Use it to find a mistake, not to decide what to trust: that is wxp_verify. Pass the table in the
/// order that was signed, because the order can be the mistake (wxp_xml_read sorts). It costs about
/// as much as 40 signatures, and one more for each field. The result reveals neither the key nor
/// the right signature.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_explain(
    key: *const wxp_key,
    fields: *const wxp_field,
    count: usize,
    offered: *const c_char,
    offered_len: usize,
    cause: *mut i32,
    field: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (key, table, offered) =
            unsafe { (wxp_key::at(key)?, Table::at(fields, count)?, text(offered, offered_len)?) };
        let inputs = (&key, &(&table, offered));
        let mut outputs = Outputs::apart_from(&inputs);
        // SAFETY: the contract.
        let (cause_place, field_place) = unsafe { (outputs.out(cause)?, outputs.out(field)?) };
        let (number, at) = explain(&key, &table, offered)?;
        cause_place.put(number);
        field_place.put(at);
        Ok(())
    })
}

/// The number of the cause, and the index of the field that it was found with.
// One copy, in which everything is inlined that handles the secret: its stack is wiped by measure.
#[inline(never)]
pub(crate) fn explain(
    key: &SharedKey,
    table: &Table<'_>,
    offered: &str,
) -> Result<(i32, usize), wxp_status> {
    let explained = |key: &Key| {
        table.in_order(|order| {
            let own = || order.get("sign").unwrap_or(Value::new(""));
            let offered = if offered.is_empty() { own() } else { Value::new(offered) };
            Ok(wxp_core::explain(key, order, offered))
        })
    };
    let (number, at) = match key.with(explained)? {
        Explanation::Right => (WXP_CAUSE_NONE, None),
        Explanation::Mistake { cause, fields } => (cause.code(), fields.first()),
        _ => (WXP_CAUSE_UNKNOWN, None),
    };
    Ok((number, at.unwrap_or(usize::MAX)))
}

/// A cause as one clause, in English or in Chinese: static, never NULL.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn wxp_cause_text(cause: i32, language: i32) -> *const c_char {
    let language = status::language(language);
    let own = own_texts! { cause, language,
        WXP_CAUSE_NONE => "the signature is right", "签名正确";
        WXP_CAUSE_UNKNOWN => "no known mistake leads to this signature", "没有发现会得出这个签名的已知错误";
    };
    let text = own.or_else(|| abi::cause_text(cause, language));
    CStr::as_ptr(text.unwrap_or(match language {
        Language::English => c"not a cause",
        Language::Chinese => c"不是原因编号",
    }))
}
