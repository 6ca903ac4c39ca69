//! From fields to a document.

use wxp_core::{Algorithm, Canonical, Field, Key, Signature, xml};

use crate::{Buffer, examine, run, show};

/// Signs three fields with any names and values, and writes and reads them.
#[unsafe(no_mangle)]
pub extern "C" fn sign(lens: &[usize; 9], text: &Buffer, out: &mut Buffer) -> i32 {
    run(|| {
        let mut words = text.chunks(256).zip(lens).map(|(word, len)| word.get(..*len));
        let mut bytes = || words.next().flatten().unwrap_or_default();
        let secret = bytes();
        let key = Key::new(Algorithm::Md5, secret)
            .or_else(|_| Key::nonstandard(Algorithm::HmacSha256, secret))?;
        let mut word = || core::str::from_utf8(bytes()).unwrap_or_default();
        let table =
            [Field::new(word(), word())?, Field::new(word(), word())?, Field::new(word(), word())?];
        let fields = Canonical::of(&table)?;
        let signature = key.sign(&fields)?;
        let claimed = Signature::parse(word())?;
        key.verify(&fields)?;
        let len = xml::len(&fields, &signature)?;
        let document = xml::write(&fields, &signature, out)?;
        Ok([
            i32::from(signature.matches(&claimed)),
            i32::from(fields.is_ambiguous()),
            i32::from(show(&fields)),
            fields.get(word()).map_or(0, examine),
            i32::from(document.len() == len),
        ]
        .iter()
        .sum())
    })
}
