//! What can go wrong, whose fault it is, and where.

use core::fmt;

use crate::base::Language;
use crate::base::kinds::kinds;
use crate::base::language::{Assembled, InLanguage};

/// What was wrong and where: small, `Copy`, and free of secrets.
///
/// ```
/// use wxp_core::{ErrorKind, Language, xml};
///
/// let fault = xml::read(b"<xml><fee>1</fee><!-- 00 --></xml>").find_map(Result::err).unwrap();
/// assert_eq!(fault.kind(), ErrorKind::Comment);
/// assert_eq!(fault.position(), 17);
/// assert_eq!(fault.to_string(), "a comment, at byte 17");
/// assert_eq!(fault.in_language(Language::Chinese).to_string(), "含有注释，字节偏移17");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Error {
    kind: ErrorKind,
    position: usize,
}

impl Error {
    pub(crate) const fn new(kind: ErrorKind, position: usize) -> Self {
        Self { kind, position }
    }

    /// What was wrong.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// Where: a byte offset into the secret, name, value, address or document at fault; for
    /// [`ErrorKind::DuplicateField`], [`ErrorKind::TooManyFields`] and [`ErrorKind::Ambiguous`] an
    /// index into the caller's table, for [`ErrorKind::Missing`] and [`ErrorKind::Imitation`] one
    /// into the fields that are due or, for contract pages, into the caller's table; 0 where no
    /// place can be named.
    #[must_use]
    pub const fn position(&self) -> usize {
        self.position
    }

    /// What was wrong and where, in words; it displays in English by itself.
    #[must_use]
    pub fn in_language(self, language: Language) -> impl fmt::Display {
        InLanguage(self, language)
    }
}

/// What joins the text of a kind with places and figures.
struct Links {
    found: &'static str,
    needed: &'static str,
    index: &'static str,
    named: &'static str,
    field: &'static str,
    cells_due: &'static str,
    cells_found: &'static str,
    byte: &'static str,
}

const ENGLISH: Links = Links {
    found: "; this one has ",
    needed: "; needed: ",
    index: ", at index ",
    named: ", ",
    field: ", in the field at index ",
    cells_due: "; due: ",
    cells_found: ", found: ",
    byte: ", at byte ",
};

const CHINESE: Links = Links {
    found: "；当前长度为",
    needed: "；需要",
    index: "，下标",
    named: " ",
    field: "，字段下标",
    cells_due: "；应有",
    cells_found: "个，实有",
    byte: "，字节偏移",
};

impl Assembled for Error {
    #[inline]
    fn assemble(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match language {
            Language::English => self.join(self.kind.text(Language::English), &ENGLISH, f),
            Language::Chinese => self.join(self.kind.text(Language::Chinese), &CHINESE, f),
        }
    }
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        Self::new(kind, 0)
    }
}

impl Error {
    fn join(&self, text: &str, links: &Links, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(text)?;
        let (link, number) = match self.kind {
            ErrorKind::SecretLength { found } => (links.found, found),
            ErrorKind::Space { needed } => (links.needed, needed),
            ErrorKind::DuplicateField
            | ErrorKind::TooManyFields
            | ErrorKind::Missing
            | ErrorKind::Imitation
            | ErrorKind::Ambiguous => (links.index, self.position),
            ErrorKind::Cells { due, found } => {
                write!(f, "{}{due}{}{found}", links.cells_due, links.cells_found)?;
                (links.byte, self.position)
            }
            ErrorKind::Lacks { field } | ErrorKind::Foreign { field } => {
                return write!(f, "{}{field}", links.named);
            }
            ErrorKind::Character { field } | ErrorKind::LeakedSecret { field } => {
                write!(f, "{}{field}", links.field)?;
                (links.byte, self.position)
            }
            ErrorKind::Unsigned
            | ErrorKind::AlgorithmMismatch
            | ErrorKind::SignatureMismatch
            | ErrorKind::NoReturnCode
            | ErrorKind::Sealed => return Ok(()),
            _ => (links.byte, self.position),
        };
        write!(f, "{link}{number}")
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.assemble(Language::English, f)
    }
}

impl core::error::Error for Error {}

kinds! {
    /// What was wrong. The decade of [`code`](Self::code) says whose fault it is.
    ///
    /// ```
    /// use wxp_core::{ErrorKind, Language, Signature};
    ///
    /// let kind = Signature::parse("no signature").unwrap_err().kind();
    /// assert_eq!(kind, ErrorKind::SignatureMismatch);
    /// assert_eq!((kind.code(), kind.name()), (62, "SignatureMismatch"));
    /// assert_eq!(kind.text(Language::English), "the signature does not match");
    /// ```
    pub enum ErrorKind;

    /// The permanent number of this kind: 10s the caller's configuration, 20s the caller's fields,
    /// 30s the caller's buffer, 40s a document that is not well-formed, 50s one that is refused on
    /// purpose, 60s authenticity, 70s other texts. Numbers are never reused.
    code;

    /// The secret has the wrong length: an API key has exactly 32 characters, any other secret 1
    /// to 64 bytes. A line end that was pasted along counts.
    SecretLength {
        /// The length given, in bytes.
        found: usize = 0
    } = 10, "an API key has exactly 32 characters (any other secret 1 to 64 bytes)",
        "API密钥必须正好32个字符（其他密钥为1至64字节）";
    /// An API key consists of ASCII letters and digits; this byte is neither.
    SecretCharacter = 11, "an API key has only ASCII letters and digits; another character",
        "API密钥只能包含英文字母和数字，此处是其他字符";

    /// A field name is not `[A-Za-z_][A-Za-z0-9_.-]*`, or is longer than 64 bytes.
    FieldName = 20, "not a field name ([A-Za-z_][A-Za-z0-9_.-]*, at most 64 bytes)",
        "字段名不合法（应为[A-Za-z_][A-Za-z0-9_.-]*，最长64字节）";
    /// The table names a field twice.
    DuplicateField = 21, "a field that is already in the table", "字段表中已有同名字段";
    /// A table that is not in signing order has more than 255 fields, or any table more than a call
    /// takes.
    TooManyFields = 22, "more than 255 fields not in signing order, or more than a call takes",
        "未按签名顺序排列的字段超过255个，或字段数超过本次调用的上限";
    /// A value holds a character that cannot be sent: one that XML 1.0 forbids, or one of four
    /// UTF-8 bytes, which the WeChat Pay gateway refuses.
    Character {
        /// The index of the field in the caller's table.
        field: usize = 0
    } = 23, "a character that cannot be sent (control character, or four bytes in UTF-8)",
        "含有无法发送的字符（控制字符，或UTF-8编码占四字节的字符）";
    /// A `notify_url` is not a full `http` or `https` address with host and path, in visible ASCII
    /// and of at most 256 bytes; or it has a user name or a fragment.
    NotifyUrl = 24, "not an http or https address with host and path (ASCII, at most 256 bytes)",
        "不是带主机名和路径的http或https地址（只能用ASCII字符，最长256字节）";
    /// A `notify_url` has a query, which WeChat Pay does not take.
    NotifyUrlQuery = 25, "a query, which a notify_url does not take", "notify_url不能携带参数";
    /// A field that has to be signed is missing or empty.
    Missing = 26, "a missing or empty field", "缺少字段，或字段的值为空";
    /// A contract page's address is longer than the 1024 bytes that WeChat Pay takes.
    AddressLength = 27, "an address of more than 1024 bytes", "地址超过1024字节";
    /// A value holds the API key that is to sign it, and would give it away.
    LeakedSecret {
        /// The index of the field in the caller's table.
        field: usize = 0
    } = 28, "a value that holds the API key", "字段的值中含有API密钥";

    /// A value that a customer gets to see signed imitates a field (`&name=`): split anew, it could
    /// be passed off as another message.
    Imitation = 29, "a value that imitates a field (&name=)",
        "字段的值中含有形似字段的内容（&name=）";

    /// The buffer or table given is too short; nothing was written to it.
    Space {
        /// The length that would do, in bytes, or in slots for a table.
        needed: usize = 0
    } = 30, "too little room", "提供的空间不足";

    /// The message does not begin with `<`: not an XML document at all.
    NotXml = 40, "not an XML document", "不是XML文档";
    /// Bytes that are not UTF-8.
    NotUtf8 = 41, "bytes that are not UTF-8", "含有不是UTF-8编码的字节";
    /// The document ends too early.
    Truncated = 42, "the document is cut short", "文档不完整，结尾被截断";
    /// Markup that is not well-formed and has no kind of its own.
    Malformed = 43, "malformed markup", "XML标记格式错误";
    /// An end tag that does not match its start tag.
    EndTag = 44, "an end tag that does not match its start tag", "结束标签与开始标签不匹配";
    /// `&` that begins neither one of the five entities of XML nor a reference to a legal
    /// character.
    Reference = 45, "a reference that is malformed, undefined or to a forbidden character",
        "实体或字符引用格式错误、未定义，或指向不允许的字符";
    /// A character that XML 1.0 forbids.
    Control = 46, "a character that XML forbids", "含有XML不允许的字符";
    /// An XML declaration that is not well-formed.
    Declaration = 47, "a malformed XML declaration", "XML声明格式错误";
    /// A second root element.
    SecondRoot = 48, "a second root element", "出现了第二个根元素";
    /// Something else after the end of the root element.
    Trailing = 49, "something after the end of the document", "文档结束之后还有内容";

    /// A document type declaration, or any other `<!` but a CDATA section: the door of entity
    /// attacks (XXE).
    Doctype = 50, "a DOCTYPE or other declaration", "含有DOCTYPE或其他声明";
    /// A comment: parsers disagree about the text around it.
    Comment = 51, "a comment", "含有注释";
    /// A processing instruction.
    ProcessingInstruction = 52, "a processing instruction", "含有处理指令";
    /// An attribute.
    Attribute = 53, "an attribute", "元素带有属性";
    /// A name with a namespace prefix.
    Prefix = 54, "a name with a namespace prefix", "名称带有命名空间前缀";
    /// A name that is not `[A-Za-z_][A-Za-z0-9_.-]*`, or is longer than 64 bytes.
    Name = 55, "not a field name ([A-Za-z_][A-Za-z0-9_.-]*, at most 64 bytes)",
        "字段名不合法（应为[A-Za-z_][A-Za-z0-9_.-]*，最长64字节）";
    /// An element inside a field: the signature would not cover its structure.
    Nested = 56, "an element inside a field", "字段内含有子元素";
    /// A field that the document has already: readers disagree about which one counts.
    Duplicate = 57, "a field that the document has already", "文档中已有同名字段";
    /// Text, a CDATA section or a reference between fields.
    Stray = 58, "text between fields", "字段之间含有文本";
    /// A declared version other than XML 1.0 or a declared encoding other than UTF-8.
    Encoding = 59, "an XML version other than 1.0 or an encoding other than UTF-8",
        "XML版本不是1.0，或编码不是UTF-8";

    /// No signature where one is due.
    Unsigned = 60, "no signature", "没有签名";
    /// Signed, or said to be signed, with another algorithm than the key's.
    AlgorithmMismatch = 61, "signed with another algorithm than the one agreed",
        "签名算法与约定的不一致";
    /// The signature is not that of these fields under this key.
    SignatureMismatch = 62, "the signature does not match", "签名错误：签名与内容不匹配";
    /// No `return_code`: not an answer of the protocol.
    NoReturnCode = 63, "no return_code", "缺少return_code";
    /// A sealed part cannot be opened: cut or changed on its way, or sealed under another key.
    /// No error says which of these it is; for what time says, see `UnconfirmedRefund::open`.
    Sealed = 64, "the sealed part cannot be opened", "加密信息无法解密";
    /// Authentic, but of another kind than it is judged as: it lacks a field without which no such
    /// message exists.
    Lacks {
        /// The field's name.
        field: &'static str = ""
    } = 65, "authentic, but of another kind: it lacks a field",
        "签名正确，但消息种类不符：缺少字段";
    /// Authentic, but of another kind than it is judged as: it has a field that no such message
    /// has.
    Foreign {
        /// The field's name.
        field: &'static str = ""
    } = 66, "authentic, but of another kind: it has a foreign field",
        "签名正确，但消息种类不符：含有不应有的字段";
    /// Authentic, but a value imitates a field (`&name=`), and the field is none of those that hold
    /// free text: the signature does not tell this message from another one.
    Ambiguous = 67, "authentic, but ambiguous: a value imitates a field",
        "签名正确，但有歧义：字段的值中含有形似字段的内容";
    /// The root element has another name than the messages of the protocol have, which is `xml`.
    Root = 68, "a root element with another name than xml", "根元素的名称不是xml";

    /// A line that cannot stand where it does in a bill.
    Bill = 70, "a line that does not fit the bill", "此行不符合账单格式";
    /// A line of a bill that has more or fewer values than there are names of columns.
    Cells {
        /// How many values are due.
        due: u32 = 0,
        /// How many there are.
        found: u32 = 0
    } = 71, "a line of a bill with another number of values than there are columns",
        "此行的值个数与账单列数不一致";
    /// Something that does not fit into a list of fields, as another list within it.
    List = 72, "something that does not fit a list of fields", "此处不符合字段列表的格式";
    /// An escape, as those of JSON and of URLs, that stands for nothing.
    Escape = 73, "an escape that stands for nothing", "无法还原的转义序列";
}
