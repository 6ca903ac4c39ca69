//! Whether a received message can be told from any other that has its signature.

use crate::base::texts::texts;
use crate::error::{Error, ErrorKind};
use crate::field::Fields;
use crate::sign::{Canonical, imitation};

/// The fields that hold free text, of the merchant or of WeChat Pay (pages of the single messages).
const FREE: &str = "attach\0body\0desc\0detail\0device_info\0err_code_des\0error_msg\0fail_reason\0\
    promotion_detail\0reason\0result_msg\0return_msg\0risk_level_desc\0scene_info\0sub_order_list\0\
    trade_state_desc\0";

/// What free text may not imitate: the fields that every message has some of between two free
/// texts. Where one text could be cut at a field's imitation, another one would have to swallow
/// these.
const OWN: &str = "appid\0bank_type\0cash_fee\0combine_mch_id\0combine_out_trade_no\0contract_id\0\
    fee_type\0is_subscribe\0mch_id\0nonce_str\0openid\0out_trade_no\0result_code\0return_code\0\
    sub_mch_id\0time_end\0total_fee\0trade_type\0transaction_id\0";

/// The first of all free texts by name. The fields before it are never a customer's, so that
/// whatever it holds was signed as its value.
const ATTACH: &str = "attach";

/// Whether a received message can be told from any other that has its signature: no value imitates
/// a field, but for free text, which holds `uid=5&type=vip` and the like. Then, whether any does.
///
/// # Errors
///
/// [`ErrorKind::Ambiguous`] with the index of the field in the caller's table.
pub(crate) fn check(fields: &Canonical<'_, impl Fields + ?Sized>) -> Result<bool, Error> {
    let mut is_ambiguous = false;
    for (index, field) in fields.ordered() {
        // Hardly any value does, so the name is looked up after that.
        if imitation::imitates(field.value(), None) {
            let is_free = field.name() == ATTACH
                || (texts(FREE).any(|name| name == field.name())
                    && !imitation::imitates(field.value(), Some(OWN)));
            if !is_free {
                return Err(Error::new(ErrorKind::Ambiguous, index));
            }
            is_ambiguous = true;
        }
    }
    Ok(is_ambiguous)
}
