//! Which field a name that is none was meant for.

use super::known::Known;

/// Names of the same thing in different operations, with `|` between the things. Those that no
/// request has are the names that other protocols, SDKs and payloads have.
const ALIASES: &str = "\
    appid app_id mch_appid wxappid combine_appid|\
    mch_id mchid merchant_id partnerid partner combine_mch_id|\
    sub_mch_id sub_mchid sub_merchant_id|\
    nonce_str noncestr nonce|\
    openid re_openid sub_openid combine_openid payer_openid|\
    out_trade_no partner_trade_no mch_billno combine_out_trade_no out_order_no trade_no order_no|\
    total_fee total_amount amount refund_fee consume_fee return_amount|\
    body desc description remark|\
    spbill_create_ip client_ip clientip user_ip ip|\
    mch_customs_no customs_no|\
    timestamp time_stamp now|\
    receivers receiver";

/// The number of the thing that a name stands for.
#[inline(never)]
fn thing(name: &str) -> Option<usize> {
    let (mut number, mut rest) = (0_usize, ALIASES.as_bytes());
    while !rest.is_empty() {
        let len = rest.iter().position(|byte| matches!(byte, b' ' | b'|')).unwrap_or(rest.len());
        let (alias, behind) = rest.split_at_checked(len)?;
        if alias == name.as_bytes() {
            return Some(number);
        }
        let (end, others) = behind.split_first()?;
        number = number.saturating_add(usize::from(*end == b'|'));
        rest = others;
    }
    None
}

/// How near a field is to a name, the nearest first.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Nearness {
    /// The same letters and digits, in any letter case.
    Letters,
    /// Another name of the same thing.
    Alias,
    /// One or two letters differ.
    Edits,
}

/// How near a field is to a name that is none.
pub(super) fn nearness(name: &str, known: Known) -> Option<Nearness> {
    let (a, b) = (name.as_bytes(), known.as_str().as_bytes());
    if same_letters(a, b) {
        return Some(Nearness::Letters);
    }
    if thing(name).is_some_and(|number| thing(known.as_str()) == Some(number)) {
        return Some(Nearness::Alias);
    }
    let edits = if b.len() < 6 { 1 } else { 2 };
    (a.len().abs_diff(b.len()) <= edits && is_within(a, b, edits)).then_some(Nearness::Edits)
}

/// Whether two names have the same letters and digits, in any letter case.
fn same_letters(mut a: &[u8], mut b: &[u8]) -> bool {
    loop {
        let letter = next_letter(&mut a);
        if letter != next_letter(&mut b) {
            return false;
        }
        if letter.is_none() {
            return true;
        }
    }
}

#[inline(never)]
fn next_letter(rest: &mut &[u8]) -> Option<u8> {
    while let Some((byte, behind)) = rest.split_first() {
        *rest = behind;
        if byte.is_ascii_alphanumeric() {
            return Some(byte.to_ascii_lowercase());
        }
    }
    None
}

/// Whether so many insertions, deletions, changes of a byte and exchanges of two neighbours make
/// one name of the other. The work is some comparisons for each byte: there are at most two edits.
fn is_within(a: &[u8], b: &[u8], edits: usize) -> bool {
    let common = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    match (a.get(common..).unwrap_or_default(), b.get(common..).unwrap_or_default(), edits) {
        ([], rest, edits) | (rest, [], edits) => rest.len() <= edits,
        (_, _, 0) => false,
        (a @ [x, a_rest @ ..], b @ [y, b_rest @ ..], edits) => {
            let edits = edits.saturating_sub(1);
            let exchanged = match (a_rest, b_rest) {
                ([v, a @ ..], [w, b @ ..]) if x == w && y == v => is_within(a, b, edits),
                _ => false,
            };
            exchanged
                || is_within(a_rest, b_rest, edits)
                || is_within(a_rest, b, edits)
                || is_within(a, b_rest, edits)
        }
    }
}
