//! From an address or a path to an operation, also while compiling: hence `const fn` and no
//! iterators.

use super::{Endpoint, catalogue};

/// What stands before a path in the sandboxes: the current one, that of 2016, and the newer one.
const SANDBOXES: [&str; 3] = ["/sandboxnew", "/sandbox", "/xdc/apiv2sandbox"];

impl Endpoint {
    /// The operation at `address`: a path, with or without host and scheme before it and query
    /// behind it. The host is the caller's affair and not looked at.
    ///
    /// A path in a sandbox is the sandbox's own operation if it has one (it signs with MD5 and
    /// the sandbox's key), and else the operation it imitates.
    ///
    /// ```
    /// use wxp_core::Endpoint;
    ///
    /// let find = |address| Endpoint::find(address).map(|endpoint| endpoint.path);
    /// assert_eq!(find("https://api2.mch.weixin.qq.com/pay/orderquery"), Some("/pay/orderquery"));
    /// assert_eq!(find("/secapi/mch/submchmanage?action=query"), Some("/secapi/mch/submchmanage"));
    /// assert_eq!(find("/sandboxnew/pay/micropay"), Some("/sandboxnew/pay/micropay"));
    /// assert_eq!(find("/sandboxnew/secapi/pay/reverse"), Some("/secapi/pay/reverse"));
    /// assert_eq!(find("/pay/micropay/"), None);
    /// ```
    #[must_use]
    pub const fn find(address: &str) -> Option<Self> {
        let path = path(address.as_bytes());
        let mut found = at(path);
        let mut sandboxes: &[&str] = &SANDBOXES;
        while let (None, [sandbox, rest @ ..]) = (found, sandboxes) {
            if let Some(path) = strip_prefix(path, sandbox.as_bytes()) {
                found = at(path);
            }
            sandboxes = rest;
        }
        found
    }
}

/// The operation with exactly this path.
const fn at(path: &[u8]) -> Option<Endpoint> {
    let (mut rows, mut paths) = (catalogue::ROWS, catalogue::PATHS);
    while let [row, others @ ..] = rows {
        let (known, rest) = cut(paths, b"\0");
        if let (Some([]), Ok(known)) = (strip_prefix(known, path), core::str::from_utf8(known)) {
            return Some(row.at(known));
        }
        rows = others;
        paths = match rest {
            [_, rest @ ..] => rest,
            [] => rest,
        };
    }
    None
}

/// The path in an address: from the first `/` behind any scheme, up to a query or fragment.
const fn path(address: &[u8]) -> &[u8] {
    let (mut rest, _) = cut(address, b"?#");
    loop {
        rest = match rest {
            [b'/', b'/', host @ ..] => host,
            [] | [b'/', ..] => return rest,
            [_, tail @ ..] => tail,
        };
    }
}

/// What comes before the first one of these bytes, and the rest.
const fn cut<'a>(bytes: &'a [u8], at: &[u8]) -> (&'a [u8], &'a [u8]) {
    let mut len = 0_usize;
    let mut rest = bytes;
    while let [byte, tail @ ..] = rest {
        if contains(at, *byte) {
            break;
        }
        len = len.saturating_add(1);
        rest = tail;
    }
    match bytes.split_at_checked(len) {
        Some(parts) => parts,
        None => (bytes, &[]),
    }
}

const fn contains(bytes: &[u8], wanted: u8) -> bool {
    let mut rest = bytes;
    while let [byte, tail @ ..] = rest {
        if *byte == wanted {
            return true;
        }
        rest = tail;
    }
    false
}

/// The rest of `bytes` behind `prefix`.
const fn strip_prefix<'a>(bytes: &'a [u8], prefix: &[u8]) -> Option<&'a [u8]> {
    let (mut bytes, mut prefix) = (bytes, prefix);
    while let ([first, rest @ ..], [expected, others @ ..]) = (bytes, prefix) {
        if *first != *expected {
            return None;
        }
        (bytes, prefix) = (rest, others);
    }
    if prefix.is_empty() { Some(bytes) } else { None }
}
