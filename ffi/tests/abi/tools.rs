//! The library as it is installed, and the tools that inspect it.

use std::collections::BTreeSet;
use std::env::consts::ARCH;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{LazyLock, Mutex, PoisonError};

/// Where the tests may write.
pub(crate) const FOLDER: &str = env!("CARGO_TARGET_TMPDIR");

/// What C programs are compiled with: nothing may be left to warn of.
pub(crate) const STRICT: [&str; 4] = ["-Wall", "-Wextra", "-Wpedantic", "-Werror"];

/// A path from the root of the project.
pub(crate) fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// A file of the library as `make install PROFILE=embedded` builds it, which is done once. The
/// sanitizers look at the fast one.
pub(crate) fn library(file: &str) -> PathBuf {
    static BUILT: LazyLock<PathBuf> = LazyLock::new(|| {
        let archive = BUILDS[0].archive();
        let folder = archive.parent().unwrap();
        let built = Path::new(FOLDER).join("embedded/libwxp.so");
        fs::copy(built, folder.join("libwxp.so")).unwrap();
        // The name that programs ask for.
        let _ = fs::remove_file(folder.join("libwxp.so.1"));
        symlink("libwxp.so", folder.join("libwxp.so.1")).unwrap();
        folder.to_owned()
    });
    BUILT.join(file)
}

/// The static library for those who prefer speed.
pub(crate) fn fast_library() -> PathBuf {
    BUILDS[1].archive()
}

/// The static library for 32-bit machines.
pub(crate) fn for_32_bits() -> PathBuf {
    BUILDS[2].archive()
}

/// One way to build the static library.
pub(crate) struct Build {
    pub(crate) name: &'static str,
    profile: &'static str,
    /// What rustc is told.
    flags: &'static str,
    /// If it is not for this machine.
    target: Option<&'static str>,
    linker: &'static str,
    /// What programs that use it are compiled with.
    pub(crate) program: &'static [&'static str],
}

pub(crate) const BUILDS: [Build; 3] = [
    Build {
        name: "small library",
        profile: "embedded",
        flags: r#"--cfg sha2_backend_soft="compact""#,
        target: None,
        linker: "ld",
        program: &[],
    },
    Build {
        name: "fast library",
        profile: "release",
        flags: "",
        target: None,
        linker: "ld",
        program: &[],
    },
    Build {
        name: "32 bits",
        profile: "embedded",
        flags: "",
        target: Some("i686-unknown-linux-gnu"),
        linker: "ld -m elf_i386",
        program: &["-m32"],
    },
];

impl Build {
    /// As users get it.
    pub(crate) fn archive(&self) -> PathBuf {
        self.made(self.name, Path::new(FOLDER), self.flags)
    }

    /// One that wipes no more of the stack than was measured; see `stack.rs` of the core.
    pub(crate) fn without_margin(&self) -> PathBuf {
        let name = format!("{}, no margin", self.name);
        let flags = format!("{} --cfg wxp_no_margin", self.flags);
        self.made(&name, &Path::new(FOLDER).join("no-margin"), &flags)
    }

    /// `libwxp.a` in a folder of this name, made of what cargo builds in a folder of its own.
    fn made(&self, name: &str, target_folder: &Path, flags: &str) -> PathBuf {
        // Tests that want the same one must not write it at once.
        static MADE: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
        let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
        let archive = Path::new(FOLDER).join("archives").join(name).join("libwxp.a");
        if !made.contains(&archive) {
            run(self.cargo().arg("--target-dir").arg(target_folder).env("RUSTFLAGS", flags));
            let built = target_folder.join(self.target.unwrap_or_default()).join(self.profile);
            fs::create_dir_all(archive.parent().unwrap()).unwrap();
            let mut packaging = Command::new("sh");
            packaging.arg(project("ffi/packaging/archive.sh")).env("LD", self.linker);
            run(packaging.arg(built.join("libwxp.a")).arg(&archive));
            made.insert(archive.clone());
        }
        archive
    }

    /// For another target with rustup's if it is installed, else with Debian's compiler and the source
    /// of its library.
    fn cargo(&self) -> Command {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["rustc", "--locked", "--quiet", "--package", "wxp-ffi"]);
        cargo.args(["--profile", self.profile]);
        let Some(target) = self.target else {
            return cargo;
        };
        cargo.args(["--crate-type", "staticlib", "--target", target]);
        let sysroot = run(Command::new("rustc").args(["--print", "sysroot"]));
        if !Path::new(sysroot.trim()).join("lib/rustlib").join(target).exists() {
            let debian = Path::new("/usr/lib/rustlib/src/rust/library").exists();
            let missing = "Debian's rustc-web, rust-web-src";
            assert!(debian, "missing: rustup target add {target}, or {missing}");
            cargo.arg("-Zbuild-std=core");
            cargo.env("RUSTC", "/usr/bin/rustc").env("RUSTC_BOOTSTRAP", "1");
        }
        cargo
    }
}

/// What a tool prints; it has to succeed.
pub(crate) fn run(command: &mut Command) -> String {
    attempt(command).unwrap_or_else(|why| panic!("{why}"))
}

/// What a tool prints, or why it failed.
pub(crate) fn attempt(command: &mut Command) -> Result<String, String> {
    let tool = command.get_program().to_string_lossy().into_owned();
    let output =
        command.output().unwrap_or_else(|error| panic!("missing: {tool} ({error}); `make setup`"));
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

/// A program of `tests/c`, compiled and linked with a library.
pub(crate) fn program(name: &str, compiler: &str, flags: &[&str], library: &Path) -> PathBuf {
    let kind = library.extension().unwrap().to_string_lossy().into_owned();
    let build = library.parent().and_then(Path::file_name).unwrap().to_string_lossy();
    let flags_in_name = flags.concat().replace(',', "");
    let file = format!("{name}-{compiler}-{build}-{kind}{flags_in_name}");
    let program = Path::new(FOLDER).join(file);
    let mut command = Command::new(compiler);
    command.args(["-std=c99", "-g", "-O1"]).args(STRICT).args(flags).arg("-o").arg(&program);
    command.arg("-I").arg(project("include"));
    run(command.arg(project(&format!("ffi/tests/c/{name}.c"))).arg(library));
    program
}
