//! Texts in one constant, one behind the other, each with a NUL at its end, so that C can read it
//! where it lies.
//!
//! Pointers to them would take as much room as most of them do. Literals of C would be smaller to
//! write, but compilers put those of a whole library into one section, so that a program that uses
//! any of them links all.

use core::ffi::CStr;

/// The texts in `all`.
pub(crate) fn texts(all: &'static str) -> impl Iterator<Item = &'static str> {
    let mut rest = all;
    core::iter::from_fn(move || next(&mut rest))
}

// One copy: it is larger than it looks.
#[inline(never)]
fn next(rest: &mut &'static str) -> Option<&'static str> {
    let (text, tail) = rest.split_at_checked(rest.bytes().position(is_end)?)?;
    *rest = tail.get(1..)?;
    Some(text)
}

/// The text at a place in `all`, for C.
#[inline(never)]
pub(crate) fn c_text(all: &'static str, place: usize) -> Option<&'static CStr> {
    let mut rest = all.as_bytes();
    for _ in 0..place {
        let end = rest.iter().copied().position(is_end)?;
        rest = rest.get(end.saturating_add(1)..)?;
    }
    CStr::from_bytes_until_nul(rest).ok()
}

/// The text at the place that `number` has among `numbers`, for C.
// One copy for all kinds.
#[inline(never)]
pub(crate) fn text_of<N: PartialEq>(
    number: N,
    numbers: &[N],
    all: &'static str,
) -> Option<&'static CStr> {
    c_text(all, numbers.iter().position(|one| *one == number)?)
}

/// A text without the full stop behind it: for texts of 4, 8, 16 or 32 bytes. Compilers put
/// constants of just these lengths into a section for all of them, so that a program that uses any of
/// them links all. A part of a longer constant stays apart.
pub(crate) const fn apart(text: &'static str) -> &'static str {
    match text.as_bytes().split_last() {
        Some((b'.', text)) => match core::str::from_utf8(text) {
            Ok(text) => text,
            Err(_) => "",
        },
        _ => "",
    }
}

const fn is_end(byte: u8) -> bool {
    byte == 0
}
