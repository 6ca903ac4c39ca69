//! A flat document, read once from front to back.
//!
//! ```text
//! document     BOM? declaration? blank* ( <root/> | <root> (blank* field)* blank* </root> ) blank*
//! declaration  <?xml version="1.0" encoding="UTF-8" standalone="yes"?>    the last two optional
//! field        <name/> | <name> content </name>            blank* before every > and />
//! content      ( text | <![CDATA[ … ]]> | &amp; &lt; &gt; &apos; &quot; &#65; &#x41; )*
//! ```
//!
//! Nothing else is accepted, and there is no way to ask for more. Each function below consumes
//! what it is named after from `rest`, or says what stands there instead. No byte is looked at
//! more than a constant number of times.

use core::iter::FusedIterator;

use super::markup::{self, CDATA_CLOSE, CDATA_OPEN};
use crate::error::{Error, ErrorKind};
use crate::field::{Field, name_len};
use crate::value::Value;

/// The fields of a flat document, in document order; made by [`read`](super::read).
///
/// The iterator ends after the first error. A document is good only when the iterator has ended
/// without one: what has been yielded before an error is part of a refused document.
///
/// ```
/// let mut reader = wxp_core::xml::read(b"<root><refund_fee>1</refund_fee></root>");
/// let fee = reader.next().unwrap()?;
/// assert_eq!((reader.root(), fee.name()), ("root", "refund_fee"));
/// assert!(reader.next().is_none());
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Reader<'a> {
    document: &'a [u8],
    rest: &'a str,
    root: &'a str,
    state: State,
}

#[derive(Clone, Copy, Debug)]
enum State {
    Prolog,
    Fields,
    End,
}

impl<'a> Iterator for Reader<'a> {
    type Item = Result<Field<'a>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let item = self.field().transpose();
        if !matches!(item, Some(Ok(_))) {
            self.state = State::End;
        }
        item
    }
}

impl FusedIterator for Reader<'_> {}

impl<'a> Reader<'a> {
    pub(super) const fn new(document: &'a [u8]) -> Self {
        Self { document, rest: "", root: "", state: State::Prolog }
    }

    /// The name of the root element, once the first item has been asked for; empty before. The
    /// protocol's messages have `xml`, the sealed part of a refund notification has `root`.
    #[must_use]
    pub const fn root(&self) -> &'a str {
        self.root
    }

    fn field(&mut self) -> Result<Option<Field<'a>>, Error> {
        if matches!(self.state, State::Prolog) {
            self.state = if self.prolog()? { State::Fields } else { State::End };
        }
        if matches!(self.state, State::End) {
            return Ok(None);
        }
        self.blanks();
        if self.rest.starts_with("</") {
            self.end_tag(self.root)?;
            self.nothing_more()?;
            return Ok(None);
        }
        let name = self.start_tag(ErrorKind::Stray)?;
        let value = if self.tag_end()? { self.content(name)? } else { Value::new("") };
        Ok(Some(Field::checked(name, value)))
    }

    /// Everything up to the fields; whether there can be any.
    fn prolog(&mut self) -> Result<bool, Error> {
        self.rest = match core::str::from_utf8(self.document) {
            Ok(text) => text.strip_prefix('\u{FEFF}').unwrap_or(text),
            Err(e) if e.error_len().is_some() => {
                return Err(Error::new(ErrorKind::NotUtf8, e.valid_up_to()));
            }
            Err(_) => return Err(self.cut_short()),
        };
        self.declaration()?;
        self.blanks();
        self.root = self.start_tag(ErrorKind::NotXml)?;
        if self.tag_end()? {
            return Ok(true);
        }
        self.nothing_more()?;
        Ok(false)
    }

    /// `<?xml … ?>`, if it stands here.
    fn declaration(&mut self) -> Result<(), Error> {
        if self.rest.len() > 1 && "<?xml".starts_with(self.rest) {
            return Err(self.cut_short());
        }
        match self.rest.strip_prefix("<?xml") {
            Some(rest) if rest.bytes().next().is_some_and(markup::is_blank) => self.rest = rest,
            _ => return Ok(()),
        }
        let version = self.pseudo_attribute("version")?;
        if version.is_none() {
            return Err(self.refuse(ErrorKind::Declaration));
        }
        if version != Some("1.0") {
            return Err(self.refuse(ErrorKind::Encoding));
        }
        let encoding = self.pseudo_attribute("encoding")?;
        if encoding.is_some_and(|name| !name.eq_ignore_ascii_case("UTF-8")) {
            return Err(self.refuse(ErrorKind::Encoding));
        }
        if !matches!(self.pseudo_attribute("standalone")?, None | Some("yes" | "no")) {
            return Err(self.refuse(ErrorKind::Declaration));
        }
        self.blanks();
        self.literal("?>", ErrorKind::Declaration)
    }

    /// ` name = "value"`, if it stands here.
    fn pseudo_attribute(&mut self, name: &str) -> Result<Option<&'a str>, Error> {
        let before = self.rest;
        if self.blanks() > 0 && name.starts_with(self.rest) {
            return Err(self.cut_short());
        }
        if self.rest.len() == before.len() || !self.rest.starts_with(name) {
            self.rest = before;
            return Ok(None);
        }
        self.skip(name.len());
        self.blanks();
        self.literal("=", ErrorKind::Declaration)?;
        self.blanks();
        let quote = if self.rest.starts_with('\'') { "'" } else { "\"" };
        self.literal(quote, ErrorKind::Declaration)?;
        let value = self.rest.split(['\'', '"', '<', '>', '&']).next().unwrap_or("");
        self.skip(value.len());
        self.literal(quote, ErrorKind::Declaration)?;
        Ok(Some(value))
    }

    /// `<name`; text where it should stand is refused as `text`.
    fn start_tag(&mut self, text: ErrorKind) -> Result<&'a str, Error> {
        let after = self.rest.as_bytes().get(1).copied();
        match (self.rest.as_bytes().first(), after) {
            (None, _) => Err(self.cut_short()),
            (Some(b'<'), None) => Err(self.cut_short()),
            (Some(b'<'), Some(b'!')) => Err(self.no_tag(text)),
            (Some(b'<'), Some(b'?')) => Err(self.refuse(ErrorKind::ProcessingInstruction)),
            (Some(b'<'), Some(b'/' | b'<' | b'>')) => Err(self.refuse(ErrorKind::Malformed)),
            (Some(b'<'), Some(byte)) if markup::is_blank(byte) => {
                Err(self.refuse(ErrorKind::Malformed))
            }
            (Some(b'<'), Some(_)) => {
                self.skip(1);
                self.name()
            }
            (Some(_), _) => Err(self.refuse(text)),
        }
    }

    /// What `<!` begins here; a CDATA section is refused as `text`.
    fn no_tag(&self, text: ErrorKind) -> Error {
        let starts = |text| self.rest.starts_with(text);
        let breaks_off = |text: &str| text.starts_with(self.rest);
        if starts("<!--") {
            self.refuse(ErrorKind::Comment)
        } else if starts(CDATA_OPEN) {
            self.refuse(text)
        } else if breaks_off("<!--") || breaks_off(CDATA_OPEN) {
            self.cut_short()
        } else {
            self.refuse(ErrorKind::Doctype)
        }
    }

    fn name(&mut self) -> Result<&'a str, Error> {
        let len = name_len(self.rest.as_bytes());
        let name = self.skip(len);
        match self.rest.as_bytes().first() {
            None => Err(self.cut_short()),
            Some(b':') => Err(self.refuse(ErrorKind::Prefix)),
            Some(b'>' | b'/') if len > 0 => Ok(name),
            Some(byte) if len > 0 && markup::is_blank(*byte) => Ok(name),
            Some(_) => Err(self.refuse(ErrorKind::Name)),
        }
    }

    /// The end of a start tag; whether content follows.
    fn tag_end(&mut self) -> Result<bool, Error> {
        self.blanks();
        match self.rest.as_bytes() {
            [] | [b'/'] => Err(self.cut_short()),
            [b'>', ..] => {
                self.skip(1);
                Ok(true)
            }
            [b'/', b'>', ..] => {
                self.skip(2);
                Ok(false)
            }
            [b':' | b'_' | b'A'..=b'Z' | b'a'..=b'z' | 0x80.., ..] => {
                Err(self.refuse(ErrorKind::Attribute))
            }
            _ => Err(self.refuse(ErrorKind::Malformed)),
        }
    }

    /// The value of a field, and its end tag.
    fn content(&mut self, name: &str) -> Result<Value<'a>, Error> {
        let body = self.rest;
        let mut references = false;
        let mut sections = 0_usize;
        let mut line_ends = false;
        loop {
            let plain = self.rest.bytes().position(is_special).unwrap_or(self.rest.len());
            self.skip(plain);
            match self.rest.as_bytes() {
                [] => return Err(self.cut_short()),
                [b'<', ..] if self.rest.starts_with(CDATA_OPEN) => {
                    sections = sections.saturating_add(1);
                    line_ends |= self.cdata()?;
                }
                [b'<', ..] => break,
                [b'&', ..] => {
                    references = true;
                    let len = match markup::reference(self.rest) {
                        Ok((_, len)) => len,
                        Err(ErrorKind::Truncated) => return Err(self.cut_short()),
                        Err(kind) => return Err(self.refuse(kind)),
                    };
                    self.skip(len);
                }
                [b'\r', ..] => {
                    line_ends = true;
                    self.skip(1);
                }
                [b']', ..] if self.rest.starts_with(CDATA_CLOSE) => {
                    return Err(self.refuse(ErrorKind::Malformed));
                }
                [b']', ..] => {
                    self.skip(1);
                }
                bytes if markup::starts_forbidden(bytes) => {
                    return Err(self.refuse(ErrorKind::Control));
                }
                _ => self.skip_character(),
            }
        }
        let len = body.len().saturating_sub(self.rest.len());
        let raw = body.get(..len).unwrap_or("");
        if !self.rest.starts_with("</") {
            let nested = self.refuse(ErrorKind::Nested);
            self.start_tag(ErrorKind::Malformed)?;
            return Err(nested);
        }
        self.end_tag(name)?;

        let section = raw.strip_prefix(CDATA_OPEN).and_then(|raw| raw.strip_suffix(CDATA_CLOSE));
        Ok(match section {
            _ if line_ends => Value::from_markup(raw),
            Some(text) if sections == 1 => Value::new(text),
            _ if references || sections > 0 => Value::from_markup(raw),
            _ => Value::new(raw),
        })
    }

    /// `<![CDATA[ … ]]>`; whether it holds a carriage return.
    fn cdata(&mut self) -> Result<bool, Error> {
        self.skip(CDATA_OPEN.len());
        let mut line_ends = false;
        loop {
            let plain = self.rest.bytes().position(is_special).unwrap_or(self.rest.len());
            self.skip(plain);
            match self.rest.as_bytes() {
                [] => return Err(self.cut_short()),
                [b']', ..] if self.rest.starts_with(CDATA_CLOSE) => {
                    self.skip(CDATA_CLOSE.len());
                    return Ok(line_ends);
                }
                [byte @ (b']' | b'<' | b'&' | b'\r'), ..] => {
                    line_ends |= *byte == b'\r';
                    self.skip(1);
                }
                bytes if markup::starts_forbidden(bytes) => {
                    return Err(self.refuse(ErrorKind::Control));
                }
                _ => self.skip_character(),
            }
        }
    }

    fn end_tag(&mut self, name: &str) -> Result<(), Error> {
        self.skip("</".len());
        if name.starts_with(self.rest) {
            return Err(self.cut_short());
        }
        match self.rest.strip_prefix(name) {
            Some(rest) if !rest.bytes().next().is_some_and(ends_name) => {
                return Err(self.refuse(ErrorKind::EndTag));
            }
            Some(rest) => self.rest = rest,
            None => return Err(self.refuse(ErrorKind::EndTag)),
        }
        self.blanks();
        self.literal(">", ErrorKind::Malformed)
    }

    /// Blanks up to the end of the document.
    fn nothing_more(&mut self) -> Result<(), Error> {
        self.blanks();
        if self.rest.is_empty() {
            return Ok(());
        }
        let at = self.offset();
        let kind = match self.start_tag(ErrorKind::Trailing) {
            Ok(_) => ErrorKind::SecondRoot,
            Err(error) => match error.kind() {
                kind @ (ErrorKind::Comment
                | ErrorKind::Doctype
                | ErrorKind::ProcessingInstruction) => kind,
                _ => ErrorKind::Trailing,
            },
        };
        Err(Error::new(kind, at))
    }

    /// A fixed text, or else `kind`.
    fn literal(&mut self, text: &str, kind: ErrorKind) -> Result<(), Error> {
        match self.rest.strip_prefix(text) {
            Some(rest) => {
                self.rest = rest;
                Ok(())
            }
            None if text.starts_with(self.rest) => Err(self.cut_short()),
            None => Err(self.refuse(kind)),
        }
    }

    /// White space; its length in bytes.
    fn blanks(&mut self) -> usize {
        let len = self.rest.bytes().take_while(|byte| markup::is_blank(*byte)).count();
        self.skip(len).len()
    }

    fn skip_character(&mut self) {
        let len = self.rest.chars().next().map_or(0, char::len_utf8);
        self.skip(len);
    }

    fn skip(&mut self, len: usize) -> &'a str {
        // `len` always ends at a character, so the alternative is never taken.
        let (head, tail) = self.rest.split_at_checked(len).unwrap_or((self.rest, ""));
        self.rest = tail;
        head
    }

    const fn offset(&self) -> usize {
        self.document.len().saturating_sub(self.rest.len())
    }

    const fn refuse(&self, kind: ErrorKind) -> Error {
        Error::new(kind, self.offset())
    }

    const fn cut_short(&self) -> Error {
        Error::new(ErrorKind::Truncated, self.document.len())
    }
}

/// Whether a byte inside an element can be anything but one that stands for itself.
const fn is_special(byte: u8) -> bool {
    // 0xEF begins U+FFFE and U+FFFF, among others.
    matches!(byte, b'<' | b'&' | b']' | 0xEF | 0x00..=0x08 | 0x0B..=0x1F)
}

const fn ends_name(byte: u8) -> bool {
    markup::is_blank(byte) || byte == b'>'
}
