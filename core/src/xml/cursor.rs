//! What has not been read yet, and the parts of a document that it can begin with.
//!
//! Each function consumes what it is named after, or refuses what it found instead.

use crate::base::class::Class;
use crate::base::texts::apart;
use crate::error::{Error, ErrorKind};
use crate::field::name_len;
use crate::value::markup::{self, CDATA_OPEN};

/// The unread rest of a document, and the document's length, from which offsets follow.
#[derive(Clone, Debug)]
pub(super) struct Cursor<'a> {
    pub(super) rest: &'a str,
    document_len: usize,
    /// What was refused last.
    refused: ErrorKind,
    /// What it is to refuse something at the end of the document: mostly that it is cut short.
    refused_at_end: ErrorKind,
}

/// The document is refused: [`Cursor::error`] says why, and that it is where the rest begins.
pub(super) struct Refused;

impl<'a> Cursor<'a> {
    /// At the beginning of a document, behind its byte order mark if it has one.
    pub(super) const fn over(document: &'a str) -> Self {
        Self::new(markup::behind_mark(document), document.len(), ErrorKind::Truncated)
    }

    /// In a document that is refused.
    pub(super) const fn refused(error: Error) -> Self {
        Self::new("", error.position(), error.kind())
    }

    const fn new(rest: &'a str, document_len: usize, refused_at_end: ErrorKind) -> Self {
        Self { rest, document_len, refused: refused_at_end, refused_at_end }
    }

    /// Whether a fixed text is next. One that breaks off at the end of the document is passed over,
    /// so that what is refused next is the end.
    pub(super) fn is_at(&mut self, text: &str) -> bool {
        let len = markup::common_len(self.rest, text);
        if len < text.len() && len == self.rest.len() {
            self.rest = "";
        }
        len == text.len()
    }

    /// A fixed text, if it is next; whether it was.
    #[inline(never)] // One copy: it is larger than it looks.
    pub(super) fn has(&mut self, text: &str) -> bool {
        let is = self.is_at(text);
        if is {
            self.skip(text.len());
        }
        is
    }

    /// A fixed text, or else `kind`.
    pub(super) fn literal(&mut self, text: &str, kind: ErrorKind) -> Result<(), Refused> {
        if self.has(text) { Ok(()) } else { self.refuse(kind) }
    }

    pub(super) fn is_at_start_tag(&self) -> bool {
        matches!(self.rest.as_bytes(), [b'<', name @ ..] if name_len(name) > 0)
    }

    /// `<name`; text where it should stand is stray.
    pub(super) fn start_tag(&mut self) -> Result<&'a str, Refused> {
        if self.is_at(const { apart("<!--.") }) {
            return self.refuse(ErrorKind::Comment);
        }
        if self.is_at(CDATA_OPEN) {
            return self.refuse(ErrorKind::Stray);
        }
        match *self.rest.as_bytes() {
            [b'<', b'!', ..] => self.refuse(ErrorKind::Doctype),
            [b'<', b'?', ..] => self.refuse(ErrorKind::ProcessingInstruction),
            [b'<', byte, ..] if byte == b'<' || ends_name(byte) => {
                self.refuse(ErrorKind::Malformed)
            }
            [b'<', ..] => {
                self.skip(1);
                self.name()
            }
            _ => self.refuse(ErrorKind::Stray),
        }
    }

    /// Refuses what was just refused; if it was stray text, as this kind instead.
    pub(super) fn refuse_text<T>(&mut self, kind: ErrorKind) -> Result<T, Refused> {
        if matches!(self.refused, ErrorKind::Stray) {
            self.refused = kind;
        }
        Err(Refused)
    }

    fn name(&mut self) -> Result<&'a str, Refused> {
        let len = name_len(self.rest.as_bytes());
        let name = self.skip(len);
        match *self.rest.as_bytes() {
            [b':', ..] => self.refuse(ErrorKind::Prefix),
            [byte, ..] if len > 0 && ends_name(byte) => Ok(name),
            _ => self.refuse(ErrorKind::Name),
        }
    }

    /// The end of a start tag; whether content follows.
    pub(super) fn tag_end(&mut self) -> Result<bool, Refused> {
        self.blanks();
        if self.has("/>") {
            return Ok(false);
        }
        match *self.rest.as_bytes() {
            [b'>', ..] => {
                self.skip(1);
                Ok(true)
            }
            [b':' | b'_' | b'A'..=b'Z' | b'a'..=b'z' | 0x80.., ..] => {
                self.refuse(ErrorKind::Attribute)
            }
            _ => self.refuse(ErrorKind::Malformed),
        }
    }

    /// The end tag of this element, if any end tag is next; whether one was.
    pub(super) fn end_tag(&mut self, name: &str) -> Result<bool, Refused> {
        if !self.has("</") {
            return Ok(false);
        }
        if !self.is_at(name) {
            return self.refuse(ErrorKind::EndTag);
        }
        match self.rest.as_bytes().get(name.len()) {
            None => return self.cut_short(),
            Some(b'/') => return self.refuse(ErrorKind::EndTag),
            Some(byte) if ends_name(*byte) => self.skip(name.len()),
            Some(_) => return self.refuse(ErrorKind::EndTag),
        };
        self.blanks();
        self.literal(">", ErrorKind::Malformed)?;
        Ok(true)
    }

    /// Blanks up to the end of the document.
    pub(super) fn nothing_more(&mut self) -> Result<(), Refused> {
        self.blanks();
        let before = self.rest;
        if before.is_empty() {
            return Ok(());
        }
        let kind = match self.start_tag() {
            Ok(_) => ErrorKind::SecondRoot,
            Err(Refused) => match self.refused {
                kind @ (ErrorKind::Comment
                | ErrorKind::Doctype
                | ErrorKind::ProcessingInstruction) => kind,
                _ => ErrorKind::Trailing,
            },
        };
        self.rest = before;
        self.refuse(kind)
    }

    /// White space; its length in bytes.
    pub(super) fn blanks(&mut self) -> usize {
        self.skip(Class::Blank.leading(self.rest.as_bytes())).len()
    }

    pub(super) fn skip(&mut self, len: usize) -> &'a str {
        // `len` always ends at a character, so the alternative is never taken.
        let (head, tail) = self.rest.split_at_checked(len).unwrap_or((self.rest, ""));
        self.rest = tail;
        head
    }

    /// What was read since the rest was this one.
    #[inline(never)] // One copy.
    pub(super) fn since(&mut self, rest: &'a str) -> &'a str {
        let len = rest.len().saturating_sub(self.rest.len());
        self.rest = rest;
        self.skip(len)
    }

    pub(super) const fn offset(&self) -> usize {
        self.document_len.saturating_sub(self.rest.len())
    }

    /// Refuses what is next, or the end of the document.
    pub(super) const fn refuse<T>(&mut self, kind: ErrorKind) -> Result<T, Refused> {
        self.refused = kind;
        Err(Refused)
    }

    /// Refuses what was read last, whatever is next.
    pub(super) const fn refuse_at_end<T>(&mut self, kind: ErrorKind) -> Result<T, Refused> {
        self.refused_at_end = kind;
        self.refuse(kind)
    }

    /// Refuses the end of the document.
    pub(super) const fn cut_short<T>(&mut self) -> Result<T, Refused> {
        self.rest = "";
        Err(Refused)
    }

    /// Why the document was refused.
    pub(super) const fn error(&self) -> Error {
        let kind = if self.rest.is_empty() { self.refused_at_end } else { self.refused };
        Error::new(kind, self.offset())
    }
}

/// Whether a byte can follow the name in a tag.
#[inline(never)] // One copy.
const fn ends_name(byte: u8) -> bool {
    markup::is_blank(byte) || matches!(byte, b'>' | b'/')
}
