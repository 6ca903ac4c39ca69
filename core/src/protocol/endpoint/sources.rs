//! All that judging needs to know of the operations, in two bytes each.

use super::{Endpoint, catalogue};
use crate::protocol::{Family, Signed};

impl Endpoint {
    /// Who signs the answers of the operation with this number, and what decides over their meaning.
    pub(crate) fn signed_and_family(number: u16) -> Option<(Signed, Family)> {
        *SOURCES.get(usize::from(number))?
    }
}

/// By the numbers of the operations.
#[allow(clippy::as_conversions, clippy::indexing_slicing, reason = "while compiling")]
const SOURCES: [Option<(Signed, Family)>; 1 + LAST] = {
    let mut sources = [None; 1 + LAST];
    let mut rows = catalogue::ROWS;
    while let [row, others @ ..] = rows {
        sources[row.number as usize] = Some((row.signed, row.family));
        rows = others;
    }
    sources
};

/// The highest number.
#[allow(clippy::as_conversions, reason = "while compiling")]
const LAST: usize = {
    let (mut last, mut rows) = (0, catalogue::ROWS);
    while let [row, others @ ..] = rows {
        if row.number > last {
            last = row.number;
        }
        rows = others;
    }
    last as usize
};
