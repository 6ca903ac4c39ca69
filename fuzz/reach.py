"""Which lines of the core each fuzz target has reached: reach.py [TARGET…]; see `make fuzz-reach`.

Builds the targets once more, so that they count the lines that they run through, and gives each what
`make fuzz` started it from and has collected. Prints a table, and then what all of them together
have reached of each file. What counts as a line is as in core/tests/coverage/coverage.py; of what no target
calls, there is none. Nothing is asked of the figures: they say where fuzzing finds nothing.
"""

import os
import subprocess
import sys

import run
import seeds

sys.path.insert(0, str(run.ROOT / "core/tests/coverage"))
import checks  # noqa: E402
import coverage  # noqa: E402

OUT = run.FOLDER / "reach"


def reached(target, inputs):
    """The lines of each file of the core, and how often they were run through."""
    program, profile = run.program(target, OUT), OUT / f"{target}.profdata"
    raw = OUT / f"{target}.profraw"
    environment = os.environ | {"LLVM_PROFILE_FILE": str(raw)}
    subprocess.run([program, *inputs], env=environment, check=True, capture_output=True)
    merge = [coverage.llvm("llvm-profdata"), "merge", "-sparse", "-o", profile, raw]
    checks.run(*merge)
    export = [coverage.llvm("llvm-cov"), "export", "--format=lcov", f"--instr-profile={profile}"]
    export += [f"--object={program}", "--sources", run.ROOT / "core/src"]
    report = coverage.count(checks.run(*export))
    return {path: lines for path, (lines, _, _) in report.items()}


def main():
    targets = run.chosen(sys.argv[1:])
    seeds.write(run.FOLDER / "seeds")
    run.compile_with(["-Cinstrument-coverage", "--cfg=fuzzing"], targets, OUT)
    print(f"{'target':<14} {'inputs':>8} {'lines of the core':>18}")
    together = {}
    for target in targets:
        folders = [run.FOLDER / name / target for name in ("seeds", "corpus")]
        inputs = [path for folder in folders if folder.exists() for path in sorted(folder.iterdir())]
        count = 0
        for path, lines in reached(target, inputs).items():
            count += sum(times > 0 for times in lines.values())
            known = together.setdefault(path, {})
            for line, times in lines.items():
                known[line] = known.get(line, 0) + times
        print(f"{target:<14} {len(inputs):>8,} {count:>18,}", flush=True)
    print()
    sums = {path: (sum(n > 0 for n in lines.values()), len(lines)) for path, lines in together.items()}
    sums["all"] = tuple(map(sum, zip(*sums.values())))
    for path, part in sorted(sums.items(), key=lambda item: (item[0] == "all", item[0])):
        print(f"{path:<34} {coverage.share(*part)}")


if __name__ == "__main__":
    main()
