//! A shop's server.
//!
//! `POST /order/NUMBER/FEN` places an order and answers with the text of its QR code; WeChat Pay posts its
//! notice to `/notice`; `GET /order/NUMBER` tells whether it is paid. The README says how it is run.

mod notice;
mod order;
mod shop;

use std::env;
use std::error::Error;
use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::routing::{get, post};

use crate::shop::Shop;

/// Longer than any notice, in bytes.
const NOTICE_MAX: usize = 1 << 16;

async fn is_paid(State(shop): State<Arc<Shop>>, Path(number): Path<String>) -> &'static str {
    if shop.is_paid(&number) { "paid\n" } else { "not paid\n" }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let listener = tokio::net::TcpListener::bind(env::var("WXP_LISTEN")?).await?;
    let address = listener.local_addr()?;
    let routes = Router::new()
        .route("/order/{number}/{fen}", post(order::place))
        .route("/order/{number}", get(is_paid))
        .route("/notice", post(notice::take).layer(DefaultBodyLimit::max(NOTICE_MAX)))
        .with_state(Arc::new(Shop::from_env(&format!("http://{address}/notice"))?));
    println!("listening at http://{address}");
    Ok(axum::serve(listener, routes).await?)
}
