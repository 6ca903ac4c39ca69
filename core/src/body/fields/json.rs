//! A flat object: JSON, and what JavaScript and Python write much like it.

use super::scan::unless_null;
use super::{Form, Item, Part, Scan};
use crate::error::Error;

pub(super) struct Json<'a> {
    scan: Scan<'a>,
    is_first: bool,
}

impl<'a> Json<'a> {
    pub(super) const fn of(scan: Scan<'a>) -> Self {
        Self { scan, is_first: true }
    }

    /// The next member. Names may lack quotation marks, and `'` counts as one: nothing else could
    /// be meant.
    pub(super) fn next(&mut self) -> Result<Option<Item<'a>>, Error> {
        if self.is_first {
            self.scan.sign("{")?;
        }
        self.scan.blanks();
        if !self.is_first && self.scan.first() != Some(b'}') {
            self.scan.expect(",")?;
            self.scan.blanks();
        }
        self.is_first = false;
        if self.scan.eats("}") {
            self.scan.blanks();
            self.scan.eats(";");
            self.scan.blanks();
            return if self.scan.rest().is_empty() { Ok(None) } else { Err(self.scan.misfit()) };
        }
        let (name, _) = scalar(&mut self.scan)?;
        self.scan.sign(":")?;
        self.scan.blanks();
        let (value, form) = scalar(&mut self.scan)?;
        Ok(Some(Item { name, value, form }))
    }
}

fn scalar<'a>(scan: &mut Scan<'a>) -> Result<(Part<'a>, Form), Error> {
    match scan.first() {
        Some(mark @ (b'"' | b'\'')) => Ok((scan.quoted(mark)?, Form::Json)),
        _ => Ok((unless_null(scan.word()?), Form::Plain)),
    }
}
