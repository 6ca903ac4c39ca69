//! Random messages against the oracle, and against an XML parser that shares no code with ours.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use wxp_core::{Algorithm, Canonical, ErrorKind, Field, Signature, xml};

use crate::data::{API_KEY, key, pairs, table};
use crate::oracle;

pub(crate) type Pair = (String, String);

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z_][A-Za-z0-9_.-]{0,63}",
        "[ab_]{1,3}[0-9]{0,2}",
        select(vec!["sign", "sign_type", "key", "appid", "stock_id", "stock_id0"])
            .prop_map(String::from),
    ]
}

/// Fields with distinct names, in any order.
fn fields(value: impl Strategy<Value = String>) -> impl Strategy<Value = Vec<Pair>> {
    vec((name(), value), 0..40).prop_map(|pairs| {
        let mut seen = std::collections::HashSet::new();
        pairs.into_iter().filter(|(name, _)| seen.insert(name.clone())).collect()
    })
}

/// Text that can be sent: no character that XML forbids, and at most three bytes each.
fn sendable() -> impl Strategy<Value = String> {
    "[\t\n\r -\u{d7ff}\u{e000}-\u{fffd}]{0,30}|[&<>\r\\]a]{0,12}"
}

fn algorithm() -> impl Strategy<Value = Algorithm> {
    select(vec![Algorithm::Md5, Algorithm::HmacSha256])
}

/// Documents from pieces of markup: most are refused, all are close to something.
pub(crate) fn soup() -> impl Strategy<Value = String> {
    let piece = select(vec![
        "<xml>",
        "</xml>",
        "<xml/>",
        "<a>",
        "</a>",
        "<b>",
        "</b>",
        "<a/>",
        "<b />",
        "<c\n>",
        "</c\t>",
        "<![CDATA[",
        "]]>",
        "]",
        "]]",
        ">",
        "&amp;",
        "&lt;",
        "&#65;",
        "&#x4e2d;",
        "&#13;",
        "&#0;",
        "&",
        ";",
        "\r\n",
        "\r",
        "\n",
        " ",
        "1",
        "\u{4e2d}",
        "\u{1f600}",
        "\u{feff}",
        "<!-- -->",
        "<?x?>",
        "<!DOCTYPE a>",
        "<?xml version=\"1.0\"?>",
        "<?xml version='1.0' encoding='utf-8'?>",
        "<n:a>",
        "<a b='1'>",
        "\0",
        "\u{fffe}",
        "\u{85}",
    ]);
    vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

/// A flat document written in every way that is allowed, with the fields it holds.
pub(crate) fn document() -> impl Strategy<Value = (String, Vec<Pair>)> {
    let piece = prop_oneof![
        "[ -%'-;=?-Z^-~\u{a0}-\u{d7ff}\n\t]{0,8}".prop_map(|text| (text.clone(), text)),
        "[ -\\\\^-~\u{4e2d}]{0,8}".prop_map(|text| (format!("<![CDATA[{text}]]>"), text)),
        any::<char>().prop_filter_map("a character of XML", |c| {
            let text = roxmltree::Document::parse(&format!("<a>&#{};</a>", c as u32)).is_ok();
            text.then(|| (format!("&#x{:X};", c as u32), c.to_string()))
        }),
        select(vec![
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&amp;", "&"),
            ("&quot;", "\""),
            ("&apos;", "'")
        ])
        .prop_map(|(raw, text)| (raw.into(), text.into())),
        select(vec![
            ("\r\n", "\n"),
            ("\r", "\n"),
            ("<![CDATA[\r]]>", "\n"),
            ("]]", "]]"),
            // Brackets that do not end the section.
            ("<![CDATA[a]b]]>", "a]b"),
            ("<![CDATA[]]]]>", "]]"),
        ])
        .prop_map(|(raw, text)| (raw.to_owned(), text.to_owned())),
    ];
    // An empty section keeps pieces apart that would mean something else together.
    let value = vec(piece, 0..5).prop_map(|pieces| {
        let (raw, text): (Vec<_>, Vec<_>) = pieces.into_iter().unzip();
        (raw.join("<![CDATA[]]>"), text.concat())
    });
    let blank = select(vec!["", " ", "\r\n\t"]);
    let head = select(vec!["", "\u{feff}", "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n"]);
    (head, vec((name(), value, blank.clone(), blank), 0..12)).prop_map(|(head, parts)| {
        let mut fields = BTreeMap::new();
        let mut document = format!("{head}<xml>");
        for (name, (raw, text), inside, between) in parts {
            if let Entry::Vacant(field) = fields.entry(name) {
                let name = field.key();
                document += &format!("<{name}{inside}>{raw}</{name}{inside}>{between}");
                field.insert(text);
            }
        }
        (document + "</xml>", fields.into_iter().collect())
    })
}

/// What an independent parser makes of a document, if it is flat.
fn by_roxmltree(document: &str) -> Option<Vec<Pair>> {
    let document = document.strip_prefix('\u{feff}').unwrap_or(document);
    // Line ends as XML 1.0 section 2.11 wants them; roxmltree 0.21 forgets some after references.
    let document = document.replace("\r\n", "\n").replace('\r', "\n");
    let tree = roxmltree::Document::parse(&document).ok()?;
    let text = |node: roxmltree::Node<'_, '_>| -> String {
        node.descendants().filter(roxmltree::Node::is_text).filter_map(|t| t.text()).collect()
    };
    let children = tree.root_element().children().filter(roxmltree::Node::is_element);
    let mut fields: Vec<Pair> = children.map(|c| (c.tag_name().name().into(), text(c))).collect();
    fields.sort();
    Some(fields)
}

proptest! {
    #[test]
    fn signatures_equal_those_of_the_oracle(fields in fields(any::<String>()), algorithm in algorithm()) {
        let table = table(&fields);
        let order = Canonical::of(&table).unwrap();
        prop_assert_eq!(order.to_string(), oracle::canonical(&fields));
        prop_assert_eq!(key(algorithm, API_KEY).sign(&order).unwrap().to_string(), oracle::sign(algorithm, API_KEY, &fields));
        for (name, value) in &fields {
            prop_assert!(order.get(name).unwrap() == **value);
        }
    }

    #[test]
    fn a_written_document_is_read_back_and_verifies(fields in fields(sendable()), algorithm in algorithm()) {
        let table = table(&fields);
        let order = Canonical::of(&table).unwrap();
        let key = key(algorithm, API_KEY);
        let sign = key.sign(&order).unwrap();
        let mut out = vec![0; xml::len(&order, &sign).unwrap()];
        let document = xml::write(&order, &sign, &mut out).unwrap();
        prop_assert!(roxmltree::Document::parse(document).is_ok());

        let mut slots = [Field::EMPTY; 64];
        let read = xml::read_into(document.as_bytes(), &mut slots).unwrap();
        let mut expected: Vec<Pair> =
            fields.iter().filter(|(name, value)| name != "sign" && !value.is_empty()).cloned().collect();
        expected.push(("sign".into(), sign.to_string()));
        expected.sort();
        prop_assert_eq!(pairs(read), expected);

        let claimed = fields.iter().find(|(name, _)| name == "sign_type").map_or("", |(_, value)| value);
        let verified = key.verify(&Canonical::of(read).unwrap()).map_err(|error| error.kind());
        if claimed.is_empty() || claimed == algorithm.name() {
            prop_assert_eq!(verified, Ok(()));
        } else {
            prop_assert_eq!(verified, Err(ErrorKind::AlgorithmMismatch));
        }
    }

    #[test]
    fn any_change_of_a_field_breaks_the_signature(
        mut fields in fields(any::<String>()), at in any::<Index>(), value in any::<String>(),
    ) {
        fields.retain(|(name, _)| name != "sign" && name != "sign_type");
        prop_assume!(!fields.is_empty());
        let key = key(Algorithm::HmacSha256, API_KEY);
        let sign = oracle::sign(Algorithm::HmacSha256, API_KEY, &fields);
        let before = oracle::canonical(&fields);
        let at = at.index(fields.len());
        fields[at].1 = value;
        let same = oracle::canonical(&fields) == before;
        fields.push(("sign".into(), sign));
        prop_assert_eq!(key.verify(&Canonical::of(&table(&fields)).unwrap()).is_ok(), same);
    }

    #[test]
    fn documents_are_read_in_every_way_they_can_be_written((document, expected) in document()) {
        let mut slots = [Field::EMPTY; 16];
        let read = xml::read_into(document.as_bytes(), &mut slots);
        prop_assert_eq!(read.map(pairs), Ok(expected.clone()), "{}", document);
        prop_assert_eq!(by_roxmltree(&document).unwrap(), expected);
    }

    #[test]
    fn every_document_that_is_cut_short_is_refused_as_truncated((document, _) in document()) {
        for len in 0..document.len() {
            let prefix = &document.as_bytes()[..len];
            let error = xml::read(prefix).find_map(Result::err);
            prop_assert_eq!(error.map(|e| (e.kind(), e.position())), Some((ErrorKind::Truncated, len)));
        }
    }

    #[test]
    fn an_independent_parser_reports_the_same(document in soup()) {
        let documents = [document.clone(), format!("<xml>{document}</xml>"), format!("<xml><a>{document}</a></xml>")];
        for document in documents {
            let mut slots = [Field::EMPTY; 16];
            if let Ok(read) = xml::read_into(document.as_bytes(), &mut slots) {
                prop_assert_eq!(by_roxmltree(&document), Some(pairs(read)), "{}", document);
            }
        }
    }

    #[test]
    fn any_input_is_read_or_refused(document in vec(any::<u8>(), 0..200), text in "\\PC{0,100}") {
        for document in [&document[..], text.as_bytes()] {
            let mut slots = [Field::EMPTY; 16];
            if let Err(error) = xml::read_into(document, &mut slots) {
                prop_assert!(error.position() <= document.len());
            }
        }
        let _ = Signature::parse(&text);
    }

    #[test]
    fn a_value_is_the_same_in_every_form((document, expected) in document()) {
        let read: Result<Vec<Field<'_>>, _> = xml::read(document.as_bytes()).collect();
        for field in read.unwrap() {
            let (value, name) = (field.value(), field.name());
            let text = expected.iter().find(|(other, _)| other == name).unwrap().1.as_str();
            let longer = format!("{text}x");
            prop_assert!(value == text && value != *longer);
            prop_assert_eq!(value.len(), text.len());
            prop_assert_eq!(value.is_empty(), text.is_empty());
            prop_assert!(value.chunks().all(|chunk| !chunk.is_empty()));
            let mut out = [0; 256];
            prop_assert_eq!(value.copy_to(&mut out), Ok(text));
        }
    }
}
