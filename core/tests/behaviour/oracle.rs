//! The rules of the protocol in their simplest form, with allocation.

use std::collections::BTreeMap;
use std::fmt::Write;

use hmac::{Hmac, KeyInit, Mac};
use md5::{Digest, Md5};
use sha2::Sha256;
use wxp_core::Algorithm;

pub(crate) fn canonical<S: AsRef<str>>(fields: &[(S, S)]) -> String {
    let signed: BTreeMap<&[u8], &str> = fields
        .iter()
        .map(|(name, value)| (name.as_ref().as_bytes(), value.as_ref()))
        .filter(|(name, value)| *name != b"sign" && !value.is_empty())
        .collect();
    let pair = |(name, value): (&&[u8], &&str)| format!("{}={value}", name.escape_ascii());
    signed.iter().map(pair).collect::<Vec<_>>().join("&")
}

pub(crate) fn sign<S: AsRef<str>>(algorithm: Algorithm, secret: &str, fields: &[(S, S)]) -> String {
    let message = format!("{}&key={secret}", canonical(fields));
    let digest = match algorithm {
        Algorithm::Md5 => Md5::digest(message).to_vec(),
        Algorithm::HmacSha256 => {
            let mut hmac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
            hmac.update(message.as_bytes());
            hmac.finalize().into_bytes().to_vec()
        }
    };
    digest.iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02X}").unwrap();
        hex
    })
}
