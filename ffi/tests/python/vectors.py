"""Compares libwxp, through ctypes, with the data files and with Python's own digests.

Usage: vectors.py LIBRARY DATA
"""

import base64
import ctypes
import hashlib
import hmac
import json
import pathlib
import sys
from ctypes import POINTER, byref, c_char_p, c_int32, c_size_t, c_uint32

OK, SECRET_LENGTH, TOO_MANY_FIELDS, SPACE, NESTED = 0, 10, 22, 30, 56
PACKED_MAX = 512
ALGORITHMS = {"MD5": 1, "HMAC-SHA256": 2}


class Field(ctypes.Structure):
    _fields_ = [
        ("name", c_char_p),
        ("name_len", c_size_t),
        ("value", c_char_p),
        ("value_len", c_size_t),
    ]


class Slot(ctypes.Structure):
    """A field that was read: no text of it ends with NUL."""

    _fields_ = [
        ("name", ctypes.c_void_p),
        ("name_len", c_size_t),
        ("value", ctypes.c_void_p),
        ("value_len", c_size_t),
    ]

    def pair(self):
        return ctypes.string_at(self.name, self.name_len), ctypes.string_at(self.value, self.value_len)


KEY = ctypes.c_uint64 * 32
wxp = ctypes.CDLL(sys.argv[1])
data = pathlib.Path(sys.argv[2])

TABLE = [POINTER(Field), c_size_t]
TEXT = [c_char_p, c_size_t]
OUT = [c_char_p, c_size_t, POINTER(c_size_t)]
READ = [*TEXT, POINTER(Slot), c_size_t, POINTER(c_size_t), c_char_p, c_size_t, POINTER(c_size_t)]
for name, arguments in {
    "wxp_key_init_nonstandard": [POINTER(KEY), c_uint32, *TEXT],
    "wxp_sign": [POINTER(KEY), *TABLE, *OUT],
    "wxp_sign_packed": [POINTER(KEY), *TEXT, *OUT],
    "wxp_canonical": [*TABLE, *OUT],
    "wxp_canonical_packed": [*TEXT, *OUT],
    "wxp_verify": [POINTER(KEY), *TABLE],
    "wxp_verify_packed": [POINTER(KEY), *TEXT],
    "wxp_xml_write": [POINTER(KEY), *TABLE, *OUT],
    "wxp_xml_write_packed": [POINTER(KEY), *TEXT, *OUT],
    "wxp_xml_read": READ,
    "wxp_xml_read_packed": [*TEXT, *OUT, POINTER(c_size_t)],
    "wxp_refund_read": READ,
    "wxp_refund_read_packed": [*TEXT, *OUT, POINTER(c_size_t)],
}.items():
    function = getattr(wxp, name)
    function.argtypes, function.restype = arguments, c_int32
wxp.wxp_abi_version.restype = c_uint32
assert wxp.wxp_abi_version() == 1


def table(pairs):
    return (Field * len(pairs))(*(Field(n, len(n), v, len(v)) for n, v in pairs)), len(pairs)


def pack(pairs):
    packed = b"".join(name + b"\0" + value + b"\0" for name, value in pairs)
    return packed, len(packed)


def unpack(packed):
    texts = packed.split(b"\0")
    assert texts.pop() == b""
    return list(zip(texts[::2], texts[1::2]))


def written(function, *arguments):
    """What a function writes, asked for its length first."""
    length = c_size_t()
    status = function(*arguments, None, 0, byref(length))
    if status != SPACE:
        return status, b""
    out = ctypes.create_string_buffer(length.value)
    status = function(*arguments, out, length, byref(length))
    assert length.value == len(out)
    return status, out.raw


def digest(algorithm, secret, text):
    if algorithm == "MD5":
        return hashlib.md5(text).hexdigest().upper().encode()
    return hmac.new(secret, text, hashlib.sha256).hexdigest().upper().encode()


def canonical(pairs):
    """The naive way."""
    signed = sorted((name, value) for name, value in pairs if value and name != b"sign")
    return b"&".join(name + b"=" + value for name, value in signed)


def make_key(algorithm, secret):
    key = KEY()
    status = wxp.wxp_key_init_nonstandard(byref(key), ALGORITHMS[algorithm], secret, len(secret))
    return status, key


def check_signing(vector):
    algorithm, secret = vector["sign_type"], vector["key"].encode()
    pairs = [(name.encode(), value.encode()) for name, value in vector["fields"]]
    string = canonical(pairs)
    assert string + b"&key=" + secret == vector["canonical_string"].encode()
    signature = digest(algorithm, secret, string + b"&key=" + secret)
    assert signature == vector["sign"].encode()

    status, key = make_key(algorithm, secret)
    assert status == (SECRET_LENGTH if len(secret) > 64 else OK)
    for form, functions in (
        (table, (wxp.wxp_canonical, wxp.wxp_sign, wxp.wxp_verify, wxp.wxp_xml_write)),
        (pack, (wxp.wxp_canonical_packed, wxp.wxp_sign_packed, wxp.wxp_verify_packed, wxp.wxp_xml_write_packed)),
    ):
        write, sign, verify, document = functions
        assert written(write, *form(pairs)) == (OK, string)
        if status:
            continue
        assert written(sign, byref(key), *form(pairs)) == (OK, signature)
        received = [pair for pair in pairs if pair[0] != b"sign"] + [(b"sign", signature)]
        assert verify(byref(key), *form(received)) == OK
        forged = received + [(b"forged", b"1")]
        assert verify(byref(key), *form(forged)) != OK
        written_status, text = written(document, byref(key), *form(pairs))
        if written_status == OK:
            sent = sorted(pair for pair in received if pair[1] and pair[0] != b"sign")
            read = read_structs(text)[1]
            assert read == sorted(sent + [(b"sign", signature)])


def read_structs(document, read=wxp.wxp_xml_read):
    count, fault = c_size_t(), c_size_t()
    status = read(document, len(document), None, 0, byref(count), None, 0, byref(fault))
    if status not in (OK, SPACE):
        return status, []
    slots, scratch = (Slot * count.value)(), ctypes.create_string_buffer(fault.value)
    status = read(
        document, len(document), slots, count, byref(count), scratch, fault, byref(fault)
    )
    return status, [slot.pair() for slot in slots] if status == OK else []


def read_packed(document, read=wxp.wxp_xml_read_packed):
    length, fault = c_size_t(), c_size_t()
    out = ctypes.create_string_buffer(len(document))
    status = read(document, len(document), out, len(out), byref(length), byref(fault))
    return status, unpack(out.raw[: length.value]) if status == OK else []


def check_document(case):
    document = case["input"].encode() if "input" in case else base64.b64decode(case["input_b64"])
    status, pairs = read_structs(document)
    crowded = len(pairs) > PACKED_MAX
    assert read_packed(document) == ((TOO_MANY_FIELDS, []) if crowded else (status, pairs))
    # The profile fixes the most fields, which the library leaves to its caller.
    accepted = status == OK and len(pairs) <= 64
    assert accepted == (case["expect"] == "accept")
    if accepted and isinstance(case.get("value"), dict):
        assert dict(pairs) == {n.encode(): v.encode() for n, v in case["value"].items()}


def check_sample(entry):
    document = (data / "samples" / entry["file"]).read_bytes().replace(b"\xc2\xa0", b" ")
    # The opened part of a refund notice is a document of its own.
    opened = document.startswith(b"<root>")
    read, packed = (wxp.wxp_refund_read, wxp.wxp_refund_read_packed) if opened else (
        wxp.wxp_xml_read, wxp.wxp_xml_read_packed
    )
    status, pairs = read_structs(document, read)
    assert read_packed(document, packed) == (status, pairs)
    if entry["file"] in ("rsp_gethbinfo_nested.xml", "rsp_gethbinfo_two_items.xml"):
        assert status == NESTED
    else:
        assert (status == OK) == (entry["expect"] != "reject" and document.lstrip()[:1] == b"<")
    if entry["key"] and entry["expected_sign"]:
        key = make_key("MD5", entry["key"].encode())[1]
        assert written(wxp.wxp_sign, byref(key), *table(pairs)) == (OK, entry["expected_sign"].encode())


def check(test, cases, title):
    for case in cases:
        try:
            test(case)
        except AssertionError as error:
            raise AssertionError(case[title]) from error
    return len(cases)


vectors = [v for v in json.loads((data / "vectors.json").read_bytes()) if v["type"] == "sign"]
attacks = json.loads((data / "attacks.json").read_bytes())["cases"]
samples = json.loads((data / "samples" / "index.json").read_bytes())
signed = check(check_signing, vectors, "id")
read = check(check_document, attacks, "name")
print(f"{signed} signed, {read} read, {check(check_sample, samples, 'file')} samples")
