"""The changelogs: whether a version's changes are named and dated in each, and dating them."""

import re

import versions

HEADING = r"^## (.*)$"
DATE = r"\d{4}-\d{2}-\d{2}"


def logs(root):
    return [path for path in versions.tracked(root) if path.endswith("CHANGELOG.md")]


def newest(root, path):
    """The text, and its first heading."""
    text = (root / path).read_text()
    match = re.search(HEADING, text, re.M)
    if not match:
        raise SystemExit(f"{path}: has no section")
    return text, match


def dated(root, version):
    """Says how many changelogs there are. Fails with those whose newest section is not of the version, or has no date."""
    wrong = []
    for path in logs(root):
        text, match = newest(root, path)
        if not re.fullmatch(f"{re.escape(version)} - {DATE}", match.group(1)):
            wrong.append(f"{path}:{versions.line(text, match.start())}: `{match.group(0)}`, "
                         f"not `## {version} - YEAR-MONTH-DAY`")
    if wrong:
        raise SystemExit("\n".join(wrong))
    return f"{len(logs(root))} changelogs"


def date(root, version, day):
    """Dates the newest section of each changelog, unless it is of an earlier version."""
    if not re.fullmatch(DATE, day):
        raise SystemExit(f"DATE={day}: not YEAR-MONTH-DAY")
    for path in logs(root):
        text, match = newest(root, path)
        if match.group(1).split(" - ")[0] in (version, "Unreleased"):
            heading = f"## {version} - {day}"
            (root / path).write_text(text[: match.start()] + heading + text[match.end():])


def released(root, version):
    """Whether the C ABI was released in a version: its changelog has a date then."""
    text = (root / "ffi/CHANGELOG.md").read_text()
    return re.search(f"^## {re.escape(version)} - {DATE}$", text, re.M) is not None
