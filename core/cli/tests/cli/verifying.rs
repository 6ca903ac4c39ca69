//! What comes in: verified, and explained where it does not verify.

use super::*;

#[test]
fn verify_says_what_a_notice_means() {
    let notice = data("workloads/W3.MD5.xml");
    let (status, out, err) =
        wxp(Some(KEY), &["verify", "--endpoint", "payment", "--type", "MD5"], &notice);
    assert_eq!((status, &*err), (0, ""));
    assert!(out.starts_with("Succeeded: ") && out.contains("\n  total_fee       100\n"), "{out}");

    let (status, out, _) =
        wxp(Some(KEY), &["verify", "--endpoint", "payment", "--type", "MD5", "--json"], &notice);
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
    let (status, out, err) =
        wxp(Some(KEY), &["verify", "--endpoint", "payment", "--type", "MD5"], &notice);
    assert_eq!(status, 1);
    assert!(out.starts_with("Untrusted: ") && !out.contains("101"), "{out}");
    let (_, _, shown) =
        wxp(Some(KEY), &["verify", "--endpoint", "payment", "--type", "MD5", "--show"], &notice);
    let right = shown.trim_end().rsplit(' ').next().unwrap();
    assert_eq!(right.len(), 32, "{shown}");
    assert!(!err.contains(right) && !out.contains(right));
    let corrected = notice.replace(&data("workloads/W3.sign.MD5"), right);
    assert_eq!(
        wxp(Some(KEY), &["verify", "--endpoint", "payment", "--type", "MD5"], &corrected).0,
        0
    );
}

#[test]
fn unauthentic_fields_are_not_printed() {
    for body in ["<return_code>SUCCESS</return_code>", "<return_code>FAIL</return_code>", ""] {
        let document = format!("<xml>{body}<fee>4711</fee></xml>");
        for format in [
            &["verify", "--endpoint", "payment", "--type", "MD5"][..],
            &["verify", "--endpoint", "payment", "--type", "MD5", "--json"],
        ] {
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

    let (status, _, err) =
        wxp(Some(KEY), &["verify", "--endpoint", "payment", "--type", "MD5"], &document);
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
        them (body)\n   appid=wxd930ea5d5a258f4f\n> &body=test \n  &device_info=1000\n  \
        &mch_id=10000100\n  &nonce_str=ibuaiVcKdpRxkhJA\n  &key=(the API key)\n";
    assert_eq!((status, &*out), (0, expected));
    let (status, out) = explain(&blank, right, &["--json"]);
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((status, &report["cause"]["code"]), (0, &60.into()));
    assert_eq!(
        (&report["cause"]["kind"], &report["fields"]),
        (&"ValueTrimmed".into(), &serde_json::json!(["body"]))
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
    assert!(out.contains("(Query)\n  err_code      SYSTEMERROR\n"), "{out}");
}
