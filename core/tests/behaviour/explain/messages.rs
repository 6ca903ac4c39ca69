//! The messages in which a mistake is made, and a naive way to sign them.

use std::collections::HashSet;

use wxp_core::{Algorithm, Canonical, Cause, Explanation, Value, explain};

use crate::data::{key, table};
use crate::oracle;
use crate::random::Random;

pub(crate) type Pairs = Vec<(String, String)>;

/// The messages a cause is tried on.
pub(crate) const MESSAGES: usize = 200;

impl Random {
    /// A message of 5 to 19 fields, in any order, in which no known mistake can be made with a
    /// value. The names are such that every wrong order is another one.
    pub(crate) fn message(&mut self) -> Pairs {
        let mut names: HashSet<String> =
            ["stock_id", "stock_id0", "appid", "Zone", "a_b"].map(String::from).into();
        let count = 5 + self.index(15);
        while names.len() < count {
            let len = 2 + self.index(10);
            names.insert("f".to_owned() + &self.text("abcdefgh_0123", len));
        }
        let mut names: Vec<String> = names.into_iter().collect();
        names.sort();
        let orders: [fn(&String) -> String; 5] = [
            String::clone,
            |name| name.to_lowercase(),
            |name| name.to_uppercase(),
            |name| format!("{name}="),
            |name| format!("{}=", name.to_lowercase()),
        ];
        while orders.iter().any(|order| names.is_sorted_by_key(order)) {
            self.shuffle(&mut names);
        }
        let value = |n: &mut Self| {
            let len = 1 + n.index(20);
            n.text("abcxyzABCXYZ0123456789", len)
        };
        names.into_iter().map(|name| (name, value(self))).collect()
    }

    pub(crate) fn algorithm(&mut self) -> Algorithm {
        [Algorithm::Md5, Algorithm::HmacSha256][self.index(2)]
    }

    pub(crate) fn secret(&mut self) -> String {
        // Letters of both cases, so that changing them changes it.
        let text = self.text("abcdefghABCDEFGH0123456789", 30);
        format!("a{text}B")
    }
}

pub(crate) fn hex(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02X}")).collect()
}

/// The signature of a finished string.
pub(crate) fn digest(algorithm: Algorithm, secret: &str, message: impl AsRef<[u8]>) -> String {
    use hmac::{Hmac, KeyInit, Mac};
    use md5::Digest;
    match algorithm {
        Algorithm::Md5 => hex(&md5::Md5::digest(message)),
        Algorithm::HmacSha256 => {
            let mut hmac = Hmac::<sha2::Sha256>::new_from_slice(secret.as_bytes()).unwrap();
            hmac.update(message.as_ref());
            hex(&hmac.finalize().into_bytes())
        }
    }
}

/// The signature of these pairs in this order, whatever they are.
pub(crate) fn sign_as_is(algorithm: Algorithm, secret: &str, pairs: &Pairs) -> String {
    digest(algorithm, secret, format!("{}&key={secret}", join(pairs)))
}

pub(crate) fn join(pairs: &Pairs) -> String {
    let pairs: Vec<_> = pairs.iter().map(|(name, value)| format!("{name}={value}")).collect();
    pairs.join("&")
}

pub(crate) fn sorted(pairs: &Pairs) -> Pairs {
    let mut pairs = pairs.clone();
    pairs.sort();
    pairs
}

/// One case: what is explained, and what was wrong with it.
pub(crate) struct Case {
    pub(crate) algorithm: Algorithm,
    pub(crate) secret: String,
    pub(crate) fields: Pairs,
    pub(crate) offered: String,
    pub(crate) marked: Vec<usize>,
}

impl Case {
    pub(crate) fn explanation(&self) -> Explanation {
        let table = table(&self.fields);
        let fields = Canonical::of(&table).unwrap();
        let key = key(self.algorithm, &self.secret);
        explain(&key, &fields, Value::new(&self.offered))
    }
}

/// The explanation that names a mistake and the fields it was made with.
pub(crate) fn named(cause: Cause, marked: &[usize]) -> Explanation {
    Explanation::Mistake { cause, fields: marked.iter().copied().collect() }
}

/// Makes the mistake on many messages; each time it is the one that is named.
pub(crate) fn every(cause: Cause, mistake: impl Fn(&mut Random, &mut Case)) {
    let mut random = Random(u64::try_from(cause.code()).unwrap());
    for _ in 0..MESSAGES {
        let mut case = Case {
            algorithm: random.algorithm(),
            secret: random.secret(),
            fields: random.message(),
            offered: String::new(),
            marked: vec![],
        };
        mistake(&mut random, &mut case);
        let right = oracle::sign(case.algorithm, &case.secret, &case.fields);
        let explanation = case.explanation();
        let expected = named(cause, &case.marked);
        assert_eq!(explanation, expected, "{:?}, {:?}", case.fields, case.offered);
        assert!(!format!("{explanation} {explanation:?}").contains(&right));
    }
}

/// As [`every`], with a value that holds one of the pieces; the mistake changes no other.
pub(crate) fn every_value(
    cause: Cause,
    pieces: &[&str],
    rewrite: impl Fn(&mut Random, &str) -> String,
) {
    every(cause, |random, case| {
        let at = random.index(case.fields.len());
        let value = format!("{}{}xyz", random.text("abc", 3), pieces[random.index(pieces.len())]);
        let mut wrong = case.fields.clone();
        wrong[at].1 = rewrite(random, &value);
        case.fields[at].1 = value;
        case.marked = vec![at];
        case.offered = sign_as_is(case.algorithm, &case.secret, &sorted(&wrong));
    });
}
