//! Whether a value is JSON.

/// The deepest nesting that is looked into; what is deeper is believed.
const DEEPEST: u32 = 63;

/// What may come next.
#[derive(Clone, Copy)]
enum Next {
    /// The whole: an object or an array.
    Whole,
    Value,
    /// The first value of an array, or its end.
    FirstValue,
    /// The name of a member.
    Name,
    /// The first name of an object, or its end.
    FirstName,
    Colon,
    /// Behind a value: a comma, or the end of what it is in.
    Comma,
    /// In a text; whether it is a name, and whether a backslash stands before.
    Text {
        name: bool,
        escaped: bool,
    },
    /// In a number, or in `true`, `false` or `null`.
    Word,
    /// Behind the whole.
    End,
}

/// The offset of the first byte at which a text is not an object or an array of JSON, or its length
/// if it ends too early; `None` if it is one.
///
/// Numbers and words are taken by their letters, and texts with any character: those who read such
/// values differ there.
pub(super) fn fault(bytes: impl Iterator<Item = u8>) -> Option<usize> {
    // One bit for each level: whether it is an object.
    let (mut levels, mut depth) = (0_u64, 0_u32);
    let (mut next, mut len) = (Next::Whole, 0_usize);
    for byte in bytes {
        let is_blank = matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
        let is_word = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.');
        let in_object = levels & 1 == 1;
        next = match (next, byte) {
            (Next::Text { name, escaped: true }, _) => Next::Text { name, escaped: false },
            (Next::Text { name, .. }, b'\\') => Next::Text { name, escaped: true },
            (Next::Text { name: true, .. }, b'"') => Next::Colon,
            (Next::Text { .. }, b'"') => Next::Comma,
            (text @ Next::Text { .. }, _) => text,
            (Next::Word, _) if is_word => Next::Word,
            (Next::Word, _) if is_blank => Next::Comma,
            (other, _) if is_blank => other,
            (Next::Name | Next::FirstName, b'"') => Next::Text { name: true, escaped: false },
            (Next::Value | Next::FirstValue, b'"') => Next::Text { name: false, escaped: false },
            (Next::Whole | Next::Value | Next::FirstValue, b'{' | b'[') => {
                depth = depth.saturating_add(1);
                if depth > DEEPEST {
                    return None;
                }
                levels = levels << 1 | u64::from(byte == b'{');
                if byte == b'{' { Next::FirstName } else { Next::FirstValue }
            }
            (Next::Value | Next::FirstValue, _) if is_word => Next::Word,
            (Next::Colon, b':') => Next::Value,
            (Next::Comma | Next::Word, b',') if in_object => Next::Name,
            (Next::Comma | Next::Word, b',') => Next::Value,
            (Next::Comma | Next::Word | Next::FirstName, b'}') if in_object => {
                close(&mut levels, &mut depth)
            }
            (Next::Comma | Next::Word | Next::FirstValue, b']') if !in_object => {
                close(&mut levels, &mut depth)
            }
            _ => return Some(len),
        };
        len = len.saturating_add(1);
    }
    match next {
        Next::End => None,
        _ => Some(len),
    }
}

/// Leaves a level.
const fn close(levels: &mut u64, depth: &mut u32) -> Next {
    *levels >>= 1;
    *depth = depth.saturating_sub(1);
    if *depth == 0 { Next::End } else { Next::Comma }
}
