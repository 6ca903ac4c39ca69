//! What is done now and then, or for every request beside signing it.

use data_encoding::HEXLOWER;
use wxp_core::{Algorithm, Canonical, Explanation, Nonce, Value, explain as explain_signature};

use crate::race::{Case, Race, Section};
use crate::races::{digest_case, keep};
use crate::workload::{Message, key};

/// Explaining a signature that no known mistake leads to, for which all of them are made.
pub(super) fn explain() -> Section {
    let races = ["W1", "W2"].map(|name| {
        let messages = keep([Message::load(name)]);
        let key = key(Algorithm::Md5);
        let cases = vec![
            Case::new(
                "wxp",
                messages,
                move |message| {
                    let fields = Canonical::of(&message.fields).unwrap();
                    let offered = Value::new("0123456789ABCDEF0123456789ABCDEF");
                    explain_signature(&key, &fields, offered)
                },
                |_, explanation| explanation == Explanation::Unknown,
            ),
            digest_case(messages, Algorithm::Md5, |message| message),
        ];
        let name = format!("{name} MD5");
        Race::new(name, messages, |message| message.canonical.len(), cases)
    });
    Section { name: "explain", races: races.into() }
}

/// Making a nonce from entropy, without what the operating system takes to give that.
pub(super) fn nonce() -> Section {
    let entropy = keep([[0xD3; 16]]);
    let cases = vec![
        Case::new(
            "wxp",
            entropy,
            |entropy| Nonce::from_entropy(*entropy),
            |_, nonce| nonce.as_str() == "d3".repeat(16),
        ),
        Case::new(
            "good",
            entropy,
            |entropy| HEXLOWER.encode(entropy),
            |_, text| text == "d3".repeat(16),
        ),
        Case::new(
            "naive",
            entropy,
            |entropy| entropy.iter().map(|byte| format!("{byte:02x}")).collect::<String>(),
            |_, text| text == "d3".repeat(16),
        ),
    ];
    Section {
        name: "nonce",
        races: vec![Race::new("16 bytes", entropy, |bytes| bytes.len(), cases)],
    }
}
