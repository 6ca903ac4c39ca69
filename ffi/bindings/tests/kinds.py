"""Cases of what a message is judged as: the kinds that core/tests/data/facts/kinds.tsv lists,
values that imitate fields, other roots, and the comparison with a shop's own records."""

import oracle
from case import DATA, ERROR, OK, SECRET, TYPE, Case, error, number, parts
from messages import SUCCESS

# What an answer says besides the marks of its kind, by the end of its operation's path.
STATES = {
    "querycontract": {"contract_state": "0"},
    "paporderquery": {"trade_state": "SUCCESS"},
    "orderquery": {"trade_state": "SUCCESS"},
    "queryorder": {"trade_state": "SUCCESS"},
    "facepayquery": {"trade_state": "SUCCESS"},
    "querycombinedorder": {"trade_state": "SUCCESS"},
}
UNTRUSTED, SUCCEEDED, ACCEPTED, UNSETTLED = 0, 1, 2, 4
PAYMENT = {**SUCCESS, "out_trade_no": "7", "transaction_id": "4", "total_fee": "888"}


def signed(fields):
    pairs = [(name.encode(), value.encode()) for name, value in fields.items()]
    return oracle.write(oracle.MD5, SECRET, pairs)


def judge(title, source, document, verdict, fault=0, field="", ambiguous=0):
    expected = [OK, number(verdict), ..., ..., number(fault), number(ambiguous), ...]
    expected += [number(int(verdict != UNTRUSTED)), field.encode(), ..., source.encode(), ...]
    request = [b"judge", b"1", SECRET, source.encode(), b"0", document]
    return Case(f"judge as {source}: {title}", request, expected)


def succeeds(source):
    """What a positive message comes to: done, only taken on, or not told before it is opened."""
    if source == "rental":
        return UNSETTLED
    orders = ("unifiedorder", "/combinedorder", "contractorder", "refund", "refundv2")
    return ACCEPTED if source.endswith(orders) else SUCCEEDED


def kinds():
    rows = (DATA / "facts/kinds.tsv").read_text().splitlines()[1:]
    for source, needs, never in (row.split("\t") for row in rows):
        marks = {name: "1" for name in needs.split()}
        if "recall" in marks:
            marks["recall"] = "N"
        whole = {**SUCCESS, **STATES.get(source.rsplit("/", 1)[-1], {}), **marks}
        yield judge("its own kind", source, signed(whole), succeeds(source))
        for name in marks:
            fewer = {one: value for one, value in whole.items() if one != name}
            # Without what a reverse is judged by it is not positive.
            if name != "recall":
                title = f"without {name}"
                yield judge(title, source, signed(fewer), UNTRUSTED, oracle.LACKS, name)
        for name in never.split():
            more = signed({**whole, name: "1"})
            yield judge(f"with {name}", source, more, UNTRUSTED, oracle.FOREIGN, name)
    for name, value, fault in (
        ("attach", "uid=5&type=vip", 0),
        ("attach", "1&total_fee=2", 0),
        ("detail", "a&b=2", 0),
        ("detail", "1&total_fee=2", oracle.AMBIGUOUS),
        ("openid", "1&a=b", oracle.AMBIGUOUS),
        ("device_info", "\u8336&type=vip", 0),
        ("bank_type", "&_=", oracle.AMBIGUOUS),
        ("out_trade_no", "7&total_fee=1", oracle.AMBIGUOUS),
    ):
        verdict, field = (UNTRUSTED, name) if fault else (SUCCEEDED, "")
        document = signed({**PAYMENT, name: value})
        title = f"{name} is {value}"
        yield judge(title, "payment", document, verdict, fault, field, int(not fault))
    document = signed({**PAYMENT, "openid": "a&1=b & c=d"})
    yield judge("an & that imitates nothing", "payment", document, SUCCEEDED)


def roots():
    for root in (b"root", b"XML", b"xm", b"xmls", b"html", b"a"):
        document = signed(PAYMENT)[len(b"<xml>") : -len(b"</xml>")]
        document = b"<%b>%b</%b>" % (root, document, root)
        refused = error(oracle.ROOT, b"", 1)
        yield Case(f"read: root {root!r}", [b"read", document], refused)
        yield Case(f"nested: root {root!r}", [b"nested", document], refused)
        request = [b"judge", b"1", SECRET, b"payment", b"0", document]
        yield Case(f"judge: root {root!r}", request, refused)


def expecting(chinese=False):
    received = {**PAYMENT, "appid": "wx1", "attach": "\u8336 & <b>", "empty": ""}
    foreign = {**received, "fee_type": "USD"}
    for title, fields, expected in (
        ("what is there", received, [("out_trade_no", "s", "7"), ("total_fee", "i", "888")]),
        ("text that was escaped", received, [("attach", "s", "\u8336 & <b>")]),
        ("a currency that is not stated", received, [("fee_type", "s", "CNY")]),
        ("no currency", received, [("fee_type", "n", "")]),
        ("another currency", received, [("fee_type", "s", "USD")]),
        ("an amount in another currency", foreign, [("total_fee", "s", "888")]),
        ("both", foreign, [("total_fee", "s", "888"), ("fee_type", "s", "USD")]),
        ("another amount", received, [("out_trade_no", "s", "7"), ("total_fee", "i", "1")]),
        ("an amount with blanks", received, [("total_fee", "s", " 888")]),
        ("an amount with zeros", received, [("total_fee", "s", "0888")]),
        ("another number", received, [("out_trade_no", "s", "77"), ("total_fee", "i", "888")]),
        ("a number in other letters", received, [("appid", "s", "WX1")]),
        ("a field that is not there", received, [("sub_mch_id", "s", "1")]),
        ("that a field is not there", received, [("sub_mch_id", "n", ""), ("empty", "s", "")]),
        ("that one that is there is not", received, [("appid", "s", "")]),
        ("Chinese", received, [("attach", "s", "\u8336")]),
        ("the first of two", received, [("appid", "s", "x"), ("total_fee", "i", "2")]),
    ):
        table = [(name.encode(), kind, value.encode()) for name, kind, value in expected]
        pairs = [(name.encode(), value.encode()) for name, value in fields.items()]
        wanted = [(name, value) for name, _, value in table]
        found = oracle.difference(pairs, wanted, chinese)
        answer = [ERROR, number(oracle.DIFFERS), found[0], b"", found[1]] if found else [OK]
        yield expect(title, "payment", signed(fields), table, answer)

    table = [(b"total_fee", "i", b"888")]
    unjudged = error(6)
    changed = signed(received).replace(b">888<", b">889<")
    refused = b"<xml><return_code>FAIL</return_code><total_fee>888</total_fee></xml>"
    yield expect("nothing", "payment", signed(received), [], unjudged)
    yield expect("of a changed message", "payment", changed, table, unjudged)
    yield expect("of another kind", "contract", signed(received), table, unjudged)
    yield expect("of a refused message", "/pay/micropay", refused, table, unjudged)
    failed = signed({"return_code": "SUCCESS", "result_code": "FAIL", "total_fee": "888"})
    yield expect("of a failed one", "/pay/micropay", failed, table, [OK])
    unsigned = b"<xml><return_code>SUCCESS</return_code><total_fee>888</total_fee></xml>"
    yield expect(
        "of one that is not signed", "/mmpaymkttransfers/sendredpack", unsigned, table, [OK]
    )
    for title, field, answer in (
        ("a float", (b"total_fee", "f", b"888.0"), [TYPE]),
        ("a bool", (b"total_fee", "b", b"1"), [TYPE]),
        ("a bad name", (b"a b", "s", b"1"), error(oracle.FIELD_NAME, b"a b", 1)),
        ("NUL", (b"attach", "s", b"a\0"), error(oracle.CHARACTER, b"attach", 1)),
        ("no UTF-8", (b"attach", "s", b"a\xff"), error(oracle.NOT_UTF8, b"attach")),
    ):
        yield expect(title, "payment", signed(received), [field], answer)


def expect(title, source, document, table, answer):
    request = [b"expect", b"1", SECRET, source.encode(), b"0", document, *parts(table)]
    return Case(f"expect {title}", request, answer)
