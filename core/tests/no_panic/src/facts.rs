//! The other facts on the pages of the protocol.

use wxp_core::{
    Amount, BeijingTime, BusinessCategory, CertificateFile, Currency, Endpoint, Language, Nonce,
    Runtime, Transport, check_notify_url, limit_of,
};

use crate::{Buffer, run, show};

/// Times and nonces.
#[unsafe(no_mangle)]
pub extern "C" fn times(seconds: u64, text: &[u8; 20], len: usize, entropy: &[u8; 16]) -> u64 {
    let text = text.get(..len).and_then(|text| core::str::from_utf8(text).ok()).unwrap_or("");
    let parsed = BeijingTime::parse(text).map_or(0, BeijingTime::to_unix);
    let shown = BeijingTime::from_unix(seconds).is_some_and(|time| show(time) && parsed > 0);
    parsed ^ u64::from(shown) ^ u64::from(Nonce::from_entropy(*entropy).as_str() == text)
}

/// Looks facts up, and checks a field and an address.
#[unsafe(no_mangle)]
pub extern "C" fn facts(code: u16, units: i64, text: &Buffer, len: usize, node: bool) -> i32 {
    run(|| {
        let bytes = text.get(..len).unwrap_or_default();
        let text = core::str::from_utf8(bytes).unwrap_or_default();
        let file = CertificateFile::ALL.into_iter().find(|file| file.name() == text);
        let secret = |file: CertificateFile| file.holds_private_key() || file.password_is_mch_id();
        let runtime = if node { Runtime::Node } else { Runtime::DotNet };
        let category = BusinessCategory::find(code).map_or("", |one| one.name(Language::English));
        let currency = Currency::find(text).unwrap_or(Currency::CNY);
        let amount = Amount { units: currency.parse_decimal(text).unwrap_or(units), currency };
        const ORDER: Endpoint = Endpoint::find("/pay/unifiedorder").unwrap();
        let endpoint = Endpoint::find(text).unwrap_or(ORDER);
        Ok([
            file.is_some_and(secret),
            runtime.files().len() > 1,
            category == text,
            currency.code().len() > usize::from(currency.fraction_digits()),
            show(amount),
            limit_of(endpoint, text).is_some(),
            check_notify_url(text)? == Transport::Https,
        ]
        .map(i32::from)
        .iter()
        .sum())
    })
}
