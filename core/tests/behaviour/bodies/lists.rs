//! Lists of fields that are no documents.

use wxp_core::body::read_list;
use wxp_core::{ErrorKind, Field};

use super::case;
use crate::data::pairs;

type Listed = (Vec<(String, String)>, bool, bool);

fn listed(text: &[u8]) -> Result<Listed, (ErrorKind, usize)> {
    let (mut scratch, mut slots) = (vec![0; text.len()], [Field::EMPTY; 32]);
    match read_list(text, &mut scratch, &mut slots) {
        Ok(list) => Ok((pairs(list.fields), list.held_key, list.is_guess)),
        Err(error) => Err((error.kind(), error.position())),
    }
}

/// The fields of a text as one line.
fn shown(text: &str) -> String {
    let (pairs, ..) = listed(text.as_bytes()).unwrap_or_else(|why| panic!("{text}: {why:?}"));
    pairs.iter().map(|(name, value)| format!("{name}={value};")).collect()
}

#[test]
fn a_string_that_was_signed_is_parted_and_its_key_kept_back() {
    for (file, key) in [("23-canonical-string.txt", false), ("23b-canonical-with-key.txt", true)] {
        let (fields, held_key, is_guess) = listed(&case(file)).unwrap();
        assert_eq!((held_key, is_guess), (key, true));
        let body = ("body".to_owned(), "会员充值".to_owned());
        assert!(fields.contains(&body) && fields.len() == if key { 9 } else { 10 });
        assert!(!format!("{fields:?}").contains("192006250b4c09247ec02edce69f6a2d"));
    }
    // Wherever it is, and however many `&` there are before it.
    for text in ["a=1&&key=K&b=2", "key=K&a=1&b=2", "a=1&b=2&Key=K", "a=1&b=2&key=K\r\n"] {
        let (fields, held_key, _) = listed(text.as_bytes()).unwrap();
        assert!(held_key && fields.len() == 2, "{fields:?}");
    }
    assert_eq!(shown("a=1&b&c=2&url=https://x/?y&"), "a=1&b;c=2;url=https://x/?y;");
    assert_eq!(shown("a=&b==2&c= "), "a=;b==2;c= ;");
}

#[test]
fn forms_and_addresses_are_decoded() {
    assert_eq!(shown("a=%E4%BC%9A+1&b=x%26y%3D"), "a=会 1;b=x&y=;");
    let code = "weixin://wxpay/bizpayurl?sign=A1&appid=wx1&product_id=%E8%8C%B6";
    assert_eq!(shown(code), "sign=A1;appid=wx1;product_id=茶;");
    assert_eq!(shown(" https://x/y?a=1%202&b=3#end\n"), "a=1 2;b=3;");
    assert_eq!(listed(b"a=%BB%E1&b=1"), Err((ErrorKind::NotUtf8, 2)));
    assert_eq!(listed(b"a=%41&b&c=2"), Err((ErrorKind::List, 6)));
    assert_eq!(listed(b"https://x/?a=1%2"), Err((ErrorKind::Escape, 14)));
    assert_eq!(listed(b"https://x/?a=1%2g"), Err((ErrorKind::Escape, 14)));
}

#[test]
fn lines_keep_what_is_in_them() {
    assert_eq!(shown("\u{feff}a=1\r\n\r\nb=x=y \nc=\n"), "a=1;b=x=y ;c=;");
    assert_eq!(shown("package=prepay_id=wx1&x\nb=2"), "package=prepay_id=wx1&x;b=2;");
}

#[test]
fn objects_are_read_if_they_are_flat() {
    let (fields, ..) = listed(&case("14d-jsapi-paySign-right.json")).unwrap();
    assert!(fields.contains(&("package".into(), "prepay_id=wx201512091834".into())));
    assert_eq!(
        shown(r#"{"a":"x\"\u4f1a\/","b":1,"c":null,"d":true,"e":-1.5e3}"#),
        "a=x\"会/;b=1;c=;d=true;e=-1.5e3;"
    );
    assert_eq!(shown("{ timeStamp: '12', 'b' : \"it's\" , };"), "timeStamp=12;b=it's;");
    assert_eq!(shown("{}"), "");
    for (text, kind, at) in [
        (r#"{"a":{"b":1}}"#, ErrorKind::List, 5),
        (r#"{"a":[1]}"#, ErrorKind::List, 5),
        (r#"{"a":"1" "b":"2"}"#, ErrorKind::List, 9),
        (r#"{"a":"1""#, ErrorKind::List, 8),
        (r#"{"a":"1"} x"#, ErrorKind::List, 10),
        (r#"{"a b":"1"}"#, ErrorKind::FieldName, 2),
        (r#"{"a":"\q"}"#, ErrorKind::Escape, 6),
        (r#"{"a":"1"#, ErrorKind::List, 6),
    ] {
        assert_eq!(listed(text.as_bytes()), Err((kind, at)), "{text}");
    }
}

#[test]
fn arrays_of_php_are_read_in_every_way_they_are_shown() {
    let printed = "Array\n(\n    [appid] => wx1\n    [body] => 会 )\n[x] y\n    [empty] => \n    [n] => 1\n)\n";
    assert_eq!(shown(printed), "appid=wx1;body=会 )\n[x] y;empty=;n=1;");
    assert_eq!(shown(&printed.replace('\n', "\r\n")), "appid=wx1;body=会 )\r\n[x] y;empty=;n=1;");
    let line = "Array ( [appid] => wx1 [body] => a (b) c [empty] => [n] => 1 )";
    assert_eq!(shown(line), "appid=wx1;body=a (b) c;empty=;n=1;");
    assert_eq!(shown("SimpleXMLElement Object\n(\n    [a] => 1\n)\n"), "a=1;");
    assert_eq!(shown("Array\n(\n)\n"), "");
    let exported = "array (\n  'appid' => 'wx1',\n  'body' => 'it\\'s \\\\ \\n',\n  'n' => 1.5,\n  'z' => NULL,\n)";
    assert_eq!(shown(exported), "appid=wx1;body=it's \\ \\n;n=1.5;z=;");
    assert_eq!(shown("['a' => \"x\\ny\", \"b\" => 'c'];"), "a=x\ny;b=c;");
    assert_eq!(shown("array('a'=>'1','b'=>2)"), "a=1;b=2;");
    let dumped = "array(4) {\n  [\"a\"]=>\n  string(4) \"\"]=>\"\n  [\"b\"]=>\n  int(7)\n  [\"c\"]=>\n  NULL\n  [\"d\"]=>\n  string(3) \"会\"\n}\n";
    assert_eq!(shown(dumped), "a=\"]=>;b=7;c=;d=会;");
    for (text, at) in [
        ("Array\n(\n    [a] => Array\n        (\n            [b] => 1\n        )\n\n)\n", 19),
        ("['a' => ['b' => 1]]", 8),
        ("['a' => '1' 'b' => 1]", 12),
        ("array(1) {\n [\"a\"]=>\n array(0) {\n }\n}", 21),
        ("array(1) {\n [\"a\"]=>\n string(9) \"x\"\n}", 36),
        ("Array ( [a] => 1", 15),
    ] {
        assert_eq!(listed(text.as_bytes()), Err((ErrorKind::List, at)), "{text}");
    }
}

#[test]
fn other_texts_are_no_lists() {
    for text in ["", "hello", "<xml><a>1</a></xml>", "\"a=1\"", "[1]"] {
        assert_eq!(listed(text.as_bytes()), Err((ErrorKind::List, 0)), "{text}");
    }
    assert_eq!(listed(b"a=\xff"), Err((ErrorKind::NotUtf8, 2)));
}

#[test]
fn too_little_room_is_told() {
    let text = br#"{"a":"\n","b":"2"}"#;
    let mut scratch = [0; 1];
    let mut slots = [Field::EMPTY; 1];
    let error = read_list(text, &mut scratch, &mut slots).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Space { needed: 2 });
    assert!(slots[0].name().is_empty());
    let error = read_list(text, &mut [], &mut [Field::EMPTY; 2]).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Space { needed: text.len() });
}
