//! Certificates and private keys, as far as they are looked at: who, until when, and which numbers
//! they share.

use pkcs1::RsaPrivateKeyRef;
use pkcs1::der::Decode;
use pkcs8::PrivateKeyInfoRef;
use wxp_core::BeijingTime;
use x509_parser::prelude::{FromDer, X509Certificate};
use x509_parser::public_key::PublicKey;

/// The length of a merchant number, in digits.
const MCH_ID_LEN: core::ops::RangeInclusive<usize> = 8..=10;

pub(crate) struct Certificate {
    pub(crate) subject: String,
    pub(crate) issuer: String,
    /// The merchant number, if the subject has one for its name.
    pub(crate) merchant: Option<String>,
    /// As the API and the merchant platform write it: capital hexadecimal digits.
    pub(crate) serial: String,
    /// Seconds since 1970.
    pub(crate) not_before: i64,
    pub(crate) not_after: i64,
    modulus: Option<Vec<u8>>,
}

impl Certificate {
    pub(crate) fn read(der: &[u8]) -> Option<Self> {
        let (_, certificate) = X509Certificate::from_der(der).ok()?;
        let name = certificate.subject().iter_common_name().next();
        let name = name.and_then(|name| name.as_str().ok()).unwrap_or_default();
        let is_number = name.bytes().all(|byte| byte.is_ascii_digit());
        let merchant = (is_number && MCH_ID_LEN.contains(&name.len())).then(|| name.to_owned());
        let serial = certificate.raw_serial().iter().map(|byte| format!("{byte:02X}"));
        let modulus = match certificate.public_key().parsed() {
            Ok(PublicKey::RSA(key)) => Some(significant(key.modulus)),
            _ => None,
        };
        Some(Self {
            subject: certificate.subject().to_string(),
            issuer: certificate.issuer().to_string(),
            merchant,
            serial: serial.collect::<String>().trim_start_matches("00").to_owned(),
            not_before: certificate.validity().not_before.timestamp(),
            not_after: certificate.validity().not_after.timestamp(),
            modulus,
        })
    }

    /// Whether the private key belongs to it; `None` if one of them is not RSA.
    pub(crate) fn fits(&self, key: &PrivateKey) -> Option<bool> {
        Some(self.modulus.as_ref()? == key.modulus.as_ref()?)
    }
}

/// Of a private key no more is kept than the number that is public.
pub(crate) struct PrivateKey {
    modulus: Option<Vec<u8>>,
}

impl PrivateKey {
    pub(crate) fn of_pkcs8(der: &[u8]) -> Self {
        let inner = PrivateKeyInfoRef::try_from(der).ok();
        inner.map_or(Self { modulus: None }, |info| Self::of_pkcs1(info.private_key.as_bytes()))
    }

    pub(crate) fn of_pkcs1(der: &[u8]) -> Self {
        let key = RsaPrivateKeyRef::from_der(der).ok();
        Self { modulus: key.map(|key| significant(key.modulus.as_bytes())) }
    }
}

/// The bytes of a number without leading zeros.
fn significant(number: &[u8]) -> Vec<u8> {
    number.iter().skip_while(|byte| **byte == 0).copied().collect()
}

/// A time as people in China read it, `yyyy-MM-dd HH:mm:ss`.
pub(crate) fn time(seconds: i64) -> String {
    let time = u64::try_from(seconds).ok().and_then(BeijingTime::from_unix);
    time.map_or_else(|| seconds.to_string(), |time| time.spaced().to_string())
}
