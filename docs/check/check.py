#!/usr/bin/env python3
"""Runs the fenced blocks of the pages as a reader would, and compares what they print with what the page says.

    python3 -B docs/check/check.py           all pages
    python3 -B docs/check/check.py PAGE…     these

README.md of this folder has the rules. Ends with "N passed, N failed", of pages.
"""

import collections
import os
import pathlib
import subprocess
import sys
import tempfile
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / ".ci/harness"))
sys.dont_write_bytecode = True

from checks import check, done, finish  # noqa: E402
from page import Page  # noqa: E402

# Outside the repository: Cargo and git look for one in the folders above.
MADE = pathlib.Path(tempfile.mkdtemp(prefix="wxp-docs-"))
REGISTRIES = ROOT / "docs/check/registries.sh"
JOBS = int(os.environ.get("JOBS") or 2)


def pages(names):
    """All pages, or those that are named."""
    if names:
        return [pathlib.Path(name).resolve() for name in names]
    return sorted(
        [ROOT / "README.md", *ROOT.glob("README.*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("docs/zh-CN/*.md")]
    )


def prepared():
    """Builds the packages of this commit first, so that no command of a page waits for them."""
    subprocess.run(["bash", "-c", f'source "{REGISTRIES}"'], check=True, timeout=3000, cwd=MADE)


def run_all(todo):
    """Two at a time, but one by one those that start a gateway, all on the same port."""
    lock = threading.Lock()
    queues = [collections.deque(page for page in todo if page.alone is alone) for alone in (True, False)]

    def worker(queues):
        for queue in queues:
            while True:
                with lock:
                    if not queue:
                        break
                    page = queue.popleft()
                page.run(MADE, REGISTRIES)
                with lock:
                    shown(page)

    threads = [threading.Thread(target=worker, args=[queues])]
    threads += [threading.Thread(target=worker, args=[queues[1:]]) for _ in range(JOBS - 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def shown(page):
    said = f"{len(page.commands)} commands"
    if page.not_run:
        said += f", {len(page.not_run)} blocks not run"
    done(page.name, page.failure, said, page.seconds)


def main():
    todo = [Page(path, ROOT if path.is_relative_to(ROOT) else path.parent) for path in pages(sys.argv[1:])]
    if any(page.commands for page in todo):
        check("packages of this commit", prepared)
    run_all(todo)
    for page in todo:
        for block in page.not_run:
            print(f"not run: {page.name}:{block.line}: {block.reason}")
    print(f"{len(todo)} pages, {sum(len(page.commands) for page in todo)} commands")
    if not any(MADE.iterdir()):
        MADE.rmdir()
    finish()


if __name__ == "__main__":
    main()
