//! How the cost of signing grows with the number of fields.

use wxp_core::{Algorithm, Canonical};

use crate::race::{Case, Race, Section};
use crate::races::{digest_case, keep};
use crate::workload::{Message, key};

/// Signing 10 to 10,000 fields. In random order it is at most 255: wxp sorts no more than that, and
/// takes longer tables only in order.
pub(super) fn sign() -> Section {
    let sorted =
        [10, 100, 1_000, 10_000].map(|count| race(count, "sorted", Message::of_size(count)));
    let shuffled = [10, 100, 255].map(|count| {
        let message = Message::of_size(count).shuffled();
        race(count, "shuffled", message)
    });
    Section { name: "sign more fields", races: sorted.into_iter().chain(shuffled).collect() }
}

fn race(count: usize, order: &str, message: Message) -> Race {
    let key = key(Algorithm::Md5);
    let messages = keep([message]);
    let cases = vec![
        Case::new(
            "wxp",
            messages,
            move |message| key.sign(&Canonical::of(&message.fields).unwrap()).unwrap(),
            |message, made| made.as_str() == message.sign(Algorithm::Md5),
        ),
        digest_case(messages, Algorithm::Md5, |message| message),
    ];
    let name = format!("{count} MD5 {order}");
    Race::new(name, messages, |message| message.canonical.len(), cases)
}
