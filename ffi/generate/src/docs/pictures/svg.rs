//! As much of SVG as the pictures need, and what they look like.

use std::fmt::Write as _;

/// A place or a size, in pixels.
pub(super) type Point = (f64, f64);

/// The page shines through. What a class is called says what it means: `good` and `bad` ends, `open` for
/// what is not known.
const STYLE: &str = "\
text { font: 14px system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'WenQuanYi Micro Hei', sans-serif; fill: #1f2328 }
.title { font-weight: 600; font-size: 15px }
.small { font-size: 12.5px }
.code { font-family: ui-monospace, Consolas, Menlo, monospace; font-size: 13px }
.faint { fill: #59636e }
.box { fill: #f6f8fa; stroke: #8c959f }
.good { fill: #1a7f37 } .bad { fill: #cf222e } .open { fill: #9a6700 } .accent { fill: #0969da }
.bold { font-weight: 600 }
rect.good { fill: #dafbe1; stroke: #1a7f37 } rect.bad { fill: #ffebe9; stroke: #cf222e }
rect.open { fill: #fff8c5; stroke: #9a6700 } rect.accent { fill: #ddf4ff; stroke: #0969da }
rect.bar { fill: #0969da } rect.other { fill: #8c959f } rect.pale { fill: #d1d9e0 }
.line { fill: none; stroke: #59636e; stroke-width: 1.5 } .dashed { stroke-dasharray: 5 4 }
.grid { stroke: #8c959f; stroke-opacity: .35 }
.head { fill: #59636e }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 }
  .faint { fill: #9198a1 }
  .box { fill: #151b23; stroke: #656c76 }
  .good { fill: #3fb950 } .bad { fill: #f85149 } .open { fill: #d29922 } .accent { fill: #4493f8 }
  rect.good { fill: #12261e; stroke: #3fb950 } rect.bad { fill: #25171c; stroke: #f85149 }
  rect.open { fill: #272115; stroke: #d29922 } rect.accent { fill: #121d2f; stroke: #4493f8 }
  rect.bar { fill: #4493f8 } rect.other { fill: #8b949e } rect.pale { fill: #3d444d }
  .line { stroke: #9198a1 } .head { fill: #9198a1 }
}
";

/// A picture that is being written.
pub(super) struct Svg(String);

impl Svg {
    /// The title is what is read out to those who do not see it.
    pub(super) fn new((width, height): Point, title: &str) -> Self {
        let mut svg = Self(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\">\n<title>{}</title>\n<style>\n{STYLE}</style>\n",
            escaped(title)
        ));
        svg.put(
            "<defs><marker id=\"head\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"8\" \
             markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0L10 5L0 10z\" class=\"head\"/></marker></defs>",
        );
        svg
    }

    pub(super) fn text(&mut self, (x, y): Point, class: &str, text: &str) {
        self.put(&format!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" class=\"{class}\">{}</text>",
            escaped(text)
        ));
    }

    /// A text whose end, or whose middle, is at this place.
    pub(super) fn text_at(&mut self, (x, y): Point, anchor: &str, class: &str, text: &str) {
        self.put(&format!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\" class=\"{class}\">{}</text>",
            escaped(text)
        ));
    }

    /// A text of parts, each with its class.
    pub(super) fn spans(&mut self, (x, y): Point, class: &str, parts: &[(&str, &str)]) {
        let mut line = format!("<text x=\"{x:.1}\" y=\"{y:.1}\" class=\"{class}\">");
        for (class, text) in parts {
            let _ = write!(line, "<tspan class=\"{class}\">{}</tspan>", escaped(text));
        }
        self.put(&(line + "</text>"));
    }

    pub(super) fn rect(&mut self, (x, y): Point, (width, height): Point, class: &str) {
        self.put(&format!(
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" rx=\"6\" \
             class=\"{class}\"/>"
        ));
    }

    pub(super) fn bar(&mut self, (x, y): Point, (width, height): Point, class: &str) {
        self.put(&format!(
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" class=\"{class}\"/>"
        ));
    }

    /// A line through these points; with an arrow head at its end, if the class has `arrow`.
    pub(super) fn line(&mut self, points: &[Point], class: &str) {
        let points: Vec<String> = points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
        let head = if class.contains("arrow") { " marker-end=\"url(#head)\"" } else { "" };
        self.put(&format!("<polyline points=\"{}\" class=\"{class}\"{head}/>", points.join(" ")));
    }

    fn put(&mut self, element: &str) {
        self.0 += element;
        self.0.push('\n');
    }

    pub(super) fn finish(mut self) -> String {
        self.put("</svg>");
        self.0
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// About how wide a text is, in pixels, at this size; fonts differ.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(|c| if c >= '\u{2e80}' { size } else { size * 0.54 }).sum()
}

/// A text in lines that are at most so wide. Chinese can break behind every character, but for
/// punctuation.
pub(super) fn lines(text: &str, size: f64, most: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in pieces(text) {
        let last = lines.last().map_or("", String::as_str);
        if !last.is_empty() && width(&format!("{last}{}", piece.trim_end()), size) > most {
            lines.push(String::new());
        }
        if let Some(last) = lines.last_mut() {
            last.push_str(&piece);
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

/// What cannot be broken: words with the blank behind them, and characters of Chinese.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for c in text.chars() {
        let begins = match pieces.last().and_then(|piece| piece.chars().last()) {
            None => true,
            Some(before) => {
                !"，。；：、）”".contains(c)
                    && before != '（'
                    && before != '“'
                    && (before == ' ' || c >= '\u{2e80}' || before >= '\u{2e80}')
            }
        };
        match pieces.last_mut() {
            Some(piece) if !begins => piece.push(c),
            _ => pieces.push(c.to_string()),
        }
    }
    pieces
}
