#![doc = include_str!("lib.md")]
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

/// The examples of the README are tested, too.
#[cfg(all(doctest, feature = "alloc"))]
#[doc = include_str!("../README.md")]
struct Readme;
