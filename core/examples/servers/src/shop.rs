//! The shop: its key, how it reaches WeChat Pay, and what was ordered. A real one keeps its orders in a
//! database, and delivers in the same transaction that finds an order unpaid.

use std::collections::HashMap;
use std::error::Error;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use std::{env, fs};

use reqwest::redirect::Policy;
use wxp_core::{Algorithm, Field, Key, Nonce, OwnedMessage, Verified};
use zeroize::Zeroizing;

pub(crate) struct Shop {
    pub(crate) key: Key,
    pub(crate) appid: String,
    pub(crate) mch_id: String,
    pub(crate) notify_url: String,
    /// `https://` and the host.
    pub(crate) gateway: String,
    pub(crate) client: reqwest::Client,
    orders: Mutex<HashMap<String, Order>>,
}

struct Order {
    fen: u32,
    is_paid: bool,
}

impl Shop {
    pub(crate) fn from_env(notify_url: &str) -> Result<Self, Box<dyn Error>> {
        let secret = Zeroizing::new(fs::read(env::var("WXP_KEY_FILE")?)?);
        let client = reqwest::Client::builder()
            .https_only(true)
            .redirect(Policy::none())
            .timeout(Duration::from_secs(10));
        Ok(Self {
            key: Key::new(Algorithm::HmacSha256, secret.trim_ascii())?,
            appid: env::var("WXP_APPID")?,
            mch_id: env::var("WXP_MCH_ID")?,
            notify_url: env::var("WXP_NOTIFY_URL").unwrap_or_else(|_| notify_url.to_owned()),
            gateway: env::var("WXP_GATEWAY")
                .unwrap_or_else(|_| "https://api.mch.weixin.qq.com".to_owned()),
            client: client.build()?,
            orders: Mutex::default(),
        })
    }

    fn orders(&self) -> MutexGuard<'_, HashMap<String, Order>> {
        self.orders.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn remember(&self, number: &str, fen: u32) {
        self.orders().entry(number.to_owned()).or_insert(Order { fen, is_paid: false });
    }

    pub(crate) fn is_paid(&self, number: &str) -> bool {
        self.orders().get(number).is_some_and(|order| order.is_paid)
    }

    /// Delivers what is paid: once, however often its notice comes.
    pub(crate) fn deliver(&self, notice: &Verified<OwnedMessage>) -> Result<(), String> {
        let number = notice.get("out_trade_no").map(String::from).unwrap_or_default();
        let mut orders = self.orders();
        let order = orders.get_mut(&number).ok_or("an order of nobody")?;
        let fen = order.fen.to_string();
        let records = [
            Field::prechecked("appid", &self.appid),
            Field::prechecked("mch_id", &self.mch_id),
            Field::prechecked("total_fee", &fen),
        ];
        notice.expect(&records).map_err(|difference| difference.to_string())?;
        if !std::mem::replace(&mut order.is_paid, true) {
            println!("{number}: deliver");
        }
        Ok(())
    }
}

/// New for every request, from the entropy of the operating system.
pub(crate) fn nonce() -> Result<Nonce, getrandom::Error> {
    let mut entropy = [0; 16];
    getrandom::fill(&mut entropy)?;
    Ok(Nonce::from_entropy(entropy))
}
