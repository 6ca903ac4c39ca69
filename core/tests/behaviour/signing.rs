//! Keys, canonical order, signatures, and what verification refuses.

use wxp_core::{Algorithm, Canonical, ErrorKind, Field, Fields, Key, Signature, Value, xml};

use crate::data::{API_KEY, field, key, table};
use crate::random::Random;

#[test]
fn an_api_key_is_32_letters_and_digits() {
    let refuse = |secret: &[u8]| {
        let error = Key::new(Algorithm::Md5, secret).unwrap_err();
        (error.kind(), error.position())
    };
    assert!(Key::new(Algorithm::HmacSha256, API_KEY.as_bytes()).is_ok());
    assert_eq!(refuse(b""), (ErrorKind::SecretLength { found: 0 }, 0));
    assert_eq!(
        refuse(format!("{API_KEY}\n").as_bytes()),
        (ErrorKind::SecretLength { found: 33 }, 0)
    );
    assert_eq!(refuse(&API_KEY.as_bytes()[..31]), (ErrorKind::SecretLength { found: 31 }, 0));
    assert_eq!(
        refuse(format!("{}\n", &API_KEY[..31]).as_bytes()),
        (ErrorKind::SecretCharacter, 31)
    );
    assert_eq!(refuse(b"19200625 b4c09247ec02edce69f6a2d"), (ErrorKind::SecretCharacter, 8));
    // The first one counts, whatever follows.
    assert_eq!(refuse(b"19200625 {~[@\x7f\xff!#$%&()*+,-./:;<="), (ErrorKind::SecretCharacter, 8));
    assert_eq!(refuse(&[0xC3; 32]), (ErrorKind::SecretCharacter, 0));
}

#[test]
fn every_other_byte_in_an_api_key_is_refused_with_its_place() {
    for byte in 0..=u8::MAX {
        for position in 0..32 {
            let mut secret = *b"zaZA09zaZA09zaZA09zaZA09zaZA09za";
            secret[position] = byte;
            let why = Key::new(Algorithm::Md5, &secret).err().map(|e| (e.kind(), e.position()));
            let refused = (ErrorKind::SecretCharacter, position);
            assert_eq!(why, (!byte.is_ascii_alphanumeric()).then_some(refused), "{byte}");
        }
    }
}

#[test]
fn other_secrets_have_1_to_64_bytes() {
    for algorithm in [Algorithm::Md5, Algorithm::HmacSha256] {
        for len in 1..=64 {
            let key = Key::nonstandard(algorithm, &[0xFF; 64][..len]).unwrap();
            assert!(key.algorithm() == algorithm && key.has_secret());
        }
        for len in [0, 65, 4096] {
            let error = Key::nonstandard(algorithm, &[0; 4096][..len]).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::SecretLength { found: len });
        }
    }
}

#[test]
fn names_are_ascii_and_have_1_to_64_bytes() {
    let longest = "n".repeat(64);
    for name in ["a", "_a.b-c9", "total_fee", &longest] {
        assert_eq!(Field::new(name, "").unwrap().name(), name);
        assert!(Field::is_name(name.as_bytes()));
    }
    let longer = "n".repeat(65);
    for (name, position) in [("", 0), ("9a", 0), ("a b", 1), ("a\u{e9}", 1), (&longer, 64)] {
        let error = Field::new(name, "").unwrap_err();
        assert_eq!((error.kind(), error.position()), (ErrorKind::FieldName, position), "{name:?}");
        assert!(!Field::is_name(name.as_bytes()));
    }
}

#[test]
fn secrets_show_in_no_text() {
    let mut texts = vec![];
    for algorithm in [Algorithm::Md5, Algorithm::HmacSha256] {
        let key = key(algorithm, API_KEY);
        let fields = [field("body", "test")];
        let order = Canonical::of(&fields).unwrap();
        texts.extend([format!("{key:?}"), format!("{key:#?}"), format!("{order} {order:?}")]);
    }
    let almost = format!("{API_KEY}\n");
    let error = Key::new(Algorithm::Md5, almost.as_bytes()).unwrap_err();
    texts.extend([format!("{error:?}"), error.to_string()]);
    let bad = Key::new(Algorithm::Md5, b"19200625#b4c09247ec02edce69f6a2d").unwrap_err();
    texts.extend([format!("{bad:?}"), bad.to_string()]);
    for text in texts {
        let leaks = API_KEY
            .as_bytes()
            .windows(6)
            .any(|part| text.contains(std::str::from_utf8(part).unwrap()));
        assert!(!leaks && !text.contains('#'), "{text}");
    }
}

#[test]
fn fields_are_sorted_by_name_and_not_as_pairs() {
    // `=` sorts after digits: sorting finished pairs would put stock_id0 first.
    let fields =
        [field("stock_id0", "b"), field("stock_id", "a"), field("Z", "c"), field("_", "d")];
    assert_eq!(Canonical::of(&fields).unwrap().to_string(), "Z=c&_=d&stock_id=a&stock_id0=b");
}

/// Names that differ in their first bytes: one way of sorting them is right without looking further.
#[test]
fn any_number_of_fields_is_sorted() {
    for len in 0..=255 {
        let names: Vec<String> = (0..len).map(|index| format!("f{index:03}")).collect();
        let mut fields: Vec<_> = names.iter().map(|name| field(name, "1")).collect();
        Random(len).shuffle(&mut fields);
        let expected: Vec<_> = names.iter().map(|name| format!("{name}=1")).collect();
        assert_eq!(Canonical::of(&fields).unwrap().to_string(), expected.join("&"));
    }
}

#[test]
fn sign_and_empty_values_take_no_part_but_can_be_found() {
    let fields = [field("sign", "X"), field("a", ""), field("key", "0")];
    let order = Canonical::of(&fields).unwrap();
    assert_eq!(order.to_string(), "key=0");
    assert_eq!(order.get("sign").unwrap(), "X");
    assert!(order.get("a").unwrap().is_empty());
    assert!(order.get("b").is_none());
}

#[test]
fn an_empty_table_is_signed_as_the_rule_says() {
    let order = Canonical::of(&[]).unwrap();
    let expected = crate::oracle::sign::<&str>(Algorithm::Md5, API_KEY, &[]);
    assert_eq!(key(Algorithm::Md5, API_KEY).sign(&order).unwrap().as_str(), expected);
}

#[test]
fn a_table_names_no_field_twice() {
    let twice = |names: &[&str]| {
        let fields: Vec<Field<'_>> = names.iter().map(|name| field(name, "")).collect();
        let error = Canonical::of(&fields).map(|_| ()).unwrap_err();
        (error.kind(), error.position())
    };
    assert_eq!(twice(&["a", "a"]), (ErrorKind::DuplicateField, 1));
    assert_eq!(twice(&["sign", "a", "sign"]), (ErrorKind::DuplicateField, 2));
    assert_eq!(twice(&["c", "b", "a", "c", "b", "c"]), (ErrorKind::DuplicateField, 3));
}

#[test]
fn unordered_tables_have_at_most_255_fields() {
    let mut names: Vec<String> = (0..256).map(|i| format!("f{i:04}")).collect();
    let fields = |names: &[String]| -> Vec<Field<'static>> {
        names.iter().map(|name| field(name.clone().leak(), "1")).collect()
    };
    assert!(Canonical::of(&fields(&names)).is_ok());
    names.reverse();
    let error = Canonical::of(&fields(&names)).map(|_| ()).unwrap_err();
    assert_eq!((error.kind(), error.position()), (ErrorKind::TooManyFields, 255));
    assert!(Canonical::of(&fields(&names[1..])).is_ok());
}

/// A caller's own records, in no order.
struct Records(Vec<(String, u64)>);

impl Fields for Records {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn at(&self, index: usize) -> Option<Field<'_>> {
        self.0.get(index).map(|(name, _)| field(name, "1"))
    }
}

#[test]
fn any_table_is_signed_in_place() {
    let records = Records(vec![("b".into(), 1), ("a".into(), 2)]);
    assert!(!records.is_empty());
    assert!(Records(vec![]).is_empty());
    let order = Canonical::over(&records).unwrap();
    assert_eq!(order.to_string(), "a=1&b=1");
    let expected = crate::oracle::sign(Algorithm::Md5, API_KEY, &[("a", "1"), ("b", "1")]);
    assert_eq!(key(Algorithm::Md5, API_KEY).sign(&order).unwrap().as_str(), expected);
}

fn verify(algorithm: Algorithm, pairs: &[(&str, &str)]) -> Result<(), ErrorKind> {
    let fields = table(pairs);
    let order = Canonical::of(&fields).unwrap();
    key(algorithm, API_KEY).verify(&order).map_err(|error| error.kind())
}

#[test]
fn a_message_without_a_signature_is_refused() {
    for pairs in [&[("a", "1")][..], &[("a", "1"), ("sign", "")], &[("a", "1"), ("Sign", "X")]] {
        assert_eq!(verify(Algorithm::Md5, pairs), Err(ErrorKind::Unsigned));
    }
}

#[test]
fn the_key_decides_the_algorithm() {
    use Algorithm::{HmacSha256, Md5};
    for (mine, other) in [(Md5, HmacSha256), (HmacSha256, Md5)] {
        // Signed correctly, with the other algorithm.
        let sign = crate::oracle::sign(other, API_KEY, &[("a", "1")]);
        assert_eq!(verify(other, &[("a", "1"), ("sign", &sign)]), Ok(()));
        assert_eq!(verify(mine, &[("a", "1"), ("sign", &sign)]), Err(ErrorKind::AlgorithmMismatch));
        // Signed correctly with this one, but claiming the other.
        for claim in [other.name(), "md5", "SHA256", " MD5"] {
            let sign = crate::oracle::sign(mine, API_KEY, &[("a", "1"), ("sign_type", claim)]);
            let pairs = [("a", "1"), ("sign_type", claim), ("sign", &sign)];
            assert_eq!(verify(mine, &pairs), Err(ErrorKind::AlgorithmMismatch));
        }
        // An absent or empty claim says nothing.
        let sign = crate::oracle::sign(mine, API_KEY, &[("a", "1")]);
        assert_eq!(verify(mine, &[("a", "1"), ("sign_type", ""), ("sign", &sign)]), Ok(()));
    }
}

#[test]
fn signatures_match_in_either_case_and_only_whole() {
    let sign = crate::oracle::sign(Algorithm::Md5, API_KEY, &[("a", "1")]);
    let check = |sign: &str| verify(Algorithm::Md5, &[("a", "1"), ("sign", sign)]);
    assert_eq!(check(&sign), Ok(()));
    assert_eq!(check(&sign.to_lowercase()), Ok(()));
    for index in 0..sign.len() {
        let mut wrong = sign.clone().into_bytes();
        wrong[index] = if wrong[index] == b'0' { b'1' } else { b'0' };
        assert_eq!(check(std::str::from_utf8(&wrong).unwrap()), Err(ErrorKind::SignatureMismatch));
    }
    for wrong in [&sign[1..], &format!("{sign}0"), &format!(" {}", &sign[1..]), "0", "x"] {
        assert_eq!(check(wrong), Err(ErrorKind::SignatureMismatch), "{wrong}");
    }
}

#[test]
fn text_that_is_no_signature_is_refused_with_its_place() {
    let refuse =
        |text: &str| Signature::parse(text).map_err(|e| e.position()).map(|s| s.to_string());
    assert_eq!(refuse(""), Err(0));
    assert_eq!(refuse("12g4"), Err(2));
    assert_eq!(refuse(&"0".repeat(33)), Err(33));
    // What follows a signature counts, too.
    assert_eq!(refuse(&format!("{}g", "0".repeat(32))), Err(32));
    assert_eq!(refuse(&format!("{}g", "0".repeat(64))), Err(64));
    assert_eq!(refuse(&"0".repeat(65)), Err(64));
    assert_eq!(refuse(&"f".repeat(64)), Ok("F".repeat(64)));
}

#[test]
fn ambiguity_is_an_ampersand_a_name_and_an_equals_sign() {
    // Longer than the name of a field can be here.
    let long = format!("a&{}=1", "b".repeat(65));
    for (value, ambiguous) in [
        (long.as_str(), true),
        ("a&b=c", true),
        ("&_=", true),
        ("x&key=evil", true),
        ("&a.b-9=", true),
        ("a&&b=", true),
        ("a&b", false),
        ("a&=b", false),
        ("a&9=b", false),
        ("a&b c=d", false),
        ("a=b&", false),
        ("a&\u{91d1}=1", false),
    ] {
        let fields = [field("a", value)];
        assert_eq!(Canonical::of(&fields).unwrap().is_ambiguous(), ambiguous, "{value}");
    }
    // However the text is spelled in the document.
    let mut slots = [Field::EMPTY; 1];
    let document = b"<xml><a>1&amp;<![CDATA[ke]]>y&#61;</a></xml>";
    let fields = xml::read_into(document, &mut slots).unwrap();
    assert!(Canonical::of(fields).unwrap().is_ambiguous());
}

#[test]
fn numbers_are_plain_decimals() {
    let number = |text| Value::new(text).parse_u64();
    assert_eq!(number("0"), Some(0));
    assert_eq!(number("100"), Some(100));
    assert_eq!(number("18446744073709551615"), Some(u64::MAX));
    for text in [
        "",
        "01",
        "00",
        "+1",
        "-1",
        " 1",
        "1 ",
        "1.0",
        "0x64",
        "1e3",
        "18446744073709551616",
        "\u{ff11}",
    ] {
        assert_eq!(number(text), None, "{text:?}");
    }
}

#[test]
fn copying_needs_a_buffer_that_is_long_enough() {
    let value = Value::new("fen");
    let mut out = *b"....";
    assert_eq!(value.copy_to(&mut out[..2]).unwrap_err().kind(), ErrorKind::Space { needed: 3 });
    assert_eq!(&out, b"....");
    assert_eq!(value.copy_to(&mut out), Ok("fen"));
    assert_eq!(&out, b"fen.");
}

#[test]
fn values_are_shown_escaped() {
    assert_eq!(format!("{:?}", Value::new("a \"b\"\n")), r#""a \"b\"\n""#);
    let field = xml::read(b"<xml><a>1 &lt; 2\r</a></xml>").next().unwrap().unwrap();
    assert_eq!(format!("{:?}", field.value()), r#""1 < 2\n""#);
}
