//! Requests: held against their operation, and signed.

use serde_json::{Value as Json, json};
use wxp_core::{Algorithm, Canonical, Endpoint, ErrorKind, Field, xml};

use crate::console::Console;
use crate::failure::{Failure, Refusal};
use crate::findings::{self, Finding};
use crate::input::Input;
use crate::{operations, style, texts};

/// What the arguments say of a request.
#[derive(Clone, Copy)]
pub(crate) struct Request {
    pub(crate) algorithm: Option<Algorithm>,
    pub(crate) endpoint: Option<Endpoint>,
}

impl Request {
    /// What the request is signed with, and what is found about it.
    pub(crate) fn read(
        self,
        input: &Input,
        fields: &[Field<'_>],
        console: &Console,
    ) -> (Algorithm, Vec<Finding>) {
        let stated = fields.iter().find(|field| field.name() == "sign_type");
        let stated = stated.map(|field| field.value().to_string());
        let algorithm = operations::algorithm(self.algorithm, stated.as_deref(), self.endpoint);
        let findings = self.endpoint.map(|endpoint| {
            findings::of(fields, input.other_root(), algorithm, endpoint, console.language)
        });
        (algorithm, findings.unwrap_or_default())
    }
}

/// Prints the signed document, unless the gateway would refuse it.
pub(crate) fn sign(request: Request, input: &Input, console: &Console) -> Result<(), Failure> {
    let language = console.language;
    let fields = input.fields()?;
    let order = Canonical::of(&fields).map_err(|error| input.refuse_field(error, &fields))?;
    let (algorithm, findings) = request.read(input, &fields, console);
    let key = console.key(algorithm)?;
    let claimed = order.get("sign_type").filter(|value| !value.is_empty());
    if claimed.is_some_and(|name| name != algorithm.name()) {
        return Err(Failure::Usage(texts::contradiction(language, algorithm.name())));
    }
    if input.held_key() {
        let leak = ErrorKind::LeakedSecret { field: 0 };
        return Err(Refusal::numbered(leak, leak.text(language).to_owned()).into());
    }
    // Before the findings: a value that is the key must not leave, whatever else is wrong.
    let signature = key.sign(&order).map_err(|error| input.refuse_field(error, &fields))?;
    if !console.json() {
        findings.iter().for_each(|finding| {
            console.complain(format_args!("wxp: {}", finding.text(language)));
        });
    }
    let list: Vec<_> = findings.iter().map(Finding::to_json).collect();
    if findings.iter().any(|finding| finding.is_certain) {
        let refusal = Refusal::new("Findings", texts::will_be_refused(language));
        return Err(refusal.within(json!({ "findings": list })).into());
    }
    let len = xml::len(&order, &signature).map_err(|error| input.refuse_field(error, &fields))?;
    let mut out = vec![0; len];
    let document = xml::write(&order, &signature, &mut out)
        .map_err(|error| input.refuse_field(error, &fields))?;
    if !console.json() {
        return console.data(document);
    }
    console.report(json!({
        "document": document,
        "algorithm": algorithm.name(),
        "sign": signature.as_str(),
        "findings": list,
    }))
}

/// Prints what is found about a request; needs no key.
pub(crate) fn check(request: Request, input: &Input, console: &Console) -> Result<(), Failure> {
    let fields = input.fields_in_order()?;
    let (algorithm, findings) = request.read(input, &fields, console);
    if console.json() {
        let list: Json = findings.iter().map(Finding::to_json).collect();
        console.report(json!({ "algorithm": algorithm.name(), "findings": list }))?;
    } else if findings.is_empty() {
        console.show(style::good(texts::nothing_found(console.language)))?;
    } else {
        let lines: Vec<_> = findings.iter().map(|f| f.text(console.language)).collect();
        console.show(lines.join("\n"))?;
    }
    if findings.iter().any(|finding| finding.is_certain) { Err(Failure::Reported) } else { Ok(()) }
}
