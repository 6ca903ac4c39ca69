//! Calls whose results are looked at more closely than by their status.

use std::ffi::c_char;
use std::mem::MaybeUninit;
use std::ptr;

use libfuzzer_sys::arbitrary::Result;
use wxp_abi::bill::*;
use wxp_abi::field::*;
use wxp_abi::nested::*;
use wxp_abi::packed::*;
use wxp_abi::quickpay::*;
use wxp_abi::request::*;
use wxp_abi::sign::*;
use wxp_abi::status::*;
use wxp_abi::verdict::*;

use super::{Caller, EMPTY, Span};

impl Caller<'_> {
    /// Room for cells, counts and faults, as bills are read into.
    pub(super) fn cells(&mut self, totals: bool) -> Result<wxp_status> {
        let bill = self.text()?;
        let capacity = usize::from(self.u.arbitrary::<u8>()?);
        let mut cells = vec![wxp_text { text: ptr::null(), len: 0 }; capacity].into_boxed_slice();
        let (mut rows, mut columns, mut fault) = (0, 0, 0);
        let read = if totals { wxp_bill_totals } else { wxp_bill_read };
        // SAFETY: the contract, kept by `text`.
        let status = unsafe {
            read(bill.0, bill.1, cells.as_mut_ptr(), capacity, &mut rows, &mut columns, &mut fault)
        };
        if status == WXP_OK {
            for cell in &cells[..(rows + 1) * columns] {
                // SAFETY: a cell points into the bill.
                let text = unsafe { std::slice::from_raw_parts(cell.text.cast::<u8>(), cell.len) };
                assert!(std::str::from_utf8(text).is_ok());
            }
        }
        Ok(status)
    }

    /// What is found in a request, and how it is said.
    pub(super) fn found(&mut self, packed: bool) -> Result<wxp_status> {
        let (source, algorithm) = (self.source()?, self.u.int_in_range(0..=3)?);
        let capacity = usize::from(self.u.arbitrary::<u8>()?);
        let mut room = vec![MaybeUninit::<wxp_finding>::uninit(); capacity].into_boxed_slice();
        let (start, mut found) = (room.as_mut_ptr().cast(), usize::MAX);
        // SAFETY: the contract, kept by what makes the arguments.
        let status = if packed {
            let table = self.packed()?;
            unsafe {
                wxp_check_request_packed(
                    source, algorithm, table.0, table.1, start, capacity, &mut found,
                )
            }
        } else {
            let table = self.table()?;
            unsafe {
                wxp_check_request(source, algorithm, table.0, table.1, start, capacity, &mut found)
            }
        };
        assert_eq!(status == WXP_E_SPACE, found != usize::MAX && found > capacity);
        if status != WXP_OK {
            return Ok(status);
        }
        for finding in &room[..found] {
            // SAFETY: written by the call.
            let mut finding = unsafe { finding.assume_init() };
            let name = finding.field;
            // SAFETY: it is static, or points into the table.
            let name = unsafe { std::slice::from_raw_parts(name.text.cast::<u8>(), name.len) };
            assert!(std::str::from_utf8(name).is_ok_and(|name| !name.is_empty()));
            let language = self.u.int_in_range(0..=2)?;
            if self.u.ratio(1, 8)? {
                finding.details = self.u.arbitrary()?;
            }
            let said = self.written(|out, room, len| unsafe {
                wxp_finding_text(&finding, language, out, room, len)
            })?;
            // Over the name that is said, or to nowhere.
            assert!(matches!(said, WXP_OK | WXP_E_SPACE | WXP_E_OVERLAP | WXP_E_NULL));
        }
        Ok(status)
    }

    /// Room for records, their fields and decoded values: drawn, and then as much as is needed.
    pub(super) fn records(&mut self) -> Result<wxp_status> {
        let document = self.text()?;
        let mut room = [0; 3];
        for size in &mut room {
            *size = usize::from(self.u.arbitrary::<u8>()? % 32);
        }
        let (status, needed) = read_records(document, room);
        if status == WXP_E_SPACE {
            assert!(needed.iter().zip(room).any(|(needed, room)| *needed > room));
            assert_eq!(read_records(document, needed).0, WXP_OK);
            assert_eq!(read_records(document, needed.map(|size| size.saturating_sub(1))).0, status);
        }
        Ok(status)
    }

    pub(super) fn judged(&mut self) -> Result<(wxp_status, Box<wxp_verdict>)> {
        let (key, source, fields) = (self.key()?, self.source()?, self.table()?);
        let mut verdict = no_verdict();
        // SAFETY: the contract, kept by what makes the arguments.
        let status = unsafe { wxp_judge(key, source, fields.0, fields.1, &mut *verdict) };
        let is_authentic = (WXP_SUCCEEDED..=WXP_UNSETTLED).contains(&verdict.verdict);
        if status == WXP_OK && is_authentic {
            // SAFETY: as above.
            assert_eq!(unsafe { wxp_verify(key, fields.0, fields.1) }, WXP_OK);
        }
        Ok((status, verdict))
    }

    /// The number of an operation or notice, or of none.
    pub(super) fn source(&mut self) -> Result<i32> {
        let number = self.u.int_in_range(-1..=150)?;
        Ok(if self.u.arbitrary()? { number } else { 1001 + number % 10 })
    }

    pub(super) fn paid(&mut self) -> Result<wxp_status> {
        let mut payment = Box::new(wxp_quickpay { opaque: self.u.arbitrary()? });
        if self.u.ratio(7, 8)? {
            // SAFETY: room for a payment.
            assert_eq!(unsafe { wxp_quickpay_new(&mut *payment) }, WXP_OK);
        }
        let mut status = WXP_OK;
        for _ in 0..self.u.int_in_range(1..=6)? {
            let mut verdict = no_verdict();
            verdict.verdict = self.u.int_in_range(-1..=7)?;
            verdict.source = self.u.int_in_range(-1..=150)?;
            verdict.order = self.u.int_in_range(-1..=8)?;
            let verdict: *const wxp_verdict =
                if self.u.arbitrary()? { &*verdict } else { ptr::null() };
            let (event, seconds) = (self.u.int_in_range(-1..=9)?, self.u.arbitrary()?);
            let (mut step, mut wait) = (0, 0);
            // SAFETY: objects, or NULL where it may be.
            status = unsafe {
                wxp_quickpay_next(
                    &mut *payment,
                    ptr::null(),
                    event,
                    verdict,
                    seconds,
                    &mut step,
                    &mut wait,
                )
            };
            assert_eq!(status == WXP_OK, (1..=10).contains(&step));
        }
        Ok(status)
    }
}

/// Reads records into room for so many records, fields and bytes; the status and, if it is more,
/// how much is needed.
fn read_records(document: Span<c_char>, room: [usize; 3]) -> (wxp_status, [usize; 3]) {
    const NONE: wxp_record =
        wxp_record { name: ptr::null(), name_len: 0, fields: ptr::null(), count: 0 };
    let mut records = vec![NONE; room[0]].into_boxed_slice();
    let mut fields = vec![EMPTY; room[1]].into_boxed_slice();
    let mut scratch = vec![0; room[2]].into_boxed_slice();
    let untouched = [usize::MAX; 3];
    let [mut found, mut count, mut fault] = untouched;
    // SAFETY: the contract, kept by `text`; so many objects as are said, each in memory of its own.
    let status = unsafe {
        wxp_xml_records(
            document.0,
            document.1,
            records.as_mut_ptr(),
            room[0],
            &mut found,
            fields.as_mut_ptr(),
            room[1],
            &mut count,
            scratch.as_mut_ptr(),
            room[2],
            &mut fault,
        )
    };
    if status != WXP_OK {
        assert!(records.iter().all(|record| record.name.is_null() && record.fields.is_null()));
        assert!(fields.iter().all(|field| field.name.is_null() && field.value.is_null()));
        assert!(status == WXP_E_SPACE || [found, count] == untouched[1..]);
        return (status, [found, count, fault]);
    }
    assert!(found <= room[0] && fault == usize::MAX);
    let mut at = fields.as_ptr();
    for record in &records[..found] {
        assert!((1..=128).contains(&record.count) && record.fields == at);
        for name in fields_of(record).iter().map(|field| (field.name, field.name_len)) {
            // SAFETY: what was read.
            let field = unsafe { wxp_find(record.fields, record.count, name.0, name.1) };
            // SAFETY: it was found, so there is one.
            assert_eq!(unsafe { (*field).name }, name.0);
        }
        at = at.wrapping_add(record.count);
    }
    assert_eq!(at, fields.as_ptr().wrapping_add(count));
    (status, [found, count, room[2]])
}

fn fields_of(record: &wxp_record) -> &[wxp_field] {
    // SAFETY: what was read.
    unsafe { std::slice::from_raw_parts(record.fields, record.count) }
}

pub(super) fn no_verdict() -> Box<wxp_verdict> {
    // SAFETY: numbers, and a pointer that may be NULL.
    Box::new(unsafe { std::mem::zeroed() })
}
