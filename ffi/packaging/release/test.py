#!/usr/bin/env python3
"""The checks of a release, on a copy of what git tracks: a copy that can be released passes, and each copy that
cannot is refused, with file and line."""

import contextlib
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import abi
import changelogs
import versions

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / ".ci/harness"))
from checks import ROOT, check, finish  # noqa: E402

DAY = "2026-01-31"
VERSION = versions.header((ROOT / "include/wxp.h").read_text())[1]
ABI = abi.number((ROOT / "include/wxp.h").read_text(), "WXP_ABI_VERSION")
SAME = f"WXP_ABI_VERSION is {ABI} as it was (ffi/src/version.rs)"
# What programs notice: a file, what stands in it, and what stands there then.
CHANGES = {
    "a function is gone": ("wxp.h", r"WXP_API WXP_MUST_USE const char \*wxp_version\(void\);", ""),
    "a function takes another type": ("wxp.h", r"(wxp_status_text\(wxp_status status, )int32_t", r"\1int64_t"),
    "a function returns another type": ("wxp.h", r"int32_t (wxp_field_is)", r"int64_t \1"),
    "a struct is larger": ("wxp.h", r"int32_t reserved\[4\]", "int32_t reserved[5]"),
    "a reserved member is gone": ("wxp.h", r"( +int32_t )reserved\[4\]", r"\1reserved[3]"),
    "a member was not reserved": ("wxp.h", r"int32_t reserved\[4\]", "int64_t used; int32_t reserved[3]"),
    "members of a struct are swapped": ("wxp.h", r"(int32_t )action(;.*\n(?:.*\n)*?.*int32_t )advice;", r"\1advice\2action;"),
    "a number is another": ("wxp.h", r"WXP_PAY_MICROPAY = 63", "WXP_PAY_MICROPAY = 163"),
    "a number is gone": ("wxp.h", r"WXP_ORDER_CLOSED = 6,", ""),
    "a packed call is gone": ("wxp_packed.h", r"WXP_API [^;]*wxp_verify_packed\([^;]*\);", ""),
}
ADDITIONS = {
    "a function is new": ("wxp.h", r"(WXP_API WXP_MUST_USE const char \*wxp_version)", r"WXP_API int32_t wxp_new(void);\n\1"),
    "a number is new": ("wxp.h", r"WXP_E_ESCAPE = 73", r"WXP_E_ESCAPE = 73, WXP_E_NEW = 74"),
    "reserved members are used": ("wxp.h", r"int32_t reserved\[4\]", "int32_t used, too; int32_t reserved[2]"),
    "numbers of a new kind": ("wxp_packed.h", r"(enum \{ WXP_PACKED_MAX)", r"enum { WXP_NEW_KIND = 1 };\n\1"),
}


def copied(root):
    for path in versions.tracked(ROOT):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, root / path)
    for command in (["init", "--quiet"], ["add", "--all"]):
        subprocess.run(["git", *command], cwd=root, check=True)


@contextlib.contextmanager
def changed(path, pattern, text):
    """A file with a change, for the length of a block."""
    before = path.read_text()
    after, count = re.subn(pattern, text, before)
    assert count and after != before, f"{path.name} has no {pattern}"
    path.write_text(after)
    try:
        yield
    finally:
        path.write_text(before)


def refused(action, *words):
    try:
        said = action()
    except SystemExit as error:
        missing = [word for word in words if word not in str(error)]
        assert not missing, f"{missing} not in: {error}"
    else:
        raise AssertionError(f"not refused: {said}")


def each_version(root):
    places = list(versions.found(root))
    for path, number, version in places:
        old = "0" if path == "include/wxp.h" else re.escape(version)
        place = rf"\A((?:.*\n){{{number - 1}}}.*){old}"
        with changed(root / path, place, r"\g<1>9.8.7"):
            refused(lambda: versions.alike(root, VERSION), f"{path}:{number}: 9.", f", not {VERSION}")
    refused(lambda: versions.alike(root, "9.8.7"), *(f"{path}:{number}: " for path, number, _ in places))
    with changed(root / "ffi/bindings/php/php_wxp.h", "PHP_WXP_VERSION", "PHP_WXP_V"):
        refused(lambda: versions.alike(root, VERSION), "ffi/bindings/php/php_wxp.h: says no version")
    return f"{len(places)} places"


def each_changelog(root):
    paths = changelogs.logs(root)
    assert len(paths) >= 3, paths
    for path in paths:
        for heading in ("## Unreleased", f"## {VERSION} - unreleased", "## 9.8.7 - 2026-01-31"):
            with changed(root / path, rf"(?m)^## {VERSION} - {DAY}$", heading):
                refused(lambda: changelogs.dated(root, VERSION), f"{path}:", heading)
    refused(lambda: changelogs.date(root, VERSION, "today"), "DATE=today")
    return f"{len(paths)} changelogs"


def change(root, file, pattern, text):
    """A change that programs notice: refused, unless the ABI has a new number, or was never released."""
    headers = root / "include"
    with changed(headers / file, pattern, text):
        refused(lambda: abi.kept(root), SAME)
        refused(lambda: abi.take(root), SAME)
        with changed(headers / "wxp.h", rf"(WXP_ABI_VERSION +(?:= )?){ABI}\b", rf"\g<1>{ABI + 1}"):
            assert abi.kept(root) == f"changed, from WXP_ABI_VERSION {ABI} to {ABI + 1}"
            refused(lambda: abi.current(root), f"{abi.RELEASED}: not that of include/")
        with changed(root / "ffi/CHANGELOG.md", f"## {VERSION} - {DAY}", "## Unreleased"):
            assert abi.kept(root).endswith("is not released"), abi.kept(root)


def addition(root, file, pattern, text):
    with changed(root / "include" / file, pattern, text):
        assert abi.kept(root) == "only additions", abi.kept(root)
        refused(lambda: abi.current(root), f"{abi.RELEASED}: not that of include/")
        before = (root / abi.RELEASED).read_text()
        abi.take(root)
        assert abi.current(root) == "unchanged"
        (root / abi.RELEASED).write_text(before)


def main():
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        copied(root)
        abi.take(root)
        changelogs.date(root, VERSION, DAY)
        check("a copy that can be released: versions", lambda: versions.alike(root, VERSION))
        check("a copy that can be released: changelogs", lambda: changelogs.dated(root, VERSION))
        check("a copy that can be released: ABI", lambda: abi.current(root))
        check("a version that differs, in each place", lambda: each_version(root))
        check("no date, and another version, in each changelog", lambda: each_changelog(root))
        for title, edit in CHANGES.items():
            check(f"ABI: {title}", lambda: change(root, *edit))
        for title, edit in ADDITIONS.items():
            check(f"ABI: {title}", lambda: addition(root, *edit))
    finish()


main()
