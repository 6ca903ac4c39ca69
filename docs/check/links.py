#!/usr/bin/env python3
"""Whether each link of a Markdown file in the repository leads somewhere, and whether the pages in English and
Chinese are the same: pages, sections and commands. Ends with "N passed, N failed"."""

import pathlib
import re
import subprocess
import sys
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / ".ci/harness"))
sys.dont_write_bytecode = True

import blocks  # noqa: E402
import markdown  # noqa: E402
from checks import done, finish  # noqa: E402

# Parts of .github/CONFORMANCE.md and docs/errors.md, where their links are checked; rustdoc checks lib.md.
PARTS = {
    "core/src/lib.md",
    "core/tests/behaviour/conformance/intro.md",
    "ffi/generate/src/docs/errors/introduction.md",
    "ffi/generate/src/docs/errors/introduction.zh-CN.md",
}
OUTSIDE = re.compile(r"^(https?|mailto):")


def files(root):
    """What git tracks, or would."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=root, capture_output=True, text=True, check=True).stdout.split("\0")
    return {name for name in names if name and (root / name).exists()}


class Links:
    def __init__(self, root, names):
        self.root, self.names = root, names
        self.folders = {str(folder) for name in names for folder in pathlib.PurePath(name).parents}
        self.anchors = {}
        self.within, self.outside = 0, 0

    def page(self, name):
        """What is wrong with the links of a page, one line each."""
        for line, target in markdown.links((self.root / name).read_text()):
            if OUTSIDE.match(target):
                self.outside += 1
                if target.startswith("http:"):
                    yield f"{name}:{line}: {target} is not https"
                continue
            self.within += 1
            path, _, fragment = target.partition("#")
            place = self.place(name, urllib.parse.unquote(path))
            if place is None:
                yield f"{name}:{line}: {target} is not in the repository"
                continue
            if place in self.folders and f"{place}/README.md" in self.names:
                place += "/README.md"  # which is shown below the list of its files
            if fragment and place.endswith(".md"):
                if urllib.parse.unquote(fragment) not in self.anchors_of(place):
                    yield f"{name}:{line}: {place} has no section #{urllib.parse.unquote(fragment)}"
            elif fragment and not re.fullmatch(r"L\d+(-L\d+)?", fragment):
                yield f"{name}:{line}: {target} names a section of what has none"

    def place(self, name, path):
        """The file or folder that a path on a page is."""
        if not path:
            return name
        place = (self.root / name).parent.joinpath(path).resolve()
        if not place.is_relative_to(self.root):
            return None
        place = str(place.relative_to(self.root))
        return place if place in self.names or place in self.folders else None

    def anchors_of(self, name):
        if name not in self.anchors:
            self.anchors[name] = markdown.anchors((self.root / name).read_text())
        return self.anchors[name]


def pairs(names):
    """The pages in English, and what they are called in Chinese."""
    english = {name for name in names if re.fullmatch(r"docs/[^/]+\.md", name)}
    chinese = {name for name in names if re.fullmatch(r"docs/zh-CN/[^/]+\.md", name)}
    wanted = {name.replace("docs/zh-CN/", "docs/") for name in chinese} | english
    found = {name: name.replace("docs/", "docs/zh-CN/") for name in sorted(wanted)}
    if "README.zh-CN.md" in names:
        found["README.md"] = "README.zh-CN.md"
    return found


def differences(root, english, chinese):
    """How two pages differ that should be the same in two languages."""
    missing = [name for name in (english, chinese) if not (root / name).exists()]
    if missing:
        yield f"{missing[0]} is missing"
        return
    texts = {name: (root / name).read_text() for name in (english, chinese)}
    for name, label, other in ((english, "中文", chinese), (chinese, "English", english)):
        links = markdown.LINK.findall("\n".join(texts[name].splitlines()[:6]))
        here = (root / name).parent
        if not any((here / link).resolve() == (root / other).resolve() for link in links):
            yield f"{name}:3: no link [{label}] to {other}"
    parts = [list(markdown.headings(texts[name])) for name in (english, chinese)]
    levels = [[level for level, _, _ in part] for part in parts]
    if levels[0] != levels[1]:
        at = next((i for i, (a, b) in enumerate(zip(*levels)) if a != b), min(map(len, levels)))
        names = [f"{part[at][1]}:{part[at][2]}" if at < len(part) else "none" for part in parts]
        yield f"{chinese}: {len(parts[1])} sections, {len(parts[0])} in English; first {names[1]}, and {names[0]}"
    steps = [list(map(essence, blocks.steps(texts[name]))) for name in (english, chinese)]
    for one, other in zip(*steps):
        if one[0] != other[0]:
            yield f"{chinese}:{other[1]}: not the same as {english}:{one[1]}:\n  {other[0]}\n  {one[0]}"
            return
    if len(steps[0]) != len(steps[1]):
        yield f"{chinese}: {len(steps[1])} commands and files, {len(steps[0])} in English"


def essence(step):
    """What of a step has to be the same in both languages, and its line."""
    if isinstance(step, blocks.File):
        return ("file", step.name, step.append), step.line
    if isinstance(step, blocks.NotRun):
        return ("not run",), step.line
    lines = (re.sub(r"(^|\s)#( .*|$)", "", line).rstrip() for line in step.text.splitlines())
    text = "\n".join(line for line in lines if line).replace(" --lang zh", "")
    return ("command", text), step.line


def report(name, wrong, said):
    wrong = list(wrong)
    done(name, "\n".join(wrong) if wrong else None, said)


def main():
    names = files(ROOT)
    links = Links(ROOT, names)
    for name in sorted(name for name in names - PARTS if name.endswith(".md")):
        report(name, links.page(name), "")
    for english, chinese in pairs(names).items():
        try:
            report(f"{english} in Chinese", differences(ROOT, english, chinese), "")
        except blocks.Wrong as wrong:
            done(f"{english} in Chinese", f"{english} or {chinese}:{wrong.args[0]}: {wrong.args[1]}")
    print(f"{links.within} links in the repository, {links.outside} to other places, which are not opened")
    finish()


if __name__ == "__main__":
    main()
