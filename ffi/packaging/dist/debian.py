"""Makes the packages for Debian out of target/dist/native: libwxp1, libwxp-dev and wxp, for the
architectures that targets.tsv names."""

import gzip
import os
import re
import shutil
import time

import tools
from inspection import abi
from tools import run

MULTIARCH = {
    "amd64": "x86_64-linux-gnu",
    "arm64": "aarch64-linux-gnu",
    "armhf": "arm-linux-gnueabihf",
    "i386": "i386-linux-gnu",
}
# Who publishes the packages; there is no address of the project.
MAINTAINER = f"{os.environ.get('DEBFULLNAME', 'The wxp authors')} <{os.environ.get('DEBEMAIL', 'wxp@invalid')}>"

ABOUT = """\
 It signs requests, writes and reads the XML, verifies answers and notices,
 and says what they mean. It does no I/O and allocates no memory.
"""

CONTROL = """\
Package: {package}
Source: wxp
Version: {version}
Section: {section}
Priority: optional
Architecture: {architecture}
Multi-Arch: {multiarch}
{depends}Maintainer: {maintainer}
Installed-Size: {size}
Description: {title}
 wxp is the signature and XML protocol core of the WeChat Pay V2 API.
{about}"""

COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: wxp

Files: *
Copyright: {owner}
License: Apache-2.0 or Expat
 The full texts are in LICENSE-APACHE and LICENSE-MIT in this folder. The crates
 that are linked, with their licences, are in LICENSE-THIRD-PARTY-{content}.txt.
"""


def package(target, name, section, multiarch, title, files, depends=""):
    """One package; `files` maps folders and files of the build to their places in a system."""
    root = tools.BUILT / "debian" / f"{name}_{target.debian}"
    shutil.rmtree(root, ignore_errors=True)
    for source, place in files.items():
        place = root / place
        place.parent.mkdir(parents=True, exist_ok=True)
        if (target.folder / source).is_dir():
            shutil.copytree(target.folder / source, place, symlinks=True)
        else:
            shutil.copy(target.folder / source, place, follow_symlinks=False)
    documentation(root / "usr/share/doc" / name, "wxp" if name == "wxp" else "libwxp", target)
    size = sum(path.stat().st_size for path in root.rglob("*") if path.is_file()) // 1024 + 1
    facts = {"package": name, "version": f"{tools.VERSION}-1", "section": section, "architecture": target.debian}
    facts |= {"multiarch": multiarch, "title": title, "about": ABOUT, "size": size, "maintainer": MAINTAINER}
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN/control").write_text(CONTROL.format(**facts, depends=depends and f"Depends: {depends}\n"))
    if name == f"libwxp{abi()}":
        # Programs of other packages find out with this what they need; ldconfig runs.
        (root / "DEBIAN/shlibs").write_text(f"libwxp {abi()} {name} (>= {tools.VERSION})\n")
        (root / "DEBIAN/triggers").write_text("activate-noawait ldconfig\n")
    sums = run("sh", "-c", f"cd '{root}' && find usr -type f | LC_ALL=C sort | xargs md5sum")
    (root / "DEBIAN/md5sums").write_text(sums)
    for path in [root, *root.rglob("*")]:
        # dpkg-deb itself leaves files alone that are older.
        os.utime(path, (int(tools.epoch()),) * 2, follow_symlinks=False)
        if not path.is_symlink():
            executable = path.is_dir() or path.parts[-2] == "bin"
            path.chmod(0o755 if executable else 0o644)
    made = tools.OUT / f"{name}_{tools.VERSION}-1_{target.debian}.deb"
    run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, made, SOURCE_DATE_EPOCH=tools.epoch())
    return made


def documentation(folder, content, target):
    folder.mkdir(parents=True)
    notices = target.folder / "share/doc/wxp"
    owner = re.search("^Copyright (.*)", (tools.ROOT / "LICENSE-MIT").read_text(), re.M)[1]
    (folder / "copyright").write_text(COPYRIGHT.format(owner=owner, content=content))
    third = f"LICENSE-THIRD-PARTY-{content}.txt"
    for name in ("LICENSE-MIT", "LICENSE-APACHE", third, f"{content}.cdx.json"):
        shutil.copy(notices / name, folder)
    date = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(int(tools.epoch())))
    change = f"wxp ({tools.VERSION}-1) unstable; urgency=medium\n\n  * Release {tools.VERSION}.\n\n"
    change += f" -- {MAINTAINER}  {date}\n"
    (folder / "changelog.Debian.gz").write_bytes(gzip.compress(change.encode(), 9, mtime=0))


def packages(target):
    library = f"libwxp{abi()}"
    lib = f"usr/lib/{MULTIARCH[target.debian]}"
    shared = f"libwxp.so.{tools.VERSION}"
    own = f"{tools.VERSION}-1"
    yield package(
        target, library, "libs", "same", "core of WeChat Pay V2, shared library",
        {f"lib/{shared}": f"{lib}/{shared}", f"lib/libwxp.so.{abi()}": f"{lib}/libwxp.so.{abi()}"},
    )  # fmt: skip
    yield package(
        target, "libwxp-dev", "libdevel", "same", "core of WeChat Pay V2, for programs in C",
        {"include": "usr/include", "share/wxp": "usr/share/wxp", "lib/libwxp.a": f"{lib}/libwxp.a",
         "lib/libwxp.so": f"{lib}/libwxp.so"} | developing(target, lib),
        depends=f"{library} (= {own})",
    )  # fmt: skip
    # Linked with musl it needs nothing; where that cannot be had, a C library.
    needs = "" if target.command.endswith("-musl") else "libc6 (>= 2.17), libgcc-s1"
    title = "signs, checks and explains WeChat Pay V2 messages"
    yield package(target, "wxp", "utils", "foreign", title, {"bin/wxp": "usr/bin/wxp"}, needs)


def developing(target, lib):
    """What pkg-config and CMake look for, made for these folders."""
    environment = tools.environment() | {"DESTDIR": str(tools.BUILT / "debian/developing")}
    run(
        "sh", "ffi/packaging/install.sh", "install", **environment, CARGO_BUILD_TARGET=target.library,
        PROFILE=target.profile, COMMAND="no", PREFIX="/usr", LIBDIR=lib.removeprefix("usr/"),
    )  # fmt: skip
    made = tools.BUILT / "debian/developing" / lib
    return {os.path.relpath(made / part, target.folder): f"{lib}/{part}" for part in ("pkgconfig", "cmake")}


def main():
    for target in tools.targets():
        if target.debian != "-":
            for made in packages(target):
                print(made.name, flush=True)


if __name__ == "__main__":
    main()
