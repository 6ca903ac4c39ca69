//! Searching in bytes, in time that is linear whatever they are.

/// The offset of the first place where `needle` stands.
pub(super) fn find(text: &[u8], needle: &[u8]) -> Option<usize> {
    let (first, rest) = needle.split_first()?;
    let begins = |at: usize| text.get(at.saturating_add(1)..).is_some_and(|t| t.starts_with(rest));
    let mut places = text.iter().enumerate().filter(|(_, byte)| *byte == first);
    places.find(|(at, _)| begins(*at)).map(|(at, _)| at)
}

/// Whether one of these stands in the text.
pub(super) fn holds(text: &[u8], needles: &[&[u8]]) -> bool {
    needles.iter().any(|needle| find(text, needle).is_some())
}

/// What follows `prefix`, whose letters may have either case.
pub(super) fn strip_ignoring_case<'a>(text: &'a [u8], prefix: &str) -> Option<&'a [u8]> {
    let (head, tail) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix.as_bytes()).then_some(tail)
}

/// Whether these bytes are text in GBK rather than damaged UTF-8: all of them are characters of
/// one or two bytes, and as UTF-8 more of them are wrong than right.
pub(super) fn is_gbk(bytes: &[u8]) -> bool {
    match core::str::from_utf8(bytes) {
        // Whole, or cut off within a character.
        Ok(_) => return false,
        Err(error) if error.error_len().is_none() => return false,
        Err(_) => {}
    }
    let (mut right, mut wrong) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        let characters = chunk.valid().chars().filter(|character| !character.is_ascii());
        right = right.saturating_add(characters.count());
        wrong = wrong.saturating_add(usize::from(!chunk.invalid().is_empty()));
    }
    wrong > right && is_double_byte(bytes)
}

fn is_double_byte(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    loop {
        rest = match rest {
            [] => return true,
            [b'\t' | b'\r' | b'\n' | b' '..=0x7E, rest @ ..] => rest,
            [0x81..=0xFE, 0x40..=0x7E | 0x80..=0xFE, rest @ ..] => rest,
            _ => return false,
        };
    }
}
