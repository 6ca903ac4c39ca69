//! The messages that are signed, written, read and verified.
//!
//! They are made once and live as long as the program, so that every case can borrow them.

use std::fs;
use std::path::Path;

use wxp_core::{Algorithm, Field, Key};

use crate::libwxp::Record;
use crate::yardstick::digest::{Digest, hexadecimal};

/// The API key of the published example, as in the workloads' `key.txt`.
pub const SECRET: &str = "192006250b4c09247ec02edce69f6a2d";

/// Both algorithms.
pub const ALGORITHMS: [Algorithm; 2] = [Algorithm::Md5, Algorithm::HmacSha256];

/// The prepared key of an algorithm.
#[must_use]
pub fn key(algorithm: Algorithm) -> Key {
    Key::new(algorithm, SECRET.as_bytes()).unwrap()
}

/// What the files call an algorithm.
#[must_use]
pub const fn short_name(algorithm: Algorithm) -> &'static str {
    match algorithm {
        Algorithm::Md5 => "MD5",
        Algorithm::HmacSha256 => "HMAC",
    }
}

/// A set of fields in the form that every contender likes best, and what is known about it.
pub struct Message {
    /// Names and values.
    pub pairs: Vec<(&'static str, &'static str)>,
    /// The same, for wxp.
    pub fields: Vec<Field<'static>>,
    /// The same, for libwxp.
    pub records: Vec<Record>,
    /// The bytes that are hashed, the key included.
    pub canonical: String,
    /// The right signature, with MD5 and with HMAC-SHA256.
    signs: [String; 2],
}

impl Message {
    /// A message of the files, such as `W1`, in the caller's order.
    #[must_use]
    pub fn load(name: &str) -> Self {
        let rows = String::leak(text(&format!("{name}.fields.tsv")));
        let pairs = rows.lines().map(|line| line.split_once('\t').unwrap()).collect();
        let sign = |algorithm| text(&format!("{name}.sign.{}", short_name(algorithm)));
        Self::of(pairs, text(&format!("{name}.canonical")), ALGORITHMS.map(sign))
    }

    /// A message of these fields. What is signed follows the protocol's rules in the plainest way.
    #[must_use]
    pub fn made(pairs: Vec<(&'static str, &'static str)>) -> Self {
        let mut sorted = pairs.clone();
        sorted.sort_unstable();
        let signed: String =
            sorted.iter().map(|(name, value)| format!("{name}={value}&")).collect();
        let canonical = format!("{signed}key={SECRET}");
        let signs = ALGORITHMS.map(|algorithm| {
            let digest = Digest::new(algorithm);
            hexadecimal(digest.of(canonical.as_bytes()).as_ref())
        });
        Self::of(pairs, canonical, signs)
    }

    fn of(pairs: Vec<(&'static str, &'static str)>, canonical: String, signs: [String; 2]) -> Self {
        let fields = pairs.iter().map(|(name, value)| Field::new(name, value).unwrap()).collect();
        let records = pairs.iter().map(|(name, value)| Record::of(name, value)).collect();
        Self { pairs, fields, records, canonical, signs }
    }

    /// The same fields, sorted by name.
    #[must_use]
    pub fn presorted(&self) -> Self {
        let mut pairs = self.pairs.clone();
        pairs.sort_unstable();
        Self::of(pairs, self.canonical.clone(), self.signs.clone())
    }

    /// The same names 256 times: in random orders, and with values up to 16 bytes longer or a
    /// third shorter.
    #[must_use]
    pub fn varied(&self) -> Vec<Self> {
        let mut random = Random(SEED);
        (0..256).map(|_| Self::made(random.variant(&self.pairs))).collect()
    }

    /// A message of so many fields with names and values of usual lengths.
    #[must_use]
    pub fn of_size(count: usize) -> Self {
        let name = |index| &*String::leak(format!("refund_fee_{index:05}"));
        Self::made((0..count).map(|index| (name(index), "2018091811223344")).collect())
    }

    /// The same fields in a random order.
    #[must_use]
    pub fn shuffled(&self) -> Self {
        let mut pairs = self.pairs.clone();
        Random(SEED).shuffle(&mut pairs);
        Self::of(pairs, self.canonical.clone(), self.signs.clone())
    }

    /// The right signature.
    #[must_use]
    pub fn sign(&self, algorithm: Algorithm) -> &str {
        match algorithm {
            Algorithm::Md5 => &self.signs[0],
            Algorithm::HmacSha256 => &self.signs[1],
        }
    }
}

/// A message that came in, as XML.
pub struct Document {
    /// The XML.
    pub text: String,
    /// Its fields, without `sign`.
    pub message: Message,
}

impl Document {
    /// A document of the files, such as `W3`; `W3s` has the same fields in another order.
    #[must_use]
    pub fn load(name: &str, algorithm: Algorithm) -> Self {
        let text = text(&format!("{name}.{}.xml", short_name(algorithm)));
        Self { text, message: Message::load(name.trim_end_matches('s')) }
    }

    /// The number of its fields, `sign` included.
    #[must_use]
    pub fn fields(&self) -> usize {
        self.message.pairs.len() + 1
    }
}

fn text(file: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/tests/data/workloads");
    let path = folder.join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

const SEED: u64 = 0x9E37_79B9_7F4A_7C15;

/// Numbers that are the same in every run (xorshift, Marsaglia 2003).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % end
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for end in (2..=items.len()).rev() {
            items.swap(end - 1, self.below(end));
        }
    }

    /// The same names in another order, with values of other lengths.
    fn variant(
        &mut self,
        pairs: &[(&'static str, &'static str)],
    ) -> Vec<(&'static str, &'static str)> {
        let mut pairs = pairs.to_vec();
        self.shuffle(&mut pairs);
        for (_, value) in &mut pairs {
            // Only ASCII can be cut anywhere; the others keep their length.
            if value.is_ascii() {
                let shortest = value.len() - value.len() / 3;
                let longer = format!("{value}0123456789abcdef");
                let len = shortest + self.below(longer.len() - shortest + 1);
                *value = &String::leak(longer)[..len];
            }
        }
        pairs
    }
}
