//! Refund notices: what is sealed in them.

mod sealed;

use serde_json::json;
use wxp_core::{Algorithm, Body, ErrorKind, Field, UnconfirmedRefund, Value};

use self::sealed::Sealed;
use crate::console::Console;
use crate::failure::{Failure, Refusal};
use crate::input::Input;
use crate::language::Language;
use crate::{report, style, texts};

/// What confirms a refund.
const QUERY: &str = "/pay/refundquery";

/// Prints the fields that are sealed in a notice, or in its `req_info` alone.
pub(crate) fn run(input: &Input, console: &Console) -> Result<(), Failure> {
    let language = console.language;
    let sealed = Sealed::read(&req_info(input, language)?, console)?;
    for (kind, text) in &sealed.undone {
        console.undone(kind, text);
    }
    // The seal is the same for both.
    let key = console.key(Algorithm::Md5)?;
    let mut room = vec![0; sealed.base64.len()];
    let refund = UnconfirmedRefund::open(&key, Value::new(&sealed.base64), &mut room);
    let refund = refund.map_err(|_| cannot_open(&sealed, language))?;
    let mut slots = Vec::new();
    let fields = loop {
        match refund.read(&mut slots).map(<[Field<'_>]>::to_vec) {
            Ok(fields) => break fields,
            Err(error) => match error.kind() {
                ErrorKind::Space { needed } => slots.resize(needed, Field::EMPTY),
                _ => return Err(Refusal::of(error, language).into()),
            },
        }
    };
    let fields = report::object(&fields);
    if console.json() {
        return console.report(json!({ "unconfirmed": fields, "confirm_with": QUERY }));
    }
    let head = style::open(texts::unconfirmed(language, QUERY));
    console.show(format!("{head}\n{}", report::lines(&fields)))
}

/// Whether the input is a `req_info` alone: Base64 of whole blocks, once it is as it was sent.
pub(crate) fn is_sealed(input: &Input, console: &Console) -> bool {
    Sealed::read(input.text().trim(), console).is_ok()
}

/// The text of `req_info`: a field of the input, or all of it.
fn req_info(input: &Input, language: Language) -> Result<String, Failure> {
    let is_bare = !matches!(input.body(), Body::Xml | Body::Html | Body::ApiV3 | Body::Json);
    let fields = match input.fields() {
        Ok(fields) => fields,
        Err(_) if is_bare => return Ok(input.text().trim().to_owned()),
        Err(refusal) => return Err(refusal.into()),
    };
    let req_info = fields.iter().find(|field| field.name() == "req_info");
    match req_info {
        Some(field) => Ok(field.value().to_string()),
        // Padding makes a line of name=value of it.
        None if is_bare && fields.len() == 1 => Ok(input.text().trim().to_owned()),
        None => Err(Refusal::new("NoRefund", texts::no_req_info(language)).into()),
    }
}

/// What is left once the form is right: this key, or the content.
fn cannot_open(sealed: &Sealed, language: Language) -> Refusal {
    Refusal::numbered(ErrorKind::Sealed, texts::cannot_open(language, sealed.blocks))
}
