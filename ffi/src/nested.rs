//! Reading documents that nest.

use core::ffi::c_char;
use core::ptr;

use wxp_core::{Error, Field, Reply, xml};

use crate::document::Slots;
use crate::field::wxp_field;
use crate::memory::{Out, Outputs, objects, status};
use crate::status::wxp_status;

/// The most fields of a nested document outside of groups, and of one of its records.
pub(crate) const NESTED_MAX: usize = 128;

/// Reads the fields of a nested document that are in no group: answers of gethbinfo,
/// settlementquery and submchmanage. Otherwise as wxp_xml_read. If the document has groups, its
/// field sign is left out, because no signature covers groups: the answer is judged as an unsigned
/// one.
///
/// Fails as wxp_xml_read, or with WXP_E_TOO_MANY_FIELDS above 128 fields. Takes 4 KB of stack on
/// 32-bit machines.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_xml_read_nested(
    document: *const c_char,
    document_len: usize,
    fields: *mut wxp_field,
    capacity: usize,
    count: *mut usize,
    scratch: *mut c_char,
    scratch_capacity: usize,
    fault: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (document, mut slots) = unsafe {
            let document = objects(document.cast::<u8>(), document_len)?;
            let (mut outputs, scratch) =
                (Outputs::apart_from(document), (scratch, scratch_capacity));
            (document, Slots::at(&mut outputs, (fields, capacity), count, scratch, fault)?)
        };
        let mut table = [Field::EMPTY; NESTED_MAX];
        let reply = match Reply::read_nested(document, &mut table) {
            Ok(reply) => reply,
            Err(error) => return slots.refuse(error),
        };
        reply.unverified().iter().for_each(|field| slots.take(*field));
        slots.finish(document)
    })
}

/// A group of fields in a nested document, such as hbinfo or setteinfo_0.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct wxp_record {
    /// The name of the group, in the document.
    pub name: *const c_char,
    /// In bytes, at most 64.
    pub name_len: usize,
    /// Sorted by name, for wxp_find. They are in the table that was read into.
    pub fields: *const wxp_field,
    /// The number of fields, 1 to 128.
    pub count: usize,
}

impl wxp_record {
    const EMPTY: Self = Self { name: ptr::null(), name_len: 0, fields: ptr::null(), count: 0 };
}

/// Reads all groups of a nested document, in its order, as records. The fields of all records are
/// in one table, one record after the other.
///
/// On WXP_OK *record_count is the number of records, 0 for a flat document, and *count is the
/// number of all their fields. On WXP_E_SPACE both are the numbers needed, and *fault is the
/// scratch needed, in bytes. Only wxp_xml_read_nested refuses a field outside of groups that comes
/// twice.
///
/// Otherwise as wxp_xml_read. Fails also with WXP_E_TOO_MANY_FIELDS above 128 fields in a record.
/// Takes 4 KB of stack on 32-bit machines.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_xml_records(
    document: *const c_char,
    document_len: usize,
    records: *mut wxp_record,
    record_capacity: usize,
    record_count: *mut usize,
    fields: *mut wxp_field,
    capacity: usize,
    count: *mut usize,
    scratch: *mut c_char,
    scratch_capacity: usize,
    fault: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (document, mut rows, mut slots) = unsafe {
            let document = objects(document.cast::<u8>(), document_len)?;
            let (mut outputs, scratch) =
                (Outputs::apart_from(document), (scratch, scratch_capacity));
            let slots = Slots::at(&mut outputs, (fields, capacity), count, scratch, fault)?;
            let rows = (records, record_capacity);
            (document, Rows::at(&mut outputs, rows, record_count, fields)?, slots)
        };
        let mut reader = xml::records(document);
        // One for all, and not cleared for each: a record can have as little as 11 bytes.
        let mut table = [Field::EMPTY; NESTED_MAX];
        let refused = loop {
            match reader.next_into(&mut table) {
                Ok(Some(record)) => {
                    rows.take(record.name(), record.fields().len());
                    record.fields().iter().for_each(|field| slots.take(*field));
                }
                Ok(None) => break None,
                Err(error) => break Some(error),
            }
        };
        rows.finish(slots, refused)
    })
}

/// Where the records of a document go.
struct Rows<'a> {
    records: &'a mut [wxp_record],
    count: Out<usize>,
    taken: usize,
    /// Where the fields of the next one go.
    fields: *const wxp_field,
}

impl Rows<'_> {
    /// # Safety
    ///
    /// The contract.
    unsafe fn at(
        outputs: &mut Outputs<'_>,
        (records, capacity): (*mut wxp_record, usize),
        count: *mut usize,
        fields: *const wxp_field,
    ) -> Result<Self, wxp_status> {
        // SAFETY: the contract.
        unsafe {
            let (records, count) = (outputs.objects(records, capacity)?, outputs.out(count)?);
            Ok(Self { records, count, taken: 0, fields })
        }
    }

    /// Takes a record in, whose fields come next.
    fn take(&mut self, name: &str, count: usize) {
        if let Some(record) = self.records.get_mut(self.taken) {
            let (name, name_len) = (name.as_ptr().cast(), name.len());
            *record = wxp_record { name, name_len, fields: self.fields, count };
        }
        self.taken = self.taken.saturating_add(1);
        self.fields = self.fields.wrapping_add(count);
    }

    /// Says how many records and fields there are, or why there are none; they are left if there
    /// is room for everything.
    fn finish(self, slots: Slots<'_>, refused: Option<Error>) -> Result<(), wxp_status> {
        let fits = refused.is_none() && self.taken <= self.records.len() && slots.fits();
        if !fits {
            self.records.fill(wxp_record::EMPTY);
        }
        if let Some(error) = refused {
            return slots.refuse(error);
        }
        self.count.put(self.taken);
        slots.put(fits)
    }
}
