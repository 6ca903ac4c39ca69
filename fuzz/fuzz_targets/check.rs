//! Checking requests: every finding names a place that there is, and mending what is found leaves
//! less to find.

#![no_main]

use libfuzzer_sys::arbitrary::{Result, Unstructured};
use libfuzzer_sys::fuzz_target;
use wxp_core::{Algorithm, Endpoint, Finding, FindingKind, Language, check_request, limit_of};
use wxp_fuzz::{Pair, input, table};

fuzz_target!(|data: &[u8]| {
    let _ = check(&mut Unstructured::new(data));
});

/// Names of requests, and some that are close to them.
#[rustfmt::skip]
const NAMES: [&str; 24] = [
    "appid", "mch_id", "mchid", "mch_appid", "nonce_str", "sign_type", "transaction_id",
    "out_trade_no", "refund_id", "out_refund_no", "total_fee", "refund_fee", "amount", "body",
    "detail", "scene_info", "spbill_create_ip", "notify_url", "trade_type", "fee_type",
    "time_expire", "bill_date", "openid", "contract_id",
];

fn check(u: &mut Unstructured<'_>) -> Result<()> {
    let endpoints: Vec<_> = Endpoint::all().collect();
    let endpoint = *u.choose(&endpoints)?;
    let algorithm = *u.choose(&[Algorithm::Md5, Algorithm::HmacSha256])?;
    let mut fields: Vec<Pair> = Vec::new();
    for _ in 0..u.int_in_range(0..=40)? {
        let name = (*u.choose(&NAMES)?).to_owned();
        let name = match u.int_in_range(0..=5)? {
            0 => name.replace('_', ""),
            1 => name.to_uppercase(),
            2 => name + "s",
            _ => name,
        };
        fields.push((name, u.arbitrary::<&str>()?.to_owned()));
    }
    fields.extend(input::fields(u)?);
    let findings = |fields: &[Pair], look: &mut dyn FnMut(&Finding<'_>)| {
        let table = table(fields);
        check_request(endpoint, algorithm, &table[..]).inspect(look).count()
    };
    let mut without = Vec::new();
    let mut missing = Vec::new();
    let count = findings(&fields, &mut |finding| {
        let field = finding.index.map(|index| &fields[index]);
        assert!(field.is_none_or(|(name, _)| name == finding.field));
        let value = field.map_or("", |(_, value)| value);
        assert!(finding.offset <= value.len() && field.is_some() != value.is_empty());
        assert!(finding.meant().is_none_or(|meant| meant != finding.field));
        assert!(finding.limit().is_none_or(|limit| value.chars().count() > limit));
        assert_eq!(finding.limit().is_some(), finding.kind == FindingKind::TooLong);
        assert!(finding.limit().is_none_or(|_| limit_of(endpoint, finding.field).is_some()));
        for language in Language::ALL {
            assert!(finding.in_language(language).to_string().starts_with(finding.field));
        }
        match finding.kind {
            FindingKind::NotAField | FindingKind::Twice => without.extend(finding.index),
            FindingKind::Missing => {
                let names = finding.alternatives().map(str::to_owned);
                for name in names.chain([finding.field.to_owned()]) {
                    assert!(fields.iter().all(|(other, value)| *other != name || value.is_empty()));
                }
                missing.push(finding.field.to_owned());
            }
            _ => {}
        }
    });
    assert!(count <= 2 * fields.len() + 64);
    // Without what is no field, and with what is missing, there is neither.
    let mut mended: Vec<Pair> = fields
        .iter()
        .enumerate()
        .filter(|(index, _)| !without.contains(index))
        .map(|(_, field)| field.clone())
        .collect();
    mended.extend(missing.into_iter().map(|name| (name, "1".to_owned())));
    findings(&mended, &mut |finding| {
        assert!(!matches!(finding.kind, FindingKind::NotAField | FindingKind::Missing));
    });
    Ok(())
}
