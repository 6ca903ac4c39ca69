//! Reads the ABI from its source, the modules of `ffi/src`: sections, comments and numbers. How C
//! declares types and functions, cbindgen says.

use std::fs;
use std::path::Path;

use syn::{Attribute, Expr, Item, ItemConst, ItemFn, ItemStruct, ItemType, Lit, Visibility};

use wxp_core::body::{Layer, WebPage};
use wxp_core::{
    Body, Cause, Endpoint, ErrorKind, FindingKind, Hint, Language, Notice, SecondSignature,
};

use crate::declarations::Declarations;
use crate::enums::Enum;
use crate::model::{Abi, Constant, Declared, Doc, Function, Header, Kind, Section};

/// The headers, and the modules that they are made of with their headings, in order.
const HEADERS: [(&str, &[(&str, &str)]); 3] = [
    (
        "wxp.h",
        &[
            ("version", "Version"),
            ("status", STATUSES),
            ("field", "Fields"),
            ("key", "Keys"),
            ("nonce", "Nonces"),
            ("sign", "Signing"),
            ("document", "Documents"),
            ("source", OPERATIONS),
            ("verdict", "Judging"),
            ("expect", "Comparing with your records"),
            ("quickpay", "Quick Pay"),
        ],
    ),
    (
        "wxp_protocol.h",
        &[
            ("self_test", "Self-test"),
            ("check", "Checks before sending"),
            ("request", FINDINGS),
            ("endpoint", OTHERS),
            ("advice", "Error codes"),
            ("body", BODIES),
            ("nested", "Nested documents"),
            ("list", "Numbered fields"),
            ("payload", "Second signatures"),
            ("refund", "Refund notices"),
            ("facts", "Times, amounts and categories"),
            ("bill", "Bills"),
            ("explain", CAUSES),
            ("second", SECONDS),
        ],
    ),
    (
        "wxp_packed.h",
        &[
            ("packed", "Calls that take packed tables"),
            ("packing", "Calls that write packed tables"),
        ],
    ),
];

/// The sections that have numbers of the core.
const STATUSES: &str = "Statuses";
const CAUSES: &str = "Why a signature is wrong";
const BODIES: &str = "Bodies";
const SECONDS: &str = "Why a second signature is not taken";
const FINDINGS: &str = "Fields of requests";
const OPERATIONS: &str = "Operations and notices";
const OTHERS: &str = "Facts about operations";

/// What most programs use, which is in the first header; the rest is in the second.
const COMMON: [&str; 9] = [
    "/pay/closeorder",
    "/pay/micropay",
    "/pay/orderquery",
    "/pay/refundquery",
    "/pay/unifiedorder",
    "/secapi/pay/refund",
    "/secapi/pay/reverse",
    "payment",
    "refund",
];

type Result<T> = std::result::Result<T, String>;

/// The ABI that the source in this folder declares.
///
/// # Errors
///
/// A file that cannot be read, or an item that C cannot express; the text names it.
pub(crate) fn read(source: &Path) -> Result<Abi> {
    let path = |module: &str| source.join(module).with_extension("rs");
    let modules = HEADERS.iter().flat_map(|(_, modules)| *modules);
    let c = Declarations::read(modules.map(|(module, _)| path(module)))?;
    let section = |&(module, title): &(&str, &'static str)| {
        let path = path(module);
        let text = fs::read_to_string(&path).map_err(|why| format!("{}: {why}", path.display()))?;
        section(title, &text, &c).map_err(|why| format!("{}: {why}", path.display()))
    };
    let header = |(file, modules): (&'static str, &[(&str, &'static str)])| {
        let sections = modules.iter().map(section).collect::<Result<_>>()?;
        Ok(Header { file, sections })
    };
    let mut abi = Abi { headers: HEADERS.into_iter().map(header).collect::<Result<_>>()? };
    for section in abi.headers.iter_mut().flat_map(|header| &mut header.sections) {
        section.constants.extend(match section.title {
            STATUSES => ErrorKind::ALL.iter().map(status).collect::<Result<Vec<_>>>()?,
            FINDINGS => FindingKind::ALL.iter().map(finding).collect::<Result<_>>()?,
            CAUSES => {
                let hints = Hint::ALL.iter().map(hint);
                Cause::ALL.iter().map(cause).chain(hints).collect::<Result<_>>()?
            }
            BODIES => bodies()?,
            SECONDS => SecondSignature::ALL
                .iter()
                .map(|one| of_core("WXP_SECOND", one.name(), one.code(), one.text(ENGLISH)))
                .collect::<Result<_>>()?,
            OPERATIONS => sources(true),
            OTHERS => sources(false),
            _ => continue,
        });
        if section.title == STATUSES {
            // The languages of their texts go after them.
            let is_status = |one: &Constant| Enum::of(one).is_some_and(|row| row.name == "Status");
            section.constants.sort_by_key(|one| (!is_status(one), one.value));
        }
        if section.title == CAUSES {
            let row = |one: &Constant| Enum::of(one).map(|row| row.name);
            section.constants.sort_by_key(|one| (row(one), one.value));
        }
    }
    complete(source, abi)
}

/// The operations and notices that are common, or the others.
fn sources(common: bool) -> Vec<Constant> {
    let source = |name: &str, number: u16, doc: String| Constant {
        name: format!("WXP{name}").replace(['/', '-'], "_").to_ascii_uppercase(),
        value: number.into(),
        doc: vec![doc],
        group: Some("Source"),
    };
    let operations = Endpoint::all()
        .filter(|endpoint| COMMON.contains(&endpoint.path) == common)
        .map(|one| source(one.path, one.number, sentence(one.purpose(Language::English))));
    let notices = Notice::ALL
        .into_iter()
        .filter(|notice| COMMON.contains(&notice.name()) == common)
        .map(|one| {
            let doc = format!("The notice \"{}\".", one.name());
            source(&format!("/notice/{}", one.name()), one.number(), doc)
        });
    operations.chain(notices).collect()
}

/// `no signature` as `No signature.`
fn sentence(text: &str) -> String {
    let (first, rest) = text.split_at(text.len().min(1));
    format!("{}{rest}.", first.to_ascii_uppercase())
}

const ENGLISH: Language = Language::English;

fn bodies() -> Result<Vec<Constant>> {
    let body = |one: &Body| of_core("WXP_BODY", one.name(), one.code(), one.text(ENGLISH));
    let page = |one: &WebPage| of_core("WXP_PAGE", one.name(), one.code(), one.text(ENGLISH));
    let layer = |one: &Layer| of_core("WXP_LAYER", one.name(), one.code(), one.text(ENGLISH));
    let bodies = Body::ALL.iter().map(body);
    bodies.chain(WebPage::ALL.iter().map(page)).chain(Layer::ALL.iter().map(layer)).collect()
}

fn status(kind: &ErrorKind) -> Result<Constant> {
    of_core("WXP_E", kind.name(), kind.code(), kind.text(Language::English))
}

fn cause(cause: &Cause) -> Result<Constant> {
    of_core("WXP_CAUSE", cause.name(), cause.code(), cause.text(Language::English))
}

fn hint(hint: &Hint) -> Result<Constant> {
    of_core("WXP_HINT", hint.name(), hint.code(), hint.text(Language::English))
}

fn finding(kind: &FindingKind) -> Result<Constant> {
    of_core("WXP_FINDING", kind.name(), kind.code(), kind.text(Language::English))
}

/// A number of the core, such as `SecretLength`, as a constant, such as `WXP_E_SECRET_LENGTH`.
fn of_core(prefix: &str, name: &str, code: i32, text: &str) -> Result<Constant> {
    let mark = |c: char| if c.is_ascii_uppercase() { format!("_{c}") } else { c.to_string() };
    let name: String = name.chars().map(mark).collect();
    Ok(Constant {
        name: format!("{prefix}{}", name.to_ascii_uppercase()),
        value: code.try_into().map_err(|_| format!("{name} is negative"))?,
        doc: vec![sentence(text)],
        group: None,
    })
}

/// Every exported function of the folder has to be in a header.
fn complete(source: &Path, abi: Abi) -> Result<Abi> {
    let mut exported = 0;
    for entry in fs::read_dir(source).map_err(|why| why.to_string())? {
        let path = entry.map_err(|why| why.to_string())?.path();
        let text = fs::read_to_string(&path).map_err(|why| why.to_string())?;
        exported += text.matches("extern \"C\" fn wxp_").count();
    }
    let declared = abi.functions().count();
    if exported != declared {
        return Err(format!("{exported} functions are exported, {declared} are in a header"));
    }
    Ok(abi)
}

fn section(title: &'static str, source: &str, c: &Declarations) -> Result<Section> {
    let mut section =
        Section { title, constants: Vec::new(), types: Vec::new(), functions: Vec::new() };
    for item in syn::parse_file(source).map_err(|why| why.to_string())?.items {
        match item {
            // Those of the core are added from there.
            Item::Const(item) if matches!(*item.expr, Expr::MethodCall(_)) => {}
            Item::Const(item) if is_public(&item.vis) => section.constants.push(constant(&item)?),
            Item::Type(item) if is_public(&item.vis) => section.types.push(alias(&item, c)?),
            Item::Struct(item) if is_public(&item.vis) => section.types.push(structure(&item, c)?),
            Item::Fn(item) if is_public(&item.vis) => section.functions.push(function(&item, c)?),
            _ => {}
        }
    }
    Ok(section)
}

const fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn constant(item: &ItemConst) -> Result<Constant> {
    let name = item.ident.to_string();
    let value = number(&item.expr).ok_or(format!("{name} is no number that is written out"))?;
    Ok(Constant { value, doc: doc(&item.attrs), name, group: None })
}

fn number<N: std::str::FromStr<Err: std::fmt::Display>>(expression: &Expr) -> Option<N> {
    let Expr::Lit(literal) = expression else { return None };
    let Lit::Int(number) = &literal.lit else { return None };
    number.base10_parse().ok()
}

fn alias(item: &ItemType, c: &Declarations) -> Result<Declared> {
    let name = item.ident.to_string();
    Ok(Declared { kind: Kind::Alias(c.alias(&name)?), doc: doc(&item.attrs), name })
}

fn structure(item: &ItemStruct, c: &Declarations) -> Result<Declared> {
    let name = item.ident.to_string();
    let mut members = c.members(&name)?;
    if members.len() != item.fields.len() {
        return Err(format!("{name} has members that C does not have"));
    }
    for (member, field) in members.iter_mut().zip(&item.fields) {
        member.doc = doc(&field.attrs);
    }
    Ok(Declared { kind: Kind::Struct(members), doc: doc(&item.attrs), name })
}

fn function(item: &ItemFn, c: &Declarations) -> Result<Function> {
    let name = item.sig.ident.to_string();
    let (result, parameters) = c.function(&name)?;
    Ok(Function { doc: doc(&item.attrs), name, result, parameters })
}

/// The paragraphs of a doc comment.
fn doc(attributes: &[Attribute]) -> Doc {
    let lines = attributes.iter().filter_map(|attribute| {
        let meta = attribute.meta.require_name_value().ok()?;
        let Expr::Lit(literal) = &meta.value else { return None };
        let Lit::Str(text) = &literal.lit else { return None };
        meta.path.is_ident("doc").then(|| text.value())
    });
    let mut paragraphs = vec![String::new()];
    for line in lines {
        match (line.trim(), paragraphs.last_mut()) {
            ("", _) => paragraphs.push(String::new()),
            (line, Some(paragraph)) if paragraph.is_empty() => paragraph.push_str(line),
            (line, Some(paragraph)) => *paragraph += &format!(" {line}"),
            (_, None) => {}
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}
