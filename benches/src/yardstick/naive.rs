//! The naive idiom, as most programs have it: sorted maps, strings, `format!`.

use std::collections::BTreeMap;

use data_encoding::HEXUPPER;
use hmac::{Hmac, KeyInit, Mac};
use md5::{Digest, Md5};
use quick_xml::Reader;
use quick_xml::escape::{escape, unescape};
use quick_xml::events::Event;
use sha2::Sha256;
use wxp_core::Algorithm;

use crate::workload::SECRET;

/// The signature of fields in any order.
#[must_use]
pub fn sign(algorithm: Algorithm, fields: &[(&str, &str)]) -> String {
    sign_map(algorithm, &fields.iter().copied().collect())
}

fn sign_map(algorithm: Algorithm, fields: &BTreeMap<&str, &str>) -> String {
    let signed = fields.iter().filter(|(name, value)| **name != "sign" && !value.is_empty());
    let pairs: Vec<String> = signed.map(|(name, value)| format!("{name}={value}")).collect();
    let canonical = format!("{}&key={SECRET}", pairs.join("&"));
    match algorithm {
        Algorithm::Md5 => HEXUPPER.encode(&Md5::digest(canonical)),
        Algorithm::HmacSha256 => {
            let mut hmac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).unwrap();
            hmac.update(canonical.as_bytes());
            HEXUPPER.encode(&hmac.finalize().into_bytes())
        }
    }
}

/// The document to send.
#[must_use]
pub fn build(algorithm: Algorithm, fields: &[(&str, &str)]) -> String {
    let map: BTreeMap<&str, &str> = fields.iter().copied().collect();
    let sign = sign_map(algorithm, &map);
    let element = |(name, value): (&&str, &&str)| format!("<{name}>{}</{name}>", escape(*value));
    let elements: Vec<String> = map.iter().map(element).collect();
    format!("<xml>{}<sign>{sign}</sign></xml>", elements.concat())
}

/// The fields of a document.
#[must_use]
pub fn read(document: &str) -> BTreeMap<String, String> {
    let mut reader = Reader::from_str(document);
    reader.config_mut().trim_text(true);
    let mut fields = BTreeMap::new();
    let mut name = String::new();
    let mut text = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                name = start.name().into_inner().to_owned();
                text.clear();
            }
            Event::Text(piece) => text.push_str(&piece),
            Event::CData(piece) => text.push_str(&piece),
            Event::GeneralRef(reference) => {
                text.push_str(&unescape(&format!("&{};", &*reference)).unwrap());
            }
            Event::End(end) if end.name().into_inner() == name => {
                fields.insert(name.clone(), text.clone());
            }
            Event::Eof => return fields,
            _ => {}
        }
    }
}

/// Whether a document's signature is right.
#[must_use]
pub fn verify(algorithm: Algorithm, document: &str) -> bool {
    let fields = read(document);
    let borrowed = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    fields["sign"] == sign_map(algorithm, &borrowed)
}
