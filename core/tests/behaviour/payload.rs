//! Second signatures: the exact texts, what is signed in them, and what is refused.

use data_encoding::HEXUPPER;
use md5::{Digest, Md5};
use serde_json::Value as Json;
use wxp_core::{
    Algorithm, AppPayment, Canonical, ContractPage, Error, ErrorKind, JsapiPayment, Key,
    MiniProgramRedPacket, NativeCode, NativeReply, WorkwxRequest, xml,
};

use crate::data::{self, API_KEY, field, key, table};
use crate::oracle;

mod properties;

const BOTH: [Algorithm; 2] = [Algorithm::Md5, Algorithm::HmacSha256];

fn md5() -> Key {
    key(Algorithm::Md5, API_KEY)
}

/// What is written to a buffer that is large enough; every shorter one is refused, with the exact
/// length, and left alone, as is one of any length if something else is wrong.
fn written(write: impl Fn(&mut [u8]) -> Result<&str, Error>) -> Result<String, (ErrorKind, usize)> {
    let mut out = [b'.'; 4096];
    let text = write(&mut out).map(str::to_owned);
    let needed = text.as_ref().map_or(0, String::len);
    assert!(out[needed..].iter().all(|byte| *byte == b'.'), "written beyond the text");
    for len in 0..needed {
        let mut out = vec![b'.'; len];
        assert_eq!(write(&mut out).unwrap_err().kind(), ErrorKind::Space { needed });
        assert!(out.iter().all(|byte| *byte == b'.'));
    }
    if let Ok(text) = &text {
        assert_eq!(write(&mut vec![0; needed]), Ok(text.as_str()));
    }
    text.map_err(|error| (error.kind(), error.position()))
}

fn vector(id: &str) -> Json {
    let vectors = data::json("vectors.json");
    let mut vectors = vectors.as_array().unwrap().iter();
    vectors.find(|vector| vector["id"] == id).unwrap_or_else(|| panic!("{id}")).clone()
}

/// The value of a field in a vector.
fn stated<'a>(vector: &'a Json, name: &str) -> &'a str {
    let mut fields = vector["fields"].as_array().unwrap().iter();
    let field = fields.find(|field| field[0] == name).unwrap_or_else(|| panic!("{name}"));
    field[1].as_str().unwrap()
}

fn key_of(vector: &Json) -> Key {
    let algorithm = Algorithm::from_name(vector["sign_type"].as_str().unwrap()).unwrap();
    key(algorithm, vector["key"].as_str().unwrap())
}

#[test]
fn jsapi_payments_are_those_of_the_vectors() {
    for id in ["D-18", "D-19"] {
        let vector = vector(id);
        let payment = JsapiPayment {
            appid: stated(&vector, "appId"),
            prepay_id: stated(&vector, "package").strip_prefix("prepay_id=").unwrap(),
            nonce: stated(&vector, "nonceStr"),
            timestamp: stated(&vector, "timeStamp").parse().unwrap(),
        };
        let expected = format!(
            r#"{{"appId":"wxd678efh567hg6787","nonceStr":"5K8264ILTKCH16CQ2502SI8ZNMTM67VS","package":"prepay_id=wx201410272009395522657a690389285100","signType":{},"timeStamp":"1414561699","paySign":{}}}"#,
            vector["sign_type"], vector["sign"]
        );
        let key = key_of(&vector);
        assert_eq!(written(|out| payment.write(&key, out)), Ok(expected), "{id}");
    }
}

#[test]
fn app_payments_are_those_of_the_vectors() {
    for id in ["D-20", "D-21"] {
        let vector = vector(id);
        let payment = AppPayment {
            appid: stated(&vector, "appid"),
            mch_id: stated(&vector, "partnerid"),
            prepay_id: stated(&vector, "prepayid"),
            nonce: stated(&vector, "noncestr"),
            timestamp: stated(&vector, "timestamp").parse().unwrap(),
        };
        let expected = format!(
            r#"{{"appid":"wxd930ea5d5a258f4f","noncestr":"1101000000140429eb40476f8896f4c9","package":"Sign=WXPay","partnerid":"1900000109","prepayid":"1101000000140415649af9fc314aa427","timestamp":"1398746574","sign":{}}}"#,
            vector["sign"]
        );
        let key = key_of(&vector);
        assert_eq!(written(|out| payment.write(&key, out)), Ok(expected), "{id}");
    }
}

#[test]
fn a_red_packet_is_signed_raw_and_sent_encoded() {
    let vector = vector("D-23");
    let package = stated(&vector, "package");
    let packet = MiniProgramRedPacket {
        appid: stated(&vector, "appId"),
        package,
        nonce: stated(&vector, "nonceStr"),
        timestamp: stated(&vector, "timeStamp").parse().unwrap(),
    };
    let encoded = package.replace('=', "%3D").replace('&', "%26");
    let expected = format!(
        r#"{{"appId":"wx8888888888888888","nonceStr":"5K8264ILTKCH16CQ2502SI8ZNMTM67VS","package":"{encoded}","timeStamp":"1414561699","signType":"MD5","paySign":{}}}"#,
        vector["sign"]
    );
    assert_eq!(written(|out| packet.write(&key_of(&vector), out)), Ok(expected));
}

#[test]
fn a_native_code_is_that_of_the_vector() {
    let vector = vector("D-22");
    let code = NativeCode {
        appid: stated(&vector, "appid"),
        mch_id: stated(&vector, "mch_id"),
        product_id: stated(&vector, "product_id"),
        nonce: stated(&vector, "nonce_str"),
        timestamp: stated(&vector, "time_stamp").parse().unwrap(),
    };
    let expected = "weixin://wxpay/bizpayurl?sign=62C618B41B3C5F9050AB94C0580DDA8E&\
        appid=wx2421b1c4370ec43b&mch_id=10000100&product_id=1&time_stamp=1415949957&\
        nonce_str=f6808210402125e30663234f94c87a8c";
    assert_eq!(written(|out| code.write(&md5(), out)).as_deref(), Ok(expected));

    let odd = NativeCode { product_id: "\u{8336} &=%+/~", ..code };
    let text = written(|out| odd.write(&md5(), out)).unwrap();
    assert!(text.contains("&product_id=%E8%8C%B6%20%26%3D%25%2B%2F~&time_stamp="), "{text}");
}

#[test]
fn a_native_reply_is_signed_whether_there_is_an_order_or_not() {
    let reply = NativeReply {
        appid: "wx2421b1c4370ec43b",
        mch_id: "10000100",
        nonce: "f6808210402125e30663234f94c87a8c",
        order: Ok("wx201410272009395522657a690389285100"),
    };
    for (order, fields) in [
        (reply.order, [("prepay_id", reply.order.unwrap()), ("result_code", "SUCCESS")]),
        (Err("sold <out>"), [("err_code_des", "sold <out>"), ("result_code", "FAIL")]),
    ] {
        let mut pairs = vec![
            ("return_code", "SUCCESS"),
            ("appid", reply.appid),
            ("mch_id", reply.mch_id),
            ("nonce_str", reply.nonce),
        ];
        pairs.extend(fields);
        let fields = table(&pairs);
        let fields = Canonical::of(&fields).unwrap();
        let mut expected = [0; 1024];
        let expected = xml::write(&fields, &md5().sign(&fields).unwrap(), &mut expected).unwrap();
        let reply = NativeReply { order, ..reply };
        assert_eq!(written(|out| reply.write(&md5(), out)).as_deref(), Ok(expected));
    }
    let error = |reply: NativeReply<'_>| written(|out| reply.write(&md5(), out)).unwrap_err();
    assert_eq!(error(NativeReply { appid: "", ..reply }), (ErrorKind::Missing, 0));
    assert_eq!(error(NativeReply { order: Err(""), ..reply }), (ErrorKind::Missing, 1));
    assert_eq!(error(NativeReply { mch_id: "", ..reply }), (ErrorKind::Missing, 2));
    assert_eq!(error(NativeReply { nonce: "", ..reply }), (ErrorKind::Missing, 3));
    assert_eq!(error(NativeReply { order: Ok(""), ..reply }), (ErrorKind::Missing, 4));
    let smile = NativeReply { order: Err("no \u{1f375}"), ..reply };
    assert_eq!(error(smile), (ErrorKind::Character { field: 1 }, 3));
}

#[test]
fn an_order_of_a_partner_is_paid_with_what_is_the_merchants() {
    let own = [("appid", "wx1"), ("mch_id", "11"), ("prepay_id", "p")];
    for (more, appid, mch_id) in [
        (&[][..], "wx1", "11"),
        (&[("sub_appid", "wx2")], "wx2", "11"),
        (&[("sub_mch_id", "22")], "wx1", "22"),
        (&[("sub_appid", "wx2"), ("sub_mch_id", "22")], "wx2", "22"),
        (&[("sub_appid", ""), ("sub_mch_id", "")], "wx1", "11"),
    ] {
        let fields = table_of(&own, more);
        let order = Canonical::of(&fields).unwrap();
        let page = JsapiPayment::of_order(&order, "n", 5).unwrap();
        let expected = JsapiPayment { appid, prepay_id: "p", nonce: "n", timestamp: 5 };
        assert_eq!(page, expected);
        let app = AppPayment::of_order(&order, "n", 5).unwrap();
        let expected = AppPayment { appid, mch_id, prepay_id: "p", nonce: "n", timestamp: 5 };
        assert_eq!(app, expected);
    }
    for (left_out, page, app) in [(0, 0, 0), (1, 9, 3), (2, 2, 4)] {
        let mut fields = table_of(&own, &[]);
        fields.remove(left_out);
        let order = Canonical::of(&fields).unwrap();
        let position = JsapiPayment::of_order(&order, "n", 5).map_or_else(|e| e.position(), |_| 9);
        assert_eq!(position, page);
        let error = AppPayment::of_order(&order, "n", 5).unwrap_err();
        assert_eq!((error.kind(), error.position()), (ErrorKind::Missing, app));
    }
}

fn table_of<'a>(
    own: &[(&'a str, &'a str)],
    more: &[(&'a str, &'a str)],
) -> Vec<wxp_core::Field<'a>> {
    own.iter().chain(more).map(|(name, value)| field(name, value)).collect()
}

#[test]
fn fields_that_must_be_signed_cannot_be_left_out() {
    let jsapi = JsapiPayment { appid: "a", prepay_id: "b", nonce: "c", timestamp: 0 };
    let app = AppPayment { appid: "a", mch_id: "b", prepay_id: "c", nonce: "d", timestamp: 0 };
    let packet = MiniProgramRedPacket { appid: "a", package: "b", nonce: "c", timestamp: 0 };
    let code = NativeCode { appid: "a", mch_id: "b", product_id: "c", nonce: "d", timestamp: 0 };
    let key = md5();
    let missing = |write: &dyn Fn(&mut [u8]) -> Result<&str, Error>| {
        let (kind, position) = written(write).unwrap_err();
        assert_eq!(kind, ErrorKind::Missing);
        position
    };
    for (index, payment) in [
        (0, JsapiPayment { appid: "", ..jsapi }),
        (1, JsapiPayment { nonce: "", ..jsapi }),
        (2, JsapiPayment { prepay_id: "", ..jsapi }),
    ] {
        assert_eq!(missing(&|out| payment.write(&key, out)), index);
    }
    for (index, payment) in [
        (0, AppPayment { appid: "", ..app }),
        (1, AppPayment { nonce: "", ..app }),
        (3, AppPayment { mch_id: "", ..app }),
        (4, AppPayment { prepay_id: "", ..app }),
    ] {
        assert_eq!(missing(&|out| payment.write(&key, out)), index);
    }
    for (index, packet) in [
        (0, MiniProgramRedPacket { appid: "", ..packet }),
        (1, MiniProgramRedPacket { nonce: "", ..packet }),
        (2, MiniProgramRedPacket { package: "", ..packet }),
    ] {
        assert_eq!(missing(&|out| packet.write(&key, out)), index);
    }
    for (index, code) in [
        (0, NativeCode { appid: "", ..code }),
        (1, NativeCode { mch_id: "", ..code }),
        (2, NativeCode { nonce: "", ..code }),
        (3, NativeCode { product_id: "", ..code }),
    ] {
        assert_eq!(missing(&|out| code.write(&key, out)), index);
    }
    let error = JsapiPayment { nonce: "", ..jsapi }.write(&key, &mut []).unwrap_err();
    assert_eq!(error.to_string(), "a missing or empty field, at index 1");
}

#[test]
fn payloads_that_only_md5_signs_refuse_other_keys() {
    let key = key(Algorithm::HmacSha256, API_KEY);
    let refused = Err((ErrorKind::AlgorithmMismatch, 0));
    let packet = MiniProgramRedPacket { appid: "a", package: "b", nonce: "c", timestamp: 0 };
    assert_eq!(written(|out| packet.write(&key, out)), refused);
    let code = NativeCode { appid: "a", mch_id: "b", product_id: "c", nonce: "d", timestamp: 0 };
    assert_eq!(written(|out| code.write(&key, out)), refused);
    let reply = NativeReply { appid: "a", mch_id: "b", nonce: "c", order: Ok("d") };
    assert_eq!(written(|out| reply.write(&key, out)), refused);
    let fields = Canonical::of(&[]).unwrap();
    let error = WorkwxRequest::RedPacket.sign(&key, &fields).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::AlgorithmMismatch);
}

const PAGES: [(ContractPage, &str, &[Algorithm]); 4] = [
    (ContractPage::OfficialAccount, "/papay/entrustweb", &[Algorithm::Md5]),
    (ContractPage::H5, "/papay/h5entrustweb", &BOTH),
    (ContractPage::PartnerOfficialAccount, "/papay/partner/entrustweb", &[Algorithm::Md5]),
    (ContractPage::PartnerH5, "/papay/partner/h5entrustweb", &BOTH),
];

#[test]
fn a_contract_page_has_its_address_and_algorithm() {
    let pairs = [
        ("version", "1.0"),
        ("appid", "wxcbda96de0b165486"),
        ("contract_display_account", "\u{5f20}\u{4e09}"),
        ("notify_url", "https://shop.example/a~b/%7e"),
        ("outerid", ""),
        ("sign", "old"),
    ];
    let fields = table(&pairs);
    let fields = Canonical::of(&fields).unwrap();
    let every = PAGES.iter().flat_map(|page| BOTH.map(|candidate| (page, candidate)));
    for ((page, path, algorithms), candidate) in every {
        assert_eq!(page.endpoint().path, *path);
        let signature = oracle::sign(candidate, API_KEY, &pairs);
        let expected = format!(
            "https://api.mch.weixin.qq.com{path}?appid=wxcbda96de0b165486\
             &contract_display_account=%E5%BC%A0%E4%B8%89\
             &notify_url=https%3A%2F%2Fshop.example%2Fa~b%2F%257e&version=1.0&sign={signature}"
        );
        let key = key(candidate, API_KEY);
        let address = written(|out| page.write(&key, &fields, out));
        if algorithms.contains(&candidate) {
            assert_eq!(address.as_deref(), Ok(&*expected));
        } else {
            assert_eq!(address, Err((ErrorKind::AlgorithmMismatch, 0)));
        }
    }
}

#[test]
fn a_contract_page_refuses_what_it_cannot_carry() {
    let address = |pairs: &[(&str, &str)]| {
        let fields = table(pairs);
        let fields = Canonical::of(&fields).unwrap();
        written(|out| ContractPage::OfficialAccount.write(&md5(), &fields, out))
    };
    let long = "x".repeat(1024);
    // The address without this value.
    let rest = address(&[("a", "x")]).unwrap().len() - 1;
    assert_eq!(address(&[("a", &long[rest..])]).unwrap().len(), 1024);
    let error = (ErrorKind::AddressLength, 1024);
    assert_eq!(address(&[("a", &long[rest - 1..])]), Err(error));
    assert_eq!(address(&[("a", &"/".repeat(342))]), Err(error));
    let encoded = "https%3A%2F%2Fshop.example%2Fa";
    assert_eq!(address(&[("notify_url", encoded)]), Err((ErrorKind::NotifyUrl, 0)));
    let query = "https://shop.example/a?b";
    assert_eq!(address(&[("notify_url", query)]), Err((ErrorKind::NotifyUrlQuery, 22)));
    let smile = [("b", "\u{1f375}"), ("a", "1")];
    assert_eq!(address(&smile), Err((ErrorKind::Character { field: 0 }, 0)));
}

#[test]
fn the_inner_signature_of_enterprise_wechat_is_that_of_the_vector() {
    let vector = vector("W-01");
    let mut fields: Vec<_> = vector["fields"]
        .as_array()
        .unwrap()
        .iter()
        .map(|pair| field(pair[0].as_str().unwrap(), pair[1].as_str().unwrap()))
        .collect();
    let names: Vec<_> = fields.iter().map(wxp_core::Field::name).collect();
    assert_eq!(WorkwxRequest::RedPacket.signed(), names);
    fields.extend([field("wishing", "luck"), field("workwx_sign", "old"), field("sign", "old")]);
    let signature =
        WorkwxRequest::RedPacket.sign(&key_of(&vector), &Canonical::of(&fields).unwrap());
    assert_eq!(signature.unwrap().as_str(), vector["sign"].as_str().unwrap());
}

#[test]
fn the_inner_signature_needs_every_field_of_its_list() {
    for request in [WorkwxRequest::RedPacket, WorkwxRequest::StaffPayment] {
        let names = request.signed();
        assert!(names.is_sorted());
        let full: Vec<_> = names.iter().map(|name| (*name, "\u{8336}")).collect();
        let sign =
            |pairs: &[(&str, &str)]| request.sign(&md5(), &Canonical::of(&table(pairs)).unwrap());
        // `&secret=` where the ordinary signature has `&key=`.
        let text = format!("{}&secret={API_KEY}", oracle::canonical(&full));
        assert_eq!(sign(&full).unwrap().as_str(), HEXUPPER.encode(&Md5::digest(text)));
        for index in 0..names.len() {
            let mut emptied = full.clone();
            emptied[index].1 = "";
            let mut removed = full.clone();
            removed.remove(index);
            for pairs in [emptied, removed] {
                let error = sign(&pairs).unwrap_err();
                assert_eq!((error.kind(), error.position()), (ErrorKind::Missing, index));
            }
        }
    }
}
