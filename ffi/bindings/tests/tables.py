"""Tables of fields, each with something special about it."""

import random

import oracle
from case import number

# Values by what is special about them.
VALUES = {
    "ASCII": b"tea",
    "Chinese": "\u6df1\u5733\u5e02\u5357\u5c71\u533a\u817e\u8baf\u5927\u53a6".encode(),
    "blanks": b"  tea  ",
    "JSON": '{"goods_detail":[{"goods_name":"\u82f9\u679c","price":528800,"quantity":1}]}'.encode(),
    "markup": b"<a href=\"x\">&amp;</a> ]]> 'q'",
    "line ends": b"a\r\nb\nc\rd\t",
    "CR": b"\r",
    "another field": b"1&body=2",
    "percent": b"%E8%8C%B6+%20",
    "equals": b"a=b=",
    "long": b"x" * 9000,
    "quotes": b"\"'`\\",
    "BOM": "\ufeffx".encode(),
    "DEL": b"\x7f",
    "C1": "\x85\x9f".encode(),
    "line separator": "a\u2028b".encode(),
    "combining": "e\u0301".encode(),
    "zeros": b"007",
    "last of three bytes": "\ufffd".encode(),
    "right to left": "\u202eabc".encode(),
}
INTEGERS = (0, 1, -1, 100, 2**31 - 1, 2**31, -(2**31), 2**53, 2**53 + 1, 2**63 - 1, -(2**63))
UNSENDABLE = {
    "tea": "a\U0001f375".encode(),
    "control": b"a\x01",
    "escape": b"\x1b[0m",
    "unit": b"ab\x1f",
    "U+FFFE": "\u8336\ufffe".encode(),
    "U+FFFF": "\uffff".encode(),
    "last": "\U0010ffff".encode(),
    "form feed": b"\f",
    "tab of lines": b"x\v",
}
NO_UTF8 = {
    "FF": b"\xff",
    "cut short": "a\u8336".encode()[:-1],
    "overlong": b"\xc0\xaf",
    "surrogate": b"\xed\xa0\x80",
    "GBK": "\u8336".encode("gbk"),
    "continuation": b"a\x80",
    "beyond Unicode": b"\xf4\x90\x80\x80",
}
NAMES = {
    "empty": b"",
    "digit first": b"1fee",
    "number": b"5",
    "negative number": b"-7",
    "blank": b"a b",
    "colon": b"a:b",
    "65 bytes": b"n" * 65,
    "NUL": b"fee\0x",
    "Chinese": "\u8336".encode(),
    "slash": b"a/b",
    "dot first": b".a",
    "hyphen first": b"-a",
    "brackets": b"fee[0]",
    "CR": b"a\r",
    "markup": b"<a>",
    "equals": b"a=b",
    "zero": b"0",
}
RIGHT_NAMES = (b"_", b"a", b"Z9", b"a.b-c_d", b"n" * 64, b"_0", b"xml", b"SIGN", b"key")


def tables():
    """Tables by what is special about them."""
    around = [(b"appid", "s", b"wxd930ea5d5a258f4f"), (b"zone", "s", b"last")]

    def amid(*fields):
        return [around[0], *fields, around[1]]

    yield "no field", []
    for title, value in {**VALUES, **UNSENDABLE, **NO_UTF8}.items():
        yield f"value: {title}", amid((b"body", "s", value))
    for title, value in (("alone", b"\0"), ("last", b"tea\0"), ("amid", "\u8336\0b".encode())):
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
    yield "names by bytes", [
        (name, "s", b"1") for name in (b"b", b"B", b"a_", b"a.", b"a", b"a0", b"A")
    ]
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
