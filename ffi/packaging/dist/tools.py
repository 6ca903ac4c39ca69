"""What the scripts of this folder share: the table of machines, tools, and how they are called."""

import csv
import os
import pathlib
import re
import shutil
import subprocess
import sys
from typing import NamedTuple

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / ".ci/harness"))

from checks import run  # noqa: E402

HERE = ROOT / "ffi/packaging/dist"
OUT = ROOT / "target/dist"
NATIVE = OUT / "native"
BUILT = ROOT / "target/dist-build"
VENV = ROOT / "target/dist-tools/venv"
VERSION = re.search(r'^version = "(.*)"$', (ROOT / "Cargo.toml").read_text(), re.M)[1]
DEVICES = [
    "thumbv6m-none-eabi",
    "thumbv7m-none-eabi",
    "thumbv7em-none-eabi",
    "thumbv7em-none-eabihf",
    "riscv32imc-unknown-none-elf",
    "riscv32imac-unknown-none-elf",
]
REQUIREMENTS = [HERE / "requirements.txt", ROOT / "ffi/packaging/supply/requirements.txt"]


class Target(NamedTuple):
    """A line of targets.tsv, which says what its columns are."""

    name: str
    library: str
    command: str
    profile: str
    debian: str
    runtimes: str

    @property
    def folder(self):
        return NATIVE / self.name

    @property
    def system(self):
        return self.name.split("-")[0]


def targets():
    lines = (line for line in (HERE / "targets.tsv").open() if not line.startswith("#"))
    return [Target(**row) for row in csv.DictReader(lines, delimiter="\t")]


def environment():
    """What makes programs and archives the same wherever they are built: no paths, one time."""
    cargo = os.environ.get("CARGO_HOME", pathlib.Path.home() / ".cargo")
    caches = str(ROOT / "target/dist-tools/zig")
    sysroot = pathlib.Path(run("rustc", "--print", "sysroot").strip())
    host = re.search(r"^host: (.*)$", run("rustc", "-vV"), re.M)[1]
    zig = VENV / "bin/python-zig"
    bin = sysroot / "lib/rustlib" / host / "bin"
    return {
        "PATH": f"{VENV}/bin:{os.environ['PATH']}",
        # Rust's own objcopy needs the library of its compiler.
        "LD_LIBRARY_PATH": str(sysroot / "lib"),
        "CARGO_ZIGBUILD_ZIG_PATH": str(zig),
        "ZIG_GLOBAL_CACHE_DIR": caches,
        "ZIG_LOCAL_CACHE_DIR": caches,
        "CARGO_TARGET_DIR": str(BUILT),
        "CARGO_INCREMENTAL": "0",
        "BUILD": "cargo-zigbuild zigbuild --quiet",
        "RUSTFLAGS": f"--remap-path-prefix={ROOT}=/wxp --remap-path-prefix={cargo}=/cargo",
        "CARGO_PROFILE_RELEASE_STRIP": "symbols",
        "CARGO_PROFILE_EMBEDDED_STRIP": "symbols",
        # What the oldest macOS is for programs on processors of Apple.
        "MACOSX_DEPLOYMENT_TARGET": "11.0",
        # The time that a program for Windows has. With that of the last commit, Cargo would keep a program that has
        # the time of an earlier one.
        "SOURCE_DATE_EPOCH": "0",
        "LD": f"{bin}/rust-lld -flavor gnu",
        "OBJCOPY": f"{bin}/rust-objcopy",
        "AR": f"{zig} ar",
        "COFF_LINK": f"{bin}/rust-lld -flavor link",
        "DLLTOOL": f"{zig} dlltool",
        # Cargo has stripped everything already.
        "STRIP": "true",
        "DESTDIR": "",
    }


def epoch():
    """The time that everything in a release has: that of the last commit."""
    return os.environ.get("SOURCE_DATE_EPOCH") or run("git", "log", "-1", "--format=%ct").strip()


def prepare():
    """Installs what Python has of tools, and Rust's libraries for the machines."""
    pins = "".join(file.read_text() for file in REQUIREMENTS)
    mark = VENV / "requirements.txt"
    if not mark.exists() or mark.read_text() != pins:
        shutil.rmtree(VENV, ignore_errors=True)
        run(sys.executable, "-m", "venv", VENV)
        files = [word for file in REQUIREMENTS for word in ("-r", file)]
        run(VENV / "bin/pip", "install", "--quiet", "--disable-pip-version-check", *files)
        mark.write_text(pins)
    installed = pathlib.Path(run("rustc", "--print", "sysroot").strip()) / "lib/rustlib"
    for target in sorted({name for t in targets() for name in (t.library, t.command)} | set(DEVICES)):
        if not (installed / target).is_dir():
            print(f"installing: {target} (rustup target add)", flush=True)
            run("rustup", "target", "add", target)
    missing = [tool for tool in ("x86_64-w64-mingw32-ld", "cc", "git") if not shutil.which(tool)]
    if missing:
        sys.exit(f"missing: {' '.join(missing)} (make setup)")


def zig(*words, **options):
    return run(VENV / "bin/python-zig", *words, **environment(), **options)


def output(*command, **options):
    """Status, output and errors of a program."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)
    return done.returncode, done.stdout, done.stderr
