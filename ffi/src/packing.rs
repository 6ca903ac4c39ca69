//! Calls that write packed tables.

use core::ffi::c_char;

use wxp_core::abi::{ROOT, Writer};
use wxp_core::{Error, ErrorKind, Field, Reply, xml};

use crate::body::{self, FIELDS_MAX};
use crate::memory::{Out, Outputs, objects, put_field, status};
use crate::nested::NESTED_MAX;
use crate::packed::WXP_PACKED_MAX;
use crate::refund;
use crate::status::{self, WXP_E_LENGTH, WXP_E_TOO_MANY_FIELDS, wxp_status};

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
    let mut slots = [Field::EMPTY; WXP_PACKED_MAX];
    // SAFETY: the contract.
    unsafe {
        fields((document, document_len), (out, capacity, len), fault, |document| {
            xml::read_rooted_into(document, ROOT, &mut slots)
        })
    }
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
    let mut slots = [Field::EMPTY; WXP_PACKED_MAX];
    // SAFETY: the contract.
    unsafe {
        fields((document, document_len), (out, capacity, len), fault, |document| {
            xml::read_rooted_into(document, refund::ROOT, &mut slots)
        })
    }
}

/// As wxp_xml_read_nested, into a packed table, which is never longer than the document.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_xml_read_nested_packed(
    document: *const c_char,
    document_len: usize,
    out: *mut c_char,
    capacity: usize,
    len: *mut usize,
    fault: *mut usize,
) -> wxp_status {
    let mut slots = [Field::EMPTY; NESTED_MAX];
    // SAFETY: the contract.
    unsafe {
        fields((document, document_len), (out, capacity, len), fault, |document| {
            Ok(Reply::read_nested(document, &mut slots)?.unverified())
        })
    }
}

/// As wxp_xml_records. Each record is its name, NUL, its packed table and NUL, which ends it,
/// because no field has an empty name.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_xml_records_packed(
    document: *const c_char,
    document_len: usize,
    out: *mut c_char,
    capacity: usize,
    len: *mut usize,
    fault: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let document = unsafe { objects(document.cast::<u8>(), document_len) }?;
        let mut outputs = Outputs::apart_from(document);
        // SAFETY: the contract.
        let (room, fault) = unsafe { (outputs.buffer(out, capacity, len)?, outputs.out(fault)?) };
        match records(document, &mut Writer::default()) {
            Ok(()) => room.write(|writer| {
                let _ = records(document, writer);
            }),
            Err(error) => Err(refused(error, fault)),
        }
    })
}

fn records(document: &[u8], writer: &mut Writer<'_>) -> Result<(), Error> {
    let mut reader = xml::records(document);
    let mut slots = [Field::EMPTY; NESTED_MAX];
    while let Some(record) = reader.next_into(&mut slots)? {
        writer.put(record.name());
        writer.put("\0");
        record.fields().iter().for_each(|field| put_field(writer, *field, "\0", "\0"));
        writer.put("\0");
    }
    Ok(())
}

/// As wxp_body_fields, into a packed table, which is never longer than the text and two bytes. The
/// scratch has to be as long as the text, or it is WXP_E_LENGTH.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_body_fields_packed(
    body: *const c_char,
    body_len: usize,
    scratch: *mut c_char,
    scratch_capacity: usize,
    out: *mut c_char,
    capacity: usize,
    len: *mut usize,
    traits: *mut i32,
    fault: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let bytes = unsafe { objects(body.cast::<u8>(), body_len) }?;
        let mut outputs = Outputs::apart_from(bytes);
        // SAFETY: the contract.
        let (scratch, room, traits, fault) = unsafe {
            (
                outputs.objects(scratch.cast::<u8>(), scratch_capacity)?,
                outputs.buffer(out, capacity, len)?,
                outputs.out(traits)?,
                outputs.out(fault)?,
            )
        };
        if scratch.len() < bytes.len() {
            return Err(WXP_E_LENGTH);
        }
        let mut fields = heapless::Vec::<Field<'_>, FIELDS_MAX>::new();
        let listed = body::list(bytes, scratch, |field| {
            let _ = fields.push(field);
        });
        match listed {
            Ok(found) => {
                traits.put(found);
                room.write(|writer| {
                    fields.iter().for_each(|field| put_field(writer, *field, "\0", "\0"));
                })
            }
            Err(error) => Err(refused(error, fault)),
        }
    })
}

/// Writes the fields that are read from a document.
///
/// # Safety
///
/// The contract.
unsafe fn fields<'a, 's>(
    (document, document_len): (*const c_char, usize),
    (out, capacity, len): (*mut c_char, usize, *mut usize),
    fault: *mut usize,
    read: impl FnOnce(&'a [u8]) -> Result<&'s [Field<'a>], Error>,
) -> wxp_status
where
    'a: 's,
{
    status(|| {
        // SAFETY: the contract.
        let document = unsafe { objects(document.cast::<u8>(), document_len) }?;
        let mut outputs = Outputs::apart_from(document);
        // SAFETY: the contract.
        let (room, fault) = unsafe { (outputs.buffer(out, capacity, len)?, outputs.out(fault)?) };
        match read(document) {
            Ok(fields) => room.write(|writer| {
                fields.iter().for_each(|field| put_field(writer, *field, "\0", "\0"));
            }),
            Err(error) => Err(refused(error, fault)),
        }
    })
}

/// The status of a document that is refused, and where its fault is.
fn refused(error: Error, fault: Out<usize>) -> wxp_status {
    // More fields than there are slots on the stack.
    if matches!(error.kind(), ErrorKind::Space { .. }) {
        return WXP_E_TOO_MANY_FIELDS;
    }
    fault.put(error.position());
    status::of(error)
}
