//! The same calls for languages in which building structs is dear: a packed table is one text, of
//! each field's name and value with a NUL behind each.

use core::ffi::c_char;

use wxp_core::abi::ROOT;
use wxp_core::{ErrorKind, Field, Key, xml};

use crate::document;
use crate::expect;
use crate::explain;
use crate::field::{Table, sort, wxp_field, wxp_text};
use crate::key::wxp_key;
use crate::memory::{Outputs, object, objects, put_field, status, text};
use crate::payload;
use crate::refund;
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
        let room = unsafe { Outputs::apart_from(&(&key, packed)).room(out, capacity, len) }?;
        key.with(|key| unpacked(packed, |table| sign::sign(key, table, room)))
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
        let room = unsafe { Outputs::apart_from(packed).room(out, capacity, len) }?;
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
        let room = unsafe { Outputs::apart_from(&(&key, packed)).room(out, capacity, len) }?;
        key.with(|key| unpacked(packed, |table| document::write(key, table, room)))
    })
}

/// As wxp_xml_read, into a packed table, which is never longer than the document. If the document
/// is refused, *fault is the offset of the fault, in bytes.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_xml_read_packed(
    document: *const c_char,
    document_len: usize,
    out: *mut c_char,
    capacity: usize,
    len: *mut usize,
    fault: *mut usize,
) -> wxp_status {
    // SAFETY: the contract.
    unsafe { read((document, document_len), ROOT, (out, capacity, len), fault) }
}

/// As wxp_refund_read, into a packed table.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_refund_read_packed(
    document: *const c_char,
    document_len: usize,
    out: *mut c_char,
    capacity: usize,
    len: *mut usize,
    fault: *mut usize,
) -> wxp_status {
    // SAFETY: the contract.
    unsafe { read((document, document_len), refund::ROOT, (out, capacity, len), fault) }
}

/// Reads a flat document whose root has this name into a packed table.
///
/// # Safety
///
/// The contract.
unsafe fn read(
    (document, document_len): (*const c_char, usize),
    root: &'static str,
    (out, capacity, len): (*mut c_char, usize, *mut usize),
    fault: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let document = unsafe { objects(document.cast::<u8>(), document_len) }?;
        let mut outputs = Outputs::apart_from(document);
        // SAFETY: the contract.
        let (room, fault) = unsafe { (outputs.room(out, capacity, len)?, outputs.place(fault)?) };
        let mut slots = [Field::EMPTY; WXP_PACKED_MAX];
        match xml::read_rooted_into(document, root, &mut slots) {
            Ok(fields) => room.write(|writer| {
                fields.iter().for_each(|field| put_field(writer, *field, "\0", "\0"));
            }),
            Err(error) if matches!(error.kind(), ErrorKind::Space { .. }) => {
                Err(WXP_E_TOO_MANY_FIELDS)
            }
            Err(error) => {
                fault.put(error.position());
                Err(status::of(error))
            }
        }
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
        let place = unsafe { Outputs::apart_from(&inputs).place(verdict) }?;
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
        let differs = unsafe { Outputs::apart_from(&inputs).place(differs) }?;
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
            unsafe { (outputs.room(out, capacity, len)?, outputs.place(missing)?) };
        key.with(|key| unpacked(packed, |table| payload::payload(key, kind, table, room, missing)))
    })
}

/// What comes of the fields of a packed table, sorted by name.
fn unpacked<R>(
    packed: &str,
    body: impl FnOnce(&Table<'_>) -> Result<R, wxp_status>,
) -> Result<R, wxp_status> {
    let mut fields = heapless::Vec::new();
    unpack(packed, &mut fields)?;
    // SAFETY: the fields were checked, and lie in a text that outlives them.
    body(&unsafe { Table::trusted(&fields) })
}

/// Filled where they lie: this many fields are not moved.
fn unpack(
    packed: &str,
    fields: &mut heapless::Vec<wxp_field, WXP_PACKED_MAX>,
) -> Result<(), wxp_status> {
    let mut rest = packed;
    while !rest.is_empty() {
        let (name, behind) = piece(rest).ok_or(WXP_E_PACKED)?;
        let (value, behind) = piece(behind).ok_or(WXP_E_PACKED)?;
        Field::new(name, value).map_err(status::of)?;
        fields.push(wxp_field::of(name, value)).map_err(|_| WXP_E_TOO_MANY_FIELDS)?;
        rest = behind;
    }
    sort(fields).map_err(|_| WXP_E_DUPLICATE_FIELD)
}

/// What stands before the first NUL, and behind it.
fn piece(packed: &str) -> Option<(&str, &str)> {
    let end = packed.bytes().position(|byte| byte == 0)?;
    let (piece, rest) = packed.split_at_checked(end)?;
    Some((piece, rest.get(1..)?))
}
