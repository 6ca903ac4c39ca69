//! Other readers of XML, each put to the same use: the names and values of all fields.

use roxmltree::Document;
use xmlparser::{ElementEnd, Token, Tokenizer};

/// A name and a value.
pub type Pair<'a> = (&'a str, &'a str);

/// By the tokens of `xmlparser`, which does not check whether tags match.
pub fn xmlparser<'a>(document: &'a str, fields: &mut Vec<Pair<'a>>) {
    fields.clear();
    let mut open = None;
    for token in Tokenizer::from(document) {
        match token.unwrap() {
            Token::ElementStart { local, .. } => open = Some((local.as_str(), "")),
            Token::Text { text } | Token::Cdata { text, .. } => {
                open = open.map(|(name, _)| (name, text.as_str()));
            }
            Token::ElementEnd { end: ElementEnd::Close(..), .. } => fields.extend(open.take()),
            _ => {}
        }
    }
}

/// By the tree of `roxmltree`.
#[must_use]
pub fn roxmltree(document: &str) -> usize {
    let tree = Document::parse(document).unwrap();
    let fields: Vec<Pair<'_>> = tree
        .root_element()
        .children()
        .filter(roxmltree::Node::is_element)
        .map(|node| (node.tag_name().name(), node.text().unwrap_or_default()))
        .collect();
    fields.len()
}
