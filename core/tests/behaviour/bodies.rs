//! What people have in hand: how it is recognized, what is taken off, and the lists that are read.

use wxp_core::body::{Layer, WebPage, undo};
use wxp_core::{Body, Body::*, ErrorKind, xml};

use crate::data;

mod lists;
mod properties;

fn case(file: &str) -> Vec<u8> {
    data::bytes(&format!("field_cases/{file}"))
}

/// A text without any of its layers, and what was undone, outermost first.
fn opened(text: &[u8]) -> (Vec<Layer>, Vec<u8>) {
    let (mut layers, mut text) = (Vec::new(), text.to_vec());
    let mut out = vec![0; text.len() * 2];
    while let Some(undone) = undo(&text, &mut out).unwrap() {
        assert!(layers.len() < 9, "{layers:?}");
        layers.push(undone.layer);
        text = undone.bytes.to_vec();
    }
    (layers, text)
}

fn reads(document: &[u8]) -> bool {
    xml::read(document).all(|field| field.is_ok())
}

#[test]
fn every_sample_is_recognized_and_left_alone() {
    let index = data::json("samples/index.json");
    for entry in index.as_array().unwrap() {
        let file = entry["file"].as_str().unwrap();
        let expected = if file == "bill_all.csv" { Bill } else { Xml };
        let bytes = data::bytes(&format!("samples/{file}"));
        assert_eq!(Body::of(&bytes), expected, "{file}");
        assert_eq!(undo(&bytes, &mut []), Ok(None), "{file}");
    }
}

#[test]
fn what_people_had_in_hand_is_recognized() {
    for (file, body) in [
        ("01-json-escaped-log.txt", EscapedXml),
        ("10-sandbox-answer.xml", Xml),
        ("13-refused-signature-error.xml", Xml),
        ("14-app-noncestr.json", Json),
        ("14-app-noncestr.txt", Lines),
        ("14d-jsapi-paySign-right.json", Json),
        ("15-sub-appid.txt", Lines),
        ("16b-bill-blank-line-before-totals.csv", Bill),
        ("16f-bill-no-backticks.csv", Bill),
        ("17-body-sent-as-gbk.xml", Gbk),
        ("21-no-cert-400.html", Html),
        ("23-canonical-string.txt", Canonical),
        ("23b-canonical-with-key.txt", Canonical),
        ("29-notice-in-quotes.txt", JsonString),
        ("32-apiv3-notice.json", ApiV3),
    ] {
        assert_eq!(Body::of(&case(file)), body, "{file}");
    }
}

#[test]
fn documents_come_out_of_their_layers() {
    let plain = b"<xml><fee>1</fee>\n</xml>";
    let mut cases = vec![
        (case("01-json-escaped-log.txt"), vec![Layer::Escapes]),
        (case("29-notice-in-quotes.txt"), vec![Layer::JsonString]),
    ];
    let gbk = || (case("17-body-sent-as-gbk.xml"), vec![Layer::Gbk]);
    cases.extend(cfg!(feature = "gbk").then(gbk));
    for (text, layers) in cases {
        let (undone, document) = opened(&text);
        assert_eq!(undone, layers);
        assert!(reads(&document) && !reads(&text));
    }
    let (string, line, spaces) = (Layer::JsonString, Layer::Surroundings, Layer::WhiteSpace);
    let escapes = Layer::Escapes;
    for (text, layers) in [
        (r#""<xml><fee>1<\/fee>\n<\/xml>""#, vec![string]),
        (r#"  "<xml><fee>1</fee>\n</xml>"  "#, vec![string]),
        (r#""\u003cxml\u003e\u003cfee\u003e1\u003c/fee\u003e\n\u003c/xml\u003e""#, vec![string]),
        (r"\u003cxml>\u003Cfee>1</fee>\n</xml>", vec![escapes]),
        (r"\x3Cxml\x3E\x3Cfee\x3E1\x3C/fee\x3E\x0A\x3C/xml\x3E", vec![escapes]),
        (r"<xml><fee>1</fee>\n</xml>\n", vec![escapes]),
        (r"b'<xml><fee>1</fee>\n</xml>'", vec![line, escapes]),
        ("2026-01-01 [INFO] notify: <xml><fee>1</fee>\n</xml>", vec![line]),
        ("[2026-01-01 00:00:00] <xml><fee>1</fee>\n</xml> 3 ms", vec![line]),
        ("<134>shop: <xml><fee>1</fee>\n</xml>", vec![line]),
        ("<xml><fee>1</fee>\n</xml> -- the end", vec![line]),
        (" \r\n<?xml version=\"1.0\"?><xml><fee>1</fee>\n</xml>", vec![spaces]),
        ("\u{3000}\u{feff}<xml><fee>1</fee>\n</xml>\u{a0}", vec![spaces]),
        ("\u{feff}\u{feff}<xml><fee>1</fee>\n</xml>", vec![spaces]),
        (r#"{"at":1,"raw":"<xml><fee>1<\/fee>\n<\/xml>"}"#, vec![line, string]),
        (r#"info {"raw":"<xml><fee>1</fee>\n</xml>","b":"\n"}"#, vec![line, string]),
        // A string within a string.
        (r#""{\"raw\":\"<xml><fee>1</fee>\\n</xml>\"}""#, vec![string, line, string]),
        (
            r#"msg="<xml><fee>1</fee>
</xml>""#,
            vec![line],
        ),
    ] {
        let (undone, document) = opened(text.as_bytes());
        let document = String::from_utf8(document).unwrap();
        assert_eq!(undone, layers, "{text} {document}");
        assert!(document.contains("<xml><fee>1</fee>\n</xml>"), "{text}: {document}");
        assert!(reads(document.as_bytes()), "{text}: {document}");
    }
    assert_eq!(opened(plain), (vec![], plain.to_vec()));
    // Quotation marks of a log that escapes nothing.
    let path = br"<xml><attach>C:\dir</attach></xml>";
    assert_eq!(opened(&[b"raw=\"", &path[..], b"\""].concat()), (vec![line], path.to_vec()));
}

#[test]
fn what_the_reader_takes_is_never_undone() {
    for document in [
        r"<xml><attach>\n</attach></xml>",
        r"<xml><attach>a\/b \u003c</attach></xml>",
        r"<xml><attach><![CDATA[<\/b>\n<a>]]></attach></xml>",
        r#"<xml><attach><![CDATA[="\" \x3cxml>]]></attach></xml>"#,
        r"<xml><list><item><a>\n</a></item></list></xml>",
        "\u{feff}  <xml></xml>\n",
    ] {
        assert_eq!(Body::of(document.as_bytes()), Xml, "{document}");
        assert_eq!(undo(document.as_bytes(), &mut []), Ok(None));
    }
}

#[test]
fn what_cannot_be_undone_is_refused_with_its_place() {
    let mut out = [0; 99];
    for (text, kind, position) in [
        (r#""<xml>\d</xml>""#, ErrorKind::Escape, 6),
        (r#" "\ud800x""#, ErrorKind::Escape, 2),
        (r#""\u12""#, ErrorKind::Escape, 1),
        (r#""\x41""#, ErrorKind::Escape, 1),
        (r"<xml><a>\q<\/a></xml>", ErrorKind::Escape, 8),
    ] {
        let error = undo(text.as_bytes(), &mut out).unwrap_err();
        assert_eq!((error.kind(), error.position()), (kind, position), "{text}");
    }
    let text = br#""a\u4f1a""#;
    for len in 0..4 {
        let error = undo(text, &mut out[..len]).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Space { needed: 4 });
        assert_eq!(out, [0; 99]);
    }
    assert_eq!(undo(text, &mut out[..4]).unwrap().unwrap().bytes, "a会".as_bytes());
}

#[test]
fn gbk_is_told_from_damaged_utf_8() {
    let gbk = encode_gbk("会员充值，模特");
    assert_eq!(Body::of(&gbk), Gbk);
    let cut = &"会员充值".as_bytes()[..11];
    assert_eq!(Body::of(cut), Text);
    let mut holed = "会员充值".as_bytes().to_vec();
    holed.remove(4);
    assert_eq!(Body::of(&holed), Text);
    assert_eq!(Body::of(b"caf\xE9 au lait"), Text);
    assert_eq!(Body::of(b"\xFF\xFE<\0x\0"), Text);
    #[cfg(feature = "gbk")]
    assert_eq!(opened(&gbk), (vec![Layer::Gbk], "会员充值，模特".as_bytes().to_vec()));
    #[cfg(not(feature = "gbk"))]
    assert_eq!(undo(&gbk, &mut []), Ok(None));
}

/// The few characters that are needed here (GB 2312).
fn encode_gbk(text: &str) -> Vec<u8> {
    let code = |c| match c {
        '会' => *b"\xBB\xE1",
        '员' => *b"\xD4\xB1",
        '充' => *b"\xB3\xE4",
        '值' => *b"\xD6\xB5",
        '，' => *b"\xA3\xAC",
        '模' => *b"\xC4\xA3",
        _ => *b"\xCC\xD8",
    };
    text.chars().flat_map(code).collect()
}

#[test]
fn bodies_are_recognized_by_their_look() {
    for (bytes, body) in [
        (&b""[..], Empty),
        (b" \r\n\t", Empty),
        (b"\xEF\xBB\xBF", Empty),
        (b"\xEF\xBB\xBF \n", Empty),
        (b"<", Xml),
        (b"\xEF\xBB\xBF\r\n <xml>", Xml),
        (b"<?xml version=\"1.0\"?><xml/>", Xml),
        (b"<!DOCTYPE xml>", Xml),
        (b"<!DOCTYPE htmlx>", Xml),
        (b"<!DOCTYPE htm", Xml),
        (b"< html>", Xml),
        (b"<htmlx>", Xml),
        (b"<html-x>", Xml),
        (b"<header/>", Xml),
        (b"<body_1>", Xml),
        (b"<root>", Xml),
        (b"<html", Html),
        (b"<html>", Html),
        (b"<HTML lang=\"en\">", Html),
        (b"<Head\n>", Html),
        (b"<body\t>", Html),
        (b"<body\r\n>", Html),
        (b"<body/>", Html),
        (b"<!DOCTYPE html>", Html),
        (b"<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">", Html),
        (b"\xEF\xBB\xBF\n<!DOCTYPE html", Html),
        (b"<?xml version=\"1.0\"?>\n<!DOCTYPE html>", Html),
        (b"<!-- \xD5\xE2 -->\n<!-- <xml> --><html>", Html),
        (b"<!-- <html>", Xml),
        (b"\x1F\x8B", Gzip),
        (b"\x1F\x8B\x08\x00<xml>", Gzip),
        (b" \x1F\x8B", Text),
        (b"\xEF\xBB\xBF\x1F\x8B", Text),
        (b"\x1F", Text),
        (b"{\"code\":\"SIGN_ERROR\"}", Json),
        (b"{\"code\":\"SIGN_ERROR\",\"message\":\"\"}", ApiV3),
        (b" [", Json),
        (b"[{\"a\":1}]", Json),
        (b"{", Json),
        (b"SUCCESS", Text),
        (b"\xEF\xBB", Text),
        (b"\xEF\xBB\xBF\xEF\xBB\xBF<xml>", XmlWithin),
        (b"\0", Text),
        (b"\"", Text),
        (b"\"\"", JsonString),
        (b"\"a\" \"b\"", Text),
        (b"\"a\\\"", Text),
        (b"a\n`1\nb\n`2\n", Text),
        (b"a,b\n`1,`2\n", Bill),
        (b"appid=wx1", Lines),
        (b"appid=wx1\r\n\r\nmch_id=\n", Lines),
        (b"appid=wx1&mch_id=2", Canonical),
        (b"appid=wx1&mch_id", Lines),
        (b"appid=a&b\nmch_id=2", Lines),
        (b"appid=wx1&body=a\nb&mch_id=2", Canonical),
        (b"appid=wx1\nb", Text),
        (b"=1&b=2", Text),
        (b"appid=wx1&url=http%3A%2F%2Fa", Form),
        (b"appid=wx1&url=http%3A//a", Canonical),
        (b"appid=wx1&rate=1%&b=2", Canonical),
        (b"weixin://wxpay/bizpayurl?sign=1&appid=wx1", Address),
        (b"https://shop.example/", Text),
        (b"https://shop.example/?a=1#x", Address),
        (b"see https://shop.example/?a=1", Text),
        (b"Array\n(\n    [appid] => wx1\n)\n", PhpArray),
        (b"Array ( [appid] => wx1 )", PhpArray),
        (b"SimpleXMLElement Object\n(\n    [appid] => wx1\n)\n", PhpArray),
        (b"array (\n  'appid' => 'wx1',\n)", PhpArray),
        (b"['appid' => 'wx1']", PhpArray),
        (b"array(1) {\n  [\"appid\"]=>\n  string(3) \"wx1\"\n}", PhpArray),
        (b"Array", Text),
        (b"array of (things)", Text),
        (b"[\"a => b\"]", Json),
    ] {
        assert_eq!(Body::of(bytes), body, "{}", bytes.escape_ascii());
    }
}

#[test]
fn web_pages_say_what_is_known() {
    assert_eq!(WebPage::of(&case("21-no-cert-400.html")), Some(WebPage::NoCertificate));
    for (text, page) in [
        ("<h1>400 Bad Request</h1>The SSL certificate error", Some(WebPage::CertificateRefused)),
        ("The plain HTTP request was sent to HTTPS port", Some(WebPage::PlainHttp)),
        ("413 Request Entity Too Large", Some(WebPage::TooLarge)),
        ("405 Not Allowed", Some(WebPage::NotFound)),
        ("403 Forbidden", Some(WebPage::Forbidden)),
        ("504 Gateway Time-out", Some(WebPage::NoAnswer)),
        ("400 Bad Request", None),
        ("200 OK", None),
    ] {
        assert_eq!(WebPage::of(format!("<html><title>{text}</title>").as_bytes()), page, "{text}");
    }
    let far = format!("<html>{}502 Bad Gateway", " ".repeat(5000));
    assert_eq!(WebPage::of(far.as_bytes()), None);
}
