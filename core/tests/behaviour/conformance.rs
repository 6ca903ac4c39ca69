//! `.github/CONFORMANCE.md`: what wxp reads in the judged documents, class by class, beside
//! recorded results of other readers. `WXP_WRITE=1` writes the page; otherwise the test fails if it
//! differs.

use core::fmt::Write as _;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::{env, fs};

use data_encoding::BASE64;
use serde_json::Value as Json;
use wxp_core::{Algorithm, Canonical, ErrorKind, Field, Language, xml};

mod markdown;

use self::markdown::{anchor, code, prose};
use crate::attacks;
use crate::data::{self, API_KEY, key};

/// The classes in the order of the page, and what each is about.
const CLASSES: [(&str, &str, &str); 13] = [
    ("baseline", "Ordinary forms", "What a message may look like."),
    (
        "line-endings",
        "Line ends",
        "A conforming reader turns every kind of line end into a line feed.",
    ),
    (
        "references",
        "References",
        "Entities and references to characters: the five that XML has, and others that are \
         undefined, cut short, or to characters that XML forbids.",
    ),
    ("cdata", "CDATA sections", "Sections that are split, empty, cut short, or in a wrong place."),
    (
        "comment-and-pi",
        "Comments and processing instructions",
        "Readers disagree about the text around them: some join it, some keep a part of it.",
    ),
    (
        "dtd-and-entities",
        "DOCTYPE",
        "Entities that the document declares: files and addresses (XXE), texts that grow (billion \
         laughs), and tricks that hide them from a filter.",
    ),
    (
        "structure",
        "Structure",
        "Elements in fields, tags that do not match, several roots, text between fields, and \
         documents that are cut short.",
    ),
    (
        "duplicates",
        "Duplicates",
        "Some readers take the first field, some the last, and some both as a list.",
    ),
    (
        "attributes-and-namespaces",
        "Attributes and prefixes",
        "The signature does not cover attributes, and a prefixed name can pass for another.",
    ),
    (
        "characters",
        "Characters",
        "Characters that XML forbids, and characters that it just allows.",
    ),
    (
        "encoding",
        "Encoding",
        "Bytes that are not UTF-8, other encodings, and labels that contradict the bytes.",
    ),
    ("limits", "Limits", "Large, deep and repetitive documents: the time must be linear."),
    (
        "semantic-traps",
        "Meaning",
        "Well-formed documents that wxp reads, and that a program must handle with care. So the table \
         also shows the result of verifying them, and whether `total_fee` is a number.",
    ),
];

/// The characters in a line of a document, and of what is read in it, so that the page is not wider than
/// a forge shows.
const DOCUMENT: usize = 40;
const READ: usize = 26;

const READS: &str = "✓";
const REFUSES: &str = "✗";

/// What a document is read as.
struct Reading {
    accepted: bool,
    kind: Option<ErrorKind>,
    text: String,
}

impl Reading {
    fn of(document: &[u8]) -> Self {
        let mut slots = [Field::EMPTY; 64];
        let mut reader = xml::read(document);
        reader.next();
        match xml::read_into(document, &mut slots) {
            Ok(fields) => {
                let pairs: Vec<String> = data::pairs(fields)
                    .iter()
                    .map(|(name, value)| {
                        format!("{}: {}", Json::from(&**name), Json::from(&**value))
                    })
                    .collect();
                let accepted = reader.root() == "xml";
                let text = code(format!("{{{}}}", pairs.join(", ")).as_bytes(), READ);
                let note =
                    if accepted { "" } else { "; its root, which the caller must check, is " };
                let root =
                    if accepted { String::new() } else { code(reader.root().as_bytes(), READ) };
                let mark = if accepted { READS } else { REFUSES };
                Self { accepted, kind: None, text: format!("{mark} {text}{note}{root}") }
            }
            Err(error) => {
                let kind = error.kind();
                let place = error.to_string().replacen(kind.text(Language::English), "", 1);
                let text = format!("{REFUSES} {}{place}", name(kind));
                Self { accepted: false, kind: Some(kind), text }
            }
        }
    }
}

/// What follows from a document that is read, for those that are traps only then.
fn meaning(document: &[u8]) -> String {
    let mut slots = [Field::EMPTY; 64];
    let fields = xml::read_into(document, &mut slots).unwrap();
    let order = Canonical::of(fields).unwrap();
    let mut text = String::new();
    if let Some(fee) = order.get("total_fee") {
        let number = fee.parse_u64().map_or("no number".into(), |fee| fee.to_string());
        write!(text, "; `total_fee`: {number}").unwrap();
    }
    if order.is_ambiguous() {
        text.push_str("; `is_ambiguous`");
    }
    let error = key(Algorithm::Md5, API_KEY).verify(&order).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unsigned);
    write!(text, "; verifying: {}", name(error.kind())).unwrap();
    text
}

/// The name of a kind of error, as a link to what it means.
fn name(kind: ErrorKind) -> String {
    format!("[{}](#errors)", kind.name())
}

/// Texts that say the same of different ones, the most frequent first.
fn grouped<'a>(said: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<(&'a str, Vec<&'a str>)> {
    let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
    for (who, what) in said {
        match groups.iter_mut().find(|(other, _)| *other == what) {
            Some((_, all)) => all.push(who),
            None => groups.push((what, vec![who])),
        }
    }
    groups.sort_by_key(|(_, who)| usize::MAX - who.len());
    groups
}

/// The part of one class.
fn section(class: &(&str, &str, &str), cases: &[(Json, Vec<u8>)], peers: &Peers) -> String {
    let (class, title, about) = class;
    let mut page = format!("\n## {title}\n\n{about}\n\n");
    page.push_str("| document | what it is | wxp | e | l |\n|---|---|---|---|---|\n");
    for (case, document) in cases.iter().filter(|(case, _)| case["category"] == *class) {
        let reading = Reading::of(document);
        let text = |name: &str| case[name].as_str().unwrap();
        let took = |name: &str| if text(name) == "wf" { READS } else { REFUSES };
        writeln!(
            page,
            "| {} | {} | {}{} | {} | {} |",
            code(document, DOCUMENT),
            prose(text("reason")),
            reading.text,
            if *class == "semantic-traps" { meaning(document) } else { String::new() },
            took("expat_2_5"),
            took("libxml2_2_9_14"),
        )
        .unwrap();
    }
    let mut rows = peers.rows.iter().filter(|row| row["class"] == *class).peekable();
    if rows.peek().is_some() {
        page.push_str("\n| document | wxp | SDKs |\n|---|---|---|\n");
    }
    for row in rows {
        let document = Peers::document(row);
        let said = peers.names.iter().map(|name| (name.as_str(), row[name].as_str()));
        let said: Vec<String> = grouped(said)
            .into_iter()
            .map(|(what, who)| match what {
                "REJECT" => format!("{REFUSES} {}", who.join(", ")),
                _ => format!("{}: {}", code(what.as_bytes(), READ), who.join(", ")),
            })
            .collect();
        let reading = Reading::of(&document);
        writeln!(
            page,
            "| {} | {} | {} |",
            code(&document, DOCUMENT),
            reading.text,
            said.join("<br>")
        )
        .unwrap();
    }
    page
}

/// What SDKs made of some documents, as it was recorded.
struct Peers {
    names: Vec<String>,
    rows: Vec<HashMap<String, String>>,
}

impl Peers {
    fn recorded() -> Self {
        let text = data::text("peers_reading.tsv");
        let names = text.lines().next().unwrap().split('\t').skip(3).map(str::to_owned).collect();
        Self { names, rows: data::tsv("peers_reading.tsv") }
    }

    fn document(row: &HashMap<String, String>) -> Vec<u8> {
        BASE64.decode(row["input_base64"].as_bytes()).unwrap()
    }
}

/// The table at the top.
fn summary(cases: &[(Json, Vec<u8>)]) -> String {
    let mut page =
        String::from("| class | all | wxp ✓ | wxp ✗ | e ✗ | l ✗ |\n|---|---|---|---|---|---|\n");
    let mut sums = [0; 5];
    for (class, title, _) in CLASSES {
        let of_class = || cases.iter().filter(|(case, _)| case["category"] == class);
        let mut kinds = BTreeMap::new();
        let mut accepted = 0;
        for reading in of_class().map(|(_, document)| Reading::of(document)) {
            accepted += usize::from(reading.accepted);
            if !reading.accepted {
                let kind = reading.kind.map_or("another root", ErrorKind::name);
                *kinds.entry(kind).or_insert(0_usize) += 1;
            }
        }
        let total = of_class().count();
        let other = |name| of_class().filter(|(case, _)| case[name] == "not-wf").count();
        let row = [total, accepted, total - accepted, other("expat_2_5"), other("libxml2_2_9_14")];
        sums.iter_mut().zip(row).for_each(|(sum, count)| *sum += count);
        let mut kinds: Vec<_> = kinds.into_iter().collect();
        kinds.sort_by_key(|(_, count)| usize::MAX - count);
        let kinds: Vec<_> = kinds.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
        let refused = [row[2].to_string(), kinds.join(", ")].join(": ");
        writeln!(
            page,
            "| [{title}](#{}) | {total} | {accepted} | {} | {} | {} |",
            anchor(title),
            refused.trim_end_matches(": "),
            row[3],
            row[4],
        )
        .unwrap();
    }
    let [total, accepted, refused, expat, libxml2] = sums.map(|sum| format!("**{sum}**"));
    format!("{page}| **all** | {total} | {accepted} | {refused} | {expat} | {libxml2} |\n")
}

/// The kinds of errors on the page, each with its number and text.
fn errors(cases: &[(Json, Vec<u8>)], peers: &Peers) -> String {
    let mut page = String::from("\n## Errors\n\n| kind | number | |\n|---|---|---|\n");
    let documents = cases.iter().map(|(_, document)| document.clone());
    let documents = documents.chain(peers.rows.iter().map(Peers::document));
    let kinds = documents.filter_map(|document| Reading::of(&document).kind);
    let kinds: BTreeMap<_, _> =
        kinds.chain([ErrorKind::Unsigned]).map(|kind| (kind.code(), kind)).collect();
    for (code, kind) in kinds {
        writeln!(page, "| {} | {code} | {} |", kind.name(), prose(kind.text(Language::English)))
            .unwrap();
    }
    page
}

fn page() -> String {
    let cases = attacks::cases();
    let peers = Peers::recorded();
    let known = |class: &Json| CLASSES.iter().any(|(name, ..)| class == name);
    assert!(cases.iter().all(|(case, _)| known(&case["category"])));
    assert!(peers.rows.iter().all(|row| known(&Json::from(&*row["class"]))));
    let mut page = include_str!("conformance/intro.md").replace("{summary}", &summary(&cases));
    for class in &CLASSES {
        page.push_str(&section(class, &cases, &peers));
    }
    page + &errors(&cases, &peers)
}

#[test]
fn the_page_is_what_wxp_does() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../.github/CONFORMANCE.md");
    let made = page();
    if env::var_os("WXP_WRITE").is_some() {
        fs::write(&file, &made).unwrap();
    }
    let there = fs::read_to_string(&file).unwrap();
    let different = there.lines().zip(made.lines()).find(|(there, made)| there != made);
    assert!(there == made, "run `make conformance`, and look at what changes: {different:#?}");
}
