//! Second signatures made with each known mistake, and what is said about them.

use wxp_core::body::read_list;
use wxp_core::{
    Algorithm, AppPayment, Cause, Explanation, Field, Hint, JsapiPayment, Key, Marked, NativeCode,
    SecondSignature, Sender, Value, explain_second,
};

use super::messages::{MESSAGES, Pairs, sign_as_is, sorted};
use crate::data::{self, API_KEY, key, table};
use crate::random::Random;

use SecondSignature::{App, Jsapi, NativeCode as Code};

/// What is explained: the fields that are sent, and those that were signed.
struct Case {
    algorithm: Algorithm,
    secret: String,
    sent: Pairs,
    signed: Pairs,
}

impl Case {
    fn new(random: &mut Random, second: SecondSignature) -> Self {
        let algorithm = match second {
            Code => Algorithm::Md5,
            _ => random.algorithm(),
        };
        let mut word = |len| random.text("abcdefABCDEF0123456789", len);
        let number = format!("wx{}", word(34));
        let mut sent: Pairs = Vec::new();
        for name in second.signed() {
            let value = match *name {
                "package" if second == App => "Sign=WXPay".to_owned(),
                "package" => format!("prepay_id={number}"),
                "signType" => algorithm.name().to_owned(),
                "prepayid" => number.clone(),
                "timeStamp" | "timestamp" | "time_stamp" => "1516351425".to_owned(),
                _ => word(16),
            };
            sent.push(((*name).to_owned(), value));
        }
        let secret = random.secret();
        random.shuffle(&mut sent);
        Self { algorithm, secret, signed: sent.clone(), sent }
    }

    fn offered(&self) -> String {
        sign_as_is(self.algorithm, &self.secret, &sorted(&self.signed))
    }

    /// The place of a field that is sent.
    fn at(&self, name: &str) -> usize {
        self.sent.iter().position(|(other, _)| other == name).unwrap()
    }

    fn value(&self, name: &str) -> String {
        self.sent[self.at(name)].1.clone()
    }

    fn sign(&mut self, name: &str, value: impl Into<String>) {
        let value = value.into();
        match self.signed.iter_mut().find(|(other, _)| other == name) {
            Some(pair) => pair.1 = value,
            None => self.signed.push((name.to_owned(), value)),
        }
    }

    fn rename(pairs: &mut Pairs, from: &str, to: &str) {
        let pair = pairs.iter_mut().find(|(name, _)| name == from);
        to.clone_into(&mut pair.unwrap_or_else(|| panic!("no {from}")).0);
    }

    fn explanation(&self, second: SecondSignature, offered: &str) -> Explanation {
        let table = table(&self.sent);
        explain_second(&key(self.algorithm, &self.secret), second, &table[..], Value::new(offered))
    }
}

/// Makes the mistake on many messages, which returns the names of the fields that are to be marked.
fn every<const N: usize>(
    cause: Cause,
    second: SecondSignature,
    mistake: impl Fn(&mut Case) -> [&'static str; N],
) {
    let mut random = Random(u64::try_from(cause.code()).unwrap());
    for _ in 0..MESSAGES {
        let mut case = Case::new(&mut random, second);
        let named = mistake(&mut case);
        assert_eq!(SecondSignature::of(&table(&case.sent)[..]), Some(second), "{:?}", case.sent);
        let fields = named.iter().map(|name| case.at(name)).collect();
        // The letter case of the digits hides nothing.
        let mut offered = case.offered();
        if random.chance(30) {
            offered = offered.to_lowercase();
        }
        let explanation = case.explanation(second, &offered);
        let expected = Explanation::Mistake { cause, fields };
        assert_eq!(explanation, expected, "{:?}, signed {:?}", case.sent, case.signed);
    }
}

/// As [`every`], with other names signed.
fn renamed<const N: usize>(
    cause: Cause,
    second: SecondSignature,
    names: [(&'static str, &'static str); N],
) {
    every(cause, second, |case| {
        names.iter().for_each(|(from, to)| Case::rename(&mut case.signed, from, to));
        names.map(|(from, _)| from)
    });
}

#[test]
fn right_ones_are_right_and_random_ones_are_not_explained() {
    let mut random = Random(7);
    for second in [Jsapi, App, Code] {
        for _ in 0..MESSAGES {
            let case = Case::new(&mut random, second);
            let right = case.offered();
            assert_eq!(case.explanation(second, &right), Explanation::Right);
            let other = random.text("0123456789ABCDEF", right.len());
            assert_eq!(case.explanation(second, &other), Explanation::Unknown);
        }
    }
}

#[test]
fn names_signed_in_another_spelling() {
    renamed(Cause::SecondNonce, App, [("noncestr", "nonce_str")]);
    renamed(Cause::SecondNonce, App, [("noncestr", "nonceStr")]);
    renamed(Cause::SecondTime, App, [("timestamp", "timeStamp")]);
    renamed(Cause::SecondTime, Jsapi, [("timeStamp", "timestamp")]);
    renamed(Cause::SecondTime, Code, [("time_stamp", "timestamp")]);
    renamed(Cause::SecondNames, Code, [("nonce_str", "nonceStr")]);
    renamed(Cause::SecondNames, Code, [("product_id", "productId")]);
    renamed(Cause::SecondNames, Jsapi, [("appId", "appid")]);
    renamed(Cause::SecondNames, Jsapi, [("nonceStr", "noncestr")]);
    renamed(Cause::SecondNames, Jsapi, [("signType", "sign_type")]);
    let [appid, nonce, time] =
        [("appId", "appid"), ("nonceStr", "noncestr"), ("timeStamp", "timestamp")];
    renamed(Cause::SecondNames, Jsapi, [appid, nonce, time, ("signType", "signtype")]);
    every(Cause::SecondNames, Jsapi, |case| {
        [appid, nonce, time].iter().for_each(|(from, to)| Case::rename(&mut case.signed, from, to));
        case.signed.retain(|(name, _)| name != "signType");
        ["appId", "nonceStr", "timeStamp", "signType"]
    });
    renamed(Cause::SecondNames, App, [("prepayid", "prepay_id")]);
    let camel = [
        ("appid", "appId"),
        ("noncestr", "nonceStr"),
        ("partnerid", "partnerId"),
        ("prepayid", "prepayId"),
        ("timestamp", "timeStamp"),
    ];
    renamed(Cause::SecondNames, App, camel);
}

#[test]
fn values_signed_or_sent_in_another_form() {
    every(Cause::SecondPackageBare, Jsapi, |case| {
        let number = case.value("package").replace("prepay_id=", "");
        case.sign("package", number);
        ["package"]
    });
    every(Cause::SecondPackageBare, Jsapi, |case| {
        let at = case.at("package");
        case.sent[at].1 = case.value("package").replace("prepay_id=", "");
        ["package"]
    });
    every(Cause::SecondPackageBare, Jsapi, |case| {
        let at = case.at("package");
        case.sent[at].1 = case.value("package").replace("prepay_id=", "");
        case.signed = case.sent.clone();
        ["package"]
    });
    every(Cause::SecondPackage, Jsapi, |case| {
        case.sign("package", "Sign=WXPay");
        ["package"]
    });
    every(Cause::SecondPackage, App, |case| {
        case.sign("package", format!("prepay_id={}", case.value("prepayid")));
        ["package"]
    });
    every(Cause::SecondPackage, App, |case| {
        let at = case.at("package");
        case.sent[at].1 = format!("prepay_id={}", case.value("prepayid"));
        case.signed = case.sent.clone();
        ["package"]
    });
    for (second, time) in [(Jsapi, "timeStamp"), (App, "timestamp"), (Code, "time_stamp")] {
        every(Cause::SecondMilliseconds, second, |case| {
            case.sign(time, "1516351425000");
            [time]
        });
        every(Cause::SecondMilliseconds, second, |case| {
            let at = case.at(time);
            case.sent[at].1 = "1516351425123".to_owned();
            [time]
        });
        every(Cause::SecondMilliseconds, second, |case| {
            let at = case.at(time);
            case.sent[at].1 = "1516351425123".to_owned();
            case.signed = case.sent.clone();
            [time]
        });
    }
}

#[test]
fn the_algorithm_in_page_and_signature() {
    every(Cause::SecondSignType, Jsapi, |case| {
        case.signed.retain(|(name, _)| name != "signType");
        ["signType"]
    });
    let other = |case: &mut Case| {
        let at = case.at("signType");
        let other = if case.sent[at].1 == "MD5" { "HMAC-SHA256" } else { "MD5" };
        other.clone_into(&mut case.sent[at].1);
    };
    every(Cause::SecondContradiction, Jsapi, |case| {
        other(case);
        ["signType"]
    });
    every(Cause::SecondContradiction, Jsapi, |case| {
        other(case);
        case.signed = case.sent.clone();
        ["signType"]
    });
    every(Cause::SecondTooMuch, App, |case| {
        let name = case.algorithm.name();
        case.sign("signType", name);
        []
    });
    every(Cause::SecondTooMuch, Jsapi, |case| {
        case.sent.push(("success".into(), "true".into()));
        case.signed = case.sent.clone();
        []
    });
}

#[test]
fn fields_that_are_not_there() {
    every(Cause::SecondLacks, Jsapi, |case| {
        case.sent.retain(|(name, _)| name != "appId");
        []
    });
    every(Cause::SecondLacks, Jsapi, |case| {
        case.sent.retain(|(name, _)| name != "signType");
        []
    });
    every(Cause::SecondLacks, App, |case| {
        case.sent.retain(|(name, _)| name != "noncestr");
        []
    });
}

#[test]
fn names_that_nobody_reads() {
    every(Cause::SecondNameSent, Jsapi, |case| {
        Case::rename(&mut case.sent, "appId", "appid");
        ["appid"]
    });
    every(Cause::SecondNameSent, Jsapi, |case| {
        Case::rename(&mut case.sent, "nonceStr", "nonce_str");
        ["nonce_str"]
    });
    every(Cause::SecondNameSent, App, |case| {
        Case::rename(&mut case.sent, "noncestr", "nonce_str");
        ["nonce_str"]
    });
    every(Cause::SecondNameSent, Code, |case| {
        Case::rename(&mut case.sent, "time_stamp", "timestamp");
        ["timestamp"]
    });
    // chooseWXPay, and the SDKs of apps.
    let mut random = Random(8);
    let mut case = Case::new(&mut random, Jsapi);
    Case::rename(&mut case.sent, "timeStamp", "timestamp");
    assert_eq!(case.explanation(Jsapi, &case.offered()), Explanation::Right);
    let mut case = Case::new(&mut random, App);
    Case::rename(&mut case.sent, "partnerid", "partnerId");
    Case::rename(&mut case.sent, "timestamp", "timeStamp");
    assert_eq!(case.explanation(App, &case.offered()), Explanation::Right);
}

#[test]
fn partners_and_their_merchants() {
    for (second, own, other) in [
        (Jsapi, "appId", "sub_appid"),
        (App, "appid", "sub_appid"),
        (App, "partnerid", "sub_mch_id"),
    ] {
        every(Cause::SecondOfMerchant, second, |case| {
            case.sent.push((other.into(), "1900000109".into()));
            case.sign(own, "1900000109");
            [own]
        });
        every(Cause::SecondOfPartner, second, |case| {
            case.sent.push((other.into(), "1900000109".into()));
            [own]
        });
        let mut case = Case::new(&mut Random(9), second);
        case.sent.push((other.into(), case.value(own)));
        assert_eq!(case.explanation(second, &case.offered()), Explanation::Right);
    }
}

#[test]
fn mistakes_of_every_signature() {
    every(Cause::SignSigned, Jsapi, |case| {
        case.sign("paySign", "");
        []
    });
    let mut random = Random(10);
    for second in [Jsapi, App, Code] {
        for _ in 0..MESSAGES {
            let mut case = Case::new(&mut random, second);
            let right = case.offered();
            let mistake = |cause| Explanation::Mistake { cause, fields: Marked::NONE };
            let lower = case.explanation(second, &right.to_lowercase());
            assert_eq!(lower, mistake(Cause::LowerCase));
            assert_eq!(case.explanation(second, &right[..20]), mistake(Cause::Truncated));
            assert_eq!(case.explanation(second, ""), mistake(Cause::Missing));
            let secret = case.secret.clone();
            let signed = sorted(&case.signed);
            let upper = format!("{secret}\n");
            let pasted = super::digest(
                case.algorithm,
                &upper,
                format!("{}&key={upper}", super::join(&signed)),
            );
            assert_eq!(case.explanation(second, &pasted), mistake(Cause::KeyLineEnd));
            // One that is left out, by its place in the table.
            let name = second.signed()[0];
            let at = case.at(name);
            case.signed.retain(|(other, _)| other != name);
            let left_out = Explanation::Mistake {
                cause: Cause::FieldLeftOut,
                fields: [at].into_iter().collect(),
            };
            assert_eq!(case.explanation(second, &case.offered()), left_out);
        }
    }
}

#[test]
fn what_people_had_in_hand_is_explained() {
    let key = Key::new(Algorithm::Md5, API_KEY.as_bytes()).unwrap();
    let mistake =
        |cause, at: usize| Explanation::Mistake { cause, fields: [at].into_iter().collect() };
    for (file, second, expected) in [
        ("14-app-noncestr.json", App, mistake(Cause::SecondNonce, 1)),
        ("14-app-noncestr.txt", App, mistake(Cause::SecondNonce, 5)),
        ("14d-jsapi-paySign-right.json", Jsapi, Explanation::Right),
        ("15-sub-appid.txt", Jsapi, Explanation::Unknown),
    ] {
        let text = data::bytes(&format!("field_cases/{file}"));
        let (mut scratch, mut slots) = ([0; 512], [Field::EMPTY; 16]);
        let fields = read_list(&text, &mut scratch, &mut slots).unwrap().fields;
        assert_eq!(SecondSignature::of(fields), Some(second), "{file}");
        let offered = second.offered(fields).unwrap();
        assert_eq!(explain_second(&key, second, fields, offered), expected, "{file}");
    }
    // Another appid was signed: in partner mode that of the merchant.
    assert!(Explanation::Unknown.hints(Sender::Customer).contains(&Hint::SubAppid));
    assert_eq!(Explanation::Right.hints(Sender::Customer)[0], Hint::SubAppid);
}

#[test]
fn what_is_made_here_is_recognized_and_right() {
    let key = Key::new(Algorithm::HmacSha256, API_KEY.as_bytes()).unwrap();
    let (appid, mch_id, nonce, timestamp) = ("wx1", "100", "5K8264", 1_414_561_699);
    let mut outs = [[0; 512]; 3];
    let [page, app, code] = &mut outs;
    let page =
        JsapiPayment { appid, prepay_id: "wx2", nonce, timestamp }.write(&key, page).unwrap();
    let payment = AppPayment { appid, mch_id, prepay_id: "wx2", nonce, timestamp };
    let app = payment.write(&key, app).unwrap();
    let md5 = Key::new(Algorithm::Md5, API_KEY.as_bytes()).unwrap();
    let product = NativeCode { appid, mch_id, product_id: "\u{8336} 1", nonce, timestamp };
    let code = product.write(&md5, code).unwrap();
    for (text, second, key) in [(page, Jsapi, &key), (app, App, &key), (code, Code, &md5)] {
        let (mut scratch, mut slots) = ([0; 512], [Field::EMPTY; 16]);
        let fields = read_list(text.as_bytes(), &mut scratch, &mut slots).unwrap().fields;
        assert_eq!(SecondSignature::of(fields), Some(second), "{text}");
        let offered = second.offered(fields).unwrap();
        assert_eq!(explain_second(key, second, fields, offered), Explanation::Right, "{text}");
    }
}

#[test]
fn other_messages_are_no_second_signatures() {
    for pairs in [
        vec![
            ("appid", "a"),
            ("mch_id", "b"),
            ("nonce_str", "c"),
            ("prepay_id", "d"),
            ("sign", "e"),
        ],
        vec![("product_id", "1"), ("out_trade_no", "2"), ("mch_id", "3"), ("time_stamp", "4")],
        vec![("product_id", "1"), ("openid", "2"), ("mch_id", "3"), ("nonce_str", "4")],
        vec![("package", "sendid=1&ver=8"), ("timeStamp", "1"), ("paySign", "2")],
        vec![("package", "a"), ("body", "b")],
        vec![("package", ""), ("timeStamp", "1"), ("paySign", "2")],
        vec![],
    ] {
        assert_eq!(SecondSignature::of(&table(&pairs)[..]), None, "{pairs:?}");
    }
}
