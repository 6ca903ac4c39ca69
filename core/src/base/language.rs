//! The languages in which this library speaks to people.

use core::fmt;

/// The language of a text. Every call that gives one takes it as an argument: there is no locale
/// and no global. A program that only ever asks for one of them links no text of the other.
///
/// ```
/// use wxp_core::{ErrorKind, Language};
///
/// assert_eq!(ErrorKind::Unsigned.text(Language::English), "no signature");
/// assert_eq!(ErrorKind::Unsigned.text(Language::Chinese), "没有签名");
/// ```
// Not `non_exhaustive`: whoever has texts of their own in both should hear of a third.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    English,
    /// Chinese in simplified characters, in the words of WeChat Pay's own pages.
    Chinese,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::English, Self::Chinese];

    /// Its tag, as in HTML and HTTP: `en` or `zh`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh",
        }
    }

    /// The language of a tag or of a locale, such as `zh`, `zh-Hans-CN`, `zh_CN.UTF-8` or
    /// `en_US.UTF-8`; `None` for one that this library does not speak, and for an empty name.
    ///
    /// Only the language counts, in either letter case. So `zh-TW` is Chinese, too: its readers
    /// are served better by simplified characters than by English. `C` and `POSIX` are English,
    /// because these locales stand for a program's untranslated texts.
    ///
    /// ```
    /// use wxp_core::Language;
    ///
    /// assert_eq!(Language::find("zh_CN.UTF-8"), Some(Language::Chinese));
    /// assert_eq!(Language::find("C.UTF-8"), Some(Language::English));
    /// assert_eq!(Language::find("de_DE"), None);
    /// ```
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        let language = name.split(['-', '_', '.', '@']).next()?;
        let is = |other: &str| language.eq_ignore_ascii_case(other);
        if is("C") || is("POSIX") {
            return Some(Self::English);
        }
        Self::ALL.into_iter().find(|one| is(one.tag()))
    }
}

/// A text that is assembled of parts.
pub(crate) trait Assembled {
    /// Writes it in one language.
    // Implemented with one branch for each language, and inlined, so that a language that a
    // program never names is not linked.
    fn assemble(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

/// It, in this language.
pub(crate) struct InLanguage<T>(pub(crate) T, pub(crate) Language);

impl<T: Assembled> fmt::Display for InLanguage<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.assemble(self.1, f)
    }
}
