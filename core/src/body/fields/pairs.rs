//! `name=value`, parted by `&` or by line ends.

use super::super::shape::{begins_pair, query};
use super::{Form, Item, Part, Scan};
use crate::base::Writer;
use crate::error::{Error, ErrorKind};

/// Pairs that `&` parts: a string that was signed, form data, a query.
pub(super) struct Pairs<'a> {
    scan: Scan<'a>,
    form: Form,
}

impl<'a> Pairs<'a> {
    pub(super) fn of(mut scan: Scan<'a>, form: Form) -> Self {
        scan.blanks();
        Self { scan, form }
    }

    /// The pairs behind the `?` of an address.
    pub(super) fn of_address(mut scan: Scan<'a>) -> Self {
        scan.blanks();
        let query = query(scan.rest().as_bytes()).unwrap_or_default();
        scan.take(scan.rest().len().saturating_sub(query.len()));
        Self { scan, form: Form::Percent }
    }

    /// The next pair. In a string that was signed, an `&` ends a value only where a pair follows,
    /// or nothing does.
    pub(super) fn next(&mut self) -> Result<Option<Item<'a>>, Error> {
        while self.scan.eats("&") {}
        let rest = self.scan.rest();
        if rest.is_empty() {
            return Ok(None);
        }
        if !begins_pair(rest.as_bytes()) {
            return Err(self.scan.misfit());
        }
        let name = self.scan.until(|byte| byte == b'=');
        self.scan.take(1);
        let rest = self.scan.rest();
        let ends = |at: &usize| {
            let after = rest.as_bytes().get(at.saturating_add(1)..).unwrap_or_default();
            // Some programs put two before the key.
            let after = after.strip_prefix(b"&").unwrap_or(after);
            self.form == Form::Percent || after.is_empty() || begins_pair(after)
        };
        let mut places = rest.bytes().enumerate().filter(|(_, b)| *b == b'&').map(|(at, _)| at);
        let end = places.find(ends).unwrap_or(rest.len());
        Ok(Some(Item { name, value: self.scan.take(end), form: self.form }))
    }
}

/// Lines of pairs.
pub(super) struct Lines<'a> {
    scan: Scan<'a>,
}

impl<'a> Lines<'a> {
    pub(super) const fn of(scan: Scan<'a>) -> Self {
        Self { scan }
    }

    pub(super) fn next(&mut self) -> Result<Option<Item<'a>>, Error> {
        self.scan.blanks();
        if self.scan.rest().is_empty() {
            return Ok(None);
        }
        let name = self.scan.until(|byte| matches!(byte, b'=' | b'\n'));
        self.scan.expect("=")?;
        let Part { text, offset } = self.scan.until(|byte| byte == b'\n');
        let value = Part { text: text.strip_suffix('\r').unwrap_or(text), offset };
        Ok(Some(Item { name, value, form: Form::Plain }))
    }
}

/// Writes a value of form data as it was.
pub(super) fn percent_decode(text: &[u8], writer: &mut Writer<'_>) -> Result<(), Error> {
    let mut rest = text;
    loop {
        rest = match rest {
            [] => return Ok(()),
            [b'%', high, low, rest @ ..] => {
                let digit = |byte: u8| char::from(byte).to_digit(16);
                let code = digit(*high).zip(digit(*low)).map(|(high, low)| high << 4 | low);
                let byte = code.and_then(|code| u8::try_from(code).ok());
                let offset = text.len().saturating_sub(rest.len().saturating_add(3));
                writer.append(&[byte.ok_or(Error::new(ErrorKind::Escape, offset))?]);
                rest
            }
            [b'%', ..] => {
                return Err(Error::new(ErrorKind::Escape, text.len().saturating_sub(rest.len())));
            }
            [b'+', rest @ ..] => {
                writer.append(b" ");
                rest
            }
            [byte, rest @ ..] => {
                writer.append(&[*byte]);
                rest
            }
        };
    }
}
