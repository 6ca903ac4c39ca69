"""HTTPS with client certificates, and the faults that a connection can have."""

from __future__ import annotations

import pathlib
import socket
import ssl
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, List, Optional, Tuple

from . import admin, faults
from .notices import HUNG

if TYPE_CHECKING:
    from .simulator import Gateway

SLOW = 5  # seconds that an answer takes which is slow
REQUEST_MAX = 65536  # bytes of a request


class Handler(BaseHTTPRequestHandler):
    timeout = HUNG
    protocol_version = "HTTP/1.1"  # which keeps connections
    server: Server

    def parse_request(self) -> bool:
        self.server.heard += 1
        return super().parse_request()

    def do_GET(self) -> None:
        self.answer(b"")

    def do_POST(self) -> None:
        announced = self.headers.get("Content-Length", "0")
        if "Transfer-Encoding" in self.headers or not announced.isdecimal():
            self.refuse(411)
        elif int(announced) > REQUEST_MAX:
            self.refuse(413)
        else:
            self.answer(self.rfile.read(int(announced)))

    def refuse(self, status: int) -> None:
        """What follows of the request is not read."""
        self.close_connection = True
        self.reply(b"", status)

    def answer(self, body: bytes) -> None:
        gateway = self.server.gateway
        path = self.path.split("?")[0]
        if admin.is_for(path):
            status, said = admin.answer(gateway, self.command, self.path)
            self.reply(said, status, "application/json")
            return
        request, document = gateway.answer(path, body, self.merchant())
        fault = request.fault
        if fault in ("lost", "drop", "vanish"):
            self.server.gone = self.server.gone or fault == "vanish"
            self.close_connection = True
            return
        if fault == "slow":
            time.sleep(SLOW)
        if fault == "late":
            self.rfile.read(1)  # until the client has given up
        if fault in ("page", "page200"):
            self.reply(faults.PAGE, 200 if fault == "page200" else 502, "text/html")
        elif fault == "nocert":
            self.reply(faults.NO_CERTIFICATE_PAGE, 400, "text/html")
        elif fault == "redirect":
            self.reply(b"", 307, "text/html", location=f"{gateway.url}/elsewhere")
        elif fault == "huge":
            self.reply(document[:-6] + b" " * (1 << 24) + b"</xml>")
        else:
            self.reply(b"" if fault == "empty" else document)

    def merchant(self) -> Optional[str]:
        """Whom the client's certificate names."""
        certificate: Any = self.connection.getpeercert()
        names = dict(pair for (pair,) in (certificate or {}).get("subject", ()))
        return names.get("commonName")

    def reply(
        self,
        body: bytes,
        status: int = 200,
        kind: str = "text/plain",
        location: Optional[str] = None,
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(
        self,
        gateway: Gateway,
        certificates: pathlib.Path,
        certificate: str,
        listen: Tuple[str, int],
    ) -> None:
        """`certificate` is the folder of the one to show."""
        self.gateway = gateway
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        place = certificates / certificate
        self.context.load_cert_chain(place / "server.pem", place / "server.key")
        # Asked of everybody, and needed for some operations: one host serves all of them.
        self.context.verify_mode = ssl.CERT_OPTIONAL
        self.context.load_verify_locations(certificates / "gateway" / "merchants.pem")
        self.failed_handshakes: List[str] = []
        self.connections = self.heard = 0  # the latter, those on which something was said
        self.gone = False  # hangs up on everybody
        if ":" in listen[0]:
            self.address_family = socket.AF_INET6
        super().__init__(listen, Handler)

    @property
    def address(self) -> str:
        """Host and port, of this machine itself if it listens at all addresses."""
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(str(self.server_address[0]))
        host = host or str(self.server_address[0])
        return f"[{host}]:{self.server_port}" if ":" in host else f"{host}:{self.server_port}"

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Shakes hands in the thread of the connection, so that nobody has to wait for it."""
        request.settimeout(HUNG)
        self.connections += 1
        if self.gone:
            return
        try:
            connection = self.context.wrap_socket(request, server_side=True)
        except OSError as error:
            self.failed_handshakes.append(str(error))
            self.gateway.journal.handshake(client_address, str(error))
            return
        with connection:
            super().finish_request(connection, client_address)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that have gone, which is part of the tests; everything else is shown."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)
