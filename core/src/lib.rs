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
//!     Verdict::Unvouched(_) => println!("nobody signed it"),
//!     Verdict::Untrusted(why) => println!("believe nothing: {why}"),
//! }
//! # Ok::<(), wxp_core::Error>(())
//! ```
//!
//! # Features
//!
//! `refund` adds `UnconfirmedRefund`, which opens the sealed part of refund notices. `gbk` lets
//! [`explain`] find out that values were signed in GBK; its tables take some 120 KB, and its encoder,
//! unlike everything else here, is not proven never to panic.

#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]

mod advice;
mod algorithm;
mod bill;
mod body;
mod bytes;
mod canonical;
mod category;
mod certificate;
mod class;
mod contract;
mod currency;
mod digest;
mod endpoint;
mod error;
mod expect;
mod explain;
mod family;
mod field;
mod ground;
mod imitation;
mod judgment;
mod key;
mod kind;
mod leak;
mod limit;
mod message;
pub mod names;
mod native;
mod nonce;
mod notice;
mod notify_url;
mod numbered;
mod outcome;
mod payload;
mod pen;
pub mod quickpay;
#[cfg(feature = "refund")]
mod refund;
mod reply;
mod short;
mod signature;
mod sort;
mod source;
#[doc(hidden)]
pub mod stack;
mod status;
mod texts;
mod time;
mod utf8;
mod value;
mod verdict;
mod workwx;
pub mod xml;

pub use advice::{Action, Advice};
pub use algorithm::Algorithm;
pub use bill::{Bill, Cells, Row, Rows};
pub use body::Body;
pub use canonical::Canonical;
pub use category::BusinessCategory;
pub use certificate::{CertificateFile, Runtime};
pub use contract::ContractPage;
pub use currency::{Amount, Currency};
pub use endpoint::{Algorithms, Endpoint, Format, Host, Method, Repeat, SignType};
pub use error::{Error, ErrorKind};
pub use expect::Difference;
pub use explain::{Cause, Explanation, explain};
pub use family::Family;
pub use field::{Field, Fields, NAME_MAX, sort_by_name};
pub use judgment::{Judgment, Trust};
pub use key::Key;
pub use limit::{TooLong, check_limits, limit_of};
pub use message::{Message, Unvouched, Verified};
pub use native::{NativeCode, NativeReply};
pub use nonce::Nonce;
pub use notice::Notice;
pub use notify_url::{Transport, check_notify_url};
pub use numbered::Numbered;
pub use outcome::{OrderState, Outcome};
pub use payload::{AppPayment, JsapiPayment, MiniProgramRedPacket};
#[cfg(feature = "refund")]
pub use refund::UnconfirmedRefund;
pub use reply::Reply;
pub use short::ShortText;
pub use signature::Signature;
pub use source::{Signed, Source};
pub use status::{
    BankTransferStatus, ContractResult, ContractState, CouponCount, CouponResult, CouponState,
    CustomsState, ProfitSharingStatus, Recall, RedPacketStatus, RefundStatus, RentalState,
    ShareReturnStatus, TradeState, TransferStatus, UserState,
};
pub use time::BeijingTime;
pub use value::{Chunk, Chunks, Value};
pub use verdict::Verdict;
pub use workwx::WorkwxRequest;

/// The README's example is tested, too.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
