//! The rules of reading and of signing, written the plain way; shared with the core's tests.

use wxp_core::Algorithm;

use crate::Pair;

#[path = "../../core/tests/behaviour/oracle.rs"]
mod plain;

#[path = "../../core/tests/behaviour/naive.rs"]
mod naive;

/// The fields of a document, sorted by name, unless it is to be refused.
#[must_use]
pub fn read(document: &[u8]) -> Option<Vec<Pair>> {
    naive::read(document).map(|fields| fields.into_iter().collect())
}

/// The string that is signed, without the key.
#[must_use]
pub fn canonical(fields: &[Pair]) -> String {
    plain::canonical(fields)
}

/// The signature.
#[must_use]
pub fn sign(algorithm: Algorithm, secret: &str, fields: &[Pair]) -> String {
    plain::sign(algorithm, secret, fields)
}

/// Whether the fields are those the holder of the key signed, and say nothing else about it.
#[must_use]
pub fn is_authentic(algorithm: Algorithm, secret: &str, fields: &[Pair]) -> bool {
    let mut names: Vec<&str> = fields.iter().map(|(name, _)| &**name).collect();
    names.sort_unstable();
    let value = |name: &str| {
        fields.iter().find(|(other, _)| other == name).map_or("", |(_, value)| &**value)
    };
    names.windows(2).all(|pair| pair[0] != pair[1])
        && (value("sign_type").is_empty() || value("sign_type") == algorithm.name())
        && value("sign").eq_ignore_ascii_case(&sign(algorithm, secret, fields))
}
