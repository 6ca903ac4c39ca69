//! The Base64 of `req_info`: what happens to it on its way, undone where there is no doubt.
//!
//! None of this concerns the secret: it is public which characters a message has.

use crate::console::Console;
use crate::failure::Refusal;
use crate::language::Language;
use crate::texts;

/// The length of a block of the cipher, in bytes.
const BLOCK: usize = 16;

/// Base64 of whole blocks.
#[derive(Debug)]
pub(crate) struct Sealed {
    pub(crate) base64: String,
    pub(crate) blocks: usize,
    /// What was undone: a word for programs and a text for people.
    pub(crate) undone: Vec<(&'static str, String)>,
}

/// One way in which Base64 is changed on its way: a word for it, the way back, which is `None` if it
/// was not changed so, and what is said about it.
type Undo = (&'static str, fn(&str) -> Option<String>, fn(Language) -> String);

/// What is undone, in this order: the outermost was done last. Each of them is certain: no
/// character of what it undoes is one of Base64.
const UNDOING: [Undo; 6] = [
    ("quotes", quotes, texts::undone_quotes),
    ("json-escapes", json_escapes, texts::undone_json_escapes),
    ("percent-escapes", percent_escapes, texts::undone_percent_escapes),
    // Twice, as by a proxy.
    ("percent-escapes", percent_escapes, texts::undone_percent_escapes),
    ("url-safe", url_safe, texts::undone_url_safe),
    ("line-breaks", line_breaks, texts::undone_line_breaks),
];

impl Sealed {
    pub(crate) fn read(text: &str, console: &Console) -> Result<Self, Refusal> {
        let language = console.language;
        let mut base64 = text.to_owned();
        let mut undone = Vec::new();
        for (kind, undo, text) in UNDOING {
            if let Some(before) = undo(&base64) {
                base64 = before;
                undone.push((kind, text(language)));
            }
        }
        if base64.contains(' ') {
            let (before, kind, text) = blanks(&base64, console)?;
            base64 = before;
            undone.push((kind, text));
        }
        if let Some(padded) = padding(&base64) {
            base64 = padded;
            undone.push(("padding", texts::undone_padding(language)));
        }
        let blocks = checked(&base64, console)?;
        Ok(Self { base64, blocks, undone })
    }
}

/// Quotation marks around it, as in a log or in code.
fn quotes(text: &str) -> Option<String> {
    let text = text.trim();
    let inner = |mark| text.strip_prefix(mark)?.strip_suffix(mark);
    inner('"').or_else(|| inner('\'')).map(str::to_owned)
}

/// `\/`, `\n`, `\u002b` and the like.
fn json_escapes(text: &str) -> Option<String> {
    text.contains('\\').then(|| serde_json::from_str(&format!("\"{text}\"")).ok())?
}

/// `%2B`, `%2F`, `%3D` and the like.
fn percent_escapes(text: &str) -> Option<String> {
    let mut parts = text.split('%');
    let mut plain = parts.next()?.to_owned();
    let mut is_escaped = false;
    for part in parts {
        let (digits, rest) = part.split_at_checked(2)?;
        plain.push(char::from(u8::from_str_radix(digits, 16).ok()?));
        plain.push_str(rest);
        is_escaped = true;
    }
    is_escaped.then_some(plain)
}

/// `-` and `_` in place of `+` and `/`; where both alphabets are mixed, nothing is certain.
fn url_safe(text: &str) -> Option<String> {
    let is_safe = text.contains(['-', '_']) && !text.contains(['+', '/']);
    is_safe.then(|| text.replace('-', "+").replace('_', "/"))
}

/// Line breaks and tabs, as after a long line was wrapped, and the blanks beside them.
fn line_breaks(text: &str) -> Option<String> {
    let lines = text.split(['\n', '\r', '\t']);
    text.contains(['\n', '\r', '\t']).then(|| lines.map(str::trim).collect())
}

/// Blanks: each stands for a `+`, as form decoding leaves them, or for nothing. The length tells
/// which of the two, and if it does not, nothing is undone.
fn blanks(text: &str, console: &Console) -> Result<(String, &'static str, String), Refusal> {
    let language = console.language;
    let (plus, nothing) = (text.replace(' ', "+"), text.replace(' ', ""));
    let count = text.len() - nothing.len();
    match (fits(&plus), fits(&nothing)) {
        (true, false) => Ok((plus, "plus", texts::undone_blanks(language, count))),
        (false, true) => Ok((nothing, "blanks", texts::dropped_blanks(language, count))),
        _ => {
            let at = text.find(' ').unwrap_or(0);
            let refusal = Refusal::new("Blank", texts::blank_in_base64(language, at));
            Err(refusal.at(&console.starred(text.as_bytes()), at))
        }
    }
}

/// Whether a text has the length of whole blocks, with its padding or without.
fn fits(text: &str) -> bool {
    let padded = padding(text);
    decoded_len(padded.as_deref().unwrap_or(text)).is_some_and(|len| len.is_multiple_of(BLOCK))
}

/// The text with the padding that was cut off: certain only if whole blocks come of it.
fn padding(text: &str) -> Option<String> {
    let missing = (4 - text.len() % 4) % 4;
    if text.contains('=') || !(1..=2).contains(&missing) {
        return None;
    }
    let padded = format!("{text}{}", "=".repeat(missing));
    decoded_len(&padded)?.is_multiple_of(BLOCK).then_some(padded)
}

/// The length of what a text of Base64 stands for.
fn decoded_len(text: &str) -> Option<usize> {
    let pads = text.len() - text.trim_end_matches('=').len();
    (!text.is_empty() && text.len().is_multiple_of(4) && pads <= 2)
        .then(|| text.len() / 4 * 3 - pads)
}

/// How many blocks the text stands for.
fn checked(text: &str, console: &Console) -> Result<usize, Refusal> {
    let language = console.language;
    let shown = console.starred(text.as_bytes());
    let refuse = |kind, message, at| Err(Refusal::new(kind, message).at(&shown, at));
    let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || b"+/".contains(&byte);
    let digits = text.trim_end_matches('=').len();
    if text.is_empty() {
        return refuse("Empty", texts::empty_req_info(language), 0);
    }
    if let Some(at) = text.bytes().take(digits).position(|byte| !is_digit(byte)) {
        let found = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or_default();
        let found = found.escape_debug().to_string();
        return refuse("NotBase64", texts::not_base64(language, at, found), at);
    }
    match decoded_len(text) {
        None => refuse("Length", texts::no_whole_groups(language, text.len()), text.len()),
        Some(len) if !len.is_multiple_of(BLOCK) => {
            refuse("Length", texts::no_whole_blocks(language, len, len % BLOCK), text.len())
        }
        Some(len) => Ok(len / BLOCK),
    }
}
