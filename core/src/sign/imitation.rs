//! Values that imitate a field: the string that is signed has no escaping, so that a value which
//! holds `&name=` makes the string of another set of fields as well.

use crate::base::ROOMY;
use crate::base::class::Class;
use crate::base::texts::texts;
use crate::field::NAME_MAX;
use crate::value::Value;

/// Whether a value may not be signed for a customer to see, because it imitates a field: split
/// anew, the signed text could be passed off as another message. An address of the merchant's own
/// may.
pub(crate) fn is_refused(name: &str, value: Value<'_>) -> bool {
    !name.ends_with("_url") && imitates(value, None)
}

/// Whether the value imitates a field, or one of those whose `names` are given, each with a NUL at
/// its end: `&`, a name and `=` follow one another in the text.
#[inline(always)] // So that decoding is not linked where all values are known to be plain.
pub(crate) fn imitates(value: Value<'_>, names: Option<&'static str>) -> bool {
    match value.as_str() {
        // Only to be faster: small machines leave it out.
        Some(text) if ROOMY && !text.as_bytes().contains(&b'&') => false,
        Some(text) => has_imitation(text.bytes(), names),
        None => has_imitation(value.bytes(), names),
    }
}

// One copy for all callers.
#[inline(never)]
fn has_imitation(text: impl Iterator<Item = u8>, names: Option<&'static str>) -> bool {
    let matters =
        |name: &[u8]| names.is_none_or(|names| texts(names).any(|one| one.as_bytes() == name));
    // What has been seen of a name since the last `&`, and whether only a name has been seen since.
    let mut name = heapless::Vec::<u8, NAME_MAX, u8>::new();
    let mut is_name = false;
    for byte in text {
        is_name = match byte {
            b'&' => {
                name.clear();
                true
            }
            b'=' if is_name && !name.is_empty() && matters(&name) => return true,
            b'0'..=b'9' | b'.' | b'-' if name.is_empty() => false,
            // A name may be longer here than a field's: others may read such a field.
            _ if is_name && Class::Name.contains(byte) => {
                let _ = name.push(byte);
                true
            }
            _ => false,
        };
    }
    false
}
