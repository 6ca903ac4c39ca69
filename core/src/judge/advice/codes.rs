//! The documented reasons: one a row, sorted, with the operations whose pages list it.
//!
//! The action decides the verdict: `Query` and `Repeat` make a failure unsettled, every other one
//! makes it final (only `Done` leaves a payment unsettled, too: paid already is not failed). Write
//! a final action only where WeChat's page says that nothing was moved and nothing will be; where
//! it says "same number", write `Repeat`, or `Query` with what to put right before the same number
//! is sent again. No failure of a payout or of a query is final: whatever a row says, it becomes
//! `Query`. A status is settled by its own table, and the actions here agree with that.
//!
//! A reason that the pages of a family do not list is unknown there, whatever it means elsewhere;
//! only what every operation checks before it does anything is known to all. Of several rows with
//! one code the first that fits counts. Rows without a code are for reasons that are not known.
//!
//! Sources: the error tables of the single operations (Quick Pay, orders, refunds, red packets,
//! transfers, coupons, bills), the tables of their status fields, and what WeChat's staff answered
//! in the developer community.

use super::Action::{self, *};
use crate::protocol::Family;

/// A documented reason: its text, the set of families that it is known to, and what to do.
pub(super) type Code = (&'static str, u64, Action);

/// Divides the rows into what judging needs and what only people read, so that the sentences are
/// linked only where a program asks for them. Those of a language are one text, each with a NUL at
/// its end, in the order of the rows.
macro_rules! codes {
    ($(
        $(#[$doc:meta])+
        $Kind:ident:
        $($code:literal, $families:expr => $action:ident, $english:literal, $chinese:literal;)+
    )+) => {
        $(
            $(#[$doc])+
            pub(super) const $Kind: &[Code] = &[$(($code, $families, $action)),+];
        )+
        pub(super) const ENGLISH: &str = concat!($($($english, "\0",)+)+);
        pub(super) const CHINESE: &str = concat!($($($chinese, "\0",)+)+);
    };
}

const ANY: u64 = u64::MAX;
const PAY: u64 = Family::Payment.bit();
const ORDER: u64 = Family::Order.bit();
const RENTAL: u64 = Family::RentalQuery.bit();
const DEDUCTION: u64 = Family::Deduction.bit() | Family::DeductionNotice.bit();
const ORDER_QUERY: u64 = Family::OrderQuery.bit() | Family::CombinedQuery.bit();
/// What states a `trade_state`.
const ORDERED: u64 = PAY | ORDER_QUERY | Family::DeductionNotice.bit();
const CLOSE: u64 = Family::Close.bit();
const REVERSE: u64 = Family::Reverse.bit();
const REFUND: u64 = Family::Refund.bit();
const REFUND_QUERY: u64 = Family::RefundQuery.bit();
const PACKET: u64 = Family::RedPacket.bit();
const PACKET_QUERY: u64 = Family::RedPacketQuery.bit();
const TRANSFER: u64 = Family::Transfer.bit();
const TRANSFER_QUERY: u64 = Family::TransferQuery.bit();
const BANK: u64 = Family::BankTransfer.bit();
const BANK_QUERY: u64 = Family::BankTransferQuery.bit();
const PAYOUT: u64 = PACKET | TRANSFER | BANK | Family::Withdrawal.bit();
const SHARING_QUERY: u64 = Family::ProfitSharingQuery.bit();
const RETURN: u64 = Family::ShareReturn.bit() | Family::ShareReturnQuery.bit();
const SHARING: u64 = Family::ProfitSharing.bit() | RETURN;
const CONTRACT: u64 = Family::ContractQuery.bit();
const USER: u64 = Family::UserQuery.bit();
const COUPON_QUERY: u64 = Family::CouponQuery.bit();
const COUPON: u64 = Family::Coupon.bit() | COUPON_QUERY | Family::CouponStock.bit();
const CUSTOMS: u64 = Family::Customs.bit() | Family::CustomsQuery.bit();
const BILL: u64 = Family::Bill.bit();
const OPEN_ID: u64 = Family::OpenId.bit();
const SEALED: u64 = Family::Sealed.bit();
/// What pays out or takes at once: an unclear end has to be queried.
const MONEY: u64 = PAY | DEDUCTION | PAYOUT;
/// What only asks for a status.
const QUERY: u64 = ORDER_QUERY
    | RENTAL
    | REFUND_QUERY
    | PACKET_QUERY
    | TRANSFER_QUERY
    | BANK_QUERY
    | Family::WithdrawalQuery.bit()
    | SHARING_QUERY
    | CONTRACT
    | USER
    | COUPON_QUERY
    | Family::CustomsQuery.bit();
/// What a refusal leaves open, since nobody signs it.
const OPEN: u64 = MONEY | REFUND | REVERSE | SHARING | QUERY;

codes! {
    /// The texts of `err_code` and, of bills, of `return_msg`.
    ERRORS:
    "", REVERSE => Repeat, "what became of it is not known: repeat it, then query the order",
        "结果未知：请重复请求，然后查询订单";
    "", PAYOUT => Query, "what became of it is not known: query it, and send only the same number again",
        "结果未知：请先查询，再次请求必须使用原单号";
    "", MONEY | REFUND | SHARING | QUERY => Query, "what became of it is not known: query it before anything else",
        "结果未知：请先查询，再做其他操作";
    "", ANY => Program, "no documented reason: read the message, and mend the request",
        "文档未列出此原因：请阅读返回信息，并修正请求";
    "-25", CONTRACT => Query, "no such contract is known; it may still be signed: query again later",
        "查不到此协议，但用户仍可能签约：请稍后再查询";
    "ACCEPTMODE_ERROR", PACKET => Query, "the way of receiving is wrong: query first, then correct it, with the same number",
        "领取方式有误：请先查询，再修正，并使用原单号重试";
    "AL_STOCK_OVER", COUPON => Setup, "no coupons are left in this batch: add some",
        "此批次的代金券已发完：请补充";
    "AMOUNT_LIMIT", TRANSFER => Query, "the amount is outside the limits: query first, then correct it, with the same number",
        "金额超出限制：请先查询，再修正金额，并使用原单号重试";
    "AMOUNT_LIMIT", BANK => Query, "the limit of the day is used up: query first, then repeat tomorrow with the same number",
        "已达到当日限额：请先查询，次日再使用原单号重试";
    "API_METHOD_CLOSED", PACKET => Query, "the merchant may not use this operation now: query first, then see the merchant platform",
        "商户暂时不能使用此接口：请先查询，再到商户平台查看";
    "APPID_MCHID_NOT_MATCH", ANY => Setup, "the appid is not bound to this merchant number",
        "appid与商户号未绑定";
    "APPID_NOT_EXIST", ANY => Setup, "there is no such appid",
        "appid不存在";
    "AUTHCODEEXPIRE", PAY => Customer, "the payment code has expired: let the customer renew it, and scan it for a new order number",
        "付款码已过期：请用户刷新付款码，并用新的商户订单号重新扫码";
    "AUTHCODEEXPIRE", OPEN_ID => Customer, "the payment code has expired: let the customer renew it, and scan it again",
        "付款码已过期：请用户刷新付款码后重新扫码";
    "AUTH_CODE_ERROR", PAY => Customer, "the payment code is wrong or used: let the customer renew it, and scan it for a new order number",
        "付款码有误或已使用：请用户刷新付款码，并用新的商户订单号重新扫码";
    "AUTH_CODE_ERROR", OPEN_ID => Customer, "the payment code is wrong or used: let the customer renew it, and scan it again",
        "付款码有误或已使用：请用户刷新付款码后重新扫码";
    "AUTH_CODE_INVALID", PAY => Customer, "this is no payment code of WeChat: scan the right one for a new order number",
        "这不是微信付款码：请用新的商户订单号扫正确的付款码";
    "AUTH_CODE_INVALID", OPEN_ID => Customer, "this is no payment code of WeChat: scan the right one",
        "这不是微信付款码：请扫正确的付款码";
    "BANKERROR", PAY => Query, "the bank's answer is not known: query the order",
        "银行端结果未知：请查询订单";
    "BIZERR_NEED_RETRY", REFUND => Repeat, "the refund was not handled: repeat it with the same refund number",
        "退款业务未处理：请使用原退款单号重试";
    "BUYER_MISMATCH", PAY => NewNumber, "another customer began to pay this order: start again with a new order number",
        "另一位用户已开始支付此订单：请用新的商户订单号重新支付";
    "Bill Creating", BILL => Repeat, "the bill is still being made: ask again later",
        "账单正在生成：请稍后再下载";
    "CA_ERROR", PAYOUT => Query, "the client certificate is missing or wrong: query first, then repeat with the same number",
        "API证书缺失或有误：请先查询，再使用原单号重试";
    "CA_ERROR", ANY => Setup, "the merchant's client certificate is missing or wrong",
        "商户的API证书缺失或有误";
    "CA_VERIFY_FAILED", COUPON => Setup, "the merchant's client certificate is missing or wrong",
        "商户的API证书缺失或有误";
    "CERT_ERROR", ANY => Setup, "the merchant's client certificate is missing or wrong",
        "商户的API证书缺失或有误";
    "CODE_2_ID_ERR", COUPON => Program, "the user's identification is wrong: correct the request",
        "用户标识有误：请修正请求";
    "COUPON_NOT_FOUND", COUPON => Program, "there is no such coupon: correct the request",
        "代金券不存在：请修正请求";
    "COUPON_STOCK_ID_EMPTY", COUPON => Program, "the batch number is missing: correct the request",
        "缺少批次号：请修正请求";
    "COUPON_STOCK_ID_NOT_VALID", COUPON => Program, "the batch number is wrong: correct the request",
        "批次号有误：请修正请求";
    "COUPON_STOCK_NOT_FOUND", COUPON => Program, "there is no such batch: correct the request",
        "批次不存在：请修正请求";
    "CompressGZip Error", BILL => Repeat, "the bill could not be compressed: ask again",
        "账单压缩失败：请重新下载";
    "DAY_OVER_LIMITED", PACKET => Query, "the limit of the day is reached: query first, then repeat the same number within 3 days",
        "已达到当日上限：请先查询，再于3日内使用原单号重试";
    "ERROR", REFUND => Repeat, "the refund was refused: read the description, and repeat with the same refund number",
        "退款被拒绝：请查看错误描述，并使用原退款单号重试";
    "ERR_VERIFY_SSL_SERIAL", COUPON => Setup, "the merchant's client certificate is missing or wrong",
        "商户的API证书缺失或有误";
    "ERR_VERIFY_SSL_SN", COUPON => Setup, "the merchant's client certificate is missing or wrong",
        "商户的API证书缺失或有误";
    "FATAL_ERROR", PAYOUT => Query, "the number was used with other parameters: query it, and repeat only what was sent first",
        "此单号已用其他参数请求过：请查询，重试只能使用最初的参数";
    "FREQUENCY_LIMITED", REFUND => Repeat, "too many refunds at a time: repeat it after a minute with the same refund number",
        "退款请求过于频繁：请一分钟后使用原退款单号重试";
    "FREQUENCY_LIMITED", BANK => Query, "too many calls at a time: query first, then repeat later with the same number",
        "请求过于频繁：请先查询，稍后再使用原单号重试";
    "FREQ_LIMIT", TRANSFER_QUERY => Repeat, "too many calls at a time: ask again later",
        "请求过于频繁：请稍后再查询";
    "FREQ_LIMIT", PACKET => Query, "too many calls at a time: query first, then repeat the same number within 3 days",
        "请求过于频繁：请先查询，再于3日内使用原单号重试";
    "FREQ_LIMIT", TRANSFER => Query, "too many calls at a time: query first, then repeat later with the same number",
        "请求过于频繁：请先查询，稍后再使用原单号重试";
    "FREQ_OVER_LIMIT", COUPON => Setup, "the user has had as many of these coupons as are allowed",
        "用户领取的此代金券已达上限";
    "GET_COUPON_STOCK_FAIL", COUPON => Repeat, "the batch could not be read: repeat the request",
        "获取批次信息失败：请重试";
    "HTTP_METHOD_ERROR", TRANSFER => Query, "the request was not sent with POST: query first, then repeat with the same number",
        "请求没有使用POST方法：请先查询，再使用原单号重试";
    "ILLEGAL_APPID", PACKET => Query, "the appid is not bound to this merchant: query first, then bind it, and keep the number",
        "appid与商户号未绑定：请先查询，绑定后使用原单号重试";
    "INVALID_REQUEST", ORDER => Program, "the request is not allowed, often because the order number was used with other parameters",
        "请求不被允许，常见原因是商户订单号已用其他参数请求过";
    "INVALID_REQUEST", BANK => Repeat, "what became of it is not known: repeat it with the same number and the same parameters",
        "结果未知：请使用原单号和原参数重试";
    "INVALID_REQUEST", BANK_QUERY => Repeat, "the query was not taken: repeat it",
        "查询未被受理：请重试";
    "INVALID_REQUEST", ANY => Program, "the request is not allowed: read the description, and correct it",
        "请求不被允许：请查看错误描述并修正";
    "INVALID_REQ_TOO_MUCH", REFUND => Repeat, "too many wrong refunds at a time: correct what is wrong, and repeat it after a minute",
        "错误的退款请求过多：请修正错误，一分钟后重试";
    "INVALID_TRANSACTIONID", REVERSE | REFUND | REFUND_QUERY | BILL => Program, "there is no such transaction number: correct the request",
        "微信支付订单号不存在：请修正请求";
    "LACK_PARAMS", ANY => Program, "a parameter is missing: correct the request",
        "缺少参数：请修正请求";
    "MCHID_NOT_EXIST", ANY => Setup, "there is no such merchant number",
        "商户号不存在";
    "MCH_ID_EMPTY", COUPON => Program, "the merchant number is missing: correct the request",
        "缺少商户号：请修正请求";
    "MONEY_LIMIT", PACKET => Query, "the amount is outside the limits: query first, then correct it, with the same number",
        "金额超出限制：请先查询，再修正金额，并使用原单号重试";
    "MONEY_LIMIT", TRANSFER => Query, "the limit of the day is used up: query first, then repeat tomorrow with the same number",
        "已达到当日限额：请先查询，次日再使用原单号重试";
    "MSGAPPID_ERROR", PACKET => Query, "the appid of the message is wrong or not bound: query first, and keep the number",
        "触达消息的appid有误或未绑定：请先查询，并使用原单号";
    "NAME_MISMATCH", TRANSFER => Query, "the receiver has another name: query first, then correct it, with the same number",
        "收款人姓名不符：请先查询，再修正，并使用原单号重试";
    "NETWORKERROR", COUPON => Repeat, "the network failed: repeat the request",
        "网络异常：请重试";
    "NETWORK_ERROR", COUPON => Repeat, "the network failed: repeat the request",
        "网络异常：请重试";
    "NO Bill Exist", BILL => Done, "there was nothing to bill on that day",
        "当日没有交易，因此没有账单";
    "NOAUTH", PAYOUT => Query, "the merchant may not use this operation: query first, then apply for it, and keep the number",
        "商户没有此接口权限：请先查询，开通后使用原单号重试";
    "NOAUTH", ANY => Setup, "the merchant may not use this operation: apply for it",
        "商户没有此接口权限：请申请开通";
    "NOTENOUGH", PAY | ORDER => Customer, "the customer has too little money: let another card be chosen, for a new order number",
        "用户余额不足：请用户更换支付方式，并用新的商户订单号重新支付";
    "NOTENOUGH", REFUND => Repeat, "the merchant's balance is too small: top it up, and repeat with the same refund number",
        "商户余额不足：请充值，再使用原退款单号重试";
    "NOTENOUGH", PAYOUT => Query, "the merchant's balance is too small: query first, then top up, and keep the number",
        "商户余额不足：请先查询，充值后使用原单号重试";
    "NOTENOUGH", DEDUCTION => Customer, "the customer has too little money: tell them, and deduct again by the contract's rules",
        "用户余额不足：请通知用户，并按协议规则再次扣款";
    "NOTSUPORTCARD", PAY => Customer, "the card cannot be used: let another one be chosen, for a new order number",
        "不支持此卡：请用户更换银行卡，并用新的商户订单号重新支付";
    "NOT_FOUND", PACKET_QUERY | TRANSFER_QUERY => Repeat, "no such payment is known: repeat the payment itself, with its original number",
        "查不到此付款：请使用原单号重新发起付款";
    "NOT_UTF8", ANY => Program, "the request is not UTF-8, or has characters of four bytes",
        "请求不是UTF-8编码，或含有四字节字符";
    "NO_AUTH", PAYOUT => Query, "the merchant may not pay, or WeChat held it back: query first, then see the merchant platform",
        "商户没有付款权限，或被微信支付拦截：请先查询，再到商户平台查看";
    "NO_AUTH", ANY => Setup, "the merchant may not use this operation, or WeChat held it back: see the merchant platform",
        "商户没有此接口权限，或被微信支付拦截：请到商户平台查看";
    "NO_BILL_EXIST", BILL => Done, "there was nothing to bill on that day",
        "当日没有交易，因此没有账单";
    "OPENID_ERROR", PACKET | TRANSFER => Query, "the openid is not of this appid: query first, then correct it, with the same number",
        "openid与appid不匹配：请先查询，再修正，并使用原单号重试";
    "OPEN_ID_EMPTY", COUPON => Program, "the openid is missing: correct the request",
        "缺少openid：请修正请求";
    "ORDERCLOSED", PAY | ORDER => NewNumber, "the order is closed: start again with a new order number",
        "订单已关闭：请用新的商户订单号重新下单";
    "ORDERCLOSED", CLOSE => Done, "the order is closed already",
        "订单已关闭";
    "ORDERNOTEXIST", ORDER_QUERY => Query, "no such order is known; it may still arrive: query again, then close or reverse it",
        "查不到此订单，但请求仍可能到达：请再查询，然后关闭或撤销订单";
    "ORDERNOTEXIST", BANK_QUERY => Repeat, "no such payment is known yet: repeat the payment itself within 2 days, same number",
        "暂时查不到此付款：请于2日内使用原单号重新发起付款";
    "ORDERNOTEXIST", CLOSE => Done, "there is no such order, so there is nothing to close",
        "订单不存在，无需关闭";
    "ORDERNOTEXIST", REFUND => Program, "there is no such order: correct the request",
        "订单不存在：请修正请求";
    "ORDERPAID", PAY | ORDER => Done, "the order is paid already: query it, and do not charge again",
        "订单已支付：请查询，不要重复收款";
    "ORDERPAID", CLOSE => Done, "the order is paid: query it, and deliver or refund",
        "订单已支付：请查询，然后发货或退款";
    "ORDERPAID", BANK => Query, "the number was paid already: query it",
        "此单号已付款：请查询";
    "ORDERREVERSED", PAY => NewNumber, "the order was reversed: start again with a new order number",
        "订单已撤销：请用新的商户订单号重新支付";
    "ORDER_NOT_READY", REFUND => Repeat, "the order cannot be refunded yet: repeat it later with the same refund number",
        "订单暂时不能退款：请稍后使用原退款单号重试";
    "OUT_TRADE_NO_USED", PAY | ORDER => Query, "the order number was used before: query it, and take a new one only if it is not paid",
        "商户订单号重复：请查询，确认未支付后才能用新的商户订单号";
    "PARAM_ERROR", PAYOUT => Query, "a parameter is wrong: query first, then correct it, with the same number",
        "参数错误：请先查询，再修正，并使用原单号重试";
    "PARAM_ERROR", ANY => Program, "a parameter is wrong: read the description, and correct it",
        "参数错误：请查看错误描述并修正";
    "PARAM_IS_NOT_UTF8", TRANSFER => Query, "the request is not UTF-8: query first, then correct it, with the same number",
        "请求不是UTF-8编码：请先查询，再修正，并使用原单号重试";
    "PAY_CHANNEL_NOT_ALLOWED", TRANSFER | BANK => Query, "the merchant may not pay in this way: query first, then see the merchant platform",
        "商户不能使用此付款方式：请先查询，再到商户平台查看";
    "POST_DATA_EMPTY", ANY => Program, "the request had no body",
        "请求正文为空";
    "PROCESSING", PACKET => Query, "the red packet is being sent: query it after 20 minutes with the same number",
        "红包发放中：请20分钟后使用原单号查询";
    "RCVDAMOUNT_LIMIT", PACKET => Query, "the receiver has had as much as is allowed: query first, then repeat with the same number",
        "收款人领取金额已达上限：请先查询，再使用原单号重试";
    "RECEIVED_MONEY_LIMIT", TRANSFER => Query, "the receiver has had the limit of the day: query first, then repeat tomorrow, same number",
        "收款人已达到当日限额：请先查询，次日再使用原单号重试";
    "RECV_ACCOUNT_NOT_ALLOWED", TRANSFER | BANK => Query, "this receiver is not among those allowed: query first, then see the merchant platform",
        "收款人不在允许范围内：请先查询，再到商户平台查看";
    "REFUNDNOTEXIST", REFUND_QUERY => Query, "no such refund is known; it may still arrive: query again later",
        "查不到此退款，但请求仍可能到达：请稍后再查询";
    "REFUND_FEE_MISMATCH", REFUND => Program, "the amount is not that of the refund with this number: correct the request",
        "金额与此退款单号的退款不一致：请修正请求";
    "REQUIRE_POST_METHOD", ANY => Program, "the request was not sent with POST",
        "请求没有使用POST方法";
    "REQ_PARAM_XML_ERR", ANY => Program, "the request is not well-formed XML",
        "请求的XML格式错误";
    "REVERSE_EXPIRE", REVERSE => Program, "the payment is older than 7 days: refund it instead",
        "支付已超过7天，不能撤销：请改用退款";
    "RULELIMIT", PAY => NewNumber, "refused by a limit or the risk control: let the customer pay in another way",
        "因限额或风控被拒绝：请用户更换支付方式";
    "SECOND_OVER_LIMITED", PACKET => Query, "too many red packets in a minute: query first, then repeat the same number within 3 days",
        "每分钟发放的红包超出限制：请先查询，再于3日内使用原单号重试";
    "SENDAMOUNT_LIMIT", PACKET => Query, "the merchant has sent as much as is allowed: query first, then repeat with the same number",
        "商户发放金额已达上限：请先查询，再使用原单号重试";
    "SENDNUM_LIMIT", PACKET => Query, "the receiver has had as many as allowed: query first, then the same number within 3 days",
        "收款人领取个数已达上限：请先查询，再于3日内使用原单号重试";
    "SENDNUM_LIMIT", TRANSFER | BANK => Query, "the receiver was paid as often as allowed: query first, then repeat with the same number",
        "向此收款人付款的次数已达上限：请先查询，再使用原单号重试";
    "SEND_FAILED", PACKET | TRANSFER => Query, "it may have been paid: query it, and go by what the query says",
        "可能已付款：请查询，以查询结果为准";
    "SEND_MONEY_LIMIT", TRANSFER => Query, "the limit of the day is used up: query first, then repeat tomorrow with the same number",
        "已达到当日限额：请先查询，次日再使用原单号重试";
    "SIGN ERROR", BILL => Program, "the signature is wrong: check key, algorithm and fields",
        "签名错误：请检查密钥、签名算法和字段";
    "SIGNERROR", PAYOUT => Query, "the signature is wrong: query first, then correct it, with the same number",
        "签名错误：请先查询，再修正，并使用原单号重试";
    "SIGNERROR", ANY => Program, "the signature is wrong: check key, algorithm and fields",
        "签名错误：请检查密钥、签名算法和字段";
    "SIGN_ERROR", PAYOUT => Query, "the signature is wrong: query first, then correct it, with the same number",
        "签名错误：请先查询，再修正，并使用原单号重试";
    "SIGN_ERROR", ANY => Program, "the signature is wrong: check key, algorithm and fields",
        "签名错误：请检查密钥、签名算法和字段";
    "STOCK_IS_NOT_VALID", COUPON => Setup, "the batch is not in force: see the merchant platform",
        "批次未生效：请到商户平台查看";
    "SYSTEMERROR", MONEY => Query, "WeChat's system failed, and the outcome is not known: query with the same number",
        "微信支付系统异常，结果未知：请使用原单号查询";
    "SYSTEMERROR", ANY => Repeat, "WeChat's system failed: repeat the identical request",
        "微信支付系统异常：请用相同参数重试";
    "SYSTEM_ERROR", MONEY => Query, "WeChat's system failed, and the outcome is not known: query with the same number",
        "微信支付系统异常，结果未知：请使用原单号查询";
    "SYSTEM_ERROR", ANY => Repeat, "WeChat's system failed: repeat the identical request",
        "微信支付系统异常：请用相同参数重试";
    "TRADE_ERROR", PAY => NewNumber, "the trade was refused: read the description, and let the customer pay in another way",
        "交易被拒绝：请查看错误描述，并请用户更换支付方式";
    "TRADE_ERROR", REVERSE => Program, "the order cannot be reversed: query it, and refund it if it is paid",
        "订单不能撤销：请查询，如已支付则退款";
    "TRADE_OVERDUE", REFUND => Program, "the payment is older than a year: give the money back in another way",
        "支付已超过一年，不能退款：请用其他方式退还款项";
    "TRADE_STATE_ERROR", CLOSE => Query, "the order is in no state to be closed: query it",
        "订单状态不允许关闭：请查询";
    "USERPAYING", PAY => Query, "the customer is entering the password: query again after 5 seconds",
        "用户正在输入密码：请5秒后再查询";
    "USER_ACCOUNT_ABNORMAL", REFUND => Setup, "the customer's account is closed: give the money back by hand",
        "用户账户已注销：请线下退还款项";
    "USER_AL_GET_COUPON", COUPON => Done, "the user has this coupon already",
        "用户已领取过此代金券";
    "UnCompressGZip Error", BILL => Repeat, "the bill could not be compressed: ask again",
        "账单压缩失败：请重新下载";
    "V2_ACCOUNT_SIMPLE_BAN", TRANSFER => Query, "the receiver has shown no identity: query first, then repeat with the same number",
        "收款人未实名认证：请先查询，再使用原单号重试";
    "WORKWX_MCHID_ERROR", TRANSFER => Query, "the merchant is not bound to this enterprise: query first, then bind it, and keep the number",
        "商户号未绑定此企业：请先查询，绑定后使用原单号重试";
    "WORKWX_SIGN_ERROR", TRANSFER => Query, "workwx_sign is wrong: query first, then correct it, with the same number",
        "workwx_sign有误：请先查询，再修正，并使用原单号重试";
    "XML_ERROR", PAYOUT => Query, "the request is not well-formed XML: query first, then correct it, with the same number",
        "请求的XML格式错误：请先查询，再修正，并使用原单号重试";
    "XML_ERROR", ANY => Program, "the request is not well-formed XML",
        "请求的XML格式错误";
    "XML_FORMAT_ERROR", ANY => Program, "the request is not well-formed XML",
        "请求的XML格式错误";
    "data format error", BILL => Program, "a parameter is wrong: correct the request",
        "参数错误：请修正请求";
    "invalid bill_type", BILL => Program, "the kind of bill is wrong: correct the request",
        "账单类型有误：请修正请求";
    "missing parameter", BILL => Program, "a parameter is missing: correct the request",
        "缺少参数：请修正请求";

    /// The values of status fields; [`statuses!`](crate::judge::status) lists all of them.
    STATUSES:
    "", REVERSE => Repeat, "what became of it is not known: repeat it, then query the order",
        "结果未知：请重复请求，然后查询订单";
    "", SEALED => Query, "what happened is sealed in it: open it, and confirm it by a query",
        "结果在加密信息中：请解密，并通过查询确认";
    "", ANY => Query, "what became of it is not known: query it before anything else",
        "结果未知：请先查询，再做其他操作";
    "0", COUPON => Setup, "no coupon was sent: read ret_msg, and put that right first",
        "代金券未发放：请查看ret_msg，先解决其中的问题";
    "1", CONTRACT => NewNumber, "there is no contract, or it has ended: the customer has to sign a new one",
        "协议不存在或已解约：需要用户重新签约";
    "9", CONTRACT => Query, "the contract is being signed: query again later",
        "正在签约：请稍后再查询";
    "ACCEPT", ORDERED => Query, "the deduction is still to come: query again later",
        "扣款已受理，尚未扣款：请稍后再查询";
    "ADJUST", SHARING_QUERY => Query, "a share failed and waits to be put right: query again later",
        "分账失败，待调账：请稍后再查询";
    "BANK_FAIL", BANK_QUERY => NewNumber, "the bank refused it and the money is back: check the account, and transfer under a new number",
        "银行拒绝，款项已退回：请核对账户，用新的单号重新付款";
    "BLOCKED", USER => Customer, "the user is blocked, and cannot be charged: let the user see WeChat Pay",
        "用户受限，无法扣款：请用户到微信支付处理";
    "CHANGE", REFUND_QUERY => Query, "not final: finish it on the merchant platform, and never pay by hand as well",
        "退款异常，尚非最终状态：请在商户平台处理，切勿另行打款";
    "CLOSED", ORDERED => NewNumber, "the order is closed: start again with a new order number",
        "订单已关闭：请用新的商户订单号重新下单";
    "CLOSED", SHARING_QUERY => NewNumber, "the split is closed: start again with a new number",
        "分账单已关闭：请用新的单号重新发起";
    "CREATED", RENTAL => Query, "the customer has not confirmed it yet: query again later",
        "用户尚未确认：请稍后再查询";
    "EXCEPT", CUSTOMS => Query, "the customs' system failed: query again, then declare it again",
        "海关系统异常：请再查询，然后重新报关";
    "EXPIRED", RENTAL => NewNumber, "it has expired: start again with a new number",
        "已过期：请用新的单号重新发起";
    "EXPIRED", COUPON_QUERY => NewNumber, "the coupon has expired: send another one if you like",
        "代金券已过期：可另行发放";
    "FAIL", REFUND_QUERY => Repeat, "the refund failed so far: repeat it with the same refund number",
        "退款暂未成功：请使用原退款单号重试";
    "FAIL", ORDER => Program, "the contract was refused: read contract_err_code, and correct the request",
        "签约被拒绝：请查看contract_err_code，并修正请求";
    "FAIL", CUSTOMS => Setup, "the customs refused it: read the explanation, correct it, and declare again",
        "海关未接受：请查看说明，修正后重新报关";
    "FAIL", COUPON => Setup, "no coupon was sent: read ret_msg, and put that right first",
        "代金券未发放：请查看ret_msg，先解决其中的问题";
    "FAILED", PACKET_QUERY | TRANSFER_QUERY | BANK_QUERY => NewNumber, "it was not paid: read the reason, and pay under a new number",
        "付款失败：请查看原因，用新的单号重新付款";
    "FAILED", TRANSFER => Query, "it seems not paid: query it, and go by what the query says",
        "可能未付款：请查询，以查询结果为准";
    "FAILED", RETURN => Setup, "the share was not taken back: read fail_reason, and put that right first",
        "分账回退失败：请查看fail_reason，先解决其中的问题";
    "FAILED", COUPON => Setup, "no coupon was sent: read ret_msg, and put that right first",
        "代金券未发放：请查看ret_msg，先解决其中的问题";
    "FINISHED", RENTAL => Query, "finished, and not paid yet: query again later",
        "服务已完结，尚未支付：请稍后再查询";
    "NOTPAY", ORDERED => Query, "not paid so far: query again, then close or reverse the order",
        "尚未支付：请再查询，然后关闭或撤销订单";
    "NOTSURE", REFUND_QUERY => Repeat, "the refund is not certain: repeat it with the same refund number",
        "退款结果不确定：请使用原退款单号重试";
    "OVERDUE", USER => Customer, "the user owes money for earlier journeys: let the user pay that first",
        "用户有未付清的行程：请用户先付清欠款";
    "PAUSED", USER => Customer, "the user has paused the service: let the user open it again",
        "用户已暂停服务：请用户重新开启";
    "PAYERROR", ORDERED => Query, "the payment failed so far: reverse or close the order before it counts as not paid",
        "支付暂未成功：请先撤销或关闭订单，才能视为未支付";
    "PAY_FAIL", ORDERED => NewNumber, "the deduction failed for good: another attempt needs a new number",
        "扣款失败：再次扣款需要用新的单号";
    "PENDING", SHARING_QUERY => Query, "a share is still to come: query again later",
        "分账尚未完成：请稍后再查询";
    "PROCESSING", ANY => Query, "it is under way: query again later",
        "处理中：请稍后再查询";
    "REFUND", ORDERED => Query, "the order was paid, and all or some of it was refunded since: query the refunds",
        "订单已支付，之后有全部或部分退款：请查询退款";
    "REFUND", PACKET_QUERY => NewNumber, "nobody opened it, and the money is back: send another one if you like",
        "红包无人领取，款项已退回：可另行发放";
    "REFUNDCLOSE", REFUND_QUERY => NewNumber, "the refund was closed: give the money back under a new refund number",
        "退款已关闭：请用新的退款单号重新退款";
    "REVOKED", ORDERED => NewNumber, "the order was reversed: start again with a new order number",
        "订单已撤销：请用新的商户订单号重新支付";
    "REVOKED", RENTAL => NewNumber, "it was cancelled: start again with a new number",
        "已取消：请用新的单号重新发起";
    "RFUND_ING", PACKET_QUERY => Query, "nobody opened it, and the money is on its way back: query again later",
        "红包无人领取，款项退回中：请稍后再查询";
    "SENDING", PACKET_QUERY => Query, "the red packet is being sent: query again later",
        "红包发放中：请稍后再查询";
    "SUBMITTED", CUSTOMS => Query, "it was sent to the customs again: query again later",
        "已重新提交海关：请稍后再查询";
    "UNAUTHORIZED", USER => Customer, "the user has not agreed to be charged: open the page at path for that",
        "用户未授权扣款：请打开path指向的页面进行授权";
    "UNDECLARED", CUSTOMS => Query, "it has not been declared yet: query again later",
        "尚未报关：请稍后再查询";
    "USERPAYING", ORDERED => Query, "the customer is entering the password: query again after 5 seconds",
        "用户正在输入密码：请5秒后再查询";
    "Y", REVERSE => Repeat, "not reversed yet: reverse again",
        "尚未撤销成功：请再次撤销";

    /// How the `return_msg` of a refused call begins. Any other is advised about as an error.
    REFUSALS:
    "沙箱验证签名失败", OPEN => Query, "the sandbox has a key of its own, for 3 days (getsignkey): query before anything else",
        "沙箱有单独的密钥，有效期3天（getsignkey）：请先查询，再做其他操作";
    "沙箱验证签名失败", ANY => Program, "the sandbox has a key of its own: fetch it with getsignkey; it is valid for 3 days",
        "沙箱有单独的密钥：请用getsignkey获取，有效期3天";
    "签名失败", OPEN => Query, "the signature was refused: explain finds the mistake; query before anything else",
        "签名错误，请求被拒绝：explain可查找原因；请先查询，再做其他操作";
    "签名失败", ANY => Program, "the signature was refused, and nothing was done: explain finds the mistake",
        "签名错误，请求未执行：explain可查找原因";
    "签名错误", OPEN => Query, "the signature was refused: explain finds the mistake; query before anything else",
        "签名错误，请求被拒绝：explain可查找原因；请先查询，再做其他操作";
    "签名错误", ANY => Program, "the signature was refused, and nothing was done: explain finds the mistake",
        "签名错误，请求未执行：explain可查找原因";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::texts::texts;

    #[test]
    fn rows_are_sorted_and_none_is_hidden() {
        for rows in [ERRORS, STATUSES, REFUSALS] {
            assert!(rows.is_sorted_by_key(|(code, _, _)| code));
            for (index, (code, families, _)) in rows.iter().enumerate() {
                let before = rows[..index].iter().filter(|(other, _, _)| other == code);
                let taken = before.fold(0, |set, (_, families, _)| set | families);
                assert_ne!(families & !taken, 0, "{code:?}");
            }
        }
    }

    #[test]
    fn codes_differ_by_more_than_case() {
        for (code, _, _) in ERRORS {
            let alike = |(other, _, _): &&Code| other.eq_ignore_ascii_case(code) && other != code;
            assert_eq!(ERRORS.iter().find(alike), None);
        }
    }

    #[test]
    fn texts_are_clauses() {
        let count = ERRORS.len() + STATUSES.len() + REFUSALS.len();
        assert_eq!([texts(ENGLISH).count(), texts(CHINESE).count()], [count; 2]);
        for text in texts(ENGLISH) {
            assert!(text.starts_with(char::is_lowercase) || text.starts_with("WeChat"), "{text}");
            assert!(!text.ends_with('.') && text.len() <= 100, "{text}");
        }
    }
}
