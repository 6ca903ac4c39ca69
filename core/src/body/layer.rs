//! Taking one layer off a text, where that needs no guess.

use super::shape::{document_in, is_read, quoted};
use super::{BYTE_ORDER_MARK, Body};
use crate::base::Writer;
use crate::base::kinds::kinds;
use crate::error::{Error, ErrorKind};

mod escape;
#[cfg(feature = "gbk")]
mod gbk;

pub(super) use escape::{Escapes, unescape};

kinds! {
    /// What [`undo`] took off a text.
    ///
    /// ```
    /// use wxp_core::Language;
    /// use wxp_core::body::Layer;
    ///
    /// assert_eq!(Layer::Surroundings.code(), 4);
    /// let text = Layer::JsonString.text(Language::English);
    /// assert_eq!(text, "it was a JSON string, and was unescaped");
    /// ```
    pub enum Layer;

    /// The permanent number of this layer. Numbers are never reused.
    code;

    /// The quotation marks and escapes of a JSON string.
    JsonString = 1, "it was a JSON string, and was unescaped", "原文是JSON字符串，已反转义";
    /// The escapes of JSON, without quotation marks.
    Escapes = 2, "it had the escapes of JSON, which were undone", "原文按JSON转义过，已反转义";
    /// White space before or behind the document.
    WhiteSpace = 3,
        "white space before or behind the document was left out",
        "已去掉报文前后的空白字符";
    /// Other text before or behind the document.
    Surroundings = 4,
        "text before or behind the document was left out",
        "已去掉报文前后的其他内容（如日志前缀）";
    /// GBK in place of UTF-8. Undone only with the crate's feature `gbk`.
    Gbk = 5, "it was in GBK, and was turned into UTF-8", "原文是GBK编码，已转为UTF-8";
}

/// A text without the layer that was around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undone<'o> {
    /// What was taken off.
    pub layer: Layer,
    /// What was in it: the beginning of the caller's buffer.
    pub bytes: &'o [u8],
}

/// Takes one layer off a text: the escapes of JSON, text around a document, GBK. `None` if it has
/// none that can be undone without guessing. What is inside may have another layer.
///
/// A buffer twice as long as the text always has room.
///
/// # Errors
///
/// [`ErrorKind::Escape`] with the offset of an escape that JSON does not have,
/// [`ErrorKind::NotUtf8`] with the offset of bytes that are not GBK either, and
/// [`ErrorKind::Space`] with the exact length needed, in bytes; `out` is then as it was.
///
/// ```
/// use wxp_core::body::{self, Layer};
///
/// let mut out = [0; 128];
/// let line = br#"notify: {"raw":"<xml><fee>1<\/fee><\/xml>"}"#;
/// let undone = body::undo(line, &mut out)?.unwrap();
/// assert_eq!(undone.layer, Layer::Surroundings);
/// assert_eq!(undone.bytes, br#""<xml><fee>1<\/fee><\/xml>""#);
///
/// let mut next = [0; 128];
/// let undone = body::undo(undone.bytes, &mut next)?.unwrap();
/// assert_eq!(undone.layer, Layer::JsonString);
/// assert_eq!(undone.bytes, b"<xml><fee>1</fee></xml>");
/// assert_eq!(body::undo(undone.bytes, &mut out)?, None);
/// # Ok::<(), wxp_core::Error>(())
/// ```
pub fn undo<'o>(bytes: &[u8], out: &'o mut [u8]) -> Result<Option<Undone<'o>>, Error> {
    let Some((layer, start, text)) = outermost(bytes) else { return Ok(None) };
    let write = |writer: &mut Writer<'_>| match layer {
        Layer::JsonString => unescape(text, Escapes::Json, writer),
        Layer::Escapes => unescape(text, Escapes::Log, writer),
        #[cfg(feature = "gbk")]
        Layer::Gbk => gbk::decode(text, writer),
        _ => {
            writer.append(text);
            Ok(())
        }
    };
    let placed = |error: Error| Error::new(error.kind(), start.saturating_add(error.position()));
    let mut ruler = Writer::default();
    write(&mut ruler).map_err(placed)?;
    let needed = ruler.written();
    let room = out.get_mut(..needed).ok_or(ErrorKind::Space { needed })?;
    write(&mut Writer::new(room)).map_err(placed)?;
    Ok(Some(Undone { layer, bytes: room }))
}

/// The outermost layer, and what is to be written of the text, with its offset.
fn outermost(bytes: &[u8]) -> Option<(Layer, usize, &[u8])> {
    let text = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes).trim_ascii();
    let offset = bytes.len().saturating_sub(
        bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes).trim_ascii_start().len(),
    );
    match Body::of(bytes) {
        Body::JsonString => {
            let inner = text.strip_prefix(b"\"")?.strip_suffix(b"\"")?;
            Some((Layer::JsonString, offset.saturating_add(1), inner))
        }
        Body::EscapedXml => Some((Layer::Escapes, offset, text)),
        Body::XmlWithin => {
            let (start, inner) = within(text)?;
            let end = start.saturating_add(inner.len());
            let around = [text.get(..start)?, text.get(end..)?];
            let layer = if around.iter().all(|text| is_blank(text)) {
                Layer::WhiteSpace
            } else {
                Layer::Surroundings
            };
            Some((layer, offset.saturating_add(start), inner))
        }
        #[cfg(feature = "gbk")]
        Body::Gbk => Some((Layer::Gbk, 0, bytes)),
        _ => None,
    }
}

/// The document in a text, or the JSON string that it is in.
fn within(text: &[u8]) -> Option<(usize, &[u8])> {
    let (start, document) = document_in(text)?;
    let mark = start.saturating_sub(1);
    let is_escaped = |string: &[u8]| {
        // Quotation marks right around a document show escapes that the reader takes for text.
        let is_tight = string.len() == document.len().saturating_add(2);
        let is_json = || unescape(document, Escapes::Json, &mut Writer::default()).is_ok();
        document.contains(&b'\\') && (is_tight && is_json() || !is_read(document))
    };
    let string = text.get(mark..).and_then(quoted);
    match string.filter(|string| string.len() > document.len() && is_escaped(string)) {
        Some(string) => Some((mark, string)),
        None => Some((start, document)),
    }
}

/// Whether nobody sees anything of a text: white space, also that of Unicode and byte order marks.
fn is_blank(text: &[u8]) -> bool {
    let is_blank = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}');
    core::str::from_utf8(text).is_ok_and(|text| text.chars().all(is_blank))
}
