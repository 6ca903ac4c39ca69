//! An array as PHP shows or writes it.
//!
//! ```text
//! print_r     Array ( [name] => text [name] => text )          in one line or in several
//! var_export  array ( 'name' => 'text', 'name' => 1, )         also [ … ] and "…"
//! var_dump    array(2) { ["name"]=> string(4) "text" ["name"]=> int(1) }
//! ```

use super::super::text::strip_ignoring_case;
use super::scan::unless_null;
use super::{Form, Item, Part, Scan};
use crate::base::Writer;
use crate::error::{Error, ErrorKind};
use crate::field::name_len;

/// The ways to show an array.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Print,
    Export,
    Dump,
}

pub(super) struct Php<'a> {
    scan: Scan<'a>,
    style: Option<Style>,
}

/// Whether an array begins here.
pub(in crate::body) fn begins(text: &[u8]) -> bool {
    let mut scan = Scan::new(core::str::from_utf8(text).unwrap_or_default(), 0);
    let Some(style) = open(&mut scan) else { return false };
    scan.blanks();
    match style {
        Style::Print => scan.first() == Some(b')') || key(scan.rest()).is_some(),
        Style::Dump => scan.rest().starts_with("[\""),
        Style::Export => {
            let Some(mark @ (b'\'' | b'"')) = scan.first() else { return false };
            scan.quoted(mark).is_ok() && scan.sign("=>").is_ok()
        }
    }
}

/// Passes over what stands before the first item.
fn open(scan: &mut Scan<'_>) -> Option<Style> {
    scan.blanks();
    if scan.eats("[") {
        return Some(Style::Export);
    }
    let word = scan.word().ok()?.text;
    let is_array = strip_ignoring_case(word.as_bytes(), "array").is_some_and(<[u8]>::is_empty);
    scan.blanks();
    // As SimpleXMLElement is shown.
    let is_object = !is_array && scan.eats("Object");
    scan.blanks();
    if !scan.eats("(") || !(is_array || is_object) {
        return None;
    }
    let count = scan.rest().bytes().take_while(u8::is_ascii_digit).count();
    if count > 0 {
        scan.take(count);
        scan.expect(")").ok()?;
        scan.sign("{").ok()?;
        return Some(Style::Dump);
    }
    scan.blanks();
    Some(if matches!(scan.first(), Some(b'[' | b')')) { Style::Print } else { Style::Export })
}

/// The length of the name that begins here as `[name] => `.
fn key(text: &str) -> Option<usize> {
    let name = text.strip_prefix('[')?;
    let len = name_len(name.as_bytes());
    let ends = name.get(len..)?.starts_with("] =>");
    (ends && len > 0).then_some(len)
}

/// Whether a value is an array or an object itself, as `print_r` shows it.
fn is_array(value: &str) -> bool {
    let mut words = value.split_ascii_whitespace();
    match (words.next(), words.next()) {
        (Some("Array"), Some("(")) => true,
        (Some(_), Some("Object")) => words.next() == Some("("),
        _ => false,
    }
}

impl<'a> Php<'a> {
    pub(super) const fn of(scan: Scan<'a>) -> Self {
        Self { scan, style: None }
    }

    pub(super) fn next(&mut self) -> Result<Option<Item<'a>>, Error> {
        let misfit = self.scan.misfit();
        let style = self.style.or_else(|| open(&mut self.scan)).ok_or(misfit)?;
        self.style = Some(style);
        self.scan.blanks();
        if matches!(self.scan.first(), Some(b')' | b']' | b'}')) {
            self.scan.take(1);
            self.scan.blanks();
            self.scan.eats(";");
            self.scan.blanks();
            return if self.scan.rest().is_empty() { Ok(None) } else { Err(self.scan.misfit()) };
        }
        match style {
            Style::Print => self.printed(),
            Style::Export => self.exported(),
            Style::Dump => self.dumped(),
        }
        .map(Some)
    }

    /// A value ends where the next name or the end of the array follows.
    fn printed(&mut self) -> Result<Item<'a>, Error> {
        let len = key(self.scan.rest()).ok_or(self.scan.misfit())?;
        self.scan.take(1);
        let name = self.scan.take(len);
        self.scan.take("] =>".len());
        self.scan.eats(" ");
        let rest = self.scan.rest();
        let last = rest.len().saturating_sub(1);
        let ends = |at: &usize| {
            let is_apart = at.checked_sub(1).is_none_or(|before| {
                rest.as_bytes().get(before).is_some_and(u8::is_ascii_whitespace)
            });
            is_apart && (*at == last || rest.get(*at..).is_some_and(|text| key(text).is_some()))
        };
        let mut places = rest.bytes().enumerate().filter(|(_, byte)| b"[)".contains(byte));
        let end = places.find(|(at, _)| ends(at)).map(|(at, _)| at).ok_or(self.scan.misfit())?;
        let Part { text, offset } = self.scan.take(end);
        // The line end and the indent of what follows, or the blank in its place.
        let text = match text.trim_end_matches([' ', '\t']) {
            lines if lines.ends_with('\n') => {
                let line = lines.strip_suffix('\n').unwrap_or(lines);
                line.strip_suffix('\r').unwrap_or(line)
            }
            _ => text.strip_suffix(' ').unwrap_or(text),
        };
        if is_array(text) {
            return Err(Error::new(ErrorKind::List, offset));
        }
        Ok(Item { name, value: Part { text, offset }, form: Form::Plain })
    }

    fn exported(&mut self) -> Result<Item<'a>, Error> {
        let Some(mark @ (b'\'' | b'"')) = self.scan.first() else { return Err(self.scan.misfit()) };
        let name = self.scan.quoted(mark)?;
        self.scan.sign("=>")?;
        self.scan.blanks();
        let (value, form) = match self.scan.first() {
            Some(b'\'') => (self.scan.quoted(b'\'')?, Form::Single),
            Some(b'"') => (self.scan.quoted(b'"')?, Form::Json),
            _ => (unless_null(self.scan.word()?), Form::Plain),
        };
        self.scan.blanks();
        if !matches!(self.scan.first(), Some(b')' | b']')) {
            self.scan.expect(",")?;
        }
        Ok(Item { name, value, form })
    }

    /// Texts are as long as the array says, whatever is in them.
    fn dumped(&mut self) -> Result<Item<'a>, Error> {
        self.scan.expect("[\"")?;
        let name = self.scan.until(|byte| byte == b'"');
        self.scan.expect("\"]=>")?;
        self.scan.blanks();
        let kind = self.scan.word()?;
        if kind.text.eq_ignore_ascii_case("null") {
            return Ok(Item { name, value: unless_null(kind), form: Form::Plain });
        }
        self.scan.expect("(")?;
        let inside = self.scan.word()?;
        self.scan.expect(")")?;
        let value = match kind.text {
            "string" => {
                self.scan.sign("\"")?;
                let value = self.scan.take(inside.text.parse().map_err(|_| self.scan.misfit())?);
                self.scan.expect("\"")?;
                value
            }
            "int" | "float" | "bool" => inside,
            _ => return Err(Error::new(ErrorKind::List, kind.offset)),
        };
        Ok(Item { name, value, form: Form::Plain })
    }
}

/// Writes a text of single quotation marks: a backslash counts only before another one or before
/// the mark.
pub(super) fn unescape(text: &[u8], writer: &mut Writer<'_>) -> Result<(), Error> {
    let mut rest = text;
    loop {
        rest = match rest {
            [] => return Ok(()),
            [b'\\', byte @ (b'\\' | b'\''), rest @ ..] | [byte, rest @ ..] => {
                writer.append(&[*byte]);
                rest
            }
        };
    }
}
