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
    // cargo-c gives the library a name itself.
    let is_named = env::var_os("CARGO_FEATURE_CAPI").is_some();
    if is("CARGO_CFG_TARGET_OS", &["macos"]) && !is_named {
        println!("cargo::rustc-cdylib-link-arg=-Wl,-install_name,@rpath/libwxp.1.dylib");
        // Only what is called: some linkers name all libraries that the system has.
        println!("cargo::rustc-cdylib-link-arg=-Wl,-dead_strip_dylibs");
    }
    if !is("CARGO_CFG_TARGET_OS", &["linux"]) {
        return;
    }
    if !is_named {
        println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libwxp.so.1");
    }
    // Neither a C library, nor what one puts at the start of programs. The few functions that are called,
    // such as memcpy, are those of the program; so one file serves all versions of glibc and musl.
    println!("cargo::rustc-cdylib-link-arg=-nostdlib");
    // Nothing unwinds, so that the tables for it only help debuggers; they are a tenth of a small
    // library.
    if is("OPT_LEVEL", &["s", "z"]) {
        let script = format!("{}/small.ld", env::var("CARGO_MANIFEST_DIR").unwrap_or_default());
        println!("cargo::rustc-cdylib-link-arg=-Wl,--no-eh-frame-hdr,-T,{script}");
    }
}
