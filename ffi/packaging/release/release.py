#!/usr/bin/env python3
"""Whether a version can be released. `make release VERSION=0.1.0` calls it.

    release.py VERSION DATE     first dates the changelogs, and keeps the ABI's declarations; both are in packages, which
                                have to be built after that, and so are not checked
    release.py VERSION
    release.py abi              only whether the ABI may be as it is
"""

import pathlib
import sys

import abi
import changelogs
import versions

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / ".ci/harness"))
from checks import ROOT, check, finish, run  # noqa: E402


def packages():
    if "\ndist-check:" not in (ROOT / "Makefile").read_text():
        raise SystemExit("the Makefile has no dist-check")
    return run("make", "-s", "dist-check", timeout=7200).splitlines()[-1]


def main(version="", day=""):
    if version == "abi":
        check("the ABI is the released one, or has a new number", lambda: abi.kept(ROOT))
        return finish()
    if not version:
        sys.exit("usage: make release VERSION=0.1.0 [DATE=2026-01-31]")
    if day:
        abi.take(ROOT)
        changelogs.date(ROOT, version, day)
    check("versions are alike", lambda: versions.alike(ROOT, version))
    check("changelogs are dated", lambda: changelogs.dated(ROOT, version))
    check("the ABI is kept, or has a new number", lambda: abi.current(ROOT))
    check("generated files are current", lambda: run("make", "-s", "generate-check") and None)
    if not day:
        check("packages are installed and run (make dist-check)", packages)
    finish()


main(*sys.argv[1:])
