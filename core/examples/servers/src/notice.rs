//! The notice of a payment, taken with axum.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use wxp_core::{Error, Field, Key, Notice, OwnedMessage, Reply, Verdict, Verified};

use crate::shop::Shop;

/// The notice, if it is authentic and says that something is paid.
fn paid(key: &Key, body: &[u8]) -> Result<Option<Verified<OwnedMessage>>, Error> {
    let mut slots = [Field::EMPTY; 64];
    match Reply::read(body, &mut slots)?.judge(key, Notice::Payment) {
        Verdict::Succeeded(notice) => Ok(Some(notice.into_owned())),
        Verdict::Untrusted(why) => Err(why),
        _ => Ok(None),
    }
}

/// Takes a notice; if the reply does not say so, WeChat Pay sends it again.
pub(crate) async fn take(State(shop): State<Arc<Shop>>, body: Bytes) -> &'static str {
    let taken = match paid(&shop.key, &body) {
        Ok(Some(notice)) => shop.deliver(&notice),
        Ok(None) => Err("not paid".into()),
        Err(why) => Err(why.to_string()),
    };
    if let Err(why) = &taken {
        eprintln!("a notice was not taken: {why}");
    }
    Notice::Payment.acknowledgement(taken.is_ok()).unwrap_or_default()
}
