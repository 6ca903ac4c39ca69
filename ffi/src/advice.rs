//! What to do about error codes.

use core::ffi::{CStr, c_char};

use wxp_core::{Advice, Value, abi};

use crate::memory::{Outputs, status, text};
use crate::status::wxp_status;
use crate::verdict::{action, source};

/// What to do about an error code of an operation or notice: a WXP_ACTION_ number, and one clause
/// of English, static. An unknown code is WXP_ACTION_QUERY where money can move.
///
/// Fails with WXP_E_NOT_FOUND for the endpoint.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_advice(
    endpoint: *const c_char,
    endpoint_len: usize,
    code: *const c_char,
    code_len: usize,
    action_number: *mut i32,
    advice: *mut *const c_char,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (endpoint, code) = unsafe { (text(endpoint, endpoint_len)?, text(code, code_len)?) };
        let inputs = (endpoint, code);
        let mut outputs = Outputs::apart_from(&inputs);
        // SAFETY: the contract.
        let (action_place, place) =
            unsafe { (outputs.place(action_number)?, outputs.place(advice)?) };
        let source = source(endpoint)?;
        let advice = Advice::of(source.family(), Value::new(code));
        action_place.put(action(advice.action()));
        place.put(CStr::as_ptr(abi::advice_text(&advice)));
        Ok(())
    })
}
