//! The versions of the ABI and the library.

use core::ffi::c_char;

/// The major number of the shared library.
pub const WXP_ABI_VERSION: u32 = 1;
/// The major version of this header, for #if.
pub const WXP_VERSION_MAJOR: u32 = 0;
/// The minor version.
pub const WXP_VERSION_MINOR: u32 = 1;
/// The patch version.
pub const WXP_VERSION_PATCH: u32 = 0;

const _: () = assert!(
    is(WXP_VERSION_MAJOR, env!("CARGO_PKG_VERSION_MAJOR"))
        && is(WXP_VERSION_MINOR, env!("CARGO_PKG_VERSION_MINOR"))
        && is(WXP_VERSION_PATCH, env!("CARGO_PKG_VERSION_PATCH"))
);

const fn is(number: u32, digits: &str) -> bool {
    matches!(u32::from_str_radix(digits, 10), Ok(other) if other == number)
}

/// WXP_ABI_VERSION of the loaded library. Compare it with the header's before any other call.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn wxp_abi_version() -> u32 {
    WXP_ABI_VERSION
}

/// The version of the loaded library, such as "0.1.0": static.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn wxp_version() -> *const c_char {
    concat!(env!("CARGO_PKG_VERSION"), "\0").as_ptr().cast()
}
