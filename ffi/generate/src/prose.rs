//! Comments that are written for C, for readers of other languages.

use crate::dotnet;
use crate::enums::{ENUMS, Enum, camel, lower_camel};

/// What functions of C are called in classes of the bindings, in the style of Python.
const CALLS: [(&str, &str); 6] = [
    ("wxp_expect", "Judgment.expect"),
    ("wxp_key_init", "Key"),
    ("wxp_key_init_nonstandard", "Key.nonstandard"),
    ("wxp_verify", "Key.verify"),
    ("wxp_xml_read", "Reply.read"),
    ("wxp_xml_read_nested", "Reply.read_nested"),
];

/// How a language writes names.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Style {
    /// `Key.ReadNested`, `Status.LeakedSecret`.
    Dotnet,
    /// `Key.readNested`, `Status.LeakedSecret`.
    JavaScript,
    /// `Key.read_nested`, `Status.LEAKED_SECRET`.
    Python,
}

/// A paragraph with its names of C put into a style, each in this markup.
pub(crate) fn translate(text: &str, style: Style, markup: [&str; 2]) -> Result<String, String> {
    let mut translated = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_name) {
        let (before, name) = rest.split_at(start);
        let (name, after) = name.split_at(name.find(|c| !is_name(c)).unwrap_or(name.len()));
        translated += before;
        if name.starts_with("wxp_") || name.starts_with("WXP_") {
            let name = call(name, style).or_else(|| number(name, style));
            let name = name.ok_or(format!("a comment has a name with no translation: {text}"))?;
            translated = translated + markup[0] + &name + markup[1];
        } else {
            translated += name;
        }
        rest = after;
    }
    Ok(translated + rest)
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

fn call(name: &str, style: Style) -> Option<String> {
    let (_, call) = CALLS.iter().find(|(function, _)| *function == name)?;
    Some(match (style, call.split_once('.')) {
        (Style::Dotnet, Some((class, method))) => {
            format!("{class}.{}", camel(&method.to_ascii_uppercase()))
        }
        (Style::JavaScript, Some((class, method))) => format!("{class}.{}", lower_camel(method)),
        _ => (*call).to_owned(),
    })
}

/// The name of a constant, with its enum.
fn number(name: &str, style: Style) -> Option<String> {
    let named = |row: &'static Enum| Some((row, row.member_named(name)?));
    let (row, member) = ENUMS.iter().find_map(named)?;
    Some(match style {
        Style::Dotnet => format!("{}.{}", dotnet::name(row), camel(member)),
        Style::Python => format!("{}.{member}", row.name),
        Style::JavaScript => format!("{}.{}", row.name, camel(member)),
    })
}
