//! How long the fields of requests may be, for those who would rather know before the gateway says
//! so.

use core::fmt;

use crate::base::Language;
use crate::base::language::{Assembled, InLanguage};
use crate::base::texts::texts;
use crate::field::Fields;
use crate::protocol::Endpoint;
use crate::sign::Canonical;
use crate::value::Value;

/// A field's limit: that of most operations, and how many of the exceptions are its own.
struct Limit {
    most: u16,
    exceptions: u8,
}

impl Limit {
    #[allow(clippy::as_conversions, clippy::cast_possible_truncation, reason = "they are few")]
    const fn of(most: u16, exceptions: &[u16]) -> Self {
        Self { most, exceptions: exceptions.len() as u8 }
    }
}

/// The limit of one operation, by its number.
struct Exception {
    operation: u16,
    limit: u16,
}

/// Divides the rows into names, one text of names, each with a NUL at its end (pointers
/// to them would take as much room as they do), limits, and exceptions, in the order of the names.
macro_rules! limits {
    ($($name:literal $most:literal $(, $path:literal $limit:literal)*;)+) => {
        const NAMES: &[u8] = concat!($($name, "\0"),+).as_bytes();
        const LIMITS: &[Limit] = &[$(Limit::of($most, &[$($limit),*])),+];
        const EXCEPTIONS: &[Exception] =
            &[$($(Exception { operation: Endpoint::number_of($path), limit: $limit },)*)+];
    };
}

// The longest value of each field of a request, by name: in most operations, and then in those
// whose page has another number; 0 where it has none.
//
// Sources: the field tables of WeChat's API definitions, and the pages. Where two of them disagree
// about a field of one operation, the larger number counts: `attach` and `body` 128 or 127,
// `contract_display_account` 32, `detail` 6144 or 6000, `order_id` 128 or 64, an address of IPv6
// where a page has room for IPv4 alone.
limits! {
    "access_token" 128;
    "account_bank" 50;
    "account_name" 50;
    "account_number" 50;
    "account_type" 8;
    "acquiring_bank_id" 32;
    "act_name" 32, "/mmpaymkttransfers/promotion/paywwsptrans2pocket" 0;
    "address" 400;
    "address_certification" 256;
    "amt_type" 32, "/mmpaymkttransfers/sendredpack" 0;
    "appid" 32,
        "/mmpaymkttransfers/gettransferinfo" 128,
        "/mmpaymkttransfers/promotion/paywwsptrans2pocket" 128;
    "applyment_id" 32;
    "attach" 128, "/wxv/createhotelbill" 200, "/wxv/createrentbill" 200;
    "auth_code" 128;
    "bank_address_code" 6;
    "bank_code" 64;
    "bank_name" 256;
    "begin_time" 32, "/billcommentsp/batchquerycomment" 19;
    "bill_date" 8;
    "bill_type" 8, "/mmpaymkttransfers/gethbinfo" 32;
    "body" 128;
    "brand_mch_id" 32;
    "business" 10;
    "business_addition_desc" 512, "/applyment/micro/submit" 50;
    "business_addition_pics" 1280, "/applyment/micro/submit" 50;
    "business_code" 32;
    "business_licence_type" 32;
    "business_license_copy" 256;
    "business_license_number" 344, "/applyment/micro/submitupgrade" 32;
    "business_scene" 50;
    "business_time" 50;
    "callback_url" 128;
    "cancel_rule" 32;
    "cancel_rule_desc" 150;
    "cert_id" 64;
    "cert_serial_no" 128;
    "cert_serial_number" 32;
    "cert_serialno" 64;
    "cert_sign" 128;
    "cert_sn" 64;
    "cert_type" 32;
    "certificates_name" 344;
    "certificates_number" 344;
    "channel_id" 32, "/secapi/mch/addInstitutionsub" 0, "/secapi/mch/modifyInstitutionsub" 0;
    "check_name" 16;
    "client_ip" 64;
    "combine_appid" 32;
    "combine_mch_id" 32;
    "combine_openid" 128;
    "combine_out_trade_no" 32;
    "company_address" 256;
    "company_name" 128;
    "compensation_fee" 6000;
    "compensation_fee_desc" 30;
    "contact" 50;
    "contact_email" 50, "/secapi/mch/addInstitutionsub" 0, "/secapi/mch/modifyInstitutionsub" 0;
    "contact_phone" 11, "/secapi/mch/addInstitutionsub" 0, "/secapi/mch/modifyInstitutionsub" 0;
    "contract_appid" 32;
    "contract_code" 128, "/pay/contractorder" 32;
    "contract_display_account" 32;
    "contract_id" 32;
    "contract_mchid" 32;
    "contract_termination_remark" 512;
    "cred_id" 32;
    "customs" 32;
    "date" 32;
    "deposit" 1;
    "desc" 100, "/mmpaysptrans/pay_bank" 512;
    "description" 80;
    "detail" 6144,
        "/pay/contractorder" 8192,
        "/pay/pappayapply" 8192,
        "/pay/partner/pappayapply" 8192;
    "device_id" 32;
    "device_info" 32;
    "email" 50,
        "/papay/partner/h5entrustweb" 0,
        "/transit/partnerpay/payapply" 0,
        "/transit/pay/payapply" 0;
    "enc_bank_no" 384;
    "enc_true_name" 384;
    "end_time" 14, "/billcommentsp/batchquerycomment" 19, "/risk/getviolation" 32;
    "event_code" 32;
    "face_code" 128;
    "fee_type" 16, "/cgi-bin/mch/customs/customdeclareorder" 3;
    "finder_template_id" 128;
    "finish_ticket" 512;
    "goods_name" 40;
    "goods_tag" 32;
    "id_card_copy" 256;
    "id_card_name" 64;
    "id_card_national" 256;
    "id_card_number" 18;
    "id_card_valid_time" 50;
    "indoor_pic" 256;
    "interface_url" 127;
    "jsapi_path" 256;
    "jump_scene" 16;
    "legal_person" 256;
    "limit" 32, "/pay/settlementquery" 0;
    "limit_pay" 32;
    "long_url" 512;
    "mch_appid" 128;
    "mch_billno" 28;
    "mch_customs_no" 32;
    "mch_id" 32;
    "mchid" 32;
    "merchant_name" 110,
        "/applyment/micro/modifycontactinfo" 20,
        "/secapi/mch/addInstitutionsub" 0,
        "/secapi/mch/modifyInstitutionsub" 0,
        "/secapi/mch/submchmanage" 50;
    "merchant_shortname" 50,
        "/secapi/mch/addInstitutionsub" 0,
        "/secapi/mch/modifyInstitutionsub" 0,
        "/secapi/mch/modifymchinfo" 20;
    "mobile_phone" 11;
    "msgappid" 32;
    "name" 400, "/cgi-bin/mch/customs/customdeclareorder" 64;
    "nonce_str" 32;
    "notify_url" 256;
    "notify_way" 256;
    "offset" 64;
    "op_user_id" 32;
    "openid" 128;
    "order_id" 128;
    "organization_copy" 256;
    "organization_number" 32;
    "organization_time" 128;
    "organization_type" 32;
    "out_order_no" 32,
        "/pay/profitsharingreturnquery" 64,
        "/secapi/pay/multiprofitsharing" 64,
        "/secapi/pay/profitsharing" 64,
        "/secapi/pay/profitsharingfinish" 64,
        "/secapi/pay/profitsharingreturn" 64;
    "out_refund_no" 64;
    "out_return_no" 32;
    "out_trade_no" 32;
    "page_index" 10;
    "page_size" 10;
    "partner_trade_no" 32, "/mmpaymkttransfers/send_coupon" 0;
    "phone" 400;
    "product_desc" 50;
    "product_id" 32;
    "profit_sharing" 1,
        "/vehicle/partnerpay/payapply" 16,
        "/vehicle/pay/payapply" 16,
        "/wxv/finishhotelbill" 16,
        "/wxv/finishrentbill" 16;
    "punish_type" 32;
    "qualifications" 1280;
    "rate" 50;
    "rawdata" 2048;
    "re_openid" 32;
    "re_user_name" 64;
    "real_end_time" 14;
    "real_name" 64;
    "reason" 50;
    "receipt" 8;
    "receiver" 2048;
    "receivers" 10_240;
    "refund_account" 30;
    "refund_desc" 80;
    "refund_fee_type" 16;
    "remark" 256;
    "rent_fee_desc" 30;
    "rent_unit" 32;
    "return_account" 64;
    "return_account_type" 32;
    "returned" 32;
    "risk_info" 128;
    "risk_type" 32;
    "room" 40;
    "room_rate_desc" 30;
    "scene" 64;
    "scene_id" 32;
    "scene_info" 256,
        "/transit/partnerpay/payapply" 1024,
        "/transit/pay/payapply" 1024,
        "/vehicle/partnerpay/notification" 1024,
        "/vehicle/partnerpay/payapply" 1024,
        "/vehicle/pay/notification" 1024,
        "/vehicle/pay/payapply" 1024;
    "send_name" 32;
    "sender_header_media_id" 128;
    "sender_name" 128;
    "service_end_location" 30;
    "service_id" 32;
    "service_location" 20;
    "service_phone" 50, "/secapi/mch/modifymchinfo" 20;
    "settlement_card_bank" 128;
    "settlement_card_name" 344;
    "settlement_card_no" 344;
    "sign" 128;
    "sign_type" 128;
    "spbill_create_ip" 64;
    "start_time" 14;
    "store_address" 256, "/secapi/mch/addInstitutionsub" 0, "/secapi/mch/modifyInstitutionsub" 0;
    "store_address_code" 6;
    "store_entrance_pic" 256;
    "store_id" 32;
    "store_latitude" 32, "/applyment/micro/submit" 20;
    "store_longitude" 32, "/applyment/micro/submit" 20;
    "store_name" 128;
    "store_street" 500;
    "sub_appid" 32;
    "sub_mch_id" 32;
    "sub_openid" 128;
    "sub_order_id" 32;
    "sub_order_list" 10_240;
    "sub_order_no" 32;
    "subscribe_appid" 32;
    "tar_type" 8;
    "time_expire" 14;
    "time_start" 14;
    "trade_scene" 16;
    "trade_type" 16;
    "trades" 1024;
    "transaction_id" 32;
    "type" 32;
    "user_creid" 32;
    "user_ip" 64;
    "user_truename" 64;
    "user_type" 32;
    "userid" 400;
    "version" 32;
    "violation_records_format" 10;
    "wishing" 128;
    "workwx_sign" 32;
    "ww_msg_type" 32;
    "wxappid" 32;
}

/// The longest value of the field called `name` in a request of `endpoint`, in characters; `None`
/// if no page limits it.
///
/// ```
/// use wxp_core::{Endpoint, limit_of};
///
/// const ORDER: Endpoint = Endpoint::find("/pay/unifiedorder").unwrap();
/// const RENTAL: Endpoint = Endpoint::find("/wxv/createrentbill").unwrap();
///
/// assert_eq!(limit_of(ORDER, "out_trade_no"), Some(32));
/// assert_eq!((limit_of(ORDER, "attach"), limit_of(RENTAL, "attach")), (Some(128), Some(200)));
/// assert_eq!(limit_of(ORDER, "total_fee"), None);
/// ```
#[must_use]
pub fn limit_of(endpoint: Endpoint, name: &str) -> Option<usize> {
    let mut exceptions = EXCEPTIONS;
    for (known, limit) in texts(NAMES).zip(LIMITS) {
        let (own, others) = exceptions.split_at_checked(usize::from(limit.exceptions))?;
        exceptions = others;
        if known.to_bytes() == name.as_bytes() {
            let own = own.iter().find(|exception| exception.operation == endpoint.number);
            let limit = own.map_or(limit.most, |exception| exception.limit);
            return (limit > 0).then_some(usize::from(limit));
        }
    }
    None
}

/// Checks that no field of a request is longer than the pages of its operation allow.
///
/// The pages give `String(n)`, mostly without a unit. Characters are counted here, so nothing is
/// refused that could be meant; the gateway has the last word, and may count bytes.
///
/// # Errors
///
/// The first field in signing order that is too long.
pub fn check_limits<'f>(
    endpoint: Endpoint,
    fields: &'f Canonical<'_, impl Fields + ?Sized>,
) -> Result<(), TooLong<'f>> {
    let fault = fields.iter().find_map(|field| {
        let (name, len) = (field.name(), characters(field.value()));
        let limit = limit_of(endpoint, name)?;
        (len > limit).then_some(TooLong { name, limit, len })
    });
    fault.map_or(Ok(()), Err)
}

fn characters(value: Value<'_>) -> usize {
    value.chunks().fold(0, |len: usize, chunk| len.saturating_add(chunk.chars().count()))
}

/// A field that is too long, according to the pages.
///
/// ```
/// use wxp_core::{Canonical, Endpoint, Field, check_limits};
///
/// const ORDER: Endpoint = Endpoint::find("/pay/unifiedorder").unwrap();
///
/// let text = "x".repeat(130);
/// let order = [Field::new("body", &text)?];
/// let fields = Canonical::of(&order)?;
/// let fault = check_limits(ORDER, &fields).unwrap_err();
/// assert_eq!(fault.to_string(), "the field body has 130 characters; at most 128 are taken");
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TooLong<'f> {
    /// The field's name.
    pub name: &'f str,
    /// The longest value it may have, in characters.
    pub limit: usize,
    /// The length of the value it has, in characters.
    pub len: usize,
}

impl<'f> TooLong<'f> {
    /// What is too long, in words; it displays in English by itself.
    #[must_use]
    pub fn in_language(self, language: Language) -> impl fmt::Display {
        InLanguage(self, language)
    }
}

impl Assembled for TooLong<'_> {
    #[inline]
    fn assemble(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, limit, len } = self;
        match language {
            Language::English => {
                write!(f, "the field {name} has {len} characters; at most {limit} are taken")
            }
            Language::Chinese => write!(f, "字段{name}有{len}个字符，最多允许{limit}个"),
        }
    }
}

impl fmt::Display for TooLong<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.assemble(Language::English, f)
    }
}

impl core::error::Error for TooLong<'_> {}
