//! Layers that the library does not take off, because they need to know what a text is from: web
//! pages, addresses, and the names that programs print before a string.

use wxp_core::Body;

use super::list::List;
use crate::language::Language;
use crate::texts;

/// What was taken off.
#[derive(Clone, Copy)]
pub(super) enum Foreign {
    Entities,
    Percents,
    Label,
    Object,
}

impl Foreign {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Entities => "Entities",
            Self::Percents => "Percents",
            Self::Label => "Label",
            Self::Object => "Object",
        }
    }

    pub(super) fn text(self, language: Language) -> String {
        match self {
            Self::Entities => texts::undone_entities(language),
            Self::Percents => texts::undone_url_encoding(language),
            Self::Label => texts::undone_label(language),
            Self::Object => texts::undone_object(language),
        }
    }
}

/// The text without one such layer, if it has one.
pub(super) fn undo(bytes: &[u8]) -> Option<(Foreign, Vec<u8>)> {
    let text = str::from_utf8(bytes).ok()?;
    if let Some(rest) = unlabelled(text.trim_start_matches('\u{feff}').trim_start()) {
        return Some((Foreign::Label, rest.as_bytes().to_vec()));
    }
    let body = Body::of(bytes);
    let is_no_list = || body == Body::Text || body == Body::Json && List::read(bytes).is_err();
    if is_no_list()
        && let Some(object) = signed_object(text)
    {
        return Some((Foreign::Object, object.as_bytes().to_vec()));
    }
    if body != Body::Text {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    let has = |starts: [&str; 2]| starts.iter().any(|start| lower.contains(start));
    if has(["&lt;xml", "&lt;?xml"]) {
        return Some((Foreign::Entities, without_entities(text).into_bytes()));
    }
    if has(["%3cxml%3e", "%3c%3fxml"]) {
        return Some((Foreign::Percents, percent_decoded(bytes)?));
    }
    None
}

/// How many beginnings and ends of objects are tried.
const TRIED: [usize; 2] = [64, 8];

/// The flat object with a signature in a line of a log, in a call of JavaScript or within another
/// object; `None` if there are several, of which none is to be chosen.
fn signed_object(text: &str) -> Option<&str> {
    let starts = text.match_indices('{').map(|(at, _)| at).take(TRIED[0]);
    let object = |start: usize| {
        let (_, rest) = text.split_at(start);
        let ends = rest.match_indices('}').map(|(at, _)| at + 1).take(TRIED[1]);
        let mut objects = ends.map(|end| rest.split_at(end).0);
        objects.find(|object| List::read(object.as_bytes()).is_ok_and(|list| list.has_signature()))
    };
    let mut found = starts.filter_map(object).filter(|object| object.len() < text.trim().len());
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// What WeChat Pay's pages call the string that is signed.
const LABELS: [&str; 4] = ["stringSignTemp=", "stringA=", "?", "&"];

/// A string of pairs without what stands before the first name.
fn unlabelled(text: &str) -> Option<&str> {
    let rest = LABELS.iter().find_map(|label| text.strip_prefix(label))?;
    let rest = rest.trim_start_matches('"');
    (Body::of(rest.as_bytes()) == Body::Canonical || Body::of(rest.as_bytes()) == Body::Form)
        .then_some(rest)
}

/// The characters that filters escape, in one pass: what comes out is not looked at again.
fn without_entities(text: &str) -> String {
    const ENTITIES: [(&str, char); 10] = [
        ("lt;", '<'),
        ("gt;", '>'),
        ("amp;", '&'),
        ("quot;", '"'),
        ("apos;", '\''),
        ("#39;", '\''),
        ("#039;", '\''),
        ("#x27;", '\''),
        ("#34;", '"'),
        ("#38;", '&'),
    ];
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, after)) = rest.split_once('&') {
        let known =
            |(name, character): &(&str, char)| Some((*character, after.strip_prefix(name)?));
        let (character, after) = ENTITIES.iter().find_map(known).unwrap_or(('&', after));
        out.push_str(before);
        out.push(character);
        rest = after;
    }
    out + rest
}

/// The bytes that are percent-encoded; `None` if an escape is none. What encodes forms leaves no `/`
/// behind, and only there `+` is a blank.
fn percent_decoded(text: &[u8]) -> Option<Vec<u8>> {
    let is_form = !text.contains(&b'/');
    let (mut out, mut rest) = (Vec::with_capacity(text.len()), text);
    loop {
        let (byte, after) = match rest {
            [] => return Some(out),
            [b'%', high, low, after @ ..] => {
                let digit = |byte: &u8| char::from(*byte).to_digit(16);
                (u8::try_from(digit(high)? * 16 + digit(low)?).ok()?, after)
            }
            [b'%', ..] => return None,
            [b'+', after @ ..] if is_form => (b' ', after),
            [byte, after @ ..] => (*byte, after),
        };
        out.push(byte);
        rest = after;
    }
}
