"""Builds libwxp and the command for machines of targets.tsv, into target/dist/native/NAME, and looks into
what it built.

Usage: native.py [NAME…]; all, if none is named.
"""

import shutil
import sys

import inspection
import notices
import tools
from tools import run

# The oldest glibc that the command runs with where it cannot be linked with musl.
GLIBC = ".2.17"
# For macOS the linker makes the UUID of a file from all that it writes. This leaves paths out at once: those that are
# stripped later would change the UUID.
NO_PATHS = " -Clink-arg=-Wl,-S"


def environment_of(target):
    environment = tools.environment()
    if target.system == "macos":
        environment["RUSTFLAGS"] += NO_PATHS
    return environment


def library(target):
    """Lays libwxp down as `make install` does."""
    environment = environment_of(target)
    if target.system == "windows":
        # Only its own linker puts objects of Windows together.
        cross = "x86_64-w64-mingw32-"
        environment |= {"LD": f"{cross}ld", "OBJCOPY": f"{cross}objcopy"}
    run(
        "sh", "ffi/packaging/install.sh", "install", **environment,
        CARGO_BUILD_TARGET=target.library, PROFILE=target.profile, COMMAND="no", PREFIX=str(target.folder),
        timeout=1800,
    )  # fmt: skip


def command(target):
    rust = target.command + (GLIBC if "-linux-gnu" in target.command else "")
    words = ["--release", "--locked", "--package", "wxp", "--target", rust]
    environment = environment_of(target)
    run(*environment["BUILD"].split(), *words, **environment, timeout=1800)
    name = "wxp.exe" if target.system == "windows" else "wxp"
    (target.folder / "bin").mkdir(exist_ok=True)
    shutil.copy(tools.BUILT / target.command / "release" / name, target.folder / "bin")


def build(target):
    shutil.rmtree(target.folder, ignore_errors=True)
    library(target)
    command(target)
    notices.lay(target.folder / "share/doc/wxp", "wxp-ffi", "wxp")
    return inspection.look(target)


def main():
    tools.prepare()
    wanted = sys.argv[1:] or [target.name for target in tools.targets()]
    for target in tools.targets():
        if target.name in wanted:
            print(f"{target.name}: {build(target)}", flush=True)


if __name__ == "__main__":
    main()
