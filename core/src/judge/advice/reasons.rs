//! The documented reasons, packed while compiling: what judging needs of them.

use super::Action;
use super::codes::{self, Code};
use crate::judge::lexicon::{Lexicon, Words};
use crate::judge::status;
use crate::protocol::Family;

/// The reasons of a kind.
pub(super) struct Reasons {
    pub(super) rows: &'static [Row],
    /// Where the texts of these rows begin among those of all kinds.
    pub(super) start: u16,
}

/// What to do about a reason.
#[derive(Clone, Copy)]
pub(super) struct Row {
    /// The number of the reason in its lexicon; 0 for one that is not known.
    pub(super) word: u8,
    /// The number of the set of families that it is known to.
    set: u8,
    pub(super) action: Action,
}

const ERROR_SPELLINGS: Words<{ codes::ERRORS.len() }> = Words::new(spellings(codes::ERRORS));
const REFUSAL_SPELLINGS: Words<{ codes::REFUSALS.len() }> = Words::new(spellings(codes::REFUSALS));

/// The error codes.
pub(super) const ERROR_WORDS: Lexicon =
    Lexicon::new(&ERROR_SPELLINGS.packed::<{ ERROR_SPELLINGS.packed_len() }>());
/// The number of the error that says that there is no such order.
pub(crate) const ORDER_NOT_EXIST: u8 = ERROR_SPELLINGS.number("ORDERNOTEXIST");
/// What refusals begin with.
pub(super) const REFUSAL_WORDS: Lexicon =
    Lexicon::new(&REFUSAL_SPELLINGS.packed::<{ REFUSAL_SPELLINGS.packed_len() }>());

pub(super) const ERRORS: Reasons = Reasons {
    rows: &rows::<{ codes::ERRORS.len() }, _>(codes::ERRORS, &ERROR_SPELLINGS),
    start: 0,
};
pub(super) const STATUSES: Reasons = Reasons {
    rows: &rows::<{ codes::STATUSES.len() }, _>(codes::STATUSES, &status::SPELLINGS),
    start: ERRORS.end(),
};
pub(super) const REFUSALS: Reasons = Reasons {
    rows: &rows::<{ codes::REFUSALS.len() }, _>(codes::REFUSALS, &REFUSAL_SPELLINGS),
    start: STATUSES.end(),
};

impl Reasons {
    #[allow(
        clippy::arithmetic_side_effects,
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        reason = "while compiling"
    )]
    const fn end(&self) -> u16 {
        self.start + self.rows.len() as u16
    }
}

impl Row {
    /// Whether the reason is known to a family.
    pub(super) fn is_known_to(self, family: Family) -> bool {
        let sets = SETS_OF.get(usize::from(family.number()));
        let byte = sets.and_then(|sets| sets.get(usize::from(self.set / 8)));
        byte.is_some_and(|byte| byte >> (self.set % 8) & 1 != 0)
    }
}

/// The sets that differ.
const SETS: ([u64; SETS_MAX], usize) = {
    let mut sets = ([0; SETS_MAX], 0);
    sets = with_sets(sets, codes::ERRORS);
    sets = with_sets(sets, codes::STATUSES);
    with_sets(sets, codes::REFUSALS)
};
const SETS_MAX: usize = 64;

/// For each family, by its number, a bit for each set that it is in: half of what the sets take.
const SETS_OF: [[u8; SETS.1.div_ceil(8)]; Family::COUNT] = sets_of();

#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "while compiling")]
const fn with_sets(
    (mut sets, mut count): ([u64; SETS_MAX], usize),
    codes: &[Code],
) -> ([u64; SETS_MAX], usize) {
    let mut at = 0;
    while at < codes.len() {
        let set = codes[at].1;
        let mut place = 0;
        while place < count && sets[place] != set {
            place += 1;
        }
        if place == count {
            sets[place] = set;
            count += 1;
        }
        at += 1;
    }
    (sets, count)
}

#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "while compiling")]
const fn sets_of<const BYTES: usize>() -> [[u8; BYTES]; Family::COUNT] {
    let mut sets_of = [[0; BYTES]; Family::COUNT];
    let mut family = 0;
    while family < Family::COUNT {
        let mut set = 0;
        while set < SETS.1 {
            if SETS.0[set] >> family & 1 != 0 {
                sets_of[family][set / 8] |= 1 << (set % 8);
            }
            set += 1;
        }
        family += 1;
    }
    sets_of
}

#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "while compiling")]
const fn spellings<const COUNT: usize>(codes: &[Code]) -> [&'static str; COUNT] {
    let mut spellings = [""; COUNT];
    let mut at = 0;
    while at < COUNT {
        spellings[at] = codes[at].0;
        at += 1;
    }
    spellings
}

#[allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::indexing_slicing,
    reason = "while compiling"
)]
const fn rows<const COUNT: usize, const WORDS: usize>(
    codes: &[Code],
    words: &Words<WORDS>,
) -> [Row; COUNT] {
    let mut rows = [Row { word: 0, set: 0, action: Action::Query }; COUNT];
    let mut at = 0;
    while at < COUNT {
        let (code, families, action) = codes[at];
        let mut set = 0;
        while SETS.0[set] != families {
            set += 1;
        }
        rows[at] = Row { word: words.number(code), set: set as u8, action };
        at += 1;
    }
    rows
}
