//! A good idiom: what a careful programmer makes of the same crates, with everything borrowed, one
//! sort, no strings in between, and an HMAC that is prepared once.

use std::borrow::Cow;

use data_encoding::HEXUPPER;
use quick_xml::Reader;
use quick_xml::escape::{escape, unescape};
use quick_xml::events::{BytesStart, Event};

use crate::workload::SECRET;
use crate::yardstick::digest::{Bytes, Digest};

/// The digits of a signature.
pub struct Signature {
    digits: [u8; 64],
    len: usize,
}

impl Signature {
    fn of(digest: &Bytes) -> Self {
        let digest = digest.as_ref();
        let mut signature = Self { digits: [0; 64], len: 2 * digest.len() };
        HEXUPPER.encode_mut(digest, &mut signature.digits[..2 * digest.len()]);
        signature
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.digits[..self.len]).unwrap()
    }
}

/// The signature of fields in any order.
#[must_use]
pub fn sign(digest: &Digest, fields: &[(&str, &str)]) -> Signature {
    sign_sorted(digest, sorted(fields).iter().copied())
}

fn sorted<'a>(fields: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = fields.to_vec();
    fields.sort_unstable_by_key(|(name, _)| *name);
    fields
}

fn sign_sorted<'a>(digest: &Digest, fields: impl Iterator<Item = (&'a str, &'a str)>) -> Signature {
    let signed = fields.filter(|(name, value)| *name != "sign" && !value.is_empty());
    let pieces = signed.flat_map(|(name, value)| [name, "=", value, "&"]);
    Signature::of(&digest.of_pieces(pieces.chain(["key=", SECRET])))
}

/// The document to send.
#[must_use]
pub fn build(digest: &Digest, fields: &[(&str, &str)]) -> String {
    let fields = sorted(fields);
    let signature = sign_sorted(digest, fields.iter().copied());
    let mut out = String::with_capacity(2048);
    out.push_str("<xml>");
    for (name, value) in fields {
        element(name, value, &mut out);
    }
    element("sign", signature.as_str(), &mut out);
    out.push_str("</xml>");
    out
}

fn element(name: &str, value: &str, out: &mut String) {
    ["<", name, ">", &*escape(value), "</", name, ">"].iter().for_each(|piece| out.push_str(piece));
}

/// A field of a document, borrowed from it.
pub type Field<'a> = (BytesStart<'a>, Cow<'a, str>);

/// Reads a document into a table that is used again.
pub fn read<'a>(document: &'a str, fields: &mut Vec<Field<'a>>) {
    let mut reader = Reader::from_str(document);
    let mut open: Option<Field<'a>> = None;
    fields.clear();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(name) => open = Some((name, Cow::Borrowed(""))),
            Event::Text(text) => append(&mut open, text.into_inner()),
            Event::CData(text) => append(&mut open, text.into_inner()),
            Event::GeneralRef(reference) => {
                let text = format!("&{};", &*reference);
                append(&mut open, Cow::Owned(unescape(&text).unwrap().into_owned()));
            }
            Event::End(_) => fields.extend(open.take()),
            Event::Eof => return,
            _ => {}
        }
    }
}

fn append<'a>(open: &mut Option<Field<'a>>, text: Cow<'a, str>) {
    match open {
        Some((_, value)) if value.is_empty() => *value = text,
        Some((_, value)) => value.to_mut().push_str(&text),
        None => {}
    }
}

/// Whether a document's signature is right.
#[must_use]
pub fn verify<'a>(digest: &Digest, document: &'a str, fields: &mut Vec<Field<'a>>) -> bool {
    read(document, fields);
    fields.sort_unstable_by(|(a, _), (b, _)| a.name().cmp(&b.name()));
    let twice = fields.windows(2).any(|pair| pair[0].0.name() == pair[1].0.name());
    let pairs = || fields.iter().map(|(name, value)| (name.name().into_inner(), &**value));
    let sign = pairs().find(|(name, _)| *name == "sign").map(|(_, value)| value);
    !twice && sign == Some(sign_sorted(digest, pairs()).as_str())
}
