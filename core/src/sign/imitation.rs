//! Values that imitate a field: the string that is signed has no escaping, so that a value which
//! holds `&name=` makes the string of another set of fields as well.

use crate::base::ROOMY;
use crate::base::class::Class;
use crate::field::NAME_MAX;
use crate::value::Value;

/// Whether a value may not be signed for a customer to see, because it imitates a field: split
/// anew, the signed text could be passed off as another message. An address of the merchant's own
/// may.
pub(crate) fn is_refused(name: &str, value: Value<'_>) -> bool {
    !name.ends_with("_url") && imitates(value, |_| true)
}

/// Whether the value imitates a field whose name `is` one that matters: `&`, a name and `=` follow
/// one another in the text.
pub(crate) fn imitates(value: Value<'_>, is: impl Fn(&[u8]) -> bool) -> bool {
    // Only to be faster: small machines leave it out.
    let is_free = |text: &str| !text.as_bytes().contains(&b'&');
    if ROOMY && value.as_str().is_some_and(is_free) {
        return false;
    }
    // What has been seen of a name since the last `&`, if only a name has been seen since.
    let mut name: Option<heapless::Vec<u8, NAME_MAX, u8>> = None;
    for chunk in value.chunks() {
        for byte in chunk.bytes() {
            name = match (byte, name) {
                (b'&', _) => Some(heapless::Vec::new()),
                (b'=', Some(name)) if !name.is_empty() && is(&name) => return true,
                (b'0'..=b'9' | b'.' | b'-', Some(name)) if name.is_empty() => None,
                (byte, Some(mut name)) if Class::Name.contains(byte) => {
                    name.push(byte).ok().map(|()| name)
                }
                _ => None,
            };
        }
    }
    false
}
