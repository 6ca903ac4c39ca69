//! Texts that C can read as well: each has a NUL at its end.
//!
//! All of a kind lie in one constant, one behind the other. Literals of C would be smaller to write,
//! but compilers put those of a whole library into one section, so that a program that uses any of
//! them links all.

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

/// The text at the place that `number` has among `numbers`.
// One copy for all kinds.
#[inline(never)]
pub(crate) fn text_of<N: PartialEq>(
    number: N,
    numbers: &[N],
    all: &'static [u8],
) -> Option<&'static CStr> {
    let place = numbers.iter().position(|one| *one == number)?;
    texts(all).nth(place)
}
