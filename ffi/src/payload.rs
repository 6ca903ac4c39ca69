//! Second signatures.

use core::ffi::c_char;

use wxp_core::{
    AppPayment, ContractPage, JsapiPayment, Key, MiniProgramRedPacket, NativeCode, NativeReply,
    Value, WorkwxRequest,
};

use crate::field::{Table, wxp_field, wxp_text};
use crate::key::wxp_key;
use crate::memory::{Out, OutBuffer, Outputs, status};
use crate::status::{WXP_E_ARGUMENT, WXP_E_MISSING, wxp_status};

/// JSON for a page in WeChat (WeixinJSBridge, chooseWXPay) or a mini program (requestPayment):
/// appid, nonce_str, prepay_id, timestamp. In partner mode sub_appid takes the place of appid.
pub const WXP_PAYLOAD_JSAPI: i32 = 1;
/// JSON for an app: appid, mch_id, nonce_str, prepay_id, timestamp. In partner mode sub_appid and
/// sub_mch_id take the places of appid and mch_id.
pub const WXP_PAYLOAD_APP: i32 = 2;
/// JSON for a red packet in a mini program: appid, nonce_str, package (from the answer of
/// /mmpaymkttransfers/sendminiprogramhb), timestamp. MD5 only. In partner mode sub_appid takes the
/// place of appid.
pub const WXP_PAYLOAD_RED_PACKET: i32 = 3;
/// The text of a product's QR code (Native mode 1): appid, mch_id, nonce_str, product_id,
/// timestamp. MD5 only.
pub const WXP_PAYLOAD_NATIVE_CODE: i32 = 4;
/// The reply to the notice "native-scan" with an order: appid, mch_id, nonce_str, prepay_id. MD5
/// only.
pub const WXP_PAYLOAD_NATIVE_ORDER: i32 = 5;
/// The reply to the notice "native-scan" without an order: appid, err_code_des (what the customer
/// is told), mch_id, nonce_str. MD5 only.
pub const WXP_PAYLOAD_NATIVE_REFUSAL: i32 = 6;
/// The address of the page where a customer signs a contract in WeChat: all fields are used.
pub const WXP_PAYLOAD_CONTRACT: i32 = 7;
/// As WXP_PAYLOAD_CONTRACT, in a browser outside of WeChat.
pub const WXP_PAYLOAD_CONTRACT_H5: i32 = 8;
/// As WXP_PAYLOAD_CONTRACT, for a service provider.
pub const WXP_PAYLOAD_CONTRACT_PARTNER: i32 = 9;
/// As WXP_PAYLOAD_CONTRACT_H5, for a service provider.
pub const WXP_PAYLOAD_CONTRACT_PARTNER_H5: i32 = 10;
/// The field workwx_sign of an Enterprise WeChat red packet: act_name, mch_billno, mch_id,
/// nonce_str, re_openid, total_amount, wxappid. The key is the enterprise's payment secret
/// (wxp_key_init_nonstandard). MD5 only.
pub const WXP_PAYLOAD_WORKWX_RED_PACKET: i32 = 11;
/// The field workwx_sign of an Enterprise WeChat payment to staff: amount, appid, desc, mch_id,
/// nonce_str, openid, partner_trade_no, ww_msg_type. Key as before. MD5 only.
pub const WXP_PAYLOAD_WORKWX_STAFF: i32 = 12;

/// Writes what the customer's side takes, signed: JSON, an address or a document, by its kind, a
/// WXP_PAYLOAD_ number. Call it on your server, so that the key stays there, and use the algorithm
/// of the order.
///
/// Pass the fields listed for the kind, under these names even where the result uses others. They
/// are not percent-encoded; timestamp is the present time in seconds since 1970. Other fields are
/// ignored, except in contracts. So all of an order's answer can be passed: a page of the partner's
/// own needs its appid, so leave sub_appid out there. A kind that has no place for sub_appid refuses
/// it, because it would be lost.
///
/// Fails with WXP_E_MISSING, and *missing is the name of the first missing field, static; with
/// WXP_E_ARGUMENT for the kind, the timestamp, or a sub_appid that has no place; with WXP_E_ALGORITHM_MISMATCH,
/// WXP_E_LEAKED_SECRET, WXP_E_CHARACTER or WXP_E_IMITATION; for contracts also with
/// WXP_E_NOTIFY_URL, WXP_E_NOTIFY_URL_QUERY or WXP_E_ADDRESS_LENGTH.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_payload(
    key: *const wxp_key,
    kind: i32,
    fields: *const wxp_field,
    count: usize,
    out: *mut c_char,
    capacity: usize,
    len: *mut usize,
    missing: *mut wxp_text,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (key, table) = unsafe { (wxp_key::at(key)?, Table::at(fields, count)?) };
        let inputs = (&key, &table);
        let mut outputs = Outputs::apart_from(&inputs);
        // SAFETY: the contract.
        let (room, missing) =
            unsafe { (outputs.buffer(out, capacity, len)?, outputs.out(missing)?) };
        key.with(|key| payload(key, kind, &table, room, missing))
    })
}

pub(crate) fn payload(
    key: &Key,
    kind: i32,
    table: &Table<'_>,
    room: OutBuffer,
    missing: Out<wxp_text>,
) -> Result<(), wxp_status> {
    table.in_order(|fields| {
        let own = |name: &str| fields.get(name).unwrap_or(Value::new(""));
        let names = names(kind).ok_or(WXP_E_ARGUMENT)?;
        let of_merchant = match kind {
            WXP_PAYLOAD_JSAPI | WXP_PAYLOAD_RED_PACKET => &[("appid", "sub_appid")][..],
            WXP_PAYLOAD_APP => &[("appid", "sub_appid"), ("mch_id", "sub_mch_id")],
            WXP_PAYLOAD_NATIVE_CODE..=WXP_PAYLOAD_NATIVE_REFUSAL
                if !own("sub_appid").is_empty() =>
            {
                return Err(WXP_E_ARGUMENT);
            }
            _ => &[],
        };
        // In partner mode what is the merchant's takes the place of what is the partner's.
        let value = |name: &str| {
            let other = of_merchant.iter().find(|(own, _)| *own == name);
            let other = other.map(|(_, other)| own(other)).filter(|other| !other.is_empty());
            other.unwrap_or(own(name))
        };
        if let Some(name) = names.iter().find(|name| value(name).is_empty()) {
            missing.put(wxp_text::of(name));
            return Err(WXP_E_MISSING);
        }
        let timestamp = match names.last() {
            Some(&"timestamp") => value("timestamp").parse_u64().ok_or(WXP_E_ARGUMENT)?,
            _ => 0,
        };
        // The values of a table are plain text.
        let text = |name: &str| value(name).as_str().unwrap_or_default();
        let (appid, mch_id, nonce) = (text("appid"), text("mch_id"), text("nonce_str"));
        let prepay_id = text("prepay_id");
        room.fill(|out| {
            let written = match kind {
                WXP_PAYLOAD_JSAPI => {
                    JsapiPayment { appid, prepay_id, nonce, timestamp }.write(key, out)
                }
                WXP_PAYLOAD_APP => {
                    AppPayment { appid, mch_id, prepay_id, nonce, timestamp }.write(key, out)
                }
                WXP_PAYLOAD_RED_PACKET => {
                    let package = text("package");
                    MiniProgramRedPacket { appid, package, nonce, timestamp }.write(key, out)
                }
                WXP_PAYLOAD_NATIVE_CODE => {
                    let product_id = text("product_id");
                    NativeCode { appid, mch_id, product_id, nonce, timestamp }.write(key, out)
                }
                WXP_PAYLOAD_NATIVE_ORDER => {
                    NativeReply { appid, mch_id, nonce, order: Ok(prepay_id) }.write(key, out)
                }
                WXP_PAYLOAD_NATIVE_REFUSAL => {
                    let order = Err(text("err_code_des"));
                    NativeReply { appid, mch_id, nonce, order }.write(key, out)
                }
                WXP_PAYLOAD_WORKWX_RED_PACKET | WXP_PAYLOAD_WORKWX_STAFF => {
                    let signature = workwx(kind).sign(key, fields)?;
                    Value::new(signature.as_str()).copy_to(out)
                }
                _ => contract(kind).write(key, fields, out),
            };
            written.map(str::len)
        })
    })
}

/// The fields that a kind needs, as they stand at it.
const fn names(kind: i32) -> Option<&'static [&'static str]> {
    Some(match kind {
        WXP_PAYLOAD_JSAPI => &["appid", "nonce_str", "prepay_id", "timestamp"],
        WXP_PAYLOAD_APP => &["appid", "mch_id", "nonce_str", "prepay_id", "timestamp"],
        WXP_PAYLOAD_RED_PACKET => &["appid", "nonce_str", "package", "timestamp"],
        WXP_PAYLOAD_NATIVE_CODE => &["appid", "mch_id", "nonce_str", "product_id", "timestamp"],
        WXP_PAYLOAD_NATIVE_ORDER => &["appid", "mch_id", "nonce_str", "prepay_id"],
        WXP_PAYLOAD_NATIVE_REFUSAL => &["appid", "err_code_des", "mch_id", "nonce_str"],
        WXP_PAYLOAD_CONTRACT..=WXP_PAYLOAD_CONTRACT_PARTNER_H5 => &[],
        WXP_PAYLOAD_WORKWX_RED_PACKET | WXP_PAYLOAD_WORKWX_STAFF => workwx(kind).signed(),
        _ => return None,
    })
}

const fn contract(kind: i32) -> ContractPage {
    match kind {
        WXP_PAYLOAD_CONTRACT_H5 => ContractPage::H5,
        WXP_PAYLOAD_CONTRACT_PARTNER => ContractPage::PartnerOfficialAccount,
        WXP_PAYLOAD_CONTRACT_PARTNER_H5 => ContractPage::PartnerH5,
        _ => ContractPage::OfficialAccount,
    }
}

const fn workwx(kind: i32) -> WorkwxRequest {
    match kind {
        WXP_PAYLOAD_WORKWX_STAFF => WorkwxRequest::StaffPayment,
        _ => WorkwxRequest::RedPacket,
    }
}
