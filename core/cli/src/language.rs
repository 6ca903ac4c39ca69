//! The language in which the tool speaks.

#[cfg(feature = "command")]
use std::{env, ffi::OsString};

use wxp_core::Error;
pub(crate) use wxp_core::Language;

#[cfg(feature = "command")]
/// What the environment calls the language of messages, the strongest first (POSIX).
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

#[cfg(feature = "command")]
/// The language that `--lang` asks for, else that of the environment, else English. It is needed
/// before the arguments are parsed, because help is a text, too.
pub(crate) fn chosen(arguments: &[OsString]) -> Language {
    asked_for(arguments).or_else(of_environment).unwrap_or(Language::English)
}

#[cfg(feature = "command")]
fn asked_for(arguments: &[OsString]) -> Option<Language> {
    let texts = || arguments.iter().filter_map(|argument| argument.to_str());
    let after = texts().skip_while(|text| *text != "--lang").nth(1);
    let joined = || texts().find_map(|text| text.strip_prefix("--lang="));
    after.or_else(joined).and_then(Language::find)
}

#[cfg(feature = "command")]
fn of_environment() -> Option<Language> {
    let set = VARIABLES.iter().filter_map(env::var_os).find(|value| !value.is_empty())?;
    Language::find(set.to_str()?)
}

/// An error of the library, with its place.
pub(crate) fn error(error: Error, language: Language) -> String {
    error.in_language(language).to_string()
}
