"""What calls leave of a secret on a device: the program ffi/tests/c/secrets.c, on emulated Cortex-M
boards, with the library as it is and with one that wipes the stack without any margin.

Usage: leftovers.py; prints a table for each board, and fails if a call leaves anything.
"""

import sys

import tools

PROGRAM = tools.ROOT / "ffi/tests/c/secrets.c"
CONTROL = "control"


def measure(board, flags):
    """By call and algorithm, the most bytes on the stack that depended on the secret, and the longest
    run of the secret there; of a wiped key, the bytes that were not zero."""
    elf = tools.firmware("secrets", board, [PROGRAM], [tools.library(tools.BOARDS[board][1], flags=flags)])
    most = {}
    for line in tools.emulate(elf, board).splitlines():
        algorithm, call, *figures = line.split("\t")
        known = most.setdefault(call, {}).get(algorithm, [0, 0])
        most[call][algorithm] = [max(pair) for pair in zip(known, [*map(int, figures), 0])]
    return most


def left(board, show=lambda line: None):
    """What there is to say about a board; fails if a call of one of the libraries left anything."""
    calls = left_by(board, "libwxp", tools.PLAIN, show)
    left_by(board, "libwxp without the margin", tools.NO_MARGIN, show)
    return f"nothing of {calls} calls"


def left_by(board, library, flags, show):
    """How many calls left nothing; fails if one left anything, or the control did not."""
    most = measure(board, flags)
    show(f"{board}, {library}: bytes on the stack that depend on the secret, and its longest run there")
    show(f"{'':28}{'MD5':>12}{'HMAC-SHA256':>12}")
    for call, figures in sorted(most.items()):
        show(f"{call:28}" + "".join(f"{f'{figure} ({run})':>12}" for figure, run in figures.values()))
    # Two or three bytes of other data look like the secret by chance.
    is_left = lambda call: any(figure or run > 3 for figure, run in most[call].values())
    faults = [f"{call}: {most[call]}" for call in most if call != CONTROL and is_left(call)]
    if faults or len(most) != 13 or min(sum(most[CONTROL].values(), [])) < 24:
        sys.exit("\n".join([f"left by {library} on a {board}:", *faults, f"{CONTROL}: {most[CONTROL]}"]))
    return len(most) - 1


if __name__ == "__main__":
    for name in tools.BOARDS:
        left(name, print)
