"""`make dist-twice`: builds the last commit again in another folder, and compares every file with target/dist.

Usage: twice.py [NAME…]: of these machines alone what is below target/dist/native; without any, everything.
"""

import filecmp
import shutil
import sys

import tools
from tools import run

# Another length, too, so that no offset is the same by chance.
ELSEWHERE = tools.ROOT / "target/dist-tools/elsewhere/a-longer-name/wxp"


def compare(ours, theirs):
    """How many files there are; ends if one differs, or is missing in either."""
    names = {path.relative_to(ours) for path in ours.rglob("*") if path.is_file()}
    others = {path.relative_to(theirs) for path in theirs.rglob("*") if path.is_file()}
    differing = [name for name in names & others if not filecmp.cmp(ours / name, theirs / name, shallow=False)]
    if differing or names != others:
        sys.exit("\n".join(map(str, ["differing:", *sorted(differing), *sorted(names ^ others)])))
    return len(names)


def main():
    shutil.rmtree(ELSEWHERE, ignore_errors=True)
    run("git", "clone", "--quiet", tools.ROOT, ELSEWHERE)
    (ELSEWHERE / "target").mkdir()
    (ELSEWHERE / "target/dist-tools").symlink_to(tools.ROOT / "target/dist-tools")
    script, names = ("native.py", sys.argv[1:]) if sys.argv[1:] else ("build.py", [])
    # The checks' own way to run programs would begin in this folder.
    command = ["env", "--chdir", ELSEWHERE, sys.executable, "-B", f"ffi/packaging/dist/{script}", *names]
    print(run(*command, timeout=7200), end="")
    parts = [f"native/{name}" for name in names] or ["."]
    count = sum(compare(tools.OUT / part, ELSEWHERE / "target/dist" / part) for part in parts)
    print(f"{count} files are the same")


if __name__ == "__main__":
    main()
