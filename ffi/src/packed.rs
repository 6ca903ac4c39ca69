//! Calls that take a packed table: one text, of each field's name and value with a NUL behind each.

use core::ffi::c_char;
use core::str::from_utf8_unchecked;

use wxp_core::{Field, Key};

use crate::document;
use crate::expect;
use crate::explain::{self, Explained};
use crate::field::{self, Fault, Table, sort, wxp_field, wxp_text};
use crate::key::wxp_key;
use crate::memory::{Outputs, object, objects, status, text};
use crate::payload;
use crate::request::{check as check_request, wxp_finding};
use crate::second;
use crate::sign;
use crate::source::of_number;
use crate::status::{self, WXP_E_DUPLICATE_FIELD, WXP_E_PACKED, WXP_E_TOO_MANY_FIELDS, wxp_status};
use crate::verdict::{self, wxp_verdict};

/// The most fields of a packed table.
pub const WXP_PACKED_MAX: usize = 512;

/// As wxp_sign. Calls with a packed table take up to 22 KB of stack, 11 KB on 32-bit machines.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_sign_packed(
    key: *const wxp_key,
    packed: *const c_char,
    packed_len: usize,
    out: *mut c_char,
    capacity: usize,
    len: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (key, packed) = unsafe { (wxp_key::at(key)?, text(packed, packed_len)?) };
        // SAFETY: the contract.
        let room = unsafe { Outputs::apart_from(&(&key, packed)).buffer(out, capacity, len) }?;
        key.with(|key| unpacked(packed, |table| sign::sign(key, table, room, sign::put_signature)))
    })
}

/// As wxp_verify.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_verify_packed(
    key: *const wxp_key,
    packed: *const c_char,
    packed_len: usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (key, packed) = unsafe { (wxp_key::at(key)?, text(packed, packed_len)?) };
        key.with(|key| unpacked(packed, |table| sign::verify(key, table)))
    })
}

/// As wxp_canonical.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_canonical_packed(
    packed: *const c_char,
    packed_len: usize,
    out: *mut c_char,
    capacity: usize,
    len: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let packed = unsafe { text(packed, packed_len) }?;
        // SAFETY: the contract.
        let room = unsafe { Outputs::apart_from(packed).buffer(out, capacity, len) }?;
        unpacked(packed, |table| explain::canonical(table, room))
    })
}

/// As wxp_xml_write.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_xml_write_packed(
    key: *const wxp_key,
    packed: *const c_char,
    packed_len: usize,
    out: *mut c_char,
    capacity: usize,
    len: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (key, packed) = unsafe { (wxp_key::at(key)?, text(packed, packed_len)?) };
        // SAFETY: the contract.
        let room = unsafe { Outputs::apart_from(&(&key, packed)).buffer(out, capacity, len) }?;
        key.with(|key| {
            unpacked(packed, |table| sign::sign(key, table, room, document::put_document))
        })
    })
}

/// As wxp_judge.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_judge_packed(
    key: *const wxp_key,
    source: i32,
    packed: *const c_char,
    packed_len: usize,
    verdict: *mut wxp_verdict,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (key, packed) = unsafe { (wxp_key::at(key)?, text(packed, packed_len)?) };
        let inputs = (&key, packed);
        // SAFETY: the contract.
        let place = unsafe { Outputs::apart_from(&inputs).out(verdict) }?;
        let source = of_number(source)?;
        let judge = |key: &Key| unpacked(packed, |table| verdict::judge(key, source, table));
        place.put(key.with(judge)?);
        Ok(())
    })
}

/// As wxp_expect. *differs points into `expected`, or is static.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_expect_packed(
    verdict: *const wxp_verdict,
    packed: *const c_char,
    packed_len: usize,
    expected: *const c_char,
    expected_len: usize,
    differs: *mut wxp_text,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (verdict, packed, expected) = unsafe {
            let expected = text(expected, expected_len)?;
            (object(verdict)?, text(packed, packed_len)?, expected)
        };
        let inputs = (&Some(verdict), &(packed, expected));
        // SAFETY: the contract.
        let differs = unsafe { Outputs::apart_from(&inputs).out(differs) }?;
        unpacked(packed, |table| {
            unpacked(expected, |expected| expect::expect(verdict, table, expected, differs))
        })
    })
}

/// As wxp_payload.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_payload_packed(
    key: *const wxp_key,
    kind: i32,
    packed: *const c_char,
    packed_len: usize,
    out: *mut c_char,
    capacity: usize,
    len: *mut usize,
    missing: *mut wxp_text,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (key, packed) = unsafe { (wxp_key::at(key)?, text(packed, packed_len)?) };
        let inputs = (&key, packed);
        let mut outputs = Outputs::apart_from(&inputs);
        // SAFETY: the contract.
        let (room, missing) =
            unsafe { (outputs.buffer(out, capacity, len)?, outputs.out(missing)?) };
        key.with(|key| unpacked(packed, |table| payload::payload(key, kind, table, room, missing)))
    })
}

/// As wxp_check. The index counts the fields of the packed table.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_check_packed(
    packed: *const c_char,
    packed_len: usize,
    index: *mut usize,
    offset: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let packed = unsafe { objects(packed.cast::<u8>(), packed_len) }?;
        let mut outputs = Outputs::apart_from(packed);
        // SAFETY: the contract.
        let (index, offset) = unsafe { (outputs.out(index)?, outputs.out(offset)?) };
        match check(packed) {
            Ok(()) => Ok(()),
            Err(fault) => {
                index.put(fault.index);
                offset.put(fault.offset);
                Err(fault.status)
            }
        }
    })
}

/// As wxp_check_request, of the fields in their order in the packed table. Names of fields point
/// into it.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_check_request_packed(
    source: i32,
    algorithm: u32,
    packed: *const c_char,
    packed_len: usize,
    findings: *mut wxp_finding,
    capacity: usize,
    found: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let packed = unsafe { text(packed, packed_len) }?;
        let mut fields = heapless::Vec::new();
        unpack(packed, &mut fields)?;
        // SAFETY: the fields were checked, and lie in a text that outlives them.
        let table = unsafe { Table::trusted(&fields) };
        // SAFETY: the contract.
        unsafe {
            check_request(source, algorithm, &table, &(packed, &()), (findings, capacity, found))
        }
    })
}

fn check(packed: &[u8]) -> Result<(), Fault> {
    let mut fields = heapless::Vec::<wxp_field, WXP_PACKED_MAX>::new();
    let mut rest = packed;
    while !rest.is_empty() {
        let fault = |status| Fault { status, index: fields.len(), offset: 0 };
        let (name, behind) = piece(rest).ok_or(fault(WXP_E_PACKED))?;
        let (value, behind) = piece(behind).ok_or(fault(WXP_E_PACKED))?;
        let full = fault(WXP_E_TOO_MANY_FIELDS);
        fields.push(wxp_field::of_bytes(name, value)).map_err(|_| full)?;
        rest = behind;
    }
    let index = |name: *const c_char| {
        let before = name.addr().saturating_sub(packed.as_ptr().addr());
        packed.iter().take(before).filter(|byte| **byte == 0).count() / 2
    };
    // SAFETY: the fields lie in the packed table.
    unsafe { Table::checked(&fields) }?;
    sort(&mut fields).map_err(|second| Fault {
        status: WXP_E_DUPLICATE_FIELD,
        index: index(second.as_ptr().cast()),
        offset: 0,
    })?;
    // SAFETY: as before.
    unsafe { field::check(&fields) }.map_err(|fault| Fault {
        index: fields.get(fault.index).map_or(0, |field| index(field.name)),
        ..fault
    })
}

/// As wxp_explain, of the order in the packed table. The indexes count its fields.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_explain_packed(
    key: *const wxp_key,
    packed: *const c_char,
    packed_len: usize,
    offered: *const c_char,
    offered_len: usize,
    cause: *mut i32,
    marked: *mut usize,
    capacity: usize,
    marked_count: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (key, packed, offered) =
            unsafe { (wxp_key::at(key)?, text(packed, packed_len)?, text(offered, offered_len)?) };
        let inputs = (&key, &(packed, offered));
        let mut outputs = Outputs::apart_from(&inputs);
        // SAFETY: the contract.
        let explained =
            unsafe { Explained::at(&mut outputs, cause, marked, capacity, marked_count) }?;
        let mut fields = heapless::Vec::new();
        unpack(packed, &mut fields)?;
        // SAFETY: the fields were checked, and lie in a text that outlives them.
        let table = unsafe { Table::trusted(&fields) };
        explained.put(explain::explain(&key, &table, offered)?);
        Ok(())
    })
}

/// As wxp_explain_second. The indexes count the fields of the packed table.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_explain_second_packed(
    key: *const wxp_key,
    packed: *const c_char,
    packed_len: usize,
    offered: *const c_char,
    offered_len: usize,
    second: *mut i32,
    cause: *mut i32,
    marked: *mut usize,
    capacity: usize,
    marked_count: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (key, packed, offered) =
            unsafe { (wxp_key::at(key)?, text(packed, packed_len)?, text(offered, offered_len)?) };
        let inputs = (&key, &(packed, offered));
        let mut outputs = Outputs::apart_from(&inputs);
        // SAFETY: the contract.
        let (place, explained) = unsafe {
            let place = outputs.out(second)?;
            (place, Explained::at(&mut outputs, cause, marked, capacity, marked_count)?)
        };
        let mut fields = heapless::Vec::new();
        unpack(packed, &mut fields)?;
        // SAFETY: the fields were checked, and lie in a text that outlives them.
        let table = unsafe { Table::trusted(&fields) };
        let (recognized, explanation) = second::explain(&key, &table, offered)?;
        place.put(recognized.code());
        explained.put(explanation);
        Ok(())
    })
}

/// What comes of the fields of a packed table, sorted by name.
fn unpacked<R>(
    packed: &str,
    body: impl FnOnce(&Table<'_>) -> Result<R, wxp_status>,
) -> Result<R, wxp_status> {
    let mut fields = heapless::Vec::new();
    unpack(packed, &mut fields)?;
    sort(&mut fields).map_err(|_| WXP_E_DUPLICATE_FIELD)?;
    // SAFETY: the fields were checked, and lie in a text that outlives them.
    body(&unsafe { Table::trusted(&fields) })
}

/// In their order, and filled where they lie: this many fields are not moved.
#[inline(never)]
fn unpack(
    packed: &str,
    fields: &mut heapless::Vec<wxp_field, WXP_PACKED_MAX>,
) -> Result<(), wxp_status> {
    let mut rest = packed.as_bytes();
    while !rest.is_empty() {
        let (name, behind) = piece(rest).ok_or(WXP_E_PACKED)?;
        let (value, behind) = piece(behind).ok_or(WXP_E_PACKED)?;
        // SAFETY: pieces of a text, between characters.
        let (name, value) = unsafe { (from_utf8_unchecked(name), from_utf8_unchecked(value)) };
        Field::new(name, value).map_err(status::of)?;
        fields.push(wxp_field::of(name, value)).map_err(|_| WXP_E_TOO_MANY_FIELDS)?;
        rest = behind;
    }
    Ok(())
}

/// What stands before the first NUL, and behind it.
fn piece(packed: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = packed.iter().position(|byte| *byte == 0)?;
    let (piece, rest) = packed.split_at_checked(end)?;
    Some((piece, rest.get(1..)?))
}
