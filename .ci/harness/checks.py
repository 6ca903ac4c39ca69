"""What the checks of all folders share that are written in Python: a script runs every check, goes
on after a failure, and ends with "N passed, N failed". checks.sh is the same for bash."""

import os
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]

passed, failures = 0, []


def check(name, action):
    """One check: runs it, and says what it returned, or why it failed."""
    start = time.monotonic()
    try:
        said, failure = action(), None
    except (Exception, SystemExit) as error:
        said, failure = None, why(error)
    done(name, failure, said or "ok", time.monotonic() - start)


def why(error):
    """What failed, in words; the text alone where a program was ended with one."""
    return str(error) if isinstance(error, SystemExit) else f"{type(error).__name__}: {error}"


def done(name, failure, said="ok", seconds=None):
    """Counts and shows a check that was made elsewhere; `failure` is None if it passed, and then
    nothing is shown if there is nothing to say."""
    global passed
    took = "" if seconds is None else f" ({seconds:.1f} s)"
    if failure is None:
        passed += 1
    else:
        failures.append(name)
        said = "FAILED"
    if said:
        print(f"{name:<60} {said}{took}", flush=True)
    if failure is not None:
        print("  " + str(failure).replace("\n", "\n  "), flush=True)


def finish():
    for name in failures:
        print(f"FAILED: {name}")
    print(f"{passed} passed, {len(failures)} failed")
    sys.exit(bool(failures))


def run(*command, timeout=600, **environment):
    """What a program prints; it has to succeed."""
    command = [str(word) for word in command]
    shown = " ".join(command)
    try:
        ended = subprocess.run(
            command,
            cwd=ROOT,
            env={**os.environ, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=timeout,
        )
    except FileNotFoundError:
        raise SystemExit(f"missing: {command[0]} (make setup)")
    except subprocess.TimeoutExpired:
        raise SystemExit(f"{shown}: not done after {timeout} s")
    if ended.returncode:
        raise SystemExit(f"{shown}: exit status {ended.returncode}\n{ended.stdout}")
    return ended.stdout
