//! The chart: on the left what tasks cost beside the bare digest, on the right how the cost of
//! signing grows.

use crate::table::Part;

mod bars;
mod growth;
mod svg;

use svg::{Anchor, Svg};

/// Draws what was measured, for light and dark pages.
#[must_use]
pub fn draw(parts: &[Part]) -> String {
    let mut svg = Svg::new(900.0, bars::height(parts) + 70.0);
    svg.text((10.0, 20.0), Anchor::Start, "title", "Time, as a multiple of the bare digest");
    for (x, class, name) in
        [(10.0, "wxp", "wxp"), (70.0, "good", "good"), (130.0, "naive", "naive")]
    {
        svg.rect((x, 32.0), (10.0, 10.0), class);
        svg.text((x + 16.0, 41.0), Anchor::Start, "", name);
    }
    bars::draw(&mut svg, parts, (10.0, 56.0));
    svg.text(
        (560.0, 20.0),
        Anchor::Start,
        "title",
        "Signing 10 to 10,000 fields with MD5, ns a field",
    );
    growth::draw(&mut svg, parts, (590.0, 56.0));
    svg.finish()
}
