//! Bills as tables and JSON, whatever printing and spreadsheets made of them.

use std::io::Read;

use flate2::Compression;
use flate2::read::GzEncoder;

use super::*;

const BILL: &str = "\u{feff}交易时间,商户订单号,应结订单金额,退款金额,手续费\r\n\
    `2019-02-19 01:52:32,`a,`0.03,`0.00,`0.01000\r\n\
    `2019-02-19 01:52:33,`b,`1.00,`0.00,`-0.00500\r\n\
    `2019-02-19 05:01:46,`a,`0.00,`0.03,`0.00000\r\n\
    总交易单数,应结订单总金额,退款总金额,手续费总金额\r\n\
    `3.0,`1.03,`0.03,`0.005\r\n";

fn bill(arguments: &[&str], input: &[u8]) -> (i32, String, String) {
    call(None, &[&["bill"], arguments].concat(), input)
}

fn report(input: &[u8]) -> (i32, serde_json::Value) {
    let (status, out, err) = bill(&["--json"], input);
    assert_eq!(err, "");
    (status, serde_json::from_str(&out).unwrap())
}

#[test]
fn rows_and_totals_are_printed_and_checked() {
    let (status, out, err) = bill(&[], BILL.as_bytes());
    assert_eq!((status, &*err), (0, ""));
    let lines: Vec<_> = out.lines().collect();
    assert!(lines[0].starts_with("交易时间             商户订单号  "), "{out}");
    assert!(lines[1].starts_with("2019-02-19 01:52:32  a           0.03"), "{out}");
    assert_eq!(out.matches("(the rows agree)").count(), 4, "{out}");

    let (status, report) = report(BILL.as_bytes());
    assert_eq!(status, 0);
    assert_eq!(report["rows"].as_array().unwrap().len(), 3);
    assert_eq!(report["rows"][1]["手续费"], "-0.00500");
    assert_eq!(report["totals"]["总交易单数"], "3.0");
    assert_eq!(report["checks"][3]["rows"], "0.005");
    assert!(report["undone"].is_null());
}

#[test]
fn a_missing_row_is_noticed_by_the_totals() {
    let short = BILL.replace("`2019-02-19 01:52:33,`b,`1.00,`0.00,`-0.00500\r\n", "");
    let (status, out, _) = bill(&[], short.as_bytes());
    assert_eq!(status, 1);
    assert!(out.contains("总交易单数  3.0  (the rows say 2:"), "{out}");
    assert!(out.contains("退款总金额  0.03  (the rows agree)"), "{out}");
    let (status, report) = report(short.as_bytes());
    assert_eq!((status, &report["checks"][1]["agrees"]), (1, &false.into()));
}

#[test]
fn movements_of_funds_are_checked_by_their_way() {
    let funds = "记账时间,收支类型,收支金额(元)\n`1,`收入,`2.50\n`2,`支出,`0.30\n`3,`收入,`1\n\
        资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额\n`3,`2,`3.50,`1,`0.30\n";
    let (status, report) = report(funds.as_bytes());
    assert_eq!((status, report["checks"].as_array().unwrap().len()), (0, 5), "{report}");
}

#[test]
fn what_printing_and_spreadsheets_do_is_undone_and_said() {
    let zipped = |text: &str| {
        let mut bytes = Vec::new();
        GzEncoder::new(text.as_bytes(), Compression::fast()).read_to_end(&mut bytes).unwrap();
        bytes
    };
    let blank = BILL.replace("\r\n", "\r\n\r\n");
    let bare = BILL.replace('`', "");
    // Lines are as long as the first one.
    let rectangle =
        bare.replace("手续费总金额\r", "手续费总金额,\r").replace("0.005\r", "0.005,\r");
    for (kind, input) in [
        ("gzip", zipped(BILL)),
        ("blank-lines", blank.into_bytes()),
        ("back-ticks", bare.clone().into_bytes()),
        ("back-ticks", rectangle.into_bytes()),
        ("blank-lines", zipped(&bare.replace("总交易", "\r\n总交易"))),
    ] {
        let (status, report) = report(&input);
        assert_eq!(status, 0, "{kind}: {report}");
        assert_eq!(report["rows"].as_array().unwrap().len(), 3);
        let undone = report["undone"].as_array().unwrap();
        assert!(undone.iter().any(|one| one["kind"] == kind), "{kind}: {report}");
    }
}

#[test]
fn lines_that_do_not_fit_are_named_with_how_many_cells_were_due() {
    let bare = BILL.replace('`', "");
    let refusal =
        "<xml><return_code>FAIL</return_code><return_msg>No Bill Exist</return_msg></xml>";
    for (input, text) in [
        (BILL.replace("`b,", ""), "line 3: 5 cells due, 4 found: `2019-02-19 01:52:33,`1.00"),
        (bare.replace(",b,", ",b,c,"), "line 3: 5 cells due, 6 found: 2019-02-19 01:52:33,b,c"),
        (BILL.replace("`3.0,", "\n\n`3.0,`1,"), "line 8: 4 cells due, 5 found"),
        (bare.replace("3.0,", "3.0,1,"), "line 6: 4 cells due, 5 found"),
        (refusal.to_owned(), "the gateway refused the call: \"No Bill Exist\""),
        (BILL.split_at(300).0.to_owned(), "line "),
        (String::new(), "line 1: "),
    ] {
        let (status, out, err) = bill(&[], input.as_bytes());
        assert_eq!((status, &*out), (1, ""), "{err}");
        assert!(err.contains(text), "{err}");
    }
    let (status, _, err) = bill(&[], b"\x1f\x8b\x08\x00");
    assert!(status == 1 && err.contains("gzip"), "{err}");
    let (status, _, err) = bill(&[], b"\xbd\xbb\xd2\xd7");
    assert!(status == 1 && err.contains("GBK"), "{err}");
}
