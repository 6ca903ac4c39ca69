//! What a device logs with `defmt`.

use wxp_core::quickpay::{QuickPay, Timing};
use wxp_core::{Algorithm, Canonical, Error, Field, Key, Notice, xml};

use crate::Buffer;

/// Judges a document, and logs what came of it.
#[unsafe(no_mangle)]
pub extern "C" fn log(document: &Buffer, len: usize) -> bool {
    let logged = log_all(document.get(..len).unwrap_or_default());
    if let Err(why) = logged {
        defmt::println!("{}", why);
    }
    logged.is_ok()
}

fn log_all(document: &[u8]) -> Result<(), Error> {
    let key = Key::nonstandard(Algorithm::HmacSha256, document)?;
    let mut slots = [Field::EMPTY; 64];
    let fields = xml::read_into(document, &mut slots)?;
    defmt::println!("{}", key.judge(&Canonical::of(fields)?, Notice::Payment));
    defmt::println!("{}", QuickPay::new(Timing::CHINA).now());
    Ok(())
}
