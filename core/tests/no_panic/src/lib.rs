//! The public API of `wxp-core`, reachable from C, with a panic handler that does not exist.
//!
//! If any path through these functions could panic, linking this library would fail for want of
//! `wxp_reachable_panic`.

#![no_std]

use core::fmt;

use wxp_core::{
    Algorithm, Amount, BeijingTime, Bill, Body, BusinessCategory, Canonical, CertificateFile,
    Currency, Endpoint, Error, ErrorKind, Field, Key, Message, Nonce, Notice, Reply, Runtime,
    Signature, Source, TradeState, Transport, Value, Verdict, check_limits, check_notify_url,
    limit_of, xml,
};

#[panic_handler]
fn on_panic(_: &core::panic::PanicInfo<'_>) -> ! {
    unsafe extern "C" {
        safe fn wxp_reachable_panic() -> !;
    }
    wxp_reachable_panic()
}

/// What a caller hands over: as long as it says, whatever it holds.
type Buffer = [u8; 4096];

/// Signs three fields with any names and values, and writes and reads them.
#[unsafe(no_mangle)]
pub extern "C" fn sign(lens: &[usize; 9], text: &Buffer, out: &mut Buffer) -> i32 {
    run(|| {
        let mut words = text.chunks(256).zip(lens).map(|(word, len)| word.get(..*len));
        let mut bytes = || words.next().flatten().unwrap_or_default();
        let secret = bytes();
        let key = Key::new(Algorithm::Md5, secret)
            .or_else(|_| Key::nonstandard(Algorithm::HmacSha256, secret))?;
        let mut word = || core::str::from_utf8(bytes()).unwrap_or_default();
        let table =
            [Field::new(word(), word())?, Field::new(word(), word())?, Field::new(word(), word())?];
        let fields = Canonical::of(&table)?;
        let signature = key.sign(&fields);
        let claimed = Signature::parse(word())?;
        key.verify(&fields)?;
        let len = xml::len(&fields, &signature)?;
        let document = xml::write(&fields, &signature, out)?;
        Ok([
            i32::from(signature.matches(&claimed)),
            i32::from(fields.is_ambiguous()),
            i32::from(show(&fields)),
            fields.get(word()).map_or(0, examine),
            i32::from(document.len() == len),
        ]
        .iter()
        .sum())
    })
}

/// Times and nonces.
#[unsafe(no_mangle)]
pub extern "C" fn help(seconds: u64, text: &[u8; 20], len: usize, entropy: &[u8; 16]) -> u64 {
    let text = text.get(..len).and_then(|text| core::str::from_utf8(text).ok()).unwrap_or("");
    let parsed = BeijingTime::parse(text).map_or(0, BeijingTime::to_unix);
    let shown = BeijingTime::from_unix(seconds).is_some_and(|time| show(time) && parsed > 0);
    parsed ^ u64::from(shown) ^ u64::from(Nonce::from_entropy(*entropy).as_str() == text)
}

/// Looks facts up, and checks a field and an address.
#[unsafe(no_mangle)]
pub extern "C" fn facts(code: u16, units: i64, text: &Buffer, len: usize, node: bool) -> i32 {
    run(|| {
        let bytes = text.get(..len).unwrap_or_default();
        let text = core::str::from_utf8(bytes).unwrap_or_default();
        let file = CertificateFile::ALL.into_iter().find(|file| file.name() == text);
        let secret = |file: CertificateFile| file.holds_private_key() || file.password_is_mch_id();
        let runtime = if node { Runtime::Node } else { Runtime::DotNet };
        let category = BusinessCategory::find(code).map_or("", BusinessCategory::name);
        let currency = Currency::find(text).unwrap_or(Currency::CNY);
        let amount = Amount { units: currency.parse_decimal(text).unwrap_or(units), currency };
        let table = [Field::new(text, text)?];
        let table = Canonical::of(&table)?;
        Ok([
            file.is_some_and(secret),
            runtime.files().len() > 1,
            category == text,
            currency.code().len() > usize::from(currency.fraction_digits()),
            show(amount),
            check_limits(&table).map_err(show).is_ok(),
            limit_of(text).is_some(),
            Body::of(bytes).name() == text,
            check_notify_url(text)? == Transport::Https,
        ]
        .map(i32::from)
        .iter()
        .sum())
    })
}

/// Reads and judges any document, as if it came from anywhere.
#[unsafe(no_mangle)]
pub extern "C" fn judge(document: &Buffer, lens: &[usize; 3], out: &mut Buffer) -> i32 {
    run(|| {
        let mut words = document.chunks(1024).zip(lens).map(|(word, len)| word.get(..*len));
        let mut word = || core::str::from_utf8(words.next().flatten()?).ok();
        let (name, address) = (word().unwrap_or_default(), word().unwrap_or_default());
        let document = document.get(2048..).unwrap_or_default();
        let key = Key::nonstandard(Algorithm::HmacSha256, document)?;
        let mut slots = [Field::EMPTY; 64];
        let mut table = [Field::EMPTY; 3];
        for (slot, field) in table.iter_mut().zip(xml::read(document)) {
            *slot = field?;
        }
        Reply::of(&mut table)?;
        let source = match (Endpoint::find(address), Notice::find(address)) {
            (Some(endpoint), _) if endpoint.purpose().len() < 80 => endpoint.into(),
            (Some(endpoint), _) if endpoint.allows(key.algorithm()) => endpoint.into(),
            (_, Some(notice)) => notice.into(),
            (_, None) => Source::from(Notice::Refund),
        };
        let reply = Reply::read(document, &mut slots)?;
        match reply.judge(&key, source) {
            Verdict::Succeeded(message) | Verdict::Failed(message) => {
                let value = message.get(name).ok_or(ErrorKind::Unsigned);
                let value = value.unwrap_or(Value::new(""));
                value.copy_to(out).map(|text| examine(Value::new(text)) + inspect(&message, name))
            }
            Verdict::Unsettled(message) | Verdict::Accepted(message) => {
                Ok(i32::from(message.is_ambiguous()) + inspect(&message, name))
            }
            Verdict::Unvouched(message) => Ok(inspect(&message, name)),
            Verdict::Refused { message, advice } => {
                Ok(message.map_or(0, examine) + i32::from(show(advice)))
            }
            Verdict::Untrusted(why) => Err(why),
        }
    })
}

/// Everything that a judged message can be asked.
fn inspect(message: &Message<'_, '_>, name: &str) -> i32 {
    let advice = message.advice();
    let listed = message.numbered(name).map(|(n, value)| i32::from(n) + examine(value));
    let within = message.numbered_in(name, 7).map(|(n, value)| i32::from(n) + examine(value));
    let state = message.get(name).map(|value| TradeState::from(value).outcome());
    i32::from(advice.is_some_and(|advice| advice.action().leaves_open() && show(advice)))
        + i32::from(state == Some(message.outcome()))
        + listed.chain(within).fold(0, i32::wrapping_add)
}

/// Reads any nested document, and any bill.
#[unsafe(no_mangle)]
pub extern "C" fn nested(document: &Buffer, len: usize, slots: usize) -> i32 {
    run(|| {
        let document = document.get(..len).unwrap_or_default();
        let mut table = [Field::EMPTY; 64];
        let slots = table.get_mut(..slots).unwrap_or_default();
        let (fields, has_groups) = xml::read_nested_into(document, slots)?;
        let mut sum = i32::from(has_groups) + i32::from(fields.is_empty());
        let mut records = xml::records(document);
        while let Some(record) = records.next_into(slots)? {
            let shown = record.get(record.name()).is_some_and(show);
            sum ^= i32::from(shown || record.fields().is_empty());
        }
        let bill = Bill::read(document)?;
        for (row, name) in bill.rows().zip(bill.columns().chain(bill.totals().columns())) {
            sum ^= i32::from(row.get(name) == row.cells().next());
        }
        Ok(sum)
    })
}

/// Whether a value's text can be formatted.
fn show(value: impl fmt::Display) -> bool {
    struct Nowhere;
    impl fmt::Write for Nowhere {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            core::hint::black_box(text);
            Ok(())
        }
    }
    fmt::write(&mut Nowhere, format_args!("{value} {value:#}")).is_ok()
}

fn examine(value: Value<'_>) -> i32 {
    let number = value.parse_u64().is_some();
    i32::from(number) + i32::from(value == "SUCCESS") + i32::from(value.len() > 9)
}

fn run(body: impl FnOnce() -> Result<i32, Error>) -> i32 {
    #[cfg(feature = "panic")]
    panic!("on purpose");
    #[cfg(not(feature = "panic"))]
    body().unwrap_or_else(|error| {
        error.kind().code()
            + i32::from(show(error))
            + i32::from(error.kind().text().len() == error.position())
    })
}
