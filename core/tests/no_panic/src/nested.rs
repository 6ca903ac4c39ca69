//! Answers that are not flat XML.

use wxp_core::{Bill, Field, xml};

use crate::{Buffer, run, show};

/// Reads any nested document.
#[unsafe(no_mangle)]
pub extern "C" fn nested(document: &Buffer, len: usize, slots: usize) -> i32 {
    run(|| {
        let document = document.get(..len).unwrap_or_default();
        let mut table = [Field::EMPTY; 64];
        let slots = table.get_mut(..slots).unwrap_or_default();
        let (fields, has_groups) = xml::read_nested_into(document, slots)?;
        let mut sum = i32::from(has_groups) + i32::from(fields.is_empty());
        let mut records = xml::records(document);
        while let Some(record) = records.next_into(slots)? {
            let shown = record.get(record.name()).is_some_and(show);
            sum ^= i32::from(shown || record.fields().is_empty());
        }
        Ok(sum)
    })
}

/// Reads any bill.
#[unsafe(no_mangle)]
pub extern "C" fn bill(document: &Buffer, len: usize) -> i32 {
    run(|| {
        let bill = Bill::read(document.get(..len).unwrap_or_default())?;
        let mut sum = 0;
        for (row, name) in bill.rows().zip(bill.columns().chain(bill.totals().columns())) {
            sum ^= i32::from(row.get(name) == row.cells().next());
        }
        Ok(sum)
    })
}
