//! What of the documentation is generated of the core: the page of error codes, and pictures.

use std::path::Path;

use wxp_core::Language;

use crate::{Generated, read, root};

mod errors;
mod families;
mod pictures;

/// Pages and pictures, each in both languages.
pub(crate) fn generate() -> Result<Vec<Generated>, String> {
    let statuses = read(&root().join("core/tests/data/facts/statuses.tsv"))?;
    let mut all = Vec::new();
    for language in Language::ALL {
        all.push(page("errors.md", language, errors::page(language, &statuses)?));
    }
    all.extend(pictures::all(&root().join("docs/pictures"))?);
    Ok(all)
}

fn page(name: &str, language: Language, text: String) -> Generated {
    Generated { path: folder(&root().join("docs"), language).join(name), text }
}

/// The pages in English are in the folder, those in Chinese in one below it.
fn folder(docs: &Path, language: Language) -> std::path::PathBuf {
    match language {
        Language::English => docs.to_owned(),
        Language::Chinese => docs.join("zh-CN"),
    }
}

/// One of two texts.
fn say<'a>(language: Language, english: &'a str, chinese: &'a str) -> &'a str {
    match language {
        Language::English => english,
        Language::Chinese => chinese,
    }
}
