"""The time of signing and verifying with the module, divided by the time of Python alone."""

import hashlib
import hmac
import timeit
from xml.etree import ElementTree

import support
import wxp

ROUNDS, REPEATS = 5000, 9
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


def taken(call):
    """Seconds of the best of several rounds."""
    return min(timeit.repeat(call, number=ROUNDS, repeat=REPEATS)) / ROUNDS


def compare(name, ours, theirs):
    alone, through = taken(theirs), taken(ours)
    print(f"{name:30} {through * 1e6:6.2f} us  {alone * 1e6:6.2f} us  {through / alone:5.2f}")


if __name__ == "__main__":
    print(f"{'':30} {'wxp':>9}  {'Python':>9}  ratio")
    for algorithm in wxp.Algorithm:
        made, with_hmac = wxp.Key(algorithm, SECRET), algorithm == wxp.Algorithm.HMAC_SHA256
        short = "HMAC" if with_hmac else "MD5"
        for workload in ("W1", "W2"):
            table = fields(workload)
            assert made.sign(table) == sign(table, with_hmac)
            compare(
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
