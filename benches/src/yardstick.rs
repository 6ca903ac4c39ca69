//! What wxp is measured against: the digest alone, and other ways to do the same in Rust.

pub mod digest;
pub mod good;
pub mod naive;
pub mod readers;
