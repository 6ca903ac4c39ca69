//! Where messages come from: operations and notices, by number.

use core::ffi::c_char;

use wxp_core::{Endpoint, Notice, Source};

use crate::memory::{Outputs, status, text};
use crate::status::{WXP_E_NOT_FOUND, wxp_status};

/// Finds the number of an operation by its path, also within an address, or of a notice by its
/// name, such as "payment". It links 5 KB of paths. Fails with WXP_E_NOT_FOUND.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_source_find(
    name: *const c_char,
    name_len: usize,
    source: *mut i32,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let name = unsafe { text(name, name_len) }?;
        // SAFETY: the contract.
        let place = unsafe { Outputs::apart_from(name).out(source) }?;
        let answer = Endpoint::find(name).map(Source::from);
        let source = answer.or_else(|| Notice::find(name).map(Source::from));
        place.put(i32::from(source.ok_or(WXP_E_NOT_FOUND)?.number()));
        Ok(())
    })
}

/// The source with this number.
pub(crate) fn of_number(source: i32) -> Result<Source, wxp_status> {
    u16::try_from(source).ok().and_then(Source::of).ok_or(WXP_E_NOT_FOUND)
}
