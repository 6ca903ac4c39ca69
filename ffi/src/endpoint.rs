//! What is known about the operations.

use core::ffi::{CStr, c_char};

use wxp_core::{
    Algorithm, Algorithms, Endpoint, Format, Method, Notice, Repeat, SignType, Signed, Source, abi,
};

use crate::field::wxp_text;
use crate::key::{WXP_HMAC_SHA256, WXP_MD5};
use crate::memory::{Outputs, status, text};
use crate::status::{self, WXP_E_NOT_FOUND, wxp_status};

/// No answer is signed.
pub const WXP_SIGNED_NEVER: i32 = 0;
/// Some answers are signed.
pub const WXP_SIGNED_SOMETIMES: i32 = 1;
/// All answers are signed, except those of refused calls.
pub const WXP_SIGNED_ALWAYS: i32 = 2;

/// Requests have no field sign_type.
pub const WXP_SIGN_TYPE_ABSENT: i32 = 0;
/// Requests need sign_type unless they use the default algorithm.
pub const WXP_SIGN_TYPE_OPTIONAL: i32 = 1;
/// Requests need sign_type.
pub const WXP_SIGN_TYPE_REQUIRED: i32 = 2;

/// XML for wxp_xml_read.
pub const WXP_FORMAT_FLAT: i32 = 0;
/// XML for wxp_xml_read_nested.
pub const WXP_FORMAT_NESTED: i32 = 1;
/// Text, such as a bill.
pub const WXP_FORMAT_TEXT: i32 = 2;
/// A successful answer is JSON.
pub const WXP_FORMAT_JSON: i32 = 3;
/// A web page or a redirection.
pub const WXP_FORMAT_PAGE: i32 = 4;

/// One operation of the API. Texts are static; members without a listed number are 1 for yes and 0
/// for no.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct wxp_endpoint {
    /// Such as "/pay/micropay".
    pub path: wxp_text,
    /// The host that serves it.
    pub host: wxp_text,
    /// The same service at another site, for when no connection can be made; empty if there is
    /// none.
    pub backup_host: wxp_text,
    /// GET; otherwise POST.
    pub get: i32,
    /// The connection needs the merchant's client certificate.
    pub certificate: i32,
    /// WXP_MD5, WXP_HMAC_SHA256, or both added; 0 if requests are not signed.
    pub algorithms: u32,
    /// That of a request without sign_type; 0 if requests are not signed.
    pub default_algorithm: u32,
    /// A WXP_SIGN_TYPE_ number.
    pub sign_type: i32,
    /// A WXP_SIGNED_ number.
    pub answer_signed: i32,
    /// A WXP_FORMAT_ number.
    pub format: i32,
    /// Requests have the field nonce_str.
    pub nonce: i32,
    /// A request can be repeated at any time; otherwise only with the same number and parameters.
    pub repeatable: i32,
    /// Money can move.
    pub moves_money: i32,
    /// WeChat has withdrawn it for new programs.
    pub deprecated: i32,
    /// For wxp_judge and wxp_endpoint_purpose.
    pub number: i32,
    /// Zeros.
    pub reserved: [i32; 4],
}

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

/// The path of the operation, or the name of the notice, that has this number: static, or NULL.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn wxp_source_name(source: i32) -> *const c_char {
    let name = u16::try_from(source).ok().and_then(abi::source_name);
    name.map_or(core::ptr::null(), CStr::as_ptr)
}

/// What the operation with this number is for, in a few words of English or Chinese: static, or
/// NULL.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn wxp_endpoint_purpose(number: i32, language: i32) -> *const c_char {
    let purpose = |number| abi::purpose(number, status::language(language));
    u16::try_from(number).ok().and_then(purpose).map_or(core::ptr::null(), CStr::as_ptr)
}

/// The number of operations.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn wxp_endpoint_count() -> usize {
    Endpoint::COUNT
}

/// The operation at an index from 0, in order of the paths. Fails with WXP_E_NOT_FOUND.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_endpoint_at(index: usize, endpoint: *mut wxp_endpoint) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let place = unsafe { Outputs::apart_from(&()).out(endpoint) }?;
        place.put(facts(&Endpoint::all().nth(index).ok_or(WXP_E_NOT_FOUND)?));
        Ok(())
    })
}

/// The operation at a path. The path can have a scheme and host before it and a query behind it.
/// Fails with WXP_E_NOT_FOUND.
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
        let place = unsafe { Outputs::apart_from(address).out(endpoint) }?;
        place.put(facts(&Endpoint::find(address).ok_or(WXP_E_NOT_FOUND)?));
        Ok(())
    })
}

fn facts(endpoint: &Endpoint) -> wxp_endpoint {
    wxp_endpoint {
        path: wxp_text::of(endpoint.path),
        host: wxp_text::of(endpoint.host.name()),
        backup_host: wxp_text::of(endpoint.host.backup().unwrap_or_default()),
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
        number: i32::from(endpoint.number),
        reserved: [0; 4],
    }
}
