#!/usr/bin/env python3
"""Tests of the checker: pages that must pass, and pages that must fail, and where. Ends with "N passed, N failed"."""

import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / ".ci/harness"))
sys.dont_write_bytecode = True

import page as pages  # noqa: E402
from checks import check, finish  # noqa: E402

F = "```"

PASS = {
    "a command": f"{F}sh\necho a >made\ntest -s made\n{F}",
    "what a command leaves, the next one has": f"{F}sh\ncd /\nx=1\n{F}\ntext\n{F}sh\ntest $PWD$x = /1\n{F}",
    "a loop": f"{F}sh\nfor a in 1 2; do\n    test $a\ndone\n{F}",
    "a here-document": f"{F}sh\ncat >a <<'END'\nfor x; do (\nEND\ntest -s a\n{F}",
    "a comment": f"{F}sh\n# don't do this\ntrue\n{F}",
    "an output": f"{F}console\n$ echo a; echo b >&2\na\nb\n$ true\n{F}",
    "a status": f"{F}console\n$ echo a; (exit 3)\na\n$ echo $?\n3\n{F}",
    "any lines": f"{F}console\n$ seq 9\n1\n…\n5\n…\n…\n9\n{F}",
    "no lines are any lines": f"{F}console\n$ seq 2\n1\n…\n2\n{F}",
    "any text": f"{F}console\n$ echo at 12:34 s\nat … s\n{F}",
    "a command of three lines": f"{F}console\n$ echo a \\\n    b \\\n> c\na b c\n{F}",
    "a loop in a dialogue": f"{F}console\n$ for a in 1 2; do\n> echo $a\n> done\n1\n2\n{F}",
    "an output like a prompt": f"{F}console\n$ echo '> a'\n> a\n{F}",
    "a file": f"<!-- file: src/a.txt -->\n{F}c\na\n{F}\n<!-- append: src/a.txt -->\n{F}c\n b\n{F}\n{F}console\n$ cat src/a.txt\na\n b\n{F}",
    "an indented block": f"1. x\n\n   {F}console\n   $ echo 'a'\n   a\n   {F}",
    "shown only": f"{F}text\n$ false\n{F}\n{F}mermaid\ngraph\n{F}\n<!-- not run: for Windows -->\n{F}powershell\nexit 1\n{F}\n{F}sh\ntrue\n{F}",
    "hidden": f"<!-- hidden: echo a >made -->\n{F}console\n$ cat made\na\n{F}",
    "in the background": f"<!-- background: ready -->\n{F}sh\nsleep 0.2; echo ready; sleep 100\n{F}\n{F}sh\ntrue\n{F}",
    "a process of its own": f"{F}sh\nsleep 100 &\ntrue\n{F}",
    "a home of its own": f"{F}console\n$ ls -A ~\n$ ls -A\n{F}",
    "other comments": f"<!-- a remark -->\n{F}sh\ntrue\n{F}",
}
FAIL = {  # with what is said of it
    "a failing command": (f"{F}sh\ntrue\n\nfalse\n{F}", ":4: false: exit status 1"),
    "a failing part": (f"{F}sh\nfalse; true\n{F}", ":2: false; true: exit status 1"),
    "a failing part of a function": (f"{F}sh\nf() {{ false; true; }}\nf\n{F}", ":3: f: exit status 1"),
    "no such command": (f"{F}sh\nno-such-command\n{F}", "line 2: no-such-command: command not found"),
    "a shell that ends": (f"{F}sh\nexit 0\n{F}\n{F}console\n$ echo a\na\n{F}", ":5: "),
    "another output": (f"{F}console\n$ echo b\na\n{F}", "-a\n+b"),
    "more output": (f"{F}console\n$ echo a; echo b\na\n{F}", "+b"),
    "less output": (f"{F}console\n$ echo a\na\nb\n{F}", "-b"),
    "output where none is said": (f"{F}console\n$ echo a\n$ true\n{F}", "+a"),
    "space in an output": (f"{F}console\n$ echo ' a'\na\n{F}", "+ a"),
    "the end after any lines": (f"{F}console\n$ seq 9\n1\n…\n8\n{F}", "+9"),
    "a failure without a word": (f"{F}console\n$ false\n{F}", ":2: false: exit status 1, and nothing"),
    "no output at all": (f"{F}console\n$ false\na\n{F}", "-a"),
    "it hangs": (f"{F}sh\nsleep 100\n{F}", ":2: sleep 100: not done after 3 s"),
    "it reads": (f"{F}sh\nread -r a\n{F}", "exit status 1"),
    "never ready": (f"<!-- background: ready -->\n{F}sh\nsleep 100\n{F}", "did not say “ready” in 3 s"),
    "ended before": (f"<!-- background: ready -->\n{F}sh\necho no; exit 4\n{F}", "exit status 4, without"),
    "a block without an end": (f"text\n{F}sh\ntrue\n", ":2: the block does not end"),
    "an unknown language": (f"{F}c\nint a;\n{F}", ":2: the block `c` needs"),
    "no language": (f"{F}\ntrue\n{F}", "the block `` needs"),
    "a mistyped comment": (f"<!-- flie: a -->\n{F}c\nint a;\n{F}", ":1: no comment is called `flie`"),
    "a comment without a block": (f"<!-- file: a -->\ntext\n{F}sh\ntrue\n{F}", "no block follows"),
    "a comment at the end": ("<!-- file: a -->", "no block follows"),
    "no reason": (f"<!-- not run: -->\n{F}sh\nfalse\n{F}", "says nothing"),
    "two comments": (f"<!-- file: a -->\n<!-- append: a -->\n{F}c\na\n{F}", "more than one"),
    "half a command": (f"{F}sh\nfor a in 1; do\n{F}", ":2: the shell does not take"),
    "nothing to append to": (f"<!-- append: a -->\n{F}c\na\n{F}\n{F}sh\ntrue\n{F}", "nothing to append to"),
    "no prompt": (f"{F}console\necho a\n{F}", "begins with `$ `"),
    "hidden, and it fails": ("<!-- hidden: false -->", ":1: false: exit status 1"),
}


def run(text, root):
    path = root / "x.md"
    path.write_text(text)
    registries = root / "registries.sh"
    registries.write_text("")
    page = pages.Page(path, root)
    page.run(root / "made", registries)
    return page


def passes(text, root):
    page = run(text, root)
    assert page.failure is None, page.failure
    assert page.commands


def fails(text, why, root):
    page = run(text, root)
    assert page.failure, "it passed"
    assert why in page.failure, page.failure
    assert page.failure.startswith("x.md:"), page.failure


def nothing_is_left(root):
    """What a page has begun ends with it."""
    mark = f"987{time.time_ns() % 10**9}"
    run(f"<!-- background: a -->\n{F}sh\necho a; sleep {mark}\n{F}\n{F}sh\nsleep {mark} &\n{F}", root)
    left = subprocess.run(["pgrep", "-f", f"sleep {mark}"], capture_output=True, text=True).stdout
    assert not left, left


def main():
    pages.SECONDS = 3
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in PASS.items():
            check(name, lambda: passes(text, root))
        for name, (text, why) in FAIL.items():
            check(f"refused: {name}", lambda: fails(text, why, root))
        check("nothing is left", lambda: nothing_is_left(root))
    finish()


if __name__ == "__main__":
    main()
