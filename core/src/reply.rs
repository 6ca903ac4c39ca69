//! An answer or a notice that nobody has vouched for yet.

use core::fmt;

use crate::canonical::Canonical;
use crate::error::Error;
use crate::field::{Field, by_name, find};
use crate::key::Key;
use crate::names::{RETMSG, RETURN_MSG};
use crate::sort::sort;
use crate::verdict::{Judgment, Verdict, Verified, judge};
use crate::xml;

/// A well-formed message whose fields nobody may believe yet.
///
/// [`judge`](Self::judge) is the way to them.
///
/// ```
/// use wxp_core::{Algorithm, ErrorKind, Field, Key, Reply, Verdict};
///
/// let key = Key::new(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
/// let forged = b"<xml><return_code>SUCCESS</return_code><total_fee>1</total_fee></xml>";
/// let mut slots = [Field::EMPTY; 64];
/// let Verdict::Untrusted(why) = Reply::read(forged, &mut slots)?.judge(&key) else { panic!() };
/// assert_eq!(why.kind(), ErrorKind::Unsigned);
/// # Ok::<(), wxp_core::Error>(())
/// ```
pub struct Reply<'s, 'a> {
    /// Sorted by name, no name twice.
    fields: &'s [Field<'a>],
}

impl<'s, 'a> Reply<'s, 'a> {
    /// Reads a message into the caller's slots; 64 do for all but crowded refund queries.
    ///
    /// # Errors
    ///
    /// As [`xml::read_into`].
    pub fn read(document: &'a [u8], slots: &'s mut [Field<'a>]) -> Result<Self, Error> {
        xml::read_into(document, slots).map(|fields| Self { fields })
    }

    /// A message whose fields the caller has read already; they are sorted where they lie.
    ///
    /// # Errors
    ///
    /// As [`Canonical::of`].
    pub fn of(fields: &'s mut [Field<'a>]) -> Result<Self, Error> {
        Canonical::of(fields)?;
        sort(fields, |a, b| by_name(a.name(), b.name()).is_lt());
        Ok(Self { fields })
    }

    /// What the message means, under the key whose algorithm the request was signed with.
    #[must_use]
    pub fn judge(&self, key: &Key) -> Verdict<'s, 'a> {
        let fields = self.fields;
        let order = match Canonical::of(fields) {
            Ok(order) => order,
            Err(error) => return Verdict::Untrusted(error),
        };
        match judge(&order, key) {
            Judgment::Succeeded => Verdict::Succeeded(Verified { fields }),
            Judgment::Failed => Verdict::Failed(Verified { fields }),
            Judgment::Unsettled => Verdict::Unsettled(Verified { fields }),
            Judgment::Refused => Verdict::Refused {
                message: find(fields, RETURN_MSG).or_else(|| find(fields, RETMSG)),
            },
            Judgment::Untrusted(error) => Verdict::Untrusted(error),
        }
    }

    /// All fields, sorted by name, authentic or not: for logs and diagnosis. Anybody can have
    /// written them; ship nothing and book nothing because of them.
    #[must_use]
    pub const fn unverified(&self) -> &'s [Field<'a>] {
        self.fields
    }
}

impl fmt::Debug for Reply<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply").field("fields", &self.fields.len()).finish_non_exhaustive()
    }
}
