//! Where a message comes from.

use core::ffi::CStr;

use crate::endpoint::Endpoint;
use crate::family::Family;
use crate::notice::Notice;

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

/// Where a message comes from: the operation that answered, or the kind of notice. A message is
/// judged as what this source sends, and as nothing else.
///
/// ```
/// use wxp_core::{Endpoint, Family, Notice, Signed, Source};
///
/// let answer: Source = Endpoint::find("/mmpaymkttransfers/sendredpack").unwrap().into();
/// assert_eq!((answer.signed(), answer.family()), (Signed::Never, Family::RedPacket));
/// let notice: Source = Notice::Payment.into();
/// assert_eq!((notice.signed(), notice.family()), (Signed::Always, Family::Payment));
/// assert_eq!((notice.name(), notice.number()), ("payment", 1001));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::large_enum_variant, reason = "an operation is a few words, and lies on the stack")]
pub enum Source {
    /// The answer of an operation.
    Operation(Endpoint),
    /// A notice.
    Notice(Notice),
}

impl Source {
    /// The permanent number: below 1,000 that of the operation, from 1,001 on that of the notice.
    #[must_use]
    pub const fn number(self) -> u16 {
        match self {
            Self::Operation(endpoint) => endpoint.number,
            Self::Notice(notice) => notice.number(),
        }
    }

    /// The operation's path, such as `/pay/micropay`, or the notice's name, such as `payment`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Operation(endpoint) => endpoint.path,
            Self::Notice(notice) => notice.name(),
        }
    }

    /// The [`name`](Self::name) of the source with this number, for C.
    #[must_use]
    pub fn c_name_of(number: u16) -> Option<&'static CStr> {
        Endpoint::c_path_of(number).or_else(|| Notice::c_name_of(number))
    }

    /// Who signs it.
    #[must_use]
    pub const fn signed(self) -> Signed {
        match self {
            Self::Operation(endpoint) => endpoint.signed,
            Self::Notice(notice) => notice.signed(),
        }
    }

    /// Whether messages need no `return_code`: those of some notices have none.
    pub(crate) const fn lacks_protocol_field(self) -> bool {
        matches!(self, Self::Notice(Notice::Vehicle | Notice::Rental | Notice::NativeScan))
    }

    /// What decides over its meaning.
    #[must_use]
    pub const fn family(self) -> Family {
        match self {
            Self::Operation(endpoint) => endpoint.family,
            Self::Notice(notice) => notice.family(),
        }
    }
}

impl From<Endpoint> for Source {
    fn from(endpoint: Endpoint) -> Self {
        Self::Operation(endpoint)
    }
}

impl From<&Endpoint> for Source {
    fn from(endpoint: &Endpoint) -> Self {
        Self::Operation(*endpoint)
    }
}

impl From<Notice> for Source {
    fn from(notice: Notice) -> Self {
        Self::Notice(notice)
    }
}
