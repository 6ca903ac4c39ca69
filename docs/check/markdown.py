"""What the checks read in a page: its lines without code, its headings with their anchors, its links."""

import re

from blocks import FENCE

HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*\s*$")
TO = r"\(\s*<?([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?(?:\s+\"[^\"]*\")?\s*\)"
LINK = re.compile(r"(?<!!)\[(?:[^\[\]]|\[[^\]]*\])*\]" + TO)
IMAGE = re.compile(r"!\[[^\[\]]*\]" + TO)
DEFINITION = re.compile(r"^ {0,3}\[[^\]]+\]:\s+<?(\S+?)>?(?:\s|$)")
ATTRIBUTE = re.compile(r"<\w[^>]*?\b(?:href|src|srcset)=[\"']([^\"']+)")
TARGET = re.compile(r"<\w[^>]*?\b(?:id|name)=[\"']([^\"']+)")
CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")


def prose(text):
    """The lines that are not in fenced blocks or comments, with their numbers."""
    closes, comment = None, False
    for number, line in enumerate(text.splitlines(), 1):
        if closes:
            if re.fullmatch(rf" *{re.escape(closes)}+\s*", line):
                closes = None
        elif fence := FENCE.match(line):
            closes = fence.group(2)
        elif comment or line.lstrip().startswith("<!--"):
            comment = "-->" not in line
        else:
            yield number, line


def headings(text):
    """Level, text and line of each."""
    for number, line in prose(text):
        if heading := HEADING.match(line):
            yield len(heading.group(1)), heading.group(2), number


def anchors(text):
    """What a link can name after `#`, by the rules of GitHub."""
    found, counts = set(), {}
    for _, heading, _ in headings(text):
        name = anchor(heading)
        count = counts[name] = counts.get(name, -1) + 1
        found.add(f"{name}-{count}" if count else name)
    for _, line in prose(text):
        found.update(TARGET.findall(line))
    return found


def anchor(heading):
    shown = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", heading)
    shown = re.sub(r"<[^>]+>", "", shown.replace("`", "").replace("*", ""))
    return re.sub(r"[^\w\- ]", "", shown.lower()).replace(" ", "-")


def links(text):
    """Where a page links to, and on which line."""
    for number, line in paragraphs(text):
        line = CODE.sub(lambda code: "`" + "x" * len(code[2]) + "`", line)
        for target in LINK.findall(line) + IMAGE.findall(line) + DEFINITION.findall(line):
            yield number, target
        for value in ATTRIBUTE.findall(line):
            yield number, value.split()[0]


def paragraphs(text):
    """Lines, joined where a link goes on in the next; with the number of the first."""
    joined, start, last = "", 0, 0
    for number, line in prose(text):
        if joined and (number != last + 1 or not line.strip() or line.startswith(("#", "|", "- ", "* "))):
            yield start, joined
            joined = ""
        if not joined:
            start = number
        joined = f"{joined} {line.strip()}" if joined else line
        last = number
    if joined:
        yield start, joined
