"""How many lines of core and ffi their own tests run through, and which they do not.

Usage: coverage.py [PACKAGE…]; fails if one has less than 97 percent of its lines covered, or if a
line that is not covered is missing from uncovered.tsv, where each stands with its reason.

rustc counts, and llvm-cov of the same LLVM reads it. What other programs run of the library counts
for ffi: C and Python load the instrumented one. Neither lines of inline tests nor closing brackets
count, and examples in comments are not run. Branches are shown, and nothing is asked of them.
"""

import json
import os
import pathlib
import re
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / ".ci/harness"))

import checks  # noqa: E402

HERE = ROOT / "core/tests/coverage"
OUT = ROOT / "target/coverage"
NAMED = HERE / "uncovered.tsv"
LEAST = 0.97

# The tests of each package that run its code; the others look at files, or at other builds of it.
# What tries everything takes minutes here, and reaches no line that the rest does not.
TESTS = {
    # Not `defmt`: only devices have its logger.
    "core": ["--features=alloc,gbk,refund", "--lib", "--test=behaviour", "--", "--skip=exhaustive"],
    "ffi": ["--test=abi", "--", "c_signs", "python_signs"],
}
PROGRAMS = "header", "meanings", "misuse"
# Why a line is in uncovered.tsv that the compiler runs, and no program; it is not counted.
CONST = "only at compile time"


def llvm(name):
    """A tool of the LLVM that rustc was built with: rustup's component, or Debian's package."""
    facts = dict(line.split(": ", 1) for line in checks.run("rustc", "-vV").splitlines()[1:])
    major = facts["LLVM version"].split(".")[0]
    sysroot = pathlib.Path(checks.run("rustc", "--print", "sysroot").strip())
    component = sysroot / "lib/rustlib" / facts["host"] / "bin" / name
    if component.exists():
        return component
    path = shutil.which(f"{name}-{major}")
    return path or sys.exit(f"missing: {name}-{major} (.ci/harness/setup coverage)")


def measure(package):
    """Runs the tests of a package; a report of llvm-cov on what they ran through."""
    out = OUT / package
    shutil.rmtree(out, ignore_errors=True)
    cargo = ["cargo", "test", "--quiet", "--locked", "--package", f"wxp-{package}", *TESTS[package]]
    environment = {
        "RUSTC_WORKSPACE_WRAPPER": str(HERE / "instrumented"),
        "CARGO_TARGET_DIR": str(OUT),
        "CARGO_PROFILE_DEV_DEBUG": "0",
        "RUSTFLAGS": "",
        "LLVM_PROFILE_FILE": f"{out}/%4m.profraw",
    }
    built = checks.run(*cargo[:2], "--no-run", "--message-format=json", *cargo[2:], **environment)
    messages = [json.loads(line) for line in built.splitlines() if line.startswith("{")]
    programs = [message["executable"] for message in messages if message.get("executable")]
    checks.run(*cargo, timeout=1800, **environment)
    if package == "ffi":
        # The tests have built it. They link these programs with the static library, where what counts
        # would have to be asked for.
        library = OUT / "tmp/archives/small library/libwxp.so"
        for name in PROGRAMS:
            checks.run("gcc", "-Iinclude", "-o", out / name, f"ffi/tests/c/{name}.c", library)
            checks.run(out / name, LD_LIBRARY_PATH=str(library.parent), **environment)
        programs = [library]

    checks.run(llvm("llvm-profdata"), "merge", "-sparse", "-o", out / "profdata", *out.glob("*.profraw"))
    objects = [f"--object={program}" for program in programs]
    export = [llvm("llvm-cov"), "export", "--format=lcov", f"--instr-profile={out}/profdata"]
    return checks.run(*export, *objects, "--sources", ROOT / package / "src")


def inline_tests(source):
    """The lines of a file's modules of tests, counted from 1."""
    found, inside = set(), False
    for number, line in enumerate(source, 1):
        inside = inside or re.match(r"#\[cfg\((all\()?test\b", line)
        if inside:
            found.add(number)
        if line == "}":
            inside = False
    return found


def count(report):
    """By file: each line and how often it ran, and how many branches were taken, of how many."""
    files = {}
    for record in report.split("end_of_record\n")[:-1]:
        path = pathlib.Path(re.search(r"^SF:(.*)$", record, re.M)[1])
        source = path.read_text().splitlines()
        skipped = inline_tests(source) | {n for n, line in enumerate(source, 1) if not line.strip("}]);, ")}
        lines = {int(line): int(times) for line, times in re.findall(r"^DA:(\d+),(\d+)", record, re.M)}
        branches = {}
        for line, branch, times in re.findall(r"^BRDA:(\d+),(.*),(\d+|-)$", record, re.M):
            if int(line) not in skipped:
                key = line, branch
                branches[key] = branches.get(key, False) or times not in "0-"
        files[path.relative_to(ROOT).as_posix()] = (
            {number: times for number, times in lines.items() if number not in skipped},
            (sum(branches.values()), len(branches)),
            source,
        )
    return files


def named(files):
    """The lines of these files that need not be covered, and why: those of uncovered.tsv, each with
    the function that it begins."""
    rows = [line.split("\t") for line in NAMED.read_text().splitlines() if not line.startswith("#")]
    reasons, stale = {}, []
    for path, text, why in rows:
        if path not in files:
            continue
        lines, _, source = files[path]
        first = next((n for n, line in enumerate(source, 1) if line.strip() == text), None)
        if first is None or lines.get(first, 1):
            stale.append(f"{path}: {text}")
            continue
        last = first
        if re.match(r"(pub(\((crate|super)\))? )?(const )?fn ", text):
            end = re.match(r" *", source[first - 1])[0] + "}"
            last = source.index(end, first) + 1
        reasons |= {(path, number): why for number in range(first, last + 1)}
    return reasons, stale


def share(part, whole):
    return f"{part:>6} of {whole:>5} {part / whole if whole else 1:>7.1%}"


def report(package):
    """Prints what of a package is covered; what is wrong with that."""
    files = count(measure(package))
    reasons, stale = named(files)
    faults = [f"named, but covered or gone: {row}" for row in stale]
    print(f"{package + '/src':34}{'lines':>14}{'branches':>25}")
    totals, missed = [0, 0, 0, 0], []
    for path, (lines, branches, source) in sorted(files.items()):
        lines = {n: times for n, times in lines.items() if reasons.get((path, n)) != CONST}
        part = sum(times > 0 for times in lines.values()), len(lines), *branches
        totals = [total + one for total, one in zip(totals, part)]
        print(f"{path:34}{share(*part[:2])}   {share(*part[2:])}")
        missed += [(path, n, source[n - 1].strip()) for n, times in sorted(lines.items()) if not times]
    print(f"{'all':34}{share(*totals[:2])}   {share(*totals[2:])}")
    for path, number, text in missed:
        why = reasons.get((path, number))
        print(f"{path}:{number}: {text}", f"    {why or 'NOT COVERED'}", sep="\n")
        if not why:
            faults.append(f"not covered, and not named: {path}:{number}: {text}")
    if totals[0] < LEAST * totals[1]:
        faults.append(f"less than {LEAST:.0%} of the lines of {package}")
    return faults


def main():
    for package in sys.argv[1:] or TESTS:
        checks.done(f"lines of {package}", "\n".join(report(package)) or None)
    checks.finish()


if __name__ == "__main__":
    main()
