//! Times, amounts and names of categories.

use core::ffi::{CStr, c_char};

use wxp_core::{Amount, BeijingTime, Currency, abi};

use crate::memory::{Outputs, status, text};
use crate::status::{self, WXP_E_ARGUMENT, WXP_E_NOT_FOUND, wxp_status};

/// yyyyMMddHHmmss, as in time_start, time_expire and time_end.
pub const WXP_TIME_PLAIN: i32 = 0;
/// yyyy-MM-dd HH:mm:ss, as in success_time.
pub const WXP_TIME_SPACED: i32 = 1;

/// Writes a time in Beijing time, from seconds since 1970 in UTC, in a WXP_TIME_ form. Fails with
/// WXP_E_ARGUMENT after the year 9999, or for another form.
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
        let room = unsafe { Outputs::apart_from(&()).buffer(out, capacity, len) }?;
        let time = BeijingTime::from_unix(seconds).ok_or(WXP_E_ARGUMENT)?;
        match form {
            WXP_TIME_PLAIN => room.put(&time.plain()),
            WXP_TIME_SPACED => room.put(&time.spaced()),
            _ => Err(WXP_E_ARGUMENT),
        }
    })
}

/// Reads a time in Beijing time, in either form, as seconds since 1970 in UTC. Fails with
/// WXP_E_ARGUMENT.
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
        let seconds = unsafe { Outputs::apart_from(text).out(seconds) }?;
        seconds.put(BeijingTime::parse(text).ok_or(WXP_E_ARGUMENT)?.to_unix());
        Ok(())
    })
}

/// Writes an amount as bills do, in decimals: 88800 fen of "CNY" are "888.00". Fails with
/// WXP_E_NOT_FOUND for a currency that fee_type does not take.
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
        let room = unsafe { Outputs::apart_from(code).buffer(out, capacity, len) }?;
        let currency = Currency::find(code).ok_or(WXP_E_NOT_FOUND)?;
        room.put(&Amount { units, currency }.decimal())
    })
}

/// Reads such an amount, as a number of the currency's smallest unit. Fails with WXP_E_NOT_FOUND
/// for the currency, or with WXP_E_ARGUMENT if the text is no amount or not exact: nothing is
/// rounded.
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
        let units = unsafe { Outputs::apart_from(&(amount, code)).out(units) }?;
        let currency = Currency::find(code).ok_or(WXP_E_NOT_FOUND)?;
        units.put(currency.parse_decimal(amount).ok_or(WXP_E_ARGUMENT)?);
        Ok(())
    })
}

/// The name of a business category in English or in Chinese, for a code from the field
/// business_category: static, or NULL. The list of the gateway is longer than the published one, so
/// an unknown code can be right.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn wxp_category_name(code: i32, language: i32) -> *const c_char {
    let name = |code| abi::category_name(code, status::language(language));
    u16::try_from(code).ok().and_then(name).map_or(core::ptr::null(), CStr::as_ptr)
}
