//! How the document to send is written.

use wxp_core::{Algorithm, Canonical, ErrorKind, xml};

use crate::data::{API_KEY, field, key};

#[test]
fn a_document_is_canonical_with_sign_last() {
    let fields = [
        field("b", "2"),
        field("sign", "OLD"),
        field("a", "1"),
        field("empty", ""),
        field("Z", "0"),
    ];
    let order = Canonical::of(&fields).unwrap();
    let sign = key(Algorithm::Md5, API_KEY).sign(&order).unwrap();
    let mut out = [0; 256];
    let document = xml::write(&order, &sign, &mut out).unwrap();
    assert_eq!(document, format!("<xml><Z>0</Z><a>1</a><b>2</b><sign>{sign}</sign></xml>"));
    assert_eq!(xml::len(&order, &sign).unwrap(), document.len());
}

fn body(value: &str) -> Result<String, (ErrorKind, usize)> {
    let fields = [field("attach", ""), field("body", value)];
    let order = Canonical::of(&fields).unwrap();
    let sign = key(Algorithm::Md5, API_KEY).sign(&order).unwrap();
    let mut out = [b'.'; 512];
    let written = xml::write(&order, &sign, &mut out).map(str::to_owned);
    let written = written.map_err(|error| (error.kind(), error.position()));
    if written.is_err() {
        assert_eq!(out, [b'.'; 512]);
    }
    written.map(|text| text[11..text.find("</body>").unwrap()].to_owned())
}

#[test]
fn markup_and_carriage_returns_are_escaped() {
    for (value, escaped) in [
        ("a&b<c>d\re", "a&amp;b&lt;c&gt;d&#13;e"),
        ("]]>", "]]&gt;"),
        ("tab\tline\n\"'", "tab\tline\n\"'"),
        ("\u{e9}\u{4e2d}\u{fffd}\u{7f}\u{85}", "\u{e9}\u{4e2d}\u{fffd}\u{7f}\u{85}"),
    ] {
        assert_eq!(body(value).as_deref(), Ok(escaped));
    }
}

#[test]
fn characters_that_cannot_be_sent_are_named() {
    for (value, position) in
        [("\0", 0), ("a\u{8}", 1), ("ab\u{b}", 2), ("\u{4e2d}\u{fffe}", 3), ("pay \u{1f600}", 4)]
    {
        assert_eq!(body(value), Err((ErrorKind::Character { field: 1 }, position)), "{value:?}");
    }
}

#[test]
fn a_short_buffer_is_left_alone_and_the_length_named() {
    let fields = [field("body", "salt & pepper")];
    let order = Canonical::of(&fields).unwrap();
    let sign = key(Algorithm::HmacSha256, API_KEY).sign(&order).unwrap();
    let needed = xml::len(&order, &sign).unwrap();
    for len in 0..needed {
        let mut out = vec![b'.'; len];
        let error = xml::write(&order, &sign, &mut out).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Space { needed });
        assert!(out.iter().all(|byte| *byte == b'.'));
    }
    assert_eq!(xml::write(&order, &sign, &mut vec![0; needed]).unwrap().len(), needed);
}
