//! What a message has: its fields, and the string that is signed of them.

use serde_json::json;
use wxp_core::{Canonical, ErrorKind};

use crate::console::Console;
use crate::failure::Failure;
use crate::input::Input;
use crate::{report, style, texts};

/// Prints the string that is signed, without the key.
pub(crate) fn canonical(input: &Input, console: &Console) -> Result<(), Failure> {
    let fields = input.fields()?;
    let order = Canonical::of(&fields).map_err(|error| input.refuse_field(error, &fields))?;
    if console.json() {
        return console.report(json!({
            "canonical": order.to_string(),
            "signed_fields": order.iter().count(),
            "steps": report::steps(&fields, &order, console.language),
        }));
    }
    console.data(order)
}

/// Prints the fields in canonical order, and the records of a document that nests.
pub(crate) fn read(input: &Input, console: &Console) -> Result<(), Failure> {
    let mut slots = Vec::new();
    let (reply, records) = match input.reply(&mut slots, false) {
        Ok(reply) => (reply, None),
        Err(refusal) if refusal.is(ErrorKind::Nested) => {
            let reply = input.reply(&mut slots, true)?;
            (reply, Some(input.records()?))
        }
        Err(refusal) => return Err(refusal.into()),
    };
    let fields = report::object(reply.unverified());
    let root = input.other_root();
    if !console.json() {
        let records = records.as_ref().map(report::records).unwrap_or_default();
        console.show(format!("{}{records}", report::lines(&fields)))?;
        if let Some(root) = root {
            let warning = style::open(texts::warning(console.language));
            let text = texts::other_root(console.language, root);
            console.complain(format_args!("wxp: {warning}{text}"));
        }
        return Ok(());
    }
    let mut report = json!({ "fields": fields });
    root.into_iter().for_each(|root| report["root"] = root.into());
    records.into_iter().for_each(|records| report["records"] = records);
    console.report(report)
}
