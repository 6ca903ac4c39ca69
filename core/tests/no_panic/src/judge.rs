//! From a received document to a verdict and advice.

use wxp_core::{
    Algorithm, Endpoint, Error, ErrorKind, Field, Key, Language, Message, Notice, Outcome, Reply,
    Source, TradeState, Value, Verdict, xml,
};

use crate::{Buffer, examine, run, show};

const MICROPAY: Endpoint = Endpoint::find("/pay/micropay").unwrap();

/// Reads a document and judges it as the answer of the one operation that a device has, or as a
/// payment notice.
#[unsafe(no_mangle)]
pub extern "C" fn judge(document: &Buffer, len: usize, notice: bool) -> i32 {
    run(|| {
        let document = document.get(..len).unwrap_or_default();
        let key = Key::nonstandard(Algorithm::HmacSha256, document)?;
        let mut slots = [Field::EMPTY; 64];
        let reply = Reply::read(document, &mut slots)?;
        let source = if notice { Source::from(Notice::Payment) } else { MICROPAY.into() };
        outcome(&reply.judge(&key, source)).map(|(outcome, fee)| match outcome {
            Outcome::Succeeded => fee.map_or(0, examine),
            Outcome::Accepted | Outcome::Failed => -1,
            Outcome::Unsettled => -2,
        })
    })
}

/// Where that operation is.
#[unsafe(no_mangle)]
pub extern "C" fn address(out: &mut Buffer) -> i32 {
    let address = MICROPAY.host.name().bytes().chain(MICROPAY.path.bytes());
    out.iter_mut().zip(address).map(|(place, byte)| *place = byte).count().try_into().unwrap_or(0)
}

fn outcome<'a>(verdict: &Verdict<'_, 'a>) -> Result<(Outcome, Option<Value<'a>>), Error> {
    match verdict {
        Verdict::Succeeded(message)
        | Verdict::Accepted(message)
        | Verdict::Failed(message)
        | Verdict::Unsettled(message) => Ok((message.outcome(), message.get("total_fee"))),
        Verdict::Unvouched(message) => Ok((message.outcome(), None)),
        Verdict::Refused { message, .. } => Ok((Outcome::Unsettled, *message)),
        Verdict::Untrusted(why) => Err(*why),
    }
}

/// Reads and judges any document, as if it came from anywhere, and says what to do.
#[unsafe(no_mangle)]
pub extern "C" fn advise(document: &Buffer, lens: &[usize; 3], out: &mut Buffer) -> i32 {
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
            (Some(endpoint), _) if endpoint.purpose(Language::English) != name => endpoint.into(),
            (Some(endpoint), _) if endpoint.allows(key.algorithm()) => endpoint.into(),
            (_, Some(notice)) => notice.into(),
            (_, None) => Source::from(Notice::Refund),
        };
        let reply = Reply::read_nested(document, &mut slots)?;
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
