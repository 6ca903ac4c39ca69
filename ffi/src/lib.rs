//! The C ABI of wxp: `libwxp` and `wxp.h`, over everything that `wxp-core` offers.
//!
//! Every export is one small function: pointers become borrowed types (`memory`), the core does
//! the work, and a status comes back. The modules stand in the order of the header, which is
//! generated from them; their doc comments are written for readers of C.
//!
//! # The pointer contract
//!
//! The caller promises for every pointer what the header's first page says: it is NULL, or it
//! points to so many objects as the length behind it says, readable for the whole call, and
//! writable where it is not `const`. "The contract" in a comment is this.

#![cfg_attr(not(test), no_std)]
#![allow(non_camel_case_types, reason = "the types have the names they have in C")]
#![allow(
    clippy::doc_markdown,
    clippy::missing_safety_doc,
    reason = "comments are written for C, and the contract stands once"
)]
#![allow(clippy::too_many_arguments, reason = "pointers and lengths go in pairs")]

// In the order of the header.
pub mod version;

pub mod status;

pub mod field;

pub mod key;

pub mod sign;

pub mod document;

pub mod nested;

pub mod verdict;

pub mod expect;

pub mod endpoint;

pub mod quickpay;

pub mod payload;

pub mod refund;

pub mod explain;

pub mod facts;

pub mod bill;

pub mod packed;

// From pointers to borrowed types; nothing of it is exported.
mod memory;
// What has been in registers; nothing of it is exported.
#[cfg(not(test))]
mod panic;
mod registers;
