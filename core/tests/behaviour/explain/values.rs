//! Mistakes with the text of values: white space, encodings, escapes.

use super::*;

#[test]
fn mistakes_with_values() {
    every_value(Cause::ValueEscaped, &["&", "<b>", "a>'", "\"<\""], |random, value| {
        let plain = value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        match random.index(2) {
            0 => plain,
            _ => plain.replace('"', "&quot;").replace('\'', "&apos;"),
        }
    });
    every_value(
        Cause::ReturnsDropped,
        &["\r\n", "a\r\nb\r\n", "\r", "\n\r", "\r\n\r"],
        |random, value| match random.index(2) {
            0 => value.replace('\r', ""),
            _ => value.replace("\r\n", "\n").replace('\r', "\n"),
        },
    );
    every_value(Cause::ReturnsAdded, &["\n", "\n\n", "\u{e9}\n\r\n"], |_, value| {
        value.replace("\r\n", "\n").replace('\n', "\r\n")
    });
    every_value(Cause::CharactersLost, &["\u{e9}", "\u{4e2d}\u{6587}", "\u{1f600}"], |_, value| {
        value.chars().map(|c| if c.is_ascii() { c } else { '?' }).collect()
    });
    every_value(Cause::EncodedTwice, &["\u{e9}", "\u{4e2d}\u{6587}", "\u{ff0c}"], |_, value| {
        value.bytes().map(char::from).collect()
    });
    every(Cause::ValueInCdata, |_, case| {
        let wrong =
            case.fields.iter().map(|(name, value)| (name.clone(), format!("<![CDATA[{value}]]>")));
        let wrong = wrong.collect();
        case.offered = sign_as_is(case.algorithm, &case.secret, &sorted(&wrong));
        case.marked = (0..case.fields.len()).collect();
    });
    every(Cause::ValueTrimmed, |random, case| {
        case.offered = oracle::sign(case.algorithm, &case.secret, &case.fields);
        let at = random.index(case.fields.len());
        let value = &mut case.fields[at].1;
        *value = match random.index(3) {
            0 => format!(" {value}"),
            1 => format!("{value}\r\n"),
            _ => format!("\t{value} "),
        };
        case.marked = vec![at];
    });
}

/// What systems in China used before UTF-8, and Windows, Java and PHP there still fall back on.
#[cfg(feature = "gbk")]
#[test]
fn values_in_gbk_are_found() {
    // From the standard's tables.
    let texts: [(&str, &[u8]); 4] = [
        ("\u{4e2d}\u{6587}", b"\xD6\xD0\xCE\xC4"),
        ("\u{ff0c}", b"\xA3\xAC"),
        ("\u{6d4b}-\u{8bd5}", b"\xB2\xE2-\xCA\xD4"),
        ("\u{8336}\u{4e02}", b"\xB2\xE8\x81\x40"),
    ];
    every(Cause::Gbk, |random, case| {
        let at = random.index(case.fields.len());
        let (text, bytes) = texts[random.index(texts.len())];
        // What GBK lacks is lost.
        let (text, bytes) = match random.index(2) {
            0 => (text.to_owned(), bytes.to_vec()),
            _ => (format!("{text}\u{1f600}"), [bytes, b"?"].concat()),
        };
        case.fields[at].1 = "MARK".into();
        let message = format!("{}&key={}", join(&sorted(&case.fields)), case.secret);
        let (head, tail) = message.split_once("MARK").unwrap();
        let message = [head.as_bytes(), &bytes, tail.as_bytes()].concat();
        case.offered = digest(case.algorithm, &case.secret, message);
        case.fields[at].1 = text;
        case.marked = vec![at];
    });
}

#[test]
fn values_that_are_only_blank_are_trimmed_to_nothing() {
    every(Cause::ValueTrimmed, |random, case| {
        let at = random.index(case.fields.len());
        case.offered = {
            let mut wrong = case.fields.clone();
            wrong.remove(at);
            oracle::sign(case.algorithm, &case.secret, &wrong)
        };
        case.fields[at].1 = " \t ".into();
        case.marked = vec![at];
    });
}

#[test]
fn values_are_url_encoded_in_every_usual_way() {
    let pieces = ["https://shop.example/paid?a=~1", "a b", "\u{4e2d}\u{6587} (x)*", "!'/"];
    every_value(Cause::ValueUrlEncoded, &pieces, |random, value| {
        let ways = [
            ("-_.~", "%20", true),
            ("-_.~", "%20", false),
            ("-_.~", "+", true),
            ("-_.~", "+", false),
            ("-_.*", "+", true),
            ("-_.", "+", true),
            ("-_.~/", "%20", true),
            ("-_.~!*'()", "%20", true),
            ("-_.!*()", "+", false),
        ];
        loop {
            let (safe, blank, upper) = ways[random.index(ways.len())];
            let encode = |byte: u8| match char::from(byte) {
                c if c.is_ascii_alphanumeric() || safe.contains(c) => c.to_string(),
                ' ' => blank.to_owned(),
                _ if upper => format!("%{byte:02X}"),
                _ => format!("%{byte:02x}"),
            };
            let encoded: String = value.bytes().map(encode).collect();
            if encoded != value {
                break encoded;
            }
        }
    });
}
