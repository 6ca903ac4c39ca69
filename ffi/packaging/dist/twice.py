"""`make dist-twice`: builds the last commit again in another folder, and compares every file with target/dist.

Usage: twice.py [NAME…]: only these machines, below target/dist/native, and these packages of packages.py, which
take libwxp for the other machines from here. Without any, everything.
"""

import filecmp
import shutil
import sys

import packages
import tools
from tools import run

# Another length, too, so that no offset is the same by chance.
ELSEWHERE = tools.ROOT / "target/dist-tools/elsewhere/a-longer-name/wxp"
THEIRS = ELSEWHERE / "target/dist"


def files(folder):
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


def compare(ours, theirs, names):
    """How many files there are; ends if one differs, or is missing in either."""
    differing = [
        name for name in names
        if not (ours / name).is_file() or not (theirs / name).is_file()
        or not filecmp.cmp(ours / name, theirs / name, shallow=False)
    ]  # fmt: skip
    if differing:
        sys.exit("\n".join(map(str, ["differing:", *sorted(differing)])))
    return len(names)


def build(script, *names):
    # The checks' own way to run programs would begin in this folder.
    command = ["env", "--chdir", ELSEWHERE, sys.executable, "-B", f"ffi/packaging/dist/{script}", *names]
    print(run(*command, timeout=7200), end="", flush=True)


def some(names):
    """Which files were made of what is named."""
    machines = [target.name for target in tools.targets() if target.name in names]
    chosen = [package for package in packages.PACKAGES if package.name in names]
    if unknown := set(names) - set(machines) - {package.name for package in chosen}:
        sys.exit(f"neither machines nor packages: {' '.join(sorted(unknown))}")
    if machines:
        build("native.py", *machines)
    if chosen:
        for folder in tools.NATIVE.iterdir():
            if folder.name not in machines:
                shutil.copytree(folder, THEIRS / "native" / folder.name, symlinks=True)
        build("packages.py", *[package.name for package in chosen])
    native = {f"native/{name}/{path}" for name in machines for path in files(tools.NATIVE / name)}
    return native | {file.name for package in chosen for file in package.made()}


def main():
    shutil.rmtree(ELSEWHERE, ignore_errors=True)
    run("git", "clone", "--quiet", tools.ROOT, ELSEWHERE)
    (ELSEWHERE / "target").mkdir()
    (ELSEWHERE / "target/dist-tools").symlink_to(tools.ROOT / "target/dist-tools")
    if sys.argv[1:]:
        names = some(sys.argv[1:])
    else:
        build("build.py")
        names = files(tools.OUT) | files(THEIRS)
    print(f"{compare(tools.OUT, THEIRS, names)} files are the same")


if __name__ == "__main__":
    main()
