//! What servers own: requests as strings, and messages that leave the function that read them.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use zeroize::Zeroize;

use crate::error::{Error, ErrorKind};
use crate::field::{Field, Fields};
use crate::judge::{Difference, Judgment, Message, Unvouched, Verified, compare};
use crate::sign::{Canonical, Key};
use crate::value::Value;
use crate::xml;

impl Key {
    /// The document of a request, signed: what [`xml::write`] writes. POST it.
    ///
    /// # Errors
    ///
    /// As [`Canonical::over`] and [`sign`](Self::sign), and
    /// [`ErrorKind::Character`] for a value that cannot be sent.
    ///
    /// ```
    /// use wxp_core::{Algorithm, Field, Key};
    ///
    /// let key = Key::new(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
    /// let order = [Field::new("total_fee", "100")?, Field::new("body", "salt & pepper")?];
    /// let document = key.request(&order)?;
    /// assert!(document.starts_with("<xml><body>salt &amp; pepper</body><total_fee>100<"));
    /// # Ok::<(), wxp_core::Error>(())
    /// ```
    pub fn request(&self, fields: &(impl Fields + ?Sized)) -> Result<String, Error> {
        let fields = Canonical::over(fields)?;
        let signature = self.sign(&fields)?;
        let mut document = vec![0; xml::len(&fields, &signature)?];
        xml::write(&fields, &signature, &mut document)?;
        String::from_utf8(document).map_err(|_| ErrorKind::NotUtf8.into())
    }
}

impl From<Value<'_>> for String {
    /// The text, decoded.
    fn from(value: Value<'_>) -> Self {
        let mut text = Self::with_capacity(value.len());
        value.visit(|piece| text.push_str(piece));
        text
    }
}

impl Verified<Message<'_, '_>> {
    /// A copy that borrows nothing: it can be returned, sent to another thread and kept.
    ///
    /// ```
    /// use wxp_core::{Algorithm, Error, Field, Key, Notice, OwnedMessage, Reply, Verdict, Verified};
    ///
    /// /// The notice, if it is authentic and says that something is paid.
    /// fn paid(key: &Key, body: &[u8]) -> Result<Option<Verified<OwnedMessage>>, Error> {
    ///     let mut slots = [Field::EMPTY; 64];
    ///     Ok(match Reply::read(body, &mut slots)?.judge(key, Notice::Payment) {
    ///         Verdict::Succeeded(notice) => Some(notice.into_owned()),
    ///         _ => None,
    ///     })
    /// }
    ///
    /// let key = Key::new(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
    /// let body = b"<xml><return_code>SUCCESS</return_code><result_code>SUCCESS</result_code>\
    ///     <out_trade_no>20260101001</out_trade_no><transaction_id>42</transaction_id>\
    ///     <total_fee>100</total_fee><sign>EE605A17E8EF96BCBDB16BFC82868771</sign></xml>";
    /// let notice = paid(&key, body)?.unwrap();
    /// let records = [Field::new("out_trade_no", "20260101001")?, Field::new("total_fee", "100")?];
    /// assert!(notice.expect(&records).is_ok()); // deliver, once
    /// assert_eq!(notice.get("transaction_id").map(String::from).as_deref(), Some("42"));
    /// # Ok::<(), wxp_core::Error>(())
    /// ```
    #[must_use]
    pub fn into_owned(self) -> Verified<OwnedMessage> {
        Verified(OwnedMessage::of(&self.0))
    }
}

impl Unvouched<Message<'_, '_>> {
    /// A copy that borrows nothing; see [`Verified::into_owned`].
    #[must_use]
    pub fn into_owned(self) -> Unvouched<OwnedMessage> {
        Unvouched(OwnedMessage::of(&self.0))
    }
}

/// A judged [`Message`] that owns its text; made by [`Verified::into_owned`] and
/// [`Unvouched::into_owned`]. As a table of [`Fields`] it has all fields, sorted by name, and `sign`
/// among them if there is one.
///
/// The text is wiped when the message is dropped: the key of a simulator comes in an answer.
#[derive(Clone)]
pub struct OwnedMessage {
    judgment: Judgment,
    /// Names and values, one after the other.
    text: String,
    /// Where the name of a field ends, and where its value ends.
    ends: Vec<(usize, usize)>,
}

impl OwnedMessage {
    fn of(message: &Message<'_, '_>) -> Self {
        let lens = message.fields.iter().map(|field| (field.name().len(), field.value().len()));
        let len =
            lens.fold(0_usize, |sum, (name, value)| sum.saturating_add(name).saturating_add(value));
        // Never moved, so that no part of it stays behind.
        let mut text = String::with_capacity(len);
        let end_of = |field: &Field<'_>| {
            text.push_str(field.name());
            let name_end = text.len();
            field.value().visit(|piece| text.push_str(piece));
            (name_end, text.len())
        };
        let ends = message.fields.iter().map(end_of).collect();
        Self { judgment: message.judgment, text, ends }
    }

    /// The value of the field called `name`, if there is one and it is not empty.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Value<'_>> {
        let fields = (0..self.len()).filter_map(|index| self.at(index));
        let mut named = fields.filter(|field| field.name() == name).map(|field| field.value());
        named.next().filter(|value| !value.is_empty())
    }

    /// Everything that judging found out.
    #[must_use]
    pub const fn judgment(&self) -> &Judgment {
        &self.judgment
    }

    /// Compares the message with what the caller's own records say, before money or goods move
    /// because of it; see [`Canonical::expect`].
    ///
    /// # Errors
    ///
    /// The first expected field that differs.
    pub fn expect<'e>(
        &self,
        expected: &'e (impl Fields + ?Sized),
    ) -> Result<(), Difference<'e, '_>> {
        compare(|name| self.get(name), expected)
    }
}

impl Fields for OwnedMessage {
    fn len(&self) -> usize {
        self.ends.len()
    }

    fn at(&self, index: usize) -> Option<Field<'_>> {
        let before = index.checked_sub(1).map(|before| self.ends.get(before));
        let start = before.map_or(Some(0), |ends| ends.map(|(_, end)| *end))?;
        let (name_end, end) = *self.ends.get(index)?;
        Some(Field::prechecked(self.text.get(start..name_end)?, self.text.get(name_end..end)?))
    }
}

impl Drop for OwnedMessage {
    fn drop(&mut self) {
        self.text.zeroize();
    }
}

impl fmt::Debug for OwnedMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OwnedMessage")
            .field("fields", &Canonical::of_sorted(self))
            .field("judgment", &self.judgment)
            .finish()
    }
}
