//! The facts of the protocol: operations, notices, what their messages have, limits, times and
//! amounts.

mod category;
mod certificate;
mod currency;
mod endpoint;
mod family;
pub(crate) mod kind;
mod nonce;
mod notice;
pub(crate) mod notify_url;
mod request;
mod source;
mod time;

pub use category::BusinessCategory;
pub use certificate::{CertificateFile, Runtime};
pub use currency::{Amount, Currency};
pub use endpoint::{Algorithms, Endpoint, Format, Host, Method, Repeat, SignType};
pub use family::{Family, Signed};
pub use nonce::Nonce;
pub use notice::Notice;
pub use notify_url::{Transport, check_notify_url};
pub use request::{
    Finding, FindingKind, Findings, Need, RequestField, check_request, limit_of, request_fields,
};
pub use source::Source;
pub use time::BeijingTime;
