//! Where a message comes from, as far as judging it goes.

use crate::family::Family;

/// Who signs the messages of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signed {
    /// Always signed, but for refused calls (`return_code` other than `SUCCESS`).
    Always,
    /// Signed in some answers and not in others. A signature that is there must be right.
    Sometimes,
    /// Never signed: only the TLS connection vouches for it.
    Never,
}

/// What judging needs to know about where a message comes from; made from an
/// [`Endpoint`](crate::Endpoint) or a [`Notice`](crate::Notice).
///
/// ```
/// use wxp_core::{Endpoint, Family, Notice, Signed, Source};
///
/// let answer: Source = Endpoint::find("/mmpaymkttransfers/sendredpack").unwrap().into();
/// assert_eq!((answer.signed, answer.family), (Signed::Never, Family::RedPacket));
/// let notice: Source = Notice::Payment.into();
/// assert_eq!((notice.signed, notice.family), (Signed::Always, Family::Payment));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// Who signs it.
    pub signed: Signed,
    /// What decides over its meaning.
    pub family: Family,
}

impl Source {
    pub(crate) const fn new(signed: Signed, family: Family) -> Self {
        Self { signed, family }
    }
}
