//! Every text for people is there in English and in Chinese, and both say the same.

use wxp_core::{Cause, ErrorKind, Explanation, Language};

/// A text in English and in Chinese.
type Pair = (&'static str, &'static str);

fn pair(text: impl Fn(Language) -> &'static str) -> Pair {
    (text(Language::English), text(Language::Chinese))
}

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// What stays as it is in every language: names with an underscore, and what is set in backticks.
fn terms(text: &str) -> Vec<&str> {
    let quoted = text.split('`').skip(1).step_by(2);
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let names = text.split(|c| !is_part(c)).filter(|word| word.contains('_') && word.len() > 1);
    let mut terms: Vec<_> = quoted.chain(names).collect();
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// Why this pair cannot stay as it is.
fn fault((english, chinese): Pair) -> Option<&'static str> {
    let stops = |text: &str| text.ends_with(['.', '。', '!', '！', ' ']);
    // Both are read in one line, and Chinese takes two columns a character.
    let columns = |text: &str| text.chars().map(|c| 1 + usize::from(!c.is_ascii())).sum::<usize>();
    Some(match () {
        () if english.is_empty() || !english.is_ascii() => "no English",
        () if !chinese.contains(is_chinese) => "no Chinese",
        () if stops(english) || stops(chinese) => "no clause",
        () if chinese.contains([',', ';', ':', '(', ')']) => "half-width punctuation",
        () if terms(english) != terms(chinese) => "other names",
        () if columns(english) > 110 || columns(chinese) > 110 => "too long",
        () => return None,
    })
}

fn assert_complete(pairs: impl IntoIterator<Item = Pair>) {
    let faulty: Vec<_> = pairs.into_iter().filter_map(|pair| Some((fault(pair)?, pair))).collect();
    assert!(faulty.is_empty(), "{faulty:#?}");
}

#[test]
fn faults_of_pairs_are_noticed() {
    let sound = ("no `sign` in err_code", "err_code中没有`sign`");
    assert_eq!(fault(sound), None);
    for (expected, pair) in [
        ("no English", ("", sound.1)),
        ("no English", (sound.1, sound.1)),
        ("no Chinese", (sound.0, "")),
        ("no Chinese", (sound.0, sound.0)),
        ("no clause", ("no `sign` in err_code.", sound.1)),
        ("no clause", (sound.0, "err_code中没有`sign`。")),
        ("half-width punctuation", (sound.0, "err_code中,没有`sign`")),
        ("other names", (sound.0, "err_code中没有签名")),
        ("other names", (sound.0, "没有`sign`")),
        ("too long", (sound.0, format!("err_code中没有`sign`{}", "，没有".repeat(16)).leak())),
    ] {
        assert_eq!(fault(pair), Some(expected), "{pair:?}");
    }
}

#[test]
fn every_kind_of_error_has_both() {
    assert_complete(ErrorKind::ALL.iter().map(|kind| pair(|language| kind.text(language))));
}

#[test]
fn every_explanation_has_both() {
    assert_complete(Cause::ALL.iter().map(|cause| pair(|language| cause.text(language))));
    let others = [Explanation::Right, Explanation::Unknown];
    assert_complete(others.map(|other| pair(|language| other.text(language))));
}

#[test]
fn languages_are_found_by_tags_and_locales() {
    for name in
        ["zh", "zh-CN", "zh_CN", "zh_CN.UTF-8", "ZH-Hans", "zh-Hant-HK", "zh_TW.Big5", "zh@pinyin"]
    {
        assert_eq!(Language::find(name), Some(Language::Chinese), "{name}");
    }
    for name in ["en", "EN", "en-GB", "en_US.UTF-8", "C", "C.UTF-8", "POSIX"] {
        assert_eq!(Language::find(name), Some(Language::English), "{name}");
    }
    for name in ["", "-", "z", "zhx", "zha", "zh CN", "de_DE.UTF-8", "english", "中文"] {
        assert_eq!(Language::find(name), None, "{name}");
    }
    for language in Language::ALL {
        assert_eq!(Language::find(language.tag()), Some(language));
    }
}
