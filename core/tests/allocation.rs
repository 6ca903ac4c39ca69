//! Nothing is allocated on the way out or in.

#![allow(clippy::unwrap_used)]

use core::hint::black_box;

use wxp_core::{Algorithm, Canonical, Field, Key, Reply, Verdict, xml};

const KEY: &[u8; 32] = b"192006250b4c09247ec02edce69f6a2d";
const NOTICE: &[u8] = include_bytes!("data/workloads/W3.HMAC.xml");
const ATTACK: &[u8] = include_bytes!("data/samples/bad_billion_laughs.xml");

fn out_and_in() {
    let key = Key::new(Algorithm::HmacSha256, KEY).unwrap();
    let table = [Field::new("total_fee", "100").unwrap(), Field::new("body", "a & b").unwrap()];
    let order = Canonical::of(&table).unwrap();
    let mut out = [0; 512];
    let document = xml::write(&order, &key.sign(&order), &mut out).unwrap();
    let mut slots = [Field::EMPTY; 64];
    let fields = xml::read_into(document.as_bytes(), &mut slots).unwrap();
    key.verify(&Canonical::of(fields).unwrap()).unwrap();

    let mut slots = [Field::EMPTY; 64];
    let verdict = Reply::read(NOTICE, &mut slots).unwrap().judge(&key);
    assert!(matches!(verdict, Verdict::Succeeded(notice) if notice.get("total_fee").is_some()));
    let mut slots = [Field::EMPTY; 64];
    assert!(Reply::read(ATTACK, &mut slots).is_err());
}

#[test]
fn signing_writing_reading_verifying_and_judging_allocate_nothing() {
    let counted = allocation_counter::measure(out_and_in);
    assert_eq!(counted.count_total, 0);
}

#[test]
fn the_counter_counts() {
    let counted = allocation_counter::measure(|| drop(black_box(Box::new(1))));
    assert_eq!(counted.count_total, 1);
}
