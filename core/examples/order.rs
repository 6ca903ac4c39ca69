//! A request: fields, signature, document. Send what it prints with an HTTPS client of your own.
//!
//! `WXP_KEY=192006250b4c09247ec02edce69f6a2d cargo run --release --example order`

use core::error::Error;
use std::env;

use wxp_core::{Algorithm, Canonical, Field, Key, xml};

fn main() -> Result<(), Box<dyn Error>> {
    let key = Key::new(Algorithm::HmacSha256, env::var("WXP_KEY")?.as_bytes())?;
    let table = [
        Field::new("appid", "wxd930ea5d5a258f4f")?,
        Field::new("mch_id", "10000100")?,
        Field::new("nonce_str", "ibuaiVcKdpRxkhJA")?, // a real one is unpredictable
        Field::new("sign_type", key.algorithm().name())?,
        Field::new("body", "Tea & rice")?,
        Field::new("out_trade_no", "20150806125346")?,
        Field::new("total_fee", "100")?, // fen
        Field::new("auth_code", "120061098828009406")?,
    ];
    let fields = Canonical::of(&table)?;
    let mut buffer = [0; 1024];
    println!("{}", xml::write(&fields, &key.sign(&fields)?, &mut buffer)?);
    Ok(())
}
