//! Why a signature does not match.

use core::ffi::{CStr, c_char};

use wxp_core::{Cause, Explanation, Hint, Key, Marked, Sender, Value, abi};

use crate::field::{Table, wxp_field};
use crate::key::{SharedKey, wxp_key};
use crate::memory::{Out, OutBuffer, Outputs, put_field, status, text};
use crate::status::{self, either_text, own_texts, wxp_status};

/// The signature is right.
pub const WXP_CAUSE_NONE: i32 = 0;
/// No known mistake explains the signature.
pub const WXP_CAUSE_UNKNOWN: i32 = 1;

/// The merchant signed it: it is a request.
pub const WXP_SENDER_MERCHANT: i32 = 0;
/// The gateway signed it: it is an answer or a notice.
pub const WXP_SENDER_GATEWAY: i32 = 1;
/// The merchant signed it for the customer's page or app: it is a second signature.
pub const WXP_SENDER_CUSTOMER: i32 = 2;

/// Writes the string that is signed, without the key: for a log, or to compare by hand.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_canonical(
    fields: *const wxp_field,
    count: usize,
    out: *mut c_char,
    capacity: usize,
    len: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let table = unsafe { Table::at(fields, count) }?;
        // SAFETY: the contract.
        let room = unsafe { Outputs::apart_from(&table).buffer(out, capacity, len) }?;
        canonical(&table, room)
    })
}

pub(crate) fn canonical(table: &Table<'_>, room: OutBuffer) -> Result<(), wxp_status> {
    table.in_order(|order| {
        room.write(|writer| {
            for (index, field) in order.iter().enumerate() {
                writer.put(if index > 0 { "&" } else { "" });
                put_field(writer, field, "=", "");
            }
        })
    })
}

/// Tries the known mistakes in signing, and changes to a message after it was signed, and says which
/// one leads from this table to the offered signature: *cause is a WXP_CAUSE_ number. The indexes
/// of the fields that it was made with are written to marked, as many as there is capacity for;
/// *marked_count is the number of all of them, at most 256. Without capacity marked can be NULL.
/// With an empty offer, the field sign of the table is explained.
///
/// Use it to find a mistake, not to decide what to trust: that is wxp_verify. Pass the table in the
/// order that was signed, because the order can be the mistake (wxp_xml_read sorts). It costs about
/// as much as 1,000 signatures for 12 fields, and at most 4,500 digests: two fields left out, and
/// single values changed, are tried with up to 48 fields; three left out with up to 24. The result
/// reveals neither the key nor the right signature. wxp_hint says what is left to check.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_explain(
    key: *const wxp_key,
    fields: *const wxp_field,
    count: usize,
    offered: *const c_char,
    offered_len: usize,
    cause: *mut i32,
    marked: *mut usize,
    capacity: usize,
    marked_count: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (key, table, offered) =
            unsafe { (wxp_key::at(key)?, Table::at(fields, count)?, text(offered, offered_len)?) };
        let inputs = (&key, &(&table, offered));
        let mut outputs = Outputs::apart_from(&inputs);
        // SAFETY: the contract.
        let explained =
            unsafe { Explained::at(&mut outputs, cause, marked, capacity, marked_count) }?;
        explained.put(explain(&key, &table, offered)?);
        Ok(())
    })
}

/// Where an explanation is written to.
pub(crate) struct Explained<'a> {
    cause: Out<i32>,
    marked: &'a mut [usize],
    marked_count: Out<usize>,
}

impl Explained<'_> {
    /// # Safety
    ///
    /// The contract.
    pub(crate) unsafe fn at(
        outputs: &mut Outputs<'_>,
        cause: *mut i32,
        marked: *mut usize,
        capacity: usize,
        marked_count: *mut usize,
    ) -> Result<Self, wxp_status> {
        // SAFETY: the contract.
        unsafe {
            let cause = outputs.out(cause)?;
            let marked = outputs.objects(marked, capacity)?;
            Ok(Self { cause, marked, marked_count: outputs.out(marked_count)? })
        }
    }

    pub(crate) fn put(self, explanation: Explanation) {
        let (number, fields) = match explanation {
            Explanation::Right => (WXP_CAUSE_NONE, Marked::NONE),
            Explanation::Mistake { cause, fields } => (cause.code(), fields),
            _ => (WXP_CAUSE_UNKNOWN, Marked::NONE),
        };
        self.cause.put(number);
        self.marked.iter_mut().zip(fields.iter()).for_each(|(place, index)| *place = index);
        self.marked_count.put(fields.len());
    }
}

// One copy, in which everything is inlined that handles the secret: its stack is wiped by measure.
#[inline(never)]
pub(crate) fn explain(
    key: &SharedKey,
    table: &Table<'_>,
    offered: &str,
) -> Result<Explanation, wxp_status> {
    key.with(|key: &Key| {
        table.in_order(|order| {
            let own = || order.get("sign").unwrap_or(Value::new(""));
            let offered = if offered.is_empty() { own() } else { Value::new(offered) };
            Ok(wxp_core::explain(key, order, offered))
        })
    })
}

/// A cause as one clause, in English or in Chinese: static, never NULL.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn wxp_cause_text(cause: i32, language: i32) -> *const c_char {
    let language = status::language(language);
    let own = own_texts! { cause, language,
        WXP_CAUSE_NONE => "the signature is right", "签名正确";
        WXP_CAUSE_UNKNOWN => "no known mistake leads to this signature", "没有发现会得出这个签名的已知错误";
    };
    let text = own.or_else(|| abi::cause_text(cause, language));
    text.map_or(either_text!(language, "not a cause", "不是原因编号"), CStr::as_ptr)
}

/// What is left to check about a signature with this cause, by rank: 0 is the likeliest. A WXP_HINT_
/// number, and 0 from the rank on that has none. The sender is the one who made the signature: the
/// merchant of a request or of a second signature, the gateway of an answer or a notice.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn wxp_hint(cause: i32, sender: i32, rank: usize) -> i32 {
    let known = || Cause::ALL.iter().find(|known| known.code() == cause);
    let explanation = match cause {
        WXP_CAUSE_NONE => Some(Explanation::Right),
        WXP_CAUSE_UNKNOWN => Some(Explanation::Unknown),
        _ => known().map(|cause| Explanation::Mistake { cause: *cause, fields: Marked::NONE }),
    };
    let sender = match sender {
        WXP_SENDER_MERCHANT => Some(Sender::Merchant),
        WXP_SENDER_GATEWAY => Some(Sender::Gateway),
        WXP_SENDER_CUSTOMER => Some(Sender::Customer),
        _ => None,
    };
    match (explanation, sender) {
        (Some(explanation), Some(sender)) => ranked(explanation.hints(sender), rank),
        _ => 0,
    }
}

/// What to check where the gateway refused a request with this return_msg, by rank, as wxp_hint
/// gives it. 0 for every rank if the text does not speak of the signature, or is not UTF-8.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_refusal_hint(
    return_msg: *const c_char,
    return_msg_len: usize,
    rank: usize,
) -> i32 {
    // SAFETY: the contract.
    match unsafe { text(return_msg, return_msg_len) } {
        Ok(text) => ranked(Hint::of_refusal(Value::new(text)), rank),
        Err(_) => 0,
    }
}

fn ranked(hints: &[Hint], rank: usize) -> i32 {
    hints.get(rank).map_or(0, |hint| hint.code())
}

/// A hint as one clause, in English or in Chinese: static, never NULL.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn wxp_hint_text(hint: i32, language: i32) -> *const c_char {
    let language = status::language(language);
    let text = abi::hint_text(hint, language);
    text.map_or(either_text!(language, "not a hint", "不是提示编号"), CStr::as_ptr)
}
