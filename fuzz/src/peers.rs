//! What other readers of XML make of a document.

use quick_xml::events::Event;

use crate::Pair;

fn text_of(document: &[u8]) -> Result<&str, String> {
    std::str::from_utf8(document).map_err(|error| error.to_string())
}

/// The elements below the root with all their text, in document order, by roxmltree.
///
/// # Errors
///
/// What it has to say against the document.
pub fn by_roxmltree(document: &[u8]) -> Result<Vec<Pair>, String> {
    in_tree(document, |root| {
        let children = root.children().filter(roxmltree::Node::is_element);
        children.map(|child| (name_of(child), content_of(child))).collect()
    })
}

/// Fields, and groups of them with the name of each, in document order.
pub type Outline = (Vec<Pair>, Vec<(String, Vec<Pair>)>);

/// The fields below the root and the records of fields, in document order, by roxmltree.
///
/// # Errors
///
/// What it has to say against the document, or which element has no place there.
pub fn nested_by_roxmltree(document: &[u8]) -> Result<Outline, String> {
    in_tree(document, |root| {
        let elements = |node: roxmltree::Node<'_, '_>| node.children().any(|c| c.is_element());
        let fields = |node: roxmltree::Node<'_, '_>| -> Vec<Pair> {
            let fields = node.children().filter(|node| node.is_element() && !elements(*node));
            fields.map(|node| (name_of(node), content_of(node))).collect()
        };
        let groups = root.descendants().filter(|node| *node != root && elements(*node));
        // A list has records in it and nothing else, a record fields.
        let is_record = |node: &roxmltree::Node<'_, '_>| !node.children().any(elements);
        let is_list = |node: &roxmltree::Node<'_, '_>| {
            let mut children = node.children().filter(roxmltree::Node::is_element);
            node.parent() == Some(root) && children.all(|c| elements(c) && is_record(&c))
        };
        if let Some(node) = groups.clone().find(|node| !is_record(node) && !is_list(node)) {
            return Err(format!("<{}> is neither a list nor a record", name_of(node)));
        }
        let records = groups.filter(is_record).map(|node| (name_of(node), fields(node)));
        Ok((fields(root), records.collect()))
    })?
}

fn in_tree<R>(
    document: &[u8],
    look: impl FnOnce(roxmltree::Node<'_, '_>) -> R,
) -> Result<R, String> {
    // Line ends as XML 1.0 section 2.11 wants them; roxmltree 0.21 forgets some after references.
    let text = text_of(document)?.replace("\r\n", "\n").replace('\r', "\n");
    let tree = roxmltree::Document::parse(&text).map_err(|error| error.to_string())?;
    Ok(look(tree.root_element()))
}

fn name_of(node: roxmltree::Node<'_, '_>) -> String {
    node.tag_name().name().to_owned()
}

fn content_of(node: roxmltree::Node<'_, '_>) -> String {
    node.descendants().filter(roxmltree::Node::is_text).filter_map(|node| node.text()).collect()
}

/// The same by quick-xml, which leaves much unchecked: what it accepts says nothing.
///
/// # Errors
///
/// What it has to say against the document.
pub fn by_quick_xml(document: &[u8]) -> Result<Vec<Pair>, String> {
    let text = text_of(document)?;
    let mut reader = quick_xml::Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut fields: Vec<Pair> = Vec::new();
    let mut depth = 0;
    loop {
        let piece = match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(tag) => {
                depth += 1;
                if depth == 2 {
                    let name = tag.name().as_ref().to_owned();
                    fields.push((name, String::new()));
                }
                continue;
            }
            Event::End(_) => {
                depth -= 1;
                continue;
            }
            Event::Text(text) => text.xml10_content().into_owned(),
            Event::CData(text) => text.xml10_content().into_owned(),
            Event::GeneralRef(entity) => reference(&entity)?,
            Event::Eof if depth > 0 => return Err("cut short".into()),
            Event::Eof => return Ok(fields),
            _ => continue,
        };
        if let (2.., Some((_, value))) = (depth, fields.last_mut()) {
            *value += &piece;
        }
    }
}

fn reference(entity: &quick_xml::events::BytesRef<'_>) -> Result<String, String> {
    if let Some(character) = entity.resolve_char_ref().map_err(|error| error.to_string())? {
        return Ok(character.into());
    }
    let text = quick_xml::escape::resolve_xml_entity(entity).ok_or("an unknown entity")?;
    Ok(text.to_owned())
}
