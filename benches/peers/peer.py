"""How a peer in Python is driven; see peer.h."""

import pathlib
import sys
import time


def workloads():
    """Key, fields of W1 and W2 in the caller's order, and W3 and W4 in bytes."""
    folder = pathlib.Path(sys.argv[1])
    key = (folder / "key.txt").read_text()
    tables = [(folder / f"{name}.fields.tsv").read_text() for name in ("W1", "W2")]
    requests = [dict(line.split("\t") for line in table.splitlines()) for table in tables]
    return key, *requests, *((folder / f"{name}.MD5.xml").read_bytes() for name in ("W3", "W4"))


def serve(operations):
    for line in sys.stdin:
        name, rounds = line.split()
        call, rounds = operations.get(name), int(rounds)
        if call is None:
            answer = "unknown"
        elif rounds == 0:
            answer = call()
            answer = answer.decode() if isinstance(answer, bytes) else answer
        else:
            start = time.perf_counter_ns()
            for _ in range(rounds):
                call()
            answer = f"{(time.perf_counter_ns() - start) / rounds:.1f}"
        print(answer.replace("\n", " "), flush=True)
