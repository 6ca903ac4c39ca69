//! What people have in hand: an HTTP body, a line of a log, a string that was signed.

mod fields;
mod layer;
mod page;
mod shape;
mod text;

pub use fields::{FieldList, read_list};
pub use layer::{Layer, Undone, undo};
pub use page::WebPage;

use crate::base::kinds::kinds;

kinds! {
    /// What a body is, told by its look. Nothing here is believed or checked: a document is good
    /// when [`xml::read`](crate::xml::read) has read it.
    ///
    /// Not all answers are XML: a bill is text, compressed on request, while the refusal to send
    /// one is XML again; and what stands between two servers has pages of its own. Texts that
    /// people copy out of logs are recognized as well; [`undo`] takes a layer off them, and
    /// [`read_list`] reads those that are lists of fields.
    ///
    /// ```
    /// use wxp_core::{Body, Language};
    ///
    /// assert_eq!(Body::of(b"<xml><return_code>FAIL</return_code></xml>"), Body::Xml);
    /// assert_eq!(Body::of(b"<html><h1>502 Bad Gateway</h1></html>"), Body::Html);
    /// assert_eq!(Body::of(br"<xml><fee>1<\/fee>\n<\/xml>"), Body::EscapedXml);
    /// assert_eq!(Body::of(b"appid=wx1&total_fee=1"), Body::Canonical);
    /// assert_eq!(Body::Html.text(Language::English), "a web page");
    /// ```
    pub enum Body;

    /// The permanent number of this kind. Numbers are never reused.
    code;

    /// Nothing but white space, if anything.
    Empty = 0, "nothing, or only white space", "空内容";
    /// A document of the protocol, or what begins like one.
    Xml = 1, "XML", "XML报文";
    /// Text of no other kind.
    Text = 2, "plain text", "普通文本";
    /// Data in gzip form: a bill that was asked for with `tar_type=GZIP`.
    Gzip = 3, "data compressed with gzip", "gzip压缩数据";
    /// JSON, such as what a page takes to pay.
    Json = 4, "JSON", "JSON数据";
    /// A web page, as proxies and firewalls show for their errors; see [`WebPage`].
    Html = 5, "a web page", "网页";
    /// A text in quotation marks, with the escapes of JSON if any.
    JsonString = 6, "a JSON string: unescape it", "JSON字符串：需要先反转义";
    /// XML with the escapes of JSON in it, without the quotation marks.
    EscapedXml = 7,
        "XML escaped as in JSON (a log line): unescape it",
        "按JSON转义过的XML（日志中的一行）：需要先反转义";
    /// XML with other text or white space before or behind it.
    XmlWithin = 8,
        "XML behind or before other text, such as a log's prefix, or white space",
        "XML前后有其他内容（如日志前缀或空白字符）";
    /// A string that was signed, with or without the key.
    Canonical = 9, "a string that was signed (name=value&name=value)", "待签名字符串（name=value&name=value）";
    /// Percent-encoded pairs.
    Form = 10, "form data (URL-encoded)", "表单数据（URL编码）";
    /// What `print_r`, `var_export` or `var_dump` shows of an array in PHP.
    PhpArray = 11,
        "a PHP array, as print_r or var_export shows it",
        "PHP数组（print_r或var_export的输出）";
    /// A message of `APIv3`.
    ApiV3 = 12,
        "a message of APIv3: another protocol, with other keys",
        "APIv3的报文：另一套协议，使用另外的密钥";
    /// What `downloadbill` and `downloadfundflow` answer; see [`Bill`](crate::Bill).
    Bill = 13, "a bill", "对账单";
    /// Text in GBK, the encoding that Chinese systems had before UTF-8.
    Gbk = 14, "text in GBK instead of UTF-8", "GBK编码的内容（应为UTF-8）";
    /// Lines of names and values.
    Lines = 15, "lines of name=value", "每行一个name=value的文本";
    /// An address with fields in its query, such as that of a product's QR code.
    Address = 16, "an address with fields in its query", "带参数的链接地址";
}

impl Body {
    /// What this body is. A byte order mark and white space may precede it.
    ///
    /// Takes linear time.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        if bytes.starts_with(GZIP) {
            return Self::Gzip;
        }
        let text = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
        let trimmed = text.trim_ascii_start();
        match trimmed {
            [] => Self::Empty,
            _ if page::is_page(trimmed) => Self::Html,
            _ if text::is_gbk(bytes) => Self::Gbk,
            _ => shape::of(trimmed, trimmed.len() < text.len()),
        }
    }
}

const GZIP: &[u8] = &[0x1F, 0x8B];
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
