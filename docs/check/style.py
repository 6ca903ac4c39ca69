#!/usr/bin/env python3
"""The language of the pages: English is spelled right and plain, Chinese has the terms of the glossary, and so
have the core's own texts. Ends with "N passed, N failed"."""

import pathlib
import re
import sys
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / ".ci/harness"))
sys.dont_write_bytecode = True

import chinese  # noqa: E402
import english  # noqa: E402
import glossary  # noqa: E402
from checks import check, done, finish  # noqa: E402
from links import PARTS, files  # noqa: E402

# Their texts are those of the code, which has tests of its own for them.
GENERATED = {".github/CONFORMANCE.md", "docs/errors.md", "docs/zh-CN/errors.md"}
# Who reads these has an integration to finish, or a change to make.
PLAIN = re.compile(r"^(README|CONTRIBUTING|docs/[^/]+|docs/check/README|core/README|ffi/README)\.md$")


def page(name, wrong):
    lines = [f"{name}:{number}: {what}" for number, what in sorted(wrong)]
    done(name, "\n".join(lines) if lines else None, "")


def spelled(texts):
    unknown = english.spelling(texts)
    lines = [f"{name}:{number}: {word}" for word, (name, number) in unknown.items()]
    assert not lines, "\n".join([*lines, "(words of the field belong into docs/check/words.txt)"])
    return f"{len(texts)} pages"


def words_sorted():
    words = (ROOT / "docs/check/words.txt").read_text().split()
    assert words == sorted(set(words), key=lambda word: (word.lower(), word)), "docs/check/words.txt is not sorted"


def literals():
    """The texts of the core and its command in Chinese, with where they are."""
    for path in sorted([*(ROOT / "core/src").rglob("*.rs"), *(ROOT / "core/cli/src/texts").rglob("*.rs")]):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if not line.lstrip().startswith("//") and re.search(chinese.HAN, line):
                yield f"{path.relative_to(ROOT)}:{number}", line


def core_agrees():
    wrong = [f"{place}: {what}" for place, line in literals() for _, what in chinese.terms(line)]
    assert not wrong, "\n".join(wrong)
    text = "\n".join(line for _, line in literals())
    used = [row["中文"] for row in glossary.rows() if row["中文"].strip("`") in text]
    assert len(used) * 2 > len(glossary.rows()), f"only {used} are in the core's texts"
    return f"{len(used)} of {len(glossary.rows())} terms are in its texts"


def pictures():
    """Each picture is well-formed, has a title and colours for dark pages, and is there in both languages."""
    folder = ROOT / "docs/pictures"
    names = {path.name.removesuffix(".svg") for path in folder.glob("*.svg")}
    alone = [name for name in names if name.removesuffix(".zh-CN") not in names or f"{name.split('.')[0]}.zh-CN" not in names]
    assert not alone, f"in one language only: {alone}"
    for path in folder.glob("*.svg"):
        text = path.read_text()
        root = xml.etree.ElementTree.fromstring(text)
        assert root.find("{http://www.w3.org/2000/svg}title") is not None, f"{path.name} has no title"
        assert "prefers-color-scheme: dark" in text, f"{path.name} has no colours for dark pages"
        if ".zh-CN" in path.name:
            words = [word for word in chinese.refused() if word in text]
            assert not words, f"{path.name}: {words}"
    return f"{len(names)} pictures"


def current():
    assert not glossary.stale(), f"{glossary.stale()} not current: make generate"


def main():
    names = sorted(name for name in files(ROOT) - PARTS - GENERATED if name.endswith(".md"))
    texts = {name: (ROOT / name).read_text() for name in names}
    in_english = {name: text for name, text in texts.items() if "zh-CN" not in name}
    check("English is spelled right", lambda: spelled(in_english))
    check("words of the field are sorted", words_sorted)
    for name, text in in_english.items():
        if PLAIN.match(name):
            wrong = list(english.wrong(text))
            if name.startswith("docs/"):
                wrong += english.wide_lines(text)
            page(name, wrong)
    check("the glossary is current", current)
    check("pictures are for both languages and themes", pictures)
    check("the core speaks Chinese as the glossary does", core_agrees)
    for name, text in texts.items():
        if "zh-CN" in name:
            page(name, chinese.wrong(text))
    finish()


if __name__ == "__main__":
    main()
