"""A clean Debian without Rust, made by debootstrap and kept below target/, in which packages are installed and
used. What runs in it has no network."""

import os
import shutil
import sys

import tools
from tools import run

ROOT = tools.ROOT / "target/dist-tools/debian"
# What those have who use libwxp: a compiler, what finds libraries, and for other processors their compilers
# and an emulator.
PACKAGES = (
    "gcc libc6-dev pkg-config cmake make musl-tools libc6-dev-i386 lib32gcc-12-dev gcc-aarch64-linux-gnu "
    "libc6-dev-arm64-cross gcc-arm-linux-gnueabihf libc6-dev-armhf-cross qemu-user"
).split()
MIRROR = "http://deb.debian.org/debian"


def prepare():
    if os.geteuid():
        sys.exit("a clean Debian is made, and packages are installed in it, by root alone")
    if not (ROOT / "made").exists():
        print("making a clean Debian (debootstrap)", flush=True)
        shutil.rmtree(ROOT, ignore_errors=True)
        run("debootstrap", "--variant=minbase", "bookworm", ROOT, MIRROR, timeout=1200)
        install = ["apt-get", "install", "-y", "--no-install-recommends", "-o", "APT::Sandbox::User=root"]
        run("chroot", ROOT, *install, *PACKAGES, timeout=1200, DEBIAN_FRONTEND="noninteractive")
        (ROOT / "made").touch()
    fresh()


def inside(script, **environment):
    """What a script prints in there, with a home of its own and no network."""
    clean = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/work", "LC_ALL": "C.UTF-8", **environment}
    words = [f"{name}={value}" for name, value in clean.items()]
    chroot = ["env", "-i", *words, "chroot", ROOT, "sh", "-euc", f"cd /work\n{script}"]
    return run("unshare", "--net", "--mount", "sh", "-c", 'mount -t proc proc "$0/proc" && exec "$@"', ROOT, *chroot)


def fresh(*files):
    """Begins with an empty folder /work in there, with these files."""
    shutil.rmtree(ROOT / "work", ignore_errors=True)
    (ROOT / "work").mkdir()
    for file in files:
        copy = shutil.copytree if file.is_dir() else shutil.copy
        copy(file, ROOT / "work" / file.name)
