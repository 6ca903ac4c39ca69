"""Whether the ABI of libwxp is the one that was released last, or has a new number.

`abi.h`, beside this file, holds the bare declarations of that release. Both are compiled, with functions that do
nothing, and compared by libabigail: functions and their types, structs and their layout, every number."""

import pathlib
import re
import subprocess
import tempfile

import changelogs

RELEASED = "ffi/packaging/release/abi.h"


def run(*command, text=None):
    return subprocess.run(command, input=text, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def made(*command, text=None):
    ended = run(*command, text=text)
    if ended.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}: {ended.stdout}")
    return ended.stdout


def declarations(root):
    return made("sh", str(root / "ffi/packaging/declarations.sh"), str(root / "include"))


def number(text, name):
    return int(re.search(rf"\b{name} = (\d+)", text).group(1))


def version(text):
    return ".".join(str(number(text, f"WXP_VERSION_{part}")) for part in ("MAJOR", "MINOR", "PATCH"))


def library(text, path):
    """Declarations as a shared library. Versions are left out. libabigail tells enums apart by their names, so each
    takes that of its first number. It lets members be renamed; so reserved ones, which can be used from the first on,
    are single members, counted from the last on."""
    text = re.sub(r"\benum \{[^}]*WXP_ABI_VERSION[^}]*\};", "", text)
    text = re.sub(r"\benum \{(\s*)(WXP_\w+)", r"enum of_\2 {\1\2", text)
    text = re.sub(r"(\w+) (reserved)\[(\d+)\];", lambda array: " ".join(
        f"{array[1]} {array[2]}_{index};" for index in reversed(range(int(array[3])))), text)
    text = re.sub(r"\);$", ") { __builtin_trap(); }", text, flags=re.M)
    made("cc", "-x", "c", "-g", "-fno-eliminate-unused-debug-types", "-shared", "-fPIC", "-nostdlib", "-o", path, "-",
         text=f"#include <stddef.h>\n#include <stdint.h>\n{text}")


def differences(before, after):
    """What a program that was compiled with `before` would notice, in words; nothing if there are only additions."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(pathlib.Path(folder) / name) for name in ("before.so", "after.so")]
        library(before, paths[0])
        library(after, paths[1])
        ended = run("abidiff", "--non-reachable-types", "--no-added-syms", *paths)
    # 1 and 2 are errors of abidiff itself, 4 and 8 are differences.
    if ended.returncode & 3:
        raise SystemExit(f"abidiff: {ended.stdout}")
    summary = re.findall(r"(\d+) [Rr]emoved, (\d+) [Cc]hanged", ended.stdout)
    if len(summary) != 3:
        raise SystemExit(f"abidiff says nothing of functions, variables and types:\n{ended.stdout}")
    return ended.stdout if any(int(count) for pair in summary for count in pair) else ""


def kept(root):
    """Says how the ABI compares with the last release's. Fails if it differs and has the same number."""
    before, after = (root / RELEASED).read_text(), declarations(root)
    if before == after:
        return "unchanged"
    noticed = differences(before, after)
    if not noticed:
        return "only additions"
    old, new = number(before, "WXP_ABI_VERSION"), number(after, "WXP_ABI_VERSION")
    if new > old:
        return f"changed, from WXP_ABI_VERSION {old} to {new}"
    if not changelogs.released(root, version(before)):
        return f"changed since {RELEASED}, but {version(before)} is not released"
    raise SystemExit(f"the ABI differs from that of {version(before)}, and WXP_ABI_VERSION is {new} as it was "
                     f"(ffi/src/version.rs):\n{noticed}")


def current(root):
    """The same for a release, which takes its declarations along."""
    said = kept(root)
    if (root / RELEASED).read_text() != declarations(root):
        raise SystemExit(f"{RELEASED}: not that of include/ (DATE=YEAR-MONTH-DAY takes it): {said}")
    return said


def take(root):
    kept(root)
    (root / RELEASED).write_text(declarations(root))
