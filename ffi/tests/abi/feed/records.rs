//! The records of nested documents.

use wxp_core::{Error, ErrorKind, Field, xml};

use super::{Feed, code, pairs};

/// Documents with groups, good and bad.
pub(super) fn nested(feed: &mut Feed) {
    let documents = [
        ("a flat one", "<xml><a>1</a></xml>"),
        ("a record", "<xml><g><b>2</b><a>1</a></g></xml>"),
        (
            "a list",
            "<xml><x/><l><r><a>1</a></r><s><b>&lt;</b><a><![CDATA[]]></a></s></l><y/></xml>",
        ),
        (
            "fields that have to be decoded",
            "<xml><g><b>&amp;1</b></g><g><c>\r</c><a>2&gt;</a></g></xml>",
        ),
        ("a name twice in two records", "<xml><g><a/></g><g><a/></g></xml>"),
        ("a name twice in one", "<xml><g><a/><b/></g><g><b/><c/><b/></g></xml>"),
        ("a list in a list", "<xml><g><a/></g><l><l><r><a/></r></l></l></xml>"),
        ("a field in a list", "<xml><l><r><a/></r><a/></l></xml>"),
        ("a comment behind a record", "<xml><g><a/></g><!-- --></xml>"),
        ("cut short behind a record", "<xml><g><a>1</a></g>"),
        ("a second root behind a record", "<xml><g><a>1</a></g></xml><xml/>"),
    ];
    for (name, document) in documents {
        records(feed, name, document.as_bytes());
    }
    let fields = |count: usize| (0..count).rev().map(|i| format!("<f{i:03}/>")).collect::<String>();
    for count in [128, 129] {
        let document = format!("<xml><g><a/></g><g>{}</g></xml>", fields(count));
        records(feed, &format!("a record of {count} fields"), document.as_bytes());
    }
    let many = "<g><b>&#49;</b><a/></g>".repeat(1000);
    records(feed, "1000 records", format!("<xml>{many}</xml>").as_bytes());
}

/// What records a document has: status and place of the fault, or how many of what.
pub(super) fn records(feed: &mut Feed, name: &str, document: &[u8]) {
    let result = read(document);
    feed.item("records").item(name).item(document);
    match &result {
        Ok(records) => feed.number(0).number(0).number(records.len()),
        Err(error) if matches!(error.kind(), ErrorKind::Space { .. }) => {
            feed.number(ErrorKind::TooManyFields.code()).number(0).number(0)
        }
        Err(error) => feed.number(code(Some(*error))).number(error.position()).number(0),
    };
    for (name, fields) in result.unwrap_or_default() {
        feed.item(name).fields(&fields);
    }
}

/// A record: its name, and the names and values of its fields.
type Record = (String, Vec<(String, String)>);

fn read(document: &[u8]) -> Result<Vec<Record>, Error> {
    let (mut all, mut records) = (Vec::new(), xml::records(document));
    while let Some(record) = records.next_into(&mut [Field::EMPTY; 128])? {
        all.push((record.name().to_owned(), pairs(record.fields())));
    }
    Ok(all)
}
