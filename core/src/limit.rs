//! How long fields may be, for those who would rather know before the gateway says so.

use core::{fmt, iter};

use crate::canonical::Canonical;
use crate::field::Fields;
use crate::texts::texts;

/// Divides the rows into limits and names, which lie one behind the other, each with a NUL at its
/// end: pointers to them would take as much room as they do.
macro_rules! limits {
    ($($name:literal $limit:literal,)+) => {
        const NAMES: &[u8] = concat!($($name, "\0"),+).as_bytes();
        const LIMITS: &[u16] = &[$($limit),+];
    };
}

// The longest value of each field in the field tables, in bytes, by name.
//
// The tables give `String(n)` without a unit; bytes are the cautious reading. Where two pages
// disagree, the larger number stands here: `body` 128 or 127, `detail` 8192 in contract orders or
// 6000, `fee_type` 16 or 8. `mweb_url` alone has a number of its own, because real ones exceed the
// 64 of the tables.
limits! {
    "appid" 32,
    "attach" 128,
    "auth_code" 128,
    "authinfo" 4096,
    "bank_type" 32,
    "bill_date" 8,
    "body" 128,
    "certificates" 6000,
    "code_url" 64,
    "compensation_fee" 6000,
    "desc" 100,
    "detail" 8192,
    "device_info" 32,
    "err_code" 32,
    "err_code_des" 128,
    "fee_type" 16,
    "finish_ticket" 512,
    "goods_tag" 32,
    "interface_url" 127,
    "is_subscribe" 1,
    "jsapi_path_list" 2048,
    "limit_pay" 32,
    "long_url" 512,
    "mch_billno" 28,
    "mch_id" 32,
    "mweb_url" 512,
    "nonce_str" 32,
    "notify_url" 256,
    "openid" 128,
    "order_id" 64,
    "out_refund_no" 64,
    "out_trade_no" 32,
    "payment_no" 64,
    "plate_number_info" 512,
    "prepay_id" 64,
    "product_id" 32,
    "profit_sharing" 1,
    "promotion_detail" 6000,
    "pub_key" 2048,
    "rawdata" 2048,
    "recall" 1,
    "receipt" 8,
    "receiver" 2048,
    "receivers" 10_240,
    "refund_desc" 80,
    "refund_id" 32,
    "refund_recv_accout" 64,
    "refund_status" 16,
    "remark" 256,
    "result_code" 16,
    "return_code" 16,
    "return_msg" 128,
    "risk_info" 128,
    "scene_info" 1024,
    "sign" 64,
    "sign_type" 32,
    "spbill_create_ip" 64,
    "sub_mch_id" 32,
    "sub_order_list" 10_240,
    "time_end" 14,
    "time_expire" 14,
    "time_start" 14,
    "trade_state" 32,
    "trade_state_desc" 256,
    "trade_type" 16,
    "trades" 1024,
    "transaction_id" 32,
    "violation_records" 1024,
    "wishing" 128,
}

/// The longest value of the field called `name`, in bytes; `None` if no table limits it. Fields of
/// a list, such as `refund_id_0`, have the limit of the name they are numbered from. Where pages
/// disagree it is the largest number, so that only what no page allows is too long.
///
/// ```
/// use wxp_core::limit_of;
///
/// assert_eq!(limit_of("out_trade_no"), Some(32));
/// assert_eq!(limit_of("refund_id_0"), limit_of("refund_id"));
/// assert_eq!(limit_of("total_fee"), None);
/// ```
#[must_use]
pub fn limit_of(name: &str) -> Option<usize> {
    // At most two numbers are appended to a name: `coupon_refund_id_$n_$m`.
    iter::successors(Some(name), |name| without_number(name)).take(3).find_map(|name| {
        let mut known = texts(NAMES).zip(LIMITS);
        let known = known.find(|(known, _)| known.to_bytes() == name.as_bytes());
        known.map(|(_, limit)| usize::from(*limit))
    })
}

/// The name that `_` and a number were appended to.
fn without_number(name: &str) -> Option<&str> {
    let base = name.trim_end_matches(|character: char| character.is_ascii_digit());
    if base.len() < name.len() { base.strip_suffix('_') } else { None }
}

/// Checks that no field is longer than the field tables allow. Signing does without this check,
/// because the gateway has the last word and may count characters.
///
/// # Errors
///
/// The first field in signing order that is too long.
pub fn check_limits<'f>(
    fields: &'f Canonical<'_, impl Fields + ?Sized>,
) -> Result<(), TooLong<'f>> {
    let fault = fields.iter().find_map(|field| {
        let (name, len) = (field.name(), field.value().len());
        let limit = limit_of(name)?;
        (len > limit).then_some(TooLong { name, limit, len })
    });
    fault.map_or(Ok(()), Err)
}

/// A field that is too long, according to the field tables.
///
/// ```
/// use wxp_core::{Canonical, Field, check_limits};
///
/// let text = "x".repeat(130);
/// let order = [Field::new("body", &text)?];
/// let fields = Canonical::of(&order)?;
/// let fault = check_limits(&fields).unwrap_err();
/// assert_eq!(fault.to_string(), "the field body has 130 bytes; at most 128 are taken");
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong<'f> {
    /// The field's name.
    pub name: &'f str,
    /// The longest value it may have, in bytes.
    pub limit: usize,
    /// The length of the value it has, in bytes.
    pub len: usize,
}

impl fmt::Display for TooLong<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, limit, len } = self;
        write!(f, "the field {name} has {len} bytes; at most {limit} are taken")
    }
}

impl core::error::Error for TooLong<'_> {}
