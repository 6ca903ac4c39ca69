//! As much of SVG as the chart needs.

use std::fmt::Write;

/// A place or a size, in pixels.
pub(super) type Point = (f64, f64);

/// Which part of a text is at its place.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// What the classes look like. The page shines through, so the greys stand out on white and black.
const STYLE: &str = "\
text { font: 12px system-ui, sans-serif; fill: #333 }
.title { font-weight: 600 }
.faint { fill: #777 }
.axis { stroke: #999; stroke-width: 1 }
.grid { stroke: #999; stroke-opacity: .3 }
.wxp { fill: #2a7de1 } .good { fill: #8a949e } .naive { fill: #c3cad1 }
polyline { fill: none; stroke-width: 2 }
polyline.wxp { fill: none; stroke: #2a7de1 } polyline.good { fill: none; stroke: #8a949e }
polyline.dashed { stroke: #2a7de1; stroke-dasharray: 5 4 }
@media (prefers-color-scheme: dark) {
  text { fill: #ddd } .faint { fill: #999 } .naive { fill: #565e66 }
}
";

/// A picture that is being written.
pub(super) struct Svg(String);

impl Svg {
    pub(super) fn new(width: f64, height: f64) -> Self {
        let box_of =
            format!("width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\"");
        let start = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" {box_of}>");
        Self(format!("{start}\n<style>\n{STYLE}</style>\n"))
    }

    /// A text without `<` and `&`.
    pub(super) fn text(&mut self, (x, y): Point, anchor: Anchor, class: &str, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let place = format!("x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\"");
        self.put(&format!("<text {place} class=\"{class}\">{text}</text>"));
    }

    pub(super) fn rect(&mut self, (x, y): Point, (width, height): Point, class: &str) {
        let place =
            format!("x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"");
        self.put(&format!("<rect {place} class=\"{class}\"/>"));
    }

    pub(super) fn line(&mut self, from: Point, to: Point, class: &str) {
        let (from, to) = (
            format!("x1=\"{:.1}\" y1=\"{:.1}\"", from.0, from.1),
            format!("x2=\"{:.1}\" y2=\"{:.1}\"", to.0, to.1),
        );
        self.put(&format!("<line {from} {to} class=\"{class}\"/>"));
    }

    pub(super) fn polyline(&mut self, points: &[Point], class: &str) {
        let points: Vec<String> = points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
        self.put(&format!("<polyline points=\"{}\" class=\"{class}\"/>", points.join(" ")));
    }

    fn put(&mut self, element: &str) {
        let _ = writeln!(self.0, "{element}");
    }

    pub(super) fn finish(mut self) -> String {
        self.put("</svg>");
        self.0
    }
}
