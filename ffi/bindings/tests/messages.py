"""Cases of received messages: documents, answers and notices, and payments that depend on answers."""

import base64
import random

import oracle
from case import ALGORITHMS, DATA, OK, SECRET, Case, data, error, flat, number


def reading():
    for case in data("attacks.json")["cases"]:
        document = (
            case["input"].encode() if "input" in case else base64.b64decode(case["input_b64"])
        )
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
        yield Case(
            f"nested: {count} fields",
            [b"nested", b"<xml>%b</xml>" % inside],
            [OK, number(count), *flat(pairs)] if count <= 128 else error(22),
        )
        grouped = b"<xml><a>1</a><g>%b</g></xml>" % inside
        if count:
            yield Case(
                f"nested: {count} fields in a group",
                [b"nested", grouped],
                (
                    [OK, b"1", b"a", b"1", b"g", number(count), *flat(pairs)]
                    if count <= 128
                    else error(22)
                ),
            )
    groups = b"<xml><b>2</b><g><c>3</c></g><a>&#x8336;</a><g><d>4</d><c/></g></xml>"
    yield Case(
        "nested: groups",
        [b"nested", groups],
        [OK, *b"2 a \xe8\x8c\xb6 b 2 g 1 c 3 g 2".split(), b"c", b"", b"d", b"4"],
    )
    # Without time in proportion to the document this would take minutes.
    yield Case(
        "nested: 20,000 groups",
        [b"nested", b"<xml>%b</xml>" % (b"<g><b>&amp;</b><a/></g>" * 20_000)],
        [OK, b"0", *[b"g", b"2", b"a", b"", b"b", b"&"] * 20_000],
    )
    late = b"<xml><g><a>1</a></g><g><b/><a/><b/></g></xml>"
    yield Case(
        "nested: a field that comes twice in the last group",
        [b"nested", late],
        error(oracle.DUPLICATE, b"", late.rindex(b"b/>")),
    )
    for title, document in (
        ("nothing", b""),
        ("blanks", b" \n"),
        ("a mark", b"\xef\xbb\xbf"),
        ("NUL", b"\0"),
        ("NUL in a value", b"<xml><a>\0</a></xml>"),
        ("not UTF-8", b"<xml><a>\xff</a></xml>"),
        ("a mark before it", b"\xef\xbb\xbf<xml><a>1</a></xml>"),
        ("UTF-16", "<xml/>".encode("utf-16")),
    ):
        yield Case(f"read: {title}", [b"read", document])


ENDPOINTS = {
    "payment notify": "payment",
    "refund notify": "refund",
    "vehicle state notify": "vehicle",
    "native mode 1 callback": "native-scan",
    "any": "/pay/unifiedorder",
}
NESTED = ("gethbinfo", "settlementquery", "submchmanage")


SUCCESS = {"return_code": "SUCCESS", "result_code": "SUCCESS"}


def judging():
    def case(title, endpoint, document, expected=None, algorithm=1):
        nests = number(int(endpoint.rsplit("/", 1)[-1] in NESTED))
        key = [number(algorithm), SECRET]
        return Case(
            f"judge: {title}", [b"judge", *key, endpoint.encode(), nests, document], expected
        )

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
        return [OK, *numbers, ..., number(readable), b"", ..., ..., ...]

    paid = {**SUCCESS, "out_trade_no": "1", "transaction_id": "4", "total_fee": "1"}
    for algorithm in ALGORITHMS:
        right = signed(algorithm, **paid)
        for endpoint in (
            "payment",
            "/pay/micropay",
            "https://api.mch.weixin.qq.com/pay/micropay?a=b",
        ):
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
    yield case(
        "refused",
        "/pay/micropay",
        b"<xml><return_code>FAIL</return_code></xml>",
        verdict(5, 0, 1, 0, 0, 0),
    )
    yield case(
        "no return_code", "/pay/micropay", b"<xml><a>1</a></xml>", verdict(0, 0, 1, 63, 0, 0)
    )
    for endpoint in ("/pay/none", "", "notice", "\0", "\u652f\u4ed8"):
        yield case(f"at {endpoint!r}", endpoint, unsigned, error(7))
    codes = ("SYSTEMERROR", "USERPAYING", "NOTENOUGH", "ORDERPAID", "ORDERCLOSED", "NEW", "")
    for code in codes:
        failed = signed(return_code="SUCCESS", result_code="FAIL", err_code=code)
        for endpoint in ("/pay/micropay", "/secapi/pay/refund", "/pay/orderquery"):
            yield case(f"{code or 'no code'}, {endpoint}", endpoint, failed)
    for state in (
        "SUCCESS",
        "USERPAYING",
        "NOTPAY",
        "CLOSED",
        "REVOKED",
        "PAYERROR",
        "REFUND",
        "OTHER",
    ):
        queried = signed(**{**paid, "trade_state": state})
        yield case(f"trade_state {state}", "/pay/orderquery", queried)


# The API key of the payments.
QUICKPAY_SECRET = b"k" * 32

# The events of Quick Pay, and its steps.
NONE, ORDER, QUERY, REVERSE, NO_ANSWER, WAITED, CANCELLED, RESUMED, NOT_SENT = range(9)
STEP_ORDER, STEP_QUERY, STEP_REVERSE, STEP_WAIT, PAID, NOT_PAID, REVERSED = range(1, 8)
STEP_NOT_SENT = 10


def payments():
    def answer(**fields):
        pairs = [(name.encode(), value.encode()) for name, value in fields.items()]
        return oracle.write(1, QUICKPAY_SECRET, [(b"return_code", b"SUCCESS"), *pairs])

    paid = dict(result_code="SUCCESS", out_trade_no="1", transaction_id="4", total_fee="1")
    good, none = answer(**paid), b""
    paying = answer(result_code="FAIL", err_code="USERPAYING")
    failed = answer(result_code="FAIL", err_code="NOTENOUGH")
    states = {
        one: answer(**paid, trade_state=one)
        for one in ("SUCCESS", "USERPAYING", "NOTPAY", "REVOKED", "PAYERROR", "CLOSED", "REFUND")
    }
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
    yield payment(
        "waited, then paid",
        [
            (ORDER, 1, paying),
            (WAITED, 5, none),
            (QUERY, 1, states["USERPAYING"]),
            (WAITED, 10, none),
            (QUERY, 1, states["SUCCESS"]),
        ],
        PAID,
    )
    yield payment(
        "a lost answer",
        [(NO_ANSWER, 3, none), (WAITED, 5, none), (QUERY, 1, states["SUCCESS"])],
        PAID,
    )
    yield payment("a forged answer", [(ORDER, 1, forged)])
    yield payment("given up", [(ORDER, 1, paying), (CANCELLED, 20, none), (REVERSE, 1, reversed_)])
    yield payment("a day without power", [(ORDER, 1, paying), (RESUMED, 86400, none)])
    yield payment("a second too many", [(ORDER, 65536, paying), (WAITED, 65535, none)])
    yield payment("an answer that is none", [(ORDER, 1, none)])
    yield payment("nothing was sent", [(NOT_SENT, 1, none)], STEP_NOT_SENT)
    yield payment("restored, and nothing was sent", [(NONE, 0, none), (NOT_SENT, 1, none)])
    not_paid = [
        (ORDER, 1, failed),
        (QUERY, 1, states["NOTPAY"]),
        (WAITED, 5, none),
        (QUERY, 1, states["NOTPAY"]),
    ]
    yield payment("not paid", not_paid, NOT_PAID)
    yield payment("paid after all", [*not_paid, (QUERY, 20, states["SUCCESS"])], STEP_REVERSE)
    yield payment("refunded", [(RESUMED, 20, none), (QUERY, 1, states["REFUND"])], STEP_REVERSE)
    chance = random.Random("payments")
    orders, reverses = [good, paying, failed, again, forged], [again, reversed_, good, forged]
    documents = {ORDER: orders, QUERY: [*states.values(), failed, forged], REVERSE: reverses}
    for n in range(40):
        events = [(ORDER, 2, chance.choice([paying, paying, failed, forged]))]
        for _ in range(30):
            event = chance.choice(
                [QUERY, QUERY, WAITED, WAITED, NO_ANSWER, NOT_SENT, REVERSE, NONE, RESUMED, ORDER]
                + [CANCELLED] * (chance.random() < 0.1)
            )
            document = chance.choice(documents[event]) if event in documents else none
            events.append((event, chance.choice([0, 1, 5, 10, 15, 40]), document))
        yield payment(f"drawn {n}", events)
