//! What a message of a kind cannot be without, and what it never has.
//!
//! A signature says who made a message with this key, and nothing of what the message is for: that
//! of a page, an app, a QR code, a contract page or another answer is as valid as that of a payment
//! notice. So a positive message is held against the kind that it is judged as. The rules name no
//! more than what tells the kinds apart, since real messages lack what pages call required.
//!
//! Sources: the pages of the single operations and notices, and the messages that were captured.

use crate::base::texts::texts;
use crate::error::{Error, ErrorKind};
use crate::field::Fields;
use crate::protocol::{Family, Notice, Source};
use crate::sign::Canonical;

/// Declares the fields by which kinds are known, sorted by name: a bit for each.
macro_rules! marks {
    ($($mark:ident = $name:literal,)+) => {
        const NAMES: &str = concat!($($name, "\0"),+);
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "only to count")]
        enum Number { $($mark),+ }
        $(
            #[allow(clippy::as_conversions, reason = "the discriminant of an enum, in a const")]
            const $mark: u32 = 1 << Number::$mark as u32;
        )+
    };
}

marks! {
    CHANGE_TYPE = "change_type",
    COMBINE_OUT_TRADE_NO = "combine_out_trade_no",
    CONSUME_FEE = "consume_fee",
    CONTRACT_ID = "contract_id",
    EVENT_CIPHERTEXT = "event_ciphertext",
    EVENT_CODE = "event_code",
    INTERFACE_URL = "interface_url",
    NONCE_STR = "nonce_str",
    OPENID = "openid",
    OUT_REFUND_NO = "out_refund_no",
    OUT_TRADE_NO = "out_trade_no",
    PREPAY_ID = "prepay_id",
    PRODUCT_ID = "product_id",
    RECALL = "recall",
    REFUND_COUNT = "refund_count",
    REFUND_ID = "refund_id",
    RISK_LEVEL = "risk_level",
    TIME_STAMP = "time_stamp",
    TOTAL_FEE = "total_fee",
    TRADE_TYPE = "trade_type",
    TRANSACTION_ID = "transaction_id",
    VEHICLE_EVENT_CREATETIME = "vehicle_event_createtime",
}

/// What tells a kind of message from the others.
struct Kind {
    needs: u32,
    never: u32,
}

/// An order that is paid.
const PAID: Kind =
    Kind { needs: OUT_TRADE_NO | TRANSACTION_ID | TOTAL_FEE, never: REFUND | PREPAY_ID };

/// What tells of a refund.
const REFUND: u32 = REFUND_ID | OUT_REFUND_NO | REFUND_COUNT;

/// What no answer has whose operation has nothing of its own. The merchant's reports of calls have
/// an `interface_url`, and the codes of those calls.
const ELSEWHERE: u32 = REFUND
    | PREPAY_ID
    | TOTAL_FEE
    | RECALL
    | CHANGE_TYPE
    | COMBINE_OUT_TRADE_NO
    | TRADE_TYPE
    | INTERFACE_URL;

impl Kind {
    fn of(source: Source) -> Self {
        match source.notice() {
            Some(notice) => Self::of_notice(notice),
            None => Self::of_answer(source.family()),
        }
    }

    const fn of_notice(notice: Notice) -> Self {
        let (needs, never) = match notice {
            // What was taken from a deposit has the form of a payment.
            Notice::Payment => (PAID.needs, PAID.never | CONSUME_FEE),
            Notice::Deduction => (OUT_TRADE_NO | TOTAL_FEE | CONTRACT_ID, REFUND | PREPAY_ID),
            // The answer to the query of such an order has no trade_type.
            Notice::CombinedPayment => (COMBINE_OUT_TRADE_NO | TRADE_TYPE, REFUND | PREPAY_ID),
            Notice::Contract => (CHANGE_TYPE | CONTRACT_ID, 0),
            // Nobody signs it.
            Notice::Refund => (0, 0),
            Notice::Vehicle => (VEHICLE_EVENT_CREATETIME, 0),
            Notice::Rental => (EVENT_CIPHERTEXT, 0),
            Notice::Risk => (EVENT_CODE | RISK_LEVEL, 0),
            // The code's own address has a time_stamp, and an order has a number.
            Notice::NativeScan => (OPENID | PRODUCT_ID | NONCE_STR, TIME_STAMP | OUT_TRADE_NO),
        };
        Self { needs, never }
    }

    const fn of_answer(family: Family) -> Self {
        let (needs, never) = match family {
            Family::Payment | Family::OrderQuery => return PAID,
            Family::CombinedQuery => (COMBINE_OUT_TRADE_NO, REFUND | PREPAY_ID),
            // The merchant's own reply to a scanned code has no trade_type.
            Family::Order => (PREPAY_ID | TRADE_TYPE, REFUND | TRANSACTION_ID),
            Family::Refund => (REFUND_ID | OUT_REFUND_NO, REFUND_COUNT | PREPAY_ID),
            // Its status, refund_status_0, is a mark of its own.
            Family::RefundQuery => (0, PREPAY_ID),
            Family::ContractQuery => (CONTRACT_ID, CHANGE_TYPE),
            Family::Reverse => (RECALL, ELSEWHERE & !RECALL),
            // An authorized amount that is taken from a deposit has the form of a payment.
            Family::Deduction => (0, ELSEWHERE & !TOTAL_FEE),
            Family::OpenId => (OPENID, ELSEWHERE),
            _ => (0, ELSEWHERE),
        };
        Self { needs, never }
    }
}

/// Whether a positive message is of the kind that its source sends.
///
/// # Errors
///
/// [`ErrorKind::Lacks`] and [`ErrorKind::Foreign`], with the field.
pub(crate) fn check(
    fields: &Canonical<'_, impl Fields + ?Sized>,
    source: Source,
) -> Result<(), Error> {
    let Kind { needs, never } = Kind::of(source);
    for (number, field) in texts(NAMES).enumerate() {
        let is_in = |set: u32| set >> number & 1 != 0;
        if !is_in(needs | never) {
            continue;
        }
        match fields.states(field) {
            false if is_in(needs) => return Err(ErrorKind::Lacks { field }.into()),
            true if is_in(never) => return Err(ErrorKind::Foreign { field }.into()),
            _ => {}
        }
    }
    Ok(())
}
