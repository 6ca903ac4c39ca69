//! Nested documents: what they contain, and what is refused. Where the flat reader can read a
//! document, both readers must agree.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use wxp_core::ErrorKind::*;
use wxp_core::{Error, ErrorKind, Field, xml};

use crate::attacks;
use crate::data::{self, pairs};
use crate::properties::{Pair, document, soup};

/// A record: its name, and its fields.
type Record = (String, Vec<Pair>);

/// The fields outside of groups, and whether there are groups.
fn outline(document: &[u8]) -> Result<(Vec<Pair>, bool), Error> {
    let mut slots = [Field::EMPTY; 64];
    let result = xml::read_nested_into(document, &mut slots);
    let result = result.map(|(fields, has_groups)| (pairs(fields), has_groups));
    assert!(result.is_ok() || slots.iter().all(|slot| slot.name().is_empty()));
    result
}

fn records(document: &[u8]) -> Result<Vec<Record>, Error> {
    let mut all = Vec::new();
    let mut records = xml::records(document);
    let mut slots = [Field::EMPTY; 64];
    while let Some(record) = records.next_into(&mut slots)? {
        all.push((record.name().to_owned(), pairs(record.fields())));
    }
    assert!(records.next_into(&mut slots).unwrap().is_none());
    Ok(all)
}

fn owned(fields: &[(&str, &str)]) -> Vec<Pair> {
    fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[track_caller]
fn assert_holds(document: &[u8], fields: &[(&str, &str)], expected: &[(&str, &[(&str, &str)])]) {
    assert_eq!(outline(document), Ok((owned(fields), true)));
    let expected = expected.iter().map(|(name, fields)| ((*name).to_owned(), owned(fields)));
    assert_eq!(records(document), Ok(expected.collect()));
}

#[test]
fn a_red_packet_and_who_received_it() {
    assert_holds(
        &data::bytes("samples/rsp_gethbinfo_nested.xml"),
        &[
            ("detail_id", "10000417012016080830956240040"),
            ("err_code", "SUCCESS"),
            ("err_code_des", "OK"),
            ("hb_type", "NORMAL"),
            ("mch_billno", "9010080799701411170000046603"),
            ("mch_id", "11475856"),
            ("result_code", "SUCCESS"),
            ("return_code", "SUCCESS"),
            ("return_msg", "OK"),
            ("send_time", "2016-08-08 21:49:22"),
            ("send_type", "ACTIVITY"),
            ("status", "RECEIVED"),
            ("total_amount", "100"),
            ("total_num", "1"),
        ],
        &[(
            "hbinfo",
            &[
                ("amount", "100"),
                ("openid", "oHkLxtzmyHXX6FW_cAWo_orTSRXs"),
                ("rcv_time", "2016-08-08 21:49:46"),
            ],
        )],
    );
    assert_holds(
        &data::bytes("samples/rsp_gethbinfo_two_items.xml"),
        &[("hb_type", "NORMAL")],
        &[
            ("hbinfo", &[("amount", "222"), ("openid", "111"), ("rcv_time", "333")]),
            ("hbinfo", &[("amount", "555"), ("openid", "444"), ("rcv_time", "666")]),
        ],
    );
}

#[test]
fn settlements() {
    assert_holds(
        b"<xml><return_code><![CDATA[SUCCESS]]></return_code>
            <result_code><![CDATA[SUCCESS]]></result_code>
            <record_num>2</record_num>
            <setteinfo_0>
                <date_settlement><![CDATA[2016-07-01]]></date_settlement>
                <fbatchno><![CDATA[1001000001]]></fbatchno>
                <settlement_fee>9940</settlement_fee>
                <refund_fee>-50</refund_fee>
                <remark></remark>
            </setteinfo_0>
            <setteinfo_1><fbatchno>1001000002</fbatchno></setteinfo_1>
            <appid><![CDATA[wxd930ea5d5a258f4f]]></appid>
        </xml>",
        &[
            ("appid", "wxd930ea5d5a258f4f"),
            ("record_num", "2"),
            ("result_code", "SUCCESS"),
            ("return_code", "SUCCESS"),
        ],
        &[
            (
                "setteinfo_0",
                &[
                    ("date_settlement", "2016-07-01"),
                    ("fbatchno", "1001000001"),
                    ("refund_fee", "-50"),
                    ("remark", ""),
                    ("settlement_fee", "9940"),
                ],
            ),
            ("setteinfo_1", &[("fbatchno", "1001000002")]),
        ],
    );
}

#[test]
fn sub_merchants() {
    assert_holds(
        "<xml><return_code>SUCCESS</return_code><result_code>SUCCESS</result_code><total>2</total>\
         <mchinfo><merchant_name>茶 &amp; 米</merchant_name><sub_mch_id>1900000109</sub_mch_id></mchinfo>\
         <mchinfo><merchant_name/><sub_mch_id>1900000110</sub_mch_id></mchinfo></xml>"
            .as_bytes(),
        &[("result_code", "SUCCESS"), ("return_code", "SUCCESS"), ("total", "2")],
        &[
            ("mchinfo", &[("merchant_name", "茶 & 米"), ("sub_mch_id", "1900000109")]),
            ("mchinfo", &[("merchant_name", ""), ("sub_mch_id", "1900000110")]),
        ],
    );
}

#[test]
fn an_element_without_elements_is_a_field() {
    let document = b"<xml><hblist/><g> <a/> </g><l><r>\n<a >1</a ></r ></l></xml>";
    assert_holds(document, &[("hblist", "")], &[("g", &[("a", "")]), ("r", &[("a", "1")])]);
}

#[test]
fn a_record_gives_values_by_name() {
    let mut slots = [Field::EMPTY; 4];
    let mut records = xml::records(b"<xml><r><b>1</b><a/></r></xml>");
    let record = records.next_into(&mut slots).unwrap().unwrap();
    assert_eq!(record.get("b").and_then(|value| value.as_str()), Some("1"));
    assert!(record.get("a").is_none() && record.get("c").is_none());
}

#[test]
fn a_record_can_be_asked_for_again_with_more_slots() {
    let mut records = xml::records(b"<xml><l><r><c/><b/><a/></r><r><d/></r></l></xml>");
    let mut slots = [Field::EMPTY; 3];
    for few in [0, 1, 2, 0] {
        let error = records.next_into(&mut slots[..few]).unwrap_err();
        assert_eq!((error.kind(), error.position()), (Space { needed: 3 }, 0));
    }
    let names = |record: xml::Record<'_, '_>| -> String {
        record.fields().iter().map(Field::name).collect()
    };
    assert_eq!(records.next_into(&mut slots).unwrap().map(names).unwrap(), "abc");
    assert_eq!(records.next_into(&mut slots).unwrap().map(names).unwrap(), "d");
    assert!(records.next_into(&mut slots).unwrap().is_none());
}

#[test]
fn records_end_after_an_error() {
    for document in ["<xml><r><a/><a/></r><r><b/></r></xml>", "<xml><l>x<r><a/></r></l></xml>"] {
        let mut records = xml::records(document.as_bytes());
        let mut slots = [Field::EMPTY; 4];
        assert!(records.next_into(&mut slots).is_err());
        assert!(records.next_into(&mut slots).unwrap().is_none(), "{document}");
    }
}

#[test]
fn the_end_of_the_records_is_reported_only_after_a_whole_document() {
    let mut slots = [Field::EMPTY; 4];
    let mut records = xml::records(b"<xml><r><a/></r></xml>x");
    assert!(records.next_into(&mut slots).unwrap().is_some());
    assert_eq!(records.next_into(&mut slots).unwrap_err().kind(), Trailing);
}

#[test]
fn too_few_slots_name_the_number_needed() {
    let mut slots = [Field::EMPTY; 1];
    let error = xml::read_nested_into(b"<xml><b/><r><c/></r><a/></xml>", &mut slots).unwrap_err();
    assert_eq!(error.kind(), Space { needed: 2 });
}

/// What both readers say of a document, unless it is a name that comes twice, which each looks for
/// in its own part.
fn refusal(document: &str) -> (ErrorKind, usize) {
    let faults = (outline(document.as_bytes()).err(), records(document.as_bytes()).err());
    let error = match faults {
        (Some(error), None) | (None, Some(error)) if error.kind() == Duplicate => error,
        (one, other) => {
            assert_eq!(one, other, "{document}");
            one.unwrap()
        }
    };
    (error.kind(), error.position())
}

macro_rules! reject {
    ($($name:ident: $document:expr => $kind:ident at $position:expr;)+) => {
        $(#[test]
        fn $name() {
            assert_eq!(refusal($document), ($kind, $position));
        })+
    };
}

reject! {
    too_deep: "<xml><a><b><c><d/></c></b></a></xml>" => Nested at 14;
    group_among_fields: "<xml><g><f>1</f><h><i/></h></g></xml>" => Nested at 19;
    field_among_groups: "<xml><g><h><i/></h><f>1</f></g></xml>" => Nested at 19;
    empty_field_among_groups: "<xml><g><h><i/></h><h/></g></xml>" => Nested at 19;
    element_after_text: "<xml><a>1<b/></a></xml>" => Nested at 9;
    element_after_section: "<xml><a><![CDATA[]]><b/></a></xml>" => Nested at 20;
    element_after_text_in_record: "<xml><g><f>1<b/></f></g></xml>" => Nested at 12;
    text_in_record: "<xml><g><f/>x</g></xml>" => Stray at 12;
    text_in_list: "<xml><g><h><f/></h>x</g></xml>" => Stray at 19;
    section_in_list: "<xml><g><h><f/></h><![CDATA[]]></g></xml>" => Stray at 19;
    reference_in_record: "<xml><g><f/>&#65;</g></xml>" => Stray at 12;
    comment_in_list: "<xml><g><h><f/></h><!-- --></g></xml>" => Comment at 19;
    comment_before_group: "<xml><g><!-- --><f/></g></xml>" => Comment at 8;
    instruction_in_record: "<xml><g><f/><?x?></g></xml>" => ProcessingInstruction at 12;
    doctype_in_list: "<xml><g><h><f/></h><!DOCTYPE g></g></xml>" => Doctype at 19;
    attribute_of_group: "<xml><g a='1'><f/></g></xml>" => Attribute at 8;
    attribute_in_list: "<xml><g><h a='1'><f/></h></g></xml>" => Attribute at 11;
    prefix_in_record: "<xml><g><n:f/></g></xml>" => Prefix at 10;
    name_in_record: "<xml><g><f/><1/></g></xml>" => Name at 13;
    end_tag_of_record: "<xml><g><f/></h></xml>" => EndTag at 14;
    end_tag_of_list: "<xml><g><h><f/></h></h></xml>" => EndTag at 21;
    end_tag_of_record_missing: "<xml><g><h><f/></g></xml>" => EndTag at 17;
    end_tag_of_list_missing: "<xml><g><h><f/></h></xml>" => EndTag at 21;
    cut_in_record: "<xml><g><f/>" => Truncated at 12;
    cut_in_list: "<xml><g><h><f/></h>" => Truncated at 19;
    second_root: "<xml><g><f/></g></xml><xml/>" => SecondRoot at 22;
    field_twice: "<xml><a/><g><f/></g><a/></xml>" => Duplicate at 21;
    field_twice_in_record: "<xml><g><f/><e/><f/></g></xml>" => Duplicate at 17;
    field_then_group: "<xml><b/><a/><a><f/></a></xml>" => Duplicate at 14;
    group_then_field: "<xml><a><f/></a><c/><a/></xml>" => Duplicate at 21;
    list_then_field: "<xml><a><r><f/></r></a><c/><a/></xml>" => Duplicate at 28;
    groups_and_fields: "<xml><a><f/></a><b/><b><f/></b><a/></xml>" => Duplicate at 21;
}

#[test]
fn the_same_name_may_come_on_different_levels() {
    let document = b"<xml><a/><g><g><a/><g/></g><g><a/></g></g></xml>";
    assert_holds(document, &[("a", "")], &[("g", &[("a", ""), ("g", "")]), ("g", &[("a", "")])]);
}

/// Both readers on one document: where it has no group they say the same, and where it has one the
/// flat reader says so.
fn assert_readers_agree(document: &[u8]) {
    let text = String::from_utf8_lossy(document);
    let mut slots = [Field::EMPTY; 64];
    let flat = xml::read_into(document, &mut slots).map(pairs);
    let (outline, records) = (outline(document), records(document));
    match flat.as_ref().map_err(Error::kind) {
        Err(Nested) => {
            let place = flat.unwrap_err().position();
            match (outline, records) {
                (Ok((_, has_groups)), records) => {
                    assert!(has_groups, "{text}");
                    assert!(records.map_or_else(|e| e.kind() == Duplicate, |r| !r.is_empty()));
                }
                (Err(error), records) if error.kind() != Duplicate => {
                    assert!(error.position() >= place, "{text}: {error}");
                    let other = records.unwrap_err();
                    assert!(other == error || other.kind() == Duplicate, "{text}: {other}");
                }
                _ => {}
            }
        }
        Ok(_) | Err(Duplicate | Space { .. }) => {
            assert_eq!(outline, flat.map(|fields| (fields, false)), "{text}");
            assert_eq!(records, Ok(Vec::new()), "{text}");
        }
        Err(_) => {
            assert_eq!(outline.map(|(fields, _)| fields), flat, "{text}");
            assert_eq!(records.unwrap_err(), flat.unwrap_err(), "{text}");
        }
    }
}

#[test]
fn the_flat_reader_agrees_on_every_document() {
    for (_, document) in attacks::cases() {
        assert_readers_agree(&document);
    }
    for entry in data::json("samples/index.json").as_array().unwrap() {
        assert_readers_agree(&data::bytes(&format!("samples/{}", entry["file"].as_str().unwrap())));
    }
}

/// Fields as they stand between the tags of their element.
fn body() -> impl Strategy<Value = (String, Vec<Pair>)> {
    document().prop_map(|(document, fields)| {
        let body = document.split_once("<xml>").and_then(|(_, body)| body.strip_suffix("</xml>"));
        (body.unwrap().to_owned(), fields)
    })
}

/// A nested document written in every way that is allowed, with the fields and records it holds.
fn nested() -> impl Strategy<Value = (String, Vec<Pair>, Vec<Record>)> {
    let records = vec(body().prop_filter("a field", |(_, fields)| !fields.is_empty()), 1..3);
    let blank = select(vec!["", " ", "\r\n\t"]);
    let group = (records, any::<bool>(), blank.clone(), blank);
    (body(), vec(group, 0..4), any::<Index>()).prop_map(|((body, fields), groups, place)| {
        let mut parts = Vec::new();
        let mut all = Vec::new();
        for (records, is_list, inside, between) in groups {
            let name = if is_list { "hbinfo" } else { "mchinfo" };
            let mut group = String::new();
            for (body, fields) in records {
                group += &format!("<{name}{inside}>{between}{body}</{name}{inside}>{between}");
                all.push((name.to_owned(), fields));
            }
            parts.push(match is_list {
                true => format!("<hblist{inside}>{between}{group}</hblist>{between}"),
                false => group,
            });
        }
        parts.insert(place.index(parts.len() + 1), body);
        (format!("<xml>{}</xml>", parts.concat()), fields, all)
    })
}

/// What an independent parser makes of a nested document.
fn by_roxmltree(document: &str) -> (Vec<Pair>, Vec<Record>) {
    let document = document.strip_prefix('\u{feff}').unwrap_or(document);
    // Line ends as XML 1.0 section 2.11 wants them; roxmltree 0.21 forgets some after references.
    let document = document.replace("\r\n", "\n").replace('\r', "\n");
    let tree = roxmltree::Document::parse(&document).unwrap();
    let name = |node: roxmltree::Node<'_, '_>| node.tag_name().name().to_owned();
    let is_group = |node: &roxmltree::Node<'_, '_>| node.children().any(|c| c.is_element());
    let text = |node: roxmltree::Node<'_, '_>| -> String {
        node.children().filter_map(|child| child.text()).collect()
    };
    let fields = |node: roxmltree::Node<'_, '_>| -> Vec<Pair> {
        let fields = node.children().filter(|node| node.is_element() && !is_group(node));
        let mut fields: Vec<Pair> = fields.map(|node| (name(node), text(node))).collect();
        fields.sort();
        fields
    };
    // In document order, groups that hold no group.
    let groups = tree.root_element().descendants().skip(1).filter(is_group);
    let records = groups.filter(|node| !node.children().any(|child| is_group(&child)));
    (fields(tree.root_element()), records.map(|node| (name(node), fields(node))).collect())
}

proptest! {
    #[test]
    fn documents_are_read_in_every_way_they_can_be_written((document, fields, all) in nested()) {
        prop_assert_eq!(outline(document.as_bytes()), Ok((fields.clone(), !all.is_empty())), "{}", document);
        prop_assert_eq!(records(document.as_bytes()), Ok(all.clone()), "{}", document);
        prop_assert_eq!(by_roxmltree(&document), (fields, all));
    }

    #[test]
    fn every_document_that_is_cut_short_is_refused_as_truncated(
        (document, _, _) in nested(), cuts in vec(any::<Index>(), 16),
    ) {
        for len in cuts.into_iter().map(|cut| cut.index(document.len())) {
            let prefix = &document.as_bytes()[..len];
            for error in [outline(prefix).unwrap_err(), records(prefix).unwrap_err()] {
                prop_assert_eq!((error.kind(), error.position()), (Truncated, len));
            }
        }
    }

    #[test]
    fn changed_documents_are_read_as_others_read_them(
        (document, _, _) in nested(), at in any::<Index>(), cut in 0..20_usize, soup in soup(),
    ) {
        let places: Vec<usize> = document.char_indices().map(|(place, _)| place).collect();
        let at = at.index(places.len());
        let (start, end) = (places[at], places.get(at + cut).copied().unwrap_or(document.len()));
        let changed = format!("{}{soup}{}", &document[..start], &document[end..]);
        for document in [changed, soup.clone(), format!("<xml>{soup}</xml>"), format!("<xml><a><b>{soup}</b></a></xml>")] {
            assert_readers_agree(document.as_bytes());
            let (outline, records) = (outline(document.as_bytes()), records(document.as_bytes()));
            if let (Ok((fields, _)), Ok(records)) = (outline, records) {
                prop_assert_eq!(by_roxmltree(&document), (fields, records), "{}", document);
            }
        }
    }

    #[test]
    fn any_input_is_read_or_refused(document in vec(any::<u8>(), 0..200)) {
        assert_readers_agree(&document);
    }
}
