//! The encrypted part of refund notices: what opens, and that every refusal is the same error.

use aes::Aes256Enc;
use aes::cipher::{Array, BlockCipherEncrypt, KeyInit};
use data_encoding::{BASE64, HEXLOWER, HEXUPPER};
use md5::{Digest, Md5};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use wxp_core::{Algorithm, ErrorKind, Field, Key, UnconfirmedRefund, Value, xml};

use crate::data::{self, API_KEY, key};

const DOCUMENT: &str = "<root><refund_id>50000</refund_id><refund_fee>100</refund_fee></root>";

fn md5() -> Key {
    key(Algorithm::Md5, API_KEY)
}

/// Whole blocks, sealed.
fn sealed(blocks: &[u8]) -> String {
    sealed_under(HEXLOWER.encode(&Md5::digest(API_KEY)).as_bytes(), blocks)
}

fn sealed_under(key: &[u8], blocks: &[u8]) -> String {
    let cipher = Aes256Enc::new(key.try_into().unwrap());
    let mut blocks = blocks.to_vec();
    for block in blocks.chunks_exact_mut(16) {
        cipher.encrypt_block(<&mut Array<u8, _>>::try_from(block).unwrap());
    }
    BASE64.encode(&blocks)
}

fn padded(text: &[u8]) -> Vec<u8> {
    let pad = 16 - text.len() % 16;
    [text, &vec![u8::try_from(pad).unwrap(); pad]].concat()
}

/// The document that opens. If none does, everything tells the same: what a caller sees is one
/// error, and a buffer whose used part is zeros.
fn opened(key: &Key, req_info: &str) -> Option<String> {
    let mut out = [0xAA; 2048];
    match UnconfirmedRefund::open(key, Value::new(req_info), &mut out) {
        Ok(refund) => {
            assert_eq!(format!("{refund:?}"), "UnconfirmedRefund { .. }");
            Some(refund.document().to_owned())
        }
        Err(error) => {
            assert_eq!((error.kind(), error.position()), (ErrorKind::Sealed, 0));
            assert_eq!(error.to_string(), "the sealed part cannot be opened");
            let wiped = out.iter().take_while(|byte| **byte == 0).count();
            assert!(out[wiped..].iter().all(|byte| *byte == 0xAA));
            if let Ok(bytes) = BASE64.decode(req_info.as_bytes())
                && bytes.len() % 16 == 0
            {
                assert_eq!(wiped, bytes.len());
            }
            None
        }
    }
}

#[test]
fn each_vector_opens_or_is_refused_as_recorded() {
    let vectors = data::json("vectors.json");
    let sealed = vectors.as_array().unwrap().iter().filter(|vector| vector["type"] == "req_info");
    let mut count = 0;
    for vector in sealed {
        let text = |name: &str| vector[name].as_str().unwrap();
        let expected = vector["plaintext"].as_str().filter(|text| text.starts_with("<root>"));
        // The others' texts are no documents. They vouch for how this file seals.
        if let Some(plaintext) = vector["plaintext"].as_str() {
            let base64 =
                sealed_under(text("aes_key_ascii").as_bytes(), &padded(plaintext.as_bytes()));
            assert_eq!(base64, text("ciphertext_base64"), "{}", text("id"));
        }
        for algorithm in [Algorithm::Md5, Algorithm::HmacSha256] {
            let key = key(algorithm, text("api_key"));
            let found = opened(&key, text("ciphertext_base64"));
            assert_eq!(found.as_deref(), expected, "{}", text("id"));
        }
        count += 1;
    }
    assert_eq!(count, 11);
}

#[test]
fn a_notice_is_opened_field_by_field() {
    let inside = data::text("samples/plain_req_info_root.xml");
    let req_info = sealed(&padded(inside.as_bytes()));
    // In pieces, as a document can hold it.
    let (head, tail) = req_info.split_at(7);
    let notice = format!("<xml><req_info>{head}<![CDATA[{tail}]]></req_info></xml>");
    let req_info = xml::read(notice.as_bytes()).next().unwrap().unwrap().value();
    assert_eq!(req_info.as_str(), None);

    let mut out = vec![0; 2048];
    let refund = UnconfirmedRefund::open(&md5(), req_info, &mut out).unwrap();
    assert_eq!(refund.document(), inside);
    let mut slots = [Field::EMPTY; 32];
    let fields = refund.read(&mut slots).unwrap();
    let mut expected = [Field::EMPTY; 32];
    let expected = xml::read_into(inside.as_bytes(), &mut expected).unwrap();
    assert!(!fields.is_empty());
    assert_eq!(data::pairs(fields), data::pairs(expected));
}

#[test]
fn documents_of_every_length_open() {
    for len in 0..40 {
        let document = format!("<root><a>{}</a></root>", "x".repeat(len));
        let found = opened(&md5(), &sealed(&padded(document.as_bytes())));
        assert_eq!(found, Some(document));
    }
    assert!(opened(&md5(), &sealed(&padded(b"<root/>"))).is_some());
    // Line ends before ten bytes of padding, which look like them.
    let document = format!("{DOCUMENT}\n");
    assert_eq!(padded(document.as_bytes()).last(), Some(&b'\n'));
    assert_eq!(opened(&md5(), &sealed(&padded(document.as_bytes()))), Some(document));
}

#[test]
fn a_short_buffer_is_left_alone_and_the_length_named() {
    let req_info = sealed(&padded(DOCUMENT.as_bytes()));
    let needed = padded(DOCUMENT.as_bytes()).len();
    for len in 0..needed {
        let mut out = vec![0xAA; len];
        let error = UnconfirmedRefund::open(&md5(), Value::new(&req_info), &mut out).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Space { needed });
        assert!(out.iter().all(|byte| *byte == 0xAA));
    }
    assert!(UnconfirmedRefund::open(&md5(), Value::new(&req_info), &mut vec![0; needed]).is_ok());
}

#[test]
fn the_error_does_not_tell_what_is_wrong_inside_the_sealed_part() {
    let whole = |text: &str| padded(text.as_bytes());
    let ending = |tail: &[u8]| [&padded(DOCUMENT.as_bytes())[..80 - tail.len()], tail].concat();
    for blocks in [
        ending(&[0]),
        ending(&[17]),
        ending(&[2, 1, 2]),
        ending(&[255; 16]),
        ending(&[0; 16]),
        // What is left is the document: the number of bytes is right, and they are not, or there
        // are too many of them.
        ending(&[&[1; 10][..], &[11]].concat()),
        [&padded(DOCUMENT.as_bytes())[..69], &[27; 27]].concat(),
        vec![16; 16],
        whole(""),
        whole("<xml><refund_fee>1</refund_fee></xml>"),
        whole("<Root><refund_fee>1</refund_fee></Root>"),
        whole("<root><refund_fee>1</refund_fee></roo>"),
        whole("<root><refund_fee>1</refund_fee>"),
        whole("<root></root>."),
        whole("<!DOCTYPE root><root></root>"),
        whole("<root><a><b>1</b></a></root>"),
        padded(b"<root><a>\xff</a></root>"),
        padded(b"<root><a>\0</a></root>"),
    ] {
        assert_eq!(opened(&md5(), &sealed(&blocks)), None, "{}", blocks.escape_ascii());
    }
}

#[test]
fn the_error_does_not_tell_what_is_wrong_with_the_sealed_text() {
    let good = sealed(&padded(DOCUMENT.as_bytes()));
    assert_eq!(good.len(), 108);
    let short = sealed(&padded(b"<root/>"));
    assert!(opened(&md5(), &short).is_some() && short.ends_with("=="));
    let unpadded = short.trim_end_matches('=');
    let bytes = BASE64.decode(good.as_bytes()).unwrap();
    let next = char::from(unpadded.as_bytes()[unpadded.len() - 1] + 1);
    for wrong in [
        "",
        "=",
        "====",
        &"=".repeat(64),
        &good[1..],
        &good[4..],
        &good[..104],
        &format!("{good}AAAA"),
        &format!("{good}\n"),
        &format!(" {}", &good[1..]),
        &format!("-{}", &good[1..]),
        &format!("\u{e9}{}", &good[2..]),
        &format!("{good}{good}="),
        unpadded,
        &format!("{short}{short}"),
        // The right bytes, but padded in the middle.
        &format!("{}{}", BASE64.encode(&bytes[..1]), BASE64.encode(&bytes[1..])),
        // The right bytes, and bits behind the last one.
        &format!("{}{next}==", &unpadded[..unpadded.len() - 1]),
    ] {
        assert_eq!(opened(&md5(), wrong), None, "{wrong}");
    }
    // Of a length that cannot be right, none is said to be needed.
    for wrong in [&good[1..], &good[4..], unpadded] {
        let error = UnconfirmedRefund::open(&md5(), Value::new(wrong), &mut []).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Sealed, "{wrong}");
    }
}

#[test]
fn text_after_the_base64_padding_is_refused() {
    // Four digits of the number are in the last block.
    let document = |number| format!("<root><a>{number:059}</a></root>");
    let mut texts = (0..1000).map(|number| sealed(&padded(document(number).as_bytes())));
    let good = texts.find(|text| text.ends_with("A=")).unwrap();
    assert!(opened(&md5(), &good).is_some());
    // It would stand for the same bytes.
    assert_eq!(opened(&md5(), &format!("{}=A", &good[..good.len() - 2])), None);
}

#[test]
fn only_the_digest_in_lower_case_opens() {
    let digest = Md5::digest(API_KEY);
    let blocks = padded(DOCUMENT.as_bytes());
    let lower = sealed_under(HEXLOWER.encode(&digest).as_bytes(), &blocks);
    let upper = sealed_under(HEXUPPER.encode(&digest).as_bytes(), &blocks);
    assert!(opened(&md5(), &lower).is_some());
    assert!(opened(&md5(), &upper).is_none());
    assert!(opened(&key(Algorithm::Md5, "192006250b4c09247ec02edce69f6a2e"), &lower).is_none());
}

#[test]
fn recombined_blocks_can_open() {
    // Why the type is called unconfirmed: the same fields in another order.
    let document = "<root>          <refund_fee>1   </refund_fee>   <total_fee>2    </total_fee>    \
        </root>";
    let mut blocks: Vec<_> = padded(document.as_bytes()).chunks(16).map(<[u8]>::to_vec).collect();
    let honest = opened(&md5(), &sealed(&blocks.concat())).unwrap();
    blocks[1..5].rotate_left(2);
    let forged = opened(&md5(), &sealed(&blocks.concat())).unwrap();
    assert_ne!(forged, honest);
    // A block that is there twice is seen when the fields are read.
    let twice = [&blocks[..3], &blocks[1..]].concat().concat();
    let mut out = [0; 256];
    let twice = sealed(&twice);
    let refund = UnconfirmedRefund::open(&md5(), Value::new(&twice), &mut out).unwrap();
    let error = refund.read(&mut [Field::EMPTY; 8]).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Duplicate);
    assert_eq!(refund.read(&mut []).unwrap_err().kind(), ErrorKind::Space { needed: 3 });
}

proptest! {
    #[test]
    fn random_blocks_do_not_open(blocks in vec(any::<[u8; 16]>(), 1..20)) {
        prop_assert_eq!(opened(&md5(), &BASE64.encode(&blocks.concat())), None);
    }

    #[test]
    fn random_text_does_not_open(text in "\\PC{0,40}|[A-Za-z0-9+/=]{0,100}") {
        prop_assert_eq!(opened(&md5(), &text), None);
    }

    #[test]
    fn a_flipped_bit_in_the_first_or_last_block_does_not_open(
        bit in 0..8_u8, at in any::<Index>(), last in any::<bool>(),
    ) {
        let mut blocks = BASE64.decode(sealed(&padded(DOCUMENT.as_bytes())).as_bytes()).unwrap();
        let start = if last { blocks.len() - 16 } else { 0 };
        blocks[start + at.index(16)] ^= 1 << bit;
        prop_assert_eq!(opened(&md5(), &BASE64.encode(&blocks)), None);
    }
}
