"""Counts the instructions of hot calls on x86-64, and compares them with those committed.

Usage: check.py; WXP_WRITE=1 commits what is counted. Fails if a count differs by more than 3
percent. Counts do not depend on what else the machine does, as times do.
"""

import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "target/bench-check"
TABLE = ROOT / ".ci/bench/instructions.tsv"
LIMIT = 0.03


def run(*command, **options):
    done = subprocess.run([str(word) for word in command], cwd=ROOT, capture_output=True, text=True, **options)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def count():
    """Instructions by call."""
    run("cargo", "build", "--quiet", "--locked", "--release", "--package", "wxp-ffi", "--target-dir", OUT)
    program = OUT / "calls"
    flags = ["-std=c99", "-O1", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-Iinclude"]
    run("cc", *flags, ".ci/bench/calls.c", OUT / "release/libwxp.a", "-o", program)
    for old in OUT.glob("counts*"):
        old.unlink()
    valgrind = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={OUT}/counts"]
    run(*valgrind, program, "core/tests/data/workloads")
    counts = {}
    for file in sorted(OUT.glob("counts.*"), key=lambda file: int(file.suffix[1:])):
        dump = file.read_text()
        name = re.search(r"^desc: Trigger: Client Request: (.*)$", dump, re.M)
        if name:
            counts[name[1]] = int(re.search(r"^totals: (\d+)", dump, re.M)[1])
    return counts


def main():
    compiler = run("rustc", "--version").split(" (")[0]
    counts = count()
    if os.environ.get("WXP_WRITE"):
        rows = [f"{name}\t{number}" for name, number in counts.items()]
        head = f"# Instructions of one call, counted with {compiler}; see check.py.\n"
        TABLE.write_text(head + "\n".join(rows) + "\n")
    head, *rows = TABLE.read_text().splitlines()
    committed = {name: int(number) for name, number in (row.split("\t") for row in rows)}
    faults = sorted(committed.keys() ^ counts.keys())
    for name, number in counts.items():
        known = committed.get(name, 0)
        change = (number - known) / known if known else 1
        print(f"{name:<20} {number:>9,} {known:>9,} {change:+8.1%}")
        if abs(change) > LIMIT:
            faults.append(f"{name}: {number} instructions, {known} committed")
    if faults and compiler in head:
        sys.exit("\n".join(["", *faults]))
    if faults:
        print(f"counted with {compiler}, not the compiler of the table: nothing is held against it")


if __name__ == "__main__":
    main()
