//! Facts to look up (operations, error codes), and small tools: nonces, times and amounts.

use serde_json::{Value as Json, json};
use wxp_core::{
    Advice, Amount, BeijingTime, Currency, Endpoint, Family, Need, Nonce, Notice, RequestField,
    request_fields,
};

use crate::commands::endpoints;
use crate::console::Console;
use crate::failure::{Failure, Refusal};
use crate::{operations, texts};

/// An operation with the fields of its requests and its error codes.
pub(super) fn operation(path: &str, console: &Console) -> Result<(), Failure> {
    let endpoint = operations::endpoint(path, console.language)?;
    let mut report = endpoints::object(&endpoint, console.language);
    report["fields"] = request_fields(endpoint).map(field).collect();
    report["codes"] = codes_of(endpoint.family, console).collect();
    console.report(report)
}

fn field(field: RequestField) -> Json {
    let need = match field.need {
        Need::Optional => "optional",
        Need::Required => "required",
        Need::Advised => "advised",
        Need::One => "one",
        Need::Or => "or",
    };
    json!({ "name": field.name, "need": need, "most": field.most })
}

/// The error codes of all operations; what they mean differs with the operation.
pub(super) fn codes(console: &Console) -> Result<(), Failure> {
    let mut families: Vec<Family> = Vec::new();
    for endpoint in Endpoint::all() {
        if !families.contains(&endpoint.family) {
            families.push(endpoint.family);
        }
    }
    let mut rows: Vec<Json> = Vec::new();
    for family in families {
        for mut row in codes_of(family, console) {
            let is_same = |other: &&mut Json| {
                ["code", "action", "text"].iter().all(|name| other[*name] == row[*name])
            };
            let operations = Endpoint::all().filter(|endpoint| endpoint.family == family);
            let operations = operations.map(|endpoint| Json::from(endpoint.path));
            match rows.iter_mut().find(is_same).map(|other| &mut other["operations"]) {
                Some(Json::Array(all)) => all.extend(operations),
                _ => {
                    row["operations"] = operations.collect();
                    rows.push(row);
                }
            }
        }
    }
    rows.sort_by(|one, other| one["code"].as_str().cmp(&other["code"].as_str()));
    console.report(rows.into())
}

fn codes_of(family: Family, console: &Console) -> impl Iterator<Item = Json> {
    let language = console.language;
    Advice::documented(family).map(move |(code, advice)| {
        let action = format!("{:?}", advice.action());
        json!({ "code": code, "action": action, "text": advice.text(language) })
    })
}

/// A nonce of 16 bytes that the page took from its source of randomness.
pub(super) fn nonce(entropy: &[u8], console: &Console) -> Result<(), Failure> {
    let entropy = <[u8; 16]>::try_from(entropy);
    let entropy = entropy.map_err(|_| Failure::Usage("a nonce takes 16 bytes".to_owned()))?;
    console.report(json!({ "nonce": Nonce::from_entropy(entropy).as_str() }))
}

/// A time as seconds since 1970, or in one of the protocol's forms, in all of them.
pub(super) fn time(text: &str, console: &Console) -> Result<(), Failure> {
    let text = text.trim();
    // 14 digits are a time of the protocol.
    let seconds = text.parse().ok().filter(|_| text.len() < 14);
    let time = seconds.and_then(BeijingTime::from_unix).or_else(|| BeijingTime::parse(text));
    let time = time.ok_or_else(|| Refusal::new("NoTime", texts::no_time(console.language)))?;
    console.report(json!({
        "plain": time.to_string(),
        "spaced": format!("{time:#}"),
        "unix": time.to_unix(),
    }))
}

/// An amount in a currency, as people write it, in its smallest unit, and as the protocol's texts have
/// it.
pub(super) fn amount(text: &str, currency: &str, console: &Console) -> Result<(), Failure> {
    let none = || Refusal::new("NoAmount", texts::no_amount(console.language));
    let currency = Currency::find(currency).ok_or_else(none)?;
    let units = currency.parse_decimal(text.trim()).ok_or_else(none)?;
    console.report(json!({
        "units": units,
        "decimal": Amount { units, currency }.to_string(),
        "currency": currency.code(),
        "digits": currency.fraction_digits(),
    }))
}

/// What can be chosen: the notices and the currencies.
pub(super) fn choices(console: &Console) -> Result<(), Failure> {
    console.report(json!({
        "notices": Notice::ALL.map(Notice::name),
        "currencies": Currency::ALL.iter().map(|currency| currency.code()).collect::<Vec<_>>(),
    }))
}
