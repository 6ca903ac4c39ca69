//! The business categories that merchants are registered under.

use serde_json::{Value as Json, json};
use wxp_core::BusinessCategory;

use crate::console::Console;
use crate::failure::{Failure, Refusal};
use crate::{style, texts};

pub(crate) fn run(words: &[String], console: &Console) -> Result<(), Failure> {
    let words: Vec<_> = words.iter().map(|word| word.to_lowercase()).collect();
    let cells = |category: &BusinessCategory| {
        [category.code().to_string(), category.name(console.language).to_owned()]
    };
    let is_wanted = |row: &[String; 2]| {
        let row = row.join("\t").to_lowercase();
        words.iter().all(|word| row.contains(word))
    };
    let rows: Vec<_> = BusinessCategory::ALL.iter().map(cells).filter(is_wanted).collect();
    if console.json() {
        let object = |[code, name]: &[String; 2]| json!({ "code": code, "name": name });
        return console.report(rows.iter().map(object).collect::<Json>());
    }
    if rows.is_empty() {
        return Err(Refusal::new("NothingFound", texts::no_row(console.language)).into());
    }
    console.show(style::table(&rows))
}
