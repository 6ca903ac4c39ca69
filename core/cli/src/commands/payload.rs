//! Second signatures: what pages, mini programs and apps need to open the cashier.

mod answer;

use std::path::PathBuf;
use std::time::SystemTime;

use clap::{Args, Subcommand, ValueEnum};
use serde_json::json;
use wxp_core::{
    Algorithm, AppPayment, Canonical, ContractPage, Error, ErrorKind, JsapiPayment, Key,
    MiniProgramRedPacket, NativeCode, Nonce,
};

use self::answer::Answer;
use crate::commands::second;
use crate::console::Console;
use crate::failure::{Failure, Refusal};
use crate::input::Input;
use crate::options::{File, Kind};
use crate::{language, operations, texts};

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
    fn nonce(&self) -> Result<String, Failure> {
        if let Some(nonce) = &self.nonce {
            return Ok(nonce.clone());
        }
        let mut entropy = [0; 16];
        getrandom::fill(&mut entropy).map_err(|error| Failure::Usage(error.to_string()))?;
        Ok(Nonce::from_entropy(entropy).as_str().to_owned())
    }

    fn timestamp(&self) -> u64 {
        let now = || SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        self.timestamp.unwrap_or_else(|| now().map_or(0, |since| since.as_secs()))
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

/// Makes a second signature and prints the whole text that has it.
pub(crate) fn run(payload: &Payload, console: &Console) -> Result<(), Failure> {
    let md5 = || console.key(Algorithm::Md5);
    match payload {
        Payload::Jsapi { order, kind, fresh } => jsapi(order, kind, fresh, console),
        Payload::App { mch_id, order, kind, fresh } => {
            app(mch_id.as_deref(), order, kind, fresh, console)
        }
        Payload::Check { kind, input } => {
            second::check(kind.algorithm, &Input::load(input.path(), console)?, console)
        }
        Payload::Native { appid, mch_id, product_id, fresh } => {
            let (nonce, timestamp, key) = (&*fresh.nonce()?, fresh.timestamp(), md5()?);
            let code = NativeCode { appid, mch_id, product_id, nonce, timestamp };
            let names = ["appid", "mch-id", "nonce", "product-id"];
            print("native", &names, console, |out| code.write(&key, out).map(str::len))
        }
        Payload::RedPacket { appid, package, fresh } => {
            let (nonce, timestamp, key) = (&*fresh.nonce()?, fresh.timestamp(), md5()?);
            let packet = MiniProgramRedPacket { appid, package, nonce, timestamp };
            let names = ["appid", "nonce", "package"];
            print("red-packet", &names, console, |out| packet.write(&key, out).map(str::len))
        }
        Payload::Contract { page, kind, input } => {
            contract(ContractPage::from(*page), kind, &Input::load(input.path(), console)?, console)
        }
    }
}

fn jsapi(order: &Order, kind: &Kind, fresh: &Fresh, console: &Console) -> Result<(), Failure> {
    let (nonce, timestamp) = (&*fresh.nonce()?, fresh.timestamp());
    let names = ["appid", "nonce", "prepay-id"];
    let write = |key: &Key, payment: JsapiPayment<'_>| {
        print("jsapi", &names, console, |out| payment.write(key, out).map(str::len))
    };
    if let Some(path) = &order.order {
        let input = Input::load(Some(path), console)?;
        let fields = input.fields()?;
        let answer = Answer::read(&input, &fields, kind, console)?;
        let payment = JsapiPayment::of_order(&answer.order, nonce, timestamp);
        let payment = payment.map_err(|error| answer.lacks(error, &names, console))?;
        let appid = answer.appid(order, payment.appid, console)?;
        return write(&answer.key, JsapiPayment { appid, ..payment });
    }
    let key = console.key(operations::algorithm(kind.algorithm, None, None))?;
    let (appid, prepay_id) = order.given();
    write(&key, JsapiPayment { appid, prepay_id, nonce, timestamp })
}

fn app(
    mch_id: Option<&str>,
    order: &Order,
    kind: &Kind,
    fresh: &Fresh,
    console: &Console,
) -> Result<(), Failure> {
    let (nonce, timestamp) = (&*fresh.nonce()?, fresh.timestamp());
    let names = ["appid", "nonce", "package", "mch-id", "prepay-id"];
    let write = |key: &Key, payment: AppPayment<'_>| {
        print("app", &names, console, |out| payment.write(key, out).map(str::len))
    };
    if let Some(path) = &order.order {
        let input = Input::load(Some(path), console)?;
        let fields = input.fields()?;
        let answer = Answer::read(&input, &fields, kind, console)?;
        let payment = AppPayment::of_order(&answer.order, nonce, timestamp);
        let payment = payment.map_err(|error| answer.lacks(error, &names, console))?;
        let appid = answer.appid(order, payment.appid, console)?;
        let mch_id = mch_id.unwrap_or(payment.mch_id);
        return write(&answer.key, AppPayment { appid, mch_id, ..payment });
    }
    let key = console.key(operations::algorithm(kind.algorithm, None, None))?;
    let (appid, prepay_id) = order.given();
    let mch_id = mch_id.unwrap_or_default();
    write(&key, AppPayment { appid, mch_id, prepay_id, nonce, timestamp })
}

impl Order {
    /// The appid and the order, where no file has them.
    fn given(&self) -> (&str, &str) {
        (self.appid.as_deref().unwrap_or_default(), self.prepay_id.as_deref().unwrap_or_default())
    }
}

fn contract(
    page: ContractPage,
    kind: &Kind,
    input: &Input,
    console: &Console,
) -> Result<(), Failure> {
    let fields = input.fields()?;
    let order = Canonical::of(&fields).map_err(|error| input.refuse_field(error, &fields))?;
    let stated = order.get("sign_type").map(|value| value.to_string());
    let endpoint = Some(page.endpoint());
    let algorithm = operations::algorithm(kind.algorithm, stated.as_deref(), endpoint);
    let key: Key = console.key(algorithm)?;
    let names: Vec<_> = fields.iter().map(wxp_core::Field::name).collect();
    print("contract", &names, console, |out| page.write(&key, &order, out).map(str::len))
}

/// Prints what `write` makes, which tells the length it needs; an error names one of the `names`.
fn print(
    kind: &str,
    names: &[&str],
    console: &Console,
    write: impl Fn(&mut [u8]) -> Result<usize, Error>,
) -> Result<(), Failure> {
    let mut out = Vec::new();
    while let Err(error) = write(&mut out) {
        match error.kind() {
            ErrorKind::Space { needed } => out.resize(needed, 0),
            kind => {
                let at = match kind {
                    ErrorKind::Character { field } | ErrorKind::LeakedSecret { field } => field,
                    _ => error.position(),
                };
                let text = language::error(error, console.language);
                let name = names.get(at).copied().unwrap_or("-");
                let message = texts::about_field(console.language, name, text);
                return Err(Refusal::numbered(kind, message).into());
            }
        }
    }
    let text = String::from_utf8_lossy(&out);
    if console.json {
        return console.report(json!({ "kind": kind, "text": text }));
    }
    console.data(text)
}
