//! The text that `downloadbill` and `downloadfundflow` answer with.

use core::iter::FusedIterator;

use crate::error::{Error, ErrorKind};
use crate::value::markup;

/// A complete bill: a table of payments or of movements of funds, and its totals.
///
/// A bill is not signed, so trust it only as far as the connection. Amounts are in
/// yuan with decimals, unlike those of messages.
///
/// ```
/// use wxp_core::Bill;
///
/// let text = "交易时间,商品名称,订单金额\r\n`2019-02-19 01:52:32,`tea, green,`0.03\r\n\
///     总交易单数,订单总金额\r\n`1,`0.03\r\n";
/// let bill = Bill::read(text.as_bytes())?;
/// for row in bill.rows() {
///     assert_eq!(row.get("商品名称"), Some("tea, green"));
/// }
/// assert_eq!(bill.totals().get("订单总金额"), Some("0.03"));
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Bill<'a> {
    rows: Rows<'a>,
    totals: Row<'a>,
}

impl<'a> Bill<'a> {
    /// Reads a bill: a line of names, rows with a value for each, a line of the totals' names, and
    /// one of the totals. It is UTF-8, with an optional byte order mark; each value is preceded by
    /// a back-tick, and no name has one; lines end with CR LF or LF, and the last one need not.
    /// A line has at most 64 names, none of them empty or there twice.
    ///
    /// A bill that was cut short is noticed, unless nothing but the end of the very last value is
    /// missing.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotUtf8`], also for a bill compressed with gzip; [`ErrorKind::Truncated`];
    /// and [`ErrorKind::Bill`] with the offset of the line that does not fit, which is the first
    /// one of an answer in XML that says why there is no bill.
    pub fn read(document: &'a [u8]) -> Result<Self, Error> {
        let mut lines = Lines { rest: markup::decode(document)?, document_len: document.len() };
        if lines.rest.starts_with('<') {
            return Err(lines.misfit());
        }
        let columns = lines.next(names)?;
        let rows = Rows { names: columns.clone(), lines: lines.clone() };
        while lines.is_at_row() {
            lines.next(|line| row(&columns, line))?;
        }
        let columns = lines.next(names)?;
        let totals = lines.next(|line| row(&columns, line))?;
        if lines.rest.is_empty() { Ok(Self { rows, totals }) } else { Err(lines.misfit()) }
    }

    /// The names of the columns.
    #[must_use]
    pub fn columns(&self) -> Cells<'a> {
        self.rows.names.clone()
    }

    /// The rows, in order.
    #[must_use]
    pub fn rows(&self) -> Rows<'a> {
        self.rows.clone()
    }

    /// The totals, which have names of their own.
    #[must_use]
    pub fn totals(&self) -> Row<'a> {
        self.totals.clone()
    }
}

/// The rows of a [`Bill`], which has an example.
#[derive(Clone, Debug)]
pub struct Rows<'a> {
    names: Cells<'a>,
    /// From the first row to the end of the bill.
    lines: Lines<'a>,
}

impl<'a> Iterator for Rows<'a> {
    type Item = Row<'a>;

    fn next(&mut self) -> Option<Row<'a>> {
        if !self.lines.is_at_row() {
            return None;
        }
        self.lines.next(|line| row(&self.names, line)).ok()
    }
}

impl FusedIterator for Rows<'_> {}

/// One row of a [`Bill`], which has an example, or its totals.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    names: Cells<'a>,
    values: Cells<'a>,
}

impl<'a> Row<'a> {
    /// The value in the column called `name`, empty or not; `None` if there is no such column.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&'a str> {
        let mut cells = self.names.clone().zip(self.values.clone());
        cells.find(|(column, _)| *column == name).map(|(_, value)| value)
    }

    /// The names of the columns.
    #[must_use]
    pub fn columns(&self) -> Cells<'a> {
        self.names.clone()
    }

    /// The values, one for each column.
    #[must_use]
    pub fn cells(&self) -> Cells<'a> {
        self.values.clone()
    }
}

/// The names or the values in one line of a bill, in order.
///
/// ```
/// use wxp_core::Bill;
///
/// let bill = Bill::read("交易时间,订单金额\n总交易单数,订单总金额\n`0,`0.00\n".as_bytes())?;
/// assert_eq!(bill.columns().collect::<Vec<_>>(), ["交易时间", "订单金额"]);
/// assert_eq!(bill.totals().cells().collect::<Vec<_>>(), ["0", "0.00"]);
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Cells<'a> {
    rest: Option<&'a str>,
    separator: &'static str,
}

impl<'a> Iterator for Cells<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest?;
        let (cell, rest) = match split_once(rest, self.separator) {
            Some((cell, rest)) => (cell, Some(rest)),
            None => (rest, None),
        };
        self.rest = rest;
        Some(cell)
    }
}

impl FusedIterator for Cells<'_> {}

/// The most names in a line, so that it takes no more than linear time to see that none repeats.
/// The widest bill has 29.
const COLUMNS_MAX: usize = 64;

/// A line of names.
fn names(line: &str) -> Option<Cells<'_>> {
    let names = Cells { rest: Some(line), separator: "," };
    let mut seen = heapless::Vec::<&str, COLUMNS_MAX, u8>::new();
    let mut is_new = |name| !seen.contains(&name) && seen.push(name).is_ok();
    let are_names = names.clone().all(|name: &str| !name.is_empty() && is_new(name));
    (are_names && !line.bytes().any(|byte| byte == b'`')).then_some(names)
}

/// A line of values, one for each name. Commas in values are why the back-tick is part of the
/// separator.
fn row<'a>(names: &Cells<'a>, line: &'a str) -> Option<Row<'a>> {
    let values = Cells { rest: Some(line.strip_prefix('`')?), separator: ",`" };
    let fits = values.clone().count() == names.clone().count();
    fits.then(|| Row { names: names.clone(), values })
}

/// The lines that have not been read yet.
#[derive(Clone, Debug)]
struct Lines<'a> {
    rest: &'a str,
    document_len: usize,
}

impl<'a> Lines<'a> {
    fn is_at_row(&self) -> bool {
        self.rest.starts_with('`')
    }

    /// The next line as what it should be.
    fn next<T>(&mut self, parse: impl FnOnce(&'a str) -> Option<T>) -> Result<T, Error> {
        let (line, rest, fault) = match split_once(self.rest, "\n") {
            Some((line, rest)) => (line, rest, self.misfit()),
            // A last line without an end may be the beginning of one that fits.
            None => (self.rest, "", Error::new(ErrorKind::Truncated, self.document_len)),
        };
        self.rest = rest;
        parse(line.strip_suffix('\r').unwrap_or(line)).ok_or(fault)
    }

    const fn misfit(&self) -> Error {
        Error::new(ErrorKind::Bill, self.document_len.saturating_sub(self.rest.len()))
    }
}

/// What stands before and behind the first separator. The standard search could panic, for all that
/// the linker knows.
fn split_once<'a>(text: &'a str, separator: &str) -> Option<(&'a str, &'a str)> {
    let first = separator.bytes().next();
    let mut places = text.bytes().enumerate().filter(|(_, byte)| Some(*byte) == first);
    places.find_map(|(at, _)| {
        let (head, tail) = text.split_at_checked(at)?;
        Some((head, tail.strip_prefix(separator)?))
    })
}
