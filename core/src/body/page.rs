//! Web pages in place of answers, and what they say.

use super::text::{find, holds, strip_ignoring_case};
use crate::base::kinds::kinds;

kinds! {
    /// What a web page says that came in place of an answer, as far as it is known.
    ///
    /// ```
    /// use wxp_core::body::WebPage;
    ///
    /// let page = b"<html><head><title>400 No required SSL certificate was sent</title></head></html>";
    /// assert_eq!(WebPage::of(page), Some(WebPage::NoCertificate));
    /// assert_eq!(WebPage::of(b"<html><h1>hello</h1></html>"), None);
    /// ```
    pub enum WebPage;

    /// The permanent number of this page. Numbers are never reused.
    code;

    /// The operation needs the merchant's certificate, and the connection had none.
    NoCertificate = 1,
        "the server says that no client certificate was shown, which this operation needs",
        "服务器提示未收到商户API证书，而该接口必须使用证书";
    /// The certificate was shown and refused: expired, revoked, or another issuer's.
    CertificateRefused = 2,
        "the server refused the client certificate that was shown",
        "服务器不接受所携带的商户API证书";
    /// A request without TLS at the port for TLS.
    PlainHttp = 3,
        "the request was sent as http to a port for https",
        "用http请求了https端口";
    /// The request is larger than the server takes.
    TooLarge = 4, "the server says that the request is too large", "服务器提示请求内容过大";
    /// Another address than those of the API, or another method than `POST`.
    NotFound = 5,
        "the server knows no such address or method: look at host, path and POST",
        "请求地址或方法不存在：请检查域名、路径和POST方法";
    /// A firewall or proxy on the way.
    Forbidden = 6,
        "access was forbidden, by a firewall or proxy on the way as a rule",
        "访问被拒绝，一般来自中间的防火墙或代理";
    /// The server behind a proxy gave no answer: the outcome is not known.
    NoAnswer = 7,
        "a proxy got no answer from the server behind it: the outcome is not known, so query it",
        "代理未得到后端服务器的应答：结果未知，请查询后再处理";
}

impl WebPage {
    /// What this page says. Only its first 4096 bytes are looked at.
    #[must_use]
    pub fn of(page: &[u8]) -> Option<Self> {
        let start = page.get(..LOOKED_AT).unwrap_or(page);
        let said = |(texts, _): &&(&[&[u8]], Self)| holds(start, texts);
        PHRASES.iter().find(said).map(|(_, page)| *page)
    }
}

const LOOKED_AT: usize = 4096;

/// What nginx, Apache, IIS and the usual proxies write.
const PHRASES: &[(&[&[u8]], WebPage)] = &[
    (&[b"No required SSL certificate was sent", b"403.7 "], WebPage::NoCertificate),
    (&[b"SSL certificate error", b"403.16 "], WebPage::CertificateRefused),
    (&[b"plain HTTP request was sent to HTTPS port"], WebPage::PlainHttp),
    (&[b"413 Request Entity Too Large", b"413 Payload Too Large"], WebPage::TooLarge),
    (&[b"404 Not Found", b"405 Not Allowed", b"405 Method Not Allowed"], WebPage::NotFound),
    (&[b"403 Forbidden"], WebPage::Forbidden),
    (
        &[
            b"500 Internal Server Error",
            b"502 Bad Gateway",
            b"503 Service Unavailable",
            b"503 Service Temporarily Unavailable",
            b"504 Gateway Time-out",
            b"504 Gateway Timeout",
        ],
        WebPage::NoAnswer,
    ),
];

/// What follows `<` at the beginning of a web page, in any case.
const TAGS: &[&str] =
    &["!doctype html", "body", "center", "div", "h1", "head", "html", "meta", "script", "title"];

/// Whether a web page begins here, perhaps behind a declaration or comments.
pub(super) fn is_page(text: &[u8]) -> bool {
    let mut rest = text;
    while let Some(tag) = rest.strip_prefix(b"<") {
        let end: &[u8] = match tag {
            [b'?', ..] => b"?>",
            [b'!', b'-', b'-', ..] => b"-->",
            _ => return TAGS.iter().any(|name| begins_with(tag, name)),
        };
        let Some(at) = find(tag, end) else { return false };
        let after = tag.get(at.saturating_add(end.len())..);
        rest = after.unwrap_or_default().trim_ascii_start();
    }
    false
}

/// Whether a tag begins with the whole of `name`.
fn begins_with(tag: &[u8], name: &str) -> bool {
    strip_ignoring_case(tag, name)
        .is_some_and(|tail| matches!(tail, [] | [b' ' | b'\t' | b'\r' | b'\n' | b'>' | b'/', ..]))
}
