//! The text of a field, decoded only when it is looked at.

pub(crate) mod markup;

use core::fmt;
use core::ops::Deref;

use self::markup::{CDATA_CLOSE, CDATA_OPEN};
use crate::error::{Error, ErrorKind};

/// The text of a field as it is signed.
///
/// A value that was read from a document borrows it: the document stays intact as evidence, and
/// nothing is copied. Almost every value is one plain piece ([`as_str`](Self::as_str)); one that
/// was written with entities, several CDATA sections or carriage returns is decoded piece by
/// piece ([`chunks`](Self::chunks)), which cannot fail because the reader has checked it.
///
/// ```
/// let mut fields = wxp_core::xml::read(b"<xml><body>salt &amp; pepper</body></xml>");
/// let value = fields.next().unwrap()?.value();
/// assert_eq!(value.as_str(), None);
/// assert_eq!(value.to_string(), "salt & pepper");
/// assert_eq!(value.len(), 13);
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Value<'a> {
    raw: &'a str,
    markup: bool,
}

impl<'a> Value<'a> {
    /// A value of plain text.
    #[must_use]
    pub const fn new(text: &'a str) -> Self {
        Self { raw: text, markup: false }
    }

    /// The content of an element, which a reader has checked.
    pub(crate) const fn from_markup(raw: &'a str) -> Self {
        Self { raw, markup: true }
    }

    /// The whole text, if it is one plain piece in memory.
    #[must_use]
    pub const fn as_str(&self) -> Option<&'a str> {
        if self.markup { None } else { Some(self.raw) }
    }

    /// The text piece by piece; no piece is empty.
    #[must_use]
    pub const fn chunks(&self) -> Chunks<'a> {
        Chunks { rest: self.raw, form: if self.markup { Form::Text } else { Form::Plain } }
    }

    /// Calls `visit` with each piece. The plain case costs no iteration, and a program in which
    /// every value is plain does not carry the decoding.
    #[inline]
    pub(crate) fn visit(&self, mut visit: impl FnMut(&str)) {
        match self.as_str() {
            Some(text) => visit(text),
            None => self.decode(visit),
        }
    }

    #[inline(never)]
    fn decode(&self, mut visit: impl FnMut(&str)) {
        self.chunks().for_each(|chunk| visit(&chunk));
    }

    /// The text byte by byte.
    pub(crate) fn bytes(&self) -> impl Iterator<Item = u8> + use<'a> {
        let (mut chunks, mut current) = (self.chunks(), None::<(Chunk<'a>, usize)>);
        core::iter::from_fn(move || {
            loop {
                if let Some((chunk, at)) = &mut current
                    && let Some(byte) = chunk.as_bytes().get(*at)
                {
                    *at = at.saturating_add(1);
                    return Some(*byte);
                }
                current = Some((chunks.next()?, 0));
            }
        })
    }

    /// The length of the text, in bytes of UTF-8.
    #[inline]
    #[must_use]
    pub fn len(&self) -> usize {
        let mut len = 0_usize;
        self.visit(|text| len = len.saturating_add(text.len()));
        len
    }

    /// Whether the text is empty, which keeps a field out of the signature.
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self.as_str() {
            Some(text) => text.is_empty(),
            None => self.chunks().next().is_none(),
        }
    }

    /// The text, copied to the beginning of `out`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Space`] with the length needed, in bytes; `out` is then as it was.
    // One copy: it is larger than it looks.
    #[inline(never)]
    pub fn copy_to<'o>(&self, out: &'o mut [u8]) -> Result<&'o str, Error> {
        let needed = self.len();
        let mut rest = out.get_mut(..needed).ok_or(ErrorKind::Space { needed })?;
        for chunk in self.chunks() {
            let bytes = chunk.as_bytes();
            let Some((head, tail)) = rest.split_at_mut_checked(bytes.len()) else { break };
            head.copy_from_slice(bytes);
            rest = tail;
        }
        let text = out.get(..needed).and_then(|text| core::str::from_utf8(text).ok());
        text.ok_or(ErrorKind::NotUtf8.into())
    }

    /// Whether the text begins with `prefix`.
    pub(crate) fn starts_with(&self, prefix: &str) -> bool {
        let mut rest = prefix.as_bytes();
        for chunk in self.chunks() {
            let bytes = chunk.as_bytes();
            match rest.strip_prefix(bytes) {
                Some(others) => rest = others,
                None => return bytes.starts_with(rest),
            }
        }
        rest.is_empty()
    }

    fn is_piecewise(&self, other: &str) -> bool {
        let mut rest = other;
        for chunk in self.chunks() {
            match rest.split_at_checked(chunk.len()) {
                Some((head, tail)) if &*chunk == head => rest = tail,
                _ => return false,
            }
        }
        rest.is_empty()
    }

    /// The text as a number: decimal digits only, without sign, blanks or leading zeros, up to
    /// 2^64 - 1. Amounts are such numbers, in the smallest unit of the currency (fen for CNY).
    #[must_use]
    pub fn parse_u64(&self) -> Option<u64> {
        let mut number: Option<u64> = None;
        for chunk in self.chunks() {
            for byte in chunk.bytes() {
                let digit = u64::from(byte.wrapping_sub(b'0'));
                number = match number {
                    _ if digit > 9 => return None,
                    None => Some(digit),
                    Some(0) => return None,
                    Some(above) => Some(above.checked_mul(10)?.checked_add(digit)?),
                };
            }
        }
        number
    }
}

/// Two values are equal if they are the same text, however each was written.
impl PartialEq for Value<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self.as_str(), other.as_str()) {
            (_, Some(text)) => self == text,
            (Some(text), None) => other == text,
            (None, None) => self.bytes().eq(other.bytes()),
        }
    }
}

impl Eq for Value<'_> {}

impl PartialEq<str> for Value<'_> {
    #[inline]
    fn eq(&self, other: &str) -> bool {
        match self.as_str() {
            Some(text) => text == other,
            None => self.is_piecewise(other),
        }
    }
}

impl PartialEq<&str> for Value<'_> {
    fn eq(&self, other: &&str) -> bool {
        *self == **other
    }
}

impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.chunks().try_for_each(|chunk| f.write_str(&chunk))
    }
}

impl fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\"")?;
        for chunk in self.chunks() {
            write!(f, "{}", chunk.escape_debug())?;
        }
        f.write_str("\"")
    }
}

/// The pieces of a [`Value`], in order.
///
/// ```
/// let mut fields = wxp_core::xml::read(b"<xml><body>salt &amp;<![CDATA[ pepper]]></body></xml>");
/// let value = fields.next().unwrap()?.value();
/// let pieces: Vec<_> = value.chunks().map(|chunk| chunk.to_string()).collect();
/// assert_eq!(pieces, ["salt ", "&", " pepper"]);
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Chunks<'a> {
    rest: &'a str,
    form: Form,
}

/// What the rest of a value is made of.
#[derive(Clone, Copy, Debug)]
enum Form {
    /// Characters that stand for themselves.
    Plain,
    /// Element content, outside CDATA sections.
    Text,
    /// Element content, inside a CDATA section.
    Cdata,
}

impl Form {
    /// Whether a byte can begin something that does not stand for itself.
    const fn is_special(self, byte: u8) -> bool {
        match self {
            Self::Plain => false,
            Self::Text => matches!(byte, b'<' | b'&' | b'\r'),
            Self::Cdata => matches!(byte, b']' | b'\r'),
        }
    }
}

impl<'a> Iterator for Chunks<'a> {
    type Item = Chunk<'a>;

    fn next(&mut self) -> Option<Chunk<'a>> {
        // Every round consumes something, or ends; CDATA brackets yield nothing by themselves.
        loop {
            let (bytes, form) = (self.rest.as_bytes(), self.form);
            let plain = bytes.iter().position(|byte| form.is_special(*byte));
            match (plain.unwrap_or(bytes.len()), bytes) {
                (0, []) => return None,
                // XML 1.0 section 2.11: CR LF and CR alone are read as LF.
                (0, [b'\r', tail @ ..]) => {
                    self.consume(if tail.starts_with(b"\n") { 2 } else { 1 })?;
                    return Some(Chunk(Piece::Text("\n")));
                }
                (0, [b'<', ..]) => {
                    self.consume(CDATA_OPEN.len())?;
                    self.form = Form::Cdata;
                }
                (0, [b']', b']', b'>', ..]) => {
                    self.consume(CDATA_CLOSE.len())?;
                    self.form = Form::Text;
                }
                (0, [b'&', ..]) => {
                    let (character, len) = markup::reference(self.rest).ok()?;
                    self.consume(len)?;
                    return Some(Chunk(Piece::Character(encode(character)?)));
                }
                (len, _) => return self.consume(len.max(1)).map(|text| Chunk(Piece::Text(text))),
            }
        }
    }
}

impl<'a> Chunks<'a> {
    // One copy: it is larger than it looks.
    #[inline(never)]
    fn consume(&mut self, len: usize) -> Option<&'a str> {
        let (head, tail) = self.rest.split_at_checked(len)?;
        self.rest = tail;
        Some(head)
    }
}

/// One piece of a [`Value`]: borrowed from the document, or a character that was written as a
/// reference. Reads as a `str`; see [`Chunks`] for an example.
#[derive(Clone, Debug)]
pub struct Chunk<'a>(Piece<'a>);

#[derive(Clone, Debug)]
enum Piece<'a> {
    Text(&'a str),
    Character(Character),
}

/// One character in UTF-8.
type Character = heapless::String<4, u8>;

fn encode(character: char) -> Option<Character> {
    let mut text = Character::new();
    text.push(character).ok()?;
    Some(text)
}

impl Deref for Chunk<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match &self.0 {
            Piece::Text(text) => text,
            Piece::Character(text) => text,
        }
    }
}
