//! The two ways of signing.

/// How messages are signed.
///
/// ```
/// use wxp_core::Algorithm;
///
/// assert_eq!(Algorithm::from_name("HMAC-SHA256"), Some(Algorithm::HmacSha256));
/// assert_eq!(Algorithm::Md5.name(), "MD5");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
