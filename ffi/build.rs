//! Names the shared library by its ABI, so that programs find the one they were linked with.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=small.ld");
    let is = |name: &str, values: &[&str]| env::var(name).is_ok_and(|v| values.contains(&&*v));
    if is("CARGO_CFG_TARGET_FAMILY", &["wasm"]) {
        // Calls take up to 11 KB. Who calls can put the stack back if a call is broken off.
        println!("cargo::rustc-cdylib-link-arg=-zstack-size=65536");
        println!("cargo::rustc-cdylib-link-arg=--export=__stack_pointer");
    }
    if !is("CARGO_CFG_TARGET_OS", &["linux"]) {
        return;
    }
    // cargo-c gives the library a name itself.
    if env::var_os("CARGO_FEATURE_CAPI").is_none() {
        println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libwxp.so.1");
    }
    // Nothing unwinds, so that the tables for it only help debuggers; they are a tenth of a small
    // library.
    if is("OPT_LEVEL", &["s", "z"]) {
        let script = format!("{}/small.ld", env::var("CARGO_MANIFEST_DIR").unwrap_or_default());
        println!("cargo::rustc-cdylib-link-arg=-Wl,--no-eh-frame-hdr,-T,{script}");
    }
}
