//! What the feature `alloc` adds: requests as strings, and messages that own their text.

use wxp_core::{
    Algorithm, Canonical, Endpoint, ErrorKind, Field, Fields, Key, Message, Notice, OwnedMessage,
    Reply, Unvouched, Value, Verdict, Verified, xml,
};

use crate::data::{API_KEY, bytes, field, key, pairs};

fn pairs_of(table: &impl Fields) -> Vec<(String, String)> {
    let fields: Vec<_> = (0..table.len()).map(|index| table.at(index).unwrap()).collect();
    assert!(table.at(fields.len()).is_none() && table.at(usize::MAX).is_none());
    pairs(&fields)
}

/// A message that has left the function that read it.
fn judged(key: &Key, document: &[u8]) -> Verified<OwnedMessage> {
    let mut slots = [Field::EMPTY; 64];
    let Verdict::Succeeded(notice) =
        Reply::read(document, &mut slots).unwrap().judge(key, Notice::Payment)
    else {
        panic!("authentic");
    };
    notice.into_owned()
}

/// Everything that an owned message says, beside what the borrowed one says.
fn same(owned: &OwnedMessage, message: &Message<'_, '_>) {
    assert_eq!(pairs_of(owned), pairs(message.fields()));
    assert_eq!(owned.judgment(), message.judgment());
    for name in message.fields().iter().map(Field::name).chain(["", "no_such_field"]) {
        assert_eq!(owned.get(name), message.get(name), "{name}");
    }
}

#[test]
fn a_request_is_the_document_that_is_written_into_a_buffer() {
    for algorithm in [Algorithm::Md5, Algorithm::HmacSha256] {
        let key = key(algorithm, API_KEY);
        let table = [field("total_fee", "100"), field("body", "salt & \r<茶>"), field("empty", "")];
        let order = Canonical::of(&table).unwrap();
        let mut out = [0; 512];
        let document = xml::write(&order, &key.sign(&order).unwrap(), &mut out).unwrap();
        assert_eq!(key.request(&table).unwrap(), document);
        assert_eq!(key.request(&table[..]).unwrap(), document);
    }
}

#[test]
fn a_request_is_refused_as_one_in_a_buffer_is() {
    let key = key(Algorithm::Md5, API_KEY);
    for (table, kind, position) in [
        ([field("a", "1"), field("a", "2")], ErrorKind::DuplicateField, 1),
        ([field("a", "1"), field("b", API_KEY)], ErrorKind::LeakedSecret { field: 1 }, 0),
        ([field("a", "1"), field("b", "x\u{1F375}")], ErrorKind::Character { field: 1 }, 1),
    ] {
        let error = key.request(&table).unwrap_err();
        assert_eq!((error.kind(), error.position()), (kind, position));
    }
}

#[test]
fn a_value_becomes_a_string_however_it_was_written() {
    let document = "<xml><a>plain</a><b>a &amp; b</b><c><![CDATA[x]]>y\r\n</c><d></d></xml>";
    let values = xml::read(document.as_bytes()).map(|field| String::from(field.unwrap().value()));
    assert_eq!(values.collect::<Vec<_>>(), ["plain", "a & b", "xy\n", ""]);
    assert_eq!(String::from(Value::new("茶")), "茶");
}

#[test]
fn an_owned_notice_says_what_the_borrowed_one_says() {
    let key = key(Algorithm::HmacSha256, API_KEY);
    let document = bytes("workloads/W3.HMAC.xml");
    let owned = judged(&key, &document);
    let mut slots = [Field::EMPTY; 64];
    let reply = Reply::read(&document, &mut slots).unwrap();
    let Verdict::Succeeded(notice) = reply.judge(&key, Notice::Payment) else { panic!() };
    same(&owned, &notice);
    assert!(owned.len() > 10);
    // The signature is among the fields, and it still is that of all others.
    key.verify(&Canonical::over(&*owned).unwrap()).unwrap();

    let records = [field("out_trade_no", "1409811653"), field("total_fee", "100")];
    assert!(owned.expect(&records).is_ok());
    let less = [field("total_fee", "1")];
    let difference = owned.expect(&less).unwrap_err();
    assert_eq!(difference.to_string(), "total_fee is 100, not 1");
    assert!(owned.expect(&[]).is_err());
}

#[test]
fn values_are_owned_as_they_were_signed() {
    let key = key(Algorithm::Md5, API_KEY);
    let table = [
        field("attach", "a & <b>"),
        field("out_trade_no", "1"),
        field("result_code", "SUCCESS"),
        field("return_code", "SUCCESS"),
        field("total_fee", "1"),
        field("transaction_id", "2"),
    ];
    // A field that is there and empty, and values with entities.
    let document = key.request(&table).unwrap().replace("</xml>", "<bank_type/></xml>");
    let owned = judged(&key, document.as_bytes());
    assert_eq!(owned.get("attach").unwrap().as_str(), Some("a & <b>"));
    assert_eq!(owned.get("bank_type"), None);
    assert!(pairs_of(&*owned).contains(&("bank_type".into(), String::new())));
    // The copy is wiped when it is dropped, and the message stays.
    drop(owned.clone());
    assert_eq!(owned.get("transaction_id").unwrap(), "2");
}

#[test]
fn what_nobody_vouches_for_stays_a_type_of_its_own() {
    fn answer(key: &Key, document: &[u8]) -> Unvouched<OwnedMessage> {
        let mut slots = [Field::EMPTY; 64];
        let endpoint = Endpoint::find("/mmpaymkttransfers/sendredpack").unwrap();
        let reply = Reply::read(document, &mut slots).unwrap();
        let Verdict::Unvouched(answer) = reply.judge(key, endpoint) else { panic!() };
        let owned = answer.into_owned();
        same(&owned, &answer);
        owned
    }
    let key = key(Algorithm::Md5, API_KEY);
    let owned = answer(&key, &bytes("samples/rsp_sendredpack_fail.xml"));
    assert!(owned.get("err_code").is_some());
}

/// It is sent to other threads, and its debug text is that of its fields.
#[test]
fn an_owned_message_goes_anywhere() {
    let key = key(Algorithm::HmacSha256, API_KEY);
    let owned = judged(&key, &bytes("workloads/W3.HMAC.xml"));
    let text = std::thread::spawn(move || format!("{owned:?}")).join().unwrap();
    assert!(text.contains("\"transaction_id\": \"1004400740201409030005092168\""), "{text}");
    assert!(text.contains("Verified") && !text.contains(API_KEY), "{text}");
}
