//! The C ABI of wxp: `libwxp`, over everything that `wxp-core` offers.
//!
//! Every export is one small function: pointers become borrowed types (`memory`), the core does
//! the work, and a status comes back. Each module is a section of a header. The headers are
//! generated (`make generate`); doc comments of public items are written for readers of C.
//!
//! # The contract
//!
//! `wxp.h` states it at its head, and the caller promises it: every pointer is NULL, or valid for as
//! many objects as the length after it says: readable for the whole call, writable where it is not
//! `const`, and nobody else writes there meanwhile. "The contract" in a comment cites this.

// Where panics unwind, as in a program's default profile, the unwinder is the standard library's.
#![cfg_attr(all(not(test), panic = "abort"), no_std)]
#![allow(non_camel_case_types, reason = "the types have the names they have in C")]
#![allow(
    clippy::doc_markdown,
    clippy::missing_safety_doc,
    reason = "comments are written for C, and the contract stands once"
)]
#![allow(clippy::too_many_arguments, reason = "pointers and lengths go in pairs")]

// wxp.h
pub mod version;

pub mod status;

pub mod field;

pub mod key;

pub mod nonce;

pub mod sign;

pub mod document;

pub mod source;

pub mod verdict;

pub mod expect;

pub mod quickpay;

// wxp_protocol.h
pub mod self_test;

pub mod check;

pub mod request;

pub mod endpoint;

pub mod advice;

pub mod body;

pub mod nested;

pub mod list;

pub mod payload;

pub mod refund;

pub mod facts;

pub mod bill;

pub mod explain;

pub mod second;

// wxp_packed.h
pub mod packed;

pub mod packing;

// From pointers to borrowed types; nothing of it is exported.
mod memory;
// What the compiler calls, where there is no C library; nothing of it is exported.
#[cfg(any(target_os = "none", test))]
mod intrinsics;
// What has been in registers; nothing of it is exported.
#[cfg(all(not(test), panic = "abort"))]
mod panic;
mod registers;
