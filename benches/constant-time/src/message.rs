//! An answer to a payment by code, as it lies there when it has been read.

use wxp_core::{Canonical, Field, Key};

/// Its fields, some of which the cases choose.
pub(crate) fn answer<'a>(nonce: &'a str, sign: &'a str) -> [Field<'a>; 13] {
    [
        ("appid", "wx2421b1c4370ec43b"),
        ("bank_type", "CFT"),
        ("cash_fee", "888"),
        ("is_subscribe", "N"),
        ("mch_id", "1900000109"),
        ("nonce_str", nonce),
        ("openid", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"),
        ("out_trade_no", "20260918112233445566778899001122"),
        ("result_code", "SUCCESS"),
        ("return_code", "SUCCESS"),
        ("sign", sign),
        ("total_fee", "888"),
        ("transaction_id", "4200000119202609181234567890"),
    ]
    .map(|(name, value)| Field::new(name, value).unwrap())
}

/// The digits of its signature.
pub(crate) fn sign(key: &Key, nonce: &str) -> Vec<u8> {
    key.sign(&Canonical::of(&answer(nonce, "")).unwrap()).unwrap().as_str().into()
}
