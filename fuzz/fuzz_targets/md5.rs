//! The compression of MD5 in all its ways: written out, as a loop, and that of the crate `md-5`.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: ([u32; 4], Vec<[u8; 64]>)| {
    let (state, blocks) = input;
    let [written_out, looped, crates] = wxp_core::md5_in_all_ways(state, &blocks);
    assert_eq!(written_out, crates);
    assert_eq!(looped, crates);
});
