//! What somebody has in hand, before they say what they want.

use serde_json::{Value as Json, json};
use wxp_core::body::WebPage;
use wxp_core::{
    Algorithm, Body, Endpoint, ErrorKind, Field, SecondSignature, Signature, Source, check_request,
};

use crate::commands::open::is_sealed;
use crate::commands::verify;
use crate::console::Console;
use crate::failure::Failure;
use crate::input::Input;
use crate::{operations, texts};

/// How many operations are suggested.
const SUGGESTIONS: usize = 3;

/// Reports what the input is (`is`), in words (`text`), and what it may be a message of (`may_be`).
pub(super) fn run(input: Vec<u8>, console: &Console) -> Result<(), Failure> {
    let language = console.language;
    let input = Input::of(input, console)?;
    let body = input.body();
    let text = body.text(language);
    let is = |is: &str| json!({ "is": is, "text": text });
    let report = match (body, input.fields_in_order()) {
        (Body::Empty, _) => is("empty"),
        (Body::Bill, _) => is("bill"),
        (Body::ApiV3, _) => is("v3"),
        (Body::Html, _) => {
            let page = WebPage::of(input.text().as_bytes()).map(|page| page.text(language));
            json!({ "is": "page", "text": page.unwrap_or(text) })
        }
        // Padding makes a line of name=value of it.
        (_, fields) if fields.as_ref().map_or(0, Vec::len) < 2 && is_sealed(&input, console) => {
            is("sealed")
        }
        (_, Ok(fields)) => of_fields(&fields, &input, console),
        (Body::Text, Err(_)) => is("text"),
        // Which messages nest is for their operation to say.
        (_, Err(refusal)) if refusal.is(ErrorKind::Nested) => is("reply"),
        (_, Err(refusal)) => return Err(refusal.into()),
    };
    console.report(report)
}

fn of_fields(fields: &[Field<'_>], input: &Input, console: &Console) -> Json {
    let value = |name: &str| {
        let field = fields.iter().find(|field| field.name() == name && !field.value().is_empty());
        field.map(|field| field.value().to_string())
    };
    let form = value("sign").and_then(|sign| Signature::parse(&sign).ok());
    let form = form.map(|signature| signature.algorithm());
    let second = SecondSignature::of(fields);
    let says_done = ["return_code", "result_code", "retcode"];
    let (is, may_be) = if second.is_some() {
        ("second", Vec::new())
    } else if value("req_info").is_some() {
        ("refund", vec!["refund"])
    } else if says_done.iter().any(|name| value(name).is_some()) {
        ("reply", likely(form, input, console))
    } else {
        let algorithm = operations::algorithm(None, value("sign_type").as_deref(), None);
        ("request", nearest(fields, algorithm))
    };
    let text = match second {
        Some(second) => second.text(console.language),
        None => input.body().text(console.language),
    };
    json!({
        "is": is,
        "text": text,
        "may_be": may_be,
        "count": fields.len(),
        "remark": input.other_root().map(|root| texts::other_root(console.language, root)),
        "signed": value("sign").is_some() || second.and_then(|kind| kind.offered(fields)).is_some(),
        "form": form.map(Algorithm::name),
        "stated": value("sign_type"),
    })
}

/// What an authentic message may be.
fn likely(form: Option<Algorithm>, input: &Input, console: &Console) -> Vec<&'static str> {
    let mut slots = Vec::new();
    let key = form.and_then(|form| console.key(form).ok());
    match (input.reply(&mut slots, false), key) {
        (Ok(reply), Some(key)) => verify::likely(&reply, &key).map(Source::name).collect(),
        _ => Vec::new(),
    }
}

/// The operations whose requests look most like this one: those with the least to object to.
fn nearest(fields: &[Field<'_>], algorithm: Algorithm) -> Vec<&'static str> {
    let objections = |endpoint: &Endpoint| {
        let found = check_request(*endpoint, algorithm, fields);
        found.map(|finding| if finding.certain { 4 } else { 1 }).sum::<usize>()
    };
    let signs =
        |endpoint: &Endpoint| !endpoint.deprecated && endpoint.default_algorithm().is_some();
    let all = Endpoint::all().filter(signs).map(|endpoint| (objections(&endpoint), endpoint.path));
    let mut near: Vec<_> = all.filter(|(objections, _)| *objections < fields.len() * 2).collect();
    near.sort_unstable();
    near.into_iter().take(SUGGESTIONS).map(|(_, path)| path).collect()
}
