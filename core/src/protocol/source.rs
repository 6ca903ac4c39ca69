//! Where a message comes from.

use core::ffi::CStr;

use crate::protocol::{Endpoint, Family, Notice, Signed};

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
/// assert_eq!(Source::of(1001), Some(notice));
/// ```
// Without the path: a program that names its operations would carry the paths of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Source {
    number: u16,
    signed: Signed,
    family: Family,
}

impl Source {
    /// The source with this [`number`](Self::number).
    #[must_use]
    pub fn of(number: u16) -> Option<Self> {
        match Endpoint::signed_and_family(number) {
            Some((signed, family)) => Some(Self { number, signed, family }),
            None => Notice::of(number).map(Self::from),
        }
    }

    /// The permanent number: below 1,000 that of the operation, from 1,001 on that of the notice.
    #[must_use]
    pub const fn number(self) -> u16 {
        self.number
    }

    /// The notice, if it is one.
    #[must_use]
    pub fn notice(self) -> Option<Notice> {
        Notice::of(self.number)
    }

    /// The operation's path, such as `/pay/micropay`, or the notice's name, such as `payment`. A
    /// program that asks for it carries the catalogue.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::c_name_of(self.number).and_then(|name| name.to_str().ok()).unwrap_or_default()
    }

    /// The [`name`](Self::name) of the source with this number, for C.
    pub(crate) fn c_name_of(number: u16) -> Option<&'static CStr> {
        Endpoint::c_path_of(number).or_else(|| Notice::c_name_of(number))
    }

    /// Who signs it.
    #[must_use]
    pub const fn signed(self) -> Signed {
        self.signed
    }

    /// What decides over its meaning.
    #[must_use]
    pub const fn family(self) -> Family {
        self.family
    }
}

impl From<Endpoint> for Source {
    fn from(endpoint: Endpoint) -> Self {
        Self::from(&endpoint)
    }
}

impl From<&Endpoint> for Source {
    fn from(endpoint: &Endpoint) -> Self {
        let Endpoint { number, signed, family, .. } = *endpoint;
        Self { number, signed, family }
    }
}

impl From<Notice> for Source {
    fn from(notice: Notice) -> Self {
        Self { number: notice.number(), signed: notice.signed(), family: notice.family() }
    }
}
