//! Other ways to write the names of fields.

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Naming {
    Kept,
    Lower,
    Upper,
    /// `nonceStr`, `mchId`, `appid`.
    Camel,
    /// `nonceStr`, `mchId`, `appId`: an `id` at the end counts as a word.
    CamelId,
    /// `NonceStr`, `MchId`, `AppId`.
    Pascal,
    /// `noncestr`, `mchid`.
    Joined,
    /// `nonce_str` for `nonceStr`.
    Snake,
}

impl Naming {
    /// The ways that are tried.
    pub(super) const ALL: [Self; 7] = [
        Self::Lower,
        Self::Upper,
        Self::Camel,
        Self::CamelId,
        Self::Pascal,
        Self::Joined,
        Self::Snake,
    ];

    /// The name, written in this way.
    pub(super) fn spell(self, name: &str) -> impl Iterator<Item = u8> {
        let mut previous = None;
        let mut rest = name.as_bytes();
        core::iter::from_fn(move || {
            let (byte, others) = rest.split_first()?;
            let begins_id = rest.eq_ignore_ascii_case(b"id");
            let pieces = self.piece(previous, *byte, begins_id);
            (previous, rest) = (Some(*byte), others);
            Some(pieces)
        })
        .flatten()
        .flatten()
    }

    /// What becomes of one character of a name.
    const fn piece(self, previous: Option<u8>, byte: u8, begins_id: bool) -> [Option<u8>; 2] {
        let joins = matches!(self, Self::Camel | Self::CamelId | Self::Pascal | Self::Joined);
        if joins && byte == b'_' {
            return [None, None];
        }
        let begins_word = matches!(previous, Some(b'_'));
        let capital = match self {
            Self::Camel => begins_word,
            Self::CamelId => begins_word || begins_id && previous.is_some(),
            Self::Pascal => begins_word || begins_id || previous.is_none(),
            _ => false,
        };
        match self {
            Self::Lower => [Some(byte.to_ascii_lowercase()), None],
            Self::Snake if byte.is_ascii_uppercase() => {
                [Some(b'_'), Some(byte.to_ascii_lowercase())]
            }
            Self::Upper => [Some(byte.to_ascii_uppercase()), None],
            _ if capital => [Some(byte.to_ascii_uppercase()), None],
            _ => [Some(byte), None],
        }
    }

    /// Whether the name is another one in this way.
    pub(super) fn changes(self, name: &str) -> bool {
        self != Self::Kept && !self.spell(name).eq(name.bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_in_every_way() {
        for (name, ways) in [
            (
                "nonce_str",
                [
                    "nonce_str",
                    "NONCE_STR",
                    "nonceStr",
                    "nonceStr",
                    "NonceStr",
                    "noncestr",
                    "nonce_str",
                ],
            ),
            ("appid", ["appid", "APPID", "appid", "appId", "AppId", "appid", "appid"]),
            ("mchId", ["mchid", "MCHID", "mchId", "mchId", "MchId", "mchId", "mch_id"]),
            ("id", ["id", "ID", "id", "id", "Id", "id", "id"]),
        ] {
            for (way, expected) in Naming::ALL.into_iter().zip(ways) {
                let spelt: Vec<u8> = way.spell(name).collect();
                assert_eq!(core::str::from_utf8(&spelt), Ok(expected));
                assert_eq!(way.changes(name), name != expected);
            }
        }
    }
}
