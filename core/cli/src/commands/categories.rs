//! The business categories that merchants are registered under.

use serde_json::{Value as Json, json};
use wxp_core::BusinessCategory;

use crate::console::Console;
use crate::failure::{Failure, Refusal};
use crate::language::Language;
use crate::{style, texts};

pub(crate) fn run(words: &[String], console: &Console) -> Result<(), Failure> {
    let words: Vec<_> = words.iter().map(|word| word.to_lowercase()).collect();
    let cells = |category: &BusinessCategory, language| {
        [category.code().to_string(), category.name(language).to_owned()]
    };
    let is_wanted = |category: &&BusinessCategory| {
        let rows = Language::ALL.map(|language| cells(category, language));
        let row = rows.concat().join("\t").to_lowercase();
        words.iter().all(|word| row.contains(word))
    };
    let wanted = BusinessCategory::ALL.iter().filter(is_wanted);
    let rows: Vec<_> = wanted.map(|category| cells(category, console.language)).collect();
    if console.json() {
        let object = |[code, name]: &[String; 2]| json!({ "code": code, "name": name });
        return console.report(rows.iter().map(object).collect::<Json>());
    }
    if rows.is_empty() {
        return Err(Refusal::new("NothingFound", texts::no_row(console.language)).into());
    }
    console.show(style::table(&rows))
}
