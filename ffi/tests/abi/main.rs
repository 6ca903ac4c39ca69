//! The C ABI as its users see it: the library, its header, and programs in C and Python.

#![allow(clippy::arithmetic_side_effects, clippy::expect_used, clippy::panic, clippy::unwrap_used)]
#![allow(clippy::indexing_slicing, clippy::panic_in_result_fn, clippy::std_instead_of_core)]

mod feed;
mod headers;
mod linear;
mod programs;
mod secrets;
mod symbols;
mod tools;
