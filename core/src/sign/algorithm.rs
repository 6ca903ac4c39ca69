//! The two ways of signing.

use core::fmt;
use core::str::FromStr;

use crate::base::Language;

/// How messages are signed.
///
/// ```
/// use wxp_core::Algorithm;
///
/// assert_eq!(Algorithm::from_name("HMAC-SHA256"), Some(Algorithm::HmacSha256));
/// assert_eq!(Algorithm::Md5.to_string(), "MD5");
/// assert_eq!("MD5".parse(), Ok(Algorithm::Md5));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum Algorithm {
    /// MD5 of the canonical string with the key appended: the protocol's default where a message
    /// has no `sign_type`.
    Md5,
    /// HMAC-SHA256, with the API key as key, of that same string. Prefer it wherever the
    /// endpoint allows it.
    HmacSha256,
}

impl Algorithm {
    /// The algorithm that `sign_type` calls `name`: `MD5` or `HMAC-SHA256`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Md5, Self::HmacSha256].into_iter().find(|algorithm| algorithm.name() == name)
    }

    /// The text of `sign_type` for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Md5 => "MD5",
            Self::HmacSha256 => "HMAC-SHA256",
        }
    }
}

impl fmt::Display for Algorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Algorithm {
    type Err = UnknownAlgorithm;

    fn from_str(name: &str) -> Result<Self, UnknownAlgorithm> {
        Self::from_name(name).ok_or(UnknownAlgorithm)
    }
}

/// A text that names neither `MD5` nor `HMAC-SHA256`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct UnknownAlgorithm;

impl UnknownAlgorithm {
    /// What is wrong with it, as one clause.
    #[inline]
    #[must_use]
    pub const fn text(self, language: Language) -> &'static str {
        match language {
            Language::English => "the algorithm is MD5 or HMAC-SHA256",
            Language::Chinese => "签名算法只能是MD5或HMAC-SHA256",
        }
    }
}

impl fmt::Display for UnknownAlgorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text(Language::English))
    }
}

impl core::error::Error for UnknownAlgorithm {}
