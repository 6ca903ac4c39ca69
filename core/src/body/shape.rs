//! How texts are told apart by their look, and where a document lies in one.

use super::Body;
use super::fields::php;
use super::text::{find, holds, strip_ignoring_case};
use crate::error::ErrorKind;
use crate::field::name_len;
use crate::xml;

/// What a text is that begins with no white space; `indented` says whether there was some before.
pub(super) fn of(text: &[u8], indented: bool) -> Body {
    match text {
        [b'<', tag @ ..] if is_tag(tag) => document(text, indented),
        [b'"', ..] if is_string(text) => Body::JsonString,
        _ if begins_escaped(text) => Body::EscapedXml,
        _ if document_in(text).is_some() => Body::XmlWithin,
        _ if holds(text, API_V3) => Body::ApiV3,
        [b'{', ..] if is_api_v3(text) => Body::ApiV3,
        [b'<', ..] => Body::Xml,
        _ if php::begins(text) => Body::PhpArray,
        [b'{', ..] => Body::Json,
        [b'[', rest @ ..] if is_json_list(rest) => Body::Json,
        _ if is_bill(text) => Body::Bill,
        _ => pairs(text),
    }
}

const fn is_tag(tag: &[u8]) -> bool {
    matches!(tag, [b'?' | b'!' | b'_' | b'a'..=b'z' | b'A'..=b'Z', ..])
}

/// What begins like XML.
fn document(text: &[u8], indented: bool) -> Body {
    let behind = last_end(text).and_then(|end| text.get(end..)).unwrap_or_default();
    if holds(text, ESCAPES) && !is_read(text) {
        // White space and escapes are undone together, so the escapes come first.
        return if behind.is_empty() { Body::EscapedXml } else { within(text, behind) };
    }
    match behind.trim_ascii() {
        [] if indented && text.starts_with(b"<?") => Body::XmlWithin,
        [] => Body::Xml,
        _ => within(text, behind),
    }
}

/// What a document is with text behind it.
fn within(text: &[u8], behind: &[u8]) -> Body {
    // Escapes of white space at the end belong to the text that was escaped.
    let only_blanks = holds(text, ESCAPES) && behind.iter().all(|b| b"\\nrt \r\n\t".contains(b));
    if only_blanks { Body::EscapedXml } else { Body::XmlWithin }
}

/// What shows that XML was escaped, if the reader refuses it.
const ESCAPES: &[&[u8]] = &[b"<\\", b">\\n", b">\\r", b">\\t", b"=\\\"", b"\\u003", b"\\x3"];

/// Whether the strict reader takes this document as it is.
pub(super) fn is_read(document: &[u8]) -> bool {
    match xml::read_nested_into(document, &mut []) {
        Ok(_) => true,
        Err(error) => matches!(error.kind(), ErrorKind::Space { .. }),
    }
}

/// What `<` is escaped as where JSON or a log is set into a page.
const LESS_THAN: [&str; 2] = ["\\u003c", "\\x3c"];
/// The same of `>`.
const GREATER_THAN: [&str; 3] = [">", "\\u003e", "\\x3e"];

/// Whether a document begins here whose `<` is escaped.
fn begins_escaped(text: &[u8]) -> bool {
    LESS_THAN.iter().any(|less| strip_ignoring_case(text, less).is_some_and(begins_root))
}

/// Whether a declaration or the root of a message follows a `<`.
fn begins_root(tag: &[u8]) -> bool {
    let named = tag.strip_prefix(b"?xml").or_else(|| tag.strip_prefix(b"xml"));
    named.is_some_and(|rest| matches!(rest, [b'>' | b' ' | b'\t' | b'\r' | b'\n' | b'\\', ..]))
}

/// The part of a text that may be a document: from the first `<xml` or `<?xml` to the last
/// `</xml>`, or to the end of the text. Escaped characters count.
pub(super) fn document_in(text: &[u8]) -> Option<(usize, &[u8])> {
    let begins = |at: usize| {
        let text = text.get(at..).unwrap_or_default();
        text.strip_prefix(b"<").is_some_and(begins_root) || begins_escaped(text)
    };
    let mut places = text.iter().enumerate().filter(|(_, byte)| matches!(byte, b'<' | b'\\'));
    let start = places.find(|(at, _)| begins(*at)).map(|(at, _)| at)?;
    let rest = text.get(start..)?;
    Some((start, last_end(rest).and_then(|end| rest.get(..end)).unwrap_or(rest)))
}

/// The offset behind the last end tag of a message's root.
fn last_end(text: &[u8]) -> Option<usize> {
    let ends = |at: usize| {
        let tag = text.get(at..)?.strip_prefix(b"/xml")?;
        let close = |close: &&str| strip_ignoring_case(tag, close);
        GREATER_THAN.iter().find_map(close).map(|rest| text.len().saturating_sub(rest.len()))
    };
    let mut places = text.iter().enumerate().rev().filter(|(_, byte)| **byte == b'/');
    places.find_map(|(at, _)| ends(at))
}

/// Whether this is one text in quotation marks, with nothing but white space behind it.
fn is_string(text: &[u8]) -> bool {
    quoted(text).is_some_and(|string| string.len() == text.trim_ascii_end().len())
}

/// The text in quotation marks that begins here, with both marks.
pub(super) fn quoted(text: &[u8]) -> Option<&[u8]> {
    let mut escaped = false;
    let mut places = text.strip_prefix(b"\"")?.iter().enumerate();
    let end = places.find(|(_, byte)| {
        let ends = !escaped && **byte == b'"';
        escaped = !escaped && **byte == b'\\';
        ends
    });
    end.and_then(|(at, _)| text.get(..at.saturating_add(2)))
}

/// What stands in no other texts than those of `APIv3`.
const API_V3: &[&[u8]] =
    &[b"WECHATPAY2-SHA256-RSA2048", b"AEAD_AES_256_GCM", b"\"encrypt-resource\""];

/// Members of which an object of `APIv3` has both.
const API_V3_MEMBERS: &[[&[u8]; 2]] = &[
    // A refusal.
    [b"\"code\"", b"\"message\""],
    // Orders and refunds; their amounts are objects.
    [b"\"out_trade_no\"", b"\"amount\""],
    [b"\"out_refund_no\"", b"\"amount\""],
    [b"\"resource_type\"", b"\"event_type\""],
];

fn is_api_v3(object: &[u8]) -> bool {
    API_V3_MEMBERS.iter().any(|both| both.iter().all(|name| find(object, name).is_some()))
}

/// Whether a list of JSON goes on here, rather than a log's `[2026-01-01`.
fn is_json_list(rest: &[u8]) -> bool {
    matches!(rest.trim_ascii_start(), [] | [b'{' | b'[' | b'"' | b']', ..])
}

/// Whether a line of names comes first, and then values with a back-tick before each; or the names
/// are those of a bill.
fn is_bill(text: &[u8]) -> bool {
    const FIRST_NAMES: [&str; 2] = ["交易时间,", "记账时间,"];
    let mut lines = text.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let names = lines.next().unwrap_or_default();
    let next = lines.find(|line| !line.is_empty()).unwrap_or_default();
    let has_values = names.contains(&b',') && !names.contains(&b'`') && next.starts_with(b"`");
    has_values || FIRST_NAMES.iter().any(|first| names.starts_with(first.as_bytes()))
}

/// Names and values: which form they have, if any.
fn pairs(text: &[u8]) -> Body {
    let mut lines = text.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    if query(text).is_some_and(begins_pair) {
        return Body::Address;
    }
    if !begins_pair(text) {
        return Body::Text;
    }
    let is_line = !text.trim_ascii_end().contains(&b'\n');
    let has_pairs = || text.split(|byte| *byte == b'&').skip(1).any(begins_pair);
    if is_line && has_pairs() {
        return if is_form(text.trim_ascii_end()) { Body::Form } else { Body::Canonical };
    }
    if lines.all(|line| line.is_empty() || begins_pair(line)) {
        Body::Lines
    } else if has_pairs() {
        Body::Canonical
    } else {
        Body::Text
    }
}

/// The query of an address, which is one line.
pub(super) fn query(text: &[u8]) -> Option<&[u8]> {
    let at = find(text, b"://")?;
    let is_scheme = text.get(..at)?.iter().all(u8::is_ascii_alphabetic);
    let end = text.iter().position(|byte| *byte == b'#').unwrap_or(text.len());
    let address = text.get(..end)?.trim_ascii_end();
    let query = address.get(find(address, b"?")?.saturating_add(1)..)?;
    (is_scheme && at > 0 && !address.iter().any(u8::is_ascii_whitespace)).then_some(query)
}

/// Whether a name and `=` come first.
pub(super) fn begins_pair(text: &[u8]) -> bool {
    let len = name_len(text);
    len > 0 && text.get(len) == Some(&b'=')
}

/// Whether the text is percent-encoded, all of it: it has escapes, and nothing that lacks one.
fn is_form(text: &[u8]) -> bool {
    let (mut rest, mut escapes) = (text, 0_usize);
    loop {
        rest = match rest {
            [] => return escapes > 0,
            [b'%', high, low, rest @ ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                escapes = escapes.saturating_add(1);
                rest
            }
            [byte, rest @ ..] if byte.is_ascii_alphanumeric() || SAFE.contains(byte) => rest,
            _ => return false,
        };
    }
}

/// What some way of URL-encoding leaves as it is, and what parts the pairs.
const SAFE: &[u8] = b"-_.~!*'()&=+";
