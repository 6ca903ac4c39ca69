//! What goes out: signed, and held against its operation.

use super::*;

#[test]
fn sign_prints_the_published_signatures() {
    for (algorithm, sign) in [
        ("MD5", "9A0A8659F005D6984697E2CA0A9CF3B7"),
        ("HMAC-SHA256", "6A9AE1657590FD6257D693A078E1C3E4BB6BA4DC30B23E0EE2496E54170DACD6"),
    ] {
        let (status, out, err) = wxp(Some(KEY), &["sign", "--type", algorithm], ORDER);
        assert_eq!((status, &*err), (0, ""));
        assert!(out.ends_with(&format!("<sign>{sign}</sign></xml>\n")), "{out}");
        let (status, ..) =
            wxp(Some(KEY), &["verify", "--endpoint", "payment", "--type", algorithm], &out);
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

/// A payment by code, with nothing to object to.
const MICROPAY: &str = "appid=wxd930ea5d5a258f4f\nmch_id=10000100\nnonce_str=ibuaiVcKdpRxkhJA\n\
    body=tea\nout_trade_no=20260101001\ntotal_fee=100\nspbill_create_ip=203.0.113.24\n\
    auth_code=120061098828009406\n";

#[test]
fn sign_refuses_what_the_endpoint_would_refuse_and_names_all_of_it() {
    let micropay = "/pay/micropay";
    for (endpoint, algorithm, order, faults) in [
        ("/pay/facepay", "MD5", MICROPAY.to_owned(), &["sign_type: the operation does not"][..]),
        (micropay, "HMAC-SHA256", MICROPAY.to_owned(), &["sign_type: missing"]),
        (micropay, "MD5", MICROPAY.replace("=100\n", "=1.00\n"), &["total_fee: not an amount"]),
        (
            micropay,
            "MD5",
            MICROPAY.replace("appid", "appId").replace("auth_code=120061098828009406\n", ""),
            &["appId: not a field", "appid: missing", "auth_code: missing"],
        ),
    ] {
        let arguments = ["sign", "--type", algorithm, "--endpoint", endpoint];
        let (status, out, err) = wxp(Some(KEY), &arguments, &order);
        assert_eq!((status, &*out), (1, ""), "{endpoint}");
        for fault in faults {
            assert!(err.contains(&format!("wxp: refused: {fault}")), "{err}");
        }
        // The same without a key, and signed where nobody asked for the operation.
        let (status, out, err) = wxp(None, &["check", "--endpoint", endpoint], &order);
        assert!(err.is_empty() && (status == 1 || algorithm == "HMAC-SHA256"), "{out}");
        assert_eq!(wxp(Some(KEY), &arguments[..3], &order).0, 0);
    }
    // Nothing to object to, and what is in doubt.
    let arguments = ["sign", "--endpoint", micropay];
    let (status, out, err) = wxp(Some(KEY), &arguments, MICROPAY);
    assert!(status == 0 && out.starts_with("<xml>") && err.is_empty(), "{err}");
    let (status, out, _) = wxp(None, &["check", "--endpoint", micropay], MICROPAY);
    assert!(status == 0 && out.starts_with("nothing to object to"), "{out}");
    let unknown = format!("{MICROPAY}a=1\n");
    let (status, out, err) = wxp(Some(KEY), &arguments, &unknown);
    assert!(status == 0 && out.starts_with("<xml>"), "{err}");
    assert!(err.starts_with("wxp: doubtful: a: not a field"), "{err}");
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
    assert!(list(&["付款码支付"]).1.contains("/pay/micropay "));
    let (status, table) = list(&["Refund", "unsigned"]);
    assert_eq!((status, &*table), (1, ""));
    let (status, table) = list(&["secapi/pay", "identical"]);
    assert_eq!(status, 0);
    assert!(table.lines().skip(1).all(|line| line.contains("/secapi/pay/")));
    assert!(table.contains("/secapi/pay/refund ") && !table.contains("/secapi/pay/reverse"));
}
