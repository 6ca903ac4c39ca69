//! Many short texts in one.

use core::ffi::CStr;

/// The texts in `all`, each of which has a NUL at its end.
pub(crate) fn texts(all: &'static [u8]) -> impl Iterator<Item = &'static CStr> {
    let mut rest = all;
    core::iter::from_fn(move || {
        let text = CStr::from_bytes_until_nul(rest).ok()?;
        rest = rest.get(text.count_bytes().saturating_add(1)..)?;
        Some(text)
    })
}
