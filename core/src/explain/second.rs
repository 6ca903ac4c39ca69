//! Why a second signature is not taken.

use super::{Cause, Explanation, MORE, explain};
use crate::field::{Field, Fields};
use crate::payload::second::{PACKAGE_OF_APPS, PACKAGE_OF_PAGES, SecondSignature, find};
use crate::sign::stack::{DEPTH, wiped};
use crate::sign::{Canonical, Key, Signature};
use crate::value::Value;

mod attempt;

use attempt::{Attempt, Signed};

/// As [`explain`], for the signature that a page, an app or a QR code takes.
///
/// The fields may have any letter case in their names, as pages, apps and programs call them; they
/// are signed under the right ones. Fields that take no part are not signed, but `sub_appid` and
/// `sub_mch_id` tell what else may have been signed. After the mistakes that are made with second
/// signatures, those of every signature are tried. Fields are marked by their indices in the caller's table.
///
/// The key has the algorithm of the order, which `signType` repeats.
///
/// ```
/// use wxp_core::{Algorithm, Cause, Explanation, Field, Key, SecondSignature, explain_second};
///
/// let key = Key::new(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
/// let table = [
///     Field::new("appid", "wx0000000000000001")?,
///     Field::new("noncestr", "SbGxX7ve")?,
///     Field::new("package", "Sign=WXPay")?,
///     Field::new("partnerid", "1230000109")?,
///     Field::new("prepayid", "wx20151209183400d5e4fdbbd60934513842")?,
///     Field::new("timestamp", "1449657240")?,
/// ];
/// let second = SecondSignature::of(&table[..]).unwrap();
/// let offered = wxp_core::Value::new("585D9195182CBF4C66A7B147C67A5FAE");
/// let explained = explain_second(&key, second, &table[..], offered);
/// let Explanation::Mistake { cause, fields } = explained else { panic!() };
/// assert_eq!((cause, fields.first()), (Cause::SecondNonce, Some(1)));
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[must_use]
pub fn explain_second(
    key: &Key,
    second: SecondSignature,
    fields: &(impl Fields + ?Sized),
    offered: Value<'_>,
) -> Explanation {
    // The right signature is wiped, too. What makes it wipes the secret by itself.
    wiped::<{ DEPTH + MORE }, _>(|| explained(key, second, fields, offered))
}

fn explained(
    key: &Key,
    second: SecondSignature,
    fields: &(impl Fields + ?Sized),
    offered: Value<'_>,
) -> Explanation {
    let Some(message) = Message::of(key, second, fields) else {
        return mistake(Cause::SecondLacks, None);
    };
    let claimed = offered.as_str().and_then(|text| Signature::parse(text.trim_ascii()).ok());
    let right = Signed::of(&message).sign(key);
    let is_right =
        claimed.as_ref().zip(right).is_some_and(|(claimed, right)| right.matches(claimed));
    if let Some(defect) = is_right.then(|| message.defect(key)).flatten() {
        return defect;
    }
    let claimed = claimed.filter(|_| !is_right);
    if let Some(found) = claimed.as_ref().and_then(|claimed| message.search(key, claimed, offered))
    {
        return found;
    }
    let table = message.table();
    match ordinary(key, &Canonical::of_sorted(&table[..]), offered) {
        Explanation::Mistake { cause, fields } => {
            let indices = fields.iter().filter_map(|rank| message.index(rank));
            Explanation::Mistake { cause, fields: indices.collect() }
        }
        Explanation::Unknown => message.raw(key, offered),
        right => right,
    }
}

/// What every signature is held against.
// One copy, so that its stack is that of the measured one.
#[inline(never)]
fn ordinary(key: &Key, fields: &Canonical<'_>, offered: Value<'_>) -> Explanation {
    explain(key, fields, offered)
}

fn mistake(cause: Cause, field: Option<usize>) -> Explanation {
    Explanation::Mistake { cause, fields: field.into_iter().collect() }
}

/// The most fields that one covers.
const PARTS_MAX: usize = 6;
/// The most fields of a table that are tried as they are.
const FIELDS_MAX: usize = 32;

/// What is signed, under its right names, and where it lies in the caller's table.
struct Message<'f, F: Fields + ?Sized> {
    second: SecondSignature,
    fields: &'f F,
    parts: heapless::Vec<Part<'f>, PARTS_MAX, u8>,
}

struct Part<'f> {
    name: &'static str,
    text: &'f str,
    /// The index in the caller's table; `None` for a `signType` that is not there.
    index: Option<usize>,
}

impl<'f, F: Fields + ?Sized> Message<'f, F> {
    /// `None` if a field is not there.
    fn of(key: &Key, second: SecondSignature, fields: &'f F) -> Option<Self> {
        let mut parts = heapless::Vec::new();
        for name in second.signed() {
            let part = match find(fields, name) {
                Some((index, field)) => {
                    Part { name, text: field.value().as_str()?, index: Some(index) }
                }
                None if *name == "signType" => {
                    Part { name, text: key.algorithm().name(), index: None }
                }
                None => return None,
            };
            parts.push(part).ok()?;
        }
        Some(Self { second, fields, parts })
    }

    fn table(&self) -> heapless::Vec<Field<'f>, PARTS_MAX, u8> {
        // Not collected, which would panic if there were too little room, as far as the linker knows.
        let mut table = heapless::Vec::new();
        for part in &self.parts {
            let _ = table.push(Field::prechecked(part.name, part.text));
        }
        table
    }

    fn part(&self, name: &str) -> Option<&Part<'f>> {
        self.parts.iter().find(|part| part.name == name)
    }

    /// The index in the caller's table of the part that comes `rank`th.
    fn index(&self, rank: usize) -> Option<usize> {
        self.parts.get(rank).and_then(|part| part.index)
    }

    /// The text of a field that is not signed.
    fn other(&self, name: &str) -> Option<&'f str> {
        find(self.fields, name).and_then(|(_, field)| field.value().as_str())
    }

    /// What is wrong although the signature is that of the fields.
    fn defect(&self, key: &Key) -> Option<Explanation> {
        let wrong =
            |cause, name: &str| Some(mistake(cause, self.part(name).and_then(|part| part.index)));
        let text = |name: &str| self.part(name).map_or("", |part| part.text);
        let package = text("package");
        match self.second {
            SecondSignature::Jsapi if package == PACKAGE_OF_APPS => {
                return wrong(Cause::SecondPackage, "package");
            }
            SecondSignature::Jsapi if !package.starts_with(PACKAGE_OF_PAGES) => {
                return wrong(Cause::SecondPackageBare, "package");
            }
            SecondSignature::App if package != PACKAGE_OF_APPS => {
                return wrong(Cause::SecondPackage, "package");
            }
            _ => {}
        }
        let time = self.second.time();
        if text(time).len() == MILLISECONDS_LEN {
            return wrong(Cause::SecondMilliseconds, time);
        }
        if let SecondSignature::Jsapi = self.second {
            match self.part("signType") {
                Some(part) if part.index.is_none() => {
                    return Some(mistake(Cause::SecondLacks, None));
                }
                Some(part) if part.text != key.algorithm().name() => {
                    return wrong(Cause::SecondContradiction, "signType");
                }
                _ => {}
            }
        }
        let of_merchant = |(name, other): &&(&str, &str)| {
            let own = self.part(name).map(|part| part.text);
            own.is_some() && self.other(other).is_some_and(|other| Some(other) != own)
        };
        if let Some((name, _)) = self.second.of_merchants().iter().find(of_merchant) {
            return wrong(Cause::SecondOfPartner, name);
        }
        let misnamed = self.parts.iter().find(|part| self.is_misnamed(part));
        misnamed.map(|part| mistake(Cause::SecondNameSent, part.index))
    }

    /// Whether nothing on the customer's side reads a field of the name that it is sent under.
    fn is_misnamed(&self, part: &Part<'_>) -> bool {
        let Some(field) = part.index.and_then(|index| self.fields.at(index)) else { return false };
        match self.second {
            // chooseWXPay reads `timestamp`.
            SecondSignature::Jsapi => field.name() != part.name && field.name() != "timestamp",
            // The SDKs have names of their own, none with an underscore.
            SecondSignature::App => field.name().contains('_'),
            SecondSignature::NativeCode => field.name() != part.name,
        }
    }

    /// Makes one mistake after the other.
    fn search(&self, key: &Key, claimed: &Signature, offered: Value<'_>) -> Option<Explanation> {
        let offered = offered.as_str().unwrap_or_default();
        attempt::all(self.second).iter().find_map(|Attempt { cause, changes }| {
            let mut signed = Signed::of(self);
            for change in *changes {
                signed.apply(change, self, key, offered)?;
            }
            let is_it = signed.sign(key).is_some_and(|made| made.matches(claimed));
            is_it.then(|| Explanation::Mistake { cause: *cause, fields: signed.changed() })
        })
    }

    /// The fields as they are, all of them signed.
    // Its table is no part of the stack that is wiped for the rest.
    #[inline(never)]
    fn raw(&self, key: &Key, offered: Value<'_>) -> Explanation {
        let sign = self.second.offered_at(self.fields).map(|(index, _)| index);
        let mut table = heapless::Vec::<_, FIELDS_MAX, u8>::new();
        for index in (0..self.fields.len()).filter(|index| Some(*index) != sign) {
            let Some(field) = self.fields.at(index) else { return Explanation::Unknown };
            if table.push(field).is_err() {
                return Explanation::Unknown;
            }
        }
        let Ok(order) = Canonical::of(&table) else { return Explanation::Unknown };
        match ordinary(key, &order, offered) {
            Explanation::Right
            | Explanation::Mistake { cause: Cause::LowerCase | Cause::Surrounded, .. } => {
                mistake(Cause::SecondTooMuch, None)
            }
            _ => Explanation::Unknown,
        }
    }
}

/// How long a time in milliseconds is, from 2001 to 2286.
const MILLISECONDS_LEN: usize = 13;

impl SecondSignature {
    /// The name of the time.
    const fn time(self) -> &'static str {
        match self {
            Self::Jsapi => "timeStamp",
            Self::App => "timestamp",
            Self::NativeCode => "time_stamp",
        }
    }

    /// What takes the place of a partner's own fields, where the order has it.
    const fn of_merchants(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Jsapi => &[("appId", "sub_appid")],
            Self::App => &[("appid", "sub_appid"), ("partnerid", "sub_mch_id")],
            Self::NativeCode => &[],
        }
    }
}
