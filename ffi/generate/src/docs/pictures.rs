//! The pictures of the documentation, each in English and Chinese, for light and dark pages.

#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "places of a picture are small numbers"
)]

use std::path::Path;

use wxp_core::Language;

mod chain;
mod flash;
mod quickpay;
mod secret;
mod sequence;
mod speed;
mod svg;

use crate::Generated;

type Draw = fn(Language) -> Result<String, String>;

const PICTURES: [(&str, Draw); 7] = [
    ("quick-pay", quickpay::draw),
    ("judging", chain::draw),
    ("payment", |language| Ok(sequence::draw(&sequence::PAYMENT, language))),
    ("lost-answer", |language| Ok(sequence::draw(&sequence::LOST, language))),
    ("secret", |language| Ok(secret::draw(language))),
    ("flash", flash::draw),
    ("speed", speed::draw),
];

/// All of them, in this folder: `NAME.svg`, and `NAME.zh-CN.svg`.
pub(super) fn all(folder: &Path) -> Result<Vec<Generated>, String> {
    let mut all = Vec::new();
    for (name, draw) in PICTURES {
        for (language, end) in [(Language::English, "svg"), (Language::Chinese, "zh-CN.svg")] {
            let text = draw(language).map_err(|why| format!("picture {name}: {why}"))?;
            all.push(Generated { path: folder.join(format!("{name}.{end}")), text });
        }
    }
    Ok(all)
}

/// A whole number with commas between its thousands.
fn grouped(number: f64) -> String {
    let text = format!("{number}");
    let (thousands, rest) = text.split_at(text.len().saturating_sub(3));
    if thousands.is_empty() { text } else { format!("{thousands},{rest}") }
}
