"""wxp beside what else its users would sign and verify with, on the same messages in one run.

Usage: compare.py; prints a table. What cannot be fetched is named and left out; where a peer does
not give the result of the workloads, that is said instead of a time.

Each peer is a warm process that times its own loops. In every round each operation of each peer
takes its turn, for about 4 ms, in a random order. A cell is the median of the rounds in
nanoseconds; how many times that of wxp it is, in the median of the rounds; and the distance
between the quartiles. All begin with what is usual in their language, and verify from the bytes
of a document. Not all do the same: most do not check what they send, or refuse a doubled field.
"""

import contextlib
import random
import shutil
import statistics
import subprocess
import sys
import time
from xml.etree import ElementTree

import fetch

WORKLOADS = fetch.ROOT / "core/tests/data/workloads"
ROUNDS, SAMPLE, WARM_UP = 40, 4e6, 0.4

OPERATIONS = {
    "sign-w1": "sign W1",
    "sign-w2": "sign W2",
    "hmac-w2": "sign W2, HMAC",
    "verify-w3": "verify W3",
    "verify-w4": "verify W4",
    "build-w1": "build W1",
}


class Peer:
    """A running peer."""

    def __init__(self, command, folder, words):
        command = [str(word) for word in [*command, folder, *words]]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)

    def ask(self, operation, rounds):
        try:
            self.process.stdin.write(f"{operation} {rounds}\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass
        return self.process.stdout.readline().strip()

    def end(self):
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()
        self.process.wait(timeout=10)


def note(line):
    print(line, file=sys.stderr, flush=True)


def start(name, prepare):
    """The running peer, its twin that is given forged messages, and what to say about it."""
    note(f"{name}: fetching")
    try:
        with contextlib.redirect_stdout(sys.stderr):
            command, words, about = prepare()
        peers = [Peer(command, folder, words) for folder in (WORKLOADS, forged())]
        if not all(peer.ask("sign-w1", 0) for peer in peers):
            raise OSError("it does not start")
        return *peers, about
    except (SystemExit, OSError) as why:
        first, *lines = str(why).splitlines()
        cause = [line for line in lines if "error" in line.lower()]
        print(f"left out: {name}: {first}", *cause[:1], sep="; ")
        return None


def forged():
    """The workloads with an amount changed in what is verified."""
    folder = fetch.OUT / "forged"
    shutil.copytree(WORKLOADS, folder, dirs_exist_ok=True)
    for name in ("W3.MD5.xml", "W4.MD5.xml"):
        document = (folder / name).read_text()
        changed = document.replace("<cash_fee><![CDATA[90]]>", "<cash_fee><![CDATA[91]]>")
        assert changed != document
        (folder / name).write_text(changed)
    return folder


def text(name):
    return (WORKLOADS / name).read_text()


def is_right(peer, twin, operation):
    """Whether a peer's result is the one of the workloads."""
    result = peer.ask(operation, 0)
    if operation.startswith("verify"):
        return result == "accepted" and twin.ask(operation, 0) == "refused"
    if operation.startswith("build"):
        try:
            root = ElementTree.fromstring(result)
        except ElementTree.ParseError:
            return False
        fields = dict(line.split("\t") for line in text("W1.fields.tsv").splitlines())
        built = {field.tag: field.text for field in root}
        return built == {**fields, "sign": text("W1.sign.MD5")} and len(root) == len(built)
    algorithm = "HMAC" if operation.startswith("hmac") else "MD5"
    return result == text(f"{operation[-2:].upper()}.sign.{algorithm}")


def warm(peer, operation):
    """Calls it until it is warm; the calls that make a sample."""
    rounds, end = 1, time.monotonic() + WARM_UP
    while time.monotonic() < end:
        rounds = max(1, round(SAMPLE / float(peer.ask(operation, rounds))))
    return rounds


def measure(peers):
    """Nanoseconds of every round, by peer and operation."""
    calls = {}
    for name, (peer, twin, _) in peers.items():
        for operation in OPERATIONS:
            if is_right(peer, twin, operation):
                calls[name, operation] = warm(peer, operation)
            else:
                note(f"{name}: {operation}: wrong result")
        twin.end()
    samples = {case: [] for case in calls}
    for number in range(ROUNDS):
        for name, operation in random.sample(list(calls), len(calls)):
            answer = peers[name][0].ask(operation, calls[name, operation])
            samples[name, operation].append(float(answer))
        if number % 10 == 9:
            note(f"round {number + 1} of {ROUNDS}")
    return samples


def cell(samples, base):
    if samples is None:
        return "wrong"
    low, median, high = statistics.quantiles(samples, n=4)
    ratio = statistics.median(mine / theirs for mine, theirs in zip(samples, base))
    return f"{median:,.0f} ({ratio:.3g}) ±{(high - low) / median:.0%}"


def main():
    fetch.OUT.mkdir(parents=True, exist_ok=True)
    peers = {name: start(name, prepare) for name, prepare in fetch.PEERS.items()}
    peers = {name: peer for name, peer in peers.items() if peer}
    if "wxp" not in peers:
        sys.exit("there is nothing to compare with")
    samples = measure(peers)
    if any(("wxp", operation) not in samples for operation in OPERATIONS):
        sys.exit("wxp is wrong")
    rows = [["ns (times wxp) ±IQR", *OPERATIONS.values()]]
    for name, (_, _, about) in peers.items():
        row = [cell(samples.get((name, o)), samples["wxp", o]) for o in OPERATIONS]
        rows.append([f"{name} {about}".strip(), *row])
    widths = [max(map(len, column)) for column in zip(*rows)]
    rows.insert(1, ["-" * width for width in widths])
    for row in rows:
        print("| " + " | ".join(text.ljust(width) for text, width in zip(row, widths)) + " |")
    for peer, _, _ in peers.values():
        peer.end()
    low, median, high = statistics.quantiles(samples["wxp", "sign-w1"], n=4)
    if high - low > 0.1 * median:
        print("the machine was busy: run it again")


if __name__ == "__main__":
    main()
