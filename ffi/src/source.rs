//! Where messages come from: operations and notices, by number.

use wxp_core::Source;

use crate::status::{WXP_E_NOT_FOUND, wxp_status};

/// The source with this number.
pub(crate) fn of_number(source: i32) -> Result<Source, wxp_status> {
    u16::try_from(source).ok().and_then(Source::of).ok_or(WXP_E_NOT_FOUND)
}
