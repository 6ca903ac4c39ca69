"""The cases of the cross test: the same ones every time."""

import base64
import json
import random
from pathlib import Path
from typing import List, NamedTuple, Optional, Tuple
from urllib.parse import quote_from_bytes

import oracle

ROOT = Path(__file__).parents[3]
DATA = ROOT / "core/tests/data"

# The API key of the published example, and that of the payments of the quickpay cases.
SECRET, QUICKPAY_SECRET = b"192006250b4c09247ec02edce69f6a2d", b"k" * 32
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


def keys():
    for secret, status in (
        (SECRET, 0), (b"", 10), (SECRET[1:], 10), (SECRET + b"a", 10), (b"x" * 65, 10),
        (SECRET[1:] + b"-", 11), (SECRET[1:] + b"\0", 11), (SECRET[2:] + "é".encode(), 11),
        (b" " + SECRET[1:], 11),
    ):  # fmt: skip
        for algorithm in ALGORITHMS:
            expected = error(status) if status else [OK]
            yield Case(f"key of {secret!r}", [b"key", number(algorithm), secret], expected)


# Values by what is special about them.
VALUES = {
    "ASCII": b"tea", "Chinese": "深圳市南山区腾讯大厦".encode(), "blanks": b"  tea  ",
    "JSON": '{"goods_detail":[{"goods_name":"苹果 16G","price":528800,"quantity":1}]}'.encode(),
    "markup": b"<a href=\"x\">&amp;</a> ]]> 'q'", "line ends": b"a\r\nb\nc\rd\t", "CR": b"\r",
    "another field": b"1&body=2", "percent": b"%E8%8C%B6+%20", "equals": b"a=b=", "long": b"x" * 9000,
    "quotes": b"\"'`\\", "BOM": "\ufeffx".encode(), "DEL": b"\x7f", "C1": "\x85\x9f".encode(),
    "line separator": "a\u2028b".encode(), "combining": "e\u0301".encode(), "zeros": b"007",
    "last of three bytes": "\ufffd".encode(), "right to left": "\u202eabc".encode(),
}  # fmt: skip
INTEGERS = (0, 1, -1, 100, 2**31 - 1, 2**31, -(2**31), 2**53, 2**53 + 1, 2**63 - 1, -(2**63))
UNSENDABLE = {
    "tea": "a\U0001f375".encode(), "control": b"a\x01", "escape": b"\x1b[0m", "unit": b"ab\x1f",
    "U+FFFE": "茶\ufffe".encode(), "U+FFFF": "\uffff".encode(), "last": "\U0010ffff".encode(),
    "form feed": b"\f", "tab of lines": b"x\v",
}  # fmt: skip
NO_UTF8 = {
    "FF": b"\xff", "cut short": "a茶".encode()[:-1], "overlong": b"\xc0\xaf", "surrogate": b"\xed\xa0\x80",
    "GBK": "茶".encode("gbk"), "continuation": b"a\x80", "beyond Unicode": b"\xf4\x90\x80\x80",
}  # fmt: skip
NAMES = {
    "empty": b"", "digit first": b"1fee", "number": b"5", "negative number": b"-7", "blank": b"a b",
    "colon": b"a:b", "65 bytes": b"n" * 65, "NUL": b"fee\0x", "Chinese": "茶".encode(), "slash": b"a/b",
    "dot first": b".a", "hyphen first": b"-a", "brackets": b"fee[0]", "CR": b"a\r", "markup": b"<a>",
    "equals": b"a=b", "zero": b"0",
}  # fmt: skip
RIGHT_NAMES = (b"_", b"a", b"Z9", b"a.b-c_d", b"n" * 64, b"_0", b"xml", b"SIGN", b"key")


def tables():
    """Tables by what is special about them."""
    around = [(b"appid", "s", b"wxd930ea5d5a258f4f"), (b"zone", "s", b"last")]

    def amid(*fields):
        return [around[0], *fields, around[1]]

    yield "no field", []
    for title, value in {**VALUES, **UNSENDABLE, **NO_UTF8}.items():
        yield f"value: {title}", amid((b"body", "s", value))
    for title, value in (("alone", b"\0"), ("last", b"tea\0"), ("amid", "茶\0b".encode())):
        yield f"value: NUL {title}", amid((b"body", "s", value))
    for value in INTEGERS:
        yield f"integer: {value}", amid((b"total_fee", "i", number(value)))
    yield "null", amid((b"detail", "n", b""))
    yield "nothing but null", [(b"detail", "n", b"")]
    yield "empty", amid((b"detail", "s", b""))
    yield "nothing but empty", [(b"detail", "s", b""), (b"attach", "s", b"")]
    for value in (b"1.0", b"0.5", b"-1e3", b"1e300"):
        yield f"float: {value.decode()}", amid((b"total_fee", "f", value))
    for value in (b"0", b"1"):
        yield f"bool: {value.decode()}", amid((b"total_fee", "b", value))
    for title, name in NAMES.items():
        yield f"name: {title}", amid((name, "s", b"1"))
        yield f"name of an empty value: {title}", amid((name, "n", b""))
    for name in RIGHT_NAMES:
        yield f"name: {name.decode()}", amid((name, "s", b"1"))
    yield "names by bytes", [(name, "s", b"1") for name in (b"b", b"B", b"a_", b"a.", b"a", b"a0", b"A")]
    yield "prefixes", [(b"a" * n, "s", b"1") for n in (3, 1, 4, 2)]
    for count in (254, 255, 256, 257, 511, 512, 513, 600):
        many = [(b"f%d" % (n * 7919 % 1009), "s", b"%d" % n) for n in range(count)]
        yield f"{count} fields", many
        if count <= oracle.FIELDS_MAX:
            yield f"{count} fields, sorted", sorted(many)
            yield f"{count} fields, one not UTF-8", [*many[1:], (b"z", "s", b"\xff")]
            yield f"{count} fields, one with a bad name", [*many[1:], (b"z z", "s", b"1")]
            yield f"{count} fields, one with NUL", [*many[1:], (b"z", "s", b"z\0")]
    chance = random.Random("wxp")
    names = [b"appid", b"mch_id", b"body", b"attach", b"Detail", b"total_fee", b"a", b"a_0"]
    for n in range(60):
        chosen = chance.sample(names, chance.randint(1, len(names)))
        fields = []
        for name in chosen:
            kind = chance.choice("sssin")
            value = {"s": b"".join(chance.choices(list(VALUES.values())[:9], k=2)), "n": b""}
            fields.append((name, kind, value.get(kind, number(chance.choice(INTEGERS)))))
        yield f"drawn {n}", fields


def signing():
    """What becomes of each table in every call that takes one."""
    for title, fields in tables():
        pairs = [(name, value) for name, _, value in fields]
        wrong = any(kind in "fb" for _, kind, _ in fields)

        def expected(sent, answer):
            # Types go before everything, but for the number of fields.
            fault = oracle.fault(pairs, sent)
            if wrong:
                return [TYPE]
            return error(*fault) if fault else [OK, *answer()]

        yield Case(f"canonical: {title}", [b"canonical", *parts(fields)],
                   expected(False, lambda: [oracle.canonical(pairs)]))  # fmt: skip
        yield Case(f"check: {title}", [b"check", *parts(fields)], expected(True, lambda: []))
        for algorithm, name in ALGORITHMS.items():
            key = [number(algorithm), SECRET]
            signed = expected(False, lambda: [oracle.sign(algorithm, SECRET, pairs)])
            yield Case(f"sign, {name}: {title}", [b"sign", *key, *parts(fields)], signed)
            yield Case(f"write, {name}: {title}", [b"write", *key, *parts(fields)],
                       expected(True, lambda: [oracle.write(algorithm, SECRET, pairs)]))  # fmt: skip
            yield Case(f"explain, {name}: {title}", [b"explain", *key, b"", *parts(fields)],
                       signed if signed[0] != OK else [OK, b"10", b"", ...])  # fmt: skip


def verifying():
    fields = [(b"attach", "s", "茶🍵".encode()), (b"mch_id", "i", b"10000100"), (b"empty", "n", b"")]
    pairs = [(name, value) for name, _, value in fields]
    md5, sha256 = (oracle.sign(algorithm, SECRET, pairs) for algorithm in ALGORITHMS)
    named = [(b"sign_type", "s", b"HMAC-SHA256")]
    with_name = oracle.sign(oracle.MD5, SECRET, [*pairs, (b"sign_type", b"HMAC-SHA256")])
    for title, algorithm, more, signature, status in (
        ("right", 1, [], md5, 0),
        ("right, HMAC", 2, [], sha256, 0),
        ("in lower case", 1, [], md5.lower(), 0),
        ("missing", 1, [], None, oracle.UNSIGNED),
        ("empty", 2, [], b"", oracle.UNSIGNED),
        ("of the other algorithm", 1, [], sha256, oracle.ALGORITHM_MISMATCH),
        ("of the weaker algorithm", 2, [], md5, oracle.ALGORITHM_MISMATCH),
        ("wrong in one digit", 1, [], md5[:-1] + b"%X" % (int(md5[-1:], 16) ^ 1), 62),
        ("cut short", 1, [], md5[:-1], oracle.SIGNATURE_MISMATCH),
        ("of no digits", 1, [], b"x" * 32, oracle.SIGNATURE_MISMATCH),
        ("with a field more", 1, [(b"more", "s", b"1")], md5, oracle.SIGNATURE_MISMATCH),
        ("contradicted by sign_type", 1, named, with_name, oracle.ALGORITHM_MISMATCH),
    ):
        received = [*fields, *more] + ([] if signature is None else [(b"sign", "s", signature)])
        request = [b"verify", number(algorithm), SECRET, *parts(received)]
        yield Case(f"verify: {title}", request, error(status) if status else [OK])
    for title, fields in tables():
        pairs = [(name, value) for name, _, value in fields]
        if any(kind in "fb" for _, kind, _ in fields):
            continue
        received = [*fields, (b"sign", "s", oracle.sign(2, SECRET, pairs))]
        fault = oracle.fault([*pairs, (b"sign", b"")], False)
        request = [b"verify", b"2", SECRET, *parts(received)]
        yield Case(f"verify: {title}", request, error(*fault) if fault else [OK])


def secrets():
    fields = [(b"a", "s", b"1")]
    for secret in (b"x", b"simulator 1", "茶".encode(), b"x" * 64, b"&key=", b"%00"):
        for algorithm in ALGORITHMS:
            request = [b"sign", number(algorithm), secret, *parts(fields)]
            answer = [OK, oracle.sign(algorithm, secret, [(b"a", b"1")])]
            yield Case(f"sign with {secret!r}", request, answer)
    for secret in (b"", b"x" * 65):
        yield Case(f"sign with {secret!r}", [b"sign", b"1", secret, *parts(fields)], error(10))


def vectors():
    for vector in data("vectors.json"):
        if vector["type"] == "sign" and len(vector["key"].encode()) <= 64:
            algorithm = oracle.MD5 if vector["sign_type"] == "MD5" else oracle.HMAC_SHA256
            fields = [(name.encode(), "s", value.encode()) for name, value in vector["fields"]]
            request = [b"sign", number(algorithm), vector["key"].encode(), *parts(fields)]
            yield Case(f"vector {vector['id']}", request, [OK, vector["sign"].encode()])
        elif vector["type"] == "req_info":
            plain = vector.get("plaintext", "")
            opened = plain.startswith("<root>")
            answer = [OK, *flat(oracle.read(plain))] if opened else error(64)
            sealed = vector["ciphertext_base64"].encode()
            yield Case(f"refund {vector['id']}", [b"refund", vector["api_key"].encode(), sealed], answer)
    yield Case("refund of no text", [b"refund", SECRET, b"\xff"])


def flat(pairs):
    return [part for pair in pairs for part in pair]


def reading():
    for case in data("attacks.json")["cases"]:
        document = case["input"].encode() if "input" in case else base64.b64decode(case["input_b64"])
        expected = None
        if case["expect"] == "accept":
            expected = [OK, *flat(oracle.read(document))]
            if isinstance(case.get("value"), dict):
                value = sorted(case["value"].items())
                assert expected[1:] == [part.encode() for part in flat(value)], case["name"]
        yield Case(f"read: {case['name']}", [b"read", document], expected)
        yield Case(f"nested: {case['name']}", [b"nested", document])
    for file in sorted((DATA / "samples").glob("*.*")):
        if file.suffix != ".json":
            yield Case(f"read: {file.name}", [b"read", file.read_bytes()])
            yield Case(f"nested: {file.name}", [b"nested", file.read_bytes()])
    for name in ("W3.MD5", "W3s.MD5", "W4.HMAC", "W4s.HMAC"):
        document = (DATA / f"workloads/{name}.xml").read_bytes()
        yield Case(f"read: {name}", [b"read", document], [OK, *flat(oracle.read(document))])
    for count in (0, 1, 128, 129, 511, 512, 513):
        pairs = [(b"f%03d" % n, b"%d" % n) for n in range(count)]
        inside = b"".join(b"<%b>%b</%b>" % (name, value, name) for name, value in pairs)
        answer = [OK, *flat(pairs)] if count <= 512 else error(22)
        yield Case(f"read: {count} fields", [b"read", b"<xml>%b</xml>" % inside], answer)
        yield Case(f"nested: {count} fields", [b"nested", b"<xml>%b</xml>" % inside],
                   [OK, number(count), *flat(pairs)] if count <= 128 else error(22))  # fmt: skip
        grouped = b"<xml><a>1</a><g>%b</g></xml>" % inside
        if count:
            yield Case(f"nested: {count} fields in a group", [b"nested", grouped],
                       [OK, b"1", b"a", b"1", b"g", number(count), *flat(pairs)]
                       if count <= 128 else error(22))  # fmt: skip
    groups = b"<xml><b>2</b><g><c>3</c></g><a>&#x8336;</a><g><d>4</d><c/></g></xml>"
    yield Case("nested: groups", [b"nested", groups],
               [OK, *b"2 a \xe8\x8c\xb6 b 2 g 1 c 3 g 2".split(), b"c", b"", b"d", b"4"])  # fmt: skip
    for title, document in (
        ("nothing", b""), ("blanks", b" \n"), ("a mark", b"\xef\xbb\xbf"), ("NUL", b"\0"),
        ("NUL in a value", b"<xml><a>\0</a></xml>"), ("not UTF-8", b"<xml><a>\xff</a></xml>"),
        ("a mark before it", b"\xef\xbb\xbf<xml><a>1</a></xml>"), ("UTF-16", "<xml/>".encode("utf-16")),
    ):  # fmt: skip
        yield Case(f"read: {title}", [b"read", document])


ENDPOINTS = {
    "payment notify": "payment", "refund notify": "refund", "vehicle state notify": "vehicle",
    "native mode 1 callback": "native-scan", "any": "/pay/unifiedorder",
}  # fmt: skip
NESTED = ("gethbinfo", "settlementquery", "submchmanage")


def judging():
    def case(title, endpoint, document, expected=None, algorithm=1):
        nests = number(int(endpoint.rsplit("/", 1)[-1] in NESTED))
        key = [number(algorithm), SECRET]
        return Case(f"judge: {title}", [b"judge", *key, endpoint.encode(), nests, document], expected)

    for entry in data("samples/index.json"):
        if entry["direction"] not in ("response", "notification"):
            continue
        # Some were copied from web pages that indent with blanks which are none to XML.
        document = (DATA / "samples" / entry["file"]).read_bytes().replace(b"\xc2\xa0", b" ")
        rental = entry["endpoint"].startswith("wxv ")
        endpoint = "rental" if rental else ENDPOINTS.get(entry["endpoint"], entry["endpoint"])
        yield case(entry["file"], endpoint, document)
        try:
            pairs = oracle.read(document)
        except Exception:
            continue  # nested, or no document
        for algorithm in ALGORITHMS:
            signed = oracle.write(algorithm, SECRET, pairs)
            yield case(f"{entry['file']}, signed", endpoint, signed, None, algorithm)
            changed = signed.replace(b"</sign>", b"0</sign>")
            yield case(f"{entry['file']}, changed", endpoint, changed, None, algorithm)

    def signed(algorithm=1, **fields):
        pairs = [(name.encode(), value.encode()) for name, value in fields.items()]
        return oracle.write(algorithm, SECRET, pairs)

    def verdict(verdict, outcome, action, fault, ambiguous, readable):
        numbers = [number(one) for one in (verdict, outcome, action, fault, ambiguous)]
        return [OK, *numbers, ..., number(readable)]

    paid = dict(return_code="SUCCESS", result_code="SUCCESS", total_fee="1")
    for algorithm in ALGORITHMS:
        right = signed(algorithm, **paid)
        for endpoint in ("payment", "/pay/micropay", "https://api.mch.weixin.qq.com/pay/micropay?a=b"):
            yield case(f"paid, {endpoint}", endpoint, right, verdict(1, 1, 0, 0, 0, 1), algorithm)
        untrusted = verdict(0, 0, 1, oracle.SIGNATURE_MISMATCH, 0, 0)
        changed = right.replace(b"<total_fee>1<", b"<total_fee>2<")
        yield case("changed", "payment", changed, untrusted, algorithm)
        more = right.replace(b"</xml>", b"<more>1</more></xml>")
        yield case("with a field more", "payment", more, untrusted, algorithm)
        other = verdict(0, 0, 1, oracle.ALGORITHM_MISMATCH, 0, 0)
        yield case("of the other algorithm", "payment", right, other, 3 - algorithm)
    unsigned = b"<xml><return_code>SUCCESS</return_code><result_code>SUCCESS</result_code></xml>"
    yield case("unsigned", "payment", unsigned, verdict(0, 0, 1, oracle.UNSIGNED, 0, 0))
    yield case("ambiguous", "payment", signed(**paid, attach="1&body=2"), verdict(1, 1, 0, 0, 1, 1))
    yield case("refused", "/pay/micropay", b"<xml><return_code>FAIL</return_code></xml>",
               verdict(5, 0, 1, 0, 0, 0))  # fmt: skip
    yield case("no return_code", "/pay/micropay", b"<xml><a>1</a></xml>", verdict(0, 0, 1, 63, 0, 0))
    for endpoint in ("/pay/none", "", "notice", "\0", "支付"):
        yield case(f"at {endpoint!r}", endpoint, unsigned, error(7))
    codes = ("SYSTEMERROR", "USERPAYING", "NOTENOUGH", "ORDERPAID", "ORDERCLOSED", "NEW", "")
    for code in codes:
        failed = signed(return_code="SUCCESS", result_code="FAIL", err_code=code)
        for endpoint in ("/pay/micropay", "/secapi/pay/refund", "/pay/orderquery"):
            yield case(f"{code or 'no code'}, {endpoint}", endpoint, failed)
    for state in ("SUCCESS", "USERPAYING", "NOTPAY", "CLOSED", "REVOKED", "PAYERROR", "REFUND", "OTHER"):
        queried = signed(return_code="SUCCESS", result_code="SUCCESS", trade_state=state)
        yield case(f"trade_state {state}", "/pay/orderquery", queried)


def payloads():
    fields = dict(
        appid="wxd678efh567hg6787", mch_id="10000100", nonce_str="5K8264ILTKCH16CQ2502SI8ZNMTM67VS",
        prepay_id="wx201410272009395522657a69038", timestamp="1414561699", product_id="tea 茶/~",
        package="sendid=242e8abd163d3&ver=8", err_code_des="sold <out>", act_name="红包",
        mch_billno="100", re_openid="oxTWI", total_amount="1000", wxappid="wx12", amount="1",
        desc="pay & more", openid="oX", partner_trade_no="7", ww_msg_type="NORMAL_MSG",
        notify_url="https://shop.example/a~b?"[:-1], empty="",
    )  # fmt: skip
    for kind in range(1, 13):
        names = oracle.NEEDED.get(kind, "notify_url empty desc appid").split()
        for more in ([], ["empty"]):
            for algorithm, name in ALGORITHMS.items():
                for left_out in (None, *names):
                    table = [one for one in texts(**{n: fields[n] for n in reversed(names + more)})
                             if one[0].decode() != left_out]  # fmt: skip
                    pairs = [(one, value) for one, _, value in table]
                    made = oracle.payload(algorithm, SECRET, kind, pairs)
                    expected = [OK, made] if isinstance(made, bytes) else error(*made)
                    title = f"payload {kind}, {name}, without {left_out}"
                    request = [b"payload", number(algorithm), SECRET, number(kind), *parts(table)]
                    yield Case(title, request, expected)
    order = texts(**{name: fields[name] for name in oracle.NEEDED[1].split()})
    for title, table, expected in (
        ("an integer timestamp", [*order[:-1], (b"timestamp", "i", b"1414561699")], [OK, ...]),
        ("a null", [*order[:-1], (b"timestamp", "n", b"")], error(26, b"timestamp")),
        ("a timestamp of words", [*order[:-1], (b"timestamp", "s", b"now")], error(6)),
        ("a float timestamp", [*order[:-1], (b"timestamp", "f", b"1.5")], [TYPE]),
        ("a bad name", [*order, (b"a b", "s", b"")], error(20, b"a b", 1)),
        ("NUL", [*order, (b"body", "s", b"a\0")], error(23, b"body", 1)),
        ("no UTF-8", [*order, (b"body", "s", b"a\xff")], error(41, b"body")),
        ("tea that takes no part", [*order, (b"body", "s", "🍵".encode())], [OK, ...]),
    ):
        yield Case(f"payload 1 of {title}", [b"payload", b"1", SECRET, b"1", *parts(table)], expected)
    for title, name, value, expected in (
        ("no host", b"notify_url", b"shop.example", error(24)),
        ("a query", b"notify_url", b"https://shop.example/?a=b", error(25)),
        ("tea", b"contract_code", "ab🍵".encode(), error(23, b"contract_code", 2)),
        ("too long", b"contract_code", b"x" * 1024, error(27)),
    ):
        table = [(b"version", "s", b"1.0"), (name, "s", value), (b"appid", "s", b"wx")]
        yield Case(f"payload 7 of {title}", [b"payload", b"1", SECRET, b"7", *parts(table)], expected)


def explaining():
    table = texts(stock_id="a & b", stock_id0=" tea", Zone="茶", empty="", sign_type="MD5")
    pairs = [(name, value) for name, _, value in table]
    right = oracle.sign(1, SECRET, pairs)

    def changed(**fields):
        return oracle.sign(1, SECRET, [(n, fields.get(n.decode(), v)) for n, v in pairs])

    for title, offered, cause, field in (
        ("right", right, 0, b""),
        ("lower case", right.lower(), 12, b""),
        ("line end", right + b"\n", 13, b""),
        ("cut off", right[:20], 14, b""),
        ("another algorithm", oracle.sign(2, SECRET, pairs), 20, b""),
        ("upper-case key", oracle.sign(1, SECRET.upper(), pairs), 34, b""),
        ("line end of the key", oracle.sign(1, SECRET + b"\n", pairs), 35, b""),
        ("a field left out", changed(Zone=b""), 40, b"Zone"),
        ("trimmed", changed(stock_id0=b"tea"), 60, b"stock_id0"),
        ("escaped", changed(stock_id=b"a &amp; b"), 61, b"stock_id"),
        ("characters lost", changed(Zone=b"?"), 66, b"Zone"),
        ("without sign_type", changed(sign_type=b""), 43, ...),
        ("as it stands", oracle.digest(1, SECRET, b"&".join(b"%b=%b" % pair for pair in pairs if pair[1])
                                       + b"&key=" + SECRET), 52, b""),
        ("no signature", b"no signature", 11, b""),
        ("unknown", b"0" * 32, 1, b""),
        ("missing", b"", 10, b""),
    ):  # fmt: skip
        expected = [OK, number(cause), field, ...]
        yield Case(f"explain: {title}", [b"explain", b"1", SECRET, offered, *parts(table)], expected)
        signed = [*table, (b"sign", "s", offered)]
        request = [b"explain", b"1", SECRET, b"", *parts(signed)]
        yield Case(f"explain: {title}, as the field sign", request, expected)
    yield Case("explain: no UTF-8", [b"explain", b"1", SECRET, b"\xff", *parts(table)], error(41))


def facts():
    rows = [row.split("\t") for row in (DATA / "endpoints.tsv").read_text().splitlines()[1:]]
    for method, path, _, certificate, *_ in rows:
        gets, certified = number(int(method == "GET")), number(int(certificate == "yes"))
        # In what else the documentation says it is not to be followed everywhere.
        answer = [OK, path.encode(), ..., ..., ..., gets, certified, *[...] * 9]
        yield Case(f"endpoint {path}", [b"endpoint", path.encode()], answer)
        address = f"https://api.mch.weixin.qq.com{path}?a=b".encode()
        yield Case(f"endpoint {address}", [b"endpoint", address], answer)
        for code in (b"SYSTEMERROR", b"USERPAYING", b"NEW", b""):
            yield Case(f"advice of {path}", [b"advice", path.encode(), code], [OK, ..., ...])
    for address in (b"/pay/none", b"", b"payment", b"/pay/micropay/", b"/PAY/MICROPAY", b"/pay\0/micropay"):
        yield Case(f"endpoint {address!r}", [b"endpoint", address], [OK])
    yield Case("endpoint of no text", [b"endpoint", b"\xff"], error(41))

    rows = (DATA / "facts/error_codes.tsv").read_text().splitlines()[1:]
    for code in sorted({row.split("\t")[1] for row in rows}):
        for source in ("/pay/micropay", "/secapi/pay/refund", "payment"):
            yield Case(f"advice of {source}", [b"advice", source.encode(), code.encode()], [OK, ..., ...])
    yield Case("advice of none", [b"advice", b"/pay/none", b"SYSTEMERROR"], error(7))
    yield Case("advice of no text", [b"advice", b"payment", b"\xff"])
    yield Case("advice of Chinese", [b"advice", b"payment", "系统".encode()], [OK, ..., ...])

    notices = ("payment", "combined-payment", "deduction", "contract", "refund", "vehicle", "rental")
    for notice in (*notices, "risk", "native-scan", "none", ""):
        for taken in (b"0", b"1"):
            request = [b"acknowledge", notice.encode(), taken]
            yield Case(f"acknowledge {notice}", request, [OK, ...] if notice in notices else error(7))
    taken = b"<xml><return_code><![CDATA[SUCCESS]]></return_code><return_msg><![CDATA[OK]]></return_msg></xml>"
    yield Case("acknowledge, whole", [b"acknowledge", b"payment", b"1"], [OK, taken])

    for content, kind in (
        (b"", 0), (b" \r\n\t", 0), (b"<xml></xml>", 1), (b"\xef\xbb\xbf<xml>", 1), (b"<!DOCTYPE html>", 5),
        (b"<html><body>", 5), (b"\x1f\x8b\x08\0", 3), (b"{}", 4), (b'{"a":1}', 4), ("交易时间".encode(), 2),
        (b"\xef\xbb\xbf\xe4\xba\xa4", 2), (b"text", 2), (b"\0", None), (b"\xff", None), (b"[1]", None),
    ):  # fmt: skip
        yield Case(f"body {content!r}", [b"body", content], None if kind is None else [OK, number(kind)])


# The events of Quick Pay, and its steps.
NONE, ORDER, QUERY, REVERSE, NO_ANSWER, WAITED, CANCELLED, RESUMED = range(8)
STEP_ORDER, STEP_QUERY, STEP_REVERSE, STEP_WAIT, PAID, NOT_PAID, REVERSED = range(1, 8)


def payments():
    def answer(**fields):
        pairs = [(name.encode(), value.encode()) for name, value in fields.items()]
        return oracle.write(1, QUICKPAY_SECRET, [(b"return_code", b"SUCCESS"), *pairs])

    good, none = answer(result_code="SUCCESS"), b""
    paying = answer(result_code="FAIL", err_code="USERPAYING")
    failed = answer(result_code="FAIL", err_code="NOTENOUGH")
    states = {one: answer(result_code="SUCCESS", trade_state=one) for one in
              ("SUCCESS", "USERPAYING", "NOTPAY", "REVOKED", "PAYERROR", "CLOSED", "REFUND")}  # fmt: skip
    again = answer(result_code="FAIL", recall="Y", err_code="SYSTEMERROR")
    reversed_ = answer(result_code="SUCCESS", recall="N")
    forged = b"<xml><return_code>SUCCESS</return_code><result_code>SUCCESS</result_code></xml>"

    def payment(title, events, ending=None):
        request = [b"quickpay"]
        for event, seconds, document in events:
            request += [b"%d %d" % (event, seconds), document]
        expected = None
        if ending is not None:
            expected = [OK, *[...] * (2 * len(events) - 2), number(ending), b"0"]
        return Case(f"quickpay: {title}", request, expected)

    yield payment("begun", [(NONE, 0, none)], STEP_ORDER)
    yield payment("paid at once", [(NONE, 0, none), (ORDER, 1, good)], PAID)
    yield payment("waited, then paid", [(ORDER, 1, paying), (WAITED, 5, none), (QUERY, 1, states["USERPAYING"]),
                                        (WAITED, 10, none), (QUERY, 1, states["SUCCESS"])], PAID)  # fmt: skip
    yield payment("a lost answer", [(NO_ANSWER, 3, none), (WAITED, 5, none), (QUERY, 1, states["SUCCESS"])], PAID)
    yield payment("a forged answer", [(ORDER, 1, forged)])
    yield payment("given up", [(ORDER, 1, paying), (CANCELLED, 20, none), (REVERSE, 1, reversed_)])
    yield payment("a day without power", [(ORDER, 1, paying), (RESUMED, 86400, none)])
    yield payment("a second too many", [(ORDER, 65536, paying), (WAITED, 65535, none)])
    yield payment("before its time", [(ORDER, -1, paying)])
    yield payment("an answer that is none", [(ORDER, 1, none)])
    chance = random.Random("payments")
    orders, reverses = [good, paying, failed, again, forged], [again, reversed_, good, forged]
    documents = {ORDER: orders, QUERY: [*states.values(), failed, forged], REVERSE: reverses}
    for n in range(40):
        events = [(ORDER, 2, chance.choice([paying, paying, failed, forged]))]
        for _ in range(30):
            event = chance.choice([QUERY, QUERY, WAITED, WAITED, NO_ANSWER, REVERSE, NONE, RESUMED, ORDER]
                                  + [CANCELLED] * (chance.random() < 0.1))  # fmt: skip
            document = chance.choice(documents[event]) if event in documents else none
            events.append((event, chance.choice([0, 1, 5, 10, 15, 40]), document))
        yield payment(f"drawn {n}", events)


def cases():
    for group in (keys, signing, verifying, secrets, vectors, reading, judging, payloads, explaining,
                  facts, payments):  # fmt: skip
        yield from group()
    yield Case("constants", [b"constants"])
