#!/usr/bin/env python3
"""Writes docs/glossary.md and docs/zh-CN/glossary.md from glossary.tsv; with --check, whether they are current."""

import csv
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLE = pathlib.Path(__file__).with_name("glossary.tsv")
ENGLISH = """# Glossary

[中文](zh-CN/glossary.md)

The terms of these pages, in the words of WeChat Pay. Chinese pages and the Chinese texts of wxp use the terms
of the second column. This page is generated from [a table](check/glossary.tsv), which also lists the words
that `make test-docs` refuses.

| English | 中文 | what it is |
|---|---|---|
"""
CHINESE = """# 术语表

[English](../glossary.md)

本文档使用的术语，与微信支付的说法一致。
wxp的中文文本也使用这些术语。
本页由[一张表](../check/glossary.tsv)生成；
`make test-docs`会拒绝同一概念的其他说法。

| 中文 | English | 说明 |
|---|---|---|
"""


def rows():
    with open(TABLE, newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def pages():
    """The text of each page."""
    terms = rows()
    english = "".join(f"| {row['English']} | {row['中文']} | {row['what it is']} |\n" for row in terms)
    chinese = "".join(f"| {row['中文']} | {row['English']} | {row['说明']} |\n" for row in terms)
    return {"docs/glossary.md": ENGLISH + english, "docs/zh-CN/glossary.md": CHINESE + chinese}


def stale():
    """What is not current."""
    return [name for name, text in pages().items() if not same(ROOT / name, text)]


def same(path, text):
    return path.exists() and path.read_text() == text


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        names = stale()
        sys.exit("".join(f"{name} is not current\n" for name in names) + "run: make generate" if names else 0)
    for name in stale():
        (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / name).write_text(pages()[name])
        print(name)
