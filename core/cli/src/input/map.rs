//! Maps as Java and Go print them: `{name=value, name=value}` and `map[name:value name:value]`.
//!
//! Neither escapes anything, so where a value ends is a guess, which is said.

use wxp_core::Field;

/// The program that printed a map.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Map {
    Java,
    Go,
}

impl Map {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Java => "JavaMap",
            Self::Go => "GoMap",
        }
    }

    /// What stands between a name and its value, and between two items.
    const fn separators(self) -> (char, &'static str) {
        match self {
            Self::Java => ('=', ", "),
            Self::Go => (':', " "),
        }
    }
}

/// The items of a map, in their order.
pub(super) fn read(bytes: &[u8]) -> Option<(Map, Vec<(String, String)>)> {
    let text = str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}').trim();
    let java = text.strip_prefix('{').and_then(|text| text.strip_suffix('}'));
    let go = || text.strip_prefix("map[").and_then(|text| text.strip_suffix(']'));
    let (map, inner) = match java {
        Some(inner) => (Map::Java, inner),
        None => (Map::Go, go()?),
    };
    let mut pairs: Vec<(String, String)> = Vec::new();
    let (_, between) = map.separators();
    for part in inner.split(between) {
        match (pair(map, part), pairs.last_mut()) {
            (Some((name, value)), _) => pairs.push((name.to_owned(), value.to_owned())),
            // No name follows, so the value goes on.
            (None, Some((_, value))) => *value += &format!("{between}{part}"),
            (None, None) => return None,
        }
    }
    // What is printed for a value that is not there.
    let absent = if map == Map::Java { "null" } else { "<nil>" };
    pairs.iter_mut().filter(|(_, value)| value == absent).for_each(|(_, value)| value.clear());
    Some((map, pairs))
}

fn pair(map: Map, part: &str) -> Option<(&str, &str)> {
    let (name, value) = part.split_once(map.separators().0)?;
    Field::is_name(name.as_bytes()).then_some((name, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_go_on_until_a_name_follows() {
        for (text, due) in [
            ("{a=1, b=x, y, c==}", &[("a", "1"), ("b", "x, y"), ("c", "=")][..]),
            ("map[a:1 b:x y t:10:20 c:]\n", &[("a", "1"), ("b", "x y"), ("t", "10:20"), ("c", "")]),
            ("{a=null}", &[("a", "")]),
            ("map[a:<nil> b:null]", &[("a", ""), ("b", "null")]),
        ] {
            let (_, pairs) = read(text.as_bytes()).unwrap();
            let pairs: Vec<_> = pairs.iter().map(|(name, value)| (&**name, &**value)).collect();
            assert_eq!(pairs, due, "{text}");
        }
        for text in ["{}", "{\"a\":1}", "map[]", "map[ a:1]", "{1=2}", "[a=1]", "{a=1"] {
            assert!(read(text.as_bytes()).is_none(), "{text}");
        }
    }
}
