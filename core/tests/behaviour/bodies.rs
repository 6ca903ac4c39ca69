//! How the kind of an HTTP body is recognized.

use wxp_core::Body::{self, *};

use crate::data;

#[test]
fn every_sample_is_recognized_by_its_first_bytes() {
    let index = data::json("samples/index.json");
    for entry in index.as_array().unwrap() {
        let file = entry["file"].as_str().unwrap();
        let expected = if file == "bill_all.csv" { Text } else { Xml };
        assert_eq!(Body::of(&data::bytes(&format!("samples/{file}"))), expected, "{file}");
    }
}

#[test]
fn bodies_are_recognized_by_their_first_bytes() {
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
        (b"\x1F\x8B", Gzip),
        (b"\x1F\x8B\x08\x00<xml>", Gzip),
        (b" \x1F\x8B", Text),
        (b"\xEF\xBB\xBF\x1F\x8B", Text),
        (b"\x1F", Text),
        (b"{\"code\":\"SIGN_ERROR\"}", Json),
        (b" [", Json),
        (b"SUCCESS", Text),
        (b"\xEF\xBB", Text),
        (b"\xEF\xBB\xBF\xEF\xBB\xBF<xml>", Text),
        (b"\xFF\xFE<\0", Text),
        (b"\0", Text),
    ] {
        assert_eq!(Body::of(bytes), body, "{}", bytes.escape_ascii());
    }
}

#[test]
fn bodies_have_names() {
    let names = [Empty, Xml, Text, Gzip, Json, Html].map(Body::name);
    assert_eq!(names, ["empty", "XML", "text", "gzip", "JSON", "HTML"]);
}
