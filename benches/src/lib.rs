//! What wxp costs, beside the bare digest of the same bytes and beside other ways to do the same.
//!
//! [`races`] are what is measured: one task each, done by wxp and by its yardsticks, all on the
//! same [`workload`]s, and each held once to the right result. Criterion measures their cases one
//! by one (`speed.rs`); [`measure`] runs them in turns, which tells the ratios even on a machine
//! that is busy with other things, for the [`table`].

#![allow(clippy::arithmetic_side_effects, clippy::expect_used, clippy::panic, clippy::unwrap_used)]
#![allow(clippy::indexing_slicing, clippy::string_slice, clippy::as_conversions)]
#![allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
#![allow(clippy::missing_panics_doc, clippy::std_instead_of_core, missing_debug_implementations)]

pub mod libwxp;
pub mod measure;
pub mod race;
pub mod races;
pub mod table;
pub mod workload;
pub mod yardstick;
