//! The rules of reading in their simplest form: it allocates, checks one rule after the other, and
//! does not say what is wrong. It shares no code and no method with the reader.

use std::borrow::Cow;
use std::collections::BTreeMap;

const BLANKS: [char; 4] = [' ', '\t', '\n', '\r'];

/// The fields of a document; `None` if it is to be refused.
pub(crate) fn read(document: &[u8]) -> Option<BTreeMap<String, String>> {
    let text = std::str::from_utf8(document).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // Nothing may hold what is no character of XML (section 2.2); of bytes, because that is fast.
    let is_control = |byte: &u8| *byte < b' ' && !b"\t\n\r".contains(byte);
    let mut behind_ef = document.split(|byte| *byte == 0xEF).skip(1);
    if document.iter().any(is_control)
        || behind_ef.any(|rest| matches!(rest, [0xBF, 0xBE | 0xBF, ..]))
    {
        return None;
    }
    // Line ends are all one (section 2.11).
    let mut text = Cow::from(text);
    if text.contains('\r') {
        text = text.replace("\r\n", "\n").replace('\r', "\n").into();
    }
    let (root, is_empty, mut text) = start_tag(behind_declaration(&text)?.trim_matches(BLANKS))?;
    let mut fields = BTreeMap::new();
    if !is_empty {
        loop {
            text = text.trim_start_matches(BLANKS);
            if text.starts_with("</") {
                text = end_tag(text, root)?;
                break;
            }
            let (name, is_empty, rest) = start_tag(text)?;
            let (value, rest) = if is_empty { (String::new(), rest) } else { content(rest)? };
            text = if is_empty { rest } else { end_tag(rest, name)? };
            if fields.insert(name.to_owned(), value).is_some() {
                return None;
            }
        }
    }
    text.is_empty().then_some(fields)
}

const fn is_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

fn behind_declaration(text: &str) -> Option<&str> {
    let Some(text) = text.strip_prefix("<?xml") else { return Some(text) };
    let (mut declared, text) = text.split_once("?>")?;
    let mut pairs = Vec::new();
    while !declared.trim_start_matches(BLANKS).is_empty() {
        let (name, rest) = declared.strip_prefix(BLANKS)?.split_once('=')?;
        let rest = rest.trim_start_matches(BLANKS);
        let quote = if rest.starts_with('\'') { '\'' } else { '"' };
        let (value, rest) = rest.strip_prefix(quote)?.split_once(quote)?;
        pairs.push((name.trim_matches(BLANKS), value));
        declared = rest;
    }
    let [("version", "1.0"), pairs @ ..] = &pairs[..] else { return None };
    let pairs = match pairs {
        [("encoding", name), pairs @ ..] if name.eq_ignore_ascii_case("UTF-8") => pairs,
        pairs => pairs,
    };
    matches!(pairs, [] | [("standalone", "yes" | "no")]).then_some(text)
}

/// Name, whether the element ends at once, and what follows. No attribute can hold a `>`: there is
/// none.
fn start_tag(text: &str) -> Option<(&str, bool, &str)> {
    let (tag, rest) = text.strip_prefix('<')?.split_once('>')?;
    let name = tag.strip_suffix('/').unwrap_or(tag);
    let is_empty = name.len() < tag.len();
    let name = name.trim_end_matches(BLANKS);
    let is_name = name.len() <= 64
        && name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "_.-".contains(c));
    is_name.then_some((name, is_empty, rest))
}

fn end_tag<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let (tag, rest) = text.strip_prefix("</")?.split_once('>')?;
    (tag.trim_end_matches(BLANKS) == name).then_some(rest)
}

/// The value of a field, and what follows.
fn content(mut text: &str) -> Option<(String, &str)> {
    let mut value = String::new();
    loop {
        if let Some(section) = text.strip_prefix("<![CDATA[") {
            let (inside, rest) = section.split_once("]]>")?;
            value += inside;
            text = rest;
        } else if text.starts_with('<') {
            return Some((value, text));
        } else {
            let (plain, rest) = text.split_at(text.find('<')?);
            value += &decoded(plain)?;
            text = rest;
        }
    }
}

/// Text without markup but references.
fn decoded(text: &str) -> Option<String> {
    if text.contains("]]>") {
        return None;
    }
    let mut pieces = text.split('&');
    let mut value = pieces.next()?.to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once(';')?;
        value.push(referred(name)?);
        value += rest;
    }
    Some(value)
}

fn referred(name: &str) -> Option<char> {
    let (digits, radix) = match name.strip_prefix('#') {
        None => {
            let entities = [("lt", '<'), ("gt", '>'), ("amp", '&'), ("apos", '\''), ("quot", '"')];
            return entities.iter().find(|(entity, _)| *entity == name).map(|(_, c)| *c);
        }
        Some(number) => number.strip_prefix('x').map_or((number, 10), |digits| (digits, 16)),
    };
    // A sign would be taken, too.
    let code = digits.chars().all(|c| c.is_digit(radix)).then_some(digits)?;
    char::from_u32(u32::from_str_radix(code, radix).ok()?).filter(|c| is_char(*c))
}
