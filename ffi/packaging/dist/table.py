"""The table that `make dist-check` prints: which package was installed where, and what ran."""

import checks

HEAD = ("package", "where it was installed", "what ran", "result")
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
    lines = [HEAD, *ROWS]
    width = [max(len(line[i]) for line in lines) for i in range(len(HEAD))]
    lines.insert(1, ["-" * length for length in width])
    print()
    for line in lines:
        print("| " + " | ".join(line[i].ljust(width[i]) for i in range(len(HEAD))) + " |")
