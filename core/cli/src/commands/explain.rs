//! Why a signature does not match.

use wxp_core::{Canonical, Explanation, SecondSignature, Sender, Value, explain};

use crate::commands::second;
use crate::commands::sign::Request;
use crate::console::Console;
use crate::failure::Failure;
use crate::findings::Finding;
use crate::input::Input;
use crate::report;

pub(crate) fn run(request: Request, input: &Input, console: &Console) -> Result<(), Failure> {
    let language = console.language;
    let fields = input.fields_in_order()?;
    let kind = SecondSignature::of(&fields[..]).filter(|_| request.endpoint.is_none());
    if let Some(kind) = kind {
        return end(second::explain(kind, request.algorithm, &fields, console)?);
    }
    let order = Canonical::of(&fields).map_err(|error| input.refuse_field(error, &fields))?;
    let (algorithm, findings) = request.read(input, &fields, console);
    let key = console.key(algorithm)?;
    let explanation = explain(&key, &order, order.get("sign").unwrap_or(Value::new("")));
    // What the gateway sends has a return_code, and no request has one.
    let is_reply = request.endpoint.is_none() && order.get("return_code").is_some();
    let sender = if is_reply { Sender::Gateway } else { Sender::Merchant };
    let hints = explanation.hints(sender);
    if console.json() {
        let mut report = report::explanation_json(explanation, &fields, &order, language);
        if request.endpoint.is_some() {
            report["findings"] = findings.iter().map(Finding::to_json).collect();
        }
        report["hints"] = report::hints_json(hints, language);
        console.report(report)?;
    } else {
        let mut text = report::explanation_text(explanation, &fields, &order, language);
        for finding in &findings {
            text += &format!("\n{}", finding.text(language));
        }
        console.show(text + &report::hints_text(hints, language))?;
    }
    end(explanation)
}

/// Only what nothing is known about ends as a failure.
fn end(explanation: Explanation) -> Result<(), Failure> {
    match explanation {
        Explanation::Right | Explanation::Mistake { .. } => Ok(()),
        _ => Err(Failure::Reported),
    }
}
