//! The bars: wxp, a good idiom and the naive one, as multiples of the bare digest.

use super::svg::{Anchor, Point, Svg};
use crate::table::{Part, Row};

const BAR: f64 = 8.0;
const ROW: f64 = 3.0 * BAR + 8.0;
/// Where the bars begin, and where the longest ends.
const LEFT: f64 = 130.0;
const RIGHT: f64 = 500.0;

const WAYS: [&str; 3] = ["wxp", "good", "naive"];

/// What is drawn, with its title: the tasks that all three do, in the order that callers and the
/// gateway have.
fn rows(parts: &[Part]) -> Vec<(String, [f64; 3])> {
    let usual =
        |row: &&Row| !["presorted", "varied", "shuffled"].iter().any(|w| row.name.ends_with(w));
    let mut drawn = Vec::new();
    for part in parts {
        for row in part.rows.iter().filter(usual) {
            if let [Some(wxp), Some(good), Some(naive)] = WAYS.map(|way| over_digest(row, way)) {
                drawn.push((format!("{} {}", part.name, row.name), [wxp, good, naive]));
            }
        }
    }
    drawn
}

fn over_digest(row: &Row, way: &str) -> Option<f64> {
    row.over(way, "digest").map(|ratio| ratio.median)
}

pub(super) fn height(parts: &[Part]) -> f64 {
    rows(parts).len() as f64 * ROW + 20.0
}

pub(super) fn draw(svg: &mut Svg, parts: &[Part], (x, y): Point) {
    let rows = rows(parts);
    let bottom = y + rows.len() as f64 * ROW;
    let longest = rows.iter().flat_map(|(_, ratios)| *ratios).fold(1.0, f64::max);
    let at = |ratio: f64| x + LEFT + ratio / longest * (RIGHT - LEFT);
    for mark in (0..=longest as u32).step_by(2) {
        let mark = f64::from(mark);
        svg.line((at(mark), y), (at(mark), bottom), "grid");
        svg.text((at(mark), bottom + 16.0), Anchor::Middle, "faint", &format!("{mark}"));
    }
    for (index, (title, ratios)) in rows.iter().enumerate() {
        let top = y + index as f64 * ROW + 4.0;
        svg.text((x + LEFT - 8.0, top + 1.5 * BAR + 4.0), Anchor::End, "", title);
        for ((ratio, way), line) in ratios.iter().zip(WAYS).zip(0_u8..) {
            let top = top + f64::from(line) * BAR;
            svg.rect((at(0.0), top), (at(*ratio) - at(0.0), BAR - 1.0), way);
        }
    }
    // The digest itself, below which nobody gets with the same crates.
    svg.line((at(1.0), y), (at(1.0), bottom), "axis");
    svg.text((at(1.0), bottom + 16.0), Anchor::Middle, "faint", "1");
}
