//! Why a signature does not match.

use core::ffi::{CStr, c_char};

use wxp_core::{Explanation, Key, Value, abi, explain};

use crate::field::{Table, wxp_field};
use crate::key::wxp_key;
use crate::memory::{Outputs, status, text};
use crate::status::wxp_status;

/// The signature is right.
pub const WXP_CAUSE_NONE: i32 = 0;
/// No known mistake leads to the signature.
pub const WXP_CAUSE_UNKNOWN: i32 = 1;

/// No signature was offered, or an empty one.
pub const WXP_CAUSE_MISSING: i32 = 10;
/// What was offered is no signature, nor a known distortion of the right one.
pub const WXP_CAUSE_FORM: i32 = 11;
/// The right signature, in lower case. wxp_verify accepts it.
pub const WXP_CAUSE_LOWER_CASE: i32 = 12;
/// The right signature, with white space before or after it.
pub const WXP_CAUSE_SURROUNDED: i32 = 13;
/// The right signature, cut off. Less than 16 digits are not held against it.
pub const WXP_CAUSE_TRUNCATED: i32 = 14;
/// The right signature without the zeros that lead it, or that lead its bytes.
pub const WXP_CAUSE_ZEROS_DROPPED: i32 = 15;

/// MD5 instead of HMAC-SHA256, or the other way round.
pub const WXP_CAUSE_OTHER_ALGORITHM: i32 = 20;
/// SHA-256 of the string with the key appended.
pub const WXP_CAUSE_PLAIN_SHA256: i32 = 21;
/// The right signature, in a message whose sign_type names another algorithm.
pub const WXP_CAUSE_CONTRADICTION: i32 = 22;

/// The string that was signed ends with the last field; HMAC used the key all the same.
pub const WXP_CAUSE_KEY_LEFT_OUT: i32 = 30;
/// The key follows the last field without &key=.
pub const WXP_CAUSE_KEY_UNNAMED: i32 = 31;
/// The key was used without the white space around it.
pub const WXP_CAUSE_KEY_TRIMMED: i32 = 32;
/// The key was used in lower case.
pub const WXP_CAUSE_KEY_LOWER_CASE: i32 = 33;
/// The key was used in upper case.
pub const WXP_CAUSE_KEY_UPPER_CASE: i32 = 34;
/// The key was used with LF or CR LF after it.
pub const WXP_CAUSE_KEY_LINE_END: i32 = 35;
/// The key was used with a blank after it.
pub const WXP_CAUSE_KEY_BLANK: i32 = 36;

/// One field was not signed.
pub const WXP_CAUSE_FIELD_LEFT_OUT: i32 = 40;
/// Empty values were signed, as name=.
pub const WXP_CAUSE_EMPTY_SIGNED: i32 = 41;
/// The field sign was signed as well, with its value or as sign=.
pub const WXP_CAUSE_SIGN_SIGNED: i32 = 42;
/// sign_type was not signed.
pub const WXP_CAUSE_SIGN_TYPE_LEFT_OUT: i32 = 43;
/// The algorithm's name was signed as sign_type, and the message does not say so.
pub const WXP_CAUSE_SIGN_TYPE_ADDED: i32 = 44;

/// Names were sorted without regard to their letter case.
pub const WXP_CAUSE_ORDER_IGNORING_CASE: i32 = 50;
/// Finished name=value texts were sorted: = sorts after digits.
pub const WXP_CAUSE_ORDER_OF_PAIRS: i32 = 51;
/// The fields were signed in the order of the caller's table.
pub const WXP_CAUSE_UNSORTED: i32 = 52;

/// Values were signed without the white space around them, and none that were blank.
pub const WXP_CAUSE_VALUE_TRIMMED: i32 = 60;
/// Values were signed with &, < and >, and perhaps quotes, as entities of XML.
pub const WXP_CAUSE_VALUE_ESCAPED: i32 = 61;
/// Values were signed with the CDATA section they are sent in.
pub const WXP_CAUSE_VALUE_IN_CDATA: i32 = 62;
/// Values were signed in URL-encoding, in one of the usual forms.
pub const WXP_CAUSE_VALUE_URL_ENCODED: i32 = 63;
/// Values were signed with LF in place of CR LF or CR, or without any CR.
pub const WXP_CAUSE_RETURNS_DROPPED: i32 = 64;
/// Values were signed with CR LF in place of LF.
pub const WXP_CAUSE_RETURNS_ADDED: i32 = 65;
/// Values were signed with ? in place of each character that is not ASCII.
pub const WXP_CAUSE_CHARACTERS_LOST: i32 = 66;
/// The UTF-8 of values was taken for ISO 8859-1 and encoded in UTF-8 again.
pub const WXP_CAUSE_ENCODED_TWICE: i32 = 67;
/// Values were signed in GBK. Only a library built with the feature gbk finds it.
pub const WXP_CAUSE_GBK: i32 = 68;

/// Tries the known mistakes in making a signature, one at a time, and says which one leads from
/// this table to the signature that was offered: a WXP_CAUSE_ number in *cause, and in *field the
/// index of the field it was made with, the first of several, or SIZE_MAX. With an empty offer, the
/// field sign of the table is explained.
///
/// For finding out why a message was refused, by those who have the key; whether to believe one,
/// wxp_verify tells. The order of the table counts, since it may be the mistake; wxp_xml_read
/// sorts. Neither the right signature nor the key shows anywhere. It costs as much as forty
/// signatures, and one for each field.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_explain(
    key: *const wxp_key,
    fields: *const wxp_field,
    count: usize,
    offered: *const c_char,
    offered_len: usize,
    cause: *mut i32,
    field: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (key, table, offered) =
            unsafe { (wxp_key::at(key)?, Table::at(fields, count)?, text(offered, offered_len)?) };
        let inputs = (&key, &(&table, offered));
        let mut outputs = Outputs::apart_from(&inputs);
        // SAFETY: the contract.
        let (cause_place, field_place) = unsafe { (outputs.place(cause)?, outputs.place(field)?) };
        let explained = |key: &Key| {
            table.in_order(|order| {
                let own = || order.get("sign").unwrap_or(Value::new(""));
                let offered = if offered.is_empty() { own() } else { Value::new(offered) };
                Ok(explain(key, order, offered))
            })
        };
        let explanation = key.with(explained)?;
        let (number, at) = match explanation {
            Explanation::Right => (WXP_CAUSE_NONE, None),
            Explanation::Mistake { cause, field } => (cause.code(), field),
            _ => (WXP_CAUSE_UNKNOWN, None),
        };
        cause_place.put(number);
        field_place.put(at.unwrap_or(usize::MAX));
        Ok(())
    })
}

/// A cause as one clause of English: static, ending with NUL, never NULL.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn wxp_cause_text(cause: i32) -> *const c_char {
    let text = match cause {
        WXP_CAUSE_NONE => c"the signature is right",
        WXP_CAUSE_UNKNOWN => c"no known mistake leads to this signature",
        _ => abi::cause_text(cause).unwrap_or(c"not a cause"),
    };
    CStr::as_ptr(text)
}
