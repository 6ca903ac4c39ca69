"""What a case of the cross test is."""

import json
from pathlib import Path
from typing import List, NamedTuple, Optional, Tuple
from urllib.parse import quote_from_bytes

import oracle

ROOT = Path(__file__).parents[3]
DATA = ROOT / "core/tests/data"

# The API key of the published example.
SECRET = b"192006250b4c09247ec02edce69f6a2d"
ALGORITHMS = {oracle.MD5: "MD5", oracle.HMAC_SHA256: "HMAC-SHA256"}

# Answers begin with one of these; what follows may be anything that all bindings agree about.
OK, ERROR, TYPE = b"ok", b"error", b"type"

# (name, type, value), as in a request.
Field = Tuple[bytes, str, bytes]


class Case(NamedTuple):
    title: str
    request: List[bytes]
    # What the answer begins with, where ... is any part; whole if it begins with OK.
    expected: Optional[List] = None
    # Whether texts are asked for in Chinese.
    chinese: bool = False

    def line(self):
        return "\t".join(quote_from_bytes(part, safe="") for part in self.request)


def data(name):
    return json.loads((DATA / name).read_bytes())


def parts(fields):
    return [part for name, kind, value in fields for part in (name, kind.encode(), value)]


def number(value):
    return str(value).encode()


def error(status, field=b"", offset=b""):
    return [ERROR, number(status), field, offset if isinstance(offset, bytes) else number(offset)]


def texts(**fields):
    return [(name.encode(), "s", value.encode()) for name, value in fields.items()]


def flat(pairs):
    return [part for pair in pairs for part in pair]
