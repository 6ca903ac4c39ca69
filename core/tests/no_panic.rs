//! The linker proves that nothing in the public API can panic; see `no_panic/src/lib.rs`.

#![allow(clippy::expect_used)]

use std::process::Command;

/// Links the proof; what the linker had to say if it failed.
fn link(profile: &str, features: &[&str]) -> Result<(), String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["rustc", "--quiet", "--package", "wxp-no-panic", "--crate-type", "cdylib"]);
    cargo.args(["--profile", profile, "--target-dir", env!("CARGO_TARGET_TMPDIR")]).args(features);
    // `defs`: every symbol must be found. Only memcpy and its like come from the C library.
    cargo.args(["--", "-C", "link-arg=-Wl,-z,defs", "-C", "link-arg=-lc"]);
    let output = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("cargo runs");
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.success() { Ok(()) } else { Err(stderr) }
}

#[test]
fn nothing_panics() {
    for profile in ["release", "embedded"] {
        link(profile, &["--features", "refund,gbk"])
            .unwrap_or_else(|why| panic!("{profile}: {why}"));
    }
}

#[test]
fn a_panic_would_not_link() {
    let why = link("release", &["--features", "panic"]).expect_err("the control links");
    assert!(why.contains("wxp_reachable_panic"), "{why}");
}
