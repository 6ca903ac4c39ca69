//! Bills, cell by cell.

use core::ffi::c_char;

use wxp_core::{Bill, ErrorKind};

use crate::field::wxp_text;
use crate::memory::{Out, Outputs, objects, status};
use crate::status::{self, WXP_E_SPACE, wxp_status};

/// Reads a bill, the answer of downloadbill or downloadfundflow, into cells: the names of the
/// columns, then the rows. Cells point into the bill. A bill is not signed. Its amounts are
/// decimals, for wxp_amount_parse.
///
/// On WXP_OK and WXP_E_SPACE *rows is the number of rows without the names, *columns is the number
/// of columns, and (*rows + 1) * *columns cells are needed. If the bill is refused, *fault is the
/// offset of the fault, in bytes; on WXP_E_CELLS *columns is also how many cells are due in the line
/// there, and *rows how many it has. Fails with WXP_E_SPACE, WXP_E_NOT_UTF8, WXP_E_TRUNCATED,
/// WXP_E_BILL or WXP_E_CELLS.
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

/// Reads the totals of a bill in the same way: their names, then the totals. *rows is 1.
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
    rows: Out<usize>,
    columns: Out<usize>,
    fault: Out<usize>,
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
                rows: outputs.out(rows)?,
                columns: outputs.out(columns)?,
                fault: outputs.out(fault)?,
            })
        }
    }

    fn open(self, bill: &[u8]) -> Result<(Bill<'_>, Self), wxp_status> {
        match Bill::read(bill) {
            Ok(bill) => Ok((bill, self)),
            Err(error) => {
                self.fault.put(error.position());
                if let ErrorKind::Cells { due, found } = error.kind() {
                    let [due, found] = [due, found].map(usize::try_from);
                    self.columns.put(due.unwrap_or(usize::MAX));
                    self.rows.put(found.unwrap_or(usize::MAX));
                }
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
