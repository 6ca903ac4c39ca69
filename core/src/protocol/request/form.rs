//! The forms of values.

use super::finding::FindingKind;
use super::json::Json;
use super::known::Known;
use crate::error::ErrorKind;
use crate::protocol::{BeijingTime, Currency, check_notify_url};
use crate::value::Value;

/// The form of a field's value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Text,
    /// A whole number of the currency's smallest unit, above zero.
    Fen,
    /// The same, or zero.
    Fee,
    /// A whole number.
    Number,
    /// `yyyyMMddHHmmss`.
    Time,
    /// The same, or `yyyy-MM-dd HH:mm:ss`.
    AnyTime,
    /// `yyyyMMdd`.
    Date,
    Currency,
    /// IPv4 or IPv6.
    Ip,
    NotifyUrl,
    /// Letters, digits and `_-|*@`.
    OrderNo,
    /// Letters and digits.
    Alphanumeric,
    /// An object or an array.
    Json,
    /// One of the listed values.
    One,
}

impl Form {
    /// All of them, by their numbers.
    pub(super) const ALL: [Self; 14] = [
        Self::Text,
        Self::Fen,
        Self::Fee,
        Self::Number,
        Self::Time,
        Self::AnyTime,
        Self::Date,
        Self::Currency,
        Self::Ip,
        Self::NotifyUrl,
        Self::OrderNo,
        Self::Alphanumeric,
        Self::Json,
        Self::One,
    ];
}

/// What is wrong with a value, the offset of the first byte that is, and whether the gateway is
/// known to refuse it.
#[derive(Clone, Copy)]
pub(super) struct Fault {
    pub(super) kind: FindingKind,
    pub(super) offset: usize,
    pub(super) certain: bool,
}

/// More than the longest value whose form is looked at as a whole.
const LONGEST: usize = 260;

/// What is wrong with the value of a field.
#[inline(never)]
pub(super) fn fault(known: Known, value: Value<'_>) -> Option<Fault> {
    let (form, certain) = known.form();
    let fault = match form {
        Form::Text => return None,
        Form::Json => {
            let mut json = Json::new();
            value.chunks().for_each(|chunk| json.read(&chunk));
            json.fault().map(|offset| (FindingKind::Json, offset, true))
        }
        _ => {
            let mut buffer = [0; LONGEST];
            // A value in pieces that is longer than any good one is too long, in the first place.
            let text = value.as_str().or_else(|| value.copy_to(&mut buffer).ok())?;
            of_text(form, known, text)
        }
    };
    let (kind, offset, refused) = fault?;
    Some(Fault { kind, offset, certain: certain && refused })
}

#[inline(never)]
fn of_text(form: Form, known: Known, text: &str) -> Option<(FindingKind, usize, bool)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let all_digits = digits == text.len();
    // The first byte that cannot stand where it does; 0 if it is the whole that cannot be.
    let cut = |len: usize| if digits < len { digits } else { len.min(text.len()) };
    let (kind, fine, offset, refused) = match form {
        Form::Text | Form::Json => return None,
        Form::Fen | Form::Fee => {
            let is_zero = form == Form::Fen && text == "0";
            let is_padded = text.len() > 1 && text.starts_with('0');
            let offset = if all_digits { 0 } else { digits };
            let fine = all_digits && !is_zero && !is_padded;
            (FindingKind::Amount, fine, offset, !all_digits || is_zero)
        }
        Form::Number => (FindingKind::Number, all_digits, digits, true),
        Form::Time | Form::AnyTime | Form::Date => {
            let (kind, len) = match form {
                Form::Date => (FindingKind::Date, 8),
                _ => (FindingKind::Time, 14),
            };
            let is_whole = text.len() == len && all_digits;
            let fine = match form {
                Form::Date => is_whole && is_date(text),
                Form::Time if !is_whole => false,
                _ => BeijingTime::parse(text).is_some(),
            };
            (kind, fine, if is_whole { 0 } else { cut(len) }, true)
        }
        Form::Currency => {
            // Another code of ISO 4217 may come to be taken; RMB is none.
            let is_code = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
            let refused = !is_code || text == "RMB";
            (FindingKind::Currency, Currency::find(text).is_some(), 0, refused)
        }
        Form::Ip => (FindingKind::Ip, is_ipv4(text) || is_ipv6(text), 0, true),
        Form::NotifyUrl => {
            let error = check_notify_url(text).err()?;
            let is_query = error.kind() == ErrorKind::NotifyUrlQuery;
            let kind = if is_query { FindingKind::NotifyUrlQuery } else { FindingKind::NotifyUrl };
            // Whether other addresses are refused is not known.
            (kind, false, error.position(), is_query || error.position() == 0)
        }
        Form::OrderNo | Form::Alphanumeric => {
            let is_other = |byte| matches!(byte, b'_' | b'-' | b'|' | b'*' | b'@');
            let is_fine = |byte: &u8| {
                byte.is_ascii_alphanumeric() || form == Form::OrderNo && is_other(*byte)
            };
            let offset = text.bytes().position(|byte| !is_fine(&byte))?;
            (FindingKind::Characters, false, offset, true)
        }
        Form::One => (FindingKind::Value, known.values().any(|value| value == text), 0, true),
    };
    (!fine).then_some((kind, offset, refused))
}

/// Whether a text that begins with eight digits begins with a date.
fn is_date(text: &str) -> bool {
    let mut midnight = *b"00000000000000";
    if let (Some(to), Some(date)) = (midnight.first_chunk_mut::<8>(), text.as_bytes().first_chunk())
    {
        *to = *date;
    }
    core::str::from_utf8(&midnight).is_ok_and(|text| BeijingTime::parse(text).is_some())
}

/// Whether a text is four numbers up to 255 with points between them.
fn is_ipv4(text: &str) -> bool {
    let (mut numbers, mut digits, mut number) = (1_u32, 0_u32, 0_u32);
    for byte in text.bytes() {
        match byte {
            b'.' if digits > 0 => (numbers, digits, number) = (numbers.wrapping_add(1), 0, 0),
            b'0'..=b'9' if digits < 3 && numbers < 5 => {
                digits = digits.wrapping_add(1);
                number = number.wrapping_mul(10).wrapping_add(u32::from(byte.wrapping_sub(b'0')));
            }
            _ => return false,
        }
        if number > 255 {
            return false;
        }
    }
    numbers == 4 && digits > 0
}

/// Whether a text can be an address of IPv6, by its bytes.
fn is_ipv6(text: &str) -> bool {
    let mut colons = 0_usize;
    for byte in text.bytes() {
        match byte {
            b':' => colons = colons.saturating_add(1),
            b'.' => {}
            _ if byte.is_ascii_hexdigit() => {}
            _ => return false,
        }
    }
    (2..=7).contains(&colons)
}
