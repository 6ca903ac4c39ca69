"""The time of signing and verifying with the module, divided by the time of Python alone.

speed.py [MOST]: with MOST, signing W1 with MD5 fails if it takes more than MOST times as long.
"""

import hashlib
import hmac
import sys
import timeit
from xml.etree import ElementTree

import support
import wxp

CALLS, TURNS = 100, 200
FOLDER = support.DATA / "workloads"
SECRET = (FOLDER / "key.txt").read_text()


def fields(name):
    return dict(
        line.split("\t") for line in (FOLDER / f"{name}.fields.tsv").read_text().splitlines()
    )


def sign(table, hmac_sha256=False):
    """What programs do by themselves."""
    signed = sorted((name, value) for name, value in table.items() if value and name != "sign")
    text = ("&".join([f"{name}={value}" for name, value in signed]) + f"&key={SECRET}").encode()
    if hmac_sha256:
        return hmac.new(SECRET.encode(), text, hashlib.sha256).hexdigest().upper()
    return hashlib.md5(text).hexdigest().upper()


def verify(document, hmac_sha256=False):
    table = {child.tag: child.text or "" for child in ElementTree.fromstring(document)}
    return hmac.compare_digest(sign(table, hmac_sha256), table["sign"])


def judge(key, document):
    return wxp.Reply.read(document).judge(key, "payment").fields()


def compare(name, ours, theirs):
    """Shows the shortest of many short turns of each, which are least disturbed; their ratio."""
    best = {ours: float("inf"), theirs: float("inf")}
    for _ in range(TURNS):
        for call in best:
            best[call] = min(best[call], timeit.timeit(call, number=CALLS) / CALLS)
    through, alone = best.values()
    print(f"{name:30} {through * 1e6:6.2f} us  {alone * 1e6:6.2f} us  {through / alone:5.2f}")
    return through / alone


if __name__ == "__main__":
    ratios = {}
    print(f"{'':30} {'wxp':>9}  {'Python':>9}  ratio")
    for algorithm in wxp.Algorithm:
        made, with_hmac = wxp.Key(algorithm, SECRET), algorithm == wxp.Algorithm.HMAC_SHA256
        short = "HMAC" if with_hmac else "MD5"
        for workload in ("W1", "W2"):
            table = fields(workload)
            assert made.sign(table) == sign(table, with_hmac)
            ratios[workload, short] = compare(
                f"sign {workload}, {short}",
                lambda: made.sign(table),
                lambda: sign(table, with_hmac),
            )
        document = (FOLDER / f"W3.{short}.xml").read_bytes()
        assert verify(document, with_hmac) and judge(made, document)
        compare(
            f"read and verify W3, {short}",
            lambda: judge(made, document),
            lambda: verify(document, with_hmac),
        )
    if sys.argv[1:] and ratios["W1", "MD5"] > float(sys.argv[1]):
        sys.exit(f"signing W1 with MD5 takes more than {sys.argv[1]} of the time of Python alone")
