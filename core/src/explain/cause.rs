//! The known mistakes: permanent number, name, and one clause for each.

use crate::base::kinds::kinds;

kinds! {
    /// A known mistake in making a signature.
    ///
    /// ```
    /// use wxp_core::{Cause, Language};
    ///
    /// assert_eq!(Cause::KeyLineEnd.code(), 35);
    /// assert_eq!(Cause::KeyLineEnd.name(), "KeyLineEnd");
    /// let text = Cause::KeyLineEnd.text(Language::English);
    /// assert_eq!(text, "the key was used with the line end after it");
    /// ```
    pub enum Cause;

    /// The permanent number of this cause: 10s the text of the signature, 20s the algorithm, 30s
    /// the key, 40s which fields, 50s their order, 60s their values, 70s what was changed after
    /// it was signed, 80s second signatures. Numbers are never reused.
    code;

    /// No signature was offered, or an empty one.
    Missing = 10, "there is no signature", "没有签名";
    /// What was offered is no signature, nor a known distortion of the right one.
    Form = 11, "this is no signature: one has 32 or 64 hexadecimal digits",
        "这不是签名：签名应为32位或64位十六进制字符";
    /// The right signature, in lower case. [`Key::verify`](crate::Key::verify) accepts it.
    LowerCase = 12, "the signature is right but for its lower-case digits: send upper case",
        "签名正确，但字母是小写：请改用大写";
    /// The right signature, with white space before or after it.
    Surrounded = 13, "the signature is right, but blanks or line ends stand around it",
        "签名正确，但前后有空格或换行";
    /// The right signature, cut off. Less than 16 digits are not held against it.
    Truncated = 14, "the signature is right as far as it goes: its end was cut off",
        "签名的前一部分正确，但结尾被截断";
    /// The right signature without the zeros that lead it, or that lead its bytes.
    ZerosDropped = 15, "the signature is right, but leading zeros were dropped from its digits",
        "签名正确，但丢失了前导零";

    /// MD5 instead of HMAC-SHA256, or the other way round.
    OtherAlgorithm = 20, "it was signed with the other algorithm", "签名时用了另一种签名算法";
    /// SHA-256 of the string with the key appended.
    PlainSha256 = 21, "it was signed with plain SHA-256 instead of HMAC-SHA256",
        "签名时用了普通的SHA-256，而不是HMAC-SHA256";
    /// The right signature, in a message whose `sign_type` names another algorithm.
    Contradiction = 22, "the signature is right, but sign_type does not name its algorithm",
        "签名正确，但sign_type写的不是所用的算法";

    /// The string that was signed ends with the last field; HMAC used the key all the same.
    KeyLeftOut = 30, "`&key=` and the key were not appended to the fields",
        "字段拼接后没有加上`&key=`和密钥";
    /// The key follows the last field without `&key=`.
    KeyUnnamed = 31, "the key was appended without `&key=`", "密钥前面缺少`&key=`";
    /// The key was used without the white space around it.
    KeyTrimmed = 32, "the key was used without the blanks or line ends around it",
        "签名时去掉了密钥前后的空格或换行";
    /// The key was used in lower case.
    KeyLowerCase = 33, "the key was turned into lower case", "签名时密钥被转成了小写";
    /// The key was used in upper case.
    KeyUpperCase = 34, "the key was turned into upper case", "签名时密钥被转成了大写";
    /// The key was used with LF or CR LF after it.
    KeyLineEnd = 35, "the key was used with the line end after it", "签名时密钥末尾多了换行符";
    /// The key was used with a blank after it.
    KeyBlank = 36, "the key was used with a blank after it", "签名时密钥末尾多了一个空格";
    /// The key was sorted in among the fields, as if it were one called `key`.
    KeySorted = 37, "the key was sorted in among the fields: it belongs behind them, after `&key=`",
        "key被当作普通字段参与了排序：应在排序后的字段之后拼接`&key=`";
    /// `&&key=` as by a loop that leaves `&` behind, no `&` at all, or one behind the key.
    Ampersands = 38, "there is an `&` too many or too few around `key=`, as in `&&key=`",
        "`key=`前后多了或少了一个`&`，例如`&&key=`";
    /// The string ends with `&key=`: the key was empty, as where a setting was not read.
    KeyEmpty = 39, "the key was empty: the string that was signed ends with `&key=`",
        "密钥为空：待签名字符串以`&key=`结尾";

    /// One field was not signed.
    FieldLeftOut = 40, "a field of the message was not signed", "消息中有一个字段没有参与签名";
    /// Empty values were signed, as `name=`.
    EmptySigned = 41, "fields with empty values were signed, too", "值为空的字段也参与了签名";
    /// The field `sign` was signed as well, with its value or as `sign=`.
    SignSigned = 42, "the field sign was signed, too", "sign字段也参与了签名";
    /// `sign_type` was not signed.
    SignTypeLeftOut = 43, "the field sign_type was not signed", "sign_type字段没有参与签名";
    /// The algorithm's name was signed as `sign_type`, and the message does not say so.
    SignTypeAdded = 44, "a sign_type was signed that the message does not have",
        "消息中没有sign_type，它却参与了签名";
    /// Several fields were not signed: any two, any three in a small message, those of a list, those
    /// whose names begin with the same word, or those that a program's model of a message lacks.
    FieldsLeftOut = 45, "several fields of the message were not signed",
        "签名时漏掉了报文中的多个字段";
    /// Empty values were signed as a word, such as `null`, `undefined`, `None` or `Array`.
    NullSigned = 46, "fields with empty values were signed as a word such as null",
        "空值被当作null之类的文字参与了签名";
    /// Names were signed in another letter case, or with or without underscores.
    NamesRewritten = 47, "names were signed in another form, such as appId for appid",
        "签名时字段名的写法不同，例如把appid写成appId";
    /// `sign_type` was signed, and the message says something else in it.
    SignTypeChanged = 48, "the field sign_type was signed with another value than it was sent with",
        "签名时sign_type的值与发送的值不同";

    /// Names were sorted without regard to their letter case.
    OrderIgnoringCase = 50, "the names were sorted without regard to letter case",
        "字段名排序时没有区分大小写";
    /// Finished `name=value` texts were sorted: `=` sorts after digits.
    OrderOfPairs = 51, "finished name=value pairs were sorted instead of the names",
        "排序的是拼好的name=value，而不是字段名";
    /// The fields were signed in the order of the caller's table.
    Unsorted = 52, "the fields were not sorted", "字段没有排序";
    /// The fields were signed in the order of the caller's table, and empty ones, too.
    UnsortedWithEmpty = 53, "the fields were not sorted, and those with empty values were signed, too",
        "字段没有排序，并且空值字段也参与了签名";
    /// A `?` or `&` stood before the first field, as in an address or after a careless loop.
    Leading = 54, "a `?` or `&` was put before the first field",
        "第一个字段之前多了`?`或`&`";

    /// Values were signed without the white space around them, and none that were blank.
    ValueTrimmed = 60, "values were signed without the blanks or line ends around them",
        "签名时去掉了值前后的空格或换行";
    /// Values were signed with `&`, `<` and `>`, and perhaps quotes, as entities of XML.
    ValueEscaped = 61, "values were signed as they are escaped in XML", "签名时的值已做XML转义";
    /// Values were signed with the CDATA section they are sent in.
    ValueInCdata = 62, "values were signed with their CDATA brackets", "签名时的值带有CDATA标记";
    /// Values were signed in URL-encoding, in one of the usual forms.
    ValueUrlEncoded = 63, "values were signed URL-encoded, or decoded after that", "签名时的值已做URL编码，或签名之后被解码";
    /// Values were signed with LF in place of CR LF or CR, or without any CR.
    ReturnsDropped = 64, "values were signed without their carriage returns",
        "签名时去掉了值中的回车符";
    /// Values were signed with CR LF in place of LF.
    ReturnsAdded = 65, "values were signed with CR LF in place of LF", "签名时值中的LF变成了CR LF";
    /// Values were signed with `?` in place of each character that is not ASCII.
    CharactersLost = 66, "values were signed with `?` in place of characters that are not ASCII",
        "签名时值中的非ASCII字符变成了`?`";
    /// The UTF-8 of values was taken for ISO 8859-1 and encoded in UTF-8 again.
    EncodedTwice = 67, "values were encoded in UTF-8 twice", "签名时的值做了两次UTF-8编码";
    /// Values were signed in GBK. Found only with the crate's feature `gbk`.
    Gbk = 68, "values were signed in GBK instead of UTF-8", "签名时的值用的是GBK编码，而不是UTF-8";
    /// A whole number was signed in another form: `100.0`, `1e2`, with or without zeros before it,
    /// or in yuan instead of fen.
    NumberRewritten = 69, "a number was signed in another form, such as 100.0 for 100",
        "签名时数字的写法不同，例如把100写成100.0";

    /// Bytes became `\\xNN` after the message was signed, as in the logs of web servers.
    HexAdded = 70, "a value was changed after it was signed: `\\xNN` stands for a character, as in the logs of web servers",
        "签名之后值被改动：字符变成了`\\xNN`，常见于Web服务器的日志";
    /// Characters became entities after the message was signed, as in filters against HTML.
    EntitiesAdded = 71, "a value was changed after it was signed: characters became entities such as `&quot;`, as in HTML filters",
        "签名之后值被改动：字符被转义成`&quot;`之类的HTML实体";
    /// Backslashes were put before quotation marks after the message was signed.
    BackslashesAdded = 72, "a value was changed after it was signed: backslashes were put before quotation marks",
        "签名之后值被改动：引号前被加了反斜杠";
    /// Blanks became `+` after the message was signed, or `+` became blanks.
    PlusForBlank = 73, "a value was changed after it was signed: blanks and `+` were taken for one another",
        "签名之后值被改动：空格与`+`被互换";
    /// Values were URL-encoded after the message was signed. For the other way round, see
    /// [`ValueUrlEncoded`](Self::ValueUrlEncoded).
    PercentsAdded = 74, "a value was changed after it was signed: it was URL-encoded",
        "签名之后值被改动：值被URL编码";
    /// The UTF-8 of values was taken for ISO 8859-1 or Windows-1252 after the message was signed.
    ReadAsLatin1 = 75, "a value was changed after it was signed: its UTF-8 was read as Latin-1",
        "签名之后值被改动：UTF-8内容被按Latin-1读取，成了乱码";
    /// The UTF-8 of values was taken for GBK after the message was signed. Found only with the
    /// crate's feature `gbk`.
    ReadAsGbk = 76, "a value was changed after it was signed: its UTF-8 was read as GBK",
        "签名之后值被改动：UTF-8内容被按GBK读取，成了乱码";
    /// White space was cut off from a value after the message was signed.
    EndsCutOff = 77, "a value was changed after it was signed: white space at its end was cut off",
        "签名之后值被改动：首尾的空格或换行被去掉";
    /// Values were escaped as in JSON after the message was signed.
    JsonEscaped = 78, "a value was changed after it was signed: it was escaped as in JSON",
        "签名之后值被改动：值被加上了JSON转义";

    /// Backslashes before quotation marks and backslashes were taken away, as `stripslashes` does.
    BackslashesDropped = 79,
        "a value was changed after it was signed: backslashes before quotation marks were taken away",
        "签名之后值被改动：引号前的反斜杠被去掉";

    /// A field that the second signature covers is not there, so nothing can be tried.
    SecondLacks = 80,
        "a field that the second signature covers is not here: add it, even if the page need not send it",
        "缺少参与二次签名的字段：请补上后再检查，即使页面不需要传该字段";
    /// The nonce was signed under another name than an app's second signature has.
    SecondNonce = 81,
        "nonce_str (or nonceStr) was signed, where the second signature of an app has noncestr",
        "签名时用了nonce_str（或nonceStr），APP的二次签名应为noncestr";
    /// The time was signed under another name.
    SecondTime = 82,
        "the time was signed under another name: a page has timeStamp, an app timestamp, a code time_stamp",
        "时间戳的签名字段名不对：JSAPI用timeStamp，APP用timestamp，二维码用time_stamp";
    /// Names were signed in another spelling.
    SecondNames = 83,
        "names were signed in another spelling: a page has appId, nonceStr, signType; an app only lower case",
        "签名字段名的写法不对：JSAPI为appId、nonceStr、signType等，APP全部小写";
    /// The bare number of the order was signed or sent as `package`.
    SecondPackageBare = 84,
        "package was signed or is sent as the bare number: it has to be `prepay_id=` with the number behind it",
        "签名或发送的package只有预支付交易会话标识：应为`prepay_id=`加该标识";
    /// The `package` of an app in a page, or the other way round.
    SecondPackage = 85,
        "package is that of another kind: a page has `prepay_id=` and the number, an app `Sign=WXPay`",
        "package不是该调起方式的取值：JSAPI为`prepay_id=`加标识，APP为`Sign=WXPay`";
    /// `signType` was not signed.
    SecondSignType = 86,
        "signType was not signed, which is a part of a page's second signature",
        "签名时漏了signType，它参与JSAPI的二次签名";
    /// `signType` names another algorithm than the one that signed.
    SecondContradiction = 87,
        "signType names another algorithm than the one that it was signed with",
        "signType与实际使用的签名算法不一致";
    /// The time is in milliseconds, where it was signed or where it is sent.
    SecondMilliseconds = 88,
        "the time was signed or is sent in milliseconds: it has to be in seconds, with 10 digits",
        "签名或发送的时间戳是毫秒：应为10位的秒数";
    /// The partner's appid or merchant number was signed, and not those of the merchant.
    SecondOfPartner = 89,
        "it was signed for the partner: the order has sub_appid or sub_mch_id, which take the place of its own",
        "签名用的是服务商的参数：下单时传了sub_appid或sub_mch_id，应使用子商户的";
    /// `sub_appid` or `sub_mch_id` was signed, and something else is sent.
    SecondOfMerchant = 90,
        "it was signed with sub_appid or sub_mch_id, but is sent with the partner's own: send what was signed",
        "签名用了sub_appid或sub_mch_id，发送的却是服务商的参数：应发送参与签名的值";
    /// A field is sent under another name than it was signed under.
    SecondNameSent = 91,
        "the second signature is right, but this field is sent under another name than the one that is read",
        "二次签名正确，但此字段发送时的名称与调起支付要求的名称不同";
    /// Fields were signed that the second signature does not have.
    SecondTooMuch = 92,
        "fields were signed that the second signature does not have",
        "签名包含了二次签名不应有的字段";
}
