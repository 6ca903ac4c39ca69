//! The behaviour of `wxp-core`, tested with published vectors, judged attacks and a naive oracle.

#![allow(clippy::arithmetic_side_effects, clippy::expect_used, clippy::panic, clippy::unwrap_used)]
#![allow(clippy::panic_in_result_fn, clippy::std_instead_of_core)]
#![allow(clippy::indexing_slicing, clippy::string_slice, clippy::as_conversions)]

mod attacks;
mod bill;
mod bodies;
mod checks;
mod conformance;
mod data;
mod endpoints;
mod exhaustive;
mod explain;
mod facts;
#[cfg(feature = "gbk")]
mod gbk;
mod helpers;
mod imitation;
mod judging;
mod kinds;
mod languages;
mod leaks;
mod money;
mod naive;
mod nested;
mod numbered;
mod oracle;
mod outcomes;
#[cfg(feature = "alloc")]
mod owned;
mod payload;
mod properties;
mod quickpay;
mod random;
#[cfg(feature = "refund")]
mod refund;
mod reject;
mod requests;
mod rooms;
mod samples;
mod signing;
mod sizes;
mod texts;
mod vectors;
mod writing;
