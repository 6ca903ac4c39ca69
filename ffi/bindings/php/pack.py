"""Makes the packages for PHP of what is built already.

Usage: pack.py extension SO FACTS FOLDER
       pack.py library NATIVE FOLDER

`extension` makes the ZIP that PIE looks for among the files of a release. FACTS says which PHP the
extension was built for, as PHP itself says it:

  php -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION, " ", php_uname("m"), " ", PHP_ZTS ? "zts" : "nts";'

`library` makes the package for Composer: wxp.php with libwxp for every machine that is in NATIVE, which
is target/dist/native. Says which machines are missing, and that is no failure.
"""

import json
import os
import pathlib
import re
import sys
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
FFI = HERE.parent / "php-ffi"
VERSION = re.search(r'^version = "(.*)"$', (ROOT / "Cargo.toml").read_text(), re.M)[1]
# Where the shared library is in a folder of NATIVE, by what the folder's name begins with.
LIBRARIES = {"linux": "lib/libwxp.so", "macos": "lib/libwxp.dylib", "windows": "bin/wxp.dll"}
NOTICES = os.environ.get("WXP_NOTICES")
TARGETS = ROOT / "ffi/packaging/dist/targets.tsv"


def machines(native):
    """Those that a release is built for; else those that are there."""
    if not TARGETS.is_file():
        return sorted(path.name for path in native.iterdir())
    rows = [row for row in TARGETS.read_text().splitlines() if not row.startswith("#")]
    return [row.split("\t")[0] for row in rows[1:]]


def write(path, files):
    """A ZIP that is the same for the same files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(entry, content)
    print(path.name)


def licences():
    """Those of wxp; with those of what is linked, if WXP_NOTICES names the folder where they are."""
    found = [*ROOT.glob("LICENSE-*"), *(pathlib.Path(NOTICES).iterdir() if NOTICES else [])]
    return {path.name: path.read_bytes() for path in found}


def extension(built, facts, folder):
    php, machine, threads = facts.split()
    # The names of PIE: see its documentation for maintainers of extensions, `pre-packaged-binary`.
    name = f"php_wxp-{VERSION}_php{php}-{machine}-linux-glibc-{threads}.zip"
    files = {"wxp.so": pathlib.Path(built).read_bytes(), **licences()}
    write(pathlib.Path(folder) / name, files)


def library(native, folder):
    composer = {**json.loads((FFI / "composer.json").read_text()), "version": VERSION}
    files = {
        "composer.json": json.dumps(composer, indent=4).encode(),
        "wxp.php": (FFI / "wxp.php").read_bytes(),
        "README.md": (FFI / "README.md").read_bytes(),
        **licences(),
    }
    native = pathlib.Path(native)
    for machine in machines(native):
        path = native / machine / LIBRARIES[machine.split("-")[0]]
        if path.is_file():
            files[f"lib/{machine}/{path.name}"] = path.read_bytes()
        else:
            print(f"missing: {machine}")
    write(pathlib.Path(folder) / f"wxp-{VERSION}.zip", files)


def main():
    makers = {"extension": extension, "library": library}
    if len(sys.argv) < 2 or sys.argv[1] not in makers:
        sys.exit(__doc__)
    makers[sys.argv[1]](*sys.argv[2:])


main()
