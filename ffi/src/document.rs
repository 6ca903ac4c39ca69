//! Writing and reading documents.

use core::ffi::c_char;

use wxp_core::abi::{ROOT, read_document, write_document};
use wxp_core::{Canonical, Error, ErrorKind, Field, Signature, Value};

use crate::field::{Table, sort, wxp_field, wxp_text};
use crate::key::wxp_key;
use crate::memory::{Out, OutBuffer, Outputs, objects, status, text_of};
use crate::sign::signed;
use crate::status::{self, WXP_E_DUPLICATE, WXP_E_SPACE, WXP_E_TOO_MANY_FIELDS, wxp_status};

/// Signs a table and writes the document to send: the signed fields sorted by name, then sign.
/// Fails with WXP_E_LEAKED_SECRET or WXP_E_CHARACTER; wxp_check names the field.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_xml_write(
    key: *const wxp_key,
    fields: *const wxp_field,
    count: usize,
    out: *mut c_char,
    capacity: usize,
    len: *mut usize,
) -> wxp_status {
    // SAFETY: the contract.
    unsafe { signed(key, fields, count, out, capacity, len, put_document) }
}

pub(crate) fn put_document(
    order: &Canonical<'_, Table<'_>>,
    signature: &Signature,
    room: OutBuffer,
) -> Result<(), wxp_status> {
    room.fill(|out| write_document(order, signature, out))
}

/// Reads a flat document into a table that is sorted by name. Names and values point into the
/// document, or into the scratch if a value was written with entities, several CDATA sections or
/// carriage returns. A scratch as long as the document is always enough.
///
/// On WXP_OK *count is the number of fields. On WXP_E_SPACE it is the number needed, and *fault is
/// the scratch needed, in bytes. If the document is refused, *fault is the offset of the fault, in
/// bytes. On any failure the table is emptied, and the content of the scratch is undefined.
///
/// Fails with 40 to 59, or WXP_E_ROOT.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_xml_read(
    document: *const c_char,
    document_len: usize,
    fields: *mut wxp_field,
    capacity: usize,
    count: *mut usize,
    scratch: *mut c_char,
    scratch_capacity: usize,
    fault: *mut usize,
) -> wxp_status {
    // SAFETY: the contract.
    unsafe {
        let scratch = (scratch, scratch_capacity);
        read((document, document_len), ROOT, (fields, capacity), count, scratch, fault)
    }
}

/// Reads a flat document whose root has this name.
///
/// # Safety
///
/// The contract.
pub(crate) unsafe fn read(
    (document, document_len): (*const c_char, usize),
    root: &'static str,
    fields: (*mut wxp_field, usize),
    count: *mut usize,
    scratch: (*mut c_char, usize),
    fault: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (document, mut slots) = unsafe {
            let document = objects(document.cast::<u8>(), document_len)?;
            let mut outputs = Outputs::apart_from(document);
            (document, Slots::at(&mut outputs, fields, count, scratch, fault)?)
        };
        let mut refused = None;
        match text_of(document) {
            Ok(text) => read_document(text).with_root(root).for_each(|field| match field {
                Ok(field) => slots.take(field),
                Err(error) => refused = Some(error),
            }),
            Err(error) => refused = Some(error),
        }
        match refused {
            None => slots.finish(document),
            Some(error) => slots.refuse(error),
        }
    })
}

/// Where the fields of a document go.
pub(crate) struct Slots<'a> {
    fields: &'a mut [wxp_field],
    count: Out<usize>,
    scratch: &'a mut [u8],
    fault: Out<usize>,
    /// How many fields have been taken in, and how much of the scratch that has needed.
    taken: usize,
    decoded: usize,
}

impl Slots<'_> {
    /// # Safety
    ///
    /// The contract.
    pub(crate) unsafe fn at(
        outputs: &mut Outputs<'_>,
        (fields, capacity): (*mut wxp_field, usize),
        count: *mut usize,
        (scratch, scratch_capacity): (*mut c_char, usize),
        fault: *mut usize,
    ) -> Result<Self, wxp_status> {
        // SAFETY: the contract.
        unsafe {
            Ok(Self {
                fields: outputs.objects(fields, capacity)?,
                count: outputs.out(count)?,
                scratch: outputs.objects(scratch.cast(), scratch_capacity)?,
                fault: outputs.out(fault)?,
                taken: 0,
                decoded: 0,
            })
        }
    }

    /// Takes a field in, with its value decoded.
    pub(crate) fn take(&mut self, field: Field<'_>) {
        let value = field.value();
        let text = match value.as_str() {
            Some(text) => Some(wxp_text::of(text)),
            None => self.decode(value),
        };
        if let (Some(text), Some(slot)) = (text, self.fields.get_mut(self.taken)) {
            let name = wxp_text::of(field.name());
            *slot = wxp_field {
                name: name.text,
                name_len: name.len,
                value: text.text,
                value_len: text.len,
            };
        }
        self.taken = self.taken.saturating_add(1);
    }

    /// The text of a value behind those that are in the scratch, if there is room.
    fn decode(&mut self, value: Value<'_>) -> Option<wxp_text> {
        let start = self.decoded;
        for chunk in value.chunks() {
            let bytes = chunk.as_bytes();
            let rest = self.scratch.get_mut(self.decoded..).unwrap_or_default();
            if let Some(room) = rest.get_mut(..bytes.len()) {
                room.copy_from_slice(bytes);
            }
            self.decoded = self.decoded.saturating_add(bytes.len());
        }
        let text = self.scratch.get(start..self.decoded)?;
        Some(wxp_text { text: text.as_ptr().cast(), len: text.len() })
    }

    /// Sorts the fields that were taken from the document, and says how many there are.
    pub(crate) fn finish(mut self, document: &[u8]) -> Result<(), wxp_status> {
        let fits = self.fits();
        if fits && let Err(second) = sort(self.fields.get_mut(..self.taken).unwrap_or_default()) {
            let offset = second.as_ptr().addr().saturating_sub(document.as_ptr().addr());
            self.clear();
            self.fault.put(offset);
            return Err(WXP_E_DUPLICATE);
        }
        self.put(fits)
    }

    /// Whether there has been room for all that was taken.
    pub(crate) fn fits(&self) -> bool {
        self.taken <= self.fields.len() && self.decoded <= self.scratch.len()
    }

    /// Says how many fields there are, and leaves them if there is room for everything.
    pub(crate) fn put(mut self, fits: bool) -> Result<(), wxp_status> {
        if !fits {
            self.clear();
            self.fault.put(self.decoded);
        }
        self.count.put(self.taken);
        if fits { Ok(()) } else { Err(WXP_E_SPACE) }
    }

    /// Says what was wrong with the document, and where.
    pub(crate) fn refuse(mut self, error: Error) -> Result<(), wxp_status> {
        self.clear();
        // More fields than there are slots for on the stack.
        if matches!(error.kind(), ErrorKind::Space { .. }) {
            return Err(WXP_E_TOO_MANY_FIELDS);
        }
        self.fault.put(error.position());
        Err(status::of(error))
    }

    /// Says that so much scratch is needed, before anything was read.
    pub(crate) fn lack(mut self, scratch: usize) -> Result<(), wxp_status> {
        self.clear();
        self.fault.put(scratch);
        self.count.put(0);
        Err(WXP_E_SPACE)
    }

    fn clear(&mut self) {
        self.fields.fill(wxp_field::EMPTY);
    }
}
