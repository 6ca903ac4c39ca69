//! What is measured.

use wxp_core::Algorithm;

use crate::libwxp::Libwxp;
use crate::race::{Case, Section};
use crate::workload::Message;
use crate::yardstick::digest::{Digest, hexadecimal};

pub mod growth;
mod incoming;
mod other;
mod outgoing;

/// All races, each of which has been run once and was right.
#[must_use]
pub fn all() -> Vec<Section> {
    let libwxp = Libwxp::load();
    vec![
        outgoing::sign(libwxp),
        outgoing::build(libwxp),
        incoming::verify(libwxp),
        incoming::judge(libwxp),
        incoming::read(libwxp),
        other::explain(),
        other::nonce(),
        growth::sign(),
    ]
}

/// Lets inputs live as long as the program.
fn keep<T>(inputs: impl IntoIterator<Item = T>) -> &'static [T] {
    Vec::leak(inputs.into_iter().collect())
}

/// The digest of the bytes that are signed, and nothing else.
fn digest_case<I>(
    inputs: &'static [I],
    algorithm: Algorithm,
    message: impl Fn(&I) -> &Message + Copy + 'static,
) -> Case {
    let digest = Digest::new(algorithm);
    Case::new(
        "digest",
        inputs,
        move |input| digest.of(message(input).canonical.as_bytes()),
        |input, made| hexadecimal(made.as_ref()) == message(input).sign(algorithm),
    )
}
