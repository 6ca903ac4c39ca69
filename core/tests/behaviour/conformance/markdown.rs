//! Bytes and texts in Markdown, so that a reader sees every character.

use core::fmt::Write as _;

/// Bytes as Markdown code, in lines of at most `width` characters. Invisible characters become escapes,
/// and long texts are shortened.
pub(super) fn code(bytes: &[u8], width: usize) -> String {
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
        return format!("{} … {} bytes", code(start.as_bytes(), width), bytes.len());
    }
    if text.is_empty() {
        return "nothing".into();
    }
    let lines: Vec<String> = lines(&text, width).iter().map(|line| quoted(line)).collect();
    lines.join("<br>")
}

/// A line as code, whose ends are kept where they are blank.
fn quoted(line: &str) -> String {
    let line = line.replace('|', "\\|");
    let is_blank = line.trim().is_empty();
    match line {
        line if line.contains('`') => format!("`` {line} ``"),
        // One blank at each end is dropped, if anything else is there.
        line if !is_blank && line.starts_with(' ') && line.ends_with(' ') => format!("` {line} `"),
        line => format!("`{line}`"),
    }
}

/// A text in lines. A tag or an escape is broken only if it is too long, and a line ends before a tag
/// rather than in the middle of a text.
fn lines(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in pieces(text) {
        let mut piece = piece.as_str();
        loop {
            let line = lines.last_mut().unwrap();
            let room = width.saturating_sub(line.chars().count());
            let count = piece.chars().count();
            if count <= room {
                line.push_str(piece);
                break;
            }
            if !line.is_empty() {
                lines.push(String::new());
                continue;
            }
            let end = piece.char_indices().nth(room).map_or(piece.len(), |(at, _)| at);
            let (now, rest) = piece.split_at(end);
            line.push_str(now);
            piece = rest;
        }
    }
    lines
}

/// Tags, and what is between them.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for c in text.chars() {
        if c == '<' && !pieces.last().unwrap().is_empty() {
            pieces.push(String::new());
        }
        pieces.last_mut().unwrap().push(c);
        if ">, ".contains(c) {
            pieces.push(String::new());
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Text as Markdown.
pub(super) fn prose(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('|', "\\|").replace('[', "\\[")
}

/// A link to a heading, as GitHub names it.
pub(super) fn anchor(title: &str) -> String {
    title.to_lowercase().replace(' ', "-")
}
