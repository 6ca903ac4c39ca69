//! Second signatures: what pages, mini programs and apps need to open the cashier.

mod answer;

use serde_json::json;
use wxp_core::{
    Algorithm, AppPayment, Canonical, ContractPage, Error, ErrorKind, JsapiPayment, Key,
    MiniProgramRedPacket, NativeCode,
};

use self::answer::Answer;
use crate::console::Console;
use crate::failure::{Failure, Refusal};
use crate::input::Input;
use crate::{language, operations, texts};

/// The order that is to be paid.
pub(crate) struct Order<'o> {
    pub(crate) appid: Option<&'o str>,
    pub(crate) prepay_id: Option<&'o str>,
    /// The whole answer to the order, of which all is taken that is not given.
    pub(crate) answer: Option<&'o Input>,
}

impl Order<'_> {
    /// The appid and the order, where there is no answer that has them.
    fn parts(&self) -> (&str, &str) {
        (self.appid.unwrap_or_default(), self.prepay_id.unwrap_or_default())
    }
}

/// What is new each time.
pub(crate) struct Fresh {
    pub(crate) nonce: String,
    /// Seconds since 1970.
    pub(crate) timestamp: u64,
}

impl Fresh {
    fn parts(&self) -> (&str, u64) {
        (&self.nonce, self.timestamp)
    }
}

/// A payment in a page within WeChat or in a mini program.
pub(crate) fn jsapi(
    order: &Order<'_>,
    algorithm: Option<Algorithm>,
    fresh: &Fresh,
    console: &Console,
) -> Result<(), Failure> {
    let (nonce, timestamp) = fresh.parts();
    let names = ["appid", "nonce", "prepay-id"];
    let write = |key: &Key, payment: JsapiPayment<'_>| {
        print("jsapi", &names, console, |out| payment.write(key, out).map(str::len))
    };
    if let Some(input) = order.answer {
        let fields = input.fields()?;
        let answer = Answer::read(input, &fields, algorithm, console)?;
        let payment = JsapiPayment::of_order(&answer.order, nonce, timestamp);
        let payment = payment.map_err(|error| answer.lacks(error, &names, console))?;
        let appid = answer.appid(order, payment.appid, console)?;
        return write(&answer.key, JsapiPayment { appid, ..payment });
    }
    let key = console.key(operations::algorithm(algorithm, None, None))?;
    let (appid, prepay_id) = order.parts();
    write(&key, JsapiPayment { appid, prepay_id, nonce, timestamp })
}

/// A payment in an app.
pub(crate) fn app(
    mch_id: Option<&str>,
    order: &Order<'_>,
    algorithm: Option<Algorithm>,
    fresh: &Fresh,
    console: &Console,
) -> Result<(), Failure> {
    let (nonce, timestamp) = fresh.parts();
    let names = ["appid", "nonce", "package", "mch-id", "prepay-id"];
    let write = |key: &Key, payment: AppPayment<'_>| {
        print("app", &names, console, |out| payment.write(key, out).map(str::len))
    };
    if let Some(input) = order.answer {
        let fields = input.fields()?;
        let answer = Answer::read(input, &fields, algorithm, console)?;
        let payment = AppPayment::of_order(&answer.order, nonce, timestamp);
        let payment = payment.map_err(|error| answer.lacks(error, &names, console))?;
        let appid = answer.appid(order, payment.appid, console)?;
        let mch_id = mch_id.unwrap_or(payment.mch_id);
        return write(&answer.key, AppPayment { appid, mch_id, ..payment });
    }
    let key = console.key(operations::algorithm(algorithm, None, None))?;
    let (appid, prepay_id) = order.parts();
    let mch_id = mch_id.unwrap_or_default();
    write(&key, AppPayment { appid, mch_id, prepay_id, nonce, timestamp })
}

/// A text that a program encodes as a QR code, of the appid, the merchant and the product (MD5).
pub(crate) fn native(
    [appid, mch_id, product_id]: [&str; 3],
    fresh: &Fresh,
    console: &Console,
) -> Result<(), Failure> {
    let ((nonce, timestamp), key) = (fresh.parts(), console.key(Algorithm::Md5)?);
    let code = NativeCode { appid, mch_id, product_id, nonce, timestamp };
    let names = ["appid", "mch-id", "nonce", "product-id"];
    print("native", &names, console, |out| code.write(&key, out).map(str::len))
}

/// A red packet that is opened in a mini program (MD5).
pub(crate) fn red_packet(
    appid: &str,
    package: &str,
    fresh: &Fresh,
    console: &Console,
) -> Result<(), Failure> {
    let ((nonce, timestamp), key) = (fresh.parts(), console.key(Algorithm::Md5)?);
    let packet = MiniProgramRedPacket { appid, package, nonce, timestamp };
    let names = ["appid", "nonce", "package"];
    print("red-packet", &names, console, |out| packet.write(&key, out).map(str::len))
}

/// The address of a page on which a customer signs a contract.
pub(crate) fn contract(
    page: ContractPage,
    asked: Option<Algorithm>,
    input: &Input,
    console: &Console,
) -> Result<(), Failure> {
    let fields = input.fields()?;
    let order = Canonical::of(&fields).map_err(|error| input.refuse_field(error, &fields))?;
    let stated = order.get("sign_type").map(|value| value.to_string());
    let endpoint = Some(page.endpoint());
    let algorithm = operations::algorithm(asked, stated.as_deref(), endpoint);
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
    if console.json() {
        return console.report(json!({ "kind": kind, "text": text }));
    }
    console.data(text)
}
