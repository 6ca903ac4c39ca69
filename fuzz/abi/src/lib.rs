//! libwxp's own sources, as a library for Rust: the real one has no `rlib`, and a panic handler that
//! would be a second one here.

#![allow(non_camel_case_types, missing_docs, clippy::missing_safety_doc)]
#![allow(clippy::too_many_arguments, clippy::doc_markdown)]

#[path = "../../../ffi/src/advice.rs"]
pub mod advice;
#[path = "../../../ffi/src/bill.rs"]
pub mod bill;
#[path = "../../../ffi/src/body.rs"]
pub mod body;
#[path = "../../../ffi/src/check.rs"]
pub mod check;
#[path = "../../../ffi/src/document.rs"]
pub mod document;
#[path = "../../../ffi/src/endpoint.rs"]
pub mod endpoint;
#[path = "../../../ffi/src/expect.rs"]
pub mod expect;
#[path = "../../../ffi/src/explain.rs"]
pub mod explain;
#[path = "../../../ffi/src/facts.rs"]
pub mod facts;
#[path = "../../../ffi/src/field.rs"]
pub mod field;
#[path = "../../../ffi/src/key.rs"]
pub mod key;
#[path = "../../../ffi/src/list.rs"]
pub mod list;
#[path = "../../../ffi/src/memory.rs"]
mod memory;
#[path = "../../../ffi/src/nested.rs"]
pub mod nested;
#[path = "../../../ffi/src/nonce.rs"]
pub mod nonce;
#[path = "../../../ffi/src/packed.rs"]
pub mod packed;
#[path = "../../../ffi/src/packing.rs"]
pub mod packing;
#[path = "../../../ffi/src/payload.rs"]
pub mod payload;
#[path = "../../../ffi/src/quickpay.rs"]
pub mod quickpay;
#[path = "../../../ffi/src/refund.rs"]
pub mod refund;
#[path = "../../../ffi/src/registers.rs"]
mod registers;
#[path = "../../../ffi/src/request.rs"]
pub mod request;
#[path = "../../../ffi/src/second.rs"]
pub mod second;
#[path = "../../../ffi/src/self_test.rs"]
pub mod self_test;
#[path = "../../../ffi/src/sign.rs"]
pub mod sign;
#[path = "../../../ffi/src/source.rs"]
pub mod source;
#[path = "../../../ffi/src/status.rs"]
pub mod status;
#[path = "../../../ffi/src/verdict.rs"]
pub mod verdict;
#[path = "../../../ffi/src/version.rs"]
pub mod version;
