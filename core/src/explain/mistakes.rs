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

/// Calls `leads` with every mistake that can be made with a table of so many fields, in the order in
/// which they are tried, until it returns true. Where two of them sign the same string, the first
/// one is named.
// No iterator over all of them: it would take more of the stack than everything else.
pub(super) fn mistakes(count: usize, mut leads: impl FnMut(Cause, Recipe) -> bool) -> bool {
    // The indices of a table that has at most so many fields; none of a larger one.
    let indices = |most: usize| {
        let count = if count <= most { count } else { 0 };
        0..u8::try_from(count).unwrap_or_default()
    };
    let (each, few, fewer) = (indices(EACH_MAX), indices(PAIRS_MAX), indices(TRIPLES_MAX));
    let left_out = Cause::FieldsLeftOut;
    MESSAGE.iter().any(|(cause, recipe)| leads(*cause, *recipe))
        || (0..)
            .zip(ABSENT)
            .any(|(word, _)| leads(Cause::NullSigned, with_fields(Choice::EmptyAs(word))))
        || names(Scope::All, &mut leads)
        || values(Scope::All, &mut leads)
        || numbers(Scope::Amounts, &mut leads)
        || each.clone().any(|index| leads(Cause::FieldLeftOut, without([index; LEFT_OUT_MAX])))
        || few.clone().any(|index| {
            let only = Scope::One(index);
            ends(only, &mut leads)
                || values(only, &mut leads)
                || numbers(only, &mut leads)
                || names(only, &mut leads)
        })
        || each.clone().any(|index| {
            let group = |group| with_fields(Choice::WithoutGroup(group, index));
            Group::ALL.into_iter().any(|one| leads(left_out, group(one)))
        })
        || few
            .clone()
            .any(|last| (0..last).any(|first| leads(left_out, without([first, last, last]))))
        || fewer.clone().any(|last| {
            (0..last).any(|second| {
                (0..second).any(|first| leads(left_out, without([first, second, last])))
            })
        })
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
    (Cause::KeyEmpty, with_secret(Secret::Empty)),
    (Cause::Leading, with_suffix(Suffix::QuestionMarkFirst)),
    (Cause::Leading, with_suffix(Suffix::AmpersandFirst)),
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
    (Cause::BackslashesDropped, Rewrite::Backslashes { single: false }),
    (Cause::BackslashesDropped, Rewrite::Backslashes { single: true }),
];

fn values(scope: Scope, leads: &mut impl FnMut(Cause, Recipe) -> bool) -> bool {
    VALUES.iter().any(|(cause, rewrite)| leads(*cause, with_values(*rewrite, scope)))
}

fn numbers(scope: Scope, leads: &mut impl FnMut(Cause, Recipe) -> bool) -> bool {
    let rewrites = Form::ALL.into_iter().map(Rewrite::Number);
    rewrites
        .map(|rewrite| with_values(rewrite, scope))
        .any(|recipe| leads(Cause::NumberRewritten, recipe))
}

fn ends(scope: Scope, leads: &mut impl FnMut(Cause, Recipe) -> bool) -> bool {
    let rewrites = (0..).zip(ENDS).map(|(ends, _)| Rewrite::Around(ends));
    rewrites
        .map(|rewrite| with_values(rewrite, scope))
        .any(|recipe| leads(Cause::EndsCutOff, recipe))
}

fn names(scope: Scope, leads: &mut impl FnMut(Cause, Recipe) -> bool) -> bool {
    let ways = Naming::ALL.into_iter();
    ways.map(|naming| Recipe { naming, scope, ..RIGHT })
        .any(|recipe| leads(Cause::NamesRewritten, recipe))
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

    /// How often the cause is tried with so many fields.
    fn tries(count: usize, is_counted: impl Fn(Cause) -> bool) -> usize {
        let mut tries = 0_usize;
        mistakes(count, |cause, _| {
            tries = tries.saturating_add(usize::from(is_counted(cause)));
            false
        });
        tries
    }

    #[test]
    fn the_tries_are_limited() {
        assert!((0..=300).all(|count| tries(count, |_| true) <= 4_500));
        let several = |count| tries(count, |cause| cause == Cause::FieldsLeftOut);
        let groups = Group::ALL.len();
        assert_eq!(several(24), 3 + 24 * groups + 276 + 2_024);
        assert_eq!(several(48), 3 + 48 * groups + 1_128);
        assert_eq!(several(255), 3 + 255 * groups);
        assert_eq!(several(256), 3);
    }

    #[test]
    fn the_first_one_that_leads_there_ends_the_search() {
        let mut tries = 0;
        let found = mistakes(5, |cause, _| {
            tries += 1;
            cause == Cause::KeyLeftOut
        });
        assert_eq!((found, tries), (true, 3));
    }
}
