//! Lists in flat messages.

use std::collections::BTreeMap;

use proptest::collection::btree_map;
use proptest::prelude::*;
use wxp_core::{Algorithm, Endpoint, Field, Reply, Verdict};

use crate::data::{self, API_KEY, key};
use crate::judging::signed;

/// Calls `check` with the authentic answer to a refund query that has these fields.
fn answer(fields: &BTreeMap<String, String>, check: impl FnOnce(&wxp_core::Message<'_, '_>)) {
    let mut pairs = vec![("return_code", "SUCCESS"), ("result_code", "SUCCESS")];
    pairs.extend(fields.iter().map(|(name, value)| (&**name, &**value)));
    let document = signed(Algorithm::Md5, &pairs);
    let mut slots = [Field::EMPTY; 256];
    let reply = Reply::read(document.as_bytes(), &mut slots).unwrap();
    let endpoint = Endpoint::find("/pay/refundquery").unwrap();
    match reply.judge(&key(Algorithm::Md5, API_KEY), endpoint) {
        Verdict::Unsettled(message) => check(&message),
        other => panic!("{other:?}"),
    }
}

fn collect<'a>(list: impl Iterator<Item = (u16, wxp_core::Value<'a>)>) -> Vec<(u16, String)> {
    list.map(|(n, value)| (n, value.to_string())).collect()
}

proptest! {
    #[test]
    fn lists_come_in_the_order_of_their_numbers(
        outer in btree_map(prop_oneof![0..12_u16, any::<u16>()], "[a-z]{1,3}", 0..12),
        inner in btree_map((0..12_u16, prop_oneof![0..12_u16, any::<u16>()]), "[a-z]{1,3}", 0..12),
        decoys in btree_map("id(_|_x|x_1|_01|_1_|_1_01|_65536|_1_2_3|[A-Z]_1|_-1|_ 1)", "z", 0..5),
    ) {
        let mut fields = BTreeMap::new();
        fields.extend(outer.iter().map(|(n, value)| (format!("id_{n}"), value.clone())));
        fields.extend(inner.iter().map(|((n, m), value)| (format!("id_{n}_{m}"), value.clone())));
        fields.extend(decoys.into_iter().filter(|(name, _)| !name.contains(' ')));
        answer(&fields, |message| {
            let expected: Vec<_> = outer.iter().map(|(n, value)| (*n, value.clone())).collect();
            assert_eq!(collect(message.numbered("id")), expected);
            for n in 0..12 {
                let within = inner.iter().filter(|((outer, _), _)| *outer == n);
                let expected: Vec<_> = within.map(|((_, m), value)| (*m, value.clone())).collect();
                assert_eq!(collect(message.numbered_in("id", n)), expected);
            }
            assert_eq!(message.numbered("i").count(), 0);
            assert_eq!(message.numbered("id_").count(), 0);
        });
    }
}

#[test]
fn empty_values_are_absent() {
    let document = signed(Algorithm::Md5, &[("return_code", "SUCCESS"), ("id_1", "a")]);
    let document = document.replace("</xml>", "<id_0/><id_2></id_2></xml>");
    let mut slots = [Field::EMPTY; 8];
    let reply = Reply::read(document.as_bytes(), &mut slots).unwrap();
    let endpoint = Endpoint::find("/pay/refundquery").unwrap();
    let Verdict::Unsettled(message) = reply.judge(&key(Algorithm::Md5, API_KEY), endpoint) else {
        panic!()
    };
    assert_eq!(collect(message.numbered("id")), [(1, "a".to_owned())]);
}

#[test]
fn a_full_page_of_refunds_is_listed_with_its_coupons() {
    let document = data::bytes("workloads/W4.MD5.xml");
    let mut slots = [Field::EMPTY; 128];
    let reply = Reply::read(&document, &mut slots).unwrap();
    let all = data::pairs(reply.unverified());
    let endpoint = Endpoint::find("/pay/refundquery").unwrap();
    let Verdict::Succeeded(answer) = reply.judge(&key(Algorithm::Md5, API_KEY), endpoint) else {
        panic!()
    };
    let named = |prefix: &str, underscores: usize| {
        let fits = |name: &str| {
            let suffix = name.strip_prefix(prefix).unwrap_or("");
            suffix.matches('_').count() == underscores
                && suffix.bytes().all(|byte| byte == b'_' || byte.is_ascii_digit())
        };
        all.iter().filter(|(name, _)| fits(name)).count()
    };
    for name in ["refund_id", "refund_fee", "refund_status", "out_refund_no"] {
        let listed = collect(answer.numbered(name));
        assert!(listed.iter().map(|(n, _)| *n).eq(0..u16::try_from(named(name, 1)).unwrap()));
        assert!(listed.len() > 1, "{name}");
    }
    let coupons: usize = (0..10).map(|n| answer.numbered_in("coupon_refund_id", n).count()).sum();
    assert_eq!(coupons, named("coupon_refund_id", 2));
    assert!(coupons > 0);
}
