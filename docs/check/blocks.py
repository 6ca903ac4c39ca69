"""The fenced blocks of a page, and what each asks for: README.md of this folder has the rules."""

import dataclasses
import re
import subprocess

FENCE = re.compile(r"^( *)(`{3,}|~{3,})\s*([\w+#-]*)")
COMMENT = re.compile(r"^\s*<!--\s*(file|append|not run|background|hidden):\s*(.*?)\s*-->\s*$", re.S)
SHOWN = ("text", "mermaid")
UNKNOWN = re.compile(r"^\s*<!--\s*([\w ]+):")


class Wrong(Exception):
    """A page that does not follow the rules; says where."""


@dataclasses.dataclass
class Command:
    line: int  # of the page, from 1
    text: str
    expected: list[str] | None = None  # lines; None where only the exit status counts
    ready: str | None = None  # runs in the background, and has begun when it has said this


@dataclasses.dataclass
class File:
    line: int
    name: str
    text: str
    append: bool


@dataclasses.dataclass
class NotRun:
    line: int
    reason: str


def steps(text):
    """Commands, files and blocks that are not run, in the order of the page."""
    lines = text.splitlines()
    notes, at = {}, 0  # what the comments before a block say
    while at < len(lines):
        line, number = lines[at], at + 1
        at += 1
        if fence := FENCE.match(line):
            indent, ticks, language = fence.groups()
            body = []
            while at < len(lines) and not re.fullmatch(rf" *{re.escape(ticks)}{ticks[0]}*\s*", lines[at]):
                body.append(lines[at].removeprefix(indent))
                at += 1
            if at == len(lines):
                raise Wrong(number, "the block does not end")
            at += 1
            yield from block(language, body, number + 1, notes)
            notes = {}
        elif line.lstrip().startswith("<!--"):
            while "-->" not in line and at < len(lines):
                line += "\n" + lines[at]
                at += 1
            if comment := COMMENT.match(line):
                word, value = comment.groups()
                if not value:
                    raise Wrong(number, f"the comment says nothing after `{word}:`")
                if word == "hidden":
                    yield Command(number, value)
                else:
                    notes[word] = value
            elif unknown := UNKNOWN.match(line):
                raise Wrong(number, f"no comment is called `{unknown.group(1)}`")
        elif notes:
            raise Wrong(number - 1, f"no block follows the comment `{list(notes)[0]}:`")
    if notes:
        raise Wrong(len(lines), f"no block follows the comment `{list(notes)[0]}:`")


def block(language, body, line, notes):
    """What one block asks for; its first line is `line` of the page."""
    if len(notes) > 1:
        raise Wrong(line, f"more than one comment is for this block: {', '.join(notes)}")
    word, value = next(iter(notes.items()), (None, None))
    if word == "not run":
        yield NotRun(line, value)
    elif word in ("file", "append"):
        yield File(line, value, "".join(text + "\n" for text in body), word == "append")
    elif word == "background":
        if language != "sh":
            raise Wrong(line, "only a block `sh` runs in the background")
        yield Command(line, "\n".join(body), ready=value)
    elif language == "sh":
        yield from commands(body, line)
    elif language == "console":
        yield from dialogue(body, line)
    elif language not in SHOWN:
        raise Wrong(line, f"the block `{language}` needs `<!-- file: NAME -->` before it, or is `text`")


def commands(body, line):
    """The commands of a block: as few lines each as the shell takes for whole."""
    text, start = "", line
    for number, row in enumerate(body, line):
        if not text:
            start = number
            if not row.strip() or row.lstrip().startswith("#"):
                continue
        text += row + "\n"
        if whole(text):
            yield Command(start, text)
            text = ""
    if text:
        raise Wrong(start, "the shell does not take this for a whole command")


def whole(text):
    if text.endswith("\\\n"):
        return False
    ended = subprocess.run(["bash", "-n"], input=text, capture_output=True, text=True)
    return ended.returncode == 0 and not ended.stderr  # which warns of a here-document without end


def dialogue(body, line):
    """`$ command`, going on after a backslash or after `> `, and what it prints."""
    command = None
    for number, row in enumerate(body, line):
        if row.startswith("$ "):
            if command:
                yield command
            command = Command(number, row[2:] + "\n", [])
            goes_on = True
        elif command is None:
            raise Wrong(number, "a block `console` begins with `$ `")
        elif goes_on and row.startswith("> ") and not whole(command.text):
            command.text += row[2:] + "\n"
        elif goes_on and command.text.endswith("\\\n"):
            command.text += row + "\n"
        else:
            goes_on = False
            command.expected.append(row)
    if command is None:
        raise Wrong(line, "a block `console` begins with `$ `")
    yield command
