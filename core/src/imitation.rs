//! Values that imitate a field: the string that is signed has no escaping, so that a value which holds
//! `&name=` makes the string of another set of fields as well.

use crate::canonical::Canonical;
use crate::class::Class;
use crate::error::{Error, ErrorKind};
use crate::field::{Fields, NAME_MAX};
use crate::texts::texts;
use crate::value::Value;

/// The fields that hold free text, of the merchant or of WeChat Pay (pages of the single messages).
const FREE: &[u8] =
    b"attach\0body\0desc\0detail\0device_info\0err_code_des\0error_msg\0fail_reason\0\
    promotion_detail\0reason\0result_msg\0return_msg\0risk_level_desc\0scene_info\0sub_order_list\0\
    trade_state_desc\0";

/// What free text may not imitate: the fields that every message has some of between two free texts.
/// Where one text could be cut at a field's imitation, another one would have to swallow these.
const OWN: &[u8] =
    b"appid\0bank_type\0cash_fee\0combine_mch_id\0combine_out_trade_no\0contract_id\0\
    fee_type\0is_subscribe\0mch_id\0nonce_str\0openid\0out_trade_no\0result_code\0return_code\0\
    sub_mch_id\0time_end\0total_fee\0trade_type\0transaction_id\0";

/// The first of all free texts by name. The fields before it are never a customer's, so that whatever
/// it holds was signed as its value.
const ATTACH: &str = "attach";

/// Whether a received message can be told from any other that has its signature: no value imitates a
/// field, but for free text, which holds `uid=5&type=vip` and the like.
///
/// # Errors
///
/// [`ErrorKind::Ambiguous`] with the index of the field in the caller's table.
pub(crate) fn check(fields: &Canonical<'_, impl Fields + ?Sized>) -> Result<(), Error> {
    let is_bad = |name: &str, value: Value<'_>| {
        // Hardly any value does, so that its name is not looked up before.
        imitates(value, |_| true)
            && name != ATTACH
            && (!is_in(FREE, name.as_bytes()) || imitates(value, |name| is_in(OWN, name)))
    };
    match fields.indexed().find(|(_, field)| is_bad(field.name(), field.value())) {
        Some((index, _)) => Err(Error::new(ErrorKind::Ambiguous, index)),
        None => Ok(()),
    }
}

fn is_in(all: &'static [u8], name: &[u8]) -> bool {
    texts(all).any(|text| text.to_bytes() == name)
}

/// Whether a value may not be signed for a customer to see, because it imitates a field: split anew,
/// the signed text could be passed off as another message. An address of the merchant's own may.
pub(crate) fn is_refused(name: &str, value: Value<'_>) -> bool {
    !name.ends_with("_url") && imitates(value, |_| true)
}

/// Whether the value imitates a field whose name `is` one that matters: `&`, a name and `=` follow one
/// another in the text.
pub(crate) fn imitates(value: Value<'_>, is: impl Fn(&[u8]) -> bool) -> bool {
    // Only to be faster: small machines leave it out.
    let is_free = |text: &str| !text.as_bytes().contains(&b'&');
    if cfg!(target_pointer_width = "64") && value.as_str().is_some_and(is_free) {
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
