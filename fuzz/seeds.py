"""Seeds for the fuzz targets, from the data of the core's tests: a folder for each target, and the
dictionary for all of them."""

import base64
import hashlib
import json
import random
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "core/tests/data"

# Markup, and what has a meaning to the protocol; names are taken from the documents.
WORDS = """<xml> </xml> <root> </root> <a> </a> <a/> <![CDATA[ ]]> ]] &amp; &lt; &gt; &apos; &quot;
&#65; &#x41; &#13; &#x0; &#xD800; <!-- --> <? ?> <?xml version="1.0" encoding="UTF-8"
standalone="yes" ?> <!DOCTYPE <!ENTITY </ /> SUCCESS FAIL USERPAYING SYSTEMERROR ORDERPAID NOTPAY
REFUND CLOSED REVOKED PAYERROR PROCESSING CHANGE MD5 HMAC-SHA256 ADD DELETE Y N ,` &key= http://
https:// CNY JPY /pay/micropay /pay/orderquery /secapi/pay/reverse payment refund
native-scan""".split()


def documents():
    """All documents there are: samples, judged attacks and workloads."""
    for entry in json.loads((DATA / "samples/index.json").read_text()):
        yield (DATA / "samples" / entry["file"]).read_bytes()
    for case in json.loads((DATA / "attacks.json").read_text())["cases"]:
        text = case.get("input")
        yield text.encode() if text is not None else base64.b64decode(case["input_b64"])
    for path in sorted((DATA / "workloads").glob("*.xml")):
        yield path.read_bytes()


def sealed():
    """The sealed parts of refund notices."""
    for vector in json.loads((DATA / "vectors.json").read_text()):
        if vector["type"] == "req_info":
            yield vector["ciphertext_base64"].encode()


def tables():
    """Fields as the targets build them from bytes would be hard to spell: their texts alone."""
    for vector in json.loads((DATA / "vectors.json").read_text()):
        if vector["type"] == "sign":
            yield "".join(name + value for name, value in vector["fields"]).encode()


# What the second signatures are made of; no fuzzer has come by all of one kind's fields by itself.
PAYLOADS = """appid mch_id nonce_str prepay_id product_id timestamp package err_code_des act_name
mch_billno re_openid total_amount wxappid amount desc openid partner_trade_no ww_msg_type plan_id
contract_code request_serial contract_display_account version""".split()


def payloads():
    """Documents of all of these fields: with short values, with such as are escaped, and long."""
    for value in ("1", "a&amp;b%", "\u4e2d" * 20):
        fields = {name: value for name in PAYLOADS}
        fields |= {"timestamp": "1414488825", "notify_url": "https://shop.example/paid"}
        yield ("<xml>" + "".join(f"<{n}>{v}</{n}>" for n, v in fields.items()) + "</xml>").encode()


def seeds():
    """Pairs of a target and an input."""
    # The same in every run.
    chance = random.Random(1)
    for document in documents():
        # What is even is a document as it stands, what is odd builds one.
        for target in ("body", "read", "differential", "nested"):
            yield target, b"\0" + document
        # Every operation and notice, both algorithms; not signed anew.
        yield "judge", bytes([chance.randrange(145), chance.randrange(2), 0, 0]) + document
        yield "refund", b"\3\xff\xff\0\0\0" + document
        yield "abi", bytes([chance.randrange(256) for _ in range(4)]) + document
    for text in sealed():
        yield "refund", b"\0\xff\xff\0\0" + text
        yield "abi", bytes([chance.randrange(256) for _ in range(4)]) + text
    for text in tables():
        for target in ("sign", "write", "explain", "check", "md5"):
            yield target, bytes(chance.randrange(256) for _ in range(8)) + text
    bill = (DATA / "samples/bill_all.csv").read_bytes()
    for text in (bill, bill.replace(b"\r\n", b"\n"), b"a,b\n`1,`2\nc\n`1\n", b"a\nb\n`1"):
        yield "bill", text
        yield "body", text
        yield "abi", b"\0\0\0\0" + text
    for case in sorted((DATA / "field_cases").iterdir()):
        yield "body", case.read_bytes()
    # The calls come from the first 64 bytes.
    for document in payloads():
        for _ in range(40):
            yield "abi", chance.randbytes(64) + b"\0" + document
    # What has no document in it, and builds everything by itself.
    for target in ("abi", "body", "check", "differential", "explain", "judge", "md5", "nested", "quickpay",
                   "read", "sign", "write"):
        for size in (16, 64, 256, 1024):
            for first in (0, 1):
                yield target, bytes([first]) + chance.randbytes(size)


def write(folder):
    """Writes all of it."""
    for target, seed in seeds():
        place = folder / target
        place.mkdir(parents=True, exist_ok=True)
        (place / hashlib.sha1(seed).hexdigest()).write_bytes(seed)
    rows = [row for path in (DATA / "workloads").glob("*.tsv")
            for row in path.read_text().splitlines()]
    words = WORDS + sorted({row.split("\t")[0] for row in rows} - {""})
    lines = ['"' + "".join(f"\\x{byte:02x}" for byte in word.encode()) + '"' for word in words]
    (folder / "dictionary").write_text("\n".join(lines) + "\n")
