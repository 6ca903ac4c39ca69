#!/usr/bin/env python3
"""Runs what a release holds for the machine that this runs on: the shared library, programs that are compiled with it
and with the static one, and the command. What they sign is checked with Python's hmac.

    native.py FOLDER   where an archive of `make dist` was unpacked, or what `make install` laid down
"""

import ctypes
import hashlib
import hmac
import os
import pathlib
import re
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / ".ci/harness"))
from checks import ROOT, check, finish  # noqa: E402

SECRET = "192006250b4c09247ec02edce69f6a2d"
WINDOWS = sys.platform == "win32"
LIBRARY = {"win32": "bin/wxp.dll", "darwin": "lib/libwxp.dylib"}.get(sys.platform, "lib/libwxp.so")


def run(*command, status=0, **environment):
    ended = subprocess.run(
        [str(word) for word in command],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    if ended.returncode != status:
        raise SystemExit(f"{command[0]}: exit status {ended.returncode}\n{ended.stdout}")
    return ended.stdout


def version(base):
    header = (base / "include/wxp.h").read_text("utf-8")
    wanted = ".".join(re.findall(r"#define WXP_VERSION_(?:MAJOR|MINOR|PATCH) +(\d+)", header))
    library = ctypes.CDLL(str(base / LIBRARY))
    library.wxp_version.restype = ctypes.c_char_p
    assert library.wxp_version().decode() == wanted, library.wxp_version()
    return wanted


def signed(document):
    """Whether a document has the signature that Python makes."""
    fields = {field.tag: field.text for field in ElementTree.fromstring(document)}
    signature = fields.pop("sign")
    text = "&".join(f"{name}={fields[name]}" for name in sorted(fields)) + f"&key={SECRET}"
    right = hmac.new(SECRET.encode(), text.encode(), hashlib.sha256).hexdigest().upper()
    assert signature == right, document
    return document


def compiled(base, folder, *libraries):
    """The example in C, built and run."""
    program = folder / "order.exe"
    run(os.environ.get("CC", "cc"), ROOT / "ffi/examples/c/order.c", f"-I{base / 'include'}", "-o", program, *libraries)
    folders = os.pathsep.join([str(base / "bin"), os.environ["PATH"]])
    lib = str(base / "lib")
    environment = {"PATH": folders, "LD_LIBRARY_PATH": lib, "DYLD_LIBRARY_PATH": lib}
    return signed(run(program, WXP_KEY=SECRET, **environment))


def command(base, folder):
    """The command, on the order: authentic as it is, and not if it is another."""
    wxp = base / ("bin/wxp.exe" if WINDOWS else "bin/wxp")
    document = compiled(base, folder, f"-L{base / 'lib'}", "-lwxp")
    for name, content, status in (("right", document, 0), ("forged", document.replace(">100<", ">101<"), 1)):
        (folder / name).write_text(content, "utf-8")
        run(wxp, "explain", "--type", "HMAC-SHA256", folder / name, status=status, WXP_KEY=SECRET)
    return run(wxp, "--version").strip()


def main(name):
    headers = list(pathlib.Path(name).resolve().rglob("include/wxp.h"))
    if len(headers) != 1:
        sys.exit(f"{name}: one include/wxp.h is needed, and there are {len(headers)}")
    base = headers[0].parents[1]
    check("the shared library loads", lambda: version(base))
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        check("a program with it signs", lambda: compiled(base, folder, f"-L{base / 'lib'}", "-lwxp") and None)
        static = ["-DWXP_STATIC", base / "lib/libwxp.a"]
        check("a program with the static one signs", lambda: compiled(base, folder, *static) and None)
        check("the command explains", lambda: command(base, folder))
    finish()


main(*sys.argv[1:])
