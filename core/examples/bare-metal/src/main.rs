//! A terminal's program that signs an order, judges the answers, and pays, on a Cortex-M4 or on the
//! machine it is written on.
//!
//! The core does no I/O: here the gateway is a few lines that sign what WeChat Pay would answer.

#![cfg_attr(target_os = "none", no_std, no_main)]

use core::fmt::{self, Write};

use wxp_core::quickpay::{Ending, Event, QuickPay, Request, Step, Timing};
use wxp_core::{
    Algorithm, Canonical, Endpoint, Error, ErrorKind, Field, Judgment, Key, Nonce, Source, Trust,
    xml,
};

/// Found while compiling: the program carries no other operation.
const MICROPAY: Endpoint = operation("/pay/micropay");
const ORDERQUERY: Endpoint = operation("/pay/orderquery");

#[allow(clippy::unwrap_used, reason = "only constants are made with it")]
const fn operation(path: &str) -> Endpoint {
    Endpoint::find(path).unwrap()
}

/// The API key of the published example.
const SECRET: &[u8] = b"192006250b4c09247ec02edce69f6a2d";

/// What the customer is to pay.
const ORDER: [(&str, &str); 5] = [
    ("appid", "wx2421b1c4370ec43b"),
    ("mch_id", "1900000109"),
    ("out_trade_no", "1409811653"),
    ("total_fee", "888"),
    ("sign_type", "HMAC-SHA256"),
];

/// Signs the order as a document.
fn request<'o>(key: &Key, nonce: &Nonce, out: &'o mut [u8]) -> Result<&'o str, Error> {
    let mut table = [Field::EMPTY; ORDER.len() + 1];
    for (slot, (name, value)) in table.iter_mut().zip(ORDER) {
        *slot = Field::new(name, value)?;
    }
    if let Some(last) = table.last_mut() {
        *last = Field::new("nonce_str", nonce.as_str())?;
    }
    let fields = Canonical::of(&table)?;
    xml::write(&fields, &key.sign(&fields)?, out)
}

/// What the gateway answers: how the call went, and what became of the order.
fn answer<'o>(key: &Key, outcome: [(&str, &str); 2], out: &'o mut [u8]) -> Result<&'o str, Error> {
    let mut table = [Field::EMPTY; ORDER.len() + 4];
    let taken = [("return_code", "SUCCESS"), ("transaction_id", "1008450740201411110005820873")];
    let all = taken.into_iter().chain(ORDER).chain(outcome);
    for (slot, (name, value)) in table.iter_mut().zip(all) {
        *slot = Field::new(name, value)?;
    }
    let fields = Canonical::of(&table)?;
    xml::write(&fields, &key.sign(&fields)?, out)
}

/// Reads and judges an answer.
fn judge(key: &Key, endpoint: Endpoint, document: &str) -> Result<Judgment, Error> {
    let mut slots = [Field::EMPTY; 16];
    let fields = xml::read_rooted_into(document.as_bytes(), "xml", &mut slots)?;
    Ok(key.judge(&Canonical::of(fields)?, Source::from(endpoint)))
}

/// Pays by Quick Pay: the customer enters a password, an answer is lost, the power fails.
fn pay(key: &Key, out: &mut [u8]) -> Result<Ending, Error> {
    let busy = [("result_code", "FAIL"), ("err_code", "USERPAYING")];
    let paid = [("result_code", "SUCCESS"), ("trade_state", "SUCCESS")];
    let mut answers = [Some((MICROPAY, busy)), None, Some((ORDERQUERY, paid))].into_iter();
    let mut payment = QuickPay::new(Timing::default());
    loop {
        let (event, seconds) = match payment.step() {
            Step::Finished(ending) => return Ok(ending),
            Step::Wait(seconds) => (Event::Waited, seconds),
            Step::Send(request) => match answers.next().flatten() {
                Some((endpoint, outcome)) => {
                    let document = answer(key, outcome, out)?;
                    let event = Event::judged(request, &judge(key, endpoint, document)?);
                    (event.unwrap_or(Event::NoAnswer), 1)
                }
                None => (Event::NoAnswer, 10),
            },
        };
        payment.next(event, seconds);
        // Before anything is carried out it is saved, so that it survives this.
        let saved = payment.to_bytes();
        if payment.step() == Step::Send(Request::Query) {
            payment = QuickPay::resume(&saved, Timing::default()).ok_or(ErrorKind::Truncated)?;
            payment.next(Event::Resumed, 0);
        }
    }
}

/// The checks, one after the other; whether all passed.
fn run(show: &mut impl Write) -> Result<bool, fmt::Error> {
    let mut out = [0; 512];
    let Ok(key) = Key::new(Algorithm::HmacSha256, SECRET) else { return Ok(false) };
    // A device asks its random number generator.
    let nonce = Nonce::from_entropy([7; 16]);
    let is_signed = request(&key, &nonce, &mut out).is_ok_and(|order| order.len() > 300);
    let forged = "<xml><return_code>SUCCESS</return_code><sign>00</sign></xml>";
    let is_refused = match judge(&key, MICROPAY, forged) {
        Ok(Judgment { trust: Trust::Untrusted(why), .. }) => {
            why.kind() == ErrorKind::SignatureMismatch
        }
        _ => false,
    };
    let doctype = judge(&key, MICROPAY, "<!DOCTYPE xml><xml/>").err();
    let is_paid = pay(&key, &mut out) == Ok(Ending::Paid);
    let checks = [
        ("signs an order", is_signed),
        ("refuses a forged answer", is_refused),
        ("refuses a DOCTYPE", doctype.is_some_and(|why| why.kind() == ErrorKind::Doctype)),
        ("is paid, in spite of a lost answer and a power cut", is_paid),
    ];
    for (what, passed) in checks {
        writeln!(show, "{} {what}", if passed { "PASS" } else { "FAIL" })?;
    }
    Ok(checks.iter().all(|(_, passed)| *passed))
}

#[cfg(target_os = "none")]
mod board {
    //! The Cortex-M4: a debugger takes what is shown, and the exit status.

    use core::panic::PanicInfo;

    use cortex_m_rt::entry;
    use cortex_m_semihosting::{debug, hio};

    #[entry]
    fn main() -> ! {
        let passed = hio::hstdout().is_ok_and(|mut show| super::run(&mut show) == Ok(true));
        loop {
            debug::exit(if passed { debug::EXIT_SUCCESS } else { debug::EXIT_FAILURE });
        }
    }

    #[panic_handler]
    fn stop(_: &PanicInfo<'_>) -> ! {
        loop {
            debug::exit(debug::EXIT_FAILURE);
        }
    }
}

#[cfg(not(target_os = "none"))]
fn main() -> std::process::ExitCode {
    let mut shown = String::new();
    let passed = run(&mut shown) == Ok(true);
    print!("{shown}");
    if passed { std::process::ExitCode::SUCCESS } else { std::process::ExitCode::FAILURE }
}
