//! Requests held against the field tables that the operations were written from.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use wxp_core::{Algorithm, Endpoint, Field, FindingKind, SignType, check_request};

use super::{endpoint, lines};
use crate::data::{self, table};
use crate::random::Random;

/// A row of a field table.
struct Row {
    name: String,
    required: bool,
    values: String,
}

/// The rows of each operation's request.
fn tables() -> BTreeMap<String, Vec<Row>> {
    let mut tables = BTreeMap::<_, Vec<Row>>::new();
    for mut row in data::tsv("message_fields.tsv") {
        // One name of WxJava's stands for two operations, and is none.
        if row["direction"] != "request" || row["path"] == "/xdc/apiv2sandbox" {
            continue;
        }
        let mut take = |column: &str| row.remove(column).unwrap();
        let required = take("required_in_api_definitions") == "yes";
        let values = take("values");
        tables.entry(take("path")).or_default().push(Row { name: take("name"), required, values });
    }
    tables
}

/// A value as the table describes it.
fn value(row: &Row) -> &str {
    if let Some(value) = row.values.split('|').next().filter(|value| !value.is_empty()) {
        return value;
    }
    match &*row.name {
        "bill_date" | "date" | "date_start" | "date_end" => "20260101",
        "time_start" | "time_expire" | "start_time" | "end_time" | "real_end_time"
        | "begin_time" | "time" => "20260101120000",
        "fee_type" | "refund_fee_type" => "CNY",
        "spbill_create_ip" | "client_ip" | "user_ip" | "clientip" => "10.0.0.1",
        "notify_url" | "contract_notify_url" => "https://shop.example/paid",
        "trade_type" => "APP",
        "check_name" => "NO_CHECK",
        "amt_type" => "ALL_RAND",
        "limit_pay" => "no_credit",
        "receipt" => "Y",
        "tar_type" => "GZIP",
        "detail"
        | "scene_info"
        | "receiver"
        | "receivers"
        | "sub_order_list"
        | "trades"
        | "h5_domains"
        | "store_photos"
        | "business_addition_pics"
        | "id_card_valid_time" => "{}",
        _ => "1",
    }
}

/// The algorithm of an operation, and what its `sign_type` says.
fn algorithm(endpoint: &Endpoint) -> Algorithm {
    endpoint.default_algorithm().unwrap_or(Algorithm::Md5)
}

fn request(endpoint: &Endpoint, rows: &[Row]) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for row in rows {
        let value = match &*row.name {
            "sign_type" => algorithm(endpoint).name(),
            "trade_type" if endpoint.path.ends_with("pappayapply") => "PAP",
            // One for which nothing else is needed.
            "trade_type" if row.values.contains("APP") => "APP",
            "check_name" => "NO_CHECK",
            _ => value(row),
        };
        fields.push((row.name.clone(), value.to_owned()));
    }
    // Pages that do not list what the protocol as a whole asks for.
    let has = |name: &str| rows.iter().any(|row| row.name == name);
    if endpoint.nonce && !has("nonce_str") {
        fields.push(("nonce_str".to_owned(), "1".to_owned()));
    }
    fields
}

/// The choices that pages describe in words, each field of them called required in the tables.
const CHOICES: [&[&str]; 7] = [
    &["transaction_id", "out_trade_no"],
    &["refund_id", "out_refund_no", "transaction_id", "out_trade_no"],
    &["out_trade_no", "transaction_id", "sub_order_no", "sub_order_id"],
    &["order_id", "out_order_no"],
    &["contract_id", "plan_id"],
    &["contract_id", "contract_code"],
    &["applyment_id", "business_code"],
];

#[test]
fn a_request_with_every_field_of_its_table_has_nothing_wrong() {
    let tables = tables();
    assert_eq!(tables.len(), 134);
    for (path, rows) in &tables {
        let endpoint = endpoint(path);
        let fields = request(&endpoint, rows);
        let found = lines(path, algorithm(&endpoint), &table(&fields));
        let found: Vec<_> = found.iter().filter(|line| !known(path, line)).collect();
        assert!(found.is_empty(), "{path}: {found:?}");
    }
}

/// What is found although the table has it so, and why.
fn known(path: &str, line: &str) -> bool {
    match line {
        // No request of it is signed.
        "?NotSigned sign" => path == "/appauth/authindex",
        // The catalogue has its sign_type from the page.
        "?SignTypeMissing sign_type" => path == "/risk/getviolation",
        // The tables leave some fields of partners out.
        "?MissingFor sub_appid if sub_openid=" => path.ends_with("order"),
        _ => false,
    }
}

#[test]
fn every_field_that_the_tables_call_required_is_missed() {
    let (mut dropped, mut certain, mut in_choices) = (0, 0, 0);
    for (path, rows) in &tables() {
        let endpoint = endpoint(path);
        let fields = request(&endpoint, rows);
        for row in rows.iter().filter(|row| row.required && row.name != "sign") {
            let rest: Vec<_> =
                fields.iter().filter(|(name, _)| *name != row.name).cloned().collect();
            let rest = table(&rest);
            let findings = check_request(endpoint, algorithm(&endpoint), &rest[..]);
            let found = findings.filter(|finding| finding.index.is_none()).find(|finding| {
                finding.field == row.name || finding.alternatives().any(|name| name == row.name)
            });
            dropped += 1;
            match found {
                Some(finding) => certain += usize::from(finding.certain),
                // Another field of a choice is still there.
                None if CHOICES.iter().any(|choice| choice.contains(&&*row.name)) => {
                    in_choices += 1;
                }
                // Another page of the same operation does without it.
                None => assert_eq!((&**path, &*row.name), ("/payitil/report", "trades")),
            }
        }
    }
    // What is certain, and what is left out without being missed; the rest is doubtful.
    assert_eq!((dropped, certain, in_choices), (977, 840, 51));
}

const NOTHING: [Field<'static>; 0] = [];

#[test]
fn the_choices_are_those_of_the_pages() {
    let tables = tables();
    let mut found: BTreeSet<Vec<String>> = BTreeSet::new();
    for path in tables.keys() {
        let endpoint = endpoint(path);
        for finding in check_request(endpoint, algorithm(&endpoint), &NOTHING[..]) {
            let mut choice: Vec<_> = finding.alternatives().collect();
            if choice.is_empty() {
                continue;
            }
            choice.insert(0, finding.field);
            assert!(CHOICES.contains(&&choice[..]), "{path}: {choice:?}");
            found.insert(choice.iter().map(|name| (*name).to_owned()).collect());
        }
    }
    assert_eq!(found.len(), CHOICES.len());
}

/// A field is one of the operation if a table says so. The rest, which tables lack, is listed here.
const MORE: [(&str, &str); 12] = [
    ("/pay/closeorder", "sub_appid sub_mch_id"),
    ("/pay/unifiedorder", "sub_appid sub_mch_id"),
    ("/pay/downloadbill", "sub_appid sub_mch_id sign_type"),
    ("/tools/shorturl", "sub_appid sub_mch_id"),
    (
        "/payitil/report",
        "sub_appid sub_mch_id err_code err_code_des execute_time_ return_msg sign_type",
    ),
    ("/pay/pappayapply", "clientip creid deviceid email mobile openid outerid qq"),
    ("/pay/partner/pappayapply", "clientip creid deviceid email mobile openid outerid qq"),
    ("/mmpaymkttransfers/sendgroupredpack", "amt_list sub_mch_id"),
    ("/mmpaymkttransfers/sendminiprogramhb", "client_ip consume_mch_id msgappid sub_mch_id"),
    ("/mmpaymkttransfers/gethbinfo", "sub_mch_id"),
    ("/pay/queryexchagerate", "sub_mch_id"),
    ("/pay/downloadfundflow", "sign_type"),
];

#[test]
fn any_mixture_of_fields_is_judged_as_the_tables_say() {
    let tables = tables();
    let all: BTreeSet<&str> =
        tables.values().flatten().map(|row| &*row.name).chain(["execute_time_"]).collect();
    let all: Vec<&str> = all.into_iter().collect();
    let mut random = Random(8);
    let mut strangers = 0;
    for (path, rows) in &tables {
        let endpoint = endpoint(path);
        // Sandboxes have what the operation has that they stand for.
        let real = path.replace("/sandboxnew", "").replace("/xdc/apiv2sandbox", "");
        let secure = real.replace("/pay/refund", "/secapi/pay/refund");
        let like: HashMap<&str, &Row> = [path, &real, &secure]
            .into_iter()
            .filter_map(|path| tables.get(path))
            .flatten()
            .map(|row| (&*row.name, row))
            .collect();
        let more = MORE.iter().filter(|(of, _)| *of == real);
        let more: Vec<&str> = more.flat_map(|(_, names)| names.split(' ')).collect();
        let own: HashMap<&str, &Row> = rows.iter().map(|row| (&*row.name, row)).collect();
        for _ in 0..40 {
            let names: BTreeSet<&str> = (0..random.index(20))
                .map(|_| {
                    if random.chance(60) {
                        &*rows[random.index(rows.len())].name
                    } else {
                        all[random.index(all.len())]
                    }
                })
                .collect();
            let fields: Vec<_> = names
                .iter()
                .map(|name| {
                    let row = own.get(name).or_else(|| like.get(name));
                    (*name, row.map_or("1", |row| value(row)))
                })
                .collect();
            let fields = table(&fields);
            for finding in check_request(endpoint, algorithm(&endpoint), &fields[..]) {
                let name = finding.field;
                let is_own = like.contains_key(name) || more.contains(&name);
                let is_common = name == "sign_type" && endpoint.sign_type != SignType::Absent
                    || name == "nonce_str" && endpoint.nonce;
                match finding.kind {
                    FindingKind::NotAField => {
                        assert!(!is_own && !is_common, "{path}: {name}");
                        strangers += 1;
                    }
                    FindingKind::Missing => assert!(!names.contains(name), "{path}: {name}"),
                    _ => {}
                }
                assert!(finding.index.is_none_or(|index| fields[index].name() == name));
            }
            let known = |name: &str| like.contains_key(name) || more.contains(&name);
            let foreign = names.iter().filter(|name| {
                let is_sign_type = **name == "sign_type" && endpoint.sign_type != SignType::Absent;
                let is_nonce = **name == "nonce_str" && endpoint.nonce;
                **name != "sign" && !known(name) && !is_sign_type && !is_nonce
            });
            let found = check_request(endpoint, algorithm(&endpoint), &fields[..]);
            let found = found.filter(|finding| finding.kind == FindingKind::NotAField);
            assert_eq!(found.count(), foreign.count(), "{path}: {names:?}");
        }
    }
    assert!(strangers > 10_000, "{strangers}");
}
