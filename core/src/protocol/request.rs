//! The fields of requests: which ones an operation has, which it needs, and what their values look
//! like.

mod conditions;
mod finding;
mod form;
mod json;
mod known;
mod near;
mod operation;
mod operations;

pub use finding::{Finding, FindingKind};

use self::conditions::Condition;
use self::known::Known;
use self::operation::{Operation, Set};
use crate::field::{Field, Fields};
use crate::protocol::Endpoint;
use crate::sign::Algorithm;

/// Checks a request of `endpoint` before it is sent, and finds everything that is wrong with its
/// fields, in the order of the table, and then what is missing.
///
/// `algorithm` is the one that the request is, or will be, signed with. `sign` may be in the table
/// or not, and a field with an empty value counts as missing, as it does for the signature. Nothing
/// here stops a program from signing and sending: it is for the caller to decide what a
/// [`certain`](Finding::certain) finding is worth, and what a doubtful one.
///
/// The gateway answers many of these mistakes with 签名错误, though the signature is right.
///
/// ```
/// use wxp_core::{Algorithm, Endpoint, Field, check_request};
///
/// const ORDER: Endpoint = Endpoint::find("/pay/unifiedorder").unwrap();
///
/// let table = [
///     Field::new("appid", "wxd930ea5d5a258f4f")?,
///     Field::new("mch_id", "10000100")?,
///     Field::new("nonce_str", "ibuaiVcKdpRxkhJA")?,
///     Field::new("body", "tea")?,
///     Field::new("out_trade_no", "20260101001")?,
///     Field::new("total_fee", "0.1")?,
///     Field::new("spbill_create_ip", "203.0.113.24")?,
///     Field::new("notify_url", "https://shop.example/paid")?,
///     Field::new("trade_type", "JSAPI")?,
/// ];
/// let findings: Vec<_> =
///     check_request(ORDER, Algorithm::Md5, &table[..]).map(|finding| finding.to_string()).collect();
/// assert_eq!(
///     findings,
///     [
///         "total_fee: not an amount in whole fen, at byte 1",
///         "openid: missing, and needed because of another field (trade_type=JSAPI), \
///          or else sub_openid",
///     ]
/// );
/// # Ok::<(), wxp_core::Error>(())
/// ```
pub fn check_request<F: Fields + ?Sized>(
    endpoint: Endpoint,
    algorithm: Algorithm,
    fields: &F,
) -> Findings<'_, F> {
    let operation = Operation::of(endpoint, algorithm);
    let mut findings = Findings { operation, fields, given: 0, next: 0 };
    for index in 0..fields.len() {
        if let Some(field) = findings.stated(index) {
            findings.given |= findings.operation.set_of(field.name());
        }
    }
    findings
}

/// The longest value of the field called `name` in a request of `endpoint`, in characters; `None`
/// if no page limits it, or the operation has no such field.
///
/// The pages give `String(n)`, mostly without a unit. Characters are counted, so nothing is refused
/// that could be meant; the gateway has the last word, and may count bytes.
///
/// ```
/// use wxp_core::{Endpoint, limit_of};
///
/// const ORDER: Endpoint = Endpoint::find("/pay/unifiedorder").unwrap();
/// const RENTAL: Endpoint = Endpoint::find("/wxv/createrentbill").unwrap();
///
/// assert_eq!(limit_of(ORDER, "out_trade_no"), Some(32));
/// assert_eq!((limit_of(ORDER, "attach"), limit_of(RENTAL, "attach")), (Some(128), Some(200)));
/// assert_eq!(limit_of(ORDER, "total_fee"), None);
/// ```
#[must_use]
pub fn limit_of(endpoint: Endpoint, name: &str) -> Option<usize> {
    Operation::of(endpoint, Algorithm::Md5).find(name).and_then(Known::most)
}

/// A field that requests of an operation have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct RequestField {
    /// Its name.
    pub name: &'static str,
    /// Whether a request needs it.
    pub need: Need,
    /// Its greatest length in characters; `None` if no page limits it. See [`limit_of`].
    pub most: Option<usize>,
}

/// Whether a request needs a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Need {
    /// It can be left out.
    Optional,
    /// It must be there.
    Required,
    /// Sources differ about it: a request without it is doubtful.
    Advised,
    /// It, or one of the [`Or`](Self::Or) that follow it, must be there.
    One,
    /// An alternative to the [`One`](Self::One) before it.
    Or,
}

/// The fields that requests of an operation have, as far as they are published; for others only those
/// that all requests have. Another field may make one of them needed: [`check_request`] tells.
///
/// ```
/// use wxp_core::{Endpoint, Need, request_fields};
///
/// const REFUND: Endpoint = Endpoint::find("/secapi/pay/refund").unwrap();
///
/// let field = request_fields(REFUND).find(|field| field.name == "out_refund_no").unwrap();
/// assert_eq!((field.need, field.most), (Need::Required, Some(64)));
/// ```
pub fn request_fields(endpoint: Endpoint) -> impl Iterator<Item = RequestField> {
    let operation = Operation::of(endpoint, Algorithm::Md5);
    (0..).map_while(move |place| {
        let (known, need) = operation.at(place)?;
        Some(RequestField { name: known.as_str(), need, most: known.most() })
    })
}

/// What [`check_request`] finds: an iterator of [`Finding`]s.
pub struct Findings<'f, F: Fields + ?Sized = [Field<'f>]> {
    operation: Operation,
    fields: &'f F,
    /// The fields of the operation that the request has.
    given: Set,
    /// What is looked at next: each field twice, and then what can be missing.
    next: usize,
}

impl<'f, F: Fields + ?Sized> Findings<'f, F> {
    /// What is said about a field, in the first of two turns, or in the second one.
    fn of_field(&self, index: usize, first: bool) -> Option<Finding<'f>> {
        let field = self.stated(index)?;
        let is_repeated = first && self.first(field.name(), index).is_some();
        self.operation.of_field((index, field), first, is_repeated, self.given)
    }

    /// What is said about the request as a whole, turn by turn; `None` behind the last one.
    fn of_whole(&self, turn: usize) -> Option<Option<Finding<'f>>> {
        let Some(turn) = turn.checked_sub(self.operation.turns()) else {
            return Some(self.operation.of_whole(turn, self.given));
        };
        let condition = Condition::at(turn)?;
        let field = self.first(condition.parts().0, self.fields.len());
        let missing =
            |field: Field<'f>| self.operation.missing_for(condition, self.given, field.value());
        Some(field.and_then(missing))
    }

    /// The first field of this name among those before `end`.
    #[inline(never)]
    fn first(&self, name: &str, end: usize) -> Option<Field<'f>> {
        (0..end).find_map(|index| self.stated(index).filter(|field| field.name() == name))
    }

    /// The field at `index`, unless it is empty.
    // One copy for each kind of table.
    #[inline(never)]
    fn stated(&self, index: usize) -> Option<Field<'f>> {
        self.fields.at(index).filter(|field| !field.value().is_empty())
    }
}

impl<'f, F: Fields + ?Sized> Iterator for Findings<'f, F> {
    type Item = Finding<'f>;

    fn next(&mut self) -> Option<Finding<'f>> {
        loop {
            let (index, first) = (self.next / 2, self.next.is_multiple_of(2));
            let finding = match index.checked_sub(self.fields.len()) {
                None => self.of_field(index, first),
                Some(_) => {
                    let turn = self.next.saturating_sub(self.fields.len().saturating_mul(2));
                    self.of_whole(turn)?
                }
            };
            self.next = self.next.saturating_add(1);
            if finding.is_some() {
                return finding;
            }
        }
    }
}

impl<F: Fields + ?Sized> core::fmt::Debug for Findings<'_, F> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Findings")
    }
}
