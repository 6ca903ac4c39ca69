//! The signature and XML protocol core of the WeChat Pay V2 API.
//!
//! This crate signs requests, writes and reads the XML, and verifies and judges what comes back.
//! It does no I/O: the caller does its own HTTPS. It allocates nothing, needs no standard library,
//! has no `unsafe` code, keeps no global state, and does not panic.
//!
//! # Out: a request
//!
//! Fields -> [`Canonical`] order -> [`Key::sign`] -> [`xml::write`].
//!
//! ```
//! use wxp_core::{Algorithm, Canonical, Field, Key, xml};
//!
//! let key = Key::new(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
//! let order = [
//!     Field::new("appid", "wxd930ea5d5a258f4f")?,
//!     Field::new("mch_id", "10000100")?,
//!     Field::new("device_info", "1000")?,
//!     Field::new("body", "test")?,
//!     Field::new("nonce_str", "ibuaiVcKdpRxkhJA")?, // unpredictable, new for every request
//! ];
//! let fields = Canonical::of(&order)?;
//! let signature = key.sign(&fields);
//! assert_eq!(signature.as_str(), "9A0A8659F005D6984697E2CA0A9CF3B7");
//!
//! let mut buffer = [0; 1024];
//! let document = xml::write(&fields, &signature, &mut buffer)?;
//! assert!(document.ends_with("<sign>9A0A8659F005D6984697E2CA0A9CF3B7</sign></xml>"));
//! # Ok::<(), wxp_core::Error>(())
//! ```
//!
//! # In: an answer or a notice
//!
//! Document -> [`Reply`] -> [`Reply::judge`] -> [`Verdict`]. Fields are in reach only once they are
//! known to be authentic.
//!
//! ```
//! # use wxp_core::{Algorithm, Key};
//! use wxp_core::{Field, Reply, Verdict};
//!
//! # let key = Key::new(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
//! let body = b"<xml><return_code>SUCCESS</return_code><result_code>SUCCESS</result_code>\
//!     <total_fee>1</total_fee><sign>00000000000000000000000000000000</sign></xml>";
//! let mut slots = [Field::EMPTY; 64];
//! match Reply::read(body, &mut slots)?.judge(&key) {
//!     Verdict::Succeeded(notice) => println!("paid {:?} fen", notice.get("total_fee")),
//!     Verdict::Failed(answer) => println!("refused: {:?}", answer.get("err_code")),
//!     Verdict::Unsettled(_) => println!("query the order; never pay it again"),
//!     Verdict::Refused { message } => println!("the gateway refused the call: {message:?}"),
//!     Verdict::Untrusted(why) => println!("believe nothing: {why}"),
//! }
//! # Ok::<(), wxp_core::Error>(())
//! ```

#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]

mod algorithm;
mod body;
mod canonical;
mod category;
mod certificate;
mod currency;
mod digest;
mod error;
mod field;
mod key;
mod limit;
pub mod names;
mod nonce;
mod notify_url;
mod reply;
mod signature;
mod sort;
mod time;
mod value;
mod verdict;
pub mod xml;

pub use algorithm::Algorithm;
pub use body::Body;
pub use canonical::Canonical;
pub use category::BusinessCategory;
pub use certificate::{CertificateFile, Runtime};
pub use currency::{Amount, Currency};
pub use error::{Error, ErrorKind};
pub use field::{Field, Fields, NAME_MAX};
pub use key::Key;
pub use limit::{TooLong, check_limits, limit_of};
pub use nonce::Nonce;
pub use notify_url::{Transport, check_notify_url};
pub use reply::Reply;
pub use signature::Signature;
pub use time::BeijingTime;
pub use value::{Chunk, Chunks, Value};
pub use verdict::{Verdict, Verified};

/// The README's example is tested, too.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
