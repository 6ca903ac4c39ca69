//! Everything that is refused, one line each: the kind of the error, and its position.

use wxp_core::ErrorKind::*;
use wxp_core::{Error, ErrorKind, Field, xml};

fn refusal(document: &[u8]) -> (ErrorKind, usize) {
    let mut slots = [Field::EMPTY; 8];
    let error: Error = xml::read_into(document, &mut slots).map(<[_]>::len).unwrap_err();
    (error.kind(), error.position())
}

macro_rules! reject {
    ($($name:ident: $document:expr => $kind:ident at $position:expr;)+) => {
        $(#[test]
        fn $name() {
            assert_eq!(refusal($document.as_ref()), ($kind, $position));
        })+
    };
}

reject! {
    empty: "" => Truncated at 0;
    blank: " \n" => Truncated at 2;
    text: "OK" => NotXml at 0;
    json: " {}" => NotXml at 1;
    gzip: b"\x1f\x8b\x08\x00" => NotUtf8 at 1;
    html: "<!DOCTYPE html><html>" => Doctype at 0;
    utf_16: b"\xff\xfe<\0x\0" => NotUtf8 at 0;
    bad_byte: b"<xml><a>\xff</a></xml>" => NotUtf8 at 8;
    cut_character: b"<xml><a>\xe4\xb8" => Truncated at 10;
    two_marks: "\u{feff}\u{feff}<xml/>" => NotXml at 3;
    cut_in_declaration: "<?xml vers" => Truncated at 10;
    blank_before_declaration: " <?xml version='1.0'?><xml/>" => ProcessingInstruction at 1;
    declaration_without_version: "<?xml encoding='UTF-8'?><xml/>" => Declaration at 5;
    declaration_mixed_quotes: "<?xml version=\"1.0'?><xml/>" => Declaration at 18;
    declaration_unquoted: "<?xml version=1.0?><xml/>" => Declaration at 14;
    declaration_twice: "<?xml version='1.0'?><?xml version='1.0'?><xml/>" => ProcessingInstruction at 21;
    declaration_standalone: "<?xml version='1.0' standalone='maybe'?><xml/>" => Declaration at 38;
    declaration_without_blank: "<?xml version='1.0'e" => Declaration at 19;
    version: "<?xml version='1.1'?><xml/>" => Encoding at 19;
    encoding: "<?xml version='1.0' encoding='GBK'?><xml/>" => Encoding at 34;
    cut_in_root: "<xm" => Truncated at 3;
    cut_after_root: "<xml>" => Truncated at 5;
    cut_in_name: "<xml><a" => Truncated at 7;
    cut_in_tag: "<xml><a/" => Truncated at 8;
    cut_in_value: "<xml><a>1" => Truncated at 9;
    cut_in_section: "<xml><a><![CDATA[1]]" => Truncated at 20;
    cut_in_opener: "<xml><a><![CDA" => Truncated at 14;
    cut_in_entity: "<xml><a>&am" => Truncated at 11;
    cut_in_reference: "<xml><a>&#x41" => Truncated at 13;
    cut_in_end_tag: "<xml><a>1</" => Truncated at 11;
    doctype: "<!DOCTYPE xml [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><xml><a>&e;</a></xml>" => Doctype at 0;
    doctype_inside: "<xml><!DOCTYPE xml></xml>" => Doctype at 5;
    declaration_in_value: "<xml><a>1<!ENTITY e ''></a></xml>" => Doctype at 9;
    comment_first: "<!-- --><xml/>" => Comment at 0;
    comment_between: "<xml><!-- --></xml>" => Comment at 5;
    comment_in_value: "<xml><fee>1<!-- -->00</fee></xml>" => Comment at 11;
    comment_last: "<xml/><!-- -->" => Comment at 6;
    instruction_that_begins_like_a_declaration: "<?xml-model ?><xml/>" => ProcessingInstruction at 0;
    instruction_first: "<?php ?><xml/>" => ProcessingInstruction at 0;
    instruction_in_value: "<xml><fee>1<?x?>00</fee></xml>" => ProcessingInstruction at 11;
    instruction_last: "<xml/><?x?>" => ProcessingInstruction at 6;
    attribute: "<xml><a b='1'>1</a></xml>" => Attribute at 8;
    attribute_on_root: "<xml version='1'/>" => Attribute at 5;
    prefix: "<xml><n:a>1</n:a></xml>" => Prefix at 7;
    prefix_on_root: "<n:xml/>" => Prefix at 2;
    name_missing: "<xml><></xml>" => Malformed at 5;
    name_missing_in_empty_tag: "<xml></></xml>" => EndTag at 7;
    name_digit: "<xml><1a/></xml>" => Name at 6;
    name_character: "<xml><a$b/></xml>" => Name at 7;
    name_not_ascii: "<xml><\u{91d1}/></xml>" => Name at 6;
    name_too_long: format!("<xml><{}/></xml>", "a".repeat(65)) => Name at 70;
    nested: "<xml><a><b>1</b></a></xml>" => Nested at 8;
    nested_late: "<xml><a>1<b/></a></xml>" => Nested at 9;
    duplicate: "<xml><b>1</b><a/><b>2</b></xml>" => Duplicate at 18;
    duplicate_empty: "<xml><b/><b>2</b></xml>" => Duplicate at 10;
    duplicate_thrice: "<xml><c/><b/><a/><c/><b/><c/></xml>" => Duplicate at 18;
    stray_text: "<xml>x<a/></xml>" => Stray at 5;
    stray_section: "<xml><a/><![CDATA[ ]]></xml>" => Stray at 9;
    stray_reference: "<xml><a/>&#65;</xml>" => Stray at 9;
    section_before_root: "<![CDATA[ ]]><xml/>" => NotXml at 0;
    end_tag_other: "<xml><a>1</b></xml>" => EndTag at 11;
    end_tag_longer: "<xml><a>1</ab></xml>" => EndTag at 11;
    end_tag_missing: "<xml><a>1</xml>" => EndTag at 11;
    end_tag_root: "<xml></XML>" => EndTag at 7;
    end_tag_empty_prefix: "<xml></:xml>" => EndTag at 7;
    end_tag_attribute: "<xml><a>1</a b='1'></xml>" => Malformed at 13;
    blank_before_name: "<xml>< a/></xml>" => Malformed at 5;
    blank_in_empty_tag: "<xml><a/ ></xml>" => Malformed at 7;
    section_end_in_text: "<xml><a>1]]></a></xml>" => Malformed at 9;
    entity: "<xml><a>&nbsp;</a></xml>" => Reference at 8;
    entity_bare: "<xml><a>a=1&b=2</a></xml>" => Reference at 11;
    reference_letter: "<xml><a>&#1q;</a></xml>" => Reference at 8;
    reference_x_twice: "<xml><a>&#xx" => Reference at 8;
    reference_x_late: "<xml><a>&#1x</a></xml>" => Reference at 8;
    reference_without_digits: "<xml><a>&#;</a></xml>" => Reference at 8;
    reference_without_hexadecimal_digits: "<xml><a>&#x;</a></xml>" => Reference at 8;
    reference_control: "<xml><a>1&#8;</a></xml>" => Reference at 9;
    reference_surrogate: "<xml><a>&#xD800;</a></xml>" => Reference at 8;
    reference_overflow: "<xml><a>&#4294967361;</a></xml>" => Reference at 8;
    control: "<xml><a>1\0</a></xml>" => Control at 9;
    control_in_section: "<xml><a><![CDATA[1\u{8}]]></a></xml>" => Control at 18;
    noncharacter: "<xml><a>\u{ffff}</a></xml>" => Control at 8;
    second_root: "<xml/> <xml/>" => SecondRoot at 7;
    trailing_text: "<xml/>x" => Trailing at 6;
    trailing_nul: "<xml/>\0" => Trailing at 6;
    trailing_tag: "<xml></xml></xml>" => Trailing at 11;
    trailing_bracket: "<xml/><" => Trailing at 6;
}

#[test]
fn too_few_slots_name_the_number_needed() {
    let document: String = (0..9).map(|i| format!("<f{i}>1</f{i}>")).collect();
    let document = format!("<xml>{document}</xml>");
    assert_eq!(refusal(document.as_bytes()), (Space { needed: 9 }, 0));
}

#[test]
fn a_broken_document_is_reported_as_broken_even_if_slots_are_too_few() {
    let document: String = (0..9).map(|i| format!("<f{i}>1</f{i}>")).collect();
    assert_eq!(refusal(format!("<xml>{document}").as_bytes()).0, Truncated);
}

#[test]
fn the_iterator_ends_after_an_error() {
    let mut reader = xml::read(b"<xml><a/>x<b/></xml>");
    assert!(reader.next().unwrap().is_ok());
    assert!(reader.next().unwrap().is_err());
    assert!(reader.next().is_none());
}
