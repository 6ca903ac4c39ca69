//! The arguments of `wxp payload`.

use std::path::PathBuf;
use std::time::SystemTime;

use clap::{Args, Subcommand, ValueEnum};
use wxp_core::{ContractPage, Nonce};

use super::{File, Kind};
use crate::commands::{payload, second};
use crate::console::Console;
use crate::failure::Failure;
use crate::input::Input;

#[derive(Subcommand)]
pub(crate) enum Payload {
    /// A payment in a page within WeChat or in a mini program
    Jsapi {
        #[command(flatten)]
        order: Order,
        #[command(flatten)]
        kind: Kind,
        #[command(flatten)]
        fresh: Fresh,
    },
    /// A payment in an app
    App {
        /// The merchant number, sent as partnerid
        #[arg(long, value_name = "NUMBER", required_unless_present = "order")]
        mch_id: Option<String>,
        #[command(flatten)]
        order: Order,
        #[command(flatten)]
        kind: Kind,
        #[command(flatten)]
        fresh: Fresh,
    },
    /// The text of a QR code that stands for a product (Native mode 1; MD5)
    Native {
        /// The official account
        #[arg(long, value_name = "ID")]
        appid: String,
        /// The merchant number
        #[arg(long, value_name = "NUMBER")]
        mch_id: String,
        /// The merchant's own name for the product, at most 32 characters
        #[arg(long, value_name = "ID")]
        product_id: String,
        #[command(flatten)]
        fresh: Fresh,
    },
    /// Check a second signature that was made elsewhere, and explain what is wrong with it: the
    /// fields of a page, a mini program or an app, or the address in a QR code
    Check {
        #[command(flatten)]
        kind: Kind,
        #[command(flatten)]
        input: File,
    },
    /// A red packet that is opened in a mini program (MD5)
    RedPacket {
        /// The mini program
        #[arg(long, value_name = "ID")]
        appid: String,
        /// The packet as sendminiprogramhb answered it, not percent-encoded
        #[arg(long, value_name = "TEXT")]
        package: String,
        #[command(flatten)]
        fresh: Fresh,
    },
    /// The address of a page on which a customer signs a contract, of the fields in a file
    Contract {
        /// Which page
        #[arg(long)]
        page: Page,
        #[command(flatten)]
        kind: Kind,
        #[command(flatten)]
        input: File,
    },
}

/// The order that is to be paid.
#[derive(Args)]
pub(crate) struct Order {
    /// What the customer pays in: official account, mini program or app; for a partner its
    /// `sub_appid` if it is the sub-merchant's
    #[arg(long, value_name = "ID", required_unless_present = "order")]
    appid: Option<String>,
    /// The order as unifiedorder answered it; it lives for two hours
    #[arg(long, value_name = "ID", required_unless_present = "order", conflicts_with = "order")]
    prepay_id: Option<String>,
    /// The whole answer of unifiedorder, of which all of this is taken: a partner's `sub_appid` and
    /// `sub_mch_id` take the place of its own
    #[arg(long, value_name = "FILE")]
    order: Option<PathBuf>,
}

/// What is new each time, and needs to be given only to make the same text again.
#[derive(Args)]
pub(crate) struct Fresh {
    /// The random text; a new one if absent
    #[arg(long, value_name = "TEXT")]
    nonce: Option<String>,
    /// Seconds since 1970; the present time if absent
    #[arg(long, value_name = "SECONDS")]
    timestamp: Option<u64>,
}

impl Fresh {
    fn made(&self) -> Result<payload::Fresh, Failure> {
        let now = || SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        let timestamp = self.timestamp.unwrap_or_else(|| now().map_or(0, |since| since.as_secs()));
        if let Some(nonce) = self.nonce.clone() {
            return Ok(payload::Fresh { nonce, timestamp });
        }
        let mut entropy = [0; 16];
        getrandom::fill(&mut entropy).map_err(|error| Failure::Usage(error.to_string()))?;
        let nonce = Nonce::from_entropy(entropy).as_str().to_owned();
        Ok(payload::Fresh { nonce, timestamp })
    }
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Page {
    OfficialAccount,
    H5,
    PartnerOfficialAccount,
    PartnerH5,
}

impl From<Page> for ContractPage {
    fn from(page: Page) -> Self {
        match page {
            Page::OfficialAccount => Self::OfficialAccount,
            Page::H5 => Self::H5,
            Page::PartnerOfficialAccount => Self::PartnerOfficialAccount,
            Page::PartnerH5 => Self::PartnerH5,
        }
    }
}

impl Payload {
    /// Makes a second signature, or checks one.
    pub(crate) fn run(&self, console: &Console) -> Result<(), Failure> {
        match self {
            Self::Jsapi { order, kind, fresh } => {
                let fresh = fresh.made()?;
                let answer = order.answer(console)?;
                payload::jsapi(&order.given(answer.as_ref()), kind.algorithm, &fresh, console)
            }
            Self::App { mch_id, order, kind, fresh } => {
                let fresh = fresh.made()?;
                let answer = order.answer(console)?;
                let order = order.given(answer.as_ref());
                payload::app(mch_id.as_deref(), &order, kind.algorithm, &fresh, console)
            }
            Self::Check { kind, input } => {
                second::check(kind.algorithm, &Input::load(input.path(), console)?, console)
            }
            Self::Native { appid, mch_id, product_id, fresh } => {
                payload::native([appid, mch_id, product_id], &fresh.made()?, console)
            }
            Self::RedPacket { appid, package, fresh } => {
                payload::red_packet(appid, package, &fresh.made()?, console)
            }
            Self::Contract { page, kind, input } => {
                let input = Input::load(input.path(), console)?;
                payload::contract(ContractPage::from(*page), kind.algorithm, &input, console)
            }
        }
    }
}

impl Order {
    fn answer(&self, console: &Console) -> Result<Option<Input>, Failure> {
        self.order.as_deref().map(|path| Input::load(Some(path), console)).transpose()
    }

    fn given<'o>(&'o self, answer: Option<&'o Input>) -> payload::Order<'o> {
        let (appid, prepay_id) = (self.appid.as_deref(), self.prepay_id.as_deref());
        payload::Order { appid, prepay_id, answer }
    }
}
