//! Field names and texts of the protocol, each spelled once.

use crate::base::texts::apart;

/// The root element of a message.
pub const ROOT: &str = "xml";
/// The signature; the one field that is never signed.
pub(crate) const SIGN: &str = apart("sign.");
/// The algorithm a message claims for its signature; an ordinary, signed field.
pub(crate) const SIGN_TYPE: &str = "sign_type";
/// The protocol field: whether the gateway took the call.
pub(crate) const RETURN_CODE: &str = "return_code";
/// Why the gateway did not take the call.
pub(crate) const RETURN_MSG: &str = "return_msg";
/// What some gateway errors carry in place of [`RETURN_MSG`].
pub(crate) const RETMSG: &str = "retmsg";
/// The service field: whether the operation was done.
pub(crate) const RESULT_CODE: &str = "result_code";
/// Why the operation was not done.
pub(crate) const ERR_CODE: &str = apart("err_code.");
/// What some operations call [`ERR_CODE`].
pub(crate) const ERROR_CODE: &str = "error_code";

/// An amount to pay, in the smallest unit of its currency.
pub(crate) const TOTAL_FEE: &str = "total_fee";
/// The currency of an amount; `CNY` where it is missing.
pub(crate) const FEE_TYPE: &str = apart("fee_type.");

/// The text of a positive `return_code`, `result_code` or `trade_state`.
pub(crate) const SUCCESS: &str = "SUCCESS";
/// The text of a negative `return_code` or `result_code`.
pub(crate) const FAIL: &str = apart("FAIL.");
