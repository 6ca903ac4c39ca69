//! Every text for people is there in English and in Chinese, and both say the same.

use std::collections::BTreeSet;

use wxp_core::body::{Layer, WebPage};
use wxp_core::{
    Body, BusinessCategory, Canonical, Cause, CertificateFile, Difference, Endpoint, Error,
    ErrorKind, Explanation, FindingKind, Hint, Language, SecondSignature, UnknownAlgorithm, Value,
    abi,
};

use crate::data::field;

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

/// A text without what is set in backticks.
fn prose(text: &str) -> String {
    text.split('`').step_by(2).collect()
}

/// The figures in a text: limits, days, versions.
fn figures(text: &str) -> Vec<&str> {
    let mut figures: Vec<_> = text.split(|c: char| !c.is_ascii_digit()).collect();
    figures.sort_unstable();
    figures.retain(|figure| !figure.is_empty());
    figures
}

const LONG: &str = "longer than a line";

/// Why this pair cannot stay as it is.
fn fault((english, chinese): Pair) -> Option<&'static str> {
    let stops = |text: &str| text.ends_with(['.', '。', '!', '！', ' ']);
    // Both are read in one line, and Chinese takes two columns a character.
    let columns = |text: &str| text.chars().map(|c| 1 + usize::from(!c.is_ascii())).sum::<usize>();
    Some(match () {
        () if english.is_empty() || !english.is_ascii() => "no English",
        () if !chinese.contains(is_chinese) => "no Chinese",
        () if stops(english) || stops(chinese) => "no clause",
        () if prose(chinese).contains([',', ';', ':', '(', ')']) => "half-width punctuation",
        () if terms(english) != terms(chinese) => "other names",
        () if figures(english) != figures(chinese) => "other figures",
        () if columns(english) > 110 || columns(chinese) > 110 => LONG,
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
    assert_eq!(fault(("2 of 10", "10的2")), None);
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
        ("other figures", ("2 of 10", "1的20")),
        (LONG, (sound.0, format!("err_code中没有`sign`{}", "，没有".repeat(16)).leak())),
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
    let seconds = SecondSignature::ALL.iter();
    assert_complete(seconds.map(|second| pair(|language| second.text(language))));
    let others = [Explanation::Right, Explanation::Unknown];
    assert_complete(others.map(|other| pair(|language| other.text(language))));
}

fn advices() -> impl Iterator<Item = Pair> {
    let text = |number, language| Some(abi::advice_text(number, language)?.to_str().unwrap());
    (1..).map_while(move |number| {
        Some((text(number, Language::English)?, text(number, Language::Chinese)?))
    })
}

/// A hint is a sentence or two, and the only text that is longer than a line.
#[test]
fn every_hint_has_both() {
    let pairs = Hint::ALL.iter().map(|hint| pair(|language| hint.text(language)));
    let faulty: Vec<_> = pairs.filter(|pair| !matches!(fault(*pair), None | Some(LONG))).collect();
    assert!(faulty.is_empty(), "{faulty:#?}");
}

#[test]
fn every_advice_has_both() {
    assert!(advices().count() > 150);
    assert_complete(advices());
}

/// Where the one says "same number" and the other "new number", somebody pays twice.
#[test]
fn advices_say_the_same_about_numbers_and_queries() {
    let mut counts = [0; 3];
    for (english, chinese) in advices() {
        let english_says = |words: &[&str]| words.iter().any(|word| english.contains(word));
        let chinese_says = |words: &[&str]| words.iter().any(|word| chinese.contains(word));
        let keeps = english_says(&["same number", "same refund number", "keep the number"])
            || english_says(&["original number", "the same parameters"]);
        let renews = english.contains("new") && english.contains("number");
        let asks = english_says(&["query", "queries"]);
        assert_eq!(keeps, chinese_says(&["原单号", "原退款单号"]), "{english}: {chinese}");
        assert_eq!(renews, chinese_says(&["新的"]), "{english}: {chinese}");
        assert!(!asks || chinese_says(&["查询"]), "{english}: {chinese}");
        // The order of the steps is the advice.
        assert!(!english.contains("query first") || chinese.contains("请先查询，"), "{chinese}");
        counts[0] += usize::from(keeps);
        counts[1] += usize::from(renews);
        counts[2] += usize::from(asks);
    }
    assert!(counts.iter().all(|count| *count > 10), "{counts:?}");
}

#[test]
fn every_operation_has_both() {
    assert_complete(Endpoint::all().map(|endpoint| pair(|language| endpoint.purpose(language))));
    let chinese = |endpoint: Endpoint| endpoint.purpose(Language::Chinese);
    let distinct: BTreeSet<_> = Endpoint::all().map(chinese).collect();
    assert_eq!(distinct.len(), Endpoint::COUNT);
}

#[test]
fn every_fact_has_both() {
    let names = BusinessCategory::ALL.iter().map(|one| pair(|language| one.name(language)));
    assert_complete(names);
    assert_complete(CertificateFile::ALL.map(|file| pair(|language| file.content(language))));
    assert_complete([pair(|language| UnknownAlgorithm.text(language))]);
}

/// What displays, in English and in Chinese.
fn both(english: impl ToString, chinese: impl ToString) -> [String; 2] {
    [english.to_string(), chinese.to_string()]
}

#[test]
fn errors_have_their_places_in_both() {
    let said = |error: Error| {
        assert_eq!(error.to_string(), error.in_language(Language::English).to_string());
        both(error, error.in_language(Language::Chinese))
    };
    for kind in ErrorKind::ALL {
        let [english, chinese] = said(Error::from(*kind));
        let english = english.strip_prefix(kind.text(Language::English)).unwrap();
        let chinese = chinese.strip_prefix(kind.text(Language::Chinese)).unwrap();
        assert!(!chinese.contains(|c: char| c.is_ascii_alphabetic()), "{kind:?}");
        assert_eq!(english.is_empty(), chinese.is_empty(), "{kind:?}");
        assert_eq!(figures(english), figures(chinese), "{kind:?}");
    }
    let lacks = Error::from(ErrorKind::Lacks { field: "refund_id" });
    assert_eq!(
        said(lacks),
        [
            "authentic, but of another kind: it lacks a field, refund_id",
            "签名正确，但消息种类不符：缺少字段 refund_id"
        ]
    );
}

#[test]
fn differences_and_lengths_are_told_in_both() {
    let said = |name, expected, found| {
        let [expected, found] = [expected, found].map(Value::new);
        let difference = Difference { name, expected, found };
        both(difference, difference.in_language(Language::Chinese))
    };
    assert_eq!(said("fee", "100", "1"), ["fee is 1, not 100", "fee的值是1，应为100"]);
    assert_eq!(said("fee", "100", ""), ["fee is missing, not 100", "缺少fee，应为100"]);
    assert_eq!(
        said("fee", "", "1"),
        ["fee is 1, and should be missing", "fee的值是1，但不应有此字段"]
    );
    assert_eq!(
        said("", "", ""),
        ["nothing was expected, so nothing was compared", "没有给出应有的值，因此没有比较"]
    );
    let fields = [field("out_trade_no", "20260101001")];
    let order = Canonical::of(&fields).unwrap();
    let expected = [field("out_trade_no", "20260101002")];
    let difference = order.expect(&expected[..]).unwrap_err();
    assert_eq!(
        difference.in_language(Language::English).to_string(),
        "out_trade_no is 20260101001, not 20260101002"
    );
}

#[test]
fn every_kind_of_finding_has_both() {
    assert_complete(FindingKind::ALL.iter().map(|kind| pair(|language| kind.text(language))));
}

#[test]
fn every_kind_of_body_has_both() {
    assert_complete(Body::ALL.iter().map(|body| pair(|language| body.text(language))));
    assert_complete(Layer::ALL.iter().map(|layer| pair(|language| layer.text(language))));
    assert_complete(WebPage::ALL.iter().map(|page| pair(|language| page.text(language))));
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
