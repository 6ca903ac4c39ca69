//! Proof that the library works on the machine it runs on.

use wxp_core::{Algorithm, Key};

use crate::field::{Table, wxp_field};
use crate::status::{WXP_E_SELF_TEST, WXP_OK, wxp_status};

/// Signs and verifies the examples that WeChat publishes, with both algorithms. Fails with
/// WXP_E_SELF_TEST: the library computes wrongly on this machine, and must not be used.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn wxp_self_test() -> wxp_status {
    if KNOWN_ANSWERS.iter().all(passes) { WXP_OK } else { WXP_E_SELF_TEST }
}

/// Longer texts of WeChat's published example: its key, its signatures with both algorithms, and its
/// nonce. They are parts of one constant: compilers put constants of 16 and of 32 bytes into one
/// section for each size, all of which is in every program.
const TEXTS: &str = "192006250b4c09247ec02edce69f6a2d\
    9A0A8659F005D6984697E2CA0A9CF3B7\
    6A9AE1657590FD6257D693A078E1C3E4BB6BA4DC30B23E0EE2496E54170DACD6\
    ibuaiVcKdpRxkhJA";
const KEY: &str = part(0, 32);
const NONCE: &str = part(128, 16);
const KNOWN_ANSWERS: [(Algorithm, &str); 2] =
    [(Algorithm::Md5, part(32, 32)), (Algorithm::HmacSha256, part(64, 64))];

const fn part(start: usize, len: usize) -> &'static str {
    TEXTS.split_at(start).1.split_at(len).0
}

/// Whether this signature is made and verified, but not for another text.
fn passes((algorithm, sign): &(Algorithm, &str)) -> bool {
    let Ok(key) = &Key::new(*algorithm, KEY.as_bytes()) else { return false };
    is_signature(key, "test", sign) == Some(true) && is_signature(key, "tes", sign) == Some(false)
}

/// Whether this is the signature of the published example with this body. `None` if making it and
/// verifying it do not agree.
#[inline(never)] // Inlined twice it would need twice the stack.
fn is_signature(key: &Key, body: &str, sign: &str) -> Option<bool> {
    let fields = [
        wxp_field::of("appid", "wxd930ea5d5a258f4f"),
        wxp_field::of("body", body),
        wxp_field::of("device_info", "1000"),
        wxp_field::of("mch_id", "10000100"),
        wxp_field::of("nonce_str", NONCE),
        wxp_field::of("sign", sign),
    ];
    // SAFETY: the fields are text with right names, and outlive the table.
    let table = unsafe { Table::trusted(&fields) };
    let is_it = table.in_order(|order| {
        let is_made = match &key.sign(order) {
            Ok(made) => made.as_bytes() == sign.as_bytes(),
            Err(_) => false,
        };
        if key.verify(order).is_ok() == is_made { Ok(is_made) } else { Err(WXP_E_SELF_TEST) }
    });
    is_it.ok()
}
