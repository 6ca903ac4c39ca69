//! The signature and XML protocol core of the WeChat Pay V2 API.
//!
//! This crate signs requests, writes and reads the XML, and verifies and judges what comes back.
//! It does no I/O: the caller does its own HTTPS. It allocates nothing unless the feature `alloc` asks
//! for it, needs no standard library, has no `unsafe` code, keeps no global state, and does not panic.
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
//! let signature = key.sign(&fields)?;
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
//! known to be authentic. What an answer means depends on the [`Endpoint`] that gave it, and on the
//! [`Notice`] for what WeChat Pay sends by itself.
//!
//! ```
//! # use wxp_core::{Algorithm, Key};
//! use wxp_core::{Field, Notice, Reply, Verdict};
//!
//! # let key = Key::new(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
//! let body = b"<xml><return_code>SUCCESS</return_code><result_code>SUCCESS</result_code>\
//!     <total_fee>1</total_fee><sign>00000000000000000000000000000000</sign></xml>";
//! let mut slots = [Field::EMPTY; 64];
//! // What the shop's own records say.
//! let order = [Field::new("out_trade_no", "20260101001")?, Field::new("total_fee", "100")?];
//! match Reply::read(body, &mut slots)?.judge(&key, Notice::Payment) {
//!     Verdict::Succeeded(notice) => match notice.expect(&order[..]) {
//!         Ok(()) => println!("paid: deliver, once"),
//!         Err(difference) => println!("authentic, but not this order: {difference}"),
//!     },
//!     Verdict::Accepted(_) => println!("taken on, but not done yet"),
//!     Verdict::Failed(notice) => println!("not paid: {:?}", notice.advice()),
//!     Verdict::Unsettled(_) => println!("query the order; never pay it again"),
//!     Verdict::Refused { message, .. } => println!("the gateway refused the call: {message:?}"),
//!     Verdict::Unvouched(_) => println!("not signed: trust it only as far as the connection"),
//!     Verdict::Untrusted(why) => println!("treat it as if no answer had come: {why}"),
//! }
//! # Ok::<(), wxp_core::Error>(())
//! ```
//!
//! # Features
//!
//! None is on by default.
//!
//! - `alloc`, for servers: [`Key::request`](struct.Key.html#method.request) returns a request as a
//!   `String`, [`into_owned`](struct.Verified.html#method.into_owned) makes a judged message one that
//!   can leave the function that read it, and a [`Value`] becomes a `String`. These calls allocate, and
//!   no others.
//! - `defmt`, for devices: errors, judgments and the steps of Quick Pay implement `defmt::Format`,
//!   without any text of a message.
//! - `refund` adds [`UnconfirmedRefund`](struct.UnconfirmedRefund.html), which opens the sealed part of
//!   refund notices.
//! - `gbk` lets [`explain`] find out that values were signed in GBK, and [`body::undo`] turn it into
//!   UTF-8; its tables take 20 KB.

#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "alloc")]
extern crate alloc;

// First, so that the documentation of a key begins with how it is made.
mod sign;

#[doc(hidden)]
pub mod abi;
mod base;
mod bill;
pub mod body;
mod error;
mod explain;
mod field;
mod judge;
mod names;
#[cfg(feature = "alloc")]
mod owned;
mod payload;
mod protocol;
pub mod quickpay;
#[cfg(feature = "refund")]
mod refund;
mod value;
pub mod xml;

pub use base::{Language, ShortText};
pub use bill::{Bill, Cells, Row, Rows};
#[doc(inline)]
pub use body::Body;
pub use error::{Error, ErrorKind};
pub use explain::{Cause, Explanation, Hint, Marked, Sender, explain, explain_second};
pub use field::{Field, Fields, NAME_MAX, sort_by_name};
pub use judge::*;
#[cfg(feature = "alloc")]
pub use owned::OwnedMessage;
pub use payload::*;
pub use protocol::*;
#[cfg(feature = "refund")]
pub use refund::UnconfirmedRefund;
pub use sign::{Algorithm, Canonical, Key, Signature, UnknownAlgorithm};
pub use value::{Chunk, Chunks, Value};

#[cfg(fuzzing)]
#[doc(hidden)]
pub use sign::digest::md5::all_ways as md5_in_all_ways;

/// The examples of both READMEs are tested, too.
#[cfg(all(doctest, feature = "alloc"))]
#[doc = include_str!("../README.md")]
struct Readme;

#[cfg(all(doctest, wxp_repository))]
#[doc = include_str!("../../README.md")]
struct ReadmeOfRepository;
