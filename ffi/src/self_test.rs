//! Proof that the library works on the machine it runs on.

use wxp_core::{Algorithm, Key};

use crate::field::{Table, wxp_field};
use crate::memory::Outputs;
use crate::sign::{self, WXP_SIGNATURE_MAX};
use crate::status::{WXP_E_SELF_TEST, WXP_OK, wxp_status};

/// Signs and verifies the examples that WeChat publishes, with both algorithms. Fails with
/// WXP_E_SELF_TEST: the library computes wrongly on this machine, and must not be used.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn wxp_self_test() -> wxp_status {
    if KNOWN_ANSWERS.iter().all(passes) { WXP_OK } else { WXP_E_SELF_TEST }
}

/// WeChat's published example as it is signed, behind its key and its signatures with both algorithms.
/// One constant: compilers put constants of 4, 8, 16 and 32 bytes into one section for each length,
/// all of which is in every program that uses one of them.
const EXAMPLE: &str = "key=192006250b4c09247ec02edce69f6a2d&\
    md5=9A0A8659F005D6984697E2CA0A9CF3B7&\
    hmac=6A9AE1657590FD6257D693A078E1C3E4BB6BA4DC30B23E0EE2496E54170DACD6&\
    appid=wxd930ea5d5a258f4f&body=test&device_info=1000&mch_id=10000100&nonce_str=ibuaiVcKdpRxkhJA&\
    sign=&";
const KNOWN_ANSWERS: [(Algorithm, &str); 2] =
    [(Algorithm::Md5, part(3)), (Algorithm::HmacSha256, part(5))];

/// The names of the example are its parts of even, their values those of odd number.
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "while compiling")]
const fn part(number: usize) -> &'static str {
    let (mut rest, mut number) = (EXAMPLE, number);
    loop {
        let mut len = 0;
        while !matches!(rest.as_bytes()[len], b'=' | b'&') {
            len += 1;
        }
        let (part, tail) = rest.split_at(len);
        if number == 0 {
            return part;
        }
        (rest, number) = (tail.split_at(1).1, number - 1);
    }
}

/// Whether this signature is made and verified, but not for another text.
fn passes((algorithm, sign): &(Algorithm, &str)) -> bool {
    let Ok(key) = &Key::new(*algorithm, const { part(1) }.as_bytes()) else { return false };
    let [body, other] = const { [part(9), part(9).split_at(3).0] };
    is_signature(key, body, sign) == Some(true) && is_signature(key, other, sign) == Some(false)
}

/// Whether this is the signature of the published example with this body. `None` if making it and
/// verifying it do not agree.
#[inline(never)] // Inlined twice it would need twice the stack.
fn is_signature(key: &Key, body: &str, expected: &str) -> Option<bool> {
    let fields = [
        const { wxp_field::of(part(6), part(7)) },
        wxp_field::of(const { part(8) }, body),
        const { wxp_field::of(part(10), part(11)) },
        const { wxp_field::of(part(12), part(13)) },
        const { wxp_field::of(part(14), part(15)) },
        wxp_field::of(const { part(16) }, expected),
    ];
    let (mut made, mut len) = ([0; WXP_SIGNATURE_MAX], 0);
    // SAFETY: the fields are text with right names, and outlive the table.
    let table = unsafe { Table::trusted(&fields) };
    // SAFETY: both outlive the room.
    let room =
        unsafe { Outputs::only_buffer(&table, made.as_mut_ptr().cast(), made.len(), &mut len) };
    sign::sign(key, &table, room.ok()?, sign::put_signature).ok()?;
    let is_made = made.starts_with(expected.as_bytes());
    (sign::verify(key, &table).is_ok() == is_made).then_some(is_made)
}
