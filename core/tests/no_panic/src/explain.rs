//! Why a signature does not match.

use wxp_core::{
    Algorithm, Canonical, Explanation, Field, Hint, Key, Language, SecondSignature, Sender, Value,
    xml,
};

use crate::{Buffer, run, show};

/// Explains the signature of any document, under any key.
#[unsafe(no_mangle)]
pub extern "C" fn explain(document: &Buffer, lens: &[usize; 2], hmac: bool) -> i32 {
    run(|| {
        let [secret, document] =
            [document.get(..lens[0]), document.get(64..lens[1])].map(Option::unwrap_or_default);
        let algorithm = if hmac { Algorithm::HmacSha256 } else { Algorithm::Md5 };
        let key = Key::nonstandard(algorithm, secret)?;
        let mut slots = [Field::EMPTY; 64];
        let mut count = 0_usize;
        for (slot, field) in slots.iter_mut().zip(xml::read(document)) {
            *slot = field?;
            count = count.wrapping_add(1);
        }
        let fields = Canonical::of(slots.get(..count).unwrap_or_default())?;
        let offered = fields.get("sign").unwrap_or(Value::new(""));
        let explanation = wxp_core::explain(&key, &fields, offered);
        let message = fields.get("return_msg").unwrap_or(offered);
        let hints = explanation.hints(if hmac { Sender::Gateway } else { Sender::Merchant });
        let hint =
            hints.iter().chain(Hint::of_refusal(message)).map(|hint| hint.code()).sum::<i32>();
        Ok(match explanation {
            Explanation::Mistake { cause, fields } => {
                let len = cause.text(Language::English).len() + cause.name().len();
                let place = fields.first() == Some(len) || fields.contains(len);
                cause.code() + hint + i32::from(place || fields.len() > len)
            }
            _ => hint + i32::from(show(explanation)),
        })
    })
}

/// Explains any document as a second signature.
#[unsafe(no_mangle)]
pub extern "C" fn explain_second(document: &Buffer, lens: &[usize; 2], hmac: bool) -> i32 {
    run(|| {
        let [secret, document] =
            [document.get(..lens[0]), document.get(64..lens[1])].map(Option::unwrap_or_default);
        let algorithm = if hmac { Algorithm::HmacSha256 } else { Algorithm::Md5 };
        let key = Key::nonstandard(algorithm, secret)?;
        let mut slots = [Field::EMPTY; 64];
        let fields = xml::read_into(document, &mut slots)?;
        let Some(second) = SecondSignature::of(fields) else { return Ok(0) };
        let offered = second.offered(fields).unwrap_or(Value::new(""));
        Ok(match wxp_core::explain_second(&key, second, fields, offered) {
            Explanation::Mistake { cause, fields } => {
                cause.code() + i32::from(fields.first() == Some(second.signed().len()))
            }
            explanation => {
                let hints = explanation.hints(Sender::Customer).len() > 3;
                i32::from(show(explanation)) + second.code() + i32::from(hints)
            }
        })
    })
}
