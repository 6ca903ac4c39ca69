//! An order, placed with reqwest.

use std::error::Error;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use wxp_core::{Endpoint, Field, OwnedMessage, Reply, Verdict, Verified};

use crate::shop::{Shop, nonce};

const ORDER: Endpoint = Endpoint::find("/pay/unifiedorder").unwrap(); // found while compiling

/// WeChat Pay's answer, if it is authentic and says that the order was placed.
async fn send(
    shop: &Shop,
    number: &str,
    fen: u32,
) -> Result<Verified<OwnedMessage>, Box<dyn Error>> {
    let (nonce, fen) = (nonce()?, fen.to_string());
    let request = shop.key.request(&[
        Field::new("appid", &shop.appid)?,
        Field::new("body", "Tea")?,
        Field::new("mch_id", &shop.mch_id)?,
        Field::new("nonce_str", nonce.as_str())?,
        Field::new("notify_url", &shop.notify_url)?,
        Field::new("out_trade_no", number)?,
        Field::new("product_id", "tea")?,
        Field::new("sign_type", shop.key.algorithm().name())?,
        Field::new("spbill_create_ip", "127.0.0.1")?,
        Field::new("total_fee", &fen)?,
        Field::new("trade_type", "NATIVE")?,
    ])?;
    let url = format!("{}{}", shop.gateway, ORDER.path);
    let answer = shop.client.post(url).body(request).send().await?.bytes().await?;
    let mut slots = [Field::EMPTY; 64];
    match Reply::read(&answer, &mut slots)?.judge(&shop.key, ORDER) {
        Verdict::Accepted(answer) => Ok(answer.into_owned()),
        Verdict::Failed(answer) => Err(format!("not placed: {:?}", answer.advice()).into()),
        Verdict::Refused { message, advice } => {
            Err(format!("refused: {message:?}; {advice}").into())
        }
        Verdict::Untrusted(why) => Err(why.into()),
        _ => Err("not known: place the same order again, with the same number".into()),
    }
}

/// Places an order, and answers with the text of its QR code.
pub(crate) async fn place(
    State(shop): State<Arc<Shop>>,
    Path((number, fen)): Path<(String, u32)>,
) -> Result<String, StatusCode> {
    shop.remember(&number, fen); // before it can be paid
    let answer = send(&shop, &number, fen).await.map_err(|why| {
        eprintln!("{number}: {why}");
        StatusCode::BAD_GATEWAY
    })?;
    answer.get("code_url").map(String::from).ok_or(StatusCode::BAD_GATEWAY)
}
