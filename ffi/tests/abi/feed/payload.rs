//! Second signatures and refund notices.

use serde_json::Value as Json;
use wxp_core::{
    Algorithm, AppPayment, Canonical, ContractPage, Error, Field, JsapiPayment, Key,
    MiniProgramRedPacket, NativeCode, NativeReply, WorkwxRequest,
};

use super::{API_KEY, Feed, algorithm, json, text};

const MISSING: i32 = 26;

/// A table for every kind, with what the core makes of it under both algorithms; and without each
/// of its fields.
pub(super) fn payloads(feed: &mut Feed) {
    let (appid, mch_id) = ("wxd678efh567hg6787", "10000100");
    let (nonce, prepay_id) = ("5K8264ILTKCH16CQ2502SI8ZNMTM67VS", "wx201410272009395522657a69038");
    let (product_id, package) = ("tea \u{8336}", "sendid=242e8abd163d3&ver=8");
    let (timestamp, seconds) = ("1414561699", 1_414_561_699);
    let stated = |names: &[&str]| -> Vec<(String, String)> {
        let value = |name: &str| {
            match name {
                "appid" => appid,
                "err_code_des" => "sold <out>",
                "mch_id" => mch_id,
                "nonce_str" => nonce,
                "package" => package,
                "prepay_id" => prepay_id,
                "product_id" => product_id,
                "timestamp" => timestamp,
                other => other,
            }
            .to_owned()
        };
        names.iter().map(|name| ((*name).to_owned(), value(name))).collect()
    };
    let order = ["appid", "nonce_str", "prepay_id", "timestamp"];
    cases(feed, 1, &stated(&order), |key, out| {
        let payment = JsapiPayment { appid, prepay_id, nonce, timestamp: seconds };
        payment.write(key, out).map(str::len)
    });
    let order = ["appid", "mch_id", "nonce_str", "prepay_id", "timestamp"];
    cases(feed, 2, &stated(&order), |key, out| {
        let payment = AppPayment { appid, mch_id, prepay_id, nonce, timestamp: seconds };
        payment.write(key, out).map(str::len)
    });
    cases(feed, 3, &stated(&["appid", "nonce_str", "package", "timestamp"]), |key, out| {
        let packet = MiniProgramRedPacket { appid, package, nonce, timestamp: seconds };
        packet.write(key, out).map(str::len)
    });
    let order = ["appid", "mch_id", "nonce_str", "product_id", "timestamp"];
    cases(feed, 4, &stated(&order), |key, out| {
        let code = NativeCode { appid, mch_id, product_id, nonce, timestamp: seconds };
        code.write(key, out).map(str::len)
    });
    cases(feed, 5, &stated(&["appid", "mch_id", "nonce_str", "prepay_id"]), |key, out| {
        NativeReply { appid, mch_id, nonce, order: Ok(prepay_id) }.write(key, out).map(str::len)
    });
    cases(feed, 6, &stated(&["appid", "err_code_des", "mch_id", "nonce_str"]), |key, out| {
        NativeReply { appid, mch_id, nonce, order: Err("sold <out>") }.write(key, out).map(str::len)
    });
    for (kind, request) in [(11, WorkwxRequest::RedPacket), (12, WorkwxRequest::StaffPayment)] {
        let pairs = stated(request.signed());
        cases(feed, kind, &pairs, |key, out| {
            let signature = request.sign(key, &Canonical::of(&fields(&pairs)).unwrap())?;
            wxp_core::Value::new(signature.as_str()).copy_to(out).map(str::len)
        });
    }
    contracts(feed);
    published(feed);
}

/// What the core makes under both algorithms, of a table that is not sorted and has other fields
/// besides; and the name of each field that it lacks.
fn cases(
    feed: &mut Feed,
    kind: i32,
    pairs: &[(String, String)],
    write: impl Fn(&Key, &mut [u8]) -> Result<usize, Error>,
) {
    let mut more = pairs.to_vec();
    more.reverse();
    more.insert(1, ("attach".to_owned(), "not signed".to_owned()));
    for candidate in [Algorithm::Md5, Algorithm::HmacSha256] {
        case(feed, kind, candidate, &more, &write);
    }
    for missing in 0..pairs.len() {
        let mut fewer = pairs.to_vec();
        fewer[missing].1.clear();
        feed.item("payload").item(format!("kind {kind} without {}", pairs[missing].0));
        feed.number(algorithm(Algorithm::Md5)).item(API_KEY).number(kind);
        feed.number(MISSING).item(&pairs[missing].0).fields(&fewer);
    }
}

fn case(
    feed: &mut Feed,
    kind: i32,
    candidate: Algorithm,
    pairs: &[(String, String)],
    write: impl Fn(&Key, &mut [u8]) -> Result<usize, Error>,
) {
    let key = Key::new(candidate, API_KEY.as_bytes()).unwrap();
    let mut out = [0; 2048];
    let written = write(&key, &mut out);
    feed.item("payload").item(format!("kind {kind}, {}", candidate.name()));
    feed.number(algorithm(candidate)).item(API_KEY).number(kind);
    feed.number(written.err().map_or(0, |error| error.kind().code()));
    feed.item(&out[..written.unwrap_or_default()]).fields(pairs);
}

/// Every page, and what each refuses.
fn contracts(feed: &mut Feed) {
    let long = "x".repeat(1024);
    for (name, value) in [
        ("notify_url", "https://shop.example/a~b"),
        ("notify_url", "shop.example"),
        ("notify_url", "https://shop.example/?a=b"),
        ("contract_code", &*long),
        ("contract_code", "\u{1f375}"),
    ] {
        let pairs = [("version", "1.0"), (name, value), ("appid", "wxcbda96de0b165486")];
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
        for (kind, page) in [
            (7, ContractPage::OfficialAccount),
            (8, ContractPage::H5),
            (9, ContractPage::PartnerOfficialAccount),
            (10, ContractPage::PartnerH5),
        ] {
            for candidate in [Algorithm::Md5, Algorithm::HmacSha256] {
                case(feed, kind, candidate, &pairs, |key, out| {
                    let fields = fields(&pairs);
                    page.write(key, &Canonical::of(&fields).unwrap(), out).map(str::len)
                });
            }
        }
    }
}

fn fields(pairs: &[(String, String)]) -> Vec<Field<'_>> {
    pairs.iter().map(|(name, value)| Field::new(name, value).unwrap()).collect()
}

/// The published signatures, in the finished texts.
fn published(feed: &mut Feed) {
    for vector in json("vectors.json") {
        let kind = match text(&vector["id"]) {
            "D-18" | "D-19" => 1,
            "D-20" | "D-21" => 2,
            "D-22" => 4,
            "D-23" => 3,
            "W-01" => 11,
            _ => continue,
        };
        let (mut table, mut parts) = (Vec::new(), Vec::new());
        for pair in vector["fields"].as_array().unwrap() {
            let (name, value) = (text(&pair[0]), text(&pair[1]));
            let plain = match (kind, name) {
                (1, "package") => ("prepay_id", value.trim_start_matches("prepay_id=")),
                (2, "package") => continue,
                (_, "signType" | "sign_type") => continue,
                (_, "appId") => ("appid", value),
                (_, "nonceStr" | "noncestr") => ("nonce_str", value),
                (_, "partnerid") => ("mch_id", value),
                (_, "prepayid") => ("prepay_id", value),
                (_, "timeStamp" | "time_stamp") => ("timestamp", value),
                other => (other.1, value),
            };
            table.push((plain.0.to_owned(), plain.1.to_owned()));
            parts.push((name, value));
        }
        let expected = spelled(kind, &vector, &parts);
        feed.item("payload").item(text(&vector["id"]));
        let name = Algorithm::from_name(text(&vector["sign_type"])).unwrap();
        feed.number(algorithm(name)).item(text(&vector["key"])).number(kind);
        feed.number(0).item(expected).fields(&table);
    }
}

/// A published signature in its finished text.
fn spelled(kind: i32, vector: &Json, parts: &[(&str, &str)]) -> String {
    let value = |name: &str| parts.iter().find(|part| part.0 == name).unwrap().1;
    let sign = text(&vector["sign"]);
    let json = |names: &[(&str, &str)]| {
        let members = names.iter().map(|(name, value)| format!("\"{name}\":\"{value}\""));
        format!("{{{}}}", members.collect::<Vec<_>>().join(","))
    };
    match kind {
        1 => json(&[
            ("appId", value("appId")),
            ("nonceStr", value("nonceStr")),
            ("package", value("package")),
            ("signType", text(&vector["sign_type"])),
            ("timeStamp", value("timeStamp")),
            ("paySign", sign),
        ]),
        2 => json(&[
            ("appid", value("appid")),
            ("noncestr", value("noncestr")),
            ("package", "Sign=WXPay"),
            ("partnerid", value("partnerid")),
            ("prepayid", value("prepayid")),
            ("timestamp", value("timestamp")),
            ("sign", sign),
        ]),
        3 => json(&[
            ("appId", value("appId")),
            ("nonceStr", value("nonceStr")),
            ("package", &value("package").replace('=', "%3D").replace('&', "%26")),
            ("timeStamp", value("timeStamp")),
            ("signType", "MD5"),
            ("paySign", sign),
        ]),
        4 => format!(
            "weixin://wxpay/bizpayurl?sign={sign}&appid={}&mch_id={}&product_id={}&time_stamp={}&\
             nonce_str={}",
            value("appid"),
            value("mch_id"),
            value("product_id"),
            value("time_stamp"),
            value("nonce_str")
        ),
        _ => sign.to_owned(),
    }
}

/// The vectors of sealed parts: those that hold a document open, and no other does.
pub(super) fn refunds(feed: &mut Feed) {
    for vector in json("vectors.json").iter().filter(|vector| vector["type"] == "req_info") {
        for candidate in [Algorithm::Md5, Algorithm::HmacSha256] {
            let document = vector["plaintext"].as_str().filter(|text| text.starts_with("<root>"));
            feed.item("refund").item(text(&vector["id"])).number(algorithm(candidate));
            feed.item(text(&vector["api_key"])).item(text(&vector["ciphertext_base64"]));
            feed.item(document.unwrap_or_default());
        }
    }
}
