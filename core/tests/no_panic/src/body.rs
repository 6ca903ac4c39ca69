//! What people have in hand.

use wxp_core::body::{WebPage, read_list, undo};
use wxp_core::{Body, Field, Language};

use crate::{Buffer, examine, run};

/// Names anything, takes a layer off it, and reads it as a list of fields.
#[unsafe(no_mangle)]
pub extern "C" fn body(text: &Buffer, len: usize, out: &mut Buffer, room: usize) -> i32 {
    run(|| {
        let text = text.get(..len).unwrap_or_default();
        let english = Body::of(text).text(Language::English).len();
        let page = WebPage::of(text).map_or(0, WebPage::code);
        let out = out.get_mut(..room).unwrap_or_default();
        let layer = undo(text, out)?
            .map_or(0, |undone| undone.layer.code() + i32::from(undone.bytes.is_empty()));
        let mut slots = [Field::EMPTY; 32];
        let list = read_list(text, out, slots.get_mut(..room).unwrap_or_default())?;
        let examined: i32 = list.fields.iter().map(|field| examine(field.value())).sum();
        let flags = i32::from(list.held_key) + i32::from(list.is_guess);
        Ok(page + layer + examined + flags + i32::from(english > 9))
    })
}
