//! From GBK to UTF-8.

use encoding_rs::{DecoderResult, GBK};

use crate::base::Writer;
use crate::error::{Error, ErrorKind};

/// Writes the text in UTF-8.
pub(super) fn decode(text: &[u8], writer: &mut Writer<'_>) -> Result<(), Error> {
    let mut decoder = GBK.new_decoder_without_bom_handling();
    let (mut rest, mut out) = (text, [0; 128]);
    loop {
        let (result, read, written) =
            decoder.decode_to_utf8_without_replacement(rest, &mut out, true);
        writer.append(out.get(..written).unwrap_or_default());
        rest = rest.get(read..).unwrap_or_default();
        match result {
            DecoderResult::InputEmpty => return Ok(()),
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => {
                let offset = text.len().saturating_sub(rest.len());
                return Err(Error::new(ErrorKind::NotUtf8, offset));
            }
        }
    }
}
