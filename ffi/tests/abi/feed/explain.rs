//! Why signatures do not match.

use wxp_core::{
    Algorithm, Canonical, Explanation, Field, Hint, Key, Marked, Sender, Value, explain,
};

use super::{API_KEY, Feed, algorithm};

/// A message, and signatures that were made of it with some mistake.
pub(super) fn explanations(feed: &mut Feed) {
    const TABLE: [(&str, &str); 5] = [
        ("stock_id", "a & b"),
        ("stock_id0", " tea"),
        ("Zone", "\u{8336}"),
        ("empty", ""),
        ("sign_type", "MD5"),
    ];
    let other: Vec<_> = TABLE.iter().filter(|pair| pair.0 != "Zone").copied().collect();
    let mut trimmed = TABLE;
    trimmed[1].1 = "tea";
    let mut escaped = TABLE;
    escaped[0].1 = "a &amp; b";
    let mut lost = TABLE;
    lost[2].1 = "?";
    let untyped = &TABLE[..4];
    let two = [TABLE[0], TABLE[1], TABLE[3]];
    let right = sign(Algorithm::Md5, API_KEY, &TABLE);
    for offered in [
        right.clone(),
        right.to_lowercase(),
        right.chars().take(20).collect(),
        format!("{right}\n"),
        "no signature".to_owned(),
        "0".repeat(32),
        sign(Algorithm::HmacSha256, API_KEY, &TABLE),
        sign(Algorithm::Md5, &API_KEY.to_uppercase(), &TABLE),
        sign(Algorithm::Md5, &format!("{API_KEY}\n"), &TABLE),
        sign(Algorithm::Md5, API_KEY, &other),
        sign(Algorithm::Md5, API_KEY, &trimmed),
        sign(Algorithm::Md5, API_KEY, &escaped),
        sign(Algorithm::Md5, API_KEY, &lost),
        sign(Algorithm::Md5, API_KEY, untyped),
        sign(Algorithm::Md5, API_KEY, &two),
    ] {
        explanation(feed, &TABLE, &offered, &offered);
        // As the field sign of the message, in which it takes no part.
        let signed = [&TABLE[..], &[("sign", &offered)]].concat();
        explanation(feed, &signed, "", &offered);
    }
    explanation(feed, &TABLE, "", "");
    for message in ["签名错误", "沙箱验证签名失败", "Invalid Signature", "mch_id参数格式错误", ""]
    {
        feed.item("refusal").item(message);
        hints(feed, Hint::of_refusal(Value::new(message)));
    }
}

fn hints(feed: &mut Feed, hints: &[Hint]) {
    feed.number(hints.len());
    for hint in hints {
        feed.number(hint.code()).texts(|language| hint.text(language));
    }
}

fn sign(algorithm: Algorithm, secret: &str, pairs: &[(&str, &str)]) -> String {
    let key = Key::nonstandard(algorithm, secret.as_bytes()).unwrap();
    key.sign(&Canonical::of(&fields(pairs)).unwrap()).unwrap().as_str().to_owned()
}

fn fields<'a>(pairs: &[(&'a str, &'a str)]) -> Vec<Field<'a>> {
    pairs.iter().map(|(name, value)| Field::new(name, value).unwrap()).collect()
}

/// What is said about a signature: offered apart from the table if `apart` is not empty.
fn explanation(feed: &mut Feed, pairs: &[(&str, &str)], apart: &str, offered: &str) {
    let key = Key::new(Algorithm::Md5, API_KEY.as_bytes()).unwrap();
    let fields = fields(pairs);
    let said = explain(&key, &Canonical::of(&fields).unwrap(), Value::new(offered));
    let (cause, marked) = match said {
        Explanation::Right => (0, Marked::NONE),
        Explanation::Mistake { cause, fields } => (cause.code(), fields),
        _ => (1, Marked::NONE),
    };
    feed.item("explain").item(offered).number(algorithm(Algorithm::Md5)).item(API_KEY).item(apart);
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    feed.fields(&pairs.iter().map(owned).collect::<Vec<_>>());
    feed.number(cause).number(marked.len());
    marked.iter().for_each(|index| _ = feed.number(index));
    feed.texts(|language| said.text(language));
    for sender in [Sender::Merchant, Sender::Gateway] {
        hints(feed, said.hints(sender));
    }
}
