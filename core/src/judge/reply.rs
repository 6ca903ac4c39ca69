//! An answer or a notice that has not been verified yet.

use core::fmt;

use crate::error::Error;
use crate::field::{Field, find, sort_by_name};
use crate::judge::{Advice, Message, Outcome, Trust, Unvouched, Verdict, Verified};
use crate::names::{RETMSG, RETURN_MSG, ROOT, SIGN};
use crate::protocol::Source;
use crate::sign::{Canonical, Key};
use crate::xml;

/// A well-formed message that has not been verified yet.
///
/// [`judge`](Self::judge) is the way to them.
///
/// ```
/// use wxp_core::{Algorithm, ErrorKind, Field, Key, Notice, Reply, Verdict};
///
/// let key = Key::new(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
/// let forged = b"<xml><return_code>SUCCESS</return_code><total_fee>1</total_fee></xml>";
/// let mut slots = [Field::EMPTY; 64];
/// let reply = Reply::read(forged, &mut slots)?;
/// let Verdict::Untrusted(why) = reply.judge(&key, Notice::Payment) else { panic!() };
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
    /// As [`xml::read_rooted_into`], for the root `xml`.
    pub fn read(document: &'a [u8], slots: &'s mut [Field<'a>]) -> Result<Self, Error> {
        xml::read_rooted_into(document, ROOT, slots).map(|fields| Self { fields })
    }

    /// Reads the answer of an endpoint whose [`format`](crate::Endpoint::format) is nested. What is
    /// judged are the fields outside of groups; [`xml::records`] reads the others.
    ///
    /// How a signature would treat groups is documented nowhere, and none has been seen: with
    /// groups the field `sign` is left out, and the answer judged as an unsigned one.
    ///
    /// # Errors
    ///
    /// As [`xml::read_nested_into`], and [`ErrorKind::Root`](crate::ErrorKind::Root) with the
    /// offset of the root's name.
    pub fn read_nested(document: &'a [u8], slots: &'s mut [Field<'a>]) -> Result<Self, Error> {
        let (fields, has_groups) = xml::nested_into(document, ROOT, slots)?;
        let mut count = fields.len();
        let fields = slots.get_mut(..count).unwrap_or_default();
        if has_groups && let Some(sign) = fields.iter().position(|field| field.name() == SIGN) {
            fields.get_mut(sign..).unwrap_or_default().rotate_left(1);
            count = count.saturating_sub(1);
        }
        Ok(Self { fields: slots.get(..count).unwrap_or_default() })
    }

    /// A message whose fields the caller has read already; they are sorted where they lie.
    ///
    /// # Errors
    ///
    /// As [`Canonical::of`].
    pub fn of(fields: &'s mut [Field<'a>]) -> Result<Self, Error> {
        Canonical::of(fields)?;
        // No name comes twice, so this cannot fail.
        let _ = sort_by_name(fields, Field::name);
        Ok(Self { fields })
    }

    /// What the message means, under the key whose algorithm the request was signed with, if it
    /// comes from `source`: the [`Endpoint`](crate::Endpoint) that answered, or a
    /// [`Notice`](crate::Notice).
    #[must_use]
    pub fn judge(&self, key: &Key, source: impl Into<Source>) -> Verdict<'s, 'a> {
        let judgment = key.judge(&Canonical::of_sorted(self.fields), source);
        let message = Message { fields: self.fields, judgment };
        match (judgment.trust, judgment.outcome) {
            (Trust::Verified, Some(Outcome::Succeeded)) => Verdict::Succeeded(Verified(message)),
            (Trust::Verified, Some(Outcome::Accepted)) => Verdict::Accepted(Verified(message)),
            (Trust::Verified, Some(Outcome::Failed)) => Verdict::Failed(Verified(message)),
            (Trust::Verified, _) => Verdict::Unsettled(Verified(message)),
            (Trust::Unvouched, _) => Verdict::Unvouched(Unvouched(message)),
            (Trust::Refused, _) => Verdict::Refused {
                message: find(self.fields, RETURN_MSG).or_else(|| find(self.fields, RETMSG)),
                advice: judgment.advice.unwrap_or(Advice::unknown(judgment.source.family())),
            },
            (Trust::Untrusted(error), _) => Verdict::Untrusted(error),
        }
    }

    /// All fields, sorted by name, authentic or not: for logs and diagnosis. Anyone can have
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
