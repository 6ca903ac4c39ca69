//! The C ABI under AddressSanitizer.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| wxp_fuzz::caller::run(data));
