//! Fields that are numbered.

use core::ffi::c_char;

use wxp_core::Field;

use crate::field::wxp_field;
use crate::memory::{objects, text};

/// The field name_n of a list that begins with name_0, such as coupon_id_0. NULL if there is none.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_find_numbered(
    fields: *const wxp_field,
    count: usize,
    name: *const c_char,
    name_len: usize,
    n: u16,
) -> *const wxp_field {
    // SAFETY: the contract.
    unsafe { find_numbered(fields, count, name, name_len, (n, None)) }
}

/// The field name_n_m of a list in a list, such as the coupons of one refund. NULL if there is
/// none.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_find_numbered_in(
    fields: *const wxp_field,
    count: usize,
    name: *const c_char,
    name_len: usize,
    n: u16,
    m: u16,
) -> *const wxp_field {
    // SAFETY: the contract.
    unsafe { find_numbered(fields, count, name, name_len, (n, Some(m))) }
}

/// # Safety
///
/// The contract.
unsafe fn find_numbered(
    fields: *const wxp_field,
    count: usize,
    name: *const c_char,
    name_len: usize,
    numbers: (u16, Option<u16>),
) -> *const wxp_field {
    // SAFETY: the contract.
    let found = unsafe { (objects(fields, count), text(name, name_len)) };
    let (Ok(fields), Ok(list)) = found else { return core::ptr::null() };
    let is = |field: &&wxp_field| {
        // SAFETY: the contract.
        let name = unsafe { text(field.name, field.name_len) };
        let field = name.ok().and_then(|name| Field::new(name, "").ok());
        field.and_then(|field| field.numbers(list)) == Some(numbers)
    };
    fields.iter().find(is).map_or(core::ptr::null(), |field| field)
}
