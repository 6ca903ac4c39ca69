//! The public API of `wxp-core`, reachable from C, with a panic handler that is an undefined
//! symbol.
//!
//! If any path through these functions could panic, this library would not link, because
//! `wxp_reachable_panic` is missing. For devices, each function shows what its part of the API
//! costs.

#![no_std]

use core::fmt;

use wxp_core::{Error, Language, Value};

mod body;
mod digest;
mod explain;
mod facts;
mod judge;
#[cfg(feature = "defmt")]
mod log;
mod nested;
mod payload;
mod quickpay;
mod request;
mod sign;
mod texts;

#[panic_handler]
fn on_panic(_: &core::panic::PanicInfo<'_>) -> ! {
    unsafe extern "C" {
        safe fn wxp_reachable_panic() -> !;
    }
    wxp_reachable_panic()
}

/// What a caller hands over: as long as it says, whatever it holds.
type Buffer = [u8; 4096];

/// Whether a value's text can be formatted.
pub(crate) fn show(value: impl fmt::Display) -> bool {
    struct Nowhere;
    impl fmt::Write for Nowhere {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            core::hint::black_box(text);
            Ok(())
        }
    }
    fmt::write(&mut Nowhere, format_args!("{value} {value:#}")).is_ok()
}

pub(crate) fn examine(value: Value<'_>) -> i32 {
    let number = value.parse_u64().is_some();
    i32::from(number) + i32::from(value == "SUCCESS") + i32::from(value.len() > 9)
}

pub(crate) fn run(body: impl FnOnce() -> Result<i32, Error>) -> i32 {
    #[cfg(feature = "panic")]
    panic!("on purpose");
    #[cfg(not(feature = "panic"))]
    body().unwrap_or_else(|error| {
        error.kind().code()
            + i32::from(show(error))
            + i32::from(error.kind().text(Language::English).len() == error.position())
    })
}
