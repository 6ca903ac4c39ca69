#!/usr/bin/env python3
"""The server of this folder, run against a gateway that plays WeChat Pay: orders are placed with TLS, notices
come and are answered, and what is forged, changed or sent twice does no harm. Ends with "N passed, N failed".

The gateway is that of ffi/tests/https; nothing else here knows where it is.
"""

import contextlib
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT / ".ci/harness"), str(ROOT / "ffi/tests/https")]
sys.dont_write_bytecode = True

import checks
from gateway import Gateway
from wxp.gateway import certificates, simulator

SECRET = "192006250b4c09247ec02edce69f6a2d"
MANIFEST = "core/examples/servers/Cargo.toml"
MADE = ROOT / "target/servers"
CERTIFICATES = MADE / "certificates"
NOTICES = {  # faults of the first notice, and why it is not taken
    "tamper": "signature does not match",
    "forged": "signature does not match",
    "wrongkey": "signature does not match",
    "unsigned": "no signature",
    "doctype": "DOCTYPE",
    "double": "a field that the document has already",
    "cut": "cut short",
    "other": "total_fee is 1, not 100",
    "another": "an order of nobody",
}
ORDERS = {  # faults of the answer to an order, and why there is no code
    "tamper": "signature does not match",
    "wrongkey": "signature does not match",
    "unsigned": "no signature",
    "doctype": "DOCTYPE",
    "fail": "refused",
    "error": "place the same order again",
    "page200": "a root element with another name than xml",
    "redirect": "the document is cut short",
    "drop": "error sending request",
}


class Server:
    """The running program: what it answers and what it says."""

    def __init__(self, process):
        self.process = process
        self.said = []
        first = process.stdout.readline().split()
        if not first:
            raise SystemExit("the server did not start")
        self.url = first[-1]
        threading.Thread(target=self.said.extend, args=(process.stdout,), daemon=True).start()

    def ask(self, path, body=None):
        """The status and the text of an answer; a body is posted."""
        try:
            with urllib.request.urlopen(self.url + path, body, timeout=300) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def about(self, number):
        return [line for line in self.said if line.startswith(f"{number}:")]


@contextlib.contextmanager
def served(gateway, folder, **changed):
    key = pathlib.Path(folder, "key")
    key.touch(mode=0o600)
    key.write_text(SECRET + "\n")
    environment = {
        **os.environ,
        "WXP_LISTEN": "127.0.0.1:0",
        "WXP_APPID": gateway.appid,
        "WXP_MCH_ID": gateway.merchant,
        "WXP_KEY_FILE": str(key),
        "WXP_GATEWAY": gateway.url,
        "SSL_CERT_FILE": str(CERTIFICATES / "merchant/rootca.pem"),
        **changed,
    }
    process = subprocess.Popen(
        [MADE / "debug/wxp-servers"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield Server(process)
    finally:
        process.terminate()
        process.wait()


def expect(condition, *shown):
    if not condition:
        raise AssertionError(" ".join(map(str, shown)))


def until_said(gateway, server, text):
    expect(gateway.notices.until(lambda: any(text in line for line in server.said)), server.said)


def placed(server, number, fen=100):
    status, code = server.ask(f"/order/{number}/{fen}", b"")
    expect(status == 200 and code.startswith("weixin://wxpay/bizpayurl"), status, code, server.said)


def delivered(gateway, server, number):
    """The customer pays; the notices until one is taken, after which the order is delivered once."""
    expect(server.ask(f"/order/{number}") == (200, "not paid\n"), "paid before it is")
    gateway.pay(number)
    attempts = gateway.notices.acknowledged(number)
    until_said(gateway, server, f"{number}: deliver")
    expect(server.about(number) == [f"{number}: deliver\n"], server.said)
    expect(server.ask(f"/order/{number}") == (200, "paid\n"), server.said)
    return attempts


def an_order(gateway, server):
    placed(server, "1001")
    request = gateway.ledger.orders["1001"].request
    expect(request["total_fee"] == "100" and request["sign_type"] == "HMAC-SHA256", request)
    attempts = delivered(gateway, server, "1001")
    expect(len(attempts) == 1 and attempts[0].acknowledged, attempts)


def a_notice(fault, why):
    def action(gateway, server):
        number = f"{fault}-notice-1"
        placed(server, number)
        first, *others = delivered(gateway, server, number)
        expect(first.status == 200 and b"FAIL" in first.reply and others, first)
        until_said(gateway, server, why)

    return action


def a_notice_comes_again(gateway, server):
    for number in ("twice-notice-1", "deaf-notice-1"):
        placed(server, number)
        gateway.pay(number)
        expect(gateway.notices.until(lambda: len(gateway.notices.of(number)) > 1), "not repeated")
        expect(all(one.acknowledged for one in gateway.notices.of(number)), gateway.notices.of(number))
        until_said(gateway, server, f"{number}: deliver")
        expect(server.about(number) == [f"{number}: deliver\n"], server.said)


def an_answer(fault, why):
    def action(gateway, server):
        number = f"{fault}-order-1"
        status, text = server.ask(f"/order/{number}/100", b"")
        expect((status, text) == (502, ""), status, text)
        until_said(gateway, server, number)
        expect(len(server.about(number)) == 1 and why in server.about(number)[0], server.said)
        elsewhere = [request for request in gateway.requests if request.path == "/elsewhere"]
        expect(not elsewhere, "a redirection was followed")

    return action


def another_host(folder, server, **changed):
    def action():
        with Gateway(CERTIFICATES, SECRET, server) as other, served(other, folder, **changed) as shop:
            expect(shop.ask("/order/1/100", b"")[0] == 502, shop.said)
            expect(not other.requests, "the order was sent")

    return action


def nothing_told(gateway, server):
    expect(not any(SECRET in line for line in server.said), "the key is in the log")
    nonces = [request.fields["nonce_str"] for request in gateway.requests if request.fields]
    expect(len(set(nonces)) == len(nonces) > 10, "a nonce came twice")


def built():
    checks.run("cargo", "build", "--quiet", "--locked", "--manifest-path", MANIFEST, "--target-dir", MADE)
    certificates.make(CERTIFICATES, simulator.MERCHANT)


def linted():
    manifest = ["--manifest-path", MANIFEST]
    checks.run("cargo", "fmt", *manifest, "--check")
    checks.run(
        "cargo", "clippy", "--quiet", "--locked", *manifest, "--target-dir", MADE, "--", "-D", "warnings"
    )


def main():
    checks.check("format and lints", linted)
    checks.check("the server is built", built)
    if checks.failures:
        checks.finish()
    with tempfile.TemporaryDirectory() as folder, Gateway(CERTIFICATES, SECRET) as gateway:
        with served(gateway, folder) as server:

            def each(name, action):
                checks.check(name, lambda: action(gateway, server))

            each("an order is placed, paid, and delivered", an_order)
            for fault, why in NOTICES.items():
                each(f"a notice is not taken: {fault}", a_notice(fault, why))
            each("a notice that comes again delivers nothing again", a_notice_comes_again)
            for fault, why in ORDERS.items():
                each(f"an answer is not believed: {fault}", an_answer(fault, why))
            each("no secret is told, and no nonce used twice", nothing_told)
        for name, host in (("another host's certificate", "misnamed"), ("a foreign one", "foreign")):
            checks.check(f"nothing is sent to who shows {name}", another_host(folder, host))
    checks.finish()


if __name__ == "__main__":
    main()
