//! For random texts, a written payload reads back as what was signed.

use data_encoding::HEXUPPER;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value as Json;

use super::*;

/// Any text that is not empty, the awkward characters often.
fn text() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{1,20}", "[\0-\u{ff}]{1,20}", "[\"\\\\</&%=\u{2028}\u{1f375}\r\n]{1,9}"]
}

/// The members of a flat JSON object of texts, without and with the signature's.
fn members(json: &str, sign: &str) -> (Vec<(String, String)>, String) {
    let Json::Object(mut object) = serde_json::from_str(json).unwrap() else { panic!("{json}") };
    let signature = object.remove(sign).unwrap().as_str().unwrap().to_owned();
    let text = |(name, value): (String, Json)| (name, value.as_str().unwrap().to_owned());
    (object.into_iter().map(text).collect(), signature)
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut parts = text.split('%');
    bytes.extend(parts.next().unwrap().bytes());
    for part in parts {
        // Accepts capital digits only.
        bytes.extend(HEXUPPER.decode(&part.as_bytes()[..2]).unwrap());
        bytes.extend(part[2..].bytes());
    }
    String::from_utf8(bytes).unwrap()
}

fn query(address: &str) -> Vec<(String, String)> {
    let (_, query) = address.split_once('?').unwrap();
    assert!(query.bytes().all(|byte| byte.is_ascii_graphic()));
    query
        .split('&')
        .map(|pair| pair.split_once('=').unwrap())
        .map(|(name, value)| (name.to_owned(), percent_decoded(value)))
        .collect()
}

/// Whether `&`, a name and `=` follow one another, found the plain way.
fn imitates(text: &str) -> bool {
    text.split('&').skip(1).filter_map(|piece| piece.split_once('=')).any(|(name, _)| {
        let starts = |c: char| c.is_ascii_alphabetic() || c == '_';
        let goes_on = |c: char| c.is_ascii_alphanumeric() || "_.-".contains(c);
        name.len() <= 64 && name.starts_with(starts) && name.chars().all(goes_on)
    })
}

/// As [`text`], often with the start of another field in it.
fn imitating() -> impl Strategy<Value = String> {
    (text(), "&[a-c_.0-]{0,3}=?", text())
        .prop_map(|(before, field, after)| before + &field + &after)
}

proptest! {
    #[test]
    fn what_imitates_a_field_is_refused(
        texts in [text(), text(), text()],
        bad in imitating(),
        place in 0_usize..3,
    ) {
        let mut texts = texts.map(|text| text.replace('&', "x"));
        texts[place] = bad.clone();
        let [a, b, c] = &texts;
        let code = NativeCode { appid: a, mch_id: b, product_id: "1", nonce: c, timestamp: 7 };
        let jsapi = JsapiPayment { appid: a, prepay_id: c, nonce: b, timestamp: 7 };
        let reply = NativeReply { appid: a, mch_id: b, nonce: c, order: Ok("wx1") };
        let packet = MiniProgramRedPacket { appid: a, package: c, nonce: b, timestamp: 7 };
        let refusal = |result: Result<String, (ErrorKind, usize)>| match result {
            Err((ErrorKind::Imitation, index)) => Some(index),
            _ => None,
        };
        let index = |places: [usize; 3]| imitates(&bad).then_some(places[place]);
        prop_assert_eq!(refusal(written(|out| code.write(&md5(), out))), index([0, 1, 2]));
        prop_assert_eq!(refusal(written(|out| jsapi.write(&md5(), out))), index([0, 1, 2]));
        prop_assert_eq!(refusal(written(|out| reply.write(&md5(), out))), index([0, 2, 3]));
        // The package is WeChat Pay's own text.
        let package = index([0, 1, 2]).filter(|index| *index < 2);
        prop_assert_eq!(refusal(written(|out| packet.write(&md5(), out))), package);
        let fields = [("a", &**a), ("b", &**b), ("return_url", &**c)];
        let table = table(&fields);
        let order = Canonical::of(&table).unwrap();
        let page = written(|out| ContractPage::OfficialAccount.write(&md5(), &order, out));
        // An address is the merchant's own.
        prop_assert_eq!(refusal(page), package);
    }

    #[test]
    fn json_gives_back_what_was_signed(
        [a, b, c, d] in [text(), text(), text(), text()],
        timestamp in any::<u64>(),
        algorithm in select(BOTH.to_vec()),
    ) {
        prop_assume!(![&a, &b, &c, &d].into_iter().any(|text| imitates(text)));
        let key = key(algorithm, API_KEY);
        let jsapi = JsapiPayment { appid: &a, prepay_id: &b, nonce: &c, timestamp };
        let json = written(|out| jsapi.write(&key, out)).unwrap();
        prop_assert!(!json.contains('<'), "ends the script of a page");
        let (members, signature) = members(&json, "paySign");
        prop_assert_eq!(&members, &[
            ("appId".into(), a.clone()),
            ("nonceStr".into(), c.clone()),
            ("package".into(), format!("prepay_id={b}")),
            ("signType".into(), algorithm.name().into()),
            ("timeStamp".into(), timestamp.to_string()),
        ]);
        prop_assert_eq!(signature, oracle::sign(algorithm, API_KEY, &members));

        let app = AppPayment { appid: &a, mch_id: &b, prepay_id: &c, nonce: &d, timestamp };
        let (members, signature) =
            self::members(&written(|out| app.write(&key, out)).unwrap(), "sign");
        prop_assert_eq!(&members, &[
            ("appid".into(), a.clone()),
            ("noncestr".into(), d.clone()),
            ("package".into(), "Sign=WXPay".into()),
            ("partnerid".into(), b.clone()),
            ("prepayid".into(), c.clone()),
            ("timestamp".into(), timestamp.to_string()),
        ]);
        prop_assert_eq!(signature, oracle::sign(algorithm, API_KEY, &members));
    }

    #[test]
    fn a_red_packet_decodes_to_what_was_signed([a, b, c] in [text(), text(), text()]) {
        prop_assume!(!imitates(&a) && !imitates(&c));
        let packet = MiniProgramRedPacket { appid: &a, package: &b, nonce: &c, timestamp: 7 };
        let json = written(|out| packet.write(&md5(), out)).unwrap();
        let (mut members, signature) = members(&json, "paySign");
        members.retain(|(name, value)| name != "signType" || value != "MD5");
        prop_assert_eq!(members.len(), 4);
        for (name, value) in &mut members {
            if name == "package" {
                *value = percent_decoded(value);
                prop_assert_eq!(&*value, &b);
            }
        }
        prop_assert_eq!(signature, oracle::sign(Algorithm::Md5, API_KEY, &members));
    }

    #[test]
    fn addresses_decode_and_verify([a, b, c, d] in [text(), text(), text(), text()]) {
        prop_assume!(![&a, &b, &c, &d].into_iter().any(|text| imitates(text)));
        let code =
            NativeCode { appid: &a, mch_id: &b, product_id: &c, nonce: &d, timestamp: 7 };
        let decoded = query(&written(|out| code.write(&md5(), out)).unwrap());
        prop_assert_eq!(decoded.len(), 6);
        md5().verify(&Canonical::of(&table(&decoded)).unwrap()).unwrap();

        let pairs = [("a", &*a), ("b", &b), ("c", &c), ("d", &d)];
        let fields = table(&pairs);
        let fields = Canonical::of(&fields).unwrap();
        for (page, algorithm) in
            PAGES.into_iter().flat_map(|(page, _, all)| all.iter().map(move |one| (page, *one)))
        {
            let key = key(algorithm, API_KEY);
            match written(|out| page.write(&key, &fields, out)) {
                Ok(address) => {
                    prop_assert!(address.len() <= 1024);
                    key.verify(&Canonical::of(&table(&query(&address))).unwrap()).unwrap();
                }
                Err((kind, _)) => prop_assert!(
                    matches!(kind, ErrorKind::Character { .. } | ErrorKind::AddressLength),
                    "{:?}", kind
                ),
            }
        }
    }
}
