#!/usr/bin/env python3
"""A gateway that simulates WeChat Pay, for tests: HTTPS, client certificates, signatures, notices.

    ffi/tests/https/certificates target/https/certificates
    ffi/tests/https/gateway.py target/https/certificates --key-file KEY [--port 8443]

It signs and checks with Python's own means (message.py), keeps orders in memory (ledger.py),
posts notices until they are acknowledged (notices.py), and misbehaves if a number asks for it
(faults.py).
"""

import argparse
import pathlib
import re
import secrets
import ssl
import sys
import threading
import time
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import faults
import ledger
import message
import notices

APPID = "wxd930ea5d5a258f4f"
MERCHANT = "1900009851"
SLOW = 5  # seconds that an answer takes which is slow
# What fields of requests can be.
FORMS = {
    "out_trade_no": r"[0-9A-Za-z_|*-]{1,32}",
    "out_refund_no": r"[0-9A-Za-z_|*@-]{1,64}",
    "total_fee": r"[1-9][0-9]*",
    "refund_fee": r"[1-9][0-9]*",
    "nonce_str": r"[0-9A-Za-z]{1,32}",
}
OPERATIONS = {
    path: getattr(ledger.Ledger, path.rsplit("/", 1)[1]) for path in faults.OPERATIONS
}


@dataclass
class Request:
    """What was asked of the gateway."""

    path: str
    fields: dict
    merchant: str | None  # whom the client's certificate names
    answer: str  # what came of it: a word


class Gateway:
    """A running gateway: `with Gateway(folder, secret) as gateway: … gateway.url`."""

    def __init__(self, certificates, secret, server="gateway", port=0, pays_after=None, scale=0.02):
        """`server` is the folder of the certificate to show, `pays_after` the seconds after which
        customers pay what was ordered, `scale` how much faster than documented notices come."""
        certificates = pathlib.Path(certificates)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(
            certificates / server / "server.pem", certificates / server / "server.key"
        )
        # Asked of everybody, and needed for some operations: one host serves all of them.
        self.context.verify_mode = ssl.CERT_OPTIONAL
        self.context.load_verify_locations(certificates / "gateway" / "merchants.pem")
        self.secret = secret
        self.appid, self.merchant = APPID, MERCHANT
        self.pays_after = pays_after
        self.ledger = ledger.Ledger()
        self.faults = faults.Faults()
        self.requests = []
        self.failed_handshakes = []
        self.connections = self.heard = 0  # the latter, those on which something was said
        self.gone = False  # hangs up on everybody
        self.server = Server(("127.0.0.1", port), Handler)
        self.server.gateway = self
        self.address = f"127.0.0.1:{self.server.server_port}"
        self.url = f"https://{self.address}"
        self.notices = notices.Notices(secret, self.address, scale)

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self.notices.stopped.set()
        self.server.shutdown()
        self.server.server_close()

    def log(self, line):
        """Shown when it runs alone."""

    # What happens on the customer's and on WeChat's side.

    def pay(self, number):
        """The customer pays an order, and the merchant gets notice."""
        order = self.ledger.orders[number]
        with self.ledger.lock:
            if order.state != "NOTPAY":
                return
            self.ledger.charge(order)
        url, fault = order.request.get("notify_url"), self.faults.next("notice", number)
        fields = self.message({"result_code": "SUCCESS", **self.ledger.paid(order)})
        self.notices.send(number, url, lambda _: fields, order.algorithm, fault)

    def give_back(self, number):
        """A refund arrives, and the merchant gets notice."""
        order, refund = next(
            (order, order.refunds[number])
            for order in self.ledger.orders.values()
            if number in order.refunds
        )
        if refund.status != "PROCESSING":
            return
        refund.status = "SUCCESS"
        inner = {
            "transaction_id": order.id,
            "out_trade_no": order.number,
            "refund_id": refund.id,
            "out_refund_no": number,
            "total_fee": str(order.fee),
            "refund_fee": str(refund.fee),
            "settlement_refund_fee": str(refund.fee),
            "refund_status": refund.status,
            "success_time": time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(time.time() + 8 * 3600)),
            "refund_request_source": "API",
        }

        def fields(fault):
            said = {**inner, "refund_fee": "1"} if fault == "swapped" else inner
            document = message.write(said, root="root")
            return self.message({"req_info": message.seal(document, self.secret)})

        fault = self.faults.next("refundnotice", number)
        # Nobody signs notices of refunds.
        self.notices.send(number, refund.notify_url, fields, None, fault or "unsigned")

    def message(self, fields):
        """Fields that all answers and notices have, and these."""
        return {
            "return_code": "SUCCESS",
            "return_msg": "OK",
            "appid": APPID,
            "mch_id": MERCHANT,
            "nonce_str": secrets.token_hex(16),
            **fields,
        }

    # Requests.

    def answer(self, path, body, merchant):
        """The fault to play, the document to answer with, and a word for the record."""
        try:
            fields = message.read(body)
        except message.Malformed as error:
            return self.record(path, {}, merchant, None, refusal(f"XML: {error}"), "malformed")
        number = fields.get("out_refund_no") or fields.get("out_trade_no", "")
        fault = self.faults.next(faults.OPERATIONS.get(path), number)
        algorithm = fields.get("sign_type") or message.MD5
        operation = OPERATIONS.get(path)

        def record(document, word):
            return self.record(path, fields, merchant, fault, document, word)

        if fault == "lost":
            return record(b"", "lost")
        if path.startswith("/secapi/") and (merchant is None or fault == "nocert"):
            fault = "nocert"
            return record(faults.NO_CERTIFICATE, "no certificate")
        wrong = [n for n in FORMS if n in fields and not re.fullmatch(FORMS[n], fields[n])]
        if wrong:
            return record(refusal(f"{wrong[0]} is too long, or of another form"), "form")
        if operation is None:
            return record(refusal("no such operation"), "unknown")
        if algorithm not in (message.MD5, message.HMAC_SHA256):
            return record(refusal("unknown sign_type"), "sign_type")
        if not message.verifies(fields, self.secret, algorithm):
            return record(refusal("signature error"), "signature")
        if (fields.get("appid"), fields.get("mch_id")) != (APPID, MERCHANT):
            return record(refusal("appid and mch_id do not match"), "merchant")
        if merchant not in (None, MERCHANT):
            return record(refusal("the certificate is not that of mch_id"), "certificate")

        with self.ledger.lock:
            try:
                if fault == "error":
                    raise ledger.Failure("SYSTEMERROR", "system error")
                if fault == "recall":
                    raise ledger.Failure("SYSTEMERROR", "reverse again")
                if fault in ("race", "undone"):
                    self.ledger.charge(self.ledger.order(fields))
                if fault == "undone":
                    operation = lambda *_: {"recall": "N"}
                said = {"result_code": "SUCCESS", **operation(self.ledger, fields, algorithm)}
                if fault == "doubt":
                    raise ledger.Failure("SYSTEMERROR", "system error")
            except ledger.Failure as failure:
                code, text = failure.args
                said = {"result_code": "FAIL", "err_code": code, "err_code_des": text}
                if fault == "recall":
                    said["recall"] = "Y"
            except (KeyError, ValueError) as error:
                return record(refusal(f"missing or wrong: {error}"), "parameter")
        if self.pays_after is not None and said["result_code"] == "SUCCESS":
            later = {"order": self.pay, "refund": self.give_back}.get(faults.OPERATIONS[path])
            if later is not None:
                threading.Timer(self.pays_after, later, (number,)).start()
        document = faults.document(
            fault, self.message(said), self.secret, algorithm, self.address
        )
        return record(document, said.get("err_code", "SUCCESS"))

    def record(self, path, fields, merchant, fault, document, word):
        self.requests.append(Request(path, fields, merchant, word))
        return fault, document, word

    def of(self, number, path=None):
        """The requests about an order or refund."""
        return [
            request
            for request in self.requests
            if number in (request.fields.get("out_trade_no"), request.fields.get("out_refund_no"))
            and path in (None, request.path)
        ]


def refusal(text):
    """The call was not taken: nothing signs that."""
    return message.write({"return_code": "FAIL", "return_msg": text})


class Handler(BaseHTTPRequestHandler):
    timeout = notices.HUNG
    protocol_version = "HTTP/1.1"  # which keeps connections

    def parse_request(self):
        self.server.gateway.heard += 1
        return super().parse_request()

    def do_POST(self):
        gateway = self.server.gateway
        certificate = self.connection.getpeercert() or {"subject": ()}
        names = dict(pair for (pair,) in certificate["subject"])
        body = self.rfile.read(min(int(self.headers.get("Content-Length", 0)), 65536))
        fault, document, word = gateway.answer(self.path, body, names.get("commonName"))
        gateway.log(f"{self.path} {word}" + (f", but {fault}" if fault else ""))
        if fault in ("lost", "drop", "vanish"):
            gateway.gone = gateway.gone or fault == "vanish"
            self.close_connection = True
            return
        if fault == "slow":
            time.sleep(SLOW)
        if fault == "late":
            self.rfile.read(1)  # until the client has given up
        if fault in ("page", "page200"):
            self.reply(faults.PAGE, 200 if fault == "page200" else 502, "text/html")
        elif fault == "nocert":
            self.reply(faults.NO_CERTIFICATE, 400, "text/html")
        elif fault == "redirect":
            self.reply(b"", 307, "text/html", location=f"{gateway.url}/elsewhere")
        elif fault == "huge":
            self.reply(document[:-6] + b" " * (1 << 24) + b"</xml>")
        else:
            self.reply(b"" if fault == "empty" else document)

    def reply(self, body, status=200, kind="text/plain", location=None):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def finish_request(self, request, client_address):
        """Shakes hands in the thread of the connection, so that nobody has to wait for it."""
        request.settimeout(notices.HUNG)
        self.gateway.connections += 1
        if self.gateway.gone:
            return
        try:
            connection = self.gateway.context.wrap_socket(request, server_side=True)
        except OSError as error:
            self.gateway.failed_handshakes.append(str(error))
            return
        with connection:
            super().finish_request(connection, client_address)

    def handle_error(self, request, client_address):
        """Clients that have gone, which is part of the tests; everything else is shown."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("certificates", help="the folder that ./certificates made")
    parser.add_argument("--key-file", required=True, help="the API key, of 32 characters")
    parser.add_argument("--port", type=int, default=8443)
    parser.add_argument("--pays-after", type=float, default=3, help="seconds; 3")
    arguments = parser.parse_args()
    secret = pathlib.Path(arguments.key_file).read_text().strip()
    gateway = Gateway(
        arguments.certificates, secret, port=arguments.port, pays_after=arguments.pays_after
    )
    gateway.log = lambda line: print(line, flush=True)
    with gateway:
        print(f"{gateway.url}, appid {APPID}, mch_id {MERCHANT}; ends with Ctrl-C", flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            pass


if __name__ == "__main__":
    main()
