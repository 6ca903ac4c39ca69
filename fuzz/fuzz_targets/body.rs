//! What people have in hand: anything is named, undone or refused, and what was escaped or wrapped
//! in a plain way comes out as it was.

#![no_main]

use libfuzzer_sys::fuzz_target;
use wxp_core::body::{WebPage, read_list, undo};
use wxp_core::{
    Algorithm, Body, ErrorKind, Field, Key, SecondSignature, Value, explain_second, xml,
};
use wxp_fuzz::{SECRET, input};

fuzz_target!(|data: &[u8]| {
    anything(data);
    let document = input::document(data);
    anything(&document);
    let is_read = |document: &[u8]| xml::read(document).all(|field| field.is_ok());
    let Ok(text) = std::str::from_utf8(&document) else { return };
    if !is_read(&document) || !text.starts_with("<xml>") || !text.trim_end().ends_with("</xml>") {
        return;
    }
    assert_eq!((Body::of(&document), undo(&document, &mut [])), (Body::Xml, Ok(None)));
    let string = format!("\"{}\"", escaped(text));
    assert_eq!(opened(string.as_bytes()), document);
    // More than one document, or text that looks like the end of one, is another matter.
    if text.matches("/xml").count() == 1 {
        let line = opened(format!("log {{\"raw\":{string}}}").as_bytes());
        assert_eq!(line.trim_ascii(), text.trim_ascii().as_bytes());
    }
});

/// The escapes of JSON, as PHP writes them.
fn escaped(text: &str) -> String {
    let escape = |c: char| match c {
        '"' | '\\' | '/' => format!("\\{c}"),
        '\n' => "\\n".to_owned(),
        ' '..='~' => c.to_string(),
        _ => {
            let units = &mut [0; 2];
            c.encode_utf16(units).iter().map(|unit| format!("\\u{unit:04x}")).collect()
        }
    };
    text.chars().map(escape).collect()
}

fn opened(text: &[u8]) -> Vec<u8> {
    let (mut text, mut out) = (text.to_vec(), vec![0; text.len() * 2]);
    while let Some(undone) = undo(&text, &mut out).unwrap() {
        text = undone.bytes.to_vec();
    }
    text
}

fn anything(text: &[u8]) {
    let body = Body::of(text);
    let _ = WebPage::of(text);
    match undo(text, &mut []) {
        Ok(undone) => assert!(undone.is_none_or(|undone| undone.bytes.is_empty())),
        Err(error) => match error.kind() {
            ErrorKind::Space { needed } => {
                assert!(needed <= 2 * text.len());
                let mut out = vec![0; needed];
                let undone = undo(text, &mut out).unwrap().unwrap();
                assert_eq!(undone.bytes.len(), needed);
            }
            kind => {
                assert!(matches!(kind, ErrorKind::Escape | ErrorKind::NotUtf8), "{kind:?}");
                assert!(error.position() <= text.len());
            }
        },
    }
    let (mut scratch, mut slots) = (vec![0; text.len()], vec![Field::EMPTY; text.len() / 2 + 1]);
    match read_list(text, &mut scratch, &mut slots) {
        Ok(list) => {
            assert!(list.fields.iter().all(|field| Field::is_name(field.name().as_bytes())));
            assert_eq!(list.is_guess, body == Body::Canonical);
            if let Some(second) = SecondSignature::of(list.fields) {
                let key = Key::new(Algorithm::Md5, SECRET.as_bytes()).unwrap();
                let offered = second.offered(list.fields).unwrap_or(Value::new(""));
                let _ = explain_second(&key, second, list.fields, offered);
            }
        }
        Err(error) => {
            assert!(!matches!(error.kind(), ErrorKind::Space { .. }));
            assert!(error.position() <= text.len());
        }
    }
}
