//! Answers and notices: whether to believe them, and what they mean.

use serde_json::json;
use wxp_core::{
    Algorithm, Canonical, Endpoint, Hint, Key, Notice, Reply, Signature, Signed, Source, Verdict,
};

use crate::console::Console;
use crate::failure::{Failure, Refusal};
use crate::input::Input;
use crate::operations::Origin;
use crate::report::{self, Expectation};
use crate::texts;

/// What the arguments say of a message.
#[derive(Clone, Copy)]
pub(crate) struct Claim {
    pub(crate) algorithm: Option<Algorithm>,
    pub(crate) origin: Option<Origin>,
    pub(crate) show: bool,
}

pub(crate) fn run(claim: Claim, input: &Input, console: &Console) -> Result<(), Failure> {
    let nests = claim.origin.is_some_and(Origin::nests);
    let refuse = |refusal: Refusal| refusal.within(json!({ "verdict": "Untrusted" }));
    let mut slots = Vec::new();
    let reply = input.reply(&mut slots, nests).map_err(refuse)?;
    let records = nests.then(|| input.records()).transpose().map_err(refuse)?;
    let Some(origin) = claim.origin else { return Err(ask(claim.algorithm, &reply, console)) };
    let source = origin.source();
    let key = key(claim.algorithm, source, console)?;
    if source == Notice::Refund.into() {
        sealed(&reply, &key, console).map_err(refuse)?;
    }
    let verdict = reply.judge(&key, source);
    let order = Canonical::of(reply.unverified())
        .map_err(|error| input.refuse_field(error, reply.unverified()))?;
    let expectation = Expectation { fields: &order, key: &key, show: claim.show };
    let is_untrusted = matches!(verdict, Verdict::Untrusted(_));
    let hints = match &verdict {
        Verdict::Refused { message: Some(message), .. } => Hint::of_refusal(*message),
        _ => &[],
    };
    let other = if is_untrusted { other_kind(&reply, &key, source) } else { None };
    if console.json() {
        let mut report = report::verdict_json(&verdict, source, records, console.language);
        report["questions"] = report::questions(&key, &order, source, console.language);
        if is_untrusted {
            report["signature"] = expectation.to_json();
        }
        if !hints.is_empty() {
            report["hints"] = report::hints_json(hints, console.language);
        }
        other.into_iter().for_each(|other| report["authentic_as"] = other.name().into());
        console.report(report)?;
    } else {
        let mut text = report::verdict_text(&verdict, source, records, console.language);
        if let Some(other) = other {
            text += &format!("\n{}", texts::is_another(console.language, other.name()));
        }
        if speaks_of_certificate(&verdict) {
            text += &format!("\n{}", texts::look_at_certificate(console.language));
        }
        console.show(text + &report::hints_text(hints, console.language))?;
        if is_untrusted {
            console.complain(expectation.text(console.language));
        }
    }
    match verdict {
        Verdict::Refused { .. } | Verdict::Unvouched(_) | Verdict::Untrusted(_) => {
            Err(Failure::Reported)
        }
        _ => Ok(()),
    }
}

/// Whether the gateway refused the call because of the certificate.
fn speaks_of_certificate(verdict: &Verdict<'_, '_>) -> bool {
    let Verdict::Refused { message: Some(message), .. } = verdict else { return false };
    let message = message.to_string();
    message.contains("证书") || message.to_ascii_lowercase().contains("cert")
}

/// The key, for the algorithm that was agreed on: a message cannot choose it. Where nothing is
/// signed, any one does.
fn key(algorithm: Option<Algorithm>, source: Source, console: &Console) -> Result<Key, Failure> {
    let unsigned = (source.signed() == Signed::Never).then_some(Algorithm::Md5);
    let algorithm = algorithm.or(unsigned);
    console.key(algorithm.ok_or_else(|| Failure::Usage(texts::which_type(console.language)))?)
}

/// What to say where `--endpoint` is missing: what the message may be, if its signature is right.
fn ask(algorithm: Option<Algorithm>, reply: &Reply<'_, '_>, console: &Console) -> Failure {
    let language = console.language;
    let has = |name: &str| reply.unverified().iter().any(|field| field.name() == name);
    if has("req_info") {
        return Failure::Usage(texts::looks_like(language, Notice::Refund.name()));
    }
    let sign = reply.unverified().iter().find(|field| field.name() == "sign");
    let sign = sign.map(|field| field.value().to_string()).filter(|sign| !sign.is_empty());
    // For a question, the algorithm that the signature has the form of will do.
    let signature = sign.as_deref().and_then(|sign| Signature::parse(sign).ok());
    let algorithm = algorithm.or(signature.map(|signature| signature.algorithm()));
    let key = algorithm.and_then(|algorithm| console.key(algorithm).ok());
    let likely = key.as_ref().and_then(|key| likely(reply, key).next());
    if let Some(likely) = likely {
        let name = likely.name();
        return Failure::Usage(if Notice::find(name).is_some() {
            texts::authentic_notice(language, name)
        } else {
            texts::authentic_answer(language, name)
        });
    }
    let right = key.zip(Canonical::of(reply.unverified()).ok());
    let right = right.map(|(key, order)| key.verify(&order).is_ok());
    let known = match (sign, right) {
        (None, _) => texts::is_unsigned(language),
        (_, None) => String::new(),
        (_, Some(true)) => texts::is_authentic(language),
        (_, Some(false)) => texts::is_not_authentic(language),
    };
    let notices = Notice::ALL.map(Notice::name).join(", ");
    Failure::Usage(format!("{}{known}", texts::which_endpoint(language, notices)))
}

/// A notice about a refund has its content sealed, and nothing else makes one of it.
fn sealed(reply: &Reply<'_, '_>, key: &Key, console: &Console) -> Result<(), Refusal> {
    if reply.unverified().iter().any(|field| field.name() == "req_info") {
        return Ok(());
    }
    let mut text = texts::no_req_info(console.language);
    if let Some(likely) = likely(reply, key).next() {
        text += &texts::but_authentic(console.language, likely.name());
    }
    Err(Refusal::new("NoRefund", text))
}

/// What an authentic message is instead of what it was judged as.
fn other_kind(reply: &Reply<'_, '_>, key: &Key, source: Source) -> Option<Source> {
    likely(reply, key).find(|other| *other != source)
}

/// Notices and operations whose messages have fields of their own, those with more of them first.
const TELLING: [&str; 10] = [
    "contract",
    "combined-payment",
    "native-scan",
    "/pay/refundquery",
    "/secapi/pay/refund",
    "/pay/orderquery",
    "payment",
    "/pay/unifiedorder",
    "/mmpaymkttransfers/promotion/transfers",
    "/mmpaymkttransfers/gettransferinfo",
];

/// What an authentic message of a success may be.
pub(crate) fn likely(reply: &Reply<'_, '_>, key: &Key) -> impl Iterator<Item = Source> {
    let source = |name: &&str| {
        let notice = Notice::find(name).map(Source::from);
        notice.or_else(|| Endpoint::find(name).map(Source::from))
    };
    let is_one = |source: &Source| {
        source.signed() == Signed::Always
            && matches!(reply.judge(key, *source), Verdict::Succeeded(_) | Verdict::Accepted(_))
    };
    TELLING.iter().filter_map(source).filter(is_one)
}
