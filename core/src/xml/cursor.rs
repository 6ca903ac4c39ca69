//! What has not been read yet, and the parts of a document that it can begin with.
//!
//! Each function consumes what it is named after, or says what it found instead.

use crate::base::class::Class;
use crate::error::{Error, ErrorKind};
use crate::field::name_len;
use crate::value::markup::{self, CDATA_OPEN};

/// The unread rest of a document, and the document's length, from which offsets follow.
#[derive(Clone, Debug)]
pub(super) struct Cursor<'a> {
    pub(super) rest: &'a str,
    document_len: usize,
}

impl<'a> Cursor<'a> {
    pub(super) const fn new(rest: &'a str, document_len: usize) -> Self {
        Self { rest, document_len }
    }

    /// A document of UTF-8, behind its byte order mark if it has one.
    pub(super) fn over(document: &'a [u8]) -> Result<Self, Error> {
        markup::decode(document).map(|text| Self::new(text, document.len()))
    }

    pub(super) fn is_at_end_tag(&self) -> bool {
        self.rest.starts_with("</")
    }

    pub(super) fn is_at_start_tag(&self) -> bool {
        self.rest.strip_prefix('<').is_some_and(|rest| name_len(rest.as_bytes()) > 0)
    }

    /// `<name`; text where it should stand is refused as `text`.
    pub(super) fn start_tag(&mut self, text: ErrorKind) -> Result<&'a str, Error> {
        let after = self.rest.as_bytes().get(1).copied();
        match (self.rest.as_bytes().first(), after) {
            (None, _) => Err(self.cut_short()),
            (Some(b'<'), None) => Err(self.cut_short()),
            (Some(b'<'), Some(b'!')) => Err(self.markup_declaration(text)),
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
    fn markup_declaration(&self, text: ErrorKind) -> Error {
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
    pub(super) fn tag_end(&mut self) -> Result<bool, Error> {
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

    pub(super) fn end_tag(&mut self, name: &str) -> Result<(), Error> {
        self.skip("</".len());
        match self.rest.strip_prefix(name) {
            Some(rest) if rest.bytes().next().is_some_and(ends_name) => self.rest = rest,
            Some("") => return Err(self.cut_short()),
            None if name.starts_with(self.rest) => return Err(self.cut_short()),
            _ => return Err(self.refuse(ErrorKind::EndTag)),
        }
        self.blanks();
        self.literal(">", ErrorKind::Malformed)
    }

    /// Blanks up to the end of the document.
    pub(super) fn nothing_more(&mut self) -> Result<(), Error> {
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
    pub(super) fn literal(&mut self, text: &str, kind: ErrorKind) -> Result<(), Error> {
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
    pub(super) fn blanks(&mut self) -> usize {
        self.skip(Class::Blank.leading(self.rest.as_bytes())).len()
    }

    pub(super) fn skip_character(&mut self) {
        let len = self.rest.chars().next().map_or(0, char::len_utf8);
        self.skip(len);
    }

    pub(super) fn skip(&mut self, len: usize) -> &'a str {
        // `len` always ends at a character, so the alternative is never taken.
        let (head, tail) = self.rest.split_at_checked(len).unwrap_or((self.rest, ""));
        self.rest = tail;
        head
    }

    pub(super) const fn offset(&self) -> usize {
        self.document_len.saturating_sub(self.rest.len())
    }

    pub(super) const fn refuse(&self, kind: ErrorKind) -> Error {
        Error::new(kind, self.offset())
    }

    pub(super) const fn cut_short(&self) -> Error {
        Error::new(ErrorKind::Truncated, self.document_len)
    }
}

const fn ends_name(byte: u8) -> bool {
    markup::is_blank(byte) || byte == b'>'
}
