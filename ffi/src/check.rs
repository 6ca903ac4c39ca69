//! Checks before sending.

use core::ffi::c_char;

use wxp_core::{Transport, abi, check_notify_url, limit_of};

use crate::field::{Unchecked, check, wxp_field};
use crate::memory::{Outputs, objects, status, text};
use crate::status::{self, wxp_status};

/// Makes the checks of wxp_xml_write, and says what is wrong: *index is the index of the field, and
/// *offset is the offset in its name (WXP_E_FIELD_NAME) or value, in bytes, or 0 if there is none.
///
/// Fails with WXP_E_CHARACTER.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_check(
    fields: *const wxp_field,
    count: usize,
    index: *mut usize,
    offset: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let fields = unsafe { objects(fields, count) }?;
        let unchecked = Unchecked(fields);
        let mut outputs = Outputs::apart_from(&unchecked);
        // SAFETY: the contract.
        let (index, offset) = unsafe { (outputs.out(index)?, outputs.out(offset)?) };
        // SAFETY: the contract.
        let fault = match unsafe { check(fields) } {
            Ok(()) => return Ok(()),
            Err(fault) => fault,
        };
        index.put(fault.index);
        offset.put(fault.offset);
        Err(fault.status)
    })
}

/// Checks an address for the field notify_url. *plain_http is 1 for http, which is allowed but not
/// advisable, and 0 for https.
///
/// Fails with WXP_E_NOTIFY_URL or WXP_E_NOTIFY_URL_QUERY, and *fault is the offset of the fault, in
/// bytes.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_check_notify_url(
    address: *const c_char,
    address_len: usize,
    plain_http: *mut i32,
    fault: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let address = unsafe { text(address, address_len) }?;
        let mut outputs = Outputs::apart_from(address);
        // SAFETY: the contract.
        let (plain_http, fault) = unsafe { (outputs.out(plain_http)?, outputs.out(fault)?) };
        match check_notify_url(address) {
            Ok(transport) => plain_http.put(i32::from(transport == Transport::PlainHttp)),
            Err(error) => {
                fault.put(error.position());
                return Err(status::of(error));
            }
        }
        Ok(())
    })
}

/// The longest value of a field in the requests of an operation, in characters, not bytes. 0 if
/// there is no limit, or no such operation.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_field_limit(
    source: i32,
    name: *const c_char,
    name_len: usize,
) -> usize {
    // SAFETY: the contract.
    let Ok(name) = (unsafe { text(name, name_len) }) else { return 0 };
    let endpoint = u16::try_from(source).ok().and_then(abi::operation);
    endpoint.and_then(|endpoint| limit_of(endpoint, name)).unwrap_or(0)
}
