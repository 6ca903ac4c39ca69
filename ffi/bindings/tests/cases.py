"""The cases of the cross test: the same ones every time.

The cases contain only what every language can express: no field twice, and only UTF-8. No table has
two faults, because the languages may differ in which one they report.
"""

from itertools import chain

import oracle
from case import ALGORITHMS, DATA, OK, SECRET, TYPE, Case, data, error, flat, number, parts, texts
from kinds import expecting, kinds, roots
from messages import judging, payments, reading
from tables import tables


def keys():
    for secret, status in (
        (SECRET, 0),
        (b"", 10),
        (SECRET[1:], 10),
        (SECRET + b"a", 10),
        (b"x" * 65, 10),
        (SECRET[1:] + b"-", 11),
        (SECRET[1:] + b"\0", 11),
        (SECRET[2:] + "\u00e9".encode(), 11),
        (b" " + SECRET[1:], 11),
    ):
        for algorithm in ALGORITHMS:
            expected = error(status) if status else [OK]
            yield Case(f"key of {secret!r}", [b"key", number(algorithm), secret], expected)


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

        yield Case(
            f"canonical: {title}",
            [b"canonical", *parts(fields)],
            expected(False, lambda: [oracle.canonical(pairs)]),
        )
        yield Case(f"check: {title}", [b"check", *parts(fields)], expected(True, lambda: []))
        for algorithm, name in ALGORITHMS.items():
            key = [number(algorithm), SECRET]
            signed = expected(False, lambda: [oracle.sign(algorithm, SECRET, pairs)])
            yield Case(f"sign, {name}: {title}", [b"sign", *key, *parts(fields)], signed)
            yield Case(
                f"write, {name}: {title}",
                [b"write", *key, *parts(fields)],
                expected(True, lambda: [oracle.write(algorithm, SECRET, pairs)]),
            )
            yield Case(
                f"explain, {name}: {title}",
                [b"explain", *key, b"", *parts(fields)],
                signed if signed[0] != OK else [OK, b"10", b"", ...],
            )


def verifying():
    fields = [
        (b"attach", "s", "\u8336\U0001f375".encode()),
        (b"mch_id", "i", b"10000100"),
        (b"empty", "n", b""),
    ]
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
        if any(kind in "fb" for _, kind, _ in fields) or len(fields) == oracle.FIELDS_MAX:
            continue  # with sign it is one too many, whatever else is wrong
        received = [*fields, (b"sign", "s", oracle.sign(2, SECRET, pairs))]
        fault = oracle.fault([*pairs, (b"sign", b"")], False)
        request = [b"verify", b"2", SECRET, *parts(received)]
        yield Case(f"verify: {title}", request, error(*fault) if fault else [OK])


def secrets():
    fields = [(b"a", "s", b"1")]
    for secret in (b"x", b"simulator 1", "\u8336".encode(), b"x" * 64, b"&key=", b"%00"):
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
            yield Case(
                f"refund {vector['id']}", [b"refund", vector["api_key"].encode(), sealed], answer
            )
    yield Case("refund of Chinese", [b"refund", SECRET, "\u8336".encode()], error(64))


def payloads():
    fields = dict(
        appid="wxd678efh567hg6787",
        mch_id="10000100",
        nonce_str="5K8264ILTKCH16CQ2502SI8ZNMTM67VS",
        prepay_id="wx201410272009395522657a69038",
        timestamp="1414561699",
        product_id="tea \u8336/~",
        package="sendid=242e8abd163d3&ver=8",
        err_code_des="sold <out>",
        act_name="\u7ea2\u5305",
        mch_billno="100",
        re_openid="oxTWI",
        total_amount="1000",
        wxappid="wx12",
        amount="1",
        desc="pay & more",
        openid="oX",
        partner_trade_no="7",
        ww_msg_type="NORMAL_MSG",
        notify_url="https://shop.example/a~b?"[:-1],
        empty="",
    )
    for kind in range(1, 13):
        names = oracle.NEEDED.get(kind, "notify_url empty desc appid").split()
        for more in ([], ["empty"]):
            for algorithm, name in ALGORITHMS.items():
                for left_out in (None, *names):
                    table = [
                        one
                        for one in texts(**{n: fields[n] for n in reversed(names + more)})
                        if one[0].decode() != left_out
                    ]
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
        ("tea that takes no part", [*order, (b"body", "s", "\U0001f375".encode())], [OK, ...]),
    ):
        yield Case(
            f"payload 1 of {title}", [b"payload", b"1", SECRET, b"1", *parts(table)], expected
        )
    for title, name, value, expected in (
        ("no host", b"notify_url", b"shop.example", error(24)),
        ("a query", b"notify_url", b"https://shop.example/?a=b", error(25)),
        ("tea", b"contract_code", "ab\U0001f375".encode(), error(23, b"contract_code", 2)),
        ("too long", b"contract_code", b"x" * 1024, error(27)),
    ):
        table = [(b"version", "s", b"1.0"), (name, "s", value), (b"appid", "s", b"wx")]
        yield Case(
            f"payload 7 of {title}", [b"payload", b"1", SECRET, b"7", *parts(table)], expected
        )


def imitating():
    """Payloads in which one value imitates a field."""
    right = dict.fromkeys("appid mch_id nonce_str prepay_id package product_id".split(), "1")
    right.update(timestamp="1414561699", err_code_des="sold out", notify_url="https://a.example/b")
    for kind in range(1, 13):
        names = oracle.NEEDED.get(kind, "contract_display_account notify_url").split()
        for imitator in names:
            if imitator == "timestamp":
                continue  # a number
            fields = {name: right.get(name, "1") for name in names}
            fields[imitator] += "&total_fee=1"
            table = texts(**fields)
            pairs = [(name, value) for name, _, value in table]
            for algorithm in ALGORITHMS:
                made = oracle.payload(algorithm, SECRET, kind, pairs)
                yield Case(
                    f"payload {kind}, {algorithm}: {imitator} imitates a field",
                    [b"payload", number(algorithm), SECRET, number(kind), *parts(table)],
                    [OK, made] if isinstance(made, bytes) else error(*made),
                )


def explaining():
    table = texts(stock_id="a & b", stock_id0=" tea", Zone="\u8336", empty="", sign_type="MD5")
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
        (
            "as it stands",
            oracle.digest(
                1,
                SECRET,
                b"&".join(b"%b=%b" % pair for pair in pairs if pair[1]) + b"&key=" + SECRET,
            ),
            52,
            b"",
        ),
        ("no signature", b"no signature", 11, b""),
        ("unknown", b"0" * 32, 1, b""),
        ("missing", b"", 10, b""),
    ):
        expected = [OK, number(cause), field, ...]
        yield Case(
            f"explain: {title}", [b"explain", b"1", SECRET, offered, *parts(table)], expected
        )
        signed = [*table, (b"sign", "s", offered)]
        request = [b"explain", b"1", SECRET, b"", *parts(signed)]
        yield Case(f"explain: {title}, as the field sign", request, expected)
    yield Case(
        "explain: Chinese",
        [b"explain", b"1", SECRET, "\u8336".encode(), *parts(table)],
        [OK, b"11", b"", ...],
    )


def requests():
    """What is found in requests that somebody had in hand."""
    unified = b"/pay/unifiedorder"
    for file, path, expected in (
        (
            "12-transfers-mch_id.txt",
            b"/mmpaymkttransfers/promotion/transfers",
            ((103, "mch_id", 5), (103, "appid", 10), (101, "mch_appid", ""), (101, "mchid", "")),
        ),
        (
            "43-redpack-trade_type.txt",
            b"/mmpaymkttransfers/sendredpack",
            ((103, "trade_type", 12),),
        ),
        (
            "34-request-many-mistakes.txt",
            unified,
            (
                (119, "out_trade_no", 4),
                (110, "total_fee", 5),
                (116, "spbill_create_ip", 6),
                (115, "notify_url", 7),
                (112, "time_expire", 9),
                (118, "fee_type", 10),
                (102, "openid", ""),
            ),
        ),
    ):
        lines = (DATA / "field_cases" / file).read_text("utf-8").splitlines()
        fields = texts(**dict(line.split("=", 1) for line in lines))
        found = [OK]
        for kind, field, index in expected:
            found += [number(kind), b"1", field.encode(), number(index), *[...] * 7]
        request = [b"findings", b"1", SECRET, path, *parts(fields)]
        yield Case(f"findings in {file}", request, found)
        # With the other algorithm, of which sign_type has to say that it is used.
        yield Case(f"findings in {file}, HMAC", [b"findings", b"2", *request[2:]])
    for title, fields in tables():
        yield Case(f"findings in {title}", [b"findings", b"1", SECRET, unified, *parts(fields)])
    for path in (b"/pay/none", b"payment", b""):
        yield Case(f"findings for {path!r}", [b"findings", b"1", SECRET, path], error(7))


def requests_otherwise():
    """The same, found without a key, and in the explanation of a signature."""
    for case in requests():
        algorithm, secret, *more = case.request[1:]
        found = case.expected
        yield case._replace(
            title=f"{case.title}, without a key", request=[b"keyless", algorithm, *more]
        )
        # A request without a signature.
        if found and found[0] == OK:
            found = [OK, b"10", *found[1:]]
        request = [b"request", algorithm, secret, *more]
        yield case._replace(
            title=f"{case.title}, explained", request=request, expected=found
        )


def second_signatures():
    """What a page, an app and a code take, and mistakes in making them."""
    page = texts(
        appId="wxd930ea5d5a258f4f",
        timeStamp="1414561699",
        nonceStr="5K8264ILTKCH16CQ2502SI8ZNMTM67VS",
        package="prepay_id=wx201410272009395522657a69038",
        signType="MD5",
    )
    app = texts(
        appid="wxd930ea5d5a258f4f",
        partnerid="10000100",
        prepayid="wx201410272009395522657a69038",
        package="Sign=WXPay",
        noncestr="5K8264ILTKCH16CQ2502SI8ZNMTM67VS",
        timestamp="1414561699",
    )
    code = texts(
        appid="wxd930ea5d5a258f4f",
        mch_id="10000100",
        time_stamp="1414561699",
        nonce_str="5K8264ILTKCH16CQ2502SI8ZNMTM67VS",
        product_id="tea",
    )

    def signed(fields, **changes):
        pairs = [(name, changes.get(name.decode(), value)) for name, _, value in fields]
        return oracle.sign(oracle.MD5, SECRET, pairs)

    def ask(fields, offered):
        return [b"second", b"1", SECRET, offered, *parts(fields)]

    for number_, fields in ((1, page), (2, app), (3, code)):
        for title, offered, cause in (
            ("right", signed(fields), 0),
            ("missing", b"", 10),
            ("no signature", b"x", 11),
            ("unknown", b"0" * 32, 1),
        ):
            yield Case(
                f"second signature {number_}: {title}",
                ask(fields, offered),
                [OK, number(number_), ..., number(cause), b"", ...],
            )
    milliseconds = signed(page, timeStamp=b"1414561699000")
    yield Case("second signature: time", ask(page, milliseconds), [OK, b"1", ..., b"88", ..., ...])
    yield Case("second signature: none", ask(texts(a="1"), b""), error(7))
    yield Case("second signature: no UTF-8", ask([*page, (b"a", "s", b"\xff")], b""))


def in_hand():
    """Texts that somebody has in hand, and what is inside them."""
    document = b"<xml><a>1</a></xml>"
    declared = b'<?xml version="1.0"?>' + document
    for title, body, expected in (
        ("nothing", b"", []),
        ("a document", document, []),
        ("a log line", b"answer: " + document + b" end", [b"4", ..., document]),
        ("white space, which the reader takes", b" \n" + document + b"\n", []),
        ("white space, which it does not", b" \n" + declared, [b"3", ..., declared]),
        ("a JSON string", b'"<xml><a>1<\\/a><\\/xml>"', [b"1", ..., document]),
        ("plain text", b"busy", []),
    ):
        yield Case(f"undo: {title}", [b"undo", body], [OK, *expected])
    yield Case("undo: a wrong escape", [b"undo", b'"<xml>\\x</xml>"'])
    tea = "\u8336".encode()
    for title, body, expected in (
        ("signed", b"b=1&a=" + tea + b"&key=" + SECRET, [b"1", b"1", b"b", b"1", b"a", tea]),
        ("form", b"b=%E8%8C%B6&a=2", [..., ..., b"b", tea, b"a", b"2"]),
        ("lines", b"b=1\na=2\n", [..., ..., b"b", b"1", b"a", b"2"]),
        ("JSON", b'{"b":"\\u8336","a":2}', [b"0", b"0", b"b", tea, b"a", b"2"]),
    ):
        yield Case(f"list: {title}", [b"list", body], [OK, *expected])
    for title, body in (
        ("nothing", b""),
        ("text", b"busy"),
        ("a document", document),
        ("no name", b"a=1&=2"),
        ("a wrong escape", b'{"a":"\\x"}'),
        ("too many", b"&".join(b"f%d=1" % i for i in range(129))),
    ):
        yield Case(f"list: {title}", [b"list", body])


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
    for address in (
        b"/pay/none",
        b"",
        b"payment",
        b"/pay/micropay/",
        b"/PAY/MICROPAY",
        b"/pay\0/micropay",
    ):
        yield Case(f"endpoint {address!r}", [b"endpoint", address], [OK])

    rows = (DATA / "facts/error_codes.tsv").read_text().splitlines()[1:]
    for code in sorted({row.split("\t")[1] for row in rows}):
        for source in ("/pay/micropay", "/secapi/pay/refund", "payment"):
            yield Case(
                f"advice of {source}", [b"advice", source.encode(), code.encode()], [OK, ..., ...]
            )
    yield Case("advice of none", [b"advice", b"/pay/none", b"SYSTEMERROR"], error(7))
    yield Case(
        "advice of Chinese", [b"advice", b"payment", "\u7cfb\u7edf".encode()], [OK, ..., ...]
    )

    notices = (
        "payment",
        "combined-payment",
        "deduction",
        "contract",
        "refund",
        "vehicle",
        "rental",
    )
    for notice in (*notices, "risk", "native-scan", "none", ""):
        for taken in (b"0", b"1"):
            request = [b"acknowledge", notice.encode(), taken]
            yield Case(
                f"acknowledge {notice}", request, [OK, ...] if notice in notices else error(7)
            )
    taken = b"<xml><return_code><![CDATA[SUCCESS]]></return_code>"
    taken += b"<return_msg><![CDATA[OK]]></return_msg></xml>"
    yield Case("acknowledge, whole", [b"acknowledge", b"payment", b"1"], [OK, taken])

    for content, kind in (
        (b"", 0),
        (b" \r\n\t", 0),
        (b"<xml></xml>", 1),
        (b"\xef\xbb\xbf<xml>", 1),
        (b"<!DOCTYPE html>", 5),
        (b"<html><body>", 5),
        (b"\x1f\x8b\x08\0", 3),
        (b"{}", 4),
        (b'{"a":1}', 4),
        ("\u4ea4\u6613\u65f6\u95f4".encode(), 2),
        (b"\xef\xbb\xbf\xe4\xba\xa4", 2),
        (b"text", 2),
        (b"\0", None),
        (b"\xff", None),
        (b"[1]", None),
    ):
        yield Case(
            f"body {content!r}", [b"body", content], None if kind is None else [OK, number(kind)]
        )


def cases():
    for group in (
        keys,
        signing,
        verifying,
        secrets,
        vectors,
        reading,
        judging,
        kinds,
        roots,
        expecting,
        payloads,
        imitating,
        explaining,
        requests,
        requests_otherwise,
        second_signatures,
        in_hand,
        facts,
        payments,
    ):
        yield from group()
    yield Case("constants", [b"constants"])
    yield Case("Chinese is chosen", [b"language", b"1"], [OK])
    groups = (keys, verifying, kinds, roots, payloads, explaining, requests, second_signatures)
    groups += (in_hand, facts)
    for case in chain(*(group() for group in groups), expecting(chinese=True)):
        yield case._replace(title=f"{case.title}, in Chinese", chinese=True)
    yield Case("English is chosen", [b"language", b"0"], [OK])
    yield from keys()
