//! The sealed part of refund notices.

use core::ffi::c_char;

use wxp_core::{UnconfirmedRefund, Value};

use crate::document;
use crate::field::wxp_field;
use crate::key::wxp_key;
use crate::memory::{Outputs, status, text};
use crate::status::wxp_status;

/// Opens the field req_info of a refund notice ("refund"): writes the document inside, for
/// wxp_refund_read. The key may be for either algorithm; 1024 bytes do for a usual notice.
///
/// Nobody vouches for what is in it: nothing in the notice is signed, and its blocks can be put
/// together anew by who has seen others. Look the refund up by its number, and confirm it with
/// /pay/refundquery before money or goods depend on it.
///
/// On WXP_E_SPACE, *len is up to 16 bytes more than the document has. For everything else that is
/// wrong with it WXP_E_SEALED, which does not tell what it is; what was written has been wiped.
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
        let room = unsafe { Outputs::apart_from(&(&key, sealed)).room(out, capacity, len) }?;
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

/// As wxp_xml_read, of a document that wxp_unconfirmed_refund has written: its root is root, where
/// messages have xml.
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
