//! The library as it ships, and the tools that look at it.

use std::env::consts::ARCH;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// Where the tests may write.
pub(crate) const FOLDER: &str = env!("CARGO_TARGET_TMPDIR");

/// What C programs are compiled with: nothing may be left to warn of.
pub(crate) const STRICT: [&str; 4] = ["-Wall", "-Wextra", "-Wpedantic", "-Werror"];

/// A path from the root of the project.
pub(crate) fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// The text of `include/wxp.h` without its comments.
pub(crate) fn header() -> String {
    let text = fs::read_to_string(project("include/wxp.h")).unwrap();
    text.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, code)| code)).collect()
}

/// A file of the library as `make install` builds it, which is done once. The sanitizers look at
/// the fast one.
pub(crate) fn library(file: &str) -> PathBuf {
    static BUILT: LazyLock<PathBuf> = LazyLock::new(|| {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--profile", "embedded", "--locked", "--quiet"]);
        cargo.args(["--package", "wxp-ffi", "--target-dir", FOLDER]);
        run(cargo.env("RUSTFLAGS", r#"--cfg sha2_backend_soft="compact""#));
        let built = Path::new(FOLDER).join("embedded");
        // The name that programs ask for.
        let _ = fs::remove_file(built.join("libwxp.so.1"));
        symlink("libwxp.so", built.join("libwxp.so.1")).unwrap();
        built
    });
    BUILT.join(file)
}

/// The static library for those who prefer speed.
pub(crate) fn fast_library() -> PathBuf {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--release", "--locked", "--quiet", "--package", "wxp-ffi"]);
    run(cargo.args(["--target-dir", FOLDER]).env("RUSTFLAGS", ""));
    Path::new(FOLDER).join("release/libwxp.a")
}

/// What a tool prints; it has to succeed.
pub(crate) fn run(command: &mut Command) -> String {
    attempt(command).unwrap_or_else(|why| panic!("{why}"))
}

/// What a tool prints, or why it failed.
pub(crate) fn attempt(command: &mut Command) -> Result<String, String> {
    let tool = command.get_program().to_string_lossy().into_owned();
    let output = command.output().unwrap_or_else(|error| panic!("missing: {tool} ({error})"));
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (out, errors) = (text(&output.stdout), text(&output.stderr));
    if output.status.success() {
        Ok(out)
    } else {
        Err(format!("{command:?}: {}\n{out}{errors}", output.status))
    }
}

/// The static library, instrumented with a sanitizer, and with Rust's own checks of what `unsafe` code
/// does and of what overflows. Only the standard library is not: the flag is unstable, and
/// instrumenting that one as well needs its source.
pub(crate) fn sanitized(sanitizer: &str) -> PathBuf {
    let target = format!("{ARCH}-unknown-linux-gnu");
    let folder = Path::new(FOLDER).join(sanitizer);
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["rustc", "--release", "--locked", "--quiet", "--package", "wxp-ffi"]);
    cargo.args(["--crate-type", "staticlib", "--target", &target, "--target-dir"]).arg(&folder);
    let flags = format!(
        "-Zsanitizer={sanitizer} -Cunsafe-allow-abi-mismatch=sanitizer \
         -Cdebug-assertions -Coverflow-checks"
    );
    run(cargo.env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", flags));
    folder.join(target).join("release/libwxp.a")
}

/// The static library for 32-bit machines: with rustup's target if it is installed, else with
/// Debian's compiler and the source of its library.
pub(crate) fn for_32_bits() -> PathBuf {
    const TARGET: &str = "i686-unknown-linux-gnu";
    let folder = Path::new(FOLDER).join("32-bits");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["rustc", "--profile", "embedded", "--locked", "--quiet", "--package", "wxp-ffi"]);
    cargo.args(["--crate-type", "staticlib", "--target", TARGET, "--target-dir"]).arg(&folder);
    let sysroot = run(Command::new("rustc").args(["--print", "sysroot"]));
    if !Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).exists() {
        let debian = Path::new("/usr/lib/rustlib/src/rust/library").exists();
        assert!(debian, "missing: rustup target add {TARGET}, or Debian's rustc-web, rust-web-src");
        cargo.arg("-Zbuild-std=core").env("RUSTC", "/usr/bin/rustc").env("RUSTC_BOOTSTRAP", "1");
    }
    run(&mut cargo);
    folder.join(TARGET).join("embedded/libwxp.a")
}

/// A program of `tests/c`, compiled and linked with a library.
pub(crate) fn program(name: &str, compiler: &str, flags: &[&str], library: &Path) -> PathBuf {
    let kind = library.extension().unwrap().to_string_lossy().into_owned();
    let profile = library.parent().and_then(Path::file_name).unwrap().to_string_lossy();
    let flags_in_name = flags.concat().replace(',', "");
    let file = format!("{name}-{compiler}-{profile}-{kind}{flags_in_name}");
    let program = Path::new(FOLDER).join(file);
    let mut command = Command::new(compiler);
    command.args(["-std=c99", "-g", "-O1"]).args(STRICT).args(flags).arg("-o").arg(&program);
    command.arg("-I").arg(project("include"));
    run(command.arg(project(&format!("ffi/tests/c/{name}.c"))).arg(library));
    program
}
