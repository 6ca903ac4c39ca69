"""What goes with everything that has wxp compiled: the licences of wxp and of all that is linked into it, and
the bill of materials."""

import functools
import pathlib
import shutil
import sys

import tools

sys.path.insert(0, str(tools.ROOT / "ffi/packaging/supply"))

import crates  # noqa: E402

# Rust's own library is linked, too, and has the licences that wxp has.
RUST = "Rust's own library: https://www.rust-lang.org, MIT OR Apache-2.0\n"
# The C library in the command for Linux, which Rust brings along without its text.
MUSL = """musl 1.2 (MIT): https://musl.libc.org, in the command for Linux, but for armv7

Copyright © 2005-2020 Rich Felker, et al.

"""
PERMISSION = (tools.ROOT / "LICENSE-MIT").read_text().partition("\n\n")[2].partition("\n\n")[2]


@functools.cache
def licences(package):
    """The texts that the crates bring along, each once."""
    tree = crates.tree("normal,no-proc-macro", "--target", "all", package=package)
    linked = {(crate.name, crate.version) for crate in tree if not crate.ours}
    texts, without = {}, []
    for manifest in sorted(crates.packages(), key=lambda m: (m["name"], m["version"])):
        if (manifest["name"], manifest["version"]) not in linked:
            continue
        name = f"{manifest['name']} {manifest['version']} ({manifest['license']})"
        folder = pathlib.Path(manifest["manifest_path"]).parent
        files = sorted(
            file for file in folder.iterdir()
            if file.is_file() and file.name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE"))
        )  # fmt: skip
        if not files:
            without.append(f"{name}: {manifest['repository']}")
        for file in files:
            texts.setdefault(file.read_text().strip(), []).append(name)
    parts = [RUST, *([MUSL + PERMISSION] if package == "wxp" else [])]
    parts += [f"{name}; it brings no text along\n" for name in without]
    parts += ["\n".join(dict.fromkeys(names)) + "\n\n" + text + "\n" for text, names in texts.items()]
    return f"\n{'-' * 80}\n".join(parts)


@functools.cache
def bill(package):
    file = tools.BUILT / f"{called(package)}.cdx.json"
    script = tools.ROOT / "ffi/packaging/supply/sbom.py"
    tools.run(tools.VENV / "bin/python", "-B", script, file, package, SOURCE_DATE_EPOCH=tools.epoch())
    return file


def called(package):
    return "libwxp" if package == "wxp-ffi" else package


def lay(folder, *packages):
    """Puts them into a folder, for these of this repository's crates."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    for licence in ("LICENSE-MIT", "LICENSE-APACHE"):
        shutil.copy(tools.ROOT / licence, folder)
    for package in packages:
        (folder / f"LICENSE-THIRD-PARTY-{called(package)}.txt").write_text(licences(package))
        shutil.copy(bill(package), folder)
