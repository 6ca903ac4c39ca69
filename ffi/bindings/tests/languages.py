#!/usr/bin/env python3
"""The page for any other language, ffi/bindings/README.md: its commands run, with answers of all kinds, and every
program says the same about them. Expectations come from the oracle, which has nothing of libwxp."""

import os
import pathlib
import re
import sys
import tempfile

import oracle

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / ".ci/harness"))
from checks import ROOT, check, finish, run  # noqa: E402

WXP = ROOT / "target/bindings/wxp"
PAGE = ROOT / "ffi/bindings/README.md"
SECRET = b"192006250b4c09247ec02edce69f6a2d"
ORDER = {
    "appid": "wxd930ea5d5a258f4f",
    "mch_id": "10000100",
    "out_trade_no": "42",
    "total_fee": "100",
}
SENT = {
    **ORDER,
    "sign_type": "HMAC-SHA256",
    "body": "Tea & rice",
    "spbill_create_ip": "192.0.2.1",
    "auth_code": "120061098828009406",
}
AGAIN = "query, and never pay again: not known whether it is paid"


def document(**fields):
    pairs = [(name.encode(), value.encode()) for name, value in fields.items()]
    return oracle.write(oracle.HMAC_SHA256, SECRET, pairs)


def answers():
    """What comes back, and what a program has to say about it."""
    both = {"return_code": "SUCCESS", "appid": ORDER["appid"], "mch_id": ORDER["mch_id"], "nonce_str": "1"}
    paid = {**both, **ORDER, "result_code": "SUCCESS", "trade_type": "MICROPAY", "transaction_id": "1"}
    paid.update(openid="o", is_subscribe="N", bank_type="CMC", cash_fee="100", time_end="20260101120000")
    failed = {**both, "result_code": "FAIL"}
    right = document(**paid)
    yield "paid", right, "paid: deliver, once"
    yield "another amount", document(**{**paid, "total_fee": "1"}), (
        "do not deliver, another order: total_fee differs"
    )
    yield "another currency", document(**paid, fee_type="USD"), (
        "do not deliver, another order: fee_type differs"
    )
    yield "failed", document(**failed, err_code="NOTENOUGH"), (
        "not paid: the customer has too little money: let another card be chosen, for a new order number"
    )
    yield "still paying", document(**failed, err_code="USERPAYING"), AGAIN
    yield "refused", b"<xml><return_code>FAIL</return_code><return_msg>no</return_msg></xml>", AGAIN
    yield "forged", right.replace(b">42<", b">43<"), (
        "query, as if no answer had come: the signature does not match"
    )
    yield "cut short", right[:-6], "query, as if no answer had come: the document is cut short"
    yield "empty", b"", "query, as if no answer had come: the document is cut short"


def commands():
    """The languages of the page, each with its commands, of which the last one takes a key and an answer."""
    section = r"^### (\w+)\n\n```sh\n(.*?)\n```"
    return re.findall(section, PAGE.read_text(), re.M | re.S)


def shell(lines):
    return run("bash", "-ec", "\n".join(lines), WXP=str(WXP), LD_LIBRARY_PATH=str(WXP / "lib"))


def order(text, nonces):
    """Whether the document is the order, signed, with a nonce that did not come before."""
    fields = dict(oracle.read(text.encode()))
    signature, nonce = fields.pop(b"sign"), fields.pop(b"nonce_str")
    assert fields == {name.encode(): value.encode() for name, value in SENT.items()}, text
    pairs = [*fields.items(), (b"nonce_str", nonce)]
    assert signature == oracle.sign(oracle.HMAC_SHA256, SECRET, pairs), text
    assert re.fullmatch(rb"\w{32}", nonce) and nonce not in nonces, f"nonce {nonce}"
    nonces.add(nonce)


def language(name, block, folder):
    *lines, last = block.splitlines()
    program = last.removesuffix(" target/key target/answer")
    assert program != last, f"{name}: the last command does not take target/key target/answer"
    if name == "Go":  # built, since `go run` links for every run
        lines.append(program.replace("go run", "go build -o target/languages/order"))
        program = "target/languages/order"
    nonces = set()

    def judged(answer, expected):
        request, *said = shell([f"{program} {folder}/key '{folder}/{answer}'"]).splitlines()
        assert said == [expected], said
        order(request, nonces)

    def refused():
        try:
            said = shell([f"{program} {folder}/empty {folder}/paid"])
        except SystemExit as error:
            assert "an API key has exactly 32 characters" in str(error), error
        else:
            raise AssertionError(said)

    check(f"{name}: prepared", lambda: shell(lines) and None)
    for answer, _, expected in answers():
        check(f"{name}: {answer}", lambda: judged(answer, expected))
    check(f"{name}: ends without a key", refused)


def linked(folder):
    """The program in Go with the library in it, as the page says."""
    source = (ROOT / "ffi/examples/go/order.go").read_text()
    shared, static = re.search(r"With `(#cgo LD[^`]*)` in place of `([^`]*)`", PAGE.read_text()).group(2, 1)
    assert source.count(shared) == 1, shared
    (folder / "order.go").write_text(source.replace(shared, static))
    run("go", "build", "-o", folder / "alone", folder / "order.go",
        CGO_CFLAGS=f"-I{WXP}/include", CGO_LDFLAGS=f"-L{WXP}/lib")
    said = run(folder / "alone", folder / "key", folder / "paid", LD_LIBRARY_PATH="")
    assert said.endswith("paid: deliver, once\n"), said


def main():
    if "WXP_INSTALLED" not in os.environ:
        run("make", "-s", "install", f"PREFIX={WXP}", "COMMAND=no")
    (ROOT / "target/languages").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "key").write_bytes(SECRET + b"\n")
        for answer, content, _ in answers():
            (folder / answer).write_bytes(content)
        found = commands()
        assert [name for name, _ in found] == ["Go", "Java", "Ruby", "LuaJIT"], found
        for name, block in found:
            language(name, block, folder)
        check("Go: with the library in the program", lambda: linked(folder))
    finish()


main()
