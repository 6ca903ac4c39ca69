//! What is left to check where no mistake was found.

use super::{Cause, Explanation};
use crate::base::kinds::kinds;
use crate::value::Value;

kinds! {
    /// What is left to check: where a signature that was refused is right, where no known mistake
    /// leads to it, and where all there is to go by is the gateway's refusal.
    ///
    /// ```
    /// use wxp_core::{Explanation, Hint, Language, Sender, Value};
    ///
    /// let hints = Explanation::Unknown.hints(Sender::Merchant);
    /// assert_eq!(hints[0], Hint::OtherKey);
    /// assert!(hints[0].text(Language::English).contains("app secret"));
    ///
    /// let refused = Hint::of_refusal(Value::new("沙箱验证签名失败"));
    /// assert_eq!(refused[0], Hint::SandboxKey);
    /// ```
    pub enum Hint;

    /// The permanent number of this hint. Numbers are never reused.
    code;

    /// Another of the merchant's secrets was used.
    OtherKey = 1,
        "the key: it is the API key (APIv2 key) of the merchant platform, with 32 characters; not the APIv3 key, not the app secret of the appid, not the password of the certificate",
        "密钥：应使用商户平台设置的32位API密钥（APIv2密钥），不是APIv3密钥，不是公众号或小程序的AppSecret，也不是证书密码";
    /// The sandbox's own key was used outside of it, or the API key inside.
    SandboxKey = 2,
        "the sandbox: it has a key of its own, which getsignkey gives and which is valid for three days; the API key is for everything else",
        "沙箱：沙箱有单独的密钥，通过getsignkey接口获取，有效期三天；正式环境使用API密钥";
    /// The key of another merchant number was used.
    OtherMerchant = 3,
        "whose key it is: that of the merchant number in mch_id; a service provider signs with its own key, never with that of the merchant it acts for",
        "密钥所属的商户：应是mch_id对应商户号的密钥；服务商模式用服务商自己的密钥，不用特约商户（子商户）的密钥";
    /// The key was changed on the merchant platform, and not everywhere.
    KeyChanged = 4,
        "whether the key was changed on the merchant platform a short time ago: every program needs the new one, and messages from before have the old one",
        "最近是否在商户平台修改过API密钥：所有程序都要换成新密钥，修改前的报文仍用旧密钥签名";
    /// A value was made twice: one was signed, another one sent.
    MadeTwice = 5,
        "values that are made twice: the nonce_str or the time that was signed is not the one that was sent",
        "重复生成的值：参与签名的nonce_str或时间戳与实际发送的不是同一个";
    /// The gateway expects other fields of this operation.
    FieldsOfOperation = 6,
        "the fields: one that the operation does not have, or one that it needs and does not get, is answered with a signature error, too",
        "字段：多传了接口没有的字段，或少传了必填字段，网关也会返回签名错误";
    /// The gateway takes another algorithm.
    SignType = 7,
        "the algorithm: without sign_type the gateway takes MD5; with HMAC-SHA256 the request has to say sign_type=HMAC-SHA256, and some operations take only one of them",
        "签名算法：不传sign_type时网关按MD5验签；使用HMAC-SHA256时必须传sign_type=HMAC-SHA256，有的接口只支持其中一种";
    /// The message was changed on its way.
    Encoding = 8,
        "the encoding on the way: the message has to be sent as UTF-8, byte by byte what was signed, with Chinese text and characters such as & and < unchanged",
        "传输编码：报文必须以UTF-8发送，内容与签名时逐字节一致，中文以及&、<等字符不能被改变";
    /// What was verified is not what was received.
    RawMessage = 9,
        "the message as it was received: verify the bytes of the body, before a framework, a filter or a log changes them, and with all of its fields",
        "原始报文：应使用收到的原始报文体验签，不要使用经过框架、过滤器或日志改动过的内容，并保留全部字段";
    /// More than one mistake was made.
    SeveralMistakes = 10,
        "two mistakes at once: only single ones are tried here; compare the string that was signed, character by character",
        "同时存在两个错误：这里只逐个尝试单个错误，请逐字符比对待签名字符串";
    /// A second signature is made with what is the merchant's, where a partner placed the order.
    SubAppid = 11,
        "whose appid it is: where a partner's order has sub_appid, the page or app is signed with sub_appid, and an app with sub_mch_id as its partnerid",
        "appid是否正确：服务商模式下单时传了sub_appid的，调起支付须用sub_appid签名，APP的partnerid须用sub_mch_id";
}

/// Who made a message, and so its signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sender {
    /// The merchant: it is a request.
    Merchant,
    /// The gateway: it is an answer or a notice.
    Gateway,
    /// The merchant, for the customer's page or app: it is a second signature.
    Customer,
}

/// A request whose signature is right, and which was refused.
const RIGHT: &[Hint] = &[
    Hint::FieldsOfOperation,
    Hint::OtherMerchant,
    Hint::OtherKey,
    Hint::SignType,
    Hint::Encoding,
    Hint::MadeTwice,
    Hint::KeyChanged,
    Hint::SandboxKey,
];

/// A request that no known mistake explains.
const UNKNOWN_REQUEST: &[Hint] = &[
    Hint::OtherKey,
    Hint::OtherMerchant,
    Hint::MadeTwice,
    Hint::SandboxKey,
    Hint::KeyChanged,
    Hint::SeveralMistakes,
];

/// An answer or a notice that no known mistake explains.
const UNKNOWN_MESSAGE: &[Hint] = &[
    Hint::OtherKey,
    Hint::OtherMerchant,
    Hint::RawMessage,
    Hint::KeyChanged,
    Hint::SandboxKey,
    Hint::SeveralMistakes,
];

/// A second signature that is right, and which was refused.
const RIGHT_SECOND: &[Hint] =
    &[Hint::SubAppid, Hint::MadeTwice, Hint::OtherMerchant, Hint::OtherKey, Hint::KeyChanged];

/// A second signature that no known mistake explains.
const UNKNOWN_SECOND: &[Hint] = &[
    Hint::OtherKey,
    Hint::SubAppid,
    Hint::MadeTwice,
    Hint::OtherMerchant,
    Hint::KeyChanged,
    Hint::SeveralMistakes,
];

/// A request of which nothing is known but that the gateway refused its signature.
const REFUSED: &[Hint] = &[
    Hint::OtherKey,
    Hint::OtherMerchant,
    Hint::FieldsOfOperation,
    Hint::SignType,
    Hint::Encoding,
    Hint::MadeTwice,
    Hint::KeyChanged,
    Hint::SandboxKey,
];

/// The same of the sandbox.
const REFUSED_BY_SANDBOX: &[Hint] =
    &[Hint::SandboxKey, Hint::FieldsOfOperation, Hint::SignType, Hint::Encoding, Hint::MadeTwice];

impl Hint {
    /// What to check where the gateway refused a request with this `return_msg`, the likeliest
    /// first; nothing if it does not speak of the signature.
    #[must_use]
    pub fn of_refusal(return_msg: Value<'_>) -> &'static [Self] {
        let says = |words: &[&str]| words.iter().any(|word| mentions(return_msg, word));
        if !says(&["签名", "signature", "sign error", "sign_error", "signerror"]) {
            &[]
        } else if says(&["沙箱", "sandbox"]) {
            REFUSED_BY_SANDBOX
        } else {
            REFUSED
        }
    }
}

impl Explanation {
    /// What is left to check, the likeliest first. Nothing where the mistake is found and its text
    /// says all, and where an answer or a notice is right.
    #[must_use]
    pub const fn hints(self, sender: Sender) -> &'static [Hint] {
        match (self, sender) {
            (Self::Right, Sender::Merchant) => RIGHT,
            (Self::Right, Sender::Gateway) => &[],
            (Self::Right, Sender::Customer) => RIGHT_SECOND,
            (Self::Unknown, Sender::Customer) => UNKNOWN_SECOND,
            (Self::Unknown, Sender::Merchant) => UNKNOWN_REQUEST,
            (Self::Unknown, Sender::Gateway) => UNKNOWN_MESSAGE,
            (Self::Mistake { cause, .. }, Sender::Gateway) if is_reading(cause) => {
                &[Hint::RawMessage]
            }
            (Self::Mistake { cause, .. }, Sender::Merchant) if is_encoding(cause) => {
                &[Hint::Encoding]
            }
            (Self::Mistake { .. }, _) => &[],
        }
    }
}

/// Whether the gateway does not make this mistake, but programs do when they read.
const fn is_reading(cause: Cause) -> bool {
    matches!(cause.code(), 40..)
}

/// Whether the text of values became another one on its way to the digest or from there.
const fn is_encoding(cause: Cause) -> bool {
    matches!(cause, Cause::CharactersLost | Cause::EncodedTwice | Cause::Gbk)
        || matches!(cause.code(), 70..80)
}

/// Whether one piece of the text has the word in it, in either letter case.
fn mentions(text: Value<'_>, word: &str) -> bool {
    let mut found = false;
    let word = word.as_bytes();
    text.visit(|piece| {
        let mut windows = piece.as_bytes().windows(word.len().max(1));
        found |= windows.any(|window| window.eq_ignore_ascii_case(word));
    });
    found
}
