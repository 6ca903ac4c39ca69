//! Bills, cell by cell.

use core::ffi::c_char;

use wxp_core::Bill;

use crate::field::wxp_text;
use crate::memory::{Outputs, Place, objects, status};
use crate::status::{self, WXP_E_SPACE, wxp_status};

/// Reads a bill, the text that downloadbill and downloadfundflow answer with: the names of its
/// columns, and then its rows, cell by cell. Cells point into the bill. A bill that was cut short
/// is WXP_E_TRUNCATED.
///
/// On WXP_OK, and on WXP_E_SPACE, *rows is the number of rows without that of the names, and
/// *columns the number of columns; (*rows + 1) * *columns cells are needed. If the bill is refused
/// *fault is the offset of what is wrong, in bytes. Nothing signs a bill; amounts are decimals of
/// yuan, see wxp_amount_parse.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_bill_read(
    bill: *const c_char,
    bill_len: usize,
    cells: *mut wxp_text,
    capacity: usize,
    rows: *mut usize,
    columns: *mut usize,
    fault: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (bytes, grid) = unsafe {
            let bytes = objects(bill.cast::<u8>(), bill_len)?;
            (bytes, Grid::at(bytes, (cells, capacity), rows, columns, fault)?)
        };
        let (bill, grid) = grid.open(bytes)?;
        let all = bill.columns().chain(bill.rows().flat_map(|row| row.cells()));
        grid.fill(bill.rows().count(), bill.columns().count(), all)
    })
}

/// Reads the totals of a bill: their names, and then the totals. As wxp_bill_read in all else;
/// *rows is 1.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_bill_totals(
    bill: *const c_char,
    bill_len: usize,
    cells: *mut wxp_text,
    capacity: usize,
    rows: *mut usize,
    columns: *mut usize,
    fault: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (bytes, grid) = unsafe {
            let bytes = objects(bill.cast::<u8>(), bill_len)?;
            (bytes, Grid::at(bytes, (cells, capacity), rows, columns, fault)?)
        };
        let (bill, grid) = grid.open(bytes)?;
        let totals = bill.totals();
        let all = totals.columns().chain(totals.cells());
        grid.fill(1, totals.columns().count(), all)
    })
}

/// Where the cells of a bill go.
struct Grid<'a> {
    cells: &'a mut [wxp_text],
    rows: Place<usize>,
    columns: Place<usize>,
    fault: Place<usize>,
}

impl Grid<'_> {
    /// # Safety
    ///
    /// The contract.
    unsafe fn at(
        bill: &[u8],
        (cells, capacity): (*mut wxp_text, usize),
        rows: *mut usize,
        columns: *mut usize,
        fault: *mut usize,
    ) -> Result<Self, wxp_status> {
        let mut outputs = Outputs::apart_from(bill);
        // SAFETY: the contract.
        unsafe {
            Ok(Self {
                cells: outputs.objects(cells, capacity)?,
                rows: outputs.place(rows)?,
                columns: outputs.place(columns)?,
                fault: outputs.place(fault)?,
            })
        }
    }

    fn open(self, bill: &[u8]) -> Result<(Bill<'_>, Self), wxp_status> {
        match Bill::read(bill) {
            Ok(bill) => Ok((bill, self)),
            Err(error) => {
                self.fault.put(error.position());
                Err(status::of(error))
            }
        }
    }

    fn fill<'b>(
        self,
        rows: usize,
        columns: usize,
        texts: impl Iterator<Item = &'b str>,
    ) -> Result<(), wxp_status> {
        let fits = rows.saturating_add(1).saturating_mul(columns) <= self.cells.len();
        if fits {
            self.cells.iter_mut().zip(texts).for_each(|(cell, text)| *cell = wxp_text::of(text));
        }
        self.rows.put(rows);
        self.columns.put(columns);
        if fits { Ok(()) } else { Err(WXP_E_SPACE) }
    }
}
