//! Second signatures, as WeChat's pages print them.

use super::*;

fn payload(arguments: &[&str], input: &str) -> (i32, String, String) {
    wxp(Some(KEY), &[&["payload"], arguments].concat(), input)
}

const JSAPI: [&str; 7] = [
    "jsapi",
    "--appid=wxd678efh567hg6787",
    "--prepay-id=wx201410272009395522657a690389285100",
    "--nonce=5K8264ILTKCH16CQ2502SI8ZNMTM67VS",
    "--timestamp=1414561699",
    "--type",
    "MD5",
];

#[test]
fn published_examples_are_made() {
    let app = [
        "app",
        "--appid=wxd930ea5d5a258f4f",
        "--mch-id=1900000109",
        "--prepay-id=1101000000140415649af9fc314aa427",
        "--nonce=1101000000140429eb40476f8896f4c9",
        "--timestamp=1398746574",
    ];
    let native = [
        "native",
        "--appid=wx2421b1c4370ec43b",
        "--mch-id=10000100",
        "--product-id=1",
        "--nonce=f6808210402125e30663234f94c87a8c",
        "--timestamp=1415949957",
    ];
    let packet =
        ["red-packet", "--appid=wx8888888888888888", "--package=sendid=242e8abd163d3&ver=8"];
    for (arguments, end) in [
        (&JSAPI[..], r#""paySign":"F9F536C7D2EB94E401B419C84D13E046"}"#),
        (&app, r#""sign":"5D072367671D5598B65829D2EB113643"}"#),
        (&native, "&nonce_str=f6808210402125e30663234f94c87a8c"),
        (&packet, "\"}"),
    ] {
        let (status, out, err) = payload(arguments, "");
        assert_eq!((status, &*err), (0, ""));
        assert!(out.trim_end().ends_with(end), "{out}");
    }
    let (_, out, _) = payload(&[&JSAPI[..], &["--json"]].concat(), "");
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(report["kind"], "jsapi");
    let text: serde_json::Value = serde_json::from_str(report["text"].as_str().unwrap()).unwrap();
    assert_eq!(text["package"], "prepay_id=wx201410272009395522657a690389285100");
}

#[test]
fn what_is_not_given_is_new_each_time() {
    let arguments = [&JSAPI[..3], &JSAPI[5..]].concat();
    let made = || payload(&arguments, "").1;
    let (one, other): (serde_json::Value, serde_json::Value) =
        (serde_json::from_str(&made()).unwrap(), serde_json::from_str(&made()).unwrap());
    assert_ne!(one["nonceStr"], other["nonceStr"]);
    assert!(one["timeStamp"].as_str().unwrap() > "1700000000");
}

#[test]
fn contract_pages_are_made_of_fields() {
    let fields = "appid=wxd930ea5d5a258f4f\nmch_id=10000100\n\
        notify_url=https://shop.example/contract\ntimestamp=1414488825\n";
    let arguments = ["contract", "--page", "official-account", "--type", "MD5"];
    let (status, out, err) = payload(&arguments, fields);
    assert_eq!((status, &*err), (0, ""));
    let begin = "https://api.mch.weixin.qq.com/papay/entrustweb?appid=wxd930ea5d5a258f4f&";
    assert!(out.starts_with(begin) && out.contains("&sign="), "{out}");
    let (status, _, err) = payload(&arguments, &fields.replace("contract\n", "contract?a=1\n"));
    assert!(status == 1 && err.contains("NotifyUrlQuery") || err.contains("query"), "{err}");
}

#[test]
fn the_field_at_fault_is_named() {
    let key = format!("--prepay-id={KEY}");
    for (fault, text) in [
        ("--prepay-id=", "prepay-id: a missing or empty field"),
        (&*key, "prepay-id: a value that holds the API key"),
        ("--prepay-id=a&b=c", "prepay-id: a value that imitates a field"),
    ] {
        let arguments = [&JSAPI[..2], &[fault], &JSAPI[3..]].concat();
        let (status, out, err) = payload(&arguments, "");
        assert_eq!((status, &*out), (1, ""));
        assert!(err.contains(text) && !err.contains(KEY), "{err}");
    }
    assert_eq!(payload(&JSAPI[..2], "").0, 2);
}
