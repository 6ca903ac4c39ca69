//! What the C ABI needs of this crate, and no other program does. It can change in any release.

use core::ffi::CStr;

#[cfg(feature = "gbk")]
pub use crate::base::gbk::{decode as decode_gbk, encode as encode_gbk};
pub use crate::base::{ROOMY, Writer};
pub use crate::names::ROOT;
pub use crate::sign::stack;

use crate::base::{Language, texts, utf8};
use crate::body::{Body, Layer, WebPage};
use crate::error::{Error, ErrorKind};
use crate::explain::{Cause, Hint};
use crate::field::Fields;
use crate::judge::Advice;
use crate::payload::SecondSignature;
use crate::protocol::{BusinessCategory, Endpoint, Finding, FindingKind, Source};
use crate::sign::{Canonical, Key, Signature};
use crate::value::markup;
use crate::xml;

/// As [`xml::write`](crate::xml::write); the document's length, in bytes.
///
/// # Errors
///
/// The same.
pub fn write_document(
    fields: &Canonical<'_, impl Fields + ?Sized>,
    signature: &Signature,
    out: &mut [u8],
) -> Result<usize, Error> {
    xml::write_into(fields, signature, out)
}

/// Whether bytes are UTF-8: what the standard library says, but smaller on devices.
#[must_use]
pub fn is_text(bytes: &[u8]) -> bool {
    utf8::check(bytes).is_ok()
}

/// The same; or why [`xml::read`](crate::xml::read) refuses such a document.
///
/// # Errors
///
/// [`ErrorKind::NotUtf8`] and [`ErrorKind::Truncated`].
pub fn check_text(bytes: &[u8]) -> Result<(), Error> {
    markup::check(bytes)
}

/// As [`xml::read`](crate::xml::read), of what is text already.
#[must_use]
pub const fn read_document(document: &str) -> xml::Reader<'_> {
    xml::read_text(document)
}

/// What comes of a table in signing order, which stays where it was made.
///
/// # Errors
///
/// As [`Canonical::over`].
pub fn in_order<'f, F: Fields + ?Sized, R>(
    table: &'f F,
    body: impl FnOnce(&Canonical<'f, F>) -> R,
) -> Result<R, Error> {
    Canonical::in_order(table, body)
}

/// As [`Key::sign`], and what is made of the signature where it lies.
///
/// # Errors
///
/// The same.
#[inline]
pub fn sign_then<R>(
    key: &Key,
    fields: &Canonical<'_, impl Fields + ?Sized>,
    then: impl FnOnce(Signature) -> R,
) -> Result<R, Error> {
    key.sign_then(fields, then)
}

/// The text of the kind of error with this number.
#[must_use]
pub fn error_text(code: i32, language: Language) -> Option<&'static CStr> {
    ErrorKind::c_text_of(code, language)
}

/// The text of the cause with this number.
#[must_use]
pub fn cause_text(code: i32, language: Language) -> Option<&'static CStr> {
    Cause::c_text_of(code, language)
}

/// The text of the hint with this number.
#[must_use]
pub fn hint_text(code: i32, language: Language) -> Option<&'static CStr> {
    Hint::c_text_of(code, language)
}

/// The text of the kind of body with this number.
#[must_use]
pub fn body_text(code: i32, language: Language) -> Option<&'static CStr> {
    Body::c_text_of(code, language)
}

/// The text of the layer with this number.
#[must_use]
pub fn layer_text(code: i32, language: Language) -> Option<&'static CStr> {
    Layer::c_text_of(code, language)
}

/// The text of the web page with this number.
#[must_use]
pub fn page_text(code: i32, language: Language) -> Option<&'static CStr> {
    WebPage::c_text_of(code, language)
}

/// The text of the second signature with this number.
#[must_use]
pub fn second_text(code: i32, language: Language) -> Option<&'static CStr> {
    SecondSignature::c_text_of(code, language)
}

/// The text of the kind of finding with this number.
#[must_use]
pub fn finding_text(code: i32, language: Language) -> Option<&'static CStr> {
    FindingKind::c_text_of(code, language)
}

/// What names a finding gives, as numbers.
#[must_use]
pub fn finding_details(finding: &Finding<'_>) -> [u16; 5] {
    finding.details()
}

/// The finding of this kind that gave these details, without a place in a table.
#[must_use]
pub fn finding_of(code: i32, field: &str, details: [u16; 5]) -> Option<Finding<'_>> {
    Finding::of_details(code, field, details)
}

/// The names of the other fields that a finding is about: the one that was meant, or the
/// alternatives. Empty behind the last one.
#[must_use]
pub fn finding_names(finding: &Finding<'_>) -> [&'static str; 3] {
    finding.names()
}

/// Says a finding in one language, piece by piece, without Rust's formatting.
pub fn say_finding(finding: &Finding<'_>, language: Language, put: &mut impl FnMut(&str)) {
    finding.say(language, put);
}

/// The operation with this number, without its path: with it, the paths of all would be linked.
#[must_use]
pub fn operation(number: u16) -> Option<Endpoint> {
    Endpoint::without_path(number)
}

/// The number of an advice's text: at least 1, and not the same in another version.
#[must_use]
pub const fn advice_number(advice: &Advice) -> u16 {
    advice.number()
}

/// The text of an advice, by its number.
#[must_use]
pub fn advice_text(number: u16, language: Language) -> Option<&'static CStr> {
    Advice::c_text_of(number, language)
}

/// What the operation with this number is for.
#[must_use]
pub fn purpose(number: u16, language: Language) -> Option<&'static CStr> {
    Endpoint::c_purpose_of(number, language)
}

/// The name of the business category with this code.
#[must_use]
pub fn category_name(code: u16, language: Language) -> Option<&'static CStr> {
    BusinessCategory::c_name_of(code, language)
}

/// The text at the place that `number` has among `numbers`, of those in `all`, each of which ends
/// with NUL.
#[must_use]
pub fn text_of(number: i32, numbers: &[i32], all: &'static str) -> Option<&'static CStr> {
    texts::text_of(number, numbers, all)
}

/// The path of the operation, or the name of the notice, with this number.
#[must_use]
pub fn source_name(number: u16) -> Option<&'static CStr> {
    Source::c_name_of(number)
}
