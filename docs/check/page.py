"""Runs one page: its commands in one shell and a folder of its own, and its outputs compared."""

import difflib
import os
import re
import shutil
import time

import blocks
from shell import Ended, Shell

SECONDS = int(os.environ.get("WXP_DOCS_SECONDS", 600))  # of each command
ANY = "…"


class Page:
    def __init__(self, path, root):
        self.path, self.name = path, str(path.relative_to(root))
        self.commands, self.not_run = [], []
        self.failure, self.seconds = None, 0
        try:
            self.steps = list(blocks.steps(path.read_text()))
        except blocks.Wrong as wrong:
            line, why = wrong.args
            self.steps, self.failure = [], f"{self.name}:{line}: {why}"
        self.commands = [step for step in self.steps if isinstance(step, blocks.Command)]
        self.not_run = [step for step in self.steps if isinstance(step, blocks.NotRun)]
        self.alone = any("wxp.gateway" in command.text for command in self.commands)

    def run(self, made, registries):
        """Runs it below the folder `made`, and keeps why it fails in `failure`."""
        if self.failure or not self.commands:
            return
        start = time.monotonic()
        folder = made / self.name.removesuffix(".md").replace("/", "-")
        shutil.rmtree(folder, ignore_errors=True)
        for part in ("page", "home", "logs"):
            (folder / part).mkdir(parents=True)
        shell = Shell(folder / "page", folder / "logs", registries, environment(folder / "home", self.name))
        try:
            for step in self.steps:
                self.step(step, shell)
        except Ended as why:
            self.failure = f"{self.name}:{step.line}: {first(step)}: {why}\n(its folder: {folder})"
        finally:
            shell.close()
            if not self.failure:
                shutil.rmtree(folder, ignore_errors=True)
            self.seconds = time.monotonic() - start

    def step(self, step, shell):
        if isinstance(step, blocks.File):
            path = shell.folder / step.name
            path.parent.mkdir(parents=True, exist_ok=True)
            if step.append and not path.exists():
                raise Ended("nothing to append to")
            with open(path, "a" if step.append else "w") as file:
                file.write(step.text)
        elif isinstance(step, blocks.NotRun):
            pass
        elif step.ready:
            shell.background(step, SECONDS)
        else:
            said, status = shell.run(step, SECONDS)
            if step.expected is None:
                if status:
                    raise Ended(f"exit status {status}\n{said}")
                return
            expected, printed = tidy(step.expected), tidy(said.splitlines())
            if not expected and not printed and status:
                raise Ended(f"exit status {status}, and nothing is said of it")
            if not fits(expected, printed):
                raise Ended(f"exit status {status}, and another output:\n{difference(expected, printed)}")


def first(step):
    """What to call a step: its first line, or the file it is."""
    return f"file {step.name}" if isinstance(step, blocks.File) else step.text.splitlines()[0].strip()


def environment(home, name):
    """What a user has, but nothing of this user's: only compilers and caches stay where they are."""
    own = os.environ.get("HOME", "/root")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "WXP_", "PYTHON"))}
    caches = {
        "CARGO_HOME": f"{own}/.cargo",
        "RUSTUP_HOME": f"{own}/.rustup",
        "XDG_CACHE_HOME": f"{own}/.cache",
        "npm_config_cache": f"{own}/.npm",
    }
    language = "zh_CN.UTF-8" if "zh-CN" in name else "C.UTF-8"
    return {**caches, **kept, "HOME": str(home), "LANG": language, "LC_CTYPE": "C.UTF-8", "TERM": "dumb"}


def tidy(lines):
    """Without space at the ends of lines, and without empty lines at the end."""
    lines = [line.rstrip() for line in lines]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def fits(expected, printed):
    """Whether a line `…` for any lines, and `…` in a line for any text, makes them the same."""
    reached = {0}  # how many lines of `printed` the expected ones so far can be
    for line in expected:
        if line.strip() == ANY:
            reached = set(range(min(reached), len(printed) + 1)) if reached else reached
        else:
            reached = {at + 1 for at in reached if at < len(printed) and same(line, printed[at])}
    return len(printed) in reached


def same(expected, printed):
    return re.fullmatch(".*".join(map(re.escape, expected.split(ANY))), printed) is not None


def difference(expected, printed):
    lines = difflib.unified_diff(expected, printed, "expected", "printed", lineterm="", n=2)
    return "\n".join(lines)
