//! Field names and texts of the protocol, each spelled once.

/// The root element of a message.
pub const ROOT: &str = "xml";
/// The signature; the one field that is never signed.
pub(crate) const SIGN: &str = "sign";
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
pub(crate) const ERR_CODE: &str = "err_code";
/// What some operations call [`ERR_CODE`].
pub(crate) const ERROR_CODE: &str = "error_code";
/// The status of the transaction in the answer to an order query.
pub(crate) const TRADE_STATE: &str = "trade_state";
/// The status of a refund in the answer to a refund query, before its number.
pub(crate) const REFUND_STATUS: &str = "refund_status";
/// The status of a transfer, a red packet or a split in the answer to its query.
pub(crate) const STATUS: &str = "status";
/// The status of a deduction contract.
pub(crate) const CONTRACT_STATE: &str = "contract_state";
/// Whether a contract that is signed with an order was accepted.
pub(crate) const CONTRACT_RESULT_CODE: &str = "contract_result_code";
/// The status of a coupon.
pub(crate) const COUPON_STATE: &str = "coupon_state";
/// The status of a share that is taken back.
pub(crate) const RESULT: &str = "result";
/// Whether a coupon was sent.
pub(crate) const RET_CODE: &str = "ret_code";
/// The status of a rental or of a declaration to the customs.
pub(crate) const STATE: &str = "state";
/// How many coupons were sent.
pub(crate) const SUCCESS_COUNT: &str = "success_count";
/// Whether a driver or passenger can be charged.
pub(crate) const USER_STATE: &str = "user_state";
/// The status of a withdrawal.
pub(crate) const WITHDRAW_STATUS: &str = "withdraw_status";
/// Whether to reverse again.
pub(crate) const RECALL: &str = "recall";

/// An amount to pay, in the smallest unit of its currency.
pub(crate) const TOTAL_FEE: &str = "total_fee";
/// The currency of an amount; `CNY` where it is missing.
pub(crate) const FEE_TYPE: &str = "fee_type";

/// The text of a positive `return_code`, `result_code` or `trade_state`.
pub(crate) const SUCCESS: &str = "SUCCESS";
/// The text of a negative `return_code` or `result_code`.
pub(crate) const FAIL: &str = "FAIL";
