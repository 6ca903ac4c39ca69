//! What tasks take beside the bare digest, with MD5 and with HMAC-SHA256; of the table of benches/README.md,
//! which `make bench` measures.

use wxp_core::Language;

use super::super::say;
use super::svg::Svg;
use crate::{read, root};

const TABLE: &str = "benches/README.md";

/// A row of the table, and what the task is in words.
const TASKS: [(&str, [&str; 2]); 5] = [
    ("sign W1, in the caller's order", ["sign an order of 11 fields", "为11个字段的订单签名"]),
    (
        "sign W2, already sorted",
        ["sign an order of 18 sorted fields", "为18个已排序字段的订单签名"],
    ),
    ("sign W1 and write it", ["sign and write an order of 11 fields", "签名并写出11个字段的订单"]),
    ("read and verify W3", ["read and verify a notice of 1 KB", "读取1 KB的通知并验签"]),
    ("read and verify W4", ["read and verify an answer of 6.7 KB", "读取6.7 KB的应答并验签"]),
];

const WAYS: [(&str, [&str; 2]); 3] = [
    ("bar", ["wxp", "wxp"]),
    (
        "other",
        ["a fast program by hand, which checks almost nothing", "手写的快速程序，几乎不做检查"],
    ),
    ("pale", ["a simple program: maps and format!", "简单程序：map与format!"]),
];

/// Where the panels of the two algorithms begin, and how wide they are.
const PANELS: [(&str, f64); 2] = [("MD5", 262.0), ("HMAC-SHA256", 586.0)];
const WIDE: f64 = 250.0;
const ROW: f64 = 58.0;

/// What a task took: nanoseconds of wxp, and each way as multiples of the digest.
struct Times {
    nanoseconds: f64,
    multiples: [f64; 3],
}

pub(super) fn draw(language: Language) -> Result<String, String> {
    let text = read(&root().join(TABLE))?;
    let times: Vec<[Times; 2]> =
        TASKS.iter().map(|(row, _)| times(&text, row)).collect::<Result<_, _>>()?;
    let most = times.iter().flatten().flat_map(|times| times.multiples).fold(1.0, f64::max);
    let bottom = 112.0 + TASKS.len() as f64 * ROW;
    let title = say(language, "Time, as a multiple of the bare digest", "耗时，以单纯计算摘要为1");
    let mut svg = Svg::new((900.0, bottom + 44.0), title);
    svg.text((16.0, 28.0), "title", title);
    let mut x = 16.0;
    for (class, name) in WAYS {
        let name = say(language, name[0], name[1]);
        svg.bar((x, 42.0), (12.0, 12.0), class);
        svg.text((x + 18.0, 53.0), "small", name);
        x += 50.0 + super::svg::width(name, 13.0);
    }
    for (algorithm, left) in PANELS {
        svg.text((left, 88.0), "bold", algorithm);
        for mark in (0..=most as u32).step_by(5) {
            let x = left + f64::from(mark) / most * WIDE;
            svg.line(&[(x, 98.0), (x, bottom)], "grid");
            svg.text_at((x, bottom + 18.0), "middle", "small faint", &mark.to_string());
        }
        let digest = left + WIDE / most;
        svg.line(&[(digest, 98.0), (digest, bottom)], "line");
    }
    svg.text_at(
        (PANELS[0].1, bottom + 36.0),
        "start",
        "small faint",
        say(
            language,
            "1: the digest alone (make bench, one run)",
            "1：仅计算摘要（make bench，一次测得）",
        ),
    );
    for (task, (times, (_, name))) in (0_u8..).zip(times.iter().zip(TASKS)) {
        let y = 104.0 + f64::from(task) * ROW;
        svg.text_at((250.0, y + 26.0), "end", "small", say(language, name[0], name[1]));
        for ((_, left), times) in PANELS.iter().zip(times) {
            for (row, ((class, _), multiple)) in (0_u8..).zip(WAYS.iter().zip(times.multiples)) {
                let (y, wide) = (y + f64::from(row) * 15.0, multiple / most * WIDE);
                svg.bar((*left, y), (wide, 12.0), class);
                if row == 0 {
                    let text = format!("{} ns", super::grouped(times.nanoseconds));
                    svg.text((left + wide + 6.0, y + 10.5), "small", &text);
                }
            }
        }
    }
    Ok(svg.finish())
}

/// The figures of a row: those outside the parentheses are for MD5, those inside for HMAC-SHA256.
fn times(text: &str, row: &str) -> Result<[Times; 2], String> {
    let begin = format!("| {row} |");
    let line =
        text.lines().find(|line| line.starts_with(&begin)).ok_or(format!("{TABLE}: no {row}"))?;
    let mut figures = [Vec::new(), Vec::new()];
    for cell in line.trim_matches('|').split('|').skip(1) {
        let (md5, hmac) =
            cell.trim().trim_end_matches(')').split_once(" (").ok_or(format!("{TABLE}: {cell}"))?;
        for (figures, text) in figures.iter_mut().zip([md5, hmac]) {
            figures.push(text.replace(',', "").parse().map_err(|_| format!("{TABLE}: {cell}"))?);
        }
    }
    let [md5, hmac] = figures.map(|figures: Vec<f64>| {
        let [nanoseconds, digest, good, naive] = figures[..] else { return None };
        Some(Times { nanoseconds, multiples: [digest, digest * good, digest * naive] })
    });
    match (md5, hmac) {
        (Some(md5), Some(hmac)) => Ok([md5, hmac]),
        _ => Err(format!("{TABLE}: {row}")),
    }
}
