//! What the caller's own records say about a message.

use wxp_core::Difference;

use crate::field::{Table, wxp_field, wxp_text};
use crate::memory::{Out, Outputs, object, status};
use crate::status::{WXP_E_ARGUMENT, WXP_E_DIFFERS, WXP_OK, wxp_status};
use crate::verdict::{WXP_REFUSED, WXP_UNTRUSTED, wxp_verdict};

/// Compares a judged message with your records. Call it before money or goods move, with all that
/// was sent and stored: out_trade_no, appid, mch_id, total_fee. An empty expected value means that
/// the message must not have the field. With total_fee, the currency is compared too: CNY, unless
/// fee_type is expected. A message without fee_type is about CNY.
///
/// Fails with WXP_E_DIFFERS, and *differs is the name of the field, in `expected` or static; or
/// with WXP_E_ARGUMENT if nothing is expected, or if the verdict is WXP_UNTRUSTED or WXP_REFUSED.
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
        let differs = unsafe { Outputs::apart_from(&inputs).out(differs) }?;
        expect(verdict, &table, &expected, differs)
    })
}

pub(crate) fn expect(
    verdict: &wxp_verdict,
    table: &Table<'_>,
    expected: &Table<'_>,
    differs: Out<wxp_text>,
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
