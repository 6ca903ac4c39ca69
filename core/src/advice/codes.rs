//! The documented reasons: one a row, sorted, with the operations whose pages list it.
//!
//! A reason that the pages of a family do not list is unknown there, whatever it means elsewhere;
//! only what every operation checks before it does anything is known to all. Of several rows with
//! one code the first that fits counts.
//!
//! Sources: the error tables of the single operations (Quick Pay, orders, refunds, red packets,
//! transfers, coupons, bills) and the tables of their status fields.

use super::Action::{self, *};
use crate::family::Family;

pub(super) struct Row {
    pub(super) families: u32,
    pub(super) action: Action,
}

/// Divides the rows into what judging needs and what only people read, so that the sentences are
/// linked only where somebody asks for them. Texts lie one behind the other, each with a NUL at
/// its end: pointers to them would take more room than most of them do.
macro_rules! codes {
    ($($code:literal, $families:expr => $action:ident, $text:literal;)+) => {
        pub(super) const ROWS: &[Row] = &[$(Row { families: $families, action: $action },)+];
        pub(super) const CODES: &[u8] = concat!($($code, "\0"),+).as_bytes();
        pub(super) const TEXTS: &[u8] = concat!($($text, "\0"),+).as_bytes();
    };
}

/// The reason is not an error code but the value of a status field.
pub(super) const STATUS: u32 = 1 << 31;
const ANY: u32 = !STATUS;
const PAY: u32 = Family::Payment.bit();
const ORDER: u32 = Family::Order.bit();
const ORDER_QUERY: u32 = Family::OrderQuery.bit() | Family::CombinedQuery.bit();
const CLOSE: u32 = Family::Close.bit();
const REVERSE: u32 = Family::Reverse.bit();
const REFUND: u32 = Family::Refund.bit();
const REFUND_QUERY: u32 = Family::RefundQuery.bit();
const PACKET: u32 = Family::RedPacket.bit();
const PACKET_QUERY: u32 = Family::RedPacketQuery.bit();
const TRANSFER: u32 = Family::Transfer.bit();
const TRANSFER_QUERY: u32 = Family::TransferQuery.bit();
const BANK_QUERY: u32 = Family::BankTransferQuery.bit();
const SHARING_QUERY: u32 = Family::ProfitSharingQuery.bit();
const CONTRACT: u32 = Family::ContractQuery.bit();
const COUPON: u32 = Family::Coupon.bit();
const BILL: u32 = Family::Bill.bit();
const OPEN_ID: u32 = Family::OpenId.bit();
const SHARING: u32 = Family::ProfitSharing.bit();
/// What pays out or takes at once: an unclear end has to be queried.
const MONEY: u32 = PAY | PACKET | TRANSFER | Family::Deduction.bit() | Family::BankTransfer.bit();
/// What only asks for a status.
const QUERY: u32 = ORDER_QUERY
    | REFUND_QUERY
    | PACKET_QUERY
    | TRANSFER_QUERY
    | BANK_QUERY
    | SHARING_QUERY
    | CONTRACT;

// A code that no row has is advised about as an empty one.
codes! {
    "", REVERSE => Repeat, "what became of it is not known: repeat it, then query the order";
    "", MONEY | REFUND | SHARING | QUERY => Query, "what became of it is not known: query it before anything else";
    "", ANY => Program, "no documented reason: read the message, and mend the request";
    "1", STATUS | CONTRACT => NewNumber, "the contract has ended: the customer has to sign a new one";
    "ACCEPT", STATUS | PAY | ORDER_QUERY => Query, "the deduction is still to come: query again later";
    "ACCEPTMODE_ERROR", PACKET => Program, "the way of receiving is wrong: correct the request";
    "ADJUST", STATUS | SHARING_QUERY => Query, "a share failed and waits to be put right: query again later";
    "AL_STOCK_OVER", COUPON => Setup, "no coupons are left in this batch: add some";
    "AMOUNT_LIMIT", TRANSFER => Program, "the amount is outside the limits: correct it";
    "APPID_MCHID_NOT_MATCH", ANY => Setup, "the appid is not bound to this merchant number";
    "APPID_NOT_EXIST", ANY => Setup, "there is no such appid";
    "AUTHCODEEXPIRE", PAY => Customer, "the payment code has expired: let the customer renew it, and scan it for a new order number";
    "AUTHCODEEXPIRE", OPEN_ID => Customer, "the payment code has expired: let the customer renew it, and scan it again";
    "AUTH_CODE_ERROR", PAY => Customer, "the payment code is wrong or used: let the customer renew it, and scan it for a new order number";
    "AUTH_CODE_ERROR", OPEN_ID => Customer, "the payment code is wrong or used: let the customer renew it, and scan it again";
    "AUTH_CODE_INVALID", PAY => Customer, "this is no payment code of WeChat: scan the right one for a new order number";
    "AUTH_CODE_INVALID", OPEN_ID => Customer, "this is no payment code of WeChat: scan the right one";
    "BANKERROR", PAY => Query, "the bank's answer is not known: query the order";
    "BANK_FAIL", STATUS | BANK_QUERY => NewNumber, "the bank refused it and the money is back: check the account, and transfer under a new number";
    "BIZERR_NEED_RETRY", REFUND => Repeat, "the refund was not handled: repeat it with the same refund number";
    "BUYER_MISMATCH", PAY => NewNumber, "another customer began to pay this order: start again with a new order number";
    "Bill Creating", BILL => Repeat, "the bill is still being made: ask again later";
    "CA_ERROR", ANY => Setup, "the merchant's client certificate is missing or wrong";
    "CA_VERIFY_FAILED", COUPON => Setup, "the merchant's client certificate is missing or wrong";
    "CERT_ERROR", ANY => Setup, "the merchant's client certificate is missing or wrong";
    "CHANGE", STATUS | REFUND_QUERY => Setup, "the bank refused the refund and the money is back: give it back by hand";
    "CLOSED", STATUS | PAY | ORDER_QUERY => NewNumber, "the order is closed: start again with a new order number";
    "CLOSED", STATUS | SHARING_QUERY => NewNumber, "the split is closed: start again with a new number";
    "CODE_2_ID_ERR", COUPON => Program, "the user's identification is wrong: correct the request";
    "COUPON_NOT_FOUND", COUPON => Program, "there is no such coupon: correct the request";
    "COUPON_STOCK_ID_EMPTY", COUPON => Program, "the batch number is missing: correct the request";
    "COUPON_STOCK_ID_NOT_VALID", COUPON => Program, "the batch number is wrong: correct the request";
    "COUPON_STOCK_NOT_FOUND", COUPON => Program, "there is no such batch: correct the request";
    "CompressGZip Error", BILL => Repeat, "the bill could not be compressed: ask again";
    "DAY_OVER_LIMITED", PACKET => NewNumber, "the limit of the day is reached: send tomorrow";
    "ERROR", REFUND => NewNumber, "the refund was refused: read the description, and refund in another way";
    "ERR_VERIFY_SSL_SERIAL", COUPON => Setup, "the merchant's client certificate is missing or wrong";
    "ERR_VERIFY_SSL_SN", COUPON => Setup, "the merchant's client certificate is missing or wrong";
    "FAIL", STATUS | REFUND_QUERY => NewNumber, "the refund failed: refund under a new number";
    "FAILED", STATUS | PACKET_QUERY | TRANSFER_QUERY | TRANSFER | BANK_QUERY => NewNumber, "it was not paid: read the reason, and pay under a new number";
    "FATAL_ERROR", PACKET | TRANSFER => Program, "the same number was used with other parameters: repeat it only as it was";
    "FREQUENCY_LIMITED", REFUND => Repeat, "too many refunds at a time: repeat it after a minute with the same refund number";
    "FREQ_LIMIT", PACKET => NewNumber, "too many calls at a time, and nothing was sent: send later";
    "FREQ_LIMIT", TRANSFER_QUERY => Repeat, "too many calls at a time: ask again later";
    "FREQ_OVER_LIMIT", COUPON => Setup, "the user has had as many of these coupons as are allowed";
    "GET_COUPON_STOCK_FAIL", COUPON => Repeat, "the batch could not be read: repeat the request";
    "ILLEGAL_APPID", PACKET => Setup, "the appid is not bound to this merchant number";
    "INVALID_REQUEST", ORDER => Program, "the request is not allowed, often because the order number was used with other parameters";
    "INVALID_REQUEST", ANY => Program, "the request is not allowed: read the description, and correct it";
    "INVALID_REQ_TOO_MUCH", REFUND => Repeat, "too many wrong refunds at a time: correct what is wrong, and repeat it after a minute";
    "INVALID_TRANSACTIONID", REVERSE | REFUND | REFUND_QUERY | BILL => Program, "there is no such transaction number: correct the request";
    "LACK_PARAMS", ANY => Program, "a parameter is missing: correct the request";
    "MCHID_NOT_EXIST", ANY => Setup, "there is no such merchant number";
    "MCH_ID_EMPTY", COUPON => Program, "the merchant number is missing: correct the request";
    "MONEY_LIMIT", PACKET => Program, "the amount is outside the limits: correct it";
    "MSGAPPID_ERROR", PACKET => Setup, "the appid of the message is wrong or not bound";
    "NAME_MISMATCH", TRANSFER => NewNumber, "the receiver's name is another one: check it, and pay under a new number";
    "NETWORKERROR", COUPON => Repeat, "the network failed: repeat the request";
    "NETWORK_ERROR", COUPON => Repeat, "the network failed: repeat the request";
    "NO Bill Exist", BILL => Done, "there was nothing to bill on that day";
    "NOAUTH", ANY => Setup, "the merchant may not use this operation: apply for it";
    "NOTENOUGH", PAY | ORDER => Customer, "the customer has too little money: let another card be chosen, for a new order number";
    "NOTENOUGH", REFUND | PACKET | TRANSFER => Setup, "the merchant's balance is too small: top it up";
    "NOTPAY", STATUS | PAY | ORDER_QUERY => Query, "not paid so far: query again, then close or reverse the order";
    "NOTSUPORTCARD", PAY => Customer, "the card cannot be used: let another one be chosen, for a new order number";
    "NOTSURE", STATUS | REFUND_QUERY => Repeat, "the refund is not certain: repeat it with the same refund number";
    "NOT_FOUND", PACKET_QUERY | TRANSFER_QUERY => Query, "no such number is known; it may still arrive: query again later";
    "NOT_UTF8", ANY => Program, "the request is not UTF-8, or has characters of four bytes";
    "NO_AUTH", ANY => Setup, "the merchant may not use this operation, or WeChat held it back: see the merchant platform";
    "NO_BILL_EXIST", BILL => Done, "there was nothing to bill on that day";
    "OPENID_ERROR", PACKET | TRANSFER => Program, "the openid does not belong to this appid: correct the request";
    "OPEN_ID_EMPTY", COUPON => Program, "the openid is missing: correct the request";
    "ORDERCLOSED", PAY | ORDER => NewNumber, "the order is closed: start again with a new order number";
    "ORDERCLOSED", CLOSE => Done, "the order is closed already";
    "ORDERNOTEXIST", ORDER_QUERY => Query, "no such order is known; it may still arrive: query again, then close or reverse it";
    "ORDERNOTEXIST", CLOSE => Done, "there is no such order, so there is nothing to close";
    "ORDERNOTEXIST", REFUND => Program, "there is no such order: correct the request";
    "ORDERPAID", PAY | ORDER => Done, "the order is paid already: query it, and do not charge again";
    "ORDERPAID", CLOSE => Done, "the order is paid: query it, and deliver or refund";
    "ORDERREVERSED", PAY => NewNumber, "the order was reversed: start again with a new order number";
    "ORDER_NOT_READY", REFUND => Repeat, "the order cannot be refunded yet: repeat it later with the same refund number";
    "OUT_TRADE_NO_USED", PAY | ORDER => Query, "the order number was used before: query it, and take a new one only if it is not paid";
    "PARAM_ERROR", ANY => Program, "a parameter is wrong: read the description, and correct it";
    "PAYERROR", STATUS | PAY | ORDER_QUERY => NewNumber, "the payment failed: start again with a new order number";
    "PENDING", STATUS | SHARING_QUERY => Query, "a share is still to come: query again later";
    "POST_DATA_EMPTY", ANY => Program, "the request had no body";
    "PROCESSING", PACKET => Query, "the red packet is being sent: query it after 20 minutes with the same number";
    "PROCESSING", STATUS | ANY => Query, "it is under way: query again later";
    "REFUND", STATUS | PAY | ORDER_QUERY => Query, "the order was paid, and all or some of it refunded: query the refunds";
    "REFUND", STATUS | PACKET_QUERY => NewNumber, "nobody opened it, and the money is back: send another one if you like";
    "REFUNDCLOSE", STATUS | REFUND_QUERY => NewNumber, "the refund was closed: refund in another way";
    "REFUNDNOTEXIST", REFUND_QUERY => Query, "no such refund is known; it may still arrive: query again later";
    "REFUND_FEE_MISMATCH", REFUND => Program, "the amount is not that of the refund with this number: correct the request";
    "REQUIRE_POST_METHOD", ANY => Program, "the request was not sent with POST";
    "REQ_PARAM_XML_ERR", ANY => Program, "the request is not well-formed XML";
    "REVERSE_EXPIRE", REVERSE => Program, "the payment is older than 7 days: refund it instead";
    "REVOKED", STATUS | PAY | ORDER_QUERY => NewNumber, "the order was reversed: start again with a new order number";
    "RFUND_ING", STATUS | PACKET_QUERY => Query, "nobody opened it, and the money is on its way back: query again later";
    "RULELIMIT", PAY => NewNumber, "refused by a limit or the risk control: let the customer pay in another way";
    "SECOND_OVER_LIMITED", PACKET => NewNumber, "too many red packets in a minute, and nothing was sent: send later";
    "SENDING", STATUS | PACKET_QUERY => Query, "the red packet is being sent: query again later";
    "SENDNUM_LIMIT", PACKET => NewNumber, "the receiver has had as many as are allowed on a day: send tomorrow";
    "SEND_FAILED", PACKET | TRANSFER => NewNumber, "it was not sent: read the description, and send under a new number";
    "SIGN ERROR", BILL => Program, "the signature is wrong: check key, algorithm and fields";
    "SIGNERROR", ANY => Program, "the signature is wrong: check key, algorithm and fields";
    "SIGN_ERROR", ANY => Program, "the signature is wrong: check key, algorithm and fields";
    "STOCK_IS_NOT_VALID", COUPON => Setup, "the batch is not in force: see the merchant platform";
    "SYSTEMERROR", MONEY => Query, "WeChat's system failed, and the outcome is not known: query with the same number";
    "SYSTEMERROR", ANY => Repeat, "WeChat's system failed: repeat the identical request";
    "SYSTEM_ERROR", MONEY => Query, "WeChat's system failed, and the outcome is not known: query with the same number";
    "SYSTEM_ERROR", ANY => Repeat, "WeChat's system failed: repeat the identical request";
    "TRADE_ERROR", PAY => NewNumber, "the trade was refused: read the description, and let the customer pay in another way";
    "TRADE_ERROR", REVERSE => Program, "the order cannot be reversed: query it, and refund it if it is paid";
    "TRADE_OVERDUE", REFUND => Program, "the payment is older than a year: give the money back in another way";
    "TRADE_STATE_ERROR", CLOSE => Query, "the order is in no state to be closed: query it";
    "USERPAYING", PAY => Query, "the customer is entering the password: query again after 5 seconds";
    "USERPAYING", STATUS | PAY | ORDER_QUERY => Query, "the customer is entering the password: query again after 5 seconds";
    "USER_ACCOUNT_ABNORMAL", REFUND => Setup, "the customer's account is closed: give the money back by hand";
    "USER_AL_GET_COUPON", COUPON => Done, "the user has this coupon already";
    "UnCompressGZip Error", BILL => Repeat, "the bill could not be compressed: ask again";
    "XML_ERROR", ANY => Program, "the request is not well-formed XML";
    "XML_FORMAT_ERROR", ANY => Program, "the request is not well-formed XML";
    "Y", STATUS | REVERSE => Repeat, "not reversed yet: reverse again";
    "data format error", BILL => Program, "a parameter is wrong: correct the request";
    "invalid bill_type", BILL => Program, "the kind of bill is wrong: correct the request";
    "missing parameter", BILL => Program, "a parameter is missing: correct the request";
}

#[cfg(test)]
mod tests {
    use core::ffi::CStr;

    use super::*;
    use crate::texts::texts;

    #[test]
    fn rows_are_sorted_and_none_is_hidden() {
        let codes: Vec<_> = texts(CODES).collect();
        assert!(codes.len() == ROWS.len() && codes.is_sorted());
        let rows: Vec<_> = codes.into_iter().zip(ROWS).collect();
        for (index, (code, row)) in rows.iter().enumerate() {
            let alike = |(other, before): &&(&CStr, &Row)| {
                other == code && (before.families ^ row.families) & STATUS == 0
            };
            let before = rows[..index].iter().filter(alike);
            let taken = before.fold(0, |set, (_, row)| set | row.families);
            assert_ne!(row.families & !STATUS & !taken, 0, "{code:?}");
        }
    }

    #[test]
    fn texts_are_clauses() {
        assert_eq!(texts(TEXTS).count(), ROWS.len());
        for text in texts(TEXTS).map(|text| text.to_str().unwrap()) {
            assert!(text.starts_with(char::is_lowercase) || text.starts_with("WeChat"), "{text}");
            assert!(!text.ends_with('.') && text.len() <= 100, "{text}");
        }
    }
}
