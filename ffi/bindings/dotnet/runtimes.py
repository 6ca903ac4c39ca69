"""Lays the native libraries of a release down as a NuGet package has them.

Usage: runtimes.py NATIVE FOLDER. NATIVE is target/dist/native, which `make dist` fills; FOLDER gets
RID/native/FILE. Says which libraries are missing, and that is no failure.
"""

import csv
import pathlib
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parents[3]
LIBRARIES = {
    "linux": ("lib/libwxp.so", "libwxp.so"),
    "macos": ("lib/libwxp.dylib", "libwxp.dylib"),
    "windows": ("bin/wxp.dll", "wxp.dll"),
}


def lay(native, folder):
    targets = (ROOT / "ffi/packaging/dist/targets.tsv").read_text().splitlines()
    rows = csv.DictReader((row for row in targets if not row.startswith("#")), delimiter="\t")
    for row in rows:
        built, file = LIBRARIES[row["name"].split("-")[0]]
        library = native / row["name"] / built
        for rid in row["runtimes"].split(","):
            if not library.is_file():
                print(f"missing: {rid} (make dist builds {row['name']})")
                continue
            (folder / rid / "native").mkdir(parents=True, exist_ok=True)
            shutil.copy(library, folder / rid / "native" / file)


lay(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
