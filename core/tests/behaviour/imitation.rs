//! A text must not become fields, in what is signed for a customer to see and in what is received.

use wxp_core::{
    Algorithm, Canonical, ContractPage, ErrorKind, Field, Notice, Reply, Source, Verdict,
};

use crate::data::{API_KEY, key, table};
use crate::judging::{signed, summary};
use crate::kinds;

const TAKEN: (&str, &str) = ("return_code", "SUCCESS");
const DONE: (&str, &str) = ("result_code", "SUCCESS");

/// The verdict on a whole notice that also has this field.
fn with(notice: Notice, name: &str, value: &str) -> String {
    let mut pairs = vec![TAKEN, DONE];
    pairs.push((name, value));
    kinds::complete(notice.into(), &mut pairs);
    summary(signed(Algorithm::Md5, &pairs).as_bytes(), Algorithm::Md5, notice)
}

#[test]
fn free_text_may_look_like_fields_that_mean_nothing() {
    let paid = |name, value| with(Notice::Payment, name, value);
    for name in ["attach", "detail", "promotion_detail", "err_code_des", "trade_state_desc"] {
        for value in ["uid=5&type=vip", "a&b", "&", "&=", "&1a=", "https://x.example/?a=1&b=2"] {
            assert_eq!(paid(name, value), "Succeeded", "{name}={value}");
        }
    }
    // Nothing before it is a customer's, so that it was signed as it is.
    assert_eq!(paid("attach", "x&out_trade_no=2&total_fee=9900"), "Succeeded");
    assert_eq!(paid("attach", "x&zz="), "Succeeded");
    // Other free text does not hold what the message itself is made of.
    for value in ["x&out_trade_no=2", "&bank_type=CFT&mch_id=1", "x&total_fee=1", "&nonce_str="] {
        for name in ["detail", "promotion_detail", "err_code_des"] {
            assert_eq!(paid(name, value), "Untrusted Ambiguous", "{name}={value}");
        }
    }
}

#[test]
fn any_other_field_that_imitates_one_is_ambiguous() {
    for notice in Notice::ALL.into_iter().filter(|notice| *notice != Notice::Refund) {
        for name in ["appid", "openid", "zz", "contract_display_account", "device", "time_end"] {
            let verdict = with(notice, name, "x&type=vip");
            assert_eq!(verdict, "Untrusted Ambiguous", "{notice:?} {name}");
            assert_ne!(with(notice, name, "x=1&"), "Untrusted Ambiguous", "{notice:?} {name}");
        }
    }
}

#[test]
fn the_field_is_named_by_its_index() {
    let pairs = [("zz", "a&b=1"), TAKEN, DONE, ("attach", "a&b=1")];
    let sign = crate::oracle::sign(Algorithm::Md5, API_KEY, &pairs);
    let mut table = table(&pairs);
    table.push(Field::new("sign", &sign).unwrap());
    let fields = Canonical::of(&table).unwrap();
    let judgment = key(Algorithm::Md5, API_KEY).judge(&fields, Source::from(Notice::Payment));
    let wxp_core::Trust::Untrusted(error) = judgment.trust else { panic!("{judgment:?}") };
    assert_eq!((error.kind(), error.position()), (ErrorKind::Ambiguous, 0));
    let text = "authentic, but ambiguous: a value imitates a field, at index 0";
    assert_eq!(error.to_string(), text);
}

/// The fields of a contract page with this account's name.
fn page(account: &str) -> [(&str, &str); 4] {
    [
        ("appid", "wxd930ea5d5a258f4f"),
        ("contract_display_account", account),
        ("mch_id", "10000100"),
        ("notify_url", "https://shop.example/contract"),
    ]
}

/// The address of a contract page, of which the customer chose the account's name.
fn contract_page(account: &str) -> Result<String, wxp_core::Error> {
    let pairs = page(account);
    let table = table(&pairs);
    let mut out = [0; 1024];
    let fields = Canonical::of(&table).unwrap();
    let key = key(Algorithm::Md5, API_KEY);
    ContractPage::OfficialAccount.write(&key, &fields, &mut out).map(str::to_owned)
}

#[test]
fn a_name_on_a_contract_page_cannot_become_a_payment_notice() {
    let paid = "x&fee_type=CNY&mch_id=10000100&out_trade_no=20260101001&result_code=SUCCESS\
                &return_code=SUCCESS&total_fee=9900&transaction_id=1&zz=";
    let error = contract_page(paid).unwrap_err();
    assert_eq!((error.kind(), error.position()), (ErrorKind::Imitation, 1));
    assert!(contract_page("Tea & rice").is_ok());

    // Had it been signed, whoever splits the address anew has an authentic notice of a payment...
    let rest = "&mch_id=10000100&notify_url=https://shop.example/contract";
    let text = format!("appid=wxd930ea5d5a258f4f&contract_display_account={paid}{rest}");
    let forged: Vec<(&str, &str)> = text
        .strip_suffix(rest)
        .unwrap()
        .split('&')
        .map(|pair| pair.split_once('=').unwrap())
        .map(|(name, value)| if name == "zz" { (name, rest) } else { (name, value) })
        .collect();
    let document = signed(Algorithm::Md5, &forged);
    let signature = crate::oracle::sign(Algorithm::Md5, API_KEY, &page(paid));
    assert!(document.contains(&signature), "{document}");
    // ... in which one field has to swallow the rest, and is none that holds free text.
    let verdict = summary(document.as_bytes(), Algorithm::Md5, Notice::Payment);
    assert_eq!(verdict, "Untrusted Ambiguous");
}

#[test]
fn a_message_with_another_root_is_refused() {
    let right = signed(Algorithm::Md5, &[TAKEN, DONE, ("attach", "a")]);
    let other = right.replace("xml>", "root>");
    let mut slots = [Field::EMPTY; 8];
    let error = Reply::read(other.as_bytes(), &mut slots).unwrap_err();
    assert_eq!((error.kind(), error.position()), (ErrorKind::Root, 1));
    assert_eq!(error.to_string(), "a root element with another name than xml, at byte 1");
    let error = Reply::read_nested(other.as_bytes(), &mut slots).unwrap_err();
    assert_eq!((error.kind(), error.position()), (ErrorKind::Root, 1));
    for (root, position) in [("<XML/>", 1), ("\u{feff} <a/>", 5), ("<xmls></xmls>", 1)] {
        let error = Reply::read(root.as_bytes(), &mut slots).unwrap_err();
        assert_eq!((error.kind(), error.position()), (ErrorKind::Root, position), "{root}");
    }
    // What is wrong before the root comes first, and reading alone takes any.
    let error = Reply::read(b"<!DOCTYPE a><a/>", &mut slots).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Doctype);
    assert!(wxp_core::xml::read_into(other.as_bytes(), &mut slots).is_ok());
    assert!(wxp_core::xml::read_rooted_into(other.as_bytes(), "root", &mut slots).is_ok());
}

/// The differences that comparing finds, as text; `None` if there is none.
fn difference(message: &[(&str, &str)], records: &[(&str, &str)]) -> Option<String> {
    let mut pairs = vec![TAKEN, DONE];
    pairs.extend(message);
    kinds::complete(Notice::Payment.into(), &mut pairs);
    let document = signed(Algorithm::Md5, &pairs);
    let mut slots = [Field::EMPTY; 16];
    let reply = Reply::read(document.as_bytes(), &mut slots).unwrap();
    let key = key(Algorithm::Md5, API_KEY);
    let Verdict::Succeeded(notice) = reply.judge(&key, Notice::Payment) else { panic!() };
    let (fields, records) = (Canonical::of(notice.fields()).unwrap(), table(records));
    let text = |difference: wxp_core::Difference<'_, '_>| difference.to_string();
    let found = notice.expect(&records[..]).err().map(text);
    assert_eq!(fields.expect(&records[..]).err().map(text), found);
    found
}

#[test]
fn a_message_is_compared_with_the_records() {
    let order = [("out_trade_no", "7"), ("total_fee", "100"), ("mch_id", "1900000109")];
    let with = |more: (&'static str, &'static str)| [&order[..], &[more]].concat();
    let says = |text: &str| Some(text.to_owned());
    assert_eq!(difference(&order, &order), None);
    for (records, text) in [
        (("out_trade_no", "8"), "out_trade_no is 7, not 8"),
        (("total_fee", "1"), "total_fee is 100, not 1"),
        (("total_fee", "0100"), "total_fee is 100, not 0100"),
        (("appid", "wx1"), "appid is missing, not wx1"),
        (("mch_id", ""), "mch_id is 1900000109, and should be missing"),
    ] {
        assert_eq!(difference(&order, &[records]), says(text), "{records:?}");
        let same = difference(&order, &[&order[..1], &[("device_info", "")], &[records]].concat());
        assert_eq!(same, says(text).filter(|_| records.0 != "out_trade_no").or(says(text)));
    }
    assert_eq!(difference(&order, &[("sub_mch_id", "")]), None);
    // The currency belongs to the amount.
    let yen = with(("fee_type", "JPY"));
    assert_eq!(difference(&yen, &order), says("fee_type is JPY, not CNY"));
    assert_eq!(difference(&yen, &order[..1]), None);
    assert_eq!(difference(&yen, &yen), None);
    assert_eq!(difference(&order, &yen), says("fee_type is missing, not JPY"));
    assert_eq!(difference(&with(("fee_type", "CNY")), &order), None);
    assert_eq!(difference(&order, &with(("fee_type", "CNY"))), None);
    assert_eq!(difference(&order, &with(("fee_type", ""))), None);
    // To compare with nothing is no comparison.
    let nothing = "nothing was expected, so nothing was compared";
    assert_eq!(difference(&order, &[]), says(nothing));
}

#[test]
fn values_are_equal_however_they_are_written() {
    let document = b"<xml><a>x&amp;y</a><b>x<![CDATA[&]]>y</b><c>x&amp;z</c><d>x</d></xml>";
    let mut slots = [Field::EMPTY; 4];
    let fields = wxp_core::xml::read_into(document, &mut slots).unwrap();
    let [a, b, c, d] = [0, 1, 2, 3].map(|index| fields[index].value());
    let text = "x&y".to_owned();
    assert_eq!((a, b), (b, a));
    for (one, other) in [(a, c), (c, b), (a, d), (d, a)] {
        assert_ne!(one, other);
    }
    assert!(a == wxp_core::Value::new(&text) && wxp_core::Value::new(&text) == b);
}
