//! The curves: what one of 10 to 10,000 fields costs. A flat curve is linear time.

use super::svg::{Anchor, Point, Svg};
use crate::races::growth::GROWTH;
use crate::table::{Part, Row};

const WIDTH: f64 = 210.0;
const HEIGHT: f64 = 250.0;

pub(super) fn draw(svg: &mut Svg, parts: &[Part], (x, y): Point) {
    let Some(part) = parts.iter().find(|part| part.name == GROWTH) else { return };
    let of = |order: &str, way| -> Vec<Point> {
        let rows = part.rows.iter().filter(|row| row.name.ends_with(order));
        rows.filter_map(|row| cost(row, way)).collect()
    };
    let curves = [
        ("shuffled, wxp", "dashed", of("shuffled", "wxp")),
        ("sorted, wxp", "wxp", of("sorted", "wxp")),
        ("digest", "good", of("sorted", "digest")),
    ];
    let costs = curves.iter().flat_map(|(_, _, curve)| curve).map(|(_, cost)| *cost);
    let top = (costs.fold(0.0, f64::max) / 50.0).ceil() * 50.0;
    let at = |(fields, cost): Point| {
        (x + (fields.log10() - 1.0) / 3.0 * WIDTH, y + HEIGHT - cost / top * HEIGHT)
    };
    for mark in (0..=top as u32).step_by(25) {
        let (_, y) = at((10.0, f64::from(mark)));
        svg.line((x, y), (x + WIDTH, y), "grid");
        svg.text((x - 6.0, y + 4.0), Anchor::End, "faint", &mark.to_string());
    }
    for (mark, text) in [(1e1, "10"), (1e2, "100"), (1e3, "1,000"), (1e4, "10,000")] {
        let (x, y) = at((mark, 0.0));
        svg.text((x, y + 16.0), Anchor::Middle, "faint", text);
    }
    for (name, class, curve) in curves {
        let points: Vec<Point> = curve.into_iter().map(at).collect();
        svg.polyline(&points, class);
        // Where the curve ends, above it; the digest's below.
        if let Some((end, height)) = points.last() {
            let height = if class == "good" { height + 16.0 } else { height - 8.0 };
            svg.text((*end, height), Anchor::End, "", name);
        }
    }
    svg.line((x, y + HEIGHT), (x + WIDTH, y + HEIGHT), "axis");
}

/// The number of fields, and what one of them cost.
fn cost(row: &Row, way: &str) -> Option<Point> {
    let fields: f64 = row.name.split(' ').next()?.parse().ok()?;
    row.nanoseconds(way).map(|ns| (fields, ns.median / fields))
}
