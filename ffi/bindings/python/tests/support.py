"""What the tests share: the module, the data files, and the naive way to sign."""

import hashlib
import hmac
import json
import os
import sys
from pathlib import Path

# The package beside the tests, unless the installed one is to be tested.
if os.environ.get("WXP_PACKAGE") != "installed":
    sys.path.insert(0, str(Path(__file__).parents[1]))

ROOT = Path(__file__).parents[4]
DATA = ROOT / "core/tests/data"

# The API key of the published example.
SECRET = "192006250b4c09247ec02edce69f6a2d"


def data(name):
    return json.loads((DATA / name).read_bytes())


def signature(algorithm, secret, fields):
    signed = sorted((name, value) for name, value in fields.items() if value and name != "sign")
    string = "&".join(f"{name}={value}" for name, value in signed) + f"&key={secret}"
    if algorithm == 1:
        return hashlib.md5(string.encode()).hexdigest().upper()
    return hmac.new(secret.encode(), string.encode(), hashlib.sha256).hexdigest().upper()
