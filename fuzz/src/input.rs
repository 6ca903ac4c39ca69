//! Documents and tables from the fuzzer's bytes.

use libfuzzer_sys::arbitrary::{Result, Unstructured};

use crate::Pair;

/// Names of the protocol that mean something, and some that are close to each other.
#[rustfmt::skip]
const NAMES: [&str; 32] = [
    "return_code", "result_code", "sign", "sign_type", "err_code", "error_code", "trade_state",
    "status", "recall", "refund_status_0", "refund_status_1", "contract_state", "return_msg",
    "retmsg", "appid", "mch_id", "nonce_str", "total_fee", "body", "attach", "req_info", "hblist",
    "hbinfo", "setteinfo_0", "a", "b", "A", "a0", "a_", "a.b", "a-b", "key",
];

/// What values are made of: as written in a document.
#[rustfmt::skip]
const PIECES: [&str; 32] = [
    "SUCCESS", "FAIL", "SYSTEMERROR", "USERPAYING", "MD5", "HMAC-SHA256", "Y", "N", "0", "100",
    "&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#65;", "&#x4e2d;", "&#13;", "<![CDATA[x]]>",
    "<![CDATA[]]>", "<![CDATA[ &amp; <a/> ]] ]]>", "\r\n", "\r", "\n", " ", "]", "]]", "\u{4e2d}",
    "\u{1f600}", "a=1&amp;b=2", "\u{85}", "\u{fffd}",
];

/// What has no place there, mostly.
#[rustfmt::skip]
const WRONG: [&str; 24] = [
    "<", ">", "/", "&", ";", "&#0;", "&#xD800;", "&#4294967361;", "&nbsp;", "]]>", "<![CDATA[",
    "<!-- -->", "<?x?>", "<!DOCTYPE a>", "<!ENTITY a 'b'>", "<n:a>", "<a b='1'>", "</a>", "<a>",
    "\0", "\u{fffe}", "\u{ffff}", "\u{b}", "<?xml version='1.0'?>",
];

#[rustfmt::skip]
const BLANKS: [&str; 8] = ["", "", "", "", "", " ", "\n", "\r\n\t"];

#[rustfmt::skip]
const HEADS: [&str; 8] = [
    "", "", "", "\u{feff}", "<?xml version=\"1.0\"?>", "<?xml version='1.0' encoding='utf-8'?>\n",
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\" ?>", " \n",
];

/// The bytes behind the first one as they are, or, if that is odd, a document built from them.
#[must_use]
pub fn document(data: &[u8]) -> Vec<u8> {
    match data.split_first() {
        Some((kind, rest)) if kind % 2 == 1 => {
            let mut document = String::new();
            // Where the bytes end, so does the document.
            let _ = whole(&mut Unstructured::new(rest), &mut document);
            document.into_bytes()
        }
        Some((_, rest)) => rest.to_vec(),
        None => Vec::new(),
    }
}

fn whole(u: &mut Unstructured<'_>, document: &mut String) -> Result<()> {
    let root = *u.choose(&["xml", "xml", "xml", "root"])?;
    *document += u.choose(&HEADS)?;
    *document += &format!("<{root}>");
    while !u.is_empty() && document.len() < 4096 {
        element(u, document, 0)?;
    }
    *document += &format!("</{root}>");
    Ok(())
}

fn element(u: &mut Unstructured<'_>, document: &mut String, depth: u8) -> Result<()> {
    let (name, blank) = (*u.choose(&NAMES)?, *u.choose(&BLANKS)?);
    match u.int_in_range(0..=31)? {
        0 => *document += u.choose(&WRONG)?,
        1 | 2 => *document += &format!("<{name}{blank}/>"),
        3..=6 if depth < 3 => {
            *document += &format!("<{name}{blank}>{blank}");
            for _ in 0..u.int_in_range(1..=3)? {
                element(u, document, depth + 1)?;
            }
            *document += &format!("</{name}>");
        }
        _ => {
            *document += &format!("<{name}>");
            value(u, document)?;
            *document += &format!("</{name}{blank}>");
        }
    }
    *document += u.choose(&BLANKS)?;
    Ok(())
}

fn value(u: &mut Unstructured<'_>, document: &mut String) -> Result<()> {
    for _ in 0..u.int_in_range(0..=3)? {
        match u.int_in_range(0..=15)? {
            0 => *document += u.choose(&WRONG)?,
            1 => *document += u.arbitrary::<&str>()?,
            _ => *document += u.choose(&PIECES)?,
        }
    }
    Ok(())
}

/// Fields with distinct names and values of any text, in any order.
///
/// # Errors
///
/// None; the bytes may end anywhere.
pub fn fields(u: &mut Unstructured<'_>) -> Result<Vec<Pair>> {
    let mut fields: Vec<Pair> = Vec::new();
    while !u.is_empty() && fields.len() < 300 {
        let name = match u.int_in_range(0..=3)? {
            0 => {
                let text: String =
                    u.arbitrary::<&str>()?.chars().filter(|c| is_named(*c)).collect();
                let text = text.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
                format!("_{}", &text[..text.len().min(63)])
            }
            1 => format!("{}{}", u.choose(&NAMES)?, u.arbitrary::<u8>()?),
            _ => (*u.choose(&NAMES)?).to_owned(),
        };
        let value = match u.int_in_range(0..=3)? {
            0 => u.arbitrary::<&str>()?.to_owned(),
            1 => String::new(),
            _ => format!("{}{}", u.choose(&PIECES)?, u.choose(&PIECES)?),
        };
        if fields.iter().all(|(other, _)| *other != name) {
            fields.push((name, value));
        }
    }
    Ok(fields)
}

const fn is_named(character: char) -> bool {
    matches!(character, 'A'..='Z' | 'a'..='z' | '0'..='9' | '_' | '.' | '-')
}
