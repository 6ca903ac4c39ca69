"""Slow connections to a listener that has no web server in front of it."""

import contextlib
import socket
import time
import urllib.parse

from scenario import expect
from wxp.gateway.notices import ACKNOWLEDGEMENT, HUNG

SLOW = 300


def slow_connections(it):
    """Hundreds that send a notice a bit at a time, or none at all: an honest one is answered all
    the same, and those that have begun a body are cut off."""
    it.ordered()
    url = urllib.parse.urlsplit(it.shop.environment["WXP_NOTIFY_URL"] + "/payment")
    head = f"POST {url.path} HTTP/1.1\r\nHost: {url.netloc}\r\nContent-Type: text/xml\r\n"
    body = "Content-Length: 1000\r\n\r\n<xml>"
    chunk = "Transfer-Encoding: chunked\r\n\r\n5\r\n<xml>"
    start = time.monotonic()
    it.notify("payment", {}, signed=False)
    alone = time.monotonic() - start
    for begun in ("", head, head + body, head + chunk):
        with contextlib.ExitStack() as stack:
            slow = [
                stack.enter_context(socket.create_connection((url.hostname, url.port), HUNG))
                for _ in range(SLOW)
            ]
            for connection in slow:
                connection.sendall(begun.encode())
            start = time.monotonic()
            paid = {"result_code": "SUCCESS", **it.gateway.ledger.paid(it.order)}
            status, reply = it.notify("payment", paid)
            took = time.monotonic() - start
            expect(status == 200 and reply == ACKNOWLEDGEMENT and took < 5 + 10 * alone,
                   begun, f"{took:.1f} s", status, reply)
            if "<xml>" in begun:
                for connection in slow:
                    with contextlib.suppress(ConnectionError):
                        reply = connection.recv(4096)
                        expect(b" 200 " not in reply, "takes half a notice:", reply)
