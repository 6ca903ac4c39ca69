//! Texts that C can read as well: each has a NUL at its end.

use core::ffi::CStr;

/// The texts in `all`.
pub(crate) fn texts(all: &'static [u8]) -> impl Iterator<Item = &'static CStr> {
    let mut rest = all;
    core::iter::from_fn(move || {
        let text = CStr::from_bytes_until_nul(rest).ok()?;
        rest = rest.get(text.count_bytes().saturating_add(1)..)?;
        Some(text)
    })
}

/// A literal that ends with NUL, as text of C.
pub(crate) const fn c_str(text: &'static str) -> &'static CStr {
    match CStr::from_bytes_with_nul(text.as_bytes()) {
        Ok(text) => text,
        Err(_) => c"",
    }
}
