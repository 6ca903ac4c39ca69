//! What answers that are no document are.

use core::ffi::c_char;

use wxp_core::Body;

use crate::memory::objects;

/// Only white space, or nothing.
pub const WXP_BODY_EMPTY: i32 = 0;
/// A document, or what begins like one.
pub const WXP_BODY_XML: i32 = 1;
/// Text, such as a bill.
pub const WXP_BODY_TEXT: i32 = 2;
/// Compressed data, such as a bill.
pub const WXP_BODY_GZIP: i32 = 3;
/// JSON.
pub const WXP_BODY_JSON: i32 = 4;
/// A web page, such as a proxy's error.
pub const WXP_BODY_HTML: i32 = 5;

/// The WXP_BODY_ number of an answer's body. NULL is empty.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_body(body: *const c_char, body_len: usize) -> i32 {
    // SAFETY: the contract.
    let bytes = unsafe { objects(body.cast::<u8>(), body_len) };
    match Body::of(bytes.unwrap_or_default()) {
        Body::Empty => WXP_BODY_EMPTY,
        Body::Xml => WXP_BODY_XML,
        Body::Gzip => WXP_BODY_GZIP,
        Body::Json => WXP_BODY_JSON,
        Body::Html => WXP_BODY_HTML,
        _ => WXP_BODY_TEXT,
    }
}
