//! Values in GBK, the encoding that Chinese systems had before UTF-8.

use encoding_rs::{EncoderResult, GBK};

use super::sink::Sink;
use crate::value::Value;

/// Hands the value over in GBK, with `?` for each character that it lacks.
///
/// Returns whether that differs from UTF-8.
pub(super) fn encode(value: Value<'_>, sink: &mut Sink) -> bool {
    let mut encoder = GBK.new_encoder();
    let mut differs = false;
    value.visit(|mut text| {
        differs |= !text.is_ascii();
        let mut out = [0; 64];
        while !text.is_empty() {
            let (result, read, written) =
                encoder.encode_from_utf8_without_replacement(text, &mut out, false);
            sink.put(out.get(..written).unwrap_or_default());
            if let EncoderResult::Unmappable(_) = result {
                sink.put(b"?");
            }
            text = text.get(read..).unwrap_or_default();
        }
    });
    differs
}
