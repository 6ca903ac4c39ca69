//! The short table: what wxp takes, and how that compares.

use std::fmt::{self, Display, Formatter};

use crate::measure::{Measured, Times};

/// The races of one kind, measured.
pub struct Part {
    /// What was done.
    pub name: &'static str,
    /// On what, and the times of each case, wxp's first.
    pub rows: Vec<Row>,
}

/// A race, measured.
pub struct Row {
    /// On what, and in which way.
    pub name: String,
    /// wxp's first.
    pub times: Vec<Times>,
}

impl Row {
    fn times(&self, name: &str) -> Option<&Times> {
        self.times.iter().find(|times| times.name == name)
    }

    /// The nanoseconds that a call of a case took.
    #[must_use]
    pub fn nanoseconds(&self, name: &str) -> Option<Measured> {
        self.times(name).map(Times::nanoseconds)
    }

    /// How many times as long as another case one took.
    #[must_use]
    pub fn over(&self, name: &str, other: &str) -> Option<Measured> {
        Some(self.times(name)?.over(self.times(other)?))
    }

    /// What the table says about a case beside wxp: the digest is what wxp is divided by, all
    /// others are divided by wxp.
    fn ratio(&self, name: &str) -> Option<Measured> {
        if name == "digest" { self.over("wxp", name) } else { self.over(name, "wxp") }
    }
}

/// What the columns mean.
pub const LEGEND: &str = "\
ns:      one call of wxp, in Rust; the median of the rounds
digest:  wxp's time over that of the bare digest of the bytes that are signed
others:  their time over wxp's: above 1, wxp is faster. libwxp is wxp behind its C ABI
±:       from the first to the third quartile of the rounds' ratios, over the median
varied:  256 messages in turns, in random order and of random lengths, as a program sees them
";

impl Display for Part {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{:22} {:>8}", self.name, "ns")?;
        let names: Vec<&str> = self.rows[0].times[1..].iter().map(|times| times.name).collect();
        names.iter().try_for_each(|name| write!(f, " {name:>12}"))?;
        writeln!(f)?;
        for row in &self.rows {
            write!(
                f,
                "  {:20} {:8.0}",
                row.name,
                row.nanoseconds("wxp").map_or(0.0, |ns| ns.median)
            )?;
            let ratios = names.iter().filter_map(|name| row.ratio(name));
            ratios.into_iter().try_for_each(|ratio| write!(f, " {ratio:>12}"))?;
            writeln!(f)?;
        }
        Ok(())
    }
}

/// As a ratio: two digits behind the point, or one above 10.
impl Display for Measured {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let digits = if self.median < 9.995 { 2 } else { 1 };
        f.pad(&format!("{:.digits$} ±{:2.0}%", self.median, 100.0 * self.spread))
    }
}
