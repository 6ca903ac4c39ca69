//! What the caller's own records say about a message.

use wxp_core::Difference;

use crate::field::{Table, wxp_field, wxp_text};
use crate::memory::{Outputs, Place, object, status};
use crate::status::{WXP_E_ARGUMENT, WXP_E_DIFFERS, WXP_OK, wxp_status};
use crate::verdict::{WXP_REFUSED, WXP_UNTRUSTED, wxp_verdict};

/// Compares a judged message with the caller's own records, before money or goods move because of
/// it: pass what was sent and stored, such as out_trade_no, appid, mch_id and total_fee.
///
/// WXP_OK if all expected fields have the expected values. An empty value expects that the message
/// has no such field. With total_fee, the currency is compared even if it is not named: fee_type is
/// CNY unless another one is expected, and a message without it is about CNY.
///
/// WXP_E_DIFFERS if one differs; *differs is then its name, which points into expected or is static.
/// WXP_E_ARGUMENT if nothing is expected, or for a message that was refused or is untrusted.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_expect(
    verdict: *const wxp_verdict,
    fields: *const wxp_field,
    count: usize,
    expected: *const wxp_field,
    expected_count: usize,
    differs: *mut wxp_text,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (verdict, table, expected) = unsafe {
            let expected = Table::at(expected, expected_count)?;
            (object(verdict)?, Table::at(fields, count)?, expected)
        };
        let inputs = (&Some(verdict), &(&table, &expected));
        // SAFETY: the contract.
        let differs = unsafe { Outputs::apart_from(&inputs).place(differs) }?;
        expect(verdict, &table, &expected, differs)
    })
}

pub(crate) fn expect(
    verdict: &wxp_verdict,
    table: &Table<'_>,
    expected: &Table<'_>,
    differs: Place<wxp_text>,
) -> Result<(), wxp_status> {
    if matches!(verdict.verdict, WXP_UNTRUSTED | WXP_REFUSED) || verdict.fault != WXP_OK {
        return Err(WXP_E_ARGUMENT);
    }
    table.in_order(|order| match order.expect(expected) {
        Ok(()) => Ok(()),
        Err(Difference { name: "", .. }) => Err(WXP_E_ARGUMENT),
        Err(Difference { name, .. }) => {
            differs.put(wxp_text::of(name));
            Err(WXP_E_DIFFERS)
        }
    })
}
