//! The characters of a value that a mistake is about, for those who show it with them marked.

use core::ops::Range;

use serde_json::{Value as Json, json};
use wxp_core::{Cause, Field, Marked};

/// For each field at fault its name, and the ranges of its characters that are.
pub(super) fn json(cause: Cause, marked: &Marked, fields: &[Field<'_>]) -> Json {
    let one = |index| {
        let field: &Field<'_> = fields.get(index)?;
        let characters: Vec<char> = field.value().to_string().chars().collect();
        let ranges = ranges(cause, &characters);
        let ranges: Vec<_> = ranges.iter().map(|range| [range.start, range.end]).collect();
        Some(json!({ "field": field.name(), "characters": ranges }))
    };
    marked.iter().filter_map(one).collect()
}

/// The characters that a mistake changes; none where it is about the field as a whole.
fn ranges(cause: Cause, text: &[char]) -> Vec<Range<usize>> {
    match cause {
        Cause::ValueTrimmed => ends(text),
        Cause::ReturnsDropped | Cause::ReturnsAdded => runs(text, |c| "\r\n".contains(c)),
        Cause::ValueEscaped => runs(text, |c| "&<>\"'".contains(c)),
        Cause::ValueUrlEncoded if !escapes(text, '%', 2).is_empty() => escapes(text, '%', 2),
        Cause::ValueUrlEncoded => runs(text, |c| !c.is_ascii_alphanumeric() && !"-_.".contains(c)),
        Cause::CharactersLost
        | Cause::EncodedTwice
        | Cause::Gbk
        | Cause::ReadAsLatin1
        | Cause::ReadAsGbk => runs(text, |c| !c.is_ascii()),
        Cause::NumberRewritten => runs(text, |_| true),
        Cause::HexAdded => escapes(text, '\\', 3),
        Cause::EntitiesAdded => entities(text),
        Cause::BackslashesAdded | Cause::BackslashesDropped => runs(text, |c| "\\\"'".contains(c)),
        Cause::JsonEscaped => runs(text, |c| c == '\\'),
        Cause::PlusForBlank => runs(text, |c| " +".contains(c)),
        Cause::PercentsAdded => escapes(text, '%', 2),
        _ => Vec::new(),
    }
}

/// Runs of characters of a class.
fn runs(text: &[char], is_one: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.iter().enumerate().filter(|(_, c)| is_one(**c)) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// The white space at both ends.
fn ends(text: &[char]) -> Vec<Range<usize>> {
    let blanks = runs(text, char::is_whitespace);
    blanks.into_iter().filter(|run| run.start == 0 || run.end == text.len()).collect()
}

/// Escapes of a character and so many that follow it.
fn escapes(text: &[char], first: char, more: usize) -> Vec<Range<usize>> {
    let starts = text.iter().enumerate().filter(|(_, c)| **c == first);
    starts.map(|(at, _)| at..(at + 1 + more).min(text.len())).collect()
}

/// Texts such as `&quot;`.
fn entities(text: &[char]) -> Vec<Range<usize>> {
    let starts = text.iter().enumerate().filter(|(_, c)| **c == '&');
    let one = |(at, _): (usize, &char)| {
        let len = text[at..].iter().take(8).position(|c| *c == ';')?;
        Some(at..at + len + 1)
    };
    starts.filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::single_range_in_vec_init, reason = "they are lists of ranges")]
    fn marks_are_where_the_mistake_is() {
        for (cause, text, due) in [
            (Cause::ValueTrimmed, " te a\n ", &[0..1, 5..7][..]),
            (Cause::ValueTrimmed, "  ", &[0..2]),
            (Cause::ReturnsDropped, "a\r\nb\r", &[1..3, 4..5]),
            (Cause::ValueUrlEncoded, "a b/茶", &[1..2, 3..5]),
            (Cause::ValueUrlEncoded, "a%2Fb", &[1..4]),
            (Cause::HexAdded, r"{\x22a\x22}", &[1..5, 6..10]),
            (Cause::EntitiesAdded, "a&quot;b & c", &[1..7]),
            (Cause::ReadAsLatin1, "èŒ¶x", &[0..3]),
            (Cause::NumberRewritten, "100", &[0..3]),
            (Cause::FieldLeftOut, "a b", &[]),
        ] {
            let text: Vec<char> = text.chars().collect();
            assert_eq!(ranges(cause, &text), due, "{cause:?} {text:?}");
        }
    }
}
