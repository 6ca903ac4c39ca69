//! The mistakes that are made with second signatures.

use super::{MILLISECONDS_LEN, Message, PARTS_MAX};
use crate::base::sort::sort;
use crate::explain::{Cause, Marked};
use crate::field::{Fields, by_name};
use crate::payload::SecondSignature;
use crate::payload::second::{PACKAGE_OF_APPS, PACKAGE_OF_PAGES};
use crate::sign::{Key, Signature};

/// A mistake, and how it is made.
pub(super) struct Attempt {
    pub(super) cause: Cause,
    pub(super) changes: &'static [Change],
}

/// One change of what is signed. A change that makes no difference is none.
pub(super) enum Change {
    /// Another name.
    Name(&'static str, &'static str),
    /// All names by a rule.
    Names(Spelling),
    LeftOut(&'static str),
    /// A field with this text.
    Added(&'static str, &'static str),
    /// The key's algorithm under this name.
    AlgorithmAdded(&'static str),
    /// The offered signature under this name.
    SignAdded(&'static str),
    PackageBare,
    PackageOfPages,
    PackageOfApps,
    Seconds,
    Milliseconds,
    /// The text of another field of the table.
    TextOf(&'static str, &'static str),
    /// The key's algorithm as `signType`.
    SignType,
}

#[derive(Clone, Copy)]
pub(super) enum Spelling {
    Lower,
    /// As the XML of the protocol has it: `nonce_str`.
    Snake,
    /// As the SDKs have it: `nonceStr`.
    Camel,
}

use Change::*;

/// The mistakes, in the order in which they are tried.
pub(super) const fn all(second: SecondSignature) -> &'static [Attempt] {
    match second {
        SecondSignature::Jsapi => JSAPI,
        SecondSignature::App => APP,
        SecondSignature::NativeCode => NATIVE_CODE,
    }
}

const fn attempt(cause: Cause, changes: &'static [Change]) -> Attempt {
    Attempt { cause, changes }
}

const JSAPI: &[Attempt] = &[
    attempt(Cause::SecondSignType, &[LeftOut("signType")]),
    attempt(Cause::SecondContradiction, &[SignType]),
    attempt(Cause::SecondPackageBare, &[PackageBare]),
    attempt(Cause::SecondPackageBare, &[PackageOfPages]),
    attempt(Cause::SecondPackage, &[PackageOfApps]),
    attempt(Cause::SecondTime, &[Name("timeStamp", "timestamp")]),
    attempt(Cause::SecondTime, &[Name("timeStamp", "time_stamp")]),
    attempt(Cause::SecondNames, &[Name("appId", "appid")]),
    attempt(Cause::SecondNames, &[Name("nonceStr", "noncestr")]),
    attempt(Cause::SecondNames, &[Name("nonceStr", "nonce_str")]),
    attempt(Cause::SecondNames, &[Name("signType", "signtype")]),
    attempt(Cause::SecondNames, &[Name("signType", "sign_type")]),
    attempt(Cause::SecondNames, &[Names(Spelling::Lower)]),
    attempt(Cause::SecondNames, &[Names(Spelling::Snake)]),
    attempt(Cause::SecondNames, &[Names(Spelling::Snake), Name("time_stamp", "timestamp")]),
    attempt(Cause::SecondNames, &[Names(Spelling::Lower), LeftOut("signtype")]),
    attempt(Cause::SecondNames, &[Names(Spelling::Snake), LeftOut("sign_type")]),
    attempt(Cause::SecondMilliseconds, &[Seconds]),
    attempt(Cause::SecondMilliseconds, &[Milliseconds]),
    attempt(Cause::SecondOfMerchant, &[TextOf("appId", "sub_appid")]),
    attempt(Cause::SignSigned, &[SignAdded("paySign")]),
    attempt(Cause::SignSigned, &[SignAdded("sign")]),
    attempt(Cause::SignSigned, &[Added("paySign", "")]),
];

const APP: &[Attempt] = &[
    attempt(Cause::SecondNonce, &[Name("noncestr", "nonce_str")]),
    attempt(Cause::SecondNonce, &[Name("noncestr", "nonceStr")]),
    attempt(Cause::SecondTime, &[Name("timestamp", "timeStamp")]),
    attempt(Cause::SecondTime, &[Name("timestamp", "time_stamp")]),
    attempt(Cause::SecondNames, &[Name("appid", "appId")]),
    attempt(Cause::SecondNames, &[Name("partnerid", "partnerId")]),
    attempt(Cause::SecondNames, &[Name("partnerid", "mch_id")]),
    attempt(Cause::SecondNames, &[Name("prepayid", "prepayId")]),
    attempt(Cause::SecondNames, &[Name("prepayid", "prepay_id")]),
    attempt(Cause::SecondNames, &[Names(Spelling::Camel)]),
    attempt(Cause::SecondNames, &[Names(Spelling::Camel), Name("appId", "appid")]),
    attempt(Cause::SecondNames, &[Names(Spelling::Snake)]),
    attempt(Cause::SecondNames, &[Names(Spelling::Snake), Name("partnerid", "mch_id")]),
    attempt(Cause::SecondPackage, &[PackageOfPages]),
    attempt(Cause::SecondPackage, &[PackageOfApps]),
    attempt(Cause::SecondTooMuch, &[AlgorithmAdded("signType")]),
    attempt(Cause::SecondTooMuch, &[AlgorithmAdded("sign_type")]),
    attempt(Cause::SecondMilliseconds, &[Seconds]),
    attempt(Cause::SecondMilliseconds, &[Milliseconds]),
    attempt(Cause::SecondOfMerchant, &[TextOf("appid", "sub_appid")]),
    attempt(Cause::SecondOfMerchant, &[TextOf("partnerid", "sub_mch_id")]),
    attempt(
        Cause::SecondOfMerchant,
        &[TextOf("appid", "sub_appid"), TextOf("partnerid", "sub_mch_id")],
    ),
    attempt(Cause::SignSigned, &[SignAdded("sign")]),
    attempt(Cause::SignSigned, &[Added("sign", "")]),
];

const NATIVE_CODE: &[Attempt] = &[
    attempt(Cause::SecondTime, &[Name("time_stamp", "timestamp")]),
    attempt(Cause::SecondTime, &[Name("time_stamp", "timeStamp")]),
    attempt(Cause::SecondNames, &[Name("nonce_str", "noncestr")]),
    attempt(Cause::SecondNames, &[Name("nonce_str", "nonceStr")]),
    attempt(Cause::SecondNames, &[Name("mch_id", "mchid")]),
    attempt(Cause::SecondNames, &[Name("appid", "appId")]),
    attempt(Cause::SecondNames, &[Name("product_id", "productid")]),
    attempt(Cause::SecondNames, &[Name("product_id", "productId")]),
    attempt(Cause::SecondMilliseconds, &[Seconds]),
    attempt(Cause::SecondMilliseconds, &[Milliseconds]),
    attempt(Cause::SignSigned, &[SignAdded("sign")]),
    attempt(Cause::SignSigned, &[Added("sign", "")]),
];

/// Names as they are spelled elsewhere: here, in the protocol's XML, in the SDKs.
const SPELLINGS: [(&str, &str, &str); 6] = [
    ("appid", "appid", "appId"),
    ("noncestr", "nonce_str", "nonceStr"),
    ("partnerid", "partnerid", "partnerId"),
    ("prepayid", "prepay_id", "prepayId"),
    ("signtype", "sign_type", "signType"),
    ("timestamp", "time_stamp", "timeStamp"),
];

/// The fields that are signed, with their changes.
pub(super) struct Signed<'f> {
    pieces: heapless::Vec<Piece<'f>, { PARTS_MAX + 1 }, u8>,
    /// The fields that were changed, by their indices in the caller's table.
    changed: Marked,
}

#[derive(Clone, Copy)]
struct Piece<'f> {
    name: &'static str,
    prefix: &'static str,
    text: &'f str,
    suffix: &'static str,
    index: Option<usize>,
}

impl<'f> Signed<'f> {
    pub(super) fn of(message: &Message<'f, impl Fields + ?Sized>) -> Self {
        let mut pieces = heapless::Vec::new();
        for part in &message.parts {
            let (name, text, index) = (part.name, part.text, part.index);
            let _ = pieces.push(Piece { name, prefix: "", text, suffix: "", index });
        }
        Self { pieces, changed: Marked::NONE }
    }

    /// The fields to mark.
    pub(super) const fn changed(&self) -> Marked {
        self.changed
    }

    /// Makes a change; `None` if it makes no difference.
    pub(super) fn apply(
        &mut self,
        change: &Change,
        message: &Message<'f, impl Fields + ?Sized>,
        key: &Key,
        offered: &'f str,
    ) -> Option<()> {
        match change {
            Name(from, to) => self.change(from, |piece| piece.name = to),
            Names(spelling) => {
                for piece in &mut self.pieces {
                    let name = spelling.of(piece.name);
                    if name != piece.name {
                        piece.index.into_iter().for_each(|index| self.changed.insert(index));
                    }
                    piece.name = name;
                }
                Some(())
            }
            LeftOut(name) => {
                self.change(name, |_| ())?;
                self.pieces.retain(|piece| piece.name != *name);
                Some(())
            }
            Added(name, text) => self.add(name, text),
            AlgorithmAdded(name) => self.add(name, key.algorithm().name()),
            SignAdded(name) => self.add(name, offered),
            PackageBare => {
                let bare = self.text("package")?.strip_prefix(PACKAGE_OF_PAGES)?;
                self.change("package", |piece| piece.text = bare)
            }
            PackageOfPages => {
                // An app's own number of the order, or what a page has without the name.
                let number = self.text("prepayid").or_else(|| self.text("package"))?;
                let is_bare = !number.starts_with(PACKAGE_OF_PAGES);
                is_bare.then_some(())?;
                self.change("package", |piece| {
                    piece.prefix = PACKAGE_OF_PAGES;
                    piece.text = number;
                })
            }
            PackageOfApps => {
                let differs = self.text("package")? != PACKAGE_OF_APPS;
                differs.then_some(())?;
                self.change("package", |piece| piece.text = PACKAGE_OF_APPS)
            }
            Seconds => {
                let name = message.second.time();
                let time = self.text(name).filter(|time| time.len() == MILLISECONDS_LEN)?;
                let seconds = time.get(..MILLISECONDS_LEN.saturating_sub(3))?;
                self.change(name, |piece| piece.text = seconds)
            }
            Milliseconds => self.change(message.second.time(), |piece| piece.suffix = "000"),
            TextOf(name, other) => {
                let text = message.other(other)?;
                (self.text(name)? != text).then_some(())?;
                self.change(name, |piece| piece.text = text)
            }
            SignType => {
                let text = key.algorithm().name();
                (self.text("signType")? != text).then_some(())?;
                self.change("signType", |piece| piece.text = text)
            }
        }
    }

    fn text(&self, name: &str) -> Option<&'f str> {
        self.pieces.iter().find(|piece| piece.name == name).map(|piece| piece.text)
    }

    fn change(&mut self, name: &str, change: impl FnOnce(&mut Piece<'f>)) -> Option<()> {
        let piece = self.pieces.iter_mut().find(|piece| piece.name == name)?;
        piece.index.into_iter().for_each(|index| self.changed.insert(index));
        change(piece);
        Some(())
    }

    fn add(&mut self, name: &'static str, text: &'f str) -> Option<()> {
        let piece = Piece { name, prefix: "", text, suffix: "", index: None };
        self.pieces.push(piece).ok()
    }

    /// The signature of the fields; `None` if one holds the key.
    pub(super) fn sign(&mut self, key: &Key) -> Option<Signature> {
        sort(&mut self.pieces, |a, b| by_name(a.name, b.name).is_lt());
        let pieces = || {
            self.pieces.iter().enumerate().flat_map(|(index, piece)| {
                let separator = if index > 0 { "&" } else { "" };
                [separator, piece.name, "=", piece.prefix, piece.text, piece.suffix]
                    .map(|text| (index, text))
            })
        };
        key.sign_pieces(pieces).ok()
    }
}

impl Spelling {
    /// A name in this spelling.
    fn of(self, name: &'static str) -> &'static str {
        let is_it = |row: &&(&str, &str, &str)| row.0.eq_ignore_ascii_case(name);
        let row = SPELLINGS.iter().find(is_it);
        row.map_or(name, |(lower, snake, camel)| match self {
            Self::Lower => lower,
            Self::Snake => snake,
            Self::Camel => camel,
        })
    }
}
