//! Why a signature does not match.

use core::fmt;

use crate::base::{Language, ROOMY};
use crate::field::Fields;
use crate::names::SIGN_TYPE;
use crate::sign::key::{KEY, Key};
use crate::sign::stack::{DEPTH, wiped};
use crate::sign::{Canonical, Signature};
use crate::value::Value;

mod cause;
mod choice;
mod claimed;
mod encoding;
#[cfg(feature = "gbk")]
mod gbk;
mod hint;
mod marked;
mod mistakes;
mod naming;
mod number;
mod order;
mod recipe;
mod rewrite;
mod second;
mod sink;
mod undo;

pub use cause::Cause;
use claimed::Claimed;
pub use hint::{Hint, Sender};
pub use marked::Marked;
use mistakes::mistakes;
pub use second::explain_second;

/// What is known about a signature that was offered. Displays as one clause of English.
///
/// ```
/// use wxp_core::{Algorithm, Canonical, Cause, Explanation, Field, Key, Value, explain};
///
/// let key = Key::new(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
/// let table = [Field::new("body", "test ")?, Field::new("appid", "wxd930ea5d5a258f4f")?];
/// let fields = Canonical::of(&table)?;
///
/// // Made of "appid=wxd930ea5d5a258f4f&body=test".
/// let offered = Value::new("93F77CEEAD317F1392B6CFB14DC14AA8");
/// let explained = explain(&key, &fields, offered);
/// let Explanation::Mistake { cause, fields } = explained else { panic!() };
/// assert_eq!((cause, fields.first()), (Cause::ValueTrimmed, Some(0)));
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Explanation {
    /// The signature is right.
    Right,
    /// A known mistake leads to this signature.
    Mistake {
        /// The mistake.
        cause: Cause,
        /// The fields it was made with, by their indices in the caller's table.
        fields: Marked,
    },
    /// No known mistake leads to this signature: another key, other fields, several mistakes at
    /// once, or one that is not known here.
    Unknown,
}

impl Explanation {
    /// This explanation as one clause.
    #[inline]
    #[must_use]
    pub const fn text(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Mistake { cause, .. }, _) => cause.text(language),
            (Self::Right, Language::English) => "the signature is right",
            (Self::Right, Language::Chinese) => "签名正确",
            (Self::Unknown, Language::English) => "no known mistake leads to this signature",
            (Self::Unknown, Language::Chinese) => "没有发现会得出这个签名的已知错误",
        }
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text(Language::English))
    }
}

/// The known mistake that leads from these fields to the signature that was offered: the text of
/// their field `sign`, or one that another program made of them.
///
/// For finding out why a message was refused, by those who have the key; whether to believe one,
/// [`Key::verify`] tells. Each known mistake is made by itself, never two at once, and one is named
/// only if it yields the very signature that was offered; comparing takes the same time wherever
/// they differ, and the right signature shows nowhere. Neither the letter case of the digits nor
/// white space around them hides another mistake. Where several yield it, the first is named: those
/// about the signature's text, then those made with the whole message or with all of its values by
/// their numbers, one field left out, one value or name changed, several fields left out.
///
/// A mistake is the sender's, or that of whoever changed the message after it was signed: both are
/// tried, and the fields are marked. A change that is lossy, such as `?` in place of characters,
/// cannot be undone.
///
/// The order of the caller's table counts: it may be the mistake. [`xml::read`](crate::xml::read)
/// keeps that of a document, [`xml::read_into`](crate::xml::read_into) sorts.
///
/// # Cost
///
/// Each try is one digest of the message, and none takes memory. There are at most 4,500 of them,
/// with 48 fields whose values could all have been changed in every way; some 100 for each message,
/// and these for tables that are small enough:
///
/// | fields | tried |
/// |---|---|
/// | up to 24 | any three fields left out: 2,024 tries with 24 fields, 220 with 12 |
/// | up to 48 | any two fields left out: 1,128 tries with 48 fields; the value or the name of a single field changed: up to 61 for each |
/// | up to 255 | one field left out; a list, or all fields that begin with the same word left out; another way of sorting |
///
/// On a server a request of 12 fields takes about a millisecond, and the worst case 30. GBK is tried
/// only with the feature `gbk`, because its tables would not fit on small devices.
#[must_use]
pub fn explain(
    key: &Key,
    fields: &Canonical<'_, impl Fields + ?Sized>,
    offered: Value<'_>,
) -> Explanation {
    wiped::<{ DEPTH + MORE }, _>(|| explained(key, fields, offered))
}

/// How much more stack than signing this uses, in bytes: some ways of signing make secrets of their
/// own. Measured with both copies in one program, one for tables of C and one for second signatures:
/// then less of each is inlined.
const MORE: usize = if ROOMY {
    3584
} else if cfg!(target_arch = "x86") {
    2304
} else {
    2048
};

fn explained(
    key: &Key,
    fields: &Canonical<'_, impl Fields + ?Sized>,
    offered: Value<'_>,
) -> Explanation {
    let mistake = |cause| Explanation::Mistake { cause, fields: Marked::NONE };
    if offered.is_empty() {
        return mistake(Cause::Missing);
    }
    let Some(claimed) = Claimed::read(offered) else { return mistake(Cause::Form) };
    let signature = claimed.signature();
    let right = key.sign_fields(fields.iter(), KEY);
    if signature.as_ref().is_some_and(|signature| right.matches(signature)) {
        return defect(key, fields, &claimed).map_or(Explanation::Right, mistake);
    }
    if claimed.begins(&right) {
        return mistake(Cause::Truncated);
    }
    if claimed.lacks_zeros(&right) {
        return mistake(Cause::ZerosDropped);
    }
    signature.map_or(mistake(Cause::Form), |signature| search(key, fields, &signature))
}

/// What is wrong with a signature whose digits are right.
fn defect(
    key: &Key,
    fields: &Canonical<'_, impl Fields + ?Sized>,
    claimed: &Claimed,
) -> Option<Cause> {
    let sign_type = fields.stated(SIGN_TYPE);
    if claimed.surrounded {
        Some(Cause::Surrounded)
    } else if sign_type.is_some_and(|name| name != *key.algorithm().name()) {
        Some(Cause::Contradiction)
    } else {
        claimed.lower_case.then_some(Cause::LowerCase)
    }
}

/// Makes one mistake after the other.
fn search(
    key: &Key,
    fields: &Canonical<'_, impl Fields + ?Sized>,
    claimed: &Signature,
) -> Explanation {
    let mut found = Explanation::Unknown;
    mistakes(fields.table().len(), |cause, recipe| {
        let leads = recipe.leads_to(claimed, key, fields);
        if leads {
            found = Explanation::Mistake { cause, fields: recipe.marked(fields) };
        }
        leads
    });
    found
}
