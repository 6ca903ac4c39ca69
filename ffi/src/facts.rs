//! Checks before sending, and small facts of the protocol.

use core::ffi::{c_char, c_void};

use wxp_core::{
    Amount, BeijingTime, BusinessCategory, Currency, Endpoint, Nonce, Transport, check_notify_url,
    limit_of,
};

use crate::memory::{Outputs, objects, status, text};
use crate::status::{self, WXP_E_ARGUMENT, WXP_E_NOT_FOUND, wxp_status};

/// The random bytes that a nonce is made of; see wxp_entropy_size().
pub const WXP_ENTROPY_SIZE: usize = 16;

/// WXP_ENTROPY_SIZE, for languages that cannot see it.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn wxp_entropy_size() -> usize {
    WXP_ENTROPY_SIZE
}

/// Writes a nonce_str of 32 digits and letters from WXP_ENTROPY_SIZE random bytes. Take them from
/// the operating system or a hardware generator, anew for each request; never from a clock or
/// rand().
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_nonce(
    entropy: *const c_void,
    entropy_len: usize,
    out: *mut c_char,
    capacity: usize,
    len: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let entropy = unsafe { objects(entropy.cast::<u8>(), entropy_len) }?;
        // SAFETY: the contract.
        let room = unsafe { Outputs::apart_from(entropy).room(out, capacity, len) }?;
        let entropy = <[u8; WXP_ENTROPY_SIZE]>::try_from(entropy).map_err(|_| WXP_E_ARGUMENT)?;
        room.put(Nonce::from_entropy(entropy).as_str())
    })
}

/// yyyyMMddHHmmss, as in time_start, time_expire and time_end.
pub const WXP_TIME_PLAIN: i32 = 0;
/// yyyy-MM-dd HH:mm:ss, as in success_time.
pub const WXP_TIME_SPACED: i32 = 1;

/// Writes a time in Beijing time: seconds since 1970 in UTC, in one of the WXP_TIME_ forms.
/// WXP_E_ARGUMENT after the year 9999, and for another form.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_time_format(
    seconds: u64,
    form: i32,
    out: *mut c_char,
    capacity: usize,
    len: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let room = unsafe { Outputs::apart_from(&()).room(out, capacity, len) }?;
        let time = BeijingTime::from_unix(seconds).ok_or(WXP_E_ARGUMENT)?;
        match form {
            WXP_TIME_PLAIN => room.put(&time.plain()),
            WXP_TIME_SPACED => room.put(&time.spaced()),
            _ => Err(WXP_E_ARGUMENT),
        }
    })
}

/// Reads a time in Beijing time, in either form, as seconds since 1970 in UTC. WXP_E_ARGUMENT if
/// there is no such time.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_time_parse(
    time: *const c_char,
    time_len: usize,
    seconds: *mut u64,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let text = unsafe { text(time, time_len) }?;
        // SAFETY: the contract.
        let seconds = unsafe { Outputs::apart_from(text).place(seconds) }?;
        seconds.put(BeijingTime::parse(text).ok_or(WXP_E_ARGUMENT)?.to_unix());
        Ok(())
    })
}

/// Writes an amount as bills write it, in decimals: so many of the currency's smallest unit, such
/// as fen for "CNY". WXP_E_NOT_FOUND for a currency that fee_type does not take.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_amount_format(
    units: i64,
    currency: *const c_char,
    currency_len: usize,
    out: *mut c_char,
    capacity: usize,
    len: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let code = unsafe { text(currency, currency_len) }?;
        // SAFETY: the contract.
        let room = unsafe { Outputs::apart_from(code).room(out, capacity, len) }?;
        let currency = Currency::find(code).ok_or(WXP_E_NOT_FOUND)?;
        room.put(&Amount { units, currency }.decimal())
    })
}

/// Reads an amount that is written in decimals, in the currency's smallest unit. Nothing is
/// rounded: WXP_E_ARGUMENT for what is not exact, or no amount.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_amount_parse(
    amount: *const c_char,
    amount_len: usize,
    currency: *const c_char,
    currency_len: usize,
    units: *mut i64,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let (amount, code) = unsafe { (text(amount, amount_len)?, text(currency, currency_len)?) };
        // SAFETY: the contract.
        let units = unsafe { Outputs::apart_from(&(amount, code)).place(units) }?;
        let currency = Currency::find(code).ok_or(WXP_E_NOT_FOUND)?;
        units.put(currency.parse_decimal(amount).ok_or(WXP_E_ARGUMENT)?);
        Ok(())
    })
}

/// Checks an address for the field notify_url, which takes no query. *plain_http is 1 for plain
/// http, which is allowed but worth a warning, else 0. If it is refused (WXP_E_NOTIFY_URL,
/// WXP_E_NOTIFY_URL_QUERY), *fault is the offset of what is wrong, in bytes.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_check_notify_url(
    address: *const c_char,
    address_len: usize,
    plain_http: *mut i32,
    fault: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let address = unsafe { text(address, address_len) }?;
        let mut outputs = Outputs::apart_from(address);
        // SAFETY: the contract.
        let (plain_http, fault) = unsafe { (outputs.place(plain_http)?, outputs.place(fault)?) };
        match check_notify_url(address) {
            Ok(transport) => plain_http.put(i32::from(transport == Transport::PlainHttp)),
            Err(error) => {
                fault.put(error.position());
                return Err(status::of(error));
            }
        }
        Ok(())
    })
}

/// The longest value of a field in the requests of an operation, in characters (not bytes); 0 if no
/// page limits it, and for an operation that is not known.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_field_limit(
    endpoint: *const c_char,
    endpoint_len: usize,
    name: *const c_char,
    name_len: usize,
) -> usize {
    // SAFETY: the contract.
    let texts = unsafe { (text(endpoint, endpoint_len), text(name, name_len)) };
    let (Ok(endpoint), Ok(name)) = texts else { return 0 };
    Endpoint::find(endpoint).and_then(|endpoint| limit_of(endpoint, name)).unwrap_or(0)
}

/// Writes the name of a business category, a value of the field business_category.
/// WXP_E_NOT_FOUND is no proof of a mistake: the gateway's list is longer than the published one.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxp_category_name(
    code: u16,
    out: *mut c_char,
    capacity: usize,
    len: *mut usize,
) -> wxp_status {
    status(|| {
        // SAFETY: the contract.
        let room = unsafe { Outputs::apart_from(&()).room(out, capacity, len) }?;
        room.put(BusinessCategory::find(code).ok_or(WXP_E_NOT_FOUND)?.name())
    })
}
