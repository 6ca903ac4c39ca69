//! What to do about error codes.

use core::ffi::{CStr, c_char};

use wxp_core::{Advice, Value, abi};

use crate::memory::{Outputs, status, text};
use crate::source::of_number;
use crate::status::{self, wxp_status};
use crate::verdict::action;

/// What to do about an error code of an operation or notice: *action_number is a WXP_ACTION_ number,
/// and *advice is the reason, for wxp_advice_text. An unknown code is WXP_ACTION_QUERY where money
/// can move. Fails with WXP_E_NOT_FOUND for the source.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_advice(
    source: i32,
    code: *const c_char,
    code_len: usize,
    action_number: *mut i32,
    advice: *mut i32,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let code = unsafe { text(code, code_len) }?;
        let mut outputs = Outputs::apart_from(code);
        // SAFETY: the contract.
        let (action_place, place) = unsafe { (outputs.out(action_number)?, outputs.out(advice)?) };
        let advice = Advice::of(of_number(source)?.family(), Value::new(code));
        action_place.put(action(advice.action()));
        place.put(i32::from(abi::advice_number(&advice)));
        Ok(())
    })
}

/// An advice as one clause, in English or in Chinese: static, or NULL. Its number can change with
/// the library.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn wxp_advice_text(advice: i32, language: i32) -> *const c_char {
    let text = |advice| abi::advice_text(advice, status::language(language));
    u16::try_from(advice).ok().and_then(text).map_or(core::ptr::null(), CStr::as_ptr)
}
