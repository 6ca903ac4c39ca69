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

const APP: &str = r#"{"appId": "wx0000000000000001", "partnerId": "1230000109", "prepayId": "wx2015",
    "packageValue": "Sign=WXPay", "nonceStr": "SbGx", "timeStamp": "1449657240",
    "sign": "DB5C516AEF3F8C80262FD6906752DBE8"}"#;

#[test]
fn second_signatures_made_elsewhere_are_checked() {
    let page = data("field_cases/14d-jsapi-paySign-right.json");
    let native = format!(
        "{}\n",
        payload(&["native", "--appid=wx1", "--mch-id=1", "--product-id=a"], "").1.trim_end()
    );
    for (input, kind, status, cause) in [
        (&*page, "Jsapi", 0, None),
        // As the SDK of Android calls them.
        (APP, "App", 0, None),
        (&native, "NativeCode", 0, None),
        (&page.replace("prepay_id=", ""), "Jsapi", 1, Some("SecondPackageBare")),
        (&page.replace(r#""signType": "MD5", "#, ""), "Jsapi", 1, Some("SecondLacks")),
        (&data("field_cases/14-app-noncestr.json"), "App", 1, Some("SecondNonce")),
    ] {
        // To have explained a mistake is a success, and to have found one in a check is none.
        for (command, status) in [(&["payload", "check"][..], status), (&["explain"], 0)] {
            let (ended, out, err) = wxp(Some(KEY), &[command, &["--json"]].concat(), input);
            let report: serde_json::Value = serde_json::from_str(&out).unwrap();
            assert_eq!((ended, &*err), (status, ""), "{report}");
            assert_eq!(report["second"]["kind"], kind);
            assert_eq!(report["cause"]["kind"].as_str(), cause, "{report}");
        }
    }
    let (status, out, _) = payload(&["check"], &page.replace("timeStamp", "timestamp"));
    assert!(status == 0 && out.contains("&timeStamp=1516351425  (called timestamp here)"), "{out}");
    let (status, out, err) = payload(&["check"], ORDER);
    assert!(status == 1 && out.is_empty() && err.contains("no second signature"), "{err}");
    let (_, out, _) = payload(&["check", "--lang", "zh"], &page);
    assert!(out.contains("JSAPI") && out.contains("签名正确"), "{out}");
}

#[test]
fn an_order_s_answer_brings_the_appid_of_the_sub_merchant() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("answer.xml");
    let fields = "appid=wx1\nmch_id=1\nprepay_id=wx77\nsub_appid=wx2\nsub_mch_id=2\n";
    let signed = wxp(Some(KEY), &["sign"], fields).1;
    std::fs::write(&path, &signed).unwrap();
    let order = format!("--order={}", path.display());
    let (status, out, _) = payload(&["jsapi", &order], "");
    assert!(status == 0 && out.contains(r#""appId":"wx2""#), "{out}");
    assert_eq!(payload(&["check"], &out).0, 0);
    let (_, out, _) = payload(&["app", &order], "");
    assert!(out.contains(r#""appid":"wx2""#) && out.contains(r#""partnerid":"2""#), "{out}");
    assert!(payload(&["jsapi", &order, "--appid=wx1"], "").1.contains(r#""appId":"wx1""#));
    let (status, out, err) = payload(&["jsapi", &order, "--appid=wx3"], "");
    assert!(status == 2 && out.is_empty() && err.contains("give wx2"), "{err}");

    for (answer, text) in [
        (signed.replace("wx77", "wx78"), "is not right"),
        ("appid=wx1\n".to_owned(), "no prepay_id"),
        ("prepay_id=wx1\n".to_owned(), "appid: a missing"),
    ] {
        std::fs::write(&path, answer).unwrap();
        let (status, out, err) = payload(&["jsapi", &order], "");
        assert!(status == 1 && out.is_empty() && err.contains(text), "{err}");
    }
}
