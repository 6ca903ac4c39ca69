//! The fields of a judged message, and who vouches for them.

use core::ops::Deref;

use crate::field::{Field, Fields, find};
use crate::judge::expect::{Difference, compare};
use crate::judge::{Advice, Judgment, Numbered, OrderState, Outcome};
use crate::protocol::Source;
use crate::sign::Canonical;
use crate::value::Value;

/// What [`Verified`] and [`Unvouched`] messages have in common.
#[derive(Clone, Copy, Debug)]
pub struct Message<'s, 'a> {
    /// Sorted by name, no name twice.
    pub(crate) fields: &'s [Field<'a>],
    pub(crate) judgment: Judgment,
}

impl<'s, 'a> Message<'s, 'a> {
    /// The value of the field called `name`, if there is one and it is not empty.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Value<'a>> {
        find(self.fields, name)
    }

    /// All fields, sorted by name, with `sign` among them if there is one.
    #[must_use]
    pub const fn fields(&self) -> &'s [Field<'a>] {
        self.fields
    }

    /// The values of `name_0`, `name_1` and so on that are not empty, each with its number, in
    /// ascending order.
    #[must_use]
    pub fn numbered<'n>(&self, name: &'n str) -> Numbered<'s, 'a, 'n> {
        Numbered::new(self.fields, name, None)
    }

    /// The values of `name_$n_0`, `name_$n_1` and so on for one `n`, each with its last number: of
    /// the coupons in one refund, for instance.
    #[must_use]
    pub fn numbered_in<'n>(&self, name: &'n str, n: u16) -> Numbered<'s, 'a, 'n> {
        Numbered::new(self.fields, name, Some(n))
    }

    /// What the message says about its operation.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.judgment.outcome.unwrap_or(Outcome::Unsettled)
    }

    /// What the message says about an order, if it is about one.
    #[must_use]
    pub const fn order(&self) -> OrderState {
        self.judgment.order
    }

    /// The operation or notice that it was judged as.
    #[must_use]
    pub const fn source(&self) -> Source {
        self.judgment.source
    }

    /// Everything that judging found out.
    #[must_use]
    pub const fn judgment(&self) -> &Judgment {
        &self.judgment
    }

    /// What to do next, if the operation failed or is unsettled.
    #[must_use]
    pub const fn advice(&self) -> Option<Advice> {
        self.judgment.advice
    }

    /// Compares the message with what the caller's own records say, before money or goods move
    /// because of it; see [`Canonical::expect`].
    ///
    /// # Errors
    ///
    /// The first expected field that differs.
    pub fn expect<'e>(
        &self,
        expected: &'e (impl Fields + ?Sized),
    ) -> Result<(), Difference<'e, 'a>> {
        compare(|name| find(self.fields, name), expected)
    }

    /// Whether the signature also fits another set of fields; see [`Canonical::is_ambiguous`].
    #[must_use]
    pub fn is_ambiguous(&self) -> bool {
        Canonical::of(self.fields).is_ok_and(|fields| fields.is_ambiguous())
    }
}

/// An authentic message: its fields are those the holder of the key signed. Reads as a [`Message`], or,
/// with the feature `alloc` and [`into_owned`](#method.into_owned), as one that owns its text.
///
/// ```
/// use wxp_core::{Algorithm, Field, Key, Notice, Reply, Verdict};
///
/// let key = Key::new(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
/// let body = b"<xml><return_code>SUCCESS</return_code><result_code>SUCCESS</result_code>\
///     <out_trade_no>20260101001</out_trade_no><transaction_id>42</transaction_id>\
///     <total_fee>100</total_fee><sign>EE605A17E8EF96BCBDB16BFC82868771</sign></xml>";
/// let mut slots = [Field::EMPTY; 64];
/// let reply = Reply::read(body, &mut slots)?;
/// let Verdict::Succeeded(notice) = reply.judge(&key, Notice::Payment) else { panic!() };
/// let records = [Field::new("out_trade_no", "20260101001")?, Field::new("total_fee", "100")?];
/// assert!(notice.expect(&records[..]).is_ok()); // deliver, once
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Verified<M>(pub(crate) M);

/// A message from a source that does not sign, or not this time: nothing but the TLS connection
/// to WeChat's host vouches for it. It is a type of its own so that no program takes it for an
/// authentic one. Reads as a [`Message`], or as one that owns its text, as [`Verified`] does.
///
/// ```
/// use wxp_core::{Algorithm, Endpoint, Field, Key, Outcome, Reply, Verdict};
///
/// let key = Key::new(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
/// let endpoint = Endpoint::find("/mmpaymkttransfers/sendredpack").unwrap();
/// let body = b"<xml><return_code>FAIL</return_code><err_code>SYSTEMERROR</err_code></xml>";
/// let mut slots = [Field::EMPTY; 64];
/// let reply = Reply::read(body, &mut slots)?;
/// let Verdict::Unvouched(answer) = reply.judge(&key, endpoint) else { panic!() };
/// assert_eq!(answer.outcome(), Outcome::Unsettled); // it may have been sent: query it
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Unvouched<M>(pub(crate) M);

impl<M> Deref for Verified<M> {
    type Target = M;

    fn deref(&self) -> &M {
        &self.0
    }
}

impl<M> Deref for Unvouched<M> {
    type Target = M;

    fn deref(&self) -> &M {
        &self.0
    }
}
