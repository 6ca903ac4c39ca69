//! What is found in requests.

use wxp_core::{Algorithm, Endpoint, Field, Language, check_request};

use super::{Feed, algorithm};

/// Tables that are checked as requests of every operation.
const TABLES: [&[(&str, &str)]; 3] = [
    &[],
    &[
        ("appid", "wx0000000000000001"),
        ("mchId", "1900000001"),
        ("nonce_str", "123456789012345678901234567890123"),
        ("out_trade_no", "T 1"),
        ("total_fee", "0.1"),
        ("fee_type", "RMB"),
        ("trade_type", "JSAPI"),
        ("notify_url", "https://shop.example/?"),
        ("spbill_create_ip", ""),
    ],
    &[
        ("mch_id", "1900000001"),
        ("mch_id", "1900000001"),
        ("sign_type", "MD5"),
        ("check_name", "FORCE_CHECK"),
        ("trade_type", "\u{8336}"),
        ("scene_info", "{\"h5_info\":[}"),
    ],
];

pub(super) fn requests(feed: &mut Feed) {
    for endpoint in Endpoint::all() {
        for (table, algorithm) in
            TABLES.into_iter().zip([Algorithm::Md5, Algorithm::HmacSha256, Algorithm::HmacSha256])
        {
            request(feed, endpoint, algorithm, table);
        }
    }
}

fn request(feed: &mut Feed, endpoint: Endpoint, of: Algorithm, pairs: &[(&str, &str)]) {
    let fields: Vec<_> =
        pairs.iter().map(|(name, value)| Field::new(name, value).unwrap()).collect();
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    feed.item("request").item(endpoint.path).number(endpoint.number).number(algorithm(of));
    feed.fields(&pairs.iter().map(owned).collect::<Vec<_>>());
    let findings: Vec<_> = check_request(endpoint, of, &fields[..]).collect();
    feed.number(findings.len());
    for finding in findings {
        let (because, value) = finding.condition().unwrap_or_default();
        let mut others = finding.alternatives();
        feed.number(finding.kind.code()).number(i32::from(finding.certain));
        feed.number(finding.index.map_or(-1, |index| i32::try_from(index).unwrap()));
        feed.number(finding.offset).number(finding.limit().unwrap_or(0));
        feed.item(finding.field).item(finding.meant().unwrap_or(""));
        for _ in 0..3 {
            feed.item(others.next().unwrap_or(""));
        }
        feed.item(because).item(value);
        for language in Language::ALL {
            feed.item(finding.in_language(language).to_string());
        }
    }
}
