//! A payment notice from standard input: read, verified, judged, and answered.
//!
//! `WXP_KEY=192006250b4c09247ec02edce69f6a2d cargo run --release --example notice <
//! core/tests/data/workloads/W3.HMAC.xml`

use core::error::Error;
use std::{env, io};

use wxp_core::{Algorithm, Field, Key, Notice, Reply, Verdict};

fn main() -> Result<(), Box<dyn Error>> {
    // The algorithm is the one the order was placed with; the notice does not choose it.
    let key = Key::new(Algorithm::HmacSha256, env::var("WXP_KEY")?.as_bytes())?;
    let body = io::read_to_string(io::stdin())?;
    let mut slots = [Field::EMPTY; 64];
    match Reply::read(body.as_bytes(), &mut slots)?.judge(&key, Notice::Payment) {
        Verdict::Succeeded(notice) => {
            // What the shop's records say about the order; here they know a single one.
            let records = [
                Field::new("appid", "wx2421b1c4370ec43b")?,
                Field::new("mch_id", "1900000109")?,
                Field::new("out_trade_no", "1409811653")?,
                Field::new("total_fee", "100")?,
            ];
            match notice.expect(&records[..]) {
                Ok(()) => println!("paid: mark the order and deliver, once, in one transaction"),
                Err(difference) => println!("authentic, but not this order: {difference}"),
            }
        }
        Verdict::Failed(notice) => println!("not paid: {:?}", notice.get("err_code")),
        Verdict::Accepted(_) | Verdict::Unsettled(_) => println!("not known: query the order"),
        Verdict::Refused { message, .. } => println!("refused: {message:?}"),
        // Payment notices are always signed.
        Verdict::Unvouched(_) => println!("not from WeChat Pay"),
        Verdict::Untrusted(why) => println!("not from WeChat Pay: {why}"),
    }
    Ok(())
}
