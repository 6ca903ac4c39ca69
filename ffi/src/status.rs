//! What a call came to.

use core::ffi::{CStr, c_char};

use wxp_core::{Error, abi};

/// What a call came to: WXP_OK, or one of the WXP_E_ numbers, which are permanent and never reused.
/// The decade says whose fault it is: below 10 the call itself, 10s the caller's configuration, 20s
/// the caller's fields, 30s the caller's buffer, 40s a document that is not well-formed, 50s one
/// that is refused on purpose, 60s authenticity, 70s a bill.
pub type wxp_status = i32;

/// Done.
pub const WXP_OK: wxp_status = 0;

/// NULL where something has to be.
pub const WXP_E_NULL: wxp_status = 1;
/// A length that no object in memory can have.
pub const WXP_E_LENGTH: wxp_status = 2;
/// A pointer that is not aligned for what it points to.
pub const WXP_E_ALIGNMENT: wxp_status = 3;
/// An output lies over an input, such as the key, or over another output.
pub const WXP_E_OVERLAP: wxp_status = 4;
/// Not a key that wxp_key_init made: zeroed, wiped, or something else.
pub const WXP_E_KEY: wxp_status = 5;
/// A number that is none of those listed, or a value out of range.
pub const WXP_E_ARGUMENT: wxp_status = 6;
/// No operation, notice, entry or field of that name or number.
pub const WXP_E_NOT_FOUND: wxp_status = 7;
/// A packed table that does not consist of names and values, each with a NUL behind it.
pub const WXP_E_PACKED: wxp_status = 8;
/// The library computes wrongly on this machine.
pub const WXP_E_SELF_TEST: wxp_status = 9;

/// A secret of a wrong length; an API key has exactly 32 characters.
pub const WXP_E_SECRET_LENGTH: wxp_status = 10;
/// An API key with a character that is no ASCII letter or digit.
pub const WXP_E_SECRET_CHARACTER: wxp_status = 11;

/// Not a field name: [A-Za-z_][A-Za-z0-9_.-]*, at most 64 bytes.
pub const WXP_E_FIELD_NAME: wxp_status = 20;
/// A table with two fields of one name.
pub const WXP_E_DUPLICATE_FIELD: wxp_status = 21;
/// A table of more than 255 fields that is not sorted by name, or of more than the call can take.
pub const WXP_E_TOO_MANY_FIELDS: wxp_status = 22;
/// A value with a character that cannot be sent: a control character, or one of four UTF-8 bytes.
pub const WXP_E_CHARACTER: wxp_status = 23;
/// Not an absolute http or https address with host and path, in ASCII, of at most 256 bytes.
pub const WXP_E_NOTIFY_URL: wxp_status = 24;
/// An address with a query, which a notify_url does not take.
pub const WXP_E_NOTIFY_URL_QUERY: wxp_status = 25;
/// A field that has to be signed is missing or empty.
pub const WXP_E_MISSING: wxp_status = 26;
/// A contract page's address is longer than 1024 bytes.
pub const WXP_E_ADDRESS_LENGTH: wxp_status = 27;
/// A value that holds the API key, and would give it away.
pub const WXP_E_LEAKED_SECRET: wxp_status = 28;
/// A value that a customer gets to see signed imitates a field (&name=).
pub const WXP_E_IMITATION: wxp_status = 29;

/// Too little room; the length needed has been written.
pub const WXP_E_SPACE: wxp_status = 30;

/// Not an XML document.
pub const WXP_E_NOT_XML: wxp_status = 40;
/// Bytes that are not UTF-8, in a document or in an argument.
pub const WXP_E_NOT_UTF8: wxp_status = 41;
/// A document that is cut short.
pub const WXP_E_TRUNCATED: wxp_status = 42;
/// Malformed markup.
pub const WXP_E_MALFORMED: wxp_status = 43;
/// An end tag that does not match its start tag.
pub const WXP_E_END_TAG: wxp_status = 44;
/// A reference that is malformed, undefined or to a forbidden character.
pub const WXP_E_REFERENCE: wxp_status = 45;
/// A character that XML forbids.
pub const WXP_E_CONTROL: wxp_status = 46;
/// A malformed XML declaration.
pub const WXP_E_DECLARATION: wxp_status = 47;
/// A second root element.
pub const WXP_E_SECOND_ROOT: wxp_status = 48;
/// Something after the end of the document.
pub const WXP_E_TRAILING: wxp_status = 49;

/// A DOCTYPE or other declaration: the door of entity attacks.
pub const WXP_E_DOCTYPE: wxp_status = 50;
/// A comment.
pub const WXP_E_COMMENT: wxp_status = 51;
/// A processing instruction.
pub const WXP_E_PROCESSING_INSTRUCTION: wxp_status = 52;
/// An attribute.
pub const WXP_E_ATTRIBUTE: wxp_status = 53;
/// A name with a namespace prefix.
pub const WXP_E_PREFIX: wxp_status = 54;
/// An element whose name is no field name.
pub const WXP_E_NAME: wxp_status = 55;
/// An element inside a field.
pub const WXP_E_NESTED: wxp_status = 56;
/// A field that the document has already.
pub const WXP_E_DUPLICATE: wxp_status = 57;
/// Text between fields.
pub const WXP_E_STRAY: wxp_status = 58;
/// An XML version other than 1.0 or an encoding other than UTF-8.
pub const WXP_E_ENCODING: wxp_status = 59;

/// No signature.
pub const WXP_E_UNSIGNED: wxp_status = 60;
/// Signed with another algorithm than the key's.
pub const WXP_E_ALGORITHM_MISMATCH: wxp_status = 61;
/// The signature does not match.
pub const WXP_E_SIGNATURE_MISMATCH: wxp_status = 62;
/// No return_code.
pub const WXP_E_NO_RETURN_CODE: wxp_status = 63;
/// A sealed part that cannot be opened.
pub const WXP_E_SEALED: wxp_status = 64;
/// Authentic, but of another kind than it is judged as: it lacks a field.
pub const WXP_E_LACKS: wxp_status = 65;
/// Authentic, but of another kind than it is judged as: it has a foreign field.
pub const WXP_E_FOREIGN: wxp_status = 66;
/// Authentic, but ambiguous: the value of a field that does not hold free text imitates a field.
pub const WXP_E_AMBIGUOUS: wxp_status = 67;
/// A root element with another name than xml.
pub const WXP_E_ROOT: wxp_status = 68;
/// A field of the message is not what the caller's records say.
pub const WXP_E_DIFFERS: wxp_status = 69;

/// A line that does not fit the bill.
pub const WXP_E_BILL: wxp_status = 70;

/// A status as one clause of English: static, ending with NUL, never NULL.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn wxp_status_text(status: wxp_status) -> *const c_char {
    let text = match status {
        WXP_OK => c"done",
        WXP_E_NULL => c"NULL where something has to be",
        WXP_E_LENGTH => c"a length that no object in memory can have",
        WXP_E_ALIGNMENT => c"a pointer that is not aligned for what it points to",
        WXP_E_OVERLAP => c"an output lies over an input or another output",
        WXP_E_KEY => c"not a key that was initialised",
        WXP_E_ARGUMENT => c"a number that is none of those listed, or a value out of range",
        WXP_E_NOT_FOUND => c"nothing of that name or number",
        WXP_E_PACKED => c"not a packed table",
        WXP_E_SELF_TEST => c"the library computes wrongly on this machine",
        WXP_E_DIFFERS => c"a field that is not what the caller's records say",
        _ => abi::error_text(status).unwrap_or(c"not a status"),
    };
    CStr::as_ptr(text)
}

/// The status of an error of the core, which has the same number.
pub(crate) fn of(error: Error) -> wxp_status {
    error.kind().code()
}
