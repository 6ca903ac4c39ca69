#!/usr/bin/env python3
"""Tests of links.py: repositories that must pass, and such that must fail. Ends with "N passed, N failed"."""

import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / ".ci/harness"))
sys.dont_write_bytecode = True

import links  # noqa: E402
import markdown  # noqa: E402
from checks import check, finish  # noqa: E402

F = "```"
ANCHORS = {
    "In PHP, .NET & C#": "in-php-net--c",
    "`wxp explain`: what *it* says": "wxp-explain-what-it-says",
    "A [link](x.md) here": "a-link-here",
    "签名错误：五分钟找到原因": "签名错误五分钟找到原因",
    "第 1 步（密钥）": "第-1-步密钥",
    "snake_case-name": "snake_case-name",
}
# What README.md says, beside docs/a.md with the section "Two words" twice, and src/a.rs.
GOOD = [
    "[a](docs/a.md)", "[a](docs/a.md#two-words)", "[a](docs/a.md#two-words-1)", "[a](docs)", "[a](docs/#top)",
    "# Here\n[a](#here)", "[a][b]\n\n[b]: docs/a.md", "![a](src/a.rs)", "[a](src/a.rs#L1)", "[a](https://x.org)",
    "[a\nb](docs/a.md)", "`[a](none.md)`", f"{F}sh\n[a](none.md)\n{F}", "[![a](src/a.rs)](docs/a.md)",
    '<img src="src/a.rs">', '<a id="x"></a>\n\n[a](#x)', "# 签名错误\n[a](#签名错误)", "# 签\n[a](#%E7%AD%BE)",
    "<!-- [a](none.md) -->",
]  # fmt: skip
BAD = [
    "[a](none.md)", "[a](docs/a.md#none)", "[a](docs/a.md#two-words-2)", "[a](#none)", "[a](../outside.md)",
    "[a][b]\n\n[b]: none.md", "![a](none.png)", "[a](src/a.rs#section)", "[a](http://x.org)", "[a\nb](none.md)",
    "[![a](none.png)](docs/a.md)", '<img src="none.png">', "[a](ignored.md)", "[签](#错)", "x [`a`](none.md) y",
    "| [a](docs/a.md) | [b](none.md) |", "- [a](none.md)",
]  # fmt: skip
TOP = "# A\n\n[中文](zh-CN/a.md)\n", "# 甲\n\n[English](../a.md)\n"
SAME = {
    "nothing more": ("", ""),
    "the same command": (f"## B\n{F}sh\n# one\na  # two\n{F}", f"## 乙\n{F}sh\n# 一\na  # 二\n{F}"),
    "other output": (f"{F}console\n$ wxp a\nyes\n{F}", f"{F}console\n$ wxp --lang zh a\n是\n{F}"),
}
OTHER = {
    "a section less": ("## B\n## C", "## 乙", "2 sections, 3 in English"),
    "another level": ("## B", "### 乙", "first 乙:4, and B:4"),
    "another command": (f"{F}sh\na\n{F}", f"{F}sh\nb\n{F}", "zh-CN/a.md:5: not the same as docs/a.md:5"),
    "a command less": (f"{F}sh\na\nb\n{F}", f"{F}sh\na\n{F}", "1 commands and files, 2 in English"),
    "a file less": (f"<!-- file: a -->\n{F}c\n{F}", "", "0 commands and files, 1"),
    "not run": (f"{F}sh\na\n{F}", f"<!-- not run: x -->\n{F}sh\na\n{F}", "not the same"),
}


def repository(root, texts):
    subprocess.run(["git", "init", "--quiet"], cwd=root, check=True)
    for name, text in texts.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return links.files(root)


def wrong_links(text):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder).resolve()
        names = repository(
            root,
            {
                "README.md": text,
                "docs/a.md": "# Two words\n# Two words\n",
                "docs/README.md": "# Top",
                "src/a.rs": "",
                ".gitignore": "ignored.md",
                "ignored.md": "",
            },
        )
        return list(links.Links(root, names).page("README.md"))


def wrong_pair(english, chinese, tops=TOP):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder).resolve()
        texts = {"docs/a.md": tops[0] + english, "docs/zh-CN/a.md": tops[1] + chinese}
        names = repository(root, {name: text for name, text in texts.items() if text})
        ((one, other),) = links.pairs(names).items()
        return "\n".join(links.differences(root, one, other))


def equal(found, expected):
    assert found == expected, f"{found!r}, not {expected!r}"


def contains(found, expected):
    assert expected in found, found or "it passed"


def main():
    for heading, name in ANCHORS.items():
        check(f"anchor of {heading}", lambda: equal(markdown.anchor(heading), name))
    for text in GOOD:
        check(f"leads somewhere: {text!r}", lambda: equal(wrong_links(text), []))
    for text in BAD:
        check(f"refused: {text!r}", lambda: equal(len(wrong_links(text)), 1))
    for name, texts in SAME.items():
        check(f"the same: {name}", lambda: equal(wrong_pair(*texts), ""))
    for name, (english, chinese, why) in OTHER.items():
        check(f"refused: {name}", lambda: contains(wrong_pair(english, chinese), why))
    check("refused: no page in Chinese", lambda: contains(wrong_pair("", "", (TOP[0], "")), "zh-CN/a.md is missing"))
    check("refused: no page in English", lambda: contains(wrong_pair("", "", ("", TOP[1])), "docs/a.md is missing"))
    check("refused: no link", lambda: contains(wrong_pair("", "", (TOP[0], "# 甲\n")), "no link [English]"))
    finish()


if __name__ == "__main__":
    main()
