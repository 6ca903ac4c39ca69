//! Bytes, texts and tables. This room knows nothing of the protocol.

pub(crate) mod bytes;
pub(crate) mod class;
#[cfg(feature = "gbk")]
pub(crate) mod gbk;
pub(crate) mod kinds;
pub(crate) mod language;
mod short;
pub(crate) mod sort;
pub(crate) mod texts;
pub(crate) mod utf8;
mod writer;

pub use language::Language;
pub use short::ShortText;
pub use writer::Writer;

/// Whether speed is worth flash and stack: on hosts, but not on small devices. Both ways do the
/// same. `--cfg wxp_roomy` and `--cfg wxp_small` decide otherwise than the word size does, which
/// takes a 64-bit microcontroller for a host, and a 32-bit server for a device.
pub const ROOMY: bool =
    cfg!(any(target_pointer_width = "64", target_family = "wasm", wxp_roomy)) && !cfg!(wxp_small);
