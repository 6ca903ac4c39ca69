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
//! one code the first that fits counts.
//!
//! Sources: the error tables of the single operations (Quick Pay, orders, refunds, red packets,
//! transfers, coupons, bills), the tables of their status fields, and what WeChat's staff answered
//! in the developer community.

use super::Action::{self, *};
use crate::protocol::Family;

/// Divides the rows into what judging needs and what only people read, so that the sentences are
/// linked only where a program asks for them. The sentences are one text, each with a NUL at
/// its end: pointers to them would take more room than most of them do.
macro_rules! codes {
    ($($code:literal, $families:expr => $action:ident, $text:literal;)+) => {
        pub(super) const FAMILIES: &[u64] = &[$($families),+];
        pub(super) const ACTIONS: &[Action] = &[$($action),+];
        pub(super) const CODES: &[u8] = concat!($($code, "\0"),+).as_bytes();
        pub(super) const TEXTS: &[u8] = concat!($($text, "\0"),+).as_bytes();
    };
}

/// The reason is an error code: neither of the other kinds.
pub(super) const ERROR: u64 = 0;
/// The reason is the value of a status field.
pub(super) const STATUS: u64 = 1 << 63;
/// The reason is how the `return_msg` of a refused call begins.
pub(super) const REFUSAL: u64 = 1 << 62;
/// The bits that tell kinds of reasons apart, beside those of the families.
pub(super) const KINDS: u64 = STATUS | REFUSAL;
const ANY: u64 = !KINDS;
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

// A reason that no row has is advised about as an empty one of its kind.
codes! {
    "", REVERSE => Repeat, "what became of it is not known: repeat it, then query the order";
    "", PAYOUT => Query, "what became of it is not known: query it, and send only the same number again";
    "", MONEY | REFUND | SHARING | QUERY => Query, "what became of it is not known: query it before anything else";
    "", ANY => Program, "no documented reason: read the message, and mend the request";
    "", STATUS | REVERSE => Repeat, "what became of it is not known: repeat it, then query the order";
    "", STATUS | SEALED => Query, "what happened is sealed in it: open it, and confirm it by a query";
    "", STATUS | ANY => Query, "what became of it is not known: query it before anything else";
    "-25", CONTRACT => Query, "no such contract is known; it may still be signed: query again later";
    "0", STATUS | COUPON => Setup, "no coupon was sent: read ret_msg, and put that right first";
    "1", STATUS | CONTRACT => NewNumber, "there is no contract, or it has ended: the customer has to sign a new one";
    "9", STATUS | CONTRACT => Query, "the contract is being signed: query again later";
    "ACCEPT", STATUS | ORDERED => Query, "the deduction is still to come: query again later";
    "ACCEPTMODE_ERROR", PACKET => Query, "the way of receiving is wrong: query first, then correct it, with the same number";
    "ADJUST", STATUS | SHARING_QUERY => Query, "a share failed and waits to be put right: query again later";
    "AL_STOCK_OVER", COUPON => Setup, "no coupons are left in this batch: add some";
    "AMOUNT_LIMIT", TRANSFER => Query, "the amount is outside the limits: query first, then correct it, with the same number";
    "AMOUNT_LIMIT", BANK => Query, "the limit of the day is used up: query first, then repeat tomorrow with the same number";
    "API_METHOD_CLOSED", PACKET => Query, "the merchant may not use this operation now: query first, then see the merchant platform";
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
    "BLOCKED", STATUS | USER => Customer, "the user is blocked, and cannot be charged: let the user see WeChat Pay";
    "BUYER_MISMATCH", PAY => NewNumber, "another customer began to pay this order: start again with a new order number";
    "Bill Creating", BILL => Repeat, "the bill is still being made: ask again later";
    "CA_ERROR", PAYOUT => Query, "the client certificate is missing or wrong: query first, then repeat with the same number";
    "CA_ERROR", ANY => Setup, "the merchant's client certificate is missing or wrong";
    "CA_VERIFY_FAILED", COUPON => Setup, "the merchant's client certificate is missing or wrong";
    "CERT_ERROR", ANY => Setup, "the merchant's client certificate is missing or wrong";
    "CHANGE", STATUS | REFUND_QUERY => Query, "not final: finish it on the merchant platform, and never pay by hand as well";
    "CLOSED", STATUS | ORDERED => NewNumber, "the order is closed: start again with a new order number";
    "CLOSED", STATUS | SHARING_QUERY => NewNumber, "the split is closed: start again with a new number";
    "CODE_2_ID_ERR", COUPON => Program, "the user's identification is wrong: correct the request";
    "COUPON_NOT_FOUND", COUPON => Program, "there is no such coupon: correct the request";
    "COUPON_STOCK_ID_EMPTY", COUPON => Program, "the batch number is missing: correct the request";
    "COUPON_STOCK_ID_NOT_VALID", COUPON => Program, "the batch number is wrong: correct the request";
    "COUPON_STOCK_NOT_FOUND", COUPON => Program, "there is no such batch: correct the request";
    "CREATED", STATUS | RENTAL => Query, "the customer has not confirmed it yet: query again later";
    "CompressGZip Error", BILL => Repeat, "the bill could not be compressed: ask again";
    "DAY_OVER_LIMITED", PACKET => Query, "the limit of the day is reached: query first, then repeat the same number within 3 days";
    "ERROR", REFUND => Repeat, "the refund was refused: read the description, and repeat with the same refund number";
    "ERR_VERIFY_SSL_SERIAL", COUPON => Setup, "the merchant's client certificate is missing or wrong";
    "ERR_VERIFY_SSL_SN", COUPON => Setup, "the merchant's client certificate is missing or wrong";
    "EXCEPT", STATUS | CUSTOMS => Query, "the customs' system failed: query again, then declare it again";
    "EXPIRED", STATUS | RENTAL => NewNumber, "it has expired: start again with a new number";
    "EXPIRED", STATUS | COUPON_QUERY => NewNumber, "the coupon has expired: send another one if you like";
    "FAIL", STATUS | REFUND_QUERY => Repeat, "the refund failed so far: repeat it with the same refund number";
    "FAIL", STATUS | ORDER => Program, "the contract was refused: read contract_err_code, and correct the request";
    "FAIL", STATUS | CUSTOMS => Setup, "the customs refused it: read the explanation, correct it, and declare again";
    "FAIL", STATUS | COUPON => Setup, "no coupon was sent: read ret_msg, and put that right first";
    "FAILED", STATUS | PACKET_QUERY | TRANSFER_QUERY | BANK_QUERY => NewNumber, "it was not paid: read the reason, and pay under a new number";
    "FAILED", STATUS | TRANSFER => Query, "it seems not paid: query it, and go by what the query says";
    "FAILED", STATUS | RETURN => Setup, "the share was not taken back: read fail_reason, and put that right first";
    "FAILED", STATUS | COUPON => Setup, "no coupon was sent: read ret_msg, and put that right first";
    "FATAL_ERROR", PAYOUT => Query, "the number was used with other parameters: query it, and repeat only what was sent first";
    "FINISHED", STATUS | RENTAL => Query, "finished, and not paid yet: query again later";
    "FREQUENCY_LIMITED", REFUND => Repeat, "too many refunds at a time: repeat it after a minute with the same refund number";
    "FREQUENCY_LIMITED", BANK => Query, "too many calls at a time: query first, then repeat later with the same number";
    "FREQ_LIMIT", TRANSFER_QUERY => Repeat, "too many calls at a time: ask again later";
    "FREQ_LIMIT", PACKET => Query, "too many calls at a time: query first, then repeat the same number within 3 days";
    "FREQ_LIMIT", TRANSFER => Query, "too many calls at a time: query first, then repeat later with the same number";
    "FREQ_OVER_LIMIT", COUPON => Setup, "the user has had as many of these coupons as are allowed";
    "GET_COUPON_STOCK_FAIL", COUPON => Repeat, "the batch could not be read: repeat the request";
    "HTTP_METHOD_ERROR", TRANSFER => Query, "the request was not sent with POST: query first, then repeat with the same number";
    "ILLEGAL_APPID", PACKET => Query, "the appid is not bound to this merchant: query first, then bind it, and keep the number";
    "INVALID_REQUEST", ORDER => Program, "the request is not allowed, often because the order number was used with other parameters";
    "INVALID_REQUEST", BANK => Repeat, "what became of it is not known: repeat it with the same number and the same parameters";
    "INVALID_REQUEST", BANK_QUERY => Repeat, "the query was not taken: repeat it";
    "INVALID_REQUEST", ANY => Program, "the request is not allowed: read the description, and correct it";
    "INVALID_REQ_TOO_MUCH", REFUND => Repeat, "too many wrong refunds at a time: correct what is wrong, and repeat it after a minute";
    "INVALID_TRANSACTIONID", REVERSE | REFUND | REFUND_QUERY | BILL => Program, "there is no such transaction number: correct the request";
    "LACK_PARAMS", ANY => Program, "a parameter is missing: correct the request";
    "MCHID_NOT_EXIST", ANY => Setup, "there is no such merchant number";
    "MCH_ID_EMPTY", COUPON => Program, "the merchant number is missing: correct the request";
    "MONEY_LIMIT", PACKET => Query, "the amount is outside the limits: query first, then correct it, with the same number";
    "MONEY_LIMIT", TRANSFER => Query, "the limit of the day is used up: query first, then repeat tomorrow with the same number";
    "MSGAPPID_ERROR", PACKET => Query, "the appid of the message is wrong or not bound: query first, and keep the number";
    "NAME_MISMATCH", TRANSFER => Query, "the receiver has another name: query first, then correct it, with the same number";
    "NETWORKERROR", COUPON => Repeat, "the network failed: repeat the request";
    "NETWORK_ERROR", COUPON => Repeat, "the network failed: repeat the request";
    "NO Bill Exist", BILL => Done, "there was nothing to bill on that day";
    "NOAUTH", PAYOUT => Query, "the merchant may not use this operation: query first, then apply for it, and keep the number";
    "NOAUTH", ANY => Setup, "the merchant may not use this operation: apply for it";
    "NOTENOUGH", PAY | ORDER => Customer, "the customer has too little money: let another card be chosen, for a new order number";
    "NOTENOUGH", REFUND => Repeat, "the merchant's balance is too small: top it up, and repeat with the same refund number";
    "NOTENOUGH", PAYOUT => Query, "the merchant's balance is too small: query first, then top up, and keep the number";
    "NOTENOUGH", DEDUCTION => Customer, "the customer has too little money: tell them, and deduct again by the contract's rules";
    "NOTPAY", STATUS | ORDERED => Query, "not paid so far: query again, then close or reverse the order";
    "NOTSUPORTCARD", PAY => Customer, "the card cannot be used: let another one be chosen, for a new order number";
    "NOTSURE", STATUS | REFUND_QUERY => Repeat, "the refund is not certain: repeat it with the same refund number";
    "NOT_FOUND", PACKET_QUERY | TRANSFER_QUERY => Repeat, "no such payment is known: repeat the payment itself, with its original number";
    "NOT_UTF8", ANY => Program, "the request is not UTF-8, or has characters of four bytes";
    "NO_AUTH", PAYOUT => Query, "the merchant may not pay, or WeChat held it back: query first, then see the merchant platform";
    "NO_AUTH", ANY => Setup, "the merchant may not use this operation, or WeChat held it back: see the merchant platform";
    "NO_BILL_EXIST", BILL => Done, "there was nothing to bill on that day";
    "OPENID_ERROR", PACKET | TRANSFER => Query, "the openid is not of this appid: query first, then correct it, with the same number";
    "OPEN_ID_EMPTY", COUPON => Program, "the openid is missing: correct the request";
    "ORDERCLOSED", PAY | ORDER => NewNumber, "the order is closed: start again with a new order number";
    "ORDERCLOSED", CLOSE => Done, "the order is closed already";
    "ORDERNOTEXIST", ORDER_QUERY => Query, "no such order is known; it may still arrive: query again, then close or reverse it";
    "ORDERNOTEXIST", BANK_QUERY => Repeat, "no such payment is known yet: repeat the payment itself within 2 days, same number";
    "ORDERNOTEXIST", CLOSE => Done, "there is no such order, so there is nothing to close";
    "ORDERNOTEXIST", REFUND => Program, "there is no such order: correct the request";
    "ORDERPAID", PAY | ORDER => Done, "the order is paid already: query it, and do not charge again";
    "ORDERPAID", CLOSE => Done, "the order is paid: query it, and deliver or refund";
    "ORDERPAID", BANK => Query, "the number was paid already: query it";
    "ORDERREVERSED", PAY => NewNumber, "the order was reversed: start again with a new order number";
    "ORDER_NOT_READY", REFUND => Repeat, "the order cannot be refunded yet: repeat it later with the same refund number";
    "OUT_TRADE_NO_USED", PAY | ORDER => Query, "the order number was used before: query it, and take a new one only if it is not paid";
    "OVERDUE", STATUS | USER => Customer, "the user owes money for earlier journeys: let the user pay that first";
    "PARAM_ERROR", PAYOUT => Query, "a parameter is wrong: query first, then correct it, with the same number";
    "PARAM_ERROR", ANY => Program, "a parameter is wrong: read the description, and correct it";
    "PARAM_IS_NOT_UTF8", TRANSFER => Query, "the request is not UTF-8: query first, then correct it, with the same number";
    "PAUSED", STATUS | USER => Customer, "the user has paused the service: let the user open it again";
    "PAYERROR", STATUS | ORDERED => Query, "the payment failed so far: reverse or close the order before it counts as not paid";
    "PAY_CHANNEL_NOT_ALLOWED", TRANSFER | BANK => Query, "the merchant may not pay in this way: query first, then see the merchant platform";
    "PAY_FAIL", STATUS | ORDERED => NewNumber, "the deduction failed for good: another attempt needs a new number";
    "PENDING", STATUS | SHARING_QUERY => Query, "a share is still to come: query again later";
    "POST_DATA_EMPTY", ANY => Program, "the request had no body";
    "PROCESSING", PACKET => Query, "the red packet is being sent: query it after 20 minutes with the same number";
    "PROCESSING", STATUS | ANY => Query, "it is under way: query again later";
    "RCVDAMOUNT_LIMIT", PACKET => Query, "the receiver has had as much as is allowed: query first, then repeat with the same number";
    "RECEIVED_MONEY_LIMIT", TRANSFER => Query, "the receiver has had the limit of the day: query first, then repeat tomorrow, same number";
    "RECV_ACCOUNT_NOT_ALLOWED", TRANSFER | BANK => Query, "this receiver is not among those allowed: query first, then see the merchant platform";
    "REFUND", STATUS | ORDERED => Query, "the order was paid, and all or some of it was refunded since: query the refunds";
    "REFUND", STATUS | PACKET_QUERY => NewNumber, "nobody opened it, and the money is back: send another one if you like";
    "REFUNDCLOSE", STATUS | REFUND_QUERY => NewNumber, "the refund was closed: give the money back under a new refund number";
    "REFUNDNOTEXIST", REFUND_QUERY => Query, "no such refund is known; it may still arrive: query again later";
    "REFUND_FEE_MISMATCH", REFUND => Program, "the amount is not that of the refund with this number: correct the request";
    "REQUIRE_POST_METHOD", ANY => Program, "the request was not sent with POST";
    "REQ_PARAM_XML_ERR", ANY => Program, "the request is not well-formed XML";
    "REVERSE_EXPIRE", REVERSE => Program, "the payment is older than 7 days: refund it instead";
    "REVOKED", STATUS | ORDERED => NewNumber, "the order was reversed: start again with a new order number";
    "REVOKED", STATUS | RENTAL => NewNumber, "it was cancelled: start again with a new number";
    "RFUND_ING", STATUS | PACKET_QUERY => Query, "nobody opened it, and the money is on its way back: query again later";
    "RULELIMIT", PAY => NewNumber, "refused by a limit or the risk control: let the customer pay in another way";
    "SECOND_OVER_LIMITED", PACKET => Query, "too many red packets in a minute: query first, then repeat the same number within 3 days";
    "SENDAMOUNT_LIMIT", PACKET => Query, "the merchant has sent as much as is allowed: query first, then repeat with the same number";
    "SENDING", STATUS | PACKET_QUERY => Query, "the red packet is being sent: query again later";
    "SENDNUM_LIMIT", PACKET => Query, "the receiver has had as many as allowed: query first, then the same number within 3 days";
    "SENDNUM_LIMIT", TRANSFER | BANK => Query, "the receiver was paid as often as allowed: query first, then repeat with the same number";
    "SEND_FAILED", PACKET | TRANSFER => Query, "it may have been paid: query it, and go by what the query says";
    "SEND_MONEY_LIMIT", TRANSFER => Query, "the limit of the day is used up: query first, then repeat tomorrow with the same number";
    "SIGN ERROR", BILL => Program, "the signature is wrong: check key, algorithm and fields";
    "SIGNERROR", PAYOUT => Query, "the signature is wrong: query first, then correct it, with the same number";
    "SIGNERROR", ANY => Program, "the signature is wrong: check key, algorithm and fields";
    "SIGN_ERROR", PAYOUT => Query, "the signature is wrong: query first, then correct it, with the same number";
    "SIGN_ERROR", ANY => Program, "the signature is wrong: check key, algorithm and fields";
    "STOCK_IS_NOT_VALID", COUPON => Setup, "the batch is not in force: see the merchant platform";
    "SUBMITTED", STATUS | CUSTOMS => Query, "it was sent to the customs again: query again later";
    "SYSTEMERROR", MONEY => Query, "WeChat's system failed, and the outcome is not known: query with the same number";
    "SYSTEMERROR", ANY => Repeat, "WeChat's system failed: repeat the identical request";
    "SYSTEM_ERROR", MONEY => Query, "WeChat's system failed, and the outcome is not known: query with the same number";
    "SYSTEM_ERROR", ANY => Repeat, "WeChat's system failed: repeat the identical request";
    "TRADE_ERROR", PAY => NewNumber, "the trade was refused: read the description, and let the customer pay in another way";
    "TRADE_ERROR", REVERSE => Program, "the order cannot be reversed: query it, and refund it if it is paid";
    "TRADE_OVERDUE", REFUND => Program, "the payment is older than a year: give the money back in another way";
    "TRADE_STATE_ERROR", CLOSE => Query, "the order is in no state to be closed: query it";
    "UNAUTHORIZED", STATUS | USER => Customer, "the user has not agreed to be charged: open the page at path for that";
    "UNDECLARED", STATUS | CUSTOMS => Query, "it has not been declared yet: query again later";
    "USERPAYING", PAY => Query, "the customer is entering the password: query again after 5 seconds";
    "USERPAYING", STATUS | ORDERED => Query, "the customer is entering the password: query again after 5 seconds";
    "USER_ACCOUNT_ABNORMAL", REFUND => Setup, "the customer's account is closed: give the money back by hand";
    "USER_AL_GET_COUPON", COUPON => Done, "the user has this coupon already";
    "UnCompressGZip Error", BILL => Repeat, "the bill could not be compressed: ask again";
    "V2_ACCOUNT_SIMPLE_BAN", TRANSFER => Query, "the receiver has shown no identity: query first, then repeat with the same number";
    "WORKWX_MCHID_ERROR", TRANSFER => Query, "the merchant is not bound to this enterprise: query first, then bind it, and keep the number";
    "WORKWX_SIGN_ERROR", TRANSFER => Query, "workwx_sign is wrong: query first, then correct it, with the same number";
    "XML_ERROR", PAYOUT => Query, "the request is not well-formed XML: query first, then correct it, with the same number";
    "XML_ERROR", ANY => Program, "the request is not well-formed XML";
    "XML_FORMAT_ERROR", ANY => Program, "the request is not well-formed XML";
    "Y", STATUS | REVERSE => Repeat, "not reversed yet: reverse again";
    "data format error", BILL => Program, "a parameter is wrong: correct the request";
    "invalid bill_type", BILL => Program, "the kind of bill is wrong: correct the request";
    "missing parameter", BILL => Program, "a parameter is missing: correct the request";
    "沙箱验证签名失败", REFUSAL | OPEN => Query, "the sandbox has a key of its own, for 3 days (getsignkey): query before anything else";
    "沙箱验证签名失败", REFUSAL | ANY => Program, "the sandbox has a key of its own: fetch it with getsignkey; it is valid for 3 days";
    "签名失败", REFUSAL | OPEN => Query, "the signature was refused: explain finds the mistake; query before anything else";
    "签名失败", REFUSAL | ANY => Program, "the signature was refused, and nothing was done: explain finds the mistake";
    "签名错误", REFUSAL | OPEN => Query, "the signature was refused: explain finds the mistake; query before anything else";
    "签名错误", REFUSAL | ANY => Program, "the signature was refused, and nothing was done: explain finds the mistake";
}

#[cfg(test)]
mod tests {
    use core::ffi::CStr;

    use super::*;
    use crate::base::texts::texts;

    #[test]
    fn rows_are_sorted_and_none_is_hidden() {
        let codes: Vec<_> = texts(CODES).collect();
        assert!(codes.len() == FAMILIES.len() && codes.is_sorted());
        let rows: Vec<_> = codes.into_iter().zip(FAMILIES).collect();
        for (index, (code, families)) in rows.iter().enumerate() {
            let alike = |(other, before): &&(&CStr, &u64)| {
                other == code && (**before ^ **families) & KINDS == 0
            };
            let before = rows[..index].iter().filter(alike);
            let taken = before.fold(0, |set, (_, families)| set | **families);
            assert_ne!(**families & !KINDS & !taken, 0, "{code:?}");
        }
    }

    #[test]
    fn texts_are_clauses() {
        assert_eq!(texts(TEXTS).count(), ACTIONS.len());
        for text in texts(TEXTS).map(|text| text.to_str().unwrap()) {
            assert!(text.starts_with(char::is_lowercase) || text.starts_with("WeChat"), "{text}");
            assert!(!text.ends_with('.') && text.len() <= 100, "{text}");
        }
    }
}
