//! No call of the core allocates memory.

#![allow(clippy::panic, clippy::unwrap_used)]

use core::fmt::{self, Write};
use core::hint::black_box;

#[cfg(feature = "refund")]
use wxp_core::UnconfirmedRefund;
use wxp_core::body::{self, Layer, WebPage};
use wxp_core::quickpay::{Event, QuickPay, Step, Timing};
use wxp_core::{
    Algorithm, AppPayment, Bill, Body, BusinessCategory, Canonical, ContractPage, Currency,
    Endpoint, Explanation, Field, JsapiPayment, Key, Language, MiniProgramRedPacket, NativeCode,
    NativeReply, Notice, Reply, Runtime, SecondSignature, Value, Verdict, WorkwxRequest,
    check_notify_url, check_request, explain, explain_second, xml,
};

const KEY: &[u8; 32] = b"192006250b4c09247ec02edce69f6a2d";
const NOTICE: &[u8] = include_bytes!("data/workloads/W3.HMAC.xml");
const REFUNDS: &[u8] = include_bytes!("data/workloads/W4.HMAC.xml");
const PACKET: &[u8] = include_bytes!("data/samples/rsp_sendredpack_fail.xml");
const NESTED: &[u8] = include_bytes!("data/samples/rsp_gethbinfo_nested.xml");
const BILL: &[u8] = include_bytes!("data/samples/bill_all.csv");
const LOG: &[u8] = include_bytes!("data/field_cases/01-json-escaped-log.txt");
const PAYLOAD: &[u8] = include_bytes!("data/field_cases/14d-jsapi-paySign-right.json");
const ATTACK: &[u8] = include_bytes!("data/samples/bad_billion_laughs.xml");

fn out_and_in() {
    let key = Key::new(Algorithm::HmacSha256, KEY).unwrap();
    let table = [Field::new("total_fee", "100").unwrap(), Field::new("body", "a & b").unwrap()];
    let order = Canonical::of(&table).unwrap();
    let mut out = [0; 512];
    let document = xml::write(&order, &key.sign(&order).unwrap(), &mut out).unwrap();
    let mut slots = [Field::EMPTY; 64];
    let fields = xml::read_into(document.as_bytes(), &mut slots).unwrap();
    key.verify(&Canonical::of(fields).unwrap()).unwrap();

    let mut slots = [Field::EMPTY; 64];
    let verdict = Reply::read(NOTICE, &mut slots).unwrap().judge(&key, Notice::Payment);
    assert!(matches!(verdict, Verdict::Succeeded(notice) if notice.get("total_fee").is_some()));
    let mut slots = [Field::EMPTY; 64];
    assert!(Reply::read(ATTACK, &mut slots).is_err());
}

fn judging_at_endpoints() {
    let key = Key::new(Algorithm::HmacSha256, KEY).unwrap();
    let mut slots = [Field::EMPTY; 128];
    let endpoint = Endpoint::find("https://api.mch.weixin.qq.com/pay/refundquery").unwrap();
    let verdict = Reply::read(REFUNDS, &mut slots).unwrap().judge(&key, endpoint);
    let (Verdict::Succeeded(answer) | Verdict::Unsettled(answer)) = verdict else { panic!() };
    assert!(answer.numbered("refund_id").count() > 1);
    assert!(answer.numbered_in("coupon_refund_id", 0).count() > 0);

    let mut slots = [Field::EMPTY; 64];
    let endpoint = Endpoint::find("/mmpaymkttransfers/sendredpack").unwrap();
    let verdict = Reply::read(PACKET, &mut slots).unwrap().judge(&key, endpoint);
    let Verdict::Unvouched(answer) = verdict else { panic!() };
    assert!(answer.advice().is_some_and(|advice| !advice.text(Language::English).is_empty()));
}

/// Counts the bytes of what is written.
#[derive(Default)]
struct Sentence(usize);

impl Write for Sentence {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.saturating_add(text.len());
        Ok(())
    }
}

fn facts() {
    assert_eq!(Body::of(NOTICE), Body::Xml);
    assert!(BusinessCategory::find(485).is_some());
    assert_eq!(Runtime::Php.files().len(), 2);
    assert_eq!(Currency::find("EUR").unwrap().parse_decimal("-1.50"), Some(-150));
    assert!(check_notify_url("https://shop.example/paid").is_ok());
    let table = [Field::new("out_trade_no", "123456789012345678901234567890123").unwrap()];
    let endpoint = Endpoint::find("/pay/micropay").unwrap();
    let mut findings = check_request(endpoint, Algorithm::HmacSha256, &table[..]);
    assert!(findings.any(|finding| finding.limit() == Some(32)));
    for finding in check_request(endpoint, Algorithm::HmacSha256, &table[..]) {
        let mut sentence = Sentence::default();
        write!(sentence, "{finding}, {}", finding.in_language(Language::Chinese)).unwrap();
        assert!(finding.field.len() < sentence.0);
    }
}

fn in_other_forms() {
    let mut slots = [Field::EMPTY; 64];
    let (fields, has_groups) = xml::read_nested_into(NESTED, &mut slots).unwrap();
    assert!(fields.len() == 14 && has_groups);
    let mut records = xml::records(NESTED);
    let record = records.next_into(&mut slots).unwrap().unwrap();
    assert!(record.get("amount").unwrap() == "100");
    assert!(records.next_into(&mut slots).unwrap().is_none());

    let bill = Bill::read(BILL).unwrap();
    assert!(bill.rows().all(|row| row.get("货币种类") == Some("CNY")));
    assert_eq!(bill.totals().get("订单总金额"), Some("0.47"));
}

fn in_hand() {
    let mut out = [0; 2048];
    assert_eq!(body::undo(LOG, &mut out).unwrap().unwrap().layer, Layer::Escapes);
    let mut slots = [Field::EMPTY; 16];
    assert_eq!(body::read_list(PAYLOAD, &mut out, &mut slots).unwrap().fields.len(), 6);
    assert_eq!(WebPage::of(LOG), None);
}

fn explaining() {
    let key = Key::new(Algorithm::HmacSha256, KEY).unwrap();
    let mut slots = [Field::EMPTY; 128];
    let fields = Canonical::of(xml::read_into(REFUNDS, &mut slots).unwrap()).unwrap();
    let offered = Value::new("00000000000000000000000000000000000000000000000000000000000000FF");
    assert_eq!(explain(&key, &fields, offered), Explanation::Unknown);
    assert_eq!(explain(&key, &fields, fields.get("sign").unwrap()), Explanation::Right);
}

fn second_signatures() {
    let key = Key::new(Algorithm::Md5, KEY).unwrap();
    let (appid, mch_id, nonce, timestamp) = ("wx1", "100", "5K8264", 1_414_561_699);
    let mut out = [0; 512];
    let payment = JsapiPayment { appid, prepay_id: "wx2", nonce, timestamp };
    assert!(payment.write(&key, &mut out).is_ok());
    let payment = AppPayment { appid, mch_id, prepay_id: "wx2", nonce, timestamp };
    assert!(payment.write(&key, &mut out).is_ok());
    let packet = MiniProgramRedPacket { appid, package: "a=\u{8336}", nonce, timestamp };
    assert!(packet.write(&key, &mut out).is_ok());
    let code = NativeCode { appid, mch_id, product_id: "\u{8336}", nonce, timestamp };
    assert!(code.write(&key, &mut out).is_ok());
    let reply = NativeReply { appid, mch_id, nonce, order: Err("sold out") };
    assert!(reply.write(&key, &mut out).is_ok());
    let table = [Field::new("b", "2").unwrap(), Field::new("a", "1").unwrap()];
    let fields = Canonical::of(&table).unwrap();
    assert!(ContractPage::OfficialAccount.write(&key, &fields, &mut out).is_ok());
    let table = [
        Field::new("package", "wx2").unwrap(),
        Field::new("appId", "wx1").unwrap(),
        Field::new("nonceStr", "5K8264").unwrap(),
        Field::new("timeStamp", "1414561699").unwrap(),
    ];
    let second = SecondSignature::of(&table[..]).unwrap();
    let offered = Value::new("000000000000000000000000000000FF");
    let explanation = explain_second(&key, second, &table[..], offered);
    assert_eq!(explanation, Explanation::Unknown);
    let request = WorkwxRequest::RedPacket;
    assert!(request.sign(&key, &fields).is_err());
}

#[cfg(feature = "refund")]
fn opening() {
    let key = Key::nonstandard(Algorithm::Md5, b"leadingzero66").unwrap();
    let req_info = Value::new(
        "CS82oX7uIFcUWqUFsYbAq9sYcSQ9pG0xJT3SWbTUsPi3kuk1BTEB2ucxcbPyEDEeujaYe72MDgRs167OCSgSSA==",
    );
    let mut out = [0; 128];
    let refund = UnconfirmedRefund::open(&key, req_info, &mut out).unwrap();
    assert!(refund.read(&mut [Field::EMPTY; 4]).is_ok());
}

#[test]
fn second_signatures_allocate_nothing() {
    let counted = allocation_counter::measure(second_signatures);
    assert_eq!(counted.count_total, 0);
}

#[test]
#[cfg(feature = "refund")]
fn opening_a_refund_notice_allocates_nothing() {
    let counted = allocation_counter::measure(opening);
    assert_eq!(counted.count_total, 0);
}

#[test]
fn signing_writing_reading_verifying_and_judging_allocate_nothing() {
    let counted = allocation_counter::measure(out_and_in);
    assert_eq!(counted.count_total, 0);
    let counted = allocation_counter::measure(judging_at_endpoints);
    assert_eq!(counted.count_total, 0);
}

#[test]
fn looking_facts_up_and_checking_allocate_nothing() {
    let counted = allocation_counter::measure(facts);
    assert_eq!(counted.count_total, 0);
}

#[test]
fn reading_nested_documents_and_bills_allocates_nothing() {
    let counted = allocation_counter::measure(in_other_forms);
    assert_eq!(counted.count_total, 0);
}

#[test]
fn undoing_layers_and_reading_lists_allocates_nothing() {
    let counted = allocation_counter::measure(in_hand);
    assert_eq!(counted.count_total, 0);
}

#[test]
fn a_quick_payment_allocates_nothing() {
    let counted = allocation_counter::measure(|| {
        let mut payment = QuickPay::new(Timing::default());
        while !matches!(payment.step(), Step::Finished(_)) {
            payment = QuickPay::resume(&payment.to_bytes(), Timing::default()).unwrap();
            match payment.step() {
                Step::Wait(seconds) => payment.next(Event::Waited, seconds),
                _ => payment.next(Event::NoAnswer, 5),
            };
        }
    });
    assert_eq!(counted.count_total, 0);
}

#[test]
fn explaining_a_signature_allocates_nothing() {
    let counted = allocation_counter::measure(explaining);
    assert_eq!(counted.count_total, 0);
}

#[test]
fn the_counter_counts() {
    let counted = allocation_counter::measure(|| drop(black_box(Box::new(1))));
    assert_eq!(counted.count_total, 1);
}
