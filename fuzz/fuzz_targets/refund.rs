//! Refund notices: what opens is what AES, Base64 and PKCS #7 by themselves make of it, if that is
//! a document; everything else is one error, and leaves nothing in the buffer.

#![no_main]

use aes::Aes256;
use aes::cipher::{Array, BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};
use data_encoding::{BASE64, HEXLOWER};
use libfuzzer_sys::arbitrary::{Result, Unstructured};
use libfuzzer_sys::fuzz_target;
use md5::{Digest, Md5};
use wxp_core::{Algorithm, ErrorKind, Key, UnconfirmedRefund, Value};
use wxp_fuzz::peers::by_roxmltree;
use wxp_fuzz::{SECRET, input};

fuzz_target!(|data: &[u8]| {
    let _ = check(Unstructured::new(data));
});

fn cipher() -> Aes256 {
    let key = HEXLOWER.encode(&Md5::digest(SECRET));
    Aes256::new(key.as_bytes().try_into().unwrap())
}

fn check(mut u: Unstructured<'_>) -> Result<()> {
    let (kind, room): (u8, u16) = (u.arbitrary()?, u.arbitrary()?);
    let (place, byte): (u8, u8) = (u.arbitrary()?, u.arbitrary()?);
    let rest = u.take_rest();
    let mut req_info = match kind % 4 {
        // Text as it is; blocks; a document that is padded and sealed.
        0 => String::from_utf8_lossy(rest).into_owned(),
        1 => BASE64.encode(rest),
        2 => seal(rest.to_vec()),
        _ => {
            let mut text = input::document(rest);
            let pad = 16 - text.len() % 16;
            text.extend(vec![pad as u8; pad]);
            seal(text)
        }
    };
    // One digit near the end, where the padding is, may be another.
    let place = req_info.len().saturating_sub(usize::from(place % 8));
    if req_info.is_ascii() && place < req_info.len() {
        let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";
        let digit = usize::from(byte) % digits.len();
        req_info.replace_range(place..=place, &digits[digit..=digit]);
    }
    let expected = opened(&req_info);
    let key = Key::new(Algorithm::Md5, SECRET.as_bytes()).unwrap();
    let mut out = vec![0xAA; usize::from(room)];
    match UnconfirmedRefund::open(&key, Value::new(&req_info), &mut out) {
        Ok(refund) => assert_eq!(Some(refund.document()), expected.as_deref()),
        Err(error) => match error.kind() {
            ErrorKind::Space { needed } => {
                assert!(needed > out.len() && needed % 16 == 0 && needed <= req_info.len());
                assert!(out.iter().all(|byte| *byte == 0xAA));
            }
            kind => {
                assert!(kind == ErrorKind::Sealed && expected.is_none(), "{expected:?}");
                let wiped = out.iter().take_while(|byte| **byte == 0).count();
                assert!(out[wiped..].iter().all(|byte| *byte == 0xAA));
            }
        },
    }
    Ok(())
}

fn seal(mut blocks: Vec<u8>) -> String {
    let cipher = cipher();
    blocks.truncate(blocks.len() / 16 * 16);
    for block in blocks.chunks_exact_mut(16) {
        cipher.encrypt_block(<&mut Array<u8, _>>::try_from(block).unwrap());
    }
    BASE64.encode(&blocks)
}

/// The document inside, the plain way.
fn opened(req_info: &str) -> Option<String> {
    let mut blocks = BASE64.decode(req_info.as_bytes()).ok()?;
    if blocks.is_empty() || blocks.len() % 16 != 0 {
        return None;
    }
    let cipher = cipher();
    for block in blocks.chunks_exact_mut(16) {
        cipher.decrypt_block(<&mut Array<u8, _>>::try_from(block).unwrap());
    }
    let pad = *blocks.last()?;
    if !(1..=16).contains(&pad) {
        return None;
    }
    let end = blocks.len() - usize::from(pad);
    if blocks[end..].iter().any(|byte| *byte != pad) {
        return None;
    }
    blocks.truncate(end);
    // What is a document, the target `read` is about.
    let mut reader = wxp_core::xml::read(&blocks);
    let is_document = reader.by_ref().all(|field| field.is_ok()) && reader.root() == "root";
    if is_document {
        by_roxmltree(&blocks).unwrap();
    }
    is_document.then(|| String::from_utf8(blocks).unwrap())
}
