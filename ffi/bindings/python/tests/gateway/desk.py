"""A gateway started as its users start it, and a client with Python's own means alone: this is how a
program without wxp meets it."""

import contextlib
import hashlib
import hmac
import http.client
import json
import os
import pathlib
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from xml.etree import ElementTree

HUNG = 120  # seconds after which something is taken for hung; it can be waiting for a processor
COMMAND = [sys.executable, "-m", "wxp.gateway"]


def run(*arguments):
    """What the command prints, and its exit code."""
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)], capture_output=True, text=True, timeout=HUNG, check=False
    )
    return done.returncode, done.stdout + done.stderr


def until(condition):
    """Waits for something, and returns it."""
    end = time.monotonic() + HUNG
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.02)
    raise TimeoutError(condition)


class Desk:
    """`with Desk(folder, "--strict") as desk`: a running gateway, and what it tells a shop."""

    def __init__(self, folder, *arguments):
        self.folder = pathlib.Path(folder)
        self.arguments = [str(argument) for argument in arguments]

    def __enter__(self):
        self.place = tempfile.TemporaryDirectory()
        told = pathlib.Path(self.place.name) / "settings.json"
        self.log_path = pathlib.Path(self.place.name) / "log"
        command = [*COMMAND, "--folder", str(self.folder), "--settings", str(told)]
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
        with open(self.log_path, "wb") as log:
            self.process = subprocess.Popen(
                [*command, *self.arguments], stdout=log, stderr=log, env=environment
            )
        try:
            until(lambda: told.exists() or self.process.poll() is not None)
            self.settings = json.loads(told.read_text())
        except BaseException:
            self.__exit__()
            raise
        self.address = self.settings["base_url"].split("//")[1]
        self.secret = pathlib.Path(self.settings["key_file"]).read_text().strip()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(HUNG)
        self.place.cleanup()

    @property
    def log(self):
        return self.log_path.read_text("utf-8")

    # HTTPS.

    def send(self, method, target, body=None, merchant=None, timeout=HUNG):
        """The status and body of the answer; `merchant` is the folder of a client certificate."""
        context = ssl.create_default_context(cafile=self.settings["ca_file"])
        if merchant:
            place = self.folder / merchant
            context.load_cert_chain(place / "apiclient_cert.pem", place / "apiclient_key.pem")
        connection = http.client.HTTPSConnection(self.address, context=context, timeout=timeout)
        with contextlib.closing(connection):
            connection.request(method, target, body)
            answer = connection.getresponse()
            return answer.status, answer.read()

    def admin(self, method, what, **query):
        """What the gateway says to a test."""
        status, said = self.send(method, f"/gateway{what}?{urllib.parse.urlencode(query)}")
        return status, json.loads(said)

    def call(self, path, fields, merchant=None, secret=None, algorithm="HMAC-SHA256"):
        """The fields of the answer to a request that is signed rightly."""
        fields = {
            "appid": self.settings["appid"], "mch_id": self.settings["mch_id"],
            "nonce_str": os.urandom(16).hex(), "sign_type": algorithm, **fields,
        }
        signed = {**fields, "sign": signature(fields, secret or self.secret, algorithm)}
        return read(self.post(path, signed, merchant))

    def post(self, path, fields, merchant=None):
        """The body of the answer to these fields."""
        status, body = self.send("POST", path, write(fields), merchant)
        if status != 200:
            raise http.client.HTTPException(status, body)
        return body

    def found(self, number):
        """What the gateway found in the last request about this number: texts in English."""
        request = self.admin("GET", "/requests", number=number)[1][-1]
        return request["answer"], [one["english"] for one in request["findings"]]


# Messages.

def signature(fields, secret, algorithm):
    text = "&".join(f"{n}={fields[n]}" for n in sorted(fields) if fields[n] and n != "sign")
    text += f"&key={secret}"
    if algorithm == "MD5":
        return hashlib.md5(text.encode()).hexdigest().upper()
    return hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest().upper()


def write(fields):
    return "".join(["<xml>", *(f"<{n}>{v}</{n}>" for n, v in fields.items()), "</xml>"]).encode()


def read(document):
    """The fields of a flat document, each of them once."""
    root = ElementTree.fromstring(document)
    fields = {child.tag: child.text or "" for child in root}
    if len(fields) != len(root):
        raise ValueError("a field comes twice")
    return fields


def order(number, **fields):
    return {
        "out_trade_no": number, "total_fee": "100", "body": "Tea", "trade_type": "NATIVE",
        "product_id": "1", "spbill_create_ip": "127.0.0.1",
        "notify_url": "http://127.0.0.1:9/notice", **fields,
    }


# The shop's side of notices.

class Listener:
    """`with Listener(refusals) as listener`: takes notices, and refuses the first ones."""

    def __init__(self, refusals=0, tls=None):
        self.taken, self.refusals = [], refusals
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self.handler())
        self.scheme = "https" if tls else "http"
        if tls:
            self.server.socket = tls.wrap_socket(self.server.socket, server_side=True)

    def handler(outer):
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                outer.taken.append(self.rfile.read(int(self.headers["Content-Length"])))
                code = "SUCCESS" if len(outer.taken) > outer.refusals else "FAIL"
                self.send_response(200)
                self.end_headers()
                self.wfile.write(f"<xml><return_code>{code}</return_code></xml>".encode())

            def log_message(self, *_):
                pass

        return Handler

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()
        self.url = f"{self.scheme}://127.0.0.1:{self.server.server_port}/notice"
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
