"""What is wrong with the Chinese of a page: punctuation, spaces, broken lines, words that the glossary refuses."""

import re

import english
import glossary
import markdown

WIDEST = 60  # characters of a line
HAN = r"[\u3400-\u9fff]"
FULL = r"[，。；：？！、（）“”《》…—]"
RULES = [
    (rf"{HAN}[,;:?!]|[,;:?!]{HAN}", "half-width punctuation beside Chinese"),
    (rf"{HAN}\.(?!\w)", "half-width full stop after Chinese"),
    (rf"{HAN}\(|\({HAN}|{HAN}\)|\){HAN}", "half-width parenthesis beside Chinese"),
    (rf"{HAN}[\"']|[\"']{HAN}", "half-width quotation mark beside Chinese"),
    (rf"{HAN} +[A-Za-z0-9]|[A-Za-z0-9] +{HAN}", "a space between Chinese and other words"),
    (rf"{HAN} +{HAN}", "a space between Chinese characters"),
    (rf"{FULL} +{HAN}|{HAN} +{FULL}", "a space beside full-width punctuation"),
]
RULES = [(re.compile(pattern), what) for pattern, what in RULES]


def plain(line):
    """A line without what follows other rules: code, addresses, marks of Markdown at its beginning."""
    line = markdown.CODE.sub("\ue000", line)
    line = re.sub(r"\]\([^)]*\)", "]", line)
    line = re.sub(r"https?://[\w./?=&%#-]+|<[^>]+>", "\ue000", line)
    line = re.sub(r"^\s*(#+|[-*>]|\d+\.)\s+", "", line)
    return line.replace("![", "").replace("[", "").replace("]", "").replace("*", "")


def punctuation(text):
    for number, line in markdown.prose(text):
        for cell in plain(line).split("|"):
            for pattern, what in RULES:
                if found := pattern.search(cell.strip()):
                    yield number, f"{what}: {found.group()}"


def broken_lines(text):
    """A line end within a sentence shows as a space between two characters."""
    last_number, last = 0, ""
    for number, line in markdown.prose(text):
        joined = number == last_number + 1 and not re.match(r"\s*(#|[-*>|] ?|\d+\. |$)", line)
        if joined and re.search(rf"{HAN}$", last.rstrip()) and re.match(rf"\s*{HAN}", line):
            yield last_number, f"the line ends within a sentence: {last.strip()[-10:]}"
        last_number, last = number, line if not line.startswith(("#", "|")) else ""


def refused():
    """The refused words, each with the term to use."""
    return {word: row["中文"] for row in glossary.rows() for word in row["refused"].split()}


def terms(text):
    for number, line in enumerate(text.splitlines(), 1):
        for word, term in refused().items():
            if word in line:
                yield number, f"“{word}”: {term}"


def wrong(text):
    for check in (punctuation, broken_lines, terms):
        yield from check(text)
    yield from english.wide_lines(text, WIDEST)
