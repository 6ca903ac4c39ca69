//! Bytes and texts in Markdown, so that a reader sees every character.

use core::fmt::Write as _;

/// Bytes as Markdown code: what cannot be seen as an escape, and what is long cut.
pub(super) fn code(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            match c {
                '\n' | '\r' | '\t' => text.extend(c.escape_default()),
                ' '..='~' => text.push(c),
                _ if c.is_alphanumeric() => text.push(c),
                _ => text.extend(c.escape_unicode()),
            }
        }
        chunk.invalid().iter().for_each(|byte| write!(text, "\\x{byte:02X}").unwrap());
    }
    if text.chars().count() > 120 {
        let start: String = text.chars().take(80).collect();
        return format!("{} … {} bytes", code(start.as_bytes()), bytes.len());
    }
    match text.replace('|', "\\|") {
        empty if empty.is_empty() => "nothing".into(),
        text if text.contains('`') => format!("`` {text} ``"),
        text => format!("`{text}`"),
    }
}

/// Text as Markdown.
pub(super) fn prose(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('|', "\\|").replace('[', "\\[")
}

/// A link to a heading, as GitHub names it.
pub(super) fn anchor(title: &str) -> String {
    title.to_lowercase().replace(' ', "-")
}
