//! What an address must look like to be notified at.

use crate::error::{Error, ErrorKind};

/// The longest `notify_url`, in bytes (field tables).
const MAX: usize = 256;

/// How an address is reached.
///
/// ```
/// use wxp_core::{Transport, check_notify_url};
///
/// assert_eq!(check_notify_url("https://shop.example/paid")?, Transport::Https);
/// assert_eq!(check_notify_url("http://shop.example/paid")?, Transport::PlainHttp);
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Transport {
    /// HTTPS.
    Https,
    /// HTTP without encryption: allowed, but worth a warning. Notices can be read, held back and
    /// imitated on their way; the interface-rules page asks for HTTPS.
    PlainHttp,
}

/// Checks an address for the field `notify_url`, and tells how it is reached.
///
/// It must be a full `http` or `https` address with host and path, in visible ASCII, without user
/// name, query and fragment, and of at most 256 bytes. Whether WeChat Pay can reach it, as it must
/// from the public network, is not checked.
///
/// # Errors
///
/// [`ErrorKind::NotifyUrlQuery`] with the offset of the `?`, and [`ErrorKind::NotifyUrl`] with the
/// offset of the first byte that cannot stand there: 0 for another scheme, 256 if only the length
/// is wrong.
pub fn check_notify_url(address: &str) -> Result<Transport, Error> {
    let bytes = address.as_bytes();
    let scheme = SCHEMES.into_iter().find(|(scheme, _)| {
        let head = bytes.get(..scheme.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(scheme.as_bytes()))
    });
    let (scheme, transport) = scheme.ok_or(ErrorKind::NotifyUrl)?;
    let mut part = Part::Start;
    for (position, byte) in bytes.iter().enumerate().skip(scheme.len()) {
        part = match (part, byte) {
            _ if position >= MAX => return Err(Error::new(ErrorKind::NotifyUrl, position)),
            (_, b'?') => return Err(Error::new(ErrorKind::NotifyUrlQuery, position)),
            (Part::Start, b'[') => Part::Bracket,
            (Part::Bracket | Part::Literal, byte) if is_literal(*byte) => Part::Literal,
            (Part::Literal, b']') => Part::Closed,
            (Part::Start | Part::Host, byte) if byte.is_ascii_alphanumeric() => Part::Host,
            (Part::Host, b'.' | b'-' | b'_') => Part::Host,
            (Part::Host | Part::Closed, b':') => Part::Port,
            (Part::Port, b'0'..=b'9') => Part::Port,
            (Part::Host | Part::Closed | Part::Port, b'/') => Part::Path,
            (Part::Path, byte) if byte.is_ascii_graphic() && *byte != b'#' => Part::Path,
            _ => return Err(Error::new(ErrorKind::NotifyUrl, position)),
        };
    }
    match part {
        Part::Path => Ok(transport),
        // The page on notices lists an address without path among the mistakes.
        _ => Err(Error::new(ErrorKind::NotifyUrl, bytes.len())),
    }
}

const SCHEMES: [(&str, Transport); 2] =
    [("http://", Transport::PlainHttp), ("https://", Transport::Https)];

/// The part of an address that a byte stands in.
#[derive(Clone, Copy)]
enum Part {
    /// Before the host.
    Start,
    Host,
    /// At the bracket before an IPv6 host.
    Bracket,
    /// In the numbers of an IPv6 host.
    Literal,
    /// At the bracket behind them.
    Closed,
    Port,
    Path,
}

const fn is_literal(byte: u8) -> bool {
    byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.')
}
