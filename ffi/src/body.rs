//! What people have in hand: answers that are no document, lines of logs, lists of fields.

use core::ffi::{CStr, c_char};

use wxp_core::body::{WebPage, read_list, undo};
use wxp_core::{Body, Error, ErrorKind, Field, Language, abi};

use crate::document::Slots;
use crate::field::wxp_field;
use crate::memory::{Out, Outputs, objects, status};
use crate::status::{self, either_text, wxp_status};

/// The API key was in the text, as the field key of a string that was signed. It is left out.
pub const WXP_FIELDS_HELD_KEY: i32 = 1;
/// The parting of the text is a guess: a value with &name= in it would look the same.
pub const WXP_FIELDS_GUESSED: i32 = 2;

/// The most fields of a list that is no document.
pub(crate) const FIELDS_MAX: usize = 128;

/// The WXP_BODY_ number of an answer's body, or of any other text, by its look. NULL is empty.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_body(body: *const c_char, body_len: usize) -> i32 {
    // SAFETY: the contract.
    let bytes = unsafe { objects(body.cast::<u8>(), body_len) };
    Body::of(bytes.unwrap_or_default()).code()
}

/// The WXP_PAGE_ number of what a web page says that came in place of an answer; 0 if it is not
/// known.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_page(page: *const c_char, page_len: usize) -> i32 {
    // SAFETY: the contract.
    let bytes = unsafe { objects(page.cast::<u8>(), page_len) };
    WebPage::of(bytes.unwrap_or_default()).map_or(0, WebPage::code)
}

/// Takes one layer off a text: the escapes of JSON, text around a document. *layer is its
/// WXP_LAYER_ number, or 0 if there is none that can be undone without guessing; nothing is written
/// then, and *len is 0. What is inside may have another layer, and need not be UTF-8. A buffer twice
/// as long as the text always has room.
///
/// If the text is refused, *fault is the offset of the fault, in bytes. Fails with WXP_E_ESCAPE.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_body_undo(
    body: *const c_char,
    body_len: usize,
    layer: *mut i32,
    out: *mut c_char,
    capacity: usize,
    len: *mut usize,
    fault: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let bytes = unsafe { objects(body.cast::<u8>(), body_len) }?;
        let mut outputs = Outputs::apart_from(bytes);
        // SAFETY: the contract.
        let (layer, room, fault) = unsafe {
            (outputs.out(layer)?, outputs.buffer(out, capacity, len)?, outputs.out(fault)?)
        };
        let mut refused = None;
        let written = room.fill(|out| match undo(bytes, out) {
            Ok(Some(undone)) => {
                layer.put(undone.layer.code());
                Ok(undone.bytes.len())
            }
            Ok(None) => {
                layer.put(0);
                Ok(0)
            }
            Err(error) => {
                refused = Some(error);
                Err(error)
            }
        });
        if let Some(error) =
            refused.filter(|error| !matches!(error.kind(), ErrorKind::Space { .. }))
        {
            fault.put(error.position());
        }
        written
    })
}

/// Reads a text that is a list of fields: a string that was signed, form data, lines of name=value,
/// an address, a flat object in JSON, an array as PHP shows it. The fields keep their order, and
/// values that had escapes lie in the scratch, which has to be as long as the text. *traits is
/// WXP_FIELDS_HELD_KEY and WXP_FIELDS_GUESSED, added, or 0.
///
/// On WXP_OK *count is the number of fields. On WXP_E_SPACE it is the number needed; 0 if the
/// scratch is too short, and *fault is what is needed of it, in bytes. If the text is refused,
/// *fault is the offset of the fault, in bytes. On any failure the table is emptied, and the content
/// of the scratch is undefined.
///
/// Fails with WXP_E_LIST, WXP_E_ESCAPE, WXP_E_FIELD_NAME, or with WXP_E_TOO_MANY_FIELDS beyond 128.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_body_fields(
    body: *const c_char,
    body_len: usize,
    fields: *mut wxp_field,
    capacity: usize,
    count: *mut usize,
    scratch: *mut c_char,
    scratch_capacity: usize,
    traits: *mut i32,
    fault: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (bytes, traits, mut slots, scratch) = unsafe {
            let bytes = objects(body.cast::<u8>(), body_len)?;
            let mut outputs = Outputs::apart_from(bytes);
            let scratch = outputs.objects(scratch.cast::<u8>(), scratch_capacity)?;
            let traits: Out<i32> = outputs.out(traits)?;
            let none = (core::ptr::null_mut(), 0);
            let slots = Slots::at(&mut outputs, (fields, capacity), count, none, fault)?;
            (bytes, traits, slots, scratch)
        };
        if scratch.len() < bytes.len() {
            return slots.lack(bytes.len());
        }
        match list(bytes, scratch, |field| slots.take(field)) {
            Ok(found) => {
                traits.put(found);
                let fits = slots.fits();
                slots.put(fits)
            }
            Err(error) => slots.refuse(error),
        }
    })
}

/// Hands the fields over in their order; the WXP_FIELDS_ numbers of the list.
pub(crate) fn list<'a>(
    bytes: &'a [u8],
    scratch: &'a mut [u8],
    take: impl FnMut(Field<'a>),
) -> Result<i32, Error> {
    let mut slots = [Field::EMPTY; FIELDS_MAX];
    let list = read_list(bytes, scratch, &mut slots)?;
    list.fields.iter().copied().for_each(take);
    let key = if list.held_key { WXP_FIELDS_HELD_KEY } else { 0 };
    Ok(key | if list.is_guess { WXP_FIELDS_GUESSED } else { 0 })
}

/// A kind of body as one clause, in English or in Chinese: static, never NULL.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn wxp_body_text(body: i32, language: i32) -> *const c_char {
    let language = status::language(language);
    abi::body_text(body, language).map_or(unlisted(language), CStr::as_ptr)
}

/// What a web page says as one clause, in English or in Chinese: static, never NULL.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn wxp_page_text(page: i32, language: i32) -> *const c_char {
    let language = status::language(language);
    abi::page_text(page, language).map_or(unlisted(language), CStr::as_ptr)
}

/// What was undone as one clause, in English or in Chinese: static, never NULL.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn wxp_layer_text(layer: i32, language: i32) -> *const c_char {
    let language = status::language(language);
    abi::layer_text(layer, language).map_or(unlisted(language), CStr::as_ptr)
}

/// The text of a number that is none.
pub(crate) const fn unlisted(language: Language) -> *const c_char {
    either_text!(language, "not a number of these", "不是此类编号")
}
