//! What the library exports and needs, and the proof that nothing in it can panic.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use crate::tools::{BUILDS, FOLDER, attempt, library, run};

/// All that a C library, or a device's few lines of assembly, has to bring along.
const NEEDED: [&str; 6] = ["bcmp", "memcmp", "memcpy", "memmove", "memset", "strlen"];

/// Every type that `nm` has for names that are seen by other files.
const ANY: &str = "ABCDGRSTVWiuvw";

/// The functions that the headers declare.
pub(crate) fn declared() -> BTreeSet<String> {
    wxp_generate::abi().unwrap().functions().map(|function| function.name.clone()).collect()
}

/// The names that `nm` lists with one of these types.
fn symbols(types: &str, options: &[&str], file: &Path) -> BTreeSet<String> {
    let list = run(Command::new("nm").args(options).arg(file));
    let rows = list.lines().filter_map(|line| {
        let mut words = line.split_whitespace().rev();
        let (name, kind) = (words.next()?, words.next()?);
        types.contains(kind).then(|| name.to_owned())
    });
    rows.collect()
}

#[test]
fn the_exports_are_the_functions_of_the_headers() {
    let exported = symbols("TDBRVWui", &["--dynamic", "--defined-only"], &library("libwxp.so"));
    assert_eq!(exported, declared());
    assert!(exported.len() > 40);
}

#[test]
fn nothing_is_needed_but_what_every_c_library_has() {
    // Every export pulls its part of the archive in.
    let part = Path::new(FOLDER).join("part.o");
    let mut link = Command::new("ld");
    link.args(["-r", "-o"]).arg(&part);
    link.args(declared().iter().flat_map(|name| ["-u", name]));
    run(link.arg(library("libwxp.a")));
    for needed in [symbols("U", &["--dynamic"], &library("libwxp.so")), symbols("U", &[], &part)] {
        assert!(needed.iter().all(|name| NEEDED.contains(&&**name)), "{needed:?}");
    }
    let needed = symbols("wv", &["--dynamic"], &library("libwxp.so"));
    let start = |name: &str| name.starts_with("_ITM_") || name.starts_with("__");
    assert!(needed.iter().all(|name| start(name)), "{needed:?}");
}

#[test]
fn the_archive_defines_nothing_else_that_could_clash() {
    for build in BUILDS {
        let options = ["--defined-only", "--extern-only"];
        assert_eq!(symbols(ANY, &options, &build.archive()), declared(), "{}", build.name);
    }
}

#[test]
fn the_shared_library_has_a_soname_and_needs_only_libc() {
    let dynamic = run(Command::new("readelf").arg("-d").arg(library("libwxp.so")));
    assert!(dynamic.contains("Library soname: [libwxp.so.1]"), "{dynamic}");
    for line in dynamic.lines().filter(|line| line.contains("(NEEDED)")) {
        assert!(line.contains("[libc.so."), "{line}");
    }
}

/// Links the library with a panic handler that does not exist; what the linker had to say if it
/// failed.
fn prove(profile: &str, features: &str) -> Result<(), String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["rustc", "--quiet", "--locked", "--package", "wxp-ffi", "--crate-type", "cdylib"]);
    cargo.args(["--profile", profile, "--features", features]);
    cargo.arg("--target-dir").arg(Path::new(FOLDER).join("no-panic"));
    // `defs`: every symbol must be found. Only memcpy and its like come from the C library.
    cargo.args(["--", "-C", "link-arg=-Wl,-z,defs", "-C", "link-arg=-lc"]);
    attempt(&mut cargo).map(drop)
}

#[test]
fn nothing_panics() {
    for profile in ["release", "embedded"] {
        prove(profile, "prove-no-panic,gbk").unwrap_or_else(|why| panic!("{profile}: {why}"));
    }
}

#[test]
fn a_panic_would_not_link() {
    let why = prove("release", "prove-no-panic,panic").expect_err("the control links");
    assert!(why.contains("wxp_reachable_panic"), "{why}");
}
