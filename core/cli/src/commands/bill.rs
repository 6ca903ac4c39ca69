//! Bills: their rows, and whether the totals fit them.

mod text;
mod totals;

#[cfg(feature = "command")]
use std::io::Read;

#[cfg(feature = "command")]
use flate2::read::MultiGzDecoder;
use serde_json::{Map, Value as Json, json};
use unicode_width::UnicodeWidthStr;
use wxp_core::{Bill, Body, Row, xml};

use self::text::Readable;
use self::totals::Check;
use crate::console::Console;
use crate::failure::{Failure, Refusal};
use crate::{input, style, texts};

#[cfg(feature = "command")]
/// The longest bill that is unpacked, in bytes: a small file can pretend to be a huge one.
const UNPACKED_MAX: u64 = 1 << 30;

/// Prints a bill as a table, or as JSON, and what its totals say about the rows.
pub(crate) fn run(bytes: Vec<u8>, console: &Console) -> Result<(), Failure> {
    let bytes = input::peeled(bytes, console)?;
    if Body::of(&bytes) == Body::Xml {
        return Err(refusal(&bytes, console).into());
    }
    let readable = Readable::of(&bytes, console)?;
    let bill = readable.bill(console)?;
    let checks = totals::check(&bill);
    let agrees = checks.iter().all(Check::agrees);
    if console.json() {
        console.report(json!({
            "columns": bill.columns().collect::<Vec<_>>(),
            "rows": bill.rows().map(|row| object(&row)).collect::<Json>(),
            "totals": object(&bill.totals()),
            "checks": checks.iter().map(Check::to_json).collect::<Json>(),
        }))?;
    } else {
        console.show(table(&bill, &checks, console))?;
    }
    if agrees { Ok(()) } else { Err(Failure::Reported) }
}

/// What the gateway says instead of a bill.
fn refusal(document: &[u8], console: &Console) -> Refusal {
    let said = |name: &str| {
        let fields = xml::read(document).map_while(Result::ok);
        let mut named = fields.filter(|field| field.name() == name);
        named.next().map(|field| style::shown(&field.value().to_string()))
    };
    let text = said("return_msg").or(said("err_code_des"));
    let text = text.unwrap_or_else(|| texts::no_reason(console.language));
    let code = said("error_code").or(said("err_code")).unwrap_or_else(|| "-".to_owned());
    Refusal::new("NoBill", texts::no_bill(console.language, text, code))
}

/// The bill itself, where it came compressed.
#[cfg(feature = "command")]
pub(crate) fn unpacked(bytes: Vec<u8>, console: &Console) -> Result<Vec<u8>, Failure> {
    if Body::of(&bytes) != Body::Gzip {
        return Ok(bytes);
    }
    let mut bill = Vec::new();
    let mut reader = MultiGzDecoder::new(&bytes[..]).take(UNPACKED_MAX);
    let refuse = |error| Refusal::new("Gzip", texts::broken_gzip(console.language, error));
    reader.read_to_end(&mut bill).map_err(refuse)?;
    console.undone("gzip", &texts::undone_gzip(console.language));
    Ok(bill)
}

fn object(row: &Row<'_>) -> Json {
    let cells = row.columns().zip(row.cells());
    Json::Object(cells.map(|(name, value)| (name.to_owned(), value.into())).collect::<Map<_, _>>())
}

fn table(bill: &Bill<'_>, checks: &[Check], console: &Console) -> String {
    let mut rows = vec![bill.columns().map(style::shown).collect::<Vec<_>>()];
    rows.extend(bill.rows().map(|row| row.cells().map(style::shown).collect()));
    let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
    let widths: Vec<_> = (0..bill.columns().count()).map(width).collect();
    let mut text = style::aligned(rows.iter().map(|row| &row[..]), &widths);
    text += "\n";
    for (name, value) in bill.totals().columns().zip(bill.totals().cells()) {
        let (shown_name, value) = (style::shown(name), style::shown(value));
        let check = checks.iter().find(|check| check.name == name);
        let remark = check.map(|check| check.text(console.language)).unwrap_or_default();
        text += &format!("\n{}  {value}{remark}", style::faint(shown_name));
    }
    text
}
