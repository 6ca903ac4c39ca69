//! Values that were changed after the message was signed.

use super::*;

/// Signs a message in which one or two values hold one of the pieces, and changes them then.
fn changed(cause: Cause, pieces: &[&str], change: impl Fn(&mut Random, &str) -> String) {
    every(cause, |random, case| {
        let places = [random.index(case.fields.len()), random.index(case.fields.len())];
        for at in places {
            let piece = pieces[random.index(pieces.len())];
            case.fields[at].1 = format!("{}{piece}xyz", random.text("abc", 3));
        }
        case.offered = oracle::sign(case.algorithm, &case.secret, &case.fields);
        case.marked = places.into();
        case.marked.sort_unstable();
        case.marked.dedup();
        let seed = random.below(100);
        for at in &case.marked {
            // The same change to both.
            case.fields[*at].1 = change(&mut Random(seed), &case.fields[*at].1);
        }
    });
}

/// The characters of a text, those in `set` written in another way.
fn escaped(text: &str, set: impl Fn(char) -> bool, escape: impl Fn(char) -> String) -> String {
    text.chars().map(|c| if set(c) { escape(c) } else { c.to_string() }).collect()
}

fn bytes_escaped(c: char, escape: impl Fn(u8) -> String) -> String {
    c.encode_utf8(&mut [0; 4]).bytes().map(escape).collect()
}

#[test]
fn bytes_that_a_web_server_escaped_are_undone() {
    let pieces = ["{\"a\":\"b\"}", "\"\\\n", "\u{4e2d}\u{6587} \"a\"", "\"\\x\\\\x2"];
    changed(Cause::HexAdded, &pieces, |random, value| match random.index(2) {
        // nginx: quotation marks, backslashes, and what is no printable ASCII.
        0 => escaped(
            value,
            |c| "\"\\".contains(c) || !(' '..='~').contains(&c),
            |c| bytes_escaped(c, |byte| format!("\\x{byte:02X}")),
        ),
        // In lower case, and only what has to be.
        _ => escaped(value, |c| "\"\\\n".contains(c), |c| format!("\\x{:02x}", u32::from(c))),
    });
    // Apache: some have escapes of their own.
    changed(Cause::HexAdded, &["\"\u{4e2d}\"", "\u{e9}\n\\"], |_, value| {
        escaped(
            value,
            |c| "\"\\\n".contains(c) || !c.is_ascii(),
            |c| match c {
                '\n' => "\\n".into(),
                '"' | '\\' => format!("\\{c}"),
                _ => bytes_escaped(c, |byte| format!("\\x{byte:02x}")),
            },
        )
    });
}

#[test]
fn entities_of_html_are_undone() {
    let pieces = ["a & b", "<b>\"x\"</b>", "it's", "&amp;lt;", "<\u{4e2d}>"];
    changed(Cause::EntitiesAdded, &pieces, |random, value| {
        let quote = ["&#39;", "&#039;", "&#x27;", "&apos;"][random.index(4)];
        let value = value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        value.replace('"', "&quot;").replace('\'', quote)
    });
    changed(Cause::EntitiesAdded, &["\u{4e2d}\u{1f600}"], |_, value| {
        escaped(value, |c| !c.is_ascii(), |c| format!("&#{};", u32::from(c)))
    });
}

#[test]
fn backslashes_before_quotation_marks_are_undone() {
    let pieces = ["{\"a\":\"b\"}", "it's", "\\\"", "C:\\new's", "\\'\\"];
    changed(Cause::BackslashesAdded, &pieces, |_, value| {
        escaped(value, |c| "\"'\\".contains(c), |c| format!("\\{c}"))
    });
    let pieces = ["{\\\"a\\\":\\\"b\\\"}", "C:\\\\new \\\"x\\\"", "it\\'s \\\"it\\\""];
    changed(Cause::BackslashesDropped, &pieces, |_, value| {
        value.replace("\\\\", "\0").replace('\\', "").replace('\0', "\\")
    });
}

#[test]
fn blanks_and_pluses_are_told_apart_again() {
    changed(Cause::PlusForBlank, &["a b", "\u{4e2d} \u{6587}", "\" "], |_, value| {
        value.replace(' ', "+")
    });
    // Letters alone would be URL-encoded in the same way.
    changed(Cause::PlusForBlank, &["a+b/", "\u{4e2d}+\u{6587}"], |_, value| {
        value.replace('+', " ")
    });
}

#[test]
fn url_encoding_is_undone() {
    let pieces = ["https://shop.example/paid?a=1", "a b=c", "\u{4e2d}\u{6587}+", "100%"];
    changed(Cause::PercentsAdded, &pieces, |random, value| {
        let (blank, upper) = (["%20", "+"][random.index(2)], random.chance(50));
        escaped(
            value,
            |c| !c.is_ascii_alphanumeric(),
            |c| match c {
                ' ' => blank.to_owned(),
                _ if upper => bytes_escaped(c, |byte| format!("%{byte:02X}")),
                _ => bytes_escaped(c, |byte| format!("%{byte:02x}")),
            },
        )
    });
}

#[test]
fn utf_8_that_was_read_as_latin_1_is_undone() {
    let pieces = ["\u{4e2d}\u{6587}", "\u{e9}\u{20ac}", "\u{ff0c}", "\u{1f600}\u{8bd5}"];
    changed(Cause::ReadAsLatin1, &pieces, |_, value| value.bytes().map(char::from).collect());
    // What Windows reads there, as browsers do.
    let windows = [
        ("\u{4e2d}\u{6587}", "\u{e4}\u{b8}\u{ad}\u{e6}\u{2013}\u{2021}"),
        ("\u{ff0c}", "\u{ef}\u{bc}\u{152}"),
        ("\u{20ac}", "\u{e2}\u{201a}\u{ac}"),
    ];
    changed(Cause::ReadAsLatin1, &windows.map(|(text, _)| text), |_, value| {
        replaced(value, &windows)
    });
}

fn replaced(value: &str, pairs: &[(&str, &str)]) -> String {
    pairs.iter().fold(value.to_owned(), |value, (text, read)| value.replace(text, read))
}

#[cfg(feature = "gbk")]
#[test]
fn utf_8_that_was_read_as_gbk_is_undone() {
    let read = [
        ("\u{6d4b}\u{8bd5}", "\u{5a34}\u{5b2d}\u{762f}"),
        ("\u{5546}\u{54c1}", "\u{935f}\u{55d7}\u{6427}"),
        // With a character of one's own.
        ("\u{4e2d}\u{6587}", "\u{6d93}\u{e15f}\u{6783}"),
    ];
    changed(Cause::ReadAsGbk, &read.map(|(text, _)| text), |_, value| replaced(value, &read));
}

#[test]
fn escapes_of_json_are_undone() {
    let pieces = ["\u{4e2d}/\u{6587}", "a/b\n\"c\"", "\u{1f600}", "\t\u{e9}\\", "a\u{8}/\u{c}\r"];
    changed(Cause::JsonEscaped, &pieces, |_, value| {
        let escape = |c: char| match c {
            '"' | '\\' | '/' => format!("\\{c}"),
            '\n' => "\\n".into(),
            '\r' => "\\r".into(),
            '\t' => "\\t".into(),
            '\u{8}' => "\\b".into(),
            '\u{c}' => "\\f".into(),
            _ => c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect(),
        };
        escaped(value, |c| "\"\\/".contains(c) || !(' '..='~').contains(&c), escape)
    });
}

#[test]
fn white_space_that_was_cut_off_is_put_back() {
    every(Cause::EndsCutOff, |random, case| {
        let at = random.index(case.fields.len());
        let value = case.fields[at].1.clone();
        let blank = ["\n", " ", "\t", "\u{3000}"][random.index(4)];
        case.fields[at].1 = match random.index(4) {
            0 => format!("{blank}{value}"),
            1 => format!("{value}{blank}"),
            2 => [" ", "\n"][random.index(2)].to_owned(),
            _ => format!("{value}{}", ["\r\n", "  "][random.index(2)]),
        };
        case.offered = oracle::sign(case.algorithm, &case.secret, &case.fields);
        let trimmed = case.fields[at].1.trim().to_owned();
        case.fields[at].1 = trimmed;
        case.marked = vec![at];
    });
}

/// Where another value has what looks like the same change, and had it when it was signed.
#[test]
fn one_value_of_several_is_undone_alone() {
    for (cause, signed, sent, other) in [
        (Cause::HexAdded, "\"", "\\x22", "\\x41"),
        (Cause::EntitiesAdded, "<", "&lt;", "&gt;"),
        (Cause::BackslashesAdded, "'", "\\'", "\\\\"),
        (Cause::PlusForBlank, "a b", "a+b", "1+1"),
        (Cause::PercentsAdded, "/", "%2F", "%41"),
        (Cause::JsonEscaped, "a/", "a\\/", "\\/"),
        (Cause::ReadAsLatin1, "\u{e9}", "\u{c3}\u{a9}", "\u{e8}"),
    ] {
        every(cause, |random, case| {
            let at = random.index(case.fields.len());
            case.fields[at].1 = signed.into();
            case.fields.push(("other".into(), other.into()));
            case.offered = oracle::sign(case.algorithm, &case.secret, &case.fields);
            case.fields[at].1 = sent.into();
            case.marked = vec![at];
        });
    }
}

/// What is changed lies in several pieces in the document.
#[test]
fn escapes_are_found_across_the_markup_of_a_document() {
    let signed = [("attach", "{\"\u{4e2d}\"}"), ("body", "tea")];
    let offered = oracle::sign(Algorithm::Md5, API_KEY, &signed);
    for (attach, cause) in [
        ("{&amp;quot;\u{4e2d}&amp;quo<![CDATA[t;}]]>", Cause::EntitiesAdded),
        ("<![CDATA[{\\x]]>22\u{4e2d}\\<![CDATA[x22]]>}", Cause::HexAdded),
        ("<![CDATA[{\\]]>&quot;\u{4e2d}&#92;&quot;}", Cause::BackslashesAdded),
        ("{\\&quot;\\u4<![CDATA[e]]>2d\\<![CDATA[\"}]]>", Cause::JsonEscaped),
    ] {
        let document = format!("<xml><attach>{attach}</attach><body>tea</body></xml>");
        let mut slots = [wxp_core::Field::EMPTY; 2];
        let table = wxp_core::xml::read_into(document.as_bytes(), &mut slots).unwrap();
        let fields = wxp_core::Canonical::of(table).unwrap();
        let key = crate::data::key(Algorithm::Md5, API_KEY);
        let said = wxp_core::explain(&key, &fields, wxp_core::Value::new(&offered));
        assert_eq!(said, named(cause, &[0]), "{attach}");
    }
}
