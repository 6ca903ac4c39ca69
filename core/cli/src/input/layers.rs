//! The layers around a message, which logs, editors and old systems put there.

use wxp_core::{ErrorKind, body};

use super::foreign;
use crate::console::Console;
use crate::failure::Refusal;

/// The most layers that are taken off. More than three have not been seen.
const MOST: usize = 8;

/// What is inside, once no layer is left that can be undone without guessing.
pub(crate) fn peeled(mut bytes: Vec<u8>, console: &Console) -> Result<Vec<u8>, Refusal> {
    for _ in 0..MOST {
        // A buffer twice as long always has room.
        let mut out = vec![0; bytes.len().saturating_mul(2)];
        let (layer, inner) = match body::undo(&bytes, &mut out) {
            Ok(Some(undone)) => (undone.layer, undone.bytes.to_vec()),
            Ok(None) => match foreign::undo(&bytes) {
                Some((layer, inner)) => {
                    console.undone(layer.name(), &layer.text(console.language));
                    bytes = inner;
                    continue;
                }
                None => break,
            },
            // What is no escape, and no GBK, is refused for what it is.
            Err(error) if error.kind() == ErrorKind::NotUtf8 => break,
            Err(error) => {
                let message = error.in_language(console.language).to_string();
                let shown = console.starred(&bytes);
                return Err(Refusal::numbered(error.kind(), message).at(&shown, error.position()));
            }
        };
        console.undone(layer.name(), layer.text(console.language));
        bytes = inner;
    }
    Ok(bytes)
}
