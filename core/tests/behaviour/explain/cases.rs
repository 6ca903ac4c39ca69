//! Messages that people had in hand, and what they are told about them.

use wxp_core::{
    Algorithm, Canonical, Cause, Explanation, Field, Hint, Language, Sender, Value, explain, xml,
};

use super::messages::named;
use crate::data::{API_KEY, bytes, key};

/// What is said about the signature of a document, and the names of the marked fields.
fn said(name: &str, algorithm: Algorithm) -> (Explanation, String) {
    let document = bytes(&format!("field_cases/{name}.xml"));
    let table: Vec<Field<'_>> = xml::read(&document).map(Result::unwrap).collect();
    let fields = Canonical::of(&table).unwrap();
    let offered = fields.get("sign").unwrap();
    let explanation = explain(&key(algorithm, API_KEY), &fields, offered);
    let mut names = vec![];
    if let Explanation::Mistake { fields, .. } = explanation {
        names.extend(fields.iter().map(|index| table[index].name()));
    }
    (explanation, names.join(" "))
}

#[test]
fn the_mistake_in_each_message_is_named_with_its_fields() {
    for (name, cause, fields) in [
        ("02-nginx-hex-attach", Cause::HexAdded, "attach"),
        ("02c-addslashes", Cause::BackslashesAdded, "attach"),
        ("02e-mojibake-after-signing", Cause::ReadAsLatin1, "attach"),
        ("02h-trimmed-after-signing", Cause::EndsCutOff, "attach"),
        ("11-float-signed-int-sent", Cause::NumberRewritten, "amount"),
        ("40c-null-signed", Cause::NullSigned, "device_info"),
        ("40d-double-amp", Cause::Ampersands, ""),
        ("40e-key-sorted-among", Cause::KeySorted, ""),
        ("40f-two-fields-left-out", Cause::FieldsLeftOut, "attach goods_tag"),
    ] {
        let (explanation, marked) = said(name, Algorithm::Md5);
        let Explanation::Mistake { cause: found, .. } = explanation else { panic!("{name}") };
        assert_eq!((found, marked.as_str()), (cause, fields), "{name}");
    }
}

#[test]
fn a_right_signature_that_was_refused_leaves_these_to_check() {
    for (name, algorithm) in [
        ("27-right-but-refused", Algorithm::Md5),
        ("28-hmac-without-sign_type", Algorithm::HmacSha256),
    ] {
        let (explanation, _) = said(name, algorithm);
        assert_eq!(explanation, Explanation::Right);
        let hints = explanation.hints(Sender::Merchant);
        assert_eq!(hints[..2], [Hint::FieldsOfOperation, Hint::OtherMerchant]);
        assert!(hints.contains(&Hint::SignType) && hints.contains(&Hint::Encoding));
    }
    assert_eq!(Explanation::Right.hints(Sender::Gateway), []);
}

#[test]
fn another_key_is_the_first_to_check_where_no_mistake_is_known() {
    let (explanation, _) = said("31-other-key", Algorithm::Md5);
    assert_eq!(explanation, Explanation::Unknown);
    for sender in [Sender::Merchant, Sender::Gateway] {
        let hints = explanation.hints(sender);
        assert_eq!(hints[0], Hint::OtherKey);
        assert!(hints.contains(&Hint::SandboxKey));
    }
    for (language, words) in [
        (Language::English, ["API key", "APIv3 key", "app secret", "password of the certificate"]),
        (Language::Chinese, ["API密钥", "APIv3密钥", "AppSecret", "证书密码"]),
    ] {
        let text = Hint::OtherKey.text(language);
        assert!(words.iter().all(|word| text.contains(word)), "{text}");
    }
}

#[test]
fn a_refusal_that_speaks_of_the_signature_gives_hints() {
    let hints = |name: &str| {
        let document = bytes(&format!("field_cases/{name}.xml"));
        let mut slots = [Field::EMPTY; 8];
        let fields = xml::read_into(&document, &mut slots).unwrap();
        Hint::of_refusal(Canonical::of(fields).unwrap().get("return_msg").unwrap())
    };
    let refused = hints("13-refused-signature-error");
    assert_eq!(refused[..2], [Hint::OtherKey, Hint::OtherMerchant]);
    assert_eq!(hints("10-sandbox-answer")[0], Hint::SandboxKey);
    for text in ["sign error", "Invalid Signature", "SIGNERROR", "签名失败", "验证签名错误"]
    {
        assert_eq!(Hint::of_refusal(Value::new(text)), refused, "{text}");
    }
    for text in ["", "签", "mch_id参数格式错误", "OK", "assigned"] {
        assert_eq!(Hint::of_refusal(Value::new(text)), [], "{text}");
    }
}

#[test]
fn a_mistake_leaves_to_check_what_led_to_it() {
    let hints = |cause, sender| named(cause, &[]).hints(sender);
    assert_eq!(hints(Cause::HexAdded, Sender::Gateway), [Hint::RawMessage]);
    assert_eq!(hints(Cause::FieldsLeftOut, Sender::Gateway), [Hint::RawMessage]);
    assert_eq!(hints(Cause::FieldsLeftOut, Sender::Merchant), []);
    assert_eq!(hints(Cause::Gbk, Sender::Merchant), [Hint::Encoding]);
    assert_eq!(hints(Cause::ReadAsLatin1, Sender::Merchant), [Hint::Encoding]);
    assert_eq!(hints(Cause::KeyUnnamed, Sender::Gateway), []);
}

#[test]
fn no_hint_comes_twice() {
    let lists = [Sender::Merchant, Sender::Gateway, Sender::Customer]
        .into_iter()
        .flat_map(|sender| {
            [Explanation::Right, Explanation::Unknown].map(|said| said.hints(sender))
        })
        .chain(["签名错误", "沙箱签名错误"].map(|text| Hint::of_refusal(Value::new(text))));
    let mut given = vec![];
    for list in lists {
        assert!((1..list.len()).all(|at| !list[..at].contains(&list[at])));
        given.extend(list);
    }
    assert!(Hint::ALL.iter().all(|hint| given.contains(hint)));
}
