//! What is known about the operations.

use core::ffi::c_char;

use wxp_core::{Algorithm, Algorithms, Endpoint, Format, Method, Repeat, SignType, Signed};

use crate::field::wxp_text;
use crate::key::{WXP_HMAC_SHA256, WXP_MD5};
use crate::memory::{Outputs, status, text};
use crate::status::{WXP_E_NOT_FOUND, wxp_status};

/// Signed in no answer.
pub const WXP_SIGNED_NEVER: i32 = 0;
/// Signed in some answers.
pub const WXP_SIGNED_SOMETIMES: i32 = 1;
/// Signed in all answers, but for refused calls.
pub const WXP_SIGNED_ALWAYS: i32 = 2;

/// Requests have no field sign_type.
pub const WXP_SIGN_TYPE_ABSENT: i32 = 0;
/// Requests with the default algorithm need no field sign_type.
pub const WXP_SIGN_TYPE_OPTIONAL: i32 = 1;
/// Requests need the field sign_type.
pub const WXP_SIGN_TYPE_REQUIRED: i32 = 2;

/// A successful answer is flat XML: wxp_xml_read.
pub const WXP_FORMAT_FLAT: i32 = 0;
/// A successful answer is nested XML: wxp_xml_read_nested.
pub const WXP_FORMAT_NESTED: i32 = 1;
/// A successful answer is text, such as a bill.
pub const WXP_FORMAT_TEXT: i32 = 2;
/// A successful answer is JSON.
pub const WXP_FORMAT_JSON: i32 = 3;
/// A successful answer is a page or a redirection.
pub const WXP_FORMAT_PAGE: i32 = 4;

/// One operation of the API. Texts are static; numbers that say yes or no are 1 or 0.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct wxp_endpoint {
    /// The path, such as "/pay/micropay".
    pub path: wxp_text,
    /// The host that serves it.
    pub host: wxp_text,
    /// The same service at another site, for when no connection can be made; empty if none.
    pub backup_host: wxp_text,
    /// What it is for, in a few words of English.
    pub purpose: wxp_text,
    /// 1 for GET, 0 for POST.
    pub get: i32,
    /// Whether the connection needs the merchant's client certificate.
    pub certificate: i32,
    /// WXP_MD5, WXP_HMAC_SHA256, or both of them added; 0 if requests are not signed.
    pub algorithms: u32,
    /// The algorithm of a request that states none; 0 if requests are not signed.
    pub default_algorithm: u32,
    /// WXP_SIGN_TYPE_ABSENT to WXP_SIGN_TYPE_REQUIRED.
    pub sign_type: i32,
    /// WXP_SIGNED_NEVER to WXP_SIGNED_ALWAYS.
    pub answer_signed: i32,
    /// WXP_FORMAT_FLAT to WXP_FORMAT_PAGE.
    pub format: i32,
    /// Whether requests have the field nonce_str.
    pub nonce: i32,
    /// Whether a request can be repeated at any time; else only with the same number and
    /// parameters.
    pub repeatable: i32,
    /// Whether money can move.
    pub moves_money: i32,
    /// Whether WeChat has withdrawn it for new programs.
    pub deprecated: i32,
    /// Zeros, for later.
    pub reserved: [i32; 5],
}

/// The number of operations that wxp_endpoint_at knows.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn wxp_endpoint_count() -> usize {
    Endpoint::COUNT
}

/// What is known about an operation, by its index from 0, in order of their paths.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_endpoint_at(index: usize, endpoint: *mut wxp_endpoint) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let place = unsafe { Outputs::apart_from(&()).place(endpoint) }?;
        place.put(facts(&Endpoint::all().nth(index).ok_or(WXP_E_NOT_FOUND)?));
        Ok(())
    })
}

/// What is known about the operation at an address: a path, with or without host and scheme before
/// it and query behind it.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_endpoint_find(
    address: *const c_char,
    address_len: usize,
    endpoint: *mut wxp_endpoint,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let address = unsafe { text(address, address_len) }?;
        // SAFETY: the contract.
        let place = unsafe { Outputs::apart_from(address).place(endpoint) }?;
        place.put(facts(&Endpoint::find(address).ok_or(WXP_E_NOT_FOUND)?));
        Ok(())
    })
}

fn facts(endpoint: &Endpoint) -> wxp_endpoint {
    wxp_endpoint {
        path: wxp_text::of(endpoint.path),
        host: wxp_text::of(endpoint.host.name()),
        backup_host: wxp_text::of(endpoint.host.backup().unwrap_or_default()),
        purpose: wxp_text::of(endpoint.purpose()),
        get: i32::from(endpoint.method == Method::Get),
        certificate: i32::from(endpoint.certificate),
        algorithms: match endpoint.algorithms {
            Algorithms::None => 0,
            Algorithms::Md5 => WXP_MD5,
            Algorithms::HmacSha256 => WXP_HMAC_SHA256,
            Algorithms::Either => WXP_MD5 | WXP_HMAC_SHA256,
        },
        default_algorithm: match endpoint.default_algorithm() {
            None => 0,
            Some(Algorithm::Md5) => WXP_MD5,
            Some(Algorithm::HmacSha256) => WXP_HMAC_SHA256,
        },
        sign_type: match endpoint.sign_type {
            SignType::Absent => WXP_SIGN_TYPE_ABSENT,
            SignType::Optional => WXP_SIGN_TYPE_OPTIONAL,
            SignType::Required => WXP_SIGN_TYPE_REQUIRED,
        },
        answer_signed: match endpoint.signed {
            Signed::Never => WXP_SIGNED_NEVER,
            Signed::Sometimes => WXP_SIGNED_SOMETIMES,
            Signed::Always => WXP_SIGNED_ALWAYS,
        },
        format: match endpoint.format {
            Format::Flat => WXP_FORMAT_FLAT,
            Format::Nested => WXP_FORMAT_NESTED,
            Format::Json => WXP_FORMAT_JSON,
            Format::Page => WXP_FORMAT_PAGE,
            _ => WXP_FORMAT_TEXT,
        },
        nonce: i32::from(endpoint.nonce),
        repeatable: i32::from(endpoint.repeat == Repeat::Safe),
        moves_money: i32::from(endpoint.family.moves_money()),
        deprecated: i32::from(endpoint.deprecated),
        reserved: [0; 5],
    }
}
