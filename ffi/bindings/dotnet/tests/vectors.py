"""Holds the .NET binding to the data files, to Python's own digests, and to the numbers of the library.

Usage: vectors.py ROOT LIBRARY RUNNER…, where RUNNER is the command of the runner.
"""

import base64
import ctypes
import hashlib
import hmac
import json
import pathlib
import subprocess
import sys
import urllib.parse

OK, NUL, PACKED_MAX = ["ok"], "\0", 512
ALGORITHMS = {"MD5": 1, "HMAC-SHA256": 2}

root, library = pathlib.Path(sys.argv[1]), ctypes.CDLL(sys.argv[2])
data = root / "core/tests/data"
runner = subprocess.Popen(sys.argv[3:], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
sys.path.insert(0, str(root / ".ci/harness"))

import checks  # noqa: E402


def ask(*parts):
    """The answer to a request, as text; what is no UTF-8 goes in as bytes."""
    line = "\t".join(urllib.parse.quote(part, safe="") for part in map(plain, parts))
    runner.stdin.write(line.encode() + b"\n")
    runner.stdin.flush()
    answer = runner.stdout.readline().decode().rstrip("\n")
    return [urllib.parse.unquote(part) for part in answer.split("\t")]


def plain(part):
    return part if isinstance(part, bytes) else str(part)


def check(name, test, *arguments):
    failure = None
    try:
        test(*arguments)
    except AssertionError as error:
        failure = error
    checks.done(name, failure, said=None)


def equal(found, expected):
    assert found == expected, f"{expected!r} was expected, not {found!r}"


def triples(pairs):
    return [part for name, value in pairs for part in (name, "s", value)]


def unpaired(parts):
    return list(zip(parts[::2], parts[1::2]))


def signing(vector):
    algorithm, secret = vector["sign_type"], vector["key"]
    pairs = [(name, value) for name, value in vector["fields"]]
    signed = sorted(pair for pair in pairs if pair[1] and pair[0] != "sign")
    string = "&".join(f"{name}={value}" for name, value in signed)
    text = f"{string}&key={secret}".encode()
    if algorithm == "MD5":
        signature = hashlib.md5(text).hexdigest().upper()
    else:
        signature = hmac.new(secret.encode(), text, hashlib.sha256).hexdigest().upper()
    equal(signature, vector["sign"])
    equal(ask("canonical", *triples(pairs)), ["ok", string])
    key = ALGORITHMS[algorithm], secret
    if len(secret.encode()) > 64:
        equal(ask("sign", *key, *triples(pairs))[:2], ["error", "10"])
        return
    equal(ask("sign", *key, *triples(pairs)), ["ok", signature])
    received = [pair for pair in pairs if pair[0] != "sign"] + [("sign", signature)]
    equal(ask("verify", *key, *triples(received)), OK)
    equal(ask("verify", *key, *triples([*received, ("forged", "1")]))[:2], ["error", "62"])
    document = ask("write", *key, *triples(pairs))
    if document[0] == "ok":
        read = ask("read", document[1])
        equal(unpaired(read[1:]), sorted([*signed, ("sign", signature)]))
    else:
        equal(document[:2], ["error", "23"])


def document(case):
    text = case["input"].encode() if "input" in case else base64.b64decode(case["input_b64"])
    answer = ask("read", text)
    assert answer[0] in ("ok", "error"), answer
    # The profile fixes the most fields, which the library leaves to its caller.
    fields = unpaired(answer[1:]) if answer[0] == "ok" else []
    accepted = answer[0] == "ok" and len(fields) <= 64
    equal(accepted, case["expect"] == "accept")
    if accepted and isinstance(case.get("value"), dict):
        equal(fields, sorted(case["value"].items()))
    if answer[0] == "error" and answer[1] != "22":
        assert 40 <= int(answer[1]) <= 59 or answer[1] == "68", answer
        assert 0 <= int(answer[3]) <= len(text), answer


def sample(entry):
    text = (data / "samples" / entry["file"]).read_bytes().replace(b"\xc2\xa0", b" ")
    answer = ask("read", text)
    if entry["file"] in ("rsp_gethbinfo_nested.xml", "rsp_gethbinfo_two_items.xml"):
        equal(answer[:2], ["error", "56"])
        nested = ask("nested", text)
        equal(nested[0], "ok")
        assert len(nested) > 2 + 2 * int(nested[1]), "records"
    else:
        # The opened part of a refund notice is no message.
        message = text.lstrip()[:1] == b"<" and not text.startswith(b"<root>")
        readable = entry["expect"] != "reject" and message
        equal(answer[0], "ok" if readable else "error")
    if entry["key"] and entry["expected_sign"]:
        pairs = unpaired(answer[1:])
        equal(ask("sign", 1, entry["key"], *triples(pairs)), ["ok", entry["expected_sign"]])


def judged():
    secret = (data / "workloads/key.txt").read_text().strip()
    for name, algorithm in (("MD5", 1), ("HMAC", 2)):
        for workload in ("W3", "W3s"):
            text = (data / f"workloads/{workload}.{name}.xml").read_bytes()
            answer = ask("judge", algorithm, secret, "payment", 0, text)
            equal(answer, ["ok", "1", "1", "0", "0", "0", "", "1", "", "", "payment", "1"])
            answer = ask("judge", algorithm, secret, "payment", 0, text.replace(b"100<", b"101<"))
            equal((answer[1], answer[4], answer[7]), ("0", "62", "0"))
            answer = ask("judge", 3 - algorithm, secret, "payment", 0, text)
            equal((answer[1], answer[4], answer[7]), ("0", "61", "0"))


def refused():
    key = 1, "k" * 32
    equal(ask("sign", *key, "a", "f", "1.5"), ["type"])
    equal(ask("sign", *key, "a", "b", "1"), ["type"])
    equal(ask("sign", *key, "a", "i", "-1", "b", "n", ""), ask("sign", *key, "a", "s", "-1"))
    name = ask("sign", *key, "a", "s", "1", "b c", "s", "2")
    equal(name[:4], ["error", "20", "b c", "1"])
    equal(ask("sign", *key, "a" + NUL, "s", "1")[:4], ["error", "20", "a" + NUL, "1"])
    equal(ask("sign", *key, "a", "s", "1" + NUL)[:4], ["error", "23", "a", "1"])
    equal(ask("sign", *key, "a", "s", b"1\xff")[:3], ["error", "41", "a"])
    equal(ask("canonical", *triples([("a", "1")] * 2))[:4], ["error", "21", "a", ""])
    many = [(f"f{i}", "1") for i in range(PACKED_MAX + 1)]
    equal(ask("canonical", *triples(many))[:4], ["error", "22", "", ""])
    equal(ask("canonical", *triples(many[1:]))[0], "ok")
    missing = ask("payload", *key, 1, "appid", "s", "wx1")
    equal(missing[:4], ["error", "26", "nonce_str", ""])


def quick_pay():
    equal(ask("quickpay", "0 0", ""), ["ok", "1", "0"])
    equal(ask("quickpay", "4 3", "", "5 5", ""), ["ok", "4", "5", "2", "0"])
    equal(ask("quickpay", "1 0", "")[:2], ["error", "1"])


class Text(ctypes.Structure):
    _fields_ = [("start", ctypes.c_void_p), ("len", ctypes.c_size_t)]

    def __str__(self):
        return ctypes.string_at(self.start, self.len).decode()


class Endpoint(ctypes.Structure):
    """wxp_endpoint"""

    _fields_ = [
        *((name, Text) for name in ("path", "host", "backup_host")),
        *((f"number{i}", ctypes.c_int32) for i in range(11)),
        # What bindings do not show.
        ("number", ctypes.c_int32),
        ("reserved", ctypes.c_int32 * 4),
    ]


def operations():
    """The catalogue is the file's, and every fact about an operation that of the library."""
    rows = [line.split("\t") for line in (data / "endpoints.tsv").read_text().splitlines()]
    paths = {row[rows[0].index("path")] for row in rows[1:]}
    library.wxp_endpoint_count.restype = ctypes.c_size_t
    library.wxp_endpoint_purpose.restype = ctypes.c_char_p
    equal(library.wxp_endpoint_count(), len(paths))
    for index in range(len(paths)):
        endpoint = Endpoint()
        equal(library.wxp_endpoint_at(ctypes.c_size_t(index), ctypes.byref(endpoint)), 0)
        facts = [str(getattr(endpoint, name)) for name, _ in Endpoint._fields_[:-2]]
        facts.insert(3, library.wxp_endpoint_purpose(endpoint.number, 0).decode())
        assert facts[0] in paths, facts[0]
        equal(ask("endpoint", facts[0])[1:], facts)
    equal(ask("endpoint", "/none"), OK)


def constants():
    """The enumerations have every number of the library, and no other."""
    enums = json.loads((root / "ffi/bindings/tests/numbers.json").read_bytes())
    members = ((f"{enum}.{name}", n) for enum, names in enums.items() for name, n in names.items())
    equal(dict(unpaired(ask("constants")[1:])), {name: str(number) for name, number in members})


for vector in json.loads((data / "vectors.json").read_bytes()):
    if vector["type"] == "sign":
        check(vector["id"], signing, vector)
for case in json.loads((data / "attacks.json").read_bytes())["cases"]:
    check(case["name"], document, case)
for entry in json.loads((data / "samples/index.json").read_bytes()):
    check(entry["file"], sample, entry)
for test in (judged, refused, quick_pay, operations, constants):
    check(test.__name__, test)
runner.stdin.close()
if status := runner.wait():
    checks.done("the runner's end", f"status {status}")
checks.finish()
