"""The table that `make dist-check` prints: which package was installed where, and what ran."""

import checks

ROWS = []


def row(package, where, ran, action):
    """One check, and a row."""
    before = checks.passed
    checks.check(f"{package}: {ran}", action)
    add(package, where, ran, "passed" if checks.passed > before else "FAILED")


def add(*row):
    """A row of a check that was made elsewhere."""
    ROWS.append(row)


def show():
    width = [max(len(line[i]) for line in ROWS) for i in range(3)]
    print()
    for line in ROWS:
        print("| " + " | ".join([line[i].ljust(width[i]) for i in range(3)] + [line[3]]) + " |")
