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

    /// The number of the operation with this path, found while compiling, so that the catalogue is
    /// not linked.
    #[allow(clippy::unwrap_used, reason = "only constants are made with it")]
    pub(crate) const fn number_of(path: &str) -> u16 {
        Self::find(path).unwrap().number
    }
}

/// The operation with exactly this path.
const fn at(path: &[u8]) -> Option<Endpoint> {
    let (mut rows, mut paths) = (catalogue::ROWS, catalogue::PATHS);
    while let ([row, other_rows @ ..], [known, others @ ..]) = (rows, paths) {
        if known.as_bytes().len() == path.len() && strip_prefix(known.as_bytes(), path).is_some() {
            return Some(row.at(known.as_str()));
        }
        (rows, paths) = (other_rows, others);
    }
    None
}

/// The path in an address: from the first `/` behind any scheme, up to a query or fragment.
const fn path(address: &[u8]) -> &[u8] {
    let mut rest = without_query(address);
    loop {
        rest = match rest {
            [b'/', b'/', host @ ..] => host,
            [] | [b'/', ..] => return rest,
            [_, tail @ ..] => tail,
        };
    }
}

const fn without_query(address: &[u8]) -> &[u8] {
    let mut len = 0_usize;
    let mut rest = address;
    while let [byte, tail @ ..] = rest {
        if matches!(byte, b'?' | b'#') {
            break;
        }
        len = len.saturating_add(1);
        rest = tail;
    }
    match address.split_at_checked(len) {
        Some((head, _)) => head,
        None => address,
    }
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
