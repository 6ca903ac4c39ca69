"""What a command comes to, and how it is said."""

from __future__ import annotations

import contextlib
import enum
import os
import traceback


class Outcome(enum.IntEnum):
    """The numbers are exit codes."""

    DONE = 0
    FAILED = 1
    NOT_SENT = 2  # by this call
    NOT_KNOWN = 3  # ask again with the same number, and never pay again under another one


def output(text: str) -> None:
    """What was asked for. It is an error if it cannot be written."""
    os.write(1, (text + "\n").encode())


def tell(text: str) -> None:
    """For the log. A payment goes on without one."""
    with contextlib.suppress(OSError):
        os.write(2, (text + "\n").encode(errors="backslashreplace"))


def uncaught(kind, error, trace) -> None:
    """For sys.excepthook: Python would end with 1, which says that nothing was done."""
    tell("".join(traceback.format_exception(kind, error, trace)))
    os._exit(Outcome.NOT_KNOWN)
