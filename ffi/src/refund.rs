//! The sealed part of refund notices.

use core::ffi::c_char;

use wxp_core::{UnconfirmedRefund, Value};

use crate::document;
use crate::field::wxp_field;
use crate::key::wxp_key;
use crate::memory::{Outputs, status, text};
use crate::status::wxp_status;

/// Decrypts the field req_info of the notice "refund", and writes the document in it, for
/// wxp_refund_read. The key can be for either algorithm; 1024 bytes are enough for a usual notice.
///
/// The content is not authentic: nothing in the notice is signed, and somebody who has seen other
/// notices can recombine their blocks. Confirm the refund with /pay/refundquery before money or
/// goods move.
///
/// On WXP_E_SPACE *len is up to 16 bytes more than the document. Fails with WXP_E_SEALED for any
/// other fault, without saying which; what was written is wiped.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_unconfirmed_refund(
    key: *const wxp_key,
    req_info: *const c_char,
    req_info_len: usize,
    out: *mut c_char,
    capacity: usize,
    len: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (key, sealed) = unsafe { (wxp_key::at(key)?, text(req_info, req_info_len)?) };
        // SAFETY: the contract.
        let room = unsafe { Outputs::apart_from(&(&key, sealed)).buffer(out, capacity, len) }?;
        key.with(|key| {
            room.fill(|out| {
                let refund = UnconfirmedRefund::open(key, Value::new(sealed), out)?;
                Ok(refund.document().len())
            })
        })
    })
}

/// The root element of the sealed part.
pub(crate) const ROOT: &str = "root";

/// As wxp_xml_read, for the document that wxp_unconfirmed_refund writes: its root is <root>.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_refund_read(
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
        document::read((document, document_len), ROOT, (fields, capacity), count, scratch, fault)
    }
}
