//! Makes an installation, and runs programs that use it.

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");
pub(crate) const KEY: &str = "192006250b4c09247ec02edce69f6a2d";

/// An installation that was moved after it was made.
pub(crate) static MOVED: LazyLock<PathBuf> = LazyLock::new(|| {
    let (made, moved) = (folder("made"), folder("moved"));
    // The profile that is built soonest.
    make(&["install", &format!("PREFIX={}", made.display()), "COMMAND=dev"]);
    fs::rename(made, &moved).unwrap();
    moved
});

/// A folder of this name that does not exist yet.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("install").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.parent().unwrap()).unwrap();
    folder
}

pub(crate) fn source(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

pub(crate) fn make(arguments: &[&str]) {
    let mut make = Command::new("make");
    // Or a `make` around this one would pass on what it was told.
    for name in
        ["MAKEFLAGS", "PREFIX", "DESTDIR", "LIBDIR", "INCLUDEDIR", "PROFILE", "BINDIR", "COMMAND"]
    {
        make.env_remove(name);
    }
    run(make.arg("-C").arg(source("..")).args(arguments));
}

/// What a command prints, if it succeeds.
pub(crate) fn run(command: &mut Command) -> String {
    let (status, out, err) = call(command, "");
    assert_eq!(status, 0, "{command:?}\n{out}{err}");
    out
}

/// Exit status, standard output and standard error of a command.
pub(crate) fn call(command: &mut Command, input: &str) -> (i32, String, String) {
    let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = pipes.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    // A program that ends before it has read everything closes the pipe.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// Whether a tool is there that not everybody has.
pub(crate) fn has(tool: &str) -> bool {
    let is_there = Command::new(tool).arg("--version").output().is_ok();
    if !is_there {
        eprintln!("{tool} is missing: not tried");
    }
    is_there
}

pub(crate) fn pkg_config(arguments: &[&str]) -> Vec<String> {
    let path = MOVED.join("lib/pkgconfig");
    let mut command = Command::new("pkg-config");
    let out = run(command.env("PKG_CONFIG_PATH", path).args(arguments).arg("wxp"));
    out.split_whitespace().map(str::to_owned).collect()
}

/// Mode, path and target of every file below a folder, sorted.
pub(crate) fn files(root: &Path) -> Vec<(u32, String, String)> {
    let mut files = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let data = fs::symlink_metadata(&path).unwrap();
            if data.is_dir() {
                assert_eq!(data.permissions().mode() & 0o777, 0o755, "{path:?}");
                folders.push(path);
                continue;
            }
            let target = fs::read_link(&path).map(|target| target.to_str().unwrap().to_owned());
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            files.push((data.permissions().mode() & 0o777, name, target.unwrap_or_default()));
        }
    }
    files.sort();
    files
}
