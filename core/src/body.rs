//! What an HTTP body is, before it is read.

/// What an HTTP body is, told by its first bytes.
///
/// Not all answers are XML: a bill is text, compressed on request, while the refusal to send one is
/// XML again; and what stands between two servers has pages of its own.
///
/// ```
/// use wxp_core::Body;
///
/// assert_eq!(Body::of(b"<xml><return_code>FAIL</return_code></xml>"), Body::Xml);
/// assert_eq!(Body::of(b"<html><h1>502 Bad Gateway</h1></html>"), Body::Html);
/// assert_eq!(Body::of(b"\xEF\xBB\xBFtime,amount\r\n`2019-02-19,`0.01\r\n"), Body::Text);
/// assert_eq!(Body::Text.name(), "text");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Body {
    /// Nothing but white space, if anything.
    Empty,
    /// A document of the protocol, or what begins like one.
    Xml,
    /// Text, such as a bill.
    Text,
    /// Data in gzip form: a bill that was asked for with `tar_type=GZIP`.
    Gzip,
    /// JSON, as `APIv3` speaks it.
    Json,
    /// A web page, as proxies and firewalls show for their errors.
    Html,
}

impl Body {
    /// What this body is. Nothing behind its first characters is looked at; a byte order mark and
    /// white space may precede them.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        if bytes.starts_with(GZIP) {
            return Self::Gzip;
        }
        let text = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
        match text.trim_ascii_start() {
            [] => Self::Empty,
            [b'<', tag @ ..] if HTML.iter().any(|name| begins_with(tag, name)) => Self::Html,
            [b'<', ..] => Self::Xml,
            [b'{' | b'[', ..] => Self::Json,
            _ => Self::Text,
        }
    }

    /// What it is, as a word for messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Xml => "XML",
            Self::Text => "text",
            Self::Gzip => "gzip",
            Self::Json => "JSON",
            Self::Html => "HTML",
        }
    }
}

const GZIP: &[u8] = &[0x1F, 0x8B];
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// What follows `<` at the beginning of a web page, in any case.
const HTML: &[&str] = &["!doctype html", "body", "head", "html"];

/// Whether a tag begins with the whole of `name`.
fn begins_with(tag: &[u8], name: &str) -> bool {
    tag.split_at_checked(name.len()).is_some_and(|(head, tail)| {
        let ends = matches!(tail, [] | [b' ' | b'\t' | b'\r' | b'\n' | b'>' | b'/', ..]);
        ends && head.eq_ignore_ascii_case(name.as_bytes())
    })
}
