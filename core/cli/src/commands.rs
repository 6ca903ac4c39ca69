//! What the tool does: one module for each command that is more than a few lines.

pub(crate) mod bill;
pub(crate) mod categories;
#[cfg(feature = "command")]
pub(crate) mod certificate;
pub(crate) mod endpoints;
pub(crate) mod explain;
pub(crate) mod open;
pub(crate) mod payload;
pub(crate) mod read;
pub(crate) mod second;
pub(crate) mod sign;
pub(crate) mod verify;
