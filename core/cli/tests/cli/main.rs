//! The command-line behaviour of the offline signature tool.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use data_encoding::HEXUPPER;
use md5::{Digest, Md5};
use wxp_core::{Canonical, Field, xml};

mod secrets;

use secrets::key_file;

const KEY: &str = "192006250b4c09247ec02edce69f6a2d";
const ORDER: &str = "appid=wxd930ea5d5a258f4f\nmch_id=10000100\ndevice_info=1000\n\
    body=test\nnonce_str=ibuaiVcKdpRxkhJA\n";

/// Exit status, standard output and standard error of one call.
fn wxp(key: Option<&str>, arguments: &[&str], input: &str) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wxp"));
    command.args(arguments).env_remove("WXP_KEY").envs(key.map(|key| ("WXP_KEY", key)));
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A call that ends before it has read everything closes the pipe.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn data(path: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/data").join(path);
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn canonical_prints_the_string_without_the_key() {
    let (status, out, _) = wxp(None, &["canonical"], ORDER);
    assert_eq!(status, 0);
    let expected = "appid=wxd930ea5d5a258f4f&body=test&device_info=1000&mch_id=10000100\
        &nonce_str=ibuaiVcKdpRxkhJA\n";
    assert_eq!(out, expected);
}

#[test]
fn sign_prints_the_published_signatures() {
    for (algorithm, sign) in [
        ("MD5", "9A0A8659F005D6984697E2CA0A9CF3B7"),
        ("HMAC-SHA256", "6A9AE1657590FD6257D693A078E1C3E4BB6BA4DC30B23E0EE2496E54170DACD6"),
    ] {
        let (status, out, err) = wxp(Some(KEY), &["sign", "--type", algorithm], ORDER);
        assert_eq!((status, &*err), (0, ""));
        assert!(out.ends_with(&format!("<sign>{sign}</sign></xml>\n")), "{out}");
        let (status, ..) = wxp(Some(KEY), &["verify", "--type", algorithm], &out);
        assert_eq!(status, 1, "a request is not an answer");
    }
}

#[test]
fn sign_does_not_contradict_sign_type() {
    let order = format!("{ORDER}sign_type=MD5\n");
    let (status, out, err) = wxp(Some(KEY), &["sign", "--type", "HMAC-SHA256"], &order);
    assert_eq!((status, &*out), (2, ""));
    assert!(err.contains("sign_type"), "{err}");
}

#[test]
fn keys_come_from_a_file_or_the_environment() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    for (name, content, status) in [
        ("key", KEY.to_owned(), 0),
        ("key-lf", format!("{KEY}\n"), 0),
        ("key-crlf", format!("{KEY}\r\n"), 0),
        ("key-blank", format!("{KEY} "), 2),
        ("key-two", format!("{KEY}\n\n"), 2),
    ] {
        let file = key_file(&folder.join(name), &content, 0o600);
        let arguments = ["sign", "--type", "MD5", "--key-file", &file];
        assert_eq!(wxp(None, &arguments, ORDER).0, status, "{name}");
    }
    for key in [None, Some(""), Some("short"), Some("19200625#b4c09247ec02edce69f6a2d")] {
        let (status, out, err) = wxp(key, &["sign", "--type", "MD5"], ORDER);
        assert_eq!((status, &*out), (2, ""));
        assert!(key.is_none_or(|key| key.is_empty() || !err.contains(key)), "{err}");
    }
}

#[test]
fn read_prints_the_fields_in_canonical_order() {
    let (status, out, _) = wxp(None, &["read", "--json"], "<xml><b>&amp;</b><a/></xml>");
    assert_eq!((status, &*out), (0, "{\"a\":\"\",\"b\":\"&\"}\n"));
}

#[test]
fn refusals_mark_the_place() {
    let (status, out, err) = wxp(None, &["read"], "<xml>\n<fee>1<!-- -->00</fee></xml>");
    assert_eq!((status, &*out), (1, ""));
    let expected = "wxp: refused: a comment, at byte 12\n  \
        Comment (51), line 2, byte 7 of the line:\n  \
        <fee>1<!-- -->00</fee></xml>\n        ^\n";
    assert_eq!(err, expected);

    let (status, out, err) = wxp(None, &["read", "--json"], "<xml><a>");
    assert_eq!((status, &*err), (1, ""));
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        (&json["error"]["kind"], &json["error"]["offset"]),
        (&"Truncated".into(), &8.into())
    );

    let (status, _, err) = wxp(None, &["canonical"], "a=1\nb=2\na=3\n");
    assert_eq!(status, 1);
    assert!(err.contains("line 3"), "{err}");
}

#[test]
fn other_bodies_are_called_by_their_names() {
    for (body, name) in [
        ("<html><h1>502 Bad Gateway</h1></html>", "HTML"),
        ("{\"errcode\":1}", "JSON"),
        ("\u{1f}\u{8b}", "neither XML nor"),
    ] {
        let (status, _, err) = wxp(None, &["read"], body);
        assert!(status == 1 && err.contains(name), "{err}");
    }
}

#[test]
fn every_refusal_of_lines_is_json_too() {
    for command in [&["read", "--json"][..], &["verify", "--type", "MD5", "--json"]] {
        for (input, kind, offset) in [
            ("a=1\na=2\n", "DuplicateField", 4),
            ("a=1\nb\n", "NotXml", 4),
            ("<xml>", "Truncated", 5),
        ] {
            let (status, out, err) = wxp(Some(KEY), command, input);
            assert_eq!((status, &*err), (1, ""), "{input}");
            let json: serde_json::Value = serde_json::from_str(&out).unwrap();
            assert_eq!(
                (&json["error"]["kind"], &json["error"]["offset"]),
                (&kind.into(), &offset.into())
            );
        }
    }
}

#[test]
fn lines_may_begin_with_a_byte_order_mark_and_end_as_on_windows() {
    let (status, out, _) = wxp(None, &["canonical"], "\u{feff}b=2\r\n\r\na=1\r\n");
    assert_eq!((status, &*out), (0, "a=1&b=2\n"));
}

#[test]
fn verify_says_what_a_notice_means() {
    let notice = data("workloads/W3.MD5.xml");
    let (status, out, err) = wxp(Some(KEY), &["verify", "--type", "MD5"], &notice);
    assert_eq!((status, &*err), (0, ""));
    assert!(out.starts_with("Succeeded: ") && out.contains("\"total_fee\": \"100\""), "{out}");

    let (status, out, _) = wxp(Some(KEY), &["verify", "--type", "MD5", "--json"], &notice);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        (status, &json["verdict"], &json["ambiguous"]),
        (0, &"Succeeded".into(), &false.into())
    );
    assert_eq!(json["fields"]["total_fee"], "100");
}

#[test]
fn a_mismatch_does_not_print_the_right_signature() {
    let notice = data("workloads/W3.MD5.xml").replace("<total_fee>100<", "<total_fee>101<");
    let (status, out, err) = wxp(Some(KEY), &["verify", "--type", "MD5"], &notice);
    assert_eq!(status, 1);
    assert!(out.starts_with("Untrusted: ") && !out.contains("101"), "{out}");
    let (_, _, shown) = wxp(Some(KEY), &["verify", "--type", "MD5", "--show"], &notice);
    let right = shown.trim_end().rsplit(' ').next().unwrap();
    assert_eq!(right.len(), 32, "{shown}");
    assert!(!err.contains(right) && !out.contains(right));
    let corrected = notice.replace(&data("workloads/W3.sign.MD5"), right);
    assert_eq!(wxp(Some(KEY), &["verify", "--type", "MD5"], &corrected).0, 0);
}

#[test]
fn unauthentic_fields_are_not_printed() {
    for body in ["<return_code>SUCCESS</return_code>", "<return_code>FAIL</return_code>", ""] {
        let document = format!("<xml>{body}<fee>4711</fee></xml>");
        for format in [&["verify", "--type", "MD5"][..], &["verify", "--type", "MD5", "--json"]] {
            let (status, out, _) = wxp(Some(KEY), format, &document);
            assert!(status == 1 && !out.contains("4711"), "{out}");
        }
    }
}

#[test]
fn what_an_answer_means_depends_on_the_endpoint() {
    let verify = |endpoint: &str, document: &str| {
        let arguments = ["verify", "--type", "MD5", "--json", "--endpoint", endpoint];
        let (status, out, _) = wxp(Some(KEY), &arguments, document);
        let report: serde_json::Value = serde_json::from_str(&out).unwrap();
        let text = |value: &serde_json::Value| value.as_str().unwrap_or("-").to_owned();
        (
            status,
            text(&report["verdict"]),
            text(&report["outcome"]),
            text(&report["advice"]["action"]),
        )
    };
    let expect = |status, verdict: &str, outcome: &str, action: &str| {
        (status, verdict.to_owned(), outcome.to_owned(), action.to_owned())
    };
    let notice = data("workloads/W3.MD5.xml");
    for (endpoint, word, action) in [
        ("payment", "Succeeded", "-"),
        ("https://api.mch.weixin.qq.com/pay/micropay?x=1", "Succeeded", "-"),
        ("/pay/orderquery", "Unsettled", "Query"),
    ] {
        assert_eq!(verify(endpoint, &notice), expect(0, word, word, action), "{endpoint}");
    }
    // Authentic, but no answer to an order.
    assert_eq!(verify("/pay/unifiedorder", &notice), expect(1, "Untrusted", "-", "-"));
    let packet = data("samples/rsp_sendredpack_fail.xml");
    let sent = verify("/mmpaymkttransfers/sendredpack", &packet);
    assert_eq!(sent, expect(1, "Unvouched", "Unsettled", "Query"));
    assert_eq!(verify("payment", &packet), expect(1, "Refused", "-", "Query"));
    let forged = notice.replace("<total_fee>100<", "<total_fee>1<");
    assert_eq!(verify("payment", &forged), expect(1, "Untrusted", "-", "Query"));
    let bill = data("samples/rsp_downloadbill_nobill.xml");
    assert_eq!(verify("/pay/downloadbill", &bill), expect(1, "Refused", "-", "Done"));
}

#[test]
fn nested_answers_are_shown_with_their_records_where_they_nest() {
    let document = data("samples/rsp_gethbinfo_nested.xml");
    let path = "/mmpaymkttransfers/gethbinfo";
    let arguments = ["verify", "--type", "MD5", "--endpoint", path, "--json"];
    let (status, out, _) = wxp(Some(KEY), &arguments, &document);
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((status, &report["verdict"]), (1, &"Unvouched".into()));
    assert_eq!(report["fields"]["status"], "RECEIVED");
    assert_eq!(report["records"].as_array().unwrap().len(), 1);
    assert_eq!(report["records"][0]["name"], "hbinfo");
    assert_eq!(report["records"][0]["fields"]["amount"], "100");
    let (_, lines, _) = wxp(Some(KEY), &arguments, "return_code=SUCCESS\n");
    assert!(lines.contains("\"records\":[]"), "{lines}");

    let (status, _, err) = wxp(Some(KEY), &["verify", "--type", "MD5"], &document);
    assert!(status == 1 && err.contains("Nested (56)"), "{err}");
    let broken = document.replace("</hblist>", "</hblist><hblist>");
    let (status, out, _) = wxp(Some(KEY), &arguments, &broken);
    assert!(status == 1 && out.contains("EndTag") && !out.contains("RECEIVED"), "{out}");
}

#[test]
fn explain_names_the_mistake_and_marks_the_field() {
    // The right one is that of the published example.
    let right = "9A0A8659F005D6984697E2CA0A9CF3B7";
    let explain = |order: &str, sign: &str, json: &[&str]| {
        let arguments = [&["explain", "--type", "MD5"], json].concat();
        let (status, out, err) = wxp(Some(KEY), &arguments, &format!("{order}sign={sign}\n"));
        assert_eq!(err, "");
        assert!(!out.contains(right) && !out.contains(KEY), "{out}");
        (status, out)
    };
    assert_eq!(explain(ORDER, right, &[]).1.lines().next(), Some("the signature is right"));

    let blank = ORDER.replace("body=test", "body=test ");
    let (status, out) = explain(&blank, right, &[]);
    let expected = "ValueTrimmed (60): values were signed without the blanks or line ends around \
        them\n   appid=wxd930ea5d5a258f4f\n> &body=test \n  &device_info=1000\n  \
        &mch_id=10000100\n  &nonce_str=ibuaiVcKdpRxkhJA\n  &key=(the API key)\n";
    assert_eq!((status, &*out), (0, expected));
    let (status, out) = explain(&blank, right, &["--json"]);
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((status, &report["cause"]["code"]), (0, &60.into()));
    assert_eq!(
        (&report["cause"]["kind"], &report["field"]),
        (&"ValueTrimmed".into(), &"body".into())
    );
    assert!(report["signed"].as_str().unwrap().contains("&body=test &"), "{out}");

    let (status, out) = explain(ORDER, right.strip_suffix("B7").unwrap(), &[]);
    assert!(status == 0 && out.starts_with("Truncated (14)"), "{out}");
    let (status, out) = explain(ORDER, &right.replace('9', "8"), &[]);
    assert!(status == 1 && out.starts_with("no known mistake"), "{out}");
    let (status, out) = explain(ORDER, "", &["--json"]);
    assert!(status == 0 && out.contains("\"Missing\""), "{out}");
}

#[test]
fn explain_keeps_the_order_of_a_document() {
    // MD5 of "b=2&a=1&key=" and the key.
    let sign = "71BE1CC52C6D744F729227729216514D";
    let document = format!("<xml><b>2</b><a>1</a><sign>{sign}</sign></xml>");
    let (status, out, _) = wxp(Some(KEY), &["explain", "--type", "MD5"], &document);
    assert!(status == 0 && out.starts_with("Unsorted (52)"), "{out}");
    let (status, _, err) =
        wxp(Some(KEY), &["explain", "--type", "MD5"], "<xml><a>1</a><a>1</a></xml>");
    assert!(status == 1 && err.contains("byte 15"), "{err}");
}

#[test]
fn advice_is_printed_with_every_failed_verdict() {
    let packet = data("samples/rsp_transfers_systemerror.xml");
    let endpoint = "/mmpaymkttransfers/promotion/transfers";
    let arguments = ["verify", "--type", "MD5", "--endpoint", endpoint];
    let (status, out, _) = wxp(Some(KEY), &arguments, &packet);
    assert_eq!(status, 1);
    assert!(out.contains("\nadvice: WeChat's system failed"), "{out}");
    assert!(out.contains("(Query)\n{"), "{out}");
}

#[test]
fn sign_refuses_what_the_endpoint_would_refuse() {
    for (endpoint, algorithm, order, why) in [
        ("/pay/facepay", "MD5", "a=1\nnonce_str=1\n", "takes only HMAC-SHA256"),
        ("/tools/authcodetoopenid", "HMAC-SHA256", "nonce_str=1\n", "takes only MD5"),
        ("/pay/micropay", "HMAC-SHA256", "nonce_str=1\n", "needs the field sign_type=HMAC-SHA256"),
        ("/deposit/micropay", "MD5", "nonce_str=1\n", "needs the field sign_type=MD5"),
        (
            "/tools/authcodetoopenid",
            "MD5",
            "nonce_str=1\nsign_type=MD5\n",
            "has no field sign_type",
        ),
        ("/pay/micropay", "MD5", "a=1\nnonce_str=\n", "needs the field nonce_str"),
    ] {
        let arguments = ["sign", "--type", algorithm, "--endpoint", endpoint];
        let (status, out, err) = wxp(Some(KEY), &arguments, order);
        assert_eq!((status, &*out), (1, ""), "{endpoint}");
        assert!(err.contains(why), "{err}");
    }
    for (endpoint, order) in [
        ("/pay/micropay", "nonce_str=1\n".to_owned()),
        ("/papay/querycontract", "appid=1\n".to_owned()),
        ("/pay/micropay", format!("nonce_str=1\nbody={}\n", "x".repeat(129))),
    ] {
        let arguments = ["sign", "--type", "MD5", "--endpoint", endpoint];
        let (status, out, err) = wxp(Some(KEY), &arguments, &order);
        assert!(status == 0 && out.starts_with("<xml>"), "{err}");
        assert_eq!(err.contains("at most 128"), order.len() > 100, "{err}");
    }
}

#[test]
fn endpoints_are_listed_and_filtered() {
    let list = |arguments: &[&str]| {
        let arguments = [&["endpoints"], arguments].concat();
        let (status, out, _) = wxp(None, &arguments, "");
        (status, out)
    };
    let (status, json) = list(&["--json"]);
    let rows: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((status, rows.as_array().unwrap().len()), (0, 137));
    let refund = rows.as_array().unwrap().iter().find(|row| row["path"] == "/secapi/pay/refund");
    let refund = refund.unwrap();
    assert_eq!((&refund["certificate"], &refund["hmac_sha256"]), (&true.into(), &true.into()));
    assert_eq!((&refund["safe_to_repeat"], &refund["family"]), (&false.into(), &"Refund".into()));

    let (status, table) = list(&[]);
    assert_eq!((status, table.lines().count()), (0, 138));
    assert!(table.starts_with("method  path"));
    let (status, table) = list(&["Refund", "unsigned"]);
    assert_eq!((status, &*table), (1, ""));
    let (status, table) = list(&["secapi/pay", "identical"]);
    assert_eq!(status, 0);
    assert!(table.lines().skip(1).all(|line| line.contains("/secapi/pay/")));
    assert!(table.contains("/secapi/pay/refund ") && !table.contains("/secapi/pay/reverse"));
}

#[test]
fn wrong_usage_ends_with_2() {
    for arguments in [
        &["sign"][..],
        &["sign", "--type", "SHA1"],
        &["sign", "--type", "MD5", "--endpoint", "payment"],
        &["verify", "--type", "MD5", "--endpoint", "/pay/nothing"],
        &["verfy"],
        &[],
        &["read", "/no/such/file"],
    ] {
        assert_eq!(wxp(Some(KEY), arguments, ORDER).0, 2, "{arguments:?}");
    }
    assert_eq!(wxp(None, &["--help"], "").0, 0);
}
