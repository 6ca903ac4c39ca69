//! Fields that hold the API key are refused before anything is signed.

use proptest::prelude::*;
use wxp_core::{
    Algorithm, Canonical, ContractPage, Error, ErrorKind, Field, JsapiPayment, Key, NativeReply,
    WorkwxRequest, xml,
};

use crate::data::{API_KEY, key, table};

/// The key's place in a value, as it is refused.
fn place(key: &Key, value: &str) -> Option<usize> {
    let pairs = [("z", "1"), ("b", value), ("a", "1")];
    let table = table(&pairs);
    let error = key.sign(&Canonical::of(&table).unwrap()).err()?;
    assert_eq!(error.kind(), ErrorKind::LeakedSecret { field: 1 });
    Some(error.position())
}

fn md5() -> Key {
    key(Algorithm::Md5, API_KEY)
}

#[test]
fn a_value_that_holds_the_key_is_refused() {
    for (before, after) in [
        ("", ""),
        ("appid=wx1&key=", ""),
        ("a=1&key=", "&b=2"),
        ("https://shop.example/?key=", "#"),
        ("{\"key\":\"", "\"}"),
        ("9", "9"),
        ("\u{5bc6}\u{94a5}", "\n"),
        (API_KEY.split_at(31).0, ""),
    ] {
        let value = format!("{before}{API_KEY}{after}");
        for algorithm in [Algorithm::Md5, Algorithm::HmacSha256] {
            assert_eq!(place(&key(algorithm, API_KEY), &value), Some(before.len()), "{value}");
        }
    }
}

/// A simulator's secret can have other characters, at which places are passed over.
#[test]
fn a_value_that_is_another_secret_of_this_length_is_refused() {
    let secret = "a-simulator's secret, 32 bytes..";
    let key = Key::nonstandard(Algorithm::Md5, secret.as_bytes()).unwrap();
    assert_eq!(place(&key, secret), Some(0));
}

#[test]
fn values_without_the_whole_key_are_signed() {
    let (start, end) = API_KEY.split_at(31);
    for value in [
        start.to_owned(),
        format!("{start} {end}"),
        format!("{end}{start}"),
        API_KEY.to_uppercase(),
        format!("x=1&key={}", "0".repeat(32)),
        "0".repeat(64),
    ] {
        assert_eq!(place(&md5(), &value), None, "{value}");
    }
    // What is not sent gives nothing away.
    let table = table(&[("a", "1"), ("sign", API_KEY)]);
    assert_eq!(md5().sign(&Canonical::of(&table).unwrap()).err(), None);
    // A secret of another length can be a part of honest texts.
    let short = Key::nonstandard(Algorithm::Md5, b"a").unwrap();
    assert_eq!(place(&short, "a"), None);
}

#[test]
fn the_key_is_found_in_values_that_were_written_as_markup() {
    let document = format!("<xml><a>x=1&amp;key={API_KEY}</a><b><![CDATA[{API_KEY}]]></b></xml>");
    let mut slots = [Field::EMPTY; 2];
    let fields = xml::read_into(document.as_bytes(), &mut slots).unwrap();
    let refused = |fields| {
        let error = md5().sign(&Canonical::of(fields).unwrap()).unwrap_err();
        (error.kind(), error.position())
    };
    assert_eq!(refused(fields), (ErrorKind::LeakedSecret { field: 0 }, 8));
    assert_eq!(refused(&fields[1..]), (ErrorKind::LeakedSecret { field: 0 }, 0));
}

#[test]
fn second_signatures_refuse_the_key_as_well() {
    let key = md5();
    let refused = |field: usize, error: Error| {
        assert_eq!(error.kind(), ErrorKind::LeakedSecret { field });
    };
    let jsapi = JsapiPayment { appid: "a", prepay_id: "p", nonce: API_KEY, timestamp: 0 };
    refused(1, jsapi.write(&key, &mut [0; 512]).unwrap_err());
    let reply = NativeReply { appid: "a", mch_id: "b", nonce: "c", order: Err(API_KEY) };
    refused(1, reply.write(&key, &mut [0; 512]).unwrap_err());
    let fields = table(&[("contract_display_account", API_KEY)]);
    let fields = Canonical::of(&fields).unwrap();
    refused(0, ContractPage::OfficialAccount.write(&key, &fields, &mut [0; 512]).unwrap_err());
    let request = WorkwxRequest::RedPacket;
    let value = |name| if name == "mch_billno" { API_KEY } else { "1" };
    let fields: Vec<_> = request.signed().iter().map(|name| (*name, value(*name))).collect();
    let fields = table(&fields);
    refused(1, request.sign(&key, &Canonical::of(&fields).unwrap()).unwrap_err());
}

proptest! {
    /// Two letters make most texts near misses.
    #[test]
    fn a_key_is_found_wherever_it_is(secret in "[ab]{32}", before in "[ab ]{0,70}", after in "[ab ]{0,70}") {
        let key = key(Algorithm::Md5, &secret);
        let near = format!("{before}{after}");
        prop_assert_eq!(place(&key, &near), near.find(&secret));
        let value = format!("{before}{secret}{after}");
        prop_assert_eq!(place(&key, &value), value.find(&secret));
    }
}
