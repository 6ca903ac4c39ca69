//! What is known of the fields of requests, with each name held once.

mod rows;

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
            Row {
                name: 0,
                most: 0 $(+ $most)?,
                form: Form::$form,
                usually: [$(stringify!($usually),)? ""].len() > 1,
            },
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
pub(crate) struct Known(u16);

#[allow(clippy::as_conversions, reason = "the number of a variant")]
const fn number(number: Number) -> u16 {
    number as u16
}

/// What is known of a field.
#[derive(Clone, Copy)]
struct Row {
    /// The offset of its name in the text of names.
    name: u16,
    /// Its greatest length in characters, or 0 if no page limits it.
    most: u16,
    form: Form,
    usually: bool,
}

rows::rows!(known);

/// The rows with the offsets of their names, which are given with the lengths of these: a variant
/// has 0, and the name of the row before it.
#[allow(clippy::as_conversions, clippy::cast_possible_truncation, reason = "in a const fn")]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "while compiling")]
const fn rows<const N: usize>(given: [(usize, Row); N]) -> [Row; N] {
    let mut rows = [given[0].1; N];
    let (mut start, mut end, mut row) = (0, 0, 0);
    while row < N {
        let (len, mut known) = given[row];
        if len > 0 {
            (start, end) = (end, end + len);
        }
        known.name = start as u16;
        rows[row] = known;
        row += 1;
    }
    rows
}

impl Known {
    /// The field with this number.
    pub(super) const fn of(number: u16) -> Self {
        Self(number)
    }

    pub(super) const fn number(self) -> u16 {
        self.0
    }

    fn row(self) -> Option<&'static Row> {
        ROWS.get(usize::from(self.0))
    }

    /// The name.
    pub(crate) fn as_str(self) -> &'static str {
        let names = self.row().and_then(|row| NAMES.get(usize::from(row.name)..));
        first(names.unwrap_or_default(), 0).0
    }

    /// Whether this is its name.
    pub(super) fn is(self, name: &str) -> bool {
        let names = self.row().and_then(|row| NAMES.as_bytes().get(usize::from(row.name)..));
        let behind = names.and_then(|names| names.strip_prefix(name.as_bytes()));
        behind.is_some_and(|behind| behind.first() == Some(&0))
    }

    /// The greatest length, in characters.
    pub(super) fn most(self) -> Option<usize> {
        self.row().map(|row| usize::from(row.most)).filter(|most| *most > 0)
    }

    /// The form of the value, and whether another one is known to be refused.
    pub(super) fn form(self) -> (Form, bool) {
        self.row().map_or((Form::Text, false), |row| (row.form, !row.usually))
    }

    /// The listed values; none if no page lists any.
    pub(super) fn values(self) -> impl Iterator<Item = &'static str> {
        let (mut list, mut lists) = ("", VALUES);
        for row in ROWS.iter().take(usize::from(self.0).saturating_add(1)) {
            list = "";
            if row.form == Form::One {
                (list, lists) = first(lists, 0);
            }
        }
        core::iter::from_fn(move || {
            let value;
            (value, list) = first(list, b'|');
            (!value.is_empty()).then_some(value)
        })
    }
}

/// What stands before the first byte like this one, and what stands behind it.
#[inline(never)]
fn first(text: &'static str, end: u8) -> (&'static str, &'static str) {
    let len = text.bytes().position(|byte| byte == end).unwrap_or(text.len());
    let (first, rest) = text.split_at_checked(len).unwrap_or_default();
    (first, rest.get(1..).unwrap_or_default())
}
