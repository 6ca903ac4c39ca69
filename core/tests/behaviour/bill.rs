//! Bills: what they contain, and what is refused.

use core::ops::Range;

use proptest::collection::{hash_set, vec};
use proptest::prelude::*;
use proptest::sample::select;
use wxp_core::Bill;
use wxp_core::ErrorKind::{self, *};

use crate::data;

fn sample() -> String {
    data::text("samples/bill_all.csv")
}

fn rows<'a>(bill: &Bill<'a>) -> Vec<Vec<&'a str>> {
    bill.rows().map(|row| row.cells().collect()).collect()
}

#[test]
fn a_captured_bill() {
    let text = sample();
    let bill = Bill::read(text.as_bytes()).unwrap();
    assert_eq!(bill.columns().count(), 27);
    assert_eq!(bill.columns().next(), Some("交易时间"));
    assert_eq!(bill.columns().last(), Some("费率备注"));

    assert_eq!(bill.rows().count(), 3);
    for row in bill.rows() {
        assert_eq!(row.columns().collect::<Vec<_>>(), bill.columns().collect::<Vec<_>>());
        assert_eq!(row.get("商户号"), Some("1921000401"));
        assert_eq!(row.get("费率备注"), Some(""));
        assert_eq!(row.get("总交易单数"), None);
    }
    let last = bill.rows().last().unwrap();
    let expected = "2019-02-19 01:52:32|wxab8acd895ab1638a|1921000401|0||4200000263201902167700134902|\
        autotest_20190219015232_89201|wxab8acb865bb1637e|NATIVE|SUCCESS|OTHERS|CNY|0.03|0.00|0|0|0.00|\
        0.00|||autotest||0.01000|39.00%|0.03|0.00|";
    assert_eq!(last.cells().collect::<Vec<_>>().join("|"), expected);
    assert_eq!(last.get("交易状态"), Some("SUCCESS"));
    assert_eq!(last.get("应结订单金额"), Some("0.03"));

    let totals = bill.totals();
    assert_eq!(
        totals.cells().collect::<Vec<_>>(),
        ["45.0", "0.47", "0.14", "0.0", "0.08", "0.47", "0.14"]
    );
    assert_eq!(totals.columns().count(), 7);
    assert_eq!(totals.get("总交易单数"), Some("45.0"));
    assert_eq!(totals.get("申请退款总金额"), Some("0.14"));
    assert_eq!(totals.get("商户号"), None);
}

#[test]
fn line_ends_and_the_byte_order_mark_do_not_matter() {
    let text = sample();
    let expected = rows(&Bill::read(text.as_bytes()).unwrap());
    let plain = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    for text in [&plain, &plain.replace('\n', "\r\n"), plain.trim_end(), text.trim_end()] {
        let bill = Bill::read(text.as_bytes()).unwrap();
        assert_eq!(rows(&bill), expected);
        assert_eq!(bill.totals().cells().last(), Some("0.14"));
    }
}

#[test]
fn values_hold_commas_back_ticks_and_carriage_returns() {
    let bill = Bill::read(b"a,b\n`1,2,,`\r`,\r\nc\n``\n").unwrap();
    assert_eq!(rows(&bill), [["1,2,", "\r`,"]]);
    assert_eq!(bill.totals().get("c"), Some("`"));
}

#[test]
fn blank_lines_are_passed_over() {
    let text = sample();
    let expected = rows(&Bill::read(text.as_bytes()).unwrap());
    for blank in ["\n", "\r\n", " \t\r\n", "\n\n\n"] {
        let spaced = text.replace('\n', &format!("\n{blank}"));
        let bill = Bill::read(spaced.as_bytes()).unwrap();
        assert_eq!(rows(&bill), expected);
        assert_eq!(bill.totals().cells().last(), Some("0.14"));
    }
    let printed = data::bytes("field_cases/16b-bill-blank-line-before-totals.csv");
    let bill = Bill::read(&printed).unwrap();
    assert_eq!(bill.rows().map(|row| row.get("总金额")).collect::<Vec<_>>(), [Some("0.01")]);
    assert_eq!(bill.totals().get("总交易额"), Some("0.01"));
}

#[test]
fn bills_that_a_program_for_tables_saved_have_no_back_ticks() {
    let saved = data::bytes("field_cases/16f-bill-no-backticks.csv");
    let bill = Bill::read(&saved).unwrap();
    assert_eq!(bill.rows().count(), 1);
    let row = bill.rows().next().unwrap();
    assert_eq!((row.get("总金额"), row.get("费率")), (Some("0.01"), Some("0.60%")));
    assert_eq!(bill.totals().get("手续费总金额"), Some("0"));

    let text = sample();
    let expected = rows(&Bill::read(text.as_bytes()).unwrap());
    let bare = text.replace('`', "");
    assert_eq!(rows(&Bill::read(bare.as_bytes()).unwrap()), expected);
    let empty = Bill::read(b"a,b\nc\n0\n").unwrap();
    assert_eq!((empty.rows().count(), empty.totals().get("c")), (0, Some("0")));
    // A value with a comma cannot be told from two.
    let error = Bill::read(bare.replacen("autotest", "a,b", 1).as_bytes()).unwrap_err();
    assert_eq!(error.kind(), cells(27, 28));
    assert!(error.to_string().contains("; due: 27, found: 28, at byte "), "{error}");
}

#[test]
fn a_day_without_payments() {
    let bill = Bill::read(b"a,b\r\nn,sum\r\n`0,`0.00\r\n").unwrap();
    assert_eq!(bill.rows().count(), 0);
    assert_eq!(bill.totals().get("sum"), Some("0.00"));
}

#[test]
fn every_bill_that_is_cut_short_is_refused_as_truncated() {
    let text = sample();
    // The last line end need not be there, so that more could follow the last value.
    let last_value = text.rfind('`').unwrap() + 1;
    for len in 0..text.len() {
        let result = Bill::read(&text.as_bytes()[..len]);
        if len < last_value {
            let error = result.unwrap_err();
            assert_eq!((error.kind(), error.position()), (Truncated, len));
        } else {
            assert!(result.is_ok());
        }
    }
}

macro_rules! reject {
    ($($name:ident: $document:expr => $kind:expr, at $position:expr;)+) => {
        $(#[test]
        fn $name() {
            let error = Bill::read($document.as_ref()).unwrap_err();
            assert_eq!((error.kind(), error.position()), ($kind, $position));
        })+
    };
}

const fn cells(due: u32, found: u32) -> ErrorKind {
    Cells { due, found }
}

reject! {
    empty: "" => Truncated, at 0;
    xml: "<xml><return_code>FAIL</return_code></xml>" => Bill, at 0;
    xml_in_lines: "<xml>\n<a/>\n</xml>\n" => Bill, at 0;
    xml_behind_mark: "\u{feff}<xml/>" => Bill, at 3;
    gzip: b"\x1f\x8b\x08\x00" => NotUtf8, at 1;
    bad_byte: b"a\n`\xff\nb\n`1\n" => NotUtf8, at 3;
    cut_character: b"a\n`\xe4\xb8" => Truncated, at 5;
    cut_mark: b"\xef\xbb" => Truncated, at 2;
    one_line: "OK" => Truncated, at 2;
    no_names: ",\na\n`1\n" => Bill, at 0;
    empty_name: "a,,b\nc\n`1\n" => Bill, at 0;
    empty_last_name: "a,\nc\n`1\n" => Bill, at 0;
    name_twice: "a,b,a\nc\n`1\n" => Bill, at 0;
    name_with_back_tick: "a,`b\nc\n`1\n" => Bill, at 0;
    too_many_names: (0..65).map(|i| format!("c{i},")).collect::<String>() + "d\nc\n`1\n" => Bill, at 0;
    values_first: "`1\na\n`1\n" => Bill, at 0;
    value_missing: "a,b\n`1\nc\n`1\n" => cells(2, 1), at 4;
    value_too_many: "a,b\n`1,`2\n`1,`2,`3\nc\n`1\n" => cells(2, 3), at 10;
    value_without_back_tick: "a,b\n`1,2\nc\n`1\n" => cells(2, 1), at 4;
    row_without_back_tick: "a,b\n1,2\nc\n`1\n" => Bill, at 8;
    line_end_in_value: "a,b\n`1,`2\n3\nc\n`1\n" => Bill, at 12;
    total_name_twice: "a\n`1\nc,c\n`1,`2\n" => Bill, at 5;
    total_missing: "a\n`1\nc,d\n`1\n" => cells(2, 1), at 9;
    total_missing_at_end: "a\n`1\nc,d\n`1" => Truncated, at 11;
    total_too_many: "a\n`1\nc\n`1,`2\n" => cells(1, 2), at 7;
    totals_missing: "a\n`1\nc\n" => Truncated, at 7;
    text_after_totals: "a\n`1\nc\n`1\nd" => Bill, at 10;
    row_after_totals: "a\n`1\nc\n`1\n`1\n" => Bill, at 10;
    line_of_blanks_and_text: "a\n`1\nc\n`1\n \n x" => Bill, at 12;
    indented_row: "a\n `1\nc\n`1\n" => Bill, at 2;
    bare_value_missing: "a,b\n1,2\n1\nc,d\n1,2\n" => cells(2, 1), at 8;
    bare_value_too_many: "a,b\n1,2\n1,2,3\nc,d\n1,2\n" => cells(2, 3), at 8;
    bare_total_missing: "a,b\n1,2\nc,d\n1\n" => cells(2, 1), at 12;
    bare_totals_missing: "a,b\n1,2\n3,4\n" => Truncated, at 12;
    bare_totals_of_one_name_missing: "a\nb\n" => Truncated, at 4;
    bare_totals_of_one_name_cut: "a\nb" => Truncated, at 3;
    bare_and_ticked: "a,b\n1,2\n`1,`2\nc\n1\n" => Bill, at 14;
}

/// Distinct names, and rows of as many values, so many rows.
fn table(rows: Range<usize>) -> impl Strategy<Value = (Vec<String>, Vec<Vec<String>>)> {
    let names = hash_set("[^,`<\\s\u{feff}]{1,8}", 1..12);
    names.prop_flat_map(move |names| {
        // Anything but line ends, as long as no back-tick follows a comma.
        let value = "`{0,2}(,{0,2}[^,`\r\n]`{0,2}){0,5},{0,2}";
        let row = vec(value, names.len());
        (Just(Vec::from_iter(names)), vec(row, rows.clone()))
    })
}

proptest! {
    #[test]
    fn bills_are_read_as_they_were_written(
        (names, table) in table(0..5),
        (total_names, totals) in table(1..2),
        mark in select(vec!["", "\u{feff}"]),
        end in select(vec!["\n", "\r\n"]),
        ends_late in any::<bool>(),
    ) {
        let line = |row: &Vec<String>| format!("`{}", row.join(",`"));
        let mut lines = vec![names.join(",")];
        lines.extend(table.iter().map(line));
        lines.extend([total_names.join(","), line(&totals[0])]);
        let text = format!("{mark}{}{}", lines.join(end), if ends_late { end } else { "" });

        let bill = Bill::read(text.as_bytes()).unwrap();
        prop_assert_eq!(bill.columns().collect::<Vec<_>>(), names.clone());
        prop_assert_eq!(rows(&bill), table.clone());
        prop_assert_eq!(bill.totals().columns().collect::<Vec<_>>(), total_names);
        prop_assert_eq!(bill.totals().cells().collect::<Vec<_>>(), totals[0].clone());
        for (row, values) in bill.rows().zip(&table) {
            for (name, value) in names.iter().zip(values) {
                prop_assert_eq!(row.get(name), Some(&**value));
            }
        }
    }

    #[test]
    fn any_input_is_read_or_refused(document in vec(any::<u8>(), 0..100), text in "(\u{feff})?[a,`<\r\n\u{4e2d}]{0,40}") {
        for document in [&document[..], text.as_bytes()] {
            match Bill::read(document) {
                Ok(bill) => {
                    let columns = bill.columns().count();
                    prop_assert!(bill.rows().all(|row| row.cells().count() == columns));
                }
                Err(error) => {
                    prop_assert!([41, 42, 70, 71].contains(&error.kind().code()));
                    prop_assert!(error.position() <= document.len());
                }
            }
        }
    }
}
