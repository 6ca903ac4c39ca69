//! Second signatures that were made elsewhere: checked, and explained where they are wrong.

use wxp_core::{Algorithm, Explanation, Field, SecondSignature, Sender, Value, explain_second};

use crate::console::Console;
use crate::failure::{Failure, Refusal};
use crate::input::Input;
use crate::{report, texts};

/// The explanation of a second signature with these fields.
pub(crate) fn explain(
    second: SecondSignature,
    algorithm: Option<Algorithm>,
    fields: &[Field<'_>],
    console: &Console,
) -> Result<Explanation, Failure> {
    let language = console.language;
    let key = console.key(algorithm.unwrap_or_else(|| stated(second, fields)))?;
    let offered = second.offered(fields).unwrap_or(Value::new(""));
    let explanation = explain_second(&key, second, fields, offered);
    let hints = explanation.hints(Sender::Customer);
    if console.json() {
        let mut report = report::second_json(second, explanation, fields, language);
        report["hints"] = report::hints_json(hints, language);
        console.report(report)?;
    } else {
        let text = report::second_text(second, explanation, fields, language);
        console.show(text + &report::hints_text(hints, language))?;
    }
    Ok(explanation)
}

/// What is signed with: what `signType` says, or else MD5.
fn stated(second: SecondSignature, fields: &[Field<'_>]) -> Algorithm {
    let stated = second.part(fields, "signType").map(|(_, field)| field.value().to_string());
    stated.as_deref().and_then(Algorithm::from_name).unwrap_or(Algorithm::Md5)
}

/// Checks the second signature in a file: only one that is right ends well.
pub(crate) fn check(
    algorithm: Option<Algorithm>,
    input: &Input,
    console: &Console,
) -> Result<(), Failure> {
    let fields = input.fields_in_order()?;
    let Some(second) = SecondSignature::of(&fields[..]) else {
        return Err(Refusal::new("NoSecond", texts::no_second(console.language)).into());
    };
    match explain(second, algorithm, &fields, console)? {
        Explanation::Right => Ok(()),
        _ => Err(Failure::Reported),
    }
}
