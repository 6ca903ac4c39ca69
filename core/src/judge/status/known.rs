//! What a status says, by the number of its text: all that judging needs of the types.

use super::{COUNTS, FIELDS, NUMBERS, OUTCOMES, SPELLINGS, StatusField, TradeState};
use crate::base::texts::texts;
use crate::field::Fields;
use crate::judge::lexicon::{Lexicon, Match};
use crate::judge::{OrderState, Outcome};
use crate::names;
use crate::sign::Canonical;

/// The texts of all values.
pub(crate) const WORDS: Lexicon = Lexicon::new(&SPELLINGS.packed::<{ SPELLINGS.packed_len() }>());

/// The number of what a field states among the texts of all values, if it states anything.
pub(crate) fn stated(fields: &Canonical<'_, impl Fields + ?Sized>, name: &str) -> Option<u8> {
    WORDS.stated(fields, name, Match::Exact)
}

/// The number of [`names::SUCCESS`], which is the text of a status as well.
pub(crate) const SUCCESS: u8 = SPELLINGS.number(names::SUCCESS);
/// The number of [`names::FAIL`].
pub(crate) const FAIL: u8 = SPELLINGS.number(names::FAIL);

/// What a status field says.
#[derive(Clone, Copy)]
pub(crate) struct Status {
    /// The number of the value among all [`WORDS`].
    pub(crate) word: u8,
    pub(crate) outcome: Outcome,
}

impl StatusField {
    pub(crate) fn name(self) -> &'static str {
        texts(FIELDS).nth(self.number()).unwrap_or_default()
    }

    /// What the field says if it has the value with this number.
    pub(crate) fn says(self, word: u8) -> Status {
        let before = COUNTS.iter().take(self.number()).copied().map(usize::from).sum();
        let count = COUNTS.get(self.number()).copied().map_or(0, usize::from);
        let mut known = NUMBERS.iter().zip(OUTCOMES).skip(before).take(count);
        let known = known.find(|(known, _)| **known == word);
        Status { word, outcome: known.map_or(Outcome::Unsettled, |(_, outcome)| *outcome) }
    }

    #[allow(clippy::as_conversions, reason = "the discriminant of an enum")]
    const fn number(self) -> usize {
        self as usize
    }
}

impl Status {
    pub(crate) fn is_settled(self) -> bool {
        self.outcome != Outcome::Unsettled
    }

    /// What it says about the order, if it is a [`TradeState`].
    pub(crate) fn order(self) -> OrderState {
        let place = usize::from(self.word).checked_sub(1);
        place.and_then(|place| ORDERS.get(place)).copied().unwrap_or_default()
    }
}

/// The states of orders by the numbers of their words, which are the first ones.
#[allow(clippy::indexing_slicing, reason = "while compiling")]
const ORDERS: [OrderState; TradeState::KNOWN.len()] = {
    let mut orders = [OrderState::Unknown; TradeState::KNOWN.len()];
    let mut known = TradeState::KNOWN;
    while let [others @ .., state] = known {
        orders[others.len()] = state.order();
        known = others;
    }
    orders
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Value;

    #[test]
    fn the_first_numbers_are_those_of_the_states_of_orders() {
        for (word, state) in (1..).zip(TradeState::KNOWN) {
            let text = SPELLINGS.words[usize::from(word) - 1];
            assert_eq!(
                (SPELLINGS.number(text), TradeState::from(Value::new(text))),
                (word, *state)
            );
            assert_eq!(StatusField::TradeState.says(word).order(), state.order());
            assert_eq!(StatusField::TradeState.says(word).outcome, state.outcome());
        }
        let unlisted = TradeState::from(Value::new("NEW_STATE"));
        assert_eq!(StatusField::TradeState.says(0).order(), unlisted.order());
        assert_eq!(StatusField::TradeState.says(0).outcome, unlisted.outcome());
    }
}
