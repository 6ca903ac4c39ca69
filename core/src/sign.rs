//! From fields to a signature: the canonical order, the key, the digest.

mod algorithm;
pub(crate) mod canonical;
pub(crate) mod digest;
pub(crate) mod imitation;
pub(crate) mod key;
pub(crate) mod leak;
pub(crate) mod order;
pub(crate) mod signature;
pub mod stack;

pub use algorithm::{Algorithm, UnknownAlgorithm};
pub use canonical::Canonical;
pub use key::Key;
pub use signature::Signature;
