"""Fuzzes the core and the C ABI: run.py [SECONDS [TARGET...]]; see `make fuzz`.

Each target runs for so many seconds (60 if nothing is said), as many at a time as there are cores,
on seeds from the core's tests and on what earlier runs have collected. Prints a table, and ends
with how many targets found nothing. What is found stays in target/fuzz/findings, made short.

`cargo fuzz run TARGET` works as well; this needs neither cargo-fuzz nor a nightly compiler.
"""

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import seeds

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / ".ci/harness"))

import checks  # noqa: E402

FOLDER = ROOT / "target/fuzz"
SAFE_BUILD, UNSAFE_BUILD = FOLDER / "build", FOLDER / "build-unsafe"
TRIPLE = "x86_64-unknown-linux-gnu"

# What cargo-fuzz passes: counters at every edge, and what comparisons compare.
COVERAGE = ["-Cpasses=sancov-module", "-Ccodegen-units=1", "--cfg=fuzzing"] + [
    f"-Cllvm-args=-sanitizer-coverage-{option}"
    for option in ("level=4", "inline-8bit-counters", "pc-table", "trace-compares")
]

# Longer than every seed that matters; what takes ten seconds is a finding.
LIMITS = ["-max_len=8192", "-timeout=10", "-print_final_stats=1"]


# What has unsafe code in it. All else is fuzzed without AddressSanitizer, which finds nothing there
# and makes it four to six times as slow.
UNSAFE = {"abi"}


def build(targets):
    """Builds the targets, those with unsafe code with AddressSanitizer if the compiler has it."""
    compile_with(COVERAGE, [target for target in targets if target not in UNSAFE], SAFE_BUILD)
    sysroot = subprocess.check_output(["rustc", "--print", "sysroot"], text=True).strip()
    runtime = list(Path(sysroot).glob(f"lib/rustlib/{TRIPLE}/lib/librustc*_rt.asan.a"))
    if not runtime:
        print("this compiler has no AddressSanitizer: fuzzing without")
    flags = COVERAGE + ["-Zsanitizer=address"] * bool(runtime)
    compile_with(flags, [target for target in targets if target in UNSAFE], UNSAFE_BUILD)


def compile_with(flags, targets, folder):
    """Builds the targets, if there are any, with these flags; other flags need another folder."""
    if not targets:
        return
    # The flags are not stable; with the first variable a stable compiler takes them.
    environment = os.environ | {
        "RUSTC_BOOTSTRAP": "1",
        "CARGO_ENCODED_RUSTFLAGS": "\x1f".join(flags),
        "CARGO_TARGET_DIR": str(folder),
    }
    command = ["cargo", "build", "--quiet", "--locked", "--release", "--target", TRIPLE]
    command += ["--manifest-path", str(ROOT / "fuzz/Cargo.toml")]
    command += [word for target in targets for word in ("--bin", target)]
    subprocess.run(command, env=environment, check=True)


def program(target, folder):
    """Where a program is that was built in a folder."""
    return folder / TRIPLE / "release" / target


def binary(target):
    """The program that fuzzes a target."""
    return str(program(target, UNSAFE_BUILD if target in UNSAFE else SAFE_BUILD))


def fuzz(target, seconds):
    """Runs one target; its row of the table, and what was found."""
    corpus, log = FOLDER / "corpus" / target, FOLDER / "logs" / target
    found = FOLDER / "findings" / target
    for folder in (corpus, found, log.parent):
        folder.mkdir(parents=True, exist_ok=True)
    before = set(found.iterdir())
    command = [binary(target), str(corpus), str(FOLDER / "seeds" / target), *LIMITS]
    command += [f"-max_total_time={seconds}", f"-dict={FOLDER / 'seeds/dictionary'}"]
    with log.open("wb") as output:
        status = subprocess.run(
            [*command, f"-artifact_prefix={found}/"], stdout=output, stderr=output
        ).returncode
    text = log.read_bytes().decode(errors="replace")
    findings = sorted(set(found.iterdir()) - before)
    if status != 0 and not findings:
        # It could not even start.
        findings = [log]
    findings = [shortened(target, path) if path.parent == found else path for path in findings]

    def last(name):
        numbers = re.findall(rf"\b{name}: *(\d+)", text)
        return f"{int(numbers[-1]):,}" if numbers else "-"

    names = ("number_of_executed_units", "average_exec_per_sec", "cov", "corp")
    row = (target, *map(last, names), len(findings))
    return row, findings, text


def shortened(target, path):
    """A crashing input made as short as a minute allows."""
    short = path.with_name(path.name + ".min")
    # Not with -max_len, which would make it empty.
    command = [binary(target), "-minimize_crash=1", "-max_total_time=60", "-timeout=10"]
    command += [f"-exact_artifact_path={short}", str(path)]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return short if short.exists() else path


def chosen(names):
    """The targets of these names; all if there are none."""
    known = sorted(path.stem for path in (ROOT / "fuzz/fuzz_targets").glob("*.rs"))
    for name in names:
        if name not in known:
            sys.exit(f"no target {name}; there are: {' '.join(known)}")
    return names or known


def main():
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    targets = chosen(sys.argv[2:])
    cores = len(os.sched_getaffinity(0))
    print("building")
    build(targets)
    seeds.write(FOLDER / "seeds")

    print(f"{len(targets)} targets, {seconds} s each, {cores} at a time")
    layout = "{:<14} {:>14} {:>12} {:>8} {:>8} {:>9}"
    print(layout.format("target", "executions", "a second", "edges", "corpus", "findings"))
    found = {}
    with ThreadPoolExecutor(cores) as pool:
        for row, findings, text in pool.map(lambda target: fuzz(target, seconds), targets):
            print(layout.format(*row), flush=True)
            why = re.search(r"panicked at.*\n.*|ERROR: .*", text)
            said = [why.group(0) if why else "see its log"]
            said += [str(path.relative_to(ROOT)) for path in findings]
            found[row[0]] = "\n".join(said) if findings else None
    print()
    for target, failure in found.items():
        checks.done(target, failure, said=None)
    checks.finish()


if __name__ == "__main__":
    main()
