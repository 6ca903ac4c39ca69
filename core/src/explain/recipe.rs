//! How a signature was made: rightly, or with one known mistake.

use zeroize::Zeroizing;

use super::choice::{ABSENT, Choice};
use super::marked::Marked;
use super::naming::Naming;
use super::order::{Fold, Order};
use super::rewrite::Rewrite;
use super::sink::Sink;
use crate::field::{Field, Fields, by_name};
use crate::names::SIGN;
use crate::sign::digest::{BLOCK, Digest, Engine, Hash};
use crate::sign::{Algorithm, Canonical, Key, Signature};

#[derive(Clone, Copy)]
pub(super) struct Recipe {
    pub(super) method: Method,
    pub(super) secret: Secret,
    pub(super) suffix: Suffix,
    pub(super) choice: Choice,
    pub(super) order: Order,
    pub(super) values: Option<Rewrite>,
    pub(super) naming: Naming,
    /// The fields whose values or names are changed.
    pub(super) scope: Scope,
}

#[derive(Clone, Copy)]
pub(super) enum Method {
    /// The key's algorithm.
    Own,
    /// The one that is not the key's.
    Other,
    PlainSha256,
}

/// What became of the secret before it was used.
#[derive(Clone, Copy)]
pub(super) enum Secret {
    Kept,
    Trimmed,
    LowerCase,
    UpperCase,
    WithLf,
    WithCrLf,
    WithBlank,
    Empty,
}

/// How the key goes with the fields.
#[derive(Clone, Copy)]
pub(super) enum Suffix {
    NamedKey,
    /// Right behind them.
    Key,
    /// Behind them and `&`.
    AmpersandKey,
    TwoAmpersands,
    NoAmpersand,
    /// With another `&` after it.
    AmpersandAfter,
    /// As it should be, and with this before the fields.
    QuestionMarkFirst,
    AmpersandFirst,
    /// Among them, as the field `key`.
    Sorted,
    /// Among them, and behind them as well.
    SortedAndNamed,
    Nothing,
}

impl Suffix {
    const fn is_sorted(self) -> bool {
        matches!(self, Self::Sorted | Self::SortedAndNamed)
    }

    /// What stands before the first field.
    const fn lead(self) -> &'static [u8] {
        match self {
            Self::QuestionMarkFirst => b"?",
            Self::AmpersandFirst => b"&",
            _ => b"",
        }
    }

    /// What stands before and after the key, behind the fields.
    const fn around(self) -> Option<(&'static [u8], &'static [u8])> {
        match self {
            Self::NamedKey
            | Self::SortedAndNamed
            | Self::QuestionMarkFirst
            | Self::AmpersandFirst => Some((b"&key=", b"")),
            Self::Key => Some((b"", b"")),
            Self::AmpersandKey => Some((b"&", b"")),
            Self::TwoAmpersands => Some((b"&&key=", b"")),
            Self::NoAmpersand => Some((b"key=", b"")),
            Self::AmpersandAfter => Some((b"&key=", b"&")),
            Self::Sorted | Self::Nothing => None,
        }
    }
}

/// Which fields a change is made with.
#[derive(Clone, Copy)]
pub(super) enum Scope {
    All,
    /// Those whose names tell that they are amounts.
    Amounts,
    One(u8),
}

impl Scope {
    fn has(self, index: usize, name: &str) -> bool {
        match self {
            Self::All => true,
            Self::Amounts => {
                let mut words = name.as_bytes().split(|byte| *byte == b'_');
                words.any(|word| matches!(word, b"fee" | b"amount" | b"price"))
            }
            Self::One(only) => index == usize::from(only),
        }
    }
}

pub(super) const RIGHT: Recipe = Recipe {
    method: Method::Own,
    secret: Secret::Kept,
    suffix: Suffix::NamedKey,
    choice: Choice::Signed,
    order: Order::Canonical,
    values: None,
    naming: Naming::Kept,
    scope: Scope::All,
};

/// Room for the longest secret with a line end.
const SECRET_MAX: usize = BLOCK + 2;

impl Recipe {
    /// Whether these fields have this signature if it is made in this way.
    // One copy, not one for each kind of mistake.
    #[inline(never)]
    pub(super) fn leads_to(
        &self,
        claimed: &Signature,
        key: &Key,
        fields: &Canonical<'_, impl Fields + ?Sized>,
    ) -> bool {
        self.algorithm(key) == claimed.algorithm()
            && self.is_apt(fields)
            && self.sign(key, fields).is_some_and(|made| made.matches(claimed))
    }

    /// Whether the recipe makes something wrong with these fields: one that is about fields can
    /// find nothing to change.
    fn is_apt(&self, fields: &Canonical<'_, impl Fields + ?Sized>) -> bool {
        let table = fields.table();
        let changes = |index| table.at(index).is_some_and(|field| self.changes(index, &field));
        if self.values.is_none() && self.naming == Naming::Kept {
            return self.choice.is_apt(table);
        }
        match self.scope {
            Scope::One(index) => changes(usize::from(index)),
            Scope::All | Scope::Amounts => (0..table.len()).any(changes),
        }
    }

    /// The fields that the recipe treats wrongly.
    pub(super) fn marked(&self, fields: &Canonical<'_, impl Fields + ?Sized>) -> Marked {
        let table = fields.table();
        let concerns = |index: &usize| {
            table.at(*index).is_some_and(|field| {
                self.choice.concerns(table, *index, &field) || self.changes(*index, &field)
            })
        };
        (0..table.len()).filter(concerns).collect()
    }

    /// Whether the name or the value of the field is changed.
    fn changes(&self, index: usize, field: &Field<'_>) -> bool {
        self.scope.has(index, field.name())
            && (field.is_signed() || self.fills(index, field))
            && (self.naming.changes(field.name())
                || self.values.is_some_and(|rewrite| rewrite.changes(field.value())))
    }

    /// Whether an empty value becomes one that is signed.
    fn fills(&self, index: usize, field: &Field<'_>) -> bool {
        self.scope.has(index, field.name())
            && field.name() != SIGN
            && self.values.is_some_and(Rewrite::fills)
    }

    /// The algorithm whose signatures have the length of those made in this way.
    const fn algorithm(&self, key: &Key) -> Algorithm {
        match (self.method, key.algorithm()) {
            (Method::PlainSha256, _)
            | (Method::Own, Algorithm::HmacSha256)
            | (Method::Other, Algorithm::Md5) => Algorithm::HmacSha256,
            (Method::Own, Algorithm::Md5) | (Method::Other, Algorithm::HmacSha256) => {
                Algorithm::Md5
            }
        }
    }

    /// The signature made in this way; `None` if there are too many fields for the order.
    fn sign(&self, key: &Key, fields: &Canonical<'_, impl Fields + ?Sized>) -> Option<Signature> {
        let secret = self.secret.of(key);
        let engine = match self.method {
            Method::PlainSha256 => Engine::plain(Hash::Sha256),
            Method::Own | Method::Other => {
                // HMAC hashes a secret that is longer than a block.
                let hash = || {
                    let plain = Engine::plain(Hash::Sha256);
                    let mut digest = Digest::new(&plain);
                    digest.update(&secret);
                    Zeroizing::new(*digest.end())
                };
                let hashed = (secret.len() > BLOCK).then(hash);
                let prepared = hashed.as_ref().map_or(&secret[..], |hashed| &hashed[..]);
                Engine::new(self.algorithm(key), prepared)?
            }
        };
        let mut sink = Sink::Digest(Digest::new(&engine));
        self.spell(key, &secret, fields, &mut sink)?;
        sink.finish()
    }

    /// Hands the string over that is signed, piece by piece.
    fn spell(
        &self,
        key: &Key,
        secret: &[u8],
        fields: &Canonical<'_, impl Fields + ?Sized>,
        sink: &mut Sink<'_>,
    ) -> Option<()> {
        let naming = |index: u8| {
            let name = fields.table().at(usize::from(index)).map_or("", |field| field.name());
            if self.scope.has(usize::from(index), name) { self.naming } else { Naming::Kept }
        };
        let sequence = self.order().of(fields, naming)?;
        let mut extra = self.extra(key, secret);
        let mut separator = self.suffix.lead();
        let mut begin = |sink: &mut Sink<'_>, naming: Naming, name: &str| {
            sink.put(separator);
            separator = b"&";
            match naming {
                Naming::Kept => sink.put(name.as_bytes()),
                _ => naming.spell(name).for_each(|byte| sink.put(&[byte])),
            }
            sink.put(b"=");
        };
        for rank in 0..fields.table().len() {
            let index = sequence.index(fields, rank)?;
            let field = fields.table().at(index)?;
            if let Some((name, value)) =
                extra.take_if(|(name, _)| by_name(name, field.name()).is_lt())
            {
                begin(sink, Naming::Kept, name);
                sink.put(value);
            }
            if self.takes(fields.table(), index, &field) {
                begin(sink, u8::try_from(index).map_or(Naming::Kept, naming), field.name());
                self.put_value(index, &field, sink);
            }
        }
        if let Some((name, value)) = extra {
            begin(sink, Naming::Kept, name);
            sink.put(value);
        }
        if let Some((before, after)) = self.suffix.around() {
            sink.put(before);
            sink.put(secret);
            sink.put(after);
        }
        Some(())
    }

    /// The order in which the fields are signed: by their names, as these are written.
    fn order(&self) -> Order {
        match self.naming {
            Naming::Kept => self.order,
            _ => Order::Sorted { fold: Fold::None, pairs: false },
        }
    }

    /// What is signed and is no field of the message.
    fn extra<'e>(&self, key: &Key, secret: &'e [u8]) -> Option<(&'e str, &'e [u8])> {
        match self.choice {
            Choice::SignEmptied => Some((SIGN, b"")),
            Choice::SignTypeAs(sign_type) => {
                let algorithm = match (sign_type.is_true, key.algorithm()) {
                    (true, algorithm) => algorithm,
                    (false, Algorithm::Md5) => Algorithm::HmacSha256,
                    (false, Algorithm::HmacSha256) => Algorithm::Md5,
                };
                Some((sign_type.name, algorithm.name().as_bytes()))
            }
            _ if self.suffix.is_sorted() => Some(("key", secret)),
            _ => None,
        }
    }

    fn put_value(&self, index: usize, field: &Field<'_>, sink: &mut Sink<'_>) {
        match (self.choice, self.values) {
            (Choice::EmptyAs(word), _) if field.value().is_empty() => {
                sink.put(ABSENT.get(usize::from(word)).copied().unwrap_or_default().as_bytes());
            }
            (_, Some(rewrite)) if self.scope.has(index, field.name()) => {
                let _ = rewrite.apply(field.value(), sink);
            }
            _ => field.value().visit(|text| sink.put(text.as_bytes())),
        }
    }

    fn takes(&self, table: &(impl Fields + ?Sized), index: usize, field: &Field<'_>) -> bool {
        let empties = |rewrite: Rewrite| {
            self.scope.has(index, field.name()) && rewrite.empties(field.value())
        };
        self.fills(index, field)
            || self.choice.takes(table, index, field) && !self.values.is_some_and(empties)
    }
}

impl Secret {
    fn of(self, key: &Key) -> Zeroizing<heapless::Vec<u8, SECRET_MAX, u8>> {
        let secret = key.secret();
        let used = match self {
            Self::Trimmed => secret.trim_ascii(),
            Self::Empty => &[],
            _ => secret,
        };
        let mut copy = Zeroizing::new(heapless::Vec::from_slice(used).unwrap_or_default());
        match self {
            Self::LowerCase => copy.make_ascii_lowercase(),
            Self::UpperCase => copy.make_ascii_uppercase(),
            // There is room.
            Self::WithLf => drop(copy.extend_from_slice(b"\n")),
            Self::WithCrLf => drop(copy.extend_from_slice(b"\r\n")),
            Self::WithBlank => drop(copy.extend_from_slice(b" ")),
            Self::Kept | Self::Trimmed | Self::Empty => (),
        }
        copy
    }
}
