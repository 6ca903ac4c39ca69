//! Whatever is escaped or wrapped comes out again, and any input is taken in linear time.

use std::time::{Duration, Instant};

use proptest::collection::vec;
use proptest::prelude::*;
use wxp_core::body::{WebPage, read_list, undo};
use wxp_core::{Algorithm, Body, Canonical, Field, Key, xml};

use super::{opened, reads};
use crate::data::{API_KEY, pairs, table};

type Pairs = Vec<(String, String)>;

/// Fields of any text that can be sent.
fn fields() -> impl Strategy<Value = Pairs> {
    let value = "[ -~\n\r\t\u{4e00}-\u{4eff}]{1,12}";
    proptest::collection::btree_map("[a-j][a-z_]{0,6}", value, 1..8)
        .prop_map(|fields| fields.into_iter().collect())
}

fn document(fields: &Pairs) -> String {
    let table = table(fields);
    let order = Canonical::of(&table).unwrap();
    let key = Key::new(Algorithm::Md5, API_KEY.as_bytes()).unwrap();
    let mut out = [0; 2048];
    xml::write(&order, &key.sign(&order).unwrap(), &mut out).unwrap().to_owned()
}

/// As PHP writes JSON, and as those do that escape less or more.
fn escaped(text: &str, style: usize) -> String {
    let json = serde_json::to_string(text).unwrap();
    match style {
        0 => json,
        1 => json.replace('/', "\\/"),
        _ => json.replace('<', "\\u003c").replace('>', "\\u003E"),
    }
}

fn list(text: &str) -> Pairs {
    let (mut scratch, mut slots) = (vec![0; text.len()], [Field::EMPTY; 16]);
    pairs(read_list(text.as_bytes(), &mut scratch, &mut slots).unwrap().fields)
}

proptest! {
    #[test]
    fn strings_and_lines_of_logs_are_undone(fields in fields(), style in 0..3_usize, line in "[a-z][a-z0-9 :\\[\\]]{0,20}[a-z]") {
        let document = document(&fields);
        prop_assert!(reads(document.as_bytes()));
        let string = escaped(&document, style);
        prop_assert_eq!(opened(string.as_bytes()).1, document.as_bytes());
        let unquoted = &string[1..string.len() - 1];
        // Else it is a document of other values.
        if !reads(unquoted.as_bytes()) {
            prop_assert_eq!(opened(unquoted.as_bytes()).1, document.as_bytes());
        }
        let wrapped = format!("{line}{document}{line}");
        prop_assert_eq!(opened(wrapped.as_bytes()).1, document.as_bytes());
        let member = format!("{line}{{\"raw\":{string},\"n\":1}}");
        prop_assert_eq!(opened(member.as_bytes()).1, document.as_bytes());
        let twice = escaped(&member, 0);
        prop_assert_eq!(opened(twice.as_bytes()).1, document.as_bytes());
    }

    #[test]
    fn lists_are_read_as_they_were_written(fields in fields()) {
        let json: serde_json::Map<_, _> =
            fields.iter().map(|(name, value)| (name.clone(), value.clone().into())).collect();
        prop_assert_eq!(list(&serde_json::to_string(&json).unwrap()), fields.clone());
        let single = |text: &str| text.replace('\\', "\\\\").replace('\'', "\\'");
        let items = fields.iter().map(|(name, value)| format!("  '{name}' => '{}',\n", single(value)));
        prop_assert_eq!(list(&format!("array (\n{})", items.collect::<String>())), fields.clone());
        let items = fields.iter().map(|(name, value)| {
            format!("  [\"{name}\"]=>\n  string({}) \"{value}\"\n", value.len())
        });
        let dumped = format!("array({}) {{\n{}}}", fields.len(), items.collect::<String>());
        prop_assert_eq!(list(&dumped), fields.clone());
        let encode = |text: &str| -> String { text.bytes().map(|b| format!("%{b:02x}")).collect() };
        let form: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
        if fields.len() > 1 {
            prop_assert_eq!(list(&form.join("&")), fields);
        }
    }

    #[test]
    fn any_input_is_named_and_undone_or_refused(
        bytes in vec(any::<u8>(), 0..200),
        text in "(\u{feff})?(Array ?\\(|\\{|\"|<xml>|</xml>|\\\\u003c|\\\\|\\[a\\] => |'|=>|a=1|&|%41|\n| |[a-z,`]){0,30}",
    ) {
        for bytes in [&bytes[..], text.as_bytes()] {
            let _ = (Body::of(bytes), WebPage::of(bytes));
            let mut out = vec![0; bytes.len() * 2];
            if let Err(error) = undo(bytes, &mut out) {
                prop_assert!(error.position() <= bytes.len() && error.kind().code() != 30);
            }
            let (mut scratch, mut slots) = (vec![0; bytes.len()], [Field::EMPTY; 64]);
            if let Err(error) = read_list(bytes, &mut scratch, &mut slots) {
                prop_assert!(error.position() <= bytes.len() && error.kind().code() != 30);
            }
        }
    }
}

/// Texts that repeat what a search could begin anew at.
#[test]
fn no_input_buys_quadratic_work() {
    let units = [
        "<",
        "<xml",
        "<xml>",
        "</xml>",
        "\\",
        "\\u003c",
        "\\u003cxml",
        "\"",
        "\\\"",
        "[",
        "[a] =>",
        "Array(",
        "Array ( [a] => ",
        "Array ( [a] => x)",
        "a=1&",
        "&",
        "a=&&",
        "a=1\n",
        "\n",
        " ",
        "`",
        ",",
        "%",
        "%41",
        "<!--",
        "<?",
        "--><!--",
        "{",
        "{\"a\":",
        "'",
        "array('a'=>'",
        "/xml",
        "/",
        "<\\/xml>",
        "://",
        "a://?",
        ")",
        "x\u{4e2d}",
        "b'<xml>\\n",
        "{\"a\":\"b\",",
        "交易时间,",
        "<xml>\\n </xml> ",
    ];
    let time = |text: &[u8]| -> Duration {
        let start = Instant::now();
        let mut out = vec![0; text.len() * 2];
        let mut slots = vec![Field::EMPTY; 10];
        let _ = (Body::of(text), undo(text, &mut out));
        let _ = read_list(text, &mut out, &mut slots);
        start.elapsed()
    };
    for unit in units {
        for (head, tail) in [("", ""), ("a=1&", " "), ("Array ( [a] => ", " "), ("<xml>\\n", "\\n")]
        {
            // Ends that have to be looked for again and again.
            let text =
                format!("{head}{}{}", unit.repeat(200_000 / unit.len()), tail.repeat(100_000));
            // Quadratic work takes minutes.
            let taken = time(text.as_bytes());
            assert!(taken < Duration::from_secs(2), "{unit:?} {head:?}: {taken:?}");
        }
    }
}
