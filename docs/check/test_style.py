#!/usr/bin/env python3
"""Tests of style.py: texts that pass, and texts that are refused. Ends with "N passed, N failed"."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / ".ci/harness"))
sys.dont_write_bytecode = True

import chinese  # noqa: E402
import english  # noqa: E402
from checks import check, finish  # noqa: E402

F = "```"
LONG = "one " * 34
GOOD_ENGLISH = [
    "Query with the same number.",
    f"{LONG}two.",
    f"{LONG}two. Three four.",
    f"{LONG}two. `make test` runs it.",
    f"| {LONG}| {LONG}|",
    f"{F}sh\n{LONG}{LONG}\n{F}",
    "## What it promises",
    "What is signed? All of it.",
    "| What it sends. |",
    "`in order to`",
    "As many as you need.",
]
BAD_ENGLISH = {
    f"{LONG}two three.": "36 words",
    f"{LONG}\ntwo three.": "36 words",
    f"- {LONG}two three.": "36 words",
    f"a | b\n|---|---|\n| {LONG}two three | b |": "36 words",
    "What tries a thing lies beside it.": "clause in place of a noun",
    "Yes. Who could not ask knows nothing.": "clause in place of a noun",
    "Do it in order\nto pay.": "in order to",
    "The table as above.": "as above",
    "Just as before, of course.": "of course",
    "There are so many keys as merchants.": "as many … as",
}
SPELLED = ["The merchant's key.", "behaviour", "`recieve`", "[x](recieve.md)", "a1b2recieve", "libwxp", "NuGet, HMAC"]
MISSPELLED = ["recieve", "The merchnat's key.", "| a | recieve |", "[recieve](x.md)", "## Recieve"]
GOOD_CHINESE = [
    "用同一个商户订单号查询。",
    "第一行，\n第二行。",
    "读取`wxp --help`的输出，见[说明](a.md)。",
    "用HMAC-SHA256签名（推荐）",
    "`查询,` 一",
    "| 商户号 | 10 |",
    "- 项目\n- 项目",
    "## 标题\n正文",
    "密钥为32个字符：\n`wxp`",
    f"{F}sh\n# 说明, 一\n{F}",
    "1. 步骤\n2. 步骤",
    "- 项目的第一行，\n  第二行",
]
BAD_CHINESE = {
    "查询,再支付": "half-width punctuation",
    "查询: x": "half-width punctuation",
    "查询.": "full stop",
    "密钥(API)": "parenthesis",
    "API(密钥)": "parenthesis",
    '"密钥"': "quotation mark",
    "使用 HMAC": "a space between",
    "HMAC 签名": "a space between",
    "32 位": "a space between",
    "查询 订单": "space between Chinese characters",
    "查询， 订单": "beside full-width",
    "第一行\n第二行": "ends within a sentence",
    "- 项目的第一行\n  第二行": "ends within a sentence",
    "秘钥": "API密钥",
    f"{F}sh\n# 秘钥\n{F}": "API密钥",
    "使用快捷支付": "付款码支付",
    "长" * 30 + "，" + "长" * 31 + " x": "more than 60",
}


def wrong(module, text):
    return "\n".join(what for _, what in module.wrong(text))


def spelling(text):
    return list(english.spelling({"x.md": text}))


def equal(found, expected):
    assert found == expected, f"{found}, not {expected}"


def passes(found):
    assert not found, found


def refused(found, why):
    assert why in found, found or "it passed"


def main():
    for text in GOOD_ENGLISH:
        check(f"passes: {text[:40]!r}", lambda: passes(wrong(english, text)))
    for text, why in BAD_ENGLISH.items():
        check(f"refused: {text[:40]!r}", lambda: refused(wrong(english, text), why))
    for text in SPELLED:
        check(f"spelled right: {text}", lambda: passes(spelling(text)))
    for text in MISSPELLED:
        check(f"misspelled: {text}", lambda: equal(len(spelling(text)), 1))
    for text in GOOD_CHINESE:
        check(f"passes: {text[:20]!r}", lambda: passes(wrong(chinese, text)))
    for text, why in BAD_CHINESE.items():
        check(f"refused: {text[:20]!r}", lambda: refused(wrong(chinese, text), why))
    finish()


if __name__ == "__main__":
    main()
