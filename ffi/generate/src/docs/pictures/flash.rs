//! How much flash signing and reading need on a Cortex-M4, beside libraries for C; of the tables of
//! ffi/examples/bare-metal/README.md, which `make size` and `make size-c` measure.

use wxp_core::Language;

use super::super::say;
use super::svg::Svg;
use crate::{read, root};

const TABLES: &str = "ffi/examples/bare-metal/README.md";

/// A bar: the row of the table, its column, its class, and what it is called.
type Bar = (&'static str, usize, &'static str, [&'static str; 2]);

const BARS: [Bar; 7] = [
    ("sign, MD5 and HMAC-SHA256", 2, "bar", ["wxp: sign", "wxp：签名"]),
    ("BearSSL, sign", 1, "other", ["BearSSL: sign", "BearSSL：签名"]),
    ("mbedTLS, sign", 1, "other", ["mbedTLS: sign", "mbedTLS：签名"]),
    ("sign, and read documents", 2, "bar", ["wxp: sign and read XML", "wxp：签名并读取XML"]),
    ("BearSSL, sign; yxml, read", 1, "other", ["BearSSL and yxml", "BearSSL与yxml"]),
    ("BearSSL, sign; expat, read", 1, "other", ["BearSSL and expat", "BearSSL与expat"]),
    (
        "… and judge and acknowledge, all 137 operations",
        2,
        "bar",
        ["wxp: and verify, judge, 137 operations", "wxp：另含验签、判断、137个接口"],
    ),
];

pub(super) fn draw(language: Language) -> Result<String, String> {
    let text = read(&root().join(TABLES))?;
    let bytes: Vec<f64> = BARS.iter().map(|bar| bytes(&text, bar)).collect::<Result<_, _>>()?;
    let title = say(language, "Flash on a Cortex-M4, in bytes", "Cortex-M4上的闪存占用（字节）");
    let mut svg = Svg::new((900.0, 330.0), title);
    svg.text((16.0, 28.0), "title", title);
    let note = say(
        language,
        "make size, make size-c. The C libraries check less: see the page of the figures.",
        "由make size和make size-c测得。这些C库所做的检查较少，见数据所在页面。",
    );
    svg.text((16.0, 48.0), "small faint", note);
    let (left, most) = (310.0, bytes.iter().copied().fold(1.0, f64::max));
    for (row, ((_, _, class, name), bytes)) in (0_u8..).zip(BARS.iter().zip(bytes)) {
        // A gap between those that sign and those that read, too.
        let y = 66.0
            + f64::from(row) * 32.0
            + if row > 5 {
                24.0
            } else if row > 2 {
                12.0
            } else {
                0.0
            };
        let wide = bytes / most * (900.0 - left - 80.0);
        svg.text_at((left - 12.0, y + 16.0), "end", "small", say(language, name[0], name[1]));
        svg.bar((left, y), (wide, 22.0), class);
        svg.text((left + wide + 8.0, y + 16.0), "small", &super::grouped(bytes));
    }
    Ok(svg.finish())
}

/// The figure of a bar.
fn bytes(text: &str, (row, column, ..): &Bar) -> Result<f64, String> {
    let begin = format!("| {row} |");
    let line =
        text.lines().find(|line| line.starts_with(&begin)).ok_or(format!("{TABLES}: no {row}"))?;
    let cell = line.trim_matches('|').split('|').nth(*column).unwrap_or_default();
    cell.trim().replace(',', "").parse().map_err(|_| format!("{TABLES}: {row}: {cell}"))
}
