//! Which constants belong together. Languages that have enums make one of each row.

use crate::model::{Abi, Constant};

/// Constants that say the same of different things.
#[derive(Debug)]
pub struct Enum {
    /// Its name in other languages than C.
    pub name: &'static str,
    /// What the names of its constants begin with, or all of them where they have nothing in
    /// common. `WXP_` goes before that.
    names: Names,
    /// What it says, as a sentence.
    pub doc: &'static str,
    /// Whether the bindings have it.
    pub is_bound: bool,
}

#[derive(Debug)]
enum Names {
    Begin(&'static str),
    Are(&'static [&'static str]),
}

use Names::{Are, Begin};

/// All of them, in the order of the headers. A prefix that begins with another one goes before it.
pub const ENUMS: &[Enum] = &[
    row("Status", Begin("E_"), "What a call came to."),
    row("Language", Are(&["ENGLISH", "CHINESE"]), "The language of a text."),
    row("Algorithm", Are(&["MD5", "HMAC_SHA256"]), "How messages are signed."),
    row("Body", Begin("BODY_"), "What the body of an answer is, or another text, by its look."),
    row("WebPage", Begin("PAGE_"), "What a web page says that came in place of an answer."),
    row("Layer", Begin("LAYER_"), "What was taken off a text."),
    Enum { is_bound: false, ..row("ListTraits", Begin("FIELDS_"), "What is known of a list.") },
    Enum { is_bound: false, ..row("Source", Are(&[]), "What sends a message, by number.") },
    row(
        "Verdict",
        Are(&VERDICTS),
        "What a message means: is it authentic, was the operation done.",
    ),
    row("Action", Begin("ACTION_"), "What to do next."),
    row("OrderState", Begin("ORDER_"), "What a message says about an order."),
    row("Event", Begin("EVENT_"), "What happened to a Quick Pay payment."),
    row("Step", Begin("STEP_"), "What to do next about a Quick Pay payment."),
    row("Signed", Begin("SIGNED_"), "Which answers of an operation are signed."),
    row("SignType", Begin("SIGN_TYPE_"), "Whether requests of an operation name their algorithm."),
    row("Format", Begin("FORMAT_"), "The form of a successful answer."),
    row(
        "Payload",
        Begin("PAYLOAD_"),
        "What the customer's side takes, and the fields it is made of.",
    ),
    Enum { is_bound: false, ..row("TimeForm", Begin("TIME_"), "How a time is written.") },
    row("Cause", Begin("CAUSE_"), "The mistake that leads to a wrong signature."),
    row("SecondSignature", Begin("SECOND_"), "What the customer's side takes, as recognized."),
    row("Hint", Begin("HINT_"), "What is left to check about a signature."),
    row("FindingKind", Begin("FINDING_"), "What is wrong with a field of a request."),
    row("Sender", Begin("SENDER_"), "Who made a message, and so its signature."),
];

const VERDICTS: [&str; 7] =
    ["UNTRUSTED", "SUCCEEDED", "ACCEPTED", "FAILED", "UNSETTLED", "REFUSED", "UNVOUCHED"];

const fn row(name: &'static str, names: Names, doc: &'static str) -> Enum {
    Enum { name, names, doc, is_bound: true }
}

impl Enum {
    /// The one that a constant belongs to; sizes and versions belong to none.
    #[must_use]
    pub fn of(constant: &Constant) -> Option<&'static Self> {
        ENUMS.iter().find(|row| row.member(constant).is_some())
    }

    /// The name of a constant within the enum, such as `LEAKED_SECRET`.
    #[must_use]
    pub fn member<'c>(&self, constant: &'c Constant) -> Option<&'c str> {
        match constant.group {
            Some(group) => constant.name.strip_prefix("WXP_").filter(|_| group == self.name),
            None => self.member_named(&constant.name),
        }
    }

    /// As [`member`](Self::member), of the name in C.
    pub(crate) fn member_named<'c>(&self, name: &'c str) -> Option<&'c str> {
        let name = name.strip_prefix("WXP_")?;
        match self.names {
            Begin("E_") if name == "OK" => Some(name),
            Begin(prefix) => name.strip_prefix(prefix),
            Are(names) => names.contains(&name).then_some(name),
        }
    }

    /// Its constants, with their names within the enum.
    pub fn members<'a>(&self, abi: &'a Abi) -> impl Iterator<Item = (&'a str, &'a Constant)> {
        abi.constants().filter_map(|constant| Some((self.member(constant)?, constant)))
    }
}

/// The enums that the bindings have.
pub fn bound() -> impl Iterator<Item = &'static Enum> {
    ENUMS.iter().filter(|row| row.is_bound)
}

/// `LEAKED_SECRET` as `LeakedSecret`.
#[must_use]
pub fn camel(name: &str) -> String {
    let mut camel = String::new();
    for word in name.split('_') {
        let (first, rest) = word.split_at(word.len().min(1));
        camel += first;
        camel += &rest.to_ascii_lowercase();
    }
    camel
}

/// `fault_field` as `faultField`.
pub(crate) fn lower_camel(name: &str) -> String {
    let camel = camel(&name.to_ascii_uppercase());
    let (first, rest) = camel.split_at(camel.len().min(1));
    first.to_ascii_lowercase() + rest
}
