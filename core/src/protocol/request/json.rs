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
    /// In a text, and behind a backslash there.
    Text,
    Escaped,
    /// In a name, and behind a backslash there.
    InName,
    EscapedName,
    /// In a number, or in `true`, `false` or `null`.
    Word,
    /// Behind the whole.
    End,
}

/// Reads a text byte by byte until it is known whether it is an object or an array of JSON.
///
/// Numbers and words are taken by their letters, and texts with any character: those who read such
/// values differ there.
pub(super) struct Json {
    next: Next,
    /// One bit for each level: whether it is an object.
    levels: u64,
    depth: u32,
    len: usize,
    /// Whether reading ended, at a byte that cannot stand there.
    is_wrong: bool,
}

impl Json {
    pub(super) const fn new() -> Self {
        Self { next: Next::Whole, levels: 0, depth: 0, len: 0, is_wrong: false }
    }

    /// The offset of the first byte at which what was read is not JSON, or its length if it ends
    /// too early; `None` if it is JSON.
    pub(super) const fn fault(&self) -> Option<usize> {
        match self.next {
            Next::End if !self.is_wrong => None,
            _ if self.depth > DEEPEST => None,
            _ => Some(self.len),
        }
    }

    #[inline(never)]
    pub(super) fn read(&mut self, text: &str) {
        for byte in text.bytes() {
            if self.is_wrong || self.depth > DEEPEST {
                return;
            }
            match self.behind(byte) {
                Some(next) => {
                    self.next = next;
                    self.len = self.len.saturating_add(1);
                }
                None => self.is_wrong = true,
            }
        }
    }

    /// What may come behind this byte, unless it cannot stand here.
    fn behind(&mut self, byte: u8) -> Option<Next> {
        let is_blank = matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
        let is_word = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.');
        let in_object = self.levels & 1 == 1;
        Some(match (self.next, byte) {
            (Next::Escaped, _) => Next::Text,
            (Next::EscapedName, _) => Next::InName,
            (Next::Text, b'\\') => Next::Escaped,
            (Next::InName, b'\\') => Next::EscapedName,
            (Next::Text, b'"') => Next::Comma,
            (Next::InName, b'"') => Next::Colon,
            (text @ (Next::Text | Next::InName), _) => text,
            (Next::Word, _) if is_word => Next::Word,
            (Next::Word, _) if is_blank => Next::Comma,
            (other, _) if is_blank => other,
            (Next::Name | Next::FirstName, b'"') => Next::InName,
            (Next::Value | Next::FirstValue, b'"') => Next::Text,
            (Next::Whole | Next::Value | Next::FirstValue, b'{' | b'[') => {
                let is_object = byte == b'{';
                self.depth = self.depth.saturating_add(1);
                self.levels = self.levels << 1 | u64::from(is_object);
                if is_object { Next::FirstName } else { Next::FirstValue }
            }
            (Next::Value | Next::FirstValue, _) if is_word => Next::Word,
            (Next::Colon, b':') => Next::Value,
            (Next::Comma | Next::Word, b',') if in_object => Next::Name,
            (Next::Comma | Next::Word, b',') => Next::Value,
            (Next::Comma | Next::Word | Next::FirstName, b'}') if in_object => self.close(),
            (Next::Comma | Next::Word | Next::FirstValue, b']') if !in_object => self.close(),
            _ => return None,
        })
    }

    /// Leaves a level.
    const fn close(&mut self) -> Next {
        self.levels >>= 1;
        self.depth = self.depth.saturating_sub(1);
        if self.depth == 0 { Next::End } else { Next::Comma }
    }
}
