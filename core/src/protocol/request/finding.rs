//! What can be found in a request, and how it is said.

use core::ffi::CStr;
use core::fmt;

use super::conditions::Condition;
use super::known::{Known, first};
use crate::base::kinds::kinds;
use crate::base::language::{Assembled, InLanguage};
use crate::base::{Language, ShortText};

kinds! {
    /// What is wrong with a field of a request.
    ///
    /// ```
    /// use wxp_core::{FindingKind, Language};
    ///
    /// let kind = FindingKind::NotAField;
    /// assert_eq!((kind.code(), kind.name()), (103, "NotAField"));
    /// assert_eq!(kind.text(Language::English), "not a field of this operation");
    /// assert_eq!(kind.text(Language::Chinese), "该接口没有这个参数");
    /// ```
    pub enum FindingKind;

    /// The permanent number of this kind: 100s which fields there are, 110s and 120s their values,
    /// 130s the algorithm. Numbers are never reused.
    code;

    /// A field that the operation needs is missing or empty. It may need one of several.
    Missing = 101, "missing, and needed by this operation", "缺少必填参数";
    /// A field is missing or empty that another field's value makes necessary.
    MissingFor = 102, "missing, and needed because of another field", "缺少参数，另一参数的取值要求必填";
    /// The operation has no field of this name.
    NotAField = 103, "not a field of this operation", "该接口没有这个参数";
    /// The table has the field already.
    Twice = 104, "a field that is in the table already", "参数重复";

    /// Not a whole number of the currency's smallest unit, or zero where that cannot be.
    Amount = 110, "not an amount in whole fen", "金额应为整数，单位为分，不能带小数";
    /// Not a whole number.
    Number = 111, "not a whole number", "应为整数";
    /// Not a time, or not in this form.
    Time = 112, "not a time of the form yyyyMMddHHmmss", "时间格式应为yyyyMMddHHmmss";
    /// Not a date, or not in this form.
    Date = 113, "not a date of the form yyyyMMdd", "日期格式应为yyyyMMdd";
    /// Not an address that can be notified.
    NotifyUrl = 114, "not an http or https address with host and path",
        "通知地址应为带路径的完整http或https地址";
    /// An address to be notified at, with a query.
    NotifyUrlQuery = 115, "an address with a query, which is not taken", "通知地址不能携带参数";
    /// Not an IP address.
    Ip = 116, "neither an IPv4 nor an IPv6 address", "不是IPv4或IPv6地址";
    /// Not one of the values that are listed for the field.
    Value = 117, "not one of the listed values", "取值不在文档列出的范围内";
    /// Not a currency.
    Currency = 118, "not a currency that is taken", "不是支持的货币类型";
    /// A character that numbers of orders cannot have.
    Characters = 119, "a character that such a number cannot have", "单号含有不允许的字符";
    /// Not an object or an array of JSON.
    Json = 120, "not an object or array of JSON", "不是合法的JSON";
    /// More characters than the pages allow.
    TooLong = 121, "too long", "长度超过限制";

    /// Signed with another algorithm than MD5, and `sign_type` does not say so; or the operation
    /// needs `sign_type` in any case.
    SignTypeMissing = 130, "missing, so the signature is taken for one with MD5",
        "缺少该参数，微信支付会按MD5验签";
    /// `sign_type` names another algorithm than the one that signs.
    SignTypeDiffers = 131, "another algorithm than the one that signs", "与实际使用的签名算法不一致";
    /// The operation does not take signatures with this algorithm.
    AlgorithmNotTaken = 132, "the operation does not take signatures with this algorithm",
        "该接口不支持这种签名算法";
    /// The operation takes no signature.
    NotSigned = 133, "requests of this operation are not signed", "该接口的请求不需要签名";
}

/// One thing that is wrong, or doubtful, with a request.
///
/// Displays as one sentence in English; see [`in_language`](Self::in_language).
///
/// ```
/// use wxp_core::{Algorithm, Endpoint, Field, FindingKind, check_request};
///
/// const QUERY: Endpoint = Endpoint::find("/pay/orderquery").unwrap();
///
/// let table = [
///     Field::new("appId", "wxd930ea5d5a258f4f")?,
///     Field::new("mch_id", "10000100")?,
///     Field::new("nonce_str", "ibuaiVcKdpRxkhJA")?,
///     Field::new("out_trade_no", "20260101001")?,
/// ];
/// let finding = check_request(QUERY, Algorithm::Md5, &table[..]).next().unwrap();
/// assert_eq!(finding.kind, FindingKind::NotAField);
/// assert_eq!((finding.field, finding.index), ("appId", Some(0)));
/// assert_eq!(finding.meant(), Some("appid"));
/// assert!(finding.certain, "appid is needed, and missing");
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Finding<'f> {
    /// What is wrong.
    pub kind: FindingKind,
    /// Whether the gateway is known to refuse such a request; otherwise it is only not documented
    /// that it takes it.
    pub certain: bool,
    /// The name of the field: as it is in the table, or as the operation has it if it is missing.
    pub field: &'f str,
    /// The index of the field in the caller's table; `None` if it is missing.
    pub index: Option<usize>,
    /// The offset in the value of the first byte that cannot stand there; 0 where it is the whole
    /// value that cannot.
    pub offset: usize,
    pub(super) known: Option<Known>,
    pub(super) others: [Option<Known>; OTHERS],
    pub(super) condition: Option<Condition>,
}

/// The most fields that may be in the place of another one.
pub(crate) const OTHERS: usize = 3;
/// The field's own row, those of the others, and the condition.
pub(crate) const DETAILS: usize = OTHERS + 2;

impl<'f> Finding<'f> {
    pub(super) const fn new(kind: FindingKind, certain: bool, field: &'f str) -> Self {
        let others = [None; OTHERS];
        Self { kind, certain, field, index: None, offset: 0, known: None, others, condition: None }
    }

    /// The field of the operation that was probably meant by a name that is none of it.
    #[must_use]
    pub fn meant(&self) -> Option<&'static str> {
        let [meant, ..] = self.names();
        Some(meant).filter(|meant| self.kind == FindingKind::NotAField && !meant.is_empty())
    }

    /// The fields any of which would do in place of one that is missing.
    ///
    /// ```
    /// use wxp_core::{Algorithm, Endpoint, Field, check_request};
    ///
    /// const QUERY: Endpoint = Endpoint::find("/pay/orderquery").unwrap();
    ///
    /// let table: &[Field<'_>] = &[];
    /// let mut findings = check_request(QUERY, Algorithm::Md5, table);
    /// let finding = findings.find(|finding| finding.field == "transaction_id").unwrap();
    /// assert!(finding.alternatives().eq(["out_trade_no"]));
    /// ```
    pub fn alternatives(&self) -> impl Iterator<Item = &'static str> + use<> {
        let is_missing = self.kind != FindingKind::NotAField;
        self.names().into_iter().filter(move |name| is_missing && !name.is_empty())
    }

    /// The names of the other fields that it is about; empty behind the last one.
    #[inline(never)]
    pub(crate) fn names(&self) -> [&'static str; OTHERS] {
        self.others.map(|other| other.map_or("", Known::as_str))
    }

    /// The field and the value that make another one necessary, which is missing; the value is
    /// empty if any does.
    #[must_use]
    pub fn condition(&self) -> Option<(&'static str, &'static str)> {
        self.condition.map(Condition::parts)
    }

    /// How many characters the field may have, if it has more.
    #[must_use]
    pub fn limit(&self) -> Option<usize> {
        self.known.filter(|_| self.kind == FindingKind::TooLong).and_then(Known::most)
    }

    /// The values that are listed for the field, if it has another one.
    pub fn values(&self) -> impl Iterator<Item = &'static str> + use<> {
        let known = self.known.filter(|_| self.kind == FindingKind::Value);
        // A field that has no such finding has no list either.
        known.unwrap_or(Known::sign).values()
    }

    /// What is found, as one sentence.
    ///
    /// ```
    /// use wxp_core::{Algorithm, Endpoint, Field, Language, check_request};
    ///
    /// const QUERY: Endpoint = Endpoint::find("/mmpaysptrans/query_bank").unwrap();
    ///
    /// let table = [
    ///     Field::new("mch_id", "10000100")?,
    ///     Field::new("nonce_str", "ibuaiVcKdpRxkhJA")?,
    ///     Field::new("partner_trade_no", "2026-01")?,
    /// ];
    /// let finding = check_request(QUERY, Algorithm::Md5, &table[..]).next().unwrap();
    /// let english = "partner_trade_no: a character that such a number cannot have, at byte 4";
    /// assert_eq!(finding.to_string(), english);
    /// let chinese = finding.in_language(Language::Chinese).to_string();
    /// assert_eq!(chinese, "partner_trade_no：单号含有不允许的字符，第5个字节");
    /// # Ok::<(), wxp_core::Error>(())
    /// ```
    #[must_use]
    pub fn in_language(&self, language: Language) -> impl fmt::Display + use<'f> {
        InLanguage(*self, language)
    }

    /// What names it gives, as numbers, for C.
    pub(crate) fn details(&self) -> [u16; DETAILS] {
        let number = |known: Option<Known>| known.map_or(0, Known::number);
        let condition = self.condition.map_or(0, Condition::number);
        let [first, second, third] = self.others.map(number);
        [number(self.known), first, second, third, condition]
    }

    /// The finding that gave these details, without a place in a table.
    pub(crate) fn of_details(code: i32, field: &'f str, details: [u16; DETAILS]) -> Option<Self> {
        let kind = FindingKind::ALL.iter().find(|kind| kind.code() == code)?;
        let [own, first, second, third, condition] = details;
        Some(Self {
            known: Known::of(own),
            others: [first, second, third].map(Known::of),
            condition: Condition::of(condition),
            ..Self::new(*kind, false, field)
        })
    }

    /// Says it in one language, piece by piece.
    #[inline]
    pub(crate) fn say(&self, language: Language, put: &mut impl FnMut(&str)) {
        let text = FindingKind::c_text_of(self.kind.code(), language);
        match language {
            Language::English => self.assembled(put, text, ENGLISH, self.offset),
            Language::Chinese => self.assembled(put, text, CHINESE, self.offset.saturating_add(1)),
        }
    }

    /// `offset` is the number that the byte at the finding's offset has in this language.
    #[inline(never)]
    fn assembled(
        &self,
        put: &mut impl FnMut(&str),
        text: Option<&CStr>,
        mut words: &'static str,
        offset: usize,
    ) {
        let [first_name, second, third] = self.names();
        let is_stranger = self.kind == FindingKind::NotAField;
        let (meant, other) = if is_stranger { (first_name, "") } else { ("", first_name) };
        let parts = [
            self.field,
            text.and_then(|text| text.to_str().ok()).unwrap_or_default(),
            self.condition.map_or("", Condition::text),
            meant,
            other,
            second,
            third,
            &decimal(self.limit()),
            &decimal(Some(offset).filter(|_| self.offset > 0)),
        ];
        for part in parts {
            let (before, behind);
            (before, words) = first(words, b'~');
            (behind, words) = first(words, b'|');
            if !part.is_empty() {
                [before, part, behind].into_iter().for_each(&mut *put);
            }
        }
        let (mut before, between) = first(words, b'|');
        for value in self.values() {
            put(before);
            put(value);
            before = between;
        }
    }
}

/// How the parts of a sentence are put down, each in the place of a `~`: the field, what is wrong
/// with it, what makes it necessary, the name that was meant, up to three others that would do, the
/// limit and the place. Behind them, what stands before the first listed value and the next ones.
const ENGLISH: &str = "~|: ~| (~)|; is ~ meant?|, or else ~|, ~|, ~|, at most ~ characters\
    |, at byte ~|: |, ";
const CHINESE: &str = "~|：~|（~）|，是否应为~？|，或改传~|、~|、~|，最多~个字符|，第~个字节|：|、";

impl Assembled for Finding<'_> {
    #[inline]
    fn assemble(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut result = Ok(());
        self.say(language, &mut |piece| result = result.and_then(|()| f.write_str(piece)));
        result
    }
}

/// A number, or nothing.
#[inline(never)]
fn decimal(number: Option<usize>) -> ShortText {
    let mut text = ShortText::default();
    if let Some(number) = number.and_then(|number| u64::try_from(number).ok()) {
        text.push_number(number, 1);
    }
    text
}

impl fmt::Display for Finding<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.assemble(Language::English, f)
    }
}

impl fmt::Debug for Finding<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.certain { "certain: " } else { "doubtful: " })?;
        self.assemble(Language::English, f)
    }
}
