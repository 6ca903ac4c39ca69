//! What the tool says of its own: each text in English and in Chinese, side by side.
//!
//! Texts of the library, such as those of errors, are the library's, in both languages as well.

#[cfg(feature = "command")]
mod certificate;
mod content;
mod errors;
#[cfg(feature = "command")]
mod help;
mod results;

#[cfg(feature = "command")]
pub(crate) use certificate::*;
pub(crate) use content::*;
pub(crate) use errors::*;
#[cfg(feature = "command")]
pub(crate) use help::{COMMANDS, about};
pub(crate) use results::*;

/// Declares texts: for each one a function that takes the language and what the text mentions. The
/// compiler sees to it that both languages mention all of it.
macro_rules! texts {
    ($($name:ident($($argument:ident: $type:ty),*) = $english:literal, $chinese:literal;)+) => {
        $(
            #[must_use]
            pub(crate) fn $name(
                language: $crate::language::Language
                $(, $argument: $type)*
            ) -> String {
                match language {
                    $crate::language::Language::English => format!($english $(, $argument = $argument)*),
                    $crate::language::Language::Chinese => format!($chinese $(, $argument = $argument)*),
                }
            }
        )+

        #[cfg(test)]
        pub(super) const ALL: &[[&str; 3]] = &[$([stringify!($name), $english, $chinese]),+];
    };
}

use texts;

#[cfg(test)]
mod tests {
    use super::{certificate, content, errors, help, results};

    /// A language that lacks a text does not compile; what is left is one that was not translated.
    #[test]
    fn both_tables_are_complete() {
        let all = [certificate::ALL, content::ALL, errors::ALL, help::ALL, results::ALL].concat();
        let is_chinese = |c| ('\u{4e00}'..='\u{9fff}').contains(&c);
        for [name, english, chinese] in &all {
            assert!(!english.is_empty() && !english.contains(is_chinese), "{name}: {english}");
            assert!(chinese.contains(is_chinese), "{name}: {chinese}");
            // As many places for what is mentioned.
            assert_eq!(english.matches('{').count(), chinese.matches('{').count(), "{name}");
        }
        assert!(all.len() > 60, "{}", all.len());
    }
}
