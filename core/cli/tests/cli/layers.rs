//! Messages as logs, pages and programs print them: the same message comes out of each.

use super::*;

const NAMES: [&str; 4] = ["appid", "attach", "nonce_str", "total_fee"];
const VALUES: [&str; 4] = ["wx1", "会员 1+1", "5d6d0aa393013", "100"];

/// The signed document of the fields, and its signature.
fn signed() -> (String, String) {
    let lines: Vec<_> =
        NAMES.iter().zip(VALUES).map(|(name, value)| format!("{name}={value}\n")).collect();
    let document = wxp(Some(KEY), &["sign"], &lines.concat()).1.trim_end().to_owned();
    let sign = document.split("<sign>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    (document, sign)
}

fn percent_encoded(text: &str, plain: &str) -> String {
    let encode = |byte: u8| match byte {
        byte if byte.is_ascii_alphanumeric() || plain.as_bytes().contains(&byte) => {
            char::from(byte).to_string()
        }
        byte => format!("%{byte:02X}"),
    };
    text.bytes().map(encode).collect()
}

#[test]
fn documents_in_every_wrapping_are_explained_as_right() {
    let (document, sign) = signed();
    let json = serde_json::to_string(&document).unwrap();
    let twice = serde_json::to_string(&json).unwrap();
    let html = document.replace('<', "&lt;").replace('>', "&gt;");
    let fields = || NAMES.iter().copied().zip(VALUES).chain([("sign", &*sign)]);
    let joined = |between: &str, name_end: &str| {
        let pairs: Vec<_> =
            fields().map(|(name, value)| format!("{name}{name_end}{value}")).collect();
        pairs.join(between)
    };
    for (kind, input) in [
        ("JsonString", json.clone()),
        ("JsonString", twice),
        ("JsonString", json.replace('<', "\\u003c").replace('>', "\\u003e")),
        ("Surroundings", format!("2026-01-01 INFO notify: {document}")),
        ("Surroundings", format!("{document}\nHTTP/1.1 200 OK")),
        ("Surroundings", format!(r#"{{"time":1,"body":{json}}}"#)),
        ("Escapes", format!("b'{}'", document.replace("><", ">\\n<"))),
        ("Entities", html.clone()),
        ("Entities", format!("INFO notify: {html}")),
        ("Percents", percent_encoded(&document, "")),
        // As quote() of Python writes it, and as forms are encoded.
        ("Percents", percent_encoded(&document, "/")),
        ("Percents", percent_encoded(&document, "").replace("%20", "+")),
        ("JavaMap", format!("{{{}}}", joined(", ", "="))),
        ("GoMap", format!("map[{}]\n", joined(" ", ":"))),
        ("Label", format!("?{}", joined("&", "="))),
        ("Label", format!("stringSignTemp=\"{}", joined("&", "="))),
    ] {
        let (status, out, err) = wxp(Some(KEY), &["explain", "--json"], &input);
        assert_eq!((status, &*err), (0, ""), "{input}: {out}");
        let report: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!(report["right"], true, "{input}: {report}");
        let undone = report["undone"].as_array().unwrap();
        assert!(undone.iter().any(|one| one["kind"] == kind), "{kind}: {report}");
    }
}

#[test]
fn the_object_with_the_signature_is_taken_out_of_what_is_around_it() {
    let page = data("field_cases/14d-jsapi-paySign-right.json");
    for input in [
        format!("2026-01-01 INFO pay params: {page}\n"),
        format!("{{\"code\": 0, \"data\": {page}, \"msg\": \"{{}}\"}}"),
        format!("wx.requestPayment({page});"),
    ] {
        let (status, out, err) = wxp(Some(KEY), &["payload", "check", "--json"], &input);
        assert_eq!((status, &*err), (0, ""), "{input}: {out}");
        let report: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!(report["undone"][0]["kind"], "Object", "{report}");
    }
    // Which of two is meant is not guessed.
    let (status, out, _) =
        wxp(Some(KEY), &["payload", "check"], &format!("first {page} then {page}"));
    assert_eq!((status, &*out), (1, ""));
}

#[test]
fn the_key_in_a_printed_map_is_kept_back() {
    for input in [format!("{{appid=wx1, key={KEY}}}"), format!("map[appid:wx1 key:{KEY}]")] {
        for command in ["read", "canonical", "explain", "sign"] {
            let (status, out, err) = wxp(Some(KEY), &[command], &input);
            assert!(!out.contains(KEY) && !err.contains(KEY), "{out}{err}");
            assert!(command != "sign" || status == 1, "{command}: {out}{err}");
        }
    }
}

#[test]
fn what_is_half_encoded_is_refused_as_it_is() {
    for input in ["%3Cxml%3E%zz", "%3Cxml%3E%", "&lt;xm&gt;", "map[", "{=}"] {
        let (status, out, err) = wxp(Some(KEY), &["explain"], input);
        assert!(status == 1 && out.is_empty() && err.contains("refused"), "{input}: {err}");
    }
}

#[test]
fn a_refusal_of_the_certificate_leads_to_its_files() {
    let refusal = "<xml><return_code>FAIL</return_code><return_msg>证书已过期</return_msg></xml>";
    let arguments = ["verify", "--type", "MD5", "--endpoint", "/secapi/pay/refund"];
    let (status, out, _) = wxp(Some(KEY), &arguments, refusal);
    assert!(status == 1 && out.contains("wxp certificate"), "{out}");
    let (_, out, _) = wxp(Some(KEY), &arguments, &refusal.replace("证书", "订单"));
    assert!(!out.contains("wxp certificate"), "{out}");
}

#[test]
fn without_an_endpoint_it_is_said_what_a_message_may_be() {
    let refund = data("field_cases/33-refund-answer.xml");
    let other = data("field_cases/31-other-key.xml");
    for (arguments, input, text) in [
        (
            &["verify"][..],
            &*refund,
            "no notice: its fields are those of an answer to /secapi/pay/refund",
        ),
        (&["verify", "--lang", "zh"], &refund, "不是通知"),
        (&["verify", "--type", "MD5"], &other, "its signature is not right with this API key"),
        (&["verify"], "<xml><return_code>FAIL</return_code></xml>", "has no signature"),
        (&["verify"], &signed().0, "its signature is right"),
    ] {
        let (status, out, err) = wxp(Some(KEY), arguments, input);
        assert_eq!((status, &*out), (2, ""), "{err}");
        assert!(err.contains("--endpoint") && err.contains(text), "{err}");
    }
}
