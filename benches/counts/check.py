"""How many instructions the hot calls of the library take, against what is committed.

Usage: check.py; fails if a call takes 3 percent more or less than instructions.tsv says, unless
that was counted with another compiler or for another processor. WXP_WRITE=1 writes it anew.

Callgrind counts, so there is no noise. It hides from programs what processors have for SHA-256:
the rows of HMAC are of the code without, which guards what is around the digest all the same.
"""

import os
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / ".ci/harness"))

import checks  # noqa: E402

HERE = ROOT / "benches/counts"
OUT = ROOT / "target/bench"
WORKLOADS = ROOT / "core/tests/data/workloads"
COMMITTED = HERE / "instructions.tsv"
TOLERANCE = 0.03

WARNINGS = "-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Werror".split()
# Which code glibc copies with depends on the processor; this is what every x86-64 has.
TUNABLES = {"GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-AVX_Fast_Unaligned_Load,-ERMS,-FSRM"}


def program():
    """The release library, and the program that calls it. Flags of the caller would count too."""
    build = "cargo build --quiet --locked --release --package wxp-ffi --target-dir".split()
    os.environ.pop("CARGO_BUILD_TARGET", None)
    checks.run(*build, OUT, RUSTFLAGS="")
    path = OUT / "calls"
    command = ["cc", "-std=c11", "-O2", *WARNINGS, "-DWXP_STATIC", "-Iinclude", "-o", path]
    checks.run(*command, HERE / "calls.c", OUT / "release/libwxp.a")
    return path


def measure(path):
    """Instructions by row, in the order of the calls."""
    for old in OUT.glob("callgrind.*"):
        old.unlink()
    command = ["valgrind", "--tool=callgrind", "--collect-atstart=no", "--combine-dumps=yes"]
    checks.run(*command, f"--callgrind-out-file={OUT}/callgrind.out", path, WORKLOADS, **TUNABLES)
    dumps = (OUT / "callgrind.out").read_text()
    dump = r"^desc: Trigger: Client Request: (\S+)$.*?^summary: (\d+)$"
    return {row: int(count) for row, count in re.findall(dump, dumps, re.M | re.S)}


def compiler():
    facts = dict(line.split(": ", 1) for line in checks.run("rustc", "-vV").splitlines()[1:])
    return f"rustc {facts['release']}, {facts['host']}"


def main():
    ours, measured = compiler(), measure(program())
    if os.environ.get("WXP_WRITE") == "1":
        lines = [f"# {ours}", "# Instructions of one call, as check.py counts them."]
        lines += [f"{row}\t{count}" for row, count in measured.items()]
        COMMITTED.write_text("\n".join(lines) + "\n")
    theirs, _, *lines = COMMITTED.read_text().splitlines()
    committed = {row: int(count) for row, count in (line.split("\t") for line in lines)}

    print(f"{'instructions':22}{'measured':>10}{'committed':>11}")
    faults = [f"{row}: not measured" for row in committed if row not in measured]
    for row, count in measured.items():
        known = committed.get(row)
        if known is None:
            faults.append(f"{row}: not in {COMMITTED.name}")
            continue
        change = count / known - 1
        print(f"{row:22}{count:>10,}{known:>11,}{change:>+9.1%}")
        if abs(change) > TOLERANCE:
            faults.append(f"{row}: {count:,} instructions instead of {known:,}")
    if theirs != f"# {ours}":
        print(f"\nmeasured with {ours}; committed with {theirs[2:]}", *faults, sep="\n")
    elif faults:
        sys.exit("\n".join(["", *faults]))


if __name__ == "__main__":
    main()
