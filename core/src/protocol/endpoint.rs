//! The operations of the protocol: where to send a request, how to sign it, and what comes back.

use core::ffi::CStr;

use crate::base::Language;
use crate::base::texts::c_text;
use crate::protocol::{Family, Signed};
use crate::sign::Algorithm;

mod catalogue;
mod host;
mod lookup;
mod path;
mod sources;

pub use host::Host;

/// One operation of the V2 API.
///
/// A program that knows its operations when it is compiled finds them then, and so carries the facts
/// and paths of only those, not the catalogue:
///
/// ```
/// use wxp_core::{Algorithm, Endpoint, Host};
///
/// const REFUND: Endpoint = Endpoint::find("/secapi/pay/refund").unwrap();
///
/// assert_eq!(REFUND.host.name(), "api.mch.weixin.qq.com");
/// assert!(REFUND.certificate, "refunds need the merchant's client certificate");
/// assert!(REFUND.allows(Algorithm::HmacSha256));
/// ```
///
/// The facts are those of WeChat's published API definitions and pages (as of 2025).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Endpoint {
    /// The permanent number of this operation. Numbers are never reused.
    pub number: u16,
    /// The HTTP method.
    pub method: Method,
    /// The path, such as `/pay/micropay`.
    pub path: &'static str,
    /// The host that serves it.
    pub host: Host,
    /// Whether the connection needs the merchant's client certificate. Without it many of these
    /// operations close the connection instead of answering.
    pub certificate: bool,
    /// The algorithms that a request may be signed with; see [`allows`](Self::allows).
    pub algorithms: Algorithms,
    /// Whether a request states its algorithm in the field `sign_type`.
    pub sign_type: SignType,
    /// Who signs the answer.
    pub signed: Signed,
    /// The form of a successful answer.
    pub format: Format,
    /// Whether a request has the field `nonce_str`.
    pub nonce: bool,
    /// How a request may be repeated.
    pub repeat: Repeat,
    /// What the operation does.
    pub family: Family,
    /// Whether WeChat has withdrawn it for new programs.
    pub deprecated: bool,
}

/// An HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Method {
    Get,
    Post,
}

/// The algorithms that an operation's requests may be signed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Algorithms {
    /// The request is not signed.
    None,
    Md5,
    HmacSha256,
    Either,
}

/// Whether a request has the field `sign_type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SignType {
    /// There is no such field.
    Absent,
    /// It may be left out if the request is signed with the default algorithm.
    Optional,
    /// It must be there.
    Required,
}

/// The form of a successful answer. A failure of any of them can be flat XML, and what a gateway in
/// between says can be anything; see [`Body`](crate::Body).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// XML with one level of fields.
    Flat,
    /// XML with groups of fields in it.
    Nested,
    /// Comma-separated text, or that compressed with gzip.
    Text,
    /// JSON.
    Json,
    /// A page for the customer's browser, or a redirection.
    Page,
}

/// How a request may be repeated when its answer was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Repeat {
    /// At any time: it asks, or comes to the same in the end.
    Safe,
    /// Only with the same number and the same parameters. With another number it is another
    /// operation, and money can move twice.
    Identical,
}

impl Endpoint {
    /// The number of operations.
    pub const COUNT: usize = catalogue::ROWS.len();

    /// All operations, sorted by path.
    pub fn all() -> impl Iterator<Item = Self> {
        catalogue::PATHS.iter().zip(catalogue::ROWS).map(|(path, row)| row.at(path.as_str()))
    }

    /// The operation with this number with an empty path, and so without the paths of all.
    #[inline(never)]
    pub(crate) fn without_path(number: u16) -> Option<Self> {
        let row = catalogue::ROWS.iter().find(|row| u16::from(row.number) == number);
        row.map(|row| row.at(""))
    }

    /// The path of the operation with this number, for C.
    pub(crate) fn c_path_of(number: u16) -> Option<&'static CStr> {
        let place = catalogue::ROWS.iter().position(|row| u16::from(row.number) == number)?;
        catalogue::PATHS.get(place)?.as_c_str()
    }

    /// What it is for, in a few words.
    // Inlined, so that a language that a program never names is not linked.
    #[inline]
    #[must_use]
    pub fn purpose(&self, language: Language) -> &'static str {
        let text = Self::c_purpose_of(self.number, language);
        text.and_then(|text| text.to_str().ok()).unwrap_or_default()
    }

    /// The [`purpose`](Self::purpose) of the operation with this number, for C.
    #[inline]
    pub(crate) fn c_purpose_of(number: u16, language: Language) -> Option<&'static CStr> {
        let purposes = match language {
            Language::English => catalogue::ENGLISH,
            Language::Chinese => catalogue::CHINESE,
        };
        let place = catalogue::ROWS.iter().position(|row| u16::from(row.number) == number)?;
        c_text(purposes, place)
    }

    /// Whether requests may be signed with `algorithm`.
    #[must_use]
    pub const fn allows(&self, algorithm: Algorithm) -> bool {
        matches!(
            (self.algorithms, algorithm),
            (Algorithms::Either, _)
                | (Algorithms::Md5, Algorithm::Md5)
                | (Algorithms::HmacSha256, Algorithm::HmacSha256)
        )
    }

    /// The algorithm of a request that states none, or the only one there is; `None` if requests
    /// are not signed. Where both are allowed that is MD5; prefer HMAC-SHA256 all the same.
    #[must_use]
    pub const fn default_algorithm(&self) -> Option<Algorithm> {
        match self.algorithms {
            Algorithms::None => None,
            Algorithms::Md5 | Algorithms::Either => Some(Algorithm::Md5),
            Algorithms::HmacSha256 => Some(Algorithm::HmacSha256),
        }
    }
}
