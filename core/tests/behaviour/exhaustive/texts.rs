//! Every text up to a length in bytes, and every sequence of pieces of markup up to a length, at
//! each place of a document.

use wxp_core::Field;

use super::read;

/// Bytes that mean something to XML, some that do not, and two that are no text alone.
const BYTES: [u8; 24] = *b"<>/&;#!?[]=-:\"'ax1 \r\n\0\xC3\xA9";

/// Markup, whole and in parts.
#[rustfmt::skip]
const PIECES: [&[u8]; 16] = [
    b"<a>", b"</a>", b"<b", b"</b", b"/>", b">", b"<![CDATA[", b"]]>", b"]", b"&amp;", b"&#6",
    b"5;", b"x", b"\r", b"<!--", b"\xEF\xBF\xBF",
];

/// What XML declarations are made of, and what they are not.
#[rustfmt::skip]
const DECLARATIONS: [&[u8]; 16] = [
    b"<?xml", b" version=\"1.0\"", b" version='1.0'", b" version=\"1.1\"", b" encoding=\"UTF-8\"",
    b"\nencoding\r=\t'utf-8'", b" encoding='GBK'", b" standalone='yes'", b" standalone=\"\"",
    b" ", b"'", b"?", b">", b"?>", b"<a/>", b"\xEF\xBB\xBF",
];

fn each(bytes: impl IntoIterator<Item = u8>) -> Vec<[u8; 1]> {
    bytes.into_iter().map(|byte| [byte]).collect()
}

/// Reads every text of at most `longest` parts, with a text before it and one behind; how many
/// there were, and how many of them were accepted.
fn every<P: AsRef<[u8]>>(parts: &[P], longest: u32, before: &str, behind: &str) -> (u32, u32) {
    let mut text = before.as_bytes().to_vec();
    extend(&mut text, parts, longest, behind.as_bytes())
}

fn extend<P: AsRef<[u8]>>(text: &mut Vec<u8>, parts: &[P], more: u32, behind: &[u8]) -> (u32, u32) {
    let len = text.len();
    text.extend_from_slice(behind);
    let (mut texts, mut accepted) = (1, u32::from(read(text, &mut [Field::EMPTY; 8]).is_ok()));
    text.truncate(len);
    for part in parts.iter().take_while(|_| more > 0) {
        text.extend_from_slice(part.as_ref());
        let (longer, good) = extend(text, parts, more - 1, behind);
        texts += longer;
        accepted += good;
        text.truncate(len);
    }
    (texts, accepted)
}

macro_rules! every {
    ($($name:ident: $parts:expr, $longest:literal, $before:literal, $behind:literal
        => $texts:literal, $accepted:literal;)+) => {
        $(#[test]
        fn $name() {
            assert_eq!(every(&$parts, $longest, $before, $behind), ($texts, $accepted));
        })+
    };
}

// Where, of what and how many; how many texts that makes, and how many are accepted.
every! {
    whole: each(BYTES), 5, "", "" => 8_308_825, 28;
    before_the_root: each(BYTES), 4, "", "<r/>" => 346_201, 121;
    behind_the_root: each(BYTES), 4, "<r></r>", "" => 346_201, 121;
    between_fields: each(BYTES), 4, "<r><a/>", "<x/></r>" => 346_201, 121;
    in_a_start_tag: each(BYTES), 4, "<r><a", ">1</a></r>" => 346_201, 8_729;
    in_an_empty_tag: each(BYTES), 4, "<r><a", "/></r>" => 346_201, 1_002;
    in_an_end_tag: each(BYTES), 4, "<r><a>1</a", "></r>" => 346_201, 122;
    in_text: each(BYTES), 4, "<r><a>", "</a></r>" => 346_201, 138_645;
    in_a_section: each(BYTES), 4, "<r><a><![CDATA[", "]]></a></r>" => 346_201, 205_529;
    in_a_reference: each(BYTES), 4, "<r><a>&", ";</a></r>" => 346_201, 5;
    in_a_number: each(BYTES), 4, "<r><a>&#", ";</a></r>" => 346_201, 36;
    in_a_declaration: each(BYTES), 4, "<?xml version=\"1.0\"", "?><r/>" => 346_201, 121;
    pieces: PIECES, 5, "", "" => 1_118_481, 80;
    pieces_in_the_root: PIECES, 5, "<b>", "</b>" => 1_118_481, 670;
    pieces_in_a_field: PIECES, 4, "<r><a>", "</a></r>" => 69_905, 3_521;
    declarations: DECLARATIONS, 5, "", "" => 1_118_481, 45;
    in_a_declaration_of_pieces: DECLARATIONS, 4, "<?xml", "?><a/>" => 69_905, 100;
    all_bytes: each(0..=255), 2, "", "<r/>" => 65_793, 21;
    all_bytes_in_a_start_tag: each(0..=255), 2, "<r><a", "></a></r>" => 65_793, 123;
    all_bytes_in_text: each(0..=255), 2, "<r><a>", "</a></r>" => 65_793, 11_427;
}

/// Every number up to some that are no character's, as a character and in both kinds of references.
#[test]
fn every_character() {
    let mut tally = [0; 3];
    for code in 0..0x11_0100 {
        let character = char::from_u32(code).map(String::from).unwrap_or_default();
        let forms = [character, format!("&#{code};"), format!("&#x{code:X};")];
        for (count, form) in tally.iter_mut().zip(forms) {
            let document = format!("<r><a>{form}</a></r>");
            *count += u32::from(read(document.as_bytes(), &mut [Field::EMPTY; 1]).is_ok());
        }
    }
    // Characters are all but surrogates, 29 control characters, U+FFFE and U+FFFF. Where there is
    // no character there is no text, and `<` and `&` are no text alone.
    let characters = 0x11_0000 - 0x800 - 29 - 2;
    assert_eq!(tally, [characters + 0x800 + 0x100 - 2, characters, characters]);
}
