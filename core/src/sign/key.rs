//! A prepared secret, and what it does: sign and verify.

use core::fmt;

use zeroize::Zeroize;

use crate::error::{Error, ErrorKind};
use crate::field::{Field, Fields};
use crate::names::{SIGN, SIGN_TYPE};
use crate::sign::digest::{BLOCK, Digest, Engine};
use crate::sign::leak::{self, API_KEY_LEN, Watch};
use crate::sign::stack::{DEPTH, wiped};
use crate::sign::{Algorithm, Canonical, Signature};
use crate::value::Value;

/// The label of the secret, which follows the fields.
pub(crate) const KEY: &[u8] = b"&key=";

/// A secret prepared for one algorithm.
///
/// Make it once and share it: preparing absorbs the pads of HMAC. The secret is wiped when the
/// key is dropped, and it is shown in no text. There is no `Clone`, so there is one copy of it.
///
/// ```
/// use wxp_core::{Algorithm, Canonical, Field, Key};
///
/// let key = Key::new(Algorithm::HmacSha256, b"192006250b4c09247ec02edce69f6a2d")?;
/// let order = [
///     Field::new("appid", "wxd930ea5d5a258f4f")?,
///     Field::new("mch_id", "10000100")?,
///     Field::new("device_info", "1000")?,
///     Field::new("body", "test")?,
///     Field::new("nonce_str", "ibuaiVcKdpRxkhJA")?,
/// ];
/// assert_eq!(
///     key.sign(&Canonical::of(&order)?)?.as_str(),
///     "6A9AE1657590FD6257D693A078E1C3E4BB6BA4DC30B23E0EE2496E54170DACD6",
/// );
/// # Ok::<(), wxp_core::Error>(())
/// ```
pub struct Key {
    start: Engine,
    secret: heapless::Vec<u8, BLOCK, u8>,
}

impl Key {
    /// A key from the API key of the merchant that sends the requests, as set on the merchant
    /// platform: exactly 32 ASCII letters and digits. It is none of the other secrets a merchant
    /// has: the `APIv3` key, the app secret, or the certificate's private key.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::SecretLength`], and [`ErrorKind::SecretCharacter`] with the offset of the
    /// first byte that is no letter or digit.
    pub fn new(algorithm: Algorithm, secret: &[u8]) -> Result<Self, Error> {
        if secret.len() != API_KEY_LEN {
            return Err(ErrorKind::SecretLength { found: secret.len() }.into());
        }
        let good = leading_alphanumerics(secret);
        if good == secret.len() {
            Self::nonstandard(algorithm, secret)
        } else {
            Err(Error::new(ErrorKind::SecretCharacter, good))
        }
    }

    /// A key from another secret of 1 to 64 bytes, such as a simulator's.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::SecretLength`].
    pub fn nonstandard(algorithm: Algorithm, secret: &[u8]) -> Result<Self, Error> {
        wiped::<DEPTH, _>(|| Self::prepared(algorithm, secret))
    }

    fn prepared(algorithm: Algorithm, secret: &[u8]) -> Result<Self, Error> {
        let wrong = ErrorKind::SecretLength { found: secret.len() };
        let mut stored = heapless::Vec::new();
        if secret.is_empty() || stored.extend_from_slice(secret).is_err() {
            return Err(wrong.into());
        }
        match Engine::new(algorithm, secret) {
            Some(start) => Ok(Self { start, secret: stored }),
            None => Err(wrong.into()),
        }
    }

    /// The algorithm the key signs with.
    #[must_use]
    pub const fn algorithm(&self) -> Algorithm {
        self.start.algorithm()
    }

    /// Whether there is a secret, without which everybody can sign. Always, as no key is made
    /// without one; but the C ABI finds keys in memory that programs can overwrite.
    #[doc(hidden)]
    #[must_use]
    pub fn has_secret(&self) -> bool {
        !self.secret.is_empty()
    }

    /// The secret itself. Wipe every copy of it.
    pub(crate) fn secret(&self) -> &[u8] {
        &self.secret
    }

    /// The signature of the fields. The string that is signed is never in memory as a whole.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::LeakedSecret`] with the index of the first field that holds the API key itself,
    /// and the offset of the key in its value.
    ///
    /// ```
    /// use wxp_core::{Algorithm, Canonical, ErrorKind, Field, Key};
    ///
    /// let key = Key::new(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
    /// let table = [Field::new("attach", "a=1&key=192006250b4c09247ec02edce69f6a2d")?];
    /// let error = key.sign(&Canonical::of(&table)?).unwrap_err();
    /// assert_eq!(error.kind(), ErrorKind::LeakedSecret { field: 0 });
    /// assert_eq!(error.position(), 8);
    /// # Ok::<(), wxp_core::Error>(())
    /// ```
    pub fn sign(&self, fields: &Canonical<'_, impl Fields + ?Sized>) -> Result<Signature, Error> {
        self.sign_then(fields, core::convert::identity)
    }

    /// The same, and what is made of the signature. It is used where it was made: if it moved, it
    /// would lie on the stack twice.
    pub(crate) fn sign_then<R>(
        &self,
        fields: &Canonical<'_, impl Fields + ?Sized>,
        then: impl FnOnce(Signature) -> R,
    ) -> Result<R, Error> {
        let table = fields.table();
        // In any order, and almost always of no more than two or three values.
        let values = |index| {
            let field = table.at(index).filter(|field| leak::is_long(field.value()))?;
            field.is_signed().then(|| (index, field.value()))
        };
        wiped::<DEPTH, _>(|| {
            self.refuse_leak((0..table.len()).filter_map(values))?;
            Ok(then(self.signature(fields.iter(), KEY)))
        })
    }

    /// Refuses values that are to be signed and sent, with their indices, if one holds the secret.
    #[inline(always)] // Smaller than a call, and what it returns.
    pub(crate) fn refuse_leak<'v>(
        &self,
        values: impl Iterator<Item = (usize, Value<'v>)>,
    ) -> Result<(), Error> {
        let mut watch = Watch::of(&self.secret);
        values.for_each(|(index, value)| watch.pass(index, value));
        watch.end()
    }

    /// The signature of any fields in their order; `label` and the secret follow them.
    pub(crate) fn sign_fields<'f>(
        &self,
        fields: impl Iterator<Item = Field<'f>>,
        label: &[u8],
    ) -> Signature {
        wiped::<DEPTH, _>(|| self.signature(fields, label))
    }

    fn signature<'f>(&self, fields: impl Iterator<Item = Field<'f>>, label: &[u8]) -> Signature {
        let mut digest = Digest::new(&self.start);
        let (mut label, rest) = (label, label.get(1..).unwrap_or_default());
        // Not a loop: this way the fields of a table stay in registers.
        fields.for_each(|field| {
            let name = field.name().as_bytes();
            match field.value().as_str() {
                Some(text) => digest.update_field(name, text.as_bytes()),
                None => {
                    digest.update(name);
                    digest.update(b"=");
                    field.value().visit(|text| digest.update(text.as_bytes()));
                    digest.update(b"&");
                }
            }
            // Its `&` is there already.
            label = rest;
        });
        digest.update(label);
        digest.update(&self.secret);
        digest.finish()
    }

    /// The signature of a string that lies in pieces, without the `&key=` at its end, unless one of
    /// the pieces holds the secret. Their indices are for the error.
    pub(crate) fn sign_pieces<'p, I: Iterator<Item = (usize, &'p str)>>(
        &self,
        pieces: impl Fn() -> I,
    ) -> Result<Signature, Error> {
        wiped::<DEPTH, _>(|| {
            self.refuse_leak(pieces().map(|(index, piece)| (index, Value::new(piece))))?;
            let mut digest = Digest::new(&self.start);
            pieces().for_each(|(_, piece)| digest.update(piece.as_bytes()));
            digest.update(KEY);
            digest.update(&self.secret);
            Ok(digest.finish())
        })
    }

    /// Refuses a key of another algorithm, for uses that have only one.
    pub(crate) fn require(&self, algorithm: Algorithm) -> Result<(), Error> {
        if self.algorithm() == algorithm {
            Ok(())
        } else {
            Err(ErrorKind::AlgorithmMismatch.into())
        }
    }

    /// Verifies the field `sign` against all the others.
    ///
    /// The key decides on the algorithm. The message's own `sign_type` and the length of its
    /// signature can only confirm it, so a sender cannot choose the weaker one.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Unsigned`] if `sign` is missing or empty, [`ErrorKind::AlgorithmMismatch`],
    /// [`ErrorKind::SignatureMismatch`].
    pub fn verify(&self, fields: &Canonical<'_, impl Fields + ?Sized>) -> Result<(), Error> {
        let sign = fields.stated(SIGN).ok_or(ErrorKind::Unsigned)?;
        if fields.stated(SIGN_TYPE).is_some_and(|name| name != *self.algorithm().name()) {
            return Err(ErrorKind::AlgorithmMismatch.into());
        }
        let wrong = |at| Error::new(ErrorKind::SignatureMismatch, at);
        if Signature::algorithm_of(sign).map_err(wrong)? != self.algorithm() {
            return Err(ErrorKind::AlgorithmMismatch.into());
        }
        // The right signature is wiped, too: the message may be forged. The claimed one is looked up
        // again, so that programs whose values are all plain do not carry the decoding.
        let signs = || {
            let right = self.signature(fields.iter(), KEY);
            fields.stated(SIGN).is_some_and(|sign| right.is_written(sign))
        };
        if wiped::<DEPTH, _>(signs) { Ok(()) } else { Err(ErrorKind::SignatureMismatch.into()) }
    }
}

/// How many ASCII letters and digits the secret begins with. Signs of differences take the place of
/// comparisons, which would become branches, and their time would tell letters from digits.
fn leading_alphanumerics(secret: &[u8]) -> usize {
    let (mut all, mut count) = (-1, 0_usize);
    for byte in secret {
        let (letter, digit) = ((byte | 0x20).wrapping_sub(b'a'), byte.wrapping_sub(b'0'));
        all &= i32::from(letter).wrapping_sub(26) | i32::from(digit).wrapping_sub(10);
        count = count.wrapping_add(usize::from(all < 0));
    }
    count
}

impl Drop for Key {
    // Never a hot path, and ends many functions.
    #[inline(never)]
    fn drop(&mut self) {
        self.secret.zeroize();
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Key").field("algorithm", &self.algorithm()).finish_non_exhaustive()
    }
}
