//! The mistakes that are made, one after the other.

use super::cause::Cause;
use super::choice::{ABSENT, Choice, Group, LEFT_OUT_MAX, Model, SignType};
use super::encoding::Encoding;
use super::naming::Naming;
use super::number::Form;
use super::order::{Fold, Order};
use super::recipe::{Method, RIGHT, Recipe, Scope, Secret, Suffix};
use super::rewrite::{ENDS, Rewrite};
use super::undo::Undo;
use crate::names::SIGN_TYPE;

/// In a table of more fields, no single field is tried.
pub(super) const EACH_MAX: usize = 255;

/// In a table of more fields, no two of them are left out, and the value or the name of a single
/// one is not changed.
pub(super) const PAIRS_MAX: usize = 48;

/// In a table of more fields, no three of them are left out.
pub(super) const TRIPLES_MAX: usize = 24;

/// Every mistake that can be made with a table of so many fields, in the order in which they are
/// tried. Where two of them sign the same string, the first one is named.
pub(super) fn mistakes(count: usize) -> impl Iterator<Item = (Cause, Recipe)> {
    // The indices of a table that has at most so many fields; none of a larger one.
    let indices = move |most: usize| {
        let count = if count <= most { count } else { 0 };
        0..u8::try_from(count).unwrap_or_default()
    };
    let absent =
        (0..).zip(ABSENT).map(|(word, _)| (Cause::NullSigned, with_fields(Choice::EmptyAs(word))));
    let each = indices(EACH_MAX).map(|index| (Cause::FieldLeftOut, without([index; LEFT_OUT_MAX])));
    let groups = indices(EACH_MAX).flat_map(|index| {
        Group::ALL
            .map(|group| (Cause::FieldsLeftOut, with_fields(Choice::WithoutGroup(group, index))))
    });
    let pairs = indices(PAIRS_MAX).flat_map(move |last| {
        (0..last).map(move |index| (Cause::FieldsLeftOut, without([index, last, last])))
    });
    let triples = indices(TRIPLES_MAX).flat_map(move |last| {
        let pairs = (0..last).flat_map(|second| (0..second).map(move |first| (first, second)));
        pairs.map(move |(first, second)| (Cause::FieldsLeftOut, without([first, second, last])))
    });
    MESSAGE
        .iter()
        .copied()
        .chain(absent)
        .chain(names(Scope::All))
        .chain(values(Scope::All))
        .chain(numbers(Scope::Amounts))
        .chain(each)
        .chain(indices(PAIRS_MAX).flat_map(|index| ends(Scope::One(index))))
        .chain(indices(PAIRS_MAX).flat_map(|index| values(Scope::One(index))))
        .chain(indices(PAIRS_MAX).flat_map(|index| numbers(Scope::One(index))))
        .chain(indices(PAIRS_MAX).flat_map(|index| names(Scope::One(index))))
        .chain(groups)
        .chain(pairs)
        .chain(triples)
}

/// Those that are made with a message as a whole.
const MESSAGE: &[(Cause, Recipe)] = &[
    (Cause::OtherAlgorithm, Recipe { method: Method::Other, ..RIGHT }),
    (Cause::PlainSha256, Recipe { method: Method::PlainSha256, ..RIGHT }),
    (Cause::KeyLeftOut, with_suffix(Suffix::Nothing)),
    (Cause::KeyUnnamed, with_suffix(Suffix::Key)),
    (Cause::KeyUnnamed, with_suffix(Suffix::AmpersandKey)),
    (Cause::KeyTrimmed, with_secret(Secret::Trimmed)),
    (Cause::KeyLowerCase, with_secret(Secret::LowerCase)),
    (Cause::KeyUpperCase, with_secret(Secret::UpperCase)),
    (Cause::KeyLineEnd, with_secret(Secret::WithLf)),
    (Cause::KeyLineEnd, with_secret(Secret::WithCrLf)),
    (Cause::KeyBlank, with_secret(Secret::WithBlank)),
    (Cause::KeySorted, with_suffix(Suffix::Sorted)),
    (Cause::KeySorted, with_suffix(Suffix::SortedAndNamed)),
    (Cause::Ampersands, with_suffix(Suffix::TwoAmpersands)),
    (Cause::Ampersands, with_suffix(Suffix::NoAmpersand)),
    (Cause::Ampersands, with_suffix(Suffix::AmpersandAfter)),
    (Cause::EmptySigned, with_fields(Choice::EmptyToo)),
    (Cause::SignSigned, with_fields(Choice::SignToo)),
    (Cause::SignSigned, with_fields(Choice::SignEmptied)),
    (Cause::SignTypeLeftOut, with_fields(Choice::WithoutSignType)),
    (Cause::SignTypeAdded, with_sign_type(false, true, SIGN_TYPE)),
    (Cause::SignTypeAdded, with_sign_type(false, false, SIGN_TYPE)),
    (Cause::SignTypeAdded, with_sign_type(false, true, "signType")),
    (Cause::SignTypeChanged, with_sign_type(true, true, SIGN_TYPE)),
    (Cause::SignTypeChanged, with_sign_type(true, false, SIGN_TYPE)),
    (Cause::FieldsLeftOut, with_fields(Choice::Known(Model::Common))),
    (Cause::FieldsLeftOut, with_fields(Choice::Known(Model::Required))),
    (Cause::FieldsLeftOut, with_fields(Choice::Known(Model::WithoutStatus))),
    // Both foldings are in use; `_` lies between the letters.
    (Cause::OrderIgnoringCase, sorted(Fold::Lower, false)),
    (Cause::OrderIgnoringCase, sorted(Fold::Upper, false)),
    (Cause::OrderOfPairs, sorted(Fold::None, true)),
    // The official Java SDK of 2014.
    (Cause::OrderOfPairs, sorted(Fold::Lower, true)),
    (Cause::Unsorted, Recipe { order: Order::Caller, ..RIGHT }),
    (Cause::UnsortedWithEmpty, Recipe { order: Order::Caller, ..with_fields(Choice::EmptyToo) }),
];

/// What is done to values.
const VALUES: &[(Cause, Rewrite)] = &[
    (Cause::ValueTrimmed, Rewrite::Trimmed),
    (Cause::ValueEscaped, Rewrite::Escaped { quotes: false }),
    (Cause::ValueEscaped, Rewrite::Escaped { quotes: true }),
    (Cause::ValueInCdata, Rewrite::Cdata),
    (Cause::ValueUrlEncoded, Rewrite::UrlEncoded(Encoding::Rfc3986)),
    (Cause::ValueUrlEncoded, Rewrite::UrlEncoded(Encoding::Rfc3986Lower)),
    (Cause::ValueUrlEncoded, Rewrite::UrlEncoded(Encoding::Query)),
    (Cause::ValueUrlEncoded, Rewrite::UrlEncoded(Encoding::QueryLower)),
    (Cause::ValueUrlEncoded, Rewrite::UrlEncoded(Encoding::Form)),
    (Cause::ValueUrlEncoded, Rewrite::UrlEncoded(Encoding::Php)),
    (Cause::ValueUrlEncoded, Rewrite::UrlEncoded(Encoding::Python)),
    (Cause::ValueUrlEncoded, Rewrite::UrlEncoded(Encoding::JavaScript)),
    (Cause::ValueUrlEncoded, Rewrite::UrlEncoded(Encoding::DotNet)),
    (Cause::ReturnsDropped, Rewrite::ReturnsDropped),
    (Cause::ReturnsDropped, Rewrite::LineFeeds),
    (Cause::ReturnsAdded, Rewrite::ReturnsAdded),
    (Cause::CharactersLost, Rewrite::QuestionMarks),
    (Cause::EncodedTwice, Rewrite::EncodedTwice),
    #[cfg(feature = "gbk")]
    (Cause::ReadAsGbk, Rewrite::Utf8OfGbk),
    #[cfg(feature = "gbk")]
    (Cause::Gbk, Rewrite::Gbk),
    (Cause::HexAdded, Rewrite::Undo(Undo::Hex)),
    (Cause::EntitiesAdded, Rewrite::Undo(Undo::Entities)),
    (Cause::BackslashesAdded, Rewrite::Undo(Undo::Backslashes)),
    (Cause::PlusForBlank, Rewrite::BlankForPlus),
    (Cause::PlusForBlank, Rewrite::PlusForBlank),
    (Cause::PercentsAdded, Rewrite::Undo(Undo::Percents)),
    (Cause::PercentsAdded, Rewrite::Undo(Undo::Form)),
    (Cause::ReadAsLatin1, Rewrite::Latin1),
    (Cause::JsonEscaped, Rewrite::Undo(Undo::Json)),
    (Cause::HexAdded, Rewrite::Undo(Undo::EveryEscape)),
];

fn values(scope: Scope) -> impl Iterator<Item = (Cause, Recipe)> {
    VALUES.iter().map(move |(cause, rewrite)| (*cause, with_values(*rewrite, scope)))
}

fn numbers(scope: Scope) -> impl Iterator<Item = (Cause, Recipe)> {
    let forms = Form::ALL.into_iter();
    forms.map(move |form| (Cause::NumberRewritten, with_values(Rewrite::Number(form), scope)))
}

fn ends(scope: Scope) -> impl Iterator<Item = (Cause, Recipe)> {
    let ends = (0..).zip(ENDS);
    ends.map(move |(ends, _)| (Cause::EndsCutOff, with_values(Rewrite::Around(ends), scope)))
}

fn names(scope: Scope) -> impl Iterator<Item = (Cause, Recipe)> {
    let ways = Naming::ALL.into_iter();
    ways.map(move |naming| (Cause::NamesRewritten, Recipe { naming, scope, ..RIGHT }))
}

const fn with_secret(secret: Secret) -> Recipe {
    Recipe { secret, ..RIGHT }
}

const fn with_suffix(suffix: Suffix) -> Recipe {
    Recipe { suffix, ..RIGHT }
}

const fn with_fields(choice: Choice) -> Recipe {
    Recipe { choice, ..RIGHT }
}

const fn without(indices: [u8; LEFT_OUT_MAX]) -> Recipe {
    with_fields(Choice::Without(indices))
}

const fn with_sign_type(replaces: bool, is_true: bool, name: &'static str) -> Recipe {
    with_fields(Choice::SignTypeAs(SignType { replaces, is_true, name }))
}

const fn sorted(fold: Fold, pairs: bool) -> Recipe {
    Recipe { order: Order::Sorted { fold, pairs }, ..RIGHT }
}

const fn with_values(values: Rewrite, scope: Scope) -> Recipe {
    Recipe { values: Some(values), scope, ..RIGHT }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tries_are_limited() {
        assert!((0..=300).all(|count| mistakes(count).count() <= 4_400));
        let several = |count: usize| {
            mistakes(count).filter(|(cause, _)| *cause == Cause::FieldsLeftOut).count()
        };
        let groups = Group::ALL.len();
        assert_eq!(several(24), 3 + 24 * groups + 276 + 2_024);
        assert_eq!(several(48), 3 + 48 * groups + 1_128);
        assert_eq!(several(255), 3 + 255 * groups);
        assert_eq!(several(256), 3);
    }
}
