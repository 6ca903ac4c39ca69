//! What is known of the fields of requests, with each name held once.

mod rows;

use core::num::NonZeroU16;

use super::form::Form;

/// What a name is in memory: a variant has that of another row.
macro_rules! name {
    ($known:ident) => {
        concat!(stringify!($known), "\0")
    };
    ($known:ident = $name:literal) => {
        concat!($name, "\0")
    };
    ($known:ident of $other:ident) => {
        ""
    };
}

/// Divides the rows into one text of names and one of lists of values, each with a NUL at its end,
/// and a few bytes for each row.
macro_rules! known {
    ($($known:ident $(of $other:ident)? $(= $name:literal)?: $form:ident $(($values:literal))?
        $($usually:ident)? $($most:literal)?;)+) => {
        const NAMES: &str = concat!($(name!($known $(of $other)? $(= $name)?)),+);
        const VALUES: &str = concat!($($($values, "\0",)?)+);
        static ROWS: [Row; Known::COUNT] = rows([$((
            name!($known $(of $other)? $(= $name)?).len(),
            Row::new(0 $(+ $most)?, Form::$form, [$(stringify!($usually),)? ""].len() > 1),
        )),+]);

        /// The numbers of the rows.
        #[allow(non_camel_case_types, reason = "they are the names of the protocol")]
        #[repr(u16)]
        enum Number {
            $($known,)+
            Count,
        }

        #[allow(non_upper_case_globals, reason = "they are the names of the protocol")]
        impl Known {
            #[allow(clippy::as_conversions, reason = "in a const")]
            const COUNT: usize = Number::Count as usize;
            $(pub(super) const $known: Self = Self(number(Number::$known));)+
        }
    };
}

/// A field of some requests, by its row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Known(NonZeroU16);

/// The first row has 1, so that none can be told from it.
#[allow(clippy::as_conversions, reason = "the number of a variant")]
const fn number(number: Number) -> NonZeroU16 {
    NonZeroU16::MIN.saturating_add(number as u16)
}

/// What is known of a field, from the lowest bits up: the offset of its name in the text of names;
/// its greatest length in characters, or 0 if no page limits it; the number of its form; whether
/// values usually have that.
#[derive(Clone, Copy)]
struct Row(u32);

const NAME_BITS: u32 = 13;
const MOST_BITS: u32 = 14;
const FORM_BITS: u32 = 4;

impl Row {
    #[allow(clippy::as_conversions, clippy::cast_lossless, reason = "in a const fn")]
    #[allow(clippy::indexing_slicing, reason = "while compiling")]
    const fn new(most: u16, form: Form, usually: bool) -> Self {
        assert!(most >> MOST_BITS == 0, "too few bits");
        assert!(Form::ALL[form as usize] as u32 == form as u32, "in another order");
        let above = (usually as u32) << FORM_BITS | form as u32;
        Self((above << MOST_BITS | most as u32) << NAME_BITS)
    }

    #[allow(clippy::as_conversions, clippy::cast_possible_truncation, reason = "in a const fn")]
    const fn named(self, offset: usize) -> Self {
        assert!(offset >> NAME_BITS == 0, "too few bits");
        Self(self.0 | offset as u32)
    }

    /// So many bits from there on.
    fn bits(self, from: u32, count: u32) -> usize {
        let mask = u32::MAX.wrapping_shl(count);
        usize::try_from(self.0.wrapping_shr(from) & !mask).unwrap_or_default()
    }

    fn name(self) -> usize {
        self.bits(0, NAME_BITS)
    }

    fn most(self) -> usize {
        self.bits(NAME_BITS, MOST_BITS)
    }

    fn form(self) -> Form {
        let number = self.bits(NAME_BITS + MOST_BITS, FORM_BITS);
        Form::ALL.get(number).copied().unwrap_or(Form::Text)
    }

    fn usually(self) -> bool {
        self.bits(NAME_BITS + MOST_BITS + FORM_BITS, 1) == 1
    }
}

rows::rows!(known);

/// The rows with the offsets of their names, which are given with the lengths of these: a variant
/// has 0, and the name of the row before it.
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "while compiling")]
const fn rows<const N: usize>(given: [(usize, Row); N]) -> [Row; N] {
    let mut rows = [given[0].1; N];
    let (mut start, mut end, mut row) = (0, 0, 0);
    while row < N {
        let (len, known) = given[row];
        if len > 0 {
            (start, end) = (end, end + len);
        }
        rows[row] = known.named(start);
        row += 1;
    }
    rows
}

impl Known {
    /// The field with this number; 0 is none.
    pub(super) const fn of(number: u16) -> Option<Self> {
        match NonZeroU16::new(number) {
            Some(number) => Some(Self(number)),
            None => None,
        }
    }

    pub(super) const fn number(self) -> u16 {
        self.0.get()
    }

    fn row(self) -> Row {
        let place = usize::from(self.number()).wrapping_sub(1);
        ROWS.get(place).copied().unwrap_or(Row(0))
    }

    /// The name.
    #[inline(never)]
    pub(crate) fn as_str(self) -> &'static str {
        first(NAMES.get(self.row().name()..).unwrap_or_default(), 0).0
    }

    /// Whether this is its name.
    pub(super) fn is(self, name: &str) -> bool {
        self.as_str() == name
    }

    /// The greatest length, in characters.
    pub(super) fn most(self) -> Option<usize> {
        Some(self.row().most()).filter(|most| *most > 0)
    }

    /// The form of the value, and whether another one is known to be refused.
    pub(super) fn form(self) -> (Form, bool) {
        (self.row().form(), !self.row().usually())
    }

    /// The listed values; none if no page lists any.
    pub(super) fn values(self) -> Values {
        Values(self.list())
    }

    #[inline(never)]
    fn list(self) -> &'static str {
        let (mut list, mut lists) = ("", VALUES);
        for row in ROWS.iter().take(usize::from(self.number())) {
            list = "";
            if row.form() == Form::One {
                (list, lists) = first(lists, 0);
            }
        }
        list
    }
}

/// The values of a list.
pub(super) struct Values(&'static str);

impl Iterator for Values {
    type Item = &'static str;

    // One copy.
    #[inline(never)]
    fn next(&mut self) -> Option<&'static str> {
        let value;
        (value, self.0) = first(self.0, b'|');
        (!value.is_empty()).then_some(value)
    }
}

/// What stands before the first byte like this one, and what stands behind it.
#[inline(never)]
pub(super) fn first(text: &'static str, end: u8) -> (&'static str, &'static str) {
    let len = text.bytes().position(|byte| byte == end).unwrap_or(text.len());
    let (first, rest) = text.split_at_checked(len).unwrap_or_default();
    (first, rest.get(1..).unwrap_or_default())
}
