//! How a signature was made: rightly, or with one known mistake.

use hmac::digest::{FixedOutput, Update};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::cause::Cause;
use super::order::{Fold, Order};
use super::rewrite::{Encoding, Rewrite};
use super::sink::Sink;
use crate::field::{Field, Fields, by_name};
use crate::names::{SIGN, SIGN_TYPE};
use crate::sign::digest::{Absorb, BLOCK, Digest, Engine};
use crate::sign::{Algorithm, Canonical, Key, Signature};
use crate::value::Value;

#[derive(Clone, Copy)]
pub(super) struct Recipe {
    method: Method,
    secret: Secret,
    suffix: Suffix,
    choice: Choice,
    order: Order,
    values: Option<Rewrite>,
}

#[derive(Clone, Copy)]
enum Method {
    /// The key's algorithm.
    Own,
    /// The one that is not the key's.
    Other,
    PlainSha256,
}

/// What became of the secret before it was used.
#[derive(Clone, Copy)]
enum Secret {
    Kept,
    Trimmed,
    LowerCase,
    UpperCase,
    WithLf,
    WithCrLf,
    WithBlank,
}

/// What follows the fields.
#[derive(Clone, Copy)]
enum Suffix {
    NamedKey,
    Key,
    Nothing,
}

/// Which fields are signed.
#[derive(Clone, Copy)]
enum Choice {
    Signed,
    Without(u8),
    EmptyToo,
    SignToo,
    SignEmptied,
    WithoutSignType,
    SignTypeAdded,
}

const RIGHT: Recipe = Recipe {
    method: Method::Own,
    secret: Secret::Kept,
    suffix: Suffix::NamedKey,
    choice: Choice::Signed,
    order: Order::Canonical,
    values: None,
};

const fn with_secret(secret: Secret) -> Recipe {
    Recipe { secret, ..RIGHT }
}

const fn with_fields(choice: Choice) -> Recipe {
    Recipe { choice, ..RIGHT }
}

const fn sorted(fold: Fold, pairs: bool) -> Recipe {
    Recipe { order: Order::Sorted { fold, pairs }, ..RIGHT }
}

const fn with_values(values: Rewrite) -> Recipe {
    Recipe { values: Some(values), ..RIGHT }
}

const fn url_encoded(encoding: Encoding) -> Recipe {
    with_values(Rewrite::UrlEncoded(encoding))
}

/// The mistakes, in the order in which they are tried. Where two of them sign the same string, the
/// first one is named.
pub(super) const MISTAKES: &[(Cause, Recipe)] = &[
    (Cause::OtherAlgorithm, Recipe { method: Method::Other, ..RIGHT }),
    (Cause::PlainSha256, Recipe { method: Method::PlainSha256, ..RIGHT }),
    (Cause::KeyLeftOut, Recipe { suffix: Suffix::Nothing, ..RIGHT }),
    (Cause::KeyUnnamed, Recipe { suffix: Suffix::Key, ..RIGHT }),
    (Cause::KeyTrimmed, with_secret(Secret::Trimmed)),
    (Cause::KeyLowerCase, with_secret(Secret::LowerCase)),
    (Cause::KeyUpperCase, with_secret(Secret::UpperCase)),
    (Cause::KeyLineEnd, with_secret(Secret::WithLf)),
    (Cause::KeyLineEnd, with_secret(Secret::WithCrLf)),
    (Cause::KeyBlank, with_secret(Secret::WithBlank)),
    (Cause::EmptySigned, with_fields(Choice::EmptyToo)),
    (Cause::SignSigned, with_fields(Choice::SignToo)),
    (Cause::SignSigned, with_fields(Choice::SignEmptied)),
    (Cause::SignTypeLeftOut, with_fields(Choice::WithoutSignType)),
    (Cause::SignTypeAdded, with_fields(Choice::SignTypeAdded)),
    // Both foldings are in use; `_` lies between the letters.
    (Cause::OrderIgnoringCase, sorted(Fold::Lower, false)),
    (Cause::OrderIgnoringCase, sorted(Fold::Upper, false)),
    (Cause::OrderOfPairs, sorted(Fold::None, true)),
    // The official Java SDK of 2014.
    (Cause::OrderOfPairs, sorted(Fold::Lower, true)),
    (Cause::Unsorted, Recipe { order: Order::Caller, ..RIGHT }),
    (Cause::ValueTrimmed, with_values(Rewrite::Trimmed)),
    (Cause::ValueEscaped, with_values(Rewrite::Escaped { quotes: false })),
    (Cause::ValueEscaped, with_values(Rewrite::Escaped { quotes: true })),
    (Cause::ValueInCdata, with_values(Rewrite::Cdata)),
    (Cause::ValueUrlEncoded, url_encoded(Encoding::Rfc3986)),
    (Cause::ValueUrlEncoded, url_encoded(Encoding::Rfc3986Lower)),
    (Cause::ValueUrlEncoded, url_encoded(Encoding::Query)),
    (Cause::ValueUrlEncoded, url_encoded(Encoding::QueryLower)),
    (Cause::ValueUrlEncoded, url_encoded(Encoding::Form)),
    (Cause::ValueUrlEncoded, url_encoded(Encoding::Php)),
    (Cause::ValueUrlEncoded, url_encoded(Encoding::Python)),
    (Cause::ValueUrlEncoded, url_encoded(Encoding::JavaScript)),
    (Cause::ValueUrlEncoded, url_encoded(Encoding::DotNet)),
    (Cause::ReturnsDropped, with_values(Rewrite::ReturnsDropped)),
    (Cause::ReturnsDropped, with_values(Rewrite::LineFeeds)),
    (Cause::ReturnsAdded, with_values(Rewrite::ReturnsAdded)),
    (Cause::CharactersLost, with_values(Rewrite::QuestionMarks)),
    (Cause::EncodedTwice, with_values(Rewrite::EncodedTwice)),
    #[cfg(feature = "gbk")]
    (Cause::Gbk, with_values(Rewrite::Gbk)),
];

/// Room for the longest secret with a line end.
const SECRET_MAX: usize = BLOCK + 2;

impl Recipe {
    /// As it should be, but for the field at this index of the table.
    pub(super) const fn without(index: u8) -> Self {
        with_fields(Choice::Without(index))
    }

    /// The field that the recipe treats wrongly, the first one of several, as its index in the
    /// table. `None` if there is none and the recipe is about fields: it makes nothing wrong then.
    pub(super) fn fault(
        &self,
        fields: &Canonical<'_, impl Fields + ?Sized>,
    ) -> Option<Option<usize>> {
        let concerns = |field: &Field<'_>| match (self.choice, self.values) {
            (Choice::EmptyToo, _) => field.name() != SIGN && field.value().is_empty(),
            (Choice::SignToo, _) => field.name() == SIGN && !field.value().is_empty(),
            (Choice::WithoutSignType, _) => field.is_signed() && field.name() == SIGN_TYPE,
            (_, Some(rewrite)) => field.is_signed() && rewrite.changes(field.value()),
            _ => false,
        };
        let table = fields.table();
        match (self.choice, self.values) {
            (Choice::Without(index), _) => {
                let index = usize::from(index);
                table.at(index).filter(Field::is_signed).map(|_| Some(index))
            }
            (Choice::EmptyToo | Choice::SignToo | Choice::WithoutSignType, _) | (_, Some(_)) => {
                let at = |index: &usize| table.at(*index).is_some_and(|field| concerns(&field));
                (0..table.len()).find(at).map(Some)
            }
            _ => Some(None),
        }
    }

    /// The algorithm whose signatures have the length of those made in this way.
    pub(super) const fn algorithm(&self, key: &Key) -> Algorithm {
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
    pub(super) fn sign(
        &self,
        key: &Key,
        fields: &Canonical<'_, impl Fields + ?Sized>,
    ) -> Option<Signature> {
        let secret = self.secret.of(key);
        let mut sink = match self.method {
            Method::PlainSha256 => Sink::Sha256(Sha256::default()),
            Method::Own | Method::Other => {
                // HMAC hashes a secret that is longer than a block.
                let hash = || {
                    let hash = Sha256::default().chain(&*secret).finalize_fixed();
                    Zeroizing::new(<[u8; 32]>::from(hash))
                };
                let hashed = (secret.len() > BLOCK).then(hash);
                let prepared = hashed.as_ref().map_or(&secret[..], |hashed| &hashed[..]);
                Sink::Digest(Digest::new(&Engine::new(self.algorithm(key), prepared)?))
            }
        };
        self.spell(key, &secret, fields, &mut sink)?;
        sink.finish()
    }

    /// Hands the string over that is signed, piece by piece.
    fn spell(
        &self,
        key: &Key,
        secret: &[u8],
        fields: &Canonical<'_, impl Fields + ?Sized>,
        sink: &mut Sink,
    ) -> Option<()> {
        let order = self.order.of(fields)?;
        let mut separator: &[u8] = b"";
        let mut pair = |name: &str, value: Value<'_>| {
            sink.put(separator);
            sink.put(name.as_bytes());
            sink.put(b"=");
            match self.values {
                Some(rewrite) => drop(rewrite.apply(value, sink)),
                None => value.visit(|text| sink.put(text.as_bytes())),
            }
            separator = b"&";
        };
        let mut extra = match self.choice {
            Choice::SignEmptied => Some((SIGN, "")),
            Choice::SignTypeAdded => Some((SIGN_TYPE, key.algorithm().name())),
            _ => None,
        };
        for rank in 0..fields.table().len() {
            let index = order.index(fields, rank)?;
            let field = fields.table().at(index)?;
            if let Some((name, value)) =
                extra.take_if(|(name, _)| by_name(name, field.name()).is_lt())
            {
                pair(name, Value::new(value));
            }
            if self.takes(index, &field) {
                pair(field.name(), field.value());
            }
        }
        if let Some((name, value)) = extra {
            pair(name, Value::new(value));
        }
        match self.suffix {
            Suffix::NamedKey => sink.put(b"&key="),
            Suffix::Key => (),
            Suffix::Nothing => return Some(()),
        }
        sink.put(secret);
        Some(())
    }

    fn takes(&self, index: usize, field: &Field<'_>) -> bool {
        let signed =
            field.is_signed() && !self.values.is_some_and(|rewrite| rewrite.empties(field.value()));
        match self.choice {
            Choice::Signed | Choice::SignEmptied => signed,
            Choice::Without(other) => signed && index != usize::from(other),
            Choice::EmptyToo => field.name() != SIGN,
            Choice::SignToo => !field.value().is_empty(),
            Choice::WithoutSignType | Choice::SignTypeAdded => signed && field.name() != SIGN_TYPE,
        }
    }
}

impl Secret {
    fn of(self, key: &Key) -> Zeroizing<heapless::Vec<u8, SECRET_MAX, u8>> {
        let secret = key.secret();
        let used = if let Self::Trimmed = self { secret.trim_ascii() } else { secret };
        let mut copy = Zeroizing::new(heapless::Vec::from_slice(used).unwrap_or_default());
        match self {
            Self::LowerCase => copy.make_ascii_lowercase(),
            Self::UpperCase => copy.make_ascii_uppercase(),
            // There is room.
            Self::WithLf => drop(copy.extend_from_slice(b"\n")),
            Self::WithCrLf => drop(copy.extend_from_slice(b"\r\n")),
            Self::WithBlank => drop(copy.extend_from_slice(b" ")),
            Self::Kept | Self::Trimmed => (),
        }
        copy
    }
}
