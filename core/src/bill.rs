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
    /// Blank lines are passed over. A line has at most 64 names, none of them empty or there twice.
    ///
    /// A bill without any back-tick is read as well, as programs for tables save it: commas part
    /// its values then, and its last two lines are the totals.
    ///
    /// A bill that was cut short is noticed, unless nothing but the end of the very last value is
    /// missing; one without back-ticks may also lack lines before its last two.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotUtf8`], also for a bill compressed with gzip; [`ErrorKind::Truncated`];
    /// [`ErrorKind::Cells`] with the offset of a line that has another number of values than there
    /// are names; and [`ErrorKind::Bill`] with the offset of a line that does not fit otherwise,
    /// which is the first one of an answer in XML that says why there is no bill.
    pub fn read(document: &'a [u8]) -> Result<Self, Error> {
        let mut lines = Lines {
            rest: markup::behind_mark(markup::text(document)?),
            document_len: document.len(),
        };
        if lines.rest.starts_with('<') {
            return Err(lines.misfit(ErrorKind::Bill));
        }
        let end = lines.totals_without_ticks();
        let form = if end.is_some() { Form::Bare } else { Form::Ticked };
        let columns = lines.next(names)?;
        let first = lines.clone();
        while lines.is_at_row(end) {
            lines.next(|line| row(&columns, line, form))?;
        }
        let rows = first.up_to(&lines);
        // Rows begin with a time: where there are no back-ticks, the totals may have been cut off.
        if end.is_some() && lines.rest.bytes().next().is_some_and(|byte| byte.is_ascii_digit()) {
            return Err(lines.cut_short());
        }
        let columns_of_totals = lines.next(names)?;
        let totals = lines.next(|line| row(&columns_of_totals, line, form))?;
        if lines.is_over() {
            Ok(Self { rows: Rows { names: columns, lines: rows, form }, totals })
        } else {
            Err(lines.misfit(ErrorKind::Bill))
        }
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
    /// All rows, and nothing behind them.
    lines: Lines<'a>,
    form: Form,
}

/// How the values of a bill are written.
#[derive(Clone, Copy, Debug)]
enum Form {
    /// With a back-tick before each: commas in values are why it is part of what separates them.
    Ticked,
    Bare,
}

impl<'a> Iterator for Rows<'a> {
    type Item = Row<'a>;

    fn next(&mut self) -> Option<Row<'a>> {
        if self.lines.is_over() {
            return None;
        }
        self.lines.next(|line| row(&self.names, line, self.form)).ok()
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
fn names(line: &str) -> Result<Cells<'_>, ErrorKind> {
    let names = Cells { rest: Some(line), separator: "," };
    let mut seen = heapless::Vec::<&str, COLUMNS_MAX, u8>::new();
    let mut is_new = |name| !seen.contains(&name) && seen.push(name).is_ok();
    let are_names = names.clone().all(|name: &str| !name.is_empty() && is_new(name));
    if are_names && !line.bytes().any(|byte| byte == b'`') {
        Ok(names)
    } else {
        Err(ErrorKind::Bill)
    }
}

/// A line of values, one for each name.
fn row<'a>(names: &Cells<'a>, line: &'a str, form: Form) -> Result<Row<'a>, ErrorKind> {
    let values = match form {
        Form::Ticked => {
            let first = line.strip_prefix('`').ok_or(ErrorKind::Bill)?;
            Cells { rest: Some(first), separator: ",`" }
        }
        Form::Bare => Cells { rest: Some(line), separator: "," },
    };
    let [due, found] = [names, &values].map(|cells| cells.clone().count());
    if due == found {
        return Ok(Row { names: names.clone(), values });
    }
    let [due, found] = [due, found].map(|count| u32::try_from(count).unwrap_or(u32::MAX));
    Err(ErrorKind::Cells { due, found })
}

/// The lines that have not been read yet.
#[derive(Clone, Debug)]
struct Lines<'a> {
    rest: &'a str,
    document_len: usize,
}

impl<'a> Lines<'a> {
    /// Whether a row comes next. Where there are no back-ticks, `end` is what the lines of the
    /// totals have as [`rest`](Self::rest).
    fn is_at_row(&mut self, end: Option<usize>) -> bool {
        self.blanks();
        match end {
            Some(end) => self.rest.len() > end,
            None => self.rest.starts_with('`'),
        }
    }

    /// Whether only blank lines are left.
    fn is_over(&mut self) -> bool {
        self.blanks();
        self.rest.is_empty()
    }

    /// Passes over blank lines.
    fn blanks(&mut self) {
        let blanks = self.rest.bytes().take_while(u8::is_ascii_whitespace);
        let line_ends = blanks.enumerate().filter(|(_, byte)| *byte == b'\n');
        let len = line_ends.last().map_or(0, |(at, _)| at.saturating_add(1));
        self.rest = self.rest.get(len..).unwrap_or_default();
        if self.rest.bytes().all(|byte| byte.is_ascii_whitespace()) {
            self.rest = "";
        }
    }

    /// The length of the bill's last two lines, if no line begins with a back-tick.
    fn totals_without_ticks(&self) -> Option<usize> {
        // As bytes: searching backwards in a `str` could panic, for all that the linker knows.
        let text = self.rest.as_bytes().trim_ascii_end();
        if text.split(|byte| *byte == b'\n').any(|line| line.starts_with(b"`")) {
            return None;
        }
        let lines = text.rsplit(|byte| *byte == b'\n');
        let mut lines = lines.filter(|line| !line.trim_ascii().is_empty());
        let first = lines.nth(1)?;
        let start = first.as_ptr().addr().saturating_sub(text.as_ptr().addr());
        Some(self.rest.len().saturating_sub(start))
    }

    /// The lines before those that the other one has left.
    fn up_to(&self, other: &Self) -> Self {
        let len = self.rest.len().saturating_sub(other.rest.len());
        Self { rest: self.rest.get(..len).unwrap_or_default(), ..*self }
    }

    /// The next line as what it should be.
    fn next<T>(&mut self, parse: impl FnOnce(&'a str) -> Result<T, ErrorKind>) -> Result<T, Error> {
        if self.is_over() {
            return Err(self.cut_short());
        }
        let here = self.clone();
        let (line, rest) = split_once(self.rest, "\n").unwrap_or((self.rest, ""));
        let has_end = line.len() < self.rest.len();
        self.rest = rest;
        parse(line.strip_suffix('\r').unwrap_or(line)).map_err(|kind| match kind {
            kind if has_end => here.misfit(kind),
            // A last line without an end may be the beginning of one that fits.
            _ => self.cut_short(),
        })
    }

    const fn misfit(&self, kind: ErrorKind) -> Error {
        Error::new(kind, self.document_len.saturating_sub(self.rest.len()))
    }

    const fn cut_short(&self) -> Error {
        Error::new(ErrorKind::Truncated, self.document_len)
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
